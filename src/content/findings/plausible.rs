//! Amounts that can be read and that nobody would mean.

use super::money::remedy;
use super::{text, warning};
use crate::content::money::written;
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};
use crate::model::Rupiah;

/// Less than any coin: most likely thousands that were left out, or lost in another program.
pub(in crate::content) fn below_any_coin(price: Typed<'_>, amount: Rupiah) -> Finding {
    let key = price.key;
    let meant = remedy(u128::from(amount.amount()) * 1000);
    warning(
        "price-below-any-coin",
        price.span(),
        text(
            format!("{key} Rp {} lebih kecil daripada uang logam mana pun", amount.amount()),
            format!("{key} of Rp {} is less than any coin", amount.amount()),
        ),
        text("rupiah, bukan ribuan rupiah", "whole rupiah, not thousands"),
        text(format!("maksud Anda `{meant}`?"), format!("did you mean `{meant}`?")),
    )
}

/// A price that is a small part of another one of the same product.
pub(in crate::content) fn thousands_lost(at: Span, key: &str, amount: u64, highest: u64) -> Finding {
    let (shown, highest) = (remedy(amount.into()), remedy(highest.into()));
    let meant = remedy(u128::from(amount) * 1000);
    warning(
        "price-thousands-lost",
        at,
        text(
            format!("di `{key}` ada {shown}, padahal harga lain produk ini {highest}"),
            format!("`{key}` has {shown}, but another price of this product is {highest}"),
        ),
        text("harga yang sebanding", "prices of one order of magnitude"),
        text(
            format!("maksud Anda `{meant}`? Program lain membaca `35.000` sebagai 35, `Rp 35.000` tidak"),
            format!("did you mean `{meant}`? Other programs take `35.000` for 35, but not `Rp 35.000`"),
        ),
    )
}

/// Prices below Rp 1.000, and none from there to a million.
pub(in crate::content) fn all_thousands_lost(at: Span, count: usize) -> Finding {
    warning(
        "prices-thousands-lost",
        at,
        text(
            format!(
                "{count} harga di profil ini di bawah Rp 1.000, dan tidak satu pun di antara itu dan sejuta"
            ),
            format!(
                "{count} prices of this profile are below Rp 1.000, and none stands between that and a million"
            ),
        ),
        text("rupiah, bukan ribuan rupiah", "whole rupiah, not thousands"),
        text(
            "periksa apakah program lain menyimpan berkas ini: `35.000` dijadikannya 35; tulis `Rp 35.000`",
            "see whether another program saved this file: it makes 35 of `35.000`; write `Rp 35.000`",
        ),
    )
}

/// A price for members, a promotion or a tier below a tenth of the ordinary price.
pub(in crate::content) fn far_below(at: Span, key: &str, price: Rupiah, ordinary: Rupiah) -> Finding {
    let (price, ordinary) = (written(price.amount().into()), written(ordinary.amount().into()));
    warning(
        "price-far-below",
        at,
        text(
            format!("`{key}` {price} tidak sampai sepersepuluh dari harga biasa {ordinary}"),
            format!("`{key}` at {price} is less than a tenth of the ordinary price {ordinary}"),
        ),
        text("potongan yang wajar", "a discount that is plausible"),
        text(
            "periksa kedua harga; mungkin ada angka yang kurang",
            "check both prices; a digit may be missing",
        ),
    )
}

/// A price of one unit that nobody would expect.
pub(in crate::content) fn dearest(at: Span, price: Rupiah) -> Finding {
    let price = written(price.amount().into());
    warning(
        "price-huge",
        at,
        text(
            format!("harga satuan {price} terlalu besar"),
            format!("a price of {price} for one is too high"),
        ),
        text("harga untuk satu satuan", "the price of one unit"),
        text("periksa jumlah nolnya", "count the zeros"),
    )
}

/// A smallest order that nobody would place.
pub(in crate::content) fn minimum_huge(at: Span, minimum: u32) -> Finding {
    warning(
        "minimum-huge",
        at,
        text(
            format!("pesanan paling sedikit {minimum} terlalu besar"),
            format!("a smallest order of {minimum} is too large"),
        ),
        text("banyaknya, bukan harga", "how many, not a price"),
        text("periksa angkanya; `minimal` menghitung satuan", "check the number; `minimal` counts units"),
    )
}
