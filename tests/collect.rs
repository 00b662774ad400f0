//! Sites of their own: asked, held against what the office knows, kept, and shown. Every server is a thread of the
//! test, on this machine.
#![expect(clippy::disallowed_methods, reason = "these tests make folders and look at them")]

#[path = "collect/server.rs"]
mod server;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use assert_cmd::Command;
use server::{Reply, Server, gzip_bomb, summary};

/// A site with a list of others.
fn site_with(list: &str) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    write(folder.path(), "etalase.yaml", "judul: Portal Dinas\nalamat: https://dinas.contoh.id/\n");
    write(folder.path(), "content/_situs.yaml", list);
    folder
}

fn write(site: &Path, path: &str, text: &str) {
    let file = site.join(path);
    fs::create_dir_all(file.parent().expect("it has a folder")).expect("made");
    fs::write(file, text).expect("written");
}

/// Output, findings and exit code of a command.
fn run(site: &Path, arguments: &[&str]) -> (String, String, i32) {
    let output = Command::cargo_bin("etalase")
        .expect("the program")
        .args(arguments)
        .args(["--lang", "en"])
        .current_dir(site)
        // 30 November 2026, 10.00 in Jakarta.
        .env("SOURCE_DATE_EPOCH", "1796007600")
        .output()
        .expect("it ran");
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("UTF-8");
    (text(&output.stdout), text(&output.stderr), output.status.code().unwrap_or(-1))
}

fn collect(site: &Path) -> (String, String, i32) {
    run(site, &["collect", "--allow-private", "--timeout", "2"])
}

/// Names of the files that were kept.
fn kept(site: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(site.join("content/_situs")) else { return Vec::new() };
    let name = |entry: std::io::Result<fs::DirEntry>| entry.expect("read").file_name().into_string();
    let mut names: Vec<String> = entries.map(|entry| name(entry).expect("text")).collect();
    names.sort();
    names
}

#[test]
fn a_portal_of_collected_sites_needs_no_cooperative_of_its_own() {
    let susu = Server::start(vec![Reply::json(&summary("susu", "Koperasi Susu", "")).with_etag("\"1\"")]);
    let site = site_with(&format!("situs:\n  - {}\n", susu.address()));
    let (out, findings, code) = collect(site.path());
    assert_eq!(code, 0, "{findings}");
    assert!(out.contains("new: Koperasi Susu") && out.contains("1 file written"), "{out}");
    let (_, findings, code) = run(site.path(), &["build"]);
    assert_eq!(code, 0, "{findings}");
    let front = fs::read_to_string(site.path().join("public/index.html")).expect("a portal");
    assert!(
        front.contains(&format!("<a href=\"{}\" rel=\"external\">Koperasi Susu</a>", susu.address())),
        "{front}"
    );
    assert!(!front.contains("<img"), "no picture of another host");
    assert!(
        site.path().join("public/pantau/pantau.json").exists() && !site.path().join("public/susu").exists()
    );
    let (_, findings, code) = run(site.path(), &["check"]);
    assert_eq!(code, 0, "{findings}");
}

#[test]
fn what_did_not_change_is_not_sent_and_not_written() {
    let body = summary("susu", "Koperasi Susu", "");
    let susu = Server::start(vec![Reply::json(&body).with_etag("\"1\""), Reply::not_modified()]);
    // A host that knows of no versions.
    let kopi = Server::start(vec![Reply::json(&summary("kopi", "Koperasi Kopi", ""))]);
    let site = site_with(&format!("situs:\n  - {}\n  - {}\n", susu.address(), kopi.address()));
    collect(site.path());
    let (out, findings, code) = collect(site.path());
    assert_eq!((code, findings.as_str()), (0, ""));
    assert!(out.contains("2 answered, 2 of them as before") && out.contains("0 files written"), "{out}");
    assert_eq!(susu.asked().last().and_then(server::Asked::version), Some("\"1\"".to_owned()));
}

#[test]
fn what_changed_is_told_by_price() {
    let goods = |price: u32, other: &str| {
        let shown = format!(
            r#","products":{{"count":2,"shown":[{{"slug":"keju","name":"Keju","price":{price}}},{{"slug":"{other}","name":"Lain"}}]}}"#
        );
        Reply::json(&summary("susu", "Koperasi Susu", &shown))
    };
    let susu = Server::start(vec![goods(39_000, "yoghurt"), goods(41_000, "es")]);
    let site = site_with(&format!("situs:\n  - {}\n", susu.address()));
    collect(site.path());
    let (out, ..) = collect(site.path());
    let told = "price of keju Rp 39.000 -> Rp 41.000, new product es, product gone yoghurt";
    assert!(out.contains(&format!("changed: Koperasi Susu ({}): {told}", susu.address())), "{out}");
    write(site.path(), "content/_situs.yaml", "situs: []\n");
    let (out, ..) = collect(site.path());
    assert!(out.contains("listed no more: Koperasi Susu") && kept(site.path()).is_empty(), "{out}");
}

#[test]
fn ten_kinds_of_broken_sites_are_told_each_and_cost_the_others_nothing() {
    let replies: Vec<(&str, Vec<Reply>)> = vec![
        ("site-without-summary", vec![Reply::status(404)]),
        ("site-refuses", vec![Reply::status(503)]),
        ("site-answers-page", vec![Reply::page("<!doctype html><title>Domain dijual</title>")]),
        ("site-not-a-summary", vec![Reply::json("{\"etalase\":1,")]),
        ("site-newer", vec![Reply::json(&summary("baru", "Baru", "").replacen('1', "99", 1))]),
        ("site-too-large", vec![Reply::endless(50_000_000)]),
        ("site-too-large", vec![gzip_bomb()]),
        ("site-too-slow", vec![Reply::silence()]),
        ("site-too-slow", vec![Reply::drip()]),
        ("site-redirects", vec![Reply::redirect("/etalase.json")]),
        ("site-garbled", vec![Reply::raw("220 smtp.contoh.id ESMTP\r\n")]),
        ("site-garbled", vec![Reply::cut()]),
        ("site-unsafe", vec![Reply::json(&summary("../susu", "Susu", ""))]),
        (
            "site-unsafe",
            vec![Reply::json(&summary(
                "a",
                "A",
                r#","cover":{"file":"https://lain.id/a.webp","width_px":1,"height_px":1}"#,
            ))],
        ),
        ("site-markup", vec![Reply::json(&summary("b", "<script>alert(1)</script>", ""))]),
        (
            "site-region",
            vec![Reply::json(&summary("c", "C", r#","region":{"code":"33.01","regency":"Lain"}"#))],
        ),
        ("site-future-days", vec![Reply::json(&summary("d", "D", r#","updated":"2036-01-01""#))]),
        ("site-slug-taken", vec![Reply::json(&summary("kpc", "Koperasi Palsu", ""))]),
        ("site-name-taken", vec![Reply::json(&summary("e", "Koperasi Peternakan  CONTOH", ""))]),
    ];
    let good = Server::start(vec![Reply::json(&summary("susu", "Koperasi Susu", ""))]);
    let servers: Vec<(&str, Server)> =
        replies.into_iter().map(|(code, replies)| (code, Server::start(replies))).collect();
    let mut list = format!("situs:\n  - {}\n", good.address());
    for (_, server) in &servers {
        writeln!(list, "  - {{alamat: {}, wilayah: \"32\"}}", server.address()).expect("a String");
    }
    // Nobody listens, no such name, no encryption where there should be.
    let closed = Server::closed();
    let plain = good.address().replace("http://", "https://");
    write!(list, "  - {closed}\n  - http://tidak-ada.invalid/\n  - {plain}\n").expect("a String");
    let site = site_with(&list);
    write(
        site.path(),
        "content/kpc/profil.yaml",
        "nama: Koperasi Peternakan Contoh\nkontak: {whatsapp: 0812-0000-0000}\nproduk: [{nama: Susu, harga: 9.000}]\n",
    );
    let (out, findings, code) = run(site.path(), &["collect", "--allow-private", "--timeout", "2", "--json"]);
    assert_eq!(code, 0, "a broken site stops nobody: {findings}");
    let told: Vec<serde_json::Value> =
        findings.lines().chain(out.lines()).filter_map(|line| serde_json::from_str(line).ok()).collect();
    let has = |code: &str, line: usize| {
        told.iter().any(|finding| finding["code"] == code && finding["line"] == line)
    };
    for (index, (code, _)) in servers.iter().enumerate() {
        assert!(has(code, index + 3), "{code} at line {}: {findings}{out}", index + 3);
    }
    let after = servers.len() + 3;
    for (index, code) in ["site-unreachable", "site-unknown-host", "site-certificate"].into_iter().enumerate()
    {
        assert!(has(code, after + index), "{code}: {findings}{out}");
    }
    let is_new = |name: &str| told.iter().any(|news| news["what"] == "new" && news["name"] == name);
    assert!(is_new("Koperasi Susu") && is_new("D"), "{out}");
    assert_eq!(kept(site.path()).len(), 2, "{:?}", kept(site.path()));
}

#[test]
fn the_last_good_answer_stays_and_ages() {
    let good = Reply::json(&summary("susu", "Koperasi Susu", r#","updated":"2026-11-29""#));
    let susu = Server::start(vec![good.clone(), Reply::status(500), Reply::status(500), good]);
    let other = Server::start(vec![Reply::json(&summary("kopi", "Koperasi Kopi", ""))]);
    let site = site_with(&format!("situs:\n  - {}\n  - {}\n", susu.address(), other.address()));
    collect(site.path());
    let (out, findings, _) = collect(site.path());
    assert!(
        out.contains("silent: Koperasi Susu") && findings.contains("silent since 2026-11-30"),
        "{out}{findings}"
    );
    let (out, ..) = collect(site.path());
    assert!(!out.contains("silent:") && out.contains("0 files written"), "told once as news: {out}");
    let state = |today: &str| {
        run(site.path(), &["build", "--today", today]);
        let json = fs::read_to_string(site.path().join("public/pantau/pantau.json")).expect("monitoring");
        let data: serde_json::Value = serde_json::from_str(&json).expect("JSON");
        let row =
            data["cooperatives"].as_array().expect("rows").iter().find(|row| row["slug"] == "susu").cloned();
        row.map(|row| row["freshness"].clone()).unwrap_or_default()
    };
    let front = || fs::read_to_string(site.path().join("public/index.html")).expect("a portal");
    assert_eq!(state("2026-12-01"), "fresh");
    assert_eq!(state("2026-12-20"), "stale");
    assert!(front().contains("Koperasi Susu"));
    assert_eq!(state("2027-01-15"), "silent");
    assert!(!front().contains("Koperasi Susu"), "a link that leads nowhere is no help to a buyer");
    let (out, ..) = collect(site.path());
    assert!(out.contains("answers again: Koperasi Susu"), "{out}");
}

#[test]
fn a_site_does_not_become_another_cooperatives() {
    let susu = Server::start(vec![
        Reply::json(&summary("susu", "Koperasi Susu", "")),
        Reply::json(&summary("judi", "Situs Lain", "")),
        Reply::json(&summary("susu-baru", "Koperasi Susu Baru", r#","old_slugs":["susu"]"#)),
    ]);
    let site = site_with(&format!("situs:\n  - {}\n", susu.address()));
    collect(site.path());
    let (_, findings, code) = collect(site.path());
    assert!(code == 0 && findings.contains("site-identity-changed"), "{findings}");
    run(site.path(), &["build"]);
    let front = fs::read_to_string(site.path().join("public/index.html")).expect("a portal");
    assert!(front.contains("Koperasi Susu") && !front.contains("Situs Lain"));
    let (out, findings, _) = collect(site.path());
    assert!(
        out.contains("changed: Koperasi Susu Baru") && findings.is_empty(),
        "a new name of its own: {findings}"
    );
}

#[test]
fn this_machine_is_asked_with_leave_only() {
    let susu = Server::start(vec![Reply::json(&summary("susu", "Koperasi Susu", ""))]);
    let plain = susu.address().replace("http://", "https://");
    let site = site_with(&format!("situs:\n  - {}\n  - {plain}\n", susu.address()));
    let (_, findings, code) = run(site.path(), &["collect"]);
    assert_eq!(code, 0, "{findings}");
    assert!(findings.contains("site-not-https") && findings.contains("site-private"), "{findings}");
    assert!(susu.asked().is_empty() && kept(site.path()).is_empty());
}

#[test]
fn without_a_network_nobody_is_called_silent() {
    let susu = Server::start(vec![Reply::json(&summary("susu", "Koperasi Susu", ""))]);
    let site = site_with(&format!("situs:\n  - {}\n", susu.address()));
    collect(site.path());
    let file = site.path().join("content/_situs").join(&kept(site.path())[0]);
    let before = fs::read_to_string(&file).expect("kept");
    let list = format!("situs:\n  - {}\n  - http://tidak-ada.invalid/\n", susu.address());
    write(site.path(), "content/_situs.yaml", &list);
    drop(susu);
    let (_, findings, code) = collect(site.path());
    assert!(code == 1 && findings.contains("no-site-answers"), "{findings}");
    assert_eq!(fs::read_to_string(&file).expect("kept"), before);
}

#[test]
fn a_list_with_a_mistake_removes_nothing_and_a_dry_run_writes_nothing() {
    let susu = Server::start(vec![Reply::json(&summary("susu", "Koperasi Susu", ""))]);
    let list = format!("situs:\n  - {}\n", susu.address());
    let site = site_with(&list);
    let (out, ..) = run(site.path(), &["collect", "--allow-private", "--dry-run"]);
    assert!(out.contains("new: Koperasi Susu") && out.contains("nothing was written"), "{out}");
    assert!(kept(site.path()).is_empty());
    collect(site.path());
    write(site.path(), "content/_situs.yaml", "situs:\n  - susu.contoh.id\n");
    let (_, findings, code) = collect(site.path());
    assert!(code == 1 && findings.contains("site-address"), "{findings}");
    assert_eq!(kept(site.path()).len(), 1);
    fs::remove_file(site.path().join("content/_situs.yaml")).expect("removed");
    let (_, findings, code) = collect(site.path());
    assert!(code == 1 && findings.contains("sites-list-missing"), "{findings}");
}
