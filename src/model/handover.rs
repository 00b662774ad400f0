//! How goods reach a buyer: fetched at a place, or brought to an area.

use super::language::LocalText;
use super::money::Rupiah;

/// A place where a buyer fetches goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pickup {
    /// Where.
    pub place: LocalText,
    /// Days and hours, in words.
    pub times: Option<LocalText>,
}

/// An area to which the cooperative brings goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// How far, in words.
    pub area: LocalText,
    /// What it costs; `None` where it is asked for.
    pub cost: Option<Rupiah>,
    /// Smallest sum of an order.
    pub smallest_sum: Option<Rupiah>,
    /// Sum from which it costs nothing.
    pub free_from: Option<Rupiah>,
}
