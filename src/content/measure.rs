//! Weights, volumes and shelf lives as people write them.

use super::findings::offer as finding;
use super::number::grouped_digits;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::{ShelfLife, ShelfUnit, Weight};

/// `520 g`, `1,6 kg`, `2 ons`, `500 ml`, `1.5 liter`.
pub(super) fn parse_weight(typed: Typed<'_>, findings: &mut Findings) -> Option<Weight> {
    if let Some(meant) = comma_for_thousands(typed.text) {
        findings.push(finding::weight_comma_groups(typed, &meant));
        return None;
    }
    let weight = weight(typed.text);
    match weight {
        None => findings.push(finding::not_a_weight(typed, weight_meant(typed.text).as_deref())),
        Some(Weight::Grams(amount) | Weight::Millilitres(amount)) if amount > MOST_GRAMS => {
            let meant = typed.text.contains('.').then(|| typed.text.replace('.', ","));
            findings.push(finding::weight_huge(typed, meant.as_deref()));
        }
        Some(_) => {}
    }
    weight
}

/// What a unit names: 500 ml of `botol 500 ml`, nothing of `kg`, nor where several numbers stand, as in `dus 12 x 200
/// ml`.
pub(super) fn held_by(unit: &str) -> Option<Weight> {
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit());
    let start = unit.find(|c: char| c.is_ascii_digit())?;
    (unit.split_whitespace().filter(is_number).count() == 1).then(|| weight(&unit[start..])).flatten()
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

/// What was probably meant: `1/2 kg` and `½ kg` are `0,5 kg`; `± 200 gram` and `200 gram/bks` are `200 gram`.
fn weight_meant(text: &str) -> Option<String> {
    const HALVES: &[(&str, &str)] =
        &[("1/2", ",5"), ("1/4", ",25"), ("3/4", ",75"), ("½", ",5"), ("¼", ",25"), ("¾", ",75")];
    let start = text.find(|c: char| c.is_ascii_digit() || "½¼¾".contains(c))?;
    let amount = &text[start..];
    let halved = HALVES.iter().find_map(|(fraction, decimals)| {
        let (whole, unit) = amount.split_once(fraction)?;
        // `11/2 kg` may be 1 1/2 or 5 1/2.
        if fraction.contains('/') && whole.ends_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        let whole = if whole.trim().is_empty() { "0" } else { whole.trim() };
        whole.bytes().all(|byte| byte.is_ascii_digit()).then(|| format!("{whole}{decimals} {}", unit.trim()))
    });
    let amount = halved.unwrap_or_else(|| amount.to_owned());
    let (number, _) = number_and_unit(&amount)?;
    let behind = amount[number.len()..].trim_start();
    let unit: String = behind.chars().take_while(|c| c.is_alphabetic()).collect();
    let has_more = behind.contains(|c: char| c.is_ascii_digit());
    let meant = format!("{number} {unit}");
    weight(&meant).filter(|_| !has_more).map(|_| meant)
}

fn weight(text: &str) -> Option<Weight> {
    let (number, unit) = number_and_unit(text)?;
    let (whole, part) = match grouped_digits(number) {
        // `1.250 g` groups thousands; `0.250 kg` cannot.
        Some(whole) if !(number.contains('.') && number.starts_with('0')) => (whole, ""),
        _ => {
            let (whole, part) = number.split_once([',', '.'])?;
            (grouped_digits(whole)?, part)
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
pub(super) fn parse_shelf_life(typed: Typed<'_>, findings: &mut Findings) -> Option<ShelfLife> {
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
    fn a_unit_holds_the_one_amount_that_it_names() {
        for (unit, held) in [
            ("botol 500 ml", Some(Weight::Millilitres(500))),
            ("karung 5kg", Some(Weight::Grams(5_000))),
            ("bungkus 1,5 kg", Some(Weight::Grams(1_500))),
            ("kg", None),
            ("dus isi 12", None),
            ("dus 12 x 200 ml", None),
            ("dus 12x200 ml", None),
            ("ikat (250 g)", None),
        ] {
            assert_eq!(held_by(unit), held, "{unit}");
        }
    }

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
    fn what_a_weight_was_meant_to_be_is_offered_where_there_is_one_answer() {
        for (text, meant) in [
            ("1/2 kg", Some("0,5 kg")),
            ("1 1/2 kg", Some("1,5 kg")),
            ("½ kg", Some("0,5 kg")),
            ("± 200 gram", Some("200 gram")),
            ("250gr/bks", Some("250 gr")),
            ("netto 1,6 kg", Some("1,6 kg")),
            ("12 x 200 ml", None),
            ("200-250 g", None),
            ("1½ kg", Some("1,5 kg")),
            ("11/2 kg", None),
            ("1 botol", None),
            ("1/3 kg", None),
            ("sedang", None),
        ] {
            assert_eq!(weight_meant(text).as_deref(), meant, "{text}");
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
