//! The office's guides: the list of them, which is searched, and a page for each or for each of its chapters. They
//! exist in the site's first language only, whatever languages other pages have.

use serde::Serialize;
use tera::Value;

use crate::finding::Findings;
use crate::guides::{Chapter, Group, Guide, Guides, index};
use crate::model::Language;
use crate::page::Document;
use crate::plan::{Output, Plan, SitePath};
use crate::portal::finder;
use crate::portal::scene::Scene;
use crate::routes;
use crate::theme::Feature;
use crate::view::links::LinkView;

/// Fewest headings of a page that are listed above its text.
const FEWEST_HEADINGS: usize = 3;

#[derive(Debug, Clone, PartialEq, Serialize)]
struct GuidesView<'a> {
    title: String,
    lead: String,
    /// The script that folds words, from the site's root; none where nothing can be searched.
    words: Option<String>,
    groups: Vec<GroupView<'a>>,
}

/// Guides that stand together.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct GroupView<'a> {
    title: &'a str,
    /// Tag of their language, if it is another than that of the page.
    lang: Option<&'static str>,
    guides: Vec<LineView<'a>>,
}

/// A guide as a line of the list.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct LineView<'a> {
    title: &'a str,
    /// Its page, from the language's root.
    href: &'a str,
    /// Its first sentence; empty if it has none.
    summary: &'a str,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PageView<'a> {
    title: &'a str,
    /// Tag of its language, if it is another than that of the page.
    lang: Option<&'static str>,
    /// The guide that this is a chapter of, from the language's root.
    whole: Option<LinkView>,
    /// Its text.
    body_html: &'a str,
    /// Headings on this page.
    headings: Vec<LinkView>,
    /// Chapters of the guide, from the language's root, where this page is its first.
    chapters: Vec<LinkView>,
    /// The chapter before, or the guide before in its group.
    before: Option<LinkView>,
    /// The one after.
    after: Option<LinkView>,
}

/// Every page, what is searched, and the pictures; nothing without a guide.
pub(super) fn claim(guides: &Guides, scene: &Scene<'_>, plan: &mut Plan, findings: &mut Findings) {
    if guides.groups.is_empty() {
        return;
    }
    if scene.has(Feature::Search) {
        finder::claim_script(&scene.themes.storefront, plan, findings);
        plan.claim(SitePath::new(routes::GUIDES_INDEX), Output::Page(index(guides)), findings);
    }
    for picture in guides.pictures.values() {
        plan.claim(SitePath::new(&picture.site_path), Output::Rendition(picture.recipe.clone()), findings);
    }
    scene.render_once(&[list(guides, scene)], plan, findings);
    for group in &guides.groups {
        scene.render_once(&pages(group, scene), plan, findings);
    }
}

fn list(guides: &Guides, scene: &Scene<'_>) -> Document {
    let script = scene.themes.storefront.asked_script("words").filter(|_| scene.has(Feature::Search));
    let groups = guides.groups.iter().map(|group| GroupView {
        title: &group.title,
        lang: group.language.map(Language::tag),
        guides: group.guides.iter().map(line).collect(),
    });
    let view = GuidesView {
        title: scene.texts.get("portal.guides.title").to_owned(),
        lead: scene.texts.get("portal.guides.lead").to_owned(),
        words: script.map(|script| routes::asset(&script.file_name)),
        groups: groups.collect(),
    };
    let shown = ("guides", Value::from_serializable(&view));
    scene.document(("portal-guides", routes::GUIDES), &view.title, view.lead.clone(), shown)
}

fn line(guide: &Guide) -> LineView<'_> {
    LineView { title: &guide.title, href: &guide.chapters[0].address, summary: &guide.summary }
}

/// The pages of all guides of a group.
fn pages(group: &Group, scene: &Scene<'_>) -> Vec<Document> {
    let mut documents = Vec::new();
    for (at, guide) in group.guides.iter().enumerate() {
        for number in 0..guide.chapters.len() {
            documents.push(page(group, at, number, scene));
        }
    }
    documents
}

fn page(group: &Group, at: usize, number: usize, scene: &Scene<'_>) -> Document {
    let guide = &group.guides[at];
    let chapter = &guide.chapters[number];
    let is_first = number == 0;
    let first_of = |guide: &Guide| link(&guide.title, &guide.chapters[0]);
    let beside = |chapter: Option<&Chapter>| chapter.map(|chapter| link(&chapter.title, chapter));
    let before = match number.checked_sub(1) {
        Some(above) => beside(guide.chapters.get(above)),
        None => at.checked_sub(1).map(|above| first_of(&group.guides[above])),
    };
    let after = match guide.chapters.get(number + 1) {
        Some(next) if !is_first => Some(link(&next.title, next)),
        _ if is_first || guide.chapters.len() == 1 => group.guides.get(at + 1).map(first_of),
        _ => None,
    };
    let headings =
        chapter.headings.iter().map(|(id, words)| LinkView { href: format!("#{id}"), label: words.clone() });
    let chapters: &[Chapter] = if is_first { &guide.chapters[1..] } else { &[] };
    let view = PageView {
        title: &chapter.title,
        lang: group.language.map(Language::tag),
        whole: (!is_first).then(|| first_of(guide)),
        body_html: &chapter.html,
        headings: headings.collect(),
        chapters: chapters.iter().map(|chapter| link(&chapter.title, chapter)).collect(),
        before,
        after,
    };
    let few = view.headings.len() < FEWEST_HEADINGS;
    let view = PageView { headings: if few { Vec::new() } else { view.headings }, ..view };
    let title =
        if is_first { chapter.title.clone() } else { format!("{} – {}", chapter.title, guide.title) };
    let about = if guide.summary.is_empty() { &guide.title } else { &guide.summary };
    let about = if is_first { about.clone() } else { format!("{}: {about}", chapter.title) };
    let shown = ("guide", Value::from_serializable(&view));
    scene.document(("portal-guide", &chapter.address), &title, about, shown)
}

fn link(title: &str, chapter: &Chapter) -> LinkView {
    LinkView { href: chapter.address.clone(), label: title.to_owned() }
}
