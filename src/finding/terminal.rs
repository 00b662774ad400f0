//! A finding as a person reads it on a terminal: place, sentence, the line itself with a caret, remedy.

use std::borrow::Cow;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};

use super::one::{Finding, Level};
use super::place::Span;
use super::words::MessageLanguage;

/// Longest part of a source line that is shown, in characters; the caret stays inside it.
const SHOWN_CHARS: usize = 100;

/// One finding, ending in a line break, with ANSI styles; the caller strips them where there is no terminal.
pub fn render_finding(finding: &Finding, language: MessageLanguage) -> String {
    let at = &finding.at;
    let place = place_of(at, language);
    let strong = Style::new().bold();
    let quiet = Style::new().dimmed();
    let level = level_style(finding.level);
    let words = Words::of(language);
    let expected = finding.expected.get(language);
    let mut out = String::new();
    // Writing to a String cannot fail.
    let _ = writeln!(
        out,
        "{strong}{place}{strong:#}: {level}{}{level:#}: {} {quiet}[{}]{quiet:#}",
        words.level(finding.level),
        visible(finding.found.get(language)),
        finding.code
    );
    if let Some(line) = at.line_text() {
        // All of a cell is meant.
        let (number, column, length) = match at.cell() {
            Some((_, cell)) => (cell, 1, line.chars().count()),
            None => (at.line.to_string(), at.column, usize::try_from(at.length).unwrap_or(1)),
        };
        let (shown, offset) = excerpt(&line, column);
        let caret = "^".repeat(length.min(shown.chars().count().saturating_sub(offset)).max(1));
        let _ = writeln!(out, "{quiet}{number} |{quiet:#} {shown}");
        let _ = writeln!(
            out,
            "{quiet}{} |{quiet:#} {}{level}{caret}{level:#} {}: {}",
            " ".repeat(number.len()),
            " ".repeat(offset),
            words.expected,
            visible(expected)
        );
    } else {
        let _ = writeln!(out, "   = {}: {}", words.expected, visible(expected));
    }
    let _ = writeln!(out, "   = {}: {}", words.help, visible(finding.help.get(language)));
    out
}

/// `content/kpc/profil.yaml:3:25`, or `daftar.xlsx, lembar Produk, sel C12`.
fn place_of(at: &Span, language: MessageLanguage) -> String {
    let path = spelled_out(&at.file.path);
    let (sheet_word, cell_word) = match language {
        MessageLanguage::Id => ("lembar", "sel"),
        MessageLanguage::En => ("sheet", "cell"),
    };
    match at.cell() {
        Some(("", cell)) => format!("{path}, {cell_word} {cell}"),
        Some((sheet, cell)) => format!("{path}, {sheet_word} {}, {cell_word} {cell}", visible(sheet)),
        None if at.line == 0 => path.into_owned(),
        None => format!("{path}:{}:{}", at.line, at.column),
    }
}

struct Words {
    levels: [&'static str; 3],
    expected: &'static str,
    help: &'static str,
}

impl Words {
    fn of(language: MessageLanguage) -> Self {
        match language {
            MessageLanguage::Id => Self {
                levels: ["kesalahan", "peringatan", "saran"],
                expected: "seharusnya",
                help: "perbaikan",
            },
            MessageLanguage::En => {
                Self { levels: ["error", "warning", "advice"], expected: "expected", help: "help" }
            }
        }
    }

    fn level(&self, level: Level) -> &'static str {
        match level {
            Level::Error => self.levels[0],
            Level::Warning => self.levels[1],
            Level::Advice => self.levels[2],
        }
    }
}

fn level_style(level: Level) -> Style {
    let colour = match level {
        Level::Error => AnsiColor::Red,
        Level::Warning => AnsiColor::Yellow,
        Level::Advice => AnsiColor::Cyan,
    };
    Style::new().bold().fg_color(Some(colour.into()))
}

/// The part of a long line around a column, and the column's place in it, from 0. Control characters,
/// which could move a terminal's cursor, are shown as spaces or `�`.
fn excerpt(line: &str, column: u32) -> (String, usize) {
    let at = usize::try_from(column).unwrap_or(1).saturating_sub(1);
    let start = if at > SHOWN_CHARS - 20 { at - 20 } else { 0 };
    let shown: String = visible(&line.chars().skip(start).take(SHOWN_CHARS).collect::<String>());
    (shown, at - start)
}

fn visible(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '\t' => ' ',
            c if is_mischievous(c) => '\u{fffd}',
            c => c,
        })
        .collect()
}

/// A name with characters spelled out that a terminal would obey instead of showing: two names that differ in them
/// never look the same.
pub(crate) fn spelled_out(name: &str) -> Cow<'_, str> {
    if !name.chars().any(is_mischievous) {
        return Cow::Borrowed(name);
    }
    let spelled = name.chars().map(|c| match c {
        c if is_mischievous(c) => c.escape_unicode().to_string(),
        c => c.to_string(),
    });
    Cow::Owned(spelled.collect())
}

/// True for what moves a terminal's cursor, or turns the direction of what follows.
fn is_mischievous(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}')
        || matches!(c, '\u{2066}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{SourceFile, Span, Text};

    fn finding(line: u32, column: u32, length: u32) -> Finding {
        let file = SourceFile::new("content/kpc/profil.yaml", "nama: KPC\nproduk:\n    harga: 12.5\n");
        Finding {
            code: "price-not-whole".into(),
            level: Level::Error,
            at: Span::new(&file, line, column, length),
            found: Text::new("harga `12.5` bukan bilangan bulat", "price `12.5` is not whole rupiah"),
            expected: Text::new("mis. `12.500`", "for example `12.500`"),
            help: Text::new("hapus bagian desimalnya", "remove the decimal part"),
        }
    }

    fn plain(finding: &Finding, language: MessageLanguage) -> String {
        anstream::adapter::strip_str(&render_finding(finding, language)).to_string()
    }

    #[test]
    fn shows_the_line_with_a_caret_under_what_was_typed() {
        assert_eq!(
            plain(&finding(3, 12, 4), MessageLanguage::Id),
            "content/kpc/profil.yaml:3:12: kesalahan: harga `12.5` bukan bilangan bulat [price-not-whole]
3 |     harga: 12.5
  |            ^^^^ seharusnya: mis. `12.500`
   = perbaikan: hapus bagian desimalnya
"
        );
    }

    #[test]
    fn a_cell_is_named_as_people_call_it() {
        let row =
            SourceFile::row("daftar.xlsx", &"Produk".into(), vec![(1, "Kopi".into()), (3, "12,5".into())]);
        let finding = Finding { at: Span::new(&row, 12, 3, 1), ..finding(3, 12, 4) };
        assert_eq!(
            plain(&finding, MessageLanguage::En),
            "daftar.xlsx, sheet Produk, cell C12: error: price `12.5` is not whole rupiah [price-not-whole]
C12 | 12,5
    | ^^^^ expected: for example `12.500`
   = help: remove the decimal part
"
        );
    }

    #[test]
    fn a_whole_file_has_no_line() {
        assert_eq!(
            plain(&finding(0, 0, 1), MessageLanguage::En),
            "content/kpc/profil.yaml: error: price `12.5` is not whole rupiah [price-not-whole]
   = expected: for example `12.500`
   = help: remove the decimal part
"
        );
    }

    #[test]
    fn terminal_escapes_in_content_are_not_passed_on() {
        let (shown, _) = excerpt("nama: \u{1b}[2Jkosong", 7);
        assert_eq!(shown, "nama: \u{fffd}[2Jkosong");
    }

    #[test]
    fn a_name_with_escapes_or_turned_around_is_spelled_out() {
        let at = Span::path("content/kpc/cerita/c\u{1b}[1m\u{202e}.md");
        let finding = Finding { at, found: Text::new("\u{202e}a", "\u{202e}a"), ..finding(0, 0, 1) };
        let line = plain(&finding, MessageLanguage::En);
        let expected = "content/kpc/cerita/c\\u{1b}[1m\\u{202e}.md: error: \u{fffd}a [";
        assert!(line.starts_with(expected), "{line}");
        assert_eq!(spelled_out("susu é 👩‍🌾"), "susu é 👩‍🌾");
    }

    #[test]
    fn a_long_line_is_shown_around_the_column() {
        let line = format!("{}harga", "x".repeat(500));
        let (shown, offset) = excerpt(&line, 501);
        assert_eq!(&shown[offset..], "harga");
    }
}
