//! Everything of one cooperative at a glance: which prices are old, and the way to each part.

use anyhow::Result;

use super::frame;
use crate::amend::TypedValue;
use crate::content;
use crate::edit::document::Document;
use crate::edit::entries::{beside, called, items, text_at, value_at};
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::pairs::Pairs;
use crate::edit::place::{Spot, item, spot};
use crate::edit::preview;
use crate::edit::save::{self, Saved, Wish};
use crate::edit::shared::Shared;
use crate::edit::shown::{self, Shown};
use crate::edit::words::{self, sentence};
use crate::keys::{PRODUCT, PROFILE};
use crate::model::Date;

/// A price that nobody has confirmed for so many days is old.
const OLD_DAYS: i32 = 30;

/// Parts of a profile that people change often, by their keys.
const PARTS: [&str; 10] = [
    "produk",
    "gerai",
    "peluang",
    "agenda",
    "buka",
    "pengurus",
    "muda",
    "kontak",
    "pembayaran",
    "anggota_ukm",
];

/// A price that is old.
struct Old {
    place: String,
    name: String,
    price: String,
    since: Option<String>,
}

/// Shows a cooperative.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn show(shared: &Shared, ask: &Ask, slug: &str) -> Result<Reply> {
    let language = ask.language;
    let document = Document::Profile(slug.to_owned());
    let shown = match shown::read(shared, ask, &document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    old_prices(&mut html, shared, ask, &shown, slug)?;
    html.raw("<ul class=\"bagian\">\n<li>");
    html.link(&format!("/k/{slug}/harga"), words::PRICES.say(language));
    html.element("span", &[], words::PRICES_NOTE.say(language)).raw("</li>\n");
    for name in PARTS {
        let Some(key) = PROFILE.key(name) else { continue };
        let count = items(shown.value(name)).len();
        let is_list = matches!(spot(&PROFILE, name), Some(Spot::List(..)));
        html.raw("<li>").link(&document.form(name), &sentence(words::meaning(key, language)));
        if is_list {
            html.element("span", &[], &count.to_string());
        }
        html.raw("</li>\n");
    }
    html.raw("<li>").link(&format!("/k/{slug}/cerita/"), words::STORIES.say(language)).raw("</li>\n<li>");
    html.link(&document.form(""), words::PROFILE.say(language)).raw("</li>\n</ul>\n<p>");
    let home = preview::at(shared, &shared.live.home_of(slug));
    html.link(&home, words::LOOK_AT_PAGE.say(language)).raw("</p>\n");
    goods(&mut html, &shown, ask);
    let title = shown.title(ask, "");
    let trail = if shared.live.names().len() > 1 {
        vec![("/".to_owned(), words::COOPERATIVES.say(language).to_owned())]
    } else {
        Vec::new()
    };
    Ok(page(shared, ask, &title, &trail, &html))
}

fn goods(html: &mut Html, shown: &Shown, ask: &Ask) {
    let products = items(shown.value("produk"));
    html.element("h2", &[], words::GOODS.say(ask.language)).raw("<ol class=\"butir\">\n");
    for (product, number) in products.iter().zip(1..) {
        let to = shown.document.form(&item("produk", number));
        html.raw("<li>").link(&to, &called(&PRODUCT, product));
        if let Some(price) = beside(product) {
            html.element("span", &[], price);
        }
        html.raw("</li>\n");
    }
    html.raw("</ol>\n<p class=\"tambah\">");
    let next = shown.document.form(&item("produk", products.len() + 1));
    html.link(&next, words::ADD.say(ask.language)).raw("</p>\n");
}

fn old_prices(html: &mut Html, shared: &Shared, ask: &Ask, shown: &Shown, slug: &str) -> Result<()> {
    let language = ask.language;
    let old = old_ones(shown, shared.request.today);
    if old.is_empty() {
        return Ok(());
    }
    html.raw("<section class=\"tua\">\n").element("h2", &[], &words::OLD_PRICES.with(language, old.len()));
    let action = format!("/k/{slug}/masih");
    html.open("form", &[("method", "post"), ("action", &action)]);
    let name = crate::edit::shared::note(shared, shown.file.as_ref());
    frame::seal(html, shared, ask, &action, &name)?;
    html.raw("<ul>\n");
    for one in &old {
        html.raw("<li><span>")
            .link(&shown.document.form(&one.place), &one.name)
            .text(&format!("{} ", one.price));
        let since = match &one.since {
            Some(day) => words::SINCE.with(language, day),
            None => words::SINCE_ASKED.say(language).to_owned(),
        };
        html.element("small", &[], &since).raw("</span> ");
        let label = format!("{}: {}", words::STILL.say(language), one.name);
        let button = [("name", "barang"), ("value", one.place.as_str()), ("aria-label", label.as_str())];
        html.element("button", &button, words::STILL.say(language)).raw("</li>\n");
    }
    html.raw("</ul>\n").close("form").close("section");
    Ok(())
}

fn old_ones(shown: &Shown, today: Date) -> Vec<Old> {
    let products = items(shown.value("produk")).iter().zip(1..);
    let mut old: Vec<Old> =
        products.filter_map(|(product, number)| old_one(product, number, today)).collect();
    // What nobody ever dated comes first, then the oldest.
    old.sort_by(|a, b| a.since.cmp(&b.since));
    old
}

fn old_one(product: &TypedValue, number: usize, today: Date) -> Option<Old> {
    let own = text_at(product, "harga");
    let of_variant = || {
        let variants = items(value_at(Some(product), "varian"));
        variants.iter().find_map(|variant| text_at(variant, "harga"))
    };
    let price = own.or_else(of_variant)?.to_owned();
    let since = text_at(product, "per_tanggal").map(|typed| {
        let written = PRODUCT.key("per_tanggal").and_then(|key| content::meaning(key, typed));
        written.map_or_else(|| typed.to_owned(), |meaning| meaning.written)
    });
    let day = since.as_ref().and_then(|since| since.parse::<Date>().ok());
    let is_old = day.is_none_or(|day| (today - day).get_days() > OLD_DAYS);
    is_old.then(|| Old { place: item("produk", number), name: called(&PRODUCT, product), price, since })
}

/// Takes in that prices are still the same.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn still(shared: &Shared, slug: &str, pairs: &Pairs) -> Result<Reply> {
    let document = Document::Profile(slug.to_owned());
    let today = shared.request.today.to_string();
    let is_product = |place: &&str| matches!(spot(&PROFILE, place), Some(Spot::Keys(section)) if std::ptr::eq(section, &raw const PRODUCT));
    let values =
        pairs.all("barang").filter(is_product).map(|place| (format!("{place}.per_tanggal"), today.clone()));
    let base = pairs.get("@berkas").unwrap_or_default().to_owned();
    let wish = Wish { document, base, values: values.collect(), removed: Vec::new(), body: None };
    let number = match save::save(shared, &wish)? {
        Saved::Written(number, _) => number,
        // Shown again, as the file is now.
        _ => 0,
    };
    Ok(Reply::Moved(format!("/k/{slug}/?simpan={number}")))
}
