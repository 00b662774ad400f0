//! A member business on a card.

use serde::Serialize;

use crate::routes;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::scene::Scene;

/// A member business on a card.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct MemberCard {
    /// From the language's root.
    pub href: String,
    /// Name of the business.
    pub name: String,
    /// Place and year, in words.
    pub detail: Option<String>,
    /// The business's photo, cropped for a card, if it can be used.
    pub picture: Option<PictureView>,
}

/// A member business on a card.
pub fn member_card(member: &crate::model::MemberBusiness, scene: &Scene<'_>) -> MemberCard {
    let mut detail: Vec<String> = Vec::new();
    detail.extend(member.place.clone());
    detail.extend(member.since.map(|year| scene.texts.fill("proof.since", &[("year", &year.to_string())])));
    MemberCard {
        href: routes::member(&member.id),
        name: member.name.clone(),
        detail: (!detail.is_empty()).then(|| detail.join(" · ")),
        picture: member
            .photo
            .as_ref()
            .and_then(|photo| scene.shelf.picture(photo, PhotoShape::Card, &member.name, scene.language)),
    }
}
