//! A colour, and whether words in it can be read on another one.

use std::sync::LazyLock;

/// Lowest contrast of text on its ground. Source: WCAG 2.2, success criterion 1.4.3 (AA).
pub const MIN_TEXT_CONTRAST: f32 = 4.5;

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

    /// As CSS writes it, in lower case: `#rrggbb`.
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
    fn only_six_digits_are_a_colour() {
        assert_eq!(Colour::parse("#12345"), None);
        assert_eq!(Colour::parse("#12345g"), None);
        assert_eq!(Colour::parse("red"), None);
        assert_eq!(Colour::parse("#0F766E").map(Colour::hex).as_deref(), Some("#0f766e"));
    }
}
