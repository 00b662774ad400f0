//! The keys that may stand in a text, each as it is written.

use std::collections::HashMap;

use crate::keys::{HOURS, Section, Shape, walk};

/// Longest key, in bytes, that is looked for at the end of a text.
const LONGEST: usize = 64;

/// Every key of a section and of those below it.
pub(super) struct Words {
    /// What belongs at each key: it may have its name in several sections.
    known: HashMap<&'static str, Vec<Shape>>,
    /// True for a text that writes its keys with a capital, as keyboards of phones do.
    has_capitals: bool,
}

impl Words {
    pub(super) fn of(section: &'static Section, text: &str) -> Self {
        let mut known: HashMap<&'static str, Vec<Shape>> = HashMap::new();
        for (_, key) in walk(section) {
            known.entry(key.name).or_default().push(key.shape);
        }
        known.entry(section.name).or_default();
        let words = Self { known, has_capitals: false };
        Self { has_capitals: words.finds_capitals(text), ..words }
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
            keys.filter(|key| self.known.contains_key(&*original(key).to_lowercase())).partition(is_capital);
        capitals.len() > small.len()
    }

    /// True for a key of a list whose items have keys.
    pub(super) fn is_list(&self, key: &str) -> bool {
        self.takes(key, |shape| matches!(shape, Shape::List(_)))
    }

    /// True for a key of a list of texts, numbers, days or words, or its translation.
    pub(super) fn is_several(&self, key: &str) -> bool {
        let is_pair = |shape| matches!(shape, Shape::Coordinates | Shape::Focus);
        self.takes(key, |shape| shape.takes_several() && !is_pair(shape))
    }

    /// True for a key of a list of texts that may say anything, or its translation.
    pub(super) fn is_texts(&self, key: &str) -> bool {
        self.takes(key, |shape| matches!(shape, Shape::Texts(_) | Shape::Locals(_)))
    }

    /// True for a key of Markdown, or its translation.
    pub(super) fn is_markdown(&self, key: &str) -> bool {
        self.takes(key, |shape| shape == Shape::Markdown)
    }

    /// True for a key of a text, or its translation.
    pub(super) fn is_prose(&self, key: &str) -> bool {
        self.takes(key, |shape| matches!(shape, Shape::Text(_) | Shape::Local(_) | Shape::Markdown))
    }

    /// True for a key with keys of its own.
    pub(super) fn is_part(&self, key: &str) -> bool {
        self.takes(key, |shape| matches!(shape, Shape::Map(_)))
    }

    /// True for a key, its translation, or a span of days where opening hours are kept.
    pub(super) fn has(&self, word: &str) -> bool {
        self.shapes(word).is_some() || (self.known.contains_key("buka") && is_day_key(word))
    }

    /// True if one of the keys of a name takes what is asked for.
    fn takes(&self, key: &str, is_one: impl Fn(Shape) -> bool) -> bool {
        self.shapes(key).is_some_and(|shapes| shapes.iter().any(|shape| is_one(*shape)))
    }

    fn shapes(&self, word: &str) -> Option<&Vec<Shape>> {
        let word = original(word);
        let small = || if self.has_capitals { self.known.get(&*word.to_lowercase()) } else { None };
        self.known.get(word).or_else(small)
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
