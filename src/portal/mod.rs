//! The portal of a site with many cooperatives: summaries in, finished pages out. It knows nothing of a
//! cooperative but its `Summary`, so that it works the same for cooperatives that publish elsewhere.

mod agenda;
mod atlas;
mod board;
mod directory;
mod feeds;
mod figures;
mod finder;
mod fit;
mod goods;
mod guides;
mod listing;
mod monitoring;
mod neighbours;
mod outlets;
mod paging;
mod regency;
mod regional;
mod scene;
mod youth;

use crate::finding::Findings;
use crate::guides::Guides;
use crate::model::Office;
use crate::page::{Document, Themes};
use crate::plan::Plan;
use crate::programme::{Programme, match_storefronts};
use crate::search;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::theme::Part;
use monitoring::TakingPart;
use scene::Scene;
pub(crate) use scene::WholeOf;

/// Pages that are handed over together.
const PART: usize = 64;

/// Takes a part of the portal's files.
pub(crate) type HandOver<'a> = dyn FnMut(Plan, &mut Findings) + 'a;

/// The cooperatives of a portal.
pub(crate) struct Cooperatives<'a> {
    /// In any order. Some may be outlines, unless there is search or monitoring, or a page of all goods.
    pub summaries: Vec<&'a Summary>,
    /// Reads the whole of those.
    pub whole: &'a WholeOf<'a>,
}

impl<'a> Cooperatives<'a> {
    /// All of them as a whole.
    pub(crate) fn of(summaries: impl IntoIterator<Item = &'a Summary>) -> Self {
        Self { summaries: summaries.into_iter().collect(), whole: &|_| None }
    }
}

/// What the office of a portal has written.
#[derive(Clone, Copy)]
pub(crate) struct Written<'a> {
    pub office: &'a Office,
    pub programme: &'a Programme,
    pub guides: &'a Guides,
}

/// Hands over every page of the portal, in every language of the site, part by part: all together they would fill
/// memory. What pages need comes before them. Whatever the order of summaries, what is written is the same. A cooperative whose own site is gone stands in monitoring only: nobody else can do anything
/// about it.
pub(crate) fn portal_pages(
    cooperatives: Cooperatives<'_>,
    written: Written<'_>,
    settings: &Settings,
    themes: &Themes,
    hand_over: &mut HandOver<'_>,
    findings: &mut Findings,
) {
    let Cooperatives { summaries: mut all, whole } = cooperatives;
    let Written { office, programme, guides } = written;
    all.sort_by_cached_key(|summary| (summary.label().to_lowercase(), summary.slug.clone()));
    let mut summaries = all.clone();
    summaries.retain(|summary| !summary.is_gone(settings.today));
    let taking = TakingPart {
        standings: match_storefronts(&programme.entries, &all, findings),
        earlier: &programme.earlier,
    };
    if themes.storefront.has(Part::Monitoring) {
        let mut plan = Plan::new();
        let texts = themes.storefront.texts(settings.languages[0]);
        monitoring::claim_data(&all, &taking.standings, settings, texts, &mut plan, findings);
        hand_over(plan, findings);
    }
    if themes.storefront.has(Part::Search) {
        let mut plan = Plan::new();
        finder::claim_script(&themes.storefront, &mut plan, findings);
        search::claim_index(&summaries, settings, &mut plan, findings);
        hand_over(plan, findings);
    }
    if themes.storefront.has(Part::Youth) {
        let mut plan = Plan::new();
        youth::claim_pictures(office, settings, &mut plan, findings);
        hand_over(plan, findings);
    }
    let feeds = feeds::feeds(&Scene::new(&summaries, office, settings, themes, settings.first_language()));
    for language in settings.languages.iter().copied() {
        let scene =
            Scene::new(&summaries, office, settings, themes, language).with_whole(whole).with_feeds(&feeds);
        let scene = scene.with_guides(!guides.groups.is_empty());
        let services = outlets::kinds(&scene);
        let mut plan = Plan::new();
        fit::claim_data(&scene, &mut plan, findings);
        if scene.has(Part::Youth) {
            youth::claim_files(&scene, &mut plan, findings);
        }
        hand_over(plan, findings);
        if language == settings.first_language() {
            let plan = guides::plan(guides, &scene, findings);
            hand_over(plan, findings);
        }
        // Each kind is written before the next is worked out: the views of all lists weigh more than their pages.
        let mut write = |documents: Vec<Document>| {
            for some in documents.chunks(PART) {
                let mut plan = Plan::new();
                scene.write(some, &mut plan, findings);
                hand_over(plan, findings);
            }
        };
        directory::documents(&scene, &services, &mut write);
        write(outlets::documents(&scene, &services));
        regency::documents(&scene, &services, &mut write);
        write(goods::documents(&scene));
        finder::documents(&scene, &mut write);
        write(fit::documents(&scene));
        if scene.has(Part::Agenda) {
            write(agenda::documents(&scene));
        }
        if scene.has(Part::Monitoring) {
            let monitored = Scene::new(&all, office, settings, themes, language).with_whole(whole);
            let monitored = monitored.with_guides(scene.has_guides);
            monitoring::documents(&taking, &monitored, &mut write);
        }
        if scene.has(Part::Youth) {
            write(board::documents(&scene));
            let mut plan = Plan::new();
            scene.write_youth(youth::documents(&scene), &mut plan, findings);
            hand_over(plan, findings);
        }
    }
    let mut plan = Plan::new();
    feeds::claim(feeds, &mut plan, findings);
    hand_over(plan, findings);
}

#[cfg(test)]
mod tests;
