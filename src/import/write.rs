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

/// A new text beside its place.
struct Waiting {
    path: PathBuf,
    /// The new text.
    beside: PathBuf,
    /// What stands at its place, once more; `None` where nothing does.
    before: Option<PathBuf>,
}

/// Writes profiles below a site's folder. Each new text lies beside its place, and each old one, too, before the first
/// is put there: a disk that is full then loses nothing, since taking back takes no room.
///
/// # Errors
/// If the machine fails to write. Every profile is then what it was.
pub(crate) fn write(root: &Path, profiles: &[Profile]) -> Result<()> {
    let changed: Vec<&Profile> = profiles.iter().filter(|profile| profile.is_changed()).collect();
    let mut waiting: Vec<Waiting> = Vec::new();
    let lay_all = |waiting: &mut Vec<Waiting>| -> Result<()> {
        for profile in &changed {
            let path = root.join(&profile.path);
            let beside = path.with_file_name(".profil.yaml.baru");
            let before = profile.before.as_ref().map(|file| (path.with_file_name(".profil.yaml.lama"), file));
            waiting.push(Waiting {
                path: path.clone(),
                beside: beside.clone(),
                before: before.as_ref().map(|(place, _)| place.clone()),
            });
            write_beside(&path, &beside, &profile.text)?;
            if let Some((place, file)) = before {
                write_beside(&path, &place, &file.text)?;
            }
        }
        Ok(())
    };
    let mut done = 0;
    let put_all = |waiting: &[Waiting], done: &mut usize| -> Result<()> {
        for one in waiting {
            fs::rename(&one.beside, &one.path).or_failed_at(Failure::Write, &one.path)?;
            *done += 1;
        }
        Ok(())
    };
    let written = lay_all(&mut waiting).and_then(|()| put_all(&waiting, &mut done));
    if written.is_err() {
        take_back(&waiting[..done]);
    }
    clear_away(&waiting);
    written
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
    // Half a file would keep the next attempt from its place.
    file.write_all(bytes).inspect_err(|_| drop(fs::remove_file(path))).or_failed_at(Failure::Write, path)?;
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
    replace(path, text.as_bytes())?;
    Ok(true)
}

/// Brings a file to these bytes, or leaves it as it is.
///
/// # Errors
/// If the machine fails to write.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> Result<()> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.baru"));
    fs::write(&beside, bytes)
        .and_then(|()| fs::rename(&beside, path))
        .inspect_err(|_| drop(fs::remove_file(&beside)))
        .or_failed_at(Failure::Write, path)
}

fn write_beside(path: &Path, beside: &Path, text: &str) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).or_failed_at(Failure::Write, folder)?;
    }
    let mut file = fs::File::create(beside).or_failed_at(Failure::Write, path)?;
    file.write_all(text.as_bytes()).or_failed_at(Failure::Write, path)
}

/// Removes what lies beside places. A folder that was made for a text that never came is empty, and goes.
fn clear_away(waiting: &[Waiting]) {
    for one in waiting {
        drop(fs::remove_file(&one.beside));
        drop(one.before.as_ref().map(fs::remove_file));
        drop(one.path.parent().map(fs::remove_dir));
    }
}

fn take_back(done: &[Waiting]) {
    for one in done {
        // Nothing is left to be done where taking back fails, too: the error that is on its way says what happened.
        drop(match &one.before {
            Some(before) => fs::rename(before, &one.path),
            None => fs::remove_file(&one.path),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_as_a_whole_and_nothing_stays_beside_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let (path, same) = (folder.path().join("a.html"), folder.path().join("sama"));
        fs::write(&path, "lama").expect("written");
        // What is written in place shows under both names.
        fs::hard_link(&path, &same).expect("linked");
        replace(&path, b"baru").expect("replaced");
        let read = |path: &Path| fs::read_to_string(path).expect("there");
        assert_eq!((read(&path).as_str(), read(&same).as_str()), ("baru", "lama"));
        fs::remove_file(&path).and_then(|()| fs::create_dir(&path)).expect("a folder in its place");
        assert!(replace(&path, b"baru").is_err());
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 2);
    }

    #[test]
    fn what_was_put_in_place_is_taken_back_by_a_rename() {
        let folder = tempfile::tempdir().expect("a folder");
        let one = |name: &str, before: bool| Waiting {
            path: folder.path().join(name),
            beside: folder.path().join(format!("{name}.baru")),
            before: before.then(|| folder.path().join(format!("{name}.lama"))),
        };
        let done = [one("a", true), one("b", false)];
        for (place, text) in [("a", "new"), ("a.lama", "old"), ("b", "new")] {
            fs::write(folder.path().join(place), text).expect("written");
        }
        take_back(&done);
        clear_away(&done);
        assert_eq!(fs::read_to_string(folder.path().join("a")).expect("there"), "old");
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    }
}
