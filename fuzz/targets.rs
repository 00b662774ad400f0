//! What each target does with a stranger's bytes. `fuzz_targets/` hands them over; `tests/photo/fuzz.rs` tries every
//! target once, so that none is left behind when the library changes.

use std::collections::BTreeMap;

use etalase::for_tests::{
    CollectedSummary, Crop, Folder, Limits, PhotoFault, Recipe, RenditionFormat, Settings, Summary, advise,
    links, make_renditions, parse_profile, read_cooperative, read_facts, to_html, to_plain,
};
use etalase::{Date, Findings, MessageLanguage, SourceFile, render_finding};

/// Any bytes as a photo's header: no panic, whatever they claim.
pub(crate) fn photo_header(bytes: &[u8]) {
    if let Ok(facts) = read_facts("foto/a.jpg", bytes, &Limits::default()) {
        assert!(facts.width_px > 0 && facts.height_px > 0);
        let _ = advise("foto/a.jpg", &facts);
    }
}

/// Any bytes to renditions: each is a fault or a file of the size asked for.
pub(crate) fn photo_decode(bytes: &[u8]) {
    let limits = Limits { photo_pixels: 300_000, ..Limits::default() };
    let Ok(facts) = read_facts("foto/a.jpg", bytes, &limits) else { return };
    let side_px = facts.width_px.min(facts.height_px).min(33);
    let recipe = |format| Recipe {
        source: facts.hash,
        crop: Crop::Aspect { width: 1, height: 1, focus: None },
        width_px: side_px,
        height_px: side_px,
        format,
        quality: 80,
        max_bytes: None,
        ground: [255; 3],
    };
    let recipes = [RenditionFormat::WebP, RenditionFormat::Jpeg].map(recipe);
    match make_renditions(bytes, &facts, &recipes, &limits) {
        Ok(made) => assert!(made.renditions.iter().all(|file| !file.is_empty())),
        // A decoder that panics is caught, and no surprise for a build; here it is worth a look.
        Err(fault) => assert!(!matches!(fault, PhotoFault::NotEncodable)),
    }
}

/// Any text as a profile: a cooperative or findings, each with its words. QRIS codes are keys of it.
pub(crate) fn profile(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let folder = Folder {
        name: "kpc".to_owned(),
        path: "content/kpc".to_owned(),
        profile: Some(SourceFile::new("content/kpc/profil.yaml", text)),
        stories: Vec::new(),
        photos: BTreeMap::new(),
    };
    let settings = Settings::for_day(Date::constant(2026, 11, 24));
    let mut findings = Findings::new();
    let parsed = parse_profile(&folder, &settings, &mut findings);
    let cooperative = read_cooperative(&parsed, None, &mut findings);
    assert!(cooperative.is_some() || findings.has_error());
    for finding in &findings {
        for language in [MessageLanguage::Id, MessageLanguage::En] {
            assert!(!render_finding(finding, language).is_empty());
        }
    }
}

/// Any text as Markdown: HTML in it stays text.
pub(crate) fn markdown(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let html = to_html(text, 2);
    assert!(!html.contains("<script") && !html.contains("<iframe") && !html.contains("javascript:"));
    let _ = (links(text), to_plain(text));
}

/// Any bytes as another site's `etalase.json`: what is accepted is accepted again as it is written.
pub(crate) fn summary(bytes: &[u8]) {
    if let Ok(summary) = Summary::parse(bytes) {
        let json = summary.to_json();
        // What a file left out is written, and may make it larger than any reader takes.
        assert!(json.len() > bytes.len() || Summary::parse(&json) == Ok(summary));
    }
    // A portal keeps it in a file of its own content, which anybody may have changed.
    if let Ok(kept) = CollectedSummary::parse(bytes) {
        assert_eq!(CollectedSummary::parse(&kept.to_json()).as_ref(), Ok(&kept));
        assert!(
            Summary::parse(&kept.summary.to_json()).is_ok() || kept.summary.to_json().len() > bytes.len()
        );
    }
}
