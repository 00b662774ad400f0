//! How goods reach a buyer, as pages and messages say it.

use serde::Serialize;

use crate::model::{Delivery, Language, Pickup, Rupiah};
use crate::theme::Texts;
use crate::view::money;
use crate::view::scene::Scene;

/// One way in which goods reach a buyer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WayView {
    /// `Diantar ke Rancabali`.
    pub label: String,
    /// Times, or cost and smallest sum; empty if the profile says none.
    pub note: String,
    /// Cost in whole rupiah; `None` for a place, and where it is asked for.
    pub cost: Option<u64>,
    /// Smallest sum in whole rupiah.
    pub smallest_sum: Option<u64>,
    /// Sum from which it costs nothing, in whole rupiah.
    pub free_from: Option<u64>,
}

/// Every way that the profile names: places, then areas.
pub fn ways(scene: &Scene<'_>) -> Vec<WayView> {
    let Scene { cooperative, language, texts, .. } = *scene;
    let pickups = cooperative.pickups.iter().map(|pickup| pickup_view(pickup, language, texts));
    let deliveries = cooperative.deliveries.iter().map(|delivery| delivery_view(delivery, language, texts));
    pickups.chain(deliveries).collect()
}

/// The line of an order that names the way, or those of which the buyer leaves one; `None` where there is none.
pub(super) fn line(scene: &Scene<'_>) -> Option<String> {
    let ways: Vec<String> = ways(scene).into_iter().map(|way| way.label).collect();
    let key = if ways.len() > 1 { "way.choose" } else { "way.say" };
    (!ways.is_empty()).then(|| scene.texts.fill(key, &[("way", &ways.join(" / "))]))
}

fn pickup_view(pickup: &Pickup, language: Language, texts: &Texts) -> WayView {
    WayView {
        label: texts.fill("way.pickup", &[("place", pickup.place.get(language))]),
        note: pickup.times.as_ref().map_or_else(String::new, |times| times.get(language).to_owned()),
        cost: None,
        smallest_sum: None,
        free_from: None,
    }
}

fn delivery_view(delivery: &Delivery, language: Language, texts: &Texts) -> WayView {
    let amount = |key: &str, sum: Rupiah| texts.fill(key, &[("amount", &money::rupiah(sum, language))]);
    let cost = match delivery.cost {
        None => texts.get("way.asked").to_owned(),
        Some(cost) if cost.amount() == 0 => texts.get("way.free").to_owned(),
        Some(cost) => amount("way.cost", cost),
    };
    let smallest = delivery.smallest_sum.map(|sum| amount("way.smallest", sum));
    let free = delivery.free_from.map(|sum| amount("way.free_from", sum));
    let parts: Vec<String> = [Some(cost), smallest, free].into_iter().flatten().collect();
    WayView {
        label: texts.fill("way.delivery", &[("area", delivery.area.get(language))]),
        note: parts.join(" · "),
        cost: delivery.cost.map(Rupiah::amount),
        smallest_sum: delivery.smallest_sum.map(Rupiah::amount),
        free_from: delivery.free_from.map(Rupiah::amount),
    }
}
