//! A plain folder as the destination: brought to what the output holds, file by file, without git. A record in the
//! folder (`.etalase/terbit`) says which files are ours and what they held; what somebody else put there or changed is
//! never replaced unasked, and never removed.
#![expect(
    clippy::disallowed_methods,
    reason = "publish is a door: this file writes the copy in a plain folder"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use anyhow::Result;

use super::change::{Changes, Tree};
use super::files::{Counts, OutputFile, is_page};
use super::findings;
use super::git::{Repository, is_address, is_repository, local_path, names_a_place};
use super::order::{Order, Step};
use super::outcome::{Outcome, State};
use crate::failure::{Failure, OrFailed as _};
use crate::finding::Findings;

/// Folder for the record; a build's own of the same name is never published, either.
const STATE_FOLDER: &str = ".etalase";
/// What lies in this folder because of us: a line `hash path` for each file.
const RECORD: &str = "terbit";
/// A file that is being written.
const NEW: &str = "terbit.baru";

/// The plain folder that `to` names; `None` if it names a remote or a repository, whether there is one or not.
pub(super) fn plain_folder(order: &Order) -> Result<Option<PathBuf>> {
    let Some(folder) = local_path(&order.to, &order.folder) else { return Ok(None) };
    if is_repository(&folder) {
        return Ok(None);
    }
    // A word is a remote's name first. One that is neither is told with the remotes that there are.
    let is_word = !is_address(&order.to);
    if is_word && (!names_a_place(order) || Repository::has_remote(order)?) {
        return Ok(None);
    }
    // Whoever writes `.git` means a repository, which is not there.
    let is_missing_repository =
        !folder.exists() && folder.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("git"));
    Ok(Some(folder).filter(|_| !is_missing_repository))
}

/// Brings the folder up to date. `None` came with an error among the findings, and nothing was touched, or what was
/// written is on record.
pub(super) fn copy(
    order: &Order,
    folder: &Path,
    files: &[OutputFile],
    counts: Counts,
    report: &mut dyn FnMut(Step),
    findings: &mut Findings,
) -> Result<Option<Outcome>> {
    if folder.exists() && !folder.is_dir() {
        findings.push(findings::others::folder_is_file(folder));
        return Ok(None);
    }
    report(Step::Reading(files.len()));
    let mut wanted = Tree::new();
    for file in files {
        wanted.insert(file.path.clone(), hash_of(&order.output.join(&file.path))?);
    }
    let copy = Copy { folder, record: Record::read(folder)?, wanted };
    let Comparison { changes, in_the_way, blocked, foreign } = copy.compare()?;
    if !blocked.is_empty() || (!in_the_way.is_empty() && !order.force_with_lease) {
        findings.push(findings::others::folder_occupied(folder, &in_the_way, &blocked));
        return Ok(None);
    }
    if !foreign.is_empty() {
        findings.push(findings::others::others_left(&order.to, &foreign));
    }
    let state = if changes.is_empty() {
        State::Unchanged
    } else if order.dry_run {
        State::WouldPublish
    } else {
        State::Copied
    };
    if state == State::Copied {
        report(Step::Writing(changes.added.len() + changes.changed.len()));
        if !copy.carry_out(&order.output, &changes)? {
            findings.push(findings::output::output_changing(&order.output));
            return Ok(None);
        }
    }
    Ok(Some(Outcome { state, to: order.to.clone(), branch: None, counts, changes }))
}

/// What is to be in a folder.
struct Copy<'a> {
    folder: &'a Path,
    record: Record,
    /// Hash of every file, by path.
    wanted: Tree,
}

/// How a folder differs from what is to be in it; each list in order of path.
#[derive(Debug, Default)]
struct Comparison {
    changes: Changes,
    /// Files where ours belong that somebody else put there or changed.
    in_the_way: Vec<String>,
    /// The same, but no plain files, or no folders where folders belong: nobody's flag removes them.
    blocked: Vec<String>,
    /// Files that are not ours and in nobody's way.
    foreign: Vec<String>,
}

/// What stands at a path.
enum There {
    Nothing,
    File(String),
    /// A folder, a link, a device; or one of these is on the way there.
    Other,
}

impl Copy<'_> {
    fn compare(&self) -> Result<Comparison> {
        let mut found = Comparison::default();
        for (path, hash) in &self.wanted {
            match self.look(path)? {
                There::Nothing => found.changes.added.push(path.clone()),
                There::File(there) if there == *hash => {}
                There::File(there) => {
                    if !self.record.has(path, &there) {
                        found.in_the_way.push(path.clone());
                    }
                    found.changes.changed.push(path.clone());
                }
                There::Other => found.blocked.push(path.clone()),
            }
        }
        let mut ours_no_longer = BTreeSet::new();
        for path in self.record.paths().filter(|path| !self.wanted.contains_key(*path)) {
            if let There::File(there) = self.look(path)?
                && self.record.has(path, &there)
            {
                found.changes.removed.push(path.to_owned());
                ours_no_longer.insert(path);
            }
        }
        let mut all = Vec::new();
        if self.folder.is_dir() {
            list_below(self.folder, "", &mut all)?;
        }
        all.sort_unstable();
        all.retain(|path| !self.wanted.contains_key(path) && !ours_no_longer.contains(&**path));
        found.foreign = all;
        Ok(found)
    }

    fn look(&self, path: &str) -> Result<There> {
        let place = self.folder.join(path);
        for above in Path::new(path).ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()) {
            if let Some(there) = metadata(&self.folder.join(above))?
                && !there.is_dir()
            {
                return Ok(There::Other);
            }
        }
        Ok(match metadata(&place)? {
            None => There::Nothing,
            Some(there) if there.is_file() => There::File(hash_of(&place)?),
            Some(_) => There::Other,
        })
    }

    /// Photos and styles first, then pages, each under another name until it is whole; what is no longer wanted goes
    /// last. False if the output changed meanwhile.
    fn carry_out(&self, output: &Path, changes: &Changes) -> Result<bool> {
        let state = self.folder.join(STATE_FOLDER);
        fs::create_dir_all(&state).or_failed_at(Failure::MakeFolder, &state)?;
        // Killed from here on, the next run knows the old files as ours, and the new ones.
        self.record.with(&self.wanted).write(&state)?;
        let mut paths: Vec<&String> = changes.added.iter().chain(&changes.changed).collect();
        paths.sort_by_key(|path| (is_page(path), *path));
        for path in paths {
            let source = output.join(path);
            let bytes = fs::read(&source).or_failed_at(Failure::Read, &source)?;
            if blake3::hash(&bytes).to_hex().as_str() != self.wanted[path] {
                return Ok(false);
            }
            write_whole(&state, &self.folder.join(path), &bytes)?;
        }
        for path in &changes.removed {
            let place = self.folder.join(path);
            match fs::remove_file(&place) {
                Err(error) if error.kind() != ErrorKind::NotFound => {
                    return Err(error).or_failed_at(Failure::Remove, &place);
                }
                _ => remove_empty_folders(self.folder, path),
            }
        }
        Record::default().with(&self.wanted).write(&state)?;
        Ok(true)
    }
}

/// Our files in the folder with what they may hold: two hashes after a run that was killed.
#[derive(Debug, Clone, Default)]
struct Record(BTreeMap<String, Vec<String>>);

impl Record {
    /// A line that makes no sense is left out: its file counts as somebody else's.
    fn read(folder: &Path) -> Result<Self> {
        let place = folder.join(STATE_FOLDER).join(RECORD);
        let text = match fs::read_to_string(&place) {
            Ok(text) => text,
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
                return Ok(Self::default());
            }
            Err(error) => return Err(error).or_failed_at(Failure::Read, &place),
        };
        let mut record = Self::default();
        for (hash, path) in text.lines().filter_map(|line| line.split_once(' ')) {
            if is_sound(path) {
                record.0.entry(path.to_owned()).or_default().push(hash.to_owned());
            }
        }
        Ok(record)
    }

    fn has(&self, path: &str, hash: &str) -> bool {
        self.0.get(path).is_some_and(|hashes| hashes.iter().any(|own| own == hash))
    }

    fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    fn with(&self, files: &Tree) -> Self {
        let mut record = self.clone();
        for (path, hash) in files {
            record.0.entry(path.clone()).or_default().push(hash.clone());
        }
        record
    }

    fn write(&self, state: &Path) -> Result<()> {
        let mut text = String::new();
        for (path, hashes) in &self.0 {
            for hash in hashes {
                // Writing to a String cannot fail.
                let _ = writeln!(text, "{hash} {path}");
            }
        }
        write_whole(state, &state.join(RECORD), text.as_bytes())
    }
}

/// Writes a file so that it appears whole.
fn write_whole(state: &Path, target: &Path, bytes: &[u8]) -> Result<()> {
    let new = state.join(NEW);
    if let Some(folder) = target.parent() {
        fs::create_dir_all(folder).or_failed_at(Failure::MakeFolder, folder)?;
    }
    fs::write(&new, bytes)
        .and_then(|()| fs::rename(&new, target))
        .or_failed_at(Failure::Write, target)
        .inspect_err(|_| {
            // The failure counts; that its trace may stay does not.
            drop(fs::remove_file(&new));
        })
}

/// What is at a path, links not followed.
fn metadata(place: &Path) -> Result<Option<fs::Metadata>> {
    match fs::symlink_metadata(place) {
        Ok(there) => Ok(Some(there)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(error).or_failed_at(Failure::Inspect, place),
    }
}

fn hash_of(place: &Path) -> Result<String> {
    let read = || -> io::Result<String> {
        let mut hasher = blake3::Hasher::new();
        io::copy(&mut fs::File::open(place)?, &mut hasher)?;
        Ok(hasher.finalize().to_hex().to_string())
    };
    read().or_failed_at(Failure::Read, place)
}

/// Every file below a folder, but for our record.
fn list_below(folder: &Path, prefix: &str, files: &mut Vec<String>) -> Result<()> {
    for entry in fs::read_dir(folder).or_failed_at(Failure::List, folder)? {
        let entry = entry.or_failed_at(Failure::List, folder)?;
        let path = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if path == STATE_FOLDER {
            continue;
        }
        if entry.file_type().or_failed_at(Failure::List, folder)?.is_dir() {
            list_below(&entry.path(), &format!("{path}/"), files)?;
        } else {
            files.push(path);
        }
    }
    Ok(())
}

/// Removes the folders of a removed file that are empty now, from the inside out.
fn remove_empty_folders(root: &Path, path: &str) {
    for folder in Path::new(path).ancestors().skip(1).filter(|above| !above.as_os_str().is_empty()) {
        if fs::remove_dir(root.join(folder)).is_err() {
            return;
        }
    }
}

/// A path that cannot lead out of the folder, whoever wrote the record.
fn is_sound(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0', ':']))
}
