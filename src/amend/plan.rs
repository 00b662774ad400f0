//! Goes through a profile and what is wanted of it side by side, and works out the changes of the text and what the new
//! one is to say. Lists are in `lists`.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::findings as finding;
use super::layout::{Layout, is_absent};
use super::outcome::Left;
use super::scalar::{Manner, written};
use super::splice::Splices;
use super::tree::{Held, Named, Tree, key_of, order, parts};
use super::wanted::Wanted;
use super::write::{Entry, Writer, block, flow, is_block};
use crate::content::{Node, Style, Value, day_range, meaning};
use crate::finding::{Findings, Located};
use crate::keys::{HOURS, Key, Section, Shape};

/// A change whose line in the new text is not known yet.
#[derive(Debug)]
pub(super) struct Draft {
    pub(super) path: String,
    pub(super) item: Option<String>,
    pub(super) before: Option<String>,
    pub(super) after: Option<String>,
}

/// Where in a profile something stands, as people name it.
#[derive(Debug, Clone, Default)]
pub(super) struct Place {
    /// `produk[3].harga`; items are counted from 1. Empty for the profile.
    pub(super) path: String,
    /// What the items around it are called: `Susu rasa, Cokelat`.
    pub(super) item: Option<String>,
    /// Spaces before the key that holds it.
    pub(super) indent: usize,
    /// True inside brackets or braces.
    pub(super) is_flow: bool,
}

impl Place {
    pub(super) fn key(&self, name: &str, indent: usize, is_flow: bool) -> Self {
        let dot = if self.path.is_empty() { "" } else { "." };
        let path = format!("{}{dot}{name}", self.path);
        Self { path, item: self.item.clone(), indent, is_flow: self.is_flow || is_flow }
    }

    pub(super) fn nth(&self, index: usize, item: Option<String>) -> Self {
        let path = format!("{}[{}]", self.path, index + 1);
        let item = match (&self.item, item) {
            (Some(around), Some(item)) => Some(format!("{around}, {item}")),
            (around, item) => item.or_else(|| around.clone()),
        };
        Self { path, item, ..self.clone() }
    }
}

/// The changes of one profile.
pub(super) struct Plan<'p> {
    pub(super) layout: &'p Layout<'p>,
    pub(super) writer: Writer,
    pub(super) removed: &'p BTreeSet<&'p str>,
    /// What of `removed` was there.
    pub(super) seen: BTreeSet<&'p str>,
    pub(super) splices: Splices,
    pub(super) drafts: Vec<Draft>,
    pub(super) left: Vec<Left>,
    pub(super) findings: Findings,
}

/// A key with its value, and what the table says of it.
#[derive(Clone, Copy)]
pub(super) struct Entered<'n> {
    pub(super) name: &'n Node<'n>,
    pub(super) value: &'n Node<'n>,
    pub(super) key: Option<&'static Key>,
}

impl Plan<'_> {
    pub(super) fn draft(&mut self, at: &Place, before: Option<String>, after: Option<String>) -> usize {
        self.drafts.push(Draft { path: at.path.clone(), item: at.item.clone(), before, after });
        self.drafts.len() - 1
    }

    /// The tree of a mapping with what is wanted of its keys; it was known again by the texts of `known`, which stay as
    /// they were typed.
    pub(super) fn map<'n>(
        &mut self,
        node: &'n Node<'n>,
        section: Option<&'static Section>,
        wanted: &[(String, Wanted)],
        known: &[&str],
        at: &Place,
    ) -> Tree<'n> {
        let Value::Map(entries) = node.value() else { return Tree::of(node) };
        let is_flow = self.layout.is_flow(node);
        let mut trees: Vec<Named<'n>> = Vec::with_capacity(entries.len());
        let mut gone = BTreeSet::new();
        for (index, (name, value)) in entries.iter().enumerate() {
            let text = name.text().unwrap_or_default();
            if self.takes_out(node, index, at) {
                gone.insert(index);
                continue;
            }
            let wish = wanted.iter().find(|(wanted, _)| is_same_key(section, text, wanted));
            let wish = wish.map(|(_, wish)| wish);
            let entered = Entered { name, value, key: key_of(section, text) };
            let indent = Layout::indent(node);
            let tree = match wish {
                None if self.removed.is_empty() => Tree::of(value),
                Some(Wanted::Value(typed)) if known.contains(&text) => Tree::of(value).wanted_at(&typed.span),
                _ => self.value(entered, wish, &at.key(text, indent, is_flow)),
            };
            trees.push((Cow::Borrowed(text), tree));
        }
        let is_key =
            |key: &Node<'_>, name: &str| key.text().is_some_and(|text| is_same_key(section, text, name));
        let is_new = |(name, wish): &&(String, Wanted)| {
            !entries.iter().any(|(key, _)| is_key(key, name))
                && !are_hours_there(section, entries, name, wish)
        };
        let new: Vec<(String, Wanted)> = wanted.iter().filter(is_new).cloned().collect();
        let new = Tree::entries(section, &new);
        self.remove_entries(node, &gone, !new.is_empty(), at);
        if !new.is_empty() {
            self.insert(node, section, (new, &gone), at, &mut trees);
        }
        Tree { held: Held::Map(trees), change: None }
    }

    pub(super) fn value<'n>(&mut self, entered: Entered<'n>, wish: Option<&Wanted>, at: &Place) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let section = key.and_then(|key| key.shape.section());
        let Some(wish) = wish else {
            return match value.value() {
                Value::Map(_) if self.removes_below(at) => self.map(value, section, &[], &[], at),
                Value::List(_) if self.removes_below(at) => self.items(entered, &[], at),
                _ => Tree::of(value),
            };
        };
        if value.is_empty() {
            return self.fill(entered, wish, at);
        }
        let is_texts = key.is_some_and(|key| key.shape.takes_several());
        match (value.value(), wish) {
            (Value::Map(_), Wanted::Map(entries)) => self.map(value, section, entries, &[], at),
            (Value::List(_), Wanted::Value(typed)) if is_texts => self.texts(entered, &parts(key, typed), at),
            (Value::List(_), Wanted::List(items)) if is_texts => match all_texts(items) {
                Some(texts) => self.texts(entered, &texts, at),
                None => self.items(entered, items, at),
            },
            (Value::List(_), Wanted::List(items)) => self.items(entered, items, at),
            (Value::List(_), Wanted::Nth(items)) => self.nth_items(entered, items, at),
            (Value::Scalar(..) | Value::Map(_), Wanted::Nth(items)) => self.lone_item(entered, items, at),
            (Value::Scalar(..), Wanted::Map(entries)) if is_photo(key) => self.describe(entered, entries, at),
            (Value::Scalar(..), Wanted::Value(typed)) if is_texts => {
                self.text_for_list(entered, &parts(key, typed), at)
            }
            (Value::Scalar(..), Wanted::List(items)) if is_texts => match all_texts(items) {
                Some(texts) => self.text_for_list(entered, &texts, at),
                None => self.refuse(entered, at),
            },
            (Value::Scalar(..), Wanted::Value(typed)) => self.text(entered, typed, at),
            (Value::Map(_), Wanted::Value(typed)) if is_photo(key) => self.photo(entered, typed, at),
            _ => self.refuse(entered, at),
        }
    }

    pub(super) fn removes_below(&self, at: &Place) -> bool {
        self.removed
            .iter()
            .any(|path| path.strip_prefix(at.path.as_str()).is_some_and(|rest| rest.starts_with(['.', '['])))
    }

    pub(super) fn refuse<'n>(&mut self, entered: Entered<'n>, at: &Place) -> Tree<'n> {
        self.findings.push(finding::other_kind(entered.name.span(), &at.path));
        Tree::of(entered.value)
    }

    /// A key that was left empty.
    fn fill<'n>(&mut self, entered: Entered<'n>, wish: &Wanted, at: &Place) -> Tree<'n> {
        let Some(tree) = Tree::wanted(entered.key, wish) else { return Tree::of(entered.value) };
        let change = self.draft(at, None, Some(shown(&tree)));
        self.put(entered, &tree, at);
        tree.by(change)
    }

    /// Puts a value in the place of the one that is there, down to its last character.
    pub(super) fn put(&mut self, entered: Entered<'_>, tree: &Tree<'_>, at: &Place) {
        let Entered { name, value, .. } = entered;
        let name_text = name.text().unwrap_or_default();
        let Some(colon) = self.layout.colon_end(name) else {
            self.findings.push(finding::other_kind(name.span(), &at.path));
            return;
        };
        let end = if is_absent(value) { colon } else { self.layout.end(value).max(colon) };
        if at.is_flow {
            self.splices.replace(colon..end, format!(" {}", flow(tree)));
            return;
        }
        let Entry { head, body } = self.writer.entry(at.indent, name_text, tree);
        self.splices.replace(colon..end, head);
        self.lines_below(end, &body);
    }

    /// Lines below the line of a byte.
    fn lines_below(&mut self, byte: usize, lines: &str) {
        if !lines.is_empty() {
            let below = self.layout.start_of_line(self.layout.line_of(byte) + 1);
            self.splices.insert_lines(below, lines, self.layout);
        }
    }

    /// A scalar where a scalar stands.
    pub(super) fn text<'n>(&mut self, entered: Entered<'n>, typed: &Located<String>, at: &Place) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let old = value.text().unwrap_or_default();
        if typed.value.trim().is_empty() {
            return Tree::of(value);
        }
        if means_the_same(key, old, &typed.value) {
            return Tree::of(value).wanted_at(&typed.span);
        }
        let tree = Tree::text(key, typed);
        let change = self.draft(at, Some(old.to_owned()), Some(shown(&tree)));
        self.splice_text(value, &tree, at);
        tree.by(change)
    }

    /// Writes a scalar over another one, in its quotes or below its `|`.
    pub(super) fn splice_text(&mut self, value: &Node<'_>, tree: &Tree<'_>, at: &Place) {
        let Held::Text { text, is_bare, .. } = &tree.held else { return };
        let (start, end) = (self.layout.start(value), self.layout.end(value));
        let is_printable = is_block(text) || is_block(&format!("{text}\n"));
        match (value.style(), self.layout.block_sign(value)) {
            (Style::Block, Some(sign)) if is_printable => {
                let old = &self.layout.text[sign.clone()];
                if !old.starts_with('|') || old.len() > 1 && old != "|-" && old != "|+" {
                    self.splices.replace(sign, "|");
                }
                let lines = block(Layout::indent(value), text);
                let from = self.layout.start_of_line(self.layout.line_of(start));
                self.splices.replace(from..end, lines.trim_end_matches('\n'));
            }
            (Style::Block, Some(sign)) => {
                self.splices.replace(sign.start..end, written(text, Manner::default()));
            }
            _ if is_block(text) && !at.is_flow => {
                self.splices.replace(start..end, "|");
                self.lines_below(end, &block(at.indent + 2, text));
            }
            (style, _) => {
                let quotes = self.layout.text[start..].chars().next().filter(|_| style == Style::Quoted);
                let manner = Manner { is_bare: *is_bare, is_flow: at.is_flow, quotes };
                self.splices.replace(start..end, written(text, manner));
            }
        }
    }

    /// A single text where the key holds a list.
    pub(super) fn text_for_list<'n>(
        &mut self,
        entered: Entered<'n>,
        texts: &[Located<String>],
        at: &Place,
    ) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let old = value.text().unwrap_or_default();
        let joined = texts.iter().map(|typed| typed.value.as_str()).collect::<Vec<_>>().join(", ");
        match texts {
            [] => Tree::of(value),
            [first, ..] if means_the_same(key, old, &joined) => Tree::of(value).wanted_at(&first.span),
            [one] => self.text(entered, one, at),
            _ => {
                let items = texts.iter().map(|typed| Tree::text(key, typed)).collect();
                let tree = Tree { held: Held::List(items), change: None };
                let change = self.draft(at, Some(old.to_owned()), Some(shown(&tree)));
                self.put(entered, &tree, at);
                tree.by(change)
            }
        }
    }

    /// Something said of a photo that was only named.
    pub(super) fn describe<'n>(
        &mut self,
        entered: Entered<'n>,
        wanted: &[(String, Wanted)],
        at: &Place,
    ) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let old = value.text().unwrap_or_default();
        let said: Vec<Named<'n>> = Tree::entries(key.and_then(|key| key.shape.section()), wanted);
        let is_same = |(name, tree): &Named<'_>| name == "berkas" && shown(tree) == old;
        if said.iter().all(is_same) {
            return Tree::of(value);
        }
        let mut entries = said;
        if !entries.iter().any(|(name, _)| name == "berkas") {
            entries.insert(0, ("berkas".into(), Tree::of(value)));
        }
        let tree = Tree { held: Held::Map(entries), change: None };
        let change = self.draft(at, Some(old.to_owned()), Some(shown(&tree)));
        self.splices.replace(self.layout.start(value)..self.layout.end(value), flow(&tree));
        tree.by(change)
    }

    /// Another photo where one is described: what was said of it, and who agreed to it, goes with it.
    fn photo<'n>(&mut self, entered: Entered<'n>, typed: &Located<String>, at: &Place) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let old = super::matching::text_of(value, "berkas").unwrap_or_default();
        if typed.value.trim().is_empty() || means_the_same(key, &old, &typed.value) {
            return Tree::of(value);
        }
        let tree = Tree::text(key, typed);
        let end = self.layout.end(value);
        let before = self.layout.text[self.layout.start(value)..end].to_owned();
        let change = self.draft(at, Some(before), Some(shown(&tree)));
        self.put(entered, &tree, at);
        tree.by(change)
    }

    /// New keys, each behind the last one that stands before it in the table.
    fn insert<'n>(
        &mut self,
        node: &'n Node<'n>,
        section: Option<&'static Section>,
        (new, gone): (Vec<Named<'static>>, &BTreeSet<usize>),
        at: &Place,
        trees: &mut Vec<Named<'n>>,
    ) {
        let Value::Map(entries) = node.value() else { return };
        let places: Vec<usize> =
            entries.iter().map(|(key, _)| order(section, key.text().unwrap_or_default())).collect();
        let is_flow = at.is_flow || self.layout.is_flow(node);
        let starts_line = self.starts_line(node);
        let mut groups: Vec<(Option<usize>, Vec<Named<'n>>)> = Vec::new();
        for (name, tree) in new {
            let place = order(section, &name);
            let before = places.iter().rposition(|other| *other < place);
            let before = if starts_line || is_flow { before } else { Some(before.unwrap_or(0)) };
            let key_place = at.key(&name, Layout::indent(node), is_flow);
            let change = self.draft(&key_place, None, Some(shown(&tree)));
            let entry: Named<'n> = (name, tree.by(change));
            match groups.iter_mut().find(|(other, _)| *other == before) {
                Some((_, group)) => group.push(entry),
                None => groups.push((before, vec![entry])),
            }
        }
        groups.sort_by_key(|(before, _)| *before);
        for (before, group) in &groups {
            if is_flow {
                self.insert_in_braces(node, *before, group);
            } else {
                self.insert_lines(node, *before, group);
            }
        }
        for (before, group) in groups.into_iter().rev() {
            let index = before.map_or(0, |before| before + 1);
            let index = index - gone.range(..index).count();
            trees.splice(index..index, group);
        }
    }

    /// False for the mapping of an item, whose first key stands behind a dash.
    pub(super) fn starts_line(&self, node: &Node<'_>) -> bool {
        let start = self.layout.start(node);
        let line = self.layout.start_of_line(self.layout.line_of(start));
        self.layout.text[line..start].chars().all(|c| c == ' ')
    }

    fn insert_in_braces(&mut self, node: &Node<'_>, before: Option<usize>, group: &[Named<'_>]) {
        let Value::Map(entries) = node.value() else { return };
        let new: Vec<String> = group.iter().map(|(name, tree)| format!("{name}: {}", flow(tree))).collect();
        let new = new.join(", ");
        let open = self.layout.start(node) + 1;
        match before.and_then(|before| entries.get(before)) {
            Some((key, value)) => {
                let end = self.layout.entry_end(key, value);
                self.splices.replace(end..end, format!(", {new}"));
            }
            None if entries.is_empty() => self.splices.replace(open..open, new),
            None => {
                let first = self.layout.start(&entries[0].0);
                self.splices.replace(first..first, format!("{new}, "));
            }
        }
    }

    fn insert_lines(&mut self, node: &Node<'_>, before: Option<usize>, group: &[Named<'_>]) {
        let Value::Map(entries) = node.value() else { return };
        let indent = Layout::indent(node);
        let layout = self.layout;
        let is_root = indent == 0 && layout.has_gaps();
        let (at, mut is_large) = match before {
            Some(before) => {
                let (key, value) = &entries[before];
                let is_last = before + 1 == entries.len();
                let end = layout.entry_end(key, value);
                let is_large = layout.line_of(end) > layout.line_of(layout.start(key));
                (layout.below(end, if is_last { indent } else { indent + 1 }), is_large)
            }
            None => (layout.start_of_line(layout.line_of(layout.start(node))), false),
        };
        let mut lines = String::new();
        for (name, tree) in group {
            let mut entry = String::new();
            self.writer.entries(&mut entry, indent, &[(name.as_ref(), tree.clone())]);
            let is_new_large = entry.trim_end().contains('\n');
            if is_root && before.is_some() | !lines.is_empty() && (is_large || is_new_large) {
                lines.push('\n');
            }
            lines.push_str(&entry);
            is_large = is_new_large;
        }
        let next = layout.line(layout.line_of(at));
        if is_root && is_large && at < layout.text.len() && !next.trim().is_empty() {
            lines.push('\n');
        }
        self.splices.insert_lines(at, &lines, layout);
    }
}

/// True if a key is the one that is wanted; of opening hours also if both name the same days.
fn is_same_key(section: Option<&'static Section>, key: &str, wanted: &str) -> bool {
    let days = || day_range(key).is_some_and(|days| day_range(wanted) == Some(days));
    key == wanted || is_hours(section) && days()
}

/// True if other keys say of each day what is wanted of several: `senin` and `selasa` of `senin-selasa`.
fn are_hours_there(
    section: Option<&'static Section>,
    entries: &[(Node<'_>, Node<'_>)],
    name: &str,
    wish: &Wanted,
) -> bool {
    let (Some(days), Wanted::Value(typed)) = (day_range(name).filter(|_| is_hours(section)), wish) else {
        return false;
    };
    days.iter().all(|day| {
        entries.iter().any(|(key, value)| {
            let has_day = day_range(key.text().unwrap_or_default()).is_some_and(|days| days.contains(day));
            has_day
                && value.text().is_some_and(|old| means_the_same(key_of(section, name), old, &typed.value))
        })
    })
}

fn is_hours(section: Option<&'static Section>) -> bool {
    section == Some(&HOURS)
}

/// True if two texts mean the same at a key, or are the same text where that cannot be told.
pub(super) fn means_the_same(key: Option<&'static Key>, old: &str, new: &str) -> bool {
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_prose = key.is_none_or(|key| key.shape == Shape::Markdown);
    if old.trim() == new.trim() || !is_prose && words(old) == words(new) {
        return true;
    }
    let Some(key) = key else { return false };
    match (meaning(key, old), meaning(key, new)) {
        (Some(old), Some(new)) if is_prose => lines(&old.same).eq(lines(&new.same)),
        (Some(old), Some(new)) => old.same == new.same,
        _ => false,
    }
}

/// Lines without the white space that nobody sees.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.trim().lines().map(|line| if line.ends_with("  ") { line } else { line.trim_end() })
}

fn is_photo(key: Option<&'static Key>) -> bool {
    key.is_some_and(|key| matches!(key.shape, Shape::Photo(_)))
}

/// The texts of a list that holds nothing else.
fn all_texts(items: &[Wanted]) -> Option<Vec<Located<String>>> {
    let text = |item: &Wanted| match item {
        Wanted::Value(typed) => Some(typed.clone()),
        Wanted::Map(_) | Wanted::List(_) | Wanted::Nth(_) => None,
    };
    items.iter().map(text).collect()
}

/// A value as a change shows it: a scalar as it is, anything else in brackets.
pub(super) fn shown(tree: &Tree<'_>) -> String {
    match &tree.held {
        Held::Text { text, .. } => text.clone().into_owned(),
        Held::List(_) | Held::Map(_) => flow(tree),
    }
}
