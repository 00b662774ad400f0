//! What a short item of a list means, whose name stands where a key belongs: `- Kopi bubuk: 35.000` is a name and a
//! price, `- Ketua: Euis` an office and who holds it.

use super::choice::meant;
use super::yaml::{Node, Value};
use crate::keys::{
    BANK, DELIVERY, EVENT, HIGHLIGHT, OFFICER, ORIGIN, PICKUP, PRODUCT, QUESTION, ROLES, Section, TIER,
    VARIANT,
};

/// Of each section its first key, and the one that people write behind it.
static PAIRS: [(&Section, &str, &str); 11] = [
    (&PRODUCT, "nama", "harga"),
    (&VARIANT, "nama", "harga"),
    (&DELIVERY, "wilayah", "ongkos"),
    (&TIER, "mulai", "harga"),
    (&PICKUP, "tempat", "waktu"),
    (&QUESTION, "t", "j"),
    (&OFFICER, "nama", "jabatan"),
    (&EVENT, "judul", "mulai"),
    (&HIGHLIGHT, "judul", "keterangan"),
    (&ORIGIN, "judul", "keterangan"),
    (&BANK, "nama", "rekening"),
];

/// An item with the keys that its words belong to.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Item {
    /// The name of the item, or of a tier its quantity.
    pub(super) name: (&'static str, String),
    /// What stands behind it, if that is one value.
    pub(super) value: Option<(&'static str, String)>,
    /// True if keys stand below it.
    pub(super) has_keys: bool,
}

/// True for one section and no other.
fn is(section: &Section, other: &Section) -> bool {
    std::ptr::eq(section, other)
}

/// The item that is meant by a key that a section does not know; `None` where nobody would write it so.
pub(super) fn item(typed: &str, value: &Node<'_>, section: &'static Section) -> Option<Item> {
    let (_, first, second) = PAIRS.iter().find(|(paired, ..)| is(paired, section))?;
    let text = value.text().filter(|_| !value.is_empty());
    let has_keys = matches!(value.value(), Value::Map(_));
    if typed.is_empty() || !(has_keys || value.text().is_some()) {
        return None;
    }
    let asks_number = matches!(*second, "harga" | "ongkos");
    let value = text.map(|text| match (*second, text) {
        ("ongkos", "gratis" | "Gratis") => ("ongkos", "0".to_owned()),
        ("harga", _) if is(section, &PRODUCT) && !has_digit(text) => ("keterangan", text.to_owned()),
        (second, _) => (second, text.to_owned()),
    });
    if asks_number && value.as_ref().is_some_and(|(key, text)| *key == *second && !has_digit(text)) {
        return None;
    }
    if is(section, &TIER) {
        let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
        return (!digits.is_empty()).then_some(Item { name: (first, digits), value, has_keys });
    }
    if is(section, &OFFICER) {
        return officer(typed, text?);
    }
    Some(Item { name: (first, typed.to_owned()), value, has_keys })
}

/// `Ketua: Euis` and `Euis: ketua`.
fn officer(typed: &str, text: &str) -> Option<Item> {
    let role = |text: &str| meant(text, ROLES).map(str::to_owned);
    let (name, role) = match role(typed) {
        Some(role) => (text, role),
        None => (typed, role(text)?),
    };
    Some(Item { name: ("nama", name.to_owned()), value: Some(("jabatan", role)), has_keys: false })
}

/// The items of a list that was written in one line: `1. KTP 2. KK`.
pub(super) fn numbered(text: &str) -> Option<Vec<&str>> {
    let sign = text.strip_prefix('1')?.chars().next().filter(|sign| matches!(sign, '.' | ')'))?;
    let mut rest = &text[2..];
    let mut items = Vec::new();
    while let Some((item, after)) = rest.split_once(&format!(" {}{sign} ", items.len() + 2)) {
        items.push(item);
        rest = after;
    }
    items.push(rest);
    let items: Vec<&str> = items.iter().map(|item| item.trim_matches([' ', ',', ';'])).collect();
    (items.len() > 1 && items.iter().all(|item| !item.is_empty())).then_some(items)
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

/// The items of a list that was written as keys or as one text; `None` where they cannot be told.
pub(super) fn items(node: &Node<'_>, section: &'static Section) -> Option<Vec<Item>> {
    let named = |name: &'static str, typed: &str| Item {
        name: (name, typed.trim().to_owned()),
        value: None,
        has_keys: false,
    };
    match node.value() {
        Value::Map(entries) => entries
            .iter()
            .map(|(key, value)| {
                let typed = key.text().filter(|typed| section.key(typed).is_none())?;
                item(typed, value, section)
            })
            .collect(),
        Value::Scalar(..) => {
            let text = node.text()?;
            let word = text.split(' ').next().unwrap_or_default();
            let (_, first, _) = PAIRS.iter().find(|(paired, ..)| is(paired, section))?;
            if section.key(word).is_some()
                || is(section, &TIER)
                || is(section, &OFFICER)
                || text.contains(['\n', ':', ';'])
            {
                return None;
            }
            let is_many = is(section, &VARIANT);
            Some(if is_many {
                text.split(',').map(|part| named(first, part)).collect()
            } else {
                vec![named(first, text)]
            })
        }
        Value::List(_) | Value::Refused => None,
    }
}
