//! Makes the photos in `content/` smaller and takes their location out, on demand only. What was there is
//! never lost: it is committed in git, or a copy is put beside it first.
#![expect(clippy::disallowed_methods, reason = "this room is the door through which originals are rewritten")]

use std::ffi::OsStr;
use std::fs;
use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::Result;

use crate::failure::{Failure, OrFailed as _};
use crate::finding::Findings;
use crate::photo::{self, PhotoFacts};
use crate::settings::Limits;
use crate::source::{Photo, Site};

/// Variables that would lead git to another repository than the site's: a hook, for example, sets them.
const MISLEADING: &[&str] = &["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"];

/// Where the original can still be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Kept {
    /// In the last commit, byte for byte.
    Committed,
    /// In a copy at this path of the site. Its name begins with a dot, so that it is taken for no photo, and the
    /// site's `.gitignore` names it.
    Copied(String),
}

/// What was done to one original, or would be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Change {
    /// Path in the site: `content/kpc/foto/susu.jpg`.
    pub path: String,
    /// Width and height before, as seen.
    pub before_px: (u32, u32),
    /// Width and height after.
    pub after_px: (u32, u32),
    /// Size of the file before.
    pub before_bytes: u64,
    /// Size of the file after.
    pub after_bytes: u64,
    /// True if it carried a location.
    pub had_location: bool,
    /// True if a video lay behind its picture.
    pub had_video: bool,
    /// Where the original is.
    pub kept: Kept,
}

/// Slims every original of a site that carries a location or a video, or is larger than pages need; none grows. With
/// `dry_run` nothing is written. A photo that cannot be used is a finding and stays as it is; so does a symbolic link.
///
/// # Errors
/// If the machine fails to read or write.
pub(crate) fn slim_originals(
    site: &Site,
    limits: &Limits,
    dry_run: bool,
    findings: &mut Findings,
) -> Result<Vec<Change>> {
    let mut changes = Vec::new();
    for name in site.list_cooperatives(findings)? {
        let folder = site.read_cooperative(&name, limits, findings)?;
        for (path, photo) in &folder.photos {
            let facts = match photo {
                Photo::Sound(facts) => facts,
                Photo::Faulty(fault) => {
                    findings.push((**fault).clone());
                    continue;
                }
            };
            let site_path = format!("{}/{path}", folder.path);
            let is_link =
                fs::symlink_metadata(site.root().join(&site_path)).is_ok_and(|file| file.is_symlink());
            if is_link || !photo::needs_slimming(facts) {
                continue;
            }
            let bytes = site.read_photo(&name, path)?;
            match photo::slim_original(&bytes, facts, limits) {
                Ok(Some(slim)) => {
                    changes.push(replace(site.root(), site_path, facts, &bytes, &slim, dry_run)?);
                }
                Ok(None) => {}
                Err(fault) => findings.push(fault.finding(&site_path)),
            }
        }
    }
    Ok(changes)
}

fn replace(
    root: &Path,
    path: String,
    facts: &PhotoFacts,
    bytes: &[u8],
    slim: &[u8],
    dry_run: bool,
) -> Result<Change> {
    let target = root.join(&path);
    let kept = if is_committed(&target) {
        Kept::Committed
    } else {
        let copy = free_name(&target, "asli");
        if !dry_run {
            keep_out_of_git(root)?;
            write_new(&copy, bytes)?;
        }
        Kept::Copied(copy.strip_prefix(root).unwrap_or(&copy).to_string_lossy().replace('\\', "/"))
    };
    if !dry_run {
        let temporary = free_name(&target, "baru");
        write_new(&temporary, slim)?;
        fs::rename(&temporary, &target)
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .or_failed_at(Failure::Write, &target)?;
    }
    Ok(Change {
        path,
        before_px: (facts.width_px, facts.height_px),
        after_px: photo::slim_size(facts),
        before_bytes: u64::try_from(bytes.len())?,
        after_bytes: u64::try_from(slim.len())?,
        had_location: facts.has_location,
        had_video: facts.video_bytes > 0,
        kept,
    })
}

/// `.susu.jpg.asli` beside `susu.jpg`, with a number where that is taken: no copy replaces another.
fn free_name(target: &Path, ending: &str) -> PathBuf {
    let name = target.file_name().map(OsStr::to_string_lossy).unwrap_or_default();
    let plain = target.with_file_name(format!(".{name}.{ending}"));
    let numbered = (2_u32..).map(|number| target.with_file_name(format!(".{name}.{ending}{number}")));
    let is_free = |path: &PathBuf| fs::symlink_metadata(path).is_err();
    std::iter::once(plain.clone()).chain(numbered).find(is_free).unwrap_or(plain)
}

/// What git leaves alone: the copies, which carry what was to be taken out.
const IGNORED: &str = ".*.asli*";

/// Makes git leave copies alone, before there is one.
fn keep_out_of_git(root: &Path) -> Result<()> {
    let path = root.join(".gitignore");
    let before = match fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error).or_failed_at(Failure::Write, &path),
    };
    if before.lines().any(|line| line.trim() == IGNORED) {
        return Ok(());
    }
    let gap = if before.is_empty() || before.ends_with('\n') { "" } else { "\n" };
    // Whole or as it was: a full disk must not leave an empty one, which would let git take what was kept from it.
    let temporary = free_name(&path, "baru");
    write_new(&temporary, format!("{before}{gap}{IGNORED}\n").as_bytes())
        .and_then(|()| fs::rename(&temporary, &path).or_failed_at(Failure::Write, &path))
        .inspect_err(|_| drop(fs::remove_file(&temporary)))
}

/// True if the last commit holds the file as it is on disk. Without git or a repository: false.
fn is_committed(file: &Path) -> bool {
    let (Some(folder), Some(name)) = (file.parent(), file.file_name()) else { return false };
    // A file that git does not know has no difference either: ask for both.
    git_agrees(folder, &["ls-files", "--error-unmatch"], name)
        && git_agrees(folder, &["diff", "--quiet", "--no-ext-diff", "HEAD"], name)
}

fn git_agrees(folder: &Path, arguments: &[&str], name: &OsStr) -> bool {
    let mut git = Command::new("git");
    git.arg("--literal-pathspecs").arg("-C").arg(folder).args(arguments).arg("--").arg(name);
    for variable in MISLEADING {
        git.env_remove(variable);
    }
    git.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    git.status().is_ok_and(|status| status.success())
}

fn write_new(path: &Path, bytes: &[u8]) -> Result<()> {
    let mut file = fs::File::create_new(path).or_failed_at(Failure::Write, path)?;
    let written = file.write_all(bytes).and_then(|()| file.sync_all());
    if let Err(error) = written {
        if error.kind() != ErrorKind::NotFound {
            drop(fs::remove_file(path));
        }
        return Err(error).or_failed_at(Failure::Write, path);
    }
    Ok(())
}
