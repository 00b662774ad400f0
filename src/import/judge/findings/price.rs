//! Rupiah.

use jiff::civil::Date;

use super::super::written::{decimal, grouped, rupiah, serial};
use super::{belongs, error, finding, text, warning};
use crate::finding::{Finding, Level, Span};
use crate::keys::Shape;

/// 12.5 or 100, which an English sheet makes of `12.500` and `100.000`.
pub(in crate::import::judge) fn thousands_lost(at: &Span, amount: f64, meant: u64) -> Finding {
    let is_whole = amount.fract() == 0.0;
    let (amount, meant) = (decimal(amount), rupiah(meant));
    let (if_not_id, if_not_en) = if is_whole {
        (
            format!("; bila memang `{amount}` rupiah, ketik `Rp {amount}` sebagai teks"),
            format!("; if it really is `{amount}` rupiah, type `Rp {amount}` as text"),
        )
    } else {
        Default::default()
    };
    warning(
        "cell-price-thousands",
        at,
        text(
            format!("harga `{amount}` agaknya kehilangan ribuannya, maksudnya `{meant}`"),
            format!("the price `{amount}` has probably lost its thousands, `{meant}` is meant"),
        ),
        text(format!("mis. `{meant}`"), format!("for example `{meant}`")),
        text(
            format!("terima usulan ini dengan `--accept`, atau ketik `{meant}` di selnya{if_not_id}"),
            format!("take this with `--accept`, or type `{meant}` into the cell{if_not_en}"),
        ),
    )
}

/// `12rb`, `2,5 jt/ekor`, `± 35.000`.
pub(in crate::import::judge) fn price_said(at: &Span, typed: &str, read: &str) -> Finding {
    warning(
        "cell-price-said",
        at,
        text(format!("harga `{typed}` dibaca `{read}`"), format!("the price `{typed}` was read as `{read}`")),
        text("angka rupiah lengkap, mis. `Rp 12.500`", "all digits of the rupiah, for example `Rp 12.500`"),
        text(
            format!("biarkan bila benar; bila tidak, ketik angkanya, mis. `{read}`"),
            format!("leave it if that is right; if not, type the digits, for example `{read}`"),
        ),
    )
}

/// `tanya admin`.
pub(in crate::import::judge) fn price_on_request(at: &Span, typed: &str) -> Finding {
    finding(
        "cell-price-on-request",
        Level::Advice,
        at,
        text(
            format!(
                "`{typed}` bukan harga; barangnya diambil tanpa harga, dan halamannya menulis \"tanya harga\""
            ),
            format!("`{typed}` is no price; it was taken without one, and its page says to ask for it"),
        ),
        text("angka rupiah, atau sel kosong", "an amount of rupiah, or an empty cell"),
        text("biarkan, atau isi harganya", "leave it, or fill in the price"),
    )
}

/// 12500 below a head that says thousands.
pub(in crate::import::judge) fn whole_among_thousands(at: &Span, read: &str) -> Finding {
    warning(
        "cell-price-whole",
        at,
        text(
            format!("judul kolom ini menyebut ribuan, tetapi `{read}` agaknya sudah lengkap"),
            format!("the heading of this column says thousands, but `{read}` probably is all of it"),
        ),
        text("bilangan ribuan, mis. `12,5`", "a number of thousands, for example `12,5`"),
        text(
            format!("terima `{read}` dengan `--accept`, atau ketik ribuannya saja"),
            format!("take `{read}` with `--accept`, or type the thousands alone"),
        ),
    )
}

/// 12.5 in a cell that shows `12,5 rb`.
pub(in crate::import::judge) fn shown_in_thousands(at: &Span, amount: f64, meant: u64) -> Finding {
    let (amount, meant) = (decimal(amount), rupiah(meant));
    warning(
        "cell-price-in-thousands",
        at,
        text(
            format!("harga `{amount}` ditampilkan dalam ribuan, jadi dibaca `{meant}`"),
            format!("the price `{amount}` is shown in thousands, so it was read as `{meant}`"),
        ),
        text("angka rupiah lengkap", "all digits of the amount"),
        text(format!("ketik `{meant}`"), format!("type `{meant}`")),
    )
}

/// −12500, which an Indonesian sheet makes of `12.500,-`.
pub(in crate::import::judge) fn negative_price(at: &Span, amount: f64, read: &str) -> Finding {
    let amount = decimal(amount);
    warning(
        "cell-price-negative",
        at,
        text(
            format!("harga `{amount}` negatif, biasanya karena diketik dengan `,-`; dibaca `{read}`"),
            format!(
                "the price `{amount}` is negative, usually because `,-` was typed; it was read as `{read}`"
            ),
        ),
        text("harga tanpa `,-`", "a price without `,-`"),
        text(format!("ketik `{read}` tanpa `,-`"), format!("type `{read}` without `,-`")),
    )
}

/// 33333.33, as a formula gives it.
pub(in crate::import::judge) fn price_with_decimals(at: &Span, amount: f64, rounded: u64) -> Finding {
    let (amount, rounded) = (decimal(amount), rupiah(rounded));
    warning(
        "cell-price-decimals",
        at,
        text(
            format!("harga `{amount}` bukan bilangan bulat"),
            format!("the price `{amount}` is not whole rupiah"),
        ),
        belongs(Shape::Rupiah),
        text(
            format!("terima `{rounded}` dengan `--accept`, atau bulatkan di lembarnya, mis. dengan `ROUND`"),
            format!("take `{rounded}` with `--accept`, or round it in the sheet, for example with `ROUND`"),
        ),
    )
}

/// 12.3456: neither rupiah nor thousands.
pub(in crate::import::judge) fn odd_decimals(at: &Span, amount: f64) -> Finding {
    let amount = decimal(amount);
    error(
        "cell-price-odd",
        at,
        text(
            format!("harga `{amount}` bukan bilangan bulat"),
            format!("the price `{amount}` is not whole rupiah"),
        ),
        belongs(Shape::Rupiah),
        text("ketik lagi harganya, mis. `Rp 12.500`", "type the price again, for example `Rp 12.500`"),
    )
}

/// 500 among prices of thousands: it can be a price, or what is left of `500.000`.
pub(in crate::import::judge) fn small_price(at: &Span, amount: u64) -> Finding {
    let (read, other) = (rupiah(amount), rupiah(amount * 1_000));
    finding(
        "cell-price-small",
        Level::Advice,
        at,
        text(
            format!("harga ini dibaca `{read}`; bila diketik `{}.000`, ribuannya hilang", grouped(amount)),
            format!(
                "this price was read as `{read}`; if `{}.000` was typed, its thousands are lost",
                grouped(amount)
            ),
        ),
        text("harga yang dimaksud", "the price that is meant"),
        text(
            format!("bila maksudnya `{other}`, ketik begitu di selnya"),
            format!("if `{other}` is meant, type that into the cell"),
        ),
    )
}

/// 1 February 2026, or a price in a cell with the format of days.
pub(in crate::import::judge) fn day_for_price(at: &Span, day: Date) -> Finding {
    let (id, en) = serial(day).map_or_else(Default::default, |number| {
        let amount = rupiah(number);
        (
            format!("; bila maksudnya `{amount}`, ubah format selnya menjadi Angka"),
            format!("; if `{amount}` is meant, set the format of the cell to Number"),
        )
    });
    error(
        "cell-price-day",
        at,
        text(
            format!("harga ini terbaca tanggal `{day}`"),
            format!("this price was taken for the day `{day}`"),
        ),
        belongs(Shape::Rupiah),
        text(
            format!("ketik lagi harganya, mis. `Rp 12.500`{id}"),
            format!("type the price again, for example `Rp 12.500`{en}"),
        ),
    )
}

/// 0.4 that shows as 40 %.
pub(in crate::import::judge) fn percent_for_price(at: &Span, number: f64) -> Finding {
    let percent = decimal(number * 100.0);
    error(
        "cell-price-percent",
        at,
        text(
            format!("sel harga ini berisi `{percent}%`"),
            format!("this cell of a price holds `{percent}%`"),
        ),
        belongs(Shape::Rupiah),
        text(
            "hitung harganya di lembar itu, lalu ketik, mis. `Rp 12.500`",
            "work the price out in the sheet and type it, for example `Rp 12.500`",
        ),
    )
}
