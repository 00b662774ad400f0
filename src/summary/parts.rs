//! The parts of a summary, made of what a cooperative says. A profile may hold longer texts than a stranger's summary:
//! here they are cut to what every reader accepts.

use super::guard::{MAX_CHARS, MAX_ITEMS};
use super::{
    LISTED_PRODUCTS, SHOWN_PRODUCTS, SummaryChallenge, SummaryEvent, SummaryMakeUp, SummaryOpening,
    SummaryPhoto, SummaryProduct, SummaryProducts, SummaryStory, Words,
};
use crate::model::{
    Challenge, Date, Event, Language, LocalText, Offers, Opening, PhotoUse, Product, Rupiah, Story,
};

/// A text of at most as many characters as a reader accepts.
pub(super) fn shortened(text: &str) -> String {
    if text.len() <= MAX_CHARS || text.chars().count() <= MAX_CHARS {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(MAX_CHARS - 1).collect();
    short.push('…');
    short
}

/// As many texts as a reader accepts.
pub(super) fn shortened_all(texts: &[String]) -> Vec<String> {
    texts.iter().take(MAX_ITEMS).map(|text| shortened(text)).collect()
}

impl From<&LocalText> for Words {
    fn from(text: &LocalText) -> Self {
        let translated = Language::ALL.into_iter().filter(|language| text.is_translated(*language));
        let original = LocalText::new(shortened(text.original()));
        Words::new(
            translated.fold(original, |words, language| words.with(language, shortened(text.get(language)))),
        )
    }
}

pub(super) fn summarise_products(
    products: &[Product],
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProducts {
    let mut ordered: Vec<&Product> = products.iter().collect();
    ordered.sort_by_key(|product| !product.featured);
    let mut categories: Vec<String> = Vec::new();
    for category in products.iter().filter_map(|product| product.category.as_ref()) {
        if !categories.contains(category) {
            categories.push(category.clone());
        }
    }
    let categories = shortened_all(&categories);
    let (shown, rest) = ordered.split_at(ordered.len().min(SHOWN_PRODUCTS));
    let priced = || products.iter().filter_map(|product| product.priced_on);
    SummaryProducts {
        count: u32::try_from(products.len()).unwrap_or(u32::MAX),
        categories,
        shown: shown.iter().map(|product| summarise_product(product, photo_of)).collect(),
        more: rest
            .iter()
            .take(LISTED_PRODUCTS - SHOWN_PRODUCTS)
            .map(|product| shortened(product.name.original()))
            .collect(),
        priced_freshest: priced().max(),
        priced_oldest: priced().min(),
    }
}

pub(super) fn summarise_product(
    product: &Product,
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProduct {
    let offers = Offers::without_promo(product);
    let leading = offers.leading();
    SummaryProduct {
        slug: product.slug.to_string(),
        name: Words::from(&product.name),
        price: leading.price.map(Rupiah::amount),
        from: offers.is_from(),
        unit: leading.unit.map(shortened),
        photo: product.photos.iter().find_map(photo_of),
    }
}

pub(super) fn summarise_opening(opening: &Opening) -> SummaryOpening {
    SummaryOpening {
        slug: opening.slug.to_string(),
        title: Words::from(&opening.title),
        kind: Some(opening.kind),
        fields: shortened_all(&opening.fields),
        places: opening.places,
        starts: opening.starts,
        ends: opening.ends,
        closes: opening.closes,
    }
}

pub(super) fn summarise_event(event: &Event) -> SummaryEvent {
    SummaryEvent {
        title: Words::from(&event.title),
        starts: event.starts,
        ends: event.ends,
        place: event.place.as_deref().map(shortened),
        make_up: event.make_up.as_ref().map(|make_up| SummaryMakeUp {
            starts: make_up.starts,
            ends: make_up.ends,
            place: make_up.place.as_deref().map(shortened),
        }),
    }
}

pub(super) fn summarise_challenge(challenge: &Challenge) -> SummaryChallenge {
    SummaryChallenge {
        title: Words::from(&challenge.title),
        closes: challenge.closes,
        make_up: challenge.make_up,
    }
}

pub(super) fn summarise_story(
    story: &Story,
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryStory {
    SummaryStory {
        slug: story.slug.to_string(),
        title: shortened(&story.title),
        date: story.date,
        youth: story.for_youth,
        photo: story.photo.as_ref().and_then(photo_of),
    }
}

pub(super) fn certificate_dates(products: &[Product]) -> Vec<Date> {
    let mut dates: Vec<Date> =
        products.iter().filter_map(|product| product.certificates.valid_until).collect();
    dates.sort_unstable();
    dates.truncate(LISTED_PRODUCTS);
    dates
}
