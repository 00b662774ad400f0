//! The files of the output folder that get published. Reads no content: git does.

use std::fs::DirEntry;
use std::path::Path;

use anyhow::Result;

use super::findings;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::{Finding, Findings};
use crate::routes;

/// What visitors of the address get.
const FRONT_PAGE: &str = "index.html";

/// What a site consists of, for the commit's message and the report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts {
    /// HTML files.
    pub pages: usize,
    /// Photo files: every size and encoding of every photo.
    pub photos: usize,
    /// All files.
    pub files: usize,
    /// Their size.
    pub size_bytes: u64,
}

/// One file, by its path in the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OutputFile {
    /// With `/` between its parts.
    pub(super) path: String,
    pub(super) size_bytes: u64,
}

/// Every file below the output folder in order of path. Left out: the state folder of builds, `.gitignore`
/// and anything of git's own at its top, and, with a warning, what a branch for a host cannot hold.
pub(super) fn read_output(output: &Path, findings: &mut Findings) -> Result<Option<Vec<OutputFile>>> {
    if !output.is_dir() {
        findings.push(findings::output::nothing_built(output));
        return Ok(None);
    }
    // The writer of a build keeps its journal there from the first file to the last.
    if output.join(".etalase").join("journal").exists() {
        findings.push(findings::output::build_unfinished(output));
        return Ok(None);
    }
    let mut files = Vec::new();
    read_folder(output, "", &mut files, findings)?;
    if let Some(finding) = shortcoming(output, &files) {
        findings.push(finding);
        return Ok(None);
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(Some(files))
}

/// Why these files are no site yet. A build whose profiles all had errors from the first day on leaves the page for
/// unknown addresses and what else belongs to nobody; pages of an earlier build stay, and are a site.
fn shortcoming(output: &Path, files: &[OutputFile]) -> Option<Finding> {
    if !files.iter().any(|file| is_page(&file.path)) {
        return Some(findings::output::nothing_built(output));
    }
    if !files.iter().any(|file| file.path == FRONT_PAGE) {
        return Some(findings::output::no_front_page(output));
    }
    let is_a_builds = output.join(".etalase").join("manifest").exists();
    let has_cooperative = files.iter().any(|file| file.path.rsplit('/').next() == Some(routes::SUMMARY));
    (is_a_builds && !has_cooperative).then(|| findings::output::no_cooperative(output))
}

/// Counts what was read.
pub(super) fn count(files: &[OutputFile]) -> Counts {
    Counts {
        pages: files.iter().filter(|file| is_page(&file.path)).count(),
        photos: files.iter().filter(|file| is_photo(&file.path)).count(),
        files: files.len(),
        size_bytes: files.iter().map(|file| file.size_bytes).sum(),
    }
}

fn read_folder(
    folder: &Path,
    prefix: &str,
    files: &mut Vec<OutputFile>,
    findings: &mut Findings,
) -> Result<()> {
    #[expect(clippy::disallowed_methods, reason = "publish is a door: it lists what git is to read")]
    let entries = std::fs::read_dir(folder).or_failed_at(Failure::List, folder)?;
    for entry in entries {
        let entry = entry.or_failed_at(Failure::List, folder)?;
        read_entry(&entry, prefix, files, findings)?;
    }
    Ok(())
}

fn read_entry(
    entry: &DirEntry,
    prefix: &str,
    files: &mut Vec<OutputFile>,
    findings: &mut Findings,
) -> Result<()> {
    let name = entry.file_name();
    let shown = format!("{prefix}{}", name.to_string_lossy());
    if is_left_out(&shown) {
        return Ok(());
    }
    let kind = entry.file_type().or_failed_at(Failure::Inspect, &shown)?;
    let fit_name = name.to_str().filter(|name| !name.contains(['\n', '\r', '\\']));
    match fit_name {
        Some(_) if kind.is_dir() => read_folder(&entry.path(), &format!("{shown}/"), files, findings),
        Some(_) if kind.is_file() => {
            let size_bytes = entry.metadata().or_failed_at(Failure::Inspect, &shown)?.len();
            files.push(OutputFile { path: shown, size_bytes });
            Ok(())
        }
        _ => {
            findings.push(findings::output::unfit_file(&shown));
            Ok(())
        }
    }
}

/// `path` is an entry's path in the site.
fn is_left_out(path: &str) -> bool {
    matches!(path, ".etalase" | ".gitignore" | ".gitattributes") || path == ".git" || path.ends_with("/.git")
}

pub(super) fn is_page(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("html"))
}

/// Photos lie in a folder `foto`; icons and cards are none.
fn is_photo(path: &str) -> bool {
    path.rsplit('/').nth(1) == Some("foto")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_state_folder_and_gits_own_files_stay_at_home() {
        for path in [".etalase", ".gitignore", ".git", "kpc/.git"] {
            assert!(is_left_out(path), "{path}");
        }
        for path in [".nojekyll", ".well-known", "kpc/.gitignore", "etalase", "git"] {
            assert!(!is_left_out(path), "{path}");
        }
    }

    #[test]
    fn counts_pages_and_photos() {
        let file = |path: &str| OutputFile { path: path.to_owned(), size_bytes: 10 };
        let files = [file("index.html"), file("foto/a.webp"), file("kpc/foto/a.jpg"), file("ikon-192.png")];
        assert_eq!(count(&files), Counts { pages: 1, photos: 2, files: 4, size_bytes: 40 });
    }
}
