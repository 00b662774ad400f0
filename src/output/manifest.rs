//! How a manifest says which files of the output are etalase's, and what they held when they were written. It lies
//! inside the output (`public/.etalase/manifest`), so that it lives and dies with what it describes; groups stand in it
//! in order of name. It is sealed, and there are two of it: where one bit has changed, the other is believed. A journal
//! beside it names files before they are written: after a kill they are still known as ours.

use std::fmt::Write as _;
use std::io::{self, BufRead, Write};
use std::path::{Path, PathBuf};

use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::spill::Spot;

/// Folder inside the output for the manifest, the journal and the lock.
pub(super) const STATE_FOLDER: &str = ".etalase";
/// Name of the manifest in it.
pub(super) const LEDGER: &str = "manifest";

/// First line of the file.
const HEADER: &str = "etalase 2";
/// First line of files that were not sealed yet. What they say is believed.
const UNSEALED: &str = "etalase 1";
/// Begins the line above the lines of a group.
const GROUP: &str = "# ";
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

/// The files of one group, as the lines of the manifest.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Files(String);

impl Files {
    /// Of what was written under each path.
    pub(super) fn new<'a>(files: impl IntoIterator<Item = (&'a str, Written)>) -> Self {
        let mut lines = Self::default();
        for (path, written) in files {
            lines.push(path, written);
        }
        lines
    }

    /// Of lines as they stand in a manifest.
    pub(super) fn of_lines(lines: String) -> Self {
        Self(lines)
    }

    /// Adds a file.
    pub(super) fn push(&mut self, path: &str, written: Written) {
        // Writing to a String cannot fail.
        let _ = writeln!(self.0, "{:016x} {} {path}", written.hash, written.size_bytes);
    }

    /// Adds the lines that name a path of the output. Others may stand in what is not sealed.
    pub(super) fn extend(&mut self, lines: &str) {
        for (path, written) in lines.lines().filter_map(parse_entry) {
            self.push(path, written);
        }
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

    /// True if there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The lines.
    pub(super) fn lines(&self) -> &str {
        &self.0
    }
}

/// Where the lines of each group stand in a manifest.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) groups: Vec<(Box<str>, Spot)>,
    /// False for one of the time before seals, in which lines may stand that make no sense.
    pub(super) is_sealed: bool,
}

impl Outline {
    /// Reads a manifest through. `None` for a text that is not as it was written.
    pub(super) fn read(mut text: impl BufRead) -> Option<Self> {
        let mut outline = Self { groups: Vec::new(), is_sealed: true };
        let (mut group, mut line) = (Box::<str>::default(), String::new());
        let (mut at, mut start, mut is_used, mut is_sound) = (0, 0, false, false);
        let mut seal = Fingerprinter::new();
        while text.read_line(&mut line).ok()? > 0 {
            let entry = line.trim_end_matches('\n');
            let end = at + line.len() as u64;
            if entry == UNSEALED {
                (outline.is_sealed, is_sound) = (false, true);
            } else if let Some(written) = entry.strip_prefix(SEAL).filter(|_| outline.is_sealed) {
                is_sound = Fingerprint::parse(written) == Some(seal.finish());
                line.clear();
                break;
            } else if let Some(name) = entry.strip_prefix(GROUP) {
                outline.close(&mut group, is_used, Spot::between(start, at));
                (group, start, is_used) = (name.into(), end, false);
            } else if entry == HEADER {
                start = end;
            } else {
                is_used |= outline.is_sealed || parse_entry(entry).is_some();
            }
            seal.add(entry.as_bytes());
            at = end;
            line.clear();
        }
        is_sound &= text.read_line(&mut line).ok()? == 0;
        outline.close(&mut group, is_used, Spot::between(start, at));
        is_sound.then_some(outline)
    }

    fn close(&mut self, group: &mut Box<str>, is_used: bool, lines: Spot) {
        if is_used {
            self.groups.push((std::mem::take(group), lines));
        }
    }
}

/// A manifest that is being written.
pub(super) struct Sealing<W> {
    out: W,
    seal: Fingerprinter,
}

impl<W: Write> Sealing<W> {
    /// Begins one.
    ///
    /// # Errors
    /// If `out` fails to take it.
    pub(super) fn begin(mut out: W) -> io::Result<Self> {
        writeln!(out, "{HEADER}")?;
        let mut seal = Fingerprinter::new();
        seal.add(HEADER.as_bytes());
        Ok(Self { out, seal })
    }

    /// Adds a group. They come in order of name.
    ///
    /// # Errors
    /// If `out` fails to take it.
    pub(super) fn add(&mut self, group: &str, files: &Files) -> io::Result<()> {
        let head = format!("{GROUP}{group}");
        write!(self.out, "{head}\n{}", files.0)?;
        self.seal.add(head.as_bytes());
        files.0.lines().for_each(|line| self.seal.add(line.as_bytes()));
        Ok(())
    }

    /// Seals it.
    ///
    /// # Errors
    /// If `out` fails to take it.
    pub(super) fn finish(mut self) -> io::Result<W> {
        writeln!(self.out, "{SEAL}{}", self.seal.finish())?;
        Ok(self.out)
    }
}

/// Where the second of the two lies.
pub(super) fn copy_of(manifest: &Path) -> PathBuf {
    manifest.with_extension("copy")
}

fn parse_entry(line: &str) -> Option<(&str, Written)> {
    let mut parts = line.splitn(3, ' ');
    let hash = u64::from_str_radix(parts.next()?, 16).ok()?;
    let size_bytes = parts.next()?.parse().ok()?;
    let path = parts.next().filter(|path| is_sound(path))?;
    Some((path, Written { hash, size_bytes }))
}

/// A path that cannot lead out of the output, whoever wrote the manifest.
pub(super) fn is_sound(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
}

#[cfg(test)]
mod tests {
    use std::io::Read as _;

    use super::*;

    fn sample() -> String {
        let files = |path, hash| Files::new([(path, Written { hash, size_bytes: 12 })]);
        let mut out = Sealing::begin(Vec::new()).expect("memory takes everything");
        out.add("", &files("index.html", 1)).expect("taken");
        out.add("kpc", &files("kpc/index.html", 0xabc)).expect("taken");
        String::from_utf8(out.finish().expect("taken")).expect("UTF-8")
    }

    /// What an outline finds in a text.
    fn groups(text: &[u8]) -> Option<Vec<(String, String)>> {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join(LEDGER);
        std::fs::write(&file, text).expect("written");
        let texts = crate::spill::Texts::of(std::fs::File::open(file).expect("there"));
        let outline = Outline::read(text)?;
        let lines = |spot| texts.get(spot).expect("text");
        Some(outline.groups.into_iter().map(|(group, spot)| (group.into(), lines(spot))).collect())
    }

    #[test]
    fn what_is_written_is_found_again() {
        let text = sample();
        assert_eq!(
            text,
            "etalase 2\n# \n0000000000000001 12 index.html\n# kpc\n0000000000000abc 12 kpc/index.html\n\
             = b75b96628f7150e21f977b25f6e10e25\n"
        );
        let (site, kpc) = ("0000000000000001 12 index.html\n", "0000000000000abc 12 kpc/index.html\n");
        let found = [("", site), ("kpc", kpc)].map(|(group, lines)| (group.to_owned(), lines.to_owned()));
        assert_eq!(groups(text.as_bytes()), Some(found.to_vec()));
    }

    #[test]
    fn damage_costs_ownership_and_nothing_else() {
        let text = b"etalase 1\n# kpc\nzz 1 kpc/a.html\n0000000000000001 9 ../../outside\n\0\n";
        assert_eq!(groups(text), Some(Vec::new()));
    }

    #[test]
    fn a_manifest_with_any_bit_flipped_or_cut_anywhere_is_not_believed() {
        let whole = sample().into_bytes();
        let found = groups(&whole);
        for at in 0..whole.len() {
            for bit in 0..8 {
                let mut flipped = whole.clone();
                flipped[at] ^= 1 << bit;
                let read = Outline::read(&*flipped).and_then(|_| groups(&flipped));
                // An end without its line break, or in capitals, says the same.
                assert!(read.is_none() || read == found, "byte {at}, bit {bit}");
            }
            let cut = Outline::read(whole.take(at as u64)).and_then(|_| groups(&whole[..at]));
            assert!(cut.is_none() || cut == found, "cut at {at}");
        }
    }
}
