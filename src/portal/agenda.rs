//! The agenda: events of the office and of all cooperatives in order of time, each with its make-up session.

use serde::Serialize;
use tera::Value;

use crate::model::{Date, DateTime};
use crate::page::Document;
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::{Summary, SummaryEvent, SummaryMakeUp};
use crate::view::dates;
use crate::view::links::LinkView;

/// An event of the agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct EventView {
    /// `Des`, and `5`: the leaf of a calendar.
    pub month: String,
    /// Day of the month.
    pub day: String,
    /// Start, for machines.
    pub iso: String,
    /// What it is.
    pub title: String,
    /// When, in words.
    pub when: String,
    /// Where it is, in one line, if that is known.
    pub place: Option<String>,
    /// For whom.
    pub audience: Option<String>,
    /// Text about it.
    pub text: Option<String>,
    /// Whose it is.
    pub from: LinkView,
    /// True for an event of the office.
    pub of_office: bool,
    /// The make-up session, in words.
    pub make_up: Option<String>,
    /// Its last day, make-up session included.
    pub last: Date,
    #[serde(skip)]
    starts: DateTime,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct AgendaView<'a> {
    title: String,
    events: &'a [EventView],
    paging: Option<PagingView>,
}

/// Everything that is not over, by time.
pub(super) fn events(scene: &Scene<'_>) -> Vec<EventView> {
    let office = scene.office.events.iter().map(|event| {
        let from =
            LinkView { href: String::new(), label: scene.texts.get("portal.agenda.office").to_owned() };
        let told = event.description.as_ref().map(|text| text.get(scene.language).trim().to_owned());
        let view = event_view(&SummaryEvent::from(event), from, scene);
        EventView { audience: event.audience.clone(), text: told, of_office: true, ..view }
    });
    let mut events: Vec<EventView> = office.filter(|event| event.last >= scene.today()).collect();
    events.extend(events_of(scene.summaries, scene));
    by_time(events)
}

/// What some cooperatives hold and is not over, by time.
pub(super) fn events_of(summaries: &[&Summary], scene: &Scene<'_>) -> Vec<EventView> {
    let events = summaries.iter().flat_map(|summary| {
        let coming = summary.events.iter().filter(|event| event.last_day() >= scene.today());
        coming.map(|event| {
            let from = LinkView { href: scene.link_to(summary, ""), label: summary.label().to_owned() };
            event_view(event, from, scene)
        })
    });
    by_time(events.collect())
}

fn by_time(mut events: Vec<EventView>) -> Vec<EventView> {
    events.sort_by(|a, b| a.starts.cmp(&b.starts).then_with(|| a.title.cmp(&b.title)));
    events
}

fn event_view(event: &SummaryEvent, from: LinkView, scene: &Scene<'_>) -> EventView {
    let (texts, zone) = (scene.texts, scene.settings.time_zone);
    EventView {
        month: dates::short_month(event.starts.month(), texts).to_owned(),
        day: event.starts.day().to_string(),
        iso: dates::iso_moment(event.starts, zone),
        title: event.title.get(scene.language).to_owned(),
        when: dates::moment(event.starts, event.ends, zone, texts),
        place: event.place.clone(),
        audience: None,
        text: None,
        from,
        of_office: false,
        make_up: event.make_up.as_ref().map(|make_up| make_up_told(make_up, scene)),
        last: event.last_day(),
        starts: event.starts,
    }
}

/// The session for those who missed the first, in words: when, and where if elsewhere.
pub(super) fn make_up_told(make_up: &SummaryMakeUp, scene: &Scene<'_>) -> String {
    let texts = scene.texts;
    let when = dates::moment(make_up.starts, make_up.ends, scene.settings.time_zone, texts);
    match &make_up.place {
        Some(place) => texts.fill("portal.agenda.make_up_at", &[("when", &when), ("place", place)]),
        None => texts.fill("portal.agenda.make_up", &[("when", &when)]),
    }
}

/// The page `agenda/`, and those that follow it.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let events = events(scene);
    let document = |leaf: Leaf<'_, EventView>| {
        let title = leaf.title(scene.texts.get("portal.agenda.title"), scene.texts);
        let lead = scene.texts.get("portal.agenda.lead").to_owned();
        let view = AgendaView { title: title.clone(), events: leaf.lines, paging: leaf.paging };
        let view = ("agenda", Value::from_serializable(&view));
        scene.document(("portal-agenda", &leaf.path), &title, lead, view)
    };
    leaves(&events, routes::AGENDA, scene.texts).into_iter().map(document).collect()
}
