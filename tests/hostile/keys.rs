//! The table of keys as JSON, for `tests/torture`: a key that is new is attacked without a word to it.
//!
//! Of each file that people write, its keys in order: `{name, shape, most, needed, translated, example, keys}`. `shape`
//! is that of the table without its bounds; `most` the most characters of a text, or null; `keys` those below it, or
//! null.
#![expect(clippy::print_stdout, reason = "it is a program")]

use etalase::keys::{self, Key, Section, Shape};
use serde_json::{Value, json};

fn main() {
    let files = json!({
        "profile": rows(&keys::PROFILE),
        "story": rows(&keys::STORY),
        "youth_page": rows(&keys::YOUTH_PAGE),
        "quiz": rows(&keys::QUIZ),
        "event": rows(&keys::EVENT),
        "site": rows(&keys::SITE),
        "sites": rows(&keys::SITES),
    });
    println!("{files}");
}

fn rows(section: &'static Section) -> Vec<Value> {
    section.keys.iter().map(row).collect()
}

fn row(key: &'static Key) -> Value {
    json!({
        "name": key.name,
        "shape": shape(key.shape),
        "most": most(key.shape),
        "needed": key.needed,
        "translated": key.shape.is_translated(),
        "example": key.example,
        "keys": key.shape.section().map(rows),
    })
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::Map(_) => "Map".to_owned(),
        Shape::List(_) => "List".to_owned(),
        Shape::Photo(_) => "Photo".to_owned(),
        Shape::Photos(_) => "Photos".to_owned(),
        other => format!("{other:?}").split('(').next().unwrap_or_default().to_owned(),
    }
}

fn most(shape: Shape) -> Option<u16> {
    match shape {
        Shape::Text(most) | Shape::Local(most) | Shape::Texts(most) | Shape::Locals(most) => Some(most),
        _ => None,
    }
}
