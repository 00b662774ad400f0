//! A finding as one line of JSON, for editors and CI.

use std::collections::BTreeSet;
use std::sync::{Mutex, PoisonError};

use serde_json::json;

use super::{Finding, Level, MessageLanguage, SourceFile, Span, Text};

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

/// A finding with both languages and the line it is about, as one line of text that `from_record` reads again.
pub(crate) fn to_record(finding: &Finding) -> String {
    let at = &finding.at;
    json!([
        finding.code,
        finding.level.name(),
        at.file.path,
        at.line,
        at.column,
        at.length,
        at.line_text(),
        [finding.found.id, finding.found.en],
        [finding.expected.id, finding.expected.en],
        [finding.help.id, finding.help.en],
    ])
    .to_string()
}

/// What `to_record` wrote; `None` for anything else.
pub(crate) fn from_record(record: &str) -> Option<Finding> {
    type Pair = (String, String);
    type Form = (String, String, String, u32, u32, u32, Option<String>, Pair, Pair, Pair);
    let (code, level, path, line, column, length, text, found, expected, help): Form =
        serde_json::from_str(record).ok()?;
    let level =
        [Level::Error, Level::Warning, Level::Advice].into_iter().find(|known| known.name() == level)?;
    // Only the one line is known: as many line breaks before it as the original has.
    let lines_before = usize::try_from(line.saturating_sub(1)).ok()?;
    let text = text.map(|text| "\n".repeat(lines_before) + &text).unwrap_or_default();
    let file = SourceFile::new(path, text);
    let words = |(id, en): Pair| Text::new(id, en);
    Some(Finding {
        code: interned(code),
        level,
        at: Span { file, line, column, length },
        found: words(found),
        expected: words(expected),
        help: words(help),
    })
}

/// Codes are a fixed set of words; each one that is read from a record is kept once for the whole run.
fn interned(code: String) -> &'static str {
    static KNOWN: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
    let mut known = KNOWN.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(code) = known.get(code.as_str()) {
        return code;
    }
    let code: &'static str = Box::leak(code.into_boxed_str());
    known.insert(code);
    code
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_gives_the_finding_back() {
        let file = SourceFile::new("content/kpc/profil.yaml", "nama: KPC\nproduk:\n    harga: 12.5\n");
        let finding = Finding {
            code: "price-not-whole",
            level: Level::Warning,
            at: Span::new(&file, 3, 12, 4),
            found: Text::new("harga", "price"),
            expected: Text::new("a", "b"),
            help: Text::new("c", "d"),
        };
        let record = to_record(&finding);
        assert!(!record.contains(['\n', '\t']));
        let again = from_record(&record).expect("a record");
        assert_eq!(again.at.line_text(), finding.at.line_text());
        assert_eq!(to_record(&again), record);
        assert_eq!(from_record("[]"), None);
    }

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
