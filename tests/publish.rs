//! Publishing against real repositories: one test for each message, and the promises that nobody's commits
//! are lost, nothing of the site's own repository is touched, and a kill leaves both sides sound.
#![expect(clippy::disallowed_methods, reason = "these tests make sites and repositories on the disk")]
#![expect(clippy::unwrap_used, reason = "in a test, a failing machine is a failing test")]

#[path = "publish/folder.rs"]
mod folder;
#[path = "publish/others.rs"]
mod others;
#[path = "publish/refusals.rs"]
mod refusals;
#[path = "publish/world.rs"]
mod world;

use std::fs;

use etalase::Findings;
use etalase::for_tests::{History, Order, State, publish};

use world::{World, must, published};

#[test]
fn the_first_publication_makes_the_branch() {
    let world = World::new();
    let outcome = world.publish();
    assert!(published(&outcome));
    assert_eq!(world.published(), ".nojekyll\nfeed/agenda.ics\nfoto/susu.webp\nindex.html\n");
    assert_eq!((outcome.counts.pages, outcome.counts.photos, outcome.counts.files), (1, 1, 4));
    assert_eq!(world.history(), "Terbitkan 1 halaman, 1 berkas foto\n");
    world.assert_sound();
}

#[test]
fn bytes_are_published_as_they_are() {
    let world = World::new();
    world.git(&world.site(), &["config", "core.autocrlf", "input"]);
    world.write("situs/public/.gitattributes", "* text=auto\n");
    world.publish();
    let calendar = world.git(&world.path("asal.git"), &["cat-file", "blob", "gh-pages:feed/agenda.ics"]);
    assert_eq!(calendar, "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
}

#[test]
fn nothing_to_do_when_nothing_changed() {
    let world = World::new();
    world.publish();
    let again = world.publish();
    assert_eq!(again.state, State::Unchanged);
    assert!(again.changes.is_empty());
    assert_eq!(world.history().lines().count(), 1);
}

#[test]
fn history_is_kept_and_tells_what_changed() {
    let world = World::new();
    world.publish();
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    world.write("situs/public/gabung/index.html", "<h1>Gabung</h1>\n");
    fs::remove_file(world.path("situs/public/foto/susu.webp")).unwrap();
    let outcome = world.publish();
    assert_eq!(outcome.changes.added, ["gabung/index.html"]);
    assert_eq!(outcome.changes.changed, ["index.html"]);
    assert_eq!(outcome.changes.removed, ["foto/susu.webp"]);
    assert_eq!(world.history(), "Terbitkan 2 halaman, 0 berkas foto\nTerbitkan 1 halaman, 1 berkas foto\n");
    let message = world.git(&world.path("asal.git"), &["log", "-1", "--format=%b", "gh-pages"]);
    let source = world.git(&world.site(), &["rev-parse", "--short", "HEAD"]);
    assert!(message.contains("1 berkas baru, 1 berubah, 1 dihapus."), "{message}");
    assert!(message.contains(&format!("Dari komit {}.", source.trim())), "{message}");
}

#[test]
fn the_message_says_that_sources_were_not_committed() {
    let world = World::new();
    world.write("situs/catatan.txt", "tidak dibaca etalase\n");
    world.publish();
    let message = || world.git(&world.path("asal.git"), &["log", "-1", "--format=%b", "gh-pages"]);
    assert!(!message().contains("belum dikomit"), "{}", message());
    for (number, file) in ["situs/content/kpc/profil.yaml", "situs/etalase.yaml"].iter().enumerate() {
        world.write(file, "judul: Sedang diubah\n");
        world.write("situs/public/index.html", &format!("<h1>{number}</h1>\n"));
        world.publish();
        let source = world.git(&world.site(), &["rev-parse", "--short", "HEAD"]);
        let expected = format!("Dari komit {}, dengan perubahan yang belum dikomit.", source.trim());
        assert!(message().contains(&expected), "{file}: {}", message());
        world.git(&world.site(), &["checkout", "-q", "--", "etalase.yaml"]);
        world.git(&world.site(), &["clean", "-qfd", "content"]);
    }
}

#[test]
fn a_single_commit_leaves_no_past() {
    let world = World::new();
    world.publish();
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    let outcome = must(&Order { history: History::Single, ..world.order() });
    assert!(published(&outcome));
    assert_eq!(world.history().lines().count(), 1);
    world.assert_sound();
}

#[test]
fn a_past_that_is_to_go_goes_even_if_nothing_changed() {
    let world = World::new();
    world.publish();
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    world.publish();
    let order = Order { history: History::Single, ..world.order() };
    let outcome = must(&order);
    assert!(published(&outcome) && outcome.changes.is_empty());
    assert_eq!(world.history().lines().count(), 1);
    assert_eq!(must(&order).state, State::Unchanged);
    world.assert_sound();
}

#[test]
fn a_dry_run_changes_nothing() {
    let world = World::new();
    world.publish();
    let before = world.git(&world.path("asal.git"), &["rev-parse", "gh-pages"]);
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    let outcome = must(&Order { dry_run: true, ..world.order() });
    assert_eq!(outcome.state, State::WouldPublish);
    assert_eq!(outcome.changes.changed, ["index.html"]);
    assert_eq!(world.git(&world.path("asal.git"), &["rev-parse", "gh-pages"]), before);
}

#[test]
fn the_working_tree_and_the_index_are_never_touched() {
    let world = World::new();
    world.write("situs/catatan.txt", "belum dikomit\n");
    world.git(&world.site(), &["add", "catatan.txt"]);
    world.write("situs/etalase.yaml", "judul: Sedang diubah\n");
    let state = || {
        let index = fs::read(world.path("situs/.git/index")).unwrap();
        (
            index,
            world.git(&world.site(), &["rev-parse", "HEAD"]),
            fs::read(world.path("situs/.git/HEAD")).unwrap(),
        )
    };
    let before = state();
    world.publish();
    assert!(state() == before);
    let status = world.git(&world.site(), &["status", "--porcelain"]);
    assert_eq!(status, "A  catatan.txt\n M etalase.yaml\n");
}

#[test]
fn a_detached_head_does_not_matter() {
    let world = World::new();
    world.git(&world.site(), &["checkout", "-q", "--detach"]);
    assert!(published(&world.publish()));
}

#[test]
fn another_repository_needs_none_around_the_site() {
    let world = World::new();
    fs::remove_dir_all(world.path("situs/.git")).unwrap();
    let to = world.path("asal.git").to_string_lossy().into_owned();
    let order = Order { to, ..world.order() };
    assert!(published(&must(&order)));
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    assert!(published(&must(&order)));
    assert_eq!(world.history().lines().count(), 2);
    assert_eq!(must(&order).state, State::Unchanged);
}

#[test]
fn a_shallow_clone_publishes_onto_a_long_history() {
    let world = World::new();
    world.git(&world.site(), &["push", "-q", "origin", "main"]);
    world.publish();
    world.write("situs/public/index.html", "<h1>Kedua</h1>\n");
    world.publish();
    world.meddle("CNAME", "contoh.id\n");
    let address = format!("file://{}", world.path("asal.git").display());
    world.git(&world.path(""), &["clone", "-q", "--depth=1", "-b", "main", &address, "ci"]);
    world.write("situs/public/index.html", "<h1>Ketiga</h1>\n");
    let outcome = must(&Order { site: world.path("ci"), ..world.order() });
    assert!(published(&outcome));
    assert_eq!(world.history().lines().count(), 4);
    world.assert_sound();
}

// ---- killed at any moment ----

/// Kills git at its 1st, 2nd, 3rd … call, before and after it did its work, until a publication gets
/// through; after each kill both repositories are whole, the branch is old or new, and the next run works.
#[cfg(unix)]
#[test]
fn killed_at_any_call_of_git_both_repositories_stay_sound() {
    let world = World::new();
    world.publish();
    for number in 0..150 {
        world.write(&format!("situs/public/produk/{number}/index.html"), "<h1>Produk</h1>\n");
    }
    world.hook(
        "git-fana",
        &format!(
            "n=$(cat {counter}); echo $((n + 1)) > {counter}\n\
         if [ $n = $FATAL ]; then [ $LATE = 1 ] && git \"$@\" >/dev/null; kill -9 $$; fi\nexec git \"$@\"",
            counter = world.path("hitungan").display()
        ),
    );
    let old = world.git(&world.path("asal.git"), &["rev-parse", "gh-pages"]);
    let mut kills = 0;
    for late in ["0", "1"] {
        for fatal in 0.. {
            world.write("hitungan", "0");
            world.git(&world.path("asal.git"), &["update-ref", "refs/heads/gh-pages", old.trim()]);
            let mut order = world.order();
            order.git.program = world.path("git-fana").into();
            order.git.environment.push(("FATAL".into(), fatal.to_string().into()));
            order.git.environment.push(("LATE".into(), late.into()));
            let ended = publish(&order, &mut |_| {}, &mut Findings::new());
            world.assert_sound();
            let files = world.published().lines().count();
            assert!(files == 4 || files == 154, "{files} files: half a site");
            let calls: usize = fs::read_to_string(world.path("hitungan")).unwrap().trim().parse().unwrap();
            if calls <= fatal {
                assert!(ended.unwrap().is_some());
                break;
            }
            kills += 1;
            world.publish();
            assert_eq!(world.published().lines().count(), 154);
        }
    }
    assert!(kills > 20, "only {kills} kills");
}

// ---- size ----

#[test]
fn twenty_thousand_files_are_published_at_once() {
    let world = World::new();
    for folder in 0..200 {
        fs::create_dir_all(world.path(&format!("situs/public/k{folder}"))).unwrap();
        for page in 0..100 {
            let text =
                format!("<!doctype html><title>{folder} {page}</title>{}\n", "<p>Isi</p>".repeat(page));
            fs::write(world.path(&format!("situs/public/k{folder}/{page}.html")), text).unwrap();
        }
    }
    let outcome = world.publish();
    assert!(published(&outcome) && outcome.counts.files > 20_000);
    assert!(world.published().lines().count() > 20_000);
}
