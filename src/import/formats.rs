//! What is known of a catalogue that another program exports. Heads are folded as `words::fold` does; one that ends in
//! `*` stands for all that begin so.

/// What a column of a foreign catalogue gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Take {
    /// The value of this key, as it stands.
    Own(&'static str),
    /// Rows with the same value are choices, or further photos, of one product.
    Group,
    /// The same, and a number: rows without one are hints for whoever fills the sheet in.
    GroupNumber,
    /// An amount in the English way: `12,500.00`, `12500.00 IDR`. Where amounts are Indonesian, the key `harga` is
    /// filled.
    Price,
    /// The amount of a sale, and from when to when it holds.
    SalePrice,
    /// First day of a sale.
    SaleFrom,
    /// Last day of a sale.
    SaleTo,
    /// Both, with a stroke between them.
    SaleSpan,
    /// The number on a package. Shops keep codes of their own there, too.
    BarCode,
    /// The value of an option: it names the choice.
    Choice,
    /// A description in HTML.
    Html,
    /// Addresses or names of photos.
    Photos,
    /// A category with those above it: `Food > Snacks`, `All / Food`; the last is taken, of several the first.
    Category,
    /// The smallest order; one is no more than what every shop sells.
    Least,
    /// A number of grams.
    Grams,
    /// A number of kilograms.
    Kilograms,
    /// Words or a number that say whether it can be had.
    Stock,
    /// `draft`, `false`, `0`, `N`: not on sale there, so not taken.
    Published,
    /// `YA`, `1`: no longer on sale.
    Withdrawn,
    /// The kind of a row, and whose choice it is, in `WooCommerce`.
    WooType,
    /// The same: `id:12`, or a code.
    WooParent,
    /// The number that `id:12` means.
    WooId,
    /// What a shop keeps to itself.
    Private,
}

/// A catalogue as another program writes it.
#[derive(Debug)]
pub(super) struct Catalogue {
    /// Its name, for findings.
    pub(super) name: &'static str,
    /// Folded heads that only it has together.
    pub(super) signature: &'static [&'static str],
    /// Its columns. What is not here is not taken, and told.
    pub(super) columns: &'static [(&'static str, Take)],
    /// The name of the only choice of a product that has none.
    pub(super) no_choice: &'static str,
    /// Where the heads are known from, and when they were looked at.
    pub(super) source: &'static str,
}

impl Catalogue {
    /// What a folded head gives.
    pub(super) fn take(&self, folded: &str) -> Option<Take> {
        let is_called = |known: &str| match known.strip_suffix('*') {
            Some(begin) => folded.starts_with(begin),
            None => folded == known,
        };
        self.columns.iter().find(|(known, _)| is_called(known)).map(|(_, take)| *take)
    }
}
