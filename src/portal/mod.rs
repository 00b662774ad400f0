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

/// Every page of the portal, in every language of the site. Summaries may come in any order; what is
/// written is the same. A cooperative whose own site is gone stands in monitoring only: nobody else can do anything
/// about it.
pub(crate) fn portal_pages<'a>(
    summaries: impl IntoIterator<Item = &'a Summary>,
    office: &Office,
    programme: &Programme,
    settings: &Settings,
    themes: &Themes,
    findings: &mut Findings,
) -> Plan {
    let mut all: Vec<&Summary> = summaries.into_iter().collect();
    all.sort_by_cached_key(|summary| (summary.label().to_lowercase(), summary.slug.clone()));
    let mut summaries = all.clone();
    summaries.retain(|summary| !summary.is_gone(settings.today));
    let taking = TakingPart {
        standings: match_storefronts(&programme.entries, &all, findings),
        earlier: &programme.earlier,
    };
    let mut plan = Plan::new();
    // What is heavy while it is made comes first, before there are pages beside it.
    if themes.storefront.has(Part::Monitoring) {
        let texts = themes.storefront.texts(settings.languages[0]);
        monitoring::claim_data(&all, &taking.standings, settings, texts, &mut plan, findings);
    }
    if themes.storefront.has(Part::Search) {
        finder::claim_script(&themes.storefront, &mut plan, findings);
        search::claim_index(&summaries, settings, &mut plan, findings);
    }
    let feeds = feeds::feeds(&Scene::new(&summaries, office, settings, themes, settings.first_language()));
    for language in settings.languages.iter().copied() {
        let scene = Scene::new(&summaries, office, settings, themes, language).with_feeds(&feeds);
        let services = outlets::kinds(&scene);
        // Each kind is written before the next is worked out: the views of all lists weigh more than their pages.
        let mut write = |documents: Vec<Document>| scene.write(documents, &mut plan, findings);
        write(directory::documents(&scene, &services));
        write(outlets::documents(&scene, &services));
        write(regency::documents(&scene, &services));
        write(goods::documents(&scene));
        write(finder::documents(&scene));
        write(fit::documents(&scene));
        if scene.has(Part::Agenda) {
            write(agenda::documents(&scene));
        }
        if scene.has(Part::Monitoring) {
            let monitored = Scene::new(&all, office, settings, themes, language);
            monitoring::documents(&taking, &monitored, &mut write);
        }
        if scene.has(Part::Youth) {
            write(board::documents(&scene));
        }
        fit::claim_data(&scene, &mut plan, findings);
        if scene.has(Part::Youth) {
            scene.write_youth(youth::documents(&scene), &mut plan, findings);
            youth::claim_files(&scene, &mut plan, findings);
        }
    }
    feeds::claim(feeds, &mut plan, findings);
    if themes.storefront.has(Part::Youth) {
        youth::claim_pictures(office, settings, &mut plan, findings);
    }
    plan
}

#[cfg(test)]
mod tests;
