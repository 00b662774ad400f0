//! Ways to reach the shop.

use serde::Serialize;

use crate::model::Cooperative;
use crate::theme::Texts;
use crate::view::links;

/// One way to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// Name of the way.
    pub label: String,
    /// As people write it.
    pub value: String,
    /// Where it leads: `https:`, `tel:` or `mailto:`.
    pub href: String,
}

/// Every way that the profile names: chat, call and mail first, then accounts elsewhere.
pub fn contacts(cooperative: &Cooperative, texts: &Texts) -> Vec<ContactView> {
    let contact = &cooperative.contact;
    let mut ways = Vec::new();
    let mut way = |label: &str, value: String, href: String| {
        ways.push(ContactView { label: label.to_owned(), value, href });
    };
    if let Some(number) = &contact.whatsapp {
        let message = texts.fill("ask.greeting", &[("name", cooperative.label())]);
        way("WhatsApp", number.national(), links::whatsapp(number, &message));
    }
    if let Some(phone) = &contact.phone {
        way(texts.get("contact.phone"), phone.shown.clone(), format!("tel:{}", phone.dial));
    }
    if let Some(email) = &contact.email {
        way(texts.get("contact.email"), email.clone(), format!("mailto:{email}"));
    }
    for (label, account, address) in [
        ("Instagram", &contact.instagram, "https://www.instagram.com/"),
        ("TikTok", &contact.tiktok, "https://www.tiktok.com/@"),
        ("Facebook", &contact.facebook, "https://www.facebook.com/"),
        ("YouTube", &contact.youtube, "https://www.youtube.com/@"),
    ] {
        if let Some(account) = account {
            way(label, format!("@{account}"), format!("{address}{account}"));
        }
    }
    if let Some(website) = &contact.website {
        let shown = website.trim_start_matches("https://").trim_end_matches('/');
        way(texts.get("contact.website"), shown.to_owned(), website.clone());
    }
    ways
}
