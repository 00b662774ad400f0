//! Places in a file, as forms name them: `produk[3].varian[1].harga`, items counted from 1.

use crate::keys::{Key, Section, Shape};
use crate::model::Language;

/// Where a place leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spot {
    /// Keys: those of the file, of a mapping, or of an item of a list.
    Keys(&'static Section),
    /// A list of mappings.
    List(&'static Key, &'static Section),
    /// One photo.
    Photo(&'static Key),
    /// Several photos.
    Photos(&'static Key),
    /// One value.
    Value(&'static Key, Option<Language>),
}

/// What stands at a place of a file with these keys; `None` for what is no place of it.
pub(super) fn spot(root: &'static Section, place: &str) -> Option<Spot> {
    let mut at = Spot::Keys(root);
    if place.is_empty() {
        return Some(at);
    }
    for part in place.split('.') {
        let (name, item) = match part.split_once('[') {
            Some((name, rest)) => (name, Some(item_number(rest.strip_suffix(']')?)?)),
            None => (part, None),
        };
        let section = match at {
            Spot::Keys(section) => section,
            Spot::Photo(key) => key.shape.section()?,
            _ => return None,
        };
        let (key, language) = key_called(section, name)?;
        at = match (key.shape, item) {
            (Shape::List(section), None) => Spot::List(key, section),
            (Shape::Photos(_), Some(_)) | (Shape::Photo(_), None) => Spot::Photo(key),
            (Shape::Photos(_), None) => Spot::Photos(key),
            (Shape::Map(section), None) | (Shape::List(section), Some(_)) => Spot::Keys(section),
            (_, None) => Spot::Value(key, language),
            (_, Some(_)) => return None,
        };
    }
    Some(at)
}

fn item_number(digits: &str) -> Option<usize> {
    digits.parse().ok().filter(|number| *number > 0)
}

/// The key of a name, and the language of a translation: `nama_en`.
fn key_called(section: &'static Section, name: &str) -> Option<(&'static Key, Option<Language>)> {
    if let Some(key) = section.key(name) {
        return Some((key, None));
    }
    let (name, tag) = name.rsplit_once('_')?;
    let key = section.key(name).filter(|key| key.shape.is_translated())?;
    Some((key, Some(Language::from_tag(tag).filter(|language| *language != Language::Id)?)))
}

/// A key below a place.
pub(super) fn below(place: &str, name: &str) -> String {
    if place.is_empty() { name.to_owned() } else { format!("{place}.{name}") }
}

/// An item of a list, by its number.
pub(super) fn item(place: &str, number: usize) -> String {
    format!("{place}[{number}]")
}

/// The place that holds another one: of `produk[3]` the list, of `produk[3].harga` the item; of a key of the file the
/// file.
pub(super) fn above(place: &str) -> &str {
    if let Some(list) = place.strip_suffix(']').and_then(|rest| rest.rfind('[')).map(|at| &place[..at]) {
        return list;
    }
    place.rfind('.').map_or("", |at| &place[..at])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::PROFILE;

    #[test]
    fn a_place_leads_to_keys_lists_photos_or_a_value() {
        let at = |place: &str| spot(&PROFILE, place);
        assert!(matches!(at(""), Some(Spot::Keys(section)) if section.name == "profil"));
        assert!(matches!(at("produk"), Some(Spot::List(key, _)) if key.name == "produk"));
        assert!(matches!(at("produk[3].varian[1]"), Some(Spot::Keys(section)) if section.name == "varian"));
        assert!(matches!(at("produk[3].foto"), Some(Spot::Photos(_))));
        assert!(matches!(at("produk[3].foto[1]"), Some(Spot::Photo(_))));
        assert!(matches!(at("produk[3].nama_su"), Some(Spot::Value(_, Some(Language::Su)))));
        for nowhere in
            ["produk[0]", "produk[x]", "harga", "produk[1].harga_su", "nama.x", "produk[1]]", "../x"]
        {
            assert_eq!(at(nowhere), None, "{nowhere}");
        }
    }

    #[test]
    fn a_place_is_held_by_another() {
        for (place, held_by) in [
            ("produk[3].varian[1].harga", "produk[3].varian[1]"),
            ("produk[3].varian[1]", "produk[3].varian"),
            ("produk[3]", "produk"),
            ("produk", ""),
        ] {
            assert_eq!(above(place), held_by);
        }
    }
}
