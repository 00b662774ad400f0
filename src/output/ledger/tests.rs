use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use proptest::prelude::*;

use super::super::manifest::LEDGER;
use super::*;

/// Groups, with the hash of what each path of theirs held.
type Groups = BTreeMap<String, BTreeMap<String, u64>>;

struct World {
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn manifest(&self) -> PathBuf {
        self.folder.path().join(LEDGER)
    }

    fn journal(&self) -> PathBuf {
        self.folder.path().join("journal")
    }

    fn read(&self) -> Before {
        Before::read(&self.manifest(), &self.journal())
    }

    /// One build after `before`, which writes these groups and leaves those of `kept` as they were.
    fn after(&self, before: &Before, groups: &Groups, kept: &BTreeSet<&str>) -> After {
        let mut after = After::in_folder(self.folder.path()).expect("a folder");
        for (group, files) in groups {
            if kept.contains(group.as_str()) {
                after.keep(group, before);
            } else {
                let was = before.files(group).expect("read");
                after.put(group, &lines(files), &was, before).expect("put");
            }
        }
        after.set_in_order();
        after
    }

    /// The same from nothing, and what is read of it.
    fn build(&self, groups: &Groups) -> Before {
        let before = self.read();
        self.after(&before, groups, &BTreeSet::new()).replace(&self.manifest(), &before).expect("written");
        self.read()
    }
}

fn lines(files: &BTreeMap<String, u64>) -> Files {
    Files::new(files.iter().map(|(path, hash)| (path.as_str(), Written { hash: *hash, size_bytes: 12 })))
}

fn sample() -> Groups {
    let group = |path: &str, hash| BTreeMap::from([(path.to_owned(), hash)]);
    [(String::new(), group("index.html", 1)), ("kpc".to_owned(), group("kpc/index.html", 0xabc))].into()
}

fn known(before: &Before) -> Groups {
    let files = |group: &str| before.files(group).expect("read");
    let hashes = |group: &str| files(group).iter().map(|(path, was)| (path.to_owned(), was.hash)).collect();
    before.names().map(|group| (group.to_owned(), hashes(group))).collect()
}

#[test]
fn a_file_named_only_by_the_journal_is_ours() {
    let world = World::new();
    world.build(&sample());
    fs::write(
        world.journal(),
        "kpc\tkpc/new.html\nkpc\tkpc/index.html\nkpc\t../etc/passwd\nbar\tbar/x\nkpc\tk",
    )
    .expect("a journal");
    let before = world.read();
    let files = [("k", 0), ("kpc/index.html", 0xabc), ("kpc/new.html", 0)];
    assert_eq!(known(&before)["kpc"], files.map(|(path, hash)| (path.to_owned(), hash)).into());
    assert!(before.owns("kpc/new.html") && before.owns("index.html") && before.owns("bar/x"));
    assert!(!before.owns("../etc/passwd") && !before.owns("new.html"));
}

#[test]
fn a_file_outside_the_folder_of_its_group_is_ours() {
    let world = World::new();
    let before = world.build(&[("kpc".to_owned(), BTreeMap::from([("aset/c.js".to_owned(), 1)]))].into());
    assert!(before.owns("aset/c.js") && !before.owns("aset/d.js"));
}

#[test]
fn the_copy_is_believed_where_the_manifest_is_lost_or_damaged() {
    let world = World::new();
    let is_on_disk = |before: &Before| {
        let names: BTreeSet<&str> = before.names().collect();
        world.after(before, &sample(), &names).is_on_disk(before)
    };
    assert!(is_on_disk(&world.build(&sample())));
    for damage in [None, Some(""), Some("etalase 2\n# kpc\n01 1 kpc/x\n")] {
        match damage {
            None => fs::remove_file(world.manifest()).expect("removed"),
            Some(text) => fs::write(world.manifest(), text).expect("damaged"),
        }
        assert_eq!(known(&world.read()), sample());
        assert!(!is_on_disk(&world.read()));
    }
    fs::remove_file(copy_of(&world.manifest())).expect("removed");
    assert!(world.read().is_empty());
}

#[test]
fn what_another_manifest_says_of_a_group_counts() {
    let (one, other) = (World::new(), World::new());
    let mut all = one.build(&sample());
    let later = [("kpc".to_owned(), BTreeMap::from([("kpc/baru.html".to_owned(), 7)]))].into();
    all.extend(other.build(&later));
    assert_eq!(known(&all), sample().into_iter().chain(later).collect());
}

fn groups() -> impl Strategy<Value = Groups> {
    let files = prop::collection::btree_map("(a|b|aset)/[a-c]", 1_u64..3, 0..5);
    prop::collection::btree_map("|a|b|c", files, 0..4)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn two_builds_leave_what_sets_of_paths_would(first in groups(), second in groups(), keep in any::<u8>()) {
        let world = World::new();
        let without_empty = |groups: &Groups| -> Groups {
            groups.clone().into_iter().filter(|(_, files)| !files.is_empty()).collect()
        };
        let before = world.build(&first);
        prop_assert_eq!(known(&before), without_empty(&first));

        let kept: BTreeSet<&str> =
            first.keys().enumerate().filter(|(at, _)| keep >> at & 1 == 1).map(|(_, name)| &**name).collect();
        let mut now = second;
        for group in &kept {
            now.insert((*group).to_owned(), first[*group].clone());
        }
        let after = world.after(&before, &now, &kept);
        let paths = |groups: &Groups| -> BTreeSet<String> {
            groups.values().flat_map(BTreeMap::keys).cloned().collect()
        };
        let gone: BTreeSet<String> = after.gone(&before, |_| true).expect("read").into_iter().collect();
        prop_assert_eq!(gone, &paths(&first) - &paths(&now));
        prop_assert_eq!(after.is_on_disk(&before), without_empty(&first) == without_empty(&now));

        after.replace(&world.manifest(), &before).expect("written");
        prop_assert_eq!(known(&world.read()), without_empty(&now));
        let text = |place: &Path| fs::read(place).expect("there");
        prop_assert_eq!(text(&world.manifest()), text(&copy_of(&world.manifest())));
    }
}
