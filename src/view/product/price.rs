//! What a product costs: today, in a promo, in numbers.

use serde::Serialize;

use crate::model::{Date, Product, Rupiah, Variant};
use crate::view::scene::Scene;
use crate::view::{dates, money};

/// From this amount on a price has too many digits for the ordinary size in a narrow card.
const LONG_PRICE: u64 = 100_000_000;

/// A price with everything that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceView {
    /// `Rp 12.500`; `None`: to be asked for.
    pub amount: Option<String>,
    /// True if it is too long for the ordinary size in a narrow card.
    pub is_long: bool,
    /// True if it is the lowest of several.
    pub is_from: bool,
    /// `botol 500 ml`.
    pub unit: Option<String>,
    /// The ordinary price, during a promo.
    pub before: Option<String>,
    /// Until when the promo holds, in words.
    pub until: Option<String>,
    /// The same as an ISO date, so that a phone can tell when it is over.
    pub until_iso: Option<String>,
    /// `Rp 24.038 per kg`.
    pub per_measure: Option<String>,
    /// Rupiah, for sorting; the largest number if it must be asked for.
    pub sort: u64,
}

/// One step of wholesale.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TierView {
    /// `Mulai 24 botol 500 ml`.
    pub from: String,
    /// Price of one.
    pub price: String,
    /// `hemat 6%`.
    pub saving: Option<String>,
}

/// What one unit costs today: the promo while it holds. A variant has part in the promo if it has no price of
/// its own or that of the product.
pub fn price_today(product: &Product, variant: Option<&Variant>, today: Date) -> Option<Rupiah> {
    let own = variant.and_then(|variant| variant.price);
    let ordinary = own.or(product.price);
    let promo = product.promo.as_ref().filter(|promo| promo.holds_on(today));
    match promo {
        Some(promo) if own.is_none() || own == product.price => Some(promo.price),
        _ => ordinary,
    }
}

/// What a product, or one of its variants, costs today. Of a product with variants: the lowest of their prices.
pub fn price_view(product: &Product, variant: Option<&Variant>, scene: &Scene<'_>) -> PriceView {
    let Scene { texts, settings, language, .. } = scene;
    let language = *language;
    let today = price_today(product, variant, settings.today);
    let ordinary = variant.and_then(|variant| variant.price).or(product.price);
    let reduced = today.is_some() && today != ordinary;
    let lowest = product
        .variants
        .iter()
        .filter_map(|variant| price_today(product, Some(variant), settings.today))
        .min();
    let (amount, is_from) = match (variant, lowest) {
        (None, Some(lowest)) => {
            let differs = product
                .variants
                .iter()
                .any(|variant| price_today(product, Some(variant), settings.today) != Some(lowest));
            (Some(today.map_or(lowest, |price| price.min(lowest))), differs)
        }
        _ => (today, false),
    };
    let promo = product.promo.as_ref().filter(|_| reduced);
    let weight = variant.and_then(|variant| variant.weight).or(product.weight);
    let compared =
        amount.filter(|_| !is_from).zip(weight).and_then(|(price, weight)| money::per_measure(price, weight));
    PriceView {
        is_long: amount.is_some_and(|price| price.amount() >= LONG_PRICE),
        amount: amount.map(|price| money::rupiah(price, language)),
        is_from,
        unit: variant.and_then(|variant| variant.unit.clone()).or_else(|| product.unit.clone()),
        before: promo.and(ordinary).map(|price| money::rupiah(price, language)),
        until: promo
            .map(|promo| texts.fill("price.until", &[("date", &dates::short_day(promo.until, texts))])),
        until_iso: promo.map(|promo| promo.until.to_string()),
        per_measure: compared.map(|(price, measure)| {
            texts.fill(
                "price.per_measure",
                &[("price", &money::rupiah(price, language)), ("measure", texts.get(measure.key()))],
            )
        }),
        sort: amount.map_or(Rupiah::MAX.amount(), Rupiah::amount),
    }
}

/// Prices of larger orders, smallest quantity first, with what each saves in whole percent.
pub fn tiers(product: &Product, scene: &Scene<'_>) -> Vec<TierView> {
    let texts = scene.texts;
    product
        .tiers
        .iter()
        .map(|tier| {
            let n = money::number(u64::from(tier.from_quantity), scene.language);
            let from = match &product.unit {
                Some(unit) => texts.fill("tier.from_unit", &[("n", &n), ("unit", unit)]),
                None => texts.fill("tier.from", &[("n", &n)]),
            };
            let saved = product
                .price
                .filter(|price| *price > tier.price)
                .map(|price| (price.amount() - tier.price.amount()) * 100 / price.amount());
            TierView {
                from,
                price: money::rupiah(tier.price, scene.language),
                saving: saved
                    .filter(|percent| *percent > 0)
                    .map(|percent| texts.fill("tier.saving", &[("percent", &percent.to_string())])),
            }
        })
        .collect()
}
