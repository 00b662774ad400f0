//! What every page of a cooperative shares: header, footer, order links. One value for each language.

use serde::Serialize;

use super::money;
use super::photos::{PhotoShape, PhotoShelf, PictureView};
use super::{dates, links};
use crate::model::{Cooperative, Language, OpeningHours, Product, Stock, TimeSpan};
use crate::routes;
use crate::settings::Settings;
use crate::theme::{Part, Texts, Theme};

/// A link with its words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
}

/// The one thing that a visitor is asked to do: a chat, a call or a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionView {
    /// Address.
    pub href: String,
    /// Words.
    pub label: String,
    /// `whatsapp`, `phone`, `mail` or `web`, for the icon.
    pub kind: &'static str,
}

/// A fact with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactView {
    /// Name.
    pub label: String,
    /// Value.
    pub value: String,
    /// Where it is told at length, from the language's root.
    pub href: Option<String>,
}

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
    /// Logo.
    pub logo: Option<PictureView>,
    /// Where it is.
    pub place: Option<String>,
    /// Pages of the site, in order, from the language's root.
    pub nav: Vec<LinkView>,
    /// Number of the legal entity, in words.
    pub legal: Option<String>,
    /// Day on which its content was last looked at.
    pub updated: Option<String>,
    /// A question by chat, call or mail.
    pub contact: Option<ActionView>,
    /// Name under which the visitor's phone keeps a basket, if there is a page for it.
    pub basket: Option<String>,
    /// Shown where a page comes without a network: of which day its prices are.
    pub offline: Option<String>,
    /// Page of the portal above, from the cooperative's root.
    pub portal: Option<LinkView>,
    /// Sheets to print, from the cooperative's root.
    pub print: Option<LinkView>,
    /// The same for other programs, from the cooperative's root.
    pub feeds: Vec<FeedLink>,
}

/// A feed that a page points to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FeedLink {
    /// From the cooperative's root.
    pub href: &'static str,
    /// What it is.
    pub mime: &'static str,
    /// Words.
    pub label: String,
}

/// Which pages a cooperative has beside its storefront.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "one for each page")]
pub struct Pages {
    /// `gabung/`.
    pub join: bool,
    /// `laporan/`.
    pub report: bool,
    /// `muda/`.
    pub youth: bool,
    /// `keranjang/`: something is sold, and WhatsApp takes orders.
    pub basket: bool,
    /// `cetak/`.
    pub print: bool,
}

impl Pages {
    /// Those that the theme has and the cooperative has something to say on.
    pub fn of(cooperative: &Cooperative, theme: &Theme) -> Self {
        let has_report = cooperative.surplus.is_some()
            || !cooperative.meetings.is_empty()
            || !cooperative.officers.is_empty();
        let takes_orders = !cooperative.products.is_empty() && cooperative.contact.whatsapp.is_some();
        Self {
            join: theme.has(Part::Join) && cooperative.joining.is_some(),
            report: theme.has(Part::Report) && has_report,
            youth: theme.has(Part::Youth),
            basket: theme.has(Part::Basket) && takes_orders,
            print: theme.has(Part::Print),
        }
    }
}

/// Makes the frame of a cooperative's pages in a language.
pub fn frame(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    pages: Pages,
    settings: &Settings,
    in_portal: bool,
    language: Language,
    texts: &Texts,
) -> FrameView {
    let link = |href: &str, key: &str| LinkView { href: href.to_owned(), label: texts.get(key).to_owned() };
    let mut nav = vec![link("#barang", "nav.products")];
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
        basket: pages.basket.then(|| cooperative.slug.to_string()),
        offline: Some(
            texts.fill("offline.line", &[("date", &dates::day(day_of_prices(cooperative, settings), texts))]),
        ),
        portal: in_portal.then(|| LinkView { href: "../".to_owned(), label: settings.title.clone() }),
        print: pages.print.then(|| link(routes::SHEETS, "print.link")),
        feeds: Vec::new(),
    }
}

/// The day on which prices were last confirmed, else that on which the pages were made.
pub(super) fn day_of_prices(cooperative: &Cooperative, settings: &Settings) -> crate::model::Date {
    let days = cooperative.products.iter().filter_map(|product| product.priced_on);
    days.max().unwrap_or(settings.today)
}

/// `Pangalengan, Kabupaten Bandung`.
pub fn place_of(cooperative: &Cooperative) -> Option<String> {
    let region = cooperative.region.as_ref()?;
    Some(match &region.district {
        Some(district) => format!("{district}, {}", region.regency),
        None => region.regency.clone(),
    })
}

/// Up to two letters: of the last two words that begin with a capital, so that `KPS Sagara` is `KS`.
fn monogram(label: &str) -> String {
    let initials: Vec<char> =
        label.split_whitespace().filter_map(|word| word.chars().find(|c| c.is_alphanumeric())).collect();
    match initials.as_slice() {
        [] => "K".to_owned(),
        [only] => only.to_uppercase().collect(),
        [first, .., last] => first.to_uppercase().chain(last.to_uppercase()).collect(),
    }
}

/// The best way to send a message: WhatsApp, else a call, else a mail, else an account elsewhere.
pub fn contact_action(
    cooperative: &Cooperative,
    message: &str,
    label: &str,
    texts: &Texts,
) -> Option<ActionView> {
    let contact = &cooperative.contact;
    if let Some(number) = &contact.whatsapp {
        let href = links::whatsapp(number, message);
        return Some(ActionView { href, label: label.to_owned(), kind: "whatsapp" });
    }
    if let Some(phone) = &contact.phone {
        let label = texts.fill("action.call", &[("number", &phone.shown)]);
        return Some(ActionView { href: format!("tel:{}", phone.dial), label, kind: "phone" });
    }
    if let Some(email) = &contact.email {
        let href = format!("mailto:{email}?body={}", links::percent_encode(message));
        return Some(ActionView { href, label: label.to_owned(), kind: "mail" });
    }
    let account = contact
        .website
        .clone()
        .or_else(|| contact.instagram.as_ref().map(|name| format!("https://www.instagram.com/{name}/")))
        .or_else(|| contact.facebook.as_ref().map(|name| format!("https://www.facebook.com/{name}")))
        .or_else(|| contact.tiktok.as_ref().map(|name| format!("https://www.tiktok.com/@{name}")));
    account.map(|href| ActionView { href, label: texts.get("action.visit").to_owned(), kind: "web" })
}

/// What is ordered, as one line of a message names it.
pub struct OrderItem<'a> {
    /// Product.
    pub product: &'a Product,
    /// Name of the variant.
    pub variant: Option<&'a str>,
    /// What one is.
    pub unit: Option<&'a str>,
    /// Price of one; `None` asks for it.
    pub price: Option<crate::model::Rupiah>,
    /// Can it be had.
    pub stock: Stock,
    /// Address of the product's page, if the site has an address.
    pub url: Option<&'a str>,
}

/// The message that orders one product, ready to send: greeting, product, quantity, price, page.
pub fn order_message(
    cooperative: &Cooperative,
    item: &OrderItem<'_>,
    language: Language,
    texts: &Texts,
) -> String {
    let name = item.product.name.get(language);
    let what = match item.variant {
        Some(variant) => texts.fill("order.item_variant", &[("product", name), ("variant", variant)]),
        None => texts.fill("order.item", &[("product", name)]),
    };
    let greeting = if item.stock == Stock::SoldOut { "order.greeting_sold_out" } else { "order.greeting" };
    let mut lines = vec![texts.fill(greeting, &[("name", cooperative.label())]), what];
    if item.stock != Stock::SoldOut {
        let quantity = item.product.minimum_order.max(1).to_string();
        lines.push(match item.unit {
            Some(unit) => texts.fill("order.quantity_unit", &[("n", &quantity), ("unit", unit)]),
            None => texts.fill("order.quantity", &[("n", &quantity)]),
        });
        lines.push(match (item.price, item.unit) {
            (Some(price), Some(unit)) => {
                texts.fill("order.price_unit", &[("price", &money::rupiah(price, language)), ("unit", unit)])
            }
            (Some(price), None) => texts.fill("order.price", &[("price", &money::rupiah(price, language))]),
            (None, _) => texts.get("order.price_asked").to_owned(),
        });
    }
    lines.extend(item.url.map(str::to_owned));
    lines.join("\n")
}

/// Words of the button that orders, short where it stands beside a price.
pub fn order_label(stock: Stock, is_short: bool, texts: &Texts) -> &str {
    texts.get(match (stock, is_short) {
        (Stock::Available | Stock::Limited, false) => "action.order",
        (Stock::PreOrder, false) => "action.preorder",
        (Stock::SoldOut, false) => "action.ask_when",
        (Stock::Available | Stock::Limited, true) => "action.order_short",
        (Stock::PreOrder, true) => "action.preorder_short",
        (Stock::SoldOut, true) => "action.ask_short",
    })
}

/// Opening hours: rows for people, and the same for the script that knows whether it is open now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoursView {
    /// Days with the same hours together, Monday first.
    pub rows: Vec<HoursRow>,
    /// Days on which it is closed all the same.
    pub closed: Vec<String>,
    /// A sentence about it.
    pub note: Option<String>,
    /// `0800-1600,|…`: seven days, Monday first, spans in minutes of the day.
    pub week: String,
    /// Closed days as ISO dates, with a space between.
    pub closed_iso: String,
    /// Hours ahead of UTC.
    pub offset: i8,
    /// Short name of the zone.
    pub zone: &'static str,
}

/// Days with the same hours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct HoursRow {
    /// `Senin–Jumat`.
    pub days: String,
    /// `08.00–16.00`, or that it is closed.
    pub hours: String,
    /// First and last day, 0 for Monday.
    pub first: usize,
    /// Last day.
    pub last: usize,
    /// True if it is closed.
    pub closed: bool,
}

/// Opening hours as a page shows them.
pub fn hours(hours: &OpeningHours, settings: &Settings, language: Language, texts: &Texts) -> HoursView {
    let mut rows: Vec<HoursRow> = Vec::new();
    for (index, day) in hours.week.iter().enumerate() {
        let name = dates::weekday_name(i8::try_from(index).unwrap_or(0), texts);
        let spans: Vec<String> = day.0.iter().map(|span| dates::span(*span)).collect();
        let closed = spans.is_empty();
        let shown = if closed { texts.get("hours.closed").to_owned() } else { spans.join(", ") };
        match rows.last_mut().filter(|row| row.hours == shown) {
            Some(row) => {
                let first = row.days.split('–').next().unwrap_or(name).to_owned();
                row.days = format!("{first}–{name}");
                row.last = index;
            }
            None => {
                rows.push(HoursRow {
                    days: name.to_owned(),
                    hours: shown,
                    first: index,
                    last: index,
                    closed,
                });
            }
        }
    }
    let minutes = |span: &TimeSpan| {
        let of = |time: crate::model::Time| i32::from(time.hour()) * 60 + i32::from(time.minute());
        format!("{}-{}", of(span.from), of(span.to))
    };
    let week: Vec<String> =
        hours.week.iter().map(|day| day.0.iter().map(minutes).collect::<Vec<_>>().join(",")).collect();
    let mut upcoming: Vec<_> = hours.closed_on.iter().filter(|day| **day >= settings.today).collect();
    upcoming.sort();
    HoursView {
        rows,
        closed: upcoming.iter().take(6).map(|day| dates::day(**day, texts)).collect(),
        note: hours.note.as_ref().map(|note| note.get(language).to_owned()),
        week: week.join("|"),
        closed_iso: upcoming.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        offset: settings.time_zone.offset_hours(),
        zone: settings.time_zone.abbreviation(),
    }
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
