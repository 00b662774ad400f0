//! A finding as one line of JSON, for editors and CI.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::one::{Finding, Level};
use super::place::{SourceFile, Span};
use super::words::{MessageLanguage, Text};

/// The names and the order of a finding's parts in JSON. `W`: its words, in one language or in both.
#[derive(Serialize, Deserialize)]
struct Form<'a, W> {
    code: Cow<'a, str>,
    level: Level,
    file: Cow<'a, str>,
    /// 0, as `column` is, for a file as a whole.
    line: u32,
    column: u32,
    length: u32,
    /// Where it is a cell of a sheet: the sheet, unless it has no name, and the cell, `C12`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    sheet: Option<Cow<'a, str>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    cell: Option<Cow<'a, str>>,
    /// The line that is shown. Left out where a program reads the file itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<Cow<'a, str>>,
    found: W,
    expected: W,
    help: W,
}

impl<'a, W> Form<'a, W> {
    fn of(finding: &'a Finding, words: impl Fn(&'a Text) -> W) -> Self {
        let at = &finding.at;
        let (sheet, cell) = at.cell().unzip();
        Self {
            code: finding.code.as_ref().into(),
            level: finding.level,
            file: at.file.path.as_str().into(),
            line: at.line,
            column: at.column,
            length: at.length,
            sheet: sheet.filter(|sheet| !sheet.is_empty()).map(Cow::from),
            cell: cell.map(Cow::from),
            text: at.line_text(),
            found: words(&finding.found),
            expected: words(&finding.expected),
            help: words(&finding.help),
        }
    }
}

/// One JSON object without a line break. `line` and `column` are 0 for a file as a whole.
pub(crate) fn to_json_line(finding: &Finding, language: MessageLanguage) -> String {
    json_text(&Form { text: None, ..Form::of(finding, |words| words.get(language)) })
}

/// The same as a value, with the line it is about as `text`, unless it is about a file as a whole.
pub(crate) fn to_json(finding: &Finding, language: MessageLanguage) -> Value {
    serde_json::to_value(Form::of(finding, |words| words.get(language))).expect("text and numbers are JSON")
}

/// A finding with both languages and the line it is about, as one line of text that `from_record` reads again.
pub(crate) fn to_record(finding: &Finding) -> String {
    json_text(&Form::of(finding, |words| words))
}

/// What `to_record` wrote; `None` for anything else.
pub(crate) fn from_record(record: &str) -> Option<Finding> {
    let form: Form<'static, Text> = serde_json::from_str(record).ok()?;
    let file = match form.text {
        Some(text) => SourceFile::line(form.file, form.line, text),
        None => SourceFile::new(form.file, ""),
    };
    Some(Finding {
        code: form.code,
        level: form.level,
        at: Span { file, line: form.line, column: form.column, length: form.length },
        found: form.found,
        expected: form.expected,
        help: form.help,
    })
}

fn json_text(form: &impl Serialize) -> String {
    serde_json::to_string(form).expect("text and numbers are JSON")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_record_gives_the_finding_back() {
        let file = SourceFile::new("content/kpc/profil.yaml", "nama: KPC\nproduk:\n    harga: 12.5\n");
        let finding = Finding {
            code: "price-not-whole".into(),
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
        assert_eq!(again.at.file.text, "    harga: 12.5");
        assert_eq!((from_record("[]"), from_record("{}")), (None, None));
    }

    #[test]
    fn one_object_a_line() {
        let finding = Finding {
            code: "photo-broken".into(),
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
