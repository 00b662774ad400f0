//! Rupiah from raw text. `12.500` is twelve thousand five hundred, never 12.5: the text is read as it was
//! typed, before any parser could make a number of it.

use super::findings::{money as finding, plausible};
use super::number::grouped_digits;
use super::number_words;
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
    /// `dua belas ribu`, `12.000 rupiah`
    Spelled(u128),
    /// `35.OOO`, `1O.000`: letters that look like digits
    Letters(u128),
    /// `35.000 (nego)`, `± 35.000`: one amount, with words or signs around it
    Among(u128),
    /// `gratis`, `cuma-cuma`
    Free,
    /// `-5000`
    Negative,
    /// `12.500/kg`: with the unit
    WithUnit(u128, String),
    /// `10.000-15.000`
    Range(u128, u128),
    /// `mulai 10.000`
    From(u128),
    /// `tanya`, `.nan`, `18e3`
    NotANumber,
    /// Above `Rupiah::MAX`
    TooBig,
}

/// The smallest coin that shops still give, in rupiah. What is below it was meant in thousands, or went through a
/// program that took `35.000` for the number 35.
pub(super) const SMALLEST_COIN: u64 = 100;

/// An amount of 0 or more.
pub(super) fn parse_rupiah(typed: Typed<'_>, findings: &mut Findings) -> Option<Rupiah> {
    read_amount(typed, false, findings)
}

fn read_amount(typed: Typed<'_>, is_price: bool, findings: &mut Findings) -> Option<Rupiah> {
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
                Fault::Spelled(meant) => finding::spelled(typed, meant),
                Fault::Letters(meant) => finding::letters(typed, meant),
                Fault::Among(meant) => finding::among_words(typed, meant),
                Fault::Free => finding::free(typed, is_price),
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
    let price = read_amount(typed, true, findings)?;
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
        Fault::NotANumber => {
            more_than_an_amount(text).or_else(|| among_words(text)).unwrap_or(Fault::NotANumber)
        }
        fault => fault,
    })
}

/// What an amount that is not all digits certainly means, in rupiah, and the unit behind it: `12rb`, `2,5 jt/ekor`, `±
/// 35.000`, `dua belas ribu`. `None` for a plain amount and for whatever can mean two things.
pub(crate) fn said_amount(text: &str) -> Option<(u64, Option<String>)> {
    let said = |meant: u128, unit| Some((u64::try_from(meant).ok()?, unit));
    match amount(text).err()? {
        Fault::Words(meant) | Fault::Spelled(meant) | Fault::Among(meant) => said(meant, None),
        Fault::WithUnit(meant, unit) => {
            let end = text.find('/').or_else(|| text.to_ascii_lowercase().find(" per "))?;
            said_amount(&text[..end]).and_then(|_| said(meant, Some(unit)))
        }
        _ => None,
    }
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

/// Words beside an amount that leave it what it is: `bukan 35.000`, `3.500 yen` and `diskon 5.000` are other things.
const AROUND: [&str; 22] = [
    "rp",
    "rp.",
    "idr",
    "harga",
    "harganya",
    "sekitar",
    "kira",
    "kira-kira",
    "kurang",
    "lebih",
    "kurleb",
    "saja",
    "aja",
    "hanya",
    "cuma",
    "pas",
    "nego",
    "nett",
    "net",
    "ribu",
    "juta",
    "rb",
];

/// The one amount of thousands in `35.000 (nego)`, `± 35.000`, `35 ribuan` or `sekitar 35rb`.
fn among_words(text: &str) -> Option<Fault> {
    if text.len() > 80 || text.contains(['$', '€', '%']) {
        return None;
    }
    let lower = text.to_lowercase().replace("ribuan", "ribu").replace("jutaan", "juta");
    let parts = || lower.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '±' | '~' | '+'));
    let mut numbers = parts().filter(|part| part.contains(|c: char| c.is_ascii_digit()));
    let number = numbers.next().filter(|_| numbers.next().is_none())?;
    let is_other = |part: &str| part.contains(char::is_alphabetic) && !AROUND.contains(&part);
    if parts().any(|part| part != number && is_other(part)) {
        return None;
    }
    // `35 ribu` is two words.
    let unit = parts().skip_while(|part| *part != number).nth(1).unwrap_or_default();
    let amount = meant(&format!("{number} {unit}")).or_else(|| meant(number))?;
    (amount >= 1_000).then_some(Fault::Among(amount))
}

/// The amount that a part of a text most likely stands for.
fn meant(part: &str) -> Option<u128> {
    let part = without_end(without_currency(part));
    grouped_digits(part).or_else(|| match fault(part) {
        Fault::CommaGroups(meant)
        | Fault::Words(meant)
        | Fault::Spelled(meant)
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
    if let Some(fault) = in_letters(text) {
        return fault;
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

/// What is said in words: `gratis`, `dua belas ribu`, `12.000 rupiah`, and letters for digits: `35.OOO`.
fn in_letters(text: &str) -> Option<Fault> {
    const FREE: [&str; 7] =
        ["gratis", "free", "cuma-cuma", "cuma cuma", "percuma", "tanpa biaya", "tidak bayar"];
    let lower = text.to_lowercase();
    if FREE.contains(&lower.trim_end_matches(['!', '.'])) {
        return Some(Fault::Free);
    }
    if let Some(amount) = lower.strip_suffix("rupiah").and_then(meant) {
        return Some(Fault::Spelled(amount));
    }
    if let Some(amount) = number_words::amount(text) {
        return Some(if amount == 0 { Fault::Free } else { Fault::Spelled(amount) });
    }
    let digits = text.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let amount = grouped_digits(&digits).filter(|_| text.starts_with(|c: char| c.is_ascii_digit()))?;
    Some(Fault::Letters(amount))
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
mod tests;
