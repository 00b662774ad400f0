//! "Terbitkan": what will be different, in words, and then the site built and sent.

use anyhow::Result;

use super::compared;
use super::forms::frame;
use super::history::{Deed, in_words};
use super::html::Html;
use super::notes;
use super::page::{Ask, Reply, page};
use super::shared::Shared;
use super::words;
use crate::amend::Change;
use crate::failure::Failure;
use crate::finding::{Findings, Level};
use crate::locks::lock;
use crate::model::Language;
use crate::pipeline::{self, Report, Unwatched};
use crate::publish::{self, Order, Outcome, State};

const ADDRESS: &str = "/terbitkan";

/// Changes that a message of a publication tells one by one.
const MOST_TOLD: usize = 40;

/// Says what will be different.
///
/// # Errors
/// If the machine fails.
pub(super) fn show(shared: &Shared, ask: &Ask) -> Result<Reply> {
    let language = ask.language;
    let mut html = Html::new();
    let changes = changes(shared);
    if changes.is_empty() {
        html.element("p", &[], words::NOTHING_TO_PUBLISH.say(language));
    } else {
        html.element("p", &[], words::WILL_PUBLISH.say(language)).raw("<ul>\n");
        for change in &changes {
            html.element("li", &[], change);
        }
        html.raw("</ul>\n");
        let deeds: Vec<Deed> = lock(&shared.history).unpublished().cloned().collect();
        compared::photos(&mut html, ask, &deeds);
        compared::pages(&mut html, shared, ask, &deeds)?;
    }
    let sources = publish::changed_sources(&shared.options.order).unwrap_or_default();
    if !sources.is_empty() {
        html.raw("<details>").element("summary", &[], &words::NOT_COMMITTED.with(language, sources.len()));
        html.raw("<ul>\n");
        for path in &sources {
            html.raw("<li>").element("code", &[], path).raw("</li>\n");
        }
        html.raw("</ul></details>\n");
    }
    html.element("p", &[], &words::PUBLISH_TO.with(language, shared.options.order.place()));
    html.open("form", &[("method", "post"), ("action", ADDRESS)]);
    frame::seal(&mut html, shared, ask, ADDRESS, "")?;
    html.raw("<p class=\"simpan\">").element("button", &[], words::PUBLISH_NOW.say(language));
    html.raw("</p>").close("form");
    Ok(page(shared, ask, words::PUBLISH.say(language), &[], &html))
}

/// What was changed in this run and is not published yet, in words.
fn changes(shared: &Shared) -> Vec<String> {
    let history = lock(&shared.history);
    // That a price holds from a day is told by the price.
    let is_told = |change: &&Change| !change.path.ends_with(".per_tanggal") || change.after.is_none();
    let changes = |only_told: bool| -> Vec<String> {
        let all = history.unpublished().flat_map(|deed| &deed.changes);
        all.filter(|change| !only_told || is_told(change)).map(in_words).collect()
    };
    let told = changes(true);
    if told.is_empty() { changes(false) } else { told }
}

/// Builds the site and sends it. What is in the files stays there, whatever happens on the way.
///
/// # Errors
/// If the machine fails.
pub(super) fn take(shared: &Shared, ask: &Ask, token: &str) -> Result<Reply> {
    let language = ask.language;
    let mut html = Html::new();
    // Nobody writes while the site is built: what is told is what is sent.
    let writing = lock(&shared.writing);
    let changes = changes(shared);
    let report = pipeline::build(&shared.request, &Unwatched)?;
    let mut findings = Findings::new();
    let order = Order { words: message(&changes), ..shared.options.order.clone() };
    let outcome = publish::publish(&order, &mut |_| {}, &mut findings);
    match outcome {
        Ok(Some(outcome)) => {
            lock(&shared.history).publish();
            lock(&shared.before).clear();
            shared.safety.spend(token);
            done(&mut html, ask, &outcome);
        }
        Ok(None) => {
            html.element("p", &[("role", "alert")], words::NOT_PUBLISHED.say(language));
        }
        Err(error) => {
            shared.audience.failed(&error);
            html.element("p", &[("role", "alert")], words::NOT_PUBLISHED.say(language));
            for failure in error.chain().filter_map(Failure::of) {
                let english = matches!(language, Language::En).then(|| failure.to_string());
                html.element("p", &[], &english.unwrap_or_else(|| failure.in_indonesian()));
            }
        }
    }
    drop(writing);
    for finding in &findings {
        notes::one(&mut html, finding, language, "");
    }
    waiting(&mut html, ask, &report);
    html.raw("<p>").link(ADDRESS, words::BACK.say(language)).raw("</p>\n");
    Ok(page(shared, ask, words::PUBLISH.say(language), &[], &html))
}

/// What the message of a publication says of it, one line each.
fn message(changes: &[String]) -> Option<String> {
    let told = changes.iter().take(MOST_TOLD).map(|change| format!("{change}\n"));
    let mut message: String = told.collect();
    if changes.len() > MOST_TOLD {
        message.push_str("…\n");
    }
    (!changes.is_empty()).then_some(message)
}

fn done(html: &mut Html, ask: &Ask, outcome: &Outcome) {
    let language = ask.language;
    let place = match &outcome.branch {
        Some(branch) => format!("{}/{branch}", outcome.to),
        None => outcome.to.clone(),
    };
    let word = if outcome.state == State::Unchanged { words::ALREADY_PUBLISHED } else { words::PUBLISHED };
    html.element("p", &[("role", "status"), ("class", "kabar")], &word.with(language, place));
    let changes = &outcome.changes;
    for (word, paths) in [
        (words::FILES_NEW, &changes.added),
        (words::FILES_CHANGED, &changes.changed),
        (words::FILES_GONE, &changes.removed),
    ] {
        if !paths.is_empty() {
            html.element("p", &[], &word.with(language, paths.len()));
        }
    }
}

/// Cooperatives whose pages stay as they were, and why.
fn waiting(html: &mut Html, ask: &Ask, report: &Report) {
    if report.failed == 0 {
        return;
    }
    html.element("p", &[], &words::WAITING.with(ask.language, report.failed));
    for finding in report.findings.iter().filter(|finding| finding.level == Level::Error) {
        notes::one(html, finding, ask.language, "");
    }
}
