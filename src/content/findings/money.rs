//! Amounts of money and how they stand to each other.

use super::{advice, error, shown, text, warning};
use crate::content::money::written;
use crate::content::typed::Typed;
use crate::finding::{Finding, Span, Text};
use crate::model::{Date, Rupiah};

/// `harga: 12.5` has a decimal part. (`12.500` is fine: its dot groups thousands.)
pub(in crate::content) fn not_whole(price: Typed<'_>, meant: Option<u128>) -> Finding {
    let (key, typed) = (price.key, shown(price.text));
    error(
        "price-not-whole",
        price.span(),
        text(format!("{key} `{typed}` bukan bilangan bulat"), format!("{key} `{typed}` is not whole rupiah")),
        text("mis. `Rp 12.500`", "for example `Rp 12.500`"),
        match meant {
            Some(meant) => {
                text(format!("tulis `{key}: {}`", remedy(meant)), format!("write `{key}: {}`", remedy(meant)))
            }
            None => text(
                "hapus bagian desimalnya; ribuan ditulis dengan tiga angka sesudah titik",
                "remove the decimal part; thousands have three digits after the dot",
            ),
        },
    )
}

/// `35.0` or `12.5`: thousands that a program took for decimals.
pub(in crate::content) fn shrunk(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-not-whole",
        price.span(),
        text(format!("{key} `{typed}` bukan bilangan bulat"), format!("{key} `{typed}` is not whole rupiah")),
        text("mis. `Rp 12.500`", "for example `Rp 12.500`"),
        text(
            format!(
                "maksud Anda `{key}: {meant}`? Program lain membaca `35.000` sebagai 35, `Rp 35.000` tidak"
            ),
            format!(
                "did you mean `{key}: {meant}`? Other programs take `35.000` for 35, but not `Rp 35.000`"
            ),
        ),
    )
}

/// An amount as a remedy writes it: no program takes it for another number.
pub(super) fn remedy(amount: u128) -> String {
    format!("Rp {}", written(amount))
}

/// The remedy that is the amount alone.
fn to_write(key: &str, amount: &str) -> Text {
    text(format!("tulis `{key}: {amount}`"), format!("write `{key}: {amount}`"))
}

/// `12,500`: a comma is for decimals in Indonesian.
pub(in crate::content) fn comma_groups(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-comma",
        price.span(),
        text(
            format!("{key} `{typed}` memakai koma untuk ribuan"),
            format!("{key} `{typed}` groups thousands with a comma"),
        ),
        text("titik untuk ribuan", "a dot for thousands"),
        to_write(key, &meant),
    )
}

/// `1.25.000`, `12 500`, `18_000`.
pub(in crate::content) fn odd_groups(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-grouping",
        price.span(),
        text(
            format!("{key} `{typed}` tidak dikelompokkan per tiga angka dengan titik"),
            format!("{key} `{typed}` is not grouped by three digits with dots"),
        ),
        text("mis. `Rp 12.500`", "for example `Rp 12.500`"),
        text(format!("maksud Anda `{key}: {meant}`?"), format!("did you mean `{key}: {meant}`?")),
    )
}

/// `12rb`, `1,5 juta`.
pub(in crate::content) fn in_words(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-in-words",
        price.span(),
        text(format!("{key} `{typed}` memakai singkatan"), format!("{key} `{typed}` uses an abbreviation")),
        text("angka rupiah lengkap", "all digits of the amount"),
        to_write(key, &meant),
    )
}

/// `dua belas ribu`, `12.000 rupiah`.
pub(in crate::content) fn spelled(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-in-words",
        price.span(),
        text(format!("{key} `{typed}` ditulis dengan kata"), format!("{key} `{typed}` is written in words")),
        text("angka, mis. `Rp 12.500`", "digits, for example `Rp 12.500`"),
        to_write(key, &meant),
    )
}

/// `35.OOO`.
pub(in crate::content) fn letters(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-not-a-number",
        price.span(),
        text(
            format!("{key} `{typed}` memuat huruf yang mirip angka"),
            format!("{key} `{typed}` holds letters that look like digits"),
        ),
        text("angka 0 dan 1, bukan huruf O, l atau I", "the digits 0 and 1, not the letters O, l or I"),
        to_write(key, &meant),
    )
}

/// `35.000 (nego)`, `± 35.000`.
pub(in crate::content) fn among_words(price: Typed<'_>, meant: u128) -> Finding {
    let (key, typed, meant) = (price.key, shown(price.text), remedy(meant));
    error(
        "price-not-a-number",
        price.span(),
        text(
            format!("{key} `{typed}` memuat tulisan di samping angkanya"),
            format!("{key} `{typed}` holds more than its number"),
        ),
        text("angka rupiah saja, mis. `Rp 12.500`", "rupiah alone, for example `Rp 12.500`"),
        text(
            format!("tulis `{key}: {meant}`, dan sisanya di `keterangan`"),
            format!("write `{key}: {meant}`, and the rest in `keterangan`"),
        ),
    )
}

/// `gratis`: a price has to be above 0, other amounts may be 0.
pub(in crate::content) fn free(price: Typed<'_>, is_price: bool) -> Finding {
    let (key, typed) = (price.key, shown(price.text));
    error(
        "price-not-a-number",
        price.span(),
        text(format!("{key} `{typed}` bukan angka"), format!("{key} `{typed}` is not a number")),
        text("angka rupiah, mis. `Rp 12.500`", "rupiah, for example `Rp 12.500`"),
        if is_price {
            text(
                format!(
                    "hapus kunci `{key}` dan tulis \"gratis\" di `keterangan`; tombolnya menjadi \"Tanya harga\""
                ),
                format!(
                    "remove the key `{key}` and say in `keterangan` that it is free; the button becomes \"Ask for the price\""
                ),
            )
        } else {
            text(format!("tulis `{key}: 0`"), format!("write `{key}: 0`"))
        },
    )
}

/// `12.500/kg`: the unit has a key of its own.
pub(in crate::content) fn with_unit(price: Typed<'_>, meant: u128, unit: &str) -> Finding {
    let (key, typed, meant, unit) = (price.key, shown(price.text), remedy(meant), shown(unit));
    error(
        "price-with-unit",
        price.span(),
        text(format!("{key} `{typed}` memuat satuannya juga"), format!("{key} `{typed}` holds its unit too")),
        text("angka rupiah saja, mis. `Rp 12.500`", "rupiah alone, for example `Rp 12.500`"),
        if key.starts_with("harga") {
            text(
                format!("tulis `{key}: {meant}`, dan `satuan: {unit}` pada produknya"),
                format!("write `{key}: {meant}`, and `satuan: {unit}` at the product"),
            )
        } else {
            text(format!("tulis `{key}: {meant}`"), format!("write `{key}: {meant}`"))
        },
    )
}

/// `10.000-15.000`, or `mulai 10.000` with no upper end.
pub(in crate::content) fn range(price: Typed<'_>, low: u128, high: Option<u128>) -> Finding {
    let (key, typed, low) = (price.key, shown(price.text), remedy(low));
    let high = high.map_or_else(|| "…".to_owned(), remedy);
    error(
        "price-range",
        price.span(),
        text(
            format!("{key} `{typed}` bukan satu angka yang pasti"),
            format!("{key} `{typed}` is not one definite amount"),
        ),
        text("satu angka, mis. `Rp 12.500`", "one number, for example `Rp 12.500`"),
        if key.starts_with("harga") {
            let example =
                format!("`varian: [{{nama: Kecil, harga: {low}}}, {{nama: Besar, harga: {high}}}]`");
            text(
                format!("tulis tiap ukuran sebagai varian dengan harganya, mis. {example}"),
                format!("write each size as a variant with its price, for example {example}"),
            )
        } else {
            text(
                format!("tulis satu angka, mis. `{key}: {low}`"),
                format!("write one, for example `{key}: {low}`"),
            )
        },
    )
}

/// Below zero.
pub(in crate::content) fn negative(price: Typed<'_>) -> Finding {
    let (key, typed) = (price.key, shown(price.text));
    error(
        "price-negative",
        price.span(),
        text(format!("{key} `{typed}` kurang dari nol"), format!("{key} `{typed}` is below zero")),
        text("mis. `Rp 12.500`", "for example `Rp 12.500`"),
        text("hapus tanda minus", "remove the minus sign"),
    )
}

/// A price of nothing.
pub(in crate::content) fn zero(price: Typed<'_>) -> Finding {
    let key = price.key;
    error(
        "price-zero",
        price.span(),
        text(format!("{key} nol rupiah"), format!("{key} is zero rupiah")),
        text("harga di atas nol", "a price above zero"),
        text(
            format!(
                "hapus kunci `{key}` bila harganya perlu ditanyakan; bila gratis, jelaskan di `keterangan`"
            ),
            format!("remove the key `{key}` if one has to ask; if it is free, say so in `keterangan`"),
        ),
    )
}

/// `tanya`, `.nan`.
pub(in crate::content) fn not_a_number(price: Typed<'_>) -> Finding {
    let (key, typed) = (price.key, shown(price.text));
    error(
        "price-not-a-number",
        price.span(),
        text(format!("{key} `{typed}` bukan angka"), format!("{key} `{typed}` is not a number")),
        text("angka rupiah, mis. `Rp 12.500`", "rupiah, for example `Rp 12.500`"),
        text(
            format!("tulis angkanya, atau hapus kunci `{key}` supaya halaman menulis \"tanya harga\""),
            format!("write the number, or remove the key `{key}` so that the page says \"ask\""),
        ),
    )
}

/// Above 999 trillion.
pub(in crate::content) fn too_big(price: Typed<'_>) -> Finding {
    let (key, typed, max) = (price.key, shown(price.text), written(u128::from(Rupiah::MAX.amount())));
    error(
        "price-too-big",
        price.span(),
        text(format!("{key} `{typed}` terlalu besar"), format!("{key} `{typed}` is too large")),
        text(format!("paling banyak {max}"), format!("at most {max}")),
        text("periksa jumlah nolnya", "count the zeros"),
    )
}

/// Promotion, tiers, price for members or the price itself, where every variant has another price.
pub(in crate::content) fn reaches_no_variant(at: Span, key: &str) -> Finding {
    let make = if key == "harga" { advice } else { warning };
    make(
        "reaches-no-variant",
        at,
        text(
            format!("`{key}` tidak dipakai: semua varian punya harga sendiri yang berbeda"),
            format!("`{key}` is not used: every variant has another price of its own"),
        ),
        text(
            "varian tanpa `harga`, atau dengan harga yang sama dengan produknya",
            "a variant without `harga`, or at the price of the product",
        ),
        text(
            format!("hapus `{key}`, atau hapus `harga` dari varian yang harganya sama"),
            format!("remove `{key}`, or remove `harga` from the variants that cost the same"),
        ),
    )
}

/// The smallest order of a product whose variants all have one of their own, or another unit.
pub(in crate::content) fn minimum_reaches_no_variant(at: Span) -> Finding {
    warning(
        "reaches-no-variant",
        at,
        text(
            "`minimal` tidak dipakai: semua varian punya `minimal` atau `satuan` sendiri",
            "`minimal` is not used: every variant has its own `minimal` or `satuan`",
        ),
        text(
            "varian yang dihitung dalam satuan produknya",
            "a variant that is counted in the product's unit",
        ),
        text(
            "tulis `minimal` di tiap varian yang memerlukannya, dan hapus yang ini",
            "write `minimal` in each variant that needs it, and remove this one",
        ),
    )
}

/// A price for members or for larger orders that a promotion undercuts.
pub(in crate::content) fn promo_is_cheaper(at: Span, key: &str, promo: Rupiah) -> Finding {
    let promo = written(promo.amount().into());
    advice(
        "promo-is-cheaper",
        at,
        text(
            format!("selama promo {promo}, `{key}` tidak lebih murah dan tidak ditampilkan"),
            format!("during the promotion at {promo}, `{key}` saves nothing and is not shown"),
        ),
        text(format!("kurang dari {promo}"), format!("less than {promo}")),
        text(
            "turunkan, atau biarkan sampai promo selesai",
            "lower it, or leave it until the promotion is over",
        ),
    )
}

/// Wholesale that begins at or below the smallest order.
pub(in crate::content) fn tier_below_minimum(at: Span, from: u32, minimum: u32) -> Finding {
    advice(
        "tier-below-minimum",
        at,
        text(
            format!("harga grosir mulai {from}, padahal pesanan paling sedikit {minimum}"),
            format!("wholesale starts at {from}, but the smallest order is {minimum}"),
        ),
        text(format!("lebih dari {minimum}"), format!("more than {minimum}")),
        text(
            "jadikan harga itu `harga` biasa, atau naikkan `mulai`",
            "make it the ordinary `harga`, or raise `mulai`",
        ),
    )
}

/// A member price, promotion or tier that is not below the price it should undercut.
pub(in crate::content) fn not_below(at: Span, what: &str, amount: Rupiah, price: Rupiah) -> Finding {
    let (amount, price) = (written(amount.amount().into()), written(price.amount().into()));
    error(
        "price-not-lower",
        at,
        text(
            format!("{what} {amount} lebih mahal daripada harga biasa {price}"),
            format!("{what} {amount} is above the ordinary price {price}"),
        ),
        text(format!("paling banyak {price}"), format!("at most {price}")),
        text("periksa kedua harga; mungkin tertukar", "check both prices; they may have changed places"),
    )
}

/// A promotion at the ordinary price.
pub(in crate::content) fn promo_without_gain(at: Span, price: Rupiah) -> Finding {
    let price = written(price.amount().into());
    error(
        "promo-not-lower",
        at,
        text(
            format!("harga promo sama dengan harga biasa {price}"),
            format!("the promotion costs the ordinary {price}"),
        ),
        text("harga promo di bawah harga biasa", "a promotion below the ordinary price"),
        text("turunkan harga promo, atau hapus `promo`", "lower it, or remove `promo`"),
    )
}

/// Tiers that do not rise in quantity or fall in price.
pub(in crate::content) fn tiers_not_in_order(at: Span, is_quantity: bool) -> Finding {
    let found = if is_quantity {
        text(
            "jumlah `mulai` di sini tidak lebih besar daripada baris sebelumnya",
            "`mulai` is not above the tier before",
        )
    } else {
        text(
            "harga grosir di sini tidak lebih murah daripada baris sebelumnya",
            "this price is not below the tier before",
        )
    };
    error(
        "tiers-not-in-order",
        at,
        found,
        text("jumlah makin besar, harga makin murah", "rising quantities, falling prices"),
        text(
            "urutkan baris grosir dari jumlah terkecil, dan periksa harganya",
            "sort the tiers from the smallest quantity and check their prices",
        ),
    )
}

/// Tiers, a member price or a promotion without a price to compare with.
pub(in crate::content) fn no_price_to_compare(at: Span, key: &str) -> Finding {
    warning(
        "price-missing",
        at,
        text(
            format!("ada `{key}`, tetapi produk ini tidak punya `harga`"),
            format!("there is `{key}`, but the product has no `harga`"),
        ),
        text("`harga` untuk satu satuan", "`harga` of one unit"),
        text(format!("tambahkan `harga:`, atau hapus `{key}`"), format!("add `harga:`, or remove `{key}`")),
    )
}

/// A price without a unit.
pub(in crate::content) fn no_unit(at: Span, name: &str) -> Finding {
    let name = shown(name);
    advice(
        "unit-missing",
        at,
        text(
            format!("`{name}` punya harga tetapi belum punya satuan"),
            format!("`{name}` has a price but no unit"),
        ),
        text("satuan, misalnya `kg` atau `botol 500 ml`", "a unit, for example `kg` or `botol 500 ml`"),
        text("tambahkan `satuan:`", "add `satuan:`"),
    )
}

/// A promotion whose last day has passed.
pub(in crate::content) fn promo_ended(at: Span, until: Date) -> Finding {
    advice(
        "promo-ended",
        at,
        text(format!("promo ini berakhir {until}"), format!("this promotion ended on {until}")),
        text("promo yang masih berlaku", "a promotion that is still running"),
        text("hapus `promo`, atau perpanjang `sampai`", "remove `promo`, or move `sampai`"),
    )
}

/// A price that nobody has confirmed for long.
pub(in crate::content) fn price_stale(at: Span, days: i32, limit: i32) -> Finding {
    advice(
        "price-stale",
        at,
        text(
            format!("harga ini terakhir dipastikan {days} hari yang lalu"),
            format!("this price was confirmed {days} days ago"),
        ),
        text(
            format!("harga yang dipastikan dalam {limit} hari terakhir"),
            format!("a price confirmed in the last {limit} days"),
        ),
        text(
            "segarkan harga: periksa, lalu ganti `per_tanggal` dengan hari ini",
            "check the price, then set `per_tanggal` to today",
        ),
    )
}

/// Shares that do not add up to all of it.
pub(in crate::content) fn shares_not_whole(at: Span, hundredths: u32) -> Finding {
    let sum = percent(hundredths);
    let (id, en) = percent(hundredths.abs_diff(10_000));
    let help = if hundredths > 10_000 {
        text(format!("kurangi {id} dari salah satu bagian"), format!("take {en} from one of the shares"))
    } else {
        text(format!("tambahkan {id} ke salah satu bagian"), format!("add {en} to one of the shares"))
    };
    error(
        "shares-not-100",
        at,
        text(format!("pembagian SHU berjumlah {}", sum.0), format!("the shares add up to {}", sum.1)),
        text("tepat 100%", "exactly 100%"),
        help,
    )
}

/// Shares that add up to 1: `0.4` for 40 %, as spreadsheets keep a percentage.
pub(in crate::content) fn shares_are_fractions(at: Span, shares: &[(&str, u16)]) -> Finding {
    let meant: Vec<String> = shares.iter().map(|(key, share)| format!("{key}: {share}")).collect();
    let meant = meant.join(", ");
    error(
        "shares-not-100",
        at,
        text("pembagian SHU berjumlah 1, bukan 100%", "the shares add up to 1, not to 100%"),
        text("persen, tepat 100", "per cent, exactly 100"),
        text(format!("tulis `{meant}`"), format!("write `{meant}`")),
    )
}

/// A percentage as Indonesian and English write it.
fn percent(hundredths: u32) -> (String, String) {
    match (hundredths / 100, hundredths % 100) {
        (whole, 0) => (format!("{whole}%"), format!("{whole}%")),
        (whole, part) => (format!("{whole},{part:02}%"), format!("{whole}.{part:02}%")),
    }
}
