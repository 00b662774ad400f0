//! Publishing into a plain folder.

use std::fs;
use std::path::Path;

use etalase::for_tests::{Order, State};

use crate::world::{World, codes, must, published, refused, said};

impl World {
    fn folder_order(&self, to: &str) -> Order {
        Order { to: to.into(), ..self.order() }
    }

    /// Every file of a plain folder but our record, a line each.
    fn copied(&self, folder: &str) -> String {
        fn list(root: &Path, folder: &Path, files: &mut Vec<String>) {
            for entry in fs::read_dir(folder).unwrap() {
                let path = entry.unwrap().path();
                if path.is_dir() {
                    list(root, &path, files);
                } else {
                    files.push(path.strip_prefix(root).unwrap().to_str().unwrap().replace('\\', "/"));
                }
            }
        }
        let mut files = Vec::new();
        list(&self.path(folder), &self.path(folder), &mut files);
        files.retain(|path| path != ".etalase/terbit");
        files.sort_unstable();
        files.join(" ")
    }
}

const COPIED: &str = ".nojekyll feed/agenda.ics foto/susu.webp index.html";

#[test]
fn a_folder_that_is_not_there_becomes_a_copy_and_follows_the_site() {
    let world = World::new();
    // Nothing of it needs git.
    fs::remove_dir_all(world.path("situs/.git")).unwrap();
    let mut order = world.folder_order("../web/toko");
    order.git.program = "git-yang-tidak-ada".into();
    let outcome = must(&order);
    assert_eq!((&outcome.state, &outcome.branch), (&State::Copied, &None));
    assert_eq!((outcome.counts.pages, outcome.counts.photos, outcome.changes.added.len()), (1, 1, 4));
    assert_eq!(world.copied("web/toko"), COPIED);
    assert_eq!(must(&order).state, State::Unchanged);
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    world.write("situs/public/gabung/index.html", "<h1>Gabung</h1>\n");
    fs::remove_dir_all(world.path("situs/public/foto")).unwrap();
    let dry = must(&Order { dry_run: true, ..order.clone() });
    assert_eq!(dry.state, State::WouldPublish);
    assert_eq!(world.copied("web/toko"), COPIED);
    let outcome = must(&order);
    assert_eq!(outcome.changes, dry.changes);
    assert_eq!(outcome.changes.added, ["gabung/index.html"]);
    assert_eq!(outcome.changes.changed, ["index.html"]);
    assert_eq!(outcome.changes.removed, ["foto/susu.webp"]);
    assert_eq!(world.copied("web/toko"), ".nojekyll feed/agenda.ics gabung/index.html index.html");
    assert!(!world.path("web/toko/foto").exists());
    assert_eq!(fs::read(world.path("web/toko/index.html")).unwrap(), b"<h1>Baru</h1>\n");
}

#[test]
fn a_word_is_a_folder_if_it_is_there_and_no_remote_is_called_so() {
    let world = World::new();
    fs::create_dir(world.path("situs/web")).unwrap();
    fs::create_dir(world.path("situs/origin")).unwrap();
    assert!(published(&world.publish()), "`origin` is what `--to` is when nobody typed it");
    world.git(&world.site(), &["remote", "remove", "origin"]);
    assert_eq!(codes(&refused(&world.order())), ["no-remote"]);
    assert_eq!(must(&world.folder_order("web")).state, State::Copied);
    world.git(&world.site(), &["remote", "add", "web", "../asal.git"]);
    assert_eq!(must(&world.folder_order("web")).branch.as_deref(), Some("gh-pages"));
}

#[test]
fn a_folder_with_a_repository_takes_commits_and_one_below_a_working_tree_takes_files() {
    let world = World::new();
    world.git(&world.path(""), &["init", "-q", "-b", "main", "server"]);
    assert!(published(&must(&world.folder_order("../server"))));
    assert_eq!(world.git(&world.path("server"), &["branch", "--list", "gh-pages"]).trim(), "gh-pages");
    assert_eq!(must(&world.folder_order("../server/docs")).state, State::Copied);
    assert_eq!(world.copied("server/docs"), COPIED);
}

#[test]
fn files_of_others_in_a_folder_are_left_and_told() {
    let world = World::new();
    world.write("web/catatan.txt", "penting\n");
    world.write("web/foto/lain.jpg", "milik orang\n");
    let order = world.folder_order("../web");
    for _ in 0..2 {
        assert_eq!(said(&order).1, ["others-left"]);
    }
    // One of ours that somebody changed and the site no longer has is somebody's now.
    world.write("web/feed/agenda.ics", "diubah\n");
    fs::remove_dir_all(world.path("situs/public/feed")).unwrap();
    fs::remove_dir_all(world.path("situs/public/foto")).unwrap();
    assert_eq!(said(&Order { force_with_lease: true, ..order }).0.changes.removed, ["foto/susu.webp"]);
    assert_eq!(world.copied("web"), ".nojekyll catatan.txt feed/agenda.ics foto/lain.jpg index.html");
}

#[test]
fn a_file_of_somebody_where_ours_belongs_is_not_replaced_unasked() {
    let world = World::new();
    world.write("web/index.html", "<h1>Selamat datang di nginx</h1>\n");
    let order = world.folder_order("../web");
    assert_eq!(codes(&refused(&order)), ["folder-occupied"]);
    assert_eq!(world.copied("web"), "index.html");
    assert_eq!(must(&Order { force_with_lease: true, ..order.clone() }).state, State::Copied);
    world.write("web/index.html", "<h1>Diubah orang</h1>\n");
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    assert_eq!(codes(&refused(&order)), ["folder-occupied"]);
    assert_eq!(fs::read(world.path("web/index.html")).unwrap(), b"<h1>Diubah orang</h1>\n");
    // What already holds what the site says is no matter whose.
    world.write("web/index.html", "<h1>Baru</h1>\n");
    assert_eq!(must(&order).state, State::Unchanged);
}

#[cfg(unix)]
#[test]
fn a_copy_never_follows_a_link_out_of_its_folder() {
    let world = World::new();
    fs::create_dir_all(world.path("luar")).unwrap();
    fs::create_dir_all(world.path("web")).unwrap();
    std::os::unix::fs::symlink("../luar", world.path("web/foto")).unwrap();
    for force_with_lease in [false, true] {
        let order = Order { force_with_lease, ..world.folder_order("../web") };
        assert_eq!(codes(&refused(&order)), ["folder-occupied"]);
    }
    assert_eq!(fs::read_dir(world.path("luar")).unwrap().count(), 0);
}

#[test]
fn a_copy_that_was_killed_is_completed() {
    let world = World::new();
    let order = world.folder_order("../web");
    must(&order);
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    world.write("situs/public/gabung/index.html", "<h1>Gabung</h1>\n");
    let finished = fs::read_to_string(world.path("web/.etalase/terbit")).unwrap();
    must(&order);
    // As it lies there in the midst of it: both old and new are on record, the new page is there, the old one not yet.
    let record = finished + &fs::read_to_string(world.path("web/.etalase/terbit")).unwrap();
    world.write("web/.etalase/terbit", &record);
    world.write("web/index.html", "<h1>Beranda</h1>\n");
    world.write("web/.etalase/terbit.baru", "<h1>Ba");
    assert_eq!(must(&order).changes.changed, ["index.html"]);
    fs::remove_dir_all(world.path("situs/public/gabung")).unwrap();
    assert_eq!(must(&order).changes.removed, ["gabung/index.html"]);
    assert_eq!(world.copied("web"), COPIED);
}

#[test]
fn a_file_is_no_destination() {
    let world = World::new();
    world.write("web", "bukan folder\n");
    assert_eq!(codes(&refused(&world.folder_order("../web"))), ["folder-is-file"]);
}
