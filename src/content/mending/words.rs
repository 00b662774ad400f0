//! The keys that may stand in a text, each as it is written.

use std::collections::HashSet;

use crate::keys::{HOURS, Key, Section, Shape, walk};

/// Longest key, in bytes, that is looked for at the end of a text.
const LONGEST: usize = 64;

/// Every key of a section and of those below it.
pub(super) struct Words {
    known: HashSet<&'static str>,
    lists: HashSet<&'static str>,
    several: HashSet<&'static str>,
    markdown: HashSet<&'static str>,
    prose: HashSet<&'static str>,
    texts: HashSet<&'static str>,
    parts: HashSet<&'static str>,
    /// True for a text that writes its keys with a capital, as keyboards of phones do.
    has_capitals: bool,
}

impl Words {
    pub(super) fn of(section: &'static Section, text: &str) -> Self {
        let keys: Vec<&'static Key> = walk(section).into_iter().map(|(_, key)| key).collect();
        let names = |is_one: &dyn Fn(Shape) -> bool| -> HashSet<&'static str> {
            keys.iter().filter(|key| is_one(key.shape)).map(|key| key.name).collect()
        };
        let is_pair = |shape| matches!(shape, Shape::Coordinates | Shape::Focus);
        let mut words = Self {
            known: names(&|_| true),
            lists: names(&|shape| matches!(shape, Shape::List(_))),
            several: names(&|shape| shape.takes_several() && !is_pair(shape)),
            markdown: names(&|shape| shape == Shape::Markdown),
            prose: names(&|shape| matches!(shape, Shape::Text(_) | Shape::Local(_) | Shape::Markdown)),
            parts: names(&|shape| matches!(shape, Shape::Map(_))),
            texts: names(&|shape| matches!(shape, Shape::Texts(_) | Shape::Locals(_))),
            has_capitals: false,
        };
        words.known.insert(section.name);
        words.has_capitals = words.finds_capitals(text);
        words
    }

    /// True if most keys at the starts of lines have a capital.
    fn finds_capitals(&self, text: &str) -> bool {
        let keys = text.lines().filter_map(|line| {
            let line = line.trim_start_matches([' ', '-']);
            let key = key_at(line);
            line[key.len()..].trim_start().starts_with(':').then_some(key)
        });
        let is_capital = |key: &&str| key.starts_with(|c: char| c.is_ascii_uppercase());
        let (capitals, small): (Vec<&str>, Vec<&str>) =
            keys.filter(|key| self.known.contains(&*original(key).to_lowercase())).partition(is_capital);
        capitals.len() > small.len()
    }

    /// True for a key of a list whose items have keys.
    pub(super) fn is_list(&self, key: &str) -> bool {
        self.is_among(&self.lists, key)
    }

    /// True for a key of a list of texts, numbers, days or words, or its translation.
    pub(super) fn is_several(&self, key: &str) -> bool {
        self.is_among(&self.several, key)
    }

    /// True for a key of Markdown, or its translation.
    pub(super) fn is_markdown(&self, key: &str) -> bool {
        self.is_among(&self.markdown, key)
    }

    /// True for a key of a text, or its translation.
    pub(super) fn is_prose(&self, key: &str) -> bool {
        self.is_among(&self.prose, key)
    }

    /// True for a key of a list of texts that may say anything, or its translation.
    pub(super) fn is_texts(&self, key: &str) -> bool {
        self.is_among(&self.texts, key)
    }

    /// True for a key with keys of its own.
    pub(super) fn is_part(&self, key: &str) -> bool {
        self.is_among(&self.parts, key)
    }

    fn is_among(&self, keys: &HashSet<&'static str>, word: &str) -> bool {
        let word = original(word);
        keys.contains(word) || (self.has_capitals && keys.contains(&*word.to_lowercase()))
    }

    /// True for a key, its translation, or a span of days where opening hours are kept.
    pub(super) fn has(&self, word: &str) -> bool {
        self.is_among(&self.known, word) || (self.known.contains("buka") && is_day_key(word))
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

/// `nama` of `nama_en`.
fn original(key: &str) -> &str {
    key.strip_suffix("_en").or_else(|| key.strip_suffix("_su")).unwrap_or(key)
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
    let parts = || key.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let is_day = |word: &str| HOURS.key(&word.to_lowercase()).is_some();
    let is_link = |word: &str| matches!(word, "s" | "d" | "sd" | "sampai" | "dan" | "setiap" | "hari");
    let is_every = key.eq_ignore_ascii_case("setiap-hari");
    is_every || (parts().any(is_day) && parts().all(|part| is_day(part) || is_link(part)))
}
