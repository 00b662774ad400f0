//! What can be bought, and for how much. A product is one offer, or one for each of its variants; whoever prints,
//! sorts, sums up or sends a price takes it from here, so that all of them tell the same.

use jiff::civil::Date;

use super::gtin::Gtin;
use super::language::LocalText;
use super::money::Rupiah;
use super::product::{Product, Promo, Stock, Tier, Variant, Weight};

/// Units of which one is one piece, or several kinds put together: cloth, cups, parcels. Nobody compares them by the
/// kilogram, and what they weigh is said for the postage.
const PIECES: [&str; 26] = [
    "batang",
    "bh",
    "biji",
    "buah",
    "eksemplar",
    "gulung",
    "hampers",
    "helai",
    "kodi",
    "lembar",
    "lusin",
    "meter",
    "paket",
    "parsel",
    "pasang",
    "pc",
    "pcs",
    "piece",
    "pieces",
    "pot",
    "potong",
    "roll",
    "set",
    "setel",
    "stel",
    "unit",
];

/// True if one of a unit is a piece, whatever it weighs: `buah`, `lembar 2 m`, `set isi 3`.
pub fn is_bought_by_the_piece(unit: &LocalText) -> bool {
    let word = unit.original().split_whitespace().next().unwrap_or_default();
    PIECES.contains(&word.to_lowercase().as_str())
}

/// One thing that can be ordered: a product without variants, or one variant.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer<'a> {
    /// What it is an offer of.
    pub product: &'a Product,
    /// The variant; `None` where the product has none.
    pub variant: Option<&'a Variant>,
    /// What one is: its own unit, else the product's.
    pub unit: Option<&'a LocalText>,
    /// Price of one without a promo; `None` asks for it.
    pub ordinary: Option<Rupiah>,
    /// Price of one today.
    pub price: Option<Rupiah>,
    /// The promo that makes today's price, if it does.
    pub promo: Option<&'a Promo>,
    /// Smallest order, in units, at least 1: its own, or the product's where both are counted in the same unit.
    pub minimum: u32,
    /// What its price is compared by, one unit's weight or volume: as the unit names it, else as it weighs, unless it
    /// is [bought by the piece](is_bought_by_the_piece); the product's where nothing but a name sets the variant apart.
    pub measured: Option<Weight>,
    /// Whether it can be had.
    pub stock: Stock,
    /// The shop's code of exactly this: a variant never takes its product's.
    pub code: Option<&'a str>,
    /// The number on the package of exactly this.
    pub gtin: Option<&'a Gtin>,
}

impl<'a> Offer<'a> {
    /// Of a product, or of one of its variants, on a day.
    pub fn of(product: &'a Product, variant: Option<&'a Variant>, today: Date) -> Self {
        Self::on(product, variant, Some(today))
    }

    /// On a day, or whenever no promo holds.
    fn on(product: &'a Product, variant: Option<&'a Variant>, today: Option<Date>) -> Self {
        let own = variant.and_then(|variant| variant.price);
        let ordinary = own.or(product.price);
        let shares = own.is_none() || own == product.price;
        let promo =
            product.promo.as_ref().filter(|promo| shares && today.is_some_and(|today| promo.holds_on(today)));
        let own_unit = variant.and_then(|variant| variant.unit.as_ref());
        let price = promo.map(|promo| promo.price).or(ordinary);
        let unit = own_unit.or(product.unit.as_ref());
        let compared = |weight: &Weight| (!unit.is_some_and(is_bought_by_the_piece)).then_some(*weight);
        Self {
            product,
            variant,
            unit,
            minimum: variant
                .and_then(|variant| variant.minimum_order)
                .or(own_unit.is_none().then_some(product.minimum_order))
                .map_or(1, |minimum| minimum.max(1)),
            ordinary,
            price,
            promo: promo.filter(|_| price != ordinary),
            measured: variant
                .and_then(|variant| variant.unit_holds.or(variant.weight.as_ref().and_then(compared)))
                .or(product
                    .unit_holds
                    .or(product.weight.as_ref().and_then(compared))
                    .filter(|_| shares && own_unit.is_none())),
            stock: variant.and_then(|variant| variant.stock).unwrap_or(product.stock),
            code: variant.map_or(product.code.as_deref(), |variant| variant.code.as_deref()),
            gtin: variant.map_or(product.gtin.as_ref(), |variant| variant.gtin.as_ref()),
        }
    }

    /// True if it costs what the product costs: then promo, larger orders and the price for members reach it.
    pub fn shares_price(&self) -> bool {
        self.ordinary == self.product.price
    }

    /// Prices of larger orders that reach it.
    pub fn tiers(&self) -> &'a [Tier] {
        if self.shares_price() { &self.product.tiers } else { &[] }
    }

    /// Those of them that are below today's price.
    pub fn tiers_today(&self) -> impl Iterator<Item = &'a Tier> {
        let price = self.price;
        self.tiers().iter().filter(move |tier| price.is_none_or(|price| tier.price < price))
    }

    /// What members pay, where that is less than everybody pays today.
    pub fn member_price(&self) -> Option<Rupiah> {
        let own = self.variant.and_then(|variant| variant.member_price);
        let shared = self.product.member_price.filter(|_| self.shares_price());
        own.or(shared).filter(|member| self.price.is_none_or(|price| *member < price))
    }

    /// True if somebody can order it and knows what it costs.
    fn is_orderable(&self) -> bool {
        self.price.is_some() && self.stock != Stock::SoldOut
    }
}

/// Everything that can be ordered of one product, in the order of its profile; never empty.
#[derive(Debug, Clone, PartialEq)]
pub struct Offers<'a>(Vec<Offer<'a>>);

impl<'a> Offers<'a> {
    /// Of a product on a day.
    pub fn of(product: &'a Product, today: Date) -> Self {
        Self::on(product, Some(today))
    }

    /// Without a promo: for who tells prices on and cannot know when one ends.
    pub fn without_promo(product: &'a Product) -> Self {
        Self::on(product, None)
    }

    fn on(product: &'a Product, today: Option<Date>) -> Self {
        if product.variants.is_empty() {
            return Self(vec![Offer::on(product, None, today)]);
        }
        Self(product.variants.iter().map(|variant| Offer::on(product, Some(variant), today)).collect())
    }

    /// One after the other.
    pub fn iter(&self) -> impl Iterator<Item = &Offer<'a>> {
        self.0.iter()
    }

    /// Those that a price is told of: what can be ordered; if nothing can, what has a price.
    fn told(&self) -> impl Iterator<Item = &Offer<'a>> {
        let any = self.iter().any(Offer::is_orderable);
        self.iter().filter(move |offer| if any { offer.is_orderable() } else { offer.price.is_some() })
    }

    /// The promo of a product, over or not, if it reaches something that can be ordered.
    pub fn promo_of(product: &'a Product) -> Option<&'a Promo> {
        product.promo.as_ref().filter(|_| Self::without_promo(product).iter().any(Offer::shares_price))
    }

    /// The only one, if there are no others.
    pub fn single(&self) -> Option<&Offer<'a>> {
        self.0.first().filter(|_| self.0.len() == 1)
    }

    /// The offer whose price stands for the product: the cheapest, the first of several. Where none has a price, the
    /// first, which asks for it.
    pub fn leading(&self) -> &Offer<'a> {
        self.told().min_by_key(|offer| offer.price).unwrap_or(&self.0[0])
    }

    /// Lowest and highest price; `None` if all ask for it.
    pub fn bounds(&self) -> Option<(Rupiah, Rupiah)> {
        let prices = || self.told().filter_map(|offer| offer.price);
        prices().min().zip(prices().max())
    }

    /// True if the leading price is the lowest of several.
    pub fn is_from(&self) -> bool {
        self.bounds().is_some_and(|(low, high)| low != high)
    }

    /// How many offers the bounds are told of.
    pub fn told_count(&self) -> usize {
        self.told().count()
    }

    /// Names of the variants of which something holds, if it does not hold of all; `None` too where it holds of none.
    pub fn only<'s>(&'s self, holds: impl Fn(&Offer<'a>) -> bool + 's) -> Option<Vec<&'a LocalText>> {
        let named: Vec<_> =
            self.iter().filter(|offer| holds(offer)).filter_map(|offer| Some(&offer.variant?.name)).collect();
        (!named.is_empty() && named.len() < self.0.len()).then_some(named)
    }

    /// Smallest order, where all offers have the same one in the same unit; `None` where each has to say its own.
    pub fn common_minimum(&self) -> Option<u32> {
        let first = &self.0[0];
        self.iter()
            .all(|offer| (offer.minimum, offer.unit) == (first.minimum, first.unit))
            .then_some(first.minimum)
    }

    /// Whether the product can be had: as its offers, where they agree; where they do not, as the profile says of the
    /// product, but never sold out.
    pub fn stock(&self) -> Stock {
        let first = self.0[0].stock;
        let of_product = self.0[0].product.stock;
        if self.iter().all(|offer| offer.stock == first) {
            first
        } else if of_product == Stock::SoldOut {
            Stock::Limited
        } else {
            of_product
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{LocalText, Slug};

    const TODAY: Date = jiff::civil::date(2026, 11, 24);

    fn rupiah(amount: u64) -> Rupiah {
        Rupiah::new(amount).expect("in range")
    }

    fn product(price: Option<u64>, unit: &str) -> Product {
        let name = LocalText::new("Beras");
        let named = Product::named(Slug::from_name("Beras").expect("a name"), name);
        Product { price: price.map(rupiah), unit: Some(LocalText::new(unit)), ..named }
    }

    fn variant(name: &str, price: Option<u64>, unit: Option<&str>) -> Variant {
        Variant {
            price: price.map(rupiah),
            unit: unit.map(LocalText::new),
            ..Variant::named(LocalText::new(name))
        }
    }

    #[test]
    fn the_lowest_price_stands_beside_the_unit_at_which_it_is_asked() {
        let variants = vec![variant("Eceran", Some(1_500), Some("ons")), variant("Kiloan", None, None)];
        let rice = Product { variants, ..product(Some(14_000), "kg") };
        let offers = Offers::of(&rice, TODAY);
        let leading = offers.leading();
        assert_eq!(
            (leading.price, leading.unit.map(LocalText::original), offers.is_from()),
            (Some(rupiah(1_500)), Some("ons"), true)
        );
    }

    #[test]
    fn what_no_variant_takes_part_in_is_no_price_of_the_product() {
        let milk = Product {
            promo: Some(Promo { price: rupiah(8_000), from: None, until: jiff::civil::date(2026, 12, 31) }),
            tiers: vec![Tier { from_quantity: 10, price: rupiah(9_000) }],
            member_price: Some(rupiah(9_500)),
            variants: vec![variant("Cokelat", Some(12_000), None), variant("Vanila", Some(13_000), None)],
            ..product(Some(10_000), "botol")
        };
        let offers = Offers::of(&milk, TODAY);
        assert_eq!(offers.bounds(), Some((rupiah(12_000), rupiah(13_000))));
        assert!(offers.iter().all(|offer| offer.promo.is_none() && offer.member_price().is_none()));
        assert!(offers.iter().all(|offer| offer.tiers().is_empty()));
    }

    #[test]
    fn a_variant_that_is_sold_out_does_not_lead_while_another_can_be_had() {
        let small = Variant { stock: Some(Stock::SoldOut), ..variant("Kecil", Some(8_000), None) };
        let milk =
            Product { variants: vec![small, variant("Besar", Some(12_000), None)], ..product(None, "botol") };
        let offers = Offers::of(&milk, TODAY);
        assert_eq!((offers.leading().price, offers.is_from()), (Some(rupiah(12_000)), false));
    }

    #[test]
    fn a_size_with_a_price_of_its_own_does_not_take_the_weight_of_the_product() {
        let cheese = Product {
            weight: Some(Weight::Grams(250)),
            variants: vec![variant("250 g", None, None), variant("1 kg", Some(145_000), None)],
            ..product(Some(39_000), "bungkus")
        };
        let weights: Vec<_> = Offers::of(&cheese, TODAY).iter().map(|offer| offer.measured).collect();
        assert_eq!(weights, [Some(Weight::Grams(250)), None]);
    }

    #[test]
    fn the_smallest_order_of_a_product_is_none_of_a_variant_that_is_counted_otherwise() {
        let own = Variant { minimum_order: Some(3), ..variant("Karung", None, Some("karung")) };
        let rice = Product {
            minimum_order: 5,
            variants: vec![variant("Kiloan", None, None), variant("Eceran", Some(1_500), Some("ons")), own],
            ..product(Some(14_000), "kg")
        };
        let offers = Offers::of(&rice, TODAY);
        assert_eq!(offers.iter().map(|offer| offer.minimum).collect::<Vec<_>>(), [5, 1, 3]);
        assert_eq!(offers.common_minimum(), None);
        let milk = Product { minimum_order: 2, ..product(Some(9_000), "botol") };
        assert_eq!(Offers::of(&milk, TODAY).common_minimum(), Some(2));
    }

    #[test]
    fn what_the_unit_names_is_compared_before_what_it_weighs() {
        let millilitres = |amount| Some(Weight::Millilitres(amount));
        let litre = Variant {
            unit_holds: millilitres(1_000),
            ..variant("Besar", Some(24_000), Some("botol 1 liter"))
        };
        let milk = Product {
            unit_holds: millilitres(500),
            weight: Some(Weight::Grams(520)),
            variants: vec![variant("Tawar", None, None), litre, variant("Jeriken", Some(90_000), None)],
            ..product(Some(12_500), "botol 500 ml")
        };
        let measured: Vec<_> = Offers::of(&milk, TODAY).iter().map(|offer| offer.measured).collect();
        assert_eq!(measured, [millilitres(500), millilitres(1_000), None]);
    }

    #[test]
    fn what_is_bought_by_the_piece_is_not_compared_by_what_it_weighs() {
        let grams = Some(Weight::Grams(220));
        let measured = |unit| {
            let goods = Product { weight: grams, ..product(Some(45_000), unit) };
            Offer::of(&goods, None, TODAY).measured
        };
        for piece in ["buah", "Buah", "lembar 2 m", "set isi tiga", "pcs", "paket"] {
            assert_eq!(measured(piece), None, "{piece}");
        }
        for content in ["bungkus", "ekor", "ikat", "besek"] {
            assert_eq!(measured(content), grams, "{content}");
        }
        let mug = Variant { weight: grams, ..variant("Besar", Some(55_000), None) };
        let mugs = Product { variants: vec![mug], ..product(Some(45_000), "buah") };
        assert_eq!(Offers::of(&mugs, TODAY).leading().measured, None);
        let net = Product { unit_holds: grams, ..product(Some(45_000), "paket 220 g") };
        assert_eq!(Offer::of(&net, None, TODAY).measured, grams);
    }

    #[test]
    fn in_a_promo_only_what_is_cheaper_still_is_told() {
        let coffee = Product {
            promo: Some(Promo { price: rupiah(80_000), from: None, until: jiff::civil::date(2026, 12, 31) }),
            tiers: vec![
                Tier { from_quantity: 10, price: rupiah(88_000) },
                Tier { from_quantity: 50, price: rupiah(75_000) },
            ],
            member_price: Some(rupiah(85_000)),
            ..product(Some(90_000), "kg")
        };
        let offer = Offer::of(&coffee, None, TODAY);
        assert_eq!((offer.price, offer.member_price()), (Some(rupiah(80_000)), None));
        assert_eq!(offer.tiers_today().map(|tier| tier.from_quantity).collect::<Vec<_>>(), [50]);
        assert_eq!(offer.tiers().len(), 2);
    }

    prop_compose! {
        fn any_variant()(
            price in prop::option::of(1_u64..50),
            is_own_unit: bool,
            is_sold_out: bool,
        ) -> Variant {
            let stock = is_sold_out.then_some(Stock::SoldOut);
            Variant { stock, ..variant("A", price, is_own_unit.then_some("ons")) }
        }
    }

    proptest! {
        #[test]
        fn the_price_that_is_told_is_one_that_somebody_can_order(
            price in prop::option::of(1_u64..50),
            promo in prop::option::of(1_u64..50),
            variants in prop::collection::vec(any_variant(), 0..5),
        ) {
            let until = jiff::civil::date(2026, 12, 31);
            let promo = promo.map(|price| Promo { price: rupiah(price), from: None, until });
            let product = Product { variants, promo, ..product(price, "kg") };
            let offers = Offers::of(&product, TODAY);
            let leading = offers.leading();
            let orderable: Vec<_> = offers.iter().filter(|offer| offer.is_orderable()).collect();
            if let Some(cheapest) = orderable.iter().filter_map(|offer| offer.price).min() {
                prop_assert_eq!(leading.price, Some(cheapest));
                prop_assert!(orderable.iter().any(|offer| offer.unit == leading.unit && offer.price == leading.price));
            }
            prop_assert_eq!(offers.bounds().map(|(low, _)| low), leading.price);
        }
    }
}
