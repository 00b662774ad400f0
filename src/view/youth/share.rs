//! Pictures of the pages for pupils, and those for a status.

use crate::card::Card;
use crate::model::{Offers, Opening, PhotoUse, Product};
use crate::view::place::place_of;
use crate::view::share::site;
use crate::view::share::{ShareView, blank, borrows, in_both_formats, own, photo_of, zine};
use crate::view::youth::openings::{opening_kind_name, work_span};
use crate::view::youth::palette::palette_of;
use crate::view::youth::scene::YouthScene;
use crate::view::youth::sentence::headline;
use crate::view::{dates, money};

/// A card for pupils in the cooperative's colours; that of the portal where it has no photo.
fn youth_card(scene: &YouthScene<'_>) -> Result<Card, Box<ShareView>> {
    let YouthScene { cooperative, shelf, settings, portal, words, .. } = scene;
    if borrows(cooperative, shelf, portal.is_some()) {
        return Err(Box::new(ShareView { card: None, ..site::youth(settings, words) }));
    }
    Ok(Card {
        above: cooperative.label().to_owned(),
        photo: photo_of(cooperative, shelf),
        foot: place_of(cooperative).unwrap_or_default(),
        ..blank(zine(palette_of(cooperative), settings))
    })
}

/// The front page of a cooperative's microsite.
pub fn front(scene: &YouthScene<'_>) -> ShareView {
    let (title, _) = headline(scene.cooperative, scene.language, scene.words);
    match youth_card(scene) {
        Ok(card) => own("muda", Card { title, ..card }),
        Err(borrowed) => *borrowed,
    }
}

/// A page of it, called by its title.
pub fn page(stem: &str, title: &str, scene: &YouthScene<'_>) -> ShareView {
    match youth_card(scene) {
        Ok(card) => own(stem, Card { title: title.to_owned(), ..card }),
        Err(borrowed) => *borrowed,
    }
}

/// An opening: what, for whom, until when.
pub fn opening(opening: &Opening, scene: &YouthScene<'_>) -> ShareView {
    match youth_card(scene) {
        Ok(card) => own(opening.slug.as_str(), opening_words(opening, scene, card)),
        Err(borrowed) => *borrowed,
    }
}

fn opening_words(opening: &Opening, scene: &YouthScene<'_>, card: Card) -> Card {
    let YouthScene { words, language, .. } = scene;
    let kind = opening_kind_name(opening.kind, words);
    let closes = opening.closes.map(|day| words.fill("muda.closes", &[("date", &dates::day(day, words))]));
    let span = work_span(opening.starts, opening.ends, words);
    let fields = (!opening.fields.is_empty()).then(|| opening.fields.join(", "));
    let facts: Vec<String> = fields.into_iter().chain(closes.or(span)).collect();
    Card {
        above: format!("{kind} · {}", card.above),
        title: opening.title.get(*language).to_owned(),
        detail: facts.join(" · "),
        ..card
    }
}

/// A status picture without words; `None` where a portal's cooperative has no photo: drawing pictures for each
/// of many would cost more than their pages.
fn status_card(scene: &YouthScene<'_>, photo: Option<&PhotoUse>) -> Option<Card> {
    let YouthScene { cooperative, shelf, .. } = scene;
    let any = || cooperative.faces().find_map(|photo| shelf.story_photo(photo));
    let card = youth_card(scene).ok()?;
    Some(Card { photo: photo.and_then(|photo| shelf.story_photo(photo)).or_else(any), ..card })
}

/// True if a cooperative has pictures for a status.
pub fn has_status(scene: &YouthScene<'_>) -> bool {
    !borrows(scene.cooperative, scene.shelf, scene.portal.is_some())
}

/// The cooperative, for a status.
pub fn cooperative_status(scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let (title, _) = headline(scene.cooperative, scene.language, scene.words);
    let card = status_card(scene, None)?;
    Some(in_both_formats(scene.cooperative.slug.as_str(), &Card { title, ..card }, false))
}

/// A product with a photo, for a status.
pub fn product_status(product: &Product, scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let card = status_card(scene, product.photos.first())?;
    let title = product.name.get(scene.language).to_owned();
    let offers = Offers::of(product, scene.settings.today);
    let offer = offers.leading();
    let price = offer.price.map_or_else(String::new, |price| money::rupiah(price, scene.language));
    let price =
        if offers.is_from() { scene.words.fill("muda.pictures.from", &[("price", &price)]) } else { price };
    let unit = offer.unit.filter(|_| !price.is_empty());
    let detail = unit.map(|unit| unit.get(scene.language)).unwrap_or_default().to_owned();
    Some(in_both_formats(product.slug.as_str(), &Card { title, price, detail, ..card }, false))
}

/// An opening, for a status.
pub fn opening_status(opening: &Opening, scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let card = opening_words(opening, scene, status_card(scene, None)?);
    Some(in_both_formats(opening.slug.as_str(), &card, false))
}
