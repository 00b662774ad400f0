//! The page by which a clerk with a phone changes profiles: files as any others, which ask the repository's own server
//! and nobody else. What a changed profile is and what is wrong with it, it learns from `engine.wasm.gz`: the rooms
//! `content` and `amend`, compiled for browsers by `tools/kelola/build`. Belongs to no theme, and no page links to it.

use serde_json::json;

use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::markdown::escape;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::{Forge, Manage, Settings};

mod forms;
mod prices;

pub(crate) use prices::claim_prices;

const PAGE: &str = include_str!("page/index.html");
const STYLE: &str = include_str!("page/kelola.css");
const WORKER: &str = include_str!("page/sw.js");
const ENGINE: &[u8] = include_bytes!("engine.wasm.gz");

/// The script, part by part: each uses only names of those before it.
const SCRIPT: [&str; 11] = [
    include_str!("page/words.js"),
    include_str!("page/engine.js"),
    include_str!("page/hosts.js"),
    include_str!("page/draft.js"),
    include_str!("page/merge.js"),
    include_str!("page/photo.js"),
    include_str!("page/fields.js"),
    include_str!("page/help.js"),
    include_str!("page/lists.js"),
    include_str!("page/ci.js"),
    include_str!("page/app.js"),
];

/// A cooperative whose profile can be changed.
pub(crate) struct Managed<'a> {
    /// Name of its folder in `content/`.
    pub(crate) folder: &'a str,
    /// What people call it.
    pub(crate) label: &'a str,
}

/// Claims the page and all that it needs. Pages of a cooperative begin at `root`, in which `{folder}` is the name of
/// its folder: empty, or ending in a slash.
pub(crate) fn claim_page(
    manage: &Manage,
    root: &str,
    settings: &Settings,
    cooperatives: &[Managed<'_>],
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let script = format!("'use strict';\n{}", SCRIPT.map(lean).concat());
    let files = [
        named("js", script.into_bytes()),
        named("css", lean(STYLE).into_bytes()),
        named("bin", ENGINE.to_vec()),
    ];
    let [script, style, engine] = files.each_ref().map(|(name, _)| format!("../{}", routes::asset(name)));
    let page = PAGE
        .replace("@policy@", &escape(&policy(manage)))
        .replace("@script@", &script)
        .replace("@style@", &style)
        .replace("@site@", &escape(&site(manage, root, &engine)))
        .replace("@title@", &escape(&settings.title));
    let kept = ["./", "koperasi.json", &script, &style, &engine].join(" ");
    let version = short(format!("{page}{kept}").as_bytes());
    let worker = lean(WORKER).replace("@version@", &version).replace("@files@", &kept);
    let list: Vec<_> = cooperatives.iter().map(|one| json!([one.folder, one.label])).collect();
    let mut claim = |path: String, output: Output| plan.claim(SitePath::new(path), output, findings);
    for (name, bytes) in files {
        claim(routes::asset(name), Output::Asset(bytes));
    }
    claim(routes::MANAGE_LIST.to_owned(), Output::Page(json!(list).to_string().into_bytes()));
    claim(routes::MANAGE_WORKER.to_owned(), Output::Page(worker.into_bytes()));
    claim(format!("{}index.html", routes::MANAGE), Output::Page(page.into_bytes()));
}

/// What the script is told about the site, as JSON.
fn site(manage: &Manage, root: &str, engine: &str) -> String {
    let Manage { forge, server, repository, branch, folder } = manage;
    json!({
        "forge": word(*forge),
        "server": server,
        "api": api(*forge, server),
        "repo": repository,
        "branch": branch,
        "folder": folder,
        "engine": engine,
        "prices": format!("../{root}{}", routes::MANAGE_PRICES),
        "goods": forms::of_prices(),
    })
    .to_string()
}

fn word(forge: Forge) -> &'static str {
    match forge {
        Forge::GitHub => "github",
        Forge::GitLab => "gitlab",
        Forge::Forgejo => "forgejo",
    }
}

/// Where its interface lies.
fn api(forge: Forge, server: &str) -> String {
    match forge {
        Forge::GitHub => server.replacen("https://", "https://api.", 1),
        Forge::GitLab => format!("{server}/api/v4"),
        Forge::Forgejo => format!("{server}/api/v1"),
    }
}

/// Scripts of this site only, none of them in the page; nobody is asked but the repository's server.
fn policy(manage: &Manage) -> String {
    let api = api(manage.forge, &manage.server);
    let origin = api.splitn(4, '/').take(3).collect::<Vec<_>>().join("/");
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob:; \
         connect-src 'self' {origin}; worker-src 'self'; base-uri 'none'; form-action 'none'"
    )
}

/// A file whose name follows from its content.
fn named(ending: &str, bytes: Vec<u8>) -> (String, Vec<u8>) {
    (format!("kelola-{}.{ending}", short(&bytes)), bytes)
}

fn short(bytes: &[u8]) -> String {
    let mut name = Fingerprint::of(bytes).to_string();
    name.truncate(16);
    name
}

/// Without the lines that only comment and the spaces that only indent.
fn lean(text: &str) -> String {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plan(forge: Forge, server: &str) -> Plan {
        let [server, repository, branch] = [server, "sagara/situs", "main"].map(ToOwned::to_owned);
        let manage = Manage { forge, server, repository, branch, folder: "situs/".to_owned() };
        let settings = Settings {
            title: "Etalase <Sagara>".to_owned(),
            ..Settings::for_day(jiff::civil::date(2026, 11, 24))
        };
        let (mut plan, mut findings) = (Plan::new(), Findings::new());
        let known = [Managed { folder: "susu-sagara", label: "KPS \"Sagara\"" }];
        claim_page(&manage, "{folder}/", &settings, &known, &mut plan, &mut findings);
        assert_eq!(findings.brief(), "");
        plan
    }

    fn text(plan: &Plan, path: &str) -> String {
        String::from_utf8(plan.get(path).and_then(Output::bytes).expect("claimed").to_vec()).expect("UTF-8")
    }

    #[test]
    fn its_policy_names_the_server_that_it_asks_and_nobody_else() {
        for (forge, server, origin) in [
            (Forge::GitHub, "https://github.com", "https://api.github.com"),
            (Forge::GitLab, "https://git.contoh.id:8443/gitlab", "https://git.contoh.id:8443"),
            (Forge::Forgejo, "https://codeberg.org", "https://codeberg.org"),
        ] {
            let page = text(&plan(forge, server), "kelola/index.html").replace("&#39;", "'");
            let policy = page.split("content=\"").find(|part| part.starts_with("default-src")).expect("one");
            let connects = policy.split("; ").find_map(|rule| rule.strip_prefix("connect-src 'self' "));
            assert_eq!(connects, Some(origin));
            assert!(policy.contains("script-src 'self' 'wasm-unsafe-eval';"), "{policy}");
            assert!(page.contains("<meta name=\"robots\" content=\"noindex"), "{page}");
        }
    }

    #[test]
    fn every_placeholder_is_filled_and_what_is_typed_is_text() {
        let plan = plan(Forge::GitHub, "https://github.com");
        let page = text(&plan, "kelola/index.html");
        assert!(page.contains("Etalase &lt;Sagara&gt;") && !page.contains('@'), "{page}");
        assert!(!text(&plan, "kelola/sw.js").contains("'@"));
        assert_eq!(text(&plan, "kelola/koperasi.json"), r#"[["susu-sagara","KPS \"Sagara\""]]"#);
        let scripts = page.matches("<script").count();
        assert_eq!((scripts, page.matches("<script defer src=\"../aset/kelola-").count()), (1, 1));
    }

    #[test]
    fn the_first_screen_and_the_engine_are_small_enough_for_a_slow_line() {
        let plan = plan(Forge::GitHub, "https://github.com");
        let of = |ending: &str| -> usize {
            let path = |path: &SitePath| path.as_str().ends_with(ending);
            plan.iter().filter(|(at, _)| path(at)).map(|(_, it)| it.bytes().unwrap_or_default().len()).sum()
        };
        // Before compression; the browser tests weigh what is sent.
        assert!(of(".html") + of(".css") + of(".js") < 150 * 1024);
        assert!(of(".bin") < 352 * 1024, "{}", of(".bin"));
    }
}
