//! Passwords and tokens in what people typed: a repository is read by more people than its owner thinks.

use std::sync::Arc;

use super::findings;
use crate::finding::{Findings, SourceFile};

/// How tokens of known services begin, and how many letters, digits, `_` or `-` follow at least.
/// Source: the services' own announcements of their token formats.
const TOKENS: &[(&str, usize)] = &[
    ("ghp_", 30),
    ("gho_", 30),
    ("ghs_", 30),
    ("github_pat_", 30),
    ("glpat-", 16),
    ("AKIA", 16),
    ("AIza", 30),
    ("sk_live_", 16),
    ("xoxb-", 20),
];

/// Words that come before a password, in small letters.
const PASSWORD_WORDS: [&str; 8] =
    ["password", "passwd", "passphrase", "kata sandi", "kata kunci", "sandi", "api key", "api_key"];

/// Says where a text holds what should be secret. The secret itself is never repeated.
pub(crate) fn check_secrets(file: &Arc<SourceFile>, findings: &mut Findings) {
    for (index, line) in file.text.lines().enumerate() {
        if let Some((at, length)) = secret_in(line) {
            let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
            let column = line[..at].chars().count() + 1;
            let (line, column) = (number(index + 1), number(column));
            findings.push(findings::secret_typed(&file.path, line, column, number(length)));
        }
    }
}

/// Where a secret begins, in bytes, and how many characters of it are meant.
fn secret_in(line: &str) -> Option<(usize, usize)> {
    if let Some(at) = line.find("-----BEGIN ")
        && line[at..].contains("PRIVATE KEY")
    {
        return Some((at, 10));
    }
    let tokens = TOKENS.iter().find_map(|(beginning, least)| {
        line.match_indices(beginning).find_map(|(at, _)| {
            let is_inside_a_word = line[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let rest = &line[at + beginning.len()..];
            let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-');
            let length = length.unwrap_or(rest.len());
            (!is_inside_a_word && length >= *least).then_some((at, beginning.len() + length))
        })
    });
    tokens.or_else(|| password_in_address(line)).or_else(|| password_after_its_word(line))
}

/// `Password wifi: rahasia123`: the word, at most two words more, a colon or an equals sign, and something of
/// letters and digits that no sentence has.
fn password_after_its_word(line: &str) -> Option<(usize, usize)> {
    let lower = line.to_ascii_lowercase();
    PASSWORD_WORDS.iter().find_map(|word| {
        lower.match_indices(word).find_map(|(at, _)| {
            let is_inside_a_word = lower[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
            let after = at + word.len();
            let mark = after + line[after..].find([':', '='])?;
            let between = &lower[after..mark];
            let is_near = between.split_whitespace().count() <= 2
                && between.chars().all(|c| c.is_ascii_alphabetic() || c == ' ');
            let rest = line[mark + 1..].trim_start_matches([' ', '"', '\'']);
            let value = rest.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ',')).next()?;
            let value = value.trim_end_matches(['.', ';', ')']);
            let is_secret = value.chars().count() >= 6
                && value.chars().any(|c| c.is_ascii_digit())
                && value.chars().any(char::is_alphabetic);
            let start = line.len() - rest.len();
            (!is_inside_a_word && is_near && is_secret).then(|| (start, value.chars().count()))
        })
    })
}

/// `https://nama:rahasia@tempat/`.
fn password_in_address(line: &str) -> Option<(usize, usize)> {
    line.match_indices("://").find_map(|(at, _)| {
        let rest = &line[at + 3..];
        let host = &rest[..rest.find(|c: char| c == '/' || c.is_whitespace()).unwrap_or(rest.len())];
        let (user, _) = host.split_once('@')?;
        let (_, password) = user.split_once(':')?;
        (!password.is_empty()).then(|| (at + 3, user.chars().count()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> String {
        let mut findings = Findings::new();
        check_secrets(&SourceFile::new("content/kpc/profil.yaml", text), &mut findings);
        findings.brief()
    }

    /// Put together here, so that no scanner takes this file for a leak.
    fn token(beginning: &str, length: usize) -> String {
        format!("{beginning}{}", "a1".repeat(length / 2))
    }

    #[test]
    fn tokens_keys_and_passwords_are_found_in_their_line() {
        for secret in [
            token("ghp_", 36),
            token("glpat-", 20),
            token("AIza", 36),
            format!("-----BEGIN RSA {} KEY-----", "PRIVATE"),
            "https://kas:rahasia@kode.example/a.git".to_owned(),
            "Password wifi: rahasia123".to_owned(),
            "kata sandi = \"Kopi2026!\", tanyakan di kasir".to_owned(),
        ] {
            let text = format!("nama: Kopi\ntentang: {secret}\n");
            assert!(found(&text).starts_with("profil.yaml:2:"), "{secret}");
        }
    }

    #[test]
    fn what_people_write_about_themselves_is_no_secret() {
        for text in [
            "nama: Kopi\n",
            "instagram: ghp_kopi\n",
            "surel: a@contoh.id\n",
            "tautan: https://contoh.id/@kopi:enak\n",
            "kode: XAKIAAAAAAAAAAAAAAAAA\n",
            "tentang: Password wifi ada di kasir, buka pukul 08.00.\n",
            "tentang: kata sandi: tanyakan kepada petugas\n",
            "tentang: Persandian: Sandi2026a\n",
        ] {
            assert_eq!(found(text), "", "{text}");
        }
    }

    #[test]
    fn the_secret_itself_is_never_repeated() {
        let secret = token("ghp_", 36);
        let mut findings = Findings::new();
        check_secrets(&SourceFile::new("etalase.yaml", format!("judul: {secret}\n")), &mut findings);
        let finding = findings.iter().next().expect("one finding");
        for text in [&finding.found, &finding.expected, &finding.help] {
            assert!(!text.id.contains(&secret) && !text.en.contains(&secret));
        }
        assert_eq!(finding.at.line_text().unwrap_or_default(), "", "nor shown with its line");
    }
}
