//! The lines of a calendar file. Source: RFC 5545. The library for it writes the clock and a random name into
//! every part that has none: the same content would not give the same bytes.

/// Longest line, in bytes without its end. Source: RFC 5545, 3.1.
const LINE_BYTES: usize = 75;

/// A calendar being written.
#[derive(Debug)]
pub struct Calendar {
    text: String,
}

impl Calendar {
    /// An empty one. `name` is what a phone calls it.
    pub fn new(name: Option<&str>) -> Self {
        let mut calendar = Self { text: String::new() };
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//etalase//ID");
        if let Some(name) = name {
            calendar.words("X-WR-CALNAME", name);
        }
        calendar
    }

    /// A line of words: whatever they are, they cannot end it.
    pub fn words(&mut self, name: &str, words: &str) {
        self.line(name, &escaped(words));
    }

    /// A line of a date, an address or a name, folded where it is too long, never inside a character.
    pub fn line(&mut self, name: &str, value: &str) {
        let mut length = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if length + c.len_utf8() > LINE_BYTES {
                self.text.push_str("\r\n ");
                length = 1;
            }
            self.text.push(c);
            length += c.len_utf8();
        }
        self.text.push_str("\r\n");
    }

    /// The whole file.
    pub fn finish(mut self) -> String {
        self.line("END", "VCALENDAR");
        self.text
    }
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.trim().chars() {
        match c {
            '\\' | ';' | ',' => escaped.extend(['\\', c]),
            '\n' => escaped.push_str("\\n"),
            c if c.is_control() => {}
            c => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_cannot_end_their_line() {
        assert_eq!(escaped("a; b, c\\\r\nBEGIN:VEVENT"), "a\\; b\\, c\\\\\\nBEGIN:VEVENT");
    }

    #[test]
    fn long_lines_are_folded_between_characters() {
        let mut calendar = Calendar::new(Some(&"é".repeat(90)));
        calendar.line("URL", &"a".repeat(200));
        let text = calendar.finish();
        assert!(text.split("\r\n").all(|line| line.len() <= LINE_BYTES), "{text}");
        let unfolded = text.replace("\r\n ", "");
        assert!(unfolded.contains(&"é".repeat(90)) && unfolded.contains(&"a".repeat(200)));
    }
}
