//! `etalase.json` as a format for others: its documentation and its schema against the program.
#![expect(clippy::disallowed_methods, reason = "these tests read the documentation")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use etalase::for_tests::Summary;
use etalase::summary::summary_schema;
use serde_json::Value;

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("it is there")
}

/// The example of the documentation.
fn example() -> Value {
    let page = read("docs/ETALASE-JSON.md");
    let json = page.split("```json\n").nth(1).and_then(|rest| rest.split("```").next()).expect("an example");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn the_example_of_the_documentation_is_a_whole_summary() {
    let example = example();
    let summary = Summary::parse(example.to_string().as_bytes()).expect("a summary");
    let again: Value = serde_json::from_slice(&summary.to_json()).expect("JSON");
    assert_eq!(again, example, "every field is read and written as the example has it");
}

#[test]
fn the_published_schema_is_that_of_the_program() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/etalase.schema.json");
    if std::env::var_os("ETALASE_REWRITE").is_some() {
        fs::write(&path, summary_schema()).expect("written");
    }
    assert_eq!(fs::read_to_string(&path).expect("it is there"), summary_schema());
}

#[test]
fn schema_and_program_know_the_same_fields() {
    let schema: Value = serde_json::from_str(&summary_schema()).expect("JSON");
    let (mut said, mut written) = (BTreeSet::new(), BTreeSet::new());
    fields_of_schema(&schema, &schema, "", &mut said);
    fields_of_value(&example(), "", &mut written);
    assert!(said.len() > 80, "{said:?}");
    assert_eq!(said, written);
}

#[test]
fn what_the_schema_asks_for_is_what_a_reader_needs() {
    let schema: Value = serde_json::from_str(&summary_schema()).expect("JSON");
    assert_eq!(schema["required"], serde_json::json!(["etalase", "slug", "name"]));
    let least = r#"{"etalase":1,"slug":"susu","name":"Susu"}"#;
    assert!(Summary::parse(least.as_bytes()).is_ok());
    for without in ["etalase", "slug", "name"] {
        let mut value: Value = serde_json::from_str(least).expect("JSON");
        value.as_object_mut().expect("an object").remove(without);
        assert!(Summary::parse(value.to_string().as_bytes()).is_err(), "without {without}");
    }
}

/// Paths of all fields, `products.shown.slug`. Prices have slugs for names, texts have languages.
fn fields_of_schema(schema: &Value, root: &Value, path: &str, fields: &mut BTreeSet<String>) {
    let schema = match schema["$ref"].as_str() {
        Some("#/$defs/words") => return,
        // One photo stands for all.
        Some("#/$defs/photo") if path != "cover" => return,
        Some(name) => root.pointer(&name[1..]).expect("it is defined"),
        None => schema,
    };
    if schema["type"] == "array" {
        return fields_of_schema(&schema["items"], root, path, fields);
    }
    for (name, field) in schema["properties"].as_object().into_iter().flatten() {
        let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
        fields_of_schema(field, root, &path, fields);
        fields.insert(path);
    }
}

fn fields_of_value(value: &Value, path: &str, fields: &mut BTreeSet<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| fields_of_value(item, path, fields)),
        Value::Object(members) if members.contains_key("_") || path == "products.prices" => {}
        Value::Object(members) if members.contains_key("file") && !path.starts_with("cover") => {}
        Value::Object(members) => {
            for (name, member) in members {
                let path = if path.is_empty() { name.clone() } else { format!("{path}.{name}") };
                fields_of_value(member, &path, fields);
                fields.insert(path);
            }
        }
        _ => {}
    }
}
