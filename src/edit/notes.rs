//! What stands above a form: what was saved, what is wrong, what there is to know.

use super::history::in_words;
use super::html::Html;
use super::page::Ask;
use super::shared::Shared;
use super::told::Told;
use super::words::{self, Word};
use crate::finding::{Finding, Level};
use crate::locks::lock;
use crate::model::Language;

/// What was done right before, if the address says that something was.
pub(super) fn saved(html: &mut Html, shared: &Shared, ask: &Ask) {
    let language = ask.language;
    let Some(number) = ask.query.get("simpan").and_then(|number| number.parse::<usize>().ok()) else {
        return;
    };
    if number == 0 {
        html.element("p", &[("class", "kabar"), ("role", "status")], words::NOTHING_NEW.say(language));
        return;
    }
    let Some(deed) = lock(&shared.history).get(number).cloned() else { return };
    html.open("section", &[("class", "kabar"), ("role", "status")]).raw("\n");
    let word = if deed.undoes.is_some() { words::UNDONE } else { words::SAVED };
    html.element("h2", &[], word.say(language)).raw("<ul>\n");
    for change in deed.changes.iter().take(MOST_TOLD) {
        html.element("li", &[], &in_words(change));
    }
    if deed.changes.len() > MOST_TOLD {
        html.element("li", &[], "…");
    }
    html.raw("</ul>\n<p>").link("/riwayat", words::HISTORY.say(language)).raw("</p>\n");
    if !deed.findings.is_empty() {
        html.element("h3", &[], words::TO_NOTE.say(language));
        for finding in &deed.findings {
            one(html, finding, language, "");
        }
    }
    html.close("section");
}

/// Changes that are told one by one.
const MOST_TOLD: usize = 12;

/// Everything that keeps a form from being saved, with the way to each field.
pub(super) fn summary(
    html: &mut Html,
    told: &Told,
    language: Language,
    id_of: impl Fn(&str) -> Option<String>,
) {
    if told.0.is_empty() {
        return;
    }
    let errors = told.0.iter().filter(|(_, finding)| finding.level == Level::Error).count();
    html.open(
        "section",
        &[("class", "temuan-semua"), ("role", "alert"), ("id", "temuan"), ("tabindex", "-1")],
    );
    html.element("h2", &[], &words::TO_MEND.with(language, errors)).raw("<ul>\n");
    for (place, finding) in &told.0 {
        html.raw("<li>");
        let text = words::sentence(finding.found.get(Shared::message_language(language)));
        match place.as_deref().and_then(&id_of) {
            Some(id) => {
                html.link(&format!("#{id}"), &plain(&text));
            }
            None => one(html, finding, language, ""),
        }
        html.raw("</li>\n");
    }
    html.raw("</ul>\n").close("section");
}

/// One finding, with what was expected and how to mend it.
pub(super) fn one(html: &mut Html, finding: &Finding, language: Language, id: &str) {
    let said = Shared::message_language(language);
    let class = if finding.level == Level::Error { "temuan galat" } else { "temuan" };
    let mut attributes = vec![("class", class)];
    if !id.is_empty() {
        attributes.push(("id", id));
    }
    html.open("div", &attributes).raw("<p><strong>");
    with_code(html, &words::sentence(finding.found.get(said)));
    html.raw("</strong></p>");
    for (word, text) in [(words::EXPECTED, &finding.expected), (words::HELP, &finding.help)] {
        let text = text.get(said);
        if !text.is_empty() {
            html.raw("<p>").text(word.say(language)).raw(": ");
            with_code(html, text);
            html.raw("</p>");
        }
    }
    html.close("div");
}

/// A sentence for whoever reads a page.
pub(super) fn say(html: &mut Html, word: Word, language: Language) {
    html.element("p", &[("class", "kabar"), ("role", "status")], word.say(language));
}

/// What stands between backticks was typed, or is to be.
pub(super) fn with_code(html: &mut Html, text: &str) {
    for (number, part) in text.split('`').enumerate() {
        if number % 2 == 1 {
            html.raw("<code>").text(part).raw("</code>");
        } else {
            html.text(part);
        }
    }
}

/// The same for a line that holds no markup.
pub(super) fn plain(text: &str) -> String {
    text.replace('`', "")
}
