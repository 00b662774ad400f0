//! About catalogues that other shops and tills export.

use super::{finding, text};
use crate::finding::{Finding, Level, Span, plural};

/// Which catalogue it is, and what of it is left.
pub(in crate::import) fn catalogue(
    at: Span,
    (name, source): (&str, &str),
    left: &[String],
    private: &[String],
) -> Finding {
    let list = |(id, en): (&str, &str), heads: &[String]| {
        let names = heads.iter().map(|head| format!("`{head}`")).collect::<Vec<_>>().join(", ");
        if heads.is_empty() {
            Default::default()
        } else {
            (format!("; {id}: {names}"), format!("; {en}: {names}"))
        }
    };
    let left = list(("tidak diambil", "skipped"), left);
    let kept =
        list(("tidak pernah diambil karena rahasia toko", "never taken, being the shop's own"), private);
    let found = (
        format!("dibaca sebagai katalog {name}{}{}", left.0, kept.0),
        format!("read as a catalogue of {name}{}{}", left.1, kept.1),
    );
    finding(
        "catalogue-read",
        Level::Advice,
        at,
        text(found.0, found.1),
        text(format!("judul kolom menurut {source}"), format!("column headings as in {source}")),
        text(
            "periksa hasilnya dengan `--dry-run`; bila ini lembar biasa, ganti judul kolomnya",
            "look at the outcome with `--dry-run`; if this is a plain sheet, change its column headings",
        ),
    )
}

/// Goods that are not on sale there.
pub(in crate::import) fn not_on_sale(at: Span, count: usize) -> Finding {
    finding(
        "catalogue-not-on-sale",
        Level::Warning,
        at,
        text(
            format!("{count} baris tidak diterbitkan di toko asalnya dan tidak diambil"),
            format!(
                "{count} {} not on sale there, and {} skipped",
                plural(count, "row is", "rows are"),
                plural(count, "was", "were")
            ),
        ),
        text("barang yang dijual", "goods on sale"),
        text(
            "terbitkan di sana dan ekspor lagi, bila mau dijual",
            "publish them there and export again, if they are to be sold",
        ),
    )
}

/// A code where the number on a package belongs.
pub(in crate::import) fn no_bar_code(at: Span, typed: &str) -> Finding {
    finding(
        "catalogue-bar-code",
        Level::Warning,
        at,
        text(
            format!("`{typed}` bukan nomor dari kemasan dan tidak diambil"),
            format!("`{typed}` is no number on a package, and was skipped"),
        ),
        text(
            "8, 12, 13 atau 14 angka di bawah kode batang pada kemasan",
            "the 8, 12, 13 or 14 digits below the bar code on the package",
        ),
        text(
            "biarkan bila itu kode toko sendiri; bila bukan, perbaiki di toko asal dan ekspor lagi",
            "leave it if it is a code of the shop's own; if not, correct it there and export again",
        ),
    )
}

/// An amount of other money.
pub(in crate::import) fn other_currency(at: Span, typed: &str, currency: &str) -> Finding {
    finding(
        "price-other-currency",
        Level::Error,
        at,
        text(
            format!("harga `{typed}` dalam {currency}, bukan rupiah"),
            format!("price `{typed}` is in {currency}, not in rupiah"),
        ),
        text("rupiah", "rupiah"),
        text("ekspor katalognya dalam rupiah", "export the catalogue in rupiah"),
    )
}

/// Three decimals: somebody has written thousands with a point.
pub(in crate::import) fn maybe_thousands(at: Span, typed: &str, meant: &str, accepts: bool) -> Finding {
    finding(
        "catalogue-thousands",
        if accepts { Level::Warning } else { Level::Error },
        at,
        text(
            format!(
                "harga `{typed}` agaknya {meant} rupiah, bukan {}",
                typed.split('.').next().unwrap_or(typed)
            ),
            format!(
                "price `{typed}` is probably {meant} rupiah, not {}",
                typed.split('.').next().unwrap_or(typed)
            ),
        ),
        text("rupiah tanpa titik", "rupiah without a point"),
        text(
            "terima dengan `--accept`, atau perbaiki di toko asal dan ekspor lagi",
            "take it with `--accept`, or correct it there and export again",
        ),
    )
}

/// A product whose choices are not in the file.
pub(in crate::import) fn no_choices(at: Span) -> Finding {
    finding(
        "catalogue-without-choices",
        Level::Warning,
        at,
        text(
            "barang ini tidak diambil: variannya tidak ada di berkas",
            "this product was skipped: its variants are not in the file",
        ),
        text("barang beserta variannya", "a product with its variants"),
        text("ekspor lagi dengan jenis `variation`", "export again with rows of the type `variation`"),
    )
}

/// A sale that nobody knows the end of.
pub(in crate::import) fn sale_without_end(at: Span, sale: &str, price: &str) -> Finding {
    finding(
        "sale-without-end",
        Level::Warning,
        at,
        text(
            format!("harga obral `{sale}` tanpa hari terakhir; diambil sebagai harga biasa, bukan `{price}`"),
            format!("sale price `{sale}` without a last day; taken as the price, in place of `{price}`"),
        ),
        text("hari terakhir obral", "the last day of the sale"),
        text(
            "isi hari terakhirnya di toko asal dan ekspor lagi",
            "fill in its last day there and export again",
        ),
    )
}

/// A photo that is somewhere else.
pub(in crate::import) fn photo_at_an_address(at: Span, address: &str, path: &str) -> Finding {
    finding(
        "photo-at-an-address",
        Level::Advice,
        at,
        text(format!("foto ini ada di {address}"), format!("this photo is at {address}")),
        text(format!("berkas `{path}`"), format!("a file `{path}`")),
        text(
            format!("unduh, simpan sebagai `{path}`, lalu impor sekali lagi"),
            format!("download it, save it as `{path}`, then import once more"),
        ),
    )
}
