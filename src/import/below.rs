//! What stands below a list and is none of it: signatures, the place and day of signing, notes.

use super::cell::cell_at;
use super::heads::Table;
use super::kind::Home;
use super::persons::names_a_cooperative;
use super::typing::day_in_words;
use super::words::fold;
use crate::keys::Shape;
use crate::workbook::{Cell, CellValue, Row};

/// Beginnings of lines that sign, in folded words.
const SIGNS: &[&str] = &[
    "mengetahui",
    "menyetujui",
    "mengesahkan",
    "disetujui oleh",
    "disahkan oleh",
    "dibuat oleh",
    "diperiksa oleh",
    "hormat kami",
    "tertanda",
    "ttd",
    "a n",
    "nip",
    "nrp",
    "ketua",
    "wakil ketua",
    "kepala",
    "manajer",
    "manager",
    "bendahara",
    "sekretaris",
    "pengurus",
    "pengawas",
    "penanggung jawab",
    "petugas",
    "camat",
    "lurah",
];
/// Beginnings of notes.
const NOTES: &[&str] = &[
    "catatan",
    "nb",
    "note",
    "ket",
    "keterangan",
    "harga sewaktu waktu",
    "harga belum",
    "harga sudah",
    "harga dapat",
    "harga bisa",
    "harga berlaku",
    "belum termasuk",
    "sudah termasuk",
    "pemesanan",
    "pesan",
    "order",
    "hubungi",
    "info lebih lanjut",
    "syarat dan ketentuan",
];
/// Most words of a place before a day.
const PLACE_WORDS: usize = 4;

/// The number of the row with which lines below the list begin: the last rows of the sheet, none of which can be one of
/// the list, from the first that signs or notes something.
pub(super) fn begins(table: &Table, rows: &[Row]) -> Option<u32> {
    if !matches!(table.kind.home, Home::Profile | Home::List("produk")) {
        return None;
    }
    let below = rows.iter().rev().take_while(|row| row.number > table.head_row && is_bare(table, row));
    below.filter(|row| row.cells.iter().any(opens)).last().map(|row| row.number)
}

/// True for a row that says nothing of what a list tells: no number, no amount, and no name with something beside it.
fn is_bare(table: &Table, row: &Row) -> bool {
    let is_words = |cell: &Cell| matches!(&cell.value, CellValue::Text(_) | CellValue::Day(_));
    let column_of = |cell: &Cell| table.columns.iter().find(|column| column.number == cell.column);
    let is_price =
        |cell: &Cell| column_of(cell).is_some_and(|column| table.shape_of(column) == Some(Shape::Rupiah));
    let has_price = row.cells.iter().any(|cell| is_price(cell) && text_of(cell).is_some_and(is_amount));
    let name = table.column("nama").and_then(|column| cell_at(row, column));
    let tells = |cell: &Cell| {
        let is_known = column_of(cell).is_some_and(|column| column.reading.target().is_some());
        is_known && !is_price(cell) && !opens(cell) && name.is_some_and(|name| name.column != cell.column)
    };
    let is_cooperative = name.filter(|name| !opens(name)).and_then(text_of).is_some_and(names_a_cooperative);
    let is_of_list = is_cooperative || row.cells.iter().any(tells);
    row.cells.iter().all(is_words) && !has_price && !is_of_list
}

fn text_of(cell: &Cell) -> Option<&str> {
    match &cell.value {
        CellValue::Text(text) => Some(text),
        _ => None,
    }
}

/// True for a text that begins as amounts do, and is no day.
fn is_amount(text: &str) -> bool {
    let bare = text.trim().trim_start_matches(['R', 'r', 'P', 'p', '.', ' ', '@']);
    bare.starts_with(|c: char| c.is_ascii_digit()) && day_in_words(text).is_none()
}

/// True for a cell with which lines below a list begin.
fn opens(cell: &Cell) -> bool {
    let Some(text) = text_of(cell).map(str::trim) else { return false };
    let folded = fold(text);
    let begins = |word: &&&str| {
        folded.strip_prefix(**word).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
    };
    let is_in_brackets = text.starts_with('(') && text.ends_with(')');
    let is_line =
        text.len() > 3 && text.chars().all(|c| matches!(c, '.' | '_' | '…' | '-' | ' ' | '(' | ')'));
    SIGNS.iter().chain(NOTES).any(|word| begins(&word))
        || text.starts_with('*')
        || is_in_brackets
        || is_line
        || is_place_and_day(text)
}

/// `Bandung, 3 Maret 2026`.
fn is_place_and_day(text: &str) -> bool {
    text.split_once(',').is_some_and(|(place, day)| {
        let words = place.split_whitespace().count();
        let is_words = !place.contains(|c: char| c.is_ascii_digit());
        is_words && (1..=PLACE_WORDS).contains(&words) && day_in_words(day).is_some()
    })
}

/// The first cell of a row, for what is said of it.
pub(super) fn first_text(row: &Row) -> (u32, String) {
    let first = row.cells.first();
    let text = first.and_then(|cell| cell_at(row, cell.column)).and_then(text_of).unwrap_or_default();
    (first.map_or(1, |cell| cell.column), text.trim().to_owned())
}
