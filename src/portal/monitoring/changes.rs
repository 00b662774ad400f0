//! What has changed since an earlier report: who is new, who is better or worse off, who is gone.

use serde::Serialize;

use super::card::Card;
use crate::portal::scene::Scene;
use crate::programme::{Earlier, EarlierState};
use crate::summary::State;
use crate::view::dates;

/// Most names of each sort.
const MOST_NAMES: usize = 40;

/// What has changed since a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ChangesView {
    /// `Yang berubah sejak 31 Oktober 2026`.
    title: String,
    sorts: Vec<SortView>,
    /// True if nothing has.
    is_calm: bool,
}

/// Changes of one sort.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct SortView {
    label: String,
    count: usize,
    names: String,
}

/// What has changed of some cooperatives; with `whole`, they are all, and who is not among them is gone.
pub(super) fn changes(
    cards: &[&Card],
    earlier: Option<&Earlier>,
    is_whole: bool,
    scene: &Scene<'_>,
) -> Option<ChangesView> {
    let earlier = earlier?;
    let texts = scene.texts;
    let before = |card: &Card| earlier.states.get(&card.row.slug).copied().map(state_of);
    let named = |fits: &dyn Fn(&Card) -> bool| -> Vec<String> {
        cards.iter().filter(|card| fits(card)).map(|card| card.label().to_owned()).collect()
    };
    let is_there = |slug: &str| cards.iter().any(|card| card.row.slug == slug);
    let gone = earlier.states.keys().filter(|slug| is_whole && !is_there(slug)).cloned().collect();
    let sorts = [
        ("new", named(&|card| before(card).is_none())),
        ("better", named(&|card| before(card).is_some_and(|before| before > card.row.freshness))),
        ("worse", named(&|card| before(card).is_some_and(|before| before < card.row.freshness))),
        ("gone", gone),
    ];
    let sort = |(key, all): (&str, Vec<String>)| {
        let count = all.len();
        let mut list = all.into_iter().take(MOST_NAMES).collect::<Vec<_>>().join(", ");
        if count > MOST_NAMES {
            let more = (count - MOST_NAMES).to_string();
            list = format!("{list}, {}", texts.fill("portal.monitor.report.more", &[("n", &more)]));
        }
        let label = texts.get(&format!("portal.programme.changes.{key}")).to_owned();
        (count > 0).then_some(SortView { label, count, names: list })
    };
    let sorts: Vec<SortView> = sorts.into_iter().filter_map(sort).collect();
    let since = dates::day(earlier.as_of, texts);
    Some(ChangesView {
        title: texts.fill("portal.programme.changes.title", &[("date", &since)]),
        is_calm: sorts.is_empty(),
        sorts,
    })
}

/// The same state as today's.
pub(super) fn state_of(state: EarlierState) -> State {
    match state {
        EarlierState::Fresh => State::Fresh,
        EarlierState::Ageing => State::Ageing,
        EarlierState::Stale => State::Stale,
        EarlierState::Silent => State::Silent,
    }
}
