//! What the profiles of a site hold, as rows of the form: as it was typed, so that a sheet that was only opened and
//! saved changes nothing when it comes back.

use std::collections::HashMap;
use std::sync::Arc;

use anyhow::Result;

use super::findings::sheets as told;
use super::form::{Filled, LONGEST_CELL, Translation, columns, workbook};
use super::kind::{COOPERATIVE, Column, FOLDER, Home, Kind, PRODUCT, begins_as_example, key_at};
use super::kinds::KINDS;
use super::nodes::{at, items};
use super::typing;
use super::words::fold;
use crate::content::{Node, Source, Value, read_as_typed};
use crate::finding::{Findings, SourceFile};
use crate::keys::{PROFILE, Shape};
use crate::model::{Date, Slug};
use crate::settings::Settings;
use crate::source::Site;

/// A workbook with what a site holds.
#[derive(Debug)]
pub(crate) struct Exported {
    /// An XLSX file.
    pub(crate) bytes: Vec<u8>,
    /// Cooperatives in it.
    pub(crate) cooperatives: usize,
    /// Goods in it.
    pub(crate) goods: usize,
}

/// The form with nothing but examples.
pub(crate) fn template(today: Date) -> Vec<u8> {
    workbook(&empty_sheets(), today)
}

/// The form with what a site holds, or one cooperative of it. What a cell cannot hold stays in the profile only, and is
/// told; so is a profile that cannot be read.
///
/// # Errors
/// If the machine fails to read the site.
pub(crate) fn export(
    site: &Site,
    settings: &Settings,
    only: Option<&str>,
    findings: &mut Findings,
) -> Result<Exported> {
    let mut files: Vec<(String, Arc<SourceFile>)> = Vec::new();
    for folder in site.list_cooperatives(findings)? {
        if only.is_none_or(|only| only == folder) {
            let file = site.read_profile(&folder, &settings.limits, findings);
            files.extend(file.map(|file| (folder, file)));
        }
    }
    let profiles: Vec<(&str, Node<'_>)> = files
        .iter()
        .filter_map(|(folder, file)| {
            let source = Source::whole(file, &PROFILE, settings.limits.depth);
            let mut heard = Findings::new();
            let node = read_as_typed(source, &mut heard);
            // What is only odd is `check`'s to tell.
            if node.is_none() {
                findings.extend(heard);
            }
            Some((folder.as_str(), node?))
        })
        .collect();
    let mut sheets = empty_sheets();
    for (kind, filled) in KINDS.iter().zip(&mut sheets) {
        filled.translations = translations(kind, &profiles);
    }
    for (folder, profile) in &profiles {
        let owner = Owner { folder, called: called(folder, &profiles) };
        for (kind, filled) in KINDS.iter().zip(&mut sheets) {
            owner.add_rows(kind, profile, filled, findings);
        }
    }
    let of =
        |home: Home| KINDS.iter().position(|kind| kind.home == home).map_or(0, |at| sheets[at].rows.len());
    let (cooperatives, goods) = (of(Home::Profile), of(Home::List("produk")));
    Ok(Exported { bytes: workbook(&sheets, settings.today), cooperatives, goods })
}

fn empty_sheets() -> Vec<Filled> {
    KINDS.iter().map(|_| Filled::default()).collect()
}

/// The translations of a kind's columns that some profile has.
fn translations(kind: &'static Kind, profiles: &[(&str, Node<'_>)]) -> Vec<Translation> {
    let is_translated =
        |column: &&Column| key_at(kind.section, column.path).is_some_and(|key| key.shape.is_translated());
    let all = columns(kind).filter(is_translated).flat_map(|column| {
        Translation::LANGUAGES.into_iter().map(move |(ending, _)| Translation { column, ending })
    });
    let is_used = |translation: &Translation| {
        let path = translation.path();
        let has = |item: &Node<'_>| at(item, &path).is_some_and(|node| !node.is_empty());
        profiles.iter().any(|(_, profile)| match kind.home {
            Home::Profile => has(profile),
            Home::List(list) => items(at(profile, list)).iter().any(has),
            Home::Bank => items(at(profile, "pembayaran.bank")).iter().any(has),
            Home::OfProduct(list) => {
                items(at(profile, "produk")).iter().any(|product| items(at(product, list)).iter().any(has))
            }
        })
    };
    all.filter(is_used).collect()
}

/// By what rows name a cooperative: its name, or its folder where the name does not lead back to it.
fn called(folder: &str, profiles: &[(&str, Node<'_>)]) -> String {
    let names = |profile: &Node<'_>| {
        let name = at(profile, "nama").and_then(Node::text).map(str::to_owned);
        let short = at(profile, "singkatan").and_then(Node::text).map(str::to_owned);
        [name, short]
    };
    let own = profiles.iter().find(|(other, _)| *other == folder).and_then(|(_, profile)| {
        let [name, _] = names(profile);
        name
    });
    let Some(name) = own else { return folder.to_owned() };
    let is_other_folder =
        |slug: Slug| profiles.iter().any(|(other, _)| *other == slug.as_str() && *other != folder);
    let is_shared = profiles.iter().any(|(other, profile)| {
        *other != folder && names(profile).into_iter().flatten().any(|text| fold(&text) == fold(&name))
    });
    let leads_elsewhere = Slug::from_name(&name).is_none_or(is_other_folder);
    if is_shared || leads_elsewhere { folder.to_owned() } else { name }
}

/// The cooperative whose rows are written.
struct Owner<'o> {
    folder: &'o str,
    called: String,
}

impl Owner<'_> {
    fn add_rows(&self, kind: &Kind, profile: &Node<'_>, filled: &mut Filled, findings: &mut Findings) {
        match kind.home {
            Home::Profile => {
                let row = self.row(kind, profile, "", &filled.translations, findings);
                filled.rows.push(row);
            }
            Home::List(list) => self.add_items(kind, items(at(profile, list)), "", filled, findings),
            Home::Bank => self.add_items(kind, items(at(profile, "pembayaran.bank")), "", filled, findings),
            Home::OfProduct(list) => {
                let goods = items(at(profile, "produk"));
                let names = product_names(goods);
                for product in goods {
                    let below = items(at(product, list));
                    match names.get(&product.line()) {
                        Some(name) => self.add_items(kind, below, name, filled, findings),
                        None if below.is_empty() => {}
                        None => findings.push(told::not_in_sheet(product.span(), list)),
                    }
                }
            }
        }
    }

    fn add_items(
        &self,
        kind: &Kind,
        items: &[Node<'_>],
        product: &str,
        filled: &mut Filled,
        findings: &mut Findings,
    ) {
        let main =
            columns(kind).find(|column| !column.path.starts_with('@')).map_or("", |column| column.path);
        for item in items {
            let row = self.row(kind, item, product, &filled.translations, findings);
            if at(item, main).is_some_and(|node| !node.is_empty()) {
                filled.rows.push(row);
            }
        }
    }

    fn row(
        &self,
        kind: &Kind,
        item: &Node<'_>,
        product: &str,
        translations: &[Translation],
        findings: &mut Findings,
    ) -> Vec<String> {
        let mut value = |path: &str| {
            let Some(node) = at(item, path).filter(|node| !node.is_empty()) else { return String::new() };
            let shape = key_at(kind.section, path).map_or(Shape::Text(0), |key| key.shape);
            cell_of(node, shape).unwrap_or_else(|| {
                findings.push(told::not_in_sheet(node.span(), path));
                String::new()
            })
        };
        let cell = |column: &'static Column| match column.path {
            COOPERATIVE => self.called.clone(),
            FOLDER => self.folder.to_owned(),
            PRODUCT => product.to_owned(),
            path if path.starts_with('@') => String::new(),
            path => value(path),
        };
        let mut row: Vec<String> = columns(kind).map(cell).collect();
        row.extend(translations.iter().map(|translation| value(&translation.path())));
        row
    }
}

/// By what the rows of its variants and tiers name each product, by its line: its name, or its code where two are
/// called the same.
fn product_names(goods: &[Node<'_>]) -> HashMap<u32, String> {
    let text = |product: &Node<'_>, key: &str| at(product, key).and_then(Node::text).map(str::to_owned);
    let mut counts: HashMap<String, usize> = HashMap::new();
    for name in goods.iter().filter_map(|product| text(product, "nama")) {
        *counts.entry(fold(&name)).or_default() += 1;
    }
    let name_of = |product: &Node<'_>| {
        let name = text(product, "nama").filter(|name| counts.get(&fold(name)) == Some(&1));
        name.or_else(|| text(product, "kode"))
    };
    goods.iter().filter_map(|product| Some((product.line(), name_of(product)?))).collect()
}

/// A value as the text of a cell that is read as the same value again; `None` if no text is.
fn cell_of(node: &Node<'_>, shape: Shape) -> Option<String> {
    let text = |node: &Node<'_>| match node.value() {
        Value::Map(_) => at(node, "berkas").and_then(Node::text).map(str::to_owned),
        _ => node.text().map(str::to_owned),
    };
    let texts: Vec<String> = match node.value() {
        Value::List(items) => items.iter().map(text).collect::<Option<_>>()?,
        _ => vec![text(node)?],
    };
    let one = texts.join("; ");
    let words = |texts: &[String]| {
        let line = |text: &String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        texts.iter().map(line).collect::<Vec<_>>()
    };
    // A semicolon at the end says that the commas before it part nothing.
    let ways = [one.clone(), texts.join(", "), texts.join("\n"), format!("{one};")];
    ways.into_iter().find(|way| {
        let is_readable = !typing::means_nothing(way) && !way.starts_with('\'') && !begins_as_example(way);
        is_readable
            && way.encode_utf16().count() <= LONGEST_CELL
            && words(&typing::typed(shape, way, None)) == words(&texts)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::heads::{Reading, TableColumn, Target, find_table};
    use crate::import::sheets::read_sheets;
    use crate::import::{Given, HeadMap, MOST_BYTES, Order, prepare};
    use crate::workbook::{Sheet, SheetLimits, read_workbook};
    use std::path::Path;

    const TODAY: Date = Date::constant(2026, 11, 24);

    fn read(bytes: &[u8]) -> (Vec<super::super::gather::Table>, String) {
        let mut findings = Findings::new();
        let workbook =
            read_workbook("lembar.xlsx", bytes, &SheetLimits::default(), &mut findings).expect("a workbook");
        let tables = read_sheets("lembar.xlsx", &workbook, &HeadMap::default(), false, &mut findings);
        (tables, findings.brief())
    }

    #[test]
    fn import_knows_every_sheet_of_the_template_and_skips_its_examples() {
        let bytes = template(TODAY);
        assert!(u64::try_from(bytes.len()).expect("small") < MOST_BYTES);
        let (tables, brief) = read(&bytes);
        assert_eq!(brief, "");
        let names: Vec<&str> = tables.iter().map(|table| table.kind.names[0]).collect();
        assert_eq!(names, KINDS.iter().map(|kind| kind.names[0]).collect::<Vec<_>>());
        assert_eq!(tables.iter().map(|table| table.entries.len()).sum::<usize>(), 0);
        assert_eq!(template(TODAY), bytes, "the same day gives the same bytes");
    }

    /// The path that each head of a sheet leads to.
    fn read_heads(sheet: &Sheet, number: usize) -> Vec<String> {
        let table = find_table(sheet, &HeadMap::default()).expect("a table");
        assert_eq!(table.kind, &KINDS[number]);
        let path = |column: &TableColumn| match &column.reading {
            Reading::Fills { target: Target::Own(path), unit: None, meant: None } => path.clone(),
            other => panic!("{}, {}: {other:?}", sheet.name, column.head),
        };
        table.columns.iter().map(path).collect()
    }

    #[test]
    fn every_head_of_form_and_export_is_read_as_the_key_it_came_from() {
        let mut sheets = empty_sheets();
        for (kind, filled) in KINDS.iter().zip(&mut sheets) {
            let is_translated = |column: &&Column| {
                key_at(kind.section, column.path).is_some_and(|key| key.shape.is_translated())
            };
            for column in columns(kind).filter(is_translated) {
                let ways = Translation::LANGUAGES.map(|(ending, _)| Translation { column, ending });
                filled.translations.extend(ways);
            }
        }
        let mut findings = Findings::new();
        let bytes = workbook(&sheets, TODAY);
        let read = read_workbook("lembar.xlsx", &bytes, &SheetLimits::default(), &mut findings);
        let read = read.expect("a workbook").sheets;
        for (number, (kind, filled)) in KINDS.iter().zip(&sheets).enumerate() {
            let mut wanted: Vec<String> = columns(kind).map(|column| column.path.to_owned()).collect();
            wanted.extend(filled.translations.iter().map(Translation::path));
            assert_eq!(read_heads(&read[number + 1], number), wanted, "{}", kind.names[0]);
        }
    }

    #[test]
    fn import_of_an_export_changes_nothing() {
        let site = Site::open(Path::new(env!("CARGO_MANIFEST_DIR"))).expect("the demo");
        let settings = Settings::for_day(TODAY);
        let mut findings = Findings::new();
        let exported = export(&site, &settings, None, &mut findings).expect("read");
        assert_eq!(findings.brief(), "");
        assert_eq!(exported.cooperatives, 12);
        let order = Order {
            files: vec![Given { name: "lembar.xlsx".into(), bytes: exported.bytes }],
            only: None,
            map: HeadMap::default(),
            accepts: false,
            drops_missing: true,
            today: TODAY,
        };
        let prepared = prepare(Some(&site), &settings, &order, &mut findings).expect("read");
        let profiles = prepared.profiles;
        assert!(!findings.has_error(), "{}", findings.brief());
        let changed: Vec<_> = profiles.iter().filter(|profile| profile.is_changed()).collect();
        assert!(
            changed.is_empty(),
            "{:#?}",
            changed.iter().map(|profile| &profile.changes).collect::<Vec<_>>()
        );
        assert_eq!(profiles.len(), 12);
        assert_eq!(profiles.iter().map(|profile| profile.left).sum::<usize>(), 0);
    }

    #[test]
    fn what_a_cell_cannot_say_is_not_said() {
        let file = SourceFile::new(
            "profil.yaml",
            "syarat: ['KTP, asli']\nsektor: ['a; b', c]\nslogan: '-'\nmusim: [1-4, 10]\nnama: '=SUM(A1)'\n",
        );
        let source = Source::whole(&file, &PROFILE, 20);
        let node = read_as_typed(source, &mut Findings::new()).expect("YAML");
        let cell = |path: &str, shape: Shape| cell_of(at(&node, path).expect("there"), shape);
        assert_eq!(cell("syarat", Shape::Locals(300)).as_deref(), Some("KTP, asli;"));
        assert_eq!(cell("sektor", Shape::Texts(60)).as_deref(), Some("a; b, c").filter(|_| false));
        assert_eq!(cell("slogan", Shape::Local(80)), None);
        assert_eq!(cell("musim", Shape::Months).as_deref(), Some("1-4; 10"));
        assert_eq!(cell("nama", Shape::Text(80)).as_deref(), Some("=SUM(A1)"));
    }
}
