//! Which files of the output are etalase's, and what they held when they were written. Kept inside the output
//! (`public/.etalase/manifest`), so that it lives and dies with what it describes. A journal beside it names
//! files before they are written: after a kill they are still known as ours. It is sealed, and there are two of it:
//! where one bit has changed, the other is believed.

use std::collections::{BTreeMap, HashSet};
use std::fmt::Write as _;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::{Fingerprint, Fingerprinter};

/// Folder inside the output for the manifest, the journal and the lock.
pub(super) const STATE_FOLDER: &str = ".etalase";
/// Name of the manifest in it.
pub(super) const LEDGER: &str = "manifest";

/// First line of the file.
const HEADER: &str = "etalase 2";
/// First line of files that were not sealed yet. What they say is believed.
const UNSEALED: &str = "etalase 1";
/// Begins the last line, with a fingerprint of all lines before it.
const SEAL: &str = "= ";

/// What was written under a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// Hash of the content; 0 for a path known only from the journal.
    pub(super) hash: u64,
    /// Size of the file.
    pub(super) size_bytes: u64,
}

/// The files of one group, as the lines of the manifest: a large site has a hundred thousand, and most of them are
/// only counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Files(Arc<str>);

impl Files {
    /// Of what was written under each path.
    pub(super) fn new<'a>(files: impl IntoIterator<Item = (&'a str, Written)>) -> Self {
        let mut lines = String::new();
        for (path, written) in files {
            push_entry(&mut lines, path, written);
        }
        Self(lines.into())
    }

    /// Each path, and what was written under it.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, Written)> {
        self.0.lines().filter_map(parse_entry)
    }

    /// The paths.
    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.iter().map(|(path, _)| path)
    }

    /// True if a path is among them.
    pub(super) fn has(&self, path: &str) -> bool {
        self.0
            .lines()
            .any(|line| line.ends_with(path) && parse_entry(line).is_some_and(|(own, _)| own == path))
    }
}

/// Files by group: a cooperative's slug, or the empty name for the rest of the site.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Manifest {
    pub(super) groups: BTreeMap<String, Files>,
}

impl Manifest {
    /// Reads a manifest and the journal of a build that did not end, if they are there. Where the manifest is not
    /// sound, its copy counts; where neither is, all files count as somebody else's and are not touched.
    pub(super) fn read(manifest: &Path, journal: &Path) -> Self {
        let sound = Self::read_sound(manifest).or_else(|| Self::read_sound(&copy_of(manifest)));
        let mut known = sound.unwrap_or_default();
        known.add_journal(&fs::read_to_string(journal).unwrap_or_default());
        known
    }

    /// True if both files say what this does, so that neither needs to be written again.
    pub(super) fn is_on_disk(&self, manifest: &Path) -> bool {
        // A copy is made by whoever writes the file, and read only if that is not sound.
        let size_bytes = fs::metadata(copy_of(manifest)).map_or(0, |file| file.len());
        size_bytes == self.size_bytes() && Self::read_sound(manifest).as_ref() == Some(self)
    }

    fn read_sound(manifest: &Path) -> Option<Self> {
        Self::parse(BufReader::new(File::open(manifest).ok()?))
    }

    /// `None` for a text that is not as it was written.
    fn parse(mut text: impl BufRead) -> Option<Self> {
        let mut manifest = Self::default();
        let (mut group, mut files, mut line) = (String::new(), String::new(), String::new());
        let mut seal = Fingerprinter::new();
        let (mut is_sealed, mut is_sound) = (true, false);
        while text.read_line(&mut line).ok()? > 0 {
            let entry = line.trim_end_matches('\n');
            if entry == UNSEALED {
                (is_sealed, is_sound) = (false, true);
            } else if let Some(written) = entry.strip_prefix(SEAL).filter(|_| is_sealed) {
                is_sound = Fingerprint::parse(written) == Some(seal.finish());
                line.clear();
                break;
            } else if let Some(name) = entry.strip_prefix("# ") {
                manifest.add(&group, &files);
                files.clear();
                name.clone_into(&mut group);
            } else if parse_entry(entry).is_some() {
                files.push_str(entry);
                files.push('\n');
            }
            seal.add(entry.as_bytes());
            line.clear();
        }
        is_sound &= text.read_line(&mut line).ok()? == 0;
        manifest.add(&group, &files);
        is_sound.then_some(manifest)
    }

    /// Adds the paths that a build has announced and no group has.
    fn add_journal(&mut self, journal: &str) {
        let mut announced: BTreeMap<&str, String> = BTreeMap::new();
        if !journal.is_empty() {
            let known: HashSet<&str> = self.groups.values().flat_map(Files::paths).collect();
            for (group, path) in journal.lines().filter_map(|line| line.split_once('\t')) {
                if is_sound(path) && !known.contains(path) {
                    let files = announced.entry(group).or_default();
                    push_entry(files, path, Written { hash: 0, size_bytes: 0 });
                }
            }
        }
        for (group, files) in announced {
            self.add(group, &files);
        }
    }

    /// Adds lines to a group.
    fn add(&mut self, group: &str, files: &str) {
        if !files.is_empty() {
            let before = self.groups.get(group).map_or("", |files| &*files.0);
            self.groups.insert(group.to_owned(), Files(format!("{before}{files}").into()));
        }
    }

    /// Writes the manifest as text: groups and paths in order.
    ///
    /// # Errors
    /// If `out` fails to take it.
    pub(super) fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let mut seal = Fingerprinter::new();
        writeln!(out, "{HEADER}")?;
        seal.add(HEADER.as_bytes());
        for (group, files) in &self.groups {
            let head = format!("# {group}");
            write!(out, "{head}\n{}", files.0)?;
            seal.add(head.as_bytes());
            files.0.lines().for_each(|line| seal.add(line.as_bytes()));
        }
        writeln!(out, "{SEAL}{}", seal.finish())
    }

    /// Replaces both files.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(super) fn replace(&self, manifest: &Path) -> Result<()> {
        for target in [manifest, &copy_of(manifest)] {
            let temporary = target.with_extension("new");
            let write = || {
                let mut out = BufWriter::new(File::create(&temporary)?);
                self.write(&mut out)?;
                out.into_inner()?;
                fs::rename(&temporary, target)
            };
            write()
                .inspect_err(|_| drop(fs::remove_file(&temporary)))
                .or_failed_at(Failure::Write, target)?;
        }
        Ok(())
    }

    /// Size of the text that `write` writes.
    fn size_bytes(&self) -> u64 {
        let group = |(name, files): (&String, &Files)| "# \n".len() + name.len() + files.0.len();
        let seal = SEAL.len() + Fingerprint::default().to_string().len() + 1;
        (HEADER.len() + 1 + self.groups.iter().map(group).sum::<usize>() + seal) as u64
    }

    /// True if nothing is known to be ours.
    pub(super) fn is_empty(&self) -> bool {
        self.groups.is_empty()
    }

    /// True if any group has this path.
    pub(super) fn owns(&self, path: &str) -> bool {
        self.groups.values().any(|files| files.has(path))
    }

    /// The groups that are meant, and the rest.
    pub(super) fn divided(&self, is_meant: impl Fn(&str) -> bool) -> (Self, Self) {
        let (meant, rest) = self.groups.clone().into_iter().partition(|(group, _)| is_meant(group));
        (Self { groups: meant }, Self { groups: rest })
    }

    /// Paths that are here and no longer there, in any group.
    pub(super) fn gone_in<'a>(&'a self, later: &Self) -> Vec<&'a str> {
        let mut gone: Vec<&str> = Vec::new();
        for (group, files) in &self.groups {
            match later.groups.get(group) {
                Some(kept) if kept == files => {}
                Some(changed) => {
                    let still: HashSet<&str> = changed.paths().collect();
                    gone.extend(files.paths().filter(|path| !still.contains(path)));
                }
                None => gone.extend(files.paths()),
            }
        }
        if !gone.is_empty() {
            let elsewhere: HashSet<&str> = later.groups.values().flat_map(Files::paths).collect();
            gone.retain(|path| !elsewhere.contains(path));
        }
        gone
    }
}

/// Where the second of the two lies.
fn copy_of(manifest: &Path) -> PathBuf {
    manifest.with_extension("copy")
}

fn push_entry(lines: &mut String, path: &str, written: Written) {
    // Writing to a String cannot fail.
    let _ = writeln!(lines, "{:016x} {} {path}", written.hash, written.size_bytes);
}

fn parse_entry(line: &str) -> Option<(&str, Written)> {
    let mut parts = line.splitn(3, ' ');
    let hash = u64::from_str_radix(parts.next()?, 16).ok()?;
    let size_bytes = parts.next()?.parse().ok()?;
    let path = parts.next().filter(|path| is_sound(path))?;
    Some((path, Written { hash, size_bytes }))
}

/// A path that cannot lead out of the output, whoever wrote the manifest.
fn is_sound(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let files = |path, hash| Files::new([(path, Written { hash, size_bytes: 12 })]);
        Manifest {
            groups: [
                ("kpc".to_owned(), files("kpc/index.html", 0xabc)),
                (String::new(), files("index.html", 1)),
            ]
            .into(),
        }
    }

    fn text(manifest: &Manifest) -> String {
        let mut text = Vec::new();
        manifest.write(&mut text).expect("memory takes everything");
        String::from_utf8(text).expect("UTF-8")
    }

    fn parse(text: &str, journal: &str) -> Manifest {
        let mut manifest = Manifest::parse(text.as_bytes()).expect("sound");
        manifest.add_journal(journal);
        manifest
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = text(&sample());
        assert_eq!(
            text,
            "etalase 2\n# \n0000000000000001 12 index.html\n# kpc\n0000000000000abc 12 kpc/index.html\n\
             = b75b96628f7150e21f977b25f6e10e25\n"
        );
        assert_eq!(text.len() as u64, sample().size_bytes());
        assert_eq!(parse(&text, ""), sample());
    }

    #[test]
    fn a_file_named_only_by_the_journal_is_ours() {
        let manifest =
            parse(&text(&sample()), "kpc\tkpc/new.html\nkpc\tkpc/index.html\nkpc\t../etc/passwd\n");
        let files: Vec<_> = manifest.groups["kpc"].iter().collect();
        let unknown = Written { hash: 0, size_bytes: 0 };
        assert_eq!(
            files,
            [("kpc/index.html", Written { hash: 0xabc, size_bytes: 12 }), ("kpc/new.html", unknown)]
        );
        assert!(manifest.owns("kpc/new.html") && manifest.owns("index.html"));
        assert!(!manifest.owns("../etc/passwd") && !manifest.owns("new.html"));
    }

    #[test]
    fn damage_costs_ownership_and_nothing_else() {
        let text = "etalase 1\n# kpc\nzz 1 kpc/a.html\n0000000000000001 9 ../../outside\n\u{0}\n";
        assert_eq!(parse(text, ""), Manifest::default());
    }

    #[test]
    fn a_manifest_with_any_bit_flipped_or_cut_anywhere_is_not_believed() {
        let whole = text(&sample()).into_bytes();
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[at] ^= 1 << bit;
                let read = Manifest::parse(&*flipped);
                // An end without its line break, or in capitals, says the same.
                assert!(read.is_none() || read == Some(sample()), "byte {at}, bit {bit}");
            }
            let cut = Manifest::parse(&whole[..at]);
            assert!(cut.is_none() || cut == Some(sample()), "cut at {at}");
        }
    }

    #[test]
    fn the_copy_is_believed_where_the_manifest_is_lost_or_damaged() {
        let folder = tempfile::tempdir().expect("a folder");
        let (place, journal) = (folder.path().join(LEDGER), folder.path().join("journal"));
        sample().replace(&place).expect("written");
        assert!(sample().is_on_disk(&place));
        for damage in [None, Some(""), Some("etalase 2\n# kpc\n01 1 kpc/x\n")] {
            match damage {
                None => fs::remove_file(&place).expect("removed"),
                Some(text) => fs::write(&place, text).expect("damaged"),
            }
            assert_eq!(Manifest::read(&place, &journal), sample());
            assert!(!sample().is_on_disk(&place));
        }
        fs::remove_file(copy_of(&place)).expect("removed");
        assert!(Manifest::read(&place, &journal).is_empty());
    }

    #[test]
    fn what_another_group_has_is_not_gone() {
        let before = parse("etalase 1\n# a\n01 1 a/x\n01 1 aset/s.js\n# b\n01 1 b/x\n01 1 aset/s.js\n", "");
        let after = parse("etalase 1\n# a\n02 1 a/x\n# c\n01 1 aset/s.js\n01 1 b/x\n", "");
        assert_eq!(before.gone_in(&after), Vec::<&str>::new());
        let after = parse("etalase 1\n# a\n02 1 a/x\n# b\n01 1 b/y\n", "");
        assert_eq!(before.gone_in(&after), ["aset/s.js", "b/x", "aset/s.js"]);
    }
}
