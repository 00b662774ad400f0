//! Telephone numbers, identifiers, counts and percentages.

use super::super::written::decimal;
use super::{as_text, belongs, error, finding, text, warning};
use crate::finding::{Finding, Level, Span};
use crate::keys::Shape;

/// 81200000001, which every program makes of `081200000001`.
pub(in crate::import::judge) fn phone_without_zero(at: &Span, digits: &str, spelled: &str) -> Finding {
    warning(
        "cell-phone-zero",
        at,
        text(
            format!("nomor `{digits}` kehilangan angka 0 di depannya; dibaca `{spelled}`"),
            format!("the number `{digits}` has lost its 0 in front; it was read as `{spelled}`"),
        ),
        text("nomor dengan angka 0 di depannya", "a number with its 0 in front"),
        text(
            format!("ubah format kolomnya menjadi Teks, lalu ketik `{spelled}`"),
            format!("set the format of the column to Text, then type `{spelled}`"),
        ),
    )
}

/// `0812-0000-0001 (Bu Ani)`.
pub(in crate::import::judge) fn phone_note(at: &Span, number: &str, note: &str) -> Finding {
    finding(
        "cell-phone-note",
        Level::Advice,
        at,
        text(
            format!("nomor `{number}` diambil, `{note}` tidak"),
            format!("the number `{number}` was taken, `{note}` was not"),
        ),
        text("nomornya saja", "the number alone"),
        text(
            "biarkan, atau pindahkan catatannya ke kolom lain",
            "leave it, or move the note to another column",
        ),
    )
}

/// `0812-0000-0001 / 0812-0000-0002`.
pub(in crate::import::judge) fn several_numbers(at: &Span, typed: &str, first: &str) -> Finding {
    let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    warning(
        "cell-phones-several",
        at,
        text(
            format!("`{typed}` lebih dari satu nomor; yang pertama `{first}`"),
            format!("`{typed}` is more than one number; the first is `{first}`"),
        ),
        text("satu nomor", "one number"),
        text(
            format!("terima `{first}` dengan `--accept`, atau sisakan satu nomor di selnya"),
            format!("take `{first}` with `--accept`, or leave one number in the cell"),
        ),
    )
}

/// Digits that no telephone has.
pub(in crate::import::judge) fn no_phone(at: &Span, digits: &str) -> Finding {
    error(
        "cell-phone-odd",
        at,
        text(
            format!("`{digits}` bukan nomor telepon; mungkin ada angka yang hilang"),
            format!("`{digits}` is no telephone number; digits may be lost"),
        ),
        belongs(Shape::Phone),
        as_text(", mis. `0812-0000-0001`", ", for example `0812-0000-0001`"),
    )
}

/// 812000000000 out of `8,12E+11`, or more digits than a spreadsheet keeps.
pub(in crate::import::judge) fn digits_lost(at: &Span, number: f64) -> Finding {
    let shown = decimal(number);
    error(
        "cell-digits-lost",
        at,
        text(
            format!("angka-angka terakhir dari `{shown}` tampaknya sudah hilang"),
            format!("the last digits of `{shown}` seem to be lost"),
        ),
        text(
            "semua angkanya; lembar kerja hanya menyimpan 15 angka",
            "all of its digits; a spreadsheet keeps 15",
        ),
        as_text(" dari sumber aslinya", " from where it came"),
    )
}

/// `8,12E+11` as text.
pub(in crate::import::judge) fn scientific(at: &Span, typed: &str) -> Finding {
    error(
        "cell-digits-lost",
        at,
        text(
            format!("angka-angka terakhir dari `{typed}` hilang saat disimpan"),
            format!("the last digits of `{typed}` were lost when it was saved"),
        ),
        text("semua angkanya", "all of its digits"),
        as_text(" dari sumber aslinya", " from where it came"),
    )
}

/// 21234567, which may have been `0021234567`.
pub(in crate::import::judge) fn identifier_as_number(at: &Span, digits: &str) -> Finding {
    warning(
        "cell-identifier-number",
        at,
        text(
            format!(
                "nomor `{digits}` tersimpan sebagai bilangan, sehingga angka 0 di depannya mungkin hilang"
            ),
            format!("the number `{digits}` was kept as an amount, so a 0 in front may be lost"),
        ),
        text("nomor seperti pada dokumennya, sebagai teks", "the number as it is on the document, as text"),
        text(
            format!(
                "periksa dokumennya; bila `{digits}` benar, terima dengan `--accept`, atau ubah format \
                 kolomnya menjadi Teks dan ketik lagi"
            ),
            format!(
                "look at the document; if `{digits}` is right, take it with `--accept`, or set the format \
                 of the column to Text and type it again"
            ),
        ),
    )
}

/// 1.25, which an English sheet makes of `1.250`.
pub(in crate::import::judge) fn count_without_thousands(at: &Span, number: f64, meant: &str) -> Finding {
    let number = decimal(number);
    warning(
        "cell-count-thousands",
        at,
        text(
            format!("bilangan `{number}` agaknya kehilangan ribuannya, maksudnya `{meant}`"),
            format!("the number `{number}` has probably lost its thousands, `{meant}` is meant"),
        ),
        text("bilangan bulat", "a whole number"),
        text(
            format!(
                "terima `{meant}` dengan `--accept`, atau ketik `{}` tanpa titik",
                meant.replace('.', "")
            ),
            format!("take `{meant}` with `--accept`, or type `{}` without a dot", meant.replace('.', "")),
        ),
    )
}

/// 2 in a column where thousands got lost.
pub(in crate::import::judge) fn maybe_thousands(at: &Span, count: u64, other: &str) -> Finding {
    warning(
        "cell-count-small",
        at,
        text(
            format!("kolom ini kehilangan titik ribuan, jadi `{count}` bisa berarti `{other}`"),
            format!("this column has lost its dots between thousands, so `{count}` can mean `{other}`"),
        ),
        text("bilangan yang dimaksud", "the number that is meant"),
        text(
            format!("bila maksudnya `{other}`, ketik `{}` tanpa titik", other.replace('.', "")),
            format!("if `{other}` is meant, type `{}` without a dot", other.replace('.', "")),
        ),
    )
}

/// 0.4 for 40 %.
pub(in crate::import::judge) fn fraction_for_percent(at: &Span, number: f64, percent: &str) -> Finding {
    let number = decimal(number);
    warning(
        "cell-percent-fraction",
        at,
        text(
            format!("`{number}` agaknya bagian dari satu, maksudnya `{percent}%`"),
            format!("`{number}` is probably a part of one, `{percent}%` is meant"),
        ),
        belongs(Shape::Percent),
        text(
            format!("terima `{percent}` dengan `--accept`, atau ketik `{percent}` di selnya"),
            format!("take `{percent}` with `--accept`, or type `{percent}` into the cell"),
        ),
    )
}

/// 40 in a cell that got the format of percentages later, and shows `4000%`.
pub(in crate::import::judge) fn percent_of_percent(at: &Span, number: f64, percent: &str) -> Finding {
    let shown = decimal(number * 100.0);
    warning(
        "cell-percent-twice",
        at,
        text(
            format!("sel ini menampilkan `{shown}%`, maksudnya agaknya `{percent}%`"),
            format!("this cell shows `{shown}%`, probably `{percent}%` is meant"),
        ),
        belongs(Shape::Percent),
        text(
            format!("terima `{percent}` dengan `--accept`, atau ketik `{percent}%` di selnya"),
            format!("take `{percent}` with `--accept`, or type `{percent}%` into the cell"),
        ),
    )
}

/// 33.3333 %.
pub(in crate::import::judge) fn percent_rounded(at: &Span, number: f64, percent: &str) -> Finding {
    let number = decimal(number);
    finding(
        "cell-percent-rounded",
        Level::Advice,
        at,
        text(
            format!("`{number}%` dibulatkan menjadi `{percent}%`"),
            format!("`{number}%` was rounded to `{percent}%`"),
        ),
        text("paling banyak dua angka di belakang koma", "at most two decimals"),
        text("bulatkan di lembarnya", "round it in the sheet"),
    )
}
