//! Codes of goods.

use super::{advice, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};

/// A code that another of the shop's goods has.
pub(in crate::content) fn code_taken(typed: Typed<'_>, first_line: u32) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "code-taken",
        typed.span(),
        text(
            format!("`{key}` `{word}` sudah dipakai di baris {first_line}"),
            format!("`{key}` `{word}` is taken in line {first_line}"),
        ),
        text(
            "kode yang berbeda untuk tiap barang dan varian",
            "a code of its own for each product and variant",
        ),
        text(
            "ganti salah satu, atau hapus bila barangnya sama",
            "change one of them, or remove what is the same",
        ),
    )
}

/// A number on a package that is none, and the one that a sheet made it of.
pub(in crate::content) fn not_a_gtin(typed: Typed<'_>, meant: Option<&str>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-a-gtin",
        typed.span(),
        text(format!("`gtin` berisi `{word}`"), format!("`gtin` holds `{word}`")),
        text(
            "8, 12, 13 atau 14 angka di bawah kode batang pada kemasan",
            "the 8, 12, 13 or 14 digits below the bar code on the package",
        ),
        match meant {
            Some(meant) => text(
                format!("aplikasi tabel mengubahnya; tulis `gtin: \"{meant}\"`"),
                format!("a spreadsheet changed it; write `gtin: \"{meant}\"`"),
            ),
            None => text(
                "salin dari kemasan; kode buatan toko sendiri ditulis di `kode`",
                "copy it from the package; a code of the shop's own belongs into `kode`",
            ),
        },
    )
}

/// A number on a package whose last digit does not fit the others.
pub(in crate::content) fn gtin_check_digit(typed: Typed<'_>, mended: &str, last: u32) -> Finding {
    let word = shown(typed.text);
    error(
        "gtin-check-digit",
        typed.span(),
        text(
            format!("angka terakhir `gtin` `{word}` tidak cocok dengan yang lain"),
            format!("the last digit of `gtin` `{word}` does not fit the others"),
        ),
        text(
            format!("`{last}` sebagai angka terakhir, bila yang lain benar"),
            format!("`{last}` as the last digit, if the others are right"),
        ),
        text(
            format!(
                "bandingkan tiap angka dengan kemasan; bila hanya yang terakhir keliru, tulis `gtin: \"{mended}\"`"
            ),
            format!(
                "compare each digit with the package; if only the last is wrong, write `gtin: \"{mended}\"`"
            ),
        ),
    )
}

/// A number that means something in one shop only.
pub(in crate::content) fn gtin_of_one_shop(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    advice(
        "gtin-of-one-shop",
        typed.span(),
        text(
            format!(
                "`gtin` `{word}` hanya berlaku di dalam satu toko, jadi tidak diteruskan ke Google dan WhatsApp"
            ),
            format!(
                "`gtin` `{word}` means something in one shop only, so Google and WhatsApp are not told it"
            ),
        ),
        text("nomor dari GS1 pada kemasan", "a number by GS1 on the package"),
        text("pindahkan ke `kode`, bila itu kode toko Anda", "move it to `kode` if it is your own code"),
    )
}

/// One number for goods of several sorts, each of which has its own package.
pub(in crate::content) fn gtin_of_several(at: Span) -> Finding {
    warning(
        "gtin-of-several",
        at,
        text(
            "satu `gtin` untuk barang yang punya beberapa varian",
            "one `gtin` for a product of several variants",
        ),
        text("`gtin` pada varian yang memilikinya", "`gtin` at the variant that has it"),
        text(
            "pindahkan ke varian yang kemasannya memuat nomor itu",
            "move it to the variant whose package shows that number",
        ),
    )
}
