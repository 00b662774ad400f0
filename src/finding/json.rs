//! A finding as one line of JSON, for editors and CI.

use serde_json::json;

use super::{Finding, MessageLanguage};

/// One JSON object without a line break. `line` and `column` are 0 for a file as a whole.
pub fn to_json_line(finding: &Finding, language: MessageLanguage) -> String {
    json!({
        "code": finding.code,
        "level": finding.level.name(),
        "file": finding.at.file.path,
        "line": finding.at.line,
        "column": finding.at.column,
        "length": finding.at.length,
        "found": finding.found.get(language),
        "expected": finding.expected.get(language),
        "help": finding.help.get(language),
    })
    .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::{Level, Span, Text};

    #[test]
    fn one_object_a_line() {
        let finding = Finding {
            code: "photo-broken",
            level: Level::Error,
            at: Span::path("content/kpc/foto/a.jpg"),
            found: Text::new("foto \"rusak\"", "photo is broken"),
            expected: Text::new("foto utuh", "a whole photo"),
            help: Text::new("ambil lagi", "take it again"),
        };
        let line = to_json_line(&finding, MessageLanguage::Id);
        assert!(!line.contains('\n'));
        let value: serde_json::Value = serde_json::from_str(&line).expect("valid JSON");
        assert_eq!(value["found"], "foto \"rusak\"");
        assert_eq!(value["line"], 0);
    }
}
