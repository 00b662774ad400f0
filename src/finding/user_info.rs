//! Names and passwords in front of a host, as in `https://kas:rahasia@contoh.id/`: never repeated, since logs of CI
//! are read by many.

use std::borrow::Cow;
use std::ops::Range;

/// Ends a word that could be an address.
const BREAKS: &[char] = &['"', '\'', '`', '<', '>', '(', ')', '[', ']', '{', '}', ',', ';', '|'];

/// Schemes whose `@` separates a name from a host and hides nothing.
const HARMLESS: &[&str] = &["mailto", "xmpp", "sip", "acct"];

/// The text without them: `https://contoh.id/` for `https://kas:rahasia@contoh.id/`, and an address of mail as it is.
pub(crate) fn without_user_info(text: &str) -> Cow<'_, str> {
    replaced(text, |_, _| {})
}

/// The text with an asterisk for each of their characters, so that columns stay.
pub(super) fn with_hidden_user_info(text: &str) -> Cow<'_, str> {
    replaced(text, |hidden, out| out.extend(hidden.chars().map(|c| if c == '@' { '@' } else { '*' })))
}

fn replaced(text: &str, push: impl Fn(&str, &mut String)) -> Cow<'_, str> {
    if !text.contains('@') {
        return Cow::Borrowed(text);
    }
    let mut out = String::new();
    let mut done = 0;
    for word in words(text) {
        if let Some(hidden) = user_info(&text[word.clone()]) {
            let (start, end) = (word.start + hidden.start, word.start + hidden.end);
            out.push_str(&text[done..start]);
            push(&text[start..end], &mut out);
            done = end;
        }
    }
    if done == 0 && out.is_empty() {
        return Cow::Borrowed(text);
    }
    out.push_str(&text[done..]);
    Cow::Owned(out)
}

/// Where each word stands.
fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let is_break = |c: char| c.is_whitespace() || c.is_control() || BREAKS.contains(&c);
    let mut from = 0;
    text.split(is_break).map(move |word| {
        let start = from;
        // The end of the word, and the character that broke it.
        let end = start + word.len();
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        start..end
    })
}

/// Name, password and `@` in a word that is an address with them.
fn user_info(word: &str) -> Option<Range<usize>> {
    let (start, has_scheme) = match word.find("//") {
        Some(at) if at == 0 || word[..at].ends_with(':') => (at + 2, true),
        _ => (0, false),
    };
    let rest = &word[start..];
    let host_end = rest.find(['/', '?', '#', '\\']).unwrap_or(rest.len());
    let name = rest.split(':').next().unwrap_or_default();
    let has_password = rest[..host_end].contains(':') && !HARMLESS.contains(&name);
    // A password may hold what would end a host, a port may not.
    let port = rest[..host_end].split_once(':').map_or("", |(_, port)| port);
    let is_port = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    let within = if has_password && !is_port { rest } else { &rest[..host_end] };
    let at = within.rfind('@')?;
    let colon = within[..at].contains(':') && has_password;
    (has_scheme || colon).then_some(start..start + at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_passwords_are_left_out() {
        for (typed, shown) in [
            ("https://kas:rahasia@contoh.id/a", "https://contoh.id/a"),
            ("https://token@contoh.id", "https://contoh.id"),
            ("//kas:rahasia@contoh.id/", "//contoh.id/"),
            ("kas:rahasia@contoh.id", "contoh.id"),
            ("https://kas:ra/ha@sia@contoh.id", "https://contoh.id"),
            ("a: {u: https://k:r@x.id}, https://k:s@y.id", "a: {u: https://x.id}, https://y.id"),
            (
                "fatal: unable to access 'https://k:r@x.id/a.git/': no",
                "fatal: unable to access 'https://x.id/a.git/': no",
            ),
        ] {
            assert_eq!(without_user_info(typed), shown);
        }
    }

    #[test]
    fn what_hides_nothing_stays() {
        for text in [
            "halo@contoh.id",
            "surel: halo@contoh.id",
            "mailto:halo@contoh.id",
            "https://contoh.id/@kopi",
            "https://contoh.id:8080/@kopi:enak",
            "git@kode.example:a/b.git",
            "harga @ 5.000",
            "é@",
            "",
        ] {
            assert_eq!(without_user_info(text), text);
            assert_eq!(with_hidden_user_info(text), text);
        }
    }

    #[test]
    fn a_shown_line_keeps_its_columns() {
        let line = "analitik: https://kas:ráhasia@contoh.id/x.js";
        let hidden = with_hidden_user_info(line);
        assert_eq!(hidden, "analitik: https://***********@contoh.id/x.js");
        assert_eq!(hidden.chars().count(), line.chars().count());
    }
}
