//! Rupiah from raw text. `12.500` is twelve thousand five hundred, never 12.5: the text is read as it was
//! typed, before any parser could make a number of it.

use super::findings::{money as finding, plausible};
use super::number::grouped_digits;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::Rupiah;

/// Why a text is not an amount, with the amount that was probably meant.
#[derive(Debug, PartialEq, Eq)]
enum Fault {
    /// `12.500,00`: with the whole rupiah where nothing is lost by it.
    NotWhole(Option<u128>),
    /// `12.5` or `35.0`: what a program makes of `12.500` and `35.000`, with the thousands that it lost.
    Shrunk(u128),
    /// `12,500`
    CommaGroups(u128),
    /// `1.25.000`, `12 500`, `18_000`: dots in the wrong places, or other marks.
    Groups(u128),
    /// `12rb`, `1,5 juta`
    Words(u128),
    /// `-5000`
    Negative,
    /// `12.500/kg`: with the unit
    WithUnit(u128, String),
    /// `10.000-15.000`
    Range(u128, u128),
    /// `mulai 10.000`
    From(u128),
    /// `gratis`, `.nan`, `18e3`
    NotANumber,
    /// Above `Rupiah::MAX`
    TooBig,
}

/// The smallest coin that shops still give, in rupiah. What is below it was meant in thousands, or went through a
/// program that took `35.000` for the number 35.
pub(super) const SMALLEST_COIN: u64 = 100;

/// An amount of 0 or more.
pub(super) fn parse_rupiah(typed: Typed<'_>, findings: &mut Findings) -> Option<Rupiah> {
    match amount(typed.text) {
        Ok(amount) => {
            if (1..SMALLEST_COIN).contains(&amount.amount()) {
                findings.push(plausible::below_any_coin(typed, amount));
            }
            Some(amount)
        }
        Err(fault) => {
            findings.push(match fault {
                Fault::NotWhole(meant) => finding::not_whole(typed, meant),
                Fault::Shrunk(meant) => finding::shrunk(typed, meant),
                Fault::CommaGroups(meant) => finding::comma_groups(typed, meant),
                Fault::Groups(meant) => finding::odd_groups(typed, meant),
                Fault::Words(meant) => finding::in_words(typed, meant),
                Fault::WithUnit(meant, unit) => finding::with_unit(typed, meant, &unit),
                Fault::Range(low, high) => finding::range(typed, low, Some(high)),
                Fault::From(low) => finding::range(typed, low, None),
                Fault::Negative => finding::negative(typed),
                Fault::NotANumber => finding::not_a_number(typed),
                Fault::TooBig => finding::too_big(typed),
            });
            None
        }
    }
}

/// The price of something that is sold: above 0.
pub(super) fn parse_price(typed: Typed<'_>, findings: &mut Findings) -> Option<Rupiah> {
    let price = parse_rupiah(typed, findings)?;
    if price.amount() == 0 {
        findings.push(finding::zero(typed));
        return None;
    }
    Some(price)
}

fn amount(typed: &str) -> Result<Rupiah, Fault> {
    let text = without_currency(typed);
    if let Some(rest) = text.strip_prefix(['-', '−', '–']) {
        let is_number = rest.trim_start().starts_with(|c: char| c.is_ascii_digit());
        return Err(if is_number { Fault::Negative } else { Fault::NotANumber });
    }
    let text = without_end(text);
    if let Some(amount) = grouped_digits(text) {
        return small_enough(amount);
    }
    if text.len() > 30 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') {
        return Err(Fault::TooBig);
    }
    Err(match fault(text) {
        Fault::NotANumber => more_than_an_amount(text).unwrap_or(Fault::NotANumber),
        fault => fault,
    })
}

fn small_enough(amount: u128) -> Result<Rupiah, Fault> {
    u64::try_from(amount).ok().and_then(Rupiah::new).ok_or(Fault::TooBig)
}

fn without_currency(typed: &str) -> &str {
    let typed = typed.trim();
    let lower = typed.get(..3).map(str::to_ascii_lowercase).unwrap_or_default();
    let two = typed.get(..2).map(str::to_ascii_lowercase).unwrap_or_default();
    let rest = if lower == "rp." || lower == "idr" {
        &typed[3..]
    } else if two == "rp" {
        &typed[2..]
    } else {
        typed
    };
    rest.trim_matches(|c: char| c.is_whitespace() || c == '\u{a0}' || c == '\u{202f}')
}

/// `12.500,-` and `12.500.-` say themselves that nothing follows.
fn without_end(text: &str) -> &str {
    let marked =
        text.strip_suffix(['-', '–', '=']).and_then(|rest| rest.trim_end().strip_suffix([',', '.', ';']));
    marked.map_or(text, str::trim_end)
}

/// An amount with something beside it that belongs to another key.
fn more_than_an_amount(text: &str) -> Option<Fault> {
    const FROM: [&str; 4] = ["mulai dari", "mulai", "dari", "from"];
    const BETWEEN: [&str; 8] = ["-", "–", "—", "/", "s/d", "s.d.", "sampai", "hingga"];
    if text.len() > 80 {
        return None;
    }
    let lower = text.to_ascii_lowercase();
    if let Some(low) = FROM.iter().find_map(|word| meant(lower.strip_prefix(word)?)) {
        return Some(Fault::From(low));
    }
    let mut cuts = BETWEEN.iter().flat_map(|word| lower.match_indices(word));
    let range = |(at, word): (usize, &str)| meant(&lower[..at]).zip(meant(&lower[at + word.len()..]));
    if let Some((low, high)) = cuts.find_map(range) {
        return Some(Fault::Range(low, high));
    }
    ["/", " per "].iter().find_map(|word| {
        let (amount, unit) = lower.split_once(word)?;
        let unit = unit.trim();
        let is_unit = (1..=30).contains(&unit.len()) && unit.contains(char::is_alphabetic);
        Some(Fault::WithUnit(meant(amount).filter(|_| is_unit)?, unit.to_owned()))
    })
}

/// The amount that a part of a text most likely stands for.
fn meant(part: &str) -> Option<u128> {
    let part = without_end(without_currency(part));
    grouped_digits(part).or_else(|| match fault(part) {
        Fault::CommaGroups(meant)
        | Fault::Words(meant)
        | Fault::NotWhole(Some(meant))
        | Fault::Shrunk(meant) => Some(meant),
        _ => None,
    })
}

fn fault(text: &str) -> Fault {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit()) && !part.is_empty();
    if let Some(meant) = grouped_digits(&text.replace(',', "."))
        && text.contains(',')
        && !text.contains('.')
    {
        return Fault::CommaGroups(meant);
    }
    if let Some(fault) = decimal(text) {
        return fault;
    }
    if let Some((whole, part)) = text.rsplit_once(',')
        && digits(part)
        && part.len() <= 2
        && let Some(meant) = grouped_digits(whole)
    {
        return Fault::NotWhole(part.bytes().all(|byte| byte == b'0').then_some(meant));
    }
    // `12,500.00` as English writes it.
    if let Some((whole, part)) = text.rsplit_once('.')
        && digits(part)
        && part.len() <= 2
        && let Some(meant) = grouped_digits(&whole.replace(',', "."))
    {
        let is_zero = part.bytes().all(|byte| byte == b'0');
        return Fault::NotWhole((is_zero && whole.contains(',')).then_some(meant));
    }
    if let Some(meant) = in_words(text) {
        return Fault::Words(meant);
    }
    let is_grouping = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '_' | ' ' | '\'' | '\u{a0}');
    let only_digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if text.chars().all(is_grouping)
        && text.starts_with(|c: char| c.is_ascii_digit())
        && only_digits.len() <= 30
    {
        return only_digits.parse().map_or(Fault::NotANumber, Fault::Groups);
    }
    Fault::NotANumber
}

/// A number with one point or comma that does not part thousands. Programs that take `35.500` for a number write `35.5`
/// again; `13000.000` and `13.750000000000002` are also theirs, and name no amount that could be offered.
fn decimal(text: &str) -> Option<Fault> {
    let (whole, part) = text.split_once(['.', ','])?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let is_zero = part.bytes().all(|byte| byte == b'0');
    match (whole.len(), part.len()) {
        (1..=3, 1..=2) => {
            let meant: u128 = format!("{whole}{part:0<3}").parse().ok()?;
            Some(if meant == 0 { Fault::NotWhole(None) } else { Fault::Shrunk(meant) })
        }
        (1..=3, 3) => None,
        (1..=30, _) => Some(Fault::NotWhole(whole.parse().ok().filter(|_| is_zero && whole.len() > 3))),
        _ => None,
    }
}

/// `12rb`, `12,5 ribu`, `1.5jt`, `2 juta`, `15k`.
fn in_words(text: &str) -> Option<u128> {
    let lower = text.to_lowercase();
    let units: [(&str, u128); 9] = [
        ("ribu", 1_000),
        ("rb", 1_000),
        ("k", 1_000),
        ("juta", 1_000_000),
        ("jt", 1_000_000),
        ("miliar", 1_000_000_000),
        ("milyar", 1_000_000_000),
        ("m", 1_000_000_000),
        ("perak", 1),
    ];
    let (number, unit) =
        units.iter().find_map(|(word, unit)| Some((lower.strip_suffix(word)?.trim_end(), *unit)))?;
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 6 || part.len() > 3 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    let thousandths: u128 = format!("{whole}{part:0<3}").parse().ok()?;
    Some(thousandths * unit / 1000)
}

/// `12500` as it should be written: `12.500`.
pub(super) fn written(amount: u128) -> String {
    let digits = amount.to_string();
    let mut written = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rupiah(typed: &str) -> Result<u64, Fault> {
        amount(typed).map(Rupiah::amount)
    }

    #[test]
    fn the_usual_ways_to_write_a_price_mean_the_same() {
        for typed in [
            "12.500",
            "12500",
            "Rp 12.500",
            "Rp12.500",
            "Rp. 12.500",
            "rp12500",
            "IDR 12.500",
            "12.500,-",
            "12.500.-",
            "12.500,=",
            "12.500;-",
            "12.500 ,–",
            "Rp\u{a0}12.500",
        ] {
            assert_eq!(rupiah(typed), Ok(12_500), "{typed}");
        }
        assert_eq!(rupiah("250.000.000"), Ok(250_000_000));
        assert_eq!(rupiah("0"), Ok(0));
    }

    #[test]
    fn a_decimal_part_is_refused_with_what_was_meant() {
        assert_eq!(rupiah("12.500,00"), Err(Fault::NotWhole(Some(12_500))));
        assert_eq!(rupiah("12,500.00"), Err(Fault::NotWhole(Some(12_500))));
        assert_eq!(rupiah("12.500,75"), Err(Fault::NotWhole(None)));
        assert_eq!(rupiah("0.0"), Err(Fault::NotWhole(None)));
        assert_eq!(rupiah("13000.000"), Err(Fault::NotWhole(Some(13_000))));
        assert_eq!(rupiah("12500.0"), Err(Fault::NotWhole(Some(12_500))));
        assert_eq!(rupiah("13000.500"), Err(Fault::NotWhole(None)));
        assert_eq!(rupiah("13.750000000000002"), Err(Fault::NotWhole(None)));
    }

    #[test]
    fn a_thousandth_that_a_program_left_is_told_with_its_thousands() {
        for (typed, meant) in [
            ("12.5", 12_500),
            ("12,5", 12_500),
            ("35.0", 35_000),
            ("100.0", 100_000),
            ("1.25", 1_250),
            ("0.5", 500),
        ] {
            assert_eq!(rupiah(typed), Err(Fault::Shrunk(meant)), "{typed}");
        }
    }

    #[test]
    fn other_groupings_are_refused_with_what_was_meant() {
        assert_eq!(rupiah("12,500"), Err(Fault::CommaGroups(12_500)));
        assert_eq!(rupiah("1,250,000"), Err(Fault::CommaGroups(1_250_000)));
        assert_eq!(rupiah("18_000"), Err(Fault::Groups(18_000)));
        assert_eq!(rupiah("12 500"), Err(Fault::Groups(12_500)));
        assert_eq!(rupiah("1.25.000"), Err(Fault::Groups(125_000)));
        assert_eq!(rupiah("12rb"), Err(Fault::Words(12_000)));
        assert_eq!(rupiah("1,5 juta"), Err(Fault::Words(1_500_000)));
    }

    #[test]
    fn an_amount_with_more_beside_it_is_refused_with_both_parts() {
        for typed in ["10.000-15.000", "Rp 10.000,- – Rp 15.000,-", "10rb s/d 15rb", "10.000 sampai 15.000"]
        {
            assert_eq!(rupiah(typed), Err(Fault::Range(10_000, 15_000)), "{typed}");
        }
        for typed in ["mulai 10.000", "Mulai dari Rp 10.000", "dari 10rb"] {
            assert_eq!(rupiah(typed), Err(Fault::From(10_000)), "{typed}");
        }
        for typed in ["12.500/kg", "Rp 12.500,-/kg", "12,500 per kg", "12.500 / Kg"] {
            assert_eq!(rupiah(typed), Err(Fault::WithUnit(12_500, "kg".to_owned())), "{typed}");
        }
        assert_eq!(rupiah("9.000/500 g"), Err(Fault::WithUnit(9_000, "500 g".to_owned())));
        for typed in ["kg/12.500", "12.500/", "mulai besok", "a-b", "0812-"] {
            assert_eq!(rupiah(typed), Err(Fault::NotANumber), "{typed}");
        }
    }

    #[test]
    fn what_is_no_amount_is_refused() {
        for typed in ["gratis", ".nan", ".inf", "18e3", "", "Rp", "tanya", "..", ",", "1,", "0x10"] {
            assert!(
                matches!(rupiah(typed), Err(Fault::NotANumber | Fault::Groups(_))),
                "{typed}: {:?}",
                rupiah(typed)
            );
        }
        assert_eq!(rupiah("-5000"), Err(Fault::Negative));
        assert_eq!(rupiah("Rp -5.000"), Err(Fault::Negative));
        assert_eq!(rupiah("99999999999999999999"), Err(Fault::TooBig));
        assert_eq!(rupiah(&"9".repeat(500)), Err(Fault::TooBig));
    }

    #[test]
    fn amounts_are_written_with_dots() {
        assert_eq!(written(12_500), "12.500");
        assert_eq!(written(999), "999");
        assert_eq!(written(1_000_000), "1.000.000");
    }
}
