//! The pages of a regency, as its office would link them: what there is of goods, places and events, then its
//! cooperatives by district.

use serde::Serialize;
use tera::Value;

use super::agenda::{EventView, events_of};
use super::atlas::{RegencyView, regencies};
use super::figures::{FigureView, figures};
use super::goods::{ProductLine, products};
use super::listing::{ListingView, listing};
use super::outlets::{self, KindView};
use super::paging::{Leaf, PagingView, leaves};
use super::scene::Scene;
use crate::page::Document;
use crate::routes;
use crate::summary::Summary;
use crate::view::days::last_of;
use crate::view::links::LinkView;

/// A list that is no longer than this needs no headings.
const WITHOUT_HEADINGS: usize = 12;
/// Events on the first page.
const MOST_EVENTS: usize = 3;

/// A district by its name, as lists order them, then its code.
type District = (String, String);

/// A cooperative and the district under whose heading it stands.
#[derive(Debug)]
struct Line<'s> {
    district: Option<District>,
    summary: &'s Summary,
}

/// Cooperatives of one district, as far as they stand on one page.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct DistrictView {
    /// Anchor of the heading; `None` for a list without headings.
    id: Option<String>,
    name: String,
    listings: Vec<ListingView>,
}

/// A district among the links to all of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
struct CountedLink {
    label: String,
    count: usize,
    href: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct PageView<'a> {
    title: String,
    count: String,
    /// On the first page only, like goods, services and events.
    figures: &'a [FigureView],
    products: &'a [ProductLine],
    services: &'a [LinkView],
    events: &'a [EventView],
    /// Last day of all events, those on the agenda only included.
    events_last: Option<String>,
    /// Empty where the list has no headings.
    links: &'a [CountedLink],
    districts: Vec<DistrictView>,
    paging: Option<PagingView>,
    /// The other regencies.
    others: &'a [RegencyView],
    back: LinkView,
}

/// Hands over the pages of every regency that has cooperatives, one by one.
pub(super) fn documents(scene: &Scene<'_>, services: &[KindView], write: &mut impl FnMut(Vec<Document>)) {
    let regencies = regencies(scene);
    for regency in &regencies {
        let others: Vec<RegencyView> =
            regencies.iter().filter(|other| other.code != regency.code).cloned().collect();
        let services = outlets::of_regency(services, &regency.code);
        of_regency(scene, regency, &services, &others, write);
    }
}

fn of_regency(
    scene: &Scene<'_>,
    regency: &RegencyView,
    services: &[LinkView],
    others: &[RegencyView],
    write: &mut impl FnMut(Vec<Document>),
) {
    let texts = scene.texts;
    let summaries = by_district(scene, &regency.code);
    let lines: Vec<Line<'_>> =
        summaries.iter().map(|summary| Line { district: district_of(summary), summary }).collect();
    let leaves = leaves(&lines, &regency.href, texts);
    let jumps = if lines.len() > WITHOUT_HEADINGS {
        links(&leaves, texts.get("portal.no_district"))
    } else {
        Vec::new()
    };
    let products = products(scene, &summaries);
    let board = routes::board_of(&regency.code);
    let figures = figures(scene, &summaries, None, !products.is_empty(), board);
    let mut events = events_of(&summaries, scene);
    let events_last = last_of(events.iter().map(|event| Some(event.last)));
    events.truncate(MOST_EVENTS);
    let named = texts.fill("portal.in_regency", &[("regency", &regency.name)]);
    let count = texts.count("portal.count", u64::try_from(lines.len()).unwrap_or(u64::MAX));
    for leaf in leaves {
        let title = leaf.title(&named, texts);
        let is_first = leaf.is_first();
        let view = PageView {
            title: title.clone(),
            count: count.clone(),
            figures: if is_first { &figures } else { &[] },
            products: if is_first { &products } else { &[] },
            services: if is_first { services } else { &[] },
            events: if is_first { &events } else { &[] },
            events_last: events_last.clone(),
            links: if is_first { &jumps } else { &[] },
            districts: districts(leaf.lines, !jumps.is_empty(), scene),
            paging: leaf.paging,
            others,
            back: LinkView { href: String::new(), label: scene.settings.title.clone() },
        };
        let told = texts.fill("portal.list_description", &[("title", &title), ("count", &count)]);
        let view = ("regency", Value::from_serializable(&view));
        write(vec![scene.document(("portal-regency", &leaf.path), &title, told, view)]);
    }
}

/// Cooperatives of a regency by district, those without one last; within it by name, as everywhere.
fn by_district<'a>(scene: &Scene<'a>, code: &str) -> Vec<&'a Summary> {
    let is_there =
        |summary: &&&Summary| summary.region.as_ref().is_some_and(|region| region.regency_code() == code);
    let mut summaries: Vec<&Summary> = scene.summaries.iter().filter(is_there).copied().collect();
    summaries.sort_by_cached_key(|summary| (district_of(summary).is_none(), district_of(summary)));
    summaries
}

fn district_of(summary: &Summary) -> Option<District> {
    let region = summary.region.as_ref()?;
    Some((region.district.clone()?, region.district_code()?.to_owned()))
}

/// What stands above the cooperatives of a district, and its anchor.
fn heading<'a>(district: Option<&'a District>, unknown: &'a str) -> (&'a str, String) {
    match district {
        Some((name, code)) => (name, routes::district_anchor(code)),
        None => (unknown, routes::district_anchor("lain")),
    }
}

/// The lines of a page under the headings of their districts.
fn districts(lines: &[Line<'_>], has_headings: bool, scene: &Scene<'_>) -> Vec<DistrictView> {
    let same = |a: &Line<'_>, b: &Line<'_>| !has_headings || a.district == b.district;
    let view = |lines: &[Line<'_>]| {
        let (name, anchor) = heading(lines[0].district.as_ref(), scene.texts.get("portal.no_district"));
        let listings = lines.iter().map(|line| listing(line.summary, scene)).collect();
        DistrictView { id: has_headings.then_some(anchor), name: name.to_owned(), listings }
    };
    lines.chunk_by(same).map(view).collect()
}

/// A link to the first place of each district, with how many cooperatives it has on all pages.
fn links(leaves: &[Leaf<'_, Line<'_>>], unknown: &str) -> Vec<CountedLink> {
    let lines: Vec<(&str, &Line<'_>)> =
        leaves.iter().flat_map(|leaf| leaf.lines.iter().map(|line| (leaf.path.as_str(), line))).collect();
    let link = |lines: &[(&str, &Line<'_>)]| {
        let (path, first) = lines[0];
        let (name, anchor) = heading(first.district.as_ref(), unknown);
        CountedLink { label: name.to_owned(), count: lines.len(), href: format!("{path}#{anchor}") }
    };
    lines.chunk_by(|(_, a), (_, b)| a.district == b.district).map(link).collect()
}
