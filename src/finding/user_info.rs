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

/// The text without them, and with `…` for what the queries of its addresses hold, where tokens stand:
/// `https://contoh.id/a.git?…` for `https://contoh.id/a.git?private_token=rahasia`.
pub(crate) fn without_secrets(text: &str) -> String {
    let text = without_user_info(text);
    let mut shown = String::with_capacity(text.len());
    let mut rest = &*text;
    while let Some(scheme) = rest.find("://") {
        let (before, address) = rest.split_at(scheme + 3);
        shown.push_str(before);
        let end = address.find(ENDS_ADDRESS).unwrap_or(address.len());
        let (address, after) = address.split_at(end);
        shown.push_str(&without_query(address));
        rest = after;
    }
    shown.push_str(rest);
    shown
}

/// An address as people may see it, which is all of the text: no line break in it leads out of its user part.
pub(crate) fn shown_address(address: &str) -> String {
    let Some((scheme, rest)) = address.split_once("://") else { return without_secrets(address) };
    let rest: String = rest.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let mut whole = format!("{scheme}://{rest}");
    // All of it is one word, whatever a password holds that would end one in a sentence.
    if let Some(hidden) = user_info(&whole) {
        whole.replace_range(hidden, "");
    }
    without_query(&whole).into_owned()
}

/// Where an address in a sentence ends: git sets them in quotes.
const ENDS_ADDRESS: fn(char) -> bool =
    |c| c.is_whitespace() || c.is_control() || matches!(c, '\'' | '"' | '`' | '<' | '>');

fn without_query(address: &str) -> Cow<'_, str> {
    match address.find(['?', '#']) {
        Some(at) => Cow::Owned(format!("{}…", &address[..=at])),
        None => Cow::Borrowed(address),
    }
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
    fn a_token_in_the_query_of_an_address_is_left_out() {
        for (typed, shown) in [
            ("https://x.id/a.git?private_token=rahasia", "https://x.id/a.git?…"),
            ("https://k:r@x.id/a?t=1;u=2,3", "https://x.id/a?…"),
            (
                "fatal: unable to access 'https://x.id/a?t=1/': no",
                "fatal: unable to access 'https://x.id/a?…': no",
            ),
            ("https://x.id/#token=1 dan https://y.id/?a", "https://x.id/#… dan https://y.id/?…"),
            ("apa kabar? https://x.id/", "apa kabar? https://x.id/"),
        ] {
            assert_eq!(without_secrets(typed), shown);
        }
    }

    #[test]
    fn an_address_with_a_line_break_in_its_user_part_shows_none_of_it() {
        for (typed, shown) in [
            ("https://kas:rah\nasia@x.id/a.git", "https://x.id/a.git"),
            ("https://kas:rah asia@x.id/a.git?t=1'2", "https://x.id/a.git?…"),
            ("https://kas:ra'ha,sia@x.id/kopi/a.git", "https://x.id/kopi/a.git"),
            ("https://kas:ra?ha/sia@x.id/a.git", "https://x.id/a.git"),
            ("https://x.id/@kopi/a.git", "https://x.id/@kopi/a.git"),
            ("git@kode.example:a/b.git", "git@kode.example:a/b.git"),
            ("../folder saya", "../folder saya"),
        ] {
            assert_eq!(shown_address(typed), shown);
        }
    }

    #[test]
    fn text_without_user_info_is_unchanged() {
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
