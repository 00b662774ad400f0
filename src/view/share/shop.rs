//! Pictures of the pages of a shop.

use crate::card::Card;
use crate::model::{Cooperative, Joining, Language, MemberBusiness, Product, Story};
use crate::settings::Settings;
use crate::view::photos::PhotoShelf;
use crate::view::place::place_of;
use crate::view::product::price::price_view;
use crate::view::scene::Scene;
use crate::view::share::site;
use crate::view::share::{ShareView, blank, borrows, own, photo, photo_of, stall};
use crate::view::{colour, dates, money};

/// A cooperative's shop.
pub fn shop_of(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    settings: &Settings,
    language: Language,
    in_portal: bool,
) -> ShareView {
    if borrows(cooperative, shelf, in_portal) {
        return ShareView { card: None, ..site::front(settings) };
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
    shop_of(scene.cooperative, scene.shelf, scene.settings, scene.language, scene.in_portal)
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
pub fn product(product: &Product, scene: &Scene<'_>) -> ShareView {
    let Some(photo) = product.photos.first().and_then(|photo| scene.shelf.card_photo(photo)) else {
        return shop(scene);
    };
    let words = scene.in_first_language();
    let price = price_view(product, None, &words);
    let amount = match &price.amount {
        Some(amount) => price.with_from(amount, words.texts),
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
pub fn story(story: &Story, scene: &Scene<'_>) -> ShareView {
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
pub fn member(member: &MemberBusiness, scene: &Scene<'_>) -> ShareView {
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
