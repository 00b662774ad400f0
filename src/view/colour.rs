//! One brand colour per cooperative, made legible: what text, buttons and grounds in light and dark use is
//! worked out from it, and held against the contrast that WCAG asks for.

use std::sync::LazyLock;

use serde::Serialize;

use crate::model::Cooperative;

/// Lowest contrast of text on its ground. Source: WCAG 2.2, success criterion 1.4.3.
pub const MIN_TEXT_CONTRAST: f32 = 4.5;

/// Paper and ink of the built-in theme, light and dark; `tokens.css` says the same, and a test holds the two together.
pub const PAPER: Colour = Colour(0xfb, 0xf7, 0xf0);
/// The lightest ground that brand-coloured text stands on in dark mode.
pub const PAPER_DARK: Colour = Colour(0x26, 0x21, 0x1c);

/// Colour of the portal's own pages: the deep green of a tea garden.
pub const PORTAL_BRAND: Colour = Colour(0x0f, 0x76, 0x6e);

/// sRGB, 8 bits each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub u8, pub u8, pub u8);

impl Colour {
    /// From `#rrggbb`.
    pub fn parse(hex: &str) -> Option<Self> {
        let digits = hex.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
        let value = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = value.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// `#rrggbb`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }

    /// Relative luminance, 0 to 1. Source: WCAG 2.2, definition of relative luminance.
    fn luminance(self) -> f32 {
        static PARTS: LazyLock<[f32; 256]> = LazyLock::new(|| {
            std::array::from_fn(|value| {
                let value = f32::from(u8::try_from(value).unwrap_or(u8::MAX)) / 255.0;
                if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
            })
        });
        let part = |value: u8| PARTS[usize::from(value)];
        0.2126 * part(self.0) + 0.7152 * part(self.1) + 0.0722 * part(self.2)
    }

    /// Contrast ratio of two colours, 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// A mix with another colour; `part` of the other, 0 to 1.
    #[must_use]
    pub fn mixed(self, other: Self, part: f32) -> Self {
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a mix of two values of 0 to 255 lies between them"
        )]
        let mix = |a: u8, b: u8| (f32::from(a) + (f32::from(b) - f32::from(a)) * part).round() as u8;
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The nearest colour towards black or white that has at least that contrast on a ground.
    #[must_use]
    pub fn legible_on(self, ground: Self, contrast: f32) -> Self {
        let towards = if ground.luminance() > 0.18 { Self(0, 0, 0) } else { Self(255, 255, 255) };
        (0..=50_u8)
            .map(|step| self.mixed(towards, f32::from(step) / 50.0))
            .find(|colour| colour.contrast(ground) >= contrast)
            .unwrap_or(towards)
    }
}

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

/// The brand colour of a cooperative: its own, or a calm one by its first sector that has one, or by its name.
pub fn brand_of(cooperative: &Cooperative) -> Colour {
    let own = cooperative.brand_colour.as_deref().and_then(Colour::parse);
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

/// Works out every colour from one.
pub fn brand_colours(brand: Colour) -> BrandColours {
    let (white, black) = (Colour(255, 255, 255), Colour(0x1c, 0x17, 0x12));
    let on = |ground: Colour| if white.contrast(ground) >= MIN_TEXT_CONTRAST { white } else { black };
    // A button must stand out from the paper (WCAG 2.2, 1.4.11: 3 to 1), its words from the button.
    let ground = brand.legible_on(PAPER, 3.0);
    let ground = if on(ground).contrast(ground) < MIN_TEXT_CONTRAST {
        ground.legible_on(white, MIN_TEXT_CONTRAST)
    } else {
        ground
    };
    let soft = PAPER.mixed(brand, 0.09);
    let dark_soft = Colour(0x19, 0x16, 0x13).mixed(brand, 0.2);
    let dark_ink = brand.legible_on(PAPER_DARK, 5.2).legible_on(dark_soft, MIN_TEXT_CONTRAST + 0.3);
    let dark_ground = dark_ink;
    BrandColours {
        brand: ground.hex(),
        on_brand: on(ground).hex(),
        // Legible on the breath too, which is a little darker than paper.
        ink: brand.legible_on(soft, MIN_TEXT_CONTRAST + 0.3).hex(),
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
    fn contrast_is_that_of_wcag() {
        assert!((colour("#000000").contrast(colour("#ffffff")) - 21.0).abs() < 0.01);
        assert!((colour("#767676").contrast(colour("#ffffff")) - 4.54).abs() < 0.01);
    }

    #[test]
    fn every_brand_colour_becomes_legible() {
        let calm = CALM.iter().map(|(hex, _)| *hex);
        for hex in calm.chain(["#ffff00", "#ffffff", "#000000", "#ff8800", "#7f7f7f", "#00ffcc"]) {
            let colours = brand_colours(colour(hex));
            let pairs = [
                (&colours.on_brand, colour(&colours.brand)),
                (&colours.ink, PAPER),
                (&colours.ink, colour(&colours.soft)),
                (&colours.dark_on_brand, colour(&colours.dark_brand)),
                (&colours.dark_ink, PAPER_DARK),
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
            assert_eq!(brand_colours(colour(hex)).brand, hex);
        }
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#12345"), None);
        assert_eq!(Colour::parse("#12345g"), None);
        assert_eq!(Colour::parse("red"), None);
        assert_eq!(Colour::parse("#0F766E").map(Colour::hex).as_deref(), Some("#0f766e"));
    }
}
