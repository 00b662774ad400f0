//! A list of things of which each has a form.

use crate::edit::entries::{beside, called, items};
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::place::item;
use crate::edit::shared::Shared;
use crate::edit::shown::Shown;
use crate::edit::words;
use crate::keys::Section;

/// The list at a place.
pub(super) fn page_of(
    shared: &Shared,
    ask: &Ask,
    shown: &Shown,
    section: &'static Section,
    place: &str,
) -> Reply {
    let language = ask.language;
    let all = items(shown.value(place));
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    if all.is_empty() {
        html.element("p", &[], words::NONE_YET.say(language));
    } else {
        html.raw("<ol class=\"butir\">\n");
        for (value, number) in all.iter().zip(1..) {
            html.raw("<li>").link(&shown.document.form(&item(place, number)), &called(section, value));
            if let Some(said) = beside(value) {
                html.element("span", &[], said);
            }
            html.raw("</li>\n");
        }
        html.raw("</ol>\n");
    }
    let next = shown.document.form(&item(place, all.len() + 1));
    html.raw("<p class=\"tambah\">").link(&next, words::ADD.say(language)).raw("</p>\n");
    page(shared, ask, &shown.title(ask, place), &shown.trail(shared, ask, place), &html)
}
