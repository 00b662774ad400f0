//! The parts of a summary, made of what a cooperative says.

use super::{
    LISTED_PRODUCTS, SHOWN_PRODUCTS, SummaryEvent, SummaryMakeUp, SummaryOpening, SummaryPhoto,
    SummaryProduct, SummaryProducts, SummaryStory, Words,
};
use crate::model::{Date, Event, Opening, PhotoUse, Product, Rupiah, Story};

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
    let (shown, rest) = ordered.split_at(ordered.len().min(SHOWN_PRODUCTS));
    let priced = || products.iter().filter_map(|product| product.priced_on);
    SummaryProducts {
        count: u32::try_from(products.len()).unwrap_or(u32::MAX),
        categories,
        shown: shown.iter().map(|product| summarise_product(product, photo_of)).collect(),
        more: rest
            .iter()
            .take(LISTED_PRODUCTS - SHOWN_PRODUCTS)
            .map(|product| product.name.original().to_owned())
            .collect(),
        priced_freshest: priced().max(),
        priced_oldest: priced().min(),
    }
}

pub(super) fn summarise_product(
    product: &Product,
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProduct {
    let prices = product.variants.iter().filter_map(|variant| variant.price).chain(product.price);
    let lowest = prices.clone().min();
    SummaryProduct {
        slug: product.slug.to_string(),
        name: Words::from(&product.name),
        price: lowest.map(Rupiah::amount),
        from: prices.max() > lowest,
        unit: product.unit.clone(),
        photo: product.photos.iter().find_map(photo_of),
    }
}

pub(super) fn summarise_opening(opening: &Opening) -> SummaryOpening {
    SummaryOpening {
        slug: opening.slug.to_string(),
        title: Words::from(&opening.title),
        kind: Some(opening.kind),
        fields: opening.fields.clone(),
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
        place: event.place.clone(),
        make_up: event.make_up.as_ref().map(|make_up| SummaryMakeUp {
            starts: make_up.starts,
            ends: make_up.ends,
            place: make_up.place.clone(),
        }),
    }
}

pub(super) fn summarise_story(
    story: &Story,
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryStory {
    SummaryStory {
        slug: story.slug.to_string(),
        title: story.title.clone(),
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
