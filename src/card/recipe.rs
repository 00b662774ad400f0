//! What a card shows. Its file name follows from everything that decides its bytes.

use crate::photo::{Recipe, SourceHash};

/// Changed whenever the same card would be drawn otherwise.
const DRAWING_VERSION: u32 = 4;

/// Width and height of a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// 1200 × 630: previews in chats and social networks.
    Share,
    /// 1080 × 1920: a status or story, as high as a phone.
    Story,
    /// 1080 × 1080: a post.
    Square,
}

impl Format {
    /// Width, in pixels.
    pub fn width_px(self) -> u32 {
        match self {
            Self::Share => 1_200,
            Self::Story | Self::Square => 1_080,
        }
    }

    /// Height, in pixels.
    pub fn height_px(self) -> u32 {
        match self {
            Self::Share => 630,
            Self::Story => 1_920,
            Self::Square => 1_080,
        }
    }

    /// Quality of the JPEG that is tried first, of 100. Status pictures are large and seen small: between 66 and 82
    /// nobody told them apart.
    pub fn quality(self) -> u8 {
        match self {
            Self::Share => 82,
            Self::Story | Self::Square => 66,
        }
    }

    /// Largest file, in bytes. WhatsApp drops previews from about 300 KB; the others are sent by phones with little
    /// data.
    pub fn max_bytes(self) -> usize {
        match self {
            Self::Share => 250 * 1024,
            Self::Story | Self::Square => 148 * 1024,
        }
    }
}

/// Colours, as `#rrggbb`, and what is drawn with them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Look {
    /// A market stall in morning light, for shops.
    Stall {
        /// The stripes of its awning.
        brand: String,
        /// The brand as text on paper.
        brand_ink: String,
    },
    /// Two flat colours and a cloud, for pupils. A photo is printed in the two.
    Zine {
        /// The bright one.
        flat: String,
        /// The dark one.
        deep: String,
    },
}

/// One picture. Words that are empty leave no gap.
#[derive(Debug, Clone, PartialEq)]
pub struct Card {
    /// Width and height; quality and the largest file follow from it.
    pub format: Format,
    /// Colours and drawing.
    pub look: Look,
    /// The photo on it: a rendition that the cache has.
    pub photo: Option<Recipe>,
    /// Above the title: whose it is, or which kind.
    pub above: String,
    /// What it is.
    pub title: String,
    /// Large: a price.
    pub price: String,
    /// Beside or below it: the unit, the facts.
    pub detail: String,
    /// At the foot: the place.
    pub foot: String,
}

impl Card {
    /// Hash of everything that decides the bytes: the card's name among originals in the cache.
    pub fn source(&self) -> SourceHash {
        let Self { format, look, photo, above, title, price, detail, foot } = self;
        let photo = photo.as_ref().map(Recipe::key);
        // Debug output of plain enums and text is stable, and DRAWING_VERSION covers a change of it.
        let words = [above, title, price, detail, foot];
        SourceHash::of(format!("card {DRAWING_VERSION} {format:?} {look:?} {photo:?} {words:?}").as_bytes())
    }

    /// The unique part of its file's name: 16 characters.
    pub fn key(&self) -> String {
        self.source().to_string()[..16].to_owned()
    }

    /// Name in the site: what it shows, and the key.
    pub fn file_name(&self, stem: &str) -> String {
        format!("{stem}-{}.jpg", self.key())
    }
}
