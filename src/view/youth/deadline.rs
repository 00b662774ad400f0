//! Last days as files for a phone's calendar: whole days, with a reminder. Source: RFC 5545. The same day keeps
//! its name from build to build, so that a phone changes it instead of adding it again.

use jiff::ToSpan as _;

use crate::model::Date;
use crate::view::ical::Calendar;

/// A last day.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// Name of it, unique in the cooperative.
    pub id: &'a str,
    /// What ends.
    pub title: &'a str,
    /// The last day on which something can still be done.
    pub day: Date,
    /// Address of the page that says more.
    pub url: Option<&'a str>,
}

/// A calendar of last days. `cooperative` is the name in addresses; `stamp` the day on which it was written.
/// A day before the last one, the phone reminds of it.
pub fn calendar(cooperative: &str, stamp: Date, deadlines: &[Deadline<'_>]) -> String {
    let mut calendar = Calendar::new(None);
    for deadline in deadlines {
        let date = |day: Date| day.strftime("%Y%m%d").to_string();
        calendar.line("BEGIN", "VEVENT");
        calendar.line("UID", &format!("{}@{cooperative}", deadline.id));
        calendar.line("DTSTAMP", &format!("{}T000000Z", date(stamp)));
        calendar.line("DTSTART;VALUE=DATE", &date(deadline.day));
        calendar.line("DTEND;VALUE=DATE", &date(deadline.day.saturating_add(1.day())));
        calendar.words("SUMMARY", deadline.title);
        if let Some(url) = deadline.url {
            calendar.line("URL", url);
        }
        calendar.line("BEGIN", "VALARM");
        calendar.line("ACTION", "DISPLAY");
        calendar.words("DESCRIPTION", deadline.title);
        calendar.line("TRIGGER", "-P1D");
        calendar.line("END", "VALARM");
        calendar.line("END", "VEVENT");
    }
    calendar.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_is_a_whole_day() {
        let day = jiff::civil::date(2026, 12, 31);
        let title = "Tutup: PKL susu, keju; dan yoghurt di lereng gunung yang namanya panjang sekali";
        let deadline = Deadline { id: "tutup-pkl", title, day, url: Some("https://a.id/muda/") };
        let text = calendar("sagara", jiff::civil::date(2026, 11, 20), &[deadline]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Tutup: PKL susu\\, keju\\; dan"), "{text}");
        assert!(text.contains("UID:tutup-pkl@sagara\r\n") && text.contains("DTSTAMP:20261120T000000Z"));
    }
}
