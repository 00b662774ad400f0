//! One value as YAML: bare where nobody could read it as anything else, in quotes otherwise.

use std::fmt::Write as _;

/// Words that some reader of YAML takes for true, false, nothing or a number. Source: YAML 1.1,
/// `tag:yaml.org,2002:bool` and its neighbours, and the words of profiles.
const TAKEN: &[&str] =
    &["true", "false", "yes", "no", "on", "off", "y", "n", "null", "ya", "tidak", "nan", "inf"];

/// How a value is written.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Manner {
    /// True for a value that no program takes for another one as long as it is no odd number.
    pub(super) is_bare: bool,
    /// True inside `{…}` or `[…]`.
    pub(super) is_flow: bool,
    /// The quotes around the value that it replaces.
    pub(super) quotes: Option<char>,
}

/// A text as the value of a key, on one line. What is read from it is the text.
pub(crate) fn yaml_scalar(text: &str) -> String {
    written(text, Manner::default())
}

/// A value on one line.
pub(super) fn written(text: &str, manner: Manner) -> String {
    if text.contains(is_unprintable) {
        return in_double_quotes(text);
    }
    let is_number = text.contains(|c: char| c.is_ascii_digit())
        && !text.contains(|c: char| c.is_alphabetic() || c == '"' || c == '\\');
    match manner.quotes {
        Some('"') => in_double_quotes(text),
        None if is_plain(text, manner) => text.to_owned(),
        None if is_number => in_double_quotes(text),
        _ => in_single_quotes(text),
    }
}

fn is_plain(text: &str, manner: Manner) -> bool {
    let has_mark = text.contains(": ") || text.contains(" #");
    if has_mark || manner.is_flow && text.contains([',', '[', ']', '{', '}']) {
        return false;
    }
    let lower = text.to_lowercase();
    if manner.is_bare {
        let is_word = text.starts_with(char::is_alphanumeric) || is_negative(text);
        let is_taken = TAKEN.contains(&&*lower) && !matches!(text, "ya" | "tidak");
        return is_word && !text.ends_with([':', ' ']) && !is_taken && !is_odd_number(&lower);
    }
    let is_usual = |c: char| c.is_alphanumeric() || " .-/(),'&+%!?;".contains(c);
    text.starts_with(char::is_alphabetic)
        && text.ends_with(|c: char| c.is_alphanumeric() || ").!?%".contains(c))
        && text.chars().all(is_usual)
        && !TAKEN.contains(&&*lower)
}

fn is_negative(text: &str) -> bool {
    text.strip_prefix('-').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// True for what some program takes for a number and writes otherwise: `32.10`, `0812`, `1e3`, `0x1f`, `1:30`.
fn is_odd_number(lower: &str) -> bool {
    let is_clock = lower.contains(':') && lower.bytes().all(|byte| byte.is_ascii_digit() || byte == b':');
    let has_base = ["0x", "0o", "0b"].iter().any(|base| lower.starts_with(base));
    let number = lower.replace('_', "").parse::<f64>();
    has_base || is_clock || number.is_ok_and(|number| number.to_string() != lower)
}

fn in_single_quotes(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn in_double_quotes(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        // Writing to a String cannot fail.
        let _ = match c {
            '\n' => write!(quoted, "\\n"),
            '"' | '\\' => write!(quoted, "\\{c}"),
            c if is_unprintable(c) => write!(quoted, "\\U{:08x}", u32::from(c)),
            c => write!(quoted, "{c}"),
        };
    }
    quoted.push('"');
    quoted
}

/// Characters that YAML reads only as an escape, or as the end of a line.
pub(super) fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_something_else_is_quoted() {
        for text in ["Etalase Koperasi", "Toko Énak (Bandung)", "KUD 17-B", "Buka Jum'at, 24 jam!"] {
            assert_eq!(yaml_scalar(text), text);
        }
        for (text, quoted) in [
            ("Koperasi: Maju", "'Koperasi: Maju'"),
            ("Toko #1", "'Toko #1'"),
            ("yes", "'yes'"),
            ("123", "\"123\""),
            ("'", "''''"),
            ("'Jum'at'", "'''Jum''at'''"),
            ("a\tb\\", r#""a\U00000009b\\""#),
        ] {
            assert_eq!(yaml_scalar(text), quoted);
        }
    }

    #[test]
    fn values_that_every_program_leaves_alone_stand_without_quotes_and_odd_numbers_with_them() {
        let bare = |text, is_flow| written(text, Manner { is_bare: true, is_flow, quotes: None });
        for text in [
            "Rp 35.000",
            "0812-3456-7890",
            "2026-12-05 08:00",
            "08.00-16.00",
            "24",
            "-7.1735",
            "32.04.15",
            "ya",
            "2,5",
        ] {
            assert_eq!(bare(text, false), text);
        }
        for (text, quoted) in [
            ("32.10", "\"32.10\""),
            ("0812", "\"0812\""),
            ("1e3", "'1e3'"),
            ("no", "'no'"),
            ("1:30", "\"1:30\""),
        ] {
            assert_eq!(bare(text, false), quoted);
        }
        assert_eq!(bare("2,5", true), "\"2,5\"");
        assert_eq!(bare("https://contoh.id/a?b=c", true), "https://contoh.id/a?b=c");
    }

    #[test]
    fn whatever_is_written_is_read_again() {
        for text in HOSTILE {
            let line = format!("judul: {}\n", yaml_scalar(text));
            let read: serde_yaml::Value = serde_yaml::from_str(&line).expect("YAML");
            assert_eq!(read["judul"].as_str(), Some(*text));
        }
    }

    const HOSTILE: &[&str] = &[
        "Koperasi: Maju",
        "\"Maju\" Jaya",
        "[Promo] Desa",
        "{a: b}",
        "Toko #1",
        "- x",
        "? x",
        "yes",
        "Null",
        "~",
        "123",
        "0x1f",
        "1e3",
        "2026-11-28",
        "'",
        "''",
        "\"",
        "\\",
        "|",
        ">",
        "& x",
        "*x",
        "!x",
        "%x",
        "@x",
        "`x`",
        "a\nb",
        "a\u{7}b",
        "a\u{2028}b",
        "Maju:",
        "#",
        "=",
        "<<",
        "...",
        "---",
        "koperasi 🌾",
    ];
}
