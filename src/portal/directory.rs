//! The front page and the lists by regency, kind and line of business: complete without a script, which
//! only filters what is there.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::model::{Kind, Slug};
use crate::page::Document;
use crate::portal::agenda::{EventView, events};
use crate::portal::atlas::{MapView, RegencyView, map, regencies};
use crate::portal::feeds::stories as all_stories;
use crate::portal::figures::{FigureView, figures};
use crate::portal::goods::{self, ProductLine, products};
use crate::portal::listing::{ListingView, listing};
use crate::portal::outlets::KindView;
use crate::portal::paging::{PagingView, leaves};
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::{Summary, kind_word};
use crate::theme::Feature;
use crate::view::dates;
use crate::view::days::last_of;
use crate::view::links::LinkView;
use crate::view::money;

/// Most cooperatives on the front page, which must stay light on the way: the others are on the page of all of them.
const FRONT_LISTINGS: usize = 8;
/// Most cooperatives on the page of all of them; a larger portal has search and lists by letter.
const ALL_LISTINGS: usize = 200;
/// Regencies and lines of business that need no folding.
const FEW_GROUPS: usize = 8;
/// Events and stories on the front page.
const FRONT_EVENTS: usize = 3;
const FRONT_STORIES: usize = 3;

/// A group of cooperatives with a page of its own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct GroupView {
    /// Its name.
    pub label: String,
    /// What the filter looks for.
    pub word: String,
    /// How many cooperatives.
    pub count: usize,
    /// Its page, from the language's root.
    pub href: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct StoryLine {
    title: String,
    href: String,
    from: String,
    date: String,
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
    /// True if its lists are short enough to stand open.
    few: bool,
    /// True if all of them are listed here, and a script filters them.
    whole: bool,
    /// Where all of them are, where only some are listed here.
    all: Option<LinkView>,
    /// How many of them are listed here, and which.
    some: Option<String>,
    products: Vec<ProductLine>,
    /// What the way to all of them is called; empty if they have no page.
    all_goods: String,
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
    listings: Vec<ListingView>,
    paging: Option<PagingView>,
    /// True if a script filters it by words, `kinds` and `regencies`.
    filter: bool,
    kinds: &'a [GroupView],
    regencies: &'a [RegencyView],
    /// Lists beside this one.
    others: &'a [LinkView],
    /// The way back.
    back: LinkView,
}

/// What a list has beside its lines: other lists, and by what it is filtered.
#[derive(Default)]
struct Beside<'a> {
    others: Vec<LinkView>,
    filter: bool,
    kinds: &'a [GroupView],
    regencies: &'a [RegencyView],
}

/// A group, and who is in it.
struct Group<'s> {
    view: GroupView,
    members: Vec<&'s Summary>,
}

/// Hands over the front page, then the pages of a list for each kind and line of business, one by one: the views of a
/// list of a hundred thousand weigh too much to be held at once.
pub(super) fn documents(scene: &Scene<'_>, services: &[KindView], write: &mut impl FnMut(Vec<Document>)) {
    let regencies = regencies(scene);
    let (by_kind, by_sector) = (by_kind(scene), by_sector(scene));
    let (kinds, sectors) = (views(&by_kind), views(&by_sector));
    write(vec![front(scene, &regencies, [&kinds, &sectors], services)]);
    all(scene, &kinds, &regencies, write);
    let links = |groups: &[GroupView]| -> Vec<LinkView> {
        groups.iter().map(|group| LinkView { href: group.href.clone(), label: group.label.clone() }).collect()
    };
    for (groups, beside) in [(&by_kind, links(&kinds)), (&by_sector, links(&sectors))] {
        for Group { view, members } in groups {
            let beside = Beside { others: beside.clone(), ..Beside::default() };
            list(scene, view, members, beside, write);
        }
    }
}

fn views(groups: &[Group<'_>]) -> Vec<GroupView> {
    groups.iter().map(|group| group.view.clone()).collect()
}

/// Kinds that cooperatives have, in the order of kinds.
pub(super) fn kinds(scene: &Scene<'_>) -> Vec<GroupView> {
    views(&by_kind(scene))
}

/// Lines of business as they are written, those that make the same address together.
pub(super) fn sectors(scene: &Scene<'_>) -> Vec<GroupView> {
    views(&by_sector(scene))
}

fn by_kind<'s>(scene: &Scene<'s>) -> Vec<Group<'s>> {
    let mut kinds: BTreeMap<Kind, Vec<&Summary>> = BTreeMap::new();
    for summary in scene.summaries {
        if let Some(kind) = summary.kind {
            kinds.entry(kind).or_default().push(summary);
        }
    }
    let group = |(kind, members): (Kind, Vec<&'s Summary>)| {
        let word = kind_word(kind);
        let label = scene.texts.get(&format!("portal.kind.{word}")).to_owned();
        let view = GroupView { label, word: word.to_owned(), count: members.len(), href: routes::kind(word) };
        Group { view, members }
    };
    kinds.into_iter().map(group).collect()
}

fn by_sector<'s>(scene: &Scene<'s>) -> Vec<Group<'s>> {
    let mut sectors: BTreeMap<Slug, (&str, Vec<&Summary>)> = BTreeMap::new();
    for summary in scene.summaries {
        for sector in &summary.sectors {
            let Some(slug) = Slug::from_name(sector) else { continue };
            let (_, members) = sectors.entry(slug).or_insert_with(|| (sector, Vec::new()));
            // Who writes a line of business in two ways is in it once.
            if members.last().is_none_or(|last| !std::ptr::eq(*last, *summary)) {
                members.push(summary);
            }
        }
    }
    let group = |(slug, (label, members)): (Slug, (&str, Vec<&'s Summary>))| {
        let href = routes::sector(&slug);
        let view =
            GroupView { label: capitalised(label), word: slug.to_string(), count: members.len(), href };
        Group { view, members }
    };
    sectors.into_iter().map(group).collect()
}

/// `peternakan` as `Peternakan`.
pub(super) fn capitalised(text: &str) -> String {
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
    let listed = freshest(scene);
    let all = (listed.len() < scene.summaries.len()).then(|| LinkView {
        href: way_to_all(scene).to_owned(),
        label: texts.get("portal.directory").to_owned(),
    });
    let lead = scene.settings.description.clone().unwrap_or_else(|| texts.get("portal.lead").to_owned());
    let products = products(scene, scene.summaries);
    let events = events(scene);
    let view = FrontView {
        title: scene.settings.title.clone(),
        lead: lead.clone(),
        figures: figures(
            scene,
            scene.summaries,
            Some(regencies.len()),
            !products.is_empty(),
            routes::BOARD.to_owned(),
        ),
        map: map(regencies, scene),
        regencies: regencies.to_vec(),
        kinds: kinds.to_vec(),
        sectors: sectors.to_vec(),
        services: services.to_vec(),
        listings: listed.iter().map(|summary| listing(summary, scene)).collect(),
        few: regencies.len() + sectors.len() <= FEW_GROUPS,
        some: all.is_some().then(|| {
            let [shown, of] = [listed.len(), scene.summaries.len()].map(|count| count as u64);
            let [shown, of] = [shown, of].map(|count| money::number(count, scene.language));
            texts.fill("portal.some", &[("n", &shown), ("all", &of)])
        }),
        whole: all.is_none(),
        all,
        products,
        all_goods: if goods::has_page(scene) {
            texts.get("portal.all_goods").to_owned()
        } else {
            String::new()
        },
        events_last: last_of(events.iter().map(|event| Some(event.last))),
        events: events.into_iter().take(FRONT_EVENTS).collect(),
        agenda: scene.has(Feature::Agenda),
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

/// Those that the front page lists: all in their order, or of more than fit those that were brought up to date last.
fn freshest<'s>(scene: &Scene<'s>) -> Vec<&'s Summary> {
    let mut listed = scene.summaries.to_vec();
    if listed.len() > FRONT_LISTINGS {
        let told = |summary: &Summary| {
            let days = [summary.updated, summary.products.priced_freshest];
            days.into_iter().flatten().map(|day| day.min(scene.today())).max()
        };
        listed.sort_by_key(|summary| Reverse(told(summary)));
        listed.truncate(FRONT_LISTINGS);
    }
    listed
}

/// Where all cooperatives are: a page of their own, or in a large portal search with its lists by letter.
pub(super) fn way_to_all(scene: &Scene<'_>) -> &'static str {
    if scene.summaries.len() <= ALL_LISTINGS { routes::COOPERATIVES } else { routes::SEARCH }
}

/// The page of all cooperatives, where the front page has not all of them.
fn all(
    scene: &Scene<'_>,
    kinds: &[GroupView],
    regencies: &[RegencyView],
    write: &mut impl FnMut(Vec<Document>),
) {
    if !(FRONT_LISTINGS + 1..=ALL_LISTINGS).contains(&scene.summaries.len()) {
        return;
    }
    let label = scene.texts.get("portal.directory").to_owned();
    let href = routes::COOPERATIVES.to_owned();
    let group = GroupView { label, word: String::new(), count: scene.summaries.len(), href };
    list(
        scene,
        &group,
        scene.summaries,
        Beside { filter: true, kinds, regencies, ..Beside::default() },
        write,
    );
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
    group: &GroupView,
    members: &[&Summary],
    beside: Beside<'_>,
    write: &mut impl FnMut(Vec<Document>),
) {
    let texts = scene.texts;
    let count = texts.count("portal.count", u64::try_from(members.len()).unwrap_or(u64::MAX));
    let Beside { mut others, filter, kinds, regencies } = beside;
    others.retain(|other| other.href != group.href);
    for leaf in leaves(members, &group.href, texts) {
        let title = leaf.title(&group.label, texts);
        let view = ListView {
            title: title.clone(),
            count: count.clone(),
            listings: leaf.lines.iter().map(|summary| listing(summary, scene)).collect(),
            filter: filter && leaf.paging.is_none(),
            paging: leaf.paging,
            kinds,
            regencies,
            others: &others,
            back: LinkView { href: String::new(), label: scene.settings.title.clone() },
        };
        let told = texts.fill("portal.list_description", &[("title", &title), ("count", &count)]);
        let view = ("list", Value::from_serializable(&view));
        write(vec![scene.document(("portal-list", &leaf.path), &title, told, view)]);
    }
}
