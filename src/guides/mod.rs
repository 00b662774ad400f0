//! The office's guides: Markdown files that `etalase.yaml` names, as pages of the portal. A guide that is too long for
//! one page becomes several, one for each of its headings; links between the files lead to these pages. Reads no disk.

mod chapters;
mod findings;
mod guide;
mod index;
mod library;
mod picture;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::content;
use crate::finding::{Findings, Located, SourceFile, Span};
use crate::markdown::{self, LongText, Ways};
use crate::model::{SitePath, Slug};
use crate::photo::PhotoFacts;
use crate::routes;
use crate::settings::Settings;
use chapters::{Outline, first_sentence, title_of};
pub(crate) use findings::need_portal;
pub(crate) use guide::{Chapter, Group, Guide, Guides, Passage};
pub(crate) use index::index;
use library::{Lead, Library, beside};
pub(crate) use picture::Picture;

/// Longest summary of a guide, in characters.
const SUMMARY_CHARS: usize = 200;

/// How files of the site are read, by their paths from its folder. `None` for what is not there, or cannot be used,
/// which is a finding.
pub(crate) struct GuideFiles<'a> {
    pub(crate) text: &'a dyn Fn(&str, &mut Findings) -> Option<Arc<SourceFile>>,
    pub(crate) picture: &'a dyn Fn(&str, &mut Findings) -> Option<PhotoFacts>,
}

/// A file that is published.
struct Written {
    group: usize,
    path: String,
    name: String,
    source: Arc<SourceFile>,
}

/// Reads the guides that the settings name. One that cannot be published is left out, with a finding.
pub(crate) fn read_guides(settings: &Settings, files: &GuideFiles<'_>, findings: &mut Findings) -> Guides {
    let written = read_files(settings, files, findings);
    let texts: Vec<LongText<'_>> = written.iter().map(|guide| LongText::parse(&guide.source.text)).collect();
    let mut library = Library::default();
    for (guide, text) in written.iter().zip(&texts) {
        library.add(&guide.path, Outline::of(&guide.name, text.sections()));
    }
    let mut guides = Guides::default();
    let mut by_group: Vec<Vec<Guide>> = settings.guides.iter().map(|_| Vec::new()).collect();
    for (guide, text) in written.iter().zip(&texts) {
        check_links(guide, text, &library, findings);
        read_pictures(guide, text, files, settings, &mut guides.pictures, findings);
        by_group[guide.group].push(make_guide(guide, text, &library, &guides.pictures));
    }
    let groups = settings.guides.iter().zip(by_group).filter(|(_, guides)| !guides.is_empty());
    guides.groups = groups
        .map(|(group, guides)| Group {
            title: group.title.clone(),
            language: group.language.filter(|language| *language != settings.first_language()),
            guides,
        })
        .collect();
    guides
}

/// The files that are there and can be published, each once and at an address of its own.
fn read_files(settings: &Settings, files: &GuideFiles<'_>, findings: &mut Findings) -> Vec<Written> {
    let mut written: Vec<Written> = Vec::new();
    for (group, named) in settings
        .guides
        .iter()
        .enumerate()
        .flat_map(|(at, group)| group.files.iter().map(move |file| (at, file)))
    {
        let Some(name) = name_of(named, &written, findings) else { continue };
        let before = findings.iter().count();
        let Some(source) = (files.text)(&named.value, findings) else {
            if findings.iter().count() == before {
                findings.push(findings::missing(named));
            }
            continue;
        };
        if source.text.trim().is_empty() {
            findings.push(findings::empty(Span::whole(&source)));
            continue;
        }
        let mut own = Findings::new();
        content::check_guide(&source, &mut own);
        let is_refused = own.has_error();
        findings.extend(own);
        if !is_refused {
            written.push(Written { group, path: named.value.clone(), name, source });
        }
    }
    written
}

/// The name of a guide in its address: `mulai` of `docs/PANDUAN-MULAI.md`.
fn name_of(named: &Located<String>, written: &[Written], findings: &mut Findings) -> Option<String> {
    let path = &named.value;
    let is_inside = path.split('/').all(|part| !part.is_empty() && !part.starts_with('.'));
    let stem = path.rsplit('/').next().and_then(|file| {
        let (stem, ending) = file.rsplit_once('.')?;
        ending.eq_ignore_ascii_case("md").then(|| stem.to_ascii_lowercase())
    });
    let Some(stem) = stem.filter(|_| is_inside && !path.contains(['\\', ':'])) else {
        findings.push(findings::not_a_guide(named));
        return None;
    };
    // Where `panduan/foto/` cannot be, `PANDUAN-FOTO.md` is `panduan/panduan-foto/`.
    let short = stem.strip_prefix("panduan-").and_then(Slug::from_name).filter(|slug| !is_moved(slug));
    let slug = short.or_else(|| Slug::from_name(&stem));
    let Some(slug) = slug else {
        findings.push(findings::not_a_guide(named));
        return None;
    };
    if written.iter().any(|other| other.path == *path) {
        findings.push(findings::twice(named));
        return None;
    }
    let name = slug.as_str().to_owned();
    if let Some(other) = written.iter().find(|other| routes::guide(&other.name) == routes::guide(&name)) {
        findings.push(findings::name_taken(named, &other.path, &name));
        return None;
    }
    if is_moved(&slug) {
        findings.push(findings::address_moved(named, &routes::guide(&name), &name));
    }
    Some(name)
}

/// True for a guide whose address is not its name: a folder of files has it already.
fn is_moved(slug: &Slug) -> bool {
    routes::guide(slug) != format!("{}{slug}/", routes::GUIDES)
}

/// Links to files that are not published, and to headings that are not there.
fn check_links(guide: &Written, text: &LongText<'_>, library: &Library, findings: &mut Findings) {
    for (address, at) in text.links() {
        let place = || place_in(&guide.source, at.start, address);
        match library.lead(&guide.path, address) {
            Lead::To { is_whole: true, .. } => {}
            Lead::To { .. } => findings.push(findings::no_such_heading(place(), address)),
            Lead::Nowhere => findings.push(findings::not_published(place(), address)),
        }
    }
}

fn read_pictures(
    guide: &Written,
    text: &LongText<'_>,
    files: &GuideFiles<'_>,
    settings: &Settings,
    pictures: &mut BTreeMap<String, Picture>,
    findings: &mut Findings,
) {
    for (address, at) in text.pictures() {
        let before = findings.iter().count();
        let path = beside(&guide.path, address);
        if path.as_ref().is_some_and(|path| pictures.contains_key(path)) {
            continue;
        }
        let facts = path.as_deref().and_then(|path| (files.picture)(path, findings));
        match (path, facts) {
            (Some(path), Some(facts)) => {
                let picture = Picture::of(&path, &facts, &settings.photo);
                pictures.insert(path, picture);
            }
            _ if findings.iter().count() == before => {
                findings.push(findings::no_picture(place_in(&guide.source, at.start, address), address));
            }
            _ => {}
        }
    }
}

fn make_guide(
    guide: &Written,
    text: &LongText<'_>,
    library: &Library,
    pictures: &BTreeMap<String, Picture>,
) -> Guide {
    let outline = library.outline(&guide.path);
    let sections = text.sections();
    let title = title_of(sections).unwrap_or_else(|| guide.name.replace('-', " "));
    let first = sections.iter().map(|section| text.first_paragraph(section)).find(|words| !words.is_empty());
    let summary = markdown::shorten(first_sentence(&first.unwrap_or_default()), SUMMARY_CHARS);
    let chapters = outline.chapters.iter().enumerate().map(|(at, chapter)| {
        let page = SitePath::new(format!("{}index.html", chapter.address));
        let seen = |path: &str| SitePath::new(path).relative_to(&page);
        let link = |address: &str| match library.lead(&guide.path, address) {
            Lead::To { address, id, .. } if address == chapter.address && !id.is_empty() => {
                Some(format!("#{id}"))
            }
            Lead::To { address, id, .. } => {
                let anchor = if id.is_empty() { String::new() } else { format!("#{id}") };
                Some(format!("{}{anchor}", seen(&format!("{address}index.html"))))
            }
            Lead::Nowhere => None,
        };
        let picture = |address: &str| {
            let picture = pictures.get(&beside(&guide.path, address)?)?;
            Some(picture.attributes(&seen(&picture.site_path)))
        };
        let ways = Ways { link: &link, picture: &picture, id: &chapters::id_of };
        let shown = chapter.shown(sections);
        let headings = sections[shown.clone()]
            .iter()
            .filter(|section| section.level == if at == 0 { 2 } else { 3 })
            .map(|section| (chapters::id_of(&section.anchor), section.words.clone()));
        let passages = chapter.sections.clone().map(|number| {
            let section = &sections[number];
            let is_top = number == chapter.sections.start;
            Passage {
                anchor: if is_top { String::new() } else { chapters::id_of(&section.anchor) },
                heading: if is_top { String::new() } else { section.words.clone() },
                words: text.plain(section),
            }
        });
        Chapter {
            address: chapter.address.clone(),
            title: if at == 0 { title.clone() } else { chapter.title.clone() },
            html: text.html(chapter.sections.clone(), chapter.has_heading, chapter.lift, &ways),
            headings: headings.collect(),
            passages: passages.collect(),
        }
    });
    Guide { chapters: chapters.collect(), title, summary }
}

/// The place of an address in a text, from where its link begins.
fn place_in(source: &Arc<SourceFile>, from: usize, address: &str) -> Span {
    let at = source.text[from..].find(address).map_or(from, |behind| from + behind);
    let start = source.text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = source.text[..at].matches('\n').count() + 1;
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let column = source.text[start..at].chars().count() + 1;
    Span::new(source, number(line), number(column), number(address.chars().count().max(1)))
}
