//! The face of all cards: Plus Jakarta Sans in two weights, as far as Indonesian, Sundanese and English need
//! it. Licence: SIL Open Font License 1.1, `font/OFL.txt`.

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use deunicode::deunicode_char;
use resvg::usvg::fontdb::Database;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};

static MEDIUM: &[u8] = include_bytes!("font/plus-jakarta-sans-500.ttf");
static HEAVY: &[u8] = include_bytes!("font/plus-jakarta-sans-800.ttf");

/// One of the two weights.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Weight {
    Medium,
    Heavy,
}

impl Weight {
    /// Name of the family in the database.
    pub(super) fn family(self) -> &'static str {
        match self {
            Self::Medium => "Plus Jakarta Sans Medium",
            Self::Heavy => "Plus Jakarta Sans ExtraBold",
        }
    }

    fn advances(self) -> &'static BTreeMap<char, f32> {
        static ADVANCES: LazyLock<[BTreeMap<char, f32>; 2]> = LazyLock::new(|| [MEDIUM, HEAVY].map(read));
        match self {
            Self::Medium => &ADVANCES[0],
            Self::Heavy => &ADVANCES[1],
        }
    }
}

/// How wide each character is, as a part of the size.
fn read(bytes: &[u8]) -> BTreeMap<char, f32> {
    let font = FontRef::new(bytes).expect("the built-in font is whole");
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = f32::from(font.metrics(Size::unscaled(), LocationRef::default()).units_per_em);
    let glyphs = font.charmap().mappings();
    glyphs
        .filter_map(|(code, glyph)| Some((char::from_u32(code)?, metrics.advance_width(glyph)? / units)))
        .collect()
}

/// Both weights, for what draws text.
pub(super) fn database() -> Arc<Database> {
    static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
        let mut database = Database::new();
        database.load_font_data(MEDIUM.to_vec());
        database.load_font_data(HEAVY.to_vec());
        Arc::new(database)
    });
    Arc::clone(&FONTS)
}

/// Width of a line, without kerning, which only makes it narrower by a trifle. In pixels.
pub(super) fn width_px(text: &str, weight: Weight, size_px: f32) -> f32 {
    let advances = weight.advances();
    text.chars().map(|c| advances.get(&c).copied().unwrap_or(0.6)).sum::<f32>() * size_px
}

/// A text in characters that the face has: letters of other alphabets as Latin ones, what is no letter (a
/// picture, an arrow) left away. Spaces are single, but for those that hold a number to its unit.
pub(super) fn printable(text: &str) -> String {
    let known = Weight::Medium.advances();
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if c == '\u{a0}' || (known.contains_key(&c) && !c.is_whitespace()) {
            plain.push(c);
        } else if c.is_whitespace() {
            plain.push(' ');
        } else if c.is_alphanumeric() {
            let letters = deunicode_char(c).unwrap_or_default();
            // `1⅓` is no eleven thirds.
            if letters.contains('/') && plain.ends_with(|before: char| before.is_ascii_digit()) {
                plain.push(' ');
            }
            plain.push_str(letters);
        }
    }
    plain.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_the_languages_are_in_the_face() {
        let letters = "AÉÈÊaéèêeu—–‘’“”…•·×½€Rp\u{a0}12.500,- kg²";
        assert_eq!(printable(letters), letters);
        assert_eq!(printable("1⅓ kg"), "1 1/3 kg");
        for weight in [Weight::Medium, Weight::Heavy] {
            assert!(letters.chars().all(|c| weight.advances().contains_key(&c)), "{weight:?}");
        }
    }

    #[test]
    fn what_the_face_lacks_is_written_otherwise_or_left_away() {
        assert_eq!(printable("Şari  \u{1f95b} susu\n\tmurni"), "Sari susu murni");
        assert_eq!(printable("\u{1f95b}"), "");
    }

    #[test]
    fn heavy_lines_are_wider() {
        let text = "Susu pasteurisasi";
        assert!(width_px(text, Weight::Heavy, 40.0) > width_px(text, Weight::Medium, 40.0));
        assert!(
            (width_px(text, Weight::Medium, 80.0) / width_px(text, Weight::Medium, 40.0) - 2.0).abs() < 0.01
        );
    }

    #[test]
    fn the_database_knows_the_families_by_name() {
        let database = database();
        let names: Vec<_> = database.faces().flat_map(|face| &face.families).map(|(name, _)| name).collect();
        for weight in [Weight::Medium, Weight::Heavy] {
            assert!(names.iter().any(|name| *name == weight.family()), "{names:?}");
        }
    }
}
