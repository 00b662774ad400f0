//! Where an output may lie: never among what people wrote, and never around it. Only looks where paths lead.

use std::fs;
use std::io;
use std::path::{Component, Path, PathBuf};

use super::findings;
use super::manifest::STATE_FOLDER;
use crate::finding::Finding;

/// Folders of a site that nothing else may be written into.
const OWN_FOLDERS: &[&str] = &["content", "themes", ".etalase", ".git"];

/// A folder that somebody asked to be written to.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Place<'a> {
    /// The argument that named it: `--output`.
    pub argument: &'a str,
    /// As it was typed.
    pub typed: &'a str,
    /// The whole path.
    pub path: &'a Path,
}

/// Why this folder cannot take what was built, if so: it is the site's own or one of its folders, lies in one of
/// those, or has them inside. `source`: a folder that is copied from, where there is one.
pub(crate) fn check_place(place: &Place<'_>, site: &Path, source: Option<&Path>) -> Option<Finding> {
    let wanted = resolved(place.path);
    let site = resolved(site);
    if site.starts_with(&wanted) {
        return Some(findings::holds_the_site(place));
    }
    if wanted.components().any(|part| part.as_os_str() == ".git") {
        return Some(findings::among_own_files(place, ".git"));
    }
    let meets = |own: &Path| wanted.starts_with(own) || own.starts_with(&wanted);
    if let Some(own) = OWN_FOLDERS.iter().find(|own| meets(&resolved(&site.join(own)))) {
        return Some(findings::among_own_files(place, own));
    }
    let source = source.filter(|source| meets(&resolved(source)))?;
    Some(findings::among_own_files(place, &source.file_name().unwrap_or_default().to_string_lossy()))
}

/// Where the cache of a build goes: where it is meant to, or beside the state of the output, where a build writes
/// anyway, if nothing can be written there. Then with a word about it.
pub(crate) fn place_for_cache(meant: &Path, output: &Path) -> (PathBuf, Option<Finding>) {
    let probe = meant.join(format!("new-{}", std::process::id()));
    let tried = fs::create_dir_all(meant).and_then(|()| fs::write(&probe, "etalase"));
    drop(fs::remove_file(&probe));
    // A full disk is full in both places, more often than not, and what the cache has can still be read.
    let is_full =
        |error: &io::Error| matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    if tried.as_ref().err().is_none_or(is_full) {
        return (meant.to_owned(), None);
    }
    let instead = output.join(STATE_FOLDER).join("cache");
    let finding = findings::cache_elsewhere(&shown(meant), &shown(&instead));
    (instead, Some(finding))
}

/// The last names of a path: folders above a site are nobody's business.
fn shown(path: &Path) -> String {
    let names: Vec<_> = path.iter().map(|name| name.to_string_lossy()).collect();
    names[names.len().saturating_sub(3)..].join("/")
}

/// Where an absolute path leads, through all links that are there; what is not there yet is taken by its name.
fn resolved(path: &Path) -> PathBuf {
    let mut real = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => {
                real.pop();
            }
            part => {
                real.push(part);
                real = fs::canonicalize(&real).unwrap_or(real);
            }
        }
    }
    real
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The code of what is said about a path below a site's folder.
    fn said(site: &Path, typed: &str) -> Option<String> {
        let place = Place { argument: "--output", typed, path: &site.join(typed) };
        check_place(&place, site, None).map(|finding| finding.code.into_owned())
    }

    #[test]
    fn an_output_is_neither_the_site_nor_around_it_nor_in_its_folders() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("situs");
        fs::create_dir_all(site.join("content/kpc")).expect("made");
        for typed in [".", "..", "/", "content/..", "baru/../..", "../situs", "../situs/"] {
            assert_eq!(said(&site, typed), Some("output-holds-site".to_owned()), "{typed}");
        }
        for typed in [
            "content",
            "content/",
            "content/kpc",
            "content/baru/x",
            "themes",
            "themes/etalase",
            ".git/x",
            ".etalase",
            "../.git",
        ] {
            assert_eq!(said(&site, typed), Some("output-among-sources".to_owned()), "{typed}");
        }
        for typed in ["public", "hasil/situs", "../hasil", "public/content", "contents", "/tmp/etalase-hasil"]
        {
            assert_eq!(said(&site, typed), None, "{typed}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn links_are_followed_on_both_sides() {
        use std::os::unix::fs::symlink;
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("situs");
        fs::create_dir_all(folder.path().join("isi/kpc")).expect("made");
        fs::create_dir_all(&site).expect("made");
        symlink("../isi", site.join("content")).expect("linked");
        symlink(".", site.join("public")).expect("linked");
        assert_eq!(said(&site, "../isi/kpc"), Some("output-among-sources".to_owned()));
        assert_eq!(said(&site, "public"), Some("output-holds-site".to_owned()));
        assert_eq!(said(&site, "../hasil"), None);
    }

    #[test]
    fn a_cache_that_cannot_be_written_is_kept_beside_the_output_with_a_word() {
        let folder = tempfile::tempdir().expect("a folder");
        let (cache, output) = (folder.path().join(".etalase/cache"), folder.path().join("public"));
        assert_eq!(place_for_cache(&cache, &output), (cache.clone(), None));
        assert_eq!(fs::read_dir(&cache).expect("made").count(), 0);
        // A file where the folder belongs cannot be written into, whoever runs this.
        fs::remove_dir_all(&cache).expect("removed");
        fs::write(&cache, "").expect("written");
        let (place, finding) = place_for_cache(&cache, &output);
        assert_eq!(place, output.join(".etalase/cache"));
        assert_eq!(finding.map(|finding| finding.code), Some("cache-elsewhere".into()));
    }

    #[test]
    fn a_copy_is_not_made_into_what_is_copied() {
        let folder = tempfile::tempdir().expect("a folder");
        let site = folder.path().join("situs");
        let public = site.join("public");
        for (typed, is_fine) in [("public", false), ("public/salinan", false), ("salinan", true)] {
            let place = Place { argument: "--to", typed, path: &site.join(typed) };
            assert_eq!(check_place(&place, &site, Some(&public)).is_none(), is_fine, "{typed}");
        }
    }
}
