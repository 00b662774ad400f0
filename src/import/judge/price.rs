//! Rupiah. In an English sheet `12.500` is the number 12.5 and `100.000` is 100; in an Indonesian one so is `12,500`,
//! and `12.500,-` is a negative number.

use super::findings as told;
use super::judged::Judged;
use super::written::{rupiah, whole};
use crate::content::said_amount;
use crate::finding::Span;
use crate::keys::Shape;
use crate::workbook::{Cell, CellFormat, CellValue};

/// Below it an amount can be what is left of thousands.
const THOUSAND: f64 = 1_000.0;

pub(super) fn judge(cells: &[(&Cell, Span)]) -> Vec<Judged> {
    let column = Column::of(cells);
    cells.iter().map(|(cell, at)| column.judge(cell, at)).collect()
}

/// A cell below a head that says thousands: 12.5 is `Rp 12.500` for sure. From a thousand on, somebody has rather
/// written all digits there.
pub(super) fn thousands(cell: &Cell, at: &Span) -> Judged {
    let (number, amount) = match (&cell.value, amount_of(cell)) {
        (CellValue::Number(number), Some(amount)) => (number, amount),
        (CellValue::Text(text), _) => return Judged::taken(text.clone()),
        _ => return Column::of(&[]).judge(cell, at),
    };
    if amount < 0.0 {
        let text = rupiah_of_thousands(-amount);
        return text.map_or_else(
            || Judged::lost(told::odd_decimals(at, *number)),
            |text| Judged::mended(text.clone(), told::negative_price(at, amount, &text)),
        );
    }
    match (whole(amount).filter(|_| amount >= THOUSAND), rupiah_of_thousands(amount)) {
        (Some(whole), _) => Judged::proposed(rupiah(whole), told::whole_among_thousands(at, &rupiah(whole))),
        (None, Some(text)) => Judged::taken(text),
        (None, None) => Judged::lost(told::odd_decimals(at, *number)),
    }
}

fn rupiah_of_thousands(amount: f64) -> Option<String> {
    times_thousand(amount).map(rupiah)
}

/// Words in place of a price that send a buyer to the seller. A page says the same of what has no price.
const ASK: &[&str] = &["tanya", "hubungi", "chat", "call", "japri", "wa", "cek", "pm", "dm"];

/// A price as people say it: `12rb`, `@5000`, `65 000`, `tanya admin`. Any other text is read as it is.
fn said(text: &str, at: &Span) -> Judged {
    let bare = text.trim().trim_start_matches('@').trim();
    if let Some(grouped) = grouped_by_spaces(bare) {
        return Judged::taken(grouped);
    }
    let first = bare.split_whitespace().next().unwrap_or_default().to_lowercase();
    if ASK.contains(&first.as_str()) && !bare.contains(|c: char| c.is_ascii_digit()) {
        return Judged::lost(told::price_on_request(at, text.trim()));
    }
    match said_amount(bare) {
        Some((amount, unit)) => {
            let spelled = rupiah(amount);
            let read = unit.map_or_else(|| spelled.clone(), |unit| format!("{spelled}/{unit}"));
            Judged::mended(read.clone(), told::price_said(at, text.trim(), &read))
        }
        None => Judged::taken(if bare.starts_with(|c: char| c.is_ascii_digit()) { bare } else { text }),
    }
}

/// `Rp 65.000` for `65 000`, `Rp 65 000`.
fn grouped_by_spaces(text: &str) -> Option<String> {
    let bare = text.trim_start_matches(['R', 'r', 'P', 'p', '.']).trim_start();
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = bare.split([' ', '\u{a0}', '\u{202f}']);
    let first = groups.next().filter(|first| is_digits(first) && first.len() <= 3)?;
    let groups: Vec<&str> = groups.collect();
    let is_grouped = !groups.is_empty() && groups.iter().all(|group| is_digits(group) && group.len() == 3);
    is_grouped.then(|| format!("{first}{}", groups.concat()).parse().ok().map(rupiah)).flatten()
}

/// What a column tells of each of its cells.
struct Column {
    /// True if some cell lost its thousands for sure, or nearly so.
    has_shrunk: bool,
    /// True if no number reaches a thousand.
    is_small: bool,
    /// True if some text has a dot between its thousands.
    keeps_dots: bool,
}

impl Column {
    fn of(cells: &[(&Cell, Span)]) -> Self {
        let numbers: Vec<f64> = cells.iter().filter_map(|(cell, _)| amount_of(cell)).map(f64::abs).collect();
        let dots_of = |cell: &Cell| match &cell.value {
            CellValue::Text(text) => dots_between_thousands(text),
            _ => None,
        };
        let dots: Vec<usize> = cells.iter().filter_map(|(cell, _)| dots_of(cell)).collect();
        let has_fraction =
            numbers.iter().any(|number| times_thousand(*number).is_some() && number.fract() != 0.0);
        // `1.250.000` is no number in English: it stays text, beside those that became numbers.
        let has_millions = dots.iter().any(|dots| *dots > 1);
        let keeps_dots = dots.contains(&1);
        // `Rp 35000` and `12,500` are text, and whole.
        let has_whole_text = cells.iter().any(|(cell, _)| match &cell.value {
            CellValue::Text(text) => text.chars().filter(char::is_ascii_digit).count() >= 4,
            _ => false,
        });
        Self {
            has_shrunk: (has_fraction || has_millions) && !keeps_dots,
            keeps_dots,
            is_small: !numbers.is_empty()
                && numbers.iter().all(|number| *number < THOUSAND)
                && dots.is_empty()
                && !has_whole_text,
        }
    }

    fn judge(&self, cell: &Cell, at: &Span) -> Judged {
        match (&cell.value, amount_of(cell)) {
            (CellValue::Text(text), Some(amount)) if amount.fract() != 0.0 || !self.keeps_dots => {
                self.judge_small(cell, amount, at).unwrap_or_else(|| Judged::taken(text.clone()))
            }
            (CellValue::Text(text), _) => said(text, at),
            (CellValue::Number(_), Some(amount)) => self.judge_amount(cell, amount, at),
            (CellValue::Number(number), None) => Judged::lost(told::percent_for_price(at, *number)),
            (CellValue::Day(day), _) => Judged::lost(told::day_for_price(at, *day)),
            _ => Judged::lost(told::other_kind(at, &cell.value, Shape::Rupiah)),
        }
    }

    fn judge_amount(&self, cell: &Cell, amount: f64, at: &Span) -> Judged {
        if amount < 0.0 {
            let judged = self.judge_amount(cell, -amount, at);
            return if judged.is_proposal || judged.text.is_none() {
                judged
            } else {
                let text = judged.text.unwrap_or_default();
                let remark = told::negative_price(at, amount, &text);
                Judged::mended(text, remark)
            };
        }
        if let Some(judged) = self.judge_small(cell, amount, at) {
            return judged;
        }
        match whole(amount) {
            Some(amount) => Judged::taken(rupiah(amount)),
            None => match whole(amount.round()) {
                Some(rounded) => {
                    Judged::proposed(rupiah(rounded), told::price_with_decimals(at, amount, rounded))
                }
                None => Judged::lost(told::digits_lost(at, amount)),
            },
        }
    }

    /// An amount that can be what is left of thousands.
    fn judge_small(&self, cell: &Cell, amount: f64, at: &Span) -> Option<Judged> {
        if !(0.0..THOUSAND).contains(&amount) || amount == 0.0 {
            return None;
        }
        let Some(thousands) = times_thousand(amount) else {
            return Some(Judged::lost(told::odd_decimals(at, amount)));
        };
        if shows_thousands(&cell.format) {
            return Some(Judged::mended(rupiah(thousands), told::shown_in_thousands(at, amount, thousands)));
        }
        let is_rupiah = cell.format == CellFormat::Rupiah;
        if amount.fract() != 0.0 || self.has_shrunk || (self.is_small && !is_rupiah) {
            return Some(Judged::proposed(rupiah(thousands), told::thousands_lost(at, amount, thousands)));
        }
        let amount = whole(amount)?;
        if is_rupiah {
            return Some(Judged::taken(rupiah(amount)));
        }
        Some(Judged::mended(rupiah(amount), told::small_price(at, amount)))
    }
}

/// The number of a cell: one of its own, or one that a program has written into a text file, `12.5` or `100`. `None`
/// for a percentage, and for text that somebody typed into a cell.
fn amount_of(cell: &Cell) -> Option<f64> {
    match &cell.value {
        CellValue::Number(_) if cell.format == CellFormat::Percent => None,
        CellValue::Number(number) => Some(*number),
        CellValue::Text(text) if cell.format == CellFormat::Unknown => bare_number(text.trim()),
        _ => None,
    }
}

/// `12.5`, `100`, `35.0`; not `12.500`, whose dot parts thousands.
fn bare_number(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (is_digits(whole) && is_digits(part) && part.len() != 3).then(|| text.parse().ok()).flatten()
}

/// How many dots part the thousands of a text, `12.500` or `Rp 1.250.000`.
fn dots_between_thousands(text: &str) -> Option<usize> {
    let digits = text.trim_matches(|c: char| !c.is_ascii_digit());
    let mut groups = digits.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let groups: Vec<&str> = groups.collect();
    let is_grouped = is_digits(first) && groups.iter().all(|group| group.len() == 3 && is_digits(group));
    (is_grouped && !groups.is_empty()).then_some(groups.len())
}

/// The thousandfold of a number with at most three decimals.
fn times_thousand(number: f64) -> Option<u64> {
    let thousands = number * THOUSAND;
    let is_whole = (thousands - thousands.round()).abs() < 1e-6;
    is_whole.then(|| whole(thousands.round())).flatten()
}

/// `0.0" rb"`: the cell shows its number with the word for thousands.
fn shows_thousands(format: &CellFormat) -> bool {
    let CellFormat::Other(code) = format else { return false };
    let code = code.to_lowercase();
    code.contains("rb") || code.contains("ribu")
}
