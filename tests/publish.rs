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
            folder: self.site(),
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

/// Publishes, and gives the codes of what was said.
fn said(order: &Order) -> (Outcome, Vec<&'static str>) {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap().unwrap();
    (outcome, codes(&findings))
}

// ---- what others put on the branch ----

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
        assert_eq!((outcome.changes.removed.len(), codes), (0, vec!["others-left"]));
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

// ---- a plain folder ----

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
