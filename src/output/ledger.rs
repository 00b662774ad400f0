//! What earlier builds wrote and what this one does, group by group: lines of manifests that lie on the disk and are
//! read when their group's turn comes. A large site has a million files, and most of them are only counted.

use std::collections::{BTreeMap, HashSet};
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter};
use std::path::Path;
use std::sync::OnceLock;

use anyhow::Result;
use twox_hash::XxHash3_64;

use super::manifest::{Files, Outline, Sealing, Written, copy_of, is_sound};
use crate::failure::{Failure, OrFailed as _};
use crate::spill::{Spot, Texts};

/// The files that earlier builds wrote, by group: a cooperative's slug, or the empty name for the rest of the site.
#[derive(Debug, Default)]
pub(super) struct Before {
    sources: Vec<Source>,
    /// In order of name.
    groups: Vec<(Box<str>, Piece)>,
    /// What else is said of a group, by the journal for example.
    more: BTreeMap<Box<str>, Vec<Piece>>,
    /// True if both files on the disk say just this.
    is_on_disk: bool,
    /// Hashes of all paths, in order, made when the first is asked for.
    hashes: OnceLock<Vec<u64>>,
}

/// A file that tells of groups.
#[derive(Debug)]
struct Source {
    texts: Texts,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Sealed,
    Unsealed,
    Journal,
}

/// Some lines of a source.
#[derive(Debug, Clone, Copy)]
struct Piece {
    source: u32,
    spot: Spot,
}

impl Before {
    /// Reads a manifest and the journal of a build that did not end, if they are there. Where the manifest is not
    /// sound, its copy counts; where neither is, all files count as somebody else's and are not touched.
    pub(super) fn read(manifest: &Path, journal: &Path) -> Self {
        let mut known = Self::default();
        let copy = copy_of(manifest);
        let mut is_damaged = false;
        for place in [manifest, &copy] {
            if let Some((file, outline)) = read_sound(place) {
                let size_bytes = |place: &Path| fs::metadata(place).map_or(0, |file| file.len());
                // A copy is made by whoever writes the file, and read only if that is not sound.
                known.is_on_disk =
                    !is_damaged && outline.is_sealed && size_bytes(manifest) == size_bytes(&copy);
                let form = if outline.is_sealed { Form::Sealed } else { Form::Unsealed };
                known.add(file, form, outline.groups);
                break;
            }
            is_damaged = true;
        }
        if let Ok(file) = File::open(journal) {
            let groups = announced(BufReader::new(&file));
            known.add(file, Form::Journal, groups);
        }
        known
    }

    fn add(&mut self, file: File, form: Form, groups: Vec<(Box<str>, Spot)>) {
        let source = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        self.sources.push(Source { texts: Texts::of(file), form });
        let is_journal = form == Form::Journal;
        for (group, spot) in groups {
            let piece = Piece { source, spot };
            if is_journal {
                self.more.entry(group).or_default().push(piece);
            } else {
                self.groups.push((group, piece));
            }
        }
        self.set_in_order();
    }

    /// Brings groups into order. What a manifest of the time before seals says of one twice counts twice.
    fn set_in_order(&mut self) {
        self.groups.sort_by(|(one, _), (other, _)| one.cmp(other));
        let more = &mut self.more;
        self.groups.dedup_by(|(later, piece), (group, _)| {
            let is_again = later == group;
            if is_again {
                more.entry(std::mem::take(later)).or_default().push(*piece);
            }
            is_again
        });
        self.groups.shrink_to_fit();
    }

    /// What another manifest says of a group replaces what this one does.
    pub(super) fn extend(&mut self, other: Self) {
        let first = u32::try_from(self.sources.len()).unwrap_or(u32::MAX);
        let moved = |piece: Piece| Piece { source: piece.source + first, ..piece };
        self.groups.retain(|(group, _)| !other.has_group(group));
        self.more.retain(|group, _| !other.has_group(group));
        self.sources.extend(other.sources);
        self.groups.extend(other.groups.into_iter().map(|(group, piece)| (group, moved(piece))));
        let more = other.more.into_iter();
        self.more.extend(more.map(|(group, pieces)| (group, pieces.into_iter().map(moved).collect())));
        self.set_in_order();
        self.is_on_disk = false;
    }

    /// Where a group stands among those of manifests.
    fn find(&self, group: &str) -> Option<usize> {
        self.groups.binary_search_by(|(own, _)| (**own).cmp(group)).ok()
    }

    fn has_group(&self, group: &str) -> bool {
        self.find(group).is_some() || self.more.contains_key(group)
    }

    /// The groups of which anything is known.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        let only_more = self.more.keys().filter(|group| self.find(group).is_none());
        self.groups.iter().map(|(group, _)| group).chain(only_more).map(|group| &**group)
    }

    /// True if nothing is known to be ours.
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.more.is_empty()
    }

    /// What is known of a group; nothing of one that is not known.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(super) fn files(&self, group: &str) -> io::Result<Files> {
        let piece = self.find(group).map(|at| &self.groups[at].1);
        let pieces = piece.into_iter().chain(self.more.get(group).into_iter().flatten());
        let mut files = Files::default();
        for piece in pieces {
            let source = &self.sources[piece.source as usize];
            let lines = source.texts.get(piece.spot)?;
            match source.form {
                Form::Sealed if files.is_empty() => files = Files::of_lines(lines),
                Form::Sealed | Form::Unsealed => files.extend(&lines),
                Form::Journal => add_announced(&mut files, &lines),
            }
        }
        Ok(files)
    }

    /// True if any group has this path.
    pub(super) fn owns(&self, path: &str) -> bool {
        // What cannot be read is not known to be ours.
        let has = |group: &str| self.files(group).is_ok_and(|files| files.has(path));
        let likely = path.split('/').next().unwrap_or_default();
        let is_among = || self.hashes().binary_search(&XxHash3_64::oneshot(path.as_bytes())).is_ok();
        has(likely) || has("") || (is_among() && self.names().any(has))
    }

    fn hashes(&self) -> &[u64] {
        self.hashes.get_or_init(|| {
            let mut hashes = Vec::new();
            for files in self.names().filter_map(|group| self.files(group).ok()) {
                hashes.extend(files.paths().map(|path| XxHash3_64::oneshot(path.as_bytes())));
            }
            hashes.sort_unstable();
            hashes
        })
    }
}

fn read_sound(place: &Path) -> Option<(File, Outline)> {
    let file = File::open(place).ok()?;
    let outline = Outline::read(BufReader::new(&file))?;
    Some((file, outline))
}

/// Where the lines of each group stand in a journal, as far as it makes sense. A group may have several places.
fn announced(mut journal: impl BufRead) -> Vec<(Box<str>, Spot)> {
    let mut groups: Vec<(Box<str>, Spot)> = Vec::new();
    let (mut at, mut start, mut line) = (0, 0, String::new());
    while journal.read_line(&mut line).is_ok_and(|read| read > 0) {
        let end = at + line.len() as u64;
        if let Some((group, _)) = line.split_once('\t') {
            if let Some((_, lines)) = groups.last_mut().filter(|(last, _)| **last == *group) {
                *lines = Spot::between(start, end);
            } else {
                start = at;
                groups.push((group.into(), Spot::between(start, end)));
            }
        }
        at = end;
        line.clear();
    }
    groups
}

/// Adds the paths that a build has announced and that are not among a group's files.
fn add_announced(files: &mut Files, journal: &str) {
    let known: HashSet<String> = files.paths().map(str::to_owned).collect();
    let paths = journal.lines().filter_map(|line| Some(line.split_once('\t')?.1));
    for path in paths.filter(|path| is_sound(path) && !known.contains(*path)) {
        files.push(path, Written { hash: 0, size_bytes: 0 });
    }
}

/// The files that this build wrote or left as they were, by group.
#[derive(Debug)]
pub(super) struct After {
    texts: Texts,
    /// For each group of the manifests of before whether it is as it was.
    kept: Vec<bool>,
    /// The others; in order of name once somebody has asked.
    others: Vec<(Box<str>, Now)>,
    is_in_order: bool,
}

/// The files of a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Now {
    AsBefore,
    Written(Spot),
}

impl After {
    /// Nothing yet; what comes lies in a folder.
    ///
    /// # Errors
    /// If the machine fails to write there.
    pub(super) fn in_folder(folder: &Path) -> io::Result<Self> {
        Ok(Self { texts: Texts::in_folder(folder)?, kept: Vec::new(), others: Vec::new(), is_in_order: true })
    }

    /// Leaves a group as it was. One of which nothing was known stays unknown.
    pub(super) fn keep(&mut self, group: &str, before: &Before) {
        match before.find(group) {
            Some(at) => self.mark(at, true, before),
            None if before.more.contains_key(group) => self.push(group, Now::AsBefore),
            None => {}
        }
    }

    /// Says what a group has now. `was`: what it had before.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(super) fn put(&mut self, group: &str, files: &Files, was: &Files, before: &Before) -> io::Result<()> {
        if let Some(at) = before.find(group) {
            self.mark(at, files == was, before);
            if files == was {
                return Ok(());
            }
        }
        if !files.is_empty() {
            let spot = self.texts.add(files.lines())?;
            self.push(group, Now::Written(spot));
        }
        Ok(())
    }

    fn mark(&mut self, at: usize, is_kept: bool, before: &Before) {
        self.kept.resize(before.groups.len(), false);
        self.kept[at] = is_kept;
    }

    fn push(&mut self, group: &str, now: Now) {
        self.others.push((group.into(), now));
        self.is_in_order = false;
    }

    /// Lets groups be found. What was said last of one counts.
    pub(super) fn set_in_order(&mut self) {
        if !self.is_in_order {
            self.others.sort_by(|(one, _), (other, _)| one.cmp(other));
            self.others.dedup_by(|later, earlier| {
                let is_again = later.0 == earlier.0;
                if is_again {
                    std::mem::swap(later, earlier);
                }
                is_again
            });
            self.is_in_order = true;
        }
    }

    fn find(&self, group: &str, before: &Before) -> Option<Now> {
        let is_kept = || before.find(group).is_some_and(|at| self.kept.get(at) == Some(&true));
        match self.others.binary_search_by(|(own, _)| (**own).cmp(group)) {
            Ok(at) => Some(self.others[at].1),
            Err(_) => is_kept().then_some(Now::AsBefore),
        }
    }

    /// The groups, in order of name.
    pub(super) fn names<'a>(&'a self, before: &'a Before) -> Vec<&'a str> {
        let kept = before.groups.iter().zip(&self.kept).filter(|(_, is_kept)| **is_kept);
        let kept = kept.map(|((group, _), _)| &**group);
        let mut names: Vec<&str> = self.others.iter().map(|(group, _)| &**group).chain(kept).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// True for a group that this build wrote or left.
    pub(super) fn has_group(&self, group: &str, before: &Before) -> bool {
        self.find(group, before).is_some()
    }

    /// What a group has now; nothing if it is not there.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(super) fn files(&self, group: &str, before: &Before) -> io::Result<Files> {
        match self.find(group, before) {
            None => Ok(Files::default()),
            Some(Now::AsBefore) => before.files(group),
            Some(Now::Written(spot)) => self.texts.get(spot).map(Files::of_lines),
        }
    }

    /// Paths that were in one of the groups that are meant and are in no group now, in order of group.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(super) fn gone(&self, before: &Before, is_meant: impl Fn(&str) -> bool) -> io::Result<Vec<String>> {
        let mut gone: Vec<String> = Vec::new();
        for group in before.names().filter(|group| is_meant(group)) {
            if self.find(group, before) != Some(Now::AsBefore) {
                let now = self.files(group, before)?;
                let now: HashSet<&str> = now.paths().collect();
                let was = before.files(group)?;
                gone.extend(was.paths().filter(|path| !now.contains(path)).map(str::to_owned));
            }
        }
        if gone.is_empty() {
            return Ok(gone);
        }
        let mut nowhere: HashSet<&str> = gone.iter().map(String::as_str).collect();
        for group in self.names(before) {
            forget(&mut nowhere, &self.files(group, before)?);
        }
        for group in before.names().filter(|group| !is_meant(group)) {
            forget(&mut nowhere, &before.files(group)?);
        }
        let is_gone: Vec<bool> = gone.iter().map(|path| nowhere.contains(path.as_str())).collect();
        let mut is_gone = is_gone.into_iter();
        gone.retain(|_| is_gone.next().unwrap_or_default());
        Ok(gone)
    }

    /// True if the files on the disk say just this.
    pub(super) fn is_on_disk(&self, before: &Before) -> bool {
        before.is_on_disk
            && before.more.is_empty()
            && self.others.is_empty()
            && before.groups.len() == self.kept.len()
            && self.kept.iter().all(|is_kept| *is_kept)
    }

    /// Replaces both files of a manifest.
    ///
    /// # Errors
    /// If the machine fails to read or to write.
    pub(super) fn replace(&self, manifest: &Path, before: &Before) -> Result<()> {
        let write = |temporary: &Path| {
            let mut out = Sealing::begin(BufWriter::new(File::create(temporary)?))?;
            for group in self.names(before) {
                out.add(group, &self.files(group, before)?)?;
            }
            out.finish()?.into_inner()?;
            Ok(())
        };
        put_in_place(manifest, write)?;
        put_in_place(&copy_of(manifest), |temporary| fs::copy(manifest, temporary).map(drop))
    }
}

/// Takes paths out that are among some files.
fn forget(paths: &mut HashSet<&str>, files: &Files) {
    for path in files.paths() {
        paths.remove(path);
    }
}

fn put_in_place(target: &Path, write: impl Fn(&Path) -> io::Result<()>) -> Result<()> {
    let temporary = target.with_extension("new");
    write(&temporary)
        .and_then(|()| fs::rename(&temporary, target))
        .inspect_err(|_| drop(fs::remove_file(&temporary)))
        .or_failed_at(Failure::Write, target)
}

#[cfg(test)]
mod tests;
