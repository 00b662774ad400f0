//! The accessor through which every reader takes its keys: what is missing, empty, of the wrong kind or
//! unknown becomes a finding here, by the table of keys, so that readers only say what they want.

use std::collections::HashMap;

use super::choice::{choose, flag};
use super::commented;
use super::findings::key as finding;
use super::findings::syntax::no_space_after_colon;
use super::number;
use super::pairs;
use super::suggestion;
use super::typed::Typed;
use super::yaml::{Node, Value};
use crate::finding::{Findings, Span};
use crate::keys::{HOURS, Key, Section, Shape};

mod texts;

/// Unknown keys of one mapping that are reported one by one: a file that is no profile has thousands.
const MAX_UNKNOWN: usize = 30;

/// Mappings of more keys are looked up in a table: a reader asks for some hundred keys, and a stranger writes a
/// million.
const MOST_SEARCHED: usize = 100;

/// The keys of one mapping, taken one by one.
pub(crate) struct Keys<'n> {
    section: &'static Section,
    node: &'n Node<'n>,
    entries: &'n [(Node<'n>, Node<'n>)],
    taken: Vec<bool>,
    /// Where each key stands among the entries; empty where they are few.
    places: HashMap<&'n str, usize>,
    /// Keys that are spelled otherwise, with their places: they are read, and told as unknown.
    misnamed: Vec<(String, usize)>,
    /// True if the name of this item stands where a key belongs: that was told, and what it lacks is not.
    is_named_by_key: bool,
    #[cfg(test)]
    asked: Vec<&'static str>,
}

impl Node<'_> {
    /// The keys of a mapping; for anything else a finding.
    pub(crate) fn keys<'n>(&'n self, section: &'static Section, findings: &mut Findings) -> Option<Keys<'n>> {
        match self.value() {
            Value::Map(entries) => Some(Keys {
                section,
                node: self,
                entries,
                taken: vec![false; entries.len()],
                places: places_of(entries),
                misnamed: misnamed(entries, section),
                is_named_by_key: false,
                #[cfg(test)]
                asked: Vec::new(),
            }),
            Value::Refused => None,
            Value::Scalar(..) | Value::List(_) => {
                findings.push(finding::not_a_mapping(self, section));
                None
            }
        }
    }
}

impl<'n> Keys<'n> {
    /// The place of the mapping.
    pub(crate) fn span(&self) -> Span {
        self.node.span()
    }

    /// The place of a key as it was typed, or that of the mapping.
    pub(crate) fn key_span(&self, name: &str) -> Span {
        self.at(name).map_or(self.span(), |(key, _)| key.span())
    }

    /// The place of the value of a key, or that of the mapping.
    pub(crate) fn value_span(&self, name: &str) -> Span {
        self.at(name).map_or(self.span(), |(_, value)| value.span())
    }

    /// True if a key is there and filled in, whether it can be read or not.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.at(name).is_some_and(|(_, value)| !value.is_empty())
    }

    /// True if a key is there without anything behind it.
    pub(crate) fn is_left_empty(&self, name: &str) -> bool {
        self.order(name).is_some() && !self.has(name)
    }

    /// The place of a key among all of them, from 0.
    pub(crate) fn order(&self, name: &str) -> Option<usize> {
        let found = if self.places.is_empty() {
            self.entries.iter().position(|(key, _)| key.text() == Some(name))
        } else {
            self.places.get(name).copied()
        };
        found.or_else(|| self.misnamed.iter().find(|(ours, _)| ours == name).map(|(_, index)| *index))
    }

    /// A key as it was typed, and its value.
    fn at(&self, name: &str) -> Option<&'n (Node<'n>, Node<'n>)> {
        self.order(name).map(|index| &self.entries[index])
    }

    /// Items of a list without reading them; 0 for anything else.
    pub(crate) fn count(&self, name: &str) -> usize {
        let value = self.at(name).map(|(_, value)| value.value());
        if let Some(Value::List(items)) = value { items.len() } else { 0 }
    }

    /// What stands at a key of each item of a list of mappings, without reading it.
    pub(crate) fn below_items(&self, list: &str, name: &str) -> impl Iterator<Item = &'n Node<'n>> {
        let items = self.at(list).map(|(_, list)| list.value());
        let items = match items {
            Some(Value::List(items)) => items.as_slice(),
            _ => &[],
        };
        items.iter().filter_map(move |item| match item.value() {
            Value::Map(entries) => {
                entries.iter().find(|(key, _)| key.text() == Some(name)).map(|(_, value)| value)
            }
            _ => None,
        })
    }

    fn known(&mut self, name: &'static str) -> &'static Key {
        #[cfg(test)]
        self.asked.push(name);
        self.section.key(name).expect("the table has every key that a reader asks for")
    }

    /// The value of an entry, and that it was asked for.
    fn entry(&mut self, name: &str, suffix: &str) -> Option<&'n Node<'n>> {
        let index =
            if suffix.is_empty() { self.order(name) } else { self.order(&format!("{name}{suffix}")) }?;
        self.taken[index] |= self.misnamed.iter().all(|(_, misnamed)| *misnamed != index);
        Some(&self.entries[index].1)
    }

    /// What stands at a key, unless it is absent, empty or refused; a needed one that is absent or empty is
    /// a finding.
    pub(crate) fn node(&mut self, name: &'static str, findings: &mut Findings) -> Option<&'n Node<'n>> {
        let key = self.known(name);
        match self.entry(name, "") {
            None => {
                // A key that is told with the right one is no second mistake.
                let typed = self.entries.iter().filter_map(|(key, _)| key.text());
                if key.needed && !self.is_named_by_key && !suggestion::means_one_of(typed, name, self.section)
                {
                    findings.push(finding::missing(self.span(), key, self.section));
                }
                None
            }
            Some(value) if value.is_refused() => None,
            Some(value) if value.is_empty() => {
                if key.needed {
                    findings.push(finding::empty(value.span(), key));
                }
                None
            }
            Some(value) => Some(value),
        }
    }

    /// A scalar of any kind.
    pub(crate) fn scalar(&mut self, name: &'static str, findings: &mut Findings) -> Option<Typed<'n>> {
        let node = self.node(name, findings)?;
        self.typed(name, node, findings)
    }

    fn typed(&self, name: &'static str, node: &'n Node<'n>, findings: &mut Findings) -> Option<Typed<'n>> {
        if node.text().is_none() {
            let key = self.section.key(name).expect("asked for before");
            if !node.is_refused() {
                findings.push(finding::wrong_kind(node, key));
            }
            return None;
        }
        let shape = self.section.key(name).map(|key| key.shape);
        if matches!(shape, Some(Shape::WhatsApp | Shape::Phone)) {
            return Typed::number_at(name, node, findings);
        }
        Typed::at(name, node, findings)
    }

    /// A scalar through a parser of its kind.
    pub(crate) fn parse<T>(
        &mut self,
        name: &'static str,
        parse: impl FnOnce(Typed<'n>, &mut Findings) -> Option<T>,
        findings: &mut Findings,
    ) -> Option<T> {
        let typed = self.scalar(name, findings)?;
        parse(typed, findings)
    }

    /// Items of a list; a value that is none is a finding.
    pub(crate) fn list(&mut self, name: &'static str, findings: &mut Findings) -> &'n [Node<'n>] {
        let Some(node) = self.node(name, findings) else { return &[] };
        self.items(name, node, findings)
    }

    fn items(&self, name: &'static str, node: &'n Node<'n>, findings: &mut Findings) -> &'n [Node<'n>] {
        match node.value() {
            Value::List(items) => items,
            Value::Refused => &[],
            Value::Scalar(..) | Value::Map(_) => {
                findings.push(finding::wrong_kind(node, self.section.key(name).expect("asked for before")));
                &[]
            }
        }
    }

    /// Items of a list, where a single scalar counts as a list of one.
    pub(crate) fn items_or_one(&mut self, name: &'static str, findings: &mut Findings) -> &'n [Node<'n>] {
        match self.node(name, findings) {
            Some(node) if node.text().is_some() => {
                let typed = node.text().unwrap_or_default();
                // The lines of a list were told as such.
                if node.end().0 == node.line() && pairs::numbered(typed).is_some() {
                    findings.push(finding::list_in_one_text(node.span(), name, typed));
                }
                std::slice::from_ref(node)
            }
            Some(node) => self.items(name, node, findings),
            None => &[],
        }
    }

    /// The scalars of a list; items that are none or empty are findings.
    pub(crate) fn scalars(&mut self, name: &'static str, findings: &mut Findings) -> Vec<Typed<'n>> {
        let items = self.items_or_one(name, findings);
        self.typed_items(name, items, findings).into_iter().flatten().collect()
    }

    fn typed_items(
        &self,
        name: &'static str,
        items: &'n [Node<'n>],
        findings: &mut Findings,
    ) -> Vec<Option<Typed<'n>>> {
        let key = self.section.key(name).expect("asked for before");
        let read = |item: &'n Node<'n>| {
            if item.is_empty() {
                findings.push(finding::empty(item.span(), key));
                return None;
            }
            match item.value() {
                Value::Scalar(..) => self.typed(name, item, findings),
                Value::Refused => None,
                Value::List(_) | Value::Map(_) => {
                    findings.push(finding::item_not_text(item, key));
                    None
                }
            }
        };
        items.iter().map(read).collect()
    }

    /// The keys of a mapping below.
    pub(crate) fn map(&mut self, name: &'static str, findings: &mut Findings) -> Option<Keys<'n>> {
        let node = self.node(name, findings)?;
        let section = self.section.key(name).and_then(|key| key.shape.section());
        node.keys(section.expect("the table says that this is a mapping"), findings)
    }

    /// Reads each mapping of a list.
    pub(crate) fn each<T>(
        &mut self,
        name: &'static str,
        findings: &mut Findings,
        mut read: impl FnMut(Keys<'n>, &mut Findings) -> Option<T>,
    ) -> Vec<T> {
        let items = self.list(name, findings);
        let section = self.section.key(name).and_then(|key| key.shape.section());
        let section = section.expect("the table says that these are mappings");
        let mut values = Vec::with_capacity(items.len());
        for item in items {
            if let Some(mut keys) = item.keys(section, findings) {
                keys.tell_name_as_key(findings);
                values.extend(read(keys, findings));
            }
        }
        values
    }

    /// Says that the name of an item stands where a key belongs: `- Kopi bubuk: 35.000`.
    fn tell_name_as_key(&mut self, findings: &mut Findings) {
        let Some((first, value)) = self.entries.first() else { return };
        let typed = first.text().unwrap_or_default();
        if self.section.key(typed).is_some()
            || !matches!(suggestion::for_key(typed, self.section), suggestion::Meant::Unknown)
        {
            return;
        }
        let item = pairs::item(typed, value, self.section);
        if let Some(item) = item.filter(|item| !self.has(item.name.0)) {
            findings.push(finding::name_as_key(first.span(), typed, &item));
            self.taken[0] = true;
            self.is_named_by_key = true;
        }
    }

    /// `ya` or `tidak`.
    pub(crate) fn flag(&mut self, name: &'static str, findings: &mut Findings) -> Option<bool> {
        let typed = self.scalar(name, findings)?;
        let flag = flag(typed.text);
        if flag.is_none() {
            findings.push(finding::not_a_flag(typed));
        }
        flag
    }

    /// A whole number within the bounds of the table; any that fits where the table has none.
    pub(crate) fn number(&mut self, name: &'static str, findings: &mut Findings) -> Option<u32> {
        let typed = self.scalar(name, findings)?;
        let bounds = self.section.key(name).and_then(|key| key.shape.bounds());
        #[cfg(test)]
        assert!(bounds.is_some(), "a reader takes `{name}` for a number, the table does not");
        let (min, max) = bounds.unwrap_or((0, u32::MAX));
        number::parse_number(typed, min, max, findings)
    }

    /// One of the table's words.
    pub(crate) fn choice<T: Copy>(
        &mut self,
        name: &'static str,
        words: &[(&'static str, T)],
        findings: &mut Findings,
    ) -> Option<T> {
        let typed = self.scalar(name, findings)?;
        choose(typed, words, findings)
    }

    /// Several of the table's words, each once, in their order.
    pub(crate) fn choices<T: Copy + PartialEq>(
        &mut self,
        name: &'static str,
        words: &[(&'static str, T)],
        findings: &mut Findings,
    ) -> Vec<T> {
        let mut values: Vec<T> = Vec::new();
        for typed in self.scalars(name, findings) {
            let Some(value) = choose(typed, words, findings) else { continue };
            if values.contains(&value) {
                findings.push(finding::word_twice(typed));
            } else {
                values.push(value);
            }
        }
        values
    }

    /// Keys that nobody has asked for yet, for readers with keys of their own (days, ids); they count as
    /// taken.
    pub(crate) fn rest(&mut self) -> Vec<(&'n Node<'n>, &'n Node<'n>)> {
        let entries = self.entries.iter().zip(&mut self.taken);
        entries
            .filter_map(|((key, value), taken)| (!std::mem::replace(taken, true)).then_some((key, value)))
            .collect()
    }

    /// Says that a key that `rest` gave out is not known.
    pub(crate) fn unknown(&self, key: &Node<'_>, findings: &mut Findings) {
        let typed = key.text().unwrap_or_default();
        if let Some((name, value)) = typed.split_once(':')
            && self.section.key(name).is_some()
        {
            findings.push(no_space_after_colon(key.span(), name, value));
            return;
        }
        findings.push(finding::unknown(
            key.span(),
            typed,
            &suggestion::for_key(typed, self.section),
            self.section,
        ));
    }

    /// What nobody asked for is unknown; what is empty may have its value in a comment.
    pub(crate) fn finish(self, findings: &mut Findings) {
        #[cfg(test)]
        for key in self.section.keys {
            assert!(self.asked.contains(&key.name), "no reader asks for {}.{}", self.section.name, key.name);
        }
        for (key, value) in self.entries.iter().filter(|(_, value)| value.is_empty()) {
            commented::check(key, value, self.section, findings);
        }
        let unknown = self.entries.iter().zip(&self.taken).filter(|(_, taken)| !**taken);
        for ((key, _), _) in unknown.take(MAX_UNKNOWN) {
            self.unknown(key, findings);
        }
    }
}

/// The keys that are spelled otherwise. Days have spellings of their own.
fn misnamed(entries: &[(Node<'_>, Node<'_>)], section: &'static Section) -> Vec<(String, usize)> {
    if section == &HOURS || entries.len() > MOST_SEARCHED {
        return Vec::new();
    }
    let ours = |(index, (key, _)): (usize, &(Node<'_>, Node<'_>))| {
        Some((suggestion::other_spelling(key.text()?, section)?, index))
    };
    entries.iter().enumerate().filter_map(ours).collect()
}

/// Where each key stands, if there are so many that looking through them takes time. Each is there once.
fn places_of<'n>(entries: &'n [(Node<'n>, Node<'n>)]) -> HashMap<&'n str, usize> {
    if entries.len() <= MOST_SEARCHED {
        return HashMap::new();
    }
    let keys = entries.iter().enumerate();
    keys.filter_map(|(index, (key, _))| Some((key.text()?, index))).collect()
}
