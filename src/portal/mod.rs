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
use crate::model::{Language, Office};
use crate::page::{Document, Themes};
use crate::plan::Plan;
use crate::programme::{Programme, match_storefronts};
use crate::search;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::theme::Feature;
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
/// memory. What pages need comes before them. Whatever the order of summaries, what is written is the same. A
/// cooperative whose own site is gone stands in monitoring only: nobody else can do anything about it.
pub(crate) fn portal_pages(
    cooperatives: Cooperatives<'_>,
    written: Written<'_>,
    settings: &Settings,
    themes: &Themes,
    hand_over: &mut HandOver<'_>,
    findings: &mut Findings,
) {
    let Cooperatives { summaries: mut all, whole } = cooperatives;
    all.sort_by_cached_key(|summary| (summary.label().to_lowercase(), summary.slug.clone()));
    let mut summaries = all.clone();
    summaries.retain(|summary| !summary.is_gone(settings.today));
    let taking = TakingPart {
        standings: match_storefronts(&written.programme.entries, &all, findings),
        earlier: &written.programme.earlier,
    };
    let portal = Portal { all, summaries, taking, written, settings, themes, whole };
    let mut press = Press { hand_over, findings };
    portal.claim_data(&mut press);
    let feeds = feeds::feeds(&portal.scene(&portal.summaries, settings.first_language()));
    for language in settings.languages.iter().copied() {
        portal.write_pages(language, &feeds, &mut press);
    }
    press.part(|plan, findings| feeds::claim(feeds, plan, findings));
}

/// Where parts of the portal's files go.
struct Press<'a> {
    hand_over: &'a mut HandOver<'a>,
    findings: &'a mut Findings,
}

impl Press<'_> {
    /// Hands over what is filled in.
    fn part(&mut self, fill: impl FnOnce(&mut Plan, &mut Findings)) {
        let mut plan = Plan::new();
        fill(&mut plan, self.findings);
        (self.hand_over)(plan, self.findings);
    }

    /// Hands over pages, a few at a time.
    fn pages(&mut self, scene: &Scene<'_>, documents: &[Document]) {
        for some in documents.chunks(PART) {
            self.part(|plan, findings| scene.render(some, plan, findings));
        }
    }
}

/// What the pages of all languages are made of.
struct Portal<'a> {
    /// By name, with those whose own sites are gone.
    all: Vec<&'a Summary>,
    /// By name, without them.
    summaries: Vec<&'a Summary>,
    taking: TakingPart<'a>,
    written: Written<'a>,
    settings: &'a Settings,
    themes: &'a Themes,
    whole: &'a WholeOf<'a>,
}

impl Portal<'_> {
    fn has(&self, feature: Feature) -> bool {
        self.themes.storefront.has(feature)
    }

    fn scene<'s>(&'s self, summaries: &'s [&'s Summary], language: Language) -> Scene<'s> {
        let Self { written, settings, themes, whole, .. } = self;
        Scene::new(summaries, written.office, settings, themes, language)
            .with_whole(*whole)
            .with_guides(!written.guides.groups.is_empty())
    }

    /// Files that pages of every language use.
    fn claim_data(&self, press: &mut Press<'_>) {
        let Self { all, summaries, taking, written, settings, themes, .. } = self;
        if self.has(Feature::Monitoring) {
            let texts = themes.storefront.texts(settings.languages[0]);
            press.part(|plan, findings| {
                monitoring::claim_data(all, &taking.standings, settings, texts, plan, findings);
            });
        }
        if self.has(Feature::Search) {
            press.part(|plan, findings| {
                finder::claim_script(&themes.storefront, plan, findings);
                search::claim_index(summaries, settings, plan, findings);
            });
        }
        if self.has(Feature::Youth) {
            press.part(|plan, findings| youth::claim_pictures(written.office, settings, plan, findings));
        }
    }

    fn write_pages(&self, language: Language, feeds: &[(&'static str, String)], press: &mut Press<'_>) {
        let scene = self.scene(&self.summaries, language).with_feeds(feeds);
        let services = outlets::kinds(&scene);
        press.part(|plan, findings| {
            fit::claim_data(&scene, plan, findings);
            if scene.has(Feature::Youth) {
                youth::claim_files(&scene, plan, findings);
            }
        });
        if language == self.settings.first_language() {
            press.part(|plan, findings| guides::claim(self.written.guides, &scene, plan, findings));
        }
        // Each kind is written before the next is worked out: the views of all lists weigh more than their pages.
        let mut write = |documents: Vec<Document>| press.pages(&scene, &documents);
        directory::documents(&scene, &services, &mut write);
        write(outlets::documents(&scene, &services));
        regency::documents(&scene, &services, &mut write);
        write(goods::documents(&scene));
        finder::documents(&scene, &mut write);
        write(fit::documents(&scene));
        if scene.has(Feature::Agenda) {
            write(agenda::documents(&scene));
        }
        if scene.has(Feature::Monitoring) {
            // Its pages are written in the frame of all the others.
            monitoring::documents(&self.taking, &self.scene(&self.all, language), &mut write);
        }
        if scene.has(Feature::Youth) {
            write(board::documents(&scene));
            press.part(|plan, findings| scene.render_youth(youth::documents(&scene), plan, findings));
        }
    }
}

#[cfg(test)]
mod tests;
