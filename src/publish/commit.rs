//! From files to a commit: names contents, writes the new ones as one pack, and makes tree and commit with
//! an index in a temporary folder.

use std::path::Path;

use anyhow::{Result, bail};

use super::change::{Changes, Tree};
use super::files::{Counts, OutputFile};
use super::findings;
use super::git::{Repository, refusal, remove_crash_report};
use super::message::{MARK, notes};
use super::order::{History, Order, Step};
use crate::failure::{Failure, GitTask, OrFailed as _};
use crate::finding::{Findings, MessageLanguage, plural};

/// Name of every file's content, as git gives it; nothing is written. Filters (line endings, LFS) are off: a
/// site is published byte for byte.
pub(super) fn name_contents(repository: &Repository, output: &Path, files: Vec<OutputFile>) -> Result<Tree> {
    let call = repository.git(&["hash-object", "--no-filters", "--stdin-paths"]).at(output);
    let answer = call.fed(|git| {
        for file in &files {
            // `./` keeps a leading quotation mark from being taken for quoting.
            writeln!(git, "./{}", file.path).or_failed(Failure::FeedGit)?;
        }
        Ok(())
    })?;
    if !answer.status.success() {
        return Err(refusal(GitTask::Read(output.to_owned()), &answer.stderr));
    }
    let names: Vec<String> = String::from_utf8_lossy(&answer.stdout).lines().map(str::to_owned).collect();
    if names.len() != files.len() {
        bail!(Failure::Git(GitTask::Read(output.to_owned())));
    }
    Ok(files.into_iter().map(|file| file.path).zip(names).collect())
}

/// Everything that a commit says.
pub(super) struct Draft<'a> {
    pub(super) order: &'a Order,
    pub(super) counts: &'a Counts,
    pub(super) changes: &'a Changes,
    /// The remote's tip; `None` for a new branch.
    pub(super) tip: Option<&'a str>,
    /// Files of others that stay.
    pub(super) kept: &'a [String],
}

impl Draft<'_> {
    /// Writes contents, tree and commit into the object store; no branch moves yet. `None`: a build changed
    /// the folder meanwhile.
    pub(super) fn write(
        &self,
        repository: &Repository,
        before: &Tree,
        after: &Tree,
        report: &mut dyn FnMut(Step),
        findings: &mut Findings,
    ) -> Result<Option<String>> {
        let new: Vec<&str> = after
            .iter()
            .filter(|(path, name)| before.get(*path) != Some(name))
            .map(|(path, _)| &**path)
            .collect();
        report(Step::Writing(new.len()));
        write_contents(repository, &self.order.output, &new)?;
        let Some(tree) = write_tree(repository, after)? else {
            findings.push(findings::output::output_changing(&self.order.output));
            return Ok(None);
        };
        let message = self.message(repository, &tree)?;
        let mut arguments = vec!["commit-tree", &tree, "-m", &message];
        if let (Some(tip), History::Kept) = (self.tip, self.order.history) {
            arguments.extend(["-p", tip]);
        }
        let mut call = repository.git(&arguments);
        // On a CI runner nobody has told git who is committing.
        if !repository.git(&["var", "GIT_COMMITTER_IDENT"]).run()?.status.success() {
            for role in ["AUTHOR", "COMMITTER"] {
                call = call
                    .with(&format!("GIT_{role}_NAME"), "etalase")
                    .with(&format!("GIT_{role}_EMAIL"), "etalase@localhost");
            }
        }
        call.line(GitTask::MakeCommit).map(Some)
    }

    fn message(&self, repository: &Repository, tree: &str) -> Result<String> {
        let Counts { pages, photos, .. } = self.counts;
        let Changes { added, changed, removed } = self.changes;
        let (added, changed, removed) = (added.len(), changed.len(), removed.len());
        let source = Source::of(repository, self.order)?;
        let notes = notes(self.kept, tree);
        let words = self.order.words.as_ref().map(|words| format!("{}\n\n", words.trim_end()));
        let words = words.unwrap_or_default();
        Ok(match self.order.language {
            MessageLanguage::Id => format!(
                "Terbitkan {pages} halaman, {photos} berkas foto\n\n\
                 {words}{added} berkas baru, {changed} berubah, {removed} dihapus.\n{}\n{notes}{MARK} {}\n",
                match source {
                    None => String::new(),
                    Some(Source { commit, is_clean: true }) => format!("Dari komit {commit}.\n"),
                    Some(Source { commit, .. }) => {
                        format!("Dari komit {commit}, dengan perubahan yang belum dikomit.\n")
                    }
                },
                env!("CARGO_PKG_VERSION")
            ),
            MessageLanguage::En => format!(
                "Publish {pages} {}, {photos} {}\n\n\
                 {words}{added} {} new, {changed} changed, {removed} removed.\n{}\n{notes}{MARK} {}\n",
                plural(*pages, "page", "pages"),
                plural(*photos, "photo file", "photo files"),
                plural(added, "file", "files"),
                match source {
                    None => String::new(),
                    Some(Source { commit, is_clean: true }) => format!("From commit {commit}.\n"),
                    Some(Source { commit, .. }) => {
                        format!("From commit {commit}, with changes that are not committed.\n")
                    }
                },
                env!("CARGO_PKG_VERSION")
            ),
        })
    }
}

/// What a site was built from.
struct Source {
    commit: String,
    /// False if the working tree holds something else than the commit.
    is_clean: bool,
}

impl Source {
    /// None for a repository without a commit, or one of ours.
    fn of(repository: &Repository, order: &Order) -> Result<Option<Self>> {
        if !repository.is_the_sites_own() {
            return Ok(None);
        }
        let answer = repository.git(&["rev-parse", "--verify", "--quiet", "--short", "HEAD"]).run()?;
        if !answer.status.success() {
            return Ok(None);
        }
        let commit = String::from_utf8_lossy(&answer.stdout).trim_end().to_owned();
        // Without its optional locks: it would bring the index up to date.
        let status =
            ["--no-optional-locks", "status", "--porcelain", "--", "etalase.yaml", "content", "themes"];
        let changed = repository.git(&status).from(&order.site).output(GitTask::LookAtSources)?;
        Ok(Some(Self { commit, is_clean: changed.is_empty() }))
    }
}

/// Sources of the site that are not committed as they are, from the top of its repository. None without a repository.
pub(super) fn changed_sources(repository: &Repository, order: &Order) -> Result<Vec<String>> {
    if !repository.is_the_sites_own() {
        return Ok(Vec::new());
    }
    let status =
        ["--no-optional-locks", "status", "--porcelain", "-z", "--", "etalase.yaml", "content", "themes"];
    let answer = repository.git(&status).from(&order.site).output(GitTask::LookAtSources)?;
    let answer = String::from_utf8_lossy(&answer);
    Ok(answer
        .split('\0')
        .filter_map(|entry| entry.get(3..))
        .filter(|path| !path.is_empty())
        .map(str::to_owned)
        .collect())
}

/// As one pack, without looking for similarities: photos have none, and 20,000 loose objects would take
/// several times as long to write and again to push.
fn write_contents(repository: &Repository, output: &Path, paths: &[&str]) -> Result<()> {
    if paths.is_empty() {
        return Ok(());
    }
    // git takes and gives back its compressor's memory for every file, and glibc would hand it to the system each
    // time: more time than the compression of a page. Source: mallopt(3).
    let call = repository.git(&["fast-import", "--quiet", "--done", "--depth=0"]);
    let answer = call.with("MALLOC_TRIM_THRESHOLD_", "67108864").fed(|git| {
        for path in paths {
            #[expect(clippy::disallowed_methods, reason = "publish is a door: it hands the site to git")]
            let bytes = std::fs::read(output.join(path)).or_failed_at(Failure::Read, path)?;
            writeln!(git, "blob\ndata {}", bytes.len())
                .and_then(|()| git.write_all(&bytes))
                .and_then(|()| git.write_all(b"\n"))
                .or_failed(Failure::FeedGit)?;
        }
        git.write_all(b"done\n").or_failed(Failure::FeedGit)
    })?;
    if !answer.status.success() {
        remove_crash_report(&answer.stderr);
        return Err(refusal(GitTask::StoreSite, &answer.stderr));
    }
    Ok(())
}

/// `None` if a content that was named is not in the store: its file has changed since.
fn write_tree(repository: &Repository, files: &Tree) -> Result<Option<String>> {
    let folder =
        tempfile::Builder::new().prefix("etalase-terbit-").tempdir().or_failed(Failure::MakeIndexFolder)?;
    let index = folder.path().join("index");
    let call = repository.git(&["update-index", "-z", "--index-info"]).with("GIT_INDEX_FILE", &index);
    let answer = call.fed(|git| {
        for (path, name) in files {
            // What others put there may be no plain file, and says so.
            let (mode, name) = name.split_once(' ').unwrap_or(("100644", name));
            write!(git, "{mode} {name}\t{path}\0").or_failed(Failure::FeedGit)?;
        }
        Ok(())
    })?;
    if !answer.status.success() {
        return Err(refusal(GitTask::ListSite, &answer.stderr));
    }
    let answer = repository.git(&["write-tree"]).with("GIT_INDEX_FILE", &index).run()?;
    if answer.status.success() {
        return Ok(Some(String::from_utf8_lossy(&answer.stdout).trim_end().to_owned()));
    }
    if String::from_utf8_lossy(&answer.stderr).contains("invalid object") {
        return Ok(None);
    }
    Err(refusal(GitTask::MakeTree, &answer.stderr))
}
