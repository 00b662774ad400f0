//! What follows from one file of a theme alone: its sentences by name, its sheet minified and lowered. The build
//! script has this file, too, and prepares the built-in themes with it: a run works out only what a site brings.

use std::collections::BTreeMap;

use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};

/// Browsers since spring 2022, the first that know cascade layers. Version numbers as `major << 16 | minor << 8`.
fn targets() -> Targets {
    Targets::from(Browsers {
        android: Some(99 << 16),
        chrome: Some(99 << 16),
        edge: Some(99 << 16),
        firefox: Some(97 << 16),
        ios_saf: Some((15 << 16) | (4 << 8)),
        safari: Some((15 << 16) | (4 << 8)),
        samsung: Some(18 << 16),
        ..Browsers::default()
    })
}

/// A sheet minified and lowered, or where it cannot be understood: line and column from 1, if known.
pub(super) fn lowered(css: &str) -> Result<String, Option<(u32, u32)>> {
    let targets = targets();
    let mut sheet = StyleSheet::parse(css, ParserOptions::default())
        .map_err(|error| error.loc.map(|loc| (loc.line + 1, loc.column)))?;
    sheet
        .minify(MinifyOptions { targets, ..MinifyOptions::default() })
        .map_err(|error| error.loc.map(|loc| (loc.line + 1, loc.column)))?;
    let printed = sheet
        .to_css(PrinterOptions { minify: true, targets, ..PrinterOptions::default() })
        .map_err(|error| error.loc.map(|loc| (loc.line + 1, loc.column)))?;
    // What could end the element that carries the sheet has no place in one.
    Ok(printed.code.replace("</", "<\\/"))
}

/// The sentences of a file by name, nested ones with dots between: `order.greeting`; those of a list are counted
/// from 1. Or where the file cannot be read: line and column from 1, if known.
pub(super) fn sentences(yaml: &str) -> Result<BTreeMap<String, String>, Option<(usize, usize)>> {
    let tree: serde_yaml::Value = serde_yaml::from_str(yaml)
        .map_err(|error| error.location().map(|place| (place.line(), place.column())))?;
    let mut flat = BTreeMap::new();
    flatten(&tree, "", &mut flat);
    Ok(flat)
}

fn flatten(tree: &serde_yaml::Value, prefix: &str, flat: &mut BTreeMap<String, String>) {
    match tree {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                let Some(key) = key.as_str() else { continue };
                let key = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
                flatten(value, &key, flat);
            }
        }
        serde_yaml::Value::Sequence(list) => {
            for (index, value) in list.iter().enumerate() {
                flatten(value, &item_key(prefix, index + 1), flat);
            }
        }
        serde_yaml::Value::String(text) => {
            flat.insert(prefix.to_owned(), text.trim_end().to_owned());
        }
        serde_yaml::Value::Number(number) => {
            flat.insert(prefix.to_owned(), number.to_string());
        }
        _ => {}
    }
}

/// The name of a sentence in a list, counted from 1.
pub(super) fn item_key(list: &str, number: usize) -> String {
    format!("{list}.{number}")
}
