//! What every form begins and ends with.

use std::sync::Arc;

use anyhow::Result;

use crate::edit::html::Html;
use crate::edit::page::Ask;
use crate::edit::shared::{self, Shared};
use crate::edit::words;
use crate::finding::SourceFile;

/// The beginning of a form: where it goes, what lets it in, and what it was made from.
pub(in crate::edit) fn open(
    html: &mut Html,
    shared: &Shared,
    ask: &Ask,
    action: &str,
    file: Option<&Arc<SourceFile>>,
) -> Result<()> {
    html.open("form", &[("method", "post"), ("action", action), ("class", "lembar"), ("data-periksa", "")])
        .raw("\n");
    let name = shared::note(shared, file);
    seal(html, shared, ask, action, &name)
}

/// What lets a form in.
pub(in crate::edit) fn seal(
    html: &mut Html,
    shared: &Shared,
    ask: &Ask,
    action: &str,
    base: &str,
) -> Result<()> {
    // The address as it comes in, without escapes.
    let form = crate::http::address_of(action).unwrap_or_default();
    html.hidden("@kunci", &shared.safety.form_token(&ask.session, &form)?);
    html.hidden("@berkas", base);
    Ok(())
}

/// The end of a form.
pub(in crate::edit) fn close(html: &mut Html, ask: &Ask) {
    html.raw("<p class=\"simpan\">").element("button", &[], words::SAVE.say(ask.language)).raw("</p>\n");
    html.close("form");
}
