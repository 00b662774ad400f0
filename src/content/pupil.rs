//! What texts for pupils must not tell of the pupil who wrote a story or is in it: school class, day of birth,
//! pupil's number, where he or she lives. Looks for the ways in which Indonesian writes them; what could be meant
//! otherwise is advice only. Source of the rule: UU 27/2022 (personal data), articles 4 and 25, on children. Knows no
//! key, no photo and no name.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::citizen;
use super::findings::people as finding;
use super::months::MONTHS;
use super::sentence::{Word, words};
use super::typed::Typed;
use crate::finding::{Findings, SourceFile, Span};

/// A detail that gives a pupil away.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Detail {
    /// `kelas XI`.
    Class,
    /// `lahir 12 Maret 2009`.
    Birth,
    /// `RT 03`, `Jl. Melati No. 5`.
    Home,
    /// `0061234567`, where nothing says what it is.
    Number,
}

/// Where a detail stands in a line, and whether it can mean something else.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Found {
    /// What it tells.
    pub detail: Detail,
    /// First character, from 0.
    pub at: u32,
    /// Length, in characters.
    pub length: u32,
    /// False where something else may be meant.
    pub is_sure: bool,
    /// True if it is said of one pupil, by a name or an "I" before it. `untuk siswa kelas XI` is not.
    pub is_of_one: bool,
}

/// Words that stand before a class and name nobody.
pub(super) const NOBODY: [&str; 22] = [
    "siswa", "siswi", "pelajar", "murid", "anak", "santri", "peserta", "guru", "untuk", "bagi", "buat",
    "para", "teman", "kamu", "smk", "sma", "smp", "ma", "mts", "dari", "dan", "students",
];
/// Words before a number that is no pupil's.
const OTHER_NUMBERS: [&str; 32] = [
    "rekening",
    "rek",
    "nota",
    "resi",
    "kode",
    "isbn",
    "pesanan",
    "order",
    "invoice",
    "faktur",
    "kuitansi",
    "struk",
    "transaksi",
    "tiket",
    "kupon",
    "voucher",
    "barcode",
    "gtin",
    "sku",
    "seri",
    "anggota",
    "tabungan",
    "kartu",
    "npwp",
    "npsn",
    "bca",
    "bni",
    "bri",
    "bjb",
    "bsi",
    "mandiri",
    "va",
];
/// How far before a number such a word is looked for: `Nomor pesanan Salsa: 0061234567`.
const MOST_BEFORE_NUMBER: usize = 4;
/// Words that say that what follows is about whoever writes.
const WRITER: [&str; 6] = ["namaku", "nama", "aku", "saya", "my", "i"];

const CLASSES: [&str; 12] = ["vii", "viii", "ix", "x", "xi", "xii", "7", "8", "9", "10", "11", "12"];
/// Names of months in English, and those that are often shortened.
const OTHER_MONTHS: [&str; 12] = [
    "january", "february", "march", "may", "june", "july", "august", "october", "december", "jan", "feb",
    "des",
];

fn is_month(word: &str) -> bool {
    MONTHS.contains(&word) || OTHER_MONTHS.contains(&word)
}

/// Every detail of one line.
pub(super) fn details(line: &str) -> Vec<Found> {
    let words = words(line);
    let follows = |index: usize, within: usize, test: &dyn Fn(&Word) -> bool| {
        words.iter().skip(index + 1).take(within).position(test).map(|after| index + 1 + after)
    };
    let is_number = |word: &Word| word.text.starts_with(|c: char| c.is_ascii_digit());
    let told: BTreeSet<&str> =
        citizen::given_in(line).filter_map(|number| number.split(' ').next()).collect();
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let next = words.get(index + 1);
        let hit = match word.text.as_str() {
            "kelas" | "kls" | "class" | "grade" | "kelasku" => next
                .filter(|next| {
                    let grade = next.text.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
                    CLASSES.contains(&grade)
                })
                .map(|_| (Detail::Class, index + 1, true)),
            "ttl" => Some((Detail::Birth, index, true)),
            "lahir" | "lahirku" | "born" | "birthday" => {
                let of_a_person = index > 0 && matches!(words[index - 1].text.as_str(), "tanggal" | "tgl");
                let month = follows(index, 6, &|word| is_month(&word.text));
                let year = follows(index, 4, &|word| is_number(word) && word.text.len() >= 4);
                match (of_a_person, month, year) {
                    (true, ..) => Some((Detail::Birth, index, true)),
                    (_, Some(month), _) => Some((Detail::Birth, month, true)),
                    (.., Some(year)) => Some((Detail::Birth, year, false)),
                    _ => None,
                }
            }
            "rt" => next.filter(|next| is_number(next)).map(|_| (Detail::Home, index + 1, true)),
            "jl" | "jln" | "jalan" | "gang" | "gg" if next.is_some_and(|next| next.is_capital) => {
                follows(index, 5, &is_number).map(|number| (Detail::Home, number, false))
            }
            text if is_pupils_number(text) => {
                let before = &words[index.saturating_sub(MOST_BEFORE_NUMBER)..index];
                let is_other = before.iter().any(names_a_number) || told.contains(text);
                (!is_other).then_some((Detail::Number, index, false))
            }
            _ => None,
        };
        if let Some((detail, last, is_sure)) = hit {
            let length = words[last].end - word.at;
            let small = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
            let before = &words[index.saturating_sub(4)..index];
            let named =
                before.last().is_some_and(|last| last.is_capital && !NOBODY.contains(&last.text.as_str()));
            let is_of_one = named || before.iter().any(|word| WRITER.contains(&word.text.as_str()));
            found.push(Found { detail, at: small(word.at), length: small(length), is_sure, is_of_one });
        }
    }
    // `Jl. Melati RT 03` is one home.
    let is_home_sure = found.iter().any(|one| one.detail == Detail::Home && one.is_sure);
    found.retain(|one| one.detail != Detail::Home || one.is_sure || !is_home_sure);
    found
}

/// Ten digits that begin as the NISN of somebody born since 2000 does, with the last three of the year of birth: so
/// with `00` or `01`, as no telephone does.
fn is_pupils_number(word: &str) -> bool {
    let begins = ["00", "01"].iter().any(|decade| word.starts_with(decade));
    word.len() == 10 && begins && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// A word that says of a number behind it that it is something else: `rekening`, `E-struk`.
fn names_a_number(word: &Word) -> bool {
    word.text.split('-').any(|part| OTHER_NUMBERS.contains(&part))
}

/// Tells what a value gives away. True if it is sure to give a pupil away.
pub(super) fn check_pupil_value(typed: Typed<'_>, findings: &mut Findings) -> bool {
    let found = details(typed.text);
    for one in &found {
        findings.push(finding::tells_of_a_pupil(typed.span(), *one));
    }
    found.iter().any(|one| one.is_sure)
}

/// Tells what a text for pupils gives away that is no story of one: a class only if it is somebody's, and all of it as
/// something that may be meant otherwise, but for a day of birth.
pub(super) fn check_pupil_text(typed: Typed<'_>, findings: &mut Findings) {
    let found = details(typed.text);
    findings.extend(
        in_general(found).map(|one| finding::tells_of_a_pupil(typed.span(), one)).collect::<Vec<_>>().into(),
    );
}

/// The same in the body of a page, each at its place.
pub(super) fn check_page_body(
    source: &Arc<SourceFile>,
    body: &str,
    lines_before: u32,
    findings: &mut Findings,
) {
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        for found in in_general(details(text)) {
            let at = Span::new(source, line, found.at + 1, found.length);
            findings.push(finding::tells_of_a_pupil(at, found));
        }
    }
}

fn in_general(found: Vec<Found>) -> impl Iterator<Item = Found> {
    let is_meant = |one: &Found| one.detail != Detail::Class || one.is_of_one;
    let less_sure = |one: Found| Found { is_sure: one.is_sure && one.detail == Detail::Birth, ..one };
    found.into_iter().filter(is_meant).map(less_sure)
}

/// Tells what the body of a story gives away, each at its place.
pub(super) fn check_pupil_body(
    source: &Arc<SourceFile>,
    body: &str,
    lines_before: u32,
    findings: &mut Findings,
) {
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        for found in details(text) {
            let at = Span::new(source, line, found.at + 1, found.length);
            findings.push(finding::tells_of_a_pupil(at, found));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn class_birth_and_home_are_seen_as_people_write_them() {
        for (line, detail, is_sure) in [
            ("Salsa, kelas XI", Detail::Class, true),
            ("anak kelas XII-2 APHP", Detail::Class, true),
            ("Aku kelas 10 waktu itu.", Detail::Class, true),
            ("Tanggal lahir: 3/4/2009", Detail::Birth, true),
            ("aku lahir di Garut, 12 Maret 2009", Detail::Birth, true),
            ("Lahir tahun 2009", Detail::Birth, false),
            ("rumahku di RT 03 RW 05", Detail::Home, true),
            ("Rumahku di Jl. Melati No. 5", Detail::Home, false),
            ("Salsa, 0061234567", Detail::Number, false),
            ("Salsa, 0112345678", Detail::Number, false),
            ("NISN Salsa adalah 0061234567", Detail::Number, false),
            ("nomor siswa (NISN). 0061234567", Detail::Number, false),
            ("Jl. Melati RT 03 RW 05", Detail::Home, true),
            ("Jl. Melati No. 5, RT 03 RW 05", Detail::Home, true),
        ] {
            let found = details(line);
            assert_eq!(found.len(), 1, "{line}: {found:?}");
            assert_eq!((found[0].detail, found[0].is_sure), (detail, is_sure), "{line}");
        }
    }

    #[test]
    fn what_tells_nothing_of_a_pupil_is_left_alone() {
        for line in [
            "Fikri, santri kelas kebun",
            "Susu kelas satu, harganya 12.500",
            "Di kelas kebun, tiap orang dapat satu bedengan.",
            "Pedet itu lahir tengah malam.",
            "Aku jalan pulang dengan 3 cangkir.",
            "Rapat hari itu, RT sepi",
            "Rekening 0061234567",
            "ISBN 0061234567",
            "Nomor pesanan: 0061234567",
            "Nomor pesanan Salsa hari ini 0061234567",
            "Order #0061234567",
            "Invoice 0061234567",
            "E-struk 0061234567",
            "Barcode 0061234567",
            "Nomor anggota 0061234567",
            "Tabungan 0061234567",
            "bca 0061234567",
            "NISN 0061234567", // Told as such.
            "Telepon 0812345678",
        ] {
            assert_eq!(details(line), [], "{line}");
        }
    }

    #[test]
    fn a_class_in_a_text_for_pupils_is_told_only_if_it_is_somebodys() {
        let told =
            |line: &str| in_general(details(line)).map(|one| (one.detail, one.is_sure)).collect::<Vec<_>>();
        for line in ["Untuk siswa kelas XI.", "Siswa kelas X boleh ikut", "Kelas XII, ayo!", "SMK kelas 10"] {
            assert_eq!(told(line), [], "{line}");
        }
        for line in ["Juara: Salsa, kelas XI", "Namaku ani dari kelas X", "aku kelas 10"] {
            assert_eq!(told(line), [(Detail::Class, false)], "{line}");
        }
        assert_eq!(told("Salsa, lahir 12 Maret 2009"), [(Detail::Birth, true)]);
        assert_eq!(told("rumahnya di RT 03"), [(Detail::Home, false)]);
    }

    #[test]
    fn a_detail_is_shown_where_it_stands() {
        let found = details("Namaku Ani, kelas XI, Garut.");
        assert_eq!((found[0].at, found[0].length), (12, 8));
    }
}
