//! The page of the programme: who is on the office's list and not yet online, by stage and regency; targets, training
//! sessions, and how it was in earlier reports. The site is public: it names cooperatives and their stage, nobody's
//! contact, and who missed a session only as a number.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::card::Card;
use super::changes::{ChangesView, changes, state_of};
use super::counts::{ShareView, shares_of};
use crate::model::{Date, Event, folded_name};
use crate::page::Document;
use crate::portal::agenda::make_up_told;
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::Scene;
use crate::programme::{Earlier, Standing};
use crate::routes;
use crate::summary::{State, SummaryEvent};
use crate::theme::{Feature, Texts};
use crate::view::links::LinkView;
use crate::view::{dates, money};

/// Reports of the trend, today's not counted.
const MOST_REPORTS: usize = 12;

/// Who takes part, with or without a storefront, and how it stood before.
pub(in crate::portal) struct TakingPart<'p> {
    /// In the order of the lists.
    pub(in crate::portal) standings: Vec<Standing<'p>>,
    /// The oldest first.
    pub(in crate::portal) earlier: &'p [Earlier],
}

impl TakingPart<'_> {
    /// True where there is nothing to show.
    pub(super) fn is_empty(&self) -> bool {
        self.standings.is_empty() && self.earlier.is_empty()
    }

    /// The latest report before today.
    pub(super) fn latest(&self) -> Option<&Earlier> {
        self.earlier.last()
    }

    /// Who of a regency has no storefront yet, by name.
    pub(super) fn waiting_in(&self, code: &str) -> Vec<String> {
        let is_there = |standing: &&Standing<'_>| {
            standing.online.is_none() && standing.entry.place.as_ref().is_some_and(|place| place.code == code)
        };
        let mut names: Vec<String> =
            self.standings.iter().filter(is_there).map(|standing| standing.entry.name.clone()).collect();
        names.sort();
        names
    }

    /// How many are on the list, online, and not yet, in words; `None` without a list.
    pub(super) fn told(&self, scene: &Scene<'_>) -> Option<String> {
        let listed = self.standings.len();
        (listed > 0).then(|| told(listed, self.online(), scene))
    }

    fn online(&self) -> usize {
        self.standings.iter().filter(|standing| standing.online.is_some()).count()
    }
}

/// `1.200 di daftar, 130 sudah tayang, 1.070 belum`.
fn told(listed: usize, online: usize, scene: &Scene<'_>) -> String {
    let number = |n: usize| money::number(u64::try_from(n).unwrap_or(u64::MAX), scene.language);
    scene.texts.fill(
        "portal.programme.told",
        &[("listed", &number(listed)), ("online", &number(online)), ("left", &number(listed - online))],
    )
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProgrammePage<'a> {
    title: String,
    as_of: String,
    back: LinkView,
    /// On the first page only.
    top: Option<TopView>,
    waiting: Vec<PlaceView<'a>>,
    paging: Option<PagingView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TopView {
    told: Option<String>,
    targets: Vec<PartView>,
    stages: Vec<PartView>,
    places: Vec<PartView>,
    sessions: Vec<SessionView>,
    /// True if there is a page that has the sessions that make them up.
    agenda: bool,
    trend: Vec<TrendView>,
    changes: Option<ChangesView>,
}

/// A part of the programme: what it is called, how much of it is done.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PartView {
    label: String,
    /// At most 100.
    percent: usize,
    told: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct SessionView {
    name: String,
    percent: usize,
    told: String,
    /// When it is made up, if that is still to come.
    make_up: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TrendView {
    date: String,
    online: String,
    states: Vec<ShareView>,
    told: String,
}

/// Those of a regency that have no storefront yet.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlaceView<'a> {
    name: &'a str,
    rows: Vec<WaitingView<'a>>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct WaitingView<'a> {
    name: &'a str,
    stage: Option<String>,
}

/// `pantau/program/` and its later pages.
pub(super) fn documents(taking: &TakingPart<'_>, cards: &[Card], scene: &Scene<'_>) -> Vec<Document> {
    let texts = scene.texts;
    let nowhere = texts.get("portal.programme.nowhere");
    let mut waiting: Vec<(&str, &Standing<'_>)> = taking
        .standings
        .iter()
        .filter(|standing| standing.online.is_none())
        .map(|standing| {
            (standing.entry.place.as_ref().map_or(nowhere, |place| place.name.as_str()), standing)
        })
        .collect();
    waiting.sort_by(|(place, one), (other_place, other)| {
        let key = |standing: &Standing<'_>| (standing.entry.stage.clone(), standing.entry.name.clone());
        place.cmp(other_place).then_with(|| key(one).cmp(&key(other)))
    });
    let document = |leaf: Leaf<'_, (&str, &Standing<'_>)>| {
        let title = leaf.title(texts.get("portal.programme.title"), texts);
        let view = ProgrammePage {
            title: title.clone(),
            as_of: texts.fill("portal.monitor.as_of", &[("date", &dates::day(scene.today(), texts))]),
            back: LinkView {
                href: routes::MONITORING.to_owned(),
                label: texts.get("portal.monitor.title").to_owned(),
            },
            top: leaf.is_first().then(|| top(taking, cards, scene)),
            waiting: by_place(leaf.lines, texts),
            paging: leaf.paging,
        };
        let lead = texts.get("portal.programme.lead").to_owned();
        let view = ("programme", Value::from_serializable(&view));
        scene.document(("portal-programme", &leaf.path), &title, lead, view)
    };
    leaves(&waiting, routes::MONITORING_PROGRAMME, texts).into_iter().map(document).collect()
}

fn by_place<'a>(lines: &[(&'a str, &'a Standing<'a>)], texts: &Texts) -> Vec<PlaceView<'a>> {
    let mut places: Vec<PlaceView<'a>> = Vec::new();
    for (name, standing) in lines {
        let row = WaitingView {
            name: &standing.entry.name,
            stage: standing.entry.stage.as_ref().map(|stage| stage_label(stage, texts)),
        };
        match places.last_mut().filter(|place| place.name == *name) {
            Some(place) => place.rows.push(row),
            None => places.push(PlaceView { name, rows: vec![row] }),
        }
    }
    places
}

/// `Tahap 2` for a stage that is only a number.
fn stage_label(stage: &str, texts: &Texts) -> String {
    let is_number = stage.bytes().all(|byte| byte.is_ascii_digit());
    if is_number { texts.fill("portal.programme.stage", &[("n", stage)]) } else { stage.to_owned() }
}

fn top(taking: &TakingPart<'_>, cards: &[Card], scene: &Scene<'_>) -> TopView {
    let texts = scene.texts;
    let all: Vec<&Card> = cards.iter().collect();
    let stage =
        |standing: &Standing<'_>| {
            let stage = standing.entry.stage.as_deref();
            Some(stage.map_or_else(
                || texts.get("portal.programme.no_stage").to_owned(),
                |it| stage_label(it, texts),
            ))
        };
    let place = |standing: &Standing<'_>| Some(standing.entry.place.as_ref()?.name.clone());
    TopView {
        told: taking.told(scene),
        targets: targets(taking, cards.len(), scene),
        stages: parts(&taking.standings, stage, scene),
        places: parts(&taking.standings, place, scene),
        sessions: sessions(taking, scene),
        agenda: scene.has(Feature::Agenda),
        trend: trend(taking, cards, scene),
        changes: changes(&all, taking.latest(), true, scene),
    }
}

/// Standings by what they have in common, by its name.
fn parts(
    standings: &[Standing<'_>],
    of: impl Fn(&Standing<'_>) -> Option<String>,
    scene: &Scene<'_>,
) -> Vec<PartView> {
    let mut groups: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for standing in standings {
        let Some(label) = of(standing) else { continue };
        let (listed, online) = groups.entry(label).or_default();
        *listed += 1;
        *online += usize::from(standing.online.is_some());
    }
    let part = |(label, (listed, online)): (String, (usize, usize))| PartView {
        label,
        percent: online * 100 / listed.max(1),
        told: told(listed, online, scene),
    };
    groups.into_iter().map(part).collect()
}

/// What was promised by year: how many are online, and how many the list has for that year.
fn targets(taking: &TakingPart<'_>, online: usize, scene: &Scene<'_>) -> Vec<PartView> {
    let number = |n: usize| money::number(u64::try_from(n).unwrap_or(u64::MAX), scene.language);
    let target = |(year, target): (&i16, &u32)| {
        let target = usize::try_from(*target).unwrap_or(usize::MAX);
        let listed = taking.standings.iter().filter(|standing| standing.entry.year == Some(*year)).count();
        let values = [
            ("target", number(target)),
            ("online", number(online)),
            ("listed", number(listed)),
            ("left", number(target.saturating_sub(online))),
        ];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let key = if listed > 0 { "portal.programme.target_listed" } else { "portal.programme.target" };
        PartView {
            label: year.to_string(),
            percent: (online * 100).checked_div(target).unwrap_or(100).min(100),
            told: scene.texts.fill(key, &values),
        }
    };
    scene.settings.programme.targets.iter().map(target).collect()
}

/// Training sessions, in the order of the lists, each with the session of the agenda that makes it up.
fn sessions(taking: &TakingPart<'_>, scene: &Scene<'_>) -> Vec<SessionView> {
    let mut counts: Vec<(&str, [usize; 3])> = Vec::new();
    for session in taking.standings.iter().flat_map(|standing| &standing.entry.bimtek) {
        let folded = folded_name(&session.name);
        let known = counts.iter().position(|(name, _)| folded_name(name) == folded);
        let index = known.unwrap_or_else(|| {
            counts.push((&session.name, [0; 3]));
            counts.len() - 1
        });
        counts[index].1[session.attendance as usize] += 1;
    }
    let session = |(name, [invited, came, missed]): (&str, [usize; 3])| {
        let all = invited + came + missed;
        let values =
            [("invited", invited.to_string()), ("came", came.to_string()), ("missed", missed.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let event = event_of(name, &scene.office.events).map(SummaryEvent::from);
        let make_up = event.and_then(|event| event.make_up);
        SessionView {
            name: name.to_owned(),
            percent: came * 100 / all.max(1),
            told: scene.texts.fill("portal.programme.session", &values),
            make_up: make_up
                .filter(|make_up| make_up.ends.unwrap_or(make_up.starts).date() >= scene.today())
                .map(|make_up| make_up_told(&make_up, scene)),
        }
    };
    counts.into_iter().map(session).collect()
}

/// The event of the agenda that a session of the list is: of that day, or of a title that holds its name.
fn event_of<'o>(name: &str, events: &'o [Event]) -> Option<&'o Event> {
    if let Ok(day) = name.trim().parse::<Date>() {
        return events.iter().find(|event| event.starts.date() == day);
    }
    let wanted = folded_name(name);
    events.iter().find(|event| !wanted.is_empty() && folded_name(event.title.original()).contains(&wanted))
}

/// How it was, the latest last: earlier reports and today.
fn trend(taking: &TakingPart<'_>, cards: &[Card], scene: &Scene<'_>) -> Vec<TrendView> {
    if taking.earlier.is_empty() {
        return Vec::new();
    }
    let counted = |states: &mut dyn Iterator<Item = State>| {
        let mut counts = [0; 4];
        for state in states {
            counts[state as usize] += 1;
        }
        counts
    };
    let skipped = taking.earlier.len().saturating_sub(MOST_REPORTS);
    let earlier = taking.earlier.iter().skip(skipped);
    let earlier = earlier
        .map(|report| (report.as_of, counted(&mut report.states.values().map(|state| state_of(*state)))));
    let today = (scene.today(), counted(&mut cards.iter().map(|card| card.row.freshness)));
    let row = |(day, counts): (Date, [usize; 4])| {
        let states = shares_of(counts, scene.texts);
        let online = counts.iter().sum::<usize>();
        TrendView {
            date: dates::day(day, scene.texts),
            online: scene.texts.count("portal.count", u64::try_from(online).unwrap_or(u64::MAX)),
            told: super::counts::states_told(&states),
            states,
        }
    };
    earlier.chain([today]).map(row).collect()
}
