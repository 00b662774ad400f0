//! The storefront: what a buyer sees first.

pub mod contacts;
pub mod search;
pub mod trust;

use serde::Serialize;

use crate::model::{Cooperative, Event};
use crate::view::action::{ActionView, contact_action};
use crate::view::dates;
use crate::view::days::{UntilView, last_of, price_day};
use crate::view::headline::is_long_headline;
use crate::view::hours::{HoursView, hours};
use crate::view::member::{MemberCard, member_card};
use crate::view::order::order;
use crate::view::outlet::{OutletView, outlets};
use crate::view::payment::{PaymentView, payment};
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::place::{PlaceView, place_of, place_view};
use crate::view::product::card::{CardView, product_card};
use crate::view::scene::Scene;
use crate::view::shelf::{Shelf, shelves};
use crate::view::storefront::contacts::{ContactView, contacts};
use crate::view::storefront::search::{ShopSearchView, needs_search, shop_search};
use crate::view::storefront::trust::{TrustFact, proof, trust_facts};
use crate::view::story::{StoryCard, story_card};
use crate::{markdown, routes};

/// Most stories on the storefront; the rest are linked from them.
const MAX_STORIES: usize = 3;

/// Most events on the storefront.
const MAX_EVENTS: usize = 4;

/// The storefront as its template prints it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "a template asks each by its name")]
pub struct StorefrontPage {
    /// Slogan, or the name.
    pub headline: String,
    /// True if the headline is too long for the largest type.
    pub is_long: bool,
    /// True if no product has a photo: then they stand in a list.
    pub is_plain: bool,
    /// The place, above the headline; the name is in the header and, in full, in the footer.
    pub kicker: String,
    /// The first sentences about it.
    pub lead: Option<String>,
    /// Photo at the top.
    pub cover: Option<PictureView>,
    /// The one action.
    pub action: Option<ActionView>,
    /// A few facts below the headline.
    pub proof: Vec<String>,
    /// Products under their headings.
    pub categories: Vec<CategoryView>,
    /// True if there is more than one heading.
    pub has_categories: bool,
    /// True if headings would part so few goods that rows stay half empty: then all stand in one grid.
    pub is_flow: bool,
    /// Page of all products by price, from the language's root, if there is one.
    pub by_price: Option<&'static str>,
    /// True if there are enough products to sort them.
    pub can_sort: bool,
    /// The field that filters them, if there are many.
    pub search: Option<ShopSearchView>,
    /// How many products there are, in words.
    pub count: String,
    /// The only product, shown at length.
    pub feature: Option<FeatureView>,
    /// `Harga per 20 November 2026`.
    pub prices_as_of: Option<UntilView>,
    /// Language of the text about it, if that is not the page's.
    pub about_lang: Option<&'static str>,
    /// How the text about it begins, as HTML.
    pub about_html: Option<String>,
    /// How it goes on.
    pub about_more_html: Option<String>,
    /// Units and services that are no goods.
    pub outlets: Vec<OutletView>,
    /// Identity, certificates, meetings.
    pub trust: Vec<TrustFact>,
    /// Opening hours.
    pub hours: Option<HoursView>,
    /// Where it is.
    pub place: Option<PlaceView>,
    /// Ways to reach it.
    pub contacts: Vec<ContactView>,
    /// A sentence about them.
    pub contact_note: Option<String>,
    /// How to pay.
    pub payment: Option<PaymentView>,
    /// Stories, latest first.
    pub stories: Vec<StoryCard>,
    /// Events that are not over.
    pub events: Vec<EventView>,
    /// Last day of all of them, as an ISO date: then the whole part is over, if there are no stories in it.
    pub events_last: Option<String>,
    /// What is asked again and again, with answers.
    pub questions: Vec<QuestionView>,
    /// Member businesses.
    pub members: Vec<MemberCard>,
    /// Ways on: join, report, pupils.
    pub doors: Vec<DoorView>,
}

/// Products of one category.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CategoryView {
    /// The anchor by which the list of categories leads to it.
    pub id: String,
    /// Heading; empty where there is none.
    pub name: String,
    /// Its page, from the language's root, if it has one.
    pub href: Option<String>,
    /// Level of its cards' headings: 3, or 4 below a heading.
    pub level: usize,
    /// How many.
    pub count: usize,
    /// How many columns it takes where there is room: 1 to 3, or 4 for a row of its own.
    pub span: usize,
    /// One card for each of its products.
    pub cards: Vec<CardView>,
}

/// The only product of a cooperative.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct FeatureView {
    /// As on a card.
    pub card: CardView,
    /// Its order; `None` where its page has more than one, for variants.
    pub order: Option<ActionView>,
    /// As wide as the page.
    pub picture: Option<PictureView>,
    /// Description, as HTML.
    pub description_html: Option<String>,
    /// Its language, if that is not the page's.
    pub description_lang: Option<&'static str>,
}

/// An event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EventView {
    /// What it is.
    pub title: String,
    /// Day of the month.
    pub day: String,
    /// Month, short.
    pub month: String,
    /// When, in words.
    pub when: String,
    /// For machines.
    pub iso: String,
    /// Its last day, make-up session included, as an ISO date.
    pub last: String,
    /// Where it is, in one line, if the profile names a place.
    pub place: Option<String>,
    /// About it.
    pub description: Option<String>,
    /// The session for those who missed it, in words.
    pub make_up: Option<String>,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// In the language of the page, if it is translated.
    pub question: String,
    /// Answer, as HTML.
    pub answer_html: String,
}

/// A way on to another page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct DoorView {
    /// From the language's root.
    pub href: String,
    /// What it leads to, in a few words.
    pub title: String,
    /// One sentence.
    pub text: String,
}

/// Makes the storefront. `words_script` is the name of the script that folds words for search.
pub fn storefront_page(scene: &Scene<'_>, words_script: Option<&str>) -> StorefrontPage {
    let Scene { cooperative, shelf, settings, language, texts, .. } = scene;
    let language = *language;
    let slogan = cooperative.slogan.as_ref().map(|slogan| slogan.get(language));
    let about = cooperative.about.as_ref().map(|about| about.get(language));
    let categories = categories(scene);
    StorefrontPage {
        headline: slogan.unwrap_or(&cooperative.name).to_owned(),
        is_long: is_long_headline(slogan.unwrap_or(&cooperative.name)),
        is_plain: cooperative.has_no_photo_of_goods(),
        kicker: place_of(cooperative).unwrap_or_default(),
        lead: about.map(first_sentence),
        cover: cooperative
            .cover
            .as_ref()
            .and_then(|cover| shelf.picture(cover, PhotoShape::Cover, &cooperative.name, language)),
        action: contact_action(
            cooperative,
            &texts.fill("ask.greeting", &[("name", cooperative.label())]),
            texts.get(if cooperative.products.is_empty() { "action.chat" } else { "action.ask_short" }),
            texts,
        ),
        proof: proof(cooperative, texts),
        has_categories: categories.len() > 1,
        is_flow: is_flow(cooperative, categories.len()),
        by_price: categories.iter().any(|category| category.href.is_some()).then_some(routes::GOODS),
        categories,
        can_sort: cooperative.products.len() > 3,
        search: shop_search(scene, words_script),
        count: texts.count("catalogue.count", cooperative.products.len() as u64),
        feature: feature(scene),
        prices_as_of: cooperative
            .products
            .iter()
            .filter_map(|product| product.priced_on)
            .max()
            .map(|day| price_day(day, settings, texts)),
        about_lang: scene.other_language(cooperative.about.as_ref()),
        about_html: about.map(|about| markdown::lines_to_html(opening(about).0, 3)),
        about_more_html: about
            .map(|about| opening(about).1)
            .filter(|rest| !rest.trim().is_empty())
            .map(|rest| markdown::lines_to_html(rest, 3)),
        outlets: outlets(scene),
        trust: trust_facts(scene),
        hours: cooperative.hours.as_ref().map(|week| hours(week, settings, language, texts)),
        place: place_view(cooperative),
        contacts: contacts(cooperative, texts),
        contact_note: cooperative.contact.note.as_ref().map(|note| note.get(language).to_owned()),
        payment: payment(cooperative, texts),
        stories: cooperative.stories.iter().take(MAX_STORIES).map(|story| story_card(story, scene)).collect(),
        events: shown_events(scene).map(|event| event_view(event, scene)).collect(),
        events_last: last_of(shown_events(scene).map(|event| Some(event.last_day()))),
        questions: cooperative
            .questions
            .iter()
            .map(|question| QuestionView {
                question: question.question.get(language).to_owned(),
                answer_html: markdown::lines_to_html(question.answer.get(language), 4),
            })
            .collect(),
        members: cooperative.members.iter().map(|member| member_card(member, scene)).collect(),
        doors: doors(scene),
    }
}

/// Events that are not over, as many as the storefront shows.
fn shown_events<'a>(scene: &Scene<'a>) -> impl Iterator<Item = &'a Event> {
    let today = scene.settings.today;
    scene.cooperative.events.iter().filter(move |event| event.last_day() >= today).take(MAX_EVENTS)
}

/// The first sentence of a text, or as much of it as fits in two lines of a phone.
fn first_sentence(about: &str) -> String {
    const CHARS: usize = 110;
    let plain = markdown::to_plain(about.split("\n\n").next().unwrap_or(about));
    match plain.split_once(". ") {
        Some((first, _)) => markdown::shorten(&format!("{first}."), CHARS),
        None => markdown::shorten(&plain, CHARS),
    }
}

/// The first two paragraphs of a text, and the rest.
fn opening(about: &str) -> (&str, &str) {
    match about.match_indices("\n\n").nth(1) {
        Some((end, _)) => about.split_at(end),
        None => (about, ""),
    }
}

/// True where all goods stand in one grid, under however many headings.
fn is_flow(cooperative: &Cooperative, headings: usize) -> bool {
    headings > 1 && !cooperative.has_no_photo_of_goods() && !needs_search(cooperative.products.len())
}

/// Products under their headings. A lone group has none: it would say of all goods what they say themselves.
fn categories(scene: &Scene<'_>) -> Vec<CategoryView> {
    let shelves = shelves(scene.cooperative);
    let is_alone = shelves.len() == 1;
    let is_flow = is_flow(scene.cooperative, shelves.len());
    let view = |shelf: Shelf<'_>| {
        let name = if is_alone { String::new() } else { shelf.name(scene) };
        let products = &scene.cooperative.products;
        let cards =
            shelf.places.iter().map(|place| product_card(&products[*place], scene)).collect::<Vec<_>>();
        CategoryView {
            id: format!("k-{}", shelf.slug),
            href: shelf.has_page.then(|| shelf.href()),
            level: if name.is_empty() || is_flow { 3 } else { 4 },
            name,
            count: cards.len(),
            span: cards.len().min(4),
            cards,
        }
    };
    shelves.into_iter().map(view).collect()
}

fn feature(scene: &Scene<'_>) -> Option<FeatureView> {
    let [product] = scene.cooperative.products.as_slice() else { return None };
    let language = scene.language;
    let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
    Some(FeatureView {
        card: product_card(product, scene),
        order: product
            .variants
            .is_empty()
            .then(|| order(product, None, false, url.as_deref(), scene))
            .flatten(),
        picture: product.photos.first().and_then(|photo| {
            scene.shelf.picture(photo, PhotoShape::Gallery, product.name.get(language), language)
        }),
        description_html: product
            .description
            .as_ref()
            .map(|description| markdown::lines_to_html(description.get(language), 4)),
        description_lang: scene.other_language(product.description.as_ref()),
    })
}

/// An event with its times in words.
pub(super) fn event_view(event: &Event, scene: &Scene<'_>) -> EventView {
    let Scene { settings, texts, language, .. } = scene;
    let zone = settings.time_zone;
    EventView {
        title: event.title.get(*language).to_owned(),
        day: event.starts.day().to_string(),
        month: dates::short_month(event.starts.month(), texts).to_owned(),
        when: dates::moment(event.starts, event.ends, zone, texts),
        iso: dates::iso_moment(event.starts, zone),
        last: event.last_day().to_string(),
        place: event.place.clone(),
        description: event.description.as_ref().map(|text| text.get(*language).to_owned()),
        make_up: event.make_up.as_ref().map(|make_up| {
            let when = dates::moment(make_up.starts, make_up.ends, zone, texts);
            texts.fill("event.make_up", &[("when", &when)])
        }),
    }
}

fn doors(scene: &Scene<'_>) -> Vec<DoorView> {
    let texts = scene.texts;
    let door = |href: &str, key: &str| DoorView {
        href: href.to_owned(),
        title: texts.get(&format!("door.{key}.title")).to_owned(),
        text: texts.get(&format!("door.{key}.text")).to_owned(),
    };
    let mut doors = Vec::new();
    doors.extend(scene.pages.join.then(|| door(routes::JOIN, "join")));
    doors.extend(scene.pages.report.then(|| door(routes::REPORT, "report")));
    doors.extend(scene.pages.youth.then(|| door(routes::YOUTH, "youth")));
    doors
}
