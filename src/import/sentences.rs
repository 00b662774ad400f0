//! What the readers of profiles say of keys, as sentences about columns and cells: who fills in a sheet has never seen
//! a key.

use super::findings::rows as told;
use super::kind::Home;
use super::kinds::KINDS;
use crate::amend::Amended;
use crate::content::{Node, Value};
use crate::finding::{Finding, Span, Text, cell_name};
use crate::keys::{PROFILE, Section};

/// The mapping of a profile in which something stands.
struct Around<'n> {
    /// Keys that lead to it, and the numbers of items from 1.
    path: Vec<String>,
    section: &'static Section,
    entries: &'n [(Node<'n>, Node<'n>)],
}

/// A finding about a profile, told at the cell from which its value came.
pub(super) fn at_cell(
    finding: &Finding,
    from: &Span,
    document: Option<&Node<'_>>,
    amended: &Amended,
) -> Finding {
    let place = (finding.at.line, finding.at.column);
    let Some(around) = document.and_then(|document| around(document, place)) else {
        return Finding { at: from.clone(), ..finding.clone() };
    };
    if let Some(empty) = column_left_empty(finding, from, &around) {
        return empty;
    }
    let cell = |line: u32| {
        let origin = amended.origins_on(line).next()?;
        Some(cell_name(origin.column, origin.line))
    };
    let typed = from.line_text().unwrap_or_default();
    let said = |text: &Text| Text {
        id: in_columns(&with_cells(&text.id, ("baris ", "sel "), &cell), &around, &typed, &INDONESIAN),
        en: in_columns(&with_cells(&text.en, ("line ", "cell "), &cell), &around, &typed, &ENGLISH),
    };
    // Variants are rows here, no list in braces.
    let is_range = finding.code == "price-range" && finding.help.id.contains('{');
    Finding {
        at: from.clone(),
        code: finding.code.clone(),
        level: finding.level,
        found: said(&finding.found),
        expected: said(&finding.expected),
        help: if is_range { told::a_row_for_each_size() } else { said(&finding.help) },
    }
}

/// The mapping in which a place stands, from 1.
fn around<'n>(document: &'n Node<'n>, place: (u32, u32)) -> Option<Around<'n>> {
    let Value::Map(entries) = document.value() else { return None };
    let mut found = Around { path: Vec::new(), section: &PROFILE, entries };
    let is_before = |node: &Node<'_>| (node.line(), node.column()) <= place;
    loop {
        let Some((key, value)) = found.entries.iter().rev().find(|(key, _)| is_before(key)) else {
            return Some(found);
        };
        let name = key.text().unwrap_or_default();
        let Some(section) = found.section.key(name).and_then(|key| key.shape.section()) else {
            return Some(found);
        };
        let (item, below) = match value.value() {
            Value::List(items) => match items.iter().rposition(is_before) {
                Some(index) => (Some((index + 1).to_string()), &items[index]),
                None => return Some(found),
            },
            _ => (None, value),
        };
        match below.value() {
            Value::Map(entries) if is_before(below) => {
                found.path.push(name.to_owned());
                found.path.extend(item);
                found = Around { section, entries, ..found };
            }
            _ => return Some(found),
        }
    }
}

/// A needed key that is not there is a column whose cell is empty.
fn column_left_empty(finding: &Finding, from: &Span, around: &Around<'_>) -> Option<Finding> {
    if finding.code != "missing-key" {
        return None;
    }
    let is_there = |name: &str| around.entries.iter().any(|(key, _)| key.text() == Some(name));
    let is_meant = |name: &str| finding.found.id.starts_with(&format!("`{name}` "));
    let key = around.section.keys.iter().find(|key| !is_there(key.name) && is_meant(key.name))?;
    let head = around.head_of(key.name)?;
    Some(told::column_empty(from.clone(), head, key))
}

impl Around<'_> {
    /// The head of the column that fills a key of this mapping.
    fn head_of(&self, key: &str) -> Option<&'static str> {
        let path: Vec<&str> = self.path.iter().map(String::as_str).chain([key]).collect();
        let in_kind = |home: Home, path: &str| {
            let kind = KINDS.iter().find(|kind| kind.home == home)?;
            kind.columns.iter().find(|column| column.path == path).map(|column| column.heads[0])
        };
        match path.as_slice() {
            ["produk", _, list @ ("varian" | "grosir"), number, rest @ ..] => {
                let own = rest.join(".");
                in_kind(Home::List("produk"), &format!("{list}.{number}.{own}"))
                    .or_else(|| (*list == "varian").then(|| in_kind(Home::List("produk"), &own)).flatten())
            }
            ["pembayaran", "bank", _, rest @ ..] => in_kind(Home::Bank, &rest.join(".")),
            [list, number, rest @ ..] if number.parse::<u32>().is_ok() => {
                KINDS.iter().map(|kind| kind.home).find_map(|home| match home {
                    Home::List(known) if known == *list => in_kind(home, &rest.join(".")),
                    _ => None,
                })
            }
            path => in_kind(Home::Profile, &path.join(".")),
        }
    }
}

/// The sheet that holds a list of the profile. Goods, and what belongs to goods, stand in the same row as often.
fn sheet_of(list: &str) -> Option<&'static str> {
    let is_meant = |home: Home| matches!(home, Home::List(known) if known == list && known != "produk");
    KINDS.iter().find(|kind| is_meant(kind.home)).map(|kind| kind.names[0])
}

/// How a language speaks of columns.
struct Words {
    /// In front of a head.
    column: &'static str,
    /// Between a value and its column.
    within: &'static str,
    /// In front of a list that has a sheet of its own.
    sheet: &'static str,
    /// In front of keys, no more to be said.
    key: &'static str,
    /// What is done with keys, and with the cells of a column.
    deeds: &'static [(&'static str, &'static str)],
}

const INDONESIAN: Words = Words {
    column: "kolom ",
    within: " di kolom ",
    sheet: "lembar ",
    key: "kunci ",
    deeds: &[
        ("kolom kolom ", "kolom "),
        ("hapus kolom ", "kosongkan kolom "),
        ("tambahkan kolom ", "isi kolom "),
    ],
};
const ENGLISH: Words = Words {
    column: "column ",
    within: " in column ",
    sheet: "sheet ",
    key: "key ",
    deeds: &[
        ("column column ", "column "),
        ("remove column ", "empty column "),
        ("remove the column ", "empty the column "),
        ("add column ", "fill in column "),
        ("add the column ", "fill in the column "),
    ],
};

/// `` `kuota` `` is the column `Kuota`, `` `kuota: 4` `` is 4 in it. What no column fills, and what was typed, stays as
/// it is.
fn in_columns(sentence: &str, around: &Around<'_>, typed: &str, words: &Words) -> String {
    let mut said = String::new();
    for (index, part) in sentence.split('`').enumerate() {
        // What stands between two marks is every second part.
        if index.is_multiple_of(2) {
            said.push_str(part);
            continue;
        }
        let (key, value) = part.split_once(':').map_or((part, None), |(key, value)| (key, Some(value)));
        let Some(head) = around.head_of(key).filter(|_| part != typed) else {
            match sheet_of(part).filter(|_| part != typed) {
                Some(sheet) => said.extend([words.sheet, "`", sheet, "`"]),
                None => said.extend(["`", part, "`"]),
            }
            continue;
        };
        if said.ends_with(words.key) {
            said.truncate(said.len() - words.key.len());
        }
        match value.map(|value| value.trim().trim_matches(['"', '\''])).filter(|value| !value.is_empty()) {
            Some(value) => said.extend(["`", value, "`", words.within, "`", head, "`"]),
            None => said.extend([words.column, "`", head, "`"]),
        }
    }
    words.deeds.iter().fold(said, |said, (deed, with_cells)| said.replace(deed, with_cells))
}

/// `baris 12` of the profile is the cell from which that line came, where one did.
fn with_cells(
    sentence: &str,
    (line_word, cell_word): (&str, &str),
    cell: &dyn Fn(u32) -> Option<String>,
) -> String {
    let Some((before, after)) = sentence.rsplit_once(line_word) else { return sentence.to_owned() };
    let end = after.find(|c: char| !c.is_ascii_digit()).unwrap_or(after.len());
    match after[..end].parse().ok().and_then(cell) {
        Some(cell) => format!("{before}{cell_word}{cell}{}", &after[end..]),
        None => sentence.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Source, read_as_typed};
    use crate::finding::{Findings, SourceFile};

    const PROFILE_TEXT: &str = "nama: KPC\nkontak: {whatsapp: 0812-0000-0000}\nproduk:\n  - nama: Kopi\n    grosir:\n      \
         - {harga: 11.000}\npeluang:\n  - {judul: Kasir, kuota: dua}\n";

    fn said(place: (u32, u32), sentence: &str) -> (String, String) {
        let file = SourceFile::new("profil.yaml", PROFILE_TEXT);
        let source = Source::whole(&file, &PROFILE, 20);
        let document = read_as_typed(source, &mut Findings::new()).expect("YAML");
        let around = around(&document, place).expect("a mapping");
        (around.path.join("."), in_columns(sentence, &around, "kopi", &INDONESIAN))
    }

    #[test]
    fn a_place_leads_to_its_mapping_and_keys_to_heads() {
        for (place, path, sentence, columns) in [
            (
                (8, 24),
                "peluang.1",
                "`kuota` berisi `dua`; tulis `kuota: 2`",
                "kolom `Kuota` berisi `dua`; tulis `2` di kolom `Kuota`",
            ),
            ((6, 10), "produk.1.grosir.1", "tambahkan kunci `mulai:`", "isi kolom `Grosir Mulai`"),
            (
                (4, 11),
                "produk.1",
                "tambahkan ke `anggota_ukm`, atau hapus `produsen`",
                "tambahkan ke lembar `Anggota Usaha`, atau kosongkan kolom `Produsen`",
            ),
            ((4, 11), "produk.1", "berat `kopi` tidak terbaca", "berat `kopi` tidak terbaca"),
            ((4, 11), "produk.1", "`promo` di `nama`", "`promo` di kolom `Nama Produk`"),
            ((2, 20), "kontak", "`whatsapp` berisi `x`", "kolom `WhatsApp` berisi `x`"),
            ((1, 1), "", "tulis `nama: \"A\"`", "tulis `A` di kolom `Nama Koperasi`"),
        ] {
            assert_eq!(said(place, sentence), (path.to_owned(), columns.to_owned()), "{sentence}");
        }
    }

    #[test]
    fn lines_of_a_profile_become_cells_where_they_came_from_one() {
        let cell = |line: u32| (line == 12).then(|| "B3".to_owned());
        let told = |sentence| with_cells(sentence, ("baris ", "sel "), &cell);
        assert_eq!(told("`kode` `A` sudah dipakai di baris 12"), "`kode` `A` sudah dipakai di sel B3");
        assert_eq!(told("sudah dipakai di baris 13"), "sudah dipakai di baris 13");
        assert_eq!(told("tulis di baris sendiri"), "tulis di baris sendiri");
    }
}
