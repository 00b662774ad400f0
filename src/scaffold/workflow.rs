//! CI files: each checks the site, builds it and brings it to one host.

use std::path::PathBuf;

use super::template::{NewFile, filled};
use crate::host::{self, CiFile, Host};

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

/// The files by which CI publishes to a host; none for hosts that no CI can reach. Paths start at the top of the
/// repository, `folder` is the way from there to the site. `project` is the site's name at the host. `collects` for a
/// portal that shows cooperatives with sites of their own.
pub(crate) fn workflow_files(host: &Host, project: &str, folder: &str, collects: bool) -> Vec<NewFile> {
    let inner = folder.trim_end_matches('/');
    // Only a site below the top of its repository needs these.
    let below = |text: &str| if folder.is_empty() { String::new() } else { text.replace('…', inner) };
    let pairs = [
        // First: it has marks of its own.
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
    ];
    let path = |file: &CiFile| format!("{}{}", if file.is_in_site { folder } else { "" }, file.path);
    let collecting = host::collecting_file(host).filter(|_| collects);
    let files = host.ci_files.iter().chain(&collecting);
    files.map(|file| (path(file), filled(file.template, &pairs))).collect()
}
