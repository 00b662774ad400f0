//! Writes a first site, CI files or the schema. Never replaces a file but the schema: what is there stays, and is
//! reported.
#![expect(clippy::disallowed_methods, reason = "this file is the door through which a first site is written")]

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::findings;
use super::template::NewFile;
use super::workflow::CiPlace;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::{Findings, MessageLanguage};
use crate::schema::{SCHEMA_FILE, profile_schema};

/// Entries of a folder that do not keep it from being taken for empty: a fresh repository has them.
const HARMLESS: &[&str] = &[".git", ".DS_Store", "Thumbs.db"];

/// Files and folders as they are made. What is not kept in the end is removed again: half a site would keep the next
/// attempt from its folder.
#[derive(Debug, Default)]
pub(crate) struct Begun {
    /// From the outermost folder to the last file.
    made: Vec<PathBuf>,
}

impl Begun {
    /// It is complete.
    pub(crate) fn keep(mut self) {
        self.made.clear();
    }

    fn make_folder(&mut self, folder: &Path) -> Result<()> {
        let missing: Vec<&Path> = folder.ancestors().take_while(|above| !above.exists()).collect();
        for above in missing.into_iter().rev().filter(|above| !above.as_os_str().is_empty()) {
            fs::create_dir(above).or_failed_at(Failure::MakeFolder, above)?;
            self.made.push(above.to_owned());
        }
        Ok(())
    }

    fn write_new(&mut self, target: &Path, text: &str) -> Result<()> {
        if let Some(folder) = target.parent() {
            self.make_folder(folder)?;
        }
        let mut file = fs::File::create_new(target).or_failed_at(Failure::Write, target)?;
        self.made.push(target.to_owned());
        file.write_all(text.as_bytes()).or_failed_at(Failure::Write, target)
    }
}

impl Drop for Begun {
    /// A folder into which somebody else has put something meanwhile stays.
    fn drop(&mut self) {
        for made in self.made.iter().rev() {
            drop(fs::remove_file(made).or_else(|_| fs::remove_dir(made)));
        }
    }
}

/// Writes a first site into a folder that is empty or not there yet. False with a finding otherwise, and
/// nothing was written.
pub(crate) fn write_site(
    folder: &Path,
    files: &[NewFile],
    begun: &mut Begun,
    findings: &mut Findings,
) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                let name = entry.or_failed_at(Failure::List, folder)?.file_name();
                let name = name.to_string_lossy();
                if !HARMLESS.contains(&&*name) {
                    findings.push(findings::folder_not_empty(folder, &name));
                    return Ok(false);
                }
            }
        }
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) if error.kind() == ErrorKind::NotADirectory => {
            findings.push(findings::not_a_folder(folder));
            return Ok(false);
        }
        Err(error) => return Err(error).or_failed_at(Failure::List, folder),
    }
    for (path, text) in files {
        begun.write_new(&folder.join(path), text)?;
    }
    Ok(true)
}

/// Writes the schema of profiles beside `etalase.yaml`, or renews it: it is nobody's own work.
pub(crate) fn write_schema(site: &Path, language: MessageLanguage) -> Result<()> {
    let target = site.join(SCHEMA_FILE);
    fs::write(&target, profile_schema(language)).or_failed_at(Failure::Write, &target)
}

/// Writes a part of a theme into a site. False, and nothing is written, where there is a file already.
///
/// # Errors
/// If the machine fails to write.
pub(crate) fn write_theme_part(site: &Path, path: &str, text: &str) -> Result<bool> {
    let target = site.join(path);
    if fs::symlink_metadata(&target).is_ok() {
        return Ok(false);
    }
    let mut begun = Begun::default();
    begun.write_new(&target, text)?;
    begun.keep();
    Ok(true)
}

/// Where the CI files of a site belong: at the top of the repository that it is in, or will be made in.
pub(crate) fn ci_place(site: &Path) -> CiPlace {
    // What is not there yet has no links in it.
    let there = site.ancestors().find_map(|above| Some((above, fs::canonicalize(above).ok()?)));
    let real = there.map_or_else(
        || site.to_owned(),
        |(above, real)| match site.strip_prefix(above) {
            Ok(rest) if !rest.as_os_str().is_empty() => real.join(rest),
            _ => real,
        },
    );
    let top = real.ancestors().find(|above| above.join(".git").exists()).unwrap_or(&real).to_owned();
    let way = real.strip_prefix(&top).unwrap_or(Path::new(""));
    let folder =
        way.components().flat_map(|part| [part.as_os_str().to_string_lossy().into_owned(), "/".to_owned()]);
    CiPlace { folder: folder.collect(), top: if real == top { site.to_owned() } else { top } }
}

/// Writes CI files below the top of a repository. A file that is there with other content stays as it is, with a
/// finding; the paths that were written come back.
pub(crate) fn write_workflow(
    place: &CiPlace,
    files: &[NewFile],
    begun: &mut Begun,
    findings: &mut Findings,
) -> Result<Vec<String>> {
    if !place.is_plain() {
        findings.push(findings::folder_not_plain(&place.folder));
        return Ok(Vec::new());
    }
    let mut written = Vec::new();
    for (path, text) in files {
        let target = place.top.join(path);
        match fs::read_to_string(&target) {
            Ok(there) if there == *text => {}
            Ok(_) => findings.push(findings::workflow_exists(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                begun.write_new(&target, text)?;
                written.push(path.clone());
            }
            Err(error) => return Err(error).or_failed_at(Failure::Read, &target),
        }
    }
    Ok(written)
}
