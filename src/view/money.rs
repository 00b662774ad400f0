//! Prices as people read them.

use crate::model::{Language, Percent, Rupiah, Weight};

/// Between `Rp` and the number, so that the two are never on two lines (CLDR 48, id-ID).
const NBSP: char = '\u{a0}';

/// `Rp 12.500`; in English `Rp 12,500`.
/// ```
/// # use etalase::{model::{Language, Rupiah}, view::money};
/// let price = Rupiah::new(1_250_000).unwrap();
/// assert_eq!(money::rupiah(price, Language::Id), "Rp\u{a0}1.250.000");
/// assert_eq!(money::rupiah(price, Language::En), "Rp\u{a0}1,250,000");
/// ```
pub fn rupiah(amount: Rupiah, language: Language) -> String {
    format!("Rp{NBSP}{}", number(amount.amount(), language))
}

/// A whole number with its thousands grouped.
pub fn number(value: u64, language: Language) -> String {
    let separator = if language == Language::En { ',' } else { '.' };
    let digits = value.to_string();
    let mut grouped = String::with_capacity(digits.len() * 4 / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// `40 %` as `40%`, `12,5%`; in English `12.5%`.
pub fn percent(share: Percent, language: Language) -> String {
    let hundredths = share.hundredths();
    let (whole, rest) = (hundredths / 100, hundredths % 100);
    if rest == 0 {
        return format!("{whole}%");
    }
    let mark = if language == Language::En { '.' } else { ',' };
    let rest = format!("{rest:02}");
    format!("{whole}{mark}{}%", rest.trim_end_matches('0'))
}

/// What a kilogram or a litre costs, to the nearest rupiah, with `kg` or `liter`; `None` where that says no
/// more than the price itself.
pub fn per_measure(price: Rupiah, weight: Weight) -> Option<(Rupiah, Measure)> {
    let (amount, measure) = match weight {
        Weight::Grams(grams) => (grams, Measure::Kilogram),
        Weight::Millilitres(millilitres) => (millilitres, Measure::Litre),
    };
    if amount == 0 || amount == 1_000 {
        return None;
    }
    let amount = u64::from(amount);
    let each = (u128::from(price.amount()) * 1_000 + u128::from(amount) / 2) / u128::from(amount);
    Some((Rupiah::new(u64::try_from(each).ok()?)?, measure))
}

/// What prices are compared by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Measure {
    /// 1,000 g.
    Kilogram,
    /// 1,000 ml.
    Litre,
}

impl Measure {
    /// Name of its text.
    pub fn key(self) -> &'static str {
        match self {
            Self::Kilogram => "unit.kilogram",
            Self::Litre => "unit.litre",
        }
    }
}

/// `520 g`, `1,5 kg`, `500 ml`, `2 liter`.
pub fn weight(weight: Weight, language: Language) -> String {
    let (small, amount, large) = match weight {
        Weight::Grams(grams) => ("g", grams, "kg"),
        Weight::Millilitres(millilitres) => {
            ("ml", millilitres, if language == Language::En { "litre" } else { "liter" })
        }
    };
    if amount < 1_000 {
        return format!("{amount}{NBSP}{small}");
    }
    let (whole, rest) = (amount / 1_000, amount % 1_000);
    let whole = number(u64::from(whole), language);
    if rest == 0 {
        return format!("{whole}{NBSP}{large}");
    }
    let mark = if language == Language::En { '.' } else { ',' };
    format!("{whole}{mark}{}{NBSP}{large}", format!("{rest:03}").trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_grouped_in_the_language() {
        assert_eq!(number(0, Language::Id), "0");
        assert_eq!(number(999, Language::Id), "999");
        assert_eq!(number(999_999_999, Language::Su), "999.999.999");
        assert_eq!(number(12_500, Language::En), "12,500");
    }

    #[test]
    fn shares_show_no_needless_decimals() {
        let share = |hundredths| Percent::from_hundredths(hundredths).expect("at most 100 %");
        assert_eq!(percent(share(4_000), Language::Id), "40%");
        assert_eq!(percent(share(1_250), Language::Id), "12,5%");
        assert_eq!(percent(share(1_205), Language::En), "12.05%");
    }

    #[test]
    fn prices_compare_by_kilogram_and_litre() {
        let price = Rupiah::new(12_500).expect("small");
        let (each, measure) = per_measure(price, Weight::Grams(520)).expect("520 g is not 1 kg");
        assert_eq!((each.amount(), measure), (24_038, Measure::Kilogram));
        assert_eq!(per_measure(price, Weight::Grams(1_000)), None);
        assert_eq!(per_measure(price, Weight::Grams(0)), None);
    }

    #[test]
    fn weights_are_read_in_the_larger_unit() {
        assert_eq!(weight(Weight::Grams(520), Language::Id), "520\u{a0}g");
        assert_eq!(weight(Weight::Grams(1_500), Language::Id), "1,5\u{a0}kg");
        assert_eq!(weight(Weight::Grams(20_000), Language::Id), "20\u{a0}kg");
        assert_eq!(weight(Weight::Millilitres(1_050), Language::En), "1.05\u{a0}litre");
    }
}
