//! Opening hours, seasons and events.

use super::day::{Date, DateTime, Time};
use super::language::LocalText;

/// A week of opening hours, Monday first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpeningHours {
    /// Seven days, Monday first.
    pub week: [DayHours; 7],
    /// Days on which it is closed all the same.
    pub closed_on: Vec<Date>,
    /// A sentence such as `tutup saat salat Jumat`.
    pub note: Option<LocalText>,
}

/// The spans of one weekday; empty means closed.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DayHours(pub Vec<TimeSpan>);

/// From opening to closing on one day. `24 jam` is 00.00 to 23.59.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeSpan {
    /// First minute that is open.
    pub from: Time,
    /// Closes, later than it opens.
    pub to: Time,
}

/// The months in which something is harvested or made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Season(u16);

impl Season {
    /// From months 1 to 12; `None` if there are none or one is out of range.
    pub fn from_months(months: impl IntoIterator<Item = u8>) -> Option<Self> {
        let mut bits = 0_u16;
        for month in months {
            if !(1..=12).contains(&month) {
                return None;
            }
            bits |= 1 << (month - 1);
        }
        (bits != 0).then_some(Self(bits))
    }

    /// True if a month (1 to 12) belongs to it.
    pub fn has(self, month: u8) -> bool {
        (1..=12).contains(&month) && self.0 & (1 << (month - 1)) != 0
    }

    /// The twelve months, January first.
    pub fn months(self) -> [bool; 12] {
        std::array::from_fn(|index| self.0 & (1 << index) != 0)
    }

    /// True if it is the whole year.
    pub fn is_all_year(self) -> bool {
        self.0 == 0x0fff
    }
}

/// Something that takes place: a market day, a meeting, a training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// What it is.
    pub title: LocalText,
    /// When it starts.
    pub starts: DateTime,
    /// When it ends, not before it starts.
    pub ends: Option<DateTime>,
    /// Where it is, in one line, if the profile names a place.
    pub place: Option<String>,
    /// For whom.
    pub audience: Option<String>,
    /// Plain text about it.
    pub description: Option<LocalText>,
    /// The session for those who missed it (*susulan*).
    pub make_up: Option<MakeUp>,
}

/// A session for those who missed the first one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MakeUp {
    /// When it starts.
    pub starts: DateTime,
    /// When it ends.
    pub ends: Option<DateTime>,
    /// Where, if elsewhere.
    pub place: Option<String>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_season_knows_its_months() {
        let season = Season::from_months([1, 2, 12]).expect("months");
        assert!(season.has(12) && !season.has(3) && !season.has(0) && !season.has(13));
        assert_eq!(Season::from_months([13]), None);
        assert_eq!(Season::from_months([]), None);
        assert!(Season::from_months(1..=12).expect("year").is_all_year());
    }
}
