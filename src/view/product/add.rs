//! The button that adds a product or a variant to the basket.

use serde::Serialize;

use crate::model::{Offer, Product, Rupiah, Slug, Stock, Variant};
use crate::view::scene::Scene;

/// What the button that adds says to the script; `None` for what is sold out or has no basket.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AddView {
    /// Name in the basket.
    pub key: String,
    /// Name, with that of the variant: what a basket calls it once it is no longer sold.
    pub name: String,
    /// Smallest order.
    pub minimum: u32,
    /// Whole rupiah, 0 where it must be asked for: a basket notices when it changes.
    pub amount: u64,
}

/// The button of a product, or of one of its variants.
pub fn add_button(product: &Product, place: Option<usize>, scene: &Scene<'_>) -> Option<AddView> {
    let variant = place.and_then(|place| product.variants.get(place));
    let offer = Offer::of(product, variant, scene.settings.today);
    (scene.pages.basket && offer.stock != Stock::SoldOut).then(|| AddView {
        key: basket_key(product, place),
        name: full_name(product, variant, scene),
        minimum: offer.minimum,
        amount: offer.price.map_or(0, Rupiah::amount),
    })
}

/// Name of a product, or of one of its variants, in a basket. Variants whose names make no address, or that of
/// another one, are told apart by their place.
pub fn basket_key(product: &Product, place: Option<usize>) -> String {
    let Some(place) = place else { return product.slug.to_string() };
    let slug_at = |place: usize| {
        product.variants.get(place).and_then(|variant| {
            Slug::from_name(variant.name.get(crate::model::Language::Id)).map(|slug| slug.to_string())
        })
    };
    let own = slug_at(place).filter(|own| !(0..place).any(|before| slug_at(before).as_ref() == Some(own)));
    format!("{}.{}", product.slug, own.unwrap_or_else(|| format!("p{place}")))
}

/// `Susu rasa, Cokelat`.
pub fn full_name(product: &Product, variant: Option<&Variant>, scene: &Scene<'_>) -> String {
    let name = product.name.get(scene.language);
    let Some(variant) = variant else { return name.to_owned() };
    let values = [("product", name), ("variant", variant.name.get(scene.language))];
    scene.texts.fill("basket.variant", &values)
}
