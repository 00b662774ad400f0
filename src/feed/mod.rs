//! Feeds of one cooperative: its goods for shopping programs, its news and dates for readers and calendars, its
//! prices for chat groups. Pure: what it returns is text; `page` claims the paths. Knows no template.

mod calendar;
mod cash_book;
mod goods;
mod google;
mod meta;
mod news;
mod prices;
mod xml;

use crate::view::storefront::Scene;
pub use cash_book::{table as cash_table, workbook as cash_workbook};

/// Where the calendar is, below a cooperative's root.
pub const CALENDAR: &str = "feed/agenda.ics";
/// Where the news are.
pub const NEWS: &str = "feed/berita.atom";
/// Where the price list is.
pub const PRICES: &str = "feed/harga.txt";

/// Every feed that a cooperative has something for, by its path below the cooperative's root, in the language of
/// the scene. Those that carry addresses need a site with one: without it there is only the calendar and the
/// price list.
pub fn feeds(scene: &Scene<'_>) -> Vec<(&'static str, String)> {
    let root = scene.home_url.as_deref();
    let goods = root.map(|root| goods::goods(scene, root)).unwrap_or_default();
    let mut feeds = Vec::new();
    if let Some(root) = root.filter(|_| !goods.is_empty()) {
        feeds.push(("feed/google.xml", google::feed(scene, root, &goods)));
        feeds.push(("feed/meta.csv", meta::table(&goods)));
    }
    feeds.extend(root.and_then(|root| news::feed(scene, root)).map(|text| (NEWS, text)));
    feeds.extend(calendar::calendar(scene).map(|text| (CALENDAR, text)));
    feeds.extend(prices::list(scene).map(|text| (PRICES, text)));
    feeds
}
