//! The page of search, and the lists that stand in for it without a script, by letter and by heading; pages of
//! regencies list by district.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::finding::Findings;
use crate::model::Slug;
use crate::page::Document;
use crate::plan::{Output, Plan, SitePath};
use crate::portal::atlas::{RegencyView, regencies};
use crate::portal::directory::{GroupView, capitalised, kinds, sectors};
use crate::portal::listing::place;
use crate::portal::paging::{PagingView, leaves_of};
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::Summary;
use crate::theme::{Feature, Theme};
use crate::view::links::LinkView;

/// Lines of a name and a place on one page: 40 KB, a tenth of it on its way.
const LINES: usize = 300;
/// Headings with a page of their own, the most usual ones: sellers write them as they like.
const CATEGORIES: usize = 400;
/// Headings that the page of search names itself.
const NAMED_CATEGORIES: usize = 24;
/// From so many cooperatives on, a heading of one of them alone has no page.
const MANY: usize = 24;

/// How names of cooperatives begin, whoever they are: they are listed by the word behind.
const USUAL_BEGINNINGS: [&str; 19] = [
    "desa",
    "jasa",
    "kelurahan",
    "konsumen",
    "kop",
    "koperasi",
    "kopontren",
    "kopsis",
    "ksp",
    "ksu",
    "kud",
    "pemasaran",
    "pinjam",
    "pondok",
    "pesantren",
    "produsen",
    "serba",
    "simpan",
    "usaha",
];

#[derive(Debug, Clone, PartialEq, Serialize)]
struct SearchView {
    title: String,
    lead: String,
    /// True if the index is there: not for pages that are opened as files.
    has_index: bool,
    /// The script that folds words, from the site's root.
    words: Option<String>,
    /// Languages of the site, the first one first.
    languages: String,
    letters: Vec<LinkView>,
    regencies: Vec<RegencyView>,
    kinds: Vec<GroupView>,
    sectors: Vec<GroupView>,
    categories: Vec<GroupView>,
    /// The way to the rest of them.
    all_categories: Option<LinkView>,
    back: LinkView,
}

/// A cooperative in a list of many.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    href: String,
    label: String,
    place: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct IndexView<'a> {
    title: String,
    count: String,
    lines: Vec<Line>,
    /// Headings with pages of their own, for the list of all headings.
    groups: &'a [GroupView],
    paging: Option<PagingView>,
    others: &'a [LinkView],
    back: LinkView,
}

/// Hands over the page of search and the lists beside those of the directory, page by page.
pub(super) fn documents(scene: &Scene<'_>, write: &mut impl FnMut(Vec<Document>)) {
    let letters = letters(scene);
    let categories = categories(scene);
    write(vec![search(scene, &letters, &categories)]);
    let ways: Vec<LinkView> = letters.keys().map(|letter| letter_link(*letter)).collect();
    for (letter, members) in &letters {
        let title = scene.texts.fill("portal.search.by_letter", &[("letter", &shown_letter(*letter))]);
        list(scene, (&title, &routes::letter_list(*letter)), members, &ways, write);
    }
    for (group, members) in &categories {
        list(scene, (&group.label, &group.href), members, &[], write);
    }
    if !categories.is_empty() {
        write(vec![all_categories(scene, &categories)]);
    }
}

/// Claims the script that folds words.
pub(super) fn claim_script(theme: &Theme, plan: &mut Plan, findings: &mut Findings) {
    if let Some(script) = theme.asked_script("words") {
        let path = SitePath::new(routes::asset(&script.file_name));
        plan.claim(path, Output::Asset(script.text.into_bytes()), findings);
    }
}

type Letters<'s> = BTreeMap<char, Vec<&'s Summary>>;
type Categories<'s> = Vec<(GroupView, Vec<&'s Summary>)>;

fn search(scene: &Scene<'_>, letters: &Letters<'_>, categories: &Categories<'_>) -> Document {
    let texts = scene.texts;
    let title = texts.get("portal.search.title");
    let lead = texts.get("portal.search.lead");
    let script = scene.themes.storefront.asked_script("words");
    let view = SearchView {
        title: title.to_owned(),
        lead: lead.to_owned(),
        has_index: scene.has(Feature::Search),
        words: script.map(|script| routes::asset(&script.file_name)),
        languages: scene.settings.languages.iter().map(|it| it.tag()).collect::<Vec<_>>().join(" "),
        letters: letters.keys().map(|letter| letter_link(*letter)).collect(),
        regencies: regencies(scene),
        kinds: kinds(scene),
        sectors: sectors(scene),
        categories: categories.iter().take(NAMED_CATEGORIES).map(|(group, _)| group.clone()).collect(),
        all_categories: (!categories.is_empty()).then(|| LinkView {
            href: routes::CATEGORIES.to_owned(),
            label: texts.get("portal.search.all_categories").to_owned(),
        }),
        back: home(scene),
    };
    scene.document(
        ("portal-search", routes::SEARCH),
        title,
        lead.to_owned(),
        ("search", Value::from_serializable(&view)),
    )
}

fn home(scene: &Scene<'_>) -> LinkView {
    LinkView { href: String::new(), label: scene.settings.title.clone() }
}

fn letter_link(letter: char) -> LinkView {
    LinkView { href: routes::letter_list(letter), label: shown_letter(letter) }
}

/// `A`; `0–9` for names that begin with none.
fn shown_letter(letter: char) -> String {
    if letter == '0' { "0–9".to_owned() } else { letter.to_uppercase().to_string() }
}

fn line(scene: &Scene<'_>, summary: &Summary) -> Line {
    Line { href: scene.link_to(summary, ""), label: summary.label().to_owned(), place: place(summary) }
}

/// Cooperatives by the first letter of what tells their names apart, in order of that.
fn letters<'s>(scene: &Scene<'s>) -> Letters<'s> {
    let mut sorted: Vec<(String, &Summary)> =
        scene.summaries.iter().map(|summary| (sorting_name(summary), *summary)).collect();
    sorted.sort_by(|one, next| (&one.0, &one.1.slug).cmp(&(&next.0, &next.1.slug)));
    let mut letters = Letters::new();
    for (name, summary) in sorted {
        let letter = name.chars().next().filter(char::is_ascii_lowercase).unwrap_or('0');
        letters.entry(letter).or_default().push(summary);
    }
    letters
}

/// `sari-bumi` of `Koperasi Serba Usaha Sari Bumi`.
fn sorting_name(summary: &Summary) -> String {
    let name = Slug::from_name(summary.label()).map(|slug| slug.to_string()).unwrap_or_default();
    let mut rest = name.as_str();
    while let Some((first, behind)) = rest.split_once('-')
        && USUAL_BEGINNINGS.contains(&first)
    {
        rest = behind;
    }
    rest.to_owned()
}

/// Cooperatives by the headings of their catalogues, the most usual heading first.
fn categories<'s>(scene: &Scene<'s>) -> Categories<'s> {
    let mut groups: BTreeMap<Slug, (String, Vec<&'s Summary>)> = BTreeMap::new();
    for summary in scene.summaries {
        for category in &scene.whole(summary).products.categories {
            let Some(slug) = Slug::from_name(category) else { continue };
            let (_, members) = groups.entry(slug).or_insert_with(|| (category.clone(), Vec::new()));
            if members.last().is_none_or(|last| last.slug != summary.slug) {
                members.push(summary);
            }
        }
    }
    let fewest = if scene.summaries.len() < MANY { 1 } else { 2 };
    let mut kept: Vec<_> = groups.into_iter().filter(|(_, (_, members))| members.len() >= fewest).collect();
    kept.sort_by_key(|(_, (_, members))| std::cmp::Reverse(members.len()));
    kept.truncate(CATEGORIES);
    let group = |(slug, (label, members)): (Slug, (String, Vec<&'s Summary>))| {
        let group = GroupView {
            label: capitalised(&label),
            count: members.len(),
            href: routes::category(&slug),
            word: slug.to_string(),
        };
        (group, members)
    };
    kept.into_iter().map(group).collect()
}

fn all_categories(scene: &Scene<'_>, categories: &Categories<'_>) -> Document {
    let title = scene.texts.get("portal.search.categories");
    let mut groups: Vec<GroupView> = categories.iter().map(|(group, _)| group.clone()).collect();
    groups.sort_by(|one, next| one.word.cmp(&next.word));
    let view = IndexView {
        title: title.to_owned(),
        count: String::new(),
        lines: Vec::new(),
        groups: &groups,
        paging: None,
        others: &[],
        back: back_to_search(scene),
    };
    let told = scene.texts.get("portal.search.lead").to_owned();
    scene.document(
        ("portal-index", routes::CATEGORIES),
        title,
        told,
        ("list", Value::from_serializable(&view)),
    )
}

fn back_to_search(scene: &Scene<'_>) -> LinkView {
    LinkView { href: routes::SEARCH.to_owned(), label: scene.texts.get("portal.search.title").to_owned() }
}

fn list(
    scene: &Scene<'_>,
    (title, path): (&str, &str),
    members: &[&Summary],
    others: &[LinkView],
    write: &mut impl FnMut(Vec<Document>),
) {
    let texts = scene.texts;
    let count = texts.count("portal.count", u64::try_from(members.len()).unwrap_or(u64::MAX));
    let others: Vec<LinkView> = others.iter().filter(|other| other.href != path).cloned().collect();
    for leaf in leaves_of(members, LINES, path, texts) {
        let title = leaf.title(title, texts);
        let view = IndexView {
            title: title.clone(),
            count: count.clone(),
            lines: leaf.lines.iter().map(|summary| line(scene, summary)).collect(),
            groups: &[],
            paging: leaf.paging,
            others: &others,
            back: back_to_search(scene),
        };
        let told = texts.fill("portal.list_description", &[("title", &title), ("count", &count)]);
        let view = ("list", Value::from_serializable(&view));
        write(vec![scene.document(("portal-index", &leaf.path), &title, told, view)]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_listed_by_what_tells_it_apart() {
        let name = |name: &str| {
            let json = format!(r#"{{"etalase":1,"slug":"a","name":"{name}","languages":["id"]}}"#);
            sorting_name(&Summary::parse(json.as_bytes()).expect("a sound summary"))
        };
        assert_eq!(name("Koperasi Serba Usaha Sari Bumi"), "sari-bumi");
        assert_eq!(name("KUD Mekar"), "mekar");
        assert_eq!(name("Koperasi"), "koperasi");
        assert_eq!((shown_letter('a'), shown_letter('0')), ("A".to_owned(), "0–9".to_owned()));
    }
}
