//! What an import would ask a person: a sheet has a head that nobody knows, and no column for something that it needs.
//! Asks nobody itself.

use std::collections::BTreeSet;

use super::catalogue::find_catalogue;
use super::cell::{cell_at, seen};
use super::heads::{HeadMap, Reading, Table, TableColumn, likeliest_table};
use super::kind::{Home, SHEETS_TO_READ, key_at};
use super::order::Given;
use super::sheets::explains;
use super::words::fold;
use crate::finding::{Findings, Text};
use crate::keys::Shape;
use crate::workbook::{Sheet, SheetLimits, read_workbook};

/// Findings that say that a head is not known.
const CODES: &[&str] = &["head-unknown", "price-column-unknown", "sheet-not-understood"];
/// Columns that are offered.
const MOST_OFFERED: usize = 20;
/// Digits of the shortest telephone number.
const SHORTEST_PHONE: usize = 8;

/// Sheets of which something may be asked.
pub(crate) struct Asking {
    sheets: Vec<(String, Sheet)>,
    /// What has been asked: of which sheet, for which key.
    settled: BTreeSet<(usize, String)>,
}

/// One question: which of these columns is it?
#[derive(Debug)]
pub(crate) struct Question {
    sheet: usize,
    /// The file as it was given, and the sheet; empty in a file that has but one, without a name.
    pub(crate) place: (String, String),
    /// The head that a column for it would have in the form.
    pub(crate) wanted: &'static str,
    /// What belongs there.
    pub(crate) meaning: Text,
    /// The key as `HeadMap` takes it: `produk.harga`.
    pub(crate) key: String,
    /// Heads that nobody knows, and what stands below each first.
    pub(crate) columns: Vec<(String, String)>,
}

impl Asking {
    /// Of files in which heads were met that nobody knows; of no others.
    pub(crate) fn about(files: &[Given], told: &Findings) -> Self {
        let has_unknown = |file: &&Given| {
            told.iter().any(|one| CODES.contains(&one.code.as_ref()) && one.at.file.path == file.name)
        };
        let is_data = |sheet: &Sheet| {
            let is_for_people = SHEETS_TO_READ.iter().any(|name| fold(name) == fold(&sheet.name));
            !is_for_people && !explains(sheet) && find_catalogue(sheet).is_none()
        };
        let sheets_of = |file: &Given| {
            let read = read_workbook(&file.name, &file.bytes, &SheetLimits::default(), &mut Findings::new());
            let sheets = read.map_or_else(Vec::new, |workbook| workbook.sheets);
            let name = file.name.clone();
            sheets.into_iter().filter(is_data).map(move |sheet| (name.clone(), sheet))
        };
        let sheets = files.iter().filter(has_unknown).flat_map(sheets_of).collect();
        Self { sheets, settled: BTreeSet::new() }
    }

    /// What is to be asked next, with what the person has said so far.
    pub(crate) fn next(&self, map: &HeadMap) -> Option<Question> {
        self.sheets.iter().enumerate().find_map(|(number, (file, sheet))| {
            let table = likeliest_table(sheet, map)?;
            let place = (file.clone(), sheet.name.clone());
            lacks(&table).into_iter().find_map(|path| {
                let question = question(number, place.clone(), sheet, &table, path)?;
                (!self.settled.contains(&(number, question.key.clone()))).then_some(question)
            })
        })
    }

    /// It has been asked, and is not asked again.
    pub(crate) fn settle(&mut self, question: Question) {
        self.settled.insert((question.sheet, question.key));
    }
}

/// Keys that the rows of a table can hardly do without, and that no column fills.
fn lacks(table: &Table) -> Vec<&'static str> {
    let mut lacks = Vec::new();
    let main = table.kind.columns.iter().find(|column| !column.path.starts_with('@'));
    lacks.extend(main.map(|main| main.path).filter(|path| table.column(path).is_none()));
    match table.kind.home {
        Home::List("produk") if table.column("harga").is_none() && table.sizes().is_empty() => {
            lacks.push("harga");
        }
        Home::Profile if table.column("kontak.whatsapp").is_none() => lacks.push("kontak.whatsapp"),
        _ => {}
    }
    lacks
}

/// `None` where no column looks like it.
fn question(
    number: usize,
    place: (String, String),
    sheet: &Sheet,
    table: &Table,
    path: &'static str,
) -> Option<Question> {
    let key = key_at(table.kind.section, path)?;
    let column = table.kind.columns.iter().find(|column| column.path == path)?;
    let offered = |column: &TableColumn| {
        let cells = sheet.rows.iter().filter(|row| row.number > table.head_row);
        let texts: Vec<String> =
            cells.filter_map(|row| cell_at(row, column.number)).map(seen).take(MOST_OFFERED).collect();
        let likely = texts.iter().filter(|text| could_be(key.shape, text)).count();
        (likely * 2 > texts.len()).then(|| (column.head.clone(), texts[0].clone()))
    };
    let unknown = table.columns.iter().filter(|column| column.reading == Reading::Unknown);
    let columns: Vec<(String, String)> = unknown.filter_map(offered).take(MOST_OFFERED).collect();
    let list = table.kind.list();
    (!columns.is_empty()).then(|| Question {
        sheet: number,
        place,
        wanted: column.heads[0],
        meaning: Text::new(key.id, key.en),
        key: if list.is_empty() { path.to_owned() } else { format!("{list}.{path}") },
        columns,
    })
}

/// True for a text that may be what belongs into a key, seen from afar.
fn could_be(shape: Shape, text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    match shape {
        Shape::Rupiah => digits > 0 && text.chars().filter(|c| c.is_alphabetic()).count() <= 4,
        Shape::WhatsApp | Shape::Phone => digits >= SHORTEST_PHONE,
        _ => text.chars().any(char::is_alphabetic),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asking(sheet: &str) -> Asking {
        let read =
            read_workbook("harga.csv", sheet.as_bytes(), &SheetLimits::default(), &mut Findings::new());
        let sheets = read.expect("a sheet").sheets;
        let sheets = sheets.into_iter().map(|sheet| ("harga.csv".to_owned(), sheet)).collect();
        Asking { sheets, settled: BTreeSet::new() }
    }

    fn asked(asking: &Asking, map: &HeadMap) -> Option<(String, Vec<String>)> {
        let question = asking.next(map)?;
        Some((question.key, question.columns.into_iter().map(|(head, _)| head).collect()))
    }

    #[test]
    fn name_and_price_are_asked_among_columns_that_look_like_them() {
        let mut asking =
            asking("Jajanan,Bandrol,Sat,Rak,Harga Beli\nKopi,15.000,pak,A1,9000\nTeh,8000,pak,A2,7000\n");
        let mut map = HeadMap::default();
        let name =
            |heads: &[&str]| ("produk.nama".to_owned(), heads.iter().map(|&head| head.into()).collect());
        assert_eq!(asked(&asking, &map), Some(name(&["Jajanan", "Rak"])));
        assert!(map.add("Jajanan", "produk.nama"));
        let price = Some(("produk.harga".to_owned(), vec!["Bandrol".to_owned(), "Rak".to_owned()]));
        assert_eq!(asked(&asking, &map), price);
        let question = asking.next(&map).expect("asked");
        assert_eq!(question.columns[0].1, "15.000");
        asking.settle(question);
        assert_eq!(asked(&asking, &map), None);
    }

    #[test]
    fn nothing_is_asked_of_a_sheet_that_lacks_nothing_or_offers_nothing() {
        for sheet in [
            "Nama Barang,Harga,Rak\nKopi,15.000,A1\n",
            "Nama Barang,Satuan,Rak\nKopi,pak,rak depan\n",
            "Nama Koperasi,Kecamatan,Catatan\nKUD Maju,Lembang,baik\n",
        ] {
            assert_eq!(asked(&asking(sheet), &HeadMap::default()), None, "{sheet}");
        }
        let register = asking("Nama Koperasi,Kecamatan,Nomor Bu Ketua\nKUD Maju,Lembang,0812-0000-0000\n");
        let (key, heads) = asked(&register, &HeadMap::default()).expect("asked");
        assert_eq!((key.as_str(), heads), ("kontak.whatsapp", vec!["Nomor Bu Ketua".to_owned()]));
    }
}
