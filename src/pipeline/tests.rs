//! Promises between rooms that none of them can keep alone.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::hosting;
use crate::content;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::Date;
use crate::page::SiteShape;
use crate::settings::Settings;
use crate::source::{Folder, TextFile};
use crate::summary::Summary;

const TODAY: Date = Date::constant(2026, 11, 24);

/// A folder with a text at every key that a summary shows.
fn folder_saying(text: &str) -> Folder {
    let quoted = serde_json::to_string(text).expect("a text");
    let profile = format!(
        "nama: {quoted}
singkatan: {quoted}
slogan: {quoted}
slogan_en: {quoted}
sektor: [{quoted}]
kontak: {{whatsapp: 0812-0000-0000}}
produk:
  - {{nama: {quoted}, nama_su: {quoted}, id: susu, kategori: {quoted}, satuan: {quoted}}}
agenda:
  - judul: {quoted}
    mulai: 2026-12-01 08:00
    tempat: {quoted}
    susulan: {{mulai: 2026-12-02 08:00, tempat: {quoted}}}
peluang: [{{judul: {quoted}, judul_en: {quoted}, id: pkl, jenis: pkl, jurusan: [{quoted}]}}]
muda: {{tantangan: [{{judul: {quoted}, judul_su: {quoted}}}]}}
diperbarui: 2026-11-01
"
    );
    let story = format!("---\njudul: {quoted}\ntanggal: 2026-10-01\n---\nIsi.\n");
    Folder {
        name: "kpc".to_owned(),
        path: "content/kpc".to_owned(),
        profile: Some(SourceFile::new("content/kpc/profil.yaml", profile)),
        stories: vec![TextFile {
            stem: "kabar".to_owned(),
            source: SourceFile::new("content/kpc/cerita/kabar.md", story),
        }],
        photos: BTreeMap::new(),
    }
}

/// What a profile with a text everywhere says to the portal, or why content refuses the text.
fn summary_saying(text: &str) -> Result<Summary, String> {
    let settings = Settings::for_day(TODAY);
    let mut findings = Findings::new();
    let folder = folder_saying(text);
    let profile = content::parse_profile(&folder, &settings, &mut findings);
    let cooperative = content::read_cooperative(&profile, None, &mut findings);
    match cooperative {
        Some(cooperative) if !findings.has_error() => {
            Ok(Summary::of(&cooperative, &settings.languages, TODAY, |_| None))
        }
        _ => Err(findings.brief()),
    }
}

#[test]
fn every_key_that_a_summary_shows_is_asked_with_a_text() {
    let summary = summary_saying("Susu segar").expect("content accepts it");
    let json = String::from_utf8(summary.to_json()).expect("UTF-8");
    assert_eq!(json.matches("Susu segar").count(), 18, "{json}");
}

#[test]
fn texts_with_marks_of_a_phone_reach_the_portal_without_them() {
    let summary = summary_saying("\u{200e}Susu\r\nsegar\u{200f}").expect("content accepts it");
    assert_eq!(summary.name, "Susu segar");
    assert_eq!(summary, summary_saying("Susu segar").expect("content accepts it"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/summaries.txt"))), ..ProptestConfig::default() })]

    #[test]
    fn whatever_text_content_accepts_a_reader_of_the_summary_accepts(
        text in "([ -~é–…🐄\\u{200b}-\\u{200f}\\u{2028}-\\u{202e}\\u{2060}-\\u{206f}\\u{feff}]|\\PC|\\t|\\n|\\r){1,40}",
        times in prop_oneof![4 => Just(1_usize), 1 => 2..400_usize],
    ) {
        if let Ok(summary) = summary_saying(&text.repeat(times)) {
            let summary = summary.checked();
            let parsed = summary.as_ref().map(|summary| Summary::parse(&summary.to_json()));
            prop_assert_eq!(parsed.clone().ok(), Some(summary.clone()), "{:?}", summary);
        }
    }
}

#[test]
fn a_summary_of_earlier_does_not_lead_the_sites_own_folders_elsewhere() {
    let mut summary = summary_saying("Susu segar").expect("content accepts it");
    summary.old_slugs = ["aset", "en", "kpc-lama"].map(str::to_owned).into_iter().collect();
    for shape in [SiteShape::One, SiteShape::Many] {
        let mut findings = Findings::new();
        let moves = hosting::moves(
            std::slice::from_ref(&summary),
            shape,
            |_, _| Span::path("content/kpc/profil.yaml"),
            &mut findings,
        );
        assert_eq!(moves.iter().map(|moved| moved.from.as_str()).collect::<Vec<_>>(), ["kpc-lama/"]);
        assert_eq!(findings.brief(), "profil.yaml moved-address-own\nprofil.yaml moved-address-own\n");
    }
}
