//! How to pay.

/// The ways to pay; all may be absent ("ask").
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Payment {
    /// The acquirer's own static code.
    pub qris: Option<Qris>,
    /// Accounts for transfers.
    pub banks: Vec<BankAccount>,
    /// Cash at the counter.
    pub cash: bool,
    /// Cash on delivery.
    pub cash_on_delivery: bool,
}

/// A QRIS code whose checksum is right and whose merchant name agrees with the profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Qris {
    /// The payload, unchanged.
    pub payload: String,
    /// Merchant name (tag 59).
    pub merchant_name: String,
    /// Merchant city (tag 60).
    pub city: String,
    /// National merchant id (tag 51, sub-tag 02), if the code has one.
    pub nmid: Option<String>,
    /// True if the profile wants a code with the basket's sum in it.
    pub with_amount: bool,
}

/// An account for transfers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BankAccount {
    /// Its name; above 60 characters a warning.
    pub bank: String,
    /// Account number, digits; leading zeros kept.
    pub number: String,
    /// Whose name a transfer shows; above 100 characters a warning.
    pub holder: String,
}
