//! Calls git and collects what it says. Knows no branch, no remote and no site.

use std::ffi::OsStr;
use std::io::{ErrorKind, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use anyhow::Result;

use super::findings;
use super::order::{GitProgram, Order};
use crate::failure::{Failure, GitTask, OrFailed as _};
use crate::finding::{Findings, without_secrets};

/// Variables that would lead git to another repository than the one meant: a hook, for example, sets them.
/// Source: `git rev-parse --local-env-vars`, without those that carry configuration.
const MISLEADING: &[&str] = &[
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_COMMON_DIR",
    "GIT_DIR",
    "GIT_GRAFT_FILE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_INTERNAL_SUPER_PREFIX",
    "GIT_NAMESPACE",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OBJECT_DIRECTORY",
    "GIT_PREFIX",
    "GIT_QUARANTINE_PATH",
    "GIT_REPLACE_REF_BASE",
    "GIT_SHALLOW_FILE",
    "GIT_WORK_TREE",
];

/// Settings of each call. A server that falls silent in the middle of a transfer is not waited for without end: less
/// than a byte a second for five minutes, unless `GIT_HTTP_LOW_SPEED_LIMIT` says otherwise.
const SETTINGS: [&str; 4] =
    ["gc.auto=0", "maintenance.auto=false", "http.lowSpeedLimit=1", "http.lowSpeedTime=300"];

/// A repository whose object store takes the new commit: the site's own, or, where the site is in none, a
/// bare one in its state folder.
#[derive(Debug)]
pub(super) struct Repository {
    git: GitProgram,
    interactive: bool,
    folder: PathBuf,
    /// Where hooks of the repository expect to run; none for the bare one in the state folder.
    top: Option<PathBuf>,
}

impl Repository {
    /// Finds the site's repository. `None`: git is missing, or there is no repository and none is needed for
    /// an address that names its own.
    pub(super) fn open(order: &Order, findings: &mut Findings) -> Result<Option<Self>> {
        let at = |folder: PathBuf, top| Self {
            git: order.git.clone(),
            interactive: order.interactive,
            folder,
            top,
        };
        let mut ask = at(PathBuf::new(), None).base_command();
        ask.arg("-C").arg(&order.site).args(["rev-parse", "--absolute-git-dir", "--show-toplevel"]);
        let answer = match ask.output() {
            Err(error) if error.kind() == ErrorKind::NotFound => {
                findings.push(findings::repository::git_missing());
                return Ok(None);
            }
            answer => answer.or_failed(Failure::StartGit)?,
        };
        if answer.status.success() {
            let answer = String::from_utf8_lossy(&answer.stdout).into_owned();
            let mut lines = answer.lines().map(PathBuf::from);
            return Ok(lines.next().map(|folder| at(folder, lines.next())));
        }
        let said = String::from_utf8_lossy(&answer.stderr);
        if said.contains("dubious ownership") {
            findings.push(findings::repository::repository_untrusted(&order.site));
            return Ok(None);
        }
        if !names_a_place(order) {
            findings.push(findings::repository::no_repository(&order.site));
            return Ok(None);
        }
        let own = at(order.site.join(".etalase").join("terbit.git"), None);
        own.create()?;
        Ok(Some(own))
    }

    /// True if the site is in a repository that has a remote called like `to`.
    pub(super) fn has_remote(order: &Order) -> Result<bool> {
        let mut ask = Self { git: order.git.clone(), interactive: false, folder: PathBuf::new(), top: None }
            .base_command();
        ask.arg("-C").arg(&order.site).arg("remote");
        match ask.output() {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
            answer => {
                let answer = answer.or_failed(Failure::StartGit)?;
                let names = String::from_utf8_lossy(&answer.stdout);
                Ok(answer.status.success() && names.lines().any(|name| name == order.to))
            }
        }
    }

    /// Harmless where it exists already, also half made.
    fn create(&self) -> Result<()> {
        let mut command = self.base_command();
        command.args(["init", "--quiet", "--bare"]).arg(&self.folder);
        Call { command }.output(GitTask::MakeRepository).map(drop)
    }

    /// The top of the site's own repository.
    pub(super) fn top(&self) -> Option<&Path> {
        self.top.as_deref()
    }

    /// True unless this is the bare one in the state folder.
    pub(super) fn is_the_sites_own(&self) -> bool {
        self.top.is_some()
    }

    /// One git command in this repository. Of those that are called only one looks at the working tree, and none
    /// changes it.
    pub(super) fn git<S: AsRef<OsStr>>(&self, arguments: &[S]) -> Call {
        let mut command = self.base_command();
        command.env("GIT_DIR", &self.folder);
        if let Some(top) = &self.top {
            command.env("GIT_WORK_TREE", top).current_dir(top);
        }
        command.args(SETTINGS.iter().flat_map(|setting| ["-c", setting])).args(arguments);
        Call { command }
    }

    /// True if the repository holds only part of the history, as those of most CI runs do.
    pub(super) fn is_shallow(&self) -> Result<bool> {
        Ok(self.git(&["rev-parse", "--is-shallow-repository"]).line(GitTask::LookAtRepository)? == "true")
    }

    fn base_command(&self) -> Command {
        let mut command = Command::new(&self.git.program);
        for name in MISLEADING {
            command.env_remove(name);
        }
        command
            .env("LC_ALL", "C")
            .env_remove("LANGUAGE")
            .envs(self.git.environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::null());
        if !self.interactive {
            command.env("GIT_TERMINAL_PROMPT", "0");
        }
        command
    }
}

/// A name of a remote has no slash and no colon; an address or a path has one.
pub(super) fn is_address(to: &str) -> bool {
    to.contains(['/', '\\', ':']) || to == "." || to == ".."
}

/// True if `to` is not only a word: an address, or a folder that is there. `origin` is a remote even if nobody typed
/// it.
pub(super) fn names_a_place(order: &Order) -> bool {
    is_address(&order.to) || (order.to != "origin" && order.folder.join(&order.to).is_dir())
}

/// The path that `to` names, if it is one: `../situs`, `C:\\situs`, but not `https://…` nor `git@host:path`.
pub(super) fn local_path(to: &str, from: &Path) -> Option<PathBuf> {
    let is_drive = matches!(to.as_bytes(), [letter, b':', b'/' | b'\\', ..] if letter.is_ascii_alphabetic());
    let first = to.split(['/', '\\']).next().unwrap_or(to);
    (is_drive || !first.contains(':')).then(|| from.join(to))
}

/// True for a folder with a repository in it, or a bare one.
pub(super) fn is_repository(folder: &Path) -> bool {
    folder.join(".git").exists() || (folder.join("HEAD").is_file() && folder.join("objects").is_dir())
}

/// A git command that is ready to run.
pub(super) struct Call {
    command: Command,
}

impl Call {
    /// Takes paths from this folder on, as if it were the working tree.
    pub(super) fn at(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder).env("GIT_WORK_TREE", folder);
        self
    }

    /// Called from this folder: its paths start there.
    pub(super) fn from(mut self, folder: &Path) -> Self {
        self.command.current_dir(folder);
        self
    }

    /// With one more variable.
    pub(super) fn with(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Runs it, whatever comes of it.
    pub(super) fn run(mut self) -> Result<Output> {
        self.command.output().or_failed(Failure::StartGit)
    }

    /// Runs it, but no longer than this; `None` if it had not ended by then.
    pub(super) fn run_within(mut self, patience: Duration) -> Result<Option<Output>> {
        let mut child = self
            .command
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .or_failed(Failure::StartGit)?;
        let (Some(stdout), Some(stderr)) = (child.stdout.take(), child.stderr.take()) else {
            return Err(Failure::WaitForGit.into());
        };
        let deadline = Instant::now() + patience;
        let answers = [read_beside(stdout), read_beside(stderr)];
        let mut heard = Vec::new();
        for answer in answers {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = answer.recv_timeout(left) else {
                // Those who read beside end with the helpers that git has started, which notice that it is gone.
                drop(child.kill());
                drop(child.wait());
                return Ok(None);
            };
            heard.push(bytes);
        }
        let status = child.wait().or_failed(Failure::WaitForGit)?;
        let stderr = heard.pop().unwrap_or_default();
        Ok(Some(Output { status, stdout: heard.pop().unwrap_or_default(), stderr }))
    }

    /// Runs it; the answer, or an error that names the task.
    pub(super) fn output(self, task: GitTask) -> Result<Vec<u8>> {
        let output = self.run()?;
        if !output.status.success() {
            return Err(refusal(task, &output.stderr));
        }
        Ok(output.stdout)
    }

    /// Runs it; the answer's only line.
    pub(super) fn line(self, task: GitTask) -> Result<String> {
        Ok(String::from_utf8_lossy(&self.output(task)?).trim_end().to_owned())
    }

    /// Runs it and feeds it, while its answer is collected: a full pipe on one side never blocks the other.
    pub(super) fn fed(mut self, feed: impl FnOnce(&mut dyn Write) -> Result<()> + Send) -> Result<Output> {
        let mut child = self
            .command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .or_failed(Failure::StartGit)?;
        let stdin = child.stdin.take().ok_or(Failure::FeedGit)?;
        std::thread::scope(|scope| {
            let speaking = scope.spawn(move || {
                let mut stdin = std::io::BufWriter::with_capacity(1 << 16, stdin);
                feed(&mut stdin)?;
                stdin.flush().or_failed(Failure::FeedGit)
            });
            let output = child.wait_with_output().or_failed(Failure::WaitForGit)?;
            let spoken = speaking.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            // Where git gave up, its own words say more than the pipe that broke.
            if output.status.success() {
                spoken?;
            }
            Ok(output)
        })
    }
}

/// What comes out of a pipe until it closes, read on a thread of its own.
fn read_beside(mut pipe: impl Read + Send + 'static) -> mpsc::Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    std::thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read until the pipe broke is what git said; nobody may be waiting for it any more.
        drop(pipe.read_to_end(&mut bytes));
        drop(sender.send(bytes));
    });
    receiver
}

/// Removes the report that `fast-import` leaves in the repository when it ends before its time: it holds nothing that
/// its words do not say.
pub(super) fn remove_crash_report(stderr: &[u8]) {
    let said = String::from_utf8_lossy(stderr);
    let reports =
        said.lines().filter_map(|line| line.split_once(CRASH_REPORT)).map(|(_, path)| Path::new(path.trim()));
    for report in reports {
        let is_report =
            report.file_name().is_some_and(|name| name.to_string_lossy().starts_with("fast_import_crash_"));
        if is_report && report.is_absolute() {
            #[expect(clippy::disallowed_methods, reason = "publish is a door: it tidies up behind git")]
            let removed = std::fs::remove_file(report);
            // What cannot be removed is in nobody's way.
            drop(removed);
        }
    }
}

/// What `fast-import` says before the path of its report.
const CRASH_REPORT: &str = "dumping crash report to ";

/// An error that nobody foresaw: what git was asked, and its last words on stderr, if it had any.
pub(super) fn refusal(task: GitTask, stderr: &[u8]) -> anyhow::Error {
    match last_words(stderr) {
        Some(words) => Failure::Git(task).because(anyhow::Error::msg(words)),
        None => Failure::Git(task).into(),
    }
}

/// Characters of a line that are repeated.
const MOST_QUOTED: usize = 200;

/// A line of what git, a hook or the other side said, as it may be repeated: no secrets of addresses, and not without
/// end.
pub(super) fn quoted(line: &str) -> String {
    // Cut twice: a line may have megabytes, and what is left out must not cut a secret in half.
    let start: String = line.chars().take(20 * MOST_QUOTED).collect();
    let shown = without_secrets(&start);
    let is_long = shown.chars().count() > MOST_QUOTED || start.len() < line.len();
    if !is_long {
        return shown;
    }
    let mut cut: String = shown.chars().take(MOST_QUOTED).collect();
    cut.push('…');
    cut
}

/// The last line of what git said; it speaks English, whatever the language of the person.
fn last_words(stderr: &[u8]) -> Option<String> {
    let said = String::from_utf8_lossy(stderr);
    said.lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty() && !line.contains(CRASH_REPORT))
        .map(quoted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_remotes_name_is_no_address() {
        assert!(!is_address("origin"));
        for address in
            ["https://x.example/a.git", "git@x.example:a.git", "../situs.git", "C:\\situs.git", "."]
        {
            assert!(is_address(address), "{address}");
        }
    }

    #[test]
    fn a_path_is_told_from_an_address() {
        let from = Path::new("/situs");
        for (to, path) in
            [("../salinan", "/situs/../salinan"), ("/srv/web", "/srv/web"), ("web", "/situs/web")]
        {
            assert_eq!(local_path(to, from).as_deref(), Some(Path::new(path)));
        }
        assert!(local_path("C:\\web", from).is_some());
        for to in ["https://x.example/a.git", "git@x.example:a/b.git", "file:///srv/web", "x:web"] {
            assert_eq!(local_path(to, from), None, "{to}");
        }
    }

    #[test]
    fn the_last_words_skip_empty_lines() {
        assert_eq!(last_words(b"hint: x\nfatal: y\n\n").as_deref(), Some("fatal: y"));
        assert_eq!(last_words(b"\n \n"), None);
        let crashed =
            b"fatal: No space left on device\nfast-import: dumping crash report to /x/fast_import_crash_1\n";
        assert_eq!(last_words(crashed).as_deref(), Some("fatal: No space left on device"));
    }

    #[test]
    fn a_line_without_end_is_cut() {
        let said = quoted(&format!("a{}", "é".repeat(3_000_000)));
        assert_eq!((said.chars().count(), said.ends_with("é…")), (MOST_QUOTED + 1, true));
        assert_eq!(quoted(&"x".repeat(MOST_QUOTED)).len(), MOST_QUOTED);
    }

    #[test]
    fn the_last_words_hold_no_password() {
        assert_eq!(
            last_words(b"fatal: 'https://k:rahasia@x.id/a.git' is odd\n").as_deref(),
            Some("fatal: 'https://x.id/a.git' is odd")
        );
    }
}
