//! Services and units over all cooperatives, by kind: where in this regency there is subsidised fertiliser. A kind has
//! one page with its regencies below each other, or a page for each regency where there are too many.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use super::listing::place;
use super::paging::{LINES, PagingView, leaves};
use super::scene::Scene;
use crate::model::OUTLET_KINDS;
use crate::page::Document;
use crate::routes;
use crate::summary::{Summary, SummaryOutlet};
use crate::view::links::LinkView;
use crate::view::outlet::kind_name;

/// Word of what is none of the known kinds.
const OTHER: &str = "lainnya";

/// A kind of services that there are.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct KindView {
    pub label: String,
    pub count: usize,
    /// Its page, from the language's root.
    pub href: String,
    #[serde(skip)]
    word: &'static str,
    /// By code of the regency; under an empty one those of no regency.
    #[serde(skip)]
    regencies: BTreeMap<String, Vec<Line>>,
}

/// A service as a line of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    name: String,
    /// Its place on the shop's page, from the language's root.
    href: String,
    /// Short name of the cooperative, where that is not the name.
    from: String,
    place: Option<String>,
    #[serde(skip)]
    regency: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RegencyView<'a> {
    id: String,
    name: &'a str,
    count: usize,
    /// The page that shows them, where this one does not.
    href: Option<String>,
    lines: &'a [Line],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct OutletsView<'a> {
    title: String,
    lead: String,
    regencies: Vec<RegencyView<'a>>,
    paging: Option<PagingView>,
    kinds: &'a [KindView],
    /// The kind that is shown.
    current: &'a str,
}

/// The kinds that there are, in the order of the table, the unknown last.
pub(super) fn kinds(scene: &Scene<'_>) -> Vec<KindView> {
    let mut kinds: Vec<KindView> =
        OUTLET_KINDS.into_iter().chain([OTHER]).map(|word| empty(word, scene)).collect();
    for summary in scene.summaries {
        for outlet in &summary.outlets {
            let at = OUTLET_KINDS.iter().position(|word| outlet.kind.as_deref() == Some(*word));
            let kind = &mut kinds[at.unwrap_or(OUTLET_KINDS.len())];
            let code = summary.region.as_ref().map_or("", |region| region.regency_code());
            kind.count += 1;
            kind.regencies.entry(code.to_owned()).or_default().push(line(
                summary,
                outlet,
                &kind.label,
                scene,
            ));
        }
    }
    kinds.retain(|kind| kind.count > 0);
    kinds
}

fn empty(word: &'static str, scene: &Scene<'_>) -> KindView {
    let label = kind_name(word, scene.texts).to_owned();
    KindView { label, count: 0, href: routes::outlets(word), word, regencies: BTreeMap::new() }
}

fn line(summary: &Summary, outlet: &SummaryOutlet, kind: &str, scene: &Scene<'_>) -> Line {
    Line {
        name: outlet.name.as_ref().map_or(kind, |name| name.get(scene.language)).to_owned(),
        href: scene.link_to(summary, routes::SHOP_OUTLETS),
        from: summary.label().to_owned(),
        place: place(summary),
        regency: summary.region.as_ref().map_or(String::new(), |region| region.regency.clone()),
    }
}

/// The kinds that a regency has, each with the place where they are listed.
pub(super) fn of_regency(kinds: &[KindView], code: &str) -> Vec<LinkView> {
    let link = |kind: &KindView| {
        let count = kind.regencies.get(code)?.len();
        let is_split = kind.count > LINES;
        let href =
            if is_split { routes::outlets_in(kind.word, code) } else { routes::outlets_at(kind.word, code) };
        Some(LinkView { href, label: format!("{} ({count})", kind.label) })
    };
    kinds.iter().filter_map(link).collect()
}

/// The list of kinds, then the pages of each.
pub(super) fn documents(scene: &Scene<'_>, kinds: &[KindView]) -> Vec<Document> {
    if kinds.is_empty() {
        return Vec::new();
    }
    let title = scene.texts.get("outlet.title").to_owned();
    let mut documents = vec![document(scene, kinds, "", routes::OUTLETS, &title, (Vec::new(), None))];
    documents.extend(kinds.iter().flat_map(|kind| of_kind(scene, kinds, kind)));
    documents
}

fn of_kind(scene: &Scene<'_>, kinds: &[KindView], kind: &KindView) -> Vec<Document> {
    let is_split = kind.count > LINES;
    let regency = |(code, lines): (&'_ String, &'_ Vec<Line>)| -> (String, String, usize) {
        let name = lines.first().map_or("", |line| line.regency.as_str());
        let name = if name.is_empty() { scene.texts.get("outlet.elsewhere") } else { name };
        (code.clone(), name.to_owned(), lines.len())
    };
    let named: Vec<(String, String, usize)> = kind.regencies.iter().map(regency).collect();
    let code_of = |code: &str| if code.is_empty() { OTHER.to_owned() } else { code.to_owned() };
    let views = named.iter().map(|(code, name, count)| RegencyView {
        id: routes::outlets_anchor(code_of(code)),
        name,
        count: *count,
        href: is_split.then(|| routes::outlets_in(kind.word, code_of(code))),
        lines: if is_split { &[] } else { &kind.regencies[code] },
    });
    let mut documents =
        vec![document(scene, kinds, &kind.href, &kind.href, &kind.label, (views.collect(), None))];
    if is_split {
        for (code, name, count) in &named {
            let path = routes::outlets_in(kind.word, code_of(code));
            let list = format!("{}: {name}", kind.label);
            for leaf in leaves(&kind.regencies[code], &path, scene.texts) {
                let title = leaf.title(&list, scene.texts);
                let id = routes::outlets_anchor(code_of(code));
                let shown = vec![RegencyView { id, name, count: *count, href: None, lines: leaf.lines }];
                documents.push(document(scene, kinds, &kind.href, &leaf.path, &title, (shown, leaf.paging)));
            }
        }
    }
    documents
}

fn document<'a>(
    scene: &Scene<'_>,
    kinds: &'a [KindView],
    current: &'a str,
    path: &str,
    title: &str,
    (regencies, paging): (Vec<RegencyView<'a>>, Option<PagingView>),
) -> Document {
    let lead = scene.texts.get("outlet.lead").to_owned();
    let view = OutletsView { title: title.to_owned(), lead: lead.clone(), regencies, paging, kinds, current };
    scene.document("portal-outlets", path, title, lead, ("outlets", Value::from_serializable(&view)))
}
