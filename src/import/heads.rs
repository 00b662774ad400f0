//! Finds where a sheet's table begins, what its rows are about, and which column fills which key.

use std::cell::RefCell;
use std::collections::BTreeSet;

use super::head_rows::{Heads, MOST_COLUMNS, both, holds_heads, spans_columns, texts_of};
use super::kind::{CHOICE, COOPERATIVE, DISTRICT, Home, Kind, REGENCY, key_at};
use super::kinds::KINDS;
use super::lookup::{near_column, path_of};
use super::private::is_private;
use super::sizes::size_of;
use super::tiers;
use super::words::{Head, fold};
use crate::keys::Shape;
use crate::workbook::Sheet;

/// Rows in which a head is looked for, from the first that holds something.
const ROWS_LOOKED_AT: usize = 40;
/// Columns that only count, are signed, or tell when a form was sent.
const IGNORED: &[&str] = &[
    "no",
    "nomor",
    "no urut",
    "nomor urut",
    "urut",
    "ttd",
    "tanda tangan",
    "paraf",
    "cek",
    "timestamp",
    "cap waktu",
    "stempel waktu",
];

/// What the person says about heads: `Kolom=produk.harga`, `Kolom=-`.
#[derive(Debug, Clone, Default)]
pub(crate) struct HeadMap {
    /// Folded heads, and the kind and path that each fills; nothing for a column that is not to be taken.
    entries: Vec<(String, Option<(usize, String)>)>,
    /// Those that some sheet has.
    met: RefCell<BTreeSet<String>>,
}

impl HeadMap {
    /// Adds one: the head, and the key with the list that it stands in (`produk.harga`, `kontak.whatsapp`), or `-` for
    /// a column that is not to be taken. False if there is no such key.
    pub(crate) fn add(&mut self, head: &str, path: &str) -> bool {
        let target = match path.trim() {
            "-" => None,
            path => {
                match KINDS.iter().enumerate().find_map(|(index, kind)| Some((index, kind.path_below(path)?)))
                {
                    Some((kind, path)) => Some((kind, path.to_owned())),
                    None => return false,
                }
            }
        };
        self.entries.push((fold(head), target));
        true
    }

    /// True for a head of which the person has said what it fills.
    pub(super) fn decides(&self, text: &str) -> bool {
        let folded = fold(text);
        self.entries.iter().any(|(head, target)| *head == folded && target.is_some())
    }

    /// Heads that no sheet has.
    pub(super) fn unmet(&self) -> Vec<String> {
        let met = self.met.borrow();
        self.entries.iter().map(|(head, _)| head).filter(|head| !met.contains(*head)).cloned().collect()
    }

    fn says(&self, text: &str, kind: usize) -> Option<Reading> {
        let folded = fold(text);
        let (_, target) = self.entries.iter().find(|(head, _)| *head == folded)?;
        self.met.borrow_mut().insert(folded);
        match target {
            None => Some(Reading::Ignored),
            Some((known, path)) if *known == kind => Some(Reading::sure(Target::Own(path.clone()))),
            Some((0, path)) => Some(Reading::sure(Target::OfCooperative(path.clone()))),
            Some(_) => None,
        }
    }
}

/// What a column fills.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Target {
    /// A key of the row's own kind, or with `@` whom the row belongs to.
    Own(String),
    /// A key of the cooperative that the row belongs to.
    OfCooperative(String),
}

impl Target {
    /// Another key of the same owner.
    pub(super) fn beside(&self, path: &str) -> Self {
        match self {
            Self::Own(_) => Self::Own(path.to_owned()),
            Self::OfCooperative(_) => Self::OfCooperative(path.to_owned()),
        }
    }
}

/// How a head was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Reading {
    /// It fills a key; the unit that the head names; the head that was probably meant, where a letter differs.
    Fills { target: Target, unit: Option<String>, meant: Option<&'static str> },
    /// Nothing to take.
    Ignored,
    /// Purchase prices, costs, and numbers of persons: never taken.
    Private,
    /// The same as the column of this number, which is taken.
    Twice(u32),
    /// Nobody knows.
    Unknown,
}

impl Reading {
    fn sure(target: Target) -> Self {
        Self::Fills { target, unit: None, meant: None }
    }

    pub(super) fn target(&self) -> Option<&Target> {
        match self {
            Self::Fills { target, .. } => Some(target),
            Self::Ignored | Self::Private | Self::Twice(_) | Self::Unknown => None,
        }
    }
}

/// One column of a table.
#[derive(Debug)]
pub(super) struct TableColumn {
    /// Its number, from 1.
    pub(super) number: u32,
    /// Its head as typed.
    pub(super) head: String,
    pub(super) reading: Reading,
}

impl TableColumn {
    /// The same column as one of prices.
    pub(super) fn as_price(&self) -> Self {
        let reading = Reading::sure(Target::Own("harga".to_owned()));
        Self { number: self.number, head: self.head.clone(), reading }
    }
}

/// A table in a sheet.
#[derive(Debug)]
pub(super) struct Table {
    pub(super) kind: &'static Kind,
    kind_index: usize,
    /// The row of the heads, the lower one where there are two.
    pub(super) head_row: u32,
    pub(super) columns: Vec<TableColumn>,
    /// Keys of quantities that heads name in place of a column, with each quantity: `grosir.1.mulai`.
    pub(super) quantities: Vec<(String, u64)>,
    score: usize,
}

impl Table {
    /// The number of the column that fills a key of the row's own.
    pub(super) fn column(&self, path: &str) -> Option<u32> {
        self.columns
            .iter()
            .find(|column| matches!(column.reading.target(), Some(Target::Own(own)) if own == path))
            .map(|column| column.number)
    }

    /// What belongs into a column that fills a key.
    pub(super) fn shape_of(&self, column: &TableColumn) -> Option<Shape> {
        let (section, path) = match column.reading.target()? {
            Target::Own(path) => (self.kind.section, path),
            Target::OfCooperative(path) => (KINDS[0].section, path),
        };
        key_at(section, path).map(|key| key.shape)
    }

    /// Columns of goods that are headed by a size: prices stand below them. Nothing where a column is known as the
    /// price, or the choice.
    pub(super) fn sizes(&self) -> Vec<&TableColumn> {
        if !self.is_of_goods() || self.column("harga").is_some() || self.column(CHOICE).is_some() {
            return Vec::new();
        }
        let is_one =
            |column: &&TableColumn| column.reading == Reading::Unknown && size_of(&column.head).is_some();
        self.columns.iter().filter(is_one).collect()
    }

    /// In a table of goods without a price that is known: columns that may be it, in order.
    pub(super) fn unknown_prices(&self) -> Vec<&TableColumn> {
        if !self.is_of_goods() || self.column("harga").is_some() || !self.sizes().is_empty() {
            return Vec::new();
        }
        let is_price = |word: &str| matches!(word, "harga" | "hrg" | "price" | "tarif");
        let may_be = |column: &&TableColumn| {
            column.reading == Reading::Unknown && fold(&column.head).split(' ').any(is_price)
        };
        self.columns.iter().filter(may_be).collect()
    }

    /// Columns of wholesale prices whose heads name the quantity, with it.
    pub(super) fn wholesale(&self) -> Vec<(&TableColumn, u64)> {
        let column_of = |path: &str| {
            let number = self.column(&path.replace("mulai", "harga"))?;
            self.columns.iter().find(|column| column.number == number)
        };
        self.quantities.iter().filter_map(|(path, from)| Some((column_of(path)?, *from))).collect()
    }

    fn filled(&self) -> usize {
        self.columns.iter().filter(|column| column.reading.target().is_some()).count()
    }
}

/// The table of a sheet; `None` where no row looks like its heads.
pub(super) fn find_table(sheet: &Sheet, map: &HeadMap) -> Option<Table> {
    best_table(sheet, map, 2).filter(Table::is_named)
}

/// What is most like a table, even where one head alone is known and none that says what a row is called by.
pub(super) fn likeliest_table(sheet: &Sheet, map: &HeadMap) -> Option<Table> {
    find_table(sheet, map).or_else(|| best_table(sheet, map, 1))
}

/// The table whose row of heads names most; `None` where each names less than `least`.
fn best_table(sheet: &Sheet, map: &HeadMap, least: usize) -> Option<Table> {
    let rows = &sheet.rows[..sheet.rows.len().min(ROWS_LOOKED_AT)];
    // A title right above the heads is no half of them: of equals, one row of heads counts before two.
    let mut best: Option<(Table, bool)> = None;
    for (index, row) in rows.iter().enumerate() {
        let next = rows.get(index + 1).filter(|next| next.number == row.number + 1);
        let below = next.filter(|next| holds_heads(sheet, row, next));
        let double = below.map(|next| (next.number, both(sheet, row, next)));
        // What stands above several columns is half a head.
        let single =
            (!(double.is_some() && spans_columns(sheet, row.number))).then(|| (row.number, texts_of(row)));
        for (kind_index, kind) in KINDS.iter().enumerate() {
            for (head_row, heads) in single.iter().chain(&double) {
                let Some(table) = read_heads(sheet, kind_index, kind, *head_row, heads, map) else {
                    continue;
                };
                if table.filled() + table.sizes().len() + table.unknown_prices().len() < least {
                    continue;
                }
                let is_double = *head_row != row.number;
                let is_better = |(best, was_double): &(Table, bool)| {
                    let is_plainer = *was_double && !is_double && best.head_row == table.head_row;
                    table.score > best.score || (is_plainer && table.score == best.score)
                };
                if best.as_ref().is_none_or(is_better) {
                    best = Some((table, is_double));
                }
            }
        }
    }
    let (mut table, _) = best?;
    table.reach_further(map);
    Some(table)
}

/// True for what only a cooperative has: a place and a colour among goods are those of the goods.
fn is_of_a_cooperative(path: &str) -> bool {
    const BEGINNINGS: &[&str] = &["kontak.", "legal.", "pembayaran.", "wilayah", "singkatan"];
    matches!(path, REGENCY | DISTRICT) || BEGINNINGS.iter().any(|begin| path.starts_with(begin))
}

/// A row of heads read as a kind; `None` if it names nothing.
fn read_heads(
    sheet: &Sheet,
    kind_index: usize,
    kind: &'static Kind,
    head_row: u32,
    heads: &Heads,
    map: &HeadMap,
) -> Option<Table> {
    let mut table =
        Table { kind, kind_index, head_row, columns: Vec::new(), quantities: Vec::new(), score: 0 };
    for (&number, texts) in heads {
        if table.columns.len() >= MOST_COLUMNS {
            break;
        }
        let reading = table.read_head(texts, map);
        table.columns.push(TableColumn { number, head: texts[0].clone(), reading });
    }
    table.read_quantities();
    if table.filled() == 0 {
        return None;
    }
    let is_called_so = kind.names.iter().any(|name| fold(name) == fold(&sheet.name));
    let is_unknown = |column: &&TableColumn| matches!(column.reading, Reading::Unknown | Reading::Twice(_));
    let unknown = table.columns.iter().filter(is_unknown).count();
    // No register of cooperatives has a price, whatever else its columns are called.
    let is_priced = kind.home == Home::List("produk") && table.is_named() && table.column("harga").is_some();
    let bonus = |is_given: bool, points: usize| if is_given { points } else { 0 };
    let known =
        20 * table.filled() + bonus(is_called_so, 30) + bonus(table.is_named(), 30) + bonus(is_priced, 150);
    table.score = known.saturating_sub(unknown);
    Some(table)
}

impl Table {
    /// True if a column says what a row is called by: a product's name, an event's title.
    fn is_named(&self) -> bool {
        let main = self.kind.columns.iter().find(|column| !column.path.starts_with('@'));
        main.is_some_and(|main| self.column(main.path).is_some())
    }

    /// Reads one head. A second column for the same key counts only where the key takes several: photos.
    fn read_head(&self, texts: &[String], map: &HeadMap) -> Reading {
        if let Some(said) = texts.iter().find_map(|text| map.says(text, self.kind_index)) {
            let other = said.target().and_then(|target| self.taken_by(target));
            return other.map_or(said, Reading::Twice);
        }
        let readings: Vec<Head> = texts.iter().flat_map(|text| Head::readings(text)).collect();
        let mut taken = None;
        for head in &readings {
            let Some(target) = path_of(self.kind_index, &head.folded).map(Target::Own) else { continue };
            match self.taken_by(&target) {
                None => return Reading::Fills { target, unit: head.unit.clone(), meant: None },
                Some(other) => taken = taken.or(Some(other)),
            }
        }
        let is_in = |words: &[&str]| readings.iter().any(|head| words.contains(&head.folded.as_str()));
        if readings.iter().any(|head| is_private(&head.folded)) {
            return Reading::Private;
        }
        match taken {
            _ if is_in(IGNORED) => Reading::Ignored,
            Some(other) => Reading::Twice(other),
            None => self.without_subject(&readings).unwrap_or(Reading::Unknown),
        }
    }

    /// A head that names what every row is about, `Harga Barang`, `Alamat Lengkap Koperasi`, is read without it.
    fn without_subject(&self, readings: &[Head]) -> Option<Reading> {
        readings.iter().find_map(|head| {
            let words = head.folded.split(' ').filter(|word| !self.kind.subject.contains(word));
            let bare = words.collect::<Vec<_>>().join(" ");
            let target = Target::Own(path_of(self.kind_index, &bare).filter(|_| bare != head.folded)?);
            let is_free = self.taken_by(&target).is_none();
            is_free.then(|| Reading::Fills { target, unit: head.unit.clone(), meant: None })
        })
    }

    /// The number of the column that fills a key which takes no second one: photos, and what parts choices, colour and
    /// size.
    fn taken_by(&self, target: &Target) -> Option<u32> {
        let other = self.columns.iter().find(|column| column.reading.target() == Some(target))?;
        let takes_several = |path: &str| path == "foto" || (path == CHOICE && self.is_of_goods());
        let is_one = matches!(target, Target::Own(path) if takes_several(path));
        (!is_one).then_some(other.number)
    }

    fn is_of_goods(&self) -> bool {
        self.kind.home == Home::List("produk")
    }

    /// Prices of goods below heads that name quantities: the price, and those of more at a time.
    fn read_quantities(&mut self) {
        if !self.is_of_goods() || self.column("grosir.1.harga").is_some() {
            return;
        }
        let unknown = |column: &&mut TableColumn| column.reading == Reading::Unknown;
        let has_price = self.column("harga").is_some();
        let mut priced: Vec<&mut TableColumn> = self
            .columns
            .iter_mut()
            .filter(unknown)
            .filter(|column| tiers::starts(&[&column.head]).is_some())
            .collect();
        let heads: Vec<&str> = priced.iter().map(|column| column.head.as_str()).collect();
        let Some(starts) = tiers::starts(&heads).filter(|starts| (starts[0] == 1) != has_price) else {
            return;
        };
        let mut count = 0;
        for (column, start) in priced.iter_mut().zip(starts) {
            let path = if start == 1 {
                "harga".to_owned()
            } else {
                count += 1;
                self.quantities.push((format!("grosir.{count}.mulai"), start));
                format!("grosir.{count}.harga")
            };
            column.reading = Reading::sure(Target::Own(path));
        }
    }

    /// Looks again at heads that nobody knows: they may say something of the cooperative itself, in a sheet that names
    /// one in each row, or be mistyped.
    fn reach_further(&mut self, map: &HeadMap) {
        let names_cooperative = self.kind.home != Home::Profile && self.column(COOPERATIVE).is_some();
        let cooperative =
            Self { kind: &KINDS[0], kind_index: 0, columns: Vec::new(), quantities: Vec::new(), ..*self };
        for index in 0..self.columns.len() {
            let column = &self.columns[index];
            if column.reading != Reading::Unknown {
                continue;
            }
            let of_cooperative = match cooperative.read_head(std::slice::from_ref(&column.head), map) {
                Reading::Fills { target: Target::Own(path), unit, .. }
                    if names_cooperative && is_of_a_cooperative(&path) =>
                {
                    Some(Reading::Fills { target: Target::OfCooperative(path), unit, meant: None })
                }
                _ => None,
            };
            if let Some(reading) = of_cooperative.or_else(|| self.nearest(&column.head)) {
                self.columns[index].reading = reading;
            }
        }
    }

    /// What a mistyped head probably means.
    fn nearest(&self, head: &str) -> Option<Reading> {
        Head::readings(head).into_iter().find_map(|head| {
            let (path, meant) = near_column(self.kind, &head.folded)?;
            let target = Target::Own(path.to_owned());
            self.taken_by(&target).is_none().then_some(Reading::Fills {
                target,
                unit: head.unit,
                meant: Some(meant),
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_person_says_of_a_head_leads_to_the_sheet_that_has_the_key() {
        let mut map = HeadMap::default();
        for (path, is_known) in [
            ("produk.berat", true),
            ("produk.promo.harga", true),
            ("produk.grosir.1.mulai", true),
            ("produk.varian.harga", true),
            ("kontak.whatsapp", true),
            ("pembayaran.bank.rekening", true),
            ("nama", true),
            ("-", true),
            ("produk", false),
            ("produk.brt", false),
            ("", false),
        ] {
            assert_eq!(map.add("Kolom", path), is_known, "{path}");
        }
        let kinds: Vec<Option<&str>> = map
            .entries
            .iter()
            .map(|(_, target)| target.as_ref().map(|(kind, _)| KINDS[*kind].names[0]))
            .collect();
        let produk = Some("Produk");
        let profil = Some("Koperasi");
        assert_eq!(kinds, [produk, produk, produk, Some("Varian"), profil, Some("Rekening"), profil, None]);
    }
}
