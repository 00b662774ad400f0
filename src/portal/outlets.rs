//! Services and units over all cooperatives, by kind: where in this regency there is subsidised fertiliser.

use serde::Serialize;
use tera::Value;

use super::listing::place;
use super::paging::PagingView;
use super::regional::{Regional, RegionalView};
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
    lines: Regional<Line>,
}

/// A service as a line of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Line {
    name: String,
    /// Its place on the shop's page, from the language's root.
    href: String,
    /// Short name of the cooperative.
    from: String,
    place: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct OutletsView<'a> {
    title: String,
    lead: String,
    regencies: Vec<RegionalView<'a, Line>>,
    paging: Option<PagingView>,
    kinds: &'a [KindView],
    /// The kind that is shown.
    current: &'a str,
}

/// The kinds that there are, in the order of the table, the unknown last.
pub(super) fn kinds(scene: &Scene<'_>) -> Vec<KindView> {
    let empty = |word: &str| KindView {
        label: kind_name(word, scene.texts).to_owned(),
        count: 0,
        href: routes::outlets(word),
        lines: Regional::new(),
    };
    let mut kinds: Vec<KindView> = OUTLET_KINDS.into_iter().chain([OTHER]).map(empty).collect();
    for (summary, outlet) in
        scene.summaries.iter().flat_map(|summary| summary.outlets.iter().map(move |outlet| (summary, outlet)))
    {
        let at = OUTLET_KINDS.iter().position(|word| outlet.kind.as_deref() == Some(*word));
        let kind = &mut kinds[at.unwrap_or(OUTLET_KINDS.len())];
        kind.lines.push(summary, line(summary, outlet, &kind.label, scene), scene.texts);
        kind.count = kind.lines.count();
    }
    kinds.retain(|kind| kind.count > 0);
    kinds
}

fn line(summary: &Summary, outlet: &SummaryOutlet, kind: &str, scene: &Scene<'_>) -> Line {
    Line {
        name: outlet.name.as_ref().map_or(kind, |name| name.get(scene.language)).to_owned(),
        href: scene.link_to(summary, routes::SHOP_OUTLETS),
        from: summary.label().to_owned(),
        place: place(summary),
    }
}

/// The kinds that a regency has, each with the place where they are listed.
pub(super) fn of_regency(kinds: &[KindView], code: &str) -> Vec<LinkView> {
    let link = |kind: &KindView| {
        let (count, href) = kind.lines.of_regency(&kind.href, code)?;
        Some(LinkView { href, label: format!("{} ({count})", kind.label) })
    };
    kinds.iter().filter_map(link).collect()
}

/// The list of kinds, then the pages of each.
pub(super) fn documents(scene: &Scene<'_>, kinds: &[KindView]) -> Vec<Document> {
    if kinds.is_empty() {
        return Vec::new();
    }
    let lead = scene.texts.get("outlet.lead").to_owned();
    let document = |path: &str, view: OutletsView<'_>| {
        let shown = ("outlets", Value::from_serializable(&view));
        scene.document(("portal-outlets", path), &view.title, lead.clone(), shown)
    };
    let title = scene.texts.get("outlet.title").to_owned();
    let regencies = Vec::new();
    let front = OutletsView { title, lead: lead.clone(), regencies, paging: None, kinds, current: "" };
    let mut documents = vec![document(routes::OUTLETS, front)];
    for kind in kinds {
        for page in kind.lines.pages(&kind.href, &kind.label, scene.texts) {
            let view = OutletsView {
                title: page.title,
                lead: lead.clone(),
                regencies: page.regencies,
                paging: page.paging,
                kinds,
                current: &kind.href,
            };
            documents.push(document(&page.path, view));
        }
    }
    documents
}
