//! Words to choose from, and yes or no.

use super::findings::key as finding;
use super::suggestion;
use super::typed::Typed;
use crate::finding::Findings;
use crate::keys::CHOICE_SYNONYMS;

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
pub(super) fn meant<'n>(text: &str, names: &[&'n str]) -> Option<&'n str> {
    let lower = text.to_lowercase();
    let words = || lower.split(|c: char| !c.is_alphanumeric() && c != '-');
    if words().any(|word| DENIALS.contains(&word)) {
        return None;
    }
    // `wakil ketua` for `wakil-ketua`, `lowongan` for `kerja`.
    let joined = lower.split([' ', '_']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join("-");
    let synonym = || CHOICE_SYNONYMS.iter().filter(|(other, _)| *other == joined).map(|(_, ours)| *ours);
    if let Some(name) = names.iter().find(|name| **name == joined || synonym().any(|ours| ours == **name)) {
        return Some(name);
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
    use crate::keys;

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

    #[test]
    fn words_of_several_parts_and_other_words_are_offered_whole() {
        for (text, names, offered) in [
            ("Wakil Ketua", keys::ROLES, "wakil-ketua"),
            ("Ketua Pengawas", keys::ROLES, "pengawas"),
            ("Ketua I", keys::ROLES, "ketua"),
            ("praktik kerja lapangan", keys::OPENINGS, "pkl"),
            ("lowongan", keys::OPENINGS, "kerja"),
            ("Ada", keys::STOCKS, "tersedia"),
            ("kosong", keys::STOCKS, "habis"),
            ("pesan dulu", keys::STOCKS, "pesan-dulu"),
        ] {
            assert_eq!(meant(text, names), Some(offered), "{text}");
        }
        for (word, ours) in CHOICE_SYNONYMS {
            assert!(!word.contains(' ') && *word == word.to_lowercase(), "{word} is never looked up");
            let known = [keys::ROLES, keys::OPENINGS, keys::STOCKS, keys::SCHEMES, keys::KINDS];
            assert!(known.iter().any(|words| words.contains(ours)), "{ours} is no choice");
        }
    }
}
