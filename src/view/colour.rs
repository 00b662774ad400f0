//! One brand colour per cooperative, made legible: what text, buttons and grounds in light and dark use is
//! worked out from it, and held against the contrast that WCAG asks for.

use serde::Serialize;

use crate::model::{Colour, Cooperative, MIN_TEXT_CONTRAST};
use crate::settings::Settings;
use crate::theme::{Light, Theme};

/// Paper of the built-in theme; a test holds it and `tokens.css` together.
pub const PAPER: Colour = Colour(0xfb, 0xf7, 0xf0);

/// What brand-coloured words and buttons stand on, by day and by night.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grounds {
    paper: Colour,
    surface: Colour,
    dark_paper: Colour,
    dark_surface: Colour,
}

impl Default for Grounds {
    /// Those of the built-in theme.
    fn default() -> Self {
        Self {
            paper: PAPER,
            surface: Colour(0xff, 0xfd, 0xf9),
            dark_paper: Colour(0x19, 0x16, 0x13),
            dark_surface: Colour(0x26, 0x21, 0x1c),
        }
    }
}

impl Grounds {
    /// Those of a theme; where it does not name one, the built-in theme's.
    pub fn of(theme: &Theme) -> Self {
        let ground = Self::default();
        Self {
            paper: theme.token("paper", Light::Day).unwrap_or(ground.paper),
            surface: theme.token("surface", Light::Day).unwrap_or(ground.surface),
            dark_paper: theme.token("paper", Light::Night).unwrap_or(ground.dark_paper),
            dark_surface: theme.token("surface", Light::Night).unwrap_or(ground.dark_surface),
        }
    }
}

/// Colour of the portal's own pages: the deep green of a tea garden.
const PORTAL_BRAND: Colour = Colour(0x0f, 0x76, 0x6e);

/// Colours that fit a market stall: calm, and legible on paper as they are.
const CALM: [(&str, &[&str]); 8] = [
    ("#2f6b3a", &["pertanian", "sayur", "kebun", "hortikultura", "kehutanan"]),
    ("#1f5f8b", &["peternakan", "susu", "perikanan", "kelautan", "air"]),
    ("#a3451f", &["kerajinan", "kriya", "gerabah", "keramik", "tanah"]),
    ("#8a5a12", &["pangan", "kuliner", "makanan", "roti", "kopi", "perkebunan"]),
    ("#6b3f7a", &["busana", "batik", "tekstil", "konveksi", "tenun"]),
    ("#0f766e", &["jasa", "transportasi", "wisata", "energi"]),
    ("#8b2f4a", &["perdagangan", "ritel", "toko", "minuman"]),
    ("#475569", &["simpan-pinjam", "keuangan", "teknologi"]),
];

/// The colour of the portal's own pages: what the theme says, or a deep green.
pub fn portal_brand(settings: &Settings) -> Colour {
    settings.brand_colour.unwrap_or(PORTAL_BRAND)
}

/// The brand colour of a cooperative: its own, or the theme's, or a calm one by its first sector that has one,
/// or by its name.
pub fn brand_of(cooperative: &Cooperative, settings: &Settings) -> Colour {
    let own = cooperative.brand_colour.as_deref().and_then(Colour::parse).or(settings.brand_colour);
    let by_sector = || {
        cooperative.sectors.iter().find_map(|sector| {
            let sector = sector.to_lowercase();
            CALM.iter().find(|(_, words)| words.iter().any(|word| sector.contains(word)))
        })
    };
    let by_name = || {
        let sum: usize = cooperative.slug.as_str().bytes().map(usize::from).sum();
        &CALM[sum % CALM.len()]
    };
    own.unwrap_or_else(|| {
        let (hex, _) = by_sector().unwrap_or_else(by_name);
        Colour::parse(hex).unwrap_or(Colour(0x0f, 0x76, 0x6e))
    })
}

/// What a brand colour becomes on a page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BrandColours {
    /// Ground of buttons and of the awning, in light mode.
    pub brand: String,
    /// Text on it.
    pub on_brand: String,
    /// The brand as text on paper.
    pub ink: String,
    /// The brand as a breath on paper.
    pub soft: String,
    /// Ground of buttons in dark mode.
    pub dark_brand: String,
    /// Text on it.
    pub dark_on_brand: String,
    /// The brand as text on dark paper.
    pub dark_ink: String,
    /// The brand as a breath on dark paper.
    pub dark_soft: String,
}

/// Works out every colour from one, for the grounds of a theme.
pub fn brand_colours(brand: Colour, grounds: &Grounds) -> BrandColours {
    let Grounds { paper, surface, dark_paper, dark_surface } = *grounds;
    let (white, black) = (Colour(255, 255, 255), Colour(0x1c, 0x17, 0x12));
    let on = |ground: Colour| if white.contrast(ground) >= MIN_TEXT_CONTRAST { white } else { black };
    // A button must stand out from the paper (WCAG 2.2, 1.4.11: 3 to 1), its words from the button.
    let ground = brand.legible_on(paper, 3.0);
    let ground = if on(ground).contrast(ground) < MIN_TEXT_CONTRAST {
        ground.legible_on(white, MIN_TEXT_CONTRAST)
    } else {
        ground
    };
    let soft = paper.mixed(brand, 0.09);
    // Legible on the breath too, which is a little darker than paper.
    let ink = brand.legible_on(soft, MIN_TEXT_CONTRAST + 0.3);
    let ink = ink.legible_on(paper, MIN_TEXT_CONTRAST).legible_on(surface, MIN_TEXT_CONTRAST);
    let dark_soft = dark_paper.mixed(brand, 0.2);
    let dark_ink = brand.legible_on(dark_surface, 5.2).legible_on(dark_soft, MIN_TEXT_CONTRAST + 0.3);
    let dark_ink = dark_ink.legible_on(dark_paper, MIN_TEXT_CONTRAST);
    let dark_ground = dark_ink;
    BrandColours {
        brand: ground.hex(),
        on_brand: on(ground).hex(),
        ink: ink.hex(),
        soft: soft.hex(),
        dark_brand: dark_ground.hex(),
        dark_on_brand: on(dark_ground).hex(),
        dark_ink: dark_ink.hex(),
        dark_soft: dark_soft.hex(),
    }
}

impl BrandColours {
    /// The colours of day for sheets of paper, which are white at night, too.
    pub fn paper_css(&self) -> String {
        let Self { brand, on_brand, ink, soft, .. } = self;
        format!(".paper{{--brand:{brand};--on-brand:{on_brand};--brand-ink:{ink};--brand-soft:{soft}}}")
    }

    /// The colours as a style sheet.
    pub fn css(&self) -> String {
        let Self { brand, on_brand, ink, soft, dark_brand, dark_on_brand, dark_ink, dark_soft } = self;
        format!(
            ":root{{--brand:{brand};--on-brand:{on_brand};--brand-ink:{ink};--brand-soft:{soft}}}\
             @media(prefers-color-scheme:dark){{:root{{--brand:{dark_brand};--on-brand:{dark_on_brand};\
             --brand-ink:{dark_ink};--brand-soft:{dark_soft}}}}}"
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(hex: &str) -> Colour {
        Colour::parse(hex).expect("a colour")
    }

    #[test]
    fn every_brand_colour_becomes_legible() {
        let calm = CALM.iter().map(|(hex, _)| *hex);
        for hex in calm.chain(["#ffff00", "#ffffff", "#000000", "#ff8800", "#7f7f7f", "#00ffcc"]) {
            let grounds = Grounds::default();
            let colours = brand_colours(colour(hex), &grounds);
            let pairs = [
                (&colours.on_brand, colour(&colours.brand)),
                (&colours.ink, PAPER),
                (&colours.ink, colour(&colours.soft)),
                (&colours.dark_on_brand, colour(&colours.dark_brand)),
                (&colours.dark_ink, grounds.dark_surface),
                (&colours.dark_ink, colour(&colours.dark_soft)),
            ];
            for (ink, ground) in pairs {
                let contrast = colour(ink).contrast(ground);
                assert!(contrast >= MIN_TEXT_CONTRAST, "{hex}: {ink} on {} is {contrast}", ground.hex());
            }
            assert!(colour(&colours.brand).contrast(PAPER) >= 3.0, "{hex} is lost on paper");
        }
    }

    #[test]
    fn calm_colours_stay_as_they_are() {
        for (hex, _) in CALM {
            assert_eq!(brand_colours(colour(hex), &Grounds::default()).brand, hex);
        }
    }
    #[test]
    fn the_grounds_are_those_of_the_built_in_theme() {
        let theme =
            Theme::load("etalase", &[].into(), &mut crate::finding::Findings::new()).expect("it loads");
        assert_eq!(Grounds::of(&theme), Grounds::default());
    }

    #[test]
    fn a_brand_is_legible_on_the_paper_of_a_theme_of_ones_own() {
        let grounds = Grounds { paper: colour("#9a9a9a"), surface: colour("#8a8a8a"), ..Grounds::default() };
        let colours = brand_colours(colour("#8a5a12"), &grounds);
        for ground in [grounds.paper, grounds.surface] {
            assert!(colour(&colours.ink).contrast(ground) >= MIN_TEXT_CONTRAST, "{}", colours.ink);
        }
    }
}
