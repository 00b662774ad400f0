//! Goods of many cooperatives beside each other, each with its photo, its price and whose it is.

use serde::Serialize;

use super::scene::{Scene, ShownWidth};
use crate::model::Rupiah;
use crate::routes;
use crate::summary::{Summary, SummaryProduct};
use crate::view::money;
use crate::view::photos::PictureView;
use crate::view::product::price::digits_of;

/// Products on a page that shows more than products.
const MOST: usize = 8;

/// One product.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ProductLine {
    pub name: String,
    pub href: String,
    pub from: String,
    pub price: Option<String>,
    /// Digits for which its size leaves room, as a card has it.
    pub digits: Option<u32>,
    pub unit: Option<String>,
    pub picture: PictureView,
}

/// The photos of products: two beside each other on a phone, as many as fit above that, at three pixels to one.
const GOODS_WIDTH: ShownWidth = ShownWidth { sizes: "(min-width: 40rem) 12rem, 44vw", most_px: 3 * 12 * 16 };

/// Products of all cooperatives in turn, so that none stands before the others.
pub(super) fn products(scene: &Scene<'_>, summaries: &[&Summary]) -> Vec<ProductLine> {
    let deepest = summaries.iter().map(|summary| summary.products.shown.len()).max().unwrap_or(0);
    let in_turn = (0..deepest).flat_map(|index| {
        summaries.iter().filter_map(move |summary| Some((*summary, summary.products.shown.get(index)?)))
    });
    let line = |(summary, product): (&Summary, &SummaryProduct)| {
        let photo = product.photo.as_ref().filter(|_| summary.home.is_none())?;
        let price = product.price.and_then(Rupiah::new).map(|price| money::rupiah(price, scene.language));
        let from = |price: String| scene.texts.fill("portal.price_from", &[("price", &price)]);
        Some(ProductLine {
            name: product.name.get(scene.language).to_owned(),
            href: scene.link_to(summary, &routes::product(&product.slug)),
            from: summary.label().to_owned(),
            digits: product.price.and_then(Rupiah::new).and_then(digits_of),
            price: if product.from { price.map(from) } else { price },
            unit: product.unit.as_ref().map(|unit| unit.get(scene.language).to_owned()),
            picture: scene.picture_of(summary, photo, GOODS_WIDTH),
        })
    };
    in_turn.filter_map(line).take(MOST).collect()
}
