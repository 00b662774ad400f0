//! What some cooperatives have reached together: states as parts of a bar, figures, and the same by place.

use std::collections::BTreeMap;

use serde::Serialize;

use super::row::Row;
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::State;
use crate::theme::Texts;
use crate::view::money;

/// How many cooperatives are in a state, as a part of a bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct ShareView {
    #[serde(skip)]
    pub(super) of: State,
    state: &'static str,
    label: String,
    pub(super) count: usize,
    /// Where it begins and how long it is, in thousandths of all.
    from: usize,
    length: usize,
    /// The page of all of that state, if there is one.
    pub(super) href: Option<String>,
}

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct FigureView {
    number: String,
    label: String,
    /// None: these figures lead nowhere.
    href: Option<String>,
    /// None: they are of the day that the page names.
    days: Option<String>,
}

/// The cooperatives of one regency or district.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PlaceRow {
    name: String,
    href: String,
    states: Vec<ShareView>,
    /// `2 koperasi, 14 barang, kelengkapan 95%: 1 segar, 1 lama`.
    told: String,
    #[serde(skip)]
    count: usize,
    /// Stale and silent.
    #[serde(skip)]
    old: usize,
}

/// The states of some cooperatives, from the best to the worst, as parts of one bar.
pub(super) fn shares(rows: &[&Row], texts: &Texts) -> Vec<ShareView> {
    let mut counts = [0; 4];
    for row in rows {
        counts[row.freshness as usize] += 1;
    }
    shares_of(counts, texts)
}

/// The same of how many are in each state, in the order of `State::ALL`.
pub(super) fn shares_of(counts: [usize; 4], texts: &Texts) -> Vec<ShareView> {
    let all = counts.iter().sum::<usize>().max(1);
    let mut before = 0;
    let share = |(state, count): (State, usize)| {
        let from = before * 1000 / all;
        before += count;
        let length = before * 1000 / all - from;
        let label = texts.get(&format!("portal.monitor.{}", state.name())).to_owned();
        ShareView { of: state, state: state.name(), label, count, from, length, href: None }
    };
    State::ALL.into_iter().zip(counts).map(share).collect()
}

/// `1 segar, 1 lama`.
pub(super) fn states_told(states: &[ShareView]) -> String {
    let there = states.iter().filter(|share| share.count > 0);
    there.map(|share| format!("{} {}", share.count, share.label)).collect::<Vec<_>>().join(", ")
}

/// Figures of some cooperatives; what nobody has is left out, but for the first two, which are what the office asks
/// for.
pub(super) fn figures(rows: &[&Row], scene: &Scene<'_>) -> Vec<FigureView> {
    let number = |n: usize| money::number(u64::try_from(n).unwrap_or(u64::MAX), scene.language);
    let count = |wanted: &dyn Fn(&Row) -> bool| rows.iter().filter(|row| wanted(row)).count();
    let figure = |(key, n): (&str, usize)| FigureView {
        number: number(n),
        label: scene.texts.get(key).to_owned(),
        href: None,
        days: None,
    };
    let always = [
        ("portal.monitor.figure.complete", count(&|row| row.score >= 80)),
        ("portal.monitor.figure.meeting", count(&|row| row.last_meeting_year.is_some())),
    ];
    let goods = rows.iter().map(|row| usize::try_from(row.products).unwrap_or(usize::MAX)).sum();
    let if_any = [
        ("portal.monitor.figure.savings", count(&|row| !row.sells_goods)),
        ("portal.monitor.figure.goods", goods),
        ("portal.monitor.figure.openings", rows.iter().map(|row| row.openings).sum()),
        ("portal.monitor.figure.lapsing", rows.iter().map(|row| row.certificates_lapsing).sum()),
    ];
    always.into_iter().chain(if_any.into_iter().filter(|(_, n)| *n > 0)).map(figure).collect()
}

/// Cooperatives by regency, those first in which most is old.
pub(super) fn regencies(rows: &[&Row], texts: &Texts) -> Vec<PlaceRow> {
    places(rows, |row| row.regency_code.as_deref().zip(row.regency.as_deref()), texts)
}

/// Cooperatives by district, those first in which most is old. Empty where one district holds all of them.
pub(super) fn districts(rows: &[&Row], texts: &Texts) -> Vec<PlaceRow> {
    let mut districts = places(rows, |row| row.district_code.as_deref().zip(row.district.as_deref()), texts);
    districts.retain(|district| district.count < rows.len());
    districts
}

/// By the code and name of their place.
fn places(
    rows: &[&Row],
    place_of: impl for<'r> Fn(&'r Row) -> Option<(&'r str, &'r str)>,
    texts: &Texts,
) -> Vec<PlaceRow> {
    let mut groups: BTreeMap<&str, (&str, Vec<&Row>)> = BTreeMap::new();
    for row in rows.iter().copied() {
        if let Some((code, name)) = place_of(row) {
            groups.entry(code).or_insert_with(|| (name, Vec::new())).1.push(row);
        }
    }
    let place = |(code, (name, rows)): (&str, (&str, Vec<&Row>))| {
        let states = shares(&rows, texts);
        PlaceRow {
            name: name.to_owned(),
            href: routes::monitoring_of(code),
            told: told(&rows, &states, texts),
            states,
            count: rows.len(),
            old: rows.iter().filter(|row| row.freshness >= State::Stale).count(),
        }
    };
    let mut places: Vec<PlaceRow> = groups.into_iter().map(place).collect();
    places.sort_by(|one, other| {
        let share = (other.old * one.count).cmp(&(one.old * other.count));
        share.then(other.old.cmp(&one.old)).then_with(|| one.name.cmp(&other.name))
    });
    places
}

/// What there is of some cooperatives, in words.
pub(super) fn told(rows: &[&Row], states: &[ShareView], texts: &Texts) -> String {
    let goods = rows.iter().map(|row| u64::from(row.products)).sum();
    let score = rows.iter().map(|row| usize::from(row.score)).sum::<usize>() / rows.len().max(1);
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let values = [
        ("cooperatives", texts.count("portal.count", count)),
        ("goods", texts.count("portal.products", goods)),
        ("score", score.to_string()),
        ("states", states_told(states)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    texts.fill("portal.monitor.regency_told", &values)
}
