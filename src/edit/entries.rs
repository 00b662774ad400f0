//! What a form asks for, worked out from the table of keys and from what stands in the file: one value, several that
//! belong together, or a list that has a page of its own.

use super::place;
use crate::amend::TypedValue;
use crate::keys::{Key, Section, Shape};
use crate::model::Language;

/// Languages that a text may be translated into.
const TRANSLATIONS: [Language; 2] = [Language::Su, Language::En];

/// One value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// Its place in the file, also the name of its field.
    pub(super) place: String,
    pub(super) key: &'static Key,
    pub(super) language: Option<Language>,
    /// As it stands in the field.
    pub(super) now: String,
    /// True if it is written in a way that no field can show.
    pub(super) is_odd: bool,
}

/// One part of a form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Entry {
    /// A value, and its translations.
    Value(Leaf, Vec<Leaf>),
    /// Values that belong together.
    Group { key: &'static Key, place: String, entries: Vec<Entry> },
    /// Things of which each has a form: what they are called.
    List { key: &'static Key, place: String, items: Vec<String> },
    /// Photos, which have a page: how many.
    Photos { key: &'static Key, place: String, count: usize },
    /// A key that is in no table, such as a span of days, and its value.
    Other { place: String, name: String, now: String },
}

/// The parts of a form for the keys at a place.
pub(super) fn entries(section: &'static Section, at: &str, value: Option<&TypedValue>) -> Vec<Entry> {
    let mut entries: Vec<Entry> = section.keys.iter().map(|key| entry(key, at, value)).collect();
    entries.extend(others(section, at, value));
    entries
}

fn entry(key: &'static Key, at: &str, value: Option<&TypedValue>) -> Entry {
    let place = place::below(at, key.name);
    let held = value_at(value, key.name);
    match key.shape {
        Shape::Map(section) => Entry::Group { key, entries: entries(section, &place, held), place },
        Shape::List(section) => {
            let items = items(held).iter().map(|item| called(section, item)).collect();
            Entry::List { key, place, items }
        }
        Shape::Photos(_) => Entry::Photos { key, place, count: items(held).len() },
        Shape::Photo(_) => {
            Entry::Photos { key, place, count: usize::from(held.is_some_and(|held| !is_empty(held))) }
        }
        _ => {
            let translated = |language: Language| {
                let name = format!("{}_{}", key.name, language.tag());
                leaf(key, place::below(at, &name), Some(language), value_at(value, &name))
            };
            let translations = TRANSLATIONS.into_iter().filter(|_| key.shape.is_translated());
            Entry::Value(leaf(key, place.clone(), None, held), translations.map(translated).collect())
        }
    }
}

fn leaf(key: &'static Key, place: String, language: Option<Language>, held: Option<&TypedValue>) -> Leaf {
    let shown = held.map_or(Some(String::new()), |held| shown(key.shape, held));
    Leaf { place, key, language, is_odd: shown.is_none(), now: shown.unwrap_or_default() }
}

/// The value of one key at a place.
pub(super) fn single(
    section: &'static Section,
    at: &str,
    value: Option<&TypedValue>,
    name: &str,
) -> Option<Leaf> {
    let key = section.key(name)?;
    Some(leaf(key, place::below(at, name), None, value_at(value, name)))
}

/// Keys of a mapping that the table does not have, with plain values: `senin-jumat` of opening hours.
fn others(section: &'static Section, at: &str, value: Option<&TypedValue>) -> Vec<Entry> {
    let Some(TypedValue::Map(held)) = value else { return Vec::new() };
    let is_known = |name: &str| {
        let plain =
            TRANSLATIONS.iter().find_map(|language| name.strip_suffix(&format!("_{}", language.tag())));
        section.key(name).is_some() || plain.is_some_and(|plain| section.key(plain).is_some())
    };
    held.iter()
        .filter(|(name, _)| !is_known(name) && !name.contains(['.', '[', ']']))
        .filter_map(|(name, value)| match value {
            TypedValue::Text(text) => {
                Some(Entry::Other { place: place::below(at, name), name: name.clone(), now: text.clone() })
            }
            _ => None,
        })
        .collect()
}

/// Every value of a form.
pub(super) fn leaves(entries: &[Entry]) -> Vec<&Leaf> {
    let mut found = Vec::new();
    for entry in entries {
        match entry {
            Entry::Value(leaf, translations) => {
                found.push(leaf);
                found.extend(translations);
            }
            Entry::Group { entries, .. } => found.extend(leaves(entries)),
            Entry::List { .. } | Entry::Photos { .. } | Entry::Other { .. } => {}
        }
    }
    found
}

/// True if somebody has filled in something.
pub(super) fn is_filled(entries: &[Entry]) -> bool {
    entries.iter().any(|entry| match entry {
        Entry::Value(leaf, translations) => {
            leaf.is_odd || !leaf.now.is_empty() || translations.iter().any(|leaf| !leaf.now.is_empty())
        }
        Entry::Group { entries, .. } => is_filled(entries),
        Entry::List { items, .. } => !items.is_empty(),
        Entry::Photos { count, .. } => *count > 0,
        Entry::Other { .. } => true,
    })
}

/// The value of a key in a mapping.
pub(super) fn value_at<'v>(value: Option<&'v TypedValue>, name: &str) -> Option<&'v TypedValue> {
    match value? {
        TypedValue::Map(entries) => entries.iter().find(|(known, _)| known == name).map(|(_, value)| value),
        _ => None,
    }
}

/// The text of a key in a mapping.
pub(super) fn text_at<'v>(value: &'v TypedValue, name: &str) -> Option<&'v str> {
    match value_at(Some(value), name)? {
        TypedValue::Text(text) => Some(text.as_str()).filter(|text| !text.is_empty()),
        _ => None,
    }
}

/// The items of a list; a single value is one.
pub(super) fn items(value: Option<&TypedValue>) -> &[TypedValue] {
    match value {
        Some(TypedValue::List(items)) => items,
        Some(single) if !is_empty(single) => std::slice::from_ref(single),
        _ => &[],
    }
}

fn is_empty(value: &TypedValue) -> bool {
    match value {
        TypedValue::Text(text) => text.is_empty(),
        TypedValue::List(items) => items.is_empty(),
        TypedValue::Map(entries) => entries.is_empty(),
    }
}

/// What people call an item.
pub(super) fn called(section: &'static Section, item: &TypedValue) -> String {
    const NAMES: [&str; 6] = ["nama", "judul", "usaha", "t", "tempat", "berkas"];
    if let TypedValue::Text(text) = item {
        return text.clone();
    }
    let names = NAMES.into_iter().filter(|name| section.key(name).is_some());
    let mut keys = names.chain(section.keys.iter().map(|key| key.name));
    keys.find_map(|name| text_at(item, name)).unwrap_or("—").to_owned()
}

/// What stands beside the name in a list, as it was typed: a price, when it begins or closes, an office; `None` where
/// an item has nothing of it.
pub(super) fn beside(item: &TypedValue) -> Option<&str> {
    ["harga", "mulai", "tutup", "jabatan"].into_iter().find_map(|name| text_at(item, name))
}

/// A value as it stands in a field; `None` for one that no field can show.
fn shown(shape: Shape, value: &TypedValue) -> Option<String> {
    match value {
        TypedValue::Text(text) => Some(text.clone()),
        TypedValue::List(items) if shape.takes_several() => {
            let text = |item: &TypedValue| match item {
                TypedValue::Text(text) => Some(text.clone()),
                _ => None,
            };
            let texts: Option<Vec<String>> = items.iter().map(text).collect();
            Some(texts?.join(if is_on_one_line(shape) { ", " } else { "\n" }))
        }
        TypedValue::List(items) if items.is_empty() => Some(String::new()),
        _ => None,
    }
}

/// The value at a place as it stands in a field; of what no field can show, nothing.
pub(super) fn shown_text(root: &'static Section, at: &str, value: &TypedValue) -> String {
    match place::spot(root, at) {
        Some(place::Spot::Value(key, _)) => shown(key.shape, value).unwrap_or_default(),
        _ => shown(Shape::Text(0), value).unwrap_or_default(),
    }
}

/// True for a list whose items stand side by side, with commas.
pub(super) fn is_on_one_line(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Numbers(..) | Shape::Dates | Shape::Months | Shape::Slugs | Shape::Coordinates | Shape::Focus
    )
}

/// What was typed into a field, as it is meant: without space around it, and of a list one item a line.
pub(super) fn meant(shape: Shape, typed: &str) -> String {
    let typed = typed.trim();
    if is_on_one_line(shape) {
        return parts(typed, &[',', ';', '\n']).join("\n");
    }
    if shape.takes_several() {
        return parts(typed, &['\n']).join("\n");
    }
    match shape {
        // What a browser makes of a day and a time.
        Shape::DateTime => typed.replacen('T', " ", 1),
        _ => typed.to_owned(),
    }
}

fn parts<'t>(typed: &'t str, between: &[char]) -> Vec<&'t str> {
    typed.split(between).map(str::trim).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::PRODUCT;

    fn text(text: &str) -> TypedValue {
        TypedValue::Text(text.to_owned())
    }

    fn product() -> TypedValue {
        let list = |items: &[&str]| TypedValue::List(items.iter().map(|item| text(item)).collect());
        TypedValue::Map(vec![
            ("nama".to_owned(), text("Susu")),
            ("nama_en".to_owned(), text("Milk")),
            ("musim".to_owned(), list(&["1-4", "10-12"])),
            ("foto".to_owned(), text("foto/susu.jpg")),
            (
                "varian".to_owned(),
                TypedValue::List(vec![TypedValue::Map(vec![("nama".to_owned(), text("Besar"))])]),
            ),
        ])
    }

    #[test]
    fn a_form_has_a_field_for_every_key_of_the_table() {
        let entries = entries(&PRODUCT, "produk[2]", Some(&product()));
        let leaves = leaves(&entries);
        let now = |place: &str| leaves.iter().find(|leaf| leaf.place == place).map(|leaf| leaf.now.as_str());
        assert_eq!(now("produk[2].nama"), Some("Susu"));
        assert_eq!(now("produk[2].nama_en"), Some("Milk"));
        assert_eq!(now("produk[2].musim"), Some("1-4, 10-12"));
        assert_eq!(now("produk[2].promo.sampai"), Some(""));
        let has = |wanted: &str| {
            entries.iter().any(|entry| match entry {
                Entry::List { place, items, .. } => place == wanted && items == &["Besar".to_owned()],
                Entry::Photos { place, count, .. } => place == wanted && *count == 1,
                _ => false,
            })
        };
        assert!(has("produk[2].varian") && has("produk[2].foto"));
    }

    #[test]
    fn a_list_says_the_price_or_the_day_beside_a_name() {
        let item = |keys: &[(&str, &str)]| {
            TypedValue::Map(keys.iter().map(|(key, value)| ((*key).to_owned(), text(value))).collect())
        };
        assert_eq!(beside(&item(&[("nama", "Susu"), ("harga", "Rp 12.500")])), Some("Rp 12.500"));
        assert_eq!(
            beside(&item(&[("judul", "Pasar"), ("mulai", "2026-12-06 06:00")])),
            Some("2026-12-06 06:00")
        );
        assert_eq!(beside(&item(&[("nama", "Dedi"), ("jabatan", "Ketua")])), Some("Ketua"));
        assert_eq!(beside(&product()), None);
        assert_eq!(beside(&text("Susu")), None);
    }

    #[test]
    fn what_is_typed_is_meant_without_space_and_item_by_item() {
        assert_eq!(meant(Shape::Months, " 1-4, 10-12 ,"), "1-4\n10-12");
        assert_eq!(meant(Shape::Texts(60), "satu\n\n dua \n"), "satu\ndua");
        assert_eq!(meant(Shape::DateTime, "2026-12-05T08:00"), "2026-12-05 08:00");
        assert_eq!(meant(Shape::Rupiah, " 12.500 "), "12.500");
    }
}
