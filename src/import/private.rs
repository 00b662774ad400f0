//! Heads of columns that are never taken, whoever asks.

/// Columns of what a shop keeps to itself, and of persons' own numbers.
const PRIVATE: &[&str] = &[
    "harga beli",
    "hrg beli",
    "harga pokok",
    "hpp",
    "modal",
    "harga modal",
    "harga kulakan",
    "harga perolehan",
    "cost",
    "cost per item",
    "cost price",
    "standard price",
    "purchase price",
    "laba",
    "untung",
    "keuntungan",
    "margin",
    "profit",
    "no ktp",
    "nomor ktp",
    "nik ketua",
    "nik pengurus",
    "nik pemilik",
    "tanggal lahir",
    "alamat rumah",
];

/// Words in heads of what something has cost, or brings in.
const COST_WORDS: &[&str] = &[
    "beli", "pokok", "modal", "hpp", "cogs", "supplier", "suplier", "pemasok", "kulakan", "cost", "laba",
    "margin", "untung",
];

/// True for a folded head of what is never taken.
pub(super) fn is_private(folded: &str) -> bool {
    PRIVATE.contains(&folded) || folded.split(' ').any(|word| COST_WORDS.contains(&word))
}
