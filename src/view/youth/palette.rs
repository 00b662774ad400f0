//! The two colours of a microsite. Their values are in the theme's tokens, and nowhere else; here stands who gets
//! which.

use crate::model::Cooperative;

/// Names of the palettes that the theme defines.
pub const PALETTES: [&str; 6] = ["kunyit", "langit", "pucuk", "bata", "jambu", "mentol"];

/// The sheet that gives each palette its colours, for pages and for cards, which are drawn in them.
const TOKENS: &str = include_str!("../../../themes/muda/css/tokens.css");

/// The bright and the dark colour of a palette; those of the first one if there is none of that name.
pub fn colours_of(palette: &str) -> (&'static str, &'static str) {
    let known = if PALETTES.contains(&palette) { palette } else { PALETTES[0] };
    (token_of(known, "flat"), token_of(known, "deep"))
}

/// What the sheet says of a token in the block of a palette, such as `#ffd84d`.
fn token_of(palette: &str, token: &str) -> &'static str {
    let block = TOKENS
        .split_once(&format!("[data-palette=\"{palette}\"]"))
        .and_then(|(_, rest)| rest.split('}').next());
    let value = block.and_then(|block| block.split_once(&format!("--{token}: "))?.1.split(';').next());
    value.expect("the sheet has a block for each palette, which a test reads")
}

/// The palette of the portal's own youth pages.
pub const PORTAL_PALETTE: &str = "kunyit";

/// Lines of business and their colours: the first word that one of the sectors contains decides.
const BY_SECTOR: [(&str, &str); 12] = [
    ("ternak", "langit"),
    ("susu", "langit"),
    ("tani", "pucuk"),
    ("kebun", "pucuk"),
    ("sayur", "pucuk"),
    ("ikan", "mentol"),
    ("laut", "mentol"),
    ("kriya", "bata"),
    ("kerajinan", "bata"),
    ("keramik", "bata"),
    ("batik", "jambu"),
    ("tekstil", "jambu"),
];

/// The palette of a cooperative: by its first line of business that has a colour, else by its name, so that
/// it stays the same from build to build.
pub fn palette_of(cooperative: &Cooperative) -> &'static str {
    palette_for(&cooperative.sectors, cooperative.slug.as_str())
}

/// The same from what a summary tells.
pub fn palette_for(sectors: &[String], slug: &str) -> &'static str {
    let by_sector = sectors.iter().find_map(|sector| {
        let sector = sector.to_lowercase();
        BY_SECTOR.iter().find(|(word, _)| sector.contains(word)).map(|(_, palette)| *palette)
    });
    by_sector.unwrap_or_else(|| {
        let sum: usize = slug.bytes().map(usize::from).sum();
        PALETTES[sum % PALETTES.len()]
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Colour;

    /// Lowest contrast of text on a youth page: WCAG 2.2, success criterion 1.4.6 (AAA).
    const MIN_CONTRAST: f32 = 7.0;

    fn colour(palette: &str, token: &str) -> Colour {
        Colour::parse(token_of(palette, token)).expect("a colour")
    }

    #[test]
    fn every_palette_reaches_seven_to_one_by_day_and_by_night() {
        for palette in PALETTES {
            let [flat, deep, night] = ["flat", "deep", "night"].map(|token| colour(palette, token));
            assert!(flat.contrast(deep) >= MIN_CONTRAST, "{palette}: {}", flat.contrast(deep));
            assert!(flat.contrast(night) >= MIN_CONTRAST, "{palette} by night");
        }
    }

    #[test]
    fn cards_have_the_colours_of_the_pages() {
        assert_eq!(colours_of("langit"), ("#8fdcff", "#3d0a35"));
        assert_eq!(colours_of("tidak ada"), colours_of(PALETTES[0]));
        let named = TOKENS.matches("[data-palette=").count();
        assert_eq!(named, PALETTES.len(), "each palette of the sheet can be given to somebody");
    }

    #[test]
    fn sectors_decide_and_every_name_has_a_colour() {
        let sectors = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert_eq!(palette_for(&sectors(&["Peternakan", "pangan"]), "a"), "langit");
        assert_eq!(palette_for(&sectors(&["pangan", "kriya"]), "a"), "bata");
        assert!(PALETTES.contains(&palette_for(&[], "tanpa-sektor")));
        assert!(BY_SECTOR.iter().all(|(_, palette)| PALETTES.contains(palette)));
    }
}
