//! What every page of a cooperative shares: header, footer, order links. One value for each language.

use serde::Serialize;

use crate::model::Cooperative;
use crate::routes;
use crate::settings::Settings;
use crate::view::action::{ActionView, contact_action};
use crate::view::dates;
use crate::view::initials::monogram;
use crate::view::links::LinkView;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::place::place_of;
use crate::view::scene::Scene;

/// Longest name in a header, in characters: two lines beside the languages on a small phone.
const HEADER_CHARS: usize = 40;

/// What the frame of every page prints about its cooperative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FrameView {
    /// Full name.
    pub name: String,
    /// Short name, for the header; a long one is cut at a word.
    pub label: String,
    /// First letters, where there is no logo.
    pub monogram: String,
    /// That of the profile, if it can be used.
    pub logo: Option<PictureView>,
    /// Where it is.
    pub place: Option<String>,
    /// Pages of the site, in order, from the language's root.
    pub nav: Vec<LinkView>,
    /// True if a phone shows them at the top, too.
    pub nav_on_phones: bool,
    /// Number of the legal entity, in words.
    pub legal: Option<String>,
    /// Day on which its content was last looked at.
    pub updated: Option<String>,
    /// A question by chat, call or mail.
    pub contact: Option<ActionView>,
    /// Name under which the visitor's phone keeps a basket, if there is a page for it.
    pub basket: Option<String>,
    /// Page of search, from the language's root.
    pub search: Option<&'static str>,
    /// Shown where a page comes without a network: of which day its prices are.
    pub offline: Option<String>,
    /// Page of the portal above, from the cooperative's root.
    pub portal: Option<LinkView>,
    /// Sheets to print, from the cooperative's root.
    pub print: Option<LinkView>,
    /// Guides of the office, from the site's root.
    pub guides: Option<LinkView>,
    /// The same for other programs, from the cooperative's root.
    pub feeds: Vec<FeedLink>,
    /// True if somebody else counts visits (`analitik`): pages may not say that nobody does.
    pub counted: bool,
}

/// A feed that a page points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedLink {
    /// From the cooperative's root.
    pub href: &'static str,
    /// What it is.
    pub mime: &'static str,
    /// What a program shows that lists the feeds of a page.
    pub label: String,
    /// True for what is kept as a file: servers that do not know its form would show it as text.
    pub is_kept: bool,
}

/// Makes the frame of a cooperative's pages in the language of a scene.
pub fn frame(scene: &Scene<'_>, feeds: Vec<FeedLink>) -> FrameView {
    let Scene { cooperative, shelf, settings, pages, language, texts, in_portal, .. } = *scene;
    let link = |href: &str, key: &str| LinkView { href: href.to_owned(), label: texts.get(key).to_owned() };
    let has_outlets = !cooperative.outlets.is_empty();
    let mut nav = Vec::new();
    if !has_outlets || !cooperative.products.is_empty() {
        nav.push(link("#barang", "nav.products"));
    }
    nav.extend(has_outlets.then(|| link("#gerai", "nav.outlets")));
    if cooperative.about.is_some() {
        nav.push(link("#tentang", "nav.about"));
    }
    nav.extend(pages.join.then(|| link(routes::JOIN, "nav.join")));
    nav.extend(pages.report.then(|| link(routes::REPORT, "nav.report")));
    nav.extend(pages.youth.then(|| link(routes::YOUTH, "nav.youth")));
    FrameView {
        name: cooperative.name.clone(),
        label: crate::markdown::shorten(cooperative.label(), HEADER_CHARS),
        monogram: monogram(cooperative.label()),
        logo: cooperative
            .logo
            .as_ref()
            .and_then(|logo| shelf.picture(logo, PhotoShape::Square, "", language))
            .map(|logo| PictureView { alt: String::new(), ..logo }),
        place: place_of(cooperative),
        nav,
        nav_on_phones: false,
        legal: cooperative
            .legal
            .entity_number
            .as_ref()
            .map(|number| texts.fill("legal.entity_is", &[("number", number)])),
        updated: cooperative
            .updated
            .map(|day| texts.fill("footer.updated", &[("date", &dates::day(day, texts))])),
        contact: contact_action(
            cooperative,
            &texts.fill("ask.greeting", &[("name", cooperative.label())]),
            texts.get("ask.action"),
            texts,
        ),
        search: None,
        basket: pages.basket.then(|| cooperative.slug.to_string()),
        offline: Some(
            texts.fill("offline.line", &[("date", &dates::day(day_of_prices(cooperative, settings), texts))]),
        ),
        portal: in_portal.then(|| LinkView { href: "../".to_owned(), label: settings.title.clone() }),
        print: pages.print.then(|| link(routes::SHEETS, "print.link")),
        guides: None,
        feeds,
        counted: settings.analytics.is_some(),
    }
}

/// The day on which prices were last confirmed, else that on which the pages were made.
pub(super) fn day_of_prices(cooperative: &Cooperative, settings: &Settings) -> crate::model::Date {
    let days = cooperative.products.iter().filter_map(|product| product.priced_on);
    days.max().unwrap_or(settings.today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_monogram_has_at_most_two_letters() {
        assert_eq!(monogram("KPS Sagara"), "KS");
        assert_eq!(monogram("tanah jingga"), "TJ");
        assert_eq!(monogram("Sagara"), "S");
        assert_eq!(monogram("…"), "K");
    }
}
