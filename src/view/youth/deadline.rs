//! Last days as files for a phone's calendar: whole days, with a reminder. Source: RFC 5545. The same day keeps
//! its name from build to build, so that a phone changes it instead of adding it again.

use std::fmt::Write as _;

use jiff::ToSpan as _;

use crate::model::Date;

/// Longest line, in bytes without its end. Source: RFC 5545, 3.1.
const LINE_BYTES: usize = 75;

/// A last day.
#[derive(Debug, Clone, Copy)]
pub struct Deadline<'a> {
    /// Name of it, unique in the cooperative.
    pub id: &'a str,
    /// What ends.
    pub title: &'a str,
    /// When.
    pub day: Date,
    /// Address of the page that says more.
    pub url: Option<&'a str>,
}

/// A calendar of last days. `cooperative` is the name in addresses; `stamp` the day on which it was written.
/// A day before the last one, the phone reminds of it.
pub fn calendar(cooperative: &str, stamp: Date, deadlines: &[Deadline<'_>]) -> String {
    let mut text = String::new();
    let mut line = |name: &str, value: &str| push_line(&mut text, name, value);
    line("BEGIN", "VCALENDAR");
    line("VERSION", "2.0");
    line("PRODID", "-//etalase//ID");
    for deadline in deadlines {
        let date = |day: Date| day.strftime("%Y%m%d").to_string();
        line("BEGIN", "VEVENT");
        line("UID", &format!("{}@{cooperative}", deadline.id));
        line("DTSTAMP", &format!("{}T000000Z", date(stamp)));
        line("DTSTART;VALUE=DATE", &date(deadline.day));
        line("DTEND;VALUE=DATE", &date(deadline.day.saturating_add(1.day())));
        line("SUMMARY", &escaped(deadline.title));
        if let Some(url) = deadline.url {
            line("URL", url);
        }
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("DESCRIPTION", &escaped(deadline.title));
        line("TRIGGER", "-P1D");
        line("END", "VALARM");
        line("END", "VEVENT");
    }
    line("END", "VCALENDAR");
    text
}

/// A line, folded where it is too long, never inside a character.
fn push_line(text: &mut String, name: &str, value: &str) {
    let mut length = 0;
    for c in name.chars().chain([':']).chain(value.chars()) {
        if length + c.len_utf8() > LINE_BYTES {
            text.push_str("\r\n ");
            length = 1;
        }
        text.push(c);
        length += c.len_utf8();
    }
    text.push_str("\r\n");
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | ';' | ',' => {
                // Writing to a String cannot fail.
                let _ = write!(escaped, "\\{c}");
            }
            c if c.is_control() => escaped.push(' '),
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_last_day_is_a_whole_day_and_its_lines_are_short() {
        let day = jiff::civil::date(2026, 12, 31);
        let title = "Tutup: PKL susu, keju; dan yoghurt di lereng gunung yang namanya panjang sekali";
        let deadline = Deadline { id: "tutup-pkl", title, day, url: Some("https://a.id/muda/") };
        let text = calendar("sagara", jiff::civil::date(2026, 11, 20), &[deadline]);
        assert!(text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"), "{text}");
        assert!(text.contains("SUMMARY:Tutup: PKL susu\\, keju\\; dan"), "{text}");
        assert!(text.contains("UID:tutup-pkl@sagara\r\n") && text.contains("DTSTAMP:20261120T000000Z"));
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES), "{text}");
    }
}
