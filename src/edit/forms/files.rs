//! Lists of whole files of which each has a form: stories of a cooperative, events of the office.

use std::sync::Arc;

use anyhow::Result;

use crate::amend::{self, Part};
use crate::edit::document::Document;
use crate::edit::entries::text_at;
use crate::edit::html::Html;
use crate::edit::notes;
use crate::edit::page::{Ask, Reply, page};
use crate::edit::shared::Shared;
use crate::edit::shown::nothing;
use crate::edit::words;
use crate::finding::{Findings, SourceFile};
use crate::keys::{EVENT, STORY};

/// The stories of a cooperative.
///
/// # Errors
/// If the machine fails.
pub(in crate::edit) fn stories(shared: &Shared, ask: &Ask, slug: &str) -> Result<Reply> {
    if !shared.live.names().iter().any(|name| name == slug) {
        return Ok(nothing(ask));
    }
    let limits = shared.settings().limits;
    let folder = shared.site.read_cooperative(slug, &limits, &mut Findings::new())?;
    let files = folder.stories.iter().map(|story| {
        let document = Document::Story(slug.to_owned(), Some(story.stem.clone()));
        (document, title(&story.source, Part::FrontMatter(&STORY)).unwrap_or_else(|| story.stem.clone()))
    });
    let trail = [(format!("/k/{slug}/"), slug.to_owned())];
    let new = Document::Story(slug.to_owned(), None);
    Ok(list(shared, ask, words::STORIES.say(ask.language), &trail, files.collect(), &new))
}

/// The events of the office.
pub(in crate::edit) fn events(shared: &Shared, ask: &Ask) -> Reply {
    let limits = shared.settings().limits;
    let files = shared.site.read_portal(&limits, &mut Findings::new()).events;
    let files = files.iter().filter_map(|file| {
        let stem = file.path.rsplit('/').next()?.strip_suffix(".yaml")?.to_owned();
        let name = title(file, Part::Whole(&EVENT)).unwrap_or_else(|| stem.clone());
        Some((Document::Event(Some(stem)), name))
    });
    list(shared, ask, words::OFFICE.say(ask.language), &[], files.collect(), &Document::Event(None))
}

fn title(file: &Arc<SourceFile>, part: Part) -> Option<String> {
    let typed = amend::read(file, part).ok()?;
    text_at(&typed.root, "judul").map(str::to_owned)
}

fn list(
    shared: &Shared,
    ask: &Ask,
    title: &str,
    trail: &[(String, String)],
    files: Vec<(Document, String)>,
    new: &Document,
) -> Reply {
    let mut html = Html::new();
    notes::saved(&mut html, shared, ask);
    if files.is_empty() {
        html.element("p", &[], words::NONE_YET.say(ask.language));
    }
    html.raw("<ul class=\"butir\">\n");
    for (document, name) in files {
        html.raw("<li>").link(&document.form(""), &name).raw("</li>\n");
    }
    html.raw("</ul>\n<p class=\"tambah\">");
    html.link(&new.form(""), words::ADD.say(ask.language)).raw("</p>\n");
    page(shared, ask, title, trail, &html)
}
