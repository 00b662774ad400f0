//! How to pay: the code, accounts, other ways.

use serde::Serialize;

use crate::model::{Cooperative, Qris};
use crate::routes;
use crate::theme::{Texts, content_hash};
use crate::view::qr;

/// How to pay.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PaymentView {
    /// The code.
    pub qris: Option<QrisView>,
    /// Accounts for transfers, in the profile's order.
    pub banks: Vec<BankView>,
    /// Other ways, in words.
    pub ways: Vec<String>,
}

/// A payment code with the name that the buyer must see after scanning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrisView {
    /// File of the code, from the cooperative's root.
    pub src: String,
    /// Name of the merchant, as the code carries it.
    pub merchant: String,
    /// City of the merchant, as the code carries it.
    pub city: String,
    /// National merchant id.
    pub nmid: Option<String>,
    /// What the code is, for people who do not see it.
    pub label: String,
}

/// An account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BankView {
    /// Name of the bank.
    pub bank: String,
    /// Account number, digits; leading zeros kept.
    pub number: String,
    /// Whose name a transfer shows.
    pub holder: String,
}

/// Every way to pay that the profile names; `None` if it names none.
pub fn payment(cooperative: &Cooperative, texts: &Texts) -> Option<PaymentView> {
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

fn qris_view(qris: &Qris, texts: &Texts) -> Option<QrisView> {
    Some(QrisView {
        src: qris_file_name(qris)?,
        merchant: qris.merchant_name.clone(),
        city: qris.city.clone(),
        nmid: qris.nmid.clone(),
        label: texts.fill("payment.qris_label", &[("name", &qris.merchant_name)]),
    })
}

/// The file of a payment code, named by its payload: name below the cooperative's root, and SVG. A file of
/// its own costs the first page nothing, and can be kept on the phone.
pub fn qris_file(qris: &Qris) -> Option<(String, String)> {
    Some((qris_file_name(qris)?, qr::svg(&qris.payload)?))
}

/// The name follows from the payload, which decides the picture: it is known without drawing it.
pub fn qris_file_name(qris: &Qris) -> Option<String> {
    qr::fits(&qris.payload).then(|| routes::payment_code(content_hash(qris.payload.as_bytes())))
}
