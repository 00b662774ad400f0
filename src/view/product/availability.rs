//! Whether a product is to be had: its stock and its season.

use serde::Serialize;

use crate::model::{Season, Stock};
use crate::view::dates;
use crate::view::initials::first_letter;
use crate::view::scene::Scene;

/// A stock state in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StockView {
    /// `available`, `limited`, `sold-out`, `pre-order`.
    pub state: &'static str,
    /// What a visitor reads.
    pub label: String,
}

/// The year of a harvest.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonView {
    /// In words.
    pub words: String,
    /// A digit for each month from January on, 1 in the season: `111100000111`.
    pub year: String,
    /// Twelve months.
    pub months: Vec<MonthView>,
}

/// One month of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthView {
    /// First letter.
    pub letter: String,
    /// Class of the strip: `is-on` or `is-off`; which month it is, the page's script knows.
    pub class: &'static str,
}

/// A stock state with the words that pages print for it.
pub fn stock_view(stock: Stock, scene: &Scene<'_>) -> StockView {
    let (state, key) = match stock {
        Stock::Available => ("available", "stock.available"),
        Stock::Limited => ("limited", "stock.limited"),
        Stock::SoldOut => ("sold-out", "stock.sold_out"),
        Stock::PreOrder => ("pre-order", "stock.pre_order"),
    };
    StockView { state, label: scene.texts.get(key).to_owned() }
}

/// The twelve months of a harvest. Whether it is now changes on a page that nobody builds again: its script says it.
pub fn season_view(season: Season, scene: &Scene<'_>) -> SeasonView {
    let texts = scene.texts;
    let months = (1..=12_i8)
        .zip(season.months())
        .map(|(month, on)| MonthView {
            letter: first_letter(dates::short_month(month, texts)),
            class: if on { "is-on" } else { "is-off" },
        })
        .collect();
    let year = season.months().into_iter().map(|on| if on { '1' } else { '0' }).collect();
    SeasonView { words: dates::season(season, texts), year, months }
}
