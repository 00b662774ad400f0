//! Publishing against real repositories: one test for each message, and the promises that nobody's commits
//! are lost, nothing of the site's own repository is touched, and a kill leaves both sides sound.
#![expect(clippy::disallowed_methods, reason = "these tests make sites and repositories on the disk")]
#![expect(clippy::unwrap_used, reason = "in a test, a failing machine is a failing test")]

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use etalase::finding::{Findings, MessageLanguage};
use etalase::publish::{GitProgram, History, Order, Outcome, State, publish};
use tempfile::TempDir;

/// A site in its own repository, and a bare repository that is its `origin`.
struct World {
    folder: TempDir,
}

impl World {
    fn new() -> Self {
        let world = Self { folder: TempDir::new().unwrap() };
        fs::create_dir_all(world.site()).unwrap();
        world.git(&world.path(""), &["init", "-q", "--bare", "asal.git"]);
        world.git(&world.site(), &["init", "-q", "-b", "main"]);
        world.git(&world.site(), &["remote", "add", "origin", "../asal.git"]);
        world.write("situs/etalase.yaml", "judul: Uji\n");
        world.write("situs/.gitignore", "/public/\n");
        world.git(&world.site(), &["add", "-A"]);
        world.git(&world.site(), &["commit", "-q", "-m", "Situs"]);
        world.write("situs/public/index.html", "<h1>Beranda</h1>\n");
        world.write("situs/public/.nojekyll", "");
        world.write("situs/public/.gitignore", "*\n");
        world.write("situs/public/.etalase/lock", "");
        world.write("situs/public/foto/susu.webp", "RIFF");
        world.write("situs/public/feed/agenda.ics", "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n");
        world
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn site(&self) -> PathBuf {
        self.path("situs")
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    fn environment(&self) -> Vec<(OsString, OsString)> {
        [
            ("GIT_CONFIG_GLOBAL", self.path("gitconfig").into_os_string()),
            ("GIT_CONFIG_NOSYSTEM", "1".into()),
            ("HOME", self.path("").into_os_string()),
        ]
        .map(|(name, value)| (name.into(), value))
        .into()
    }

    /// Runs git as a person would; its answer.
    fn git(&self, at: &Path, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.arg("-C").arg(at).args(["-c", "user.name=Orang Lain", "-c", "user.email=orang@contoh.id"]);
        command.args(arguments).envs(self.environment());
        let output = command.output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {stderr}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    fn order(&self) -> Order {
        Order {
            site: self.site(),
            output: self.site().join("public"),
            to: "origin".into(),
            branch: "gh-pages".into(),
            history: History::Kept,
            force_with_lease: false,
            dry_run: false,
            interactive: false,
            language: MessageLanguage::Id,
            git: GitProgram { program: "git".into(), environment: self.environment() },
        }
    }

    fn publish(&self) -> Outcome {
        must(&self.order())
    }

    /// Every file of a branch of `origin`, a line each.
    fn published(&self) -> String {
        self.git(&self.path("asal.git"), &["ls-tree", "-r", "--name-only", "gh-pages"])
    }

    fn history(&self) -> String {
        self.git(&self.path("asal.git"), &["log", "--format=%s", "gh-pages"])
    }

    /// Somebody else commits to the published branch.
    fn meddle(&self, file: &str, text: &str) {
        let clone = self.path("orang-lain");
        if !clone.exists() {
            self.git(&self.path(""), &["clone", "-q", "-b", "gh-pages", "asal.git", "orang-lain"]);
        }
        self.git(&clone, &["pull", "-q"]);
        self.write(&format!("orang-lain/{file}"), text);
        self.git(&clone, &["add", "-A"]);
        self.git(&clone, &["commit", "-q", "-m", &format!("Ubah {file}")]);
        self.git(&clone, &["push", "-q"]);
    }

    fn hook(&self, path: &str, script: &str) {
        self.write(path, &format!("#!/bin/sh\n{script}\n"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(self.path(path), fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    /// Both repositories whole: every object there and readable.
    fn assert_sound(&self) {
        for repository in ["situs", "asal.git"] {
            self.git(&self.path(repository), &["fsck", "--strict", "--no-dangling"]);
        }
    }
}

fn must(order: &Order) -> Outcome {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap();
    outcome.unwrap_or_else(|| panic!("not published: {}", findings.brief()))
}

/// The findings of a publication that did not come about.
fn refused(order: &Order) -> Findings {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap();
    assert_eq!(outcome, None);
    assert!(findings.has_error());
    for finding in &findings {
        assert!(finding.found.id != finding.found.en, "{} speaks one language", finding.code);
    }
    findings
}

fn codes(findings: &Findings) -> Vec<&'static str> {
    findings.iter().map(|finding| finding.code).collect()
}

fn published(outcome: &Outcome) -> bool {
    matches!(outcome.state, State::Published(_))
}

// ---- what it does ----

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

#[test]
fn commits_of_others_stay_in_the_history() {
    let world = World::new();
    world.publish();
    world.meddle("CNAME", "contoh.id\n");
    world.write("situs/public/index.html", "<h1>Baru</h1>\n");
    let mut findings = Findings::new();
    let outcome = publish(&world.order(), &mut |_| {}, &mut findings).unwrap().unwrap();
    assert!(published(&outcome));
    assert_eq!(codes(&findings), ["others-replaced"]);
    assert_eq!(world.history().lines().nth(1), Some("Ubah CNAME"));
    let shown = &findings.iter().next().unwrap().help.en;
    let tip = world.git(&world.path("asal.git"), &["rev-parse", "--short=10", "gh-pages~"]);
    assert_eq!(shown, &format!("the old content is still there: `git show {}:CNAME`", tip.trim()));
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

// ---- what stands in the way, a message each ----

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
    assert_eq!(findings.iter().next().unwrap().expected.id, "salah satu dari: origin");
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
    for branch in ["-f", "a..b", "", "a b"] {
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
