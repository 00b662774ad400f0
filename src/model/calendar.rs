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

/// From opening to closing. A span that closes no later than it opens closes on the next day: `22.00-04.00`.
/// Midnight is 00.00 of the next day, so `24 jam` is 00.00 to 00.00.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TimeSpan {
    /// First minute that is open.
    pub from: Time,
    /// First minute that is closed again; on the next day if it is not after `from`.
    pub to: Time,
}

/// Minutes of a day.
const DAY_MINUTES: u16 = 24 * 60;

impl TimeSpan {
    /// `24 jam`.
    pub const ALL_DAY: Self = Self { from: Time::MIN, to: Time::MIN };

    /// True for `24 jam`.
    pub fn is_all_day(self) -> bool {
        self == Self::ALL_DAY
    }

    /// Opening and closing in minutes since the midnight before it opens: `22.00-04.00` is 1320 to 1680.
    pub fn minutes(self) -> (u16, u16) {
        let of =
            |time: Time| u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs());
        let (from, to) = (of(self.from), of(self.to));
        (from, if to <= from { to + DAY_MINUTES } else { to })
    }

    /// By how many minutes it reaches into the next day: 240 for `22.00-04.00`.
    pub fn minutes_past_midnight(self) -> u16 {
        self.minutes().1.saturating_sub(DAY_MINUTES)
    }
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

impl Event {
    /// The last day on which something takes place, make-up session included.
    pub fn last_day(&self) -> Date {
        let main = self.ends.unwrap_or(self.starts).date();
        let make_up = self.make_up.as_ref().map(|make_up| make_up.ends.unwrap_or(make_up.starts).date());
        make_up.map_or(main, |day| day.max(main))
    }
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
    fn a_span_that_closes_no_later_than_it_opens_closes_on_the_next_day() {
        let span = |from: i8, to: i8| TimeSpan {
            from: Time::constant(from, 0, 0, 0),
            to: Time::constant(to, 0, 0, 0),
        };
        for (span, minutes, past) in [
            (span(8, 16), (480, 960), 0),
            (span(22, 4), (1320, 1680), 240),
            (span(8, 0), (480, 1440), 0),
            (TimeSpan::ALL_DAY, (0, 1440), 0),
        ] {
            assert_eq!((span.minutes(), span.minutes_past_midnight()), (minutes, past), "{span:?}");
        }
    }

    #[test]
    fn a_season_knows_its_months() {
        let season = Season::from_months([1, 2, 12]).expect("months");
        assert!(season.has(12) && !season.has(3) && !season.has(0) && !season.has(13));
        assert_eq!(Season::from_months([13]), None);
        assert_eq!(Season::from_months([]), None);
        assert!(Season::from_months(1..=12).expect("year").is_all_year());
    }
}
