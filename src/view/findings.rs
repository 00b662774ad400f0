//! What is wrong with how a cooperative wants to be shown.

use super::colour::{Grounds, brand_colours};
use crate::finding::{Finding, Level, Span, Text};
use crate::model::{Colour, Cooperative};
use crate::theme::Theme;

/// `warna: "#ffff00"`: too pale for a button on paper, or for words on it. Pages use the nearest colour that
/// is legible; the profile may as well say it. `None` for a colour that can stay, and without one.
pub fn brand_not_legible(cooperative: &Cooperative, theme: &Theme) -> Option<Finding> {
    let typed = cooperative.brand_colour.as_deref()?;
    not_legible(typed, theme, || Span::path(format!("content/{}/profil.yaml", cooperative.slug)))
}

/// The same of `warna` in a storefront's `theme.yaml`.
pub fn theme_brand_not_legible(theme: &Theme) -> Option<Finding> {
    let typed = theme.look().brand.as_ref().filter(|_| !theme.is_zine())?;
    not_legible(&typed.value.hex(), theme, || typed.span.clone())
}

fn not_legible(typed: &str, theme: &Theme, at: impl FnOnce() -> Span) -> Option<Finding> {
    let nearest = brand_colours(Colour::parse(typed)?, &Grounds::of(theme)).brand;
    (!nearest.eq_ignore_ascii_case(typed)).then(|| Finding {
        code: "brand-not-legible",
        level: Level::Advice,
        at: at(),
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
            let grounds = Grounds::default();
            let nearest = brand_colours(colour(typed), &grounds).brand;
            assert_eq!(brand_colours(colour(&nearest), &grounds).brand, nearest, "{typed}");
        }
    }
}
