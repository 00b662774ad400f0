//! Findings as SARIF 2.1.0, which code hosts show beside the lines they are about.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use crate::finding::{Finding, Findings, Level, MessageLanguage};

/// What cannot stand in a path as a URI reference. Source: RFC 3986, 3.3.
const RESERVED: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~');

/// One run with all findings, as JSON text.
pub(crate) fn to_sarif(findings: &Findings, language: MessageLanguage) -> String {
    let mut rules: BTreeMap<&str, &Finding> = BTreeMap::new();
    for finding in findings {
        rules.entry(&*finding.code).or_insert(finding);
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
            MessageLanguage::Id => "Perbaikan",
            MessageLanguage::En => "Help",
        },
        finding.help.get(language)
    );
    let at = &finding.at;
    let mut location =
        json!({"artifactLocation": {"uri": utf8_percent_encode(&at.file.path, RESERVED).to_string()}});
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
