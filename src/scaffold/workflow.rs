//! CI files: each checks the site, builds it and brings it to one host.

use std::path::PathBuf;

use super::{NewFile, filled};
use crate::host::Host;

/// Address of the repository that etalase is taken from; empty as long as `Cargo.toml` names none.
pub const SOURCE: &str = env!("CARGO_PKG_REPOSITORY");

/// Where services look for CI files: at the top of the repository.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CiPlace {
    /// The top of the repository, or the site where it is in none.
    pub top: PathBuf,
    /// The way from there to the site: `situs/toko/`, or empty.
    pub folder: String,
}

impl CiPlace {
    /// True if the way can stand in a CI file as it is.
    pub fn is_plain(&self) -> bool {
        let is_plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-' | '/');
        self.folder.chars().all(is_plain) && !self.folder.starts_with('-')
    }
}

/// The files by which CI publishes to a host; none for hosts that no CI can reach. Paths start at the top of the
/// repository, `folder` is the way from there to the site. `project` is the site's name at the host.
pub fn workflow_files(host: &Host, project: &str, folder: &str) -> Vec<NewFile> {
    let branch = host.branch.unwrap_or("gh-pages");
    let inner = folder.trim_end_matches('/');
    // Only a site below the top of its repository needs these.
    let below = |text: &str| if folder.is_empty() { String::new() } else { text.replace('…', inner) };
    let pairs = [
        ("@VERSI@", env!("CARGO_PKG_VERSION").to_owned()),
        ("@SUMBER@", SOURCE.to_owned()),
        ("@HOST_ARG@", format!("--host {} ", host.name)),
        ("@PROYEK@", project.to_owned()),
        ("@CABANG@", branch.to_owned()),
        ("@FOLDER@", folder.to_owned()),
        ("@SITUS@", inner.to_owned()),
        ("@SITUS_ARG@", below("… ")),
        ("@DEFAULTS@", below("defaults:\n  run:\n    working-directory: …\n\n")),
        ("@WRANGLER@", below("          workingDirectory: …\n")),
        ("@MASUK@", below("    - cd \"$CI_PROJECT_DIR/…\"\n")),
        ("@KELUAR@", below("    - mv public \"$CI_PROJECT_DIR/public\"\n")),
        ("@BASE@", below("  base = \"…\"\n")),
    ];
    let file = |path: &str, text: &str| (path.to_owned(), filled(text, &pairs));
    let github = |rest: &str| {
        let text = include_str!("../host/ci/github.yml").replace("@UNGGAH@\n", rest);
        file(".github/workflows/terbit.yml", &text)
    };
    match host.name {
        "github-pages" => vec![github(include_str!("../host/ci/github-pages.yml"))],
        "cloudflare-pages" => vec![github(include_str!("../host/ci/github-cloudflare-pages.yml"))],
        "cloudflare-workers" => vec![
            github(include_str!("../host/ci/github-cloudflare-workers.yml")),
            file(&format!("{folder}wrangler.jsonc"), include_str!("../host/ci/wrangler.jsonc")),
        ],
        "gitlab-pages" => vec![file(".gitlab-ci.yml", include_str!("../host/ci/gitlab.yml"))],
        "codeberg-pages" => vec![file(".woodpecker/terbit.yaml", include_str!("../host/ci/woodpecker.yml"))],
        "netlify" => vec![file("netlify.toml", include_str!("../host/ci/netlify.toml"))],
        // These hosts follow a branch that holds the finished site.
        "vercel" | "firebase" | "umum" => vec![github(concat!(
            include_str!("../host/ci/github-cabang-hasil.yml"),
            include_str!("../host/ci/github-cabang.yml")
        ))],
        _ => Vec::new(),
    }
}
