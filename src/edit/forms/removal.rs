//! Asks before something goes, and takes it out.

use anyhow::Result;

use super::frame;
use crate::amend::TypedValue;
use crate::edit::document::Document;
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::pairs::Pairs;
use crate::edit::place::{self, Spot, spot};
use crate::edit::save::{self, Saved, Wish};
use crate::edit::shared::{self, Shared};
use crate::edit::shown::{self, nothing};
use crate::edit::words;

/// Asks.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn show(shared: &Shared, ask: &Ask, document: &Document, place: &str) -> Result<Reply> {
    let shown = match shown::read(shared, ask, document)? {
        Ok(shown) => shown,
        Err(reply) => return Ok(reply),
    };
    let Some(value) = shown.value(place).filter(|_| may_go(document, place)) else { return Ok(nothing(ask)) };
    let language = ask.language;
    let mut html = Html::new();
    html.raw("<dl class=\"isi\">\n");
    facts(&mut html, value);
    html.raw("</dl>\n").element("p", &[], words::REMOVE_NOTE.say(language));
    let action = address(document, place);
    html.open("form", &[("method", "post"), ("action", &action)]);
    let name = shared::note(shared, shown.file.as_ref());
    frame::seal(&mut html, shared, ask, &action, &name)?;
    html.raw("<p class=\"simpan\">").element("button", &[("class", "bahaya")], words::REMOVE.say(language));
    html.link(&document.form(place), words::BACK.say(language)).raw("</p>").close("form");
    let title = words::REALLY_REMOVE.with(language, shown.title(ask, place));
    Ok(page(shared, ask, &title, &shown.trail(shared, ask, place), &html))
}

/// Takes it out.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn take(
    shared: &Shared,
    ask: &Ask,
    document: &Document,
    place: &str,
    pairs: &Pairs,
) -> Result<Reply> {
    if !may_go(document, place) {
        return Ok(nothing(ask));
    }
    let base = pairs.get("@berkas").unwrap_or_default().to_owned();
    let saved = if place.is_empty() {
        save::remove(shared, document, &base)?
    } else {
        let removed = vec![place.to_owned()];
        save::save(
            shared,
            &Wish { document: document.clone(), base, values: Vec::new(), removed, body: None },
        )?
    };
    shared.safety.spend(pairs.get("@kunci").unwrap_or_default());
    let after = after(document, place);
    Ok(match saved {
        Saved::Written(number, _) => Reply::Moved(format!("{after}?simpan={number}")),
        Saved::Unchanged => Reply::Moved(format!("{after}?simpan=0")),
        Saved::Refused(told) => {
            let mut html = Html::new();
            notes::summary(&mut html, &told, ask.language, |_| None);
            html.raw("<p>").link(&document.form(place), words::BACK.say(ask.language)).raw("</p>\n");
            page(shared, ask, words::REMOVE.say(ask.language), &[], &html)
        }
        // Asked again, with what stands there now.
        Saved::Changed | Saved::Gone => return show(shared, ask, document, place),
    })
}

/// Items of lists go, and whole files of which there may be several.
fn may_go(document: &Document, place: &str) -> bool {
    let is_own_file = matches!(document, Document::Story(_, Some(_)) | Document::Event(Some(_)));
    let is_photo = matches!(spot(document.section(), place), Some(Spot::Photo(_)));
    is_photo || place.ends_with(']') || (place.is_empty() && is_own_file)
}

fn after(document: &Document, place: &str) -> String {
    match document {
        Document::Story(slug, _) if place.is_empty() => format!("/k/{slug}/cerita/"),
        Document::Event(_) if place.is_empty() => "/kantor/".to_owned(),
        _ => document.form(place::above(place)),
    }
}

fn address(document: &Document, place: &str) -> String {
    format!("{}/hapus/{}", document.address(), crate::http::escaped_address(place))
}

/// What goes.
fn facts(html: &mut Html, value: &TypedValue) {
    let TypedValue::Map(entries) = value else { return };
    for (name, value) in entries {
        let text = match value {
            TypedValue::Text(text) => text.clone(),
            TypedValue::List(items) => format!("({})", items.len()),
            TypedValue::Map(_) => "…".to_owned(),
        };
        html.element("dt", &[], &name.replace('_', " ")).element("dd", &[], &text);
    }
}
