//! Numbers that are names: of telephones, accounts and registers. A spreadsheet keeps 15 digits of them, and no 0 in
//! front.

use super::findings as told;
use super::judged::Judged;
use super::written::{whole, zero_padded};
use crate::finding::Span;
use crate::keys::Shape;
use crate::model::WhatsAppNumber;
use crate::workbook::{Cell, CellValue};

/// So many zeros at the end are what `8,12E+11` leaves of the digits.
const EATEN_ZEROS: &str = "00000";

/// Digits of a NIB and of a number below a bar code: where so many are there, none is lost.
const WHOLE_DIGITS: usize = 13;

/// Digits of the shortest telephone number with its area.
const LEAST_DIGITS: usize = 8;

/// A telephone number.
pub(super) fn phone(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Number(number) => phone_of(*number, cell, at),
        CellValue::Text(text) => {
            typed_phone(text.trim(), at).unwrap_or_else(|| without_number(&cell.value, Shape::Phone, at))
        }
        other => without_number(other, Shape::Phone, at),
    }
}

fn phone_of(number: f64, cell: &Cell, at: &Span) -> Judged {
    if let Some(padded) = zero_padded(number, &cell.format).filter(|padded| padded.starts_with('0')) {
        return Judged::taken(padded);
    }
    let Some(digits) = whole(number).map(|number| number.to_string()) else {
        return Judged::lost(told::digits_lost(at, number));
    };
    if digits.len() >= 9 && digits.ends_with(EATEN_ZEROS) {
        return Judged::lost(told::digits_lost(at, number));
    }
    let is_of = |first: &[u8], lengths: std::ops::RangeInclusive<usize>| {
        first.contains(&digits.as_bytes()[0]) && lengths.contains(&digits.len())
    };
    if digits.starts_with("62") && (10..=15).contains(&digits.len()) {
        return Judged::taken(spelled(&digits[2..]));
    }
    if is_of(b"8", 9..=12) || is_of(b"2345679", 8..=11) {
        let spelled = spelled(&digits);
        let remark = told::phone_without_zero(at, &digits, &spelled);
        return Judged::mended(spelled, remark);
    }
    if is_of(b"1", 5..=7) {
        return Judged::taken(digits);
    }
    Judged::lost(told::no_phone(at, &digits))
}

/// A text that lost its 0 as a number does, `81200000001`, or has words beside its number. `None` for any other.
fn typed_phone(text: &str, at: &Span) -> Option<Judged> {
    if (9..=12).contains(&text.len()) && text.starts_with('8') && text.bytes().all(|b| b.is_ascii_digit()) {
        let spelled = spelled(text);
        let remark = told::phone_without_zero(at, text, &spelled);
        return Some(Judged::mended(spelled, remark));
    }
    if let Some(first) = first_of_several(text) {
        return Some(Judged::proposed(first, told::several_numbers(at, text, first)));
    }
    let (number, note) = number_and_note(text)?;
    Some(Judged::mended(number, told::phone_note(at, number, &note)))
}

/// The first of several numbers: `0812-0000-0001 / 0812-0000-0002`.
fn first_of_several(text: &str) -> Option<&str> {
    let marks = [",", "/", ";", "\n", " dan ", " atau ", "&", "|"];
    let mark = marks.into_iter().find(|mark| text.contains(mark))?;
    let is_number = |part: &str| {
        let digits = part.chars().filter(char::is_ascii_digit).count();
        (LEAST_DIGITS..=15).contains(&digits)
            && part.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ' ' | '(' | ')'))
    };
    let mut parts = text.split(mark).map(str::trim);
    let first = parts.next()?;
    let others: Vec<&str> = parts.collect();
    (is_number(first) && others.iter().all(|part| is_number(part))).then_some(first)
}

/// `0812-0000-0001` and `(Bu Ani)`; `None` where there is no note, more than one number, or an address.
fn number_and_note(text: &str) -> Option<(&str, String)> {
    let is_of_number = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '.' | ' ');
    let digits = |part: &str| part.chars().filter(char::is_ascii_digit).count();
    let has_words = text.contains(char::is_alphabetic) && !text.contains(['@', '/']);
    let number = text.split(|c| !is_of_number(c)).max_by_key(|part| digits(part))?;
    let number = number.trim_matches([' ', '-', '.']);
    let note = text.replacen(number, " ", 1).split_whitespace().collect::<Vec<_>>().join(" ");
    (has_words && digits(number) >= LEAST_DIGITS && digits(&note) == 0).then_some((number, note))
}

/// `0812-0000-0001`, which no program takes for a number; a landline has its 0 in front.
fn spelled(national: &str) -> String {
    WhatsAppNumber::from_digits(&format!("62{national}"))
        .map_or_else(|| format!("0{national}"), |number| number.national())
}

/// A number of a register or an account.
pub(super) fn identifier(cell: &Cell, at: &Span) -> Judged {
    match &cell.value {
        CellValue::Number(number) => identifier_of(*number, cell, at),
        other => without_number(other, Shape::Identifier, at),
    }
}

fn identifier_of(number: f64, cell: &Cell, at: &Span) -> Judged {
    if let Some(padded) = zero_padded(number, &cell.format) {
        return Judged::taken(padded);
    }
    let Some(digits) = whole(number).map(|number| number.to_string()) else {
        return Judged::lost(told::digits_lost(at, number));
    };
    if digits.len() >= 11 && digits.ends_with(EATEN_ZEROS) {
        return Judged::lost(told::digits_lost(at, number));
    }
    if digits.len() == WHOLE_DIGITS {
        return Judged::taken(digits);
    }
    let remark = told::identifier_as_number(at, &digits);
    Judged::proposed(digits, remark)
}

/// Text passes, unless a program has left out digits of it.
fn without_number(value: &CellValue, shape: Shape, at: &Span) -> Judged {
    match value {
        CellValue::Text(text) if is_scientific(text.trim()) => {
            Judged::lost(told::scientific(at, text.trim()))
        }
        CellValue::Text(text) => Judged::taken(text.clone()),
        value => Judged::lost(told::other_kind(at, value, shape)),
    }
}

/// `8,12E+11`: what a narrow column leaves of many digits when it is saved as text.
fn is_scientific(text: &str) -> bool {
    let Some((number, power)) = text.split_once(['E', 'e']) else { return false };
    let is_number = number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','));
    let power = power.strip_prefix('+').unwrap_or(power);
    is_number
        && number.starts_with(|c: char| c.is_ascii_digit())
        && (1..=2).contains(&power.len())
        && power.bytes().all(|byte| byte.is_ascii_digit())
}
