//! Units and services that are no goods, as a shop shows them.

use serde::Serialize;

use crate::model::{Cooperative, Language, Outlet};
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::hours::{HoursView, hours};
use crate::view::scene::Scene;

/// A unit or service as its part of a page prints it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OutletView {
    /// Its anchor: `gerai-1`.
    pub id: String,
    /// Its name, or its kind where it has none.
    pub name: String,
    /// Its kind, where that is not its name.
    pub kind: Option<String>,
    /// Its own hours.
    pub hours: Option<HoursView>,
    /// Who may use it.
    pub terms: Vec<String>,
    /// What to bring.
    pub bring: Vec<String>,
    /// A call to its own number.
    pub call: Option<ActionView>,
    /// A question about it.
    pub ask: Option<ActionView>,
}

/// Every outlet of a cooperative.
pub fn outlets(scene: &Scene<'_>) -> Vec<OutletView> {
    scene.cooperative.outlets.iter().enumerate().map(|(index, outlet)| view(index, outlet, scene)).collect()
}

fn view(index: usize, outlet: &Outlet, scene: &Scene<'_>) -> OutletView {
    let Scene { cooperative, settings, language, texts, .. } = *scene;
    let name = name_of(outlet, language, texts);
    let kind = kind_of(outlet, texts);
    let call = outlet.phone.as_ref().map(|phone| ActionView {
        href: format!("tel:{}", phone.dial),
        label: texts.fill("action.call", &[("number", &phone.shown)]),
        kind: "phone",
    });
    OutletView {
        id: anchor(index),
        kind: Some(kind).filter(|kind| *kind != name),
        hours: outlet.hours.as_ref().map(|week| hours(week, settings, language, texts)),
        terms: outlet.terms.iter().map(|term| term.get(language).to_owned()).collect(),
        bring: outlet.bring.iter().map(|thing| thing.get(language).to_owned()).collect(),
        ask: ask(cooperative, &name, texts).filter(|ask| ask.kind == "whatsapp" || call.is_none()),
        call,
        name,
    }
}

fn ask(cooperative: &Cooperative, outlet: &str, texts: &Texts) -> Option<ActionView> {
    let message = texts.fill("outlet.ask", &[("name", cooperative.label()), ("outlet", outlet)]);
    contact_action(cooperative, &message, texts.get("action.ask_short"), texts)
}

/// Where the page of a shop tells of an outlet, by its place among the outlets: `gerai-1` is the first.
pub fn anchor(index: usize) -> String {
    format!("gerai-{}", index + 1)
}

/// What an outlet is called: its name, people's own words for it, or the name of its kind.
pub fn name_of(outlet: &Outlet, language: Language, texts: &Texts) -> String {
    outlet.name.as_ref().map_or_else(|| kind_of(outlet, texts), |name| name.get(language).to_owned())
}

/// What kind an outlet is: people's own words, or the name of a known kind.
pub fn kind_of(outlet: &Outlet, texts: &Texts) -> String {
    match (outlet.own_words(), outlet.known_kind()) {
        (None, Some(word)) => kind_name(word, texts).to_owned(),
        _ => outlet.kind.clone(),
    }
}

/// The name of a known kind, by its word.
pub fn kind_name<'t>(word: &str, texts: &'t Texts) -> &'t str {
    texts.get(&format!("outlet.kind.{word}"))
}
