//! How a phone is let in: only from this machine's own browser are new digits made.

use std::time::Instant;

use anyhow::Result;

use super::forms::frame;
use super::html::Html;
use super::notes;
use super::page::{Ask, Reply, page};
use super::shared::Shared;
use super::words;

const ADDRESS: &str = "/ponsel";

/// Says how, with the digits if there are new ones.
///
/// # Errors
/// If the machine fails.
pub(super) fn show(shared: &Shared, ask: &Ask, digits: Option<&str>) -> Result<Reply> {
    let language = ask.language;
    let mut html = Html::new();
    match shared.network.filter(|_| shared.options.is_open_to_phones) {
        None => {
            html.raw("<p>");
            notes::with_code(&mut html, words::NO_PHONES.say(language));
            html.raw("</p>\n");
        }
        Some(address) => {
            html.element("p", &[], words::PHONE_NOTE.say(language));
            html.raw("<p class=\"besar\">").element("code", &[], &format!("http://{address}/")).raw("</p>\n");
            if let Some(digits) = digits {
                html.raw("<p class=\"besar\" role=\"status\">").element("strong", &[], digits).raw("</p>\n");
            }
            html.open("form", &[("method", "post"), ("action", ADDRESS)]);
            frame::seal(&mut html, shared, ask, ADDRESS, "")?;
            html.raw("<p class=\"simpan\">").element("button", &[], words::NEW_CODE.say(language));
            html.raw("</p>").close("form");
        }
    }
    Ok(page(shared, ask, words::PHONE.say(language), &[], &html))
}

/// Makes new digits.
///
/// # Errors
/// If the machine fails.
pub(super) fn take(shared: &Shared, ask: &Ask) -> Result<Reply> {
    let digits = shared.safety.new_phone_code(Instant::now())?;
    shared.audience.new_digits(&digits);
    show(shared, ask, Some(&digits))
}
