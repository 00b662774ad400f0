//! What previews in chats show: a card for each page that is shared. Its words are those of the content in the
//! page's language and of the interface in the site's first one, so that most pages have one card for all
//! languages. A cooperative of a portal without any photo shares the portal's card: drawing one for each would
//! cost more than its pages.

use super::frame::place_of;
use super::photos::{PhotoShelf, ShareView};
use super::product::{price_today, price_view};
use super::storefront::Scene;
use super::youth::{
    PORTAL_PALETTE, YouthScene, colours_of, headline, opening_kind_name, palette_of, work_span,
};
use super::{colour, dates, money};
use crate::card::{Card, Format, Look};
use crate::model::{
    Colour, Cooperative, Joining, Language, MemberBusiness, Opening, PhotoUse, Product, Slug, Story,
};
use crate::photo::Recipe;
use crate::routes;
use crate::settings::Settings;
use crate::theme::Texts;

/// A card without words and photo.
fn blank(look: Look) -> Card {
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

fn stall(brand: Colour) -> Look {
    // Cards are drawn on paper of their own.
    let colours = colour::brand_colours(brand, &colour::Grounds::default());
    Look::Stall { brand: colours.brand, brand_ink: colours.ink }
}

fn zine(palette: &str, settings: &Settings) -> Look {
    let (flat, deep) = match settings.youth_colours {
        Some((flat, deep)) => (flat.hex(), deep.hex()),
        None => (colours_of(palette).0.to_owned(), colours_of(palette).1.to_owned()),
    };
    Look::Zine { flat, deep }
}

/// A card below the cooperative's root.
fn own(stem: &str, card: Card) -> ShareView {
    share(stem, card, false)
}

fn share(stem: &str, card: Card, is_of_site: bool) -> ShareView {
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
fn photo_of(cooperative: &Cooperative, shelf: &PhotoShelf) -> Option<Recipe> {
    cooperative.faces().find_map(|photo| shelf.card_photo(photo))
}

fn photo(own: Option<&PhotoUse>, cooperative: &Cooperative, shelf: &PhotoShelf) -> Option<Recipe> {
    own.and_then(|photo| shelf.card_photo(photo)).or_else(|| photo_of(cooperative, shelf))
}

/// True if a cooperative has no photo to show, and a portal above it that has a card.
fn borrows(cooperative: &Cooperative, shelf: &PhotoShelf, in_portal: bool) -> bool {
    in_portal && photo_of(cooperative, shelf).is_none()
}

/// The front page of a site of many cooperatives, and whatever has no card of its own.
pub fn site_share(settings: &Settings) -> ShareView {
    let card = Card {
        title: settings.title.clone(),
        detail: settings.description.clone().unwrap_or_default(),
        ..blank(stall(colour::portal_brand(settings)))
    };
    share("situs", card, true)
}

/// The same for its pages for pupils; `texts` are those of the site's first language.
pub fn youth_site_share(settings: &Settings, texts: &Texts) -> ShareView {
    let card = Card {
        above: settings.title.clone(),
        title: texts.get("muda.site.headline").to_owned(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    share("muda", card, true)
}

/// A page of the site for pupils, called by its title.
pub fn youth_site_page_share(title: &str, summary: Option<&str>, settings: &Settings) -> ShareView {
    let card = Card {
        above: settings.title.clone(),
        title: title.to_owned(),
        detail: summary.unwrap_or_default().to_owned(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    share("muda", card, true)
}

/// A cooperative's shop.
pub fn shop_share(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    settings: &Settings,
    language: Language,
    in_portal: bool,
) -> ShareView {
    if borrows(cooperative, shelf, in_portal) {
        return ShareView { card: None, ..site_share(settings) };
    }
    let card = Card {
        title: cooperative.name.clone(),
        detail: cooperative.slogan.as_ref().map_or_else(String::new, |text| text.get(language).to_owned()),
        foot: place_of(cooperative).unwrap_or_default(),
        photo: photo_of(cooperative, shelf),
        ..blank(stall(colour::brand_of(cooperative, settings)))
    };
    own(cooperative.slug.as_str(), card)
}

/// The shop of a scene, for pages that have no card of their own.
pub fn shop(scene: &Scene<'_>) -> ShareView {
    if borrows(scene.cooperative, scene.shelf, scene.in_portal) {
        return ShareView { card: None, ..scene.site_card.clone() };
    }
    shop_share(scene.cooperative, scene.shelf, scene.settings, scene.language, scene.in_portal)
}

/// A card in the cooperative's colours, with its name above and its place at the foot.
fn shop_card(scene: &Scene<'_>) -> Card {
    let cooperative = scene.cooperative;
    Card {
        above: cooperative.label().to_owned(),
        foot: place_of(cooperative).unwrap_or_default(),
        ..blank(stall(colour::brand_of(cooperative, scene.settings)))
    }
}

/// A product with a photo; without one it is announced by its shop.
pub(super) fn product(product: &Product, scene: &Scene<'_>) -> ShareView {
    let Some(photo) = product.photos.first().and_then(|photo| scene.shelf.card_photo(photo)) else {
        return shop(scene);
    };
    let words = scene.in_first_language();
    let price = price_view(product, None, &words);
    let amount = match &price.amount {
        Some(amount) if price.is_from => format!("{} {amount}", words.texts.get("price.from")),
        Some(amount) => amount.clone(),
        None => words.texts.get("price.ask").to_owned(),
    };
    let unit = price.unit.as_ref().filter(|_| price.amount.is_some());
    let unit = unit.map(|unit| words.texts.fill("price.each", &[("unit", unit)]));
    let detail: Vec<String> = unit.into_iter().chain(price.until).collect();
    let card = Card {
        title: product.name.get(scene.language).to_owned(),
        price: amount,
        detail: detail.join(" · "),
        photo: Some(photo),
        ..shop_card(scene)
    };
    own(product.slug.as_str(), card)
}

/// A story.
pub(super) fn story(story: &Story, scene: &Scene<'_>) -> ShareView {
    let Some(photo) = photo(story.photo.as_ref(), scene.cooperative, scene.shelf) else {
        return shop(scene);
    };
    let words = scene.in_first_language();
    let card = Card {
        title: story.title.clone(),
        foot: dates::day(story.date, words.texts),
        photo: Some(photo),
        ..shop_card(scene)
    };
    own(story.slug.as_str(), card)
}

/// A member business.
pub(super) fn member(member: &MemberBusiness, scene: &Scene<'_>) -> ShareView {
    let Some(photo) = member.photo.as_ref().and_then(|photo| scene.shelf.card_photo(photo)) else {
        return shop(scene);
    };
    let foot = member.place.clone().or_else(|| place_of(scene.cooperative)).unwrap_or_default();
    let card = Card { title: member.name.clone(), foot, photo: Some(photo), ..shop_card(scene) };
    own(member.id.as_str(), card)
}

/// The page for those who want to become members.
pub fn join(joining: &Joining, scene: &Scene<'_>) -> ShareView {
    let Scene { cooperative, shelf, in_portal, .. } = scene;
    if borrows(cooperative, shelf, *in_portal) {
        return shop(scene);
    }
    let words = scene.in_first_language();
    let card = Card {
        title: words.texts.get("join.title").to_owned(),
        price: joining.initial_share.map_or_else(String::new, |share| money::rupiah(share, words.language)),
        detail: joining
            .initial_share
            .map_or_else(String::new, |_| words.texts.get("join.initial.name").to_owned()),
        photo: photo_of(cooperative, shelf),
        ..shop_card(scene)
    };
    own("gabung", card)
}

/// A card for pupils in the cooperative's colours; that of the portal where it has no photo.
fn youth_card(scene: &YouthScene<'_>) -> Result<Card, Box<ShareView>> {
    let YouthScene { cooperative, shelf, settings, portal, words, .. } = scene;
    if borrows(cooperative, shelf, portal.is_some()) {
        return Err(Box::new(ShareView { card: None, ..youth_site_share(settings, words) }));
    }
    Ok(Card {
        above: cooperative.label().to_owned(),
        photo: photo_of(cooperative, shelf),
        foot: place_of(cooperative).unwrap_or_default(),
        ..blank(zine(palette_of(cooperative), settings))
    })
}

/// The front page of a cooperative's microsite.
pub fn youth(scene: &YouthScene<'_>) -> ShareView {
    let (title, _) = headline(scene.cooperative, scene.language, scene.words);
    match youth_card(scene) {
        Ok(card) => own("muda", Card { title, ..card }),
        Err(borrowed) => *borrowed,
    }
}

/// A page of it, called by its title.
pub fn youth_page(stem: &str, title: &str, scene: &YouthScene<'_>) -> ShareView {
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

/// Stem of a file that is called by a title.
fn stem_of(title: &str) -> String {
    Slug::from_name(title).map_or_else(|| "kartu".to_owned(), |slug| slug.to_string())
}

/// The same words as a picture as high as a phone, and as a square.
fn in_both_formats(stem: &str, card: &Card, is_of_site: bool) -> [ShareView; 2] {
    [(Format::Story, "status"), (Format::Square, "kotak")].map(|(format, word)| {
        let card = Card { format, ..card.clone() };
        share(&format!("{stem}-{word}"), card, is_of_site)
    })
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
pub(super) fn has_status(scene: &YouthScene<'_>) -> bool {
    !borrows(scene.cooperative, scene.shelf, scene.portal.is_some())
}

/// The cooperative, for a status.
pub(super) fn cooperative_status(scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let (title, _) = headline(scene.cooperative, scene.language, scene.words);
    let card = status_card(scene, None)?;
    Some(in_both_formats(scene.cooperative.slug.as_str(), &Card { title, ..card }, false))
}

/// A product with a photo, for a status.
pub(super) fn product_status(product: &Product, scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let card = status_card(scene, product.photos.first())?;
    let title = product.name.get(scene.language).to_owned();
    let today = scene.settings.today;
    let variants =
        || product.variants.iter().filter_map(|variant| price_today(product, Some(variant), today));
    let (lowest, highest) = (variants().min(), variants().max());
    let price = lowest.or_else(|| price_today(product, None, today));
    let price = price.map_or_else(String::new, |price| money::rupiah(price, scene.language));
    let price =
        if lowest == highest { price } else { scene.words.fill("muda.pictures.from", &[("price", &price)]) };
    let detail = product.unit.clone().filter(|_| !price.is_empty()).unwrap_or_default();
    Some(in_both_formats(product.slug.as_str(), &Card { title, price, detail, ..card }, false))
}

/// An opening, for a status.
pub(super) fn opening_status(opening: &Opening, scene: &YouthScene<'_>) -> Option<[ShareView; 2]> {
    let card = opening_words(opening, scene, status_card(scene, None)?);
    Some(in_both_formats(opening.slug.as_str(), &card, false))
}

/// What a quiz says of a pupil, for a status.
pub fn role_status(role: &str, words: &str, quiz: &str, settings: &Settings) -> [ShareView; 2] {
    let card = Card {
        above: quiz.to_owned(),
        title: role.to_owned(),
        detail: words.to_owned(),
        foot: settings.title.clone(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    in_both_formats(&stem_of(role), &card, true)
}
