//! The board of internships and first jobs over all cooperatives. The filters are pages of their own, so
//! that they work without a script and can be sent to somebody.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt::Display;

use serde::Serialize;
use tera::Value;

use crate::model::{Date, Slug, in_alphabet};
use crate::page::Document;
use crate::portal::listing::place;
use crate::portal::paging::{Leaf, PagingView, leaves_of};
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::{Summary, SummaryOpening};
use crate::view::dates;
use crate::view::days::{days_of, last_of};
use crate::view::fact::FactView;
use crate::view::youth::openings::{opening_facts, opening_kind_name, work_span};

/// Openings on one page: 12 KB on their way, with the filters above them.
const LINES: usize = 70;

/// An opening as a line of the board.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct OpeningLine {
    /// What one does.
    pub title: String,
    /// Its place on the cooperative's own board.
    pub href: String,
    /// `PKL`; `None` if a newer program knows a kind that this one does not.
    pub kind: Option<String>,
    /// Short name of the cooperative.
    pub from: String,
    /// Where it is.
    pub place: Option<String>,
    /// Fields, places, dates.
    pub facts: Vec<FactView>,
    /// `Tutup 18 Desember 2026`.
    pub closes: Option<String>,
    /// The same as an ISO date.
    pub closes_iso: Option<String>,
    /// Last day on which one can apply.
    pub last: Option<Date>,
    #[serde(skip)]
    fields: Vec<String>,
    #[serde(skip)]
    regency: Option<(String, String)>,
}

/// A filter: a field or a regency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct FilterView {
    /// The field or regency by its name, or the word for all of them.
    pub label: String,
    /// Page, from the language's root.
    pub href: String,
    /// How many openings.
    pub count: usize,
    /// When each of them closes, as a count has it.
    pub days: String,
}

/// Filters of one sort in a row that moves sideways on a phone: the one in use is the first, then those with most
/// openings.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct FilterRow<'a> {
    label: &'a str,
    filters: Vec<&'a FilterView>,
}

impl<'a> FilterRow<'a> {
    fn new(label: &'a str, filters: &'a [FilterView], current: &str) -> Self {
        let mut filters: Vec<&FilterView> = filters.iter().collect();
        filters.sort_by_key(|filter| (filter.href != current, Reverse(filter.count)));
        Self { label, filters }
    }
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct BoardView<'a> {
    title: String,
    openings: &'a [&'a OpeningLine],
    paging: Option<PagingView>,
    /// By field, by regency.
    rows: [FilterRow<'a>; 2],
    /// The filter in use, empty for all.
    current: &'a str,
    /// What `aria-current` says of its link: `page`, or `true` on a later leaf, which is not where it leads.
    here: &'static str,
    all: usize,
    /// When each of all closes, as a count has it.
    days: String,
    /// Last day of all.
    last: Option<String>,
}

/// Openings that one can still apply for, the one that closes first leading.
pub(super) fn openings(scene: &Scene<'_>) -> Vec<OpeningLine> {
    let today = scene.today();
    let mut lines: Vec<OpeningLine> = scene
        .summaries
        .iter()
        .flat_map(|summary| summary.openings_on(today).map(move |opening| (summary, opening)))
        .map(|(summary, opening)| line(summary, opening, scene))
        .collect();
    let last = |line: &OpeningLine| line.last.unwrap_or(Date::MAX);
    lines.sort_by(|a, b| last(a).cmp(&last(b)).then_with(|| (&a.from, &a.title).cmp(&(&b.from, &b.title))));
    lines
}

fn line(summary: &Summary, opening: &SummaryOpening, scene: &Scene<'_>) -> OpeningLine {
    let youth = scene.youth_texts;
    let span = work_span(opening.starts, opening.ends, youth);
    OpeningLine {
        title: opening.title.get(scene.language).to_owned(),
        href: scene.link_to(summary, &routes::youth_opening(&opening.slug)),
        kind: opening.kind.map(|kind| opening_kind_name(kind, youth).to_owned()),
        from: summary.label().to_owned(),
        place: place(summary),
        facts: opening_facts(&opening.fields, opening.places, span, None, youth),
        closes: opening.closes.map(|day| youth.fill("muda.closes", &[("date", &dates::day(day, youth))])),
        closes_iso: opening.closes.map(|day| day.to_string()),
        fields: opening.fields.clone(),
        regency: summary
            .region
            .as_ref()
            .map(|region| (region.regency_code().to_owned(), region.regency.clone())),
        last: opening.last_day(),
    }
}

/// A filter in the making: its name, and the last days of its openings.
type Counted<'a> = (&'a str, Vec<Option<Date>>);

fn filter(slug: impl Display, (label, lasts): Counted<'_>) -> FilterView {
    let href = routes::board_of(slug);
    FilterView { label: label.to_owned(), href, count: lasts.len(), days: days_of(lasts) }
}

/// Fields with their pages, by name.
pub(super) fn fields(openings: &[OpeningLine]) -> Vec<FilterView> {
    let mut fields: BTreeMap<Slug, Counted<'_>> = BTreeMap::new();
    for (field, last) in
        openings.iter().flat_map(|opening| opening.fields.iter().map(|field| (field, opening.last)))
    {
        let Some(slug) = Slug::from_name(field) else { continue };
        fields.entry(slug).or_insert_with(|| (field, Vec::new())).1.push(last);
    }
    fields.into_iter().map(|(slug, counted)| filter(slug, counted)).collect()
}

/// Regencies with their pages, by the alphabet.
fn regencies(openings: &[OpeningLine]) -> Vec<FilterView> {
    let mut regencies: BTreeMap<&str, Counted<'_>> = BTreeMap::new();
    for opening in openings {
        let Some((code, name)) = &opening.regency else { continue };
        regencies.entry(code).or_insert_with(|| (name, Vec::new())).1.push(opening.last);
    }
    let mut regencies: Vec<_> = regencies.into_iter().collect();
    regencies.sort_by_key(|(_, (name, _))| in_alphabet(name));
    regencies.into_iter().map(|(code, counted)| filter(code, counted)).collect()
}

/// The board, and the same for each field and regency.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let openings = openings(scene);
    let (fields, regencies) = (fields(&openings), regencies(&openings));
    let document = |filter: Option<&FilterView>, leaf: Leaf<'_, &OpeningLine>| {
        let title = scene.texts.get("portal.board.title");
        let title = filter.map_or(title.to_owned(), |filter| format!("{title}: {}", filter.label));
        let title = leaf.title(&title, scene.texts);
        let current = filter.map_or("", |filter| filter.href.as_str());
        let row = |label, filters| FilterRow::new(scene.texts.get(label), filters, current);
        let view = BoardView {
            title: title.clone(),
            here: if leaf.is_first() { "page" } else { "true" },
            openings: leaf.lines,
            paging: leaf.paging,
            rows: [row("portal.board.fields", &fields), row("portal.regions", &regencies)],
            current,
            all: openings.len(),
            days: days_of(openings.iter().map(|opening| opening.last)),
            last: last_of(openings.iter().map(|opening| opening.last)),
        };
        let lead = scene.texts.get("portal.board.lead").to_owned();
        let view = ("board", Value::from_serializable(&view));
        scene.document(("portal-board", &leaf.path), &title, lead, view)
    };
    let mut documents = Vec::new();
    let mut add = |filter: Option<&FilterView>, shown: Vec<&OpeningLine>| {
        let path = filter.map_or(routes::BOARD, |filter| &filter.href);
        documents.extend(
            leaves_of(&shown, LINES, path, scene.texts).into_iter().map(|leaf| document(filter, leaf)),
        );
    };
    add(None, openings.iter().collect());
    for filter in &fields {
        let fits = |opening: &&OpeningLine| {
            opening
                .fields
                .iter()
                .filter_map(|field| Slug::from_name(field))
                .any(|slug| filter.href == routes::board_of(&slug))
        };
        add(Some(filter), openings.iter().filter(fits).collect());
    }
    for filter in &regencies {
        let fits = |opening: &&OpeningLine| {
            opening.regency.as_ref().is_some_and(|(code, _)| filter.href == routes::board_of(code))
        };
        add(Some(filter), openings.iter().filter(fits).collect());
    }
    documents
}
