//! Fonts and pictures that a theme brings in `aset/`: published under names that follow from their content, where a
//! sheet (`url(../aset/huruf.woff2)`) or a template (`aset["pola.svg"]`) asks for them.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::files::Files;
use super::findings;
use super::look::Audience;
use super::style::{WAY, content_hash};
use crate::finding::{Findings, SourceFile, Span};

/// Folder of a theme that holds them.
const FOLDER: &str = "aset/";

/// Endings of pictures that browsers since 2022 show.
const PICTURES: [&str; 6] = ["svg", "webp", "avif", "png", "jpg", "jpeg"];
/// The one format of fonts: all browsers since 2016 read it, and it is the smallest.
const FONT: &str = "woff2";
/// What may lie beside them and stays there, such as the licence of a font.
const NOTES: [&str; 2] = ["txt", "md"];

/// Most kilobytes of a font: one style, subset to Latin. A first visit has 100 for everything.
const FONT_KB: usize = 32;
/// The same on pages for pupils.
const PUPILS_FONT_KB: usize = 16;
/// Most kilobytes of a picture.
const PICTURE_KB: usize = 48;

/// One file of `aset/` that pages ask for.
#[derive(Debug, PartialEq, Eq)]
pub struct Asset {
    /// Name that follows from its content: `huruf-0123456789abcdef.woff2`.
    pub file_name: String,
    /// The file as it is in the theme's folder.
    pub bytes: Vec<u8>,
}

/// Those that something asks for, by path below `aset/`.
#[derive(Debug, Default)]
pub(super) struct Assets(BTreeMap<String, Asset>);

impl Assets {
    /// Takes from `own`, by path inside the theme, what sheets and templates of the theme name. What is too large, of
    /// another format, not there or not used is a finding.
    pub(super) fn read(
        name: &str,
        own: &BTreeMap<String, Vec<u8>>,
        files: &Files,
        audience: Audience,
        findings: &mut Findings,
    ) -> Self {
        let mut assets = BTreeMap::new();
        for (path, bytes) in own {
            let Some(inside) = path.strip_prefix(FOLDER) else { continue };
            let at = Span::path(format!("themes/{name}/{path}"));
            let ending = ending_of(inside);
            let most_kb = match ending.as_str() {
                FONT if audience == Audience::Pupils => PUPILS_FONT_KB,
                FONT => FONT_KB,
                ending if PICTURES.contains(&ending) => PICTURE_KB,
                ending if NOTES.contains(&ending) => continue,
                _ => {
                    findings.push(findings::asset_of_another_kind(at, inside));
                    continue;
                }
            };
            if !is_asked_for(inside, files) {
                findings.push(findings::asset_unused(at, inside));
                continue;
            }
            let kb = bytes.len().div_ceil(1024);
            if kb > most_kb {
                findings.push(findings::asset_heavy(at, inside, ending == FONT, (kb, most_kb)));
            }
            assets.insert(
                inside.to_owned(),
                Asset { file_name: published_name(inside, bytes), bytes: bytes.clone() },
            );
        }
        let assets = Self(assets);
        assets.check_sheets(files, findings);
        assets
    }

    /// Says which sheets of a site ask for a file that is not there.
    fn check_sheets(&self, files: &Files, findings: &mut Findings) {
        let known: Vec<&str> = self.0.keys().map(String::as_str).collect();
        let own = files.under("css/").filter(|(path, _)| files.is_own(&format!("css/{path}")));
        for (_, file) in own {
            for (at, inside) in asked_for(&file.text) {
                if !self.0.contains_key(inside) {
                    findings.push(findings::asset_missing(span_at(file, at, inside), inside, &known));
                }
            }
        }
    }

    /// All of them, by path below `aset/`.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Asset)> {
        self.0.iter().map(|(path, asset)| (path.as_str(), asset))
    }

    /// True if one of them is a font.
    pub(super) fn has_font(&self) -> bool {
        self.0.keys().any(|path| ending_of(path) == FONT)
    }

    /// A sheet with the published names in place of those of the theme's folder, each behind `WAY`.
    pub(super) fn placed(&self, css: &str) -> String {
        let mut placed = String::with_capacity(css.len());
        let mut from = 0;
        for (at, inside) in asked_for(css) {
            let Some(asset) = self.0.get(inside) else { continue };
            let start = css[..at].rfind(['(', '"', '\'']).map_or(at, |sign| sign + 1);
            placed += &css[from..start];
            placed += WAY;
            placed += &asset.file_name;
            from = at + inside.len();
        }
        placed + &css[from..]
    }
}

/// Files below `aset/` that a sheet asks for, each with its place: `url(../aset/huruf.woff2)`.
fn asked_for(css: &str) -> Vec<(usize, &str)> {
    let mut asked = Vec::new();
    for (at, _) in css.match_indices("url(") {
        let start = at + "url(".len();
        let address = css[start..].split(')').next().unwrap_or_default();
        let bare = address.trim().trim_matches(['"', '\'']);
        let inside = bare.trim_start_matches("./").trim_start_matches("../").strip_prefix(FOLDER);
        if let Some(inside) = inside
            && let Some(found) = address.find(inside)
        {
            asked.push((start + found, inside));
        }
    }
    asked
}

/// True if a sheet or a template of the theme names the file.
fn is_asked_for(inside: &str, files: &Files) -> bool {
    let in_sheets =
        files.under("css/").any(|(_, file)| asked_for(&file.text).iter().any(|(_, name)| *name == inside));
    let quoted = format!("aset[\"{inside}\"]");
    in_sheets || files.under("templates/").any(|(_, file)| file.text.contains(&quoted))
}

/// `Huruf Judul.woff2` as `huruf-judul-0123456789abcdef.woff2`.
fn published_name(inside: &str, bytes: &[u8]) -> String {
    let name = inside.rsplit('/').next().unwrap_or(inside);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' };
    let stem: String = stem.chars().map(plain).collect();
    format!("{}-{}.{}", stem.trim_matches('-'), content_hash(bytes), ending_of(inside))
}

fn ending_of(path: &str) -> String {
    path.rsplit_once('.').map_or("", |(_, ending)| ending).to_ascii_lowercase()
}

/// Where a word stands that begins at a byte of a file.
fn span_at(file: &Arc<SourceFile>, at: usize, word: &str) -> Span {
    let before = &file.text[..at];
    let number = |value: usize| u32::try_from(value).unwrap_or(1);
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    Span::new(file, number(before.matches('\n').count() + 1), number(column), number(word.chars().count()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sheet_names_what_is_published_however_it_was_written() {
        let asset = |file: &str| Asset { file_name: file.to_owned(), bytes: Vec::new() };
        let assets = Assets(
            [("a.woff2".to_owned(), asset("a-1.woff2")), ("b/c.svg".to_owned(), asset("c-2.svg"))].into(),
        );
        for (css, placed) in [
            ("x{src:url(../aset/a.woff2)}", "x{src:url(@jalan@/a-1.woff2)}"),
            (
                "x{src:url(\"aset/a.woff2\") format(\"woff2\")}",
                "x{src:url(\"@jalan@/a-1.woff2\") format(\"woff2\")}",
            ),
            (
                "x{src:url( './aset/b/c.svg' ),url(../aset/a.woff2)}",
                "x{src:url( '@jalan@/c-2.svg' ),url(@jalan@/a-1.woff2)}",
            ),
            (
                "x{src:url(../aset/z.svg),url(data:aset/a.woff2)}",
                "x{src:url(../aset/z.svg),url(data:aset/a.woff2)}",
            ),
        ] {
            assert_eq!(assets.placed(css), placed);
        }
    }

    #[test]
    fn a_published_name_is_plain() {
        let name = published_name("huruf/Judul Besar.WOFF2", b"x");
        let hash = name.strip_prefix("judul-besar-").and_then(|rest| rest.strip_suffix(".woff2"));
        assert_eq!(hash.map(str::len), Some(16), "{name}");
    }
}
