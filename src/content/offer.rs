//! What one product costs: its own price, for members, by quantity, for a while, of its variants; and how these stand
//! to each other.

use std::collections::BTreeSet;

use super::code::Codes;
use super::date::parse_date;
use super::findings::time::{ends_before_start, in_the_future};
use super::findings::{money, offer as finding, plausible};
use super::mapping::Keys;
use super::measure::{held_by, parse_weight};
use super::money::{SMALLEST_COIN, parse_price};
use super::photo::read_photo;
use super::reader::Reader;
use super::typed::Typed;
use crate::finding::{Findings, Span};
use crate::keys::STOCKS;
use crate::model::{Date, LocalText, Promo, Rupiah, Stock, Tier, Variant, Weight, is_bought_by_the_piece};
use crate::settings::Settings;

pub(super) const STOCK_WORDS: [(&str, Stock); 4] = [
    (STOCKS[0], Stock::Available),
    (STOCKS[1], Stock::Limited),
    (STOCKS[2], Stock::SoldOut),
    (STOCKS[3], Stock::PreOrder),
];

/// What is typed of a product's prices.
pub(super) struct Offer {
    pub(super) price: Option<Rupiah>,
    pub(super) unit: Option<LocalText>,
    pub(super) unit_holds: Option<Weight>,
    pub(super) member_price: Option<Rupiah>,
    pub(super) minimum_order: u32,
    pub(super) tiers: Vec<Tier>,
    pub(super) variants: Vec<Variant>,
    pub(super) promo: Option<Promo>,
    /// The day of the price.
    pub(super) priced_on: Option<Date>,
    pub(super) weight: Option<Weight>,
}

impl Offer {
    /// Takes the keys of a product that say what it costs.
    pub(super) fn read(
        keys: &mut Keys<'_>,
        reader: &Reader<'_>,
        codes: &mut Codes,
        findings: &mut Findings,
    ) -> Self {
        let price = keys.parse("harga", parse_price, findings);
        let weight = keys.parse("berat", parse_weight, findings);
        let (unit, unit_holds) = read_unit(keys, weight, findings);
        Self {
            price,
            unit_holds,
            unit,
            member_price: keys.parse("harga_anggota", parse_price, findings),
            minimum_order: keys.number("minimal", findings).unwrap_or(1),
            tiers: read_tiers(keys, price, findings),
            variants: keys.each("varian", findings, |keys, findings| {
                read_variant(keys, price, reader, codes, findings)
            }),
            promo: read_promo(keys, price, reader, findings),
            priced_on: keys.parse("per_tanggal", parse_date, findings),
            weight,
        }
    }

    /// How the prices stand to each other, to the weight and to the day.
    pub(super) fn check(
        &self,
        keys: &Keys<'_>,
        name: Option<Typed<'_>>,
        settings: &Settings,
        findings: &mut Findings,
    ) {
        let Self { price, unit, member_price, minimum_order, tiers, variants, .. } = self;
        check_variant_names(keys, findings);
        check_prices(keys, *price, *member_price, variants, findings);
        check_reach(keys, *price, variants, findings);
        let running = self.promo.as_ref().filter(|promo| promo.until >= settings.today);
        let least = least_order(*minimum_order, *price, variants);
        // What reaches nobody was told as that.
        if variants.is_empty() || variants.iter().any(|variant| !is_apart(variant, *price)) {
            check_gain(keys, *member_price, least, tiers, running, findings);
        }
        self.check_thousands(keys, findings);
        self.check_far_below(keys, findings);
        if !unit.as_ref().is_some_and(is_bought_by_the_piece) {
            check_measure(keys.key_span("berat"), *price, self.weight, findings);
        }
        if let (Some(_), None, Some(typed)) = (price, unit, name) {
            findings.push(money::no_unit(typed.span(), typed.text));
        }
        if let Some(day) = self.priced_on {
            check_day(keys.key_span("per_tanggal"), day, settings, findings);
        }
    }

    /// Prices that ask less than a tenth of the ordinary one: rather a digit is missing.
    fn check_far_below(&self, keys: &Keys<'_>, findings: &mut Findings) {
        let Some(ordinary) = self.price else { return };
        let prices = [
            ("harga_anggota", self.member_price),
            ("grosir", self.tiers.iter().map(|tier| tier.price).min()),
            ("promo", self.promo.as_ref().map(|promo| promo.price)),
        ];
        for (key, price) in prices {
            let is_far = |price: &Rupiah| {
                let amount = price.amount();
                amount.saturating_mul(10) < ordinary.amount()
                    && !has_lost_thousands(amount, ordinary.amount())
            };
            if let Some(price) = price.filter(is_far) {
                findings.push(plausible::far_below(keys.key_span(key), key, price, ordinary));
            }
        }
        if ordinary.amount() > DEAREST_UNIT {
            findings.push(plausible::dearest(keys.key_span("harga"), ordinary));
        }
    }

    /// A price below Rp 1.000 beside one that is a hundred times as much: a program that takes `120.000` for a number
    /// leaves 120 of it. What is below any coin was told before.
    fn check_thousands(&self, keys: &Keys<'_>, findings: &mut Findings) {
        let prices = [
            ("harga", self.price),
            ("harga_anggota", self.member_price),
            ("grosir", self.tiers.iter().map(|tier| tier.price).min()),
            ("varian", self.variants.iter().filter_map(|variant| variant.price).min()),
            ("promo", self.promo.as_ref().map(|promo| promo.price)),
        ];
        let amounts = || prices.iter().filter_map(|(key, price)| Some((*key, (*price)?.amount())));
        let Some((_, highest)) = amounts().max_by_key(|(_, amount)| *amount) else { return };
        for (key, amount) in amounts() {
            if has_lost_thousands(amount, highest) {
                findings.push(plausible::thousands_lost(keys.key_span(key), key, amount, highest));
            }
        }
    }
}

/// True for an amount below Rp 1.000 beside one that is a hundred times as much.
fn has_lost_thousands(amount: u64, highest: u64) -> bool {
    (SMALLEST_COIN..1_000).contains(&amount) && amount.saturating_mul(FAR_APART) <= highest
}

/// Where a product or one of its variants is said to cost an amount of rupiah.
pub(super) fn place_of_price(mut keys: Keys<'_>, amount: u64, unheard: &mut Findings) -> Option<Span> {
    let of = |keys: &mut Keys<'_>, unheard: &mut Findings| {
        let price = keys.parse("harga", parse_price, unheard)?;
        (price.amount() == amount).then(|| keys.value_span("harga"))
    };
    let own = of(&mut keys, unheard);
    let variants = keys.each("varian", unheard, |mut keys, unheard| of(&mut keys, unheard));
    own.or_else(|| variants.into_iter().next())
}

/// How many times as much another price of the same product costs before the lower one looks as if its thousands were
/// lost.
const FAR_APART: u64 = 100;

/// A price should be confirmed now and then, and never on a day that is still to come.
fn check_day(at: Span, day: Date, settings: &Settings, findings: &mut Findings) {
    let days = (settings.today - day).get_days();
    let limit = settings.freshness.price.stale_days;
    if days > limit {
        findings.push(money::price_stale(at, days, limit));
    } else if days < 0 {
        findings.push(in_the_future(at, "per_tanggal", day));
    }
}

/// A price for members above every other, and prices that nothing can be compared with.
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
        findings.push(money::not_below(keys.key_span("harga_anggota"), "harga_anggota", member, price));
    }
    if member_price.is_some() && highest.is_none() && !keys.has("harga") {
        findings.push(money::no_price_to_compare(keys.key_span("harga_anggota"), "harga_anggota"));
    }
    for name in ["grosir", "promo"] {
        if keys.has(name) && highest.is_none() && !keys.has("harga") {
            findings.push(money::no_price_to_compare(keys.key_span(name), name));
        }
    }
}

/// True if a variant costs something else than the product.
fn is_apart(variant: &Variant, price: Option<Rupiah>) -> bool {
    variant.price.is_some() && variant.price != price
}

/// What no variant takes part in is told, since nobody can order it.
fn check_reach(keys: &Keys<'_>, price: Option<Rupiah>, variants: &[Variant], findings: &mut Findings) {
    if price.is_some() && !variants.is_empty() && variants.iter().all(|variant| is_apart(variant, price)) {
        for key in ["harga", "promo", "grosir", "harga_anggota"] {
            if keys.has(key) {
                findings.push(money::reaches_no_variant(keys.key_span(key), key));
            }
        }
    }
    let counts_alone = |variant: &Variant| variant.minimum_order.is_some() || variant.unit.is_some();
    if keys.has("minimal") && !variants.is_empty() && variants.iter().all(counts_alone) {
        findings.push(money::minimum_reaches_no_variant(keys.key_span("minimal")));
    }
}

/// The smallest order that a price for larger orders could reach: wholesale counts all variants together.
fn least_order(minimum_order: u32, price: Option<Rupiah>, variants: &[Variant]) -> u32 {
    let reached = variants.iter().filter(|variant| variant.price.is_none() || variant.price == price);
    let own = |variant: &Variant| {
        let shared = if variant.unit.is_none() { minimum_order } else { 1 };
        variant.minimum_order.unwrap_or(shared)
    };
    reached.map(own).min().unwrap_or(minimum_order)
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
            findings.push(money::promo_is_cheaper(keys.key_span(key), key, promo.price));
        }
    }
    if minimum_order > MOST_AT_ONCE {
        findings.push(plausible::minimum_huge(keys.key_span("minimal"), minimum_order));
    }
    if let Some(tier) = tiers.first().filter(|tier| tier.from_quantity <= minimum_order && minimum_order > 1)
    {
        findings.push(money::tier_below_minimum(keys.key_span("grosir"), tier.from_quantity, minimum_order));
    }
}

/// Largest smallest order that is no surprise, in units.
const MOST_AT_ONCE: u32 = 100_000;

/// Dearest unit that is no surprise, in rupiah: a truck or a plot of land stays below.
const DEAREST_UNIT: u64 = 2_000_000_000;

/// Dearest kilogram or litre, and cheapest, that are no surprise, in rupiah: vanilla and agarwood stay below, gravel
/// and water above.
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

/// `satuan` with what it names: `botol 500 ml`. One that names twice what it weighs, or half of it, is another unit:
/// packing and what is denser than water account for less.
fn read_unit(
    keys: &mut Keys<'_>,
    weight: Option<Weight>,
    findings: &mut Findings,
) -> (Option<LocalText>, Option<Weight>) {
    let unit = keys.local("satuan", findings);
    let held = unit.as_ref().and_then(|unit| held_by(unit.original()));
    if let (Some(held), Some(weight)) = (held, weight) {
        check_unit(keys, held, weight, findings);
    }
    (unit, held)
}

fn check_unit(keys: &Keys<'_>, held: Weight, weight: Weight, findings: &mut Findings) {
    let amount = |weight| match weight {
        Weight::Grams(amount) | Weight::Millilitres(amount) => u64::from(amount),
    };
    let (less, more) = (amount(held).min(amount(weight)), amount(held).max(amount(weight)));
    if more > less * 2 {
        findings.push(finding::unit_and_weight_differ(keys.key_span("berat")));
    }
}

/// Of two variants of one name nobody knows which one is ordered.
fn check_variant_names(keys: &Keys<'_>, findings: &mut Findings) {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for node in keys.below_items("varian", "nama") {
        let name = node.text().unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if !node.is_empty() && seen.contains(&name) {
            findings.push(finding::variant_twice(node.span(), &name));
            return;
        }
        seen.insert(name);
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
                findings.push(money::tiers_not_in_order(quantity_at, true));
            } else if tier.price >= before.price {
                findings.push(money::tiers_not_in_order(price_at, false));
            }
        } else if let Some(price) = price.filter(|price| tier.price > *price) {
            findings.push(money::not_below(price_at, "harga grosir", tier.price, price));
        }
        before = Some(tier.clone());
        Some(tier)
    })
}

fn read_variant(
    mut keys: Keys<'_>,
    product_price: Option<Rupiah>,
    reader: &Reader<'_>,
    codes: &mut Codes,
    findings: &mut Findings,
) -> Option<Variant> {
    let name = keys.local("nama", findings);
    let variant_price = keys.parse("harga", parse_price, findings);
    let member_price = keys.parse("harga_anggota", parse_price, findings);
    let minimum_order = keys.number("minimal", findings);
    let stock = keys.choice("stok", &STOCK_WORDS, findings);
    let photo = read_photo(&mut keys, "foto", reader, findings);
    let weight = keys.parse("berat", parse_weight, findings);
    check_measure(keys.key_span("berat"), variant_price.or(product_price), weight, findings);
    let (unit, unit_holds) = read_unit(&mut keys, weight, findings);
    let named = || {
        name.as_ref().filter(|_| unit.is_none() && weight.is_none()).and_then(|name| held_by(name.original()))
    };
    let unit_holds = unit_holds.or_else(named);
    let (code, gtin) = codes.read(&mut keys, findings);
    if let (Some(member), Some(price)) = (member_price, variant_price.or(product_price))
        && member > price
    {
        findings.push(money::not_below(keys.key_span("harga_anggota"), "harga_anggota", member, price));
    }
    keys.finish(findings);
    Some(Variant {
        name: name?,
        price: variant_price,
        member_price,
        unit,
        unit_holds,
        minimum_order,
        stock,
        photo,
        weight,
        code,
        gtin,
    })
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
            findings.push(money::not_below(price_at, "harga promo", promo.price, price));
        }
        Some(price) if promo.price == price => {
            findings.push(money::promo_without_gain(price_at, price));
        }
        _ => {}
    }
    if promo.from.is_some_and(|from| from > promo.until) {
        findings.push(ends_before_start(until_at, "sampai", "mulai"));
    } else if promo.until < reader.settings.today {
        findings.push(money::promo_ended(until_at, promo.until));
    }
    Some(promo)
}
