//! Places for pupils: what each is, for whom, until when, and the letter that asks for it.

use serde::Serialize;

use crate::markdown;
use crate::model::{Cooperative, Date, Language, Opening, OpeningKind};
use crate::summary::opening_kind_word;
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::dates;
use crate::view::days::last_of;
use crate::view::fact::FactView;

/// Most fields to choose from: the style sheet has a rule for each.
const MAX_FIELDS: usize = 8;

/// An opening on a board.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OpeningView {
    /// Name of its place on the page.
    pub slug: String,
    /// Which kind of opening it is, in a word: `PKL`.
    pub kind: String,
    /// `Tutup 18 Desember 2026`.
    pub closes: Option<String>,
    /// Last day as an ISO date.
    pub closes_iso: Option<String>,
    /// Last day on which one can apply; without a stated one, that of work.
    pub last: Option<Date>,
    /// What one does.
    pub title: String,
    /// Numbers of its fields among those to choose from, with a space between.
    pub marks: String,
    /// Fields, places, dates.
    pub facts: Vec<FactView>,
    /// Text in HTML.
    pub text_html: Option<String>,
    /// What is asked.
    pub terms: Vec<String>,
    /// The visit for those who missed the first one.
    pub make_up: Option<String>,
    /// The letter of application.
    pub letter: String,
    /// The letter as a message.
    pub action: Option<ActionView>,
}

/// Openings that are still open, the one that closes first leading.
pub fn open_openings(cooperative: &Cooperative, today: Date) -> Vec<&Opening> {
    let mut open: Vec<&Opening> =
        cooperative.openings.iter().filter(|opening| opening.is_open_on(today)).collect();
    open.sort_by_key(|opening| opening.closes.unwrap_or(Date::MAX));
    open
}

/// A field to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FieldView {
    /// `APHP`.
    pub name: String,
    /// Last day of the openings for it.
    pub last: Option<String>,
}

/// The fields of open openings, in order of the board; none unless a choice leaves something away, and no more
/// than the style sheet has rules for.
pub(super) fn fields_of(open: &[&Opening]) -> Vec<FieldView> {
    let mut fields: Vec<FieldView> = Vec::new();
    for name in open.iter().flat_map(|opening| &opening.fields) {
        if fields.iter().all(|field| field.name != *name) {
            let fitting = open.iter().filter(|opening| opening.fields.contains(name));
            let last = last_of(fitting.map(|opening| opening.last_day()));
            fields.push(FieldView { name: name.clone(), last });
        }
    }
    if open.len() < 2 || fields.len() < 2 || fields.len() > MAX_FIELDS { Vec::new() } else { fields }
}

pub(super) fn openings_of(
    cooperative: &Cooperative,
    open: &[&Opening],
    page_url: Option<&str>,
    language: Language,
    texts: &Texts,
) -> Vec<OpeningView> {
    let fields = fields_of(open);
    let numbered = |opening: &Opening| {
        let numbers = (1..).zip(&fields).filter(|(_, field)| opening.fields.contains(&field.name));
        numbers.map(|(number, _): (usize, _)| number.to_string()).collect::<Vec<_>>().join(" ")
    };
    open.iter()
        .map(|opening| OpeningView {
            marks: numbered(opening),
            ..opening_view(cooperative, opening, page_url, language, texts)
        })
        .collect()
}

pub(super) fn opening_view(
    cooperative: &Cooperative,
    opening: &Opening,
    page_url: Option<&str>,
    language: Language,
    texts: &Texts,
) -> OpeningView {
    let title = opening.title.get(language);
    let span = work_span(opening.starts, opening.ends, texts);
    let letter = letter(cooperative.label(), title, span.as_deref(), opening, page_url, texts);
    OpeningView {
        slug: opening.slug.to_string(),
        kind: opening_kind_name(opening.kind, texts).to_owned(),
        closes: opening.closes.map(|day| texts.fill("muda.closes", &[("date", &dates::day(day, texts))])),
        closes_iso: opening.closes.map(|day| day.to_string()),
        last: opening.last_day(),
        title: title.to_owned(),
        marks: String::new(),
        facts: opening_facts(&opening.fields, opening.places, span, opening.place.as_deref(), texts),
        text_html: opening.description.as_ref().map(|text| markdown::lines_to_html(text.get(language), 4)),
        terms: opening.terms.iter().map(|term| term.get(language).to_owned()).collect(),
        make_up: opening.make_up.as_ref().map(|make_up| {
            texts.fill("muda.make_up", &[("date", &dates::day(make_up.starts.date(), texts))])
        }),
        action: contact_action(cooperative, &letter, texts.get("muda.openings.apply"), texts),
        letter,
    }
}

/// `PKL`, `Magang`.
pub fn opening_kind_name(kind: OpeningKind, texts: &Texts) -> &str {
    texts.get(&format!("muda.opening_kind.{}", opening_kind_word(kind)))
}

/// Fields, places, time and place of an opening, as far as they are stated.
pub fn opening_facts(
    fields: &[String],
    places: Option<u32>,
    span: Option<String>,
    place: Option<&str>,
    texts: &Texts,
) -> Vec<FactView> {
    let fact = |key: &str, value: String| FactView { label: texts.get(key).to_owned(), value, href: None };
    let mut facts = Vec::new();
    if !fields.is_empty() {
        facts.push(fact("muda.openings.fields", fields.join(", ")));
    }
    facts.extend(places.map(|places| fact("muda.openings.places", places.to_string())));
    facts.extend(span.map(|span| fact("muda.openings.dates", span)));
    facts.extend(place.map(|place| fact("muda.openings.place", place.to_owned())));
    facts
}

/// `11 Jan – 30 Apr 2027`.
pub fn work_span(starts: Option<Date>, ends: Option<Date>, texts: &Texts) -> Option<String> {
    match (starts, ends) {
        (Some(starts), Some(ends)) if starts.year() == ends.year() => Some(format!(
            "{} – {} {}",
            dates::short_day(starts, texts),
            dates::short_day(ends, texts),
            ends.year()
        )),
        (Some(starts), Some(ends)) => {
            let year = starts.year();
            let (starts, last) = (dates::short_day(starts, texts), dates::short_day(ends, texts));
            Some(format!("{starts} {year} – {last} {}", ends.year()))
        }
        (Some(starts), None) => {
            Some(texts.fill("muda.openings.from", &[("date", &dates::day(starts, texts))]))
        }
        (None, Some(ends)) => Some(texts.fill("muda.openings.until", &[("date", &dates::day(ends, texts))])),
        (None, None) => None,
    }
}

/// A letter of application with gaps for name, school and field: short enough for a chat, complete enough
/// for a teacher's signature.
pub(super) fn letter(
    label: &str,
    title: &str,
    span: Option<&str>,
    opening: &Opening,
    page_url: Option<&str>,
    texts: &Texts,
) -> String {
    let mut lines = vec![
        texts.fill("muda.letter.greeting", &[("name", label)]),
        texts.get("muda.letter.me").to_owned(),
        texts.fill("muda.letter.wish", &[("title", title)]),
    ];
    lines.extend(span.map(|span| texts.fill("muda.letter.span", &[("span", span)])));
    if !opening.terms.is_empty() {
        lines.push(texts.get("muda.letter.terms").to_owned());
    }
    lines.push(texts.get("muda.letter.close").to_owned());
    lines.extend(page_url.map(|url| format!("{url}#{}", opening.slug)));
    lines.join("\n")
}
