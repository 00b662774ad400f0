//! One value as YAML: bare where nobody could read it as anything else, in quotes otherwise.

use std::fmt::Write as _;

/// Words that some reader of YAML takes for true, false, nothing or a number. Source: YAML 1.1, `tag:yaml.org,2002:bool`
/// and its neighbours, and the words of profiles.
const TAKEN: &[&str] =
    &["true", "false", "yes", "no", "on", "off", "y", "n", "null", "ya", "tidak", "nan", "inf"];

/// A text as the value of a key, on one line. What is read from it is the text.
pub(super) fn yaml_scalar(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphabetic)
        && text.ends_with(|c: char| c.is_alphanumeric() || c == ')')
        && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '.' | '-' | '/' | '(' | ')'))
        && !TAKEN.contains(&&*text.to_lowercase());
    if is_plain {
        return text.to_owned();
    }
    if !text.contains(is_unprintable) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::from("\"");
    for c in text.chars() {
        // Writing to a String cannot fail.
        let _ = match c {
            '"' | '\\' => write!(quoted, "\\{c}"),
            c if is_unprintable(c) => write!(quoted, "\\U{:08x}", u32::from(c)),
            c => write!(quoted, "{c}"),
        };
    }
    quoted.push('"');
    quoted
}

/// Characters that YAML reads only as an escape, or as the end of a line.
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_could_be_something_else_is_quoted() {
        for text in ["Etalase Koperasi", "Toko Énak (Bandung)", "KUD 17-B"] {
            assert_eq!(yaml_scalar(text), text);
        }
        for (text, quoted) in [
            ("Koperasi: Maju", "'Koperasi: Maju'"),
            ("Toko #1", "'Toko #1'"),
            ("yes", "'yes'"),
            ("123", "'123'"),
            ("'", "''''"),
            ("Jum'at", "'Jum''at'"),
            ("a\tb\\", r#""a\U00000009b\\""#),
        ] {
            assert_eq!(yaml_scalar(text), quoted);
        }
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
