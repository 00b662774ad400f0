//! The tables of a workbook: what each sheet is about, and what of it is not understood.

use std::sync::Arc;

use super::beside::parted;
use super::catalogue::find_catalogue;
use super::cell::{cell_at, seen, shown};
use super::findings::sheets as told;
use super::gather::Table as Gathering;
use super::heads::{HeadMap, Reading, Table, TableColumn, find_table};
use super::help::HEADS;
use super::kind::{Home, Kind, SHEETS_TO_READ};
use super::kinds::KINDS;
use super::persons::lists_persons;
use super::rows::{Source, read_rows};
use super::words::fold;
use crate::finding::{Finding, Findings, Level, Located, SourceFile, Span, cell_name};
use crate::keys::Shape;
use crate::workbook::{CellValue, Row, Sheet, Workbook};

/// Rows of which the one is shown that is most like heads.
const ROWS_SHOWN_OF: usize = 15;

/// Reads every sheet of a workbook that holds a table.
pub(super) fn read_sheets(
    file: &str,
    workbook: &Workbook,
    map: &HeadMap,
    accepts: bool,
    findings: &mut Findings,
) -> Vec<Gathering> {
    let is_for_people = |sheet: &&Sheet| !SHEETS_TO_READ.iter().any(|name| fold(name) == fold(&sheet.name));
    let filled = workbook.sheets.iter().filter(|sheet| !sheet.rows.is_empty());
    let (explaining, sheets): (Vec<&Sheet>, Vec<&Sheet>) =
        filled.filter(is_for_people).partition(|sheet| explains(sheet));
    if let Some(first) = explaining.first() {
        findings.push(told::only_instructions(first_cell(file, first)));
    } else if sheets.is_empty() {
        findings.push(told::nothing_below(Span::path(file)));
    }
    let parts: Vec<Vec<Sheet>> = sheets.iter().map(|sheet| parted(sheet, map)).collect();
    for (sheet, parts) in sheets.iter().zip(&parts).filter(|(_, parts)| !parts.is_empty()) {
        findings.push(told::side_by_side(first_cell(file, sheet), parts.len()));
    }
    let alone = |(whole, parts)| if Vec::is_empty(parts) { vec![whole] } else { parts.iter().collect() };
    let mut gathered = Vec::new();
    let mut plain = Vec::new();
    for sheet in sheets.into_iter().zip(&parts).flat_map(alone) {
        match find_catalogue(sheet) {
            Some(catalogue) => {
                gathered.push(Gathering {
                    kind: goods(),
                    entries: catalogue.read(file, accepts, findings),
                    names_cooperatives: false,
                    has_promos: false,
                    title: None,
                });
            }
            None => plain.push((sheet, find_table(sheet, map))),
        }
    }
    let is_alone = gathered.is_empty() && plain.iter().all(|(_, table)| table.is_none());
    let has_rows = |(sheet, table): &(&Sheet, Option<Table>)| {
        table.as_ref().is_none_or(|table| sheet.rows.iter().any(|row| row.number > table.head_row))
    };
    if let Some((sheet, _)) = plain.first().filter(|_| gathered.is_empty() && !plain.iter().any(has_rows)) {
        findings.push(told::nothing_below(first_cell(file, sheet)));
    }
    let is_one = gathered.is_empty() && plain.len() == 1;
    for (sheet, table) in &plain {
        let Some(table) = table else {
            let (row, heads) = likeliest_heads(sheet);
            let first = sheet.rows.iter().find(|known| known.number == row).and_then(|row| row.cells.first());
            let at = place(file, sheet, row, first.map_or(1, |cell| cell.column));
            findings.push(told::no_table(at, &sheet.name, &heads, is_alone));
            continue;
        };
        if lists_persons(sheet, table, map) {
            findings.push(told::list_of_persons(first_below(file, sheet, table), &sheet.name, is_one));
            continue;
        }
        let mut heard = Findings::new();
        let prices = table.unknown_prices();
        report_heads(file, sheet, table, &prices, &mut heard);
        let source = Source { file, sheet, table, accepts };
        let mut entries = read_rows(&source, findings);
        if let Some(likeliest) = likeliest_price(&prices) {
            let heads: Vec<&str> = prices.iter().map(|column| column.head.as_str()).collect();
            let at = place(file, sheet, table.head_row, likeliest.number);
            heard.push(told::price_unknown(at, &likeliest.head, &heads));
        }
        for entry in entries.iter_mut().filter(|_| heard.has_error()) {
            entry.has_error = true;
        }
        findings.extend(heard);
        let names_cooperatives = entries.iter().any(|entry| entry.cooperative.is_some());
        gathered.push(Gathering {
            kind: table.kind,
            entries,
            names_cooperatives,
            has_promos: table.kind.home == Home::List("produk") && table.column("promo.harga").is_some(),
            title: title_of(file, sheet, table),
        });
    }
    gathered
}

/// True for the first sheet of a template under another name: in a CSV file it has none.
pub(super) fn explains(sheet: &Sheet) -> bool {
    sheet.rows.iter().any(|row| row.cells.iter().map(shown).eq(HEADS))
}

/// Of columns that may be the price the one that is offered: of months the last, which is the newest; of levels that
/// count (`Harga Jual 1`, `Harga Jual 2`) the first, which is what everybody pays.
fn likeliest_price<'t>(prices: &[&'t TableColumn]) -> Option<&'t TableColumn> {
    let is_level = |(index, column): (usize, &&TableColumn)| {
        fold(&column.head).rsplit(' ').next() == Some((index + 1).to_string().as_str())
    };
    let are_levels = prices.iter().enumerate().all(is_level);
    if are_levels { prices.first().copied() } else { prices.last().copied() }
}

/// What catalogues hold.
fn goods() -> &'static Kind {
    KINDS.iter().find(|kind| kind.home == Home::List("produk")).unwrap_or(&KINDS[0])
}

fn place(file: &str, sheet: &Sheet, row: u32, column: u32) -> Span {
    let cells = sheet
        .rows
        .iter()
        .find(|known| known.number == row)
        .map_or_else(Vec::new, |row| row.cells.iter().map(|cell| (cell.column, seen(cell))).collect());
    let name: Arc<str> = sheet.name.as_str().into();
    Span::new(&SourceFile::row(file, &name, cells), row, column, 1)
}

fn first_cell(file: &str, sheet: &Sheet) -> Span {
    let first = sheet.rows.first();
    let column = first.and_then(|row| row.cells.first()).map_or(1, |cell| cell.column);
    place(file, sheet, first.map_or(1, |row| row.number), column)
}

/// The cell of the first name below the heads.
fn first_below(file: &str, sheet: &Sheet, table: &Table) -> Span {
    let column = table.column("nama").unwrap_or(1);
    let row = sheet.rows.iter().find(|row| row.number > table.head_row && cell_at(row, column).is_some());
    place(file, sheet, row.map_or(table.head_row, |row| row.number), column)
}

/// The row that is most like one of heads: the first of those with most words.
fn likeliest_heads(sheet: &Sheet) -> (u32, String) {
    let words = |row: &&Row| row.cells.iter().filter(|cell| matches!(cell.value, CellValue::Text(_))).count();
    let rows = &sheet.rows[..sheet.rows.len().min(ROWS_SHOWN_OF)];
    let Some(row) = rows.iter().rev().max_by_key(words) else { return (1, String::new()) };
    (row.number, row.cells.iter().take(6).map(shown).collect::<Vec<_>>().join(" | "))
}

/// Heads that were guessed, are not known, or are nobody's business. `prices` are told elsewhere.
fn report_heads(file: &str, sheet: &Sheet, table: &Table, prices: &[&TableColumn], findings: &mut Findings) {
    if sheet.is_hidden {
        findings.push(told::hidden_sheet(first_cell(file, sheet), &sheet.name));
    }
    let sizes = table.sizes();
    if let Some(first) = sizes.first() {
        let heads: Vec<&str> = sizes.iter().map(|column| column.head.as_str()).collect();
        findings.push(told::sizes_as_choices(place(file, sheet, table.head_row, first.number), &heads));
    }
    let wholesale = table.wholesale();
    if let Some((first, _)) = wholesale.first() {
        let heads: Vec<(&str, u64)> =
            wholesale.iter().map(|(column, from)| (column.head.as_str(), *from)).collect();
        findings.push(told::quantities_in_heads(place(file, sheet, table.head_row, first.number), &heads));
    }
    let is_told = |column: &&TableColumn| sizes.iter().chain(prices).any(|one| one.number == column.number);
    for column in table.columns.iter().filter(|column| !is_told(column)) {
        // Of two rows of heads, the one that has this head.
        let has_cell = |row: &&u32| {
            sheet.rows.iter().any(|known| known.number == **row && cell_at(known, column.number).is_some())
        };
        let row = [table.head_row, table.head_row.saturating_sub(1)].iter().find(has_cell).copied();
        let at = || place(file, sheet, row.unwrap_or(table.head_row), column.number);
        match &column.reading {
            Reading::Fills { meant: Some(meant), .. } => {
                findings.push(told::head_guessed(at(), &column.head, meant));
            }
            Reading::Private => findings.push(told::head_private(at(), &column.head)),
            Reading::Unknown => {
                findings.push(told::head_unknown(at(), &column.head, &table.kind.example_path()));
            }
            Reading::Twice(other) => {
                findings.push(head_twice(at(), sheet, table, column, *other));
            }
            Reading::Fills { .. } | Reading::Ignored => {}
        }
    }
    let is_hidden =
        |column: &&TableColumn| column.reading.target().is_some() && sheet.hides_column(column.number);
    let hidden: Vec<&TableColumn> = table.columns.iter().filter(is_hidden).collect();
    if let Some(first) = hidden.first() {
        let heads: Vec<String> = hidden.iter().map(|column| column.head.clone()).collect();
        findings.push(told::hidden_columns(place(file, sheet, table.head_row, first.number), &heads));
    }
}

/// A column that fills what another one fills. An error where they disagree about a price, or are headed alike: nobody
/// can tell which one is meant.
fn head_twice(at: Span, sheet: &Sheet, table: &Table, column: &TableColumn, other: u32) -> Finding {
    let taken = table.columns.iter().find(|known| known.number == other);
    let head = taken.map_or("", |taken| taken.head.as_str());
    let disagrees = |row: &Row| {
        let text = |number: u32| cell_at(row, number).map(shown);
        text(column.number).is_some_and(|own| text(other).as_ref() != Some(&own))
    };
    let rows = || sheet.rows.iter().filter(|row| row.number > table.head_row);
    let is_price = taken.is_some_and(|taken| table.shape_of(taken) == Some(Shape::Rupiah));
    let is_alike = fold(head) == fold(&column.head);
    let level = match rows().any(disagrees) {
        true if is_price || is_alike => Level::Error,
        true => Level::Warning,
        false => Level::Advice,
    };
    let cell = cell_name(other, table.head_row);
    told::head_twice(at, level, &column.head, (head, &cell))
}

/// The cooperative that is named above a table of goods.
fn title_of(file: &str, sheet: &Sheet, table: &Table) -> Option<Located<String>> {
    const BEGINNINGS: &[&str] = &[
        "koperasi ",
        "kop ",
        "kud ",
        "kopontren ",
        "kopkar ",
        "kopma ",
        "kopsis ",
        "kdmp ",
        "ksp ",
        "kpri ",
    ];
    if table.kind.home == Home::Profile {
        return None;
    }
    let begins = |name: &str| BEGINNINGS.iter().any(|word| fold(name).starts_with(word));
    // `Nama Koperasi: KUD Maju` and `Daftar harga KUD Maju` name it, too.
    let named = |text: &str| {
        let behind = text.rsplit_once(':').map_or(text, |(_, name)| name).trim();
        let words: Vec<&str> = behind.split_whitespace().collect();
        (0..words.len()).map(|at| words[at..].join(" ")).find(|name| begins(name))
    };
    let above = sheet.rows.iter().take_while(|row| row.number < table.head_row);
    let mut cells = above.flat_map(|row| row.cells.iter().map(move |cell| (row.number, cell)));
    let title = cells.find_map(|(row, cell)| {
        let CellValue::Text(text) = &cell.value else { return None };
        Some(Located::new(named(text)?, place(file, sheet, row, cell.column)))
    });
    // A tab `Koperasi 2026` names none.
    let is_name = |name: &&String| begins(name) && !name.contains(|c: char| c.is_ascii_digit());
    let tab = || Some(&sheet.name).filter(is_name);
    title.or_else(|| tab().map(|name| Located::new(name.clone(), first_cell(file, sheet))))
}
