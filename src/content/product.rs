//! Products: what is typed below `produk:`, and how the prices of one product stand to each other.

use std::collections::BTreeMap;

use super::claims::check_claims;
use super::contact::{host, parse_link};
use super::findings::time::in_the_future;
use super::findings::{money as money_finding, offer as finding, photo as photo_finding};
use super::legal::read_certificates;
use super::mapping::Keys;
use super::money::parse_price;
use super::photo::{read_photo, read_photos};
use super::reader::Reader;
use super::suggestion;
use super::time::{parse_date, read_season};
use super::typed::Typed;
use crate::finding::{Findings, Span};
use crate::keys::STOCKS;
use crate::model::{
    FRESH_DAYS, Marketplace, MarketplaceLink, OriginStep, Product, Promo, Rupiah, ShelfLife, ShelfUnit, Slug,
    Stock, Tier, Variant, Weight,
};

const STOCK_WORDS: [(&str, Stock); 4] = [
    (STOCKS[0], Stock::Available),
    (STOCKS[1], Stock::Limited),
    (STOCKS[2], Stock::SoldOut),
    (STOCKS[3], Stock::PreOrder),
];

/// Addresses that are taken, with the line of who has them.
pub(super) type Taken = BTreeMap<Slug, u32>;

/// Claims an address for something; a second claim is a finding at the second.
pub(super) fn claim(
    slug: Slug,
    at: &Span,
    what: (&str, &str),
    taken: &mut Taken,
    findings: &mut Findings,
) -> Option<Slug> {
    if let Some(first_line) = taken.get(&slug) {
        findings.push(finding::slug_taken(at.clone(), what, slug.as_str(), *first_line));
        return None;
    }
    taken.insert(slug.clone(), at.line);
    Some(slug)
}

/// An id as it was typed, or one made of a name.
pub(super) fn slug_of(
    id: Option<Typed<'_>>,
    name: Option<Typed<'_>>,
    findings: &mut Findings,
) -> Option<(Slug, Span)> {
    if let Some(typed) = id {
        return parse_slug(typed, findings).map(|slug| (slug, typed.span()));
    }
    let name = name?;
    let slug = Slug::from_name(name.text);
    if slug.is_none() {
        findings.push(finding::no_slug(name.span(), name.text));
    }
    slug.map(|slug| (slug, name.span()))
}

/// A word of lower-case letters, digits and hyphens.
pub(super) fn parse_slug(typed: Typed<'_>, findings: &mut Findings) -> Option<Slug> {
    let slug = Slug::parse(typed.text);
    if slug.is_none() {
        let mended = Slug::from_name(typed.text);
        findings.push(finding::not_a_slug(typed, mended.as_ref().map(Slug::as_str)));
    }
    slug
}

/// One product. `members` are the ids that `produsen` may name, `taken` the addresses of earlier products.
pub(super) fn read_product(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    members: &[Slug],
    taken: &mut Taken,
    findings: &mut Findings,
) -> Option<Product> {
    let name = keys.local_typed("nama", findings);
    let id = keys.scalar("id", findings);
    let slug = slug_of(id, name.as_ref().map(|(_, typed)| *typed), findings)
        .and_then(|(slug, at)| claim(slug, &at, ("produk", "product"), taken, findings));
    let photos = read_photos(&mut keys, "foto", reader, findings);
    if let Some(bare) = photos.iter().find(|placed| placed.photo.alt.is_none()) {
        findings.push(photo_finding::no_alt(bare.at.clone(), &bare.photo.path));
    }
    let category = keys.text("kategori", findings);
    let price = keys.parse("harga", parse_price, findings);
    let unit = keys.text("satuan", findings);
    let member_price = keys.parse("harga_anggota", parse_price, findings);
    let minimum_order = keys.number("minimal", findings).unwrap_or(1);
    let tiers = read_tiers(&mut keys, price, findings);
    let variants =
        keys.each("varian", findings, |keys, findings| read_variant(keys, price, reader, findings));
    let stock = keys.choice("stok", &STOCK_WORDS, findings);
    let season = read_season(&mut keys, findings);
    let promo = read_promo(&mut keys, price, reader, findings);
    let priced_on = keys.parse("per_tanggal", parse_date, findings);
    let weight = keys.parse("berat", parse_weight, findings);
    let shelf_life = keys.parse("umur_simpan", parse_shelf_life, findings);
    let certificates = keys.map("sertifikat", findings);
    let certificates = certificates.map(|keys| read_certificates(keys, reader.settings.today, findings));
    let markets = keys.map("pasar", findings).map(|keys| read_markets(keys, findings));
    let producer = keys.parse("produsen", |typed, f| find_producer(typed, members, f), findings);
    let origin = keys.each("asal", findings, |keys, findings| read_origin(keys, reader, findings));
    let featured = keys.flag("unggulan", findings).unwrap_or(false);
    let description = keys.local_typed("keterangan", findings);

    let has_halal = certificates.as_ref().is_some_and(|certificates| certificates.halal.is_some());
    for (_, typed) in [&name, &description].into_iter().flatten() {
        check_claims(*typed, has_halal, findings);
    }
    check_variant_names(&keys, &variants, findings);
    check_prices(&keys, price, member_price, &variants, findings);
    check_reach(&keys, price, &variants, findings);
    let running = promo.as_ref().filter(|promo| promo.until >= reader.settings.today);
    check_gain(&keys, member_price, minimum_order, &tiers, running, findings);
    check_measure(keys.key_span("berat"), price, weight, findings);
    if let (Some(_), None, Some((_, typed))) = (price, &unit, &name) {
        findings.push(money_finding::no_unit(typed.span(), typed.text));
    }
    if let Some(day) = priced_on {
        let days = (reader.settings.today - day).get_days();
        if days > FRESH_DAYS {
            findings.push(money_finding::price_stale(keys.key_span("per_tanggal"), days));
        } else if days < 0 {
            findings.push(in_the_future(keys.key_span("per_tanggal"), "per_tanggal", day));
        }
    }
    keys.finish(findings);
    Some(Product {
        slug: slug?,
        name: name?.0,
        photos: photos.into_iter().map(|placed| placed.photo).collect(),
        category,
        price,
        unit,
        member_price,
        minimum_order,
        tiers,
        variants,
        stock: stock.unwrap_or_default(),
        season,
        promo,
        priced_on,
        weight,
        shelf_life,
        certificates: certificates.unwrap_or_default(),
        markets: markets.unwrap_or_default(),
        producer,
        description: description.map(|(text, _)| text),
        origin,
        featured,
    })
}

fn check_prices(
    keys: &Keys<'_>,
    price: Option<Rupiah>,
    member_price: Option<Rupiah>,
    variants: &[Variant],
    findings: &mut Findings,
) {
    let highest = variants.iter().filter_map(|variant| variant.price).chain(price).max();
    if let (Some(member), Some(price)) = (member_price, highest)
        && member > price
    {
        findings.push(money_finding::not_below(
            keys.key_span("harga_anggota"),
            "harga_anggota",
            member,
            price,
        ));
    }
    if member_price.is_some() && highest.is_none() && !keys.has("harga") {
        findings.push(money_finding::no_price_to_compare(keys.key_span("harga_anggota"), "harga_anggota"));
    }
    for name in ["grosir", "promo"] {
        if keys.has(name) && highest.is_none() && !keys.has("harga") {
            findings.push(money_finding::no_price_to_compare(keys.key_span(name), name));
        }
    }
}

/// What no variant takes part in is told, since nobody can order it.
fn check_reach(keys: &Keys<'_>, price: Option<Rupiah>, variants: &[Variant], findings: &mut Findings) {
    let is_apart = |variant: &Variant| variant.price.is_some() && variant.price != price;
    if price.is_some() && !variants.is_empty() && variants.iter().all(is_apart) {
        for key in ["harga", "promo", "grosir", "harga_anggota"] {
            if keys.has(key) {
                findings.push(money_finding::reaches_no_variant(keys.key_span(key), key));
            }
        }
    }
}

/// Prices that save nobody anything: a promotion undercuts them, or every order does.
fn check_gain(
    keys: &Keys<'_>,
    member_price: Option<Rupiah>,
    minimum_order: u32,
    tiers: &[Tier],
    promo: Option<&Promo>,
    findings: &mut Findings,
) {
    if let Some(promo) = promo {
        let dearer = |price: Rupiah| price >= promo.price;
        let keys_of_dearer = [
            ("harga_anggota", member_price.is_some_and(dearer)),
            ("grosir", tiers.iter().any(|tier| dearer(tier.price))),
        ];
        for (key, _) in keys_of_dearer.into_iter().filter(|(_, is_dearer)| *is_dearer) {
            findings.push(money_finding::promo_is_cheaper(keys.key_span(key), key, promo.price));
        }
    }
    if let Some(tier) = tiers.first().filter(|tier| tier.from_quantity <= minimum_order && minimum_order > 1)
    {
        findings.push(money_finding::tier_below_minimum(
            keys.key_span("grosir"),
            tier.from_quantity,
            minimum_order,
        ));
    }
}

/// Dearest kilogram or litre, and cheapest, that are no surprise, in rupiah: vanilla and agarwood stay below, gravel and
/// water above.
const MEASURE_PRICES: std::ops::RangeInclusive<u64> = 100..=20_000_000;

/// A price for each kilogram or litre that nobody asks means that weight or price was mistyped.
fn check_measure(at: Span, price: Option<Rupiah>, weight: Option<Weight>, findings: &mut Findings) {
    let (Some(price), Some(Weight::Grams(amount) | Weight::Millilitres(amount))) = (price, weight) else {
        return;
    };
    let each = price.amount().saturating_mul(1000) / u64::from(amount.max(1));
    if !MEASURE_PRICES.contains(&each) {
        let measure = if matches!(weight, Some(Weight::Grams(_))) { "kg" } else { "liter" };
        findings.push(finding::odd_price_per_measure(at, each, measure));
    }
}

fn check_variant_names(keys: &Keys<'_>, variants: &[Variant], findings: &mut Findings) {
    let mut names: Vec<&str> = variants.iter().map(|variant| variant.name.original()).collect();
    names.sort_unstable();
    if let Some(pair) = names.windows(2).find(|pair| pair[0] == pair[1]) {
        findings.push(finding::variant_twice(keys.key_span("varian"), pair[0]));
    }
}

fn read_tiers(keys: &mut Keys<'_>, price: Option<Rupiah>, findings: &mut Findings) -> Vec<Tier> {
    let mut before: Option<Tier> = None;
    keys.each("grosir", findings, |mut keys, findings| {
        let from_quantity = keys.number("mulai", findings);
        let tier_price = keys.parse("harga", parse_price, findings);
        let quantity_at = keys.key_span("mulai");
        let price_at = keys.key_span("harga");
        keys.finish(findings);
        let tier = Tier { from_quantity: from_quantity?, price: tier_price? };
        if let Some(before) = &before {
            if tier.from_quantity <= before.from_quantity {
                findings.push(money_finding::tiers_not_in_order(quantity_at, true));
            } else if tier.price >= before.price {
                findings.push(money_finding::tiers_not_in_order(price_at, false));
            }
        } else if let Some(price) = price.filter(|price| tier.price > *price) {
            findings.push(money_finding::not_below(price_at, "harga grosir", tier.price, price));
        }
        before = Some(tier.clone());
        Some(tier)
    })
}

fn read_variant(
    mut keys: Keys<'_>,
    product_price: Option<Rupiah>,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Option<Variant> {
    let name = keys.local("nama", findings);
    let variant_price = keys.parse("harga", parse_price, findings);
    let member_price = keys.parse("harga_anggota", parse_price, findings);
    let unit = keys.text("satuan", findings);
    let stock = keys.choice("stok", &STOCK_WORDS, findings);
    let photo = read_photo(&mut keys, "foto", reader, findings);
    let weight = keys.parse("berat", parse_weight, findings);
    check_measure(keys.key_span("berat"), variant_price.or(product_price), weight, findings);
    if let (Some(member), Some(price)) = (member_price, variant_price.or(product_price))
        && member > price
    {
        findings.push(money_finding::not_below(
            keys.key_span("harga_anggota"),
            "harga_anggota",
            member,
            price,
        ));
    }
    keys.finish(findings);
    Some(Variant { name: name?, price: variant_price, member_price, unit, stock, photo, weight })
}

fn read_promo(
    keys: &mut Keys<'_>,
    price: Option<Rupiah>,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Option<Promo> {
    let mut keys = keys.map("promo", findings)?;
    let promo_price = keys.parse("harga", parse_price, findings);
    let from = keys.parse("mulai", parse_date, findings);
    let until = keys.parse("sampai", parse_date, findings);
    let price_at = keys.key_span("harga");
    let until_at = keys.key_span("sampai");
    keys.finish(findings);
    let promo = Promo { price: promo_price?, from, until: until? };
    match price {
        Some(price) if promo.price > price => {
            findings.push(money_finding::not_below(price_at, "harga promo", promo.price, price));
        }
        Some(price) if promo.price == price => {
            findings.push(money_finding::promo_without_gain(price_at, price));
        }
        _ => {}
    }
    if promo.from.is_some_and(|from| from > promo.until) {
        findings.push(super::findings::time::ends_before_start(until_at, "sampai", "mulai"));
    } else if promo.until < reader.settings.today {
        findings.push(money_finding::promo_ended(until_at, promo.until));
    }
    Some(promo)
}

fn read_markets(mut keys: Keys<'_>, findings: &mut Findings) -> Vec<MarketplaceLink> {
    let markets: [(&'static str, Marketplace, &[&str]); 5] = [
        ("tokopedia", Marketplace::Tokopedia, &["tokopedia.com", "tokopedia.link"]),
        ("shopee", Marketplace::Shopee, &["shopee.co.id", "shope.ee", "shp.ee"]),
        ("tiktok", Marketplace::TikTok, &["tiktok.com", "tokopedia.com"]),
        ("lazada", Marketplace::Lazada, &["lazada.co.id"]),
        ("blibli", Marketplace::Blibli, &["blibli.com", "blibli.app.link"]),
    ];
    let mut links = Vec::new();
    for (name, marketplace, hosts) in markets {
        let Some(typed) = keys.scalar(name, findings) else { continue };
        let Some(url) = parse_link(typed, findings) else { continue };
        let host = host(&url);
        if !hosts.iter().any(|known| host == *known || host.ends_with(&format!(".{known}"))) {
            findings.push(finding::other_marketplace(typed, &host));
        }
        links.push(MarketplaceLink { marketplace, url });
    }
    keys.finish(findings);
    links
}

fn read_origin(mut keys: Keys<'_>, reader: &Reader<'_>, findings: &mut Findings) -> Option<OriginStep> {
    let title = keys.local("judul", findings);
    let text = keys.local("keterangan", findings);
    let photo = read_photo(&mut keys, "foto", reader, findings);
    keys.finish(findings);
    Some(OriginStep { title: title?, text, photo })
}

fn find_producer(typed: Typed<'_>, members: &[Slug], findings: &mut Findings) -> Option<Slug> {
    let found = members.iter().find(|member| member.as_str() == typed.text).cloned();
    if found.is_none() {
        let known: Vec<&str> = members.iter().map(Slug::as_str).collect();
        findings.push(finding::unknown_producer(typed, suggestion::nearest(typed.text, &known), &known));
    }
    found
}

/// `520 g`, `1,6 kg`, `2 ons`, `500 ml`, `1.5 liter`.
fn parse_weight(typed: Typed<'_>, findings: &mut Findings) -> Option<Weight> {
    if let Some(meant) = comma_for_thousands(typed.text) {
        findings.push(finding::weight_comma_groups(typed, &meant));
        return None;
    }
    let weight = weight(typed.text);
    match weight {
        None => findings.push(finding::not_a_weight(typed)),
        Some(Weight::Grams(amount) | Weight::Millilitres(amount)) if amount > MOST_GRAMS => {
            let meant = typed.text.contains('.').then(|| typed.text.replace('.', ","));
            findings.push(finding::weight_huge(typed, meant.as_deref()));
        }
        Some(_) => {}
    }
    weight
}

/// Heaviest unit that is no surprise, in grams or millilitres.
const MOST_GRAMS: u32 = 100_000;

/// Number and unit of `1,6 kg`, the unit in lower case.
fn number_and_unit(text: &str) -> Option<(&str, String)> {
    let number_end = text.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))?;
    Some((text[..number_end].trim(), text[number_end..].trim().to_lowercase()))
}

/// `1,800 g` as another language groups it; with a dot in the comma's place. A thousandth of a gram or millilitre is
/// nothing that a shop sells.
fn comma_for_thousands(text: &str) -> Option<String> {
    let (number, unit) = number_and_unit(text)?;
    let (whole, part) = number.split_once(',')?;
    let is_grouped =
        part.len() == 3 && !whole.starts_with('0') && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_small = matches!(unit.as_str(), "g" | "gr" | "gram" | "ml" | "cc" | "mililiter");
    (is_grouped && is_small).then(|| text.replace(',', "."))
}

fn weight(text: &str) -> Option<Weight> {
    let (number, unit) = number_and_unit(text)?;
    let (whole, part) = match super::number::grouped_digits(number) {
        // `1.250 g` groups thousands; `0.250 kg` cannot.
        Some(whole) if !(number.contains('.') && number.starts_with('0')) => (whole, ""),
        _ => {
            let (whole, part) = number.split_once([',', '.'])?;
            (super::number::grouped_digits(whole)?, part)
        }
    };
    if part.len() > 3 || !part.bytes().all(|byte| byte.is_ascii_digit()) || whole > 1_000_000 {
        return None;
    }
    let thousandths = u64::try_from(whole).ok()? * 1000 + format!("{part:0<3}").parse::<u64>().ok()?;
    let (factor, is_volume) = match unit.as_str() {
        "g" | "gr" | "gram" => (1, false),
        "ons" => (100, false),
        "kg" | "kilo" | "kilogram" => (1_000, false),
        "kuintal" | "kwintal" => (100_000, false),
        "ton" => (1_000_000, false),
        "ml" | "cc" | "mililiter" => (1, true),
        "l" | "lt" | "ltr" | "liter" => (1_000, true),
        _ => return None,
    };
    // Nothing is rounded in silence: `1,25 g` would be 1 g.
    let exact = thousandths * factor;
    let amount = u32::try_from(exact / 1000).ok().filter(|amount| *amount > 0 && exact % 1000 == 0)?;
    Some(if is_volume { Weight::Millilitres(amount) } else { Weight::Grams(amount) })
}

/// Longest shelf life in days; nothing that a cooperative sells is labelled for longer.
const MOST_SHELF_DAYS: u32 = 50 * 366;

/// `3 hari`, `2 minggu`, `12 bulan`, `1 tahun`, also `3hari` and in English.
fn parse_shelf_life(typed: Typed<'_>, findings: &mut Findings) -> Option<ShelfLife> {
    let life = shelf_life(typed.text);
    if life.is_none() {
        findings.push(finding::not_a_shelf_life(typed));
    }
    life
}

fn shelf_life(text: &str) -> Option<ShelfLife> {
    let number_end = text.find(|c: char| !c.is_ascii_digit())?;
    let number: u32 = text[..number_end].parse().ok()?;
    let (unit, days) = match text[number_end..].trim().to_lowercase().as_str() {
        "hari" | "hr" | "day" | "days" => (ShelfUnit::Day, 1),
        "minggu" | "mgg" | "pekan" | "week" | "weeks" => (ShelfUnit::Week, 7),
        "bulan" | "bln" | "month" | "months" => (ShelfUnit::Month, 31),
        "tahun" | "thn" | "th" | "year" | "years" => (ShelfUnit::Year, 366),
        _ => return None,
    };
    let in_days = number.checked_mul(days)?;
    (1..=MOST_SHELF_DAYS).contains(&in_days).then_some(ShelfLife { number, unit })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shelf_life_is_a_whole_number_with_its_unit() {
        for (text, number, unit) in [
            ("3 hari", 3, ShelfUnit::Day),
            ("2minggu", 2, ShelfUnit::Week),
            ("12 Bulan", 12, ShelfUnit::Month),
            ("1 thn", 1, ShelfUnit::Year),
        ] {
            assert_eq!(shelf_life(text), Some(ShelfLife { number, unit }), "{text}");
        }
        for text in [
            "3",
            "hari",
            "0 hari",
            "1,5 bulan",
            "3-4 hari",
            "60 tahun",
            "4294967295 tahun",
            "-3 hari",
            "3 jam",
        ] {
            assert_eq!(shelf_life(text), None, "{text}");
        }
    }

    #[test]
    fn weights_are_read_in_local_units() {
        for (text, grams) in [
            ("520 g", 520),
            ("1,6 kg", 1600),
            ("1.6kg", 1600),
            ("2 ons", 200),
            ("0.250 kg", 250),
            ("1.250 gram", 1250),
            ("1 kuintal", 100_000),
        ] {
            assert_eq!(weight(text), Some(Weight::Grams(grams)), "{text}");
        }
        assert_eq!(weight("1,5 liter"), Some(Weight::Millilitres(1500)));
        for wrong in ["berat", "5", "kg", "-1 kg", "0 g", "1 botol", "1,2,3 kg", "99999999999 kg"] {
            assert_eq!(weight(wrong), None, "{wrong}");
        }
    }
}
