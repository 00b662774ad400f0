//! The pictures that chats show for a page. Their words are those of the content in the page's language and of the
//! interface in the site's first one, so that most pages have one picture for all languages. A cooperative of a portal
//! without any photo shares the portal's picture: drawing one for each would cost more than its pages.
//!
//! Here stands what all of them are made with; what each says stands beside the page that it is for.

pub mod shop;
pub mod site;

use serde::Serialize;

use crate::card::{Card, Format, Look};
use crate::model::{Colour, Cooperative, PhotoUse};
use crate::photo::Recipe;
use crate::routes;
use crate::settings::Settings;
use crate::view::colour;
use crate::view::photos::PhotoShelf;
use crate::view::youth::palette::colours_of;

/// The picture of a page in a chat's preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShareView {
    /// Path from the cooperative's root, or from the site's.
    pub src: String,
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// What is to be seen.
    pub alt: String,
    /// True if it belongs to the site and not to the cooperative.
    #[serde(skip)]
    pub is_of_site: bool,
    /// What has to be drawn; `None` if another page sees to it.
    #[serde(skip)]
    pub card: Option<Card>,
}

/// A card without words and photo.
pub fn blank(look: Look) -> Card {
    Card {
        format: Format::Share,
        look,
        photo: None,
        above: String::new(),
        title: String::new(),
        price: String::new(),
        detail: String::new(),
        foot: String::new(),
    }
}

/// The design of a shop in its brand colour.
pub fn stall(brand: Colour) -> Look {
    // Cards are drawn on paper of their own.
    let colours = colour::brand_colours(brand, &colour::Grounds::default());
    Look::Stall { brand: colours.brand, brand_ink: colours.ink }
}

/// The design of pages for pupils, in the colours of a palette or those of the site's settings.
pub fn zine(palette: &str, settings: &Settings) -> Look {
    let (flat, deep) = match settings.youth_colours {
        Some((flat, deep)) => (flat.hex(), deep.hex()),
        None => (colours_of(palette).0.to_owned(), colours_of(palette).1.to_owned()),
    };
    Look::Zine { flat, deep }
}

/// A card below the cooperative's root.
pub fn own(stem: &str, card: Card) -> ShareView {
    share(stem, card, false)
}

/// A picture below the cooperative's root, or below the site's.
pub fn share(stem: &str, card: Card, is_of_site: bool) -> ShareView {
    // Who cannot see the picture reads what stands on it.
    let words = [&card.title, &card.price, &card.detail, &card.above, &card.foot];
    let alt: Vec<&str> = words.into_iter().map(String::as_str).filter(|words| !words.is_empty()).collect();
    ShareView {
        src: routes::share_picture(card.file_name(stem)),
        width: card.format.width_px(),
        height: card.format.height_px(),
        alt: alt.join(", "),
        is_of_site,
        card: Some(card),
    }
}

/// The photo that stands for a cooperative: its cover, else that of its first product that has one.
pub fn photo_of(cooperative: &Cooperative, shelf: &PhotoShelf) -> Option<Recipe> {
    // Asked for every product: thousands without a photo would each look at all others.
    if shelf.is_empty() {
        return None;
    }
    cooperative.faces().find_map(|photo| shelf.card_photo(photo))
}

/// A photo of its own, else the one that stands for its cooperative.
pub fn photo(own: Option<&PhotoUse>, cooperative: &Cooperative, shelf: &PhotoShelf) -> Option<Recipe> {
    own.and_then(|photo| shelf.card_photo(photo)).or_else(|| photo_of(cooperative, shelf))
}

/// True if a cooperative has no photo to show, and a portal above it that has a card.
pub fn borrows(cooperative: &Cooperative, shelf: &PhotoShelf, in_portal: bool) -> bool {
    in_portal && photo_of(cooperative, shelf).is_none()
}

/// The same words as a picture as high as a phone, and as a square.
pub fn in_both_formats(stem: &str, card: &Card, is_of_site: bool) -> [ShareView; 2] {
    [(Format::Story, "status"), (Format::Square, "kotak")].map(|(format, word)| {
        let card = Card { format, ..card.clone() };
        share(&format!("{stem}-{word}"), card, is_of_site)
    })
}
