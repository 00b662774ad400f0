//! The forms: the table of keys as JSON, every section once, the keys of a section in the order of the table.

use serde_json::{Value, json};

use crate::keys::{Key, PRODUCT, PROFILE, Section, Shape};

/// Those of a profile. The first section is the profile's own; a key names the section below it by its number.
#[cfg_attr(not(target_family = "wasm"), expect(dead_code, reason = "the engine asks for it, in browsers"))]
pub(crate) fn of_profile() -> Value {
    let mut sections: Vec<&'static Section> = vec![&PROFILE];
    let mut shown: Vec<Value> = Vec::new();
    while let Some(section) = sections.get(shown.len()).copied() {
        let keys: Vec<Value> = section.keys.iter().map(|key| field(key, &mut sections)).collect();
        shown.push(json!({ "name": section.name, "keys": keys }));
    }
    json!({ "sections": shown })
}

/// Those of a list of prices: name, price and stock of a product.
pub(crate) fn of_prices() -> Value {
    ["nama", "harga", "stok"]
        .iter()
        .filter_map(|name| Some(field(PRODUCT.key(name)?, &mut Vec::new())))
        .collect()
}

fn field(key: &'static Key, sections: &mut Vec<&'static Section>) -> Value {
    let mut field = json!({
        "name": key.name,
        "kind": kind(key.shape),
        "id": key.id,
        "en": key.en,
        "example": key.example.trim_matches('"'),
    });
    if key.needed {
        field["needed"] = json!(true);
    }
    if key.shape.is_translated() {
        field["local"] = json!(true);
    }
    match key.shape {
        Shape::Text(most) | Shape::Local(most) | Shape::Texts(most) | Shape::Locals(most) => {
            field["most"] = json!(most);
        }
        Shape::Choice(words) | Shape::Choices(words) => field["words"] = json!(words),
        _ => {}
    }
    if let Some(below) = key.shape.section() {
        field["below"] = json!(number(below, sections));
    }
    field
}

/// The number of a section; one that was not met before goes to the end.
fn number(section: &'static Section, sections: &mut Vec<&'static Section>) -> usize {
    if let Some(known) = sections.iter().position(|known| std::ptr::eq(*known, section)) {
        return known;
    }
    sections.push(section);
    sections.len() - 1
}

/// How a phone takes it in.
fn kind(shape: Shape) -> &'static str {
    match shape {
        Shape::Map(_) => "map",
        Shape::List(_) => "list",
        Shape::Photo(_) => "photo",
        Shape::Photos(_) => "photos",
        Shape::Markdown => "text",
        Shape::Flag => "flag",
        Shape::Choice(_) => "choice",
        Shape::Choices(_) => "choices",
        Shape::Rupiah => "rupiah",
        Shape::Number(..) | Shape::Year => "number",
        Shape::Date => "date",
        Shape::WhatsApp | Shape::Phone => "phone",
        Shape::Email => "email",
        Shape::Link => "link",
        Shape::Texts(_)
        | Shape::Locals(_)
        | Shape::Numbers(..)
        | Shape::Dates
        | Shape::Months
        | Shape::Slugs => "lines",
        Shape::Points | Shape::CodePhoto | Shape::Qris => "other",
        _ => "line",
    }
}
