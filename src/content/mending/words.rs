//! The keys that may stand in a text, each as it is written.

use std::collections::HashSet;

use crate::keys::{HOURS, Key, Section, Shape, walk};

/// Longest key, in bytes, that is looked for at the end of a text.
const LONGEST: usize = 64;

/// Every key of a section and of those below it.
pub(super) struct Words {
    known: HashSet<&'static str>,
    lists: HashSet<&'static str>,
}

impl Words {
    pub(super) fn of(section: &'static Section) -> Self {
        let mut known: HashSet<&'static str> = walk(section).iter().map(|(_, key)| key.name).collect();
        known.insert(section.name);
        let is_list = |key: &&Key| matches!(key.shape, Shape::List(_));
        let lists = walk(section).iter().map(|(_, key)| *key).filter(is_list).map(|key| key.name).collect();
        Self { known, lists }
    }

    /// True for a key of a list whose items have keys.
    pub(super) fn is_list(&self, key: &str) -> bool {
        self.lists.contains(key)
    }

    /// True for a key, its translation, or a span of days where opening hours are kept.
    pub(super) fn has(&self, word: &str) -> bool {
        let original = word.strip_suffix("_en").or_else(|| word.strip_suffix("_su")).unwrap_or(word);
        self.known.contains(original) || (self.known.contains("buka") && is_day_key(word))
    }

    /// Length of the key that a text ends with, in bytes: the longest one that has no more than `most` letters.
    pub(super) fn ending(&self, text: &str) -> Option<usize> {
        let word = text.rfind(|c: char| !is_key_letter(c)).map_or(text, |at| {
            let after = at + text[at..].chars().next().map_or(0, char::len_utf8);
            &text[after..]
        });
        let word = &word[word.len().saturating_sub(LONGEST)..];
        word.char_indices().map(|(at, _)| &word[at..]).find(|key| self.has(key)).map(str::len)
    }
}

/// A letter that keys are made of.
pub(super) fn is_key_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '_' | '-')
}

/// The key at the start of a text; empty if there is none.
pub(super) fn key_at(text: &str) -> &str {
    &text[..text.find(|c| !is_key_letter(c)).unwrap_or(text.len())]
}

/// `senin`, `senin-jumat`, `senin s/d jumat`.
pub(super) fn is_day_key(key: &str) -> bool {
    let mut days = key.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let is_day = |word: &str| {
        HOURS.key(word).is_some() || matches!(word, "s" | "d" | "sd" | "sampai" | "dan" | "setiap" | "hari")
    };
    days.clone().next().is_some() && days.all(is_day)
}
