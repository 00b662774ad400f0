//! Numbers that the state or a school gave to a person. None belongs on a site, wherever it was typed.
//!
//! Of a pupil's number (NISN, ten digits; NIS, as the school has it) only the word before it tells what it is.
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

/// Whose number it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holder {
    /// A citizen's, or that of a family card: NIK, KK.
    Citizen,
    /// A pupil's: NISN, NIS.
    Pupil,
}

/// Words of a citizen's number; there is no other number behind them that has sixteen digits.
const OF_CITIZENS: [&str; 4] = ["nik", "ktp", "kk", "kia"];
/// Digits of a NISN.
const NISN_DIGITS: usize = 10;
/// What a NISN starts with: the last three digits of the year of birth, or 3 and the last two. No telephone does.
const NISN_STARTS: [&str; 4] = ["00", "01", "3", "9"];
/// Fewest and most digits of a NIS that are told from a year, a count and a price.
const NIS_DIGITS: std::ops::RangeInclusive<usize> = 6..=12;
/// Words that may stand between such a word and its number. Any other (`rekening`, `BRI`, `atau`) says of a number
/// behind it that it is something else.
const BETWEEN: [&str; 12] =
    ["nomor", "nomer", "no", "number", "nya", "ku", "saya", "aku", "adalah", "ialah", "yaitu", "is"];
/// Most words that are looked at before a number.
const MOST_WORDS: usize = 4;
/// Words before a `nis` that is a name: `bu nis`.
const BEFORE_NAMES: [&str; 12] =
    ["bu", "ibu", "pak", "bapak", "kak", "kakak", "mbak", "mas", "teh", "ceu", "bi", "mak"];

/// Refuses sixteen digits of any shape in what is said of a person: no name has them.
pub(super) fn check_person(typed: Typed<'_>, findings: &mut Findings) {
    if numbers(typed.text).any(|(_, digits)| digits == DIGITS) {
        findings.push(finding::citizen_number(typed.span(), typed.key, Holder::Citizen));
    } else {
        check_text(typed, findings);
    }
}

/// Refuses a person's number in a text about anything. Other long numbers (of an account, of a certificate, a
/// telephone) are not touched.
pub(super) fn check_text(typed: Typed<'_>, findings: &mut Findings) {
    if let Some((at, holder)) = given(typed.text).next() {
        findings.push(finding::citizen_number(typed.span_of(at.start, at.len()), typed.key, holder));
    }
}

/// The same in the body of a file, at its line.
pub(super) fn check_body(source: &Arc<SourceFile>, body: &str, lines_before: u32, findings: &mut Findings) {
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        for (at, holder) in given(text) {
            let at = span_in(source, line, text, at.start, at.len());
            findings.push(finding::citizen_number_in_text(at, holder));
        }
    }
}

/// The numbers of persons in a text, as they are written there.
pub(super) fn given_in(text: &str) -> impl Iterator<Item = &str> {
    given(text).map(|(at, _)| &text[at])
}

/// Numbers of persons, and whose they are.
fn given(text: &str) -> impl Iterator<Item = (Range<usize>, Holder)> {
    numbers(text).filter_map(|(at, digits)| {
        let number = &text[at.clone()];
        let holder = if digits == DIGITS && is_citizens(number) {
            Some(Holder::Citizen)
        } else if digits < *NIS_DIGITS.start() || text[..at.start].ends_with('/') {
            // Too short for anybody's, or a part of an address: `sekolah.example/nis/212210`.
            None
        } else {
            named(&text[..at.start], number)
        };
        Some((at, holder?))
    })
}

/// Whose number it is by the words right before it. A full stop, a bracket and whatever else is no mark of a label
/// ends what a word reaches; so does a word that names another number. Looks at a few words, however long the text.
fn named(before: &str, number: &str) -> Option<Holder> {
    let mut rest = before;
    for _ in 0..MOST_WORDS {
        let labelled =
            rest.trim_end_matches([' ', '\t', ':', '=', '/', '-', '|', '*', '_', '`', '"', '\'', '#']);
        let undotted = labelled.strip_suffix('.').unwrap_or(labelled);
        let typed;
        (rest, typed) = last_word(undotted);
        let word = typed.to_lowercase();
        let is_short = matches!(&*word, "no" | "nomor" | "nomer");
        if undotted.len() < labelled.len() && !is_short {
            return None;
        }
        let (holder, is_its) = match &*word {
            word if OF_CITIZENS.contains(&word) => (Holder::Citizen, is_like_citizens(number)),
            "nisn" => (Holder::Pupil, is_nisn(number)),
            "nis" | "nipd" => (Holder::Pupil, is_no_name(rest, typed) && is_nis(number)),
            word if BETWEEN.contains(&word) => continue,
            _ => return None,
        };
        if is_its {
            return Some(holder);
        }
    }
    None
}

/// The letters at the end of a text, and what stands before them.
fn last_word(text: &str) -> (&str, &str) {
    text.split_at(text.trim_end_matches(char::is_alphabetic).len())
}

/// `NIS` or `nis`; not `Nis`, and not `bu nis`.
fn is_no_name(before: &str, typed: &str) -> bool {
    let is_of_one_case = !typed.contains(char::is_lowercase) || !typed.contains(char::is_uppercase);
    let (_, called) = last_word(before.trim_end_matches([' ', '.']));
    is_of_one_case && !BEFORE_NAMES.contains(&&*called.to_lowercase())
}

/// Sixteen digits, the first two of which are a province's.
fn is_like_citizens(number: &str) -> bool {
    let digits = digits_of(number);
    digits.len() == DIGITS && ("11"..="97").contains(&&digits[..2])
}

/// Ten digits that start as a NISN does, in groups or not; whatever number follows them.
fn is_nisn(number: &str) -> bool {
    let first = number.split(' ').next().unwrap_or_default();
    [number, first].into_iter().map(digits_of).any(|digits| {
        digits.len() == NISN_DIGITS
            && NISN_STARTS.iter().any(|start| digits.starts_with(start))
            && digits.contains(|digit| digit != '0')
    })
}

/// What cannot be a price, a date, years, a telephone or a count: `212210045`, `2324.10.123`.
fn is_nis(number: &str) -> bool {
    let first = number.split(' ').next().unwrap_or_default();
    let digits = digits_of(first);
    let is_telephone = digits.starts_with('0') && !digits.starts_with("00") || digits.starts_with("628");
    let groups: Vec<&str> = first.split('.').collect();
    let is_grouped = groups.len() > 1;
    let is_amount = if is_grouped {
        groups[0].len() <= 3 && groups[1..].iter().all(|group| group.len() == 3)
    } else {
        digits.ends_with("00")
    };
    let is_year = |group: &&str| group.len() == 4 && ("1900"..="2099").contains(group);
    let is_date = is_grouped && (groups.iter().any(is_year) || groups.iter().all(|group| group.len() <= 2));
    NIS_DIGITS.contains(&digits.len()) && !(first.contains('-') || is_telephone || is_amount || is_date)
}

fn digits_of(number: &str) -> String {
    number.chars().filter(char::is_ascii_digit).collect()
}

/// Where digits stand together, with at most one mark between two of them, and how many.
fn numbers(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
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
        Some((start..end, digits))
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
        given_in(text).collect()
    }

    #[test]
    fn a_citizens_number_is_found_however_it_is_grouped() {
        assert_eq!(found("NIK 3204151203800001."), ["3204151203800001"]);
        assert_eq!(found("Bu Neneng, 3204 1552 0380 0001"), ["3204 1552 0380 0001"]);
        assert_eq!(found("KK: 32.04.15.120380.0001"), ["32.04.15.120380.0001"]);
        assert_eq!(found("3204-1512-0380-0001 dan 3273014107990002").len(), 2);
    }

    #[test]
    fn a_number_is_known_by_the_word_before_it() {
        for (text, number, holder) in [
            ("NISN 0061234567", "0061234567", Holder::Pupil),
            ("Aku Salsa (NISN: 0061234567), suka kopi", "0061234567", Holder::Pupil),
            ("nisn-nya 006 123 4567.", "006 123 4567", Holder::Pupil),
            ("**NISN:** 3131234567", "3131234567", Holder::Pupil),
            ("| NISN | 0061234567 |", "0061234567", Holder::Pupil),
            ("My NISN is 0061234567", "0061234567", Holder::Pupil),
            ("NIS: 212210045", "212210045", Holder::Pupil),
            ("nis no. 212210045", "212210045", Holder::Pupil),
            ("NIS 2324.10.123", "2324.10.123", Holder::Pupil),
            ("NIS/NISN: 212210045", "212210045", Holder::Pupil),
            ("NIK: 3204159903800001", "3204159903800001", Holder::Citizen),
            ("NIK 3204123456789012", "3204123456789012", Holder::Citizen),
            ("No. KTP: 3204123456789012", "3204123456789012", Holder::Citizen),
            ("KK nomor 3204123456789012", "3204123456789012", Holder::Citizen),
            ("Pak Dedi, KTP No. 3204 1234 5678 9012", "3204 1234 5678 9012", Holder::Citizen),
        ] {
            let found: Vec<_> = given(text).map(|(at, holder)| (&text[at], holder)).collect();
            assert_eq!(found, [(number, holder)], "{text}");
        }
    }

    #[test]
    fn a_number_of_something_else_is_nobodys_though_a_card_is_named_before_it() {
        for text in [
            "Bawa KTP. Transfer ke BRI 0123-01-012345-53-1.",
            "Fotokopi KTP. Rekening 123456789012345",
            "bawa KTP (rek 123456789012345)",
            "bawa KTP (1234567890123456)",
            "bawa KTP. 1234567890123456",
            "KTP atau rekening 1234567890123456",
            "Fotokopi KTP & KK – rekening 012301012345531",
            "Fotokopi KTP & 1234567890123456",
            "KTP dan VA 8808081234567890",
            "KTP 0123 0101 2345 5311",
            "Bawa KTP lalu kirim ke 0812 3456 7890 12",
            "No. KTP 320415120380001",
            "NPWP 1234567890123456 dan KTP",
            "Kaos NIS 2026",
            "Cetak kartu NIS Rp 5.000",
            "Cetak kartu NIS 150.000",
            "Cetak kartu NIS 150000",
            "Kartu NIS seharga 5000",
            "kartu NIS mulai 1000 lembar",
            "kaos NIS 10 12 14 16",
            "kartu NIS 5.000-7.500",
            "PKL NIS 2024",
            "PKL NIS 2024-2025",
            "NIS 01.02.2026",
            "NIS 01.02.26",
            "Nis 2026-01-02",
            "NIS 2026-01-02",
            "NIS 0812 3456 7890",
            "NIS 081234567890",
            "Nis 212210045",
            "kata bu nis 212210045",
            "Kata Bu Nis 12.500 rupiah sudah untung",
            "NISN 10 angka: 1234567890",
            "NISN: 1234567890",
            "NISN: 0000000000",
            "NISN 022-1234567",
            "NISN 61234567",
            "NISN 1 2 3",
            "https://sekolah.example/nis/212210045",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
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
            "NPSN 20227890",                      // A school's.
            "Manis 1234567890",                   // A word that ends so.
            "NIK ketua tidak ditulis. Telepon 022-1234567",
            "pakai KTP, telepon 0812-3456-7890",
            "NISN diisi 10 angka",
        ] {
            assert!(found(text).is_empty(), "{text}: {:?}", found(text));
        }
    }
}
