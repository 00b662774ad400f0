//! Monitoring for the office that runs the programme: targets by year, coverage by regency, and for each cooperative
//! how complete and how fresh its page is, why, and whom to ask. As pages, on paper, for spreadsheets and as JSON.

mod card;
mod changes;
mod counts;
mod data;
mod lists;
mod report;
mod row;
mod taking_part;

use serde::Serialize;
use tera::Value;

use crate::page::Document;
use crate::portal::paging::{Leaf, PagingView, leaves_of};
use crate::portal::scene::Scene;
use crate::routes;
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::{dates, money};
use card::{Card, cards, state_word};
use counts::{FigureView, PlaceRow, ShareView, districts, figures, regencies, shares};
use lists::{CARDS, List, OptionsView, Scope, lists, options};
use row::Row;

pub(super) use data::claim_data;
pub(super) use taking_part::TakingPart;

#[derive(Debug, Clone, PartialEq, Serialize)]
struct MonitoringView<'a> {
    title: String,
    as_of: String,
    /// On the first page only.
    top: Option<TopView>,
    rows: &'a [&'a Card],
    paging: Option<PagingView>,
    /// The way back from a list that is not that of all.
    back: Option<LinkView>,
    /// Where those are that this list leaves out.
    rest: Option<&'a str>,
    /// True where the cards stand by name.
    by_name: bool,
}

/// What the cooperatives of a list have reached together, and the ways to shorter lists.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct TopView {
    /// Of all only.
    programme: Option<ProgrammeView>,
    states: Vec<ShareView>,
    figures: Vec<FigureView>,
    /// Regencies of all, districts of a regency.
    places: Vec<PlaceRow>,
    /// What the places are.
    places_title: String,
    /// Other lists of the same cooperatives.
    ways: Vec<LinkView>,
    /// What the script filters by.
    options: OptionsView,
    /// True where the list is too long for the script to put it together.
    is_far: bool,
}

/// What was promised, and what is there.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProgrammeView {
    online: String,
    /// How many of the office's list are online, if it has one.
    taking_part: Option<String>,
    targets: Vec<TargetView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TargetView {
    year: i16,
    target: String,
    /// Percent of the target that today's number is, at most 100.
    percent: u64,
    /// What it says: reached, so much to go.
    state: String,
    reached: bool,
}

/// Hands over the pages of `pantau/`, list by list: every list with its later pages, the report of each regency, and
/// the programme. The views of all lists of 16,000 cooperatives would be held at once.
pub(super) fn documents(taking: &TakingPart<'_>, scene: &Scene<'_>, mut write: impl FnMut(Vec<Document>)) {
    let cards = cards(scene);
    let lists = lists(&cards);
    let kinds: Vec<&'static str> = lists.iter().filter_map(|list| kind_of(&list.scope)).collect();
    for list in &lists {
        write(list_documents(list, &kinds, taking, scene));
        if let Scope::Regency(code, name) = &list.scope {
            write(vec![report::document((code, name), &list.cards, taking, scene)]);
        }
    }
    if !taking.is_empty() {
        write(taking_part::documents(taking, &cards, scene));
    }
}

fn kind_of(scope: &Scope) -> Option<&'static str> {
    if let Scope::Kind(word) = scope { Some(word) } else { None }
}

fn list_documents(
    list: &List<'_>,
    kinds: &[&'static str],
    taking: &TakingPart<'_>,
    scene: &Scene<'_>,
) -> Vec<Document> {
    let texts = scene.texts;
    let scope = &list.scope;
    let shown = list.shown();
    let rest = (shown.len() < list.cards.len()).then(|| rest(shown.len(), list, scene));
    let all = leaves_of(&shown, CARDS, &scope.path(), texts);
    let document = |leaf: Leaf<'_, &Card>| {
        let title = leaf.title(&scope.title(texts), texts);
        let view = MonitoringView {
            title: title.clone(),
            as_of: texts.fill("portal.monitor.as_of", &[("date", &dates::day(scene.today(), texts))]),
            top: leaf.is_first().then(|| top(list, kinds, taking, scene)),
            rows: leaf.lines,
            paging: leaf.paging,
            back: back(scope, texts),
            rest: rest.as_deref(),
            by_name: *scope == Scope::ByName,
        };
        let lead = texts.get("portal.monitor.lead").to_owned();
        let view = ("monitor", Value::from_serializable(&view));
        scene.document(("portal-monitor", &leaf.path), &title, lead, view)
    };
    all.into_iter().map(document).collect()
}

/// How many of all a list names, and where the rest is.
fn rest(shown: usize, list: &List<'_>, scene: &Scene<'_>) -> String {
    let number = |n: usize| money::number(u64::try_from(n).unwrap_or(u64::MAX), scene.language);
    scene.texts.fill("portal.monitor.rest", &[("n", &number(shown)), ("all", &number(list.cards.len()))])
}

/// From a district to its regency, from any other list to that of all.
fn back(scope: &Scope, texts: &Texts) -> Option<LinkView> {
    match scope {
        Scope::All => None,
        Scope::District(_, _, (code, name)) => Some(LinkView {
            href: routes::monitoring_of(code),
            label: texts.fill("portal.monitor.of", &[("name", name)]),
        }),
        _ => Some(LinkView {
            href: routes::MONITORING.to_owned(),
            label: texts.get("portal.monitor.title").to_owned(),
        }),
    }
}

fn top(list: &List<'_>, kinds: &[&'static str], taking: &TakingPart<'_>, scene: &Scene<'_>) -> TopView {
    let texts = scene.texts;
    let List { scope, cards } = list;
    let rows: Vec<&Row> = cards.iter().map(|card| &card.row).collect();
    let mut states = shares(&rows, texts);
    let is_whole = *scope == Scope::All;
    if is_whole && !list.is_far() {
        for share in states.iter_mut().filter(|share| (1..rows.len()).contains(&share.count)) {
            share.href = Some(routes::monitoring_of(state_word(share.of)));
        }
    }
    let (places, places_title) = match scope {
        Scope::All => (regencies(&rows, texts), "portal.regions"),
        Scope::Regency(..) => (districts(&rows, texts), "portal.monitor.districts"),
        _ => (Vec::new(), "portal.regions"),
    };
    TopView {
        programme: is_whole.then(|| ProgrammeView {
            online: money::number(u64::try_from(rows.len()).unwrap_or(u64::MAX), scene.language),
            taking_part: taking.told(scene),
            targets: targets(rows.len(), scene),
        }),
        states,
        figures: figures(&rows, scene),
        places,
        places_title: texts.get(places_title).to_owned(),
        ways: ways(list, kinds, taking, texts),
        options: options(list, texts),
        is_far: list.is_far(),
    }
}

/// The ways from a list to others: of all to kinds and to the order of names, of a regency to its report and its
/// directory.
fn ways(list: &List<'_>, kinds: &[&'static str], taking: &TakingPart<'_>, texts: &Texts) -> Vec<LinkView> {
    let link = |href: String, key: &str| LinkView { href, label: texts.get(key).to_owned() };
    match &list.scope {
        Scope::All => {
            let kinds =
                kinds.iter().map(|word| link(routes::monitoring_of(word), &format!("portal.kind.{word}")));
            let by_name = (list.cards.len() > 1 && !list.is_far())
                .then(|| link(routes::MONITORING_NAMES.to_owned(), "portal.monitor.by_name"));
            let programme = (!taking.is_empty())
                .then(|| link(routes::MONITORING_PROGRAMME.to_owned(), "portal.programme.title"));
            programme.into_iter().chain(kinds).chain(by_name).collect()
        }
        Scope::Regency(code, _) => {
            // Those that are gone stand in no directory.
            let is_listed = list.cards.iter().any(|card| !card.row.is_gone);
            let shops = is_listed.then(|| link(routes::regency(code), "portal.monitor.shops"));
            [Some(link(routes::monitoring_report(code), "portal.monitor.report.link")), shops]
                .into_iter()
                .flatten()
                .collect()
        }
        _ => Vec::new(),
    }
}

fn targets(online: usize, scene: &Scene<'_>) -> Vec<TargetView> {
    let online = u64::try_from(online).unwrap_or(u64::MAX);
    let target = |(year, target): (&i16, &u32)| {
        let target = u64::from(*target);
        let left = target.saturating_sub(online);
        let state = if left == 0 {
            scene.texts.get("portal.monitor.reached").to_owned()
        } else {
            scene.texts.fill("portal.monitor.left", &[("n", &money::number(left, scene.language))])
        };
        TargetView {
            year: *year,
            target: money::number(target, scene.language),
            percent: (online * 100).checked_div(target).unwrap_or(100).min(100),
            state,
            reached: left == 0,
        }
    };
    scene.settings.programme.targets.iter().map(target).collect()
}
