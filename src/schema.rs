//! `profil.schema.json`: the table of keys as JSON Schema (draft 7), for editors that complete and underline
//! while somebody types. Laxer than the reader where a schema cannot say what the reader knows: what it
//! refuses is wrong, what it lets through may still be. Touches no file.

use serde_json::{Map, Value, json};

use crate::finding::MessageLanguage;
use crate::keys::{self, Key, Section, Shape};

/// Name of the file in a site's folder; profiles name it in their first line.
pub(crate) const SCHEMA_FILE: &str = "profil.schema.json";

/// Endings of the keys that hold translations.
const TRANSLATIONS: [&str; 2] = ["_en", "_su"];

/// The schema of a profile, with the meaning of every key in one language.
pub(crate) fn profile_schema(language: MessageLanguage) -> String {
    let mut sections = Map::new();
    add_sections(&keys::PROFILE, language, &mut sections);
    let mut schema = json!({
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": match language {
            MessageLanguage::Id => "Profil koperasi",
            MessageLanguage::En => "Profile of a cooperative",
        },
        "$ref": reference(&keys::PROFILE),
    });
    schema["definitions"] = Value::Object(sections);
    format!("{schema:#}\n")
}

fn reference(section: &Section) -> String {
    format!("#/definitions/{}", section.name)
}

/// A section and all below it, each once.
fn add_sections(section: &'static Section, language: MessageLanguage, sections: &mut Map<String, Value>) {
    if sections.contains_key(section.name) {
        return;
    }
    sections.insert(section.name.to_owned(), schema_of(section, language));
    for below in section.keys.iter().filter_map(|key| key.shape.section()) {
        add_sections(below, language, sections);
    }
}

fn schema_of(section: &Section, language: MessageLanguage) -> Value {
    let mut properties = Map::new();
    for key in section.keys {
        properties.insert(key.name.to_owned(), property(key, language));
        if key.shape.is_translated() {
            for ending in TRANSLATIONS {
                properties.insert(format!("{}{ending}", key.name), property(key, language));
            }
        }
    }
    let needed: Vec<&str> = section.keys.iter().filter(|key| key.needed).map(|key| key.name).collect();
    let mut schema = json!({"type": "object", "properties": properties, "additionalProperties": false});
    if !needed.is_empty() {
        schema["required"] = json!(needed);
    }
    // `senin-kamis`, `Jum'at` and `setiap hari` are keys, too; which days there are, the reader knows.
    if *section == keys::HOURS {
        schema["patternProperties"] = json!({"^[A-Za-z'’]+([ –-]+[A-Za-z'’]+)*$": blank_or(hours())});
    }
    schema
}

fn property(key: &Key, language: MessageLanguage) -> Value {
    let mut schema = if key.needed { filled(shape(key.shape)) } else { blank_or(shape(key.shape)) };
    let (meaning, belongs) = match language {
        MessageLanguage::Id => (key.id, key.shape.phrase().0),
        MessageLanguage::En => (key.en, key.shape.phrase().1),
    };
    schema["description"] = json!(format!("{meaning} ({belongs})"));
    if !key.example.is_empty() {
        schema["examples"] = json!([key.example]);
    }
    schema
}

/// What belongs at a key. Scalars are read as they were typed, so `12.500` may look like a number to an
/// editor, and a telephone number as well.
fn shape(shape: Shape) -> Value {
    match shape {
        Shape::Text(most) | Shape::Local(most) => scalar(Some(most)),
        Shape::Texts(most) | Shape::Locals(most) => one_or_many(&scalar(Some(most))),
        Shape::Number(least, most) => number(least, most),
        Shape::Numbers(least, most) => one_or_many(&number(least, most)),
        Shape::Choice(words) => json!({"enum": words}),
        Shape::Choices(words) => one_or_many(&json!({"enum": words})),
        // The first are offered; the others are understood, too.
        Shape::Flag => json!({"anyOf": [
            {"enum": ["ya", "tidak", true, false]},
            {"type": "string", "pattern": "^(Ya|Tidak|yes|no|[Tt]rue|TRUE|[Ff]alse|FALSE)$"},
        ]}),
        Shape::Link => json!({"type": "string", "pattern": "^https://"}),
        Shape::Colour => json!({"type": "string", "pattern": "^#"}),
        Shape::Slugs => one_or_many(&scalar(None)),
        Shape::Dates | Shape::Months => one_or_many(&value()),
        Shape::Coordinates | Shape::Focus => json!({"type": ["array", "string"]}),
        Shape::Photo(section) => photo(section),
        Shape::Photos(section) => one_or_many(&photo(section)),
        Shape::Map(section) => json!({"allOf": [{"$ref": reference(section)}]}),
        Shape::List(section) => json!({"type": "array", "items": {"$ref": reference(section)}}),
        Shape::Points => json!({"type": "object"}),
        Shape::Hours => hours(),
        Shape::Markdown
        | Shape::Identifier
        | Shape::Path
        | Shape::CodePhoto
        | Shape::Account
        | Shape::Slug => scalar(None),
        Shape::Rupiah | Shape::Percent | Shape::Year => json!({"type": ["string", "number"], "minimum": 0}),
        Shape::Years
        | Shape::Date
        | Shape::DateTime
        | Shape::WhatsApp
        | Shape::Phone
        | Shape::Email
        | Shape::Region
        | Shape::Measure(..)
        | Shape::Qris => value(),
    }
}

/// A scalar that is never `ya` or `tidak`.
fn value() -> Value {
    json!({"type": ["string", "number"]})
}

/// One span of hours or several.
fn hours() -> Value {
    one_or_many(&value())
}

/// A key whose value is not typed yet says nothing, which only a needed one may not.
fn blank_or(mut schema: Value) -> Value {
    let takes_text = schema["type"].as_array().is_some_and(|types| types.contains(&json!("string")));
    if takes_text && let Some(types) = schema["type"].as_array_mut() {
        types.push(json!("null"));
        return schema;
    }
    json!({"anyOf": [schema, {"type": ["string", "null"], "maxLength": 0}]})
}

/// The value of a needed key, or one of a list.
fn filled(mut schema: Value) -> Value {
    if schema["type"].as_array().is_some_and(|types| types.contains(&json!("string"))) {
        schema["minLength"] = json!(1);
    }
    schema
}

fn scalar(most: Option<u16>) -> Value {
    match most {
        Some(most) => json!({"type": ["string", "number", "boolean"], "maxLength": most}),
        None => json!({"type": ["string", "number", "boolean"]}),
    }
}

/// A number may be typed as text: `"24"`, or `1.000` with its grouping dot, which looks smaller than it is.
fn number(least: u32, most: u32) -> Value {
    json!({"type": ["integer", "number", "string"], "minimum": least.min(1), "maximum": most})
}

/// A path, or a mapping that names one.
fn photo(section: &Section) -> Value {
    json!({"anyOf": [{"type": "string"}, {"$ref": reference(section)}]})
}

fn one_or_many(one: &Value) -> Value {
    let many = json!({"type": "array", "items": filled(one.clone())});
    json!({"anyOf": [one, many]})
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_key_of_a_profile_has_its_place_in_the_schema() {
        for language in [MessageLanguage::Id, MessageLanguage::En] {
            let schema: Value = serde_json::from_str(&profile_schema(language)).expect("valid JSON");
            for (path, key) in keys::walk(&keys::PROFILE) {
                let known = schema["definitions"]
                    .as_object()
                    .expect("definitions")
                    .values()
                    .any(|section| !section["properties"][key.name]["description"].is_null());
                assert!(known, "{path}");
            }
        }
    }

    #[test]
    fn two_sections_never_share_a_name() {
        let mut names = BTreeMap::new();
        for (path, key) in keys::walk(&keys::PROFILE) {
            if let Some(section) = key.shape.section() {
                assert_eq!(*names.entry(section.name).or_insert(section), section, "{path}");
            }
        }
    }

    #[test]
    fn every_reference_leads_to_a_section() {
        let text = profile_schema(MessageLanguage::Id);
        let schema: Value = serde_json::from_str(&text).expect("valid JSON");
        let mut count = 0;
        for (_, rest) in
            text.match_indices("#/definitions/").map(|(at, found)| (at, &text[at + found.len()..]))
        {
            let name = rest.split('"').next().unwrap_or_default();
            assert!(schema["definitions"][name].is_object(), "{name}");
            count += 1;
        }
        assert!(count > 10);
    }
}
