//! What a sheet can hold: kinds of rows, their columns, and the keys that these fill.

use crate::keys::{Key, Section, Shape};

/// What the rows of a sheet are about.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Kind {
    /// The sheet of a template, and what people call a sheet of this kind.
    pub(crate) names: &'static [&'static str],
    /// Words in heads that say what all rows are about, and no more.
    pub(crate) subject: &'static [&'static str],
    /// Where a row belongs.
    pub(crate) home: Home,
    /// The keys that a row can have.
    pub(crate) section: &'static Section,
    /// The columns of a template, in order, and further words for them.
    pub(crate) columns: &'static [Column],
}

/// Where a row of a sheet belongs in a profile.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Home {
    /// The profile itself.
    Profile,
    /// One more item of this list of the profile.
    List(&'static str),
    /// One more item of this list of a product, which a column names.
    OfProduct(&'static str),
    /// One more bank account, below `pembayaran`.
    Bank,
}

/// A column: which key it fills, and its heads.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Column {
    /// The key, with those above it: `harga`, `promo.harga`, `grosir.1.mulai`. With `@` in front it fills no key but
    /// says which cooperative or product the row belongs to.
    pub(crate) path: &'static str,
    /// Heads. The first is the one of templates.
    pub(crate) heads: &'static [&'static str],
}

/// How every example in a template begins. A row whose name begins so is left out, and so is any other cell: who types
/// over the name of an example must not publish the numbers beside it.
pub(crate) const EXAMPLE: &str = "contoh:";
/// Sheets of a template that hold no rows: what to do, and lists of words.
pub(crate) const SHEETS_TO_READ: &[&str] = &["Petunjuk", "pilihan"];

/// The column that names the cooperative of a row.
pub(crate) const COOPERATIVE: &str = "@koperasi";
/// The column that names a cooperative's folder, where that does not follow from its name.
pub(crate) const FOLDER: &str = "@folder";
/// The column that names a regency or city in place of a code.
pub(crate) const REGENCY: &str = "@kabupaten";
/// The column that names a district in place of a code.
pub(crate) const DISTRICT: &str = "@kecamatan";
/// The column that says whether a row is on sale at all.
pub(crate) const STATUS: &str = "@status";
/// The key of a choice's name in a row of goods. Several columns part choices together.
pub(super) const CHOICE: &str = "varian.1.nama";
/// The column that names the product of a row.
pub(crate) const PRODUCT: &str = "@produk";

/// The key of hours that hold every day. A cell below it may name days itself.
pub(super) const EVERY_DAY: &str = "buka.setiap-hari";

/// True for an example of a template.
pub(super) fn begins_as_example(text: &str) -> bool {
    text.trim_start().to_lowercase().starts_with(EXAMPLE)
}

impl Kind {
    /// Where its rows stand in a profile; empty for the profile itself.
    pub(super) fn list(&self) -> &'static str {
        match self.home {
            Home::Profile => "",
            Home::List(list) => list,
            Home::OfProduct("varian") => "produk.varian",
            Home::OfProduct(_) => "produk.grosir",
            Home::Bank => "pembayaran.bank",
        }
    }

    /// A key that a column can be said to fill, from the profile: `produk.keterangan`.
    pub(super) fn example_path(&self) -> String {
        let has = |path: &&&str| self.columns.iter().any(|column| column.path == **path);
        let first = self.columns.iter().find(|column| !column.path.starts_with('@'));
        let notes = ["keterangan", "tentang"].iter().find(has);
        let key = notes.copied().unwrap_or_else(|| first.map_or("nama", |column| column.path));
        if self.list().is_empty() { key.to_owned() } else { format!("{}.{key}", self.list()) }
    }

    /// The path below this kind's home of a path from the profile: `harga` for `produk.harga`.
    pub(super) fn path_below<'p>(&self, path: &'p str) -> Option<&'p str> {
        let list = self.list();
        let below = if list.is_empty() { path } else { path.strip_prefix(list)?.strip_prefix('.')? };
        let key = key_at(self.section, below)?;
        // A mapping, and an item of a list that has a sheet of its own, are no columns.
        let is_value =
            key.shape.section().is_none() || matches!(key.shape, Shape::Photo(_) | Shape::Photos(_));
        (is_value && !leads_through_a_list(self.section, below)).then_some(below)
    }
}

/// True for `produk.harga` in a profile and `varian.harga` in a product; not for `grosir.1.harga`, which names the
/// item.
fn leads_through_a_list(section: &'static Section, path: &str) -> bool {
    let parts: Vec<&str> = path.split('.').collect();
    (1..parts.len()).any(|end| {
        let is_list =
            key_at(section, &parts[..end].join(".")).is_some_and(|key| matches!(key.shape, Shape::List(_)));
        is_list && parts[end].parse::<u32>().is_err() && parts[end - 1].parse::<u32>().is_err()
    })
}

/// The key that a column fills; `None` for a path that leads to no key. A number stands for an item of a list, an
/// ending `_en` or `_su` for a translation.
pub(crate) fn key_at(section: &'static Section, path: &str) -> Option<&'static Key> {
    let mut section = section;
    let mut found = None;
    for part in path.split('.').filter(|part| part.parse::<usize>().is_err()) {
        let key = section
            .key(part)
            .or_else(|| span_of_days(section, part))
            .or_else(|| translated(section, part))?;
        found = Some(key);
        if let Some(below) = key.shape.section() {
            section = below;
        }
    }
    found
}

/// `senin-jumat` is read as `senin` is: spans of days are keys that no table lists.
fn span_of_days(section: &'static Section, part: &str) -> Option<&'static Key> {
    let (first, last) = part.split_once('-')?;
    let day = |word: &str| section.key(word).filter(|key| key.shape == Shape::Hours);
    day(last).and_then(|_| day(first))
}

fn translated(section: &'static Section, part: &str) -> Option<&'static Key> {
    let base = part.strip_suffix("_en").or_else(|| part.strip_suffix("_su"))?;
    section.key(base).filter(|key| key.shape.is_translated())
}
