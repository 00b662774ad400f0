//! Style sheets: checked one by one, bundled by page kind, lowered for the phones that people have, and
//! small enough to travel inside the page.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use data_encoding::BASE64;
use lightningcss::printer::PrinterOptions;
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, StyleSheet};
use lightningcss::targets::{Browsers, Targets};
use sha2::{Digest, Sha256};
use tera::Value;

use super::files::Files;
use super::findings;
use crate::finding::{Findings, SourceFile, Span};

const FOLDER: &str = "css/";

/// Stands in a sheet for the way from a page to the folder of published files.
pub(super) const WAY: &str = "@jalan@/";

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

    /// The sheet for a page from which the folder of published files is seen at `way`: `../../aset/`.
    pub(super) fn seen_from(&self, way: &str) -> Cow<'_, Self> {
        if self.css.contains(WAY) {
            Cow::Owned(Self::new(self.css.replace(WAY, way)))
        } else {
            Cow::Borrowed(self)
        }
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

/// The sheets of a theme, by path below `css/`.
#[derive(Debug)]
pub(super) struct Sheets(BTreeMap<String, Sheet>);

/// One sheet, lowered when the first page asks for it: most runs show few kinds of pages.
#[derive(Debug)]
struct Sheet {
    file: Arc<SourceFile>,
    lowered: OnceLock<String>,
}

impl Sheet {
    fn css(&self) -> &str {
        self.lowered.get_or_init(|| lowered(&self.file.text).unwrap_or_default())
    }
}

impl Sheets {
    /// Of all files. A site's own are lowered at once: each that cannot be understood is a finding and counts as
    /// empty. The built-in ones are tested.
    pub(super) fn read(files: &Files, findings: &mut Findings) -> Self {
        let mut sheet = |path: &str, file: &Arc<SourceFile>| {
            let sheet = Sheet { file: Arc::clone(file), lowered: OnceLock::new() };
            if files.is_own(&format!("{FOLDER}{path}")) {
                let css = lowered(&file.text).unwrap_or_else(|place| {
                    findings.push(findings::css_unreadable(at(file, place)));
                    String::new()
                });
                sheet.lowered.get_or_init(|| css);
            }
            (path.to_owned(), sheet)
        };
        Self(files.under(FOLDER).map(|(path, file)| sheet(path, file)).collect())
    }

    fn get(&self, path: &str) -> Option<&str> {
        self.0.get(path).map(Sheet::css)
    }
}

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
fn lowered(css: &str) -> Result<String, Option<(u32, u32)>> {
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

fn at(file: &Arc<SourceFile>, place: Option<(u32, u32)>) -> Span {
    place.map_or_else(|| Span::whole(file), |(line, column)| Span::new(file, line, column, 1))
}

/// The sheet of one page kind: the ground first, with what `theme.yaml` sets behind the tokens, then the parts it
/// uses, print last. A sheet that cannot be understood is left out; `Sheets::read` has reported it.
pub(super) fn bundle(sheets: &Sheets, look: &str, parts: &[String]) -> String {
    let first = ["layers.css", "tokens.css"].map(str::to_owned);
    let ground = ["reset.css", "base.css"].map(str::to_owned);
    let own = parts.iter().map(|part| format!("components/{part}.css"));
    let site = ["print.css", "site.css"].map(str::to_owned);
    let sheet = |path: String| sheets.get(&path);
    let rest = ground.into_iter().chain(own).chain(site).filter_map(sheet);
    first.into_iter().filter_map(sheet).chain([look]).chain(rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_sheet_can_be_lowered() {
        for theme in ["etalase", "muda", "sekolah"] {
            let files =
                Files::collect(theme, &BTreeMap::new(), &mut Findings::new()).expect("it is built in");
            let sheets = Sheets::read(&files, &mut Findings::new());
            assert!(sheets.0.len() > 10, "{theme}");
            for (path, file) in files.under(FOLDER) {
                assert_eq!(
                    lowered(&file.text).as_deref(),
                    Ok(sheets.get(path).expect(path)),
                    "{theme}: {path}"
                );
            }
        }
    }
}
