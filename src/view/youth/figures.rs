//! The numbers that lessons and slides speak of: those of one cooperative where its profile states them, else
//! examples that say that they are. Every amount is whole rupiah, and parts add up.

use crate::model::{Cooperative, Language, Offers, Product, Rupiah, split_exactly};
use crate::theme::Texts;
use crate::view::money;
use crate::view::youth::surplus::{A_WEEK, SurplusView, WEEKS, surplus_view};

/// What a product costs, and how many members there are, where nobody says.
const EXAMPLE_PRICE: u64 = 5_000;
const EXAMPLE_MEMBERS: u32 = 40;

/// Below this many rupiah a price has no parts worth working out.
const LEAST_PRICE: u64 = 100;

/// Materials, work, packing and profit in hundredths of a price, as the lessons suppose.
const PARTS_OF_PRICE: [u64; 4] = [50, 20, 10, 20];

/// A table at the school's fair, in rupiah.
const STALL: u64 = 200_000;

/// Numbers and names with the words for them.
pub(super) struct Figures {
    values: Vec<(&'static str, String)>,
    /// The surplus and its parts.
    pub surplus: SurplusView,
    /// True if the surplus is this cooperative's own.
    pub has_surplus: bool,
    /// Which numbers are real and which are examples.
    pub notes: Vec<String>,
}

impl Figures {
    /// Of a cooperative, or examples only.
    pub(super) fn of(cooperative: Option<&Cooperative>, language: Language, texts: &Texts) -> Self {
        let example = |key: &str| texts.get(&format!("muda.sheet.lesson.example_{key}")).to_owned();
        let priced = cooperative.and_then(|cooperative| {
            let product = priced_product(cooperative)?;
            Some((product.name.get(language).to_owned(), lasting_price(product)?))
        });
        let stated_members = cooperative.and_then(|cooperative| cooperative.member_count);
        let own = cooperative.and_then(|cooperative| cooperative.surplus.as_ref());
        let name = cooperative.map_or_else(|| example("name"), |cooperative| cooperative.label().to_owned());
        let (has_price, has_members) = (priced.is_some(), stated_members.is_some_and(|count| count > 0));
        let (product, price) =
            priced.unwrap_or_else(|| (example("product"), Rupiah::new(EXAMPLE_PRICE).unwrap_or_default()));
        let members = stated_members.filter(|count| *count > 0).unwrap_or(EXAMPLE_MEMBERS);
        let surplus = surplus_view(own, language, texts);
        let mut values = vec![
            ("name", name),
            ("product", product),
            ("members", money::number(u64::from(members), language)),
            ("majority", money::number(u64::from(members / 2 + 1), language)),
            ("year", own.map(|own| own.year.to_string()).unwrap_or_default()),
            ("amount", surplus.amount.clone()),
            ("weeks", WEEKS.to_string()),
        ];
        let rupiah = |amount: u64| money::rupiah(Rupiah::new(amount).unwrap_or(Rupiah::MAX), language);
        values.push(("week", rupiah(A_WEEK)));
        values.extend(price_parts(price).map(|(key, amount)| (key, rupiah(amount))));
        let profit = profit_of(price);
        values.push(("needed", money::number(STALL.div_ceil(profit.max(1)), language)));
        for (key, step) in ["mine", "all", "pool", "yours"].into_iter().zip(&surplus.steps) {
            values.push((key, step.amount.clone()));
        }
        let mut figures = Self { values, surplus, has_surplus: own.is_some(), notes: Vec::new() };
        figures.notes = figures.notes(has_price, has_members, texts);
        figures
    }

    /// A sentence with the numbers in their places. It begins with a capital letter, whatever a product is called.
    pub(super) fn fill(&self, key: &str, texts: &Texts) -> String {
        self.fill_with(key, &[], texts)
    }

    /// The same with values of its own before the others.
    pub(super) fn fill_with(&self, key: &str, own: &[(&str, &str)], texts: &Texts) -> String {
        let known = self.values.iter().map(|(name, value)| (*name, value.as_str()));
        let values: Vec<(&str, &str)> = own.iter().copied().chain(known).collect();
        capitalised(&texts.fill(key, &values))
    }

    /// Every sentence of a list.
    pub(super) fn fill_list(&self, key: &str, texts: &Texts) -> Vec<String> {
        (1..=texts.list(key).len()).map(|number| self.fill(&format!("{key}.{number}"), texts)).collect()
    }

    /// One of the values; empty if there is none.
    pub(super) fn value(&self, name: &str) -> &str {
        self.values.iter().find(|(known, _)| *known == name).map_or("", |(_, value)| value)
    }

    fn notes(&self, has_price: bool, has_members: bool, texts: &Texts) -> Vec<String> {
        let note = |key: &str| self.fill(&format!("muda.sheet.lesson.note_{key}"), texts);
        let real: Vec<String> =
            [(self.has_surplus, "surplus"), (has_price, "price"), (has_members, "members")]
                .into_iter()
                .filter(|(is_real, _)| *is_real)
                .map(|(_, key)| note(key))
                .collect();
        if real.is_empty() {
            return vec![note("all")];
        }
        real.into_iter().chain([note("example")]).collect()
    }
}

/// What everything of a product costs whenever no promo holds: sheets for school are read on any day.
fn lasting_price(product: &Product) -> Option<Rupiah> {
    let (low, high) = Offers::without_promo(product).bounds()?;
    (low == high).then_some(low)
}

/// The product that is spoken of: the first with one price, which has parts.
pub(super) fn priced_product(cooperative: &Cooperative) -> Option<&Product> {
    cooperative
        .products
        .iter()
        .find(|product| lasting_price(product).is_some_and(|price| price.amount() >= LEAST_PRICE))
}

fn profit_of(price: Rupiah) -> u64 {
    split_exactly(price, &PARTS_OF_PRICE)[3].amount()
}

/// A price and what is inside it: parts that add up to it, and what is left of the profit when materials cost a fifth
/// more.
fn price_parts(price: Rupiah) -> [(&'static str, u64); 8] {
    let parts = split_exactly(price, &PARTS_OF_PRICE);
    let [material, work, packing, profit] = [0, 1, 2, 3].map(|part| parts[part].amount());
    let dearer = material / 5;
    [
        ("price", price.amount()),
        ("material", material),
        ("work", work),
        ("packing", packing),
        ("profit", profit),
        ("material_up", material + dearer),
        ("profit_down", profit.saturating_sub(dearer)),
        ("stall", STALL),
    ]
}

fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_price_is_what_is_inside_it() {
        for price in [100, 12_500, 9_999, 999_999_999_999_999] {
            let parts = price_parts(Rupiah::new(price).expect("below the limit"));
            assert_eq!(parts[1..5].iter().map(|(_, amount)| amount).sum::<u64>(), price);
            let [.., (_, dear), (_, left), _] = parts;
            assert_eq!(dear + parts[2].1 + parts[3].1 + left, price, "{price}");
        }
        assert_eq!(profit_of(Rupiah::new(12_500).expect("below the limit")), 2_500);
    }

    #[test]
    fn the_example_of_the_surplus_is_shared_without_a_rest() {
        let example = crate::view::youth::surplus::example();
        let parts: u64 = example.parts().iter().map(|(_, amount)| amount.amount()).sum();
        assert_eq!(parts, example.amount.amount());
    }
}
