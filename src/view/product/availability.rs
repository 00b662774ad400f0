//! Whether a product is to be had: its stock and its season.

use serde::Serialize;

use crate::model::{Date, Season, Stock};
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
    /// `Sedang musim` or `Belum musim`.
    pub now: String,
    /// True if it is the season.
    pub is_now: bool,
    /// Twelve months.
    pub months: Vec<MonthView>,
}

/// One month of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MonthView {
    /// First letter.
    pub letter: String,
    /// Classes of the strip: `is-on`, `is-now`, or both.
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

/// True in a month of the harvest.
pub fn is_season(season: Season, today: Date) -> bool {
    u8::try_from(today.month()).is_ok_and(|month| season.has(month))
}

/// The twelve months of a harvest, and whether it is now.
pub fn season_view(season: Season, scene: &Scene<'_>) -> SeasonView {
    let Scene { texts, settings, .. } = scene;
    let is_now = is_season(season, settings.today);
    let months = (1..=12_i8)
        .zip(season.months())
        .map(|(month, on)| MonthView {
            letter: first_letter(dates::short_month(month, texts)),
            class: match (on, month == settings.today.month()) {
                (true, true) => "is-on is-now",
                (true, false) => "is-on",
                (false, true) => "is-now",
                (false, false) => "is-off",
            },
        })
        .collect();
    SeasonView {
        words: dates::season(season, texts),
        now: texts.get(if is_now { "season.now" } else { "season.not_now" }).to_owned(),
        is_now,
        months,
    }
}
