//! What is wrong with how a cooperative wants to be shown.

use super::colour::{Colour, brand_colours};
use crate::finding::{Finding, Level, Span, Text};
use crate::model::Cooperative;

/// `warna: "#ffff00"`: too pale for a button on paper, or for words on it. Pages use the nearest colour that
/// is legible; the profile may as well say it. `None` for a colour that can stay, and without one.
pub fn brand_not_legible(cooperative: &Cooperative) -> Option<Finding> {
    let typed = cooperative.brand_colour.as_deref()?;
    let nearest = brand_colours(Colour::parse(typed)?).brand;
    (!nearest.eq_ignore_ascii_case(typed)).then(|| Finding {
        code: "brand-not-legible",
        level: Level::Advice,
        at: Span::path(format!("content/{}/profil.yaml", cooperative.slug)),
        found: Text::new(
            format!("warna `{typed}` sulit dibaca di halaman; yang dipakai `{nearest}`"),
            format!("colour `{typed}` is hard to read on a page; `{nearest}` is used instead"),
        ),
        expected: Text::new(
            "kontras 3:1 terhadap latar halaman dan 4,5:1 untuk tulisan di atasnya",
            "a contrast of 3:1 with the page and of 4.5:1 for words on it",
        ),
        help: Text::new(
            format!("tulis `warna: \"{nearest}\"`, warna terdekat yang terbaca"),
            format!("write `warna: \"{nearest}\"`, the nearest colour that is legible"),
        ),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_proposed_can_stay() {
        for typed in ["#ffff00", "#ffffff", "#ff8800", "#7f7f7f", "#00ffcc", "#1f5f8b"] {
            let colour = |hex: &str| Colour::parse(hex).expect("a colour");
            let nearest = brand_colours(colour(typed)).brand;
            assert_eq!(brand_colours(colour(&nearest)).brand, nearest, "{typed}");
        }
    }
}
