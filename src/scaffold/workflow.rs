//! CI files: each checks the site, builds it and brings it to one host.

use super::{NewFile, filled};
use crate::host::Host;

/// The files by which CI publishes to a host; none for hosts that no CI can reach. `project` is the site's
/// name at the host.
pub fn workflow_files(host: &Host, project: &str) -> Vec<NewFile> {
    let branch = host.branch.unwrap_or("gh-pages");
    let pairs = [
        ("@VERSI@", env!("CARGO_PKG_VERSION").to_owned()),
        ("@HOST_ARG@", format!("--host {} ", host.name)),
        ("@PROYEK@", project.to_owned()),
        ("@CABANG@", branch.to_owned()),
    ];
    let file = |path: &str, text: &str| (path.to_owned(), filled(text, &pairs));
    let github = |rest: &str| {
        let text = include_str!("templates/github.yml").replace("@UNGGAH@\n", rest);
        file(".github/workflows/terbit.yml", &text)
    };
    match host.name {
        "github-pages" => vec![github(include_str!("templates/unggah-github.yml"))],
        "cloudflare-pages" => vec![github(include_str!("templates/unggah-cloudflare-pages.yml"))],
        "cloudflare-workers" => vec![
            github(include_str!("templates/unggah-cloudflare-workers.yml")),
            file("wrangler.jsonc", include_str!("templates/wrangler.jsonc")),
        ],
        "gitlab-pages" => vec![file(".gitlab-ci.yml", include_str!("templates/gitlab.yml"))],
        "codeberg-pages" => vec![file(".woodpecker/terbit.yaml", include_str!("templates/woodpecker.yml"))],
        "netlify" => vec![file("netlify.toml", include_str!("templates/netlify.toml"))],
        // These hosts follow a branch that holds the finished site.
        "vercel" | "firebase" | "umum" => vec![github(concat!(
            include_str!("templates/unggah-cabang-hasil.yml"),
            include_str!("templates/unggah-cabang.yml")
        ))],
        _ => Vec::new(),
    }
}
