//! What stands in the way, a message each.

use std::fs;

use etalase::Findings;
use etalase::for_tests::{History, Order, publish};

use crate::world::{World, codes, must, published, refused};

#[test]
fn no_git() {
    let world = World::new();
    let mut order = world.order();
    order.git.program = "git-yang-tidak-ada".into();
    assert_eq!(codes(&refused(&order)), ["git-missing"]);
}

#[test]
fn no_output_built() {
    let world = World::new();
    fs::remove_dir_all(world.path("situs/public")).unwrap();
    assert_eq!(codes(&refused(&world.order())), ["nothing-built"]);
    world.write("situs/public/.gitignore", "*\n");
    assert_eq!(codes(&refused(&world.order())), ["nothing-built"]);
}

#[test]
fn no_front_page() {
    let world = World::new();
    world.publish();
    fs::rename(world.path("situs/public/index.html"), world.path("situs/public/404.html")).unwrap();
    for force_with_lease in [false, true] {
        let order = Order { force_with_lease, ..world.order() };
        assert_eq!(codes(&refused(&order)), ["no-front-page"]);
    }
    assert_eq!(world.history().lines().count(), 1);
}

#[test]
fn a_portal_without_a_cooperative() {
    let world = World::new();
    world.write("situs/public/.etalase/manifest", "etalase 1\n");
    assert_eq!(codes(&refused(&world.order())), ["no-cooperative-built"]);
    world.write("situs/public/kpc/etalase.json", "{}\n");
    assert!(published(&world.publish()));
}

#[test]
fn a_build_that_has_not_finished() {
    let world = World::new();
    world.write("situs/public/.etalase/journal", "\tindex.html\n");
    assert_eq!(codes(&refused(&world.order())), ["build-unfinished"]);
}

#[test]
fn no_repository() {
    let world = World::new();
    fs::remove_dir_all(world.path("situs/.git")).unwrap();
    assert_eq!(codes(&refused(&world.order())), ["no-repository"]);
}

#[test]
fn no_remote() {
    let world = World::new();
    let findings = refused(&Order { to: "asal".into(), ..world.order() });
    assert_eq!(codes(&findings), ["no-remote"]);
    let expected = &findings.iter().next().unwrap().expected;
    assert_eq!(expected.id, "nama tujuan git (origin), alamat repositori, atau folder yang ditulis `./asal`");
    world.git(&world.site(), &["remote", "remove", "origin"]);
    let findings = refused(&Order { to: "asal".into(), ..world.order() });
    let expected = &findings.iter().next().unwrap().expected.en;
    assert_eq!(
        expected,
        "the name of a remote (there is none yet), a repository's address, or a folder written as `./asal`"
    );
}

#[test]
fn no_repository_at_the_address() {
    let world = World::new();
    let findings = refused(&Order { to: "../tidak-ada.git".into(), ..world.order() });
    assert_eq!(codes(&findings), ["remote-not-found"]);
}

#[test]
fn no_rights() {
    let world = World::new();
    let mut order = Order { to: "git@kode.example:a/b.git".into(), ..world.order() };
    world.hook("ssh", "echo 'git@kode.example: Permission denied (publickey).' >&2; exit 255");
    order.git.environment.push(("GIT_SSH_COMMAND".into(), world.path("ssh").into()));
    assert_eq!(codes(&refused(&order)), ["remote-denied"]);
}

#[test]
fn no_network() {
    let world = World::new();
    let mut order = Order { to: "git@kode.example:a/b.git".into(), ..world.order() };
    world.hook("ssh", "echo 'ssh: Could not resolve hostname kode.example' >&2; exit 255");
    order.git.environment.push(("GIT_SSH_COMMAND".into(), world.path("ssh").into()));
    assert_eq!(codes(&refused(&order)), ["remote-unreachable"]);
}

#[test]
fn a_server_that_says_nothing_is_not_waited_for_without_end() {
    let world = World::new();
    let mute = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = format!("git://127.0.0.1:{}/situs.git", mute.local_addr().unwrap().port());
    let mut order = Order { to: address, ..world.order() };
    order.git.patience = std::time::Duration::from_millis(200);
    assert_eq!(codes(&refused(&order)), ["remote-silent"]);
}

#[test]
fn a_token_in_the_address_is_in_no_finding() {
    let world = World::new();
    // Nobody listens there.
    let to = "https://kas:rahasia@127.0.0.1:1/situs.git?private_token=rahasia".to_owned();
    let findings = refused(&Order { to, ..world.order() });
    assert_eq!(codes(&findings), ["remote-unreachable"]);
    for finding in &findings {
        let said = format!("{finding:?}");
        assert!(said.contains("https://127.0.0.1:1/situs.git?…") && !said.contains("rahasia"), "{said}");
    }
}

#[test]
fn a_full_disk_over_there() {
    let world = World::new();
    world
        .hook("asal.git/hooks/pre-receive", "echo 'fatal: write error: No space left on device' >&2; exit 1");
    assert_eq!(codes(&refused(&world.order())), ["remote-full"]);
}

#[test]
fn another_remote_whose_name_looks_like_an_option_is_in_nobodys_way() {
    let world = World::new();
    let config = world.path("situs/.git/config");
    let odd = "[remote \"--all\"]\n\turl = ../lain.git\n";
    fs::write(&config, format!("{}{odd}", fs::read_to_string(&config).unwrap())).unwrap();
    assert!(published(&world.publish()));
}

#[test]
fn a_git_that_crashes_leaves_no_report_in_the_repository() {
    let world = World::new();
    // A pack that cannot be written is what a full disk makes of one.
    fs::remove_dir_all(world.path("situs/.git/objects/pack")).unwrap();
    world.write("situs/.git/objects/pack", "");
    let error = publish(&world.order(), &mut |_| {}, &mut Findings::new()).unwrap_err();
    let said: Vec<String> = error.chain().map(ToString::to_string).collect();
    assert!(!said.iter().any(|line| line.contains("crash report")), "{said:?}");
    let names = fs::read_dir(world.path("situs/.git")).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(names.into_iter().all(|name| !name.to_string_lossy().contains("crash")));
}

#[test]
fn a_hook_of_the_host_refuses() {
    let world = World::new();
    world.hook("asal.git/hooks/pre-receive", "echo 'Cabang ini dikunci.' >&2; exit 1");
    let findings = refused(&world.order());
    assert_eq!(codes(&findings), ["hook-refused"]);
    assert!(findings.iter().next().unwrap().found.id.ends_with("`Cabang ini dikunci.`"));
}

#[test]
fn a_hook_of_our_own_refuses() {
    let world = World::new();
    world.hook("situs/.git/hooks/pre-push", "echo 'Belum diperiksa.' >&2; exit 1");
    let findings = refused(&world.order());
    assert_eq!(codes(&findings), ["own-hook-refused"]);
    assert!(findings.iter().next().unwrap().found.id.ends_with("`Belum diperiksa.`"));
}

#[test]
fn somebody_keeps_pushing() {
    let world = World::new();
    world.publish();
    world.meddle("README.md", "satu\n");
    let racer = world.path("orang-lain");
    world.hook(
        "situs/.git/hooks/pre-push",
        &format!(
            "unset GIT_DIR GIT_WORK_TREE\ncd {} && echo x >> README.md && \
         git -c user.name=x -c user.email=x commit -qam Susulan && git push -q",
            racer.display()
        ),
    );
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    assert_eq!(codes(&refused(&world.order())), ["diverged"]);
    assert_eq!(world.history(), "Susulan\nSusulan\nUbah README.md\nTerbitkan 1 halaman, 1 berkas foto\n");
}

#[test]
fn the_branch_of_the_sources() {
    let world = World::new();
    let order = Order { branch: "main".into(), force_with_lease: true, ..world.order() };
    assert_eq!(codes(&refused(&order)), ["branch-is-source"]);
    let to = world.git(&world.site(), &["remote", "get-url", "origin"]).trim().to_owned();
    assert_eq!(codes(&refused(&Order { to, ..order })), ["branch-is-source"]);
}

#[test]
fn a_branch_with_other_work() {
    let world = World::new();
    world.git(&world.site(), &["push", "-q", "origin", "main:gh-pages"]);
    assert_eq!(codes(&refused(&world.order())), ["branch-not-ours"]);
    let outcome = must(&Order { force_with_lease: true, ..world.order() });
    assert!(published(&outcome));
    assert_eq!(world.history(), "Terbitkan 1 halaman, 1 berkas foto\nSitus\n");
}

#[test]
fn a_single_commit_would_drop_commits_of_others() {
    let world = World::new();
    world.publish();
    world.meddle("CNAME", "contoh.id\n");
    let order = Order { history: History::Single, ..world.order() };
    assert_eq!(codes(&refused(&order)), ["history-has-others"]);
    assert!(published(&must(&Order { force_with_lease: true, ..order })));
    assert_eq!(world.history().lines().count(), 1);
}

#[test]
fn a_branch_name_that_git_does_not_know() {
    let world = World::new();
    for branch in ["-f", "a..b", "", "a b", "HEAD", "@", "refs/heads/x", &"x".repeat(300)] {
        assert_eq!(codes(&refused(&Order { branch: branch.into(), ..world.order() })), ["branch-name-bad"]);
    }
}

#[test]
fn a_branch_that_is_checked_out_over_there() {
    let world = World::new();
    world.git(&world.path(""), &["init", "-q", "-b", "gh-pages", "server"]);
    world.write("server/x", "x");
    world.git(&world.path("server"), &["add", "-A"]);
    world.git(&world.path("server"), &["commit", "-q", "-m", "x"]);
    let order = Order { to: "../server".into(), force_with_lease: true, ..world.order() };
    assert_eq!(codes(&refused(&order)), ["branch-checked-out"]);
}

#[cfg(unix)]
#[test]
fn links_are_left_out_with_a_warning() {
    let world = World::new();
    std::os::unix::fs::symlink("/etc/passwd", world.path("situs/public/rahasia.html")).unwrap();
    let mut findings = Findings::new();
    let outcome = publish(&world.order(), &mut |_| {}, &mut findings).unwrap().unwrap();
    assert!(published(&outcome));
    assert_eq!(codes(&findings), ["unpublishable-file"]);
    assert!(!world.published().contains("rahasia"));
}
