//! What the rows of sheets say of one cooperative, put together as it would stand in its profile.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::amend::Wanted;
use crate::finding::{Located, Span};
use crate::import::kind::key_at;
use crate::keys::{Section, Shape};

/// A value of a profile that is being put together.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Tree {
    Value(Located<String>),
    /// Items by their number; numbers may be missing.
    List(BTreeMap<u32, Tree>),
    /// Keys in the order in which they came.
    Map(Vec<(String, Tree)>),
}

impl Default for Tree {
    fn default() -> Self {
        Self::Map(Vec::new())
    }
}

impl Tree {
    /// Puts a value where a path leads: `harga`, `promo.harga`, `grosir.2.mulai`, and one more item where the key takes
    /// several, a translation too. What stands there already is replaced.
    pub(super) fn put(&mut self, section: &'static Section, path: &str, value: Located<String>) {
        let (first, rest) = path.split_once('.').map_or((path, None), |(first, rest)| (first, Some(rest)));
        let shape = key_at(section, first).map_or(Shape::Text(200), |key| key.shape);
        let below = shape.section().unwrap_or(section);
        let slot = self.child(first);
        match rest {
            None if shape.takes_several() => slot.append(Self::Value(value)),
            None => *slot = Self::Value(value),
            Some(rest) => match rest.split_once('.').map(|(number, rest)| (number.parse::<u32>(), rest)) {
                Some((Ok(number), rest)) => slot.item(number).put(below, rest, value),
                _ => slot.put(below, rest, value),
            },
        }
    }

    /// The value at a key of a mapping, made where it is not there.
    pub(super) fn child(&mut self, key: &str) -> &mut Self {
        if !matches!(self, Self::Map(_)) {
            *self = Self::default();
        }
        let Self::Map(entries) = self else { unreachable!("made a line above") };
        let at = entries.iter().position(|(known, _)| known == key).unwrap_or_else(|| {
            entries.push((key.to_owned(), Self::default()));
            entries.len() - 1
        });
        &mut entries[at].1
    }

    /// The value at a key of a mapping, if it is there.
    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(entries) => entries.iter().find(|(known, _)| known == key).map(|(_, value)| value),
            _ => None,
        }
    }

    /// The value at a path, if it is there.
    pub(super) fn at(&self, path: &str) -> Option<&Self> {
        path.split('.').try_fold(self, |tree, key| tree.get(key))
    }

    /// The text at a key of a mapping.
    pub(super) fn text(&self, key: &str) -> Option<&Located<String>> {
        self.get(key)?.value()
    }

    /// The text, of what is neither list nor mapping.
    pub(super) fn value(&self) -> Option<&Located<String>> {
        match self {
            Self::Value(value) => Some(value),
            _ => None,
        }
    }

    /// Takes a key out of a mapping.
    pub(super) fn take(&mut self, key: &str) -> Option<Self> {
        let Self::Map(entries) = self else { return None };
        let at = entries.iter().position(|(known, _)| known == key)?;
        Some(entries.remove(at).1)
    }

    /// One more item of a list.
    pub(super) fn append(&mut self, item: Self) {
        self.add(item);
    }

    /// The same, and its number.
    pub(super) fn add(&mut self, item: Self) -> u32 {
        let next = match self {
            Self::List(items) => items.last_key_value().map_or(1, |(number, _)| number + 1),
            _ => 1,
        };
        *self.item(next) = item;
        next
    }

    /// An item of a list by its number, made where it is not there.
    pub(super) fn item(&mut self, number: u32) -> &mut Self {
        if !matches!(self, Self::List(_)) {
            *self = Self::List(BTreeMap::new());
        }
        let Self::List(items) = self else { unreachable!("made a line above") };
        items.entry(number).or_default()
    }

    /// The items of a list, in order.
    pub(super) fn items(&self) -> impl Iterator<Item = &Self> {
        let items = match self {
            Self::List(items) => Some(items.values()),
            _ => None,
        };
        items.into_iter().flatten()
    }

    /// The same, to be changed.
    pub(super) fn items_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        let items = match self {
            Self::List(items) => Some(items.values_mut()),
            _ => None,
        };
        items.into_iter().flatten()
    }

    /// True if a value of it came from this row.
    pub(super) fn is_of_row(&self, row: &Span) -> bool {
        match self {
            Self::Value(value) => value.span.line == row.line && Arc::ptr_eq(&value.span.file, &row.file),
            Self::List(items) => items.values().any(|item| item.is_of_row(row)),
            Self::Map(entries) => entries.iter().any(|(_, value)| value.is_of_row(row)),
        }
    }

    /// True if a key of that name stands anywhere in it.
    pub(super) fn has(&self, name: &str) -> bool {
        match self {
            Self::Value(_) => false,
            Self::List(items) => items.values().any(|item| item.has(name)),
            Self::Map(entries) => entries.iter().any(|(key, value)| key == name || value.has(name)),
        }
    }

    /// What is to stand in the profile; `None` for nothing.
    fn to_wanted(&self) -> Option<Wanted> {
        match self {
            Self::Value(value) => Some(Wanted::Value(value.clone())),
            Self::List(items) => {
                let items: Vec<Wanted> = items.values().filter_map(Self::to_wanted).collect();
                (!items.is_empty()).then_some(Wanted::List(items))
            }
            Self::Map(entries) => {
                let entries = wanted_entries(entries);
                (!entries.is_empty()).then_some(Wanted::Map(entries))
            }
        }
    }

    /// The same for a whole profile.
    pub(super) fn to_entries(&self) -> Vec<(String, Wanted)> {
        match self {
            Self::Map(entries) => wanted_entries(entries),
            _ => Vec::new(),
        }
    }
}

fn wanted_entries(entries: &[(String, Tree)]) -> Vec<(String, Wanted)> {
    entries.iter().filter_map(|(key, value)| Some((key.clone(), value.to_wanted()?))).collect()
}
