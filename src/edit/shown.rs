//! A file whose values can be shown, and what its parts are called.

use std::sync::Arc;

use anyhow::Result;
use axum::http::StatusCode;

use super::document::Document;
use super::entries::{self, Entry, entries};
use super::html::Html;
use super::notes;
use super::opened::open;
use super::page::{Ask, Reply, bare_page, page};
use super::place::{self, Spot, spot};
use super::shared::Shared;
use super::words::{self, sentence};
use crate::amend::{self, Typed, TypedValue};
use crate::finding::{Findings, SourceFile};
use crate::keys::Section;

/// A file whose values can be shown.
pub(super) struct Shown {
    pub(super) document: Document,
    pub(super) file: Option<Arc<SourceFile>>,
    pub(super) typed: Option<Typed>,
}

/// Reads the values of a file. `Err` is the page that says why not.
pub(super) fn read(shared: &Shared, ask: &Ask, document: &Document) -> Result<Result<Shown, Reply>> {
    let mut findings = Findings::new();
    let Some(opened) = open(document, shared, &mut findings)? else { return Ok(Err(nothing(ask))) };
    Ok(read_file(shared, ask, document, opened.file))
}

/// The same for a text that was read.
pub(super) fn read_file(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    file: Option<Arc<SourceFile>>,
) -> std::result::Result<Shown, Reply> {
    let typed = match file.as_ref().map(|file| amend::read(file, document.part())) {
        None => None,
        Some(Ok(typed)) => Some(typed),
        Some(Err(findings)) => {
            let mut html = Html::new();
            html.element("p", &[], words::NOT_HERE.say(ask.language));
            for finding in &findings {
                notes::one(&mut html, finding, ask.language, "");
            }
            let title = file.as_ref().map_or_else(String::new, |file| file.path.clone());
            return Err(page(shared, ask, &title, &[], &html));
        }
    };
    Ok(Shown { document: document.clone(), file, typed })
}

/// Says that an address leads nowhere.
pub(super) fn nothing(ask: &Ask) -> Reply {
    let mut html = Html::new();
    html.raw("<p>").link("/", words::HOME.say(ask.language)).raw("</p>");
    bare_page(StatusCode::NOT_FOUND, ask.language, words::NOTHING_HERE.say(ask.language), &html)
}

impl Shown {
    /// The value at a place.
    pub(super) fn value(&self, place: &str) -> Option<&amend::TypedValue> {
        let typed = self.typed.as_ref()?;
        if place.is_empty() { Some(&typed.root) } else { typed.get(place) }
    }

    /// The parts of a form for the keys at a place.
    pub(super) fn entries(&self, section: &'static Section, place: &str) -> Vec<Entry> {
        entries(section, place, self.value(place))
    }

    /// What people call what stands at a place.
    pub(super) fn title(&self, ask: &Ask, place: &str) -> String {
        let (name, _) = place.rsplit('.').next().unwrap_or(place).split_once('[').unwrap_or((place, ""));
        match (spot(self.document.section(), place), self.value(place)) {
            (Some(Spot::Keys(section)), Some(value)) if place.ends_with(']') || place.is_empty() => {
                let called = entries::called(section, value);
                if self.file.is_none() { new_title(&self.document, ask) } else { called }
            }
            (Some(Spot::Keys(_)), None) if place.is_empty() => new_title(&self.document, ask),
            (Some(Spot::Keys(_)), None) if place.ends_with(']') => {
                format!("{}: {}", words::ADD.say(ask.language), name.replace('_', " "))
            }
            (Some(Spot::List(key, _) | Spot::Photos(key) | Spot::Photo(key) | Spot::Value(key, _)), _) => {
                sentence(words::meaning(key, ask.language))
            }
            _ => match spot(self.document.section(), place::above(place)) {
                Some(Spot::Keys(section)) => {
                    let last = place.rsplit('.').next().unwrap_or(place);
                    section
                        .key(last)
                        .map_or_else(|| place.to_owned(), |key| sentence(words::meaning(key, ask.language)))
                }
                _ => place.to_owned(),
            },
        }
    }

    /// The pages above a place.
    pub(super) fn trail(&self, shared: &Shared, ask: &Ask, place: &str) -> Vec<(String, String)> {
        let mut trail = Vec::new();
        if let Some(slug) = self.document.cooperative() {
            trail.push((format!("/k/{slug}/"), self.short_name().unwrap_or(slug).to_owned()));
        }
        let above = match &self.document {
            Document::Story(slug, _) => Some((format!("/k/{slug}/cerita/"), words::STORIES)),
            Document::Event(_) => Some(("/kantor/".to_owned(), words::OFFICE)),
            Document::Profile(_) | Document::Settings => None,
        };
        trail.extend(above.map(|(to, word)| (to, word.say(ask.language).to_owned())));
        let mut places = Vec::new();
        let mut at = place;
        while !at.is_empty() {
            at = place::above(at);
            if !at.is_empty() || matches!(self.document, Document::Settings) {
                places.push(at);
            }
        }
        let way = |at: &&str| (self.document.form(at), self.title(ask, at));
        trail.extend(places.iter().rev().map(way));
        if trail.is_empty() && shared.live.names().len() > 1 {
            trail.push(("/".to_owned(), words::HOME.say(ask.language).to_owned()));
        }
        trail
    }

    /// What a cooperative calls itself in its profile, the shorter the better; `None` in its stories.
    fn short_name(&self) -> Option<&str> {
        let is_profile = matches!(self.document, Document::Profile(_));
        let names = ["singkatan", "nama"].into_iter().filter_map(|key| self.value(key));
        names.filter(|_| is_profile).find_map(|name| match name {
            TypedValue::Text(text) if !text.is_empty() => Some(text.as_str()),
            _ => None,
        })
    }
}

fn new_title(document: &Document, ask: &Ask) -> String {
    let word = match document {
        Document::Profile(_) => words::PROFILE,
        Document::Story(..) => words::STORIES,
        Document::Event(_) => words::OFFICE,
        Document::Settings => words::SETTINGS,
    };
    match document {
        Document::Settings | Document::Profile(_) => word.say(ask.language).to_owned(),
        _ => format!("{}: {}", words::ADD.say(ask.language), word.say(ask.language)),
    }
}
