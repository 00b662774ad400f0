//! Whole numbers, years and percentages as people write them. Money has its own rules, in `money`.

use super::findings::key as finding;
use super::number_words;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::Percent;

/// Digits, or digits in groups of three parted by dots: `1.250`. `None` for anything else.
pub(super) fn grouped_digits(text: &str) -> Option<u128> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut digits = first.to_owned();
    let mut has_groups = false;
    for group in groups {
        if group.len() != 3 || !is_digits(group) {
            return None;
        }
        has_groups = true;
        digits.push_str(group);
    }
    let well_formed = is_digits(first) && (!has_groups || first.len() <= 3);
    (well_formed && digits.len() <= 30).then(|| digits.parse().ok()).flatten()
}

/// A whole number from `min` to `max`.
pub(super) fn parse_number(typed: Typed<'_>, min: u32, max: u32, findings: &mut Findings) -> Option<u32> {
    let number = grouped_digits(typed.text).and_then(|number| u32::try_from(number).ok());
    let number = number.filter(|number| (min..=max).contains(number));
    if number.is_none() {
        let meant = meant(typed.text).filter(|number| (min..=max).contains(number));
        findings.push(finding::not_a_number(typed, min, max, meant));
    }
    number
}

/// Words that make another number of the one beside them, or none.
const CHANGING: [&str; 13] = [
    "lusin", "kodi", "gros", "rim", "pasang", "minus", "kurang", "bukan", "tidak", "rp", "ratus", "ribu",
    "juta",
];

/// The number of `1 kg`, `min. 5` or `dua`, for a remedy.
fn meant(text: &str) -> Option<u32> {
    let amount = number_words::amount(text).or_else(|| {
        let lower = text.to_lowercase();
        let words: Vec<&str> = lower.split_whitespace().map(|word| word.trim_matches('.')).collect();
        let mut numbers = words.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
        let number = numbers.next().filter(|_| numbers.next().is_none())?;
        if words.iter().any(|word| CHANGING.contains(word)) { None } else { grouped_digits(number) }
    })?;
    u32::try_from(amount).ok()
}

/// Four digits, 1800 to 2200.
pub(super) fn parse_year(typed: Typed<'_>, findings: &mut Findings) -> Option<i16> {
    let year = year(typed.text);
    if year.is_none() {
        findings.push(finding::not_a_year(typed));
    }
    year
}

fn year(text: &str) -> Option<i16> {
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    is_year.then(|| text.parse().ok()).flatten().filter(|year| (1800..=2200).contains(year))
}

/// `2024-2029`, the second not before the first.
pub(super) fn parse_years(typed: Typed<'_>, findings: &mut Findings) -> Option<(i16, i16)> {
    let parts: Vec<&str> = typed.text.split(['-', '–']).map(str::trim).collect();
    let years = match parts.as_slice() {
        [first, last] => year(first).zip(year(last)).filter(|(first, last)| first <= last),
        _ => None,
    };
    if years.is_none() {
        findings.push(finding::not_years(typed));
    }
    years
}

/// `40`, `12,5`, `12.5 %`.
pub(super) fn parse_percent(typed: Typed<'_>, findings: &mut Findings) -> Option<Percent> {
    let percent = percent(typed.text);
    if percent.is_none() {
        findings.push(finding::not_a_percentage(typed));
    }
    percent
}

fn percent(text: &str) -> Option<Percent> {
    let number = text.strip_suffix('%').unwrap_or(text).trim_end();
    let (whole, part) = number.split_once([',', '.']).unwrap_or((number, ""));
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 2 || !is_digits(whole) || !is_digits(part) {
        return None;
    }
    if part.is_empty() && number.ends_with([',', '.']) {
        return None;
    }
    let hundredths = format!("{part:0<2}").parse::<u32>().ok()?;
    Percent::from_hundredths(whole.parse::<u32>().ok()? * 100 + hundredths)
}

/// The digits of `21234567.0`, as programs write a number that nobody meant as one.
pub(super) fn whole_of_decimal(text: &str) -> Option<&str> {
    let (whole, part) = text.split_once(['.', ','])?;
    let is_whole = whole.len() >= 5 && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && matches!(part, "0" | "00")).then_some(whole)
}

/// A decimal number with a point or a comma, as coordinates have.
pub(super) fn decimal(text: &str) -> Option<f64> {
    let text = text.trim().replace(',', ".");
    let is_plain = text.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'+' | b'.'));
    (is_plain && text.len() <= 24).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_group_thousands_and_nothing_else() {
        assert_eq!(grouped_digits("1.250"), Some(1250));
        assert_eq!(grouped_digits("0812"), Some(812));
        assert_eq!(grouped_digits("12.5"), None);
        assert_eq!(grouped_digits("1250.000"), None);
        assert_eq!(grouped_digits(""), None);
        assert_eq!(grouped_digits(&"9".repeat(40)), None);
    }

    #[test]
    fn a_number_among_words_is_offered() {
        for (typed, number) in [
            ("1 kg", 1),
            ("min. 5", 5),
            ("dua", 2),
            ("2.000 buah", 2_000),
            ("sepuluh", 10),
            ("3 ratus", 300),
            ("2 ribu", 2_000),
        ] {
            assert_eq!(meant(typed), Some(number), "{typed}");
        }
        for typed in [
            "",
            "1-2",
            "5 dus isi 12",
            "1,5 kg",
            "banyak",
            "-",
            "1O",
            "2 lusin",
            "minus 5",
            "Rp 50.000 belanja",
        ] {
            assert_eq!(meant(typed), None, "{typed}");
        }
    }

    #[test]
    fn percentages_have_two_decimals_at_most() {
        let hundredths = |text| percent(text).map(Percent::hundredths);
        assert_eq!(hundredths("40"), Some(4000));
        assert_eq!(hundredths("2,5"), Some(250));
        assert_eq!(hundredths("2.25 %"), Some(225));
        assert_eq!(hundredths("100"), Some(10_000));
        for wrong in ["101", "-1", "2,555", "lima", "", "5,"] {
            assert_eq!(hundredths(wrong), None, "{wrong}");
        }
    }
}
