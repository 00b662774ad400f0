//! The one thing that a page asks its visitor to do: a chat, a call or a mail.

use serde::Serialize;

use crate::model::Cooperative;
use crate::theme::Texts;
use crate::view::links;

/// The one thing that a visitor is asked to do: a chat, a call or a mail.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ActionView {
    /// Where it leads: `https:`, `tel:` or `mailto:`.
    pub href: String,
    /// What the button says.
    pub label: String,
    /// `whatsapp`, `phone`, `mail` or `web`, for the icon.
    pub kind: &'static str,
}

/// The best way to send a message: WhatsApp, else a call, else a mail, else an account elsewhere.
pub fn contact_action(
    cooperative: &Cooperative,
    message: &str,
    label: &str,
    texts: &Texts,
) -> Option<ActionView> {
    let contact = &cooperative.contact;
    if let Some(number) = &contact.whatsapp {
        let href = links::whatsapp(number, message);
        return Some(ActionView { href, label: label.to_owned(), kind: "whatsapp" });
    }
    if let Some(phone) = &contact.phone {
        let label = texts.fill("action.call", &[("number", &phone.shown)]);
        return Some(ActionView { href: format!("tel:{}", phone.dial), label, kind: "phone" });
    }
    if let Some(email) = &contact.email {
        let href = format!("mailto:{email}?body={}", links::percent_encode(message));
        return Some(ActionView { href, label: label.to_owned(), kind: "mail" });
    }
    let account = contact
        .website
        .clone()
        .or_else(|| contact.instagram.as_ref().map(|name| format!("https://www.instagram.com/{name}/")))
        .or_else(|| contact.facebook.as_ref().map(|name| format!("https://www.facebook.com/{name}")))
        .or_else(|| contact.tiktok.as_ref().map(|name| format!("https://www.tiktok.com/@{name}")));
    account.map(|href| ActionView { href, label: texts.get("action.visit").to_owned(), kind: "web" })
}
