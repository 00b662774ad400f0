//! The page that tells what was done, and undoes it.

use anyhow::Result;

use super::forms::frame;
use super::history::in_words;
use super::html::Html;
use super::notes;
use super::page::{Ask, Reply, page};
use super::pairs::Pairs;
use super::save::{self, Undone};
use super::shared::Shared;
use super::words::{self, Word};
use crate::locks::lock;

const ADDRESS: &str = "/riwayat";

/// Tells what was done in this run, the latest first.
///
/// # Errors
/// If the machine fails.
pub(super) fn show(shared: &Shared, ask: &Ask, note: Option<Word>) -> Result<Reply> {
    let language = ask.language;
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    if let Some(note) = note {
        html.element("p", &[("class", "kabar"), ("role", "alert")], note.say(language));
    }
    let deeds: Vec<_> = lock(&shared.history).latest_first().cloned().collect();
    if deeds.is_empty() {
        html.element("p", &[], words::NOTHING_DONE.say(language));
        return Ok(page(shared, ask, words::HISTORY.say(language), &[], &html));
    }
    html.open("form", &[("method", "post"), ("action", ADDRESS)]);
    frame::seal(&mut html, shared, ask, ADDRESS, "")?;
    html.raw("<ol class=\"riwayat\" reversed>\n");
    for deed in deeds {
        let title = format!("{} {}", deed.when.strftime("%H.%M"), deed.document.path().unwrap_or_default());
        html.raw("<li>").element("h2", &[], &title).raw("<ul>\n");
        for change in &deed.changes {
            html.element("li", &[], &in_words(change));
        }
        html.raw("</ul>\n");
        if deed.is_undone {
            html.element("p", &[], words::UNDONE.say(language));
        } else {
            let number = deed.number.to_string();
            let label = format!("{}: {title}", words::UNDO.say(language));
            let button = [("name", "nomor"), ("value", number.as_str()), ("aria-label", label.as_str())];
            html.element("button", &button, words::UNDO.say(language));
        }
        html.raw("</li>\n");
    }
    html.raw("</ol>\n").close("form");
    Ok(page(shared, ask, words::HISTORY.say(language), &[], &html))
}

/// Undoes a deed.
///
/// # Errors
/// If the machine fails.
pub(super) fn take(shared: &Shared, ask: &Ask, pairs: &Pairs) -> Result<Reply> {
    let number = pairs.get("nomor").and_then(|number| number.parse().ok()).unwrap_or(0);
    match save::undo(shared, number)? {
        Undone::Done(number) => Ok(Reply::Moved(format!("{ADDRESS}?simpan={number}"))),
        Undone::NotAsLeft => show(shared, ask, Some(words::NOT_AS_LEFT)),
        Undone::Nothing => Ok(Reply::Moved(format!("{ADDRESS}?simpan=0"))),
    }
}
