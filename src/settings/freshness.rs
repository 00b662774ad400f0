//! When what a profile tells counts as old.

/// The ages of all matters. Every one is a key of `kesegaran:`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Freshness {
    /// Of prices, since the day of which they are.
    pub price: Ages,
    /// Of promotions that still stand in the profile, since their last day.
    pub promo: Ages,
    /// Of certificates, since their last day.
    pub certificate: Ages,
    /// Of the members' meeting, since the end of the last year of which it was held.
    pub meeting: Ages,
    /// Of openings that still stand in the profile, since their last day.
    pub opening: Ages,
    /// Of the day that staff type.
    pub profile: Ages,
    /// A cooperative of which nothing is younger than so many days is silent.
    pub silent_days: i32,
}

/// The ages of one matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ages {
    /// Ageing when older than so many days.
    pub ageing_days: i32,
    /// Stale when older than so many days.
    pub stale_days: i32,
    /// How much it counts.
    pub weight: AgeWeight,
}

/// How much the age of a matter counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AgeWeight {
    /// `menentukan`: a cooperative is no fresher than this.
    Decides,
    /// `ikut`: however old it is, it makes a cooperative ageing at most.
    Counts,
    /// `abaikan`: not at all.
    Ignored,
}

impl Ages {
    const fn new(ageing_days: i32, stale_days: i32, weight: AgeWeight) -> Self {
        Self { ageing_days, stale_days, weight }
    }
}

impl Default for Freshness {
    /// A price is a promise: a quarter is long. A year's books are closed on 31 December, and the meeting is due within
    /// six months (law 25/1992, article 36): it is late when the books of the year before last are the latest told, 546
    /// days after they were closed.
    fn default() -> Self {
        Self {
            price: Ages::new(30, 90, AgeWeight::Decides),
            promo: Ages::new(7, 60, AgeWeight::Counts),
            certificate: Ages::new(0, 30, AgeWeight::Decides),
            meeting: Ages::new(546, 912, AgeWeight::Counts),
            opening: Ages::new(30, 180, AgeWeight::Counts),
            profile: Ages::new(90, 365, AgeWeight::Counts),
            silent_days: 365,
        }
    }
}
