//! Lists of a profile beside the lists that are wanted: items are known again, changed in their place, and new ones put
//! at the end; what only the profile has stays.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::layout::Layout;
use super::matching::{Match, matches, name_of, text_of, wanted_text};
use super::outcome::Left;
use super::plan::{Entered, Place, Plan, means_the_same, shown};
use super::tree::{Held, Tree};
use super::wanted::Wanted;
use super::write::{fits_braces, flow};
use crate::content::{Node, Value};
use crate::finding::Located;
use crate::keys::{Section, Shape};

/// The list of a key.
struct List<'n> {
    node: &'n Node<'n>,
    items: &'n [Node<'n>],
    is_flow: bool,
}

impl Plan<'_> {
    /// A list of mappings.
    pub(super) fn items<'n>(&mut self, entered: Entered<'n>, wanted: &[Wanted], at: &Place) -> Tree<'n> {
        let Value::List(items) = entered.value.value() else { return Tree::of(entered.value) };
        let section = entered.key.and_then(|key| key.shape.section());
        let found = match section {
            Some(section) => matches(section, items, wanted, &mut self.findings),
            None => wanted.iter().map(|_| None).collect(),
        };
        self.found_items(entered, wanted, &found, at)
    }

    /// Items of a list by their place.
    pub(super) fn nth_items<'n>(
        &mut self,
        entered: Entered<'n>,
        wanted: &[(usize, Wanted)],
        at: &Place,
    ) -> Tree<'n> {
        let Value::List(items) = entered.value.value() else { return Tree::of(entered.value) };
        let is_there = |index: &usize| *index < items.len();
        let found: Vec<Option<Match>> = wanted
            .iter()
            .map(|(index, _)| Some(*index).filter(is_there).map(|index| Match { index, by: &[] }))
            .collect();
        let wanted: Vec<Wanted> = wanted.iter().map(|(_, item)| item.clone()).collect();
        let before = self.left.len();
        let tree = self.found_items(entered, &wanted, &found, at);
        self.left.truncate(before);
        tree
    }

    /// A single item where the key takes several: it is the first.
    pub(super) fn lone_item<'n>(
        &mut self,
        entered: Entered<'n>,
        wanted: &[(usize, Wanted)],
        at: &Place,
    ) -> Tree<'n> {
        let Entered { value, key, .. } = entered;
        let is_several = key.is_some_and(|key| key.shape.takes_several());
        match (value.value(), wanted) {
            _ if !is_several => self.refuse(entered, at),
            (Value::Scalar(..), [(0, Wanted::Map(entries))]) => self.describe(entered, entries, at),
            (_, [(0, wish)]) => self.value(entered, Some(wish), at),
            (Value::Scalar(..), [(1.., Wanted::Value(new))]) => {
                let old = Located::new(value.text().unwrap_or_default().to_owned(), new.span.clone());
                self.text_for_list(entered, &[old, new.clone()], at)
            }
            _ => self.refuse(entered, at),
        }
    }

    /// A list and, for each wanted item, the one that it means.
    fn found_items<'n>(
        &mut self,
        entered: Entered<'n>,
        wanted: &[Wanted],
        found: &[Option<Match>],
        at: &Place,
    ) -> Tree<'n> {
        let Value::List(items) = entered.value.value() else { return Tree::of(entered.value) };
        let section = entered.key.and_then(|key| key.shape.section());
        let is_flow = at.is_flow || self.layout.is_flow(entered.value);
        let list = List { node: entered.value, items, is_flow };
        let by_item: BTreeMap<usize, (&Wanted, &[&str])> = wanted
            .iter()
            .zip(found)
            .filter_map(|(item, found)| found.map(|found| (found.index, (item, found.by))))
            .collect();
        let mut trees = Vec::with_capacity(items.len());
        let mut gone = BTreeSet::new();
        for (index, item) in items.iter().enumerate() {
            let place = Place { is_flow, ..at.nth(index, item_name(section, item)) };
            let wish = by_item.get(&index).map(|(item, by)| (*item, *by));
            if let Some(path) = self.removed.get(place.path.as_str()) {
                self.seen.insert(path);
                self.draft(&place, Some(self.item_text(&list, index)), None);
                gone.insert(index);
                continue;
            }
            if wish.is_none() && !wanted.is_empty() {
                self.leave(&list, index, &place);
            }
            trees.push(self.item(item, entered, wish, &place));
        }
        let new = wanted.iter().zip(found).filter(|(_, found)| found.is_none());
        let new: Vec<(Option<String>, Tree<'n>)> = new
            .filter_map(|(item, _)| {
                let name = name_of(section, |name| wanted_text(item, name));
                Some((name, new_item(entered, item)?))
            })
            .collect();
        self.remove(&list, &gone);
        if gone.len() == items.len() && !gone.is_empty() && new.is_empty() && !is_flow {
            self.put_empty_list(entered);
        }
        self.append(&list, entered, new, at, gone.len(), &mut trees);
        Tree { held: Held::List(trees), change: None }
    }

    fn item<'n>(
        &mut self,
        item: &'n Node<'n>,
        list: Entered<'n>,
        wish: Option<(&Wanted, &[&str])>,
        at: &Place,
    ) -> Tree<'n> {
        let section = list.key.and_then(|key| key.shape.section());
        let entered = Entered { name: item, value: item, key: list.key };
        match (wish, item.value()) {
            (Some((Wanted::Map(entries), by)), Value::Map(_)) => self.map(item, section, entries, by, at),
            (None, Value::Map(_)) => self.map(item, section, &[], &[], at),
            (Some((Wanted::Value(typed), [])), Value::Scalar(..)) => self.text(entered, typed, at),
            (Some((Wanted::Map(entries), [])), Value::Scalar(..)) => self.describe(entered, entries, at),
            (Some((Wanted::Value(typed), _)), Value::Scalar(..)) => Tree::of(item).wanted_at(&typed.span),
            _ => Tree::of(item),
        }
    }

    fn leave(&mut self, list: &List<'_>, index: usize, at: &Place) {
        let (line, text) = (list.items[index].line(), self.item_text(list, index));
        self.left.push(Left { path: at.path.clone(), item: at.item.clone(), text, line });
    }

    /// An item as it stands in the file: its lines, or what is between its braces.
    fn item_text(&self, list: &List<'_>, index: usize) -> String {
        let item = &list.items[index];
        let end = self.layout.end(item);
        let start = if list.is_flow { self.layout.start(item) } else { self.dash_line(list, index) };
        self.layout.text[start..end].to_owned()
    }

    /// The start of the line with the dash of an item.
    fn dash_line(&self, list: &List<'_>, index: usize) -> usize {
        let indent = self.layout.dash_indent(list.node);
        let line = self.layout.line_of(self.layout.start(&list.items[index]));
        let has_dash = |line: &usize| {
            let text = self.layout.line(*line);
            text.get(indent..).is_some_and(|rest| rest.starts_with('-')) && text[..indent].trim().is_empty()
        };
        let line = (0..=line).rev().find(has_dash).unwrap_or(line);
        self.layout.start_of_line(line)
    }

    /// `[]` behind a key whose items all go.
    fn put_empty_list(&mut self, entered: Entered<'_>) {
        if let Some(colon) = self.layout.colon_end(entered.name) {
            self.splices.replace(colon..colon, " []");
        }
    }

    /// Takes items out of the text.
    fn remove(&mut self, list: &List<'_>, gone: &BTreeSet<usize>) {
        if gone.is_empty() {
            return;
        }
        if list.is_flow {
            let places: Vec<Range<usize>> =
                list.items.iter().map(|item| self.layout.start(item)..self.layout.end(item)).collect();
            self.remove_between_commas(&places, gone);
            return;
        }
        for index in gone {
            let start = self.dash_line(list, *index);
            let end = self.layout.end(&list.items[*index]);
            let mut line = self.layout.line_of(end) + 1;
            let first = self.layout.line_of(start);
            let is_blank = |line: usize| self.layout.line(line).trim().is_empty();
            let was_parted = *index == 0 || first == 0 || is_blank(first - 1);
            while was_parted
                && line < self.layout.line_count()
                && is_blank(line)
                && index + 1 < list.items.len()
            {
                line += 1;
            }
            self.splices.replace(start..self.layout.start_of_line(line), "");
        }
    }

    /// New items behind the last, as its neighbours are written.
    fn append<'n>(
        &mut self,
        list: &List<'n>,
        entered: Entered<'n>,
        new: Vec<(Option<String>, Tree<'n>)>,
        at: &Place,
        gone: usize,
        trees: &mut Vec<Tree<'n>>,
    ) {
        if new.is_empty() {
            return;
        }
        let first = trees.len();
        for (nth, (name, tree)) in new.into_iter().enumerate() {
            let change = self.draft(&at.nth(first + nth, name), None, Some(shown(&tree)));
            trees.push(tree.by(change));
        }
        if list.items.is_empty() && !at.is_flow {
            let all = Tree { held: Held::List(trees.clone()), change: None };
            self.put(entered, &all, at);
        } else if list.is_flow {
            self.append_in_brackets(list, list.items.len() - gone, &trees[first..]);
        } else {
            self.append_lines(list, at, &trees[first..]);
        }
    }

    fn append_in_brackets(&mut self, list: &List<'_>, kept: usize, new: &[Tree<'_>]) {
        let written = new.iter().map(flow).collect::<Vec<_>>().join(", ");
        let comma = if kept == 0 { "" } else { ", " };
        let end = list.items.last().map_or(self.layout.start(list.node) + 1, |item| self.layout.end(item));
        self.splices.replace(end..end, format!("{comma}{written}"));
    }

    fn append_lines(&mut self, list: &List<'_>, at: &Place, new: &[Tree<'_>]) {
        let Some(neighbour) = list.items.last() else { return };
        let indent = self.layout.dash_indent(list.node);
        let is_braced = self.layout.is_flow(neighbour) && new.iter().all(fits_braces);
        let block = list
            .items
            .iter()
            .rev()
            .find(|item| matches!(item.value(), Value::Map(_)) && !self.layout.is_flow(item));
        let offset = block.map_or(2, |item| Layout::indent(item).saturating_sub(indent).max(2));
        let is_gapped = list.items.len() > 1 && {
            let line = self.layout.line_of(self.dash_line(list, list.items.len() - 1));
            line > 0 && self.layout.line(line - 1).trim().is_empty()
        };
        let mut lines = String::new();
        for item in new {
            if is_gapped {
                lines.push('\n');
            }
            self.writer.item(&mut lines, indent, offset, is_braced, item);
        }
        // Comments at the column of the key are about the next key.
        let below = self.layout.below(self.layout.end(neighbour), indent.max(at.indent + 1));
        self.splices.insert_lines(below, &lines, self.layout);
    }

    /// A list of texts: what is wanted is the whole list.
    pub(super) fn texts<'n>(
        &mut self,
        entered: Entered<'n>,
        wanted: &[Located<String>],
        at: &Place,
    ) -> Tree<'n> {
        let Value::List(items) = entered.value.value() else { return Tree::of(entered.value) };
        let Some(first) = wanted.first() else { return Tree::of(entered.value) };
        let is_flow = at.is_flow || self.layout.is_flow(entered.value);
        let list = List { node: entered.value, items, is_flow };
        let old: Vec<Option<String>> = items.iter().map(|item| text_of(item, "berkas")).collect();
        if items.is_empty() {
            let new = wanted.iter().map(|typed| (None, Tree::text(entered.key, typed))).collect();
            let mut trees = Vec::new();
            self.append(&list, entered, new, at, 0, &mut trees);
            return Tree { held: Held::List(trees), change: None };
        }
        if old.iter().any(Option::is_none) {
            return self.refuse(entered, at);
        }
        let old: Vec<String> = old.into_iter().flatten().collect();
        let is_photos = entered.key.is_some_and(|key| matches!(key.shape, Shape::Photos(_)));
        let pairs = if is_photos { by_path(entered, &old, wanted) } else { by_place(entered, &old, wanted) };
        let pairs = if means_the_same_list(entered, &old, wanted) { same_places(&old) } else { pairs };
        self.change_texts(&list, entered, (&old, wanted), &pairs, at, first)
    }

    fn change_texts<'n>(
        &mut self,
        list: &List<'n>,
        entered: Entered<'n>,
        (old, wanted): (&[String], &[Located<String>]),
        pairs: &[Pair],
        at: &Place,
        first: &Located<String>,
    ) -> Tree<'n> {
        let inner = Place { is_flow: list.is_flow, ..at.clone() };
        let mut trees: Vec<Tree<'n>> = Vec::new();
        let mut gone = BTreeSet::new();
        let mut new: Vec<Tree<'n>> = Vec::new();
        for pair in pairs {
            match *pair {
                Pair::Same(index) => trees.push(Tree::of(&list.items[index]).wanted_at(&first.span)),
                Pair::Changed(index, by) => {
                    let tree = Tree::text(entered.key, &wanted[by]);
                    self.splice_text(&list.items[index], &tree, &inner);
                    trees.push(tree);
                }
                Pair::Left(index) => {
                    self.leave(list, index, &inner.nth(index, None));
                    trees.push(Tree::of(&list.items[index]));
                }
                Pair::Gone(index) => {
                    gone.insert(index);
                }
                Pair::New(by) => new.push(Tree::text(entered.key, &wanted[by])),
            }
        }
        let is_changed = pairs.iter().any(|pair| !matches!(pair, Pair::Same(_) | Pair::Left(_)));
        self.remove(list, &gone);
        if list.is_flow && !new.is_empty() {
            self.append_in_brackets(list, list.items.len() - gone.len(), &new);
        } else if !new.is_empty() {
            self.append_lines(list, at, &new);
        }
        trees.extend(new);
        let tree = Tree { held: Held::List(trees), change: None };
        if is_changed {
            let change = self.draft(at, Some(format!("[{}]", old.join(", "))), Some(shown(&tree)));
            return tree.by(change);
        }
        tree
    }
}

/// What becomes of an item of a list of texts.
#[derive(Debug, Clone, Copy)]
enum Pair {
    /// It stays.
    Same(usize),
    /// It becomes this wanted one.
    Changed(usize, usize),
    /// It is not wanted, but says more than the sheet could.
    Left(usize),
    /// It goes.
    Gone(usize),
    /// It comes, at the end.
    New(usize),
}

fn same_places(old: &[String]) -> Vec<Pair> {
    (0..old.len()).map(Pair::Same).collect()
}

/// True if two lists mean the same as a whole: months may be put together in other spans.
fn means_the_same_list(entered: Entered<'_>, old: &[String], wanted: &[Located<String>]) -> bool {
    let is_months = entered.key.is_some_and(|key| key.shape == Shape::Months);
    let wanted: Vec<&str> = wanted.iter().map(|typed| typed.value.as_str()).collect();
    is_months && means_the_same(entered.key, &old.join(","), &wanted.join(","))
}

/// Pairs from the first to the last; what is too many goes, what is too few comes.
fn by_place(entered: Entered<'_>, old: &[String], wanted: &[Located<String>]) -> Vec<Pair> {
    let pair = |index: usize| match (old.get(index), wanted.get(index)) {
        (Some(one), Some(other)) if means_the_same(entered.key, one, &other.value) => Pair::Same(index),
        (Some(_), Some(_)) => Pair::Changed(index, index),
        (Some(_), None) => Pair::Gone(index),
        (None, _) => Pair::New(index),
    };
    (0..old.len().max(wanted.len())).map(pair).collect()
}

/// Pairs of one path. A photo that is described stays although it is not wanted; one that is only named gives its place
/// to a new one.
fn by_path(entered: Entered<'_>, old: &[String], wanted: &[Located<String>]) -> Vec<Pair> {
    let Value::List(items) = entered.value.value() else { return Vec::new() };
    let is_same = |one: &String, other: &Located<String>| means_the_same(entered.key, one, &other.value);
    let mut new: Vec<usize> =
        (0..wanted.len()).filter(|by| !old.iter().any(|one| is_same(one, &wanted[*by]))).rev().collect();
    let mut pairs: Vec<Pair> = Vec::new();
    for (index, one) in old.iter().enumerate() {
        pairs.push(if wanted.iter().any(|other| is_same(one, other)) {
            Pair::Same(index)
        } else if items[index].text().is_none() {
            Pair::Left(index)
        } else {
            new.pop().map_or(Pair::Gone(index), |by| Pair::Changed(index, by))
        });
    }
    pairs.extend(new.into_iter().rev().map(Pair::New));
    pairs
}

fn item_name(section: Option<&'static Section>, item: &Node<'_>) -> Option<String> {
    name_of(section, |name| text_of(item, name))
}

fn new_item(entered: Entered<'_>, item: &Wanted) -> Option<Tree<'static>> {
    let wanted = Tree::wanted(entered.key, &Wanted::List(vec![item.clone()]))?;
    match wanted.held {
        Held::List(mut items) => items.pop(),
        Held::Text { .. } | Held::Map(_) => None,
    }
}
