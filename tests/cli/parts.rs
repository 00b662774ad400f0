//! A theme leaves parts of a site out: then there is nothing of them, and no link leads there.

use std::path::Path;

use super::site::{Site, files};

/// Each part with something that its files' paths hold.
const PARTS: [(&str, &str); 12] = [
    ("gabung", "gabung/"),
    ("laporan", "laporan/"),
    ("keranjang", "keranjang/"),
    ("luring", "sw.js"),
    ("feed", "feed/"),
    ("kartu", "kartu/situs-"),
    ("cetak", "cetak/poster/"),
    ("muda", "muda/"),
    ("kit", "muda/kit/"),
    ("guru", "muda/guru/"),
    ("agenda", "agenda/"),
    ("pantau", "pantau/"),
];

/// The demo's texts with a theme without some parts; photos stay away, since they take long to be made.
fn site_without(parts: &str) -> Site {
    let site = site();
    leave_out(&site, parts);
    site
}

fn leave_out(site: &Site, parts: &str) {
    site.put("themes/polos/theme.yaml", format!("nama: Polos\ndasar: etalase\ntanpa: [{parts}]\n"));
}

fn site() -> Site {
    let site = Site::new();
    for (path, bytes) in files(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content")) {
        if !path.contains("/foto/") {
            let text = String::from_utf8(bytes).expect("a text");
            site.put(&format!("content/{path}"), without_photos(&text));
        }
    }
    site.put("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\ntema: polos\nbahasa: [id, su]\n");
    site
}

/// A profile or story without the keys that name photos, and what stands indented below them.
pub(crate) fn without_photos(text: &str) -> String {
    let depth = |line: &str| line.len() - line.trim_start().len();
    let mut left_out = None;
    let mut kept = String::new();
    for line in text.lines() {
        if left_out.is_some_and(|above| line.trim().is_empty() || depth(line) > above) {
            continue;
        }
        let is_photo =
            ["foto:", "sampul:", "logo:", "qris_foto:"].iter().any(|key| line.trim_start().starts_with(key));
        left_out = is_photo.then(|| depth(line));
        if !is_photo {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

#[test]
fn a_part_that_a_theme_leaves_out_has_no_file_and_no_link_leads_there() {
    let all = PARTS.map(|(part, _)| part).join(", ");
    // One site, built again and again: share pictures are drawn once, and what a part leaves behind would be seen.
    let site = site();
    for (parts, gone) in PARTS
        .iter()
        .map(|(part, path)| (*part, vec![*path]))
        .chain([(all.as_str(), PARTS.map(|(_, path)| path).to_vec())])
    {
        leave_out(&site, parts);
        let checked = site.run("check --json --today 2026-11-24");
        let broken: Vec<_> = checked.codes().into_iter().filter(|code| code.starts_with("link-")).collect();
        assert!(broken.is_empty(), "without {parts}: {}", checked.stdout);
        site.build("--quiet");
        let left: Vec<_> = files(&site.path("public"))
            .into_keys()
            .filter(|path| gone.iter().any(|gone| format!("/{path}").contains(&format!("/{gone}"))))
            .collect();
        assert!(left.is_empty(), "without {parts}: {left:?}");
    }
}

#[test]
fn with_every_part_there_is_something_of_each() {
    let site = site_without("");
    site.build("--quiet");
    let there = files(&site.path("public"));
    for (part, path) in PARTS {
        assert!(there.keys().any(|file| format!("/{file}").contains(&format!("/{path}"))), "{part}");
    }
}

#[test]
fn a_part_that_does_not_exist_is_a_finding_at_its_place() {
    let checked = site_without("keranjang, warung").run("check --json --today 2026-11-24");
    let finding = &checked.findings()[0];
    assert_eq!((&finding["code"], &finding["line"]), (&"theme-word-unknown".into(), &3.into()));
}
