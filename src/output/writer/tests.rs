use std::time::SystemTime;

use super::*;
use crate::finding::Findings;
use crate::plan::Plan;

/// An output folder with everything that writing needs.
struct World {
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    fn public(&self) -> PathBuf {
        self.folder.path().join("public")
    }

    fn writer(&self) -> Writer {
        Writer::open(&self.public(), || panic!("nobody else writes")).expect("opened")
    }

    fn write(&self, writer: &Writer, group: &str, files: &[(&str, &str)]) -> (GroupReport, Findings) {
        let cache = PhotoCache::new(self.folder.path(), SystemTime::UNIX_EPOCH);
        let mut findings = Findings::new();
        let mut plan = Plan::new();
        for (path, text) in files {
            let output = Output::Page(text.as_bytes().to_vec());
            plan.claim(SitePath::new(*path), output, &mut findings);
        }
        let report = writer.write_group(group, &plan, &cache, &mut findings).expect("written");
        (report, findings)
    }

    /// One whole build of one group.
    fn build(&self, files: &[(&str, &str)]) -> (GroupReport, usize) {
        let writer = self.writer();
        let (report, findings) = self.write(&writer, "kpc", files);
        assert!(findings.is_empty(), "{}", findings.brief());
        (report, writer.finish().expect("finished"))
    }

    fn read(&self, path: &str) -> Option<String> {
        fs::read_to_string(self.public().join(path)).ok()
    }
}

#[test]
fn a_second_build_writes_nothing_and_keeps_time_stamps() {
    let world = World::new();
    let (first, _) = world.build(&[("kpc/index.html", "a")]);
    let stamp =
        || fs::metadata(world.public().join("kpc/index.html")).and_then(|m| m.modified()).expect("stamp");
    let before = stamp();
    let (second, removed) = world.build(&[("kpc/index.html", "a")]);
    assert_eq!((first.written, second.written, second.unchanged, removed), (1, 0, 1, 0));
    assert_eq!(stamp(), before);
}

#[test]
fn what_is_no_longer_wanted_goes_with_its_empty_folders() {
    let world = World::new();
    world.build(&[("kpc/produk/a/index.html", "a"), ("kpc/index.html", "b")]);
    let (_, removed) = world.build(&[("kpc/index.html", "b")]);
    assert_eq!(removed, 1);
    assert!(!world.public().join("kpc/produk").exists());
    assert_eq!(world.read("kpc/index.html").as_deref(), Some("b"));
}

#[test]
fn a_new_group_appears_whole_and_what_a_kill_left_half_made_goes() {
    let world = World::new();
    let half_made = world.public().join(STATE_FOLDER).join("new-0");
    fs::create_dir_all(half_made.join("produk")).expect("folder");
    fs::write(half_made.join("produk/lama.html"), "half").expect("file");
    let (report, _) =
        world.build(&[("kpc/index.html", "a"), ("kpc/produk/x/index.html", "b"), ("aset/c.js", "c")]);
    assert_eq!(report.written, 3);
    assert_eq!(world.read("kpc/produk/x/index.html").as_deref(), Some("b"));
    assert_eq!(world.read("aset/c.js").as_deref(), Some("c"));
    assert_eq!(world.read("kpc/produk/lama.html"), None);
    let left: Vec<_> = fs::read_dir(world.public().join(STATE_FOLDER)).expect("folder").flatten().collect();
    assert!(left.iter().all(|entry| !entry.file_name().to_string_lossy().starts_with("new-")));
}

#[test]
fn a_file_that_groups_have_in_common_is_written_once() {
    let world = World::new();
    let writer = world.writer();
    let place = world.public().join("aset/c.js");
    let (first, _) = world.write(&writer, "kpc", &[("aset/c.js", "c"), ("kpc/index.html", "a")]);
    assert_eq!((first.written, first.unchanged), (2, 0));
    let (second, _) = world.write(&writer, "kpd", &[("aset/c.js", "c"), ("kpd/index.html", "b")]);
    assert_eq!((second.written, second.unchanged, second.bytes), (1, 1, first.bytes));
    writer.finish().expect("finished");

    // It stays as long as one of them wants it, and comes back when it has been deleted.
    fs::remove_file(&place).expect("deleted");
    let writer = world.writer();
    assert_eq!(writer.keep_whole_group("kpc"), None);
    world.write(&writer, "kpc", &[("kpc/index.html", "a")]);
    world.write(&writer, "kpd", &[("aset/c.js", "c"), ("kpd/index.html", "b")]);
    assert_eq!(writer.finish().expect("finished"), 0);
    assert_eq!(world.read("aset/c.js").as_deref(), Some("c"));
}

#[test]
fn what_groups_have_in_common_changes_for_all_of_them() {
    let world = World::new();
    for text in ["old", "new"] {
        let writer = world.writer();
        for group in ["kpc", "kpd"] {
            let (_, findings) = world.write(&writer, group, &[("aset/c.js", text)]);
            assert!(findings.is_empty(), "{}", findings.brief());
        }
        writer.finish().expect("finished");
        assert_eq!(world.read("aset/c.js").as_deref(), Some(text));
    }
}

#[test]
fn somebody_elses_file_is_never_touched() {
    let world = World::new();
    fs::create_dir_all(world.public().join("kpc")).expect("folder");
    fs::write(world.public().join("kpc/index.html"), "mine").expect("file");
    fs::write(world.public().join("catatan.txt"), "mine too").expect("file");
    let writer = world.writer();
    let (report, findings) = world.write(&writer, "kpc", &[("kpc/index.html", "etalase")]);
    assert_eq!(findings.brief(), "index.html output-occupied\n");
    assert_eq!(report.written, 0);
    writer.finish().expect("finished");
    world.build(&[("kpc/lain.html", "x")]);
    assert_eq!(world.read("kpc/index.html").as_deref(), Some("mine"));
    assert_eq!(world.read("catatan.txt").as_deref(), Some("mine too"));
}

#[test]
fn a_lost_list_of_what_was_written_costs_nothing_while_its_copy_is_there() {
    let world = World::new();
    world.build(&[("kpc/index.html", "a"), ("kpc/lama.html", "x")]);
    fs::write(world.public().join(STATE_FOLDER).join(LEDGER), "").expect("damaged");
    let (_, removed) = world.build(&[("kpc/index.html", "b")]);
    assert_eq!((removed, world.read("kpc/index.html").as_deref()), (1, Some("b")));
}

#[test]
fn where_nothing_is_known_of_earlier_builds_one_finding_says_how_to_begin_anew() {
    let world = World::new();
    let files = |text| ["a", "b", "c", "d", "e"].map(|name| (format!("kpc/{name}.html"), text));
    let build = |text| {
        let files = files(text);
        let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
        let writer = world.writer();
        let (report, findings) = world.write(&writer, "kpc", &files);
        writer.finish().expect("finished");
        (report.written, findings)
    };
    assert_eq!(build("a").0, 5);
    fs::remove_dir_all(world.public().join(STATE_FOLDER)).expect("lost");
    let (written, findings) = build("b");
    assert_eq!((written, findings.brief().as_str()), (0, "a.html output-unknown\n"));
    let help = &findings.iter().next().expect("one").help.en;
    assert!(help.starts_with("if `public` holds nothing but"), "{help}");
    // As it says.
    fs::remove_dir_all(world.public()).expect("deleted");
    assert_eq!(build("b").0, 5);
}

#[test]
fn a_file_of_somebody_where_a_folder_belongs_is_told_and_the_rest_is_written() {
    let world = World::new();
    fs::create_dir_all(world.public().join("kpc/index.html")).expect("folder");
    fs::write(world.public().join("kpc/produk"), "mine").expect("file");
    let writer = world.writer();
    let files = [("kpc/produk/a/index.html", "a"), ("kpc/index.html", "b"), ("kpc/c.html", "c")];
    let (report, findings) = world.write(&writer, "kpc", &files);
    writer.finish().expect("finished");
    assert_eq!(findings.brief(), "index.html output-occupied\nproduk output-folder-occupied\n");
    assert_eq!((report.written, world.read("kpc/produk").as_deref()), (1, Some("mine")));
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_is_neither_written_nor_removed_through() {
    let world = World::new();
    let elsewhere = world.folder.path().join("lain");
    world.build(&[("kpc/a/x.html", "x"), ("kpc/a/y.html", "y")]);
    fs::rename(world.public().join("kpc/a"), &elsewhere).expect("moved");
    std::os::unix::fs::symlink(&elsewhere, world.public().join("kpc/a")).expect("linked");
    let writer = world.writer();
    let (_, findings) = world.write(&writer, "kpc", &[("kpc/a/x.html", "new")]);
    assert_eq!(findings.brief(), "a output-folder-occupied\n");
    assert_eq!(writer.finish().expect("finished"), 0);
    let read = |name: &str| fs::read_to_string(elsewhere.join(name)).ok();
    assert_eq!((read("x.html").as_deref(), read("y.html").as_deref()), (Some("x"), Some("y")));
}

#[test]
fn a_foreign_file_with_the_same_bytes_is_taken_over() {
    let world = World::new();
    world.build(&[("kpc/index.html", "a")]);
    fs::remove_dir_all(world.public().join(STATE_FOLDER)).expect("state lost");
    let (report, _) = world.build(&[("kpc/index.html", "a")]);
    assert_eq!(report.written, 1);
    let (report, _) = world.build(&[("kpc/index.html", "b")]);
    assert_eq!((report.written, world.read("kpc/index.html").as_deref()), (1, Some("b")));
}

#[test]
fn files_of_a_build_that_never_ended_are_known_as_ours() {
    let world = World::new();
    let writer = world.writer();
    world.write(&writer, "kpc", &[("kpc/index.html", "half"), ("kpc/lama.html", "x")]);
    drop(writer); // no manifest was written
    let (_, removed) = world.build(&[("kpc/index.html", "whole")]);
    assert_eq!(removed, 1);
    assert_eq!(world.read("kpc/index.html").as_deref(), Some("whole"));
    assert_eq!(world.read("kpc/lama.html"), None);
}

#[test]
fn a_journal_that_ends_within_a_line_hides_no_file_that_comes_after_it() {
    let world = World::new();
    let state_folder = world.public().join(STATE_FOLDER);
    fs::create_dir_all(&state_folder).expect("folder");
    fs::write(state_folder.join("journal"), "kpc\tkpc/in").expect("a journal");
    let writer = world.writer();
    world.write(&writer, "kpc", &[("kpc/index.html", "half")]);
    drop(writer); // killed once more
    let (_, removed) = world.build(&[("kpc/lain.html", "x")]);
    assert_eq!((removed, world.read("kpc/index.html")), (1, None));
}

#[test]
fn a_kept_group_stays_as_it_was() {
    let world = World::new();
    world.build(&[("kpc/index.html", "a")]);
    let writer = world.writer();
    writer.keep_group("kpc");
    let kept = writer.read_kept("kpc", &SitePath::new("kpc/index.html"));
    assert_eq!(kept.and_then(Result::ok).as_deref(), Some("a"));
    assert_eq!(writer.finish().expect("finished"), 0);
    assert_eq!(world.read("kpc/index.html").as_deref(), Some("a"));
}

#[test]
fn a_file_that_was_deleted_or_changed_in_size_comes_back() {
    let world = World::new();
    world.build(&[("kpc/index.html", "a"), ("kpc/b.html", "b")]);
    fs::remove_file(world.public().join("kpc/index.html")).expect("deleted");
    fs::write(world.public().join("kpc/b.html"), "damaged").expect("changed");
    let (report, _) = world.build(&[("kpc/index.html", "a"), ("kpc/b.html", "b")]);
    assert_eq!(report.written, 2);
    assert_eq!(world.read("kpc/b.html").as_deref(), Some("b"));
}
