//! The site's folder: texts by their paths in it, and whether a path stays inside the folder it belongs to.

use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;

use super::findings;
use super::folder::TextFile;
use crate::finding::{Findings, SourceFile};
use crate::settings::Limits;

/// The site's folder. Paths start there, with `/` between their parts.
#[derive(Debug, Clone)]
pub(super) struct Root(pub(super) PathBuf);

impl Root {
    /// A text file as UTF-8 without byte order mark. `None` if it is not there, or cannot be read or not
    /// as text, which is a finding: nobody else's page is held up by it.
    pub(super) fn read_text(
        &self,
        path: &str,
        limit_bytes: u64,
        findings: &mut Findings,
    ) -> Option<Arc<SourceFile>> {
        let bytes = self.read_bytes(path, limit_bytes, findings)?;
        match text_of(bytes) {
            Ok(text) => Some(SourceFile::new(path, text)),
            Err(fault) => {
                findings.push(findings::not_utf8(path, &fault));
                None
            }
        }
    }

    /// The bytes of a file. `None` if it is not there, or cannot be read, or is too large, which is a finding.
    pub(super) fn read_bytes(
        &self,
        path: &str,
        limit_bytes: u64,
        findings: &mut Findings,
    ) -> Option<Vec<u8>> {
        let full = self.0.join(path);
        // Before it is opened: a pipe would wait for somebody to write into it.
        if fs::metadata(&full).is_ok_and(|metadata| !metadata.is_file()) {
            findings.push(findings::unreadable(path, io::ErrorKind::Other));
            return None;
        }
        let file = match File::open(&full) {
            Ok(file) => file,
            // A link that leads nowhere is a file that somebody misses.
            Err(error) if error.kind() == io::ErrorKind::NotFound && fs::symlink_metadata(&full).is_err() => {
                return None;
            }
            Err(error) => {
                findings.push(findings::unreadable(path, error.kind()));
                return None;
            }
        };
        if !self.stays_inside(&full, path) {
            findings.push(findings::leads_outside(path));
            return None;
        }
        let mut bytes = Vec::new();
        if let Err(error) = file.take(limit_bytes + 1).read_to_end(&mut bytes) {
            findings.push(findings::unreadable(path, error.kind()));
            return None;
        }
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit_bytes {
            findings.push(findings::text_too_large(path, limit_bytes));
            return None;
        }
        Some(bytes)
    }

    /// The texts of a folder that end in `.md`, in order of name.
    pub(super) fn read_markdown(
        &self,
        folder: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Vec<TextFile> {
        let mut texts = Vec::new();
        for stem in self.list_files(folder, "md", findings) {
            let path = format!("{folder}/{stem}.md");
            let source = self.read_text(&path, limits.text_bytes, findings);
            texts.extend(source.map(|source| TextFile { stem, source }));
        }
        texts
    }

    /// Names without ending of the files in a folder that end in `.ending`, in order. Empty without the folder; one
    /// that cannot be read is a finding.
    pub(super) fn list_files(&self, folder: &str, ending: &str, findings: &mut Findings) -> Vec<String> {
        let mut stems = Vec::new();
        let listed = fs::read_dir(self.0.join(folder)).and_then(|entries| {
            for entry in entries {
                let name = entry?.file_name();
                let stem = name.to_str().and_then(|name| name.strip_suffix(ending)?.strip_suffix('.'));
                stems.extend(stem.filter(|stem| !stem.starts_with('.')).map(str::to_owned));
            }
            Ok(())
        });
        match listed.map_err(|error| error.kind()) {
            Ok(()) | Err(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(why) => findings.push(findings::unreadable(folder, why)),
        }
        stems.sort();
        stems
    }

    /// True if a path, with every symbolic link followed, stays inside the first two folders that it names
    /// (`content/<slug>`), or inside the site for a shorter one.
    pub(super) fn stays_inside(&self, full: &Path, path: &str) -> bool {
        let home: PathBuf = match path.split('/').collect::<Vec<_>>().as_slice() {
            ["content", folder, _, ..] => self.0.join("content").join(folder),
            _ => self.0.clone(),
        };
        // Nearly every path has no link in it: one question for each of its parts, not for all from the top.
        is_linkless_below(full, &home)
            || matches!(
                (fs::canonicalize(full), fs::canonicalize(home)),
                (Ok(real), Ok(home)) if real.starts_with(&home)
            )
    }
}

/// True if a path leads down from a folder to something that is there, by no `..` and no symbolic link.
fn is_linkless_below(full: &Path, folder: &Path) -> bool {
    let Ok(below) = full.strip_prefix(folder) else { return false };
    let mut place = folder.to_owned();
    below.components().all(|part| {
        place.push(part);
        matches!(part, Component::Normal(_))
            && fs::symlink_metadata(&place).is_ok_and(|metadata| !metadata.is_symlink())
    })
}

/// Why bytes are not text, for the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotText {
    /// UTF-16 or UTF-32, as some editors on Windows save.
    OtherUnicode,
    /// Something else; the line where it begins.
    FromLine {
        /// Line, from 1.
        line: u32,
        /// Text up to there, so that the finding can show it.
        text_before: String,
    },
}

fn text_of(bytes: Vec<u8>) -> std::result::Result<String, NotText> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err(NotText::OtherUnicode);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid_until = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let text_before = String::from_utf8_lossy(&bytes[..valid_until]).into_owned();
        let line = u32::try_from(text_before.matches('\n').count() + 1).unwrap_or(u32::MAX);
        NotText::FromLine { line, text_before }
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_part_of_the_text() {
        assert_eq!(text_of(b"\xef\xbb\xbfnama: A".to_vec()), Ok("nama: A".to_owned()));
    }

    #[test]
    fn bytes_of_another_encoding_name_the_line() {
        let fault = text_of(b"nama: A\nslogan: caf\xe9\n".to_vec()).expect_err("not UTF-8");
        assert!(matches!(fault, NotText::FromLine { line: 2, .. }), "{fault:?}");
        assert_eq!(text_of(b"\xff\xfen\0".to_vec()), Err(NotText::OtherUnicode));
    }
}
