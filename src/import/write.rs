//! The door out: new texts of profiles, all of them or none.
#![expect(
    clippy::disallowed_methods,
    reason = "this file is the door through which imported profiles are written"
)]

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::profile::Profile;
use crate::failure::{Failure, OrFailed as _};

/// What has been put in place, and what stood there.
struct Replaced<'p> {
    path: PathBuf,
    before: Option<&'p str>,
}

/// Writes profiles below a site's folder. Each new text lies beside its place before the first is put there; if the
/// machine fails after that, what was put there is taken back.
///
/// # Errors
/// If the machine fails to write. Every profile is then what it was.
pub(crate) fn write(root: &Path, profiles: &[Profile]) -> Result<()> {
    let changed: Vec<&Profile> = profiles.iter().filter(|profile| profile.is_changed()).collect();
    let mut waiting: Vec<(PathBuf, PathBuf)> = Vec::new();
    for profile in &changed {
        let path = root.join(&profile.path);
        let beside = path.with_file_name(".profil.yaml.baru");
        let written = write_beside(&path, &beside, &profile.text);
        waiting.push((beside, path));
        if let Err(error) = written {
            clear_away(&waiting);
            return Err(error);
        }
    }
    let mut done: Vec<Replaced<'_>> = Vec::new();
    for ((beside, path), profile) in waiting.iter().zip(&changed) {
        if let Err(error) = fs::rename(beside, path).or_failed_at(Failure::Write, path) {
            take_back(&done);
            clear_away(&waiting);
            return Err(error);
        }
        done.push(Replaced {
            path: path.clone(),
            before: profile.before.as_ref().map(|file| file.text.as_str()),
        });
    }
    Ok(())
}

/// Writes a file where none stands. False, and nothing is written, where one does.
///
/// # Errors
/// If the machine fails to write.
pub(crate) fn write_new(path: &Path, bytes: &[u8]) -> Result<bool> {
    let mut file = match fs::File::create_new(path) {
        Ok(file) => file,
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => return Ok(false),
        Err(error) => return Err(error).or_failed_at(Failure::Write, path),
    };
    file.write_all(bytes).or_failed_at(Failure::Write, path)?;
    Ok(true)
}

/// Writes a page of ours, which `mark` begins, over an earlier one. False, and nothing is written, where something else
/// stands.
///
/// # Errors
/// If the machine fails to read or write.
pub(crate) fn write_own(path: &Path, text: &str, mark: &str) -> Result<bool> {
    match fs::read(path) {
        Ok(before) if !before.starts_with(mark.as_bytes()) => return Ok(false),
        Ok(_) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error).or_failed_at(Failure::Read, path),
    }
    fs::write(path, text).or_failed_at(Failure::Write, path)?;
    Ok(true)
}

fn write_beside(path: &Path, beside: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).or_failed_at(Failure::Write, folder)?;
    }
    let mut file = fs::File::create(beside).or_failed_at(Failure::Write, path)?;
    file.write_all(text.as_bytes()).or_failed_at(Failure::Write, path)
}

fn clear_away(waiting: &[(PathBuf, PathBuf)]) {
    for (beside, path) in waiting {
        drop(fs::remove_file(beside));
        // Only one that was made for it is empty.
        drop(path.parent().map(fs::remove_dir));
    }
}

fn take_back(done: &[Replaced<'_>]) {
    for replaced in done {
        // Nothing is left to be done where taking back fails, too: the error that is on its way says what happened.
        drop(match replaced.before {
            Some(text) => fs::write(&replaced.path, text),
            None => fs::remove_file(&replaced.path),
        });
    }
}
