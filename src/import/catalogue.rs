//! Reads the catalogue that another shop or till has exported: products with their choices, photos and sales, out of
//! rows that each tell a part.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::amount::{Amount, english};
use super::catalogues::known_by;
use super::cell::{cell_at, seen, shown, text_of_number};
use super::findings::{catalogue as told, rows, sheets};
use super::formats::{Catalogue, Take};
use super::heads::Target;
use super::html::to_markdown;
use super::private::is_private;
use super::rows::{Entry, push_together};
use super::typing;
use super::words::fold;
use crate::finding::{Findings, Located, SourceFile, Span};
use crate::keys::{STOCKS, Shape};
use crate::model::Gtin;
use crate::workbook::{Cell, CellValue, Row, Sheet};

/// Rows in which heads are looked for: some workbooks begin with a title and a logo.
const ROWS_LOOKED_AT: usize = 15;

/// A catalogue that was found in a sheet.
pub(super) struct Found<'s> {
    catalogue: &'static Catalogue,
    sheet: &'s Sheet,
    head_row: u32,
    columns: BTreeMap<u32, Take>,
}

/// The catalogue in a sheet, if it is one.
pub(super) fn find_catalogue(sheet: &Sheet) -> Option<Found<'_>> {
    sheet.rows.iter().take(ROWS_LOOKED_AT).find_map(|row| {
        let heads: Vec<String> = row.cells.iter().map(|cell| fold(&shown(cell))).collect();
        let catalogue = known_by(&heads)?;
        let columns = row
            .cells
            .iter()
            .zip(&heads)
            .filter_map(|(cell, head)| Some((cell.column, catalogue.take(head)?)))
            .collect();
        Some(Found { catalogue, sheet, head_row: row.number, columns })
    })
}

/// What one row says.
#[derive(Default)]
struct Told {
    own: Vec<(&'static str, Located<String>)>,
    group: Option<String>,
    choice: Vec<Located<String>>,
    price: Option<Located<String>>,
    sale: Option<Located<String>>,
    sale_from: Option<Located<String>>,
    sale_to: Option<Located<String>>,
    stock: Option<Located<String>>,
    photos: Vec<Located<String>>,
    is_hidden: bool,
    woo_type: String,
    woo_parent: String,
    woo_id: String,
    has_error: bool,
    /// True for a line of heads in the reader's language, or of hints, below the real heads.
    is_hint: bool,
}

impl Found<'_> {
    /// What the sheet sells, row by row. What is not taken is told once.
    pub(super) fn read(&self, file: &str, accepts: bool, findings: &mut Findings) -> Vec<Entry> {
        let sheet_name: Arc<str> = self.sheet.name.as_str().into();
        self.report(file, &sheet_name, findings);
        let mut rows: Vec<(Span, Told)> = Vec::new();
        let (mut remarks, mut unseen) = (Vec::new(), Vec::new());
        for row in self.sheet.rows.iter().filter(|row| row.number > self.head_row) {
            let cells = row.cells.iter().map(|cell| (cell.column, seen(cell))).collect();
            let source = SourceFile::row(file, &sheet_name, cells);
            let mut heard = Findings::new();
            let mut told = self.told(row, &source, accepts, &mut heard);
            told.has_error = heard.has_error();
            remarks.extend(heard.iter().cloned());
            if !told.is_hint {
                let at = self.place(row, &source);
                unseen.extend(row.is_hidden.then(|| at.clone()));
                rows.push((at, told));
            }
        }
        push_together(remarks, findings);
        if let Some(first) = unseen.first() {
            findings.push(rows::hidden(first.clone(), unseen.len()));
        }
        let hidden: Vec<&Span> = rows.iter().filter(|(_, told)| told.is_hidden).map(|(at, _)| at).collect();
        if let Some(first) = hidden.first() {
            findings.push(told::not_on_sale((*first).clone(), hidden.len()));
        }
        rows.retain(|(_, told)| !told.is_hidden);
        Self::products(rows, findings)
    }

    /// The cell of the name, or the first.
    fn place(&self, row: &Row, source: &Arc<SourceFile>) -> Span {
        let name =
            self.columns.iter().find(|(_, take)| **take == Take::Own("nama")).map(|(column, _)| *column);
        let first = row.cells.first().map_or(1, |cell| cell.column);
        Span::new(source, row.number, name.filter(|name| cell_at(row, *name).is_some()).unwrap_or(first), 1)
    }

    /// Which catalogue it is, and which columns are left.
    fn report(&self, file: &str, sheet: &Arc<str>, findings: &mut Findings) {
        let Some(heads) = self.sheet.rows.iter().find(|row| row.number == self.head_row) else { return };
        let source =
            SourceFile::row(file, sheet, heads.cells.iter().map(|cell| (cell.column, seen(cell))).collect());
        let at = Span::new(&source, self.head_row, heads.cells.first().map_or(1, |cell| cell.column), 1);
        let has_something = |column: u32| {
            self.sheet.rows.iter().any(|row| row.number > self.head_row && cell_at(row, column).is_some())
        };
        let named = |is_wanted: &dyn Fn(&Cell) -> bool| -> Vec<String> {
            let cells = heads.cells.iter().filter(|cell| is_wanted(cell) && has_something(cell.column));
            cells.map(shown).collect()
        };
        let take = |cell: &Cell| self.columns.get(&cell.column);
        let is_kept = |cell: &Cell| match take(cell) {
            Some(take) => *take == Take::Private,
            None => is_private(&fold(&shown(cell))),
        };
        let left = named(&|cell| take(cell).is_none() && !is_kept(cell));
        let private = named(&is_kept);
        let unseen = named(&|cell| {
            take(cell).is_some_and(|take| *take != Take::Private) && self.sheet.hides_column(cell.column)
        });
        if !unseen.is_empty() {
            findings.push(sheets::hidden_columns(at.clone(), &unseen));
        }
        findings.push(told::catalogue(at, (self.catalogue.name, self.catalogue.source), &left, &private));
    }

    fn told(&self, row: &Row, source: &Arc<SourceFile>, accepts: bool, findings: &mut Findings) -> Told {
        let mut told = Told::default();
        for (column, take) in &self.columns {
            let Some(cell) = cell_at(row, *column) else { continue };
            let text = text_of_number(shown(cell).trim()).to_owned();
            if text.is_empty() {
                continue;
            }
            let value = Located::new(text, Span::new(source, row.number, *column, 1));
            self.hear(*take, cell, value, accepts, &mut told, findings);
        }
        told
    }

    fn hear(
        &self,
        take: Take,
        cell: &Cell,
        value: Located<String>,
        accepts: bool,
        told: &mut Told,
        findings: &mut Findings,
    ) {
        let Located { value: text, span } = value;
        let at = |text: String| Located::new(text, span.clone());
        match take {
            Take::Own(path) => told.own.push((path, at(text))),
            Take::Group => told.group = Some(text),
            Take::GroupNumber => {
                told.is_hint |= !text.chars().all(|c| c.is_ascii_digit());
                told.group = Some(text);
            }
            Take::Price => match amount(cell, &text) {
                Amount::Words if told.price.is_none() => {
                    told.is_hint = !text.contains(|c: char| c.is_ascii_digit());
                }
                Amount::Foreign(currency) => findings.push(told::other_currency(span, &text, &currency)),
                Amount::Rupiah(text) if told.price.is_none() => told.price = Some(at(text)),
                Amount::Thousands(meant) if told.price.is_none() => {
                    findings.push(told::maybe_thousands(span.clone(), &text, &meant, accepts));
                    told.price = accepts.then(|| at(meant));
                }
                _ => {}
            },
            Take::SalePrice => {
                if let Amount::Rupiah(text) = amount(cell, &text) {
                    told.sale = Some(at(text));
                }
            }
            Take::SaleFrom => told.sale_from = Some(at(day(&text))),
            Take::SaleTo => told.sale_to = Some(at(day(&text))),
            Take::SaleSpan => {
                if let Some((from, to)) = text.split_once('/') {
                    (told.sale_from, told.sale_to) = (Some(at(day(from))), Some(at(day(to))));
                }
            }
            Take::BarCode => match bar_code(&text) {
                Some(digits) => told.own.push(("gtin", at(digits))),
                None => findings.push(told::no_bar_code(span, &text)),
            },
            Take::Choice => {
                if text != self.catalogue.no_choice {
                    told.choice.push(at(text));
                }
            }
            Take::Html => told.own.push(("keterangan", at(to_markdown(&text)))),
            Take::Photos => told.photos.extend(typing::photos(&text).into_iter().map(at)),
            Take::Category => told.own.push(("kategori", at(last_category(&text)))),
            Take::Least => {
                if text != "1" {
                    told.own.push(("minimal", at(text)));
                }
            }
            Take::Grams | Take::Kilograms => {
                let unit = if take == Take::Grams { "g" } else { "kg" };
                if text.chars().any(|c| ('1'..='9').contains(&c)) {
                    told.own.push(("berat", at(format!("{} {unit}", text.replace('.', ",")))));
                }
            }
            Take::Stock => told.stock = Some(at(stock(&text))),
            Take::Published => told.is_hidden |= is_hidden(&text),
            Take::Withdrawn => told.is_hidden |= typing::on_sale(&text) == Some(true),
            Take::WooType => told.woo_type = text.to_lowercase(),
            Take::WooParent => told.woo_parent = text,
            Take::WooId => told.woo_id = text,
            Take::Private => {}
        }
    }

    /// Rows as entries: each names its product, and its choice where the product has some.
    fn products(rows: Vec<(Span, Told)>, findings: &mut Findings) -> Vec<Entry> {
        let groups = Groups::of(&rows);
        let mut entries = Vec::new();
        for (at, told) in rows {
            let is_parent = told.woo_type.contains("variable") || told.woo_type.contains("grouped");
            if is_parent {
                // Its choices stand in rows of their own and take what it says along.
                if groups.of_row(&told).is_none_or(|group| group.rows_of_choices == 0) {
                    findings.push(told::no_choices(at));
                }
                continue;
            }
            let group = groups.of_row(&told);
            entries.extend(entry(at, told, group, findings));
        }
        entries
    }
}

/// What the rows of one product have in common.
#[derive(Default)]
struct Group {
    /// What the first row of it says of the product.
    own: Vec<(&'static str, Located<String>)>,
    photos: Vec<Located<String>>,
    /// Rows that name a choice.
    choices: usize,
    /// Rows that are nothing but a choice of another row.
    rows_of_choices: usize,
}

struct Groups(BTreeMap<String, Group>);

impl Groups {
    fn of(rows: &[(Span, Told)]) -> Self {
        let mut groups: BTreeMap<String, Group> = BTreeMap::new();
        for (_, told) in rows {
            let Some(key) = key_of(told) else { continue };
            let group = groups.entry(key).or_default();
            for (path, value) in &told.own {
                if !group.own.iter().any(|(known, _)| known == path) {
                    group.own.push((path, value.clone()));
                }
            }
            for photo in &told.photos {
                if !group.photos.iter().any(|known| known.value == photo.value) {
                    group.photos.push(photo.clone());
                }
            }
            group.rows_of_choices += usize::from(told.woo_type.contains("variation"));
            group.choices += usize::from(!told.choice.is_empty() && !told.woo_type.contains("variable"));
        }
        Self(groups)
    }

    fn of_row(&self, told: &Told) -> Option<&Group> {
        self.0.get(&key_of(told)?)
    }
}

/// What rows of one product share: its handle, in `WooCommerce` the parent's number or code.
fn key_of(told: &Told) -> Option<String> {
    let code = || told.own.iter().find(|(path, _)| *path == "kode").map(|(_, code)| code.value.clone());
    let name = || told.own.iter().find(|(path, _)| *path == "nama").map(|(_, name)| name.value.clone());
    if told.woo_type.is_empty() {
        return told.group.clone().or_else(name);
    }
    if told.woo_type.contains("variation") {
        return Some(told.woo_parent.clone());
    }
    // A parent is named by `id:12` or by its code: rows of choices name it the one way or the other.
    if told.woo_type.contains("variable") {
        return code().or_else(|| Some(format!("id:{}", told.woo_id)));
    }
    name()
}

fn entry(at: Span, told: Told, group: Option<&Group>, findings: &mut Findings) -> Option<Entry> {
    let mut fields: Vec<(Target, Located<String>)> = Vec::new();
    let mut put = |path: &str, value: Located<String>| fields.push((Target::Own(path.to_owned()), value));
    let is_photo_alone = told.price.is_none() && told.choice.is_empty() && told.own.is_empty();
    if is_photo_alone {
        return None;
    }
    let is_choice = told.woo_type.contains("variation");
    let has_choices = is_choice || group.is_some_and(|group| group.choices > 1);
    // Of a choice, the name is the product's.
    let inherited = group.map_or(&[][..], |group| &group.own);
    for (path, value) in inherited {
        let is_own = told.own.iter().any(|(own, _)| own == path);
        if (!is_own || (*path == "nama" && is_choice))
            && !(has_choices && matches!(*path, "kode" | "gtin" | "berat"))
        {
            put(path, value.clone());
        }
    }
    for (path, value) in told.own {
        if !(path == "nama" && is_choice && !inherited.is_empty()) {
            put(path, value);
        }
    }
    for photo in group.map_or(&told.photos, |group| &group.photos) {
        put("foto", photo.clone());
    }
    if has_choices && let Some(first) = told.choice.first() {
        let name = told.choice.iter().map(|part| part.value.as_str()).collect::<Vec<_>>().join(", ");
        put("varian.1.nama", Located::new(name, first.span.clone()));
    }
    if let Some(stock) = told.stock {
        put("stok", stock);
    }
    match (told.price, told.sale) {
        (Some(price), Some(sale)) if sale.value != price.value => {
            if let Some(to) = told.sale_to {
                put("promo.harga", sale);
                put("promo.sampai", to);
                if let Some(from) = told.sale_from {
                    put("promo.mulai", from);
                }
                put("harga", price);
            } else {
                findings.push(told::sale_without_end(sale.span.clone(), &sale.value, &price.value));
                put("harga", sale);
            }
        }
        (price, sale) => {
            if let Some(price) = price.or(sale) {
                put("harga", price);
            }
        }
    }
    Some(Entry { at, cooperative: None, product: None, fields, has_error: told.has_error })
}

/// An amount of a cell: numbers are what they are, texts are read in the English way.
fn amount(cell: &Cell, text: &str) -> Amount {
    match cell.value {
        CellValue::Number(number) if number.fract() == 0.0 => Amount::Rupiah(format!("{number:.0}")),
        _ => english(text),
    }
}

/// The number on a package, with the zeros that a spreadsheet has taken off: the last digit checks that. `None` for a
/// code that is the shop's own, and for what is left of one.
fn bar_code(text: &str) -> Option<String> {
    let digits: String = text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let widths = [digits.len(), 8, 12, 13, 14].into_iter().filter(|width| *width <= digits.len() + 2);
    widths.map(|width| format!("{digits:0>width$}")).find(|padded| Gtin::parse(padded).is_some())
}

/// `2026-12-31` of what programs write behind it.
fn day(text: &str) -> String {
    text.trim().split(['T', ' ']).next().unwrap_or_default().to_owned()
}

fn last_category(text: &str) -> String {
    let first = text.split(';').next().and_then(|first| first.split(", ").next()).unwrap_or(text);
    // A marketplace writes its own number behind it: `Kopi (600012)`.
    let is_number = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit() || byte == b')');
    let first = first.split_once(" (").filter(|(_, rest)| is_number(rest)).map_or(first, |(name, _)| name);
    first.rsplit(['>', '/']).next().unwrap_or(first).trim().to_owned()
}

/// Words and numbers of shops in the words of profiles.
fn stock(text: &str) -> String {
    match fold(text).as_str() {
        "yes" | "y" | "true" | "in stock" | "available for order" => STOCKS[0].to_owned(),
        "no" | "n" | "false" | "out of stock" | "discontinued" => STOCKS[2].to_owned(),
        "preorder" | "backorder" | "onbackorder" => STOCKS[3].to_owned(),
        _ => typing::typed(Shape::Choice(STOCKS), text, None).concat(),
    }
}

fn is_hidden(text: &str) -> bool {
    // A draft of `WooCommerce` is -1.
    text == "-1" || typing::on_sale(text) == Some(false)
}
