//! CI files: each checks the site, builds it and brings it to one host.

use std::num::NonZeroU32;
use std::path::PathBuf;

use super::template::{NewFile, filled};
use crate::host::{self, CiFile, CiForm, Engine, Host};

/// Address of the repository that etalase is taken from; empty as long as `Cargo.toml` names none.
pub(crate) const SOURCE: &str = env!("CARGO_PKG_REPOSITORY");

/// Where services look for CI files: at the top of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct CiPlace {
    /// The top of the repository, or the site where it is in none.
    pub top: PathBuf,
    /// The way from there to the site: `situs/toko/`, or empty.
    pub folder: String,
}

impl CiPlace {
    /// True if the way can stand in a CI file as it is.
    pub(crate) fn is_plain(&self) -> bool {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
        self.folder.chars().all(is_plain) && !self.folder.starts_with('-')
    }
}

/// What a site asks of CI beside a build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct CiNeeds {
    /// It shows cooperatives with sites of their own.
    pub collects: bool,
    /// It is built in so many parts.
    pub parts: Option<NonZeroU32>,
    /// Machines share its cache.
    pub shares: bool,
}

/// The files by which CI publishes to a host; none for hosts that no CI can reach. Paths start at the top of the
/// repository, `folder` is the way from there to the site. `project` is the site's name at the host.
pub(crate) fn workflow_files(host: &Host, project: &str, folder: &str, needs: CiNeeds) -> Vec<NewFile> {
    let CiNeeds { collects, .. } = needs;
    let inner = folder.trim_end_matches('/');
    // Only a site below the top of its repository needs these.
    let below = |text: &str| if folder.is_empty() { String::new() } else { text.replace('…', inner) };
    let mut pairs = form_of(needs);
    pairs.extend([
        ("@HIMPUN@", if collects { host::collecting_job().to_owned() } else { String::new() }),
        ("@VERSI@", env!("CARGO_PKG_VERSION").to_owned()),
        ("@SUMBER@", SOURCE.to_owned()),
        ("@HOST_ARG@", format!("--host {} ", host.name)),
        ("@PROYEK@", project.to_owned()),
        ("@CABANG@", host.branch.to_owned()),
        ("@FOLDER@", folder.to_owned()),
        ("@SITUS@", inner.to_owned()),
        ("@SITUS_ARG@", below("… ")),
        ("@DEFAULTS@", below("defaults:\n  run:\n    working-directory: …\n\n")),
        ("@WRANGLER@", below("          workingDirectory: …\n")),
        ("@MASUK@", below("    - cd \"$CI_PROJECT_DIR/…\"\n")),
        ("@KELUAR@", below("    - mv public \"$CI_PROJECT_DIR/public\"\n")),
        ("@BASE@", below("  base = \"…\"\n")),
    ]);
    let collecting = host::collecting_file(host).filter(|_| collects);
    let files = host.ci_files.iter().chain(&collecting);
    files.map(|file| (path_of(file, folder), filled(file.template, &pairs))).collect()
}

/// The files by which an engine that is no host builds a site in parts, as `workflow_files`.
pub(crate) fn engine_files(engine: Engine, folder: &str, needs: CiNeeds) -> Vec<NewFile> {
    let pairs = form_of(needs);
    let files = host::engine_files(engine).iter();
    files.map(|file| (path_of(file, folder), filled(file.template, &pairs))).collect()
}

/// What stands at the marks that whole and divided builds fill in differently. First of all: some have marks of their
/// own.
fn form_of(needs: CiNeeds) -> Vec<(&'static str, String)> {
    let CiNeeds { parts, shares, .. } = needs;
    let marks = host::ci_marks(CiForm { in_parts: parts.is_some(), shares });
    let count = parts.map_or(1, NonZeroU32::get);
    let all: Vec<String> = (1..=count).map(|part| part.to_string()).collect();
    let mut pairs: Vec<_> = marks.into_iter().map(|(mark, text)| (mark, text.to_owned())).collect();
    pairs.extend([
        ("@PROGRAM_LAIN@", if shares { "-s3".to_owned() } else { String::new() }),
        ("@BAGIAN@", count.to_string()),
        ("@DAFTAR_BAGIAN@", all.join(", ")),
    ]);
    pairs
}

fn path_of(file: &CiFile, folder: &str) -> String {
    format!("{}{}", if file.is_in_site { folder } else { "" }, file.path)
}
