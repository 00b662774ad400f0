//! Style sheets: checked one by one, bundled by page kind, lowered for the phones that people have, and
//! small enough to travel inside the page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use data_encoding::BASE64;
use sha2::{Digest, Sha256};
use tera::Value;

use super::files::Files;
use super::prepare::lowered;
use super::{findings, prepared};
use crate::finding::{Findings, SourceFile, Span};

const FOLDER: &str = "css/";

/// A style sheet that travels inside its page, with what a content security policy says about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// The sheet.
    pub css: String,
    /// `'sha256-…'`: the policy's word for exactly this sheet.
    pub csp_source: String,
    /// The sheet as a template prints it, without escaping.
    value: Value,
}

impl Style {
    /// Of a finished sheet.
    pub fn new(css: String) -> Self {
        let csp_source = format!("'sha256-{}'", BASE64.encode(&Sha256::digest(css.as_bytes())));
        let value = Value::safe_string(&css);
        Self { css, csp_source, value }
    }

    /// The sheet as a template prints it. Cheap: shared, not copied.
    pub fn value(&self) -> Value {
        self.value.clone()
    }
}

/// 16 characters that follow from a file's content, for its name.
pub fn content_hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..16].to_owned()
}

/// The sheets of a theme, minified and lowered, by path below `css/`; empty where one cannot be understood.
#[derive(Debug)]
pub(super) struct Sheets(BTreeMap<String, Cow<'static, str>>);

impl Sheets {
    /// Of all files; each that cannot be understood is a finding.
    pub(super) fn read(files: &Files, findings: &mut Findings) -> Self {
        let mut finished = |path: &str, file: &Arc<SourceFile>| {
            if !files.is_own(&format!("{FOLDER}{path}"))
                && let Some(sheet) = prepared::sheet(&file.path)
            {
                return Cow::from(sheet);
            }
            Cow::from(lowered(&file.text).unwrap_or_else(|place| {
                findings.push(findings::css_unreadable(at(file, place)));
                String::new()
            }))
        };
        Self(files.under(FOLDER).map(|(path, file)| (path.to_owned(), finished(path, file))).collect())
    }

    fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(|sheet| &**sheet)
    }
}

fn at(file: &Arc<SourceFile>, place: Option<(u32, u32)>) -> Span {
    place.map_or_else(|| Span::whole(file), |(line, column)| Span::new(file, line, column, 1))
}

/// The sheet of one page kind: the ground first, with what `theme.yaml` sets behind the tokens, then the parts it
/// uses, print last. A sheet that cannot be understood is left out; `Sheets::read` has reported it.
pub(super) fn bundle(sheets: &Sheets, look: &str, parts: &[String]) -> Style {
    let first = ["layers.css", "tokens.css"].map(str::to_owned);
    let ground = ["reset.css", "base.css"].map(str::to_owned);
    let own = parts.iter().map(|part| format!("components/{part}.css"));
    let site = ["print.css", "site.css"].map(str::to_owned);
    let sheet = |path: String| sheets.get(&path);
    let rest = ground.into_iter().chain(own).chain(site).filter_map(sheet);
    Style::new(first.into_iter().filter_map(sheet).chain([look]).chain(rest).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_sheet_is_prepared_as_it_would_be_lowered() {
        for theme in ["etalase", "muda"] {
            let files =
                Files::collect(theme, &BTreeMap::new(), &mut Findings::new()).expect("it is built in");
            let sheets = Sheets::read(&files, &mut Findings::new());
            assert!(sheets.0.len() > 10, "{theme}");
            for (path, file) in files.under(FOLDER) {
                let sheet = prepared::sheet(&file.path).filter(|css| !css.is_empty());
                assert_eq!(sheet, lowered(&file.text).ok().as_deref(), "{theme}: {path}");
                assert_eq!(sheet, sheets.get(path), "{theme}: {path}");
            }
        }
    }
}
