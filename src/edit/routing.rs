//! What an address means, for whoever was let in.

use anyhow::Result;

use super::document::Document;
use super::forms::form::Said;
use super::forms::{desk, files, form, home, prices, removal};
use super::page::{Ask, Reply};
use super::pairs::Pairs;
use super::shared::Shared;
use super::shown::nothing;
use super::told::Told;
use super::upload::Upload;
use super::{deeds, phones, photos, publishing, words};
use crate::finding::Finding;

/// A form that was sent.
pub(super) struct Posted {
    pub(super) pairs: Pairs,
    pub(super) files: Vec<Upload>,
    /// True if the same form has done its work before.
    pub(super) is_spent: bool,
}

/// What is done at an address below a file.
enum Work<'a> {
    Form(Document, &'a str),
    Removal(Document, &'a str),
    Photos(Document, &'a str),
}

/// Answers.
///
/// # Errors
/// If the machine fails.
pub(super) fn answer(shared: &Shared, ask: &Ask, posted: Option<&Posted>) -> Result<Reply> {
    let address = ask.address.trim_start_matches('/');
    let parts: Vec<&str> = address.split('/').collect();
    match (posted, parts.as_slice()) {
        (None, [""]) => Ok(home::show(shared, ask)),
        (None, ["k", slug, ""]) => desk::show(shared, ask, slug),
        (None, ["k", slug, "cerita", ""]) => files::stories(shared, ask, slug),
        (None, ["kantor", ""]) => Ok(files::events(shared, ask)),
        (None, ["k", slug, "berkas", path @ ..]) => photos::original(shared, ask, slug, &path.join("/")),
        (Some(posted), ["terbitkan"]) if !posted.is_spent => {
            publishing::take(shared, ask, posted.pairs.get("@kunci").unwrap_or_default())
        }
        (_, ["terbitkan"]) => publishing::show(shared, ask),
        (None, ["riwayat"]) => deeds::show(shared, ask, None),
        (None, ["ponsel"]) if ask.is_local => phones::show(shared, ask, None),
        (Some(_), ["ponsel"]) if ask.is_local => phones::take(shared, ask),
        (Some(posted), ["riwayat"]) => deeds::take(shared, ask, &posted.pairs),
        (Some(posted), ["k", slug, "masih"]) => desk::still(shared, slug, &posted.pairs),
        (_, ["k", slug, "harga"]) => price_list(shared, ask, slug, posted),
        (_, parts) => match work(parts) {
            Some(work) => at_file(shared, ask, &work, posted),
            None => Ok(nothing(ask)),
        },
    }
}

/// The file that an address leads to, and what is done there.
fn work<'a>(parts: &[&'a str]) -> Option<Work<'a>> {
    let stem = |stem: &str| (stem != "+").then(|| stem.to_owned());
    let (document, doing, place) = match parts {
        ["k", slug, "cerita", of, doing, place] => {
            (Document::Story((*slug).to_owned(), stem(of)), *doing, *place)
        }
        ["k", slug, doing, place] => (Document::Profile((*slug).to_owned()), *doing, *place),
        ["kantor", of, doing, place] => (Document::Event(stem(of)), *doing, *place),
        ["setelan", doing, place] => (Document::Settings, *doing, *place),
        _ => return None,
    };
    Some(match doing {
        "isi" => Work::Form(document, place),
        "hapus" => Work::Removal(document, place),
        "foto" => Work::Photos(document, place),
        _ => return None,
    })
}

fn at_file(shared: &Shared, ask: &Ask, work: &Work<'_>, posted: Option<&Posted>) -> Result<Reply> {
    match (work, posted) {
        (Work::Form(document, place), None) => form::show(shared, ask, document, place, &Said::default()),
        (Work::Form(document, place), Some(posted)) if ask.query.get("periksa").is_some() => {
            Ok(told(ask, &form::try_out(shared, ask, document, place, &posted.pairs)?))
        }
        (Work::Form(document, place), Some(posted)) if posted.is_spent => {
            form::show(shared, ask, document, place, &again(posted))
        }
        (Work::Form(document, place), Some(posted)) => {
            form::take(shared, ask, document, place, &posted.pairs)
        }
        (Work::Removal(document, place), Some(posted)) if !posted.is_spent => {
            removal::take(shared, ask, document, place, &posted.pairs)
        }
        (Work::Removal(document, place), _) => removal::show(shared, ask, document, place),
        (Work::Photos(document, place), Some(posted)) if !posted.is_spent => {
            if ask.query.get("periksa").is_some() {
                return Ok(Reply::Json(serde_json::json!([])));
            }
            photos::take(shared, ask, document, place, (&posted.pairs, &posted.files))
        }
        (Work::Photos(document, place), _) => {
            photos::show(shared, ask, document, place, (&Told::default(), None))
        }
    }
}

fn price_list(shared: &Shared, ask: &Ask, slug: &str, posted: Option<&Posted>) -> Result<Reply> {
    let document = Document::Profile(slug.to_owned());
    match posted {
        None => prices::show(shared, ask, &document, &Said::default()),
        Some(posted) if ask.query.get("periksa").is_some() => {
            Ok(told(ask, &prices::try_out(shared, ask, &document, &posted.pairs)?))
        }
        Some(posted) if posted.is_spent => prices::show(shared, ask, &document, &again(posted)),
        Some(posted) => prices::take(shared, ask, &document, &posted.pairs),
    }
}

/// A form that did its work before is shown again, as it was sent.
fn again(posted: &Posted) -> Said<'_> {
    Said { told: Told::default(), sent: Some(&posted.pairs), note: Some(words::SENT_BEFORE) }
}

/// Findings by the fields that they are about, for the script.
fn told(ask: &Ask, told: &Told) -> Reply {
    let language = Shared::message_language(ask.language);
    let lines = |finding: &Finding| {
        let mut lines = vec![words::sentence(finding.found.get(language))];
        for (word, text) in [(words::EXPECTED, &finding.expected), (words::HELP, &finding.help)] {
            if !text.get(language).is_empty() {
                lines.push(format!("{}: {}", word.say(ask.language), text.get(language)));
            }
        }
        serde_json::json!({ "galat": finding.level == crate::finding::Level::Error, "kata": lines })
    };
    let all: Vec<serde_json::Value> = told
        .0
        .iter()
        .filter_map(|(place, finding)| {
            Some(serde_json::json!({ "tempat": place.as_deref()?, "temuan": lines(finding) }))
        })
        .collect();
    Reply::Json(all.into())
}
