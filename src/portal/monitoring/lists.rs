//! The lists of the desk, a page each: all, one regency, district, kind or state, and all by name. A script filters
//! what is on a page; these pages are the same without one.

use std::collections::BTreeMap;

use serde::Serialize;

use super::card::{Card, state_word};
use crate::routes;
use crate::summary::State;
use crate::theme::Texts;

/// Cards on one page: 12 KB on their way, with the forty districts of a regency above them.
pub(super) const CARDS: usize = 25;
/// Most cooperatives of a list that is looked through as one. Nobody turns 400 pages: a larger portal has lists by
/// regency and district only, and its script leads to those instead of putting the list together.
const MOST_TOGETHER: usize = 1000;
/// Those of all whom the desk of a larger portal names on its own pages, the ones that need a call first.
const MOST_URGENT: usize = 400;

/// Which cooperatives a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// All, those that need a call first.
    All,
    /// All, by name.
    ByName,
    /// Of a regency, by code and name.
    Regency(String, String),
    /// Of a district, by code and name, with the regency that it is in.
    District(String, String, (String, String)),
    /// Of a kind, by its word.
    Kind(&'static str),
    /// In a state.
    State(State),
}

impl Scope {
    /// Its folder below the language's root.
    pub(super) fn path(&self) -> String {
        match self {
            Self::All => routes::MONITORING.to_owned(),
            Self::ByName => routes::MONITORING_NAMES.to_owned(),
            Self::Regency(code, _) | Self::District(code, ..) => routes::monitoring_of(code),
            Self::Kind(word) => routes::monitoring_of(word),
            Self::State(state) => routes::monitoring_of(state_word(*state)),
        }
    }

    /// What the list is called.
    pub(super) fn title(&self, texts: &Texts) -> String {
        let of = |name: &str| texts.fill("portal.monitor.of", &[("name", name)]);
        match self {
            Self::All => texts.get("portal.monitor.title").to_owned(),
            Self::ByName => texts.get("portal.monitor.by_name").to_owned(),
            Self::Regency(_, name) => of(name),
            Self::District(_, name, (_, regency)) => of(&format!("{name}, {regency}")),
            Self::Kind(word) => of(texts.get(&format!("portal.kind.{word}"))),
            Self::State(state) => {
                let name = texts.get(&format!("portal.monitor.{}", state.name()));
                texts.fill("portal.monitor.of_state", &[("name", name)])
            }
        }
    }
}

/// A district in the making: its name, the regency that it is in, and its cards.
type District<'c> = (&'c str, (&'c str, &'c str), Vec<&'c Card>);

/// How a value of a filter is sorted, spelt in addresses, and called.
type Facet = (String, String, String);

/// A list of the desk.
#[derive(Debug)]
pub(super) struct List<'c> {
    pub(super) scope: Scope,
    /// In the order in which they stand.
    pub(super) cards: Vec<&'c Card>,
}

impl List<'_> {
    /// True for a list that is too long to be looked through as one.
    pub(super) fn is_far(&self) -> bool {
        self.cards.len() > MOST_TOGETHER
    }

    /// The cards on its pages: of all where they are many, the first, and those that no regency's list has.
    pub(super) fn shown(&self) -> Vec<&'_ Card> {
        let is_cut = self.scope == Scope::All && self.is_far();
        let cards = self.cards.iter().enumerate();
        let stays =
            |(at, card): &(usize, &&Card)| !is_cut || *at < MOST_URGENT || card.row.regency_code.is_none();
        cards.filter(stays).map(|(_, card)| *card).collect()
    }
}

/// Every list, that of all first. A list that would be the same as the one above it is left out, but for regencies,
/// whose offices link to theirs.
pub(super) fn lists(cards: &[Card]) -> Vec<List<'_>> {
    // By code alone: a name is spelled by whoever wrote the summary.
    let mut regencies: BTreeMap<&str, (&str, Vec<&Card>)> = BTreeMap::new();
    let mut districts: BTreeMap<&str, District<'_>> = BTreeMap::new();
    let mut kinds: BTreeMap<&'static str, Vec<&Card>> = BTreeMap::new();
    let mut states: BTreeMap<State, Vec<&Card>> = BTreeMap::new();
    for card in cards {
        let row = &card.row;
        states.entry(row.freshness).or_default().push(card);
        if let Some(kind) = row.kind {
            kinds.entry(kind).or_default().push(card);
        }
        let Some((code, regency)) = row.regency_code.as_deref().zip(row.regency.as_deref()) else { continue };
        regencies.entry(code).or_insert_with(|| (regency, Vec::new())).1.push(card);
        if let Some((below, district)) = row.district_code.as_deref().zip(row.district.as_deref()) {
            districts.entry(below).or_insert_with(|| (district, (code, regency), Vec::new())).2.push(card);
        }
    }
    let all = List { scope: Scope::All, cards: cards.iter().collect() };
    let is_far = all.is_far();
    let mut lists = vec![all];
    if cards.len() > 1 && !is_far {
        let mut by_name: Vec<&Card> = cards.iter().collect();
        by_name.sort_by_key(|card| (card.label().to_lowercase(), card.row.slug.as_str()));
        lists.push(List { scope: Scope::ByName, cards: by_name });
    }
    let of_regency: BTreeMap<&str, usize> =
        regencies.iter().map(|(code, (_, cards))| (*code, cards.len())).collect();
    lists.extend(
        regencies
            .into_iter()
            .map(|(code, (name, cards))| List { scope: Scope::Regency(code.into(), name.into()), cards }),
    );
    for (code, (name, (above, regency), cards)) in districts {
        let scope = Scope::District(code.into(), name.into(), (above.into(), regency.into()));
        let is_part = cards.len() < of_regency[above];
        lists.extend(is_part.then_some(List { scope, cards }));
    }
    if is_far {
        return lists;
    }
    let is_part = |some: &[&Card]| some.len() < cards.len();
    let kinds = kinds.into_iter().filter(|(_, cards)| is_part(cards));
    lists.extend(kinds.map(|(word, cards)| List { scope: Scope::Kind(word), cards }));
    let states = states.into_iter().filter(|(_, cards)| is_part(cards));
    lists.extend(states.map(|(state, cards)| List { scope: Scope::State(state), cards }));
    lists
}

/// A value of a filter, and the page that shows the same without a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct OptionView {
    pub(super) value: String,
    pub(super) label: String,
    pub(super) href: String,
    count: usize,
}

/// What a list can be narrowed to. A filter with one value is left out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct OptionsView {
    pub(super) regencies: Vec<OptionView>,
    pub(super) kinds: Vec<OptionView>,
    pub(super) states: Vec<OptionView>,
}

/// What a list can be narrowed to; one that is too long, to regencies only.
pub(super) fn options(list: &List<'_>, texts: &Texts) -> OptionsView {
    let List { cards, .. } = list;
    let counted = |value_of: &dyn Fn(&Card) -> Option<Facet>| {
        let mut options: BTreeMap<String, OptionView> = BTreeMap::new();
        for card in cards {
            let Some((key, value, label)) = value_of(card) else { continue };
            let href = routes::monitoring_of(&value);
            options.entry(key).or_insert(OptionView { value, label, href, count: 0 }).count += 1;
        }
        if options.len() > 1 { options.into_values().collect() } else { Vec::new() }
    };
    let near = |options: Vec<OptionView>| if list.is_far() { Vec::new() } else { options };
    OptionsView {
        regencies: counted(&|card| {
            let (code, name) = card.row.regency_code.clone().zip(card.row.regency.clone())?;
            Some((name.clone(), code, name))
        }),
        kinds: near(counted(&|card| {
            let word = card.row.kind?;
            Some((word.into(), word.into(), texts.get(&format!("portal.kind.{word}")).to_owned()))
        })),
        states: near(counted(&|card| {
            let state = card.row.freshness;
            let label = texts.get(&format!("portal.monitor.{}", state.name())).to_owned();
            // The worst first, as the cards stand.
            Some(((State::Silent as usize - state as usize).to_string(), state_word(state).into(), label))
        })),
    }
}
