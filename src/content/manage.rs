//! `kelola:` of `etalase.yaml`: the repository in which a page of the site changes profiles. What one word says, nobody
//! has to say twice: an address names the service, and the service its address.

use super::contact::parse_link;
use super::findings::manage as finding;
use super::mapping::Keys;
use super::typed::Typed;
use crate::finding::{Findings, Span};
use crate::keys::{FORGE_DOMAINS, FORGES};
use crate::settings::{Forge, Manage};

const FORGE_WORDS: [(&str, Forge); 3] =
    [(FORGES[0], Forge::GitHub), (FORGES[1], Forge::GitLab), (FORGES[2], Forge::Forgejo)];

/// The branch of a new repository.
const BRANCH: &str = "main";

/// Where changes go; `None` with a finding if that is not said so that it can be asked.
pub(super) fn read_manage(mut keys: Keys<'_>, findings: &mut Findings) -> Option<Manage> {
    let repository = keys.parse("repo", parse_repository, findings);
    let forge = keys.choice("inang", &FORGE_WORDS, findings);
    let has_server = keys.has("alamat");
    let server = keys.parse("alamat", parse_server, findings);
    let branch = keys.parse("cabang", parse_branch, findings).unwrap_or_else(|| BRANCH.to_owned());
    let folder = keys.parse("folder", parse_folder, findings).unwrap_or_default();
    let at = keys.value_span("repo");
    keys.finish(findings);
    let (named, repository) = repository?;
    if has_server && server.is_none() {
        return None;
    }
    let server = server.or(named);
    let Some(forge) = forge.or_else(|| forge_of(server.as_deref())) else {
        findings.push(finding::forge_not_told(at, server.as_deref().unwrap_or_default()));
        return None;
    };
    let usual = usual_server(forge);
    let server = server.unwrap_or_else(|| usual.clone());
    if !fits(forge, &repository) {
        findings.push(finding::not_a_repository(at, &repository));
        return None;
    }
    if forge == Forge::GitHub && server != usual {
        findings.push(finding::not_that_server(at, &server, &usual));
        return None;
    }
    Some(Manage { forge, server, repository, branch, folder })
}

/// The service at an address; GitHub where none is named.
fn forge_of(server: Option<&str>) -> Option<Forge> {
    let Some(server) = server else { return Some(Forge::GitHub) };
    FORGE_WORDS.iter().map(|(_, forge)| *forge).find(|forge| usual_server(*forge) == server)
}

fn usual_server(forge: Forge) -> String {
    let index = FORGE_WORDS.iter().position(|(_, known)| *known == forge).unwrap_or_default();
    format!("https://{}", FORGE_DOMAINS[index])
}

/// Account and name; GitLab also has groups between them.
fn fits(forge: Forge, repository: &str) -> bool {
    let parts = repository.split('/').count();
    if forge == Forge::GitLab { parts >= 2 } else { parts == 2 }
}

/// `nama/repo`, or its address with the server before it.
fn parse_repository(typed: Typed<'_>, findings: &mut Findings) -> Option<(Option<String>, String)> {
    let text = typed.text.trim_end_matches('/');
    let text = text.strip_suffix(".git").unwrap_or(text);
    let (server, path) = match text.strip_prefix("https://") {
        Some(rest) => {
            let (domain, path) = rest.split_once('/').unwrap_or((rest, ""));
            (Some(format!("https://{domain}")), path)
        }
        None => (None, text),
    };
    let is_server = server.as_deref().is_none_or(is_server);
    if !is_server || path.split('/').count() < 2 || !path.split('/').all(is_name) {
        findings.push(finding::not_a_repository(typed.span(), typed.text));
        return None;
    }
    Some((server, path.to_owned()))
}

/// The address of a server, which a content policy must be able to name.
fn parse_server(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let address = parse_link(typed, findings)?;
    let server = address.trim_end_matches('/');
    if !is_server(server) {
        findings.push(finding::not_a_server(typed));
        return None;
    }
    Some(server.to_owned())
}

/// True for a domain, with or without a port, and folders below it.
fn is_server(address: &str) -> bool {
    let Some(rest) = address.strip_prefix("https://") else { return false };
    let (domain, folders) = rest.split_once('/').unwrap_or((rest, ""));
    let (name, port) = domain.split_once(':').unwrap_or((domain, "443"));
    let is_label = |label: &str| {
        !label.is_empty() && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    name.contains('.')
        && name.split('.').all(is_label)
        && port.parse::<u16>().is_ok()
        && (folders.is_empty() || folders.split('/').all(is_name))
}

fn parse_branch(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    parse_path(typed, finding::not_a_branch, findings)
}

/// A folder, with a slash at its end.
fn parse_folder(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    if matches!(typed.text, "." | "./" | "/") {
        return Some(String::new());
    }
    parse_path(typed, finding::not_a_folder, findings).map(|folder| format!("{folder}/"))
}

fn parse_path(
    typed: Typed<'_>,
    refused: fn(Span, &str) -> crate::finding::Finding,
    findings: &mut Findings,
) -> Option<String> {
    let path = typed.text.strip_prefix("./").unwrap_or(typed.text).trim_end_matches('/');
    if !path.split('/').all(is_name) {
        findings.push(refused(typed.span(), typed.text));
        return None;
    }
    Some(path.to_owned())
}

/// A part of a path that needs no escaping anywhere and leads nowhere else.
fn is_name(part: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    !part.is_empty() && !matches!(part, "." | "..") && part.bytes().all(is_plain)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::read_settings;
    use crate::finding::SourceFile;
    use crate::model::Date;

    fn read(text: &str) -> (Option<Manage>, String) {
        let file = SourceFile::new("etalase.yaml", format!("kelola: {text}\n"));
        let mut findings = Findings::new();
        let settings = read_settings(Some(&file), Date::constant(2026, 11, 24), &mut findings);
        (settings.manage, findings.brief())
    }

    fn told(text: &str) -> String {
        let (manage, findings) = read(text);
        assert_eq!(manage, None, "{text}");
        findings.trim_end().rsplit(' ').next().unwrap_or_default().to_owned()
    }

    fn manage(forge: Forge, server: &str, repository: &str, branch: &str, folder: &str) -> Manage {
        let [server, repository, branch, folder] =
            [server, repository, branch, folder].map(ToOwned::to_owned);
        Manage { forge, server, repository, branch, folder }
    }

    #[test]
    fn what_is_not_said_follows_from_what_is() {
        for (text, forge, server, repository) in [
            ("{repo: sagara/situs}", Forge::GitHub, "https://github.com", "sagara/situs"),
            ("{repo: sagara/situs, inang: forgejo}", Forge::Forgejo, "https://codeberg.org", "sagara/situs"),
            (
                "{repo: https://codeberg.org/sagara/situs}",
                Forge::Forgejo,
                "https://codeberg.org",
                "sagara/situs",
            ),
            (
                "{repo: https://gitlab.com/dinas/jabar/situs.git}",
                Forge::GitLab,
                "https://gitlab.com",
                "dinas/jabar/situs",
            ),
            (
                "{repo: a/b, inang: gitlab, alamat: 'https://git.contoh.id/gitlab/'}",
                Forge::GitLab,
                "https://git.contoh.id/gitlab",
                "a/b",
            ),
        ] {
            let (read, findings) = read(text);
            assert_eq!(findings, "", "{text}");
            assert_eq!(read, Some(manage(forge, server, repository, "main", "")), "{text}");
        }
        let (read, _) = read("{repo: a/b, cabang: isi/baru, folder: ./situs/}");
        assert_eq!(read, Some(manage(Forge::GitHub, "https://github.com", "a/b", "isi/baru", "situs/")));
    }

    #[test]
    fn what_cannot_be_asked_is_told() {
        assert_eq!(told("{inang: github}"), "missing-key");
        for repository in
            ["situs", "a/../b", "a//b", "\"a b/c\"", "http://github.com/a/b", "a/b/c", "https://lokal/a/b"]
        {
            assert_eq!(told(&format!("{{repo: {repository}}}")), "manage-repository", "{repository}");
        }
        assert_eq!(told("{repo: 'https://git.contoh.id/a/b'}"), "manage-forge");
        assert_eq!(told("{repo: a/b, inang: github, alamat: 'https://git.contoh.id'}"), "manage-server");
        assert_eq!(told("{repo: a/b, inang: forgejo, alamat: 'https://gît.contoh.id'}"), "manage-server");
        assert_eq!(read("{repo: a/b, cabang: '../x'}").1, "etalase.yaml:1:29 manage-branch\n");
        assert_eq!(read("{repo: a/b, folder: 'a/../b'}").1, "etalase.yaml:1:29 manage-folder\n");
    }
}
