//! What is wrong with how a cooperative wants to be shown.

use crate::finding::{Finding, Level, Span, Text};
use crate::model::{Colour, Cooperative, Language, LocalText, Product};
use crate::settings::Settings;
use crate::theme::Theme;
use crate::view::colour::{Grounds, brand_colours};

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
        code: "brand-not-legible".into(),
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

/// Most texts that are told of one language.
const TOLD_TEXTS: usize = 4;

/// Texts that a language lacks although others of their kind are there in it: a page then changes its language in the
/// middle. `None` where a language was never begun, which is a choice. One finding for all of them.
pub fn translations_missing(cooperative: &Cooperative, settings: &Settings) -> Option<Finding> {
    let of_shop: Vec<(String, &LocalText)> =
        [("slogan", cooperative.slogan.as_ref()), ("tentang", cooperative.about.as_ref())]
            .into_iter()
            .filter_map(|(key, text)| Some((format!("`{key}`"), text?)))
            .collect();
    let of_products: Vec<(String, &LocalText)> = cooperative
        .products
        .iter()
        .filter_map(|product| Some((format!("`{}`", product.name.original()), product.description.as_ref()?)))
        .collect();
    let of_catalogue = catalogue_texts(cooperative);
    let missing_in = |language: Language| {
        let mut missing: Vec<&str> = Vec::new();
        for texts in [&of_shop, &of_products] {
            let (there, lacking): (Vec<_>, Vec<_>) =
                texts.iter().partition(|(_, text)| text.is_translated(language));
            if !there.is_empty() {
                missing.extend(lacking.iter().map(|(name, _)| name.as_str()));
            }
        }
        let names_products = |product: &Product| product.name.is_translated(language);
        let is_begun = of_catalogue.iter().any(|(_, text)| text.is_translated(language))
            || cooperative.products.iter().any(names_products);
        let lacking = of_catalogue.iter().filter(|(_, text)| is_begun && !text.is_translated(language));
        missing.extend(lacking.map(|(name, _)| name.as_str()));
        missing
    };
    let told: Vec<[String; 2]> = settings
        .languages
        .iter()
        .skip(1)
        .map(|language| (language.tag(), missing_in(*language)))
        .filter(|(_, missing)| !missing.is_empty())
        .map(|(tag, missing)| {
            let names = missing.iter().take(TOLD_TEXTS).copied().collect::<Vec<_>>().join(", ");
            match missing.len().saturating_sub(TOLD_TEXTS) {
                0 => [format!("{tag}: {names}"), format!("{tag}: {names}")],
                rest => {
                    [format!("{tag}: {names} dan {rest} lagi"), format!("{tag}: {names} and {rest} more")]
                }
            }
        })
        .collect();
    let all = |place: usize| told.iter().map(|both| both[place].as_str()).collect::<Vec<_>>().join("; ");
    (!told.is_empty()).then(|| Finding {
        code: "translation-missing".into(),
        level: Level::Advice,
        at: Span::path(format!("content/{}/profil.yaml", cooperative.slug)),
        found: Text::new(
            format!("teks yang belum diterjemahkan, padahal lainnya sudah: {}", all(0)),
            format!("texts that are not translated although others are: {}", all(1)),
        ),
        expected: Text::new(
            "tiap bahasa lengkap; sementara itu tampil seperti aslinya",
            "each language whole; until then they are shown as they were written",
        ),
        help: Text::new(
            "tambahkan mis. `keterangan_en:` di bawah `keterangan:`",
            "add for example `keterangan_en:` below `keterangan:`",
        ),
    })
}

/// Headings and units of the catalogue, each once, without measures that read alike in every language.
fn catalogue_texts(cooperative: &Cooperative) -> Vec<(String, &LocalText)> {
    const ALIKE: [&str; 8] = ["kg", "g", "gram", "ml", "l", "liter", "ton", "cm"];
    let mut texts: Vec<(String, &LocalText)> = Vec::new();
    for product in &cooperative.products {
        let units = product.variants.iter().filter_map(|variant| variant.unit.as_ref()).chain(&product.unit);
        let units = units.filter(|unit| !ALIKE.contains(&unit.original())).map(|unit| ("satuan", unit));
        for (key, text) in product.category.iter().map(|category| ("kategori", category)).chain(units) {
            let name = format!("`{}` ({key})", text.original());
            if !texts.iter().any(|(known, _)| *known == name) {
                texts.push((name, text));
            }
        }
    }
    texts
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
