//! A site, its repository and the one that it is published to.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use etalase::for_tests::{GitProgram, History, Order, Outcome, State, publish};
use etalase::{Findings, MessageLanguage};
use tempfile::TempDir;

/// A site in its own repository, and a bare repository that is its `origin`.
pub(crate) struct World {
    folder: TempDir,
}

impl World {
    pub(crate) fn new() -> Self {
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

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    pub(crate) fn site(&self) -> PathBuf {
        self.path("situs")
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn environment(&self) -> Vec<(OsString, OsString)> {
        [
            ("GIT_CONFIG_GLOBAL", self.path("gitconfig").into_os_string()),
            ("GIT_CONFIG_NOSYSTEM", "1".into()),
            ("HOME", self.path("").into_os_string()),
        ]
        .map(|(name, value)| (name.into(), value))
        .into()
    }

    /// Runs git as a person would; its answer.
    pub(crate) fn git(&self, at: &Path, arguments: &[&str]) -> String {
        let mut command = Command::new("git");
        command.arg("-C").arg(at).args(["-c", "user.name=Orang Lain", "-c", "user.email=orang@contoh.id"]);
        command.args(arguments).envs(self.environment());
        let output = command.output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git {arguments:?}: {stderr}");
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub(crate) fn order(&self) -> Order {
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
            words: None,
            language: MessageLanguage::Id,
            git: GitProgram { environment: self.environment(), ..GitProgram::default() },
        }
    }

    pub(crate) fn publish(&self) -> Outcome {
        must(&self.order())
    }

    /// Every file of a branch of `origin`, a line each.
    pub(crate) fn published(&self) -> String {
        self.git(&self.path("asal.git"), &["ls-tree", "-r", "--name-only", "gh-pages"])
    }

    pub(crate) fn history(&self) -> String {
        self.git(&self.path("asal.git"), &["log", "--format=%s", "gh-pages"])
    }

    /// Somebody else commits to the published branch.
    pub(crate) fn meddle(&self, file: &str, text: &str) {
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

    pub(crate) fn hook(&self, path: &str, script: &str) {
        self.write(path, &format!("#!/bin/sh\n{script}\n"));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(self.path(path), fs::Permissions::from_mode(0o755)).unwrap();
        }
    }

    /// Both repositories whole: every object there and readable.
    pub(crate) fn assert_sound(&self) {
        for repository in ["situs", "asal.git"] {
            self.git(&self.path(repository), &["fsck", "--strict", "--no-dangling"]);
        }
    }
}

pub(crate) fn must(order: &Order) -> Outcome {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap();
    outcome.unwrap_or_else(|| panic!("not published: {}", findings.brief()))
}

/// The findings of a publication that did not come about.
pub(crate) fn refused(order: &Order) -> Findings {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap();
    assert_eq!(outcome, None);
    assert!(findings.has_error());
    for finding in &findings {
        assert!(finding.found.id != finding.found.en, "{} speaks one language", finding.code);
    }
    findings
}

pub(crate) fn codes(findings: &Findings) -> Vec<String> {
    findings.iter().map(|finding| finding.code.to_string()).collect()
}

pub(crate) fn published(outcome: &Outcome) -> bool {
    matches!(outcome.state, State::Published(_))
}

/// Publishes, and gives the codes of what was said.
pub(crate) fn said(order: &Order) -> (Outcome, Vec<String>) {
    let mut findings = Findings::new();
    let outcome = publish(order, &mut |_| {}, &mut findings).unwrap().unwrap();
    (outcome, codes(&findings))
}
