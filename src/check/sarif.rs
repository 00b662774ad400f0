//! Findings as SARIF 2.1.0, which code hosts show beside the lines they are about.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::finding::{Finding, Findings, Level, MessageLanguage};

/// One run with all findings, as JSON text.
pub fn to_sarif(findings: &Findings, language: MessageLanguage) -> String {
    let mut rules: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in findings {
        rules.entry(finding.code).or_insert(finding);
    }
    let rules: Vec<Value> = rules
        .values()
        .map(|finding| {
            json!({
                "id": finding.code,
                "shortDescription": {"text": finding.expected.get(language)},
                "help": {"text": finding.help.get(language)},
            })
        })
        .collect();
    let results: Vec<Value> = findings.iter().map(|finding| result(finding, language)).collect();
    let log = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": {"driver": {"name": "etalase", "version": env!("CARGO_PKG_VERSION"), "rules": rules}},
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    format!("{log:#}\n")
}

fn result(finding: &Finding, language: MessageLanguage) -> Value {
    let level = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
        Level::Advice => "note",
    };
    let text = format!(
        "{}. {}: {}",
        finding.found.get(language),
        match language {
            MessageLanguage::Id => "Saran",
            MessageLanguage::En => "Help",
        },
        finding.help.get(language)
    );
    let at = &finding.at;
    let mut location = json!({"artifactLocation": {"uri": escaped(&at.file.path)}});
    if at.line > 0 {
        location["region"] =
            json!({"startLine": at.line, "startColumn": at.column, "endColumn": at.column + at.length});
    }
    json!({
        "ruleId": finding.code,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    })
}

/// A path as a URI reference.
fn escaped(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/._-~".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(uri, "%{byte:02X}");
        }
    }
    uri
}
