//! What a product costs: today, in a promo, in numbers.

use serde::Serialize;

use crate::model::{Offer, Offers, Product, Rupiah, Variant};
use crate::theme::Texts;
use crate::view::scene::Scene;
use crate::view::{dates, money};

/// The sizes in which a narrow card or label sets a price in one line, by the digits for which each leaves room. The
/// ordinary one leaves room for the first of them.
const DIGITS: [u32; 5] = [6, 7, 9, 12, 15];

/// A price with everything that stands beside it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PriceView {
    /// `Rp 12.500`; `None`: to be asked for.
    pub amount: Option<String>,
    /// Digits for which its size leaves room in a narrow card: 7, 9, 12 or 15; `None` where the ordinary size will do.
    pub digits: Option<u32>,
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

/// What one variant costs today, or a product: of one with variants the price that leads, and `mulai` before it if
/// others cost more.
pub fn price_view(product: &Product, variant: Option<&Variant>, scene: &Scene<'_>) -> PriceView {
    let today = scene.settings.today;
    let Some(variant) = variant else {
        let offers = Offers::of(product, today);
        return view_of(offers.leading(), offers.is_from(), scene);
    };
    offer_price(&Offer::of(product, Some(variant), today), scene)
}

/// What one offer costs today.
pub fn offer_price(offer: &Offer<'_>, scene: &Scene<'_>) -> PriceView {
    view_of(offer, false, scene)
}

fn view_of(offer: &Offer<'_>, is_from: bool, scene: &Scene<'_>) -> PriceView {
    let Scene { texts, language, .. } = scene;
    let language = *language;
    let until = offer.promo.map(|promo| promo.until);
    let compared = offer.price.filter(|_| !is_from).zip(offer.measured);
    let compared = compared.and_then(|(price, weight)| money::per_measure(price, weight));
    PriceView {
        digits: offer.ordinary.max(offer.price).and_then(digits_of),
        amount: offer.price.map(|price| money::rupiah(price, language)),
        is_from,
        unit: offer.unit.map(|unit| unit.get(language).to_owned()),
        before: offer.promo.and(offer.ordinary).map(|price| money::rupiah(price, language)),
        until: until.map(|until| texts.fill("price.until", &[("date", &dates::short_day(until, texts))])),
        until_iso: until.map(|until| until.to_string()),
        per_measure: compared.map(|(price, measure)| {
            texts.fill(
                "price.per_measure",
                &[("price", &money::rupiah(price, language)), ("measure", texts.get(measure.key()))],
            )
        }),
        sort: offer.price.map_or(Rupiah::MAX.amount(), Rupiah::amount),
    }
}

/// The smallest size that leaves room for all digits of an amount, as [`PriceView::digits`] has it.
pub fn digits_of(price: Rupiah) -> Option<u32> {
    let digits = price.amount().checked_ilog10().map_or(1, |log| log + 1);
    DIGITS.into_iter().find(|room| *room >= digits).filter(|room| *room > DIGITS[0])
}

impl PriceView {
    /// `mulai Rp 12.000 per botol sampai 31 Des`, or that it is to be asked for: for descriptions and messages.
    pub fn in_words(&self, scene: &Scene<'_>) -> String {
        let texts = scene.texts;
        let Some(amount) = &self.amount else { return texts.get("price.ask").to_owned() };
        let amount = self.with_from(amount, texts);
        let each = match &self.unit {
            Some(unit) => texts.fill("price.per_unit", &[("price", &amount), ("unit", unit)]),
            None => amount,
        };
        self.until.iter().fold(each, |each, until| format!("{each} {until}"))
    }

    /// An amount, after `mulai` if it is the lowest of several.
    pub fn with_from(&self, amount: &str, texts: &Texts) -> String {
        if self.is_from { format!("{} {amount}", texts.get("price.from")) } else { amount.to_owned() }
    }
}

/// Prices of larger orders that reach something that can be ordered and save something today, smallest quantity first,
/// with what each saves in whole percent.
pub fn tiers(product: &Product, scene: &Scene<'_>) -> Vec<TierView> {
    let texts = scene.texts;
    let offers = Offers::of(product, scene.settings.today);
    let Some(offer) = offers.iter().find(|offer| !offer.tiers().is_empty()) else { return Vec::new() };
    offer
        .tiers_today()
        .map(|tier| {
            let n = money::number(u64::from(tier.from_quantity), scene.language);
            let from = match offer.unit {
                Some(unit) => texts.fill("tier.from_unit", &[("n", &n), ("unit", unit.get(scene.language))]),
                None => texts.fill("tier.from", &[("n", &n)]),
            };
            let saved = offer.price.filter(|price| *price > tier.price);
            let percent = saved.map(|price| (price.amount() - tier.price.amount()) * 100 / price.amount());
            TierView {
                from,
                price: money::rupiah(tier.price, scene.language),
                saving: percent
                    .filter(|percent| *percent > 0)
                    .map(|percent| texts.fill("tier.saving", &[("percent", &percent.to_string())])),
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_price_follows_from_its_digits() {
        for (amount, room) in [
            (0, None),
            (999_999, None),
            (1_000_000, Some(7)),
            (22_500_000, Some(9)),
            (999_999_999, Some(9)),
            (1_000_000_000, Some(12)),
            (Rupiah::MAX.amount(), Some(15)),
        ] {
            assert_eq!(digits_of(Rupiah::new(amount).expect("within the limit")), room, "{amount}");
        }
    }
}
