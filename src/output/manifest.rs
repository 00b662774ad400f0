//! Which files of the output are etalase's, and what they held when they were written. Kept inside the output
//! (`public/.etalase/manifest`), so that it lives and dies with what it describes. A journal beside it names
//! files before they are written: after a kill they are still known as ours.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

/// First line of the file; another one means that another version wrote it, whose paths are still ours.
const HEADER: &str = "etalase 1";

/// What was written under a path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Written {
    /// Hash of the content; 0 for a path known only from the journal.
    pub(super) hash: u64,
    /// Size of the file.
    pub(super) size_bytes: u64,
}

/// Files by group: a cooperative's slug, or the empty name for the rest of the site.
#[derive(Debug, Default, Clone, PartialEq)]
pub(super) struct Manifest {
    pub(super) groups: BTreeMap<String, BTreeMap<String, Written>>,
}

impl Manifest {
    /// Reads a manifest and the journal of a build that did not end. Lines that make no sense are left out:
    /// their files count as somebody else's and are not touched.
    pub(super) fn parse(text: &str, journal: &str) -> Self {
        let mut manifest = Self::default();
        let mut group = String::new();
        for line in text.lines().skip_while(|line| *line == HEADER) {
            if let Some(name) = line.strip_prefix("# ") {
                name.clone_into(&mut group);
            } else if let Some((path, written)) = parse_entry(line) {
                manifest.groups.entry(group.clone()).or_default().insert(path, written);
            }
        }
        let known: BTreeSet<String> =
            manifest.groups.values().flat_map(|files| files.keys().cloned()).collect();
        for line in journal.lines() {
            if let Some((group, path)) = line.split_once('\t')
                && is_sound(path)
                && !known.contains(path)
            {
                let unknown = Written { hash: 0, size_bytes: 0 };
                manifest.groups.entry(group.to_owned()).or_default().insert(path.to_owned(), unknown);
            }
        }
        manifest
    }

    /// The manifest as text: groups and paths in order.
    pub(super) fn to_text(&self) -> String {
        let mut text = format!("{HEADER}\n");
        for (group, files) in &self.groups {
            let _ = writeln!(text, "# {group}");
            for (path, written) in files {
                let _ = writeln!(text, "{:016x} {} {path}", written.hash, written.size_bytes);
            }
        }
        text
    }

    /// True if a path belongs to any group.
    pub(super) fn owns(&self, path: &str) -> bool {
        self.groups.values().any(|files| files.contains_key(path))
    }
}

fn parse_entry(line: &str) -> Option<(String, Written)> {
    let mut parts = line.splitn(3, ' ');
    let hash = u64::from_str_radix(parts.next()?, 16).ok()?;
    let size_bytes = parts.next()?.parse().ok()?;
    let path = parts.next().filter(|path| is_sound(path))?;
    Some((path.to_owned(), Written { hash, size_bytes }))
}

/// A path that cannot lead out of the output, whoever wrote the manifest.
fn is_sound(path: &str) -> bool {
    path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', '\0']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Manifest {
        let mut manifest = Manifest::default();
        manifest
            .groups
            .entry("kpc".to_owned())
            .or_default()
            .insert("kpc/index.html".to_owned(), Written { hash: 0xabc, size_bytes: 12 });
        manifest
            .groups
            .entry(String::new())
            .or_default()
            .insert("index.html".to_owned(), Written { hash: 1, size_bytes: 2 });
        manifest
    }

    #[test]
    fn what_is_written_is_read_again() {
        assert_eq!(Manifest::parse(&sample().to_text(), ""), sample());
    }

    #[test]
    fn a_file_named_only_by_the_journal_is_ours() {
        let manifest = Manifest::parse("", "kpc\tkpc/index.html\nkpc\t../etc/passwd\n");
        assert!(manifest.owns("kpc/index.html"));
        assert!(!manifest.owns("../etc/passwd"));
    }

    #[test]
    fn damage_costs_ownership_and_nothing_else() {
        let text = "etalase 1\n# kpc\nzz 1 kpc/a.html\n0000000000000001 9 ../../outside\n\u{0}\n";
        assert_eq!(Manifest::parse(text, ""), Manifest::default());
    }
}
