//! Style sheets: checked one by one, bundled by page kind, lowered for the phones that people have, and
//! small enough to travel inside the page.

use std::collections::BTreeSet;

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

/// The sheets that can be understood, by path below `css/`; each of the others is a finding.
pub(super) fn check_sheets<'a>(files: &'a Files, findings: &mut Findings) -> BTreeSet<&'a str> {
    let mut sound = BTreeSet::new();
    for (path, file) in files.under(FOLDER) {
        match lowered(&file.text) {
            Ok(_) => {
                sound.insert(path);
            }
            Err(place) => findings.push(findings::css_unreadable(at(file, place))),
        }
    }
    sound
}

fn at(file: &std::sync::Arc<SourceFile>, place: Option<(u32, u32)>) -> Span {
    place.map_or_else(|| Span::whole(file), |(line, column)| Span::new(file, line, column, 1))
}

/// The sheet of one page kind: the ground first, then the parts it uses, print last. A sheet that cannot be
/// understood is left out; `check_sheets` has reported it.
pub(super) fn bundle(files: &Files, sound: &BTreeSet<&str>, parts: &[String]) -> Style {
    let mut sheet = String::new();
    let ground = ["layers", "tokens", "reset", "base"].map(|name| format!("{name}.css"));
    let own = parts.iter().map(|part| format!("components/{part}.css"));
    let site = ["print.css", "site.css"].map(str::to_owned);
    for path in ground.into_iter().chain(own).chain(site) {
        if sound.contains(path.as_str())
            && let Some(file) = files.get(&format!("{FOLDER}{path}"))
        {
            sheet.push_str(&file.text);
            sheet.push('\n');
        }
    }
    let css = lowered(&sheet).unwrap_or_default();
    // What could end the element that carries the sheet has no place in one.
    Style::new(css.replace("</", "<\\/"))
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
    Ok(printed.code)
}
