//! What a page of the portal counts: cooperatives, goods, places for pupils.

use serde::Serialize;

use super::scene::Scene;
use crate::model::Date;
use crate::summary::{Summary, SummaryOpening};
use crate::theme::Feature;
use crate::view::days::days_of;
use crate::view::money;

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FigureView {
    pub number: String,
    pub label: String,
    pub href: String,
    /// True if that is on this page.
    pub here: bool,
    /// When each of what it counts ends, as a count has it.
    pub days: String,
}

/// What a page counts of the cooperatives that it shows; what there is none of is not counted. `regencies` only where
/// they differ. Where no product has a photo, the page has no goods to lead to; the cooperatives have them.
pub(super) fn figures(
    scene: &Scene<'_>,
    summaries: &[&Summary],
    regencies: Option<usize>,
    shows_goods: bool,
    board: String,
) -> Vec<FigureView> {
    let goods = if shows_goods { "#barang" } else { "#koperasi" };
    let products: u64 = summaries.iter().map(|summary| u64::from(summary.products.count)).sum();
    let today = scene.today();
    let closing: Vec<Option<Date>> = summaries
        .iter()
        .flat_map(|summary| summary.openings_on(today))
        .map(SummaryOpening::last_day)
        .collect();
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let figure = |number: u64, key: &str, href: String| FigureView {
        number: money::number(number, scene.language),
        label: scene.texts.get(key).to_owned(),
        here: href.starts_with('#'),
        href,
        days: String::new(),
    };
    let board = if scene.has(Feature::Youth) { board } else { String::new() };
    let openings = figure(count(closing.len()), "portal.figure.openings", board);
    let regencies =
        regencies.map(|number| figure(count(number), "portal.figure.regencies", "#wilayah".to_owned()));
    [Some(figure(count(summaries.len()), "portal.figure.cooperatives", "#koperasi".to_owned())), regencies]
        .into_iter()
        .flatten()
        .chain([
            figure(products, "portal.figure.products", goods.to_owned()),
            FigureView { days: days_of(closing), ..openings },
        ])
        .filter(|figure| figure.number != "0")
        .collect()
}
