//! What each target does with a stranger's bytes. `fuzz_targets/` hands them over; `tests/photo/fuzz.rs` tries every
//! target once, so that none is left behind when the library changes.

use std::collections::BTreeMap;

use etalase::for_tests::{
    CollectedSummary, Crop, Folder, Limits, PhotoFault, Recipe, RenditionFormat, Settings, SheetLimits,
    Summary, TextFile, Theme, advise, links, make_renditions, parse_profile, read_codes, read_cooperative,
    read_facts, read_office_events, read_quiz, read_settings, read_workbook, read_youth_pages, to_html,
    to_plain, try_form, try_request,
};
use etalase::{Date, Findings, MessageLanguage, SourceFile, render_finding};

const TODAY: Date = Date::constant(2026, 11, 24);

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

/// Any bytes as a HEIC, whatever they begin with: with the feature, to renditions.
pub(crate) fn heic(bytes: &[u8]) {
    photo_of_brand(bytes, b"\0\0\0\x14ftypheic\0\0\0\0heic");
}

/// Any bytes as an AVIF, whatever they begin with: with the feature, to renditions.
pub(crate) fn avif(bytes: &[u8]) {
    photo_of_brand(bytes, b"\0\0\0\x14ftypavif\0\0\0\0avif");
}

fn photo_of_brand(bytes: &[u8], brand: &[u8]) {
    if bytes.get(4..8) == Some(b"ftyp") {
        photo_decode(bytes);
    } else {
        photo_decode(&[brand, bytes].concat());
    }
}

/// Any text as a profile: a cooperative or findings, each with its words. QRIS codes are keys of it.
pub(crate) fn profile(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    understand(text, Vec::new());
}

/// Any text as a story, for pupils if it says so, and as a page of the office.
pub(crate) fn story(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let source = SourceFile::new("content/kpc/cerita/a.md", text);
    let stories = vec![TextFile { stem: "a".to_owned(), source }];
    understand("nama: KPC\nkontak: {telepon: 022-1234567}\n", stories);
    let mut findings = Findings::new();
    let page = [SourceFile::new("content/_muda/a.md", text)];
    for page in read_youth_pages(&page, &Settings::for_day(TODAY), &mut findings) {
        let _ = to_html(&page.body, 2);
    }
    word(&findings);
}

/// Any text as what a code for payments says, as it is and with a sound checksum.
pub(crate) fn qris(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let start = text.get(..text.len().saturating_sub(4)).unwrap_or_default();
    for text in [text.to_owned(), format!("{start}{:04X}", crc(start.as_bytes()))] {
        // A text of JSON is one of YAML, too.
        let quoted = format!("{text:?}");
        understand(
            &format!(
                "nama: KPC\nkontak: {{telepon: 022-1234567}}\npembayaran: {{qris: {quoted}, qris_nominal: ya}}\n"
            ),
            Vec::new(),
        );
    }
}

/// CRC-16/CCITT-FALSE, as payment codes end with it.
fn crc(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

/// Any bytes as a photo of codes.
pub(crate) fn qris_photo(bytes: &[u8]) {
    let limits = Limits { photo_pixels: 300_000, ..Limits::default() };
    let Ok(facts) = read_facts("foto/qris.png", bytes, &limits) else { return };
    let _ = read_codes(bytes, &facts, &limits);
}

/// Any bytes as a spreadsheet; the first says what its name ends in.
pub(crate) fn sheet(bytes: &[u8]) {
    let endings = ["xlsx", "xls", "ods", "csv", "tsv"];
    let which = usize::from(bytes.first().copied().unwrap_or_default()) % endings.len();
    for name in [format!("a.{}", endings[which]), "a.xlsx".to_owned()] {
        let mut findings = Findings::new();
        let read = read_workbook(&name, bytes, &SheetLimits::default(), &mut findings);
        assert!(read.is_some() || findings.has_error());
        word(&findings);
    }
}

/// Any text as settings, as an event of the office and as its quiz.
pub(crate) fn settings(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut findings = Findings::new();
    let settings = read_settings(Some(&SourceFile::new("etalase.yaml", text)), TODAY, &mut findings);
    assert!(!settings.languages.is_empty());
    let event = SourceFile::new("content/_agenda/a.yaml", text);
    let _ = read_office_events(&[event], &settings, &mut findings);
    let _ = read_quiz(&SourceFile::new("content/_muda/kuis.yaml", text), &settings, &mut findings);
    word(&findings);
}

/// Any text as files of a site's own theme, each below a line `-- path --`: a theme or findings, and the sheet of its
/// first page.
pub(crate) fn theme(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut files = BTreeMap::new();
    for part in text.split("-- ").skip(1) {
        if let Some((path, text)) = part.split_once(" --\n") {
            files.insert(path.to_owned(), text.to_owned());
        }
    }
    for name in ["etalase", "muda", "lain"] {
        let mut findings = Findings::new();
        let theme = Theme::load(name, &files, &mut findings);
        assert!(theme.is_some() || findings.has_error());
        if let Some(kind) =
            theme.as_ref().and_then(|theme| theme.manifest().pages.keys().find(|kind| theme.has_page(kind)))
        {
            let _ = theme.as_ref().map(|theme| theme.style(kind));
        }
        word(&findings);
    }
}

/// Any text as a request, a line each: its path, then its headers.
pub(crate) fn request(bytes: &[u8]) {
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let mut lines = text.lines();
    let path = lines.next().unwrap_or_default();
    let headers: Vec<(&str, &str)> = lines.filter_map(|line| line.split_once(": ")).collect();
    if let Some((address, status)) = try_request(path, &headers) {
        assert!(!address.split('/').any(|part| part.starts_with('.')) && !address.contains(['\\', '\0']));
        assert!(matches!(status, 200 | 206 | 304 | 416), "{status}");
    }
}

/// Any text as the body of a form of `edit`: the profile is one afterwards, or was left as it is.
pub(crate) fn form(bytes: &[u8]) {
    let Ok(body) = std::str::from_utf8(bytes) else { return };
    if let Some(profile) = try_form(body) {
        understand(&profile, Vec::new());
    }
}

fn understand(profile: &str, stories: Vec<TextFile>) {
    let folder = Folder {
        name: "kpc".to_owned(),
        path: "content/kpc".to_owned(),
        profile: Some(SourceFile::new("content/kpc/profil.yaml", profile)),
        stories,
        photos: BTreeMap::new(),
    };
    let settings = Settings::for_day(TODAY);
    let mut findings = Findings::new();
    let parsed = parse_profile(&folder, &settings, &mut findings);
    let cooperative = read_cooperative(&parsed, None, &mut findings);
    assert!(cooperative.is_some() || findings.has_error());
    word(&findings);
}

/// Every finding has words in both languages.
fn word(findings: &Findings) {
    for finding in findings {
        for language in [MessageLanguage::Id, MessageLanguage::En] {
            assert!(!render_finding(finding, language).is_empty());
        }
    }
}

/// Any text as Markdown: HTML in it stays text, tags are Markdown's own, a link leads where links may lead.
pub(crate) fn markdown(bytes: &[u8]) {
    const TAGS: &str =
        " a p h2 h3 h4 h5 h6 ul ol li em strong del code pre blockquote br hr table thead tbody tr th td ";
    let Ok(text) = std::str::from_utf8(bytes) else { return };
    let html = to_html(text, 2);
    // Of what stands as text, `<` is escaped; of what stands in an attribute, `"` and `>` too.
    for tag in html.split('<').skip(1).filter_map(|rest| rest.split('>').next()) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(TAGS.contains(&format!(" {name} ")), "{tag}");
        let href = tag.split_once("href=\"").map(|(_, href)| href.to_ascii_lowercase());
        let schemes = ["https:", "http:", "mailto:", "tel:", "geo:"];
        assert!(href.is_none_or(|href| schemes.iter().any(|scheme| href.starts_with(scheme))), "{tag}");
    }
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
