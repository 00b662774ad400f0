//! Feeds of one cooperative, and what the portal makes its own of: its goods for shopping programs, its news and dates
//! for readers and calendars, its prices for chat groups, tables for spreadsheet programs. Pure: what it returns is
//! bytes; `page` claims the paths. Knows no template.

mod calendar;
mod cash_book;
mod catalogue;
mod findings;
mod goods;
mod google;
mod meta;
mod news;
mod prices;
mod subscriptions;
pub(crate) mod table;
mod xml;

use crate::finding::Finding;
use crate::routes;
use crate::theme::Texts;
use crate::view::frame::FeedLink;
use crate::view::scene::Scene;
pub(crate) use calendar::{Entry, calendar};
pub(crate) use cash_book::{table as cash_table, workbook as cash_workbook};
pub(crate) use news::{Headline, news};
pub(crate) use subscriptions::{Subscription, subscriptions};

/// Every feed that a cooperative has something for, by its path below the cooperative's root, in the language of
/// the scene. Those that carry addresses need a site with one: without it there is only the calendar and the
/// price list.
pub(crate) fn feeds(scene: &Scene<'_>) -> Vec<(&'static str, String)> {
    let root = scene.home_url.as_deref();
    let goods = root.map(|root| goods::goods(scene, root)).unwrap_or_default();
    let mut feeds = Vec::new();
    if let Some(root) = root.filter(|_| !goods.is_empty()) {
        feeds.push((routes::FEED_GOOGLE, google::feed(scene, root, &goods)));
        feeds.push((routes::FEED_META, meta::table(&goods)));
    }
    feeds.extend(
        root.and_then(|root| catalogue::catalogue(scene, root)).map(|text| (routes::FEED_CATALOGUE, text)),
    );
    feeds.extend(
        root.and_then(|root| news::of_cooperative(scene, root)).map(|text| (routes::FEED_NEWS, text)),
    );
    feeds.extend(calendar::of_cooperative(scene).map(|text| (routes::FEED_CALENDAR, text)));
    feeds.extend(prices::list(scene).map(|text| (routes::FEED_PRICES, text)));
    feeds
}

/// An advice about products that shopping programs would refuse, and that are therefore in no feed for them. `None`
/// where there is no such feed: who sells nothing there need not be told what is missing.
pub(crate) fn advise_on_goods(scene: &Scene<'_>) -> Option<Finding> {
    let root = scene.home_url.as_deref()?;
    if goods::goods(scene, root).is_empty() {
        return None;
    }
    let (no_price, no_photo) = goods::left_out(scene, root);
    let is_any = !no_price.is_empty() || !no_photo.is_empty();
    is_any.then(|| findings::goods_left_out(scene.cooperative, &no_price, &no_photo))
}

/// Those feeds that a visitor can use, with their words; shopping programs are given theirs by hand.
pub(crate) fn links(feeds: &[(&'static str, String)], texts: &Texts) -> Vec<FeedLink> {
    let known = [
        (routes::FEED_PRICES, "text/plain", "feed.prices"),
        (routes::FEED_NEWS, "application/atom+xml", "feed.news"),
        (routes::FEED_CALENDAR, "text/calendar", "feed.calendar"),
        (routes::FEED_SUBSCRIPTIONS, "text/x-opml", "feed.subscriptions"),
    ];
    let is_there = |path| feeds.iter().any(|(there, _)| *there == path);
    known
        .into_iter()
        .filter(|(path, ..)| is_there(*path))
        .map(|(href, mime, key)| FeedLink {
            href,
            mime,
            label: texts.get(key).to_owned(),
            is_kept: matches!(href, routes::FEED_CALENDAR | routes::FEED_SUBSCRIPTIONS),
        })
        .collect()
}
