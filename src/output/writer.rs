//! Writes plans into the output folder, group by group, from several threads at once.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};

use anyhow::Result;
use twox_hash::XxHash3_64;

use super::findings;
use super::ledger::{After, Before};
use super::manifest::{Files, LEDGER, STATE_FOLDER, Written};
use super::nursery::{Nursery, folder_of, put, remove_unfinished};
use super::shards::{Shard, ledger_of_shards};
use crate::cache::{Cached, PhotoCache};
use crate::failure::{Failure, OrFailed as _};
use crate::finding::Finding;
use crate::locks::{lock, unpoisoned};
use crate::plan::{Output, SitePath};

/// A path of the site, and where it is on disk.
#[derive(Clone, Copy)]
pub(super) struct Spot<'a> {
    pub(super) path: &'a str,
    pub(super) target: &'a Path,
    /// True inside a folder that is not there yet.
    pub(super) is_new: bool,
}

/// What is to be done with a file.
pub(super) enum Due {
    /// It is there already.
    Nothing,
    Write,
    /// Somebody else has a file there, or a folder.
    Refused,
}

/// What became of one group's plan.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct GroupReport {
    /// Files written.
    pub written: usize,
    /// Files that already held these bytes and were left as they are.
    pub unchanged: usize,
    /// Size of all files of the group, in bytes.
    pub bytes: u64,
}

/// The output folder, locked for one build.
#[derive(Debug)]
pub struct Writer {
    pub(super) root: PathBuf,
    /// Where it is remembered what was written: the manifest, or that of a part.
    ledger: PathBuf,
    /// Of a part: the groups that it had written before.
    of_part: Option<BTreeSet<String>>,
    before: Before,
    after: Mutex<After>,
    journal: Mutex<File>,
    /// Files that several groups want, as this build has written or found them: scripts, cards.
    common: Mutex<HashMap<String, Written>>,
    /// Folders outside those of groups that are no link and no file.
    plain: Mutex<HashSet<String>>,
    next_temporary: AtomicU64,
    _lock: File,
}

impl Writer {
    /// Opens or makes the output folder. What the parts of a divided build have written there is known. Waits while
    /// another build writes into it, after calling `on_wait`.
    ///
    /// # Errors
    /// If the folder cannot be made or written to.
    pub fn open(root: &Path, on_wait: impl FnOnce()) -> Result<Self> {
        Self::open_as(root, None, on_wait)
    }

    /// The same for one part of a divided build: what it writes is remembered for it alone, so that the outputs of all
    /// parts can be laid into one folder, in any order.
    ///
    /// # Errors
    /// As `open`.
    pub(crate) fn open_shard(root: &Path, part: Shard, on_wait: impl FnOnce()) -> Result<Self> {
        Self::open_as(root, Some(part), on_wait)
    }

    fn open_as(root: &Path, part: Option<Shard>, on_wait: impl FnOnce()) -> Result<Self> {
        let state_folder = root.join(STATE_FOLDER);
        let ledger = state_folder.join(part.map_or_else(|| PathBuf::from(LEDGER), Shard::ledger));
        fs::create_dir_all(folder_of(&ledger)).or_failed_at(Failure::Write, root)?;
        let lock = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(state_folder.join("lock"))
            .or_failed_at(Failure::Write, root)?;
        if lock.try_lock().is_err() {
            on_wait();
            lock.lock().or_failed_at(Failure::Lock, root)?;
        }
        remove_unfinished(&state_folder);
        let own = Before::read(&ledger, &state_folder.join("journal"));
        let of_part = part.map(|_| own.names().map(str::to_owned).collect());
        let mut before = own;
        // What other parts have written is ours to replace, and theirs to remove.
        let parts = ledger_of_shards(&state_folder);
        if part.is_some() || !parts.is_empty() {
            let mut all = Before::read(&state_folder.join(LEDGER), Path::new(""));
            all.extend(parts);
            all.extend(before);
            before = all;
        }
        let journal = open_journal(&state_folder).or_failed_at(Failure::Write, root)?;
        let after = After::in_folder(&state_folder).or_failed_at(Failure::Write, root)?;
        Ok(Self {
            root: root.to_owned(),
            ledger,
            of_part,
            before,
            after: Mutex::new(after),
            journal: Mutex::new(journal),
            common: Mutex::default(),
            plain: Mutex::default(),
            next_temporary: AtomicU64::new(0),
            _lock: lock,
        })
    }

    /// What is to be done at a path; `before` is what was written there last.
    pub(super) fn due(
        &self,
        group: &str,
        spot: Spot<'_>,
        before: Option<Written>,
        (output, wanted): (&Output, &Written),
        cache: &PhotoCache,
    ) -> Result<Due> {
        if self.is_in_place(group, spot.path, wanted) {
            return Ok(Due::Nothing);
        }
        let on_disk = if spot.is_new { None } else { fs::symlink_metadata(spot.target).ok() };
        let Some(on_disk) = on_disk else { return Ok(Due::Write) };
        let same_size = on_disk.is_file() && on_disk.len() == wanted.size_bytes;
        if before.is_some_and(|before| before == *wanted) && same_size {
            return Ok(Due::Nothing);
        }
        if on_disk.is_dir() {
            return Ok(Due::Refused);
        }
        let is_ours = before.is_some() || self.before.owns(spot.path);
        let may_write = is_ours || (same_size && holds(spot.target, output, cache)?);
        Ok(if may_write { Due::Write } else { Due::Refused })
    }

    /// As `first_no_folder`; `plain` knows folders of the group.
    pub(super) fn no_folder<'p>(
        &self,
        group: &str,
        path: &'p str,
        plain: &mut HashSet<String>,
    ) -> Option<&'p str> {
        if is_common(group, path) {
            let mut plain = lock(&self.plain);
            return first_no_folder(&self.root, path, &mut plain);
        }
        first_no_folder(&self.root, path, plain)
    }

    /// What is said where something stands in the way. One word for many files where nothing is known to be ours:
    /// then the list of what etalase wrote is lost, and each of them is probably of ours.
    pub(super) fn refusals(&self, occupied: &BTreeSet<String>, blocked: &BTreeSet<String>) -> Vec<Finding> {
        let is_lost = occupied.len() > 3 && self.before.is_empty();
        let mut refusals: Vec<Finding> =
            blocked.iter().map(|folder| findings::folder_occupied(&self.shown(folder))).collect();
        match occupied.first().filter(|_| is_lost) {
            Some(first) => refusals.push(findings::output_unknown(first, occupied.len(), &self.shown(""))),
            None => refusals.extend(occupied.iter().map(|path| findings::output_occupied(path))),
        }
        refusals
    }

    /// Assets and photos first, then pages.
    pub(super) fn write_files(
        &self,
        to_write: &[(&SitePath, &Output, PathBuf)],
        mut nursery: Option<&mut Nursery>,
        cache: &PhotoCache,
    ) -> Result<()> {
        let is_page = |output: &Output| matches!(output, Output::Page(_) | Output::Later(_));
        for pages in [false, true] {
            for (_, output, target) in to_write.iter().filter(|(_, output, _)| is_page(output) == pages) {
                match &mut nursery {
                    Some(nursery) if target.starts_with(&nursery.folder) => {
                        nursery.write_file(target, output, cache)?;
                    }
                    _ => self.write_file(target, output, cache)?,
                }
            }
        }
        Ok(())
    }

    /// Leaves a group's files as they are: its cooperative has an error, or was not asked for.
    pub fn keep_group(&self, group: &str) {
        self.lock_after().keep(group, &self.before);
    }

    /// Leaves a group's files as they are if every one of them is still on disk with the size that it was
    /// written with. Gives what the report counts; `None` if something is missing or the group is not known.
    pub fn keep_whole_group(&self, group: &str) -> Option<GroupReport> {
        // A machine that cannot read it now is asked again, and heard, where the group is written.
        let files = self.files_before(group).ok().filter(|files| !files.is_empty())?;
        let mut report = GroupReport::default();
        for (path, written) in files.iter() {
            if !self.is_in_place(group, path, &written) {
                let on_disk = fs::symlink_metadata(self.root.join(path)).ok()?;
                if written.hash == 0 || !on_disk.is_file() || on_disk.len() != written.size_bytes {
                    return None;
                }
            }
            report.unchanged += 1;
            report.bytes += written.size_bytes;
        }
        self.remember_common(group, &files.iter().collect::<Vec<_>>());
        self.keep_group(group);
        Some(report)
    }

    /// True for a file outside the folder of its group that this build has put or found in its place for another
    /// group: a hundred cooperatives of one theme have seventeen scripts, not seventeen hundred.
    fn is_in_place(&self, group: &str, path: &str, wanted: &Written) -> bool {
        is_common(group, path) && self.lock_common().get(path) == Some(wanted)
    }

    pub(super) fn remember_common(&self, group: &str, files: &[(&str, Written)]) {
        let mut common = self.lock_common();
        for (path, written) in files.iter().filter(|(path, _)| is_common(group, path)) {
            if !common.contains_key(*path) {
                common.insert((*path).to_owned(), *written);
            }
        }
    }

    fn lock_common(&self) -> std::sync::MutexGuard<'_, HashMap<String, Written>> {
        // A panic elsewhere does not make the map wrong: it is changed by single inserts of what is on disk.
        lock(&self.common)
    }

    /// The text of a file that an earlier build wrote, for a group that is kept. `None` if no build wrote one.
    pub fn read_kept(&self, group: &str, path: &SitePath) -> Option<io::Result<String>> {
        let is_ours = self.files_before(group).is_ok_and(|files| files.has(path.as_str()));
        is_ours.then(|| fs::read_to_string(self.root.join(path.as_str())))
    }

    /// Paths of a group's files as far as this build has written or kept them.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub fn paths_of(&self, group: &str) -> Result<Vec<SitePath>> {
        let mut after = self.lock_after();
        after.set_in_order();
        let files = after.files(group, &self.before);
        Ok(files.or_failed_at(Failure::Read, &self.ledger)?.paths().map(SitePath::new).collect())
    }

    /// Paths of a group's files as an earlier build wrote them.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub fn paths_before(&self, group: &str) -> Result<Vec<SitePath>> {
        Ok(self.files_before(group)?.paths().map(SitePath::new).collect())
    }

    /// What an earlier build wrote for a group.
    pub(super) fn files_before(&self, group: &str) -> Result<Files> {
        self.before.files(group).or_failed_at(Failure::Read, &self.ledger)
    }

    pub(super) fn put_after(&self, group: &str, files: &Files, before: &Files) -> Result<()> {
        self.lock_after().put(group, files, before, &self.before).or_failed_at(Failure::Write, &self.ledger)
    }

    /// Every file that this build wants, in order of path, with its place on disk and its size in bytes.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(super) fn wanted_files(&self) -> Result<BTreeMap<String, (PathBuf, u64)>> {
        let mut after = self.lock_after();
        after.set_in_order();
        let mut wanted = BTreeMap::new();
        for group in after.names(&self.before) {
            let files = after.files(group, &self.before).or_failed_at(Failure::Read, &self.ledger)?;
            let place = |path: &str| self.root.join(path);
            wanted.extend(
                files.iter().map(|(path, written)| (path.to_owned(), (place(path), written.size_bytes))),
            );
        }
        Ok(wanted)
    }

    /// Writes the manifest and removes what is no longer wanted, with folders that become empty.
    /// Returns how many files were removed.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub fn finish(self) -> Result<usize> {
        let mut after = unpoisoned(self.after.into_inner());
        after.set_in_order();
        let state_folder = self.root.join(STATE_FOLDER);
        let is_own = |group: &str| {
            self.of_part
                .as_ref()
                .is_none_or(|groups| groups.contains(group) || after.has_group(group, &self.before))
        };
        let leftovers = after.gone(&self.before, is_own).or_failed_at(Failure::Read, &self.ledger)?;
        let mut removed = 0;
        let mut plain = HashSet::new();
        for path in &leftovers {
            // Behind a link lies what is somebody else's by now.
            if first_no_folder(&self.root, path, &mut plain).is_some() {
                continue;
            }
            match fs::remove_file(self.root.join(path)) {
                Ok(()) => removed += 1,
                Err(error) if error.kind() == io::ErrorKind::NotFound => {}
                Err(error) => {
                    return Err(error).or_failed_at(Failure::Remove, self.root.join(path));
                }
            }
            remove_empty_folders(&self.root, path);
        }
        if !after.is_on_disk(&self.before) {
            after.replace(&self.ledger, &self.before)?;
        }
        let journal = state_folder.join("journal");
        drop(self.journal);
        fs::remove_file(&journal).or_failed_at(Failure::Remove, &journal)?;
        Ok(removed)
    }

    /// Writes the names of files into the journal before they appear, so that a kill leaves no file unknown.
    pub(super) fn announce(&self, group: &str, files: &[(&SitePath, &Output, PathBuf)]) -> Result<()> {
        if files.is_empty() {
            return Ok(());
        }
        let lines: String = files.iter().flat_map(|(path, ..)| [group, "\t", path.as_str(), "\n"]).collect();
        lock(&self.journal)
            .write_all(lines.as_bytes())
            .or_failed_at(Failure::Write, self.root.join(STATE_FOLDER).join("journal"))
    }

    fn write_file(&self, target: &Path, output: &Output, cache: &PhotoCache) -> Result<()> {
        let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
        let temporary = self.root.join(STATE_FOLDER).join(format!("new-{number}"));
        put(&temporary, output, cache)
            .and_then(|()| rename(&temporary, target).or_failed_at(Failure::Write, target))
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
    }

    /// Where the folder of a group grows that is not there yet: one rename makes all of it appear.
    pub(super) fn nursery_of(&self, group: &str) -> Option<Nursery> {
        let folder = self.root.join(group);
        let is_there = group.is_empty() || fs::symlink_metadata(&folder).is_ok();
        (!is_there).then(|| {
            let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
            let place = self.root.join(STATE_FOLDER).join(format!("new-{number}"));
            Nursery::new(place, folder)
        })
    }

    fn lock_after(&self) -> std::sync::MutexGuard<'_, After> {
        // A panic elsewhere does not make the map wrong: it is changed by one insert.
        lock(&self.after)
    }

    pub(super) fn shown(&self, path: &str) -> String {
        let root = self.root.file_name().map_or_else(|| "public".into(), |name| name.to_string_lossy());
        format!("{root}/{path}")
    }
}

/// Names of files are added behind those that a build which did not end has announced, its last line whole or not.
fn open_journal(state_folder: &Path) -> io::Result<File> {
    let mut journal = File::options().create(true).append(true).open(state_folder.join("journal"))?;
    if journal.metadata()?.len() > 0 {
        journal.write_all(b"\n")?;
    }
    Ok(journal)
}

/// Renames a file to a place whose folder may not be there yet.
fn rename(file: &Path, target: &Path) -> io::Result<()> {
    match fs::rename(file, target) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder_of(target))?;
            fs::rename(file, target)
        }
        done => done,
    }
}

/// The first folder of a path that is none: a file of somebody, or a link, which would lead out of the output. `plain`:
/// those that are known to be folders, or not there yet.
fn first_no_folder<'p>(root: &Path, path: &'p str, plain: &mut HashSet<String>) -> Option<&'p str> {
    path.match_indices('/').map(|(at, _)| &path[..at]).find(|folder| {
        if plain.contains(*folder) {
            return false;
        }
        let is_other = fs::symlink_metadata(root.join(folder)).is_ok_and(|there| !there.is_dir());
        if !is_other {
            plain.insert((*folder).to_owned());
        }
        is_other
    })
}

pub(super) fn wanted(output: &Output, cache: &PhotoCache) -> Result<Written> {
    Ok(match output {
        Output::Page(bytes) | Output::Asset(bytes) => written(bytes)?,
        Output::Later(later) => written(later.bytes())?,
        Output::Rendition(recipe) => wanted_of(recipe, cache)?,
        Output::Card(card) => wanted_of(card, cache)?,
    })
}

fn written(bytes: &[u8]) -> Result<Written> {
    Ok(Written { hash: short_hash(bytes), size_bytes: u64::try_from(bytes.len())? })
}

/// The name of what the cache keeps follows from everything that decides its bytes.
fn wanted_of(kept: &impl Cached, cache: &PhotoCache) -> Result<Written> {
    let key = kept.key();
    let hash = u64::from_str_radix(&key, 16).unwrap_or_else(|_| short_hash(key.as_bytes()));
    let size_bytes = cache.size_bytes(kept).ok_or(Failure::NotMade(key))?;
    Ok(Written { hash, size_bytes })
}

/// True if a file on disk already holds what is wanted.
fn holds(target: &Path, output: &Output, cache: &PhotoCache) -> Result<bool> {
    let Ok(there) = fs::read(target) else { return Ok(false) };
    Ok(match output {
        Output::Page(bytes) | Output::Asset(bytes) => there == *bytes,
        Output::Later(later) => there == later.bytes(),
        Output::Rendition(recipe) => there == cache.read(recipe)?,
        Output::Card(card) => there == cache.read(card)?,
    })
}

/// True for a file outside the folder of its group, where other groups want it as well.
fn is_common(group: &str, path: &str) -> bool {
    !group.is_empty() && !path.strip_prefix(group).is_some_and(|rest| rest.starts_with('/'))
}

/// Tells whether bytes have changed, never 0, which means "not known". Nobody is kept from making two files of one
/// hash: who can write into the output need not.
fn short_hash(bytes: &[u8]) -> u64 {
    XxHash3_64::oneshot(bytes).max(1)
}

/// Removes the folders of a removed file that are empty now, from the inside out.
fn remove_empty_folders(root: &Path, path: &str) {
    let mut folder = Path::new(path).parent();
    while let Some(inner) = folder.filter(|inner| !inner.as_os_str().is_empty()) {
        if fs::remove_dir(root.join(inner)).is_err() {
            return;
        }
        folder = inner.parent();
    }
}

#[cfg(test)]
mod tests;
