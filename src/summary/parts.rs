//! The parts of a summary, made of what a cooperative says. A profile may hold longer texts than a stranger's summary:
//! here they are cut to what every reader accepts.

use super::completeness::Completeness;
use super::guard::{MAX_CHARS, MAX_ITEMS, is_register_number};
use super::record::{
    SUMMARY_VERSION, Summary, SummaryChallenge, SummaryEvent, SummaryJoining, SummaryLegal, SummaryMakeUp,
    SummaryMeeting, SummaryMove, SummaryOpening, SummaryOutlet, SummaryPhoto, SummaryProduct,
    SummaryProducts, SummaryRegion, SummaryStory,
};
use super::spelling::help_word;
use super::wire::Words;
use crate::model::{
    Challenge, Cooperative, Date, Event, Joining, Language, LocalText, Offers, Opening, Outlet, PhotoUse,
    Product, Rupiah, Scheme, Story,
};

/// Products that come with price and photo; of the rest only the names are told, for search.
pub(super) const SHOWN_PRODUCTS: usize = 6;
/// Most product names in all.
const LISTED_PRODUCTS: usize = 120;
/// Most openings, events and challenges, each.
const LISTED_DATES: usize = 12;
/// Most outlets.
const LISTED_OUTLETS: usize = 24;
/// Most terms of joining.
const LISTED_TERMS: usize = 8;
/// Latest stories.
const LISTED_STORIES: usize = 3;

impl Summary {
    /// The summary of a cooperative on a day. `photo_of` tells where the card rendition of a photo lies,
    /// from the cooperative's root; `None` for a photo that cannot be shown.
    pub fn of(
        cooperative: &Cooperative,
        languages: &[Language],
        today: Date,
        photo_of: impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
    ) -> Self {
        let legal = &cooperative.legal;
        Self {
            etalase: SUMMARY_VERSION,
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            slug: cooperative.slug.to_string(),
            old_slugs: cooperative.old_slugs.iter().map(ToString::to_string).collect(),
            name: shortened(&cooperative.name),
            short_name: cooperative.short_name.as_deref().map(shortened),
            slogan: cooperative.slogan.as_ref().map(Words::from),
            kind: cooperative.kind,
            group: cooperative.group,
            sharia: cooperative.scheme == Scheme::Sharia,
            sectors: shortened_all(&cooperative.sectors).into(),
            region: cooperative.region.as_ref().map(|region| SummaryRegion {
                code: region.code.as_str().to_owned(),
                regency: shortened(&region.regency),
                district: region.district.as_deref().map(shortened),
            }),
            coordinates: cooperative.coordinates,
            whatsapp: cooperative.contact.whatsapp.as_ref().map(|number| number.digits().to_owned()),
            cover: cooperative.cover.as_ref().and_then(&photo_of).map(Box::new),
            share: None,
            member_count: cooperative.member_count,
            products: summarise_products(&cooperative.products, &photo_of),
            outlets: cooperative.outlets.iter().take(LISTED_OUTLETS).map(summarise_outlet).collect(),
            joining: cooperative.joining.as_ref().map(summarise_joining).map(Box::new),
            moved: moved(&cooperative.products).into(),
            openings: cooperative
                .openings
                .iter()
                .filter(|opening| opening.is_open_on(today))
                .take(LISTED_DATES)
                .map(summarise_opening)
                .collect(),
            events: cooperative
                .events
                .iter()
                .map(summarise_event)
                .filter(|event| event.last_day() >= today)
                .take(LISTED_DATES)
                .collect(),
            challenges: cooperative
                .youth
                .challenges
                .iter()
                .filter(|challenge| challenge.last_day().is_none_or(|last| today <= last))
                .take(LISTED_DATES)
                .map(summarise_challenge)
                .collect(),
            stories: cooperative
                .stories
                .iter()
                .take(LISTED_STORIES)
                .map(|story| summarise_story(story, &photo_of))
                .collect(),
            meeting: cooperative
                .meetings
                .iter()
                .find(|meeting| meeting.date <= today)
                .map(|meeting| SummaryMeeting { book_year: meeting.book_year, date: meeting.date }),
            legal: SummaryLegal {
                entity: legal.entity_number.is_some(),
                cooperative: legal.cooperative_number.is_some(),
                business: legal.business_number.is_some(),
                tax: legal.tax_number.is_some(),
            },
            register_number: legal.cooperative_number.as_deref().and_then(register_number),
            certificates_until: certificate_dates(&cooperative.products).into(),
            completeness: Completeness::of(cooperative),
            updated: cooperative.updated,
            languages: languages.iter().map(|language| language.tag().to_owned()).collect(),
            home: None,
            silent_since: None,
            left_out: None,
        }
    }
}

/// A text of at most as many characters as a reader accepts.
fn shortened(text: &str) -> String {
    if text.len() <= MAX_CHARS || text.chars().count() <= MAX_CHARS {
        return text.to_owned();
    }
    let mut short: String = text.chars().take(MAX_CHARS - 1).collect();
    short.push('…');
    short
}

/// As many texts as a reader accepts.
fn shortened_all(texts: &[String]) -> Vec<String> {
    texts.iter().take(MAX_ITEMS).map(|text| shortened(text)).collect()
}

impl From<&Event> for SummaryEvent {
    fn from(event: &Event) -> Self {
        summarise_event(event)
    }
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

fn summarise_products(
    products: &[Product],
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProducts {
    let mut ordered: Vec<&Product> = products.iter().collect();
    ordered.sort_by_key(|product| !product.featured);
    let mut categories: Vec<String> = Vec::new();
    for category in products.iter().filter_map(|product| product.category.as_ref().map(LocalText::original)) {
        if !categories.iter().any(|known| known == category) {
            categories.push(category.to_owned());
        }
    }
    let categories = shortened_all(&categories);
    let (shown, rest) = ordered.split_at(ordered.len().min(SHOWN_PRODUCTS));
    let priced = || products.iter().filter_map(|product| product.priced_on);
    SummaryProducts {
        count: u32::try_from(products.len()).unwrap_or(u32::MAX),
        categories: categories.into(),
        shown: shown.iter().map(|product| summarise_product(product, photo_of)).collect(),
        more: rest
            .iter()
            .take(LISTED_PRODUCTS - SHOWN_PRODUCTS)
            .map(|product| shortened(product.name.original()))
            .collect(),
        prices: rest
            .iter()
            .take(LISTED_PRODUCTS - SHOWN_PRODUCTS)
            .filter_map(|product| {
                Some((product.slug.to_string(), Offers::without_promo(product).leading().price?.amount()))
            })
            .collect(),
        priced_freshest: priced().max(),
        priced_oldest: priced().min(),
        promo_until: products.iter().filter_map(|product| Some(Offers::promo_of(product)?.until)).min(),
    }
}

fn moved(products: &[Product]) -> Vec<SummaryMove> {
    let moves =
        products.iter().flat_map(|product| product.old_slugs.iter().map(move |old| (old, &product.slug)));
    moves
        .take(MAX_ITEMS)
        .map(|(from, to)| SummaryMove { from: from.to_string(), to: to.to_string() })
        .collect()
}

fn summarise_product(
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
        unit: leading.unit.map(Words::from),
        minimum: (leading.minimum > 1).then_some(leading.minimum),
        photo: product.photos.iter().find_map(photo_of),
    }
}

fn summarise_outlet(outlet: &Outlet) -> SummaryOutlet {
    let own = || outlet.own_words().map(|words| Words::new(LocalText::new(shortened(words))));
    SummaryOutlet {
        kind: outlet.known_kind().map(str::to_owned),
        name: outlet.name.as_ref().map(Words::from).or_else(own),
    }
}

fn summarise_joining(joining: &Joining) -> SummaryJoining {
    SummaryJoining {
        initial: joining.initial_share.map(Rupiah::amount),
        periodic: joining.periodic_share.map(Rupiah::amount),
        terms: joining.terms.iter().take(LISTED_TERMS).map(Words::from).collect(),
        helps: joining.helps.iter().map(|help| help_word(*help).to_owned()).collect(),
    }
}

fn summarise_opening(opening: &Opening) -> SummaryOpening {
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

fn summarise_event(event: &Event) -> SummaryEvent {
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

fn summarise_challenge(challenge: &Challenge) -> SummaryChallenge {
    SummaryChallenge {
        title: Words::from(&challenge.title),
        closes: challenge.closes,
        make_up: challenge.make_up,
    }
}

fn summarise_story(story: &Story, photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>) -> SummaryStory {
    SummaryStory {
        slug: story.slug.to_string(),
        title: shortened(&story.title),
        date: story.date,
        youth: story.for_youth,
        photo: story.photo.as_ref().and_then(photo_of),
    }
}

fn certificate_dates(products: &[Product]) -> Vec<Date> {
    let mut dates: Vec<Date> =
        products.iter().filter_map(|product| product.certificates.valid_until).collect();
    dates.sort_unstable();
    dates.truncate(LISTED_PRODUCTS);
    dates
}

/// The digits of a NIK koperasi; `None` for what is none, such as `sedang diurus`.
fn register_number(typed: &str) -> Option<String> {
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    is_register_number(&digits).then_some(digits)
}
