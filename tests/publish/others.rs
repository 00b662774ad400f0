//! What others put on the branch.

use std::fs;

use etalase::Findings;
use etalase::for_tests::{Order, State, publish};

use crate::world::{World, codes, must, published, refused, said};

#[test]
fn a_domain_that_the_host_committed_stays_until_it_is_taken_back() {
    let world = World::new();
    world.publish();
    world.meddle("CNAME", "contoh.id");
    for number in 0..3 {
        world.write("situs/public/index.html", &format!("<h1>{number}</h1>\n"));
        let (outcome, codes) = said(&world.order());
        assert!(published(&outcome) && codes.is_empty() && outcome.changes.removed.is_empty());
        assert!(world.published().contains("CNAME\n"));
    }
    assert_eq!(world.history().lines().nth(3), Some("Ubah CNAME"));
    assert_eq!(must(&world.order()).state, State::Unchanged);
    // The site now says the same: it is its own file from here on.
    world.write("situs/public/CNAME", "contoh.id\n");
    assert_eq!(said(&world.order()).1, Vec::<&str>::new());
    fs::remove_file(world.path("situs/public/CNAME")).unwrap();
    assert_eq!(world.publish().changes.removed, ["CNAME"]);
}

#[test]
fn another_domain_than_the_sites_is_not_replaced_unasked() {
    let world = World::new();
    world.publish();
    world.meddle("CNAME", "contoh.id");
    world.write("situs/public/CNAME", "lain.id\n");
    assert_eq!(codes(&refused(&world.order())), ["others-changed"]);
}

#[test]
fn a_domain_before_the_first_publication_is_no_other_work() {
    let world = World::new();
    let clone = world.path("pertama");
    world.git(&world.path(""), &["init", "-q", "-b", "gh-pages", "pertama"]);
    world.write("pertama/CNAME", "contoh.id");
    world.git(&clone, &["add", "-A"]);
    world.git(&clone, &["commit", "-q", "-m", "Create CNAME"]);
    world.git(&clone, &["push", "-q", "../asal.git", "gh-pages"]);
    world.publish();
    assert!(world.published().starts_with(".nojekyll\nCNAME\n"), "{}", world.published());
    assert_eq!(world.history().lines().last(), Some("Create CNAME"));
}

#[test]
fn files_that_others_added_stay_and_are_told() {
    let world = World::new();
    world.publish();
    world.meddle("README.md", "jangan diubah\n");
    for number in 0..2 {
        world.write("situs/public/index.html", &format!("<h1>{number}</h1>\n"));
        let (outcome, codes) = said(&world.order());
        assert_eq!((outcome.changes.removed.len(), codes), (0, vec!["others-left".to_owned()]));
        assert!(world.published().contains("README.md\n"));
    }
    let (_, codes) = said(&Order { force_with_lease: true, ..world.order() });
    assert_eq!(codes, ["others-replaced"]);
    assert!(!world.published().contains("README.md\n"));
    assert!(world.history().contains("Ubah README.md\n"), "the commit stays in the history");
}

#[test]
fn what_others_changed_of_ours_is_never_lost_unasked() {
    let world = World::new();
    world.publish();
    world.meddle("index.html", "<h1>Diperbaiki langsung</h1>\n");
    let tip = world.git(&world.path("asal.git"), &["rev-parse", "--short=10", "gh-pages"]).trim().to_owned();
    for text in ["<h1>Beranda</h1>\n", "<h1>Baru</h1>\n"] {
        world.write("situs/public/index.html", text);
        for dry_run in [true, false] {
            let findings = refused(&Order { dry_run, ..world.order() });
            assert_eq!(codes(&findings), ["others-changed"]);
            assert!(findings.iter().next().unwrap().help.en.contains(&format!("`git show {tip}`")));
        }
    }
    assert_eq!(world.history().lines().next(), Some("Ubah index.html"));
    let mut findings = Findings::new();
    let order = Order { force_with_lease: true, ..world.order() };
    assert!(published(&publish(&order, &mut |_| {}, &mut findings).unwrap().unwrap()));
    assert_eq!(codes(&findings), ["others-replaced"]);
    let shown = &findings.iter().next().unwrap().help.en;
    assert_eq!(shown, &format!("the old content is still there: `git show {tip}:index.html`"));
    assert_eq!(world.history().lines().nth(1), Some("Ubah index.html"));
    assert_eq!(said(&world.order()).1, Vec::<&str>::new(), "settled");
}

#[test]
fn what_others_deleted_does_not_come_back_unasked() {
    let world = World::new();
    world.publish();
    world.meddle("README.md", "satu\n");
    let clone = world.path("orang-lain");
    world.git(&clone, &["rm", "-q", "foto/susu.webp"]);
    world.git(&clone, &["commit", "-q", "-m", "Foto tanpa izin"]);
    world.git(&clone, &["push", "-q"]);
    assert_eq!(codes(&refused(&world.order())), ["others-changed"]);
    fs::remove_file(world.path("situs/public/foto/susu.webp")).unwrap();
    assert_eq!(said(&world.order()).0.state, State::Unchanged, "the site agrees now");
}

#[test]
fn a_publication_that_somebody_amended_is_somebodys_work() {
    let world = World::new();
    world.publish();
    world.write("situs/public/index.html", "<h1>Kedua</h1>\n");
    world.publish();
    let clone = world.path("orang-lain");
    world.git(&world.path(""), &["clone", "-q", "-b", "gh-pages", "asal.git", "orang-lain"]);
    world.write("orang-lain/index.html", "<h1>Diubah</h1>\n");
    world.git(&clone, &["commit", "-q", "--amend", "--no-edit", "-a"]);
    world.git(&clone, &["push", "-q", "--force"]);
    world.write("situs/public/index.html", "<h1>Ketiga</h1>\n");
    assert_eq!(codes(&refused(&world.order())), ["others-changed"]);
}

#[test]
fn a_push_that_was_outrun_is_made_anew() {
    let world = World::new();
    world.publish();
    world.meddle("README.md", "satu\n");
    // Just before our first push arrives, somebody else's does.
    let racer = world.path("orang-lain");
    world.hook("situs/.git/hooks/pre-push", &format!(
        "test -e {flag} && exit 0\ntouch {flag}\nunset GIT_DIR GIT_WORK_TREE\ncd {racer} && echo dua > README.md && \
         git -c user.name=x -c user.email=x commit -qam Susulan && git push -q",
        flag = world.path("sudah").display(), racer = racer.display()
    ));
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    assert!(published(&world.publish()));
    let history = world.history();
    assert!(history.contains("Susulan\nUbah README.md\n"), "{history}");
    world.assert_sound();
}
