//! Where the shop is, how to reach it, how to pay.

use serde::Serialize;

use crate::model::{Cooperative, Qris};
use crate::routes;
use crate::theme::{Texts, content_hash};
use crate::view::frame::place_of;
use crate::view::{links, qr};

/// Where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceView {
    /// Street address.
    pub address: Option<String>,
    /// District and regency.
    pub region: Option<String>,
    /// Directions on the web.
    pub directions: Option<String>,
    /// For the map program on the phone.
    pub geo: Option<String>,
}

/// One way to reach it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContactView {
    /// Name of the way.
    pub label: String,
    /// As people write it.
    pub value: String,
    /// Address.
    pub href: String,
}

/// How to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentView {
    /// The code.
    pub qris: Option<QrisView>,
    /// Accounts.
    pub banks: Vec<BankView>,
    /// Other ways, in words.
    pub ways: Vec<String>,
}

/// A payment code with the name that the buyer must see after scanning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrisView {
    /// File of the code, from the cooperative's root.
    pub src: String,
    /// Merchant.
    pub merchant: String,
    /// City.
    pub city: String,
    /// National merchant id.
    pub nmid: Option<String>,
    /// What the code is, for people who do not see it.
    pub label: String,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BankView {
    /// Bank.
    pub bank: String,
    /// Number.
    pub number: String,
    /// Holder.
    pub holder: String,
}

pub(super) fn place_view(cooperative: &Cooperative) -> Option<PlaceView> {
    let region = place_of(cooperative);
    if cooperative.address.is_none() && region.is_none() && cooperative.coordinates.is_none() {
        return None;
    }
    let at = cooperative.coordinates;
    Some(PlaceView {
        address: cooperative.address.clone(),
        region,
        directions: at.map(|(latitude, longitude)| links::directions(latitude, longitude)),
        geo: at.map(|(latitude, longitude)| links::geo(latitude, longitude, cooperative.label())),
    })
}

pub(super) fn contacts(cooperative: &Cooperative, texts: &Texts) -> Vec<ContactView> {
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

pub(super) fn payment(cooperative: &Cooperative, texts: &Texts) -> Option<PaymentView> {
    let payment = &cooperative.payment;
    let mut ways = Vec::new();
    if payment.cash {
        ways.push(texts.get("payment.cash").to_owned());
    }
    if payment.cash_on_delivery {
        ways.push(texts.get("payment.cash_on_delivery").to_owned());
    }
    let qris = payment.qris.as_ref().and_then(|code| qris_view(code, texts));
    let banks: Vec<BankView> = payment
        .banks
        .iter()
        .map(|account| BankView {
            bank: account.bank.clone(),
            number: account.number.clone(),
            holder: account.holder.clone(),
        })
        .collect();
    (qris.is_some() || !banks.is_empty() || !ways.is_empty()).then_some(PaymentView { qris, banks, ways })
}

/// The file of a payment code, named by its payload: name below the cooperative's root, and SVG. A file of
/// its own costs the first page nothing, and can be kept on the phone.
pub fn qris_file(qris: &Qris) -> Option<(String, String)> {
    Some((qris_file_name(qris)?, qr::svg(&qris.payload)?))
}

/// The name follows from the payload, which decides the picture: it is known without drawing it.
pub(in crate::view) fn qris_file_name(qris: &Qris) -> Option<String> {
    qr::fits(&qris.payload).then(|| routes::payment_code(content_hash(qris.payload.as_bytes())))
}

fn qris_view(qris: &Qris, texts: &Texts) -> Option<QrisView> {
    Some(QrisView {
        src: qris_file_name(qris)?,
        merchant: qris.merchant_name.clone(),
        city: qris.city.clone(),
        nmid: qris.nmid.clone(),
        label: texts.fill("payment.qris_label", &[("name", &qris.merchant_name)]),
    })
}
