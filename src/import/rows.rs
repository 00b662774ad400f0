//! The rows of a table as entries: which cell fills which key, what was typed there, and where it stands.

use std::sync::Arc;

use super::below;
use super::cell::{cell_at, seen, shown, text_of_number};
use super::findings as told;
use super::headings::Headings;
use super::heads::{Reading, Table, TableColumn, Target};
use super::judge::{Judged, judge, judge_thousands};
use super::kind::{CHOICE, COOPERATIVE, EVERY_DAY, Home, PRODUCT, STATUS, begins_as_example};
use super::sizes::size_of;
use super::statuses::Statuses;
use super::typing;
use super::units::split_units;
use super::words::fold;
use crate::content::hours_by_day;
use crate::finding::{Finding, Findings, Level, Located, SourceFile, Span, cell_name};
use crate::keys::{KINDS, Shape};
use crate::workbook::{Cell, CellValue, Row, Sheet};

/// Words that begin the last row of a table, in which columns are added up.
const TOTALS: &[&str] = &[
    "total",
    "jumlah",
    "grand total",
    "sub total",
    "subtotal",
    "jumlah total",
    "rata rata",
    "total keseluruhan",
    "terbilang",
    "ppn",
    "pajak",
];

/// One row of a table.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// The cell that says what the row is about.
    pub(super) at: Span,
    /// The cooperative that the row names, or that a row above it named.
    pub(super) cooperative: Option<Located<String>>,
    /// The product that the row names, or that a row above it named.
    pub(super) product: Option<Located<String>>,
    /// What it fills, as a person would type it. A path that takes several stands here several times.
    pub(super) fields: Vec<(Target, Located<String>)>,
    /// True if a cell of it cannot be taken: then nothing of its cooperative is written.
    pub(super) has_error: bool,
}

/// What a table is read with.
pub(super) struct Source<'s> {
    /// The file as the person named it.
    pub(super) file: &'s str,
    pub(super) sheet: &'s Sheet,
    pub(super) table: &'s Table,
    /// True if what was probably meant is to be taken.
    pub(super) accepts: bool,
}

/// The entries of a table; what cannot be read, is left out or was only probably meant goes to `findings`.
pub(super) fn read_rows(reading: &Source<'_>, findings: &mut Findings) -> Vec<Entry> {
    let sheet_name: Arc<str> = reading.sheet.name.as_str().into();
    let mut rows: Vec<(&Row, Arc<SourceFile>)> = Vec::new();
    let mut headings = Headings::default();
    let mut statuses = Statuses::default();
    let end = below::begins(reading.table, &reading.sheet.rows).unwrap_or(u32::MAX);
    report_lines_below(reading, &sheet_name, end, findings);
    let in_list = |row: &&Row| row.number > reading.table.head_row && row.number < end;
    for row in reading.sheet.rows.iter().filter(in_list) {
        let source = source_of(reading.file, &sheet_name, row);
        match about(reading.table, row, &source, findings) {
            About::Nothing => {}
            About::Heading(name) => headings.meet(name, findings),
            About::Goods if !statuses.is_on_sale(reading.table, row, &source) => {}
            About::Goods => {
                headings.followed();
                rows.push((row, source));
                headings.above.push(headings.current.clone());
            }
        }
    }
    headings.end(findings);
    statuses.end(reading.table, findings);
    report_hidden_rows(&rows, findings);
    report_cells_without_head(reading.table, &rows, findings);
    report_examples(reading.table, &rows, findings);
    let mut entries: Vec<Entry> = rows
        .iter()
        .map(|(row, source)| Entry {
            at: main_place(reading.table, row, source),
            cooperative: None,
            product: None,
            fields: Vec::new(),
            has_error: false,
        })
        .collect();
    for column in &reading.table.columns {
        fill_column(reading, column, &rows, &mut entries, findings);
    }
    let (mut entries, above) = with_sizes(reading, &rows, entries, headings.above, findings);
    for (entry, heading) in entries.iter_mut().zip(above) {
        split_units(&mut entry.fields);
        join_choices(&mut entry.fields);
        add_quantities(reading.table, &mut entry.fields);
        if let Some(heading) = heading {
            entry.fields.push((Target::Own("kategori".to_owned()), heading));
        }
    }
    entries.retain(|entry| !entry.fields.is_empty() || entry.has_error);
    fill_down(reading.table, &mut entries, findings);
    entries
}

fn source_of(file: &str, sheet: &Arc<str>, row: &Row) -> Arc<SourceFile> {
    SourceFile::row(file, sheet, row.cells.iter().map(|cell| (cell.column, seen(cell))).collect())
}

/// The cell of a row that names what it is about, or its first.
fn main_place(table: &Table, row: &Row, source: &Arc<SourceFile>) -> Span {
    let main = table.kind.columns.iter().find(|column| !column.path.starts_with('@'));
    let column =
        main.and_then(|main| table.column(main.path)).filter(|column| cell_at(row, *column).is_some());
    let first = row.cells.first().map_or(1, |cell| cell.column);
    Span::new(source, row.number, column.unwrap_or(first), 1)
}

/// What a row is about.
enum About {
    /// Something to take.
    Goods,
    /// A word above goods: their category.
    Heading(Located<String>),
    /// Repeated heads, sums, examples, nothing in a column that is known.
    Nothing,
}

fn about(table: &Table, row: &Row, source: &Arc<SourceFile>, findings: &mut Findings) -> About {
    let known = |cell: &&Cell| {
        table.columns.iter().any(|column| column.number == cell.column && column.reading.target().is_some())
    };
    let cells: Vec<&Cell> = row.cells.iter().filter(known).collect();
    let Some(first) = row.cells.first().map(|cell| fold(&shown(cell))) else { return About::Nothing };
    if cells.iter().all(|cell| is_example(cell)) || repeats_heads(table, &cells) || counts_columns(row) {
        return About::Nothing;
    }
    let at = main_place(table, row, source);
    let main = cell_at(row, at.column).map(shown).unwrap_or_default();
    if begins_as_example(&main) {
        return About::Nothing;
    }
    let begins = |text: &str| TOTALS.iter().any(|total| text.starts_with(&format!("{total} ")));
    // Something sold has a unit or a code, or at least a name that only looks like a sum.
    let has = |path: &str| table.column(path).is_some_and(|column| cell_at(row, column).is_some());
    let is_bare = !has("satuan") && !has("kode");
    let sums = |text: &str| TOTALS.contains(&text) || (is_bare && begins(text));
    if sums(&first) || sums(&fold(&main)) {
        findings.push(told::rows::sum_left_out(at));
        return About::Nothing;
    }
    // A number in front counts goods, not headings.
    let is_counted = row.cells.iter().any(|cell| {
        let is_ignored =
            |column: &TableColumn| column.number == cell.column && column.reading == Reading::Ignored;
        table.columns.iter().any(is_ignored) && shown(cell).trim().parse::<u32>().is_ok()
    });
    let is_lonely =
        cells.len() == 1 && cells[0].column == at.column && table.columns.len() > 2 && !is_counted;
    let is_named = table.column("nama") == Some(at.column);
    if is_lonely && is_named && table.kind.home == Home::Profile && is_heading_of_block(table, &main) {
        findings.push(told::cooperatives::heading_of_block(at, &main));
        return About::Nothing;
    }
    if !is_lonely || table.column("harga").is_none() {
        return About::Goods;
    }
    if table.column("kategori").is_some() {
        findings.push(told::rows::only_a_name(at, &main));
        return About::Nothing;
    }
    About::Heading(Located::new(main, at))
}

/// True for what a template shows and nobody has typed over.
fn is_example(cell: &Cell) -> bool {
    begins_as_example(&shown(cell))
}

/// True for a name that stands alone in a register: where all others are counted, or where it names a kind.
fn is_heading_of_block(table: &Table, name: &str) -> bool {
    let counts = |column: &TableColumn| matches!(fold(&column.head).as_str(), "no" | "nomor" | "no urut");
    table.columns.iter().any(counts) || typing::names_a_kind(name)
}

/// True for `(1) (2) (3)` below the heads, as forms have it.
fn counts_columns(row: &Row) -> bool {
    let number = |cell: &Cell| shown(cell).trim_matches(['(', ')', ' ']).parse::<usize>().ok();
    row.cells.len() >= 3 && row.cells.iter().enumerate().all(|(index, cell)| number(cell) == Some(index + 1))
}

/// True for the heads once more, as each printed page has them.
fn repeats_heads(table: &Table, cells: &[&Cell]) -> bool {
    let repeats = |cell: &&&Cell| {
        let head = table.columns.iter().find(|column| column.number == cell.column);
        head.is_some_and(|head| matches!(&cell.value, CellValue::Text(text) if is_alike(text, &head.head)))
    };
    cells.iter().filter(repeats).count() > cells.len() / 2
}

/// True for texts that differ in case and space at their ends only.
fn is_alike(a: &str, b: &str) -> bool {
    a.trim().eq_ignore_ascii_case(b.trim())
}

/// What several columns say of a choice is one name: `Merah, M`.
fn join_choices(fields: &mut Vec<(Target, Located<String>)>) {
    let is_choice =
        |(target, _): &(Target, Located<String>)| matches!(target, Target::Own(path) if path == CHOICE);
    let Some(first) = fields.iter().position(is_choice) else { return };
    let others: Vec<(Target, Located<String>)> =
        fields.extract_if(first + 1.., |field| is_choice(field)).collect();
    for (_, other) in others {
        let name = &mut fields[first].1.value;
        if !name.split(", ").any(|part| fold(part) == fold(&other.value)) {
            *name = format!("{name}, {}", other.value);
        }
    }
}

/// Quantities that heads name, where the row has the price.
fn add_quantities(table: &Table, fields: &mut Vec<(Target, Located<String>)>) {
    for (path, quantity) in &table.quantities {
        let price = Target::Own(path.replace("mulai", "harga"));
        let priced = fields.iter().find(|(target, _)| *target == price);
        let Some(at) = priced.map(|(_, value)| value.span.clone()) else { continue };
        fields.push((Target::Own(path.clone()), Located::new(quantity.to_string(), at)));
    }
}

/// Signatures and notes, told once.
fn report_lines_below(reading: &Source<'_>, sheet: &Arc<str>, begin: u32, findings: &mut Findings) {
    let lines: Vec<&Row> = reading.sheet.rows.iter().filter(|row| row.number >= begin).collect();
    let Some(first) = lines.first() else { return };
    let (column, text) = below::first_text(first);
    let at = Span::new(&source_of(reading.file, sheet, first), first.number, column, 1);
    findings.push(told::rows::lines_below(at, &text, lines.len()));
}

fn report_hidden_rows(rows: &[(&Row, Arc<SourceFile>)], findings: &mut Findings) {
    let hidden: Vec<&(&Row, Arc<SourceFile>)> = rows.iter().filter(|(row, _)| row.is_hidden).collect();
    if let Some((row, source)) = hidden.first() {
        findings.push(told::rows::hidden(Span::new(source, row.number, 1, 1), hidden.len()));
    }
}

/// Below heads that are sizes, each row is as many choices as it has prices. Gives the entries with the heading above
/// each.
fn with_sizes(
    reading: &Source<'_>,
    rows: &[(&Row, Arc<SourceFile>)],
    entries: Vec<Entry>,
    above: Vec<Option<Located<String>>>,
    findings: &mut Findings,
) -> (Vec<Entry>, Vec<Option<Located<String>>>) {
    let sizes = reading.table.sizes();
    if sizes.is_empty() {
        return (entries, above);
    }
    let mut priced: Vec<Vec<Entry>> = entries.iter().map(|_| Vec::new()).collect();
    for column in sizes {
        let mut of_size = entries.clone();
        let before = entries.iter().map(|entry| (entry.fields.len(), entry.has_error));
        fill_column(reading, &column.as_price(), rows, &mut of_size, findings);
        for ((mut entry, (count, had_error)), choices) in of_size.into_iter().zip(before).zip(&mut priced) {
            if entry.fields.len() > count || entry.has_error != had_error {
                let at =
                    entry.fields.last().map_or_else(|| entry.at.clone(), |(_, value)| value.span.clone());
                let size = size_of(&column.head).unwrap_or(&column.head);
                entry.fields.push((Target::Own(CHOICE.to_owned()), Located::new(size.to_owned(), at)));
                choices.push(entry);
            }
        }
    }
    let all = entries.into_iter().zip(priced).zip(above);
    all.flat_map(|((entry, choices), heading)| {
        let choices = if choices.is_empty() { vec![entry] } else { choices };
        choices.into_iter().map(move |choice| (choice, heading.clone()))
    })
    .unzip()
}

/// Notes beside the table, which are not taken.
fn report_cells_without_head(table: &Table, rows: &[(&Row, Arc<SourceFile>)], findings: &mut Findings) {
    let has_head = |cell: &&Cell| table.columns.iter().any(|column| column.number == cell.column);
    let beside = rows.iter().flat_map(|(row, source)| {
        let cells = row.cells.iter().filter(|cell| !has_head(cell));
        cells.map(move |cell| Span::new(source, row.number, cell.column, 1))
    });
    let beside: Vec<Span> = beside.collect();
    if let Some(first) = beside.first() {
        findings.push(told::rows::beside_the_table(first.clone(), beside.len()));
    }
}

/// Cells of the template's examples, in rows that somebody has filled in.
fn report_examples(table: &Table, rows: &[(&Row, Arc<SourceFile>)], findings: &mut Findings) {
    let is_taken = |cell: &&Cell| {
        table.columns.iter().any(|column| column.number == cell.column && column.reading.target().is_some())
    };
    for (row, source) in rows {
        let left: Vec<&Cell> = row.cells.iter().filter(is_taken).filter(|cell| is_example(cell)).collect();
        let Some(first) = left.first() else { continue };
        let cells: Vec<String> = left.iter().map(|cell| cell_name(cell.column, row.number)).collect();
        findings.push(told::rows::examples_left(Span::new(source, row.number, first.column, 1), &cells));
    }
}

/// What a column holds, row by row.
fn fill_column(
    reading: &Source<'_>,
    column: &TableColumn,
    rows: &[(&Row, Arc<SourceFile>)],
    entries: &mut [Entry],
    findings: &mut Findings,
) {
    let Reading::Fills { target, unit, .. } = &column.reading else { return };
    let (Target::Own(path) | Target::OfCooperative(path)) = target;
    if path == STATUS {
        return;
    }
    let shape = reading.table.shape_of(column).unwrap_or(Shape::Text(200));
    let placed: Vec<(usize, &Cell, Span)> = rows
        .iter()
        .enumerate()
        .filter_map(|(index, (row, source))| {
            let cell = cell_at(row, column.number).filter(|cell| !is_example(cell))?;
            Some((index, cell, Span::new(source, row.number, column.number, 1)))
        })
        .collect();
    let cells: Vec<(&Cell, Span)> = placed.iter().map(|(_, cell, at)| (*cell, at.clone())).collect();
    let counts_thousands = shape == Shape::Rupiah && unit.as_deref().is_some_and(typing::means_thousands);
    let all_judged = if counts_thousands { judge_thousands(&cells) } else { judge(shape, &cells) };
    let mut above: Option<String> = None;
    let mut remarks = Vec::new();
    for ((index, cell, at), judged) in placed.iter().zip(all_judged) {
        let (text, remark) = taken(judged, reading.accepts);
        entries[*index].has_error |= remark.as_ref().is_some_and(|remark| remark.level == Level::Error);
        remarks.extend(remark);
        let Some(text) = text else { continue };
        if shape == Shape::Identifier && !text.contains(|c: char| c.is_ascii_digit()) {
            findings.push(told::rows::no_number(at.clone(), &text));
            continue;
        }
        if shape == Shape::Choice(KINDS) && typing::is_no_kind(&text) {
            remarks.push(told::cooperatives::no_such_kind(at.clone(), &text));
            continue;
        }
        let text = if typing::means_the_same(&text) {
            let Some(above) = &above else { continue };
            above.clone()
        } else {
            text
        };
        above = Some(text.clone());
        let target = match landline_key(reading.table, path, &text) {
            Some(key) => {
                remarks.push(told::rows::landline(at.clone(), &text));
                target.beside(key)
            }
            None => target.clone(),
        };
        let entry = &mut entries[*index];
        let value = |text: String| Located::new(text, at.clone());
        match path.as_str() {
            COOPERATIVE => entry.cooperative = Some(value(text)),
            PRODUCT => entry.product = Some(value(text)),
            EVERY_DAY if let Some(week) = hours_by_day(&text) => {
                let key = |day: String| Target::Own(format!("buka.{day}"));
                entry.fields.extend(week.into_iter().map(|(day, hours)| (key(day), value(hours))));
            }
            _ => {
                // Numbers below a head that says thousands are judged with it.
                let is_whole = counts_thousands && matches!(cell.value, CellValue::Number(_));
                for text in typing::typed(shape, &text, unit.as_deref().filter(|_| !is_whole)) {
                    entry.fields.push((target.clone(), value(text)));
                }
            }
        }
    }
    push_together(remarks, findings);
}

/// The key of telephones for a number below `No. HP` that no mobile has, where no column fills that key.
fn landline_key(table: &Table, path: &str, text: &str) -> Option<&'static str> {
    const PHONE: &str = "kontak.telepon";
    let has_column = table.columns.iter().filter_map(|column| column.reading.target()).any(|target| {
        let (Target::Own(own) | Target::OfCooperative(own)) = target;
        own == PHONE
    });
    (path == "kontak.whatsapp" && !has_column && typing::is_landline(text)).then_some(PHONE)
}

/// The text of a cell that was judged, if it is to be taken, and what is to be said of it. What was only probably meant
/// is an error unless accepted, and is read on all the same: its row is held back, and a cell that holds something must
/// not be told as an empty one.
fn taken(judged: Judged, accepts: bool) -> (Option<String>, Option<Finding>) {
    let Judged { text, mut remark, is_proposal } = judged;
    let refused = is_proposal && !accepts;
    if let Some(remark) = remark.as_mut().filter(|_| is_proposal) {
        remark.level = if refused { Level::Error } else { Level::Warning };
    }
    let text = text.and_then(|text| {
        let text = text_of_number(text.trim());
        (!text.is_empty() && !typing::means_nothing(text)).then(|| text.to_owned())
    });
    (text, remark)
}

/// Remarks about the cells of one column. What was mended in several cells is told once, with the other cells; what
/// stops a row is told for each.
pub(super) fn push_together(remarks: Vec<Finding>, findings: &mut Findings) {
    let mut kinds: Vec<Vec<Finding>> = Vec::new();
    for remark in remarks {
        let is_same = |kind: &&mut Vec<Finding>| {
            kind[0].code == remark.code && kind[0].level == remark.level && remark.level != Level::Error
        };
        match kinds.iter_mut().find(is_same) {
            Some(kind) => kind.push(remark),
            None => kinds.push(vec![remark]),
        }
    }
    for kind in kinds {
        let mut all = kind.into_iter();
        let Some(first) = all.next() else { continue };
        let others: Vec<String> = all.filter_map(|other| Some(other.at.cell()?.1)).collect();
        findings.push(told::rows::and_others(first, &others));
    }
}

/// A cooperative or product that stands once above its rows, merged or not, belongs to all of them.
fn fill_down(table: &Table, entries: &mut [Entry], findings: &mut Findings) {
    let names_cooperatives = table.column(COOPERATIVE).is_some();
    let names_products = table.column(PRODUCT).is_some();
    let mut above: (Option<Located<String>>, Option<Located<String>>) = (None, None);
    let mut filled: Option<(Span, usize)> = None;
    for entry in entries {
        let mut from_above = false;
        for (is_named, own, above) in [
            (names_cooperatives, &mut entry.cooperative, &mut above.0),
            (names_products, &mut entry.product, &mut above.1),
        ] {
            if !is_named {
                continue;
            }
            if let Some(name) = own {
                *above = Some(name.clone());
            } else {
                own.clone_from(above);
                from_above |= own.is_some();
            }
        }
        if from_above {
            filled = Some(filled.map_or_else(|| (entry.at.clone(), 1), |(at, count)| (at, count + 1)));
        }
    }
    if let Some((at, count)) = filled {
        findings.push(told::rows::name_from_above(at, count));
    }
}
