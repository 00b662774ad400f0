//! The report of one regency on A4: how its cooperatives stand, who needs a visit, and of whom there is news.

use serde::Serialize;
use tera::Value;

use super::card::Card;
use super::changes::{ChangesView, changes};
use super::counts::{FigureView, PlaceRow, ShareView, districts, figures, shares, told};
use super::row::Row;
use super::taking_part::TakingPart;
use crate::model::{Date, WhatsAppNumber};
use crate::page::Document;
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::State;
use crate::view::dates;
use crate::view::links::LinkView;

/// Most rows of the table of visits: six sheets, 12 KB on their way. The desk has all.
const MOST_VISITS: usize = 150;
/// Most cooperatives named among those that were heard of.
const MOST_NEWS: usize = 60;
/// Who told something within so many days is news.
const NEWS_DAYS: i32 = 30;

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ReportView {
    title: String,
    crumbs: Vec<LinkView>,
    as_of: String,
    told: String,
    states: Vec<ShareView>,
    figures: Vec<FigureView>,
    visits: Vec<VisitView>,
    /// How many more there are.
    more: Option<String>,
    districts: Vec<PlaceRow>,
    news: Vec<NewsView>,
    more_news: Option<String>,
    /// Since the latest report before today, if there is one.
    changes: Option<ChangesView>,
    /// Who is on the office's list and not yet online.
    waiting: String,
}

/// A cooperative that needs a visit.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct VisitView {
    name: String,
    district: Option<String>,
    state: String,
    why: String,
    next: Option<String>,
    number: Option<String>,
}

/// A cooperative that was heard of lately.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct NewsView {
    name: String,
    date: String,
}

/// The report of a regency, by code and name.
pub(super) fn document(
    (code, name): (&str, &str),
    cards: &[&Card],
    taking: &TakingPart<'_>,
    scene: &Scene<'_>,
) -> Document {
    let texts = scene.texts;
    let rows: Vec<&Row> = cards.iter().map(|card| &card.row).collect();
    let title = texts.fill("portal.monitor.report.title", &[("name", name)]);
    let states = shares(&rows, texts);
    let (visits, more) = first_of(visits(cards), MOST_VISITS);
    let (news, more_news) = first_of(news(cards, scene), MOST_NEWS);
    let and_more =
        |n: usize| (n > 0).then(|| texts.fill("portal.monitor.report.more", &[("n", &n.to_string())]));
    let view = ReportView {
        title: title.clone(),
        crumbs: vec![LinkView {
            href: routes::monitoring_of(code),
            label: texts.fill("portal.monitor.of", &[("name", name)]),
        }],
        as_of: texts.fill("portal.monitor.as_of", &[("date", &dates::day(scene.today(), texts))]),
        told: told(&rows, &states, texts),
        figures: figures(&rows, scene),
        visits,
        more: and_more(more),
        districts: districts(&rows, texts),
        news,
        more_news: and_more(more_news),
        changes: changes(cards, taking.latest(), false, scene),
        waiting: taking.waiting_in(code).join(", "),
        states,
    };
    let view = ("sheet", Value::from_serializable(&view));
    let lead = texts.get("portal.monitor.report.lead").to_owned();
    scene.document(("portal-report", &routes::monitoring_report(code)), &title, lead, view)
}

/// The first of some, and how many are left.
fn first_of<T>(mut all: Vec<T>, most: usize) -> (Vec<T>, usize) {
    let left = all.len().saturating_sub(most);
    all.truncate(most);
    (all, left)
}

/// Who is stale or silent, the silent first, and within that by district, as one drives.
fn visits(cards: &[&Card]) -> Vec<VisitView> {
    let mut cards: Vec<&&Card> = cards.iter().filter(|card| card.row.freshness >= State::Stale).collect();
    cards.sort_by(|one, other| {
        let by_state = other.row.freshness.cmp(&one.row.freshness);
        by_state
            .then_with(|| one.row.district.cmp(&other.row.district))
            .then_with(|| one.label().cmp(other.label()))
    });
    let visit = |card: &&Card| VisitView {
        name: card.label().to_owned(),
        district: card.row.district.clone(),
        state: card.state().to_owned(),
        why: card.why(),
        next: card.next().map(str::to_owned),
        number: card
            .row
            .whatsapp
            .as_deref()
            .and_then(WhatsAppNumber::from_digits)
            .map(|number| number.national()),
    };
    cards.into_iter().map(visit).collect()
}

/// Who told something in the last weeks, the latest first.
fn news(cards: &[&Card], scene: &Scene<'_>) -> Vec<NewsView> {
    let first = scene.today().saturating_sub(jiff::Span::new().days(NEWS_DAYS));
    let mut heard: Vec<(Date, &str)> = cards
        .iter()
        .filter_map(|card| Some((card.row.last_sign.filter(|day| *day > first)?, card.label())))
        .collect();
    heard.sort_by(|one, other| other.0.cmp(&one.0).then_with(|| one.1.cmp(other.1)));
    let news =
        |(day, name): (Date, &str)| NewsView { name: name.to_owned(), date: dates::day(day, scene.texts) };
    heard.into_iter().map(news).collect()
}
