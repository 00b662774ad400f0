//! Somebody else has changed a file while somebody filled in a form: shows both, and lets one choose. Nothing is lost.

use anyhow::Result;

use super::frame;
use super::sent::{CHOICE, THEIRS};
use crate::amend;
use crate::edit::document::Document;
use crate::edit::entries::{called, items, shown_text};
use crate::edit::html::Html;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::place::{self, Spot, spot};
use crate::edit::save::{Wish, body_of};
use crate::edit::shared::{self, Shared};
use crate::edit::shown::{self, Shown};
use crate::edit::told::BODY;
use crate::edit::words;

/// Where what was chosen goes.
pub(super) enum Goal<'g> {
    /// To the form for a place, wherever that is now.
    Form(&'g str),
    /// To an address.
    Address(&'g str),
}

/// What somebody typed beside what stands in the file now, with what else was sent.
///
/// # Errors
/// If the machine fails.
pub(super) fn show(
    shared: &Shared,
    ask: &Ask,
    wish: &Wish,
    goal: &Goal<'_>,
    more: &[(&str, &str)],
) -> Result<Reply> {
    let language = ask.language;
    let mut html = Html::new();
    let Ok(now) = shown::read(shared, ask, &wish.document)? else {
        html.element("p", &[], words::FILE_GONE.say(language));
        lost(&mut html, &wish.values);
        return Ok(page(shared, ask, words::CHANGED_MEANWHILE.say(language), &[], &html));
    };
    let base = shared::recall(shared, &wish.base);
    let base = match base {
        Some(file) => shown::read_file(shared, ask, &wish.document, Some(file)).ok(),
        None => None,
    };
    let (found, gone): (Vec<_>, Vec<_>) = wish
        .values
        .iter()
        .map(|(place, mine)| (moved(&wish.document, place, base.as_ref(), &now), place, mine))
        .partition(|(to, ..)| to.is_some());
    html.element("p", &[], words::CHOOSE.say(language));
    let action = match goal {
        Goal::Address(address) => (*address).to_owned(),
        Goal::Form(place) => {
            let to = moved(&wish.document, place, base.as_ref(), &now);
            wish.document.form(to.as_deref().unwrap_or(place))
        }
    };
    frame::open(&mut html, shared, ask, &action, now.file.as_ref())?;
    for (name, value) in more {
        html.hidden(name, value);
    }
    for (to, _, mine) in &found {
        let to = to.as_deref().unwrap_or_default();
        let theirs =
            now.value(to).map(|value| shown_text(now.document.section(), to, value)).unwrap_or_default();
        choice(&mut html, ask, &label(&now, ask, to), to, (mine, &theirs));
    }
    if let Some(mine) = &wish.body {
        let theirs = now.file.as_ref().map_or("", |file| body_of(&file.text));
        choice(&mut html, ask, words::BODY.say(language), BODY, (mine, theirs));
    }
    frame::close(&mut html, ask);
    let gone: Vec<_> = gone.into_iter().map(|(_, place, mine)| (place.clone(), mine.clone())).collect();
    if !gone.is_empty() {
        html.element("p", &[], words::IS_GONE.say(language));
        lost(&mut html, &gone);
    }
    let trail = now.trail(shared, ask, "");
    Ok(page(shared, ask, words::CHANGED_MEANWHILE.say(language), &trail, &html))
}

/// A place with what it is in: `Susu segar: harga`.
fn label(now: &Shown, ask: &Ask, place: &str) -> String {
    let above = place::above(place);
    let own = now.title(ask, place);
    if above.is_empty() { own } else { format!("{}: {own}", now.title(ask, above)) }
}

fn choice(html: &mut Html, ask: &Ask, label: &str, place: &str, (mine, theirs): (&str, &str)) {
    let name = format!("{CHOICE}{place}");
    html.open("fieldset", &[("class", "dua")]).element("legend", &[], label);
    let both = [("punya-saya", words::MINE, mine), (THEIRS, words::THEIRS, theirs)];
    for (value, word, text) in both {
        let mut radio = vec![("type", "radio"), ("name", name.as_str()), ("value", value)];
        if value != THEIRS {
            radio.push(("checked", ""));
        }
        html.raw("<label>").open("input", &radio).text(word.say(ask.language)).raw(": ");
        let shown = if text.is_empty() { words::EMPTY.say(ask.language) } else { text };
        html.raw("<span class=\"nilai\">").text(shown).raw("</span></label>\n");
    }
    html.open("textarea", &[("name", place), ("hidden", ""), ("aria-hidden", "true"), ("tabindex", "-1")]);
    html.raw("\n").text(mine).close("textarea").close("fieldset");
}

/// What has no place any more is shown, so that nobody has to type it from memory.
fn lost(html: &mut Html, values: &[(String, String)]) {
    html.raw("<dl class=\"isi\">\n");
    for (place, mine) in values {
        html.element("dt", &[], place).element("dd", &[], mine);
    }
    html.raw("</dl>\n");
}

/// Where a place of the text that the form was made from is now: items are known again by what they are called. `None`
/// if theirs is gone, or if two are called so.
fn moved(document: &Document, place: &str, base: Option<&Shown>, now: &Shown) -> Option<String> {
    let mut to = String::new();
    let mut from = String::new();
    if place.is_empty() {
        return Some(to);
    }
    for part in place.split('.') {
        let (name, number) = match part.strip_suffix(']').and_then(|part| part.split_once('[')) {
            Some((name, number)) => (name, number.parse::<usize>().ok()),
            None => (part, None),
        };
        from = place::below(&from, name);
        to = place::below(&to, name);
        let Some(number) = number else { continue };
        let Some(Spot::List(_, section)) = spot(document.section(), &from) else {
            from = place::item(&from, number);
            to = place::item(&to, number);
            continue;
        };
        let before = items(base.and_then(|base| base.value(&from)));
        let after = items(now.value(&to));
        let number_now = match before.get(number - 1) {
            // A new one stays a new one.
            None => after.len() + 1,
            Some(item) => {
                let name = called(section, item);
                let is_it = |other: &&amend::TypedValue| called(section, other) == name;
                let same_place = after.get(number - 1).filter(is_it).map(|_| number);
                let mut others = after.iter().zip(1..).filter(|(other, _)| is_it(other));
                same_place
                    .or_else(|| others.next().map(|(_, number)| number).filter(|_| others.next().is_none()))?
            }
        };
        from = place::item(&from, number);
        to = place::item(&to, number_now);
    }
    Some(to)
}
