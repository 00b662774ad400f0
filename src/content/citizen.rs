//! Numbers that the state gave to a person. None belongs on a site, wherever it was typed.
//!
//! Shape of an NIK, and of the number of a family card: six digits of the region, six of a day (day of birth,
//! plus 40 for women; day of issue), four of a row. Source: Permendagri 102/2019 and the codes of provinces, 11 to 97.

use std::ops::Range;
use std::sync::Arc;

use super::findings::people as finding;
use super::prose::span_in;
use super::typed::Typed;
use crate::finding::{Findings, SourceFile};

/// Digits of a citizen's number.
const DIGITS: usize = 16;

/// Refuses sixteen digits of any shape in what is said of a person: no name has them.
pub(super) fn check_person(typed: Typed<'_>, findings: &mut Findings) {
    if numbers(typed.text).next().is_some() {
        findings.push(finding::citizen_number(typed.span(), typed.key));
    }
}

/// Refuses a citizen's number in a text about anything. Other numbers of sixteen digits (of an account, of a
/// certificate) are not touched.
pub(super) fn check_text(typed: Typed<'_>, findings: &mut Findings) {
    if let Some(at) = numbers(typed.text).find(|at| is_citizens(&typed.text[at.clone()])) {
        findings.push(finding::citizen_number(typed.span_of(at.start, at.len()), typed.key));
    }
}

/// The same in the body of a file, at its line.
pub(super) fn check_body(source: &Arc<SourceFile>, body: &str, lines_before: u32, findings: &mut Findings) {
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        for at in numbers(text).filter(|at| is_citizens(&text[at.clone()])) {
            findings.push(finding::citizen_number_in_text(span_in(source, line, text, at.start, at.len())));
        }
    }
}

/// Where exactly sixteen digits stand together, with at most one mark between two of them.
fn numbers(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + bytes[from..].iter().position(u8::is_ascii_digit)?;
            let (mut end, mut digits) = (start, 0);
            from = start;
            while from < bytes.len() {
                if bytes[from].is_ascii_digit() {
                    digits += 1;
                    end = from + 1;
                } else if !matches!(bytes[from], b' ' | b'.' | b'-') || from > end {
                    break;
                }
                from += 1;
            }
            if digits == DIGITS {
                return Some(start..end);
            }
        }
    })
}

fn is_citizens(text: &str) -> bool {
    let digits: Vec<u32> =
        text.bytes().filter(u8::is_ascii_digit).map(|digit| u32::from(digit - b'0')).collect();
    let pair = |at: usize| digits[at] * 10 + digits[at + 1];
    matches!(pair(0), 11..=97)
        && pair(2) > 0
        && pair(4) > 0
        && matches!(pair(6), 1..=31 | 41..=71)
        && matches!(pair(8), 1..=12)
        && digits[12..] != [0; 4]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<&str> {
        numbers(text).filter(|at| is_citizens(&text[at.clone()])).map(|at| &text[at]).collect()
    }

    #[test]
    fn a_citizens_number_is_found_however_it_is_grouped() {
        assert_eq!(found("NIK 3204151203800001."), ["3204151203800001"]);
        assert_eq!(found("Bu Neneng, 3204 1552 0380 0001"), ["3204 1552 0380 0001"]);
        assert_eq!(found("KK: 32.04.15.120380.0001"), ["32.04.15.120380.0001"]);
        assert_eq!(found("3204-1512-0380-0001 dan 3273014107990002").len(), 2);
    }

    #[test]
    fn other_long_numbers_are_left_alone() {
        for text in [
            "rekening 0012345678901234",          // No province is 00.
            "NPWP 0000000210000000",              // Nor here.
            "kartu 4111 1199 1111 1111",          // No day is 99.
            "ID32110000000210001",                // Seventeen digits.
            "0812-3456-7890 atau 0813-4567-8901", // Two telephones.
            "tahun 2019, 2020, 2021, 2022",       // A list.
            "3204159903800001",                   // No day.
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
