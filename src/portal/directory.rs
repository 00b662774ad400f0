//! The front page and the lists by regency, kind and line of business: complete without a script, which
//! only filters what is there.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::model::{Date, Rupiah, Slug};
use crate::page::Document;
use crate::portal::agenda::{EventView, events};
use crate::portal::atlas::{MapView, RegencyView, map, regencies};
use crate::portal::feeds::stories as all_stories;
use crate::portal::listing::{ListingView, listing};
use crate::portal::outlets::{self, KindView};
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::{Scene, ShownWidth};
use crate::routes;
use crate::summary::{Summary, SummaryOpening, kind_word};
use crate::theme::Part;
use crate::view::days::{days_of, last_of};
use crate::view::links::LinkView;
use crate::view::product::price::digits_of;
use crate::view::{dates, money};

/// Most cooperatives on the front page; a larger portal lists them by regency only.
const FRONT_LISTINGS: usize = 200;
/// Events, stories and products on the front page.
const FRONT_EVENTS: usize = 3;
const FRONT_STORIES: usize = 3;
const FRONT_PRODUCTS: usize = 8;

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct FigureView {
    number: String,
    label: String,
    href: String,
    /// True if that is on this page.
    here: bool,
    /// When each of what it counts ends, as a count has it.
    days: String,
}

/// A group of cooperatives with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct GroupView {
    label: String,
    /// What the filter looks for.
    word: String,
    count: usize,
    href: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct StoryLine {
    title: String,
    href: String,
    from: String,
    date: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProductLine {
    name: String,
    href: String,
    from: String,
    price: Option<String>,
    /// Digits for which its size leaves room, as a card has it.
    digits: Option<u32>,
    unit: Option<String>,
    picture: crate::view::photos::PictureView,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FrontView {
    title: String,
    lead: String,
    figures: Vec<FigureView>,
    map: Option<MapView>,
    regencies: Vec<RegencyView>,
    kinds: Vec<GroupView>,
    sectors: Vec<GroupView>,
    /// Services and units that are no goods, by kind.
    services: Vec<KindView>,
    listings: Vec<ListingView>,
    /// Said instead of the list where there are too many.
    too_many: Option<String>,
    products: Vec<ProductLine>,
    events: Vec<EventView>,
    /// Last day of all, those on their page only included.
    events_last: Option<String>,
    /// True if all of them have a page.
    agenda: bool,
    stories: Vec<StoryLine>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ListView<'a> {
    title: String,
    count: String,
    listings: &'a [ListingView],
    paging: Option<PagingView>,
    /// Services that there are, for a regency.
    services: &'a [LinkView],
    /// Lists beside this one.
    others: &'a [LinkView],
    /// The way back.
    back: LinkView,
}

/// The front page, then a list for each regency, kind and line of business.
pub(super) fn documents(scene: &Scene<'_>, services: &[KindView]) -> Vec<Document> {
    let regencies = regencies(scene);
    let kinds = kinds(scene);
    let sectors = sectors(scene);
    let mut documents = vec![front(scene, &regencies, [&kinds, &sectors], services)];
    let of_regency = |regency: &RegencyView, summary: &Summary| {
        summary.region.as_ref().is_some_and(|region| region.regency_code() == regency.code)
    };
    for regency in &regencies {
        let listings = pick(scene, |summary| of_regency(regency, summary));
        let others =
            regencies.iter().map(|other| LinkView { href: other.href.clone(), label: other.name.clone() });
        let services = outlets::of_regency(services, &regency.code);
        let links = (others.collect(), services);
        documents.extend(list(scene, &regency.name, &regency.href, &listings, links));
    }
    let links = |groups: &[GroupView]| -> Vec<LinkView> {
        groups.iter().map(|group| LinkView { href: group.href.clone(), label: group.label.clone() }).collect()
    };
    for group in &kinds {
        let listings = pick(scene, |summary| summary.kind.map(kind_word) == Some(group.word.as_str()));
        documents.extend(list(scene, &group.label, &group.href, &listings, (links(&kinds), Vec::new())));
    }
    for group in &sectors {
        let has = |summary: &Summary| {
            summary
                .sectors
                .iter()
                .filter_map(|sector| Slug::from_name(sector))
                .any(|slug| slug.as_str() == group.word)
        };
        documents.extend(list(
            scene,
            &group.label,
            &group.href,
            &pick(scene, has),
            (links(&sectors), Vec::new()),
        ));
    }
    documents
}

fn pick(scene: &Scene<'_>, belongs: impl Fn(&Summary) -> bool) -> Vec<ListingView> {
    scene.summaries.iter().filter(|summary| belongs(summary)).map(|summary| listing(summary, scene)).collect()
}

fn kinds(scene: &Scene<'_>) -> Vec<GroupView> {
    let mut counts = BTreeMap::new();
    for kind in scene.summaries.iter().filter_map(|summary| summary.kind) {
        *counts.entry(kind).or_insert(0) += 1;
    }
    let group = |(kind, count)| GroupView {
        label: scene.texts.get(&format!("portal.kind.{}", kind_word(kind))).to_owned(),
        word: kind_word(kind).to_owned(),
        count,
        href: routes::kind(kind_word(kind)),
    };
    counts.into_iter().map(group).collect()
}

/// Lines of business as they are written, those that make the same address together.
fn sectors(scene: &Scene<'_>) -> Vec<GroupView> {
    let mut groups: BTreeMap<Slug, GroupView> = BTreeMap::new();
    for sector in scene.summaries.iter().flat_map(|summary| &summary.sectors) {
        let Some(slug) = Slug::from_name(sector) else { continue };
        let href = routes::sector(&slug);
        let word = slug.to_string();
        groups
            .entry(slug)
            .or_insert_with(|| GroupView { label: capitalised(sector), word, count: 0, href })
            .count += 1;
    }
    groups.into_values().collect()
}

/// `peternakan` as `Peternakan`.
fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

fn front(
    scene: &Scene<'_>,
    regencies: &[RegencyView],
    [kinds, sectors]: [&[GroupView]; 2],
    services: &[KindView],
) -> Document {
    let texts = scene.texts;
    let fits = scene.summaries.len() <= FRONT_LISTINGS;
    let lead = scene.settings.description.clone().unwrap_or_else(|| texts.get("portal.lead").to_owned());
    let products = products(scene);
    let events = events(scene);
    let view = FrontView {
        title: scene.settings.title.clone(),
        lead: lead.clone(),
        figures: figures(scene, regencies, !products.is_empty()),
        map: map(regencies, scene),
        regencies: regencies.to_vec(),
        kinds: kinds.to_vec(),
        sectors: sectors.to_vec(),
        services: services.to_vec(),
        listings: if fits { pick(scene, |_| true) } else { Vec::new() },
        too_many: (!fits).then(|| texts.get("portal.too_many").to_owned()),
        products,
        events_last: last_of(events.iter().map(|event| Some(event.last))),
        events: events.into_iter().take(FRONT_EVENTS).collect(),
        agenda: scene.has(Part::Agenda),
        stories: stories(scene),
    };
    Document {
        kind: "portal",
        path: String::new(),
        title: scene.settings.title.clone(),
        description: lead,
        share: Some(scene.share_of_all()),
        og_type: "website",
        json_ld: vec![scene.website()],
        view: ("portal", Value::from_serializable(&view)),
    }
}

/// Where no product has a photo, the page has no goods to lead to; the cooperatives have them.
fn figures(scene: &Scene<'_>, regencies: &[RegencyView], shows_goods: bool) -> Vec<FigureView> {
    let goods = if shows_goods { "#barang" } else { "#koperasi" };
    let products: u64 = scene.summaries.iter().map(|summary| u64::from(summary.products.count)).sum();
    let today = scene.today();
    let closing: Vec<Option<Date>> = scene
        .summaries
        .iter()
        .flat_map(|summary| summary.openings_on(today))
        .map(SummaryOpening::last_day)
        .collect();
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    let figure = |number: u64, key: &str, href: &str| FigureView {
        number: money::number(number, scene.language),
        label: scene.texts.get(key).to_owned(),
        href: href.to_owned(),
        here: href.starts_with('#'),
        days: String::new(),
    };
    let openings = figure(
        count(closing.len()),
        "portal.figure.openings",
        if scene.has(Part::Youth) { routes::BOARD } else { "" },
    );
    vec![
        figure(count(scene.summaries.len()), "portal.figure.cooperatives", "#koperasi"),
        figure(count(regencies.len()), "portal.figure.regencies", "#wilayah"),
        figure(products, "portal.figure.products", goods),
        FigureView { days: days_of(closing), ..openings },
    ]
    .into_iter()
    .filter(|figure| figure.number != "0")
    .collect()
}

/// The photos of products: two beside each other on a phone, as many as fit above that, at three pixels to one.
const GOODS_WIDTH: ShownWidth = ShownWidth { sizes: "(min-width: 40rem) 12rem, 44vw", most_px: 3 * 12 * 16 };

/// Products of all cooperatives in turn, so that none stands before the others.
fn products(scene: &Scene<'_>) -> Vec<ProductLine> {
    let deepest = scene.summaries.iter().map(|summary| summary.products.shown.len()).max().unwrap_or(0);
    let in_turn = (0..deepest).flat_map(|index| {
        scene.summaries.iter().filter_map(move |summary| Some((*summary, summary.products.shown.get(index)?)))
    });
    let line = |(summary, product): (&Summary, &crate::summary::SummaryProduct)| {
        let photo = product.photo.as_ref().filter(|_| summary.home.is_none())?;
        let price = product.price.and_then(Rupiah::new).map(|price| money::rupiah(price, scene.language));
        let from = |price: String| scene.texts.fill("portal.price_from", &[("price", &price)]);
        Some(ProductLine {
            name: product.name.get(scene.language).to_owned(),
            href: scene.link_to(summary, &routes::product(&product.slug)),
            from: summary.label().to_owned(),
            digits: product.price.and_then(Rupiah::new).and_then(digits_of),
            price: if product.from { price.map(from) } else { price },
            unit: product.unit.as_ref().map(|unit| unit.get(scene.language).to_owned()),
            picture: scene.picture_of(summary, photo, GOODS_WIDTH),
        })
    };
    in_turn.filter_map(line).take(FRONT_PRODUCTS).collect()
}

fn stories(scene: &Scene<'_>) -> Vec<StoryLine> {
    all_stories(scene)
        .into_iter()
        .take(FRONT_STORIES)
        .map(|(summary, story)| StoryLine {
            title: story.title.clone(),
            href: scene.link_to(summary, &routes::story(&story.slug)),
            from: summary.label().to_owned(),
            date: dates::day(story.date, scene.texts),
        })
        .collect()
}

fn list(
    scene: &Scene<'_>,
    title: &str,
    path: &str,
    listings: &[ListingView],
    (mut others, services): (Vec<LinkView>, Vec<LinkView>),
) -> Vec<Document> {
    let texts = scene.texts;
    let count = texts.count("portal.count", u64::try_from(listings.len()).unwrap_or(u64::MAX));
    others.retain(|other| other.href != path);
    let document = |leaf: Leaf<'_, ListingView>| {
        let title = leaf.title(title, texts);
        let view = ListView {
            title: title.clone(),
            count: count.clone(),
            listings: leaf.lines,
            paging: leaf.paging,
            services: &services,
            others: &others,
            back: LinkView { href: String::new(), label: scene.settings.title.clone() },
        };
        let told = texts.fill("portal.list_description", &[("title", &title), ("count", &count)]);
        let view = ("list", Value::from_serializable(&view));
        scene.document("portal-list", &leaf.path, &title, told, view)
    };
    leaves(listings, path, texts).into_iter().map(document).collect()
}
