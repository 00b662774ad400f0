//! What shopping programs would refuse.

use crate::finding::{Finding, Level, Span, Text};
use crate::model::Cooperative;

/// Most names that are told of one kind.
const NAMES: usize = 5;

/// Products that are not among the goods for shopping programs, by what they lack. One finding for all of them.
pub(super) fn goods_left_out(cooperative: &Cooperative, no_price: &[&str], no_photo: &[&str]) -> Finding {
    let reasons = [(no_price, "tanpa harga", "without a price"), (no_photo, "tanpa foto", "without a photo")];
    let of = |name: fn(&(&[&str], &str, &str)) -> String, more: fn(usize) -> String| {
        let told = reasons.iter().filter(|(names, ..)| !names.is_empty()).map(|reason| {
            let names: Vec<String> = reason.0.iter().take(NAMES).map(|name| format!("`{name}`")).collect();
            let rest = reason.0.len().saturating_sub(NAMES);
            let rest = if rest > 0 { more(rest) } else { String::new() };
            format!("{}: {}{rest}", name(reason), names.join(", "))
        });
        told.collect::<Vec<_>>().join("; ")
    };
    Finding {
        code: "goods-left-out".into(),
        level: Level::Advice,
        at: Span::path(format!("content/{}/profil.yaml", cooperative.slug)),
        found: Text::new(
            format!(
                "yang tidak ikut ke Google dan katalog WhatsApp: {}",
                of(|reason| reason.1.to_owned(), |rest| format!(" dan {rest} lagi"))
            ),
            format!(
                "not among the goods for Google and the WhatsApp catalogue: {}",
                of(|reason| reason.2.to_owned(), |rest| format!(" and {rest} more"))
            ),
        ),
        expected: Text::new(
            "harga dan paling sedikit satu foto; tanpa itu barang ditolak di sana",
            "a price and at least one photo; without them a product is refused there",
        ),
        help: Text::new(
            "lengkapi bila barang itu ingin ditemukan di pencarian; halamannya sendiri tidak berubah",
            "add them if the product is to be found by search; its own page stays as it is",
        ),
    }
}
