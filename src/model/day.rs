//! Days and times, none of them with a time zone of its own.

/// A calendar day without a time zone.
pub type Date = jiff::civil::Date;
/// A day and a time on the clock of the site's time zone (Asia/Jakarta unless the site says otherwise).
pub type DateTime = jiff::civil::DateTime;
/// A time of day.
pub type Time = jiff::civil::Time;
