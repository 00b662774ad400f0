//! What a profile is to say after the edit: the tree of the old text with the wanted values in it. The new text is
//! proved against it, and what is new is written from it.

use std::borrow::Cow;

use super::wanted::Wanted;
use crate::content::{Node, Value, day_range, meaning};
use crate::finding::{Located, Span};
use crate::keys::{Key, Section, Shape};

/// A value of the new profile.
#[derive(Debug, Clone)]
pub(super) struct Tree<'a> {
    /// What it holds.
    pub(super) held: Held<'a>,
    /// The change that put it there.
    pub(super) change: Option<usize>,
}

/// What a value holds.
#[derive(Debug, Clone)]
pub(super) enum Held<'a> {
    /// A scalar.
    Text {
        /// Without white space around it.
        text: Cow<'a, str>,
        /// True for what every program leaves alone without quotes: `Rp 35.000`, `0812-0000-0001`.
        is_bare: bool,
        /// Where it was wanted.
        origin: Option<Span>,
    },
    /// Items.
    List(Vec<Tree<'a>>),
    /// Keys with values.
    Map(Vec<Named<'a>>),
}

/// A key with its value.
pub(super) type Named<'a> = (Cow<'a, str>, Tree<'a>);

impl<'a> Tree<'a> {
    /// What stands in a document.
    pub(super) fn of(node: &'a Node<'_>) -> Self {
        let held = match node.value() {
            Value::Scalar(text, _) => {
                Held::Text { text: Cow::Borrowed(text.trim()), is_bare: false, origin: None }
            }
            Value::List(items) => Held::List(items.iter().map(Self::of).collect()),
            Value::Map(entries) => Held::Map(
                entries
                    .iter()
                    .map(|(key, value)| (Cow::Borrowed(key.text().unwrap_or_default()), Self::of(value)))
                    .collect(),
            ),
            Value::Refused => Held::List(Vec::new()),
        };
        Self { held, change: None }
    }

    /// The same, wanted from a place, if it is a scalar.
    pub(super) fn wanted_at(mut self, place: &Span) -> Self {
        if let Held::Text { origin, .. } = &mut self.held {
            *origin = Some(place.clone());
        }
        self
    }

    /// The same, put there by a change.
    pub(super) fn by(mut self, change: usize) -> Self {
        self.change = Some(change);
        self
    }

    /// What is wanted at a key, spelled as profiles spell it; `None` if that is nothing.
    pub(super) fn wanted(key: Option<&'static Key>, wanted: &Wanted) -> Option<Tree<'static>> {
        let held = match wanted {
            Wanted::Value(typed) if typed.value.trim().is_empty() => return None,
            Wanted::Value(typed) if key.is_some_and(|key| key.shape.takes_several()) => {
                Held::List(parts(key, typed).iter().map(|part| Tree::text(key, part)).collect())
            }
            Wanted::Value(typed) => Tree::text(key, typed).held,
            Wanted::List(items) => {
                let items: Vec<Tree<'static>> =
                    items.iter().filter_map(|item| Tree::item(key, item)).collect();
                if items.is_empty() {
                    return None;
                }
                Held::List(items)
            }
            Wanted::Nth(items) => {
                let items = items.iter().map(|(_, item)| item.clone()).collect();
                return Tree::wanted(key, &Wanted::List(items));
            }
            Wanted::Map(entries) => {
                let entries = Tree::entries(key.and_then(|key| key.shape.section()), entries);
                if entries.is_empty() {
                    return None;
                }
                Held::Map(entries)
            }
        };
        Some(Tree { held, change: None })
    }

    /// Keys with values in the order of the table.
    pub(super) fn entries(
        section: Option<&'static Section>,
        wanted: &[(String, Wanted)],
    ) -> Vec<Named<'static>> {
        let mut entries: Vec<(usize, Cow<'static, str>, Tree<'static>)> = Vec::new();
        for (name, value) in wanted {
            let Some(tree) = Tree::wanted(key_of(section, name), value) else { continue };
            entries.push((order(section, name), Cow::Owned(name.clone()), tree));
        }
        entries.sort_by_key(|(order, ..)| *order);
        entries.into_iter().map(|(_, name, tree)| (name, tree)).collect()
    }

    /// One item of a list.
    fn item(key: Option<&'static Key>, wanted: &Wanted) -> Option<Tree<'static>> {
        match wanted {
            Wanted::Value(typed) if typed.value.trim().is_empty() => None,
            Wanted::Value(typed) => Some(Tree::text(key, typed)),
            Wanted::Map(_) | Wanted::List(_) | Wanted::Nth(_) => Tree::wanted(key, wanted),
        }
    }

    /// A scalar as it is written at a key.
    pub(super) fn text(key: Option<&'static Key>, typed: &Located<String>) -> Tree<'static> {
        let meant = key.and_then(|key| meaning(key, &typed.value));
        let shape = key.map_or(Shape::Markdown, |key| key.shape);
        let is_bare = meant.is_some() && is_bare(shape);
        let text = meant.map_or_else(|| typed.value.trim().to_owned(), |meaning| meaning.written);
        let text = if shape == Shape::Markdown { tidy(&text) } else { text };
        let held = Held::Text { text: Cow::Owned(text), is_bare, origin: Some(typed.span.clone()) };
        Tree { held, change: None }
    }
}

/// The key of a name, also of a translation or of a span of days.
pub(super) fn key_of(section: Option<&'static Section>, name: &str) -> Option<&'static Key> {
    let section = section?;
    let original = || name.strip_suffix("_en").or_else(|| name.strip_suffix("_su"));
    section
        .key(name)
        .or_else(|| section.key(original()?).filter(|key| key.shape.is_translated()))
        .or_else(|| section.keys.iter().find(|key| is_day(name, key)))
}

/// Days of which the first is that of a key: `senin-jumat` has the shape and the place of `senin`.
fn is_day(name: &str, key: &Key) -> bool {
    let first = |name: &str| day_range(name).and_then(|days| days.first().copied());
    key.shape == Shape::Hours && first(name).is_some_and(|day| first(key.name) == Some(day))
}

/// The place of a key in the table; behind all others if it has none.
pub(super) fn order(section: Option<&'static Section>, name: &str) -> usize {
    let key = key_of(section, name);
    let place = section
        .zip(key)
        .and_then(|(section, key)| section.keys.iter().position(|known| std::ptr::eq(known, key)));
    place.map_or(usize::MAX, |place| place * 3 + usize::from(key.is_some_and(|key| key.name != name)))
}

/// The items of a list that was typed as one text: lines, or what commas and semicolons part where no item has one.
pub(super) fn parts(key: Option<&'static Key>, typed: &Located<String>) -> Vec<Located<String>> {
    let text = typed.value.as_str();
    let separators: &[char] = match key.map(|key| key.shape) {
        Some(Shape::Texts(_) | Shape::Locals(_)) => &['\n'],
        Some(Shape::Coordinates | Shape::Focus) if text.contains(';') => &[';'],
        _ => &['\n', ',', ';'],
    };
    text.split(separators)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .map(|part| Located::new(part.to_owned(), typed.span.clone()))
        .collect()
}

/// True for values that need no quotes once they are spelled as profiles spell them.
fn is_bare(shape: Shape) -> bool {
    !matches!(
        shape,
        Shape::Text(_)
            | Shape::Local(_)
            | Shape::Markdown
            | Shape::Texts(_)
            | Shape::Locals(_)
            | Shape::Identifier
            | Shape::Qris
            | Shape::Colour
    )
}

/// A longer text without white space at the end of its lines, but for the two spaces that break one.
fn tidy(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines = text.trim().lines().map(|line| {
        let bare = line.trim_end();
        if !bare.is_empty() && line.ends_with("  ") { format!("{bare}  ") } else { bare.to_owned() }
    });
    lines.collect::<Vec<_>>().join("\n")
}
