//! Who has which word: numbers of cooperatives, and the part of each in which it stands.

use std::collections::BTreeMap;

use serde::Serialize;

use super::fields::fields;
use super::synonyms::{synonyms, written};
use super::words::{Forms, forms, words};
use crate::summary::Summary;

/// A folded word in the index, as a list: for each cooperative that has it, the difference of its number from the one
/// before, and its parts as bits, the lowest for the first part; then the words that mean the same, if there are such.
#[derive(Debug, Default, Serialize)]
#[serde(transparent)]
pub(super) struct Entry(Vec<Item>);

#[derive(Debug, Serialize)]
#[serde(untagged)]
enum Item {
    Number(u64),
    Word(String),
}

/// All words, and where they stand.
#[derive(Debug)]
pub(super) struct Index {
    /// By word as it is written in lower case.
    written: BTreeMap<String, Written>,
    /// Number and parts of each cooperative, in order, by the folded word.
    places: BTreeMap<String, Vec<(u32, u64)>>,
}

/// A word as it is written.
#[derive(Debug)]
struct Written {
    forms: Option<Forms>,
    /// How often it stands somewhere.
    count: u32,
}

/// The index of cooperatives in order of their numbers.
pub(super) fn index(numbered: &[&Summary]) -> Index {
    let mut index = Index { written: BTreeMap::new(), places: BTreeMap::new() };
    for (number, summary) in (0_u32..).zip(numbered) {
        for (part, text) in fields(summary) {
            for word in words(text) {
                index.add(word, number, part);
            }
        }
    }
    index
}

impl Index {
    fn add(&mut self, word: String, number: u32, part: u8) {
        let written =
            self.written.entry(word).or_insert_with_key(|word| Written { forms: forms(word), count: 0 });
        written.count += 1;
        let Some(forms) = &written.forms else { return };
        for term in [Some(&forms.term), forms.stem.as_ref()].into_iter().flatten() {
            let places = match self.places.get_mut(term) {
                Some(places) => places,
                None => self.places.entry(term.clone()).or_default(),
            };
            match places.last_mut() {
                Some((last, parts)) if *last == number => *parts |= 1 << part,
                _ => places.push((number, 1 << part)),
            }
        }
    }

    /// What stands in the files of the index, by folded word.
    pub(super) fn entries(&self) -> BTreeMap<String, Entry> {
        let mut entries: BTreeMap<String, Entry> = BTreeMap::new();
        for (term, places) in &self.places {
            let mut before = 0;
            let entry = entries.entry(term.clone()).or_default();
            for (number, parts) in places {
                entry.0.extend([Item::Number(u64::from(number - before)), Item::Number(*parts)]);
                before = *number;
            }
        }
        for term in self.places.keys() {
            for other in synonyms(term) {
                entries.entry(other.clone()).or_default().0.push(Item::Word(term.clone()));
            }
        }
        entries
    }

    /// The most usual spelling of each word that is found, with how often it stands somewhere, by folded word: for what
    /// is mistyped. Words that lead to another one are among them.
    pub(super) fn spellings(&self) -> BTreeMap<String, (String, u32)> {
        let mut spellings: BTreeMap<String, (String, u32)> = BTreeMap::new();
        let leads_on = |term: &str| synonyms(term).iter().any(|other| self.places.contains_key(other));
        let other = written().filter(|word| !self.written.contains_key(word));
        let other: Vec<(String, u32)> = other.map(|word| (word, 1)).collect();
        let own = self.written.iter().map(|(word, written)| (word, written.count));
        for (word, count) in own.chain(other.iter().map(|(word, count)| (word, *count))) {
            let Some(Forms { term, .. }) = forms(word) else { continue };
            let is_usual = spellings.get(&term).is_none_or(|(_, most)| count > *most);
            if is_usual && (self.places.contains_key(&term) || leads_on(&term)) {
                spellings.insert(term, (word.clone(), count));
            }
        }
        spellings
    }
}
