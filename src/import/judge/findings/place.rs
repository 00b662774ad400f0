//! Region codes and coordinates.

use super::super::written::decimal;
use super::{as_text, belongs, error, finding, text, warning};
use crate::finding::{Finding, Level, Span, Text};
use crate::keys::Shape;

/// 32.1 out of `32.10`.
pub(in crate::import::judge) fn region_without_zero(at: &Span, typed: &str, code: &str) -> Finding {
    region_meant(
        "cell-region-zero",
        at,
        text(
            format!("kode wilayah `{typed}` kehilangan angka 0 di belakangnya, maksudnya agaknya `{code}`"),
            format!("the region code `{typed}` has lost its last 0, probably `{code}` is meant"),
        ),
        code,
    )
}

/// 15 April 2032 or 48319 out of `32.04.15`.
pub(in crate::import::judge) fn region_as_day(at: &Span, typed: &str, code: &str) -> Finding {
    region_meant(
        "cell-region-day",
        at,
        text(
            format!("kode wilayah ini terbaca tanggal `{typed}`, maksudnya agaknya `{code}`"),
            format!("this region code was taken for the day `{typed}`, probably `{code}` is meant"),
        ),
        code,
    )
}

fn region_meant(name: &'static str, at: &Span, found: Text, code: &str) -> Finding {
    warning(
        name,
        at,
        found,
        belongs(Shape::Region),
        text(
            format!(
                "terima `{code}` dengan `--accept`, atau ubah format kolomnya menjadi Teks dan ketik lagi \
                 kodenya"
            ),
            format!(
                "take `{code}` with `--accept`, or set the format of the column to Text and type the code \
                 again"
            ),
        ),
    )
}

/// 320415.
pub(in crate::import::judge) fn region_without_dots(at: &Span, typed: &str, code: &str) -> Finding {
    finding(
        "cell-region-dots",
        Level::Advice,
        at,
        text(
            format!("kode wilayah `{typed}` tanpa titik; dibaca `{code}`"),
            format!("the region code `{typed}` has no dots; it was read as `{code}`"),
        ),
        belongs(Shape::Region),
        text(format!("ketik `{code}` sebagai teks"), format!("type `{code}` as text")),
    )
}

/// A number that is no code.
pub(in crate::import::judge) fn no_region(at: &Span, typed: &str) -> Finding {
    error(
        "cell-region-odd",
        at,
        text(
            format!(
                "`{typed}` bukan kode wilayah yang dikenal; mungkin ada angka 0 atau titik yang hilang
             `{typed}` bukan kode wilayah yang dikenal; mungkin ada angka 0 atau titik yang hilang"
            ),
            format!("`{typed}` is no known region code; a 0 or a dot may be lost"),
        ),
        belongs(Shape::Region),
        as_text(", mis. `32.04.15`", ", for example `32.04.15`"),
    )
}

/// 107619 out of `107.619`.
pub(in crate::import::judge) fn coordinate_without_point(at: &Span, number: f64, meant: &str) -> Finding {
    let number = decimal(number);
    warning(
        "cell-coordinate-point",
        at,
        text(
            format!("koordinat `{number}` kehilangan titiknya, maksudnya agaknya `{meant}`"),
            format!("the coordinate `{number}` has lost its point, probably `{meant}` is meant"),
        ),
        belongs(Shape::Coordinates),
        text(
            format!(
                "terima `{meant}` dengan `--accept`, atau ubah format kolomnya menjadi Teks dan ketik lagi"
            ),
            format!(
                "take `{meant}` with `--accept`, or set the format of the column to Text and type it again"
            ),
        ),
    )
}

/// −6914744: how many decimals it had, nobody knows.
pub(in crate::import::judge) fn no_coordinate(at: &Span, number: f64) -> Finding {
    let number = decimal(number);
    error(
        "cell-coordinate-odd",
        at,
        text(
            format!("koordinat `{number}` di luar Indonesia; mungkin titiknya hilang"),
            format!("the coordinate `{number}` is outside Indonesia; its point may be lost"),
        ),
        belongs(Shape::Coordinates),
        as_text(", mis. `-6.9147`", ", for example `-6.9147`"),
    )
}
