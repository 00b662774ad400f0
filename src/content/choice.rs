//! Words to choose from, and yes or no.

use super::findings::key as finding;
use super::suggestion;
use super::typed::Typed;
use crate::finding::Findings;

/// Words that turn another one round.
const DENIALS: [&str; 6] = ["tidak", "tak", "belum", "bukan", "tanpa", "not"];

/// `ya` or `tidak`, and what spreadsheets and other programs write for the two words.
pub(super) fn flag(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "ya" | "true" | "yes" | "on" | "benar" | "1" => Some(true),
        "tidak" | "false" | "no" | "off" | "salah" | "0" => Some(false),
        _ => None,
    }
}

/// The value of a word; another word is a finding with the nearest one.
pub(crate) fn choose<T: Copy>(
    typed: Typed<'_>,
    words: &[(&'static str, T)],
    findings: &mut Findings,
) -> Option<T> {
    let found = words.iter().find(|(word, _)| *word == typed.text).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        findings.push(finding::unknown_word(typed, &names, meant(typed.text, &names)));
    }
    found
}

/// The name that is nearly written so, or stands alone among other words. `tidak tersedia` is anything but `tersedia`.
fn meant<'n>(text: &str, names: &[&'n str]) -> Option<&'n str> {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '-');
    if words().any(|word| DENIALS.contains(&word)) {
        return None;
    }
    let inside: Vec<&'n str> =
        names.iter().copied().filter(|name| words().any(|word| word == *name)).collect();
    match inside.as_slice() {
        [] => suggestion::nearest(text, names),
        [only] => Some(only),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_offered_for_its_opposite() {
        let names = ["tersedia", "terbatas", "habis"];
        for (text, offered) in [
            ("tersedia saja", Some("tersedia")),
            ("tersdia", Some("tersedia")),
            ("tidak tersedia", None),
            ("belum habis", None),
            ("tersedia atau habis", None),
        ] {
            assert_eq!(meant(text, &names), offered, "{text}");
        }
    }
}
