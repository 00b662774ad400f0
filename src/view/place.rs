//! Where a cooperative is.

use serde::Serialize;

use crate::model::Cooperative;
use crate::view::links;

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// Street address.
    pub address: Option<String>,
    /// District and regency.
    pub region: Option<String>,
    /// Directions on the web.
    pub directions: Option<String>,
    /// For the map program on the phone.
    pub geo: Option<String>,
}

/// `Pangalengan, Kabupaten Bandung`.
pub fn place_of(cooperative: &Cooperative) -> Option<String> {
    let region = cooperative.region.as_ref()?;
    Some(match &region.district {
        Some(district) => format!("{district}, {}", region.regency),
        None => region.regency.clone(),
    })
}

/// Address, region and links to maps, as far as they are stated; `None` if nothing is.
pub fn place_view(cooperative: &Cooperative) -> Option<PlaceView> {
    let region = place_of(cooperative);
    if cooperative.address.is_none() && region.is_none() && cooperative.coordinates.is_none() {
        return None;
    }
    let at = cooperative.coordinates;
    Some(PlaceView {
        address: cooperative.address.clone(),
        region,
        directions: at.map(|(latitude, longitude)| links::directions(latitude, longitude)),
        geo: at.map(|(latitude, longitude)| links::geo(latitude, longitude, cooperative.label())),
    })
}
