use super::*;
use crate::model::Date;
use crate::settings::GuideGroup;
use chapters::id_of;

const LONG: usize = 45_000;

/// The guides of `etalase.yaml` that names these files in groups, and what there is to say of them.
fn read(groups: &[&[&str]], files: &[(&str, &str)]) -> (Guides, String) {
    let mut settings = Settings::for_day(Date::constant(2026, 11, 24));
    let yaml = SourceFile::new("etalase.yaml", groups.concat().join("\n"));
    let mut line = 0;
    for (at, group) in groups.iter().enumerate() {
        let files = group.iter().map(|path| {
            line += 1;
            Located::new((*path).to_owned(), Span::new(&yaml, line, 1, 1))
        });
        let files = files.collect();
        settings.guides.push(GuideGroup { title: format!("Kelompok {at}"), language: None, files });
    }
    let facts = PhotoFacts {
        hash: crate::photo::SourceHash::of(b"a"),
        size_bytes: 1,
        kind: crate::photo::PhotoKind::WebP,
        width_px: 2_560,
        height_px: 1_280,
        orientation: crate::photo::Orientation::Upright,
        has_location: true,
        video_bytes: 0,
        is_animated: false,
        is_cmyk: false,
    };
    let text = |path: &str, _: &mut Findings| {
        let (_, text) = files.iter().find(|(known, _)| *known == path)?;
        Some(SourceFile::new(path, *text))
    };
    let picture = |path: &str, _: &mut Findings| (path == "docs/gambar/a.webp").then(|| facts.clone());
    let mut findings = Findings::new();
    let guides = read_guides(&settings, &GuideFiles { text: &text, picture: &picture }, &mut findings);
    (guides, findings.brief())
}

fn chapters(guides: &Guides) -> Vec<&Chapter> {
    guides.groups.iter().flat_map(|group| &group.guides).flat_map(|guide| &guide.chapters).collect()
}

#[test]
fn links_between_files_lead_to_pages_and_headings_that_are_there() {
    let (guides, found) = read(
        &[&["docs/PANDUAN-MULAI.md", "docs/LAIN.md"]],
        &[
            (
                "docs/PANDUAN-MULAI.md",
                "# Mulai\n\nBaca [lain](LAIN.md#kopi--susu), [atas](LAIN.md), [sini](#isi), [web](https://a.id).\n\n## Isi\n\nA\n",
            ),
            ("docs/LAIN.md", "# Lain\n\n[Balik](../docs/PANDUAN-MULAI.md#isi).\n\n## Kopi & susu\n\nB\n"),
        ],
    );
    assert_eq!(found, "");
    let pages = chapters(&guides);
    assert_eq!(
        pages.iter().map(|page| &*page.address).collect::<Vec<_>>(),
        ["panduan/mulai/", "panduan/lain/"]
    );
    // `isi` is the name of the page's own main part.
    for link in
        ["href=\"../lain/#kopi--susu\"", "href=\"../lain/\"", "href=\"#b-isi\"", "href=\"https://a.id\""]
    {
        assert!(pages[0].html.contains(link), "{link}: {}", pages[0].html);
    }
    assert!(pages[0].html.contains("<h2 id=\"b-isi\">Isi</h2>"), "{}", pages[0].html);
    assert!(pages[1].html.contains("href=\"../mulai/#b-isi\""), "{}", pages[1].html);
    assert!(!pages[0].html.contains("<h1"), "its title stands above it");
}

#[test]
fn a_link_that_leads_nowhere_keeps_its_words_and_is_told() {
    let (guides, found) = read(
        &[&["docs/A.md", "docs/B.md"]],
        &[
            ("docs/A.md", "# A\n\n[Kode](../src/main.rs), [luar](../../a.md), [b](B.md#tidak-ada)\n"),
            ("docs/B.md", "# B\n\nSatu.\n"),
        ],
    );
    assert_eq!(found, "A.md:3:8 guide-link\nA.md:3:32 guide-link\nA.md:3:49 guide-heading\n");
    assert!(chapters(&guides)[0].html.contains("<p>Kode, luar, <a href=\"../b/\">b</a></p>"));
}

#[test]
fn what_cannot_be_published_is_told_at_its_line_and_left_out() {
    let (guides, found) = read(
        &[
            &["../a.md", ".git/a.md", "a.txt", "/a.md", "hilang.md"],
            &["a.md", "a.md", "docs/PANDUAN-A.md", "docs/kosong.md"],
        ],
        &[("a.md", "# A\n"), ("docs/PANDUAN-A.md", "# A lain\n"), ("docs/kosong.md", " \n")],
    );
    let codes = "etalase.yaml:1:1 guide-path\netalase.yaml:2:1 guide-path\netalase.yaml:3:1 guide-path\n\
                 etalase.yaml:4:1 guide-path\netalase.yaml:5:1 guide-missing\netalase.yaml:7:1 guide-twice\n\
                 etalase.yaml:8:1 guide-name-taken\n";
    assert!(found.contains(codes) && found.contains("guide-empty"), "{found}");
    assert_eq!(guides.groups.len(), 1, "a group without a guide is none");
    assert_eq!(chapters(&guides).len(), 1);
}

#[test]
fn a_guide_whose_address_is_not_its_name_is_told() {
    let files =
        [("foto.md", "# A\n"), ("docs/PANDUAN-FOTO.md", "# B\n"), ("docs/PANDUAN-KARTU-NAMA.md", "# C\n")];
    let (guides, found) = read(&[&["foto.md", "docs/PANDUAN-FOTO.md", "docs/PANDUAN-KARTU-NAMA.md"]], &files);
    assert_eq!(found, "etalase.yaml:1:1 guide-address\n");
    let addresses: Vec<&str> = chapters(&guides).iter().map(|page| &*page.address).collect();
    assert_eq!(addresses, ["panduan/foto-1/", "panduan/panduan-foto/", "panduan/kartu-nama/"]);
}

#[test]
fn a_guide_says_no_citizens_number() {
    let (guides, found) = read(&[&["a.md"]], &[("a.md", "# A\n\nNIK 3204151505800001\n")]);
    assert!(guides.groups.is_empty() && found.contains("citizen-number"), "{found}");
}

#[test]
fn a_long_guide_is_a_page_for_each_heading_and_links_find_them() {
    let filler = "Kata. ".repeat(LONG / 12);
    let long = format!(
        "# Rujukan\n\nIsinya lengkap. Lagi. Lihat [dua](#dua), [anak](#anak).\n\n## Satu\n\n{filler}\n\n## Dua\n\n### Anak\n\n{filler}\n"
    );
    let (guides, found) = read(
        &[&["a.md", "R.md"]],
        &[("R.md", long.as_str()), ("a.md", "# A\n\n[x](R.md#dua) [y](R.md#anak)\n")],
    );
    assert_eq!(found, "");
    let pages = chapters(&guides);
    let addresses: Vec<&str> = pages.iter().map(|page| &*page.address).collect();
    assert_eq!(addresses, ["panduan/a/", "panduan/r/", "panduan/r/satu/", "panduan/r/dua/"]);
    assert!(
        pages[0].html.contains("href=\"../r/dua/\"") && pages[0].html.contains("href=\"../r/dua/#anak\"")
    );
    assert!(pages[1].html.contains("href=\"dua/\"") && pages[1].html.contains("href=\"dua/#anak\""));
    // The heading is the title of its page; those below it come up with it.
    assert_eq!((&*pages[3].title, pages[3].headings.len()), ("Dua", 1));
    assert!(pages[3].html.starts_with("<h2 id=\"anak\">"), "{}", &pages[3].html[..60]);
    assert_eq!(guides.groups[0].guides[1].summary, "Isinya lengkap.");
}

#[test]
fn a_heading_that_is_too_long_for_one_page_is_several_with_numbers() {
    let part = "Kata. ".repeat(LONG / 12);
    let long = format!("# R\n\n## Jenis\n\n### A\n\n{part}\n\n### B\n\n{part}\n\n## Lain\n\nX\n");
    let (guides, _) = read(&[&["R.md"]], &[("R.md", long.as_str())]);
    let pages: Vec<(&str, &str)> =
        chapters(&guides).into_iter().map(|page| (&*page.address, &*page.title)).collect();
    assert_eq!(
        pages,
        [
            ("panduan/r/", "R"),
            ("panduan/r/jenis/", "Jenis (1)"),
            ("panduan/r/jenis-2/", "Jenis (2)"),
            ("panduan/r/lain/", "Lain")
        ]
    );
    assert!(chapters(&guides)[2].html.starts_with("<h2 id=\"b\">B</h2>"));
}

#[test]
fn pictures_are_renditions_and_other_html_is_text() {
    let (guides, found) = read(
        &[&["docs/A.md"]],
        &[(
            "docs/A.md",
            "# A\n\n<!-- catatan -->\n\n<img src=\"gambar/a.webp\" width=\"240\" alt=\"Toko \" onerror=x>\n\n![Peta](gambar/hilang.png)\n\n<script>x</script>\n",
        )],
    );
    assert_eq!(found, "A.md:7:9 guide-picture\n");
    let html = &chapters(&guides)[0].html;
    let (path, picture) = guides.pictures.first_key_value().expect("one picture");
    assert_eq!(
        (path.as_str(), picture.recipe.width_px, picture.recipe.height_px),
        ("docs/gambar/a.webp", 1_280, 640)
    );
    let tag = format!("<img src=\"../../{}\" width=\"1280\" height=\"640\"", picture.site_path);
    assert!(html.contains(&tag) && html.contains("alt=\"Toko \""), "{html}");
    assert!(html.contains("<p>Peta</p>") && html.contains("&lt;script&gt;"), "{html}");
    assert!(!html.contains("catatan") && !html.contains("onerror"), "{html}");
}

#[test]
fn what_is_searched_has_every_word_once_and_leads_to_its_heading() {
    let words = "Kopi bubuk dari lereng gunung, disangrai setiap Selasa. ".repeat(4);
    let text =
        format!("# Toko\n\nMulai di sini.\n\n## Panen\n\n{words} Terakhir arabika.\n\n```\nrahasia\n```\n");
    let (guides, _) = read(&[&["PANDUAN-TOKO.md"]], &[("PANDUAN-TOKO.md", text.as_str())]);
    let index = String::from_utf8(index(&guides)).expect("text");
    assert!(index.contains(r#"["toko/","","Mulai di sini.",""]"#), "{index}");
    assert!(
        index.contains(r#"["toko/#panen","Panen","Kopi bubuk"#) && index.contains(r#""arabika terakhir"]"#),
        "{index}"
    );
    assert!(!index.contains("rahasia"), "code is not searched");
}

#[test]
fn an_anchor_is_free_of_those_that_the_page_has() {
    assert_eq!(
        (id_of("isi").as_str(), id_of("harga").as_str(), id_of("").as_str()),
        ("b-isi", "harga", "b-")
    );
    assert_eq!(first_sentence("Buka jam 08.00, mis. Senin. Lalu?"), "Buka jam 08.00, mis. Senin.");
    assert_eq!(first_sentence("Satu saja"), "Satu saja");
}
