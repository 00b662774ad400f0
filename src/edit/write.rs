//! The door out: one file of the site at a time, whole or not at all.
#![expect(clippy::disallowed_methods, reason = "this file is the door through which edits are written")]

use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use anyhow::Result;

use crate::failure::{Failure, OrFailed as _};

/// Names that a new file may get where others are taken.
const MOST_NAMES: usize = 10_000;

/// Held while a file is read and written, against a second program that edits the same site.
pub(super) struct Claim(#[expect(dead_code, reason = "held until it is dropped")] File);

/// Waits for whoever writes right now, and keeps others waiting.
///
/// # Errors
/// If the machine fails.
pub(super) fn claim(state_folder: &Path) -> Result<Claim> {
    fs::create_dir_all(state_folder).or_failed_at(Failure::MakeFolder, state_folder)?;
    let path = state_folder.join("sunting.lock");
    let file = File::options().create(true).append(true).open(&path).or_failed_at(Failure::Lock, &path)?;
    file.lock().or_failed_at(Failure::Lock, &path)?;
    Ok(Claim(file))
}

/// Puts a text in the place of a file, or makes it. Until it stands there whole, the old one does; what may be done
/// with it stays as it was, and so does the mark at its beginning.
///
/// # Errors
/// If the machine fails to write. The file is then what it was.
pub(super) fn write_text(root: &Path, path: &str, text: &str) -> Result<()> {
    let target = inside(root, path)?;
    let has_mark = fs::read(&target).is_ok_and(|bytes| bytes.starts_with(MARK));
    let mark = if has_mark && !text.as_bytes().starts_with(MARK) { MARK } else { b"" };
    write_whole(&target, &[mark, text.as_bytes()].concat())
}

/// What some editors begin a text with.
const MARK: &[u8] = b"\xef\xbb\xbf";

/// Writes a file under the first free name of `stem`, `stem-2` and so on; the name without ending comes back.
///
/// # Errors
/// If the machine fails to write.
pub(super) fn write_new(root: &Path, folder: &str, stem: &str, ending: &str, bytes: &[u8]) -> Result<String> {
    for number in 1..MOST_NAMES {
        let name = if number == 1 { stem.to_owned() } else { format!("{stem}-{number}") };
        let target = inside(root, &format!("{folder}/{name}.{ending}"))?;
        match File::create_new(&target) {
            Ok(file) => drop(file),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            Err(error) => return Err(error).or_failed_at(Failure::Write, &target),
        }
        return write_whole(&target, bytes).map(|()| name).inspect_err(|_| drop(fs::remove_file(&target)));
    }
    Err(Failure::Write(root.join(folder)).into())
}

/// Takes a file away.
///
/// # Errors
/// If the machine fails.
pub(super) fn remove(root: &Path, path: &str) -> Result<()> {
    let target = inside(root, path)?;
    fs::remove_file(&target).or_failed_at(Failure::Remove, &target)
}

/// Adds lines to a file of this program's own.
///
/// # Errors
/// If the machine fails to write.
pub(super) fn append(path: &Path, lines: &str) -> Result<()> {
    let file = File::options().create(true).append(true).open(path);
    file.and_then(|mut file| file.write_all(lines.as_bytes())).or_failed_at(Failure::Write, path)
}

/// Where a path of the site leads, links followed; its folder is made. A link out of the site leads nowhere.
fn inside(root: &Path, path: &str) -> Result<PathBuf> {
    let full = root.join(path);
    let folder = full.parent().unwrap_or(root);
    fs::create_dir_all(folder).or_failed_at(Failure::MakeFolder, folder)?;
    let root = fs::canonicalize(root).or_failed_at(Failure::Open, root)?;
    let real = match fs::canonicalize(&full) {
        Ok(real) => real,
        Err(_) if fs::symlink_metadata(&full).is_ok() => return Err(Failure::Write(full).into()),
        Err(_) => {
            let folder = fs::canonicalize(folder).or_failed_at(Failure::Open, folder)?;
            folder.join(full.file_name().unwrap_or_default())
        }
    };
    anyhow::ensure!(real.starts_with(&root), Failure::Write(full));
    Ok(real)
}

fn write_whole(target: &Path, bytes: &[u8]) -> Result<()> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    // With a dot: whoever watches the folder leaves it alone.
    let beside = target.with_file_name(format!(".{name}.baru"));
    let written = write_beside(target, &beside, bytes)
        .and_then(|()| fs::rename(&beside, target))
        .inspect_err(|_| drop(fs::remove_file(&beside)));
    written.or_failed_at(Failure::Write, target)
}

fn write_beside(target: &Path, beside: &Path, bytes: &[u8]) -> io::Result<()> {
    // One that was left by a program that was killed; nobody else is writing.
    drop(fs::remove_file(beside));
    let mut file = File::create_new(beside)?;
    if let Ok(old) = fs::metadata(target) {
        file.set_permissions(old.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_replaced_as_a_whole_and_keeps_its_mark() {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        fs::create_dir_all(root.join("content/kpc")).expect("made");
        fs::write(root.join("content/kpc/profil.yaml"), b"\xef\xbb\xbfnama: A\n").expect("written");
        write_text(root, "content/kpc/profil.yaml", "nama: B\n").expect("written");
        assert_eq!(fs::read(root.join("content/kpc/profil.yaml")).expect("read"), b"\xef\xbb\xbfnama: B\n");
        assert_eq!(fs::read_dir(root.join("content/kpc")).expect("listed").count(), 1);
    }

    #[test]
    fn a_new_file_takes_no_other_ones_place() {
        let folder = tempfile::tempdir().expect("a folder");
        let write = |text: &str| {
            write_new(folder.path(), "content/kpc/foto", "susu", "jpg", text.as_bytes()).expect("written")
        };
        assert_eq!((write("a"), write("b")), ("susu".to_owned(), "susu-2".to_owned()));
        assert_eq!(fs::read(folder.path().join("content/kpc/foto/susu.jpg")).expect("read"), b"a");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_out_of_the_site_is_never_written_through() {
        let folder = tempfile::tempdir().expect("a folder");
        let (root, outside) = (folder.path().join("situs"), folder.path().join("luar"));
        fs::create_dir_all(root.join("content")).expect("made");
        fs::create_dir_all(&outside).expect("made");
        std::os::unix::fs::symlink(&outside, root.join("content/kpc")).expect("linked");
        assert!(write_text(&root, "content/kpc/profil.yaml", "nama: A\n").is_err());
        assert!(write_text(&root, "content/../../luar/a", "x").is_err());
        assert_eq!(fs::read_dir(&outside).expect("listed").count(), 0);
    }
}
