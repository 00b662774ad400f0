//! Markdown files with front matter: stories of a cooperative, pages of the portal's youth site.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::citizen;
use super::date::parse_date;
use super::document::read_document;
use super::findings::{offer, people, site as finding};
use super::front_matter::{Parted, Whole};
use super::photo::{check_minors, explain_consent, read_consent, read_placed};
use super::piece::Source;
use super::prose;
use super::pupil::{check_page_body, check_pupil_body, check_pupil_text, check_pupil_value};
use super::pupil_name::check_pupil_name;
use super::reader::Reader;
use super::reading::hardest_paragraph;
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::{STORY, Section, YOUTH_PAGE};
use crate::model::{Group, OfficePage, Slug, Story};
use crate::routes;
use crate::source::TextFile;

/// A Markdown file in its two parts.
struct Parts<'a> {
    front_matter: Source<'a>,
    body: &'a str,
    /// Lines of the file before the body.
    lines_before: u32,
}

/// The keys and the text of a file, or a finding.
fn split<'a>(
    file: &'a Arc<SourceFile>,
    section: &'static Section,
    depth: usize,
    findings: &mut Findings,
) -> Option<Parts<'a>> {
    let parted = match Parted::of(&file.text) {
        Ok(parted) => parted,
        Err(Whole::NoFrontMatter) => {
            findings.push(finding::no_front_matter(file));
            return None;
        }
        Err(Whole::Open) => {
            findings.push(finding::front_matter_open(Span::new(file, 1, 1, 3)));
            return None;
        }
    };
    let front_matter = Source { file, section, text: parted.keys, lines_before: 1, depth };
    Some(Parts { front_matter, body: parted.body, lines_before: parted.lines_above_body() })
}

/// Every story, latest first.
pub(super) fn read_stories(reader: &Reader<'_>, group: Option<Group>, findings: &mut Findings) -> Vec<Story> {
    let mut taken: BTreeMap<Slug, &str> = BTreeMap::new();
    let mut stories = Vec::new();
    for file in &reader.folder.stories {
        let slug = claim_stem(file, &mut taken, findings);
        stories.extend(read_story(file, slug, (reader, group), findings));
    }
    stories.sort_by(|a, b| b.date.cmp(&a.date).then_with(|| a.slug.cmp(&b.slug)));
    stories
}

fn claim_stem<'f>(
    file: &'f TextFile,
    taken: &mut BTreeMap<Slug, &'f str>,
    findings: &mut Findings,
) -> Option<Slug> {
    let at = || Span::whole(&file.source);
    let Some(slug) = Slug::from_name(&file.stem) else {
        findings.push(finding::file_name(at(), &file.stem));
        return None;
    };
    if let Some(other) = taken.get(&slug) {
        findings.push(offer::story_slug_taken(at(), slug.as_str(), other));
        return None;
    }
    taken.insert(slug.clone(), &file.stem);
    tell_address(&slug, &routes::story(&slug), at(), findings);
    Some(slug)
}

/// Tells a page whose address does not end in its name.
fn tell_address(slug: &Slug, address: &str, at: Span, findings: &mut Findings) {
    if !address.ends_with(&format!("/{slug}/")) {
        findings.push(offer::address_moved(at, slug.as_str(), address));
    }
}

fn read_story(
    file: &TextFile,
    slug: Option<Slug>,
    (reader, group): (&Reader<'_>, Option<Group>),
    findings: &mut Findings,
) -> Option<Story> {
    let parts = split(&file.source, &STORY, reader.settings.limits.depth, findings)?;
    let document = read_document(parts.front_matter, findings)?;
    let mut keys = document.keys(&STORY, findings)?;
    let title = keys.text_typed("judul", findings);
    let date = keys.parse("tanggal", parse_date, findings);
    let photo = read_placed(&mut keys, "foto", reader, findings);
    let author = keys.scalar("penulis", findings);
    let consent_at = keys.key_span("izin");
    let consent = read_consent(&mut keys, findings);
    let for_youth = keys.flag("muda", findings).unwrap_or(false);
    keys.finish(findings);
    if let Some(typed) = author {
        citizen::check_person(typed, findings);
    }
    let holding = consent.as_ref().filter(|consent| consent.holds_on(reader.settings.today));
    if let Some(consent) = consent.as_ref().filter(|_| holding.is_none()) {
        findings.push(explain_consent(consent_at, consent, reader));
    }
    // No record, no name: the story is told without it.
    let may_name = !for_youth || holding.is_some();
    if let Some(typed) = author.filter(|_| consent.is_none() && !may_name) {
        findings.push(people::pupil_named_without_consent(typed));
    }
    if !may_name {
        let body = (&file.source, parts.body, parts.lines_before);
        check_pupil_name(author, title.as_ref().map(|(_, typed)| *typed), body, findings);
    }
    let tells_too_much = for_youth && author.is_some_and(|typed| check_pupil_value(typed, findings));
    let author = author.filter(|_| may_name && !tells_too_much);
    if let Some(placed) = photo.as_ref().filter(|_| for_youth) {
        check_minors(placed, holding, findings);
    }
    check_body(&file.source, parts.body, parts.lines_before, findings);
    if for_youth {
        if let Some((_, typed)) = &title {
            check_pupil_value(*typed, findings);
        }
        check_pupil_body(&file.source, parts.body, parts.lines_before, findings);
        check_body_reading(&file.source, &parts, findings);
    } else if group == Some(Group::Pupils) {
        // A pupil may have written it, though nothing says so.
        if let Some((_, typed)) = &title {
            check_pupil_text(*typed, findings);
        }
        check_page_body(&file.source, parts.body, parts.lines_before, findings);
    }
    Some(Story {
        slug: slug?,
        title: title.map(|(line, _)| line)?,
        date: date?,
        photo: photo.map(|placed| placed.photo),
        author: author.map(|typed| typed.line()),
        for_youth,
        body: parts.body.to_owned(),
        body_starts_after_line: parts.lines_before,
    })
}

/// One page of the portal's youth site for each `_muda/*.md`, in order of file name.
pub(super) fn read_youth_pages(
    files: &[Arc<SourceFile>],
    depth: usize,
    findings: &mut Findings,
) -> Vec<OfficePage> {
    let mut taken: BTreeMap<Slug, &str> = BTreeMap::new();
    let mut pages = Vec::new();
    for source in files {
        let name = source.path.rsplit('/').next().unwrap_or(&source.path);
        let stem = name.strip_suffix(".md").unwrap_or(name);
        let Some(slug) = Slug::from_name(stem) else {
            findings.push(finding::file_name(Span::whole(source), stem));
            continue;
        };
        if routes::YOUTH_NAMES.contains(&slug.as_str()) {
            findings.push(finding::file_of_the_site(Span::whole(source), stem, slug.as_str()));
            continue;
        }
        if let Some(other) = taken.get(&slug) {
            findings.push(offer::story_slug_taken(Span::whole(source), slug.as_str(), other));
            continue;
        }
        tell_address(&slug, &routes::youth_text(&slug), Span::whole(source), findings);
        pages.extend(read_youth_page(source, slug.clone(), depth, findings));
        taken.insert(slug, stem);
    }
    pages
}

fn read_youth_page(
    source: &Arc<SourceFile>,
    slug: Slug,
    depth: usize,
    findings: &mut Findings,
) -> Option<OfficePage> {
    let parts = split(source, &YOUTH_PAGE, depth, findings)?;
    let document = read_document(parts.front_matter, findings)?;
    let mut keys = document.keys(&YOUTH_PAGE, findings)?;
    let title = keys.text("judul", findings);
    let summary = keys.text("ringkasan", findings);
    keys.finish(findings);
    check_body(source, parts.body, parts.lines_before, findings);
    check_page_body(source, parts.body, parts.lines_before, findings);
    check_body_reading(source, &parts, findings);
    Some(OfficePage {
        slug,
        title: title?,
        summary,
        body: parts.body.to_owned(),
        body_starts_after_line: parts.lines_before,
    })
}

/// What every body is examined for.
fn check_body(source: &Arc<SourceFile>, body: &str, lines_before: u32, findings: &mut Findings) {
    if body.trim().is_empty() {
        findings.push(finding::body_empty(Span::whole(source)));
        return;
    }
    citizen::check_body(source, body, lines_before, findings);
    prose::check_body(source, body, lines_before, findings);
}

/// Advises where a text for pupils is hard to read, at its hardest paragraph.
fn check_body_reading(source: &Arc<SourceFile>, parts: &Parts<'_>, findings: &mut Findings) {
    if let Some((line, words)) = hardest_paragraph(parts.body) {
        let length = parts.body.lines().nth(line).map_or(1, |text| text.chars().count().max(1));
        let number =
            parts.lines_before + 1 + u32::try_from(line).unwrap_or(u32::MAX - parts.lines_before - 1);
        let span = Span::new(source, number, 1, u32::try_from(length).unwrap_or(u32::MAX));
        findings.push(people::hard_to_read(span, words));
    }
}
