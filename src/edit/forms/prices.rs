//! Every price of a shop in one list: twenty are changed in a row, hold from one day, and are saved at once.

use std::collections::BTreeSet;

use anyhow::Result;

use super::conflict::{self, Goal};
use super::field::{id_of, widget};
use super::form::Said;
use super::{frame, sent};
use crate::amend::TypedValue;
use crate::edit::document::Document;
use crate::edit::entries::{Leaf, called, items, single, text_at, value_at};
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::pairs::Pairs;
use crate::edit::place::item;
use crate::edit::save::{self, Saved, Wish};
use crate::edit::shared::{self, Shared};
use crate::edit::shown::{self, Shown};
use crate::edit::told::Told;
use crate::edit::words::{self, Word};
use crate::keys::{PRODUCT, Section, TIER, VARIANT};

/// The day from which changed prices hold.
const SINCE: &str = "@sejak";
/// Ticked if all prices were confirmed on that day.
const ALL: &str = "@semua";

/// What has prices: a product, one of its variants, a price for larger orders.
struct Row {
    /// What it is called, and what with the product's name before it.
    name: String,
    whole_name: String,
    /// The product that it belongs to.
    product: String,
    is_inner: bool,
    price: Option<Leaf>,
    member_price: Option<Leaf>,
    stock: Option<Leaf>,
}

impl Row {
    fn leaves(&self) -> impl Iterator<Item = &Leaf> {
        [&self.price, &self.member_price, &self.stock].into_iter().flatten()
    }
}

fn rows(shown: &Shown, ask: &Ask) -> Vec<Row> {
    let products = items(shown.value("produk"));
    let has_member_prices = products.iter().any(has_member_price);
    let mut rows = Vec::new();
    for (product, number) in products.iter().zip(1..) {
        let at = item("produk", number);
        let name = called(&PRODUCT, product);
        let row =
            |section: &'static Section, place: &str, value: &TypedValue, own: String, is_inner: bool| Row {
                whole_name: if is_inner { format!("{name}, {own}") } else { own.clone() },
                name: own,
                product: at.clone(),
                is_inner,
                price: single(section, place, Some(value), "harga"),
                member_price: single(section, place, Some(value), "harga_anggota")
                    .filter(|_| has_member_prices),
                stock: single(section, place, Some(value), "stok"),
            };
        rows.push(row(&PRODUCT, &at, product, name.clone(), false));
        for (list, section) in [("varian", &VARIANT), ("grosir", &TIER)] {
            for (value, number) in items(value_at(Some(product), list)).iter().zip(1..) {
                let own = if list == "grosir" {
                    words::FROM_QUANTITY.with(ask.language, text_at(value, "mulai").unwrap_or("?"))
                } else {
                    called(section, value)
                };
                rows.push(row(section, &item(&format!("{at}.{list}"), number), value, own, true));
            }
        }
    }
    rows
}

fn has_member_price(product: &TypedValue) -> bool {
    let variants = items(value_at(Some(product), "varian"));
    std::iter::once(product).chain(variants).any(|value| text_at(value, "harga_anggota").is_some())
}

/// Shows the list.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn show(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    said: &Said<'_>,
) -> Result<Reply> {
    let language = ask.language;
    let shown = match shown::read(shared, ask, document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    let rows = rows(&shown, ask);
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    if let Some(note) = said.note {
        notes::say(&mut html, note, language);
    }
    let leaves: Vec<&Leaf> = rows.iter().flat_map(Row::leaves).collect();
    notes::summary(&mut html, &said.told, language, |at| {
        leaves.iter().find(|leaf| leaf.place == at).map(|leaf| id_of(&leaf.place))
    });
    if rows.is_empty() {
        html.element("p", &[], words::NONE_YET.say(language));
    }
    frame::open(&mut html, shared, ask, &address(document), shown.file.as_ref())?;
    day(&mut html, shared, ask, said);
    table(&mut html, &rows, ask, said);
    frame::close(&mut html, ask);
    let trail = shown.trail(shared, ask, "");
    Ok(page(shared, ask, words::PRICES.say(language), &trail, &html))
}

fn address(document: &Document) -> String {
    format!("{}/harga", document.address())
}

fn day(html: &mut Html, shared: &Shared, ask: &Ask, said: &Said<'_>) {
    let today = shared.request.today.to_string();
    let now = said.sent.and_then(|sent| sent.get(SINCE)).unwrap_or(&today);
    html.raw("<div class=\"isian\">");
    html.element("label", &[("for", "f-sejak")], words::HOLDS_FROM.say(ask.language));
    html.open("input", &[("type", "date"), ("id", "f-sejak"), ("name", SINCE), ("value", now)]);
    html.raw("</div>\n<p class=\"pilihan\"><label>");
    html.open("input", &[("type", "checkbox"), ("name", ALL), ("value", "ya")]);
    html.text(words::ALL_CONFIRMED.say(ask.language)).raw("</label></p>\n");
}

fn table(html: &mut Html, rows: &[Row], ask: &Ask, said: &Said<'_>) {
    let language = ask.language;
    let has_member_prices = rows.iter().any(|row| row.member_price.is_some());
    let mut heads = vec![words::GOODS, words::PRICE];
    if has_member_prices {
        heads.push(words::MEMBER_PRICE);
    }
    heads.push(words::STOCK);
    html.raw("<table class=\"harga\" data-harga>\n<thead><tr>");
    for head in &heads {
        html.element("th", &[("scope", "col")], head.say(language));
    }
    html.raw("</tr></thead>\n<tbody>\n");
    for row in rows {
        html.open("tr", &[("class", if row.is_inner { "anak" } else { "" })]);
        html.element("th", &[("scope", "row")], &row.name);
        cell(html, row.price.as_ref(), [words::PRICE, words::PRICE_OF], row, ask, said);
        if has_member_prices {
            cell(
                html,
                row.member_price.as_ref(),
                [words::MEMBER_PRICE, words::MEMBER_PRICE_OF],
                row,
                ask,
                said,
            );
        }
        cell(html, row.stock.as_ref(), [words::STOCK, words::STOCK_OF], row, ask, said);
        html.raw("</tr>\n");
    }
    html.raw("</tbody></table>\n");
}

fn cell(
    html: &mut Html,
    leaf: Option<&Leaf>,
    [head, label]: [Word; 2],
    row: &Row,
    ask: &Ask,
    said: &Said<'_>,
) {
    html.open("td", &[("data-kepala", head.say(ask.language))]);
    if let Some(leaf) = leaf.filter(|leaf| !leaf.is_odd) {
        let id = id_of(&leaf.place);
        let said_id = format!("t-{id}");
        let label = label.with(ask.language, &row.whole_name);
        let now = said.sent.and_then(|sent| sent.get(&leaf.place)).unwrap_or(&leaf.now);
        let mut attributes = vec![("id", id.as_str()), ("name", leaf.place.as_str()), ("aria-label", &label)];
        let is_bad = said.told.at(&leaf.place).next().is_some();
        if is_bad {
            attributes.extend([("aria-invalid", "true"), ("aria-describedby", said_id.as_str())]);
        }
        widget(html, leaf.key, now, &attributes, ask.language);
        html.open("div", &[("class", "kata"), ("id", &said_id)]);
        for finding in said.told.at(&leaf.place) {
            notes::one(html, finding, ask.language, "");
        }
        html.raw("</div>");
    }
    html.raw("</td>");
}

/// What a sent list wants to be different, without the day from which it holds.
///
/// # Errors
/// If the machine fails.
fn wish(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    pairs: &Pairs,
) -> Result<Result<(Wish, Vec<String>), Reply>> {
    let base = pairs.get("@berkas").unwrap_or_default().to_owned();
    let shown = match shared::recall(shared, &base) {
        Some(file) => shown::read_file(shared, ask, document, Some(file)),
        None => shown::read(shared, ask, document)?,
    };
    let shown = match shown {
        Ok(shown) => shown,
        Err(reply) => return Ok(Err(reply)),
    };
    let rows = rows(&shown, ask);
    let values = sent::changed_leaves(rows.iter().flat_map(Row::leaves), pairs);
    let is_new_price = |row: &&Row| {
        let prices = [&row.price, &row.member_price].into_iter().flatten();
        prices.into_iter().any(|leaf| values.iter().any(|(place, _)| *place == leaf.place))
    };
    let is_priced = |row: &&Row| row.price.as_ref().is_some_and(|leaf| !leaf.now.is_empty());
    let dated: BTreeSet<String> = match pairs.get(ALL) {
        Some(_) => rows.iter().filter(is_priced).map(|row| row.product.clone()).collect(),
        None => rows.iter().filter(is_new_price).map(|row| row.product.clone()).collect(),
    };
    let wish = Wish { document: document.clone(), base, values, removed: Vec::new(), body: None };
    Ok(Ok((wish, dated.into_iter().collect())))
}

fn with_days(wish: &Wish, dated: &[String], day: &str) -> Wish {
    let mut values = wish.values.clone();
    values.extend(dated.iter().map(|product| (format!("{product}.per_tanggal"), day.to_owned())));
    Wish { values, ..wish.clone() }
}

/// Takes in the list.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn take(shared: &Shared, ask: &Ask, document: &Document, pairs: &Pairs) -> Result<Reply> {
    let (wish, dated) = match wish(shared, ask, document, pairs)? {
        Ok(wish) => wish,
        Err(reply) => return Ok(reply),
    };
    let day = pairs.get(SINCE).unwrap_or_default();
    let address = address(document);
    if wish.values.is_empty() && dated.is_empty() {
        return Ok(Reply::Moved(format!("{address}?simpan=0")));
    }
    Ok(match save::save(shared, &with_days(&wish, &dated, day))? {
        Saved::Written(number, _) => {
            shared.safety.spend(pairs.get("@kunci").unwrap_or_default());
            Reply::Moved(format!("{address}?simpan={number}"))
        }
        Saved::Unchanged => Reply::Moved(format!("{address}?simpan=0")),
        Saved::Refused(told) => {
            return show(shared, ask, document, &Said { told, sent: Some(pairs), note: None });
        }
        Saved::Changed | Saved::Gone => {
            return conflict::show(shared, ask, &wish, &Goal::Address(&address), &[(SINCE, day)]);
        }
    })
}

/// What would be wrong with the list; nothing is written.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn try_out(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    pairs: &Pairs,
) -> Result<Told> {
    Ok(match wish(shared, ask, document, pairs)? {
        Ok((wish, dated)) => {
            save::try_out(shared, &with_days(&wish, &dated, pairs.get(SINCE).unwrap_or_default()))?
        }
        Err(_) => Told::default(),
    })
}
