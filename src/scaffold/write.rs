//! Writes a first site, CI files or the schema. Never replaces a file but the schema: what is there stays, and is
//! reported.
#![expect(clippy::disallowed_methods, reason = "this file is the door through which a first site is written")]

use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::Path;

use anyhow::{Context, Result};

use super::{NewFile, findings};
use crate::finding::{Findings, MessageLanguage};
use crate::schema::{SCHEMA_FILE, profile_schema};

/// Entries of a folder that do not keep it from being taken for empty: a fresh repository has them.
const HARMLESS: &[&str] = &[".git", ".DS_Store", "Thumbs.db"];

/// Writes a first site into a folder that is empty or not there yet. False with a finding otherwise, and
/// nothing was written.
pub fn write_site(folder: &Path, files: &[NewFile], findings: &mut Findings) -> Result<bool> {
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                let name = entry.with_context(|| format!("cannot list {}", folder.display()))?.file_name();
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
        Err(error) => return Err(error).with_context(|| format!("cannot list {}", folder.display())),
    }
    for (path, text) in files {
        write_new(&folder.join(path), text)?;
    }
    Ok(true)
}

/// Writes the schema of profiles beside `etalase.yaml`, or renews it: it is nobody's own work.
pub fn write_schema(site: &Path, language: MessageLanguage) -> Result<()> {
    let target = site.join(SCHEMA_FILE);
    fs::write(&target, profile_schema(language)).with_context(|| format!("cannot write {}", target.display()))
}

/// Writes CI files into a site. A file that is there with other content stays as it is, with a finding; the
/// paths that were written come back.
pub fn write_workflow(site: &Path, files: &[NewFile], findings: &mut Findings) -> Result<Vec<String>> {
    let mut written = Vec::new();
    for (path, text) in files {
        let target = site.join(path);
        match fs::read_to_string(&target) {
            Ok(there) if there == *text => {}
            Ok(_) => findings.push(findings::workflow_exists(path)),
            Err(error) if error.kind() == ErrorKind::NotFound => {
                write_new(&target, text)?;
                written.push(path.clone());
            }
            Err(error) => return Err(error).with_context(|| format!("cannot read {}", target.display())),
        }
    }
    Ok(written)
}

fn write_new(target: &Path, text: &str) -> Result<()> {
    let attempt = || format!("cannot write {}", target.display());
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    let mut file = fs::File::create_new(target).with_context(attempt)?;
    file.write_all(text.as_bytes()).with_context(attempt)
}
