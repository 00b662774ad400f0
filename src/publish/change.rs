//! What a new site changes against the one published before. Pure, but for asking git for the old tree.

use std::collections::BTreeMap;

use anyhow::Result;

use super::git::Repository;

use crate::failure::{Failure, GitTask};

/// Content's name in git, by path in the site.
pub(super) type Tree = BTreeMap<String, String>;

/// What differs from what was published before, each list in order of path.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Changes {
    /// New files.
    pub added: Vec<String>,
    /// Files with other content.
    pub changed: Vec<String>,
    /// Files that are no longer there.
    pub removed: Vec<String>,
}

impl Changes {
    /// From one tree to the next.
    pub(super) fn between(before: &Tree, after: &Tree) -> Self {
        let mut changes = Self::default();
        for (path, name) in after {
            match before.get(path) {
                None => changes.added.push(path.clone()),
                Some(old) if old != name => changes.changed.push(path.clone()),
                Some(_) => {}
            }
        }
        changes.removed = before.keys().filter(|path| !after.contains_key(*path)).cloned().collect();
        changes
    }

    /// True if nothing differs.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// How many files differ.
    pub fn len(&self) -> usize {
        self.added.len() + self.changed.len() + self.removed.len()
    }
}

/// Every file of a commit. What is no plain file (a link, a submodule, an executable) is named by its mode
/// too, so that it always counts as different from a page of ours.
pub(super) fn read_tree(repository: &Repository, commit: Option<&str>) -> Result<Tree> {
    let Some(commit) = commit else { return Ok(Tree::new()) };
    let listing =
        repository.git(&["ls-tree", "-r", "-z", "--full-tree", commit]).output(GitTask::ListBranch)?;
    parse_tree(&listing)
}

fn parse_tree(listing: &[u8]) -> Result<Tree> {
    let mut tree = Tree::new();
    for line in listing.split(|byte| *byte == 0).filter(|line| !line.is_empty()) {
        let line = String::from_utf8_lossy(line);
        let (facts, path) = line.split_once('\t').ok_or(Failure::ParseGitList)?;
        let mut facts = facts.split(' ');
        let (mode, name) = (facts.next().unwrap_or_default(), facts.nth(1).unwrap_or_default());
        let name = if mode == "100644" { name.to_owned() } else { format!("{mode} {name}") };
        tree.insert(path.to_owned(), name);
    }
    Ok(tree)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Tree {
        files.iter().map(|(path, name)| ((*path).to_owned(), (*name).to_owned())).collect()
    }

    #[test]
    fn tells_new_changed_and_removed_files_apart() {
        let before = tree(&[("a", "1"), ("b", "2"), ("c", "3")]);
        let after = tree(&[("b", "2"), ("c", "4"), ("d", "5")]);
        let changes = Changes::between(&before, &after);
        assert_eq!(
            (&*changes.added, &*changes.changed, &*changes.removed),
            (&["d".to_owned()][..], &["c".to_owned()][..], &["a".to_owned()][..])
        );
        assert!(Changes::between(&after, &after).is_empty());
    }

    #[test]
    fn an_executable_is_never_equal_to_a_page() {
        let listing = b"100644 blob aa\tindex.html\x00100755 blob bb\tkpc/produk/susu asli.html\0";
        let tree = parse_tree(listing).expect("a listing as git writes it");
        assert_eq!(tree["index.html"], "aa");
        assert_eq!(tree["kpc/produk/susu asli.html"], "100755 bb");
    }
}
