//! Days, years and months.

use jiff::civil::{Date, Time};

use super::super::written::{clock, decimal};
use super::{as_text, belongs, error, finding, text, warning};
use crate::finding::{Finding, Level, Span};
use crate::keys::Shape;

/// 12 May 2026 in a column whose other days show that months stood first.
pub(in crate::import::judge) fn swapped_day(at: &Span, day: Date, meant: Date) -> Finding {
    warning(
        "cell-day-swapped",
        at,
        text(
            format!(
                "tanggal `{day}` agaknya terbalik, maksudnya `{meant}`: lembar ini membaca bulan lebih dulu"
            ),
            format!(
                "the day `{day}` is probably turned round, `{meant}` is meant: this sheet reads the month \
                 first"
            ),
        ),
        belongs(Shape::Date),
        text(
            format!("terima `{meant}` dengan `--accept`, atau ketik `{meant}` di selnya"),
            format!("take `{meant}` with `--accept`, or type `{meant}` into the cell"),
        ),
    )
}

/// `5/12/2026` in a column that does not show which part is the month.
pub(in crate::import::judge) fn day_or_month_first(at: &Span, typed: &str, day: Date) -> Finding {
    warning(
        "cell-day-order",
        at,
        text(
            format!("`{typed}` agaknya `{day}`, dengan hari lebih dulu"),
            format!("`{typed}` is probably `{day}`, with the day first"),
        ),
        belongs(Shape::Date),
        text(
            format!("terima dengan `--accept`, atau ketik `{day}` di selnya"),
            format!("take it with `--accept`, or type `{day}` into the cell"),
        ),
    )
}

/// 46355, or 20261129.
pub(in crate::import::judge) fn day_as_number(at: &Span, number: f64, day: Date) -> Finding {
    let number = decimal(number);
    warning(
        "cell-day-number",
        at,
        text(
            format!("bilangan `{number}` agaknya tanggal `{day}`"),
            format!("the number `{number}` is probably the day `{day}`"),
        ),
        belongs(Shape::Date),
        text(
            format!("terima dengan `--accept`, atau ketik `{day}` di selnya"),
            format!("take it with `--accept`, or type `{day}` into the cell"),
        ),
    )
}

/// 2015 where a day belongs.
pub(in crate::import::judge) fn year_for_day(at: &Span, year: u64) -> Finding {
    error(
        "cell-day-year",
        at,
        text(
            format!("sel ini hanya berisi tahun `{year}`"),
            format!("this cell holds the year `{year}` alone"),
        ),
        belongs(Shape::Date),
        text(
            format!("ketik tanggal lengkapnya, mis. `{year}-08-17`, atau kosongkan selnya"),
            format!("type the whole day, for example `{year}-08-17`, or leave the cell empty"),
        ),
    )
}

/// A time where a day alone belongs.
pub(in crate::import::judge) fn time_left_out(at: &Span, day: Date, time: Time) -> Finding {
    let time = clock(time);
    finding(
        "cell-time-left-out",
        Level::Advice,
        at,
        text(
            format!("jam `{time}` pada tanggal `{day}` tidak diambil"),
            format!("the time `{time}` of the day `{day}` was skipped"),
        ),
        belongs(Shape::Date),
        text("hapus jamnya dari sel ini", "delete the time from this cell"),
    )
}

/// A day where a year belongs.
pub(in crate::import::judge) fn day_for_year(at: &Span, day: Date, year: u64) -> Finding {
    warning(
        "cell-year-day",
        at,
        text(
            format!("sel tahun ini berisi tanggal `{day}`, maksudnya agaknya `{year}`"),
            format!("this cell of a year holds the day `{day}`, probably `{year}` is meant"),
        ),
        belongs(Shape::Year),
        text(
            format!(
                "terima `{year}` dengan `--accept`, atau ubah format selnya menjadi Angka dan ketik lagi"
            ),
            format!(
                "take `{year}` with `--accept`, or set the format of the cell to Number and type it again"
            ),
        ),
    )
}

/// `1-4` as 1 April or 4 January.
pub(in crate::import::judge) fn day_for_months(at: &Span, day: Date) -> Finding {
    let (day_first, month_first) =
        (format!("{}-{}", day.day(), day.month()), format!("{}-{}", day.month(), day.day()));
    error(
        "cell-months-day",
        at,
        text(
            format!("bulan ini terbaca tanggal `{day}`: yang diketik `{day_first}` atau `{month_first}`"),
            format!(
                "these months were taken for the day `{day}`: `{day_first}` or `{month_first}` was typed"
            ),
        ),
        belongs(Shape::Months),
        as_text(
            &format!(", mis. `{day_first}`, atau tulis nama bulannya"),
            &format!(", for example `{day_first}`, or write the names of the months"),
        ),
    )
}
