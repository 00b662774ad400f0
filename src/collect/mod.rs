//! `etalase collect`: asks every site of `content/_situs.yaml` for its `etalase.json`, and keeps the last good one in
//! `content/_situs/`, where a build finds it. The only room that asks the network about a site, and only when a person
//! or a schedule says so; without it a portal shows what was kept.
//!
//! A site that is broken or means ill costs its own line and nothing else: it is told as a warning, and what it said
//! last stays, with the day since which it says nothing good.

mod ask;
mod change;
mod findings;
mod judge;
mod keep;
mod order;
mod report;

use std::collections::BTreeSet;

use anyhow::Result;

use crate::content::{self, ListedSite};
use crate::federation::{Claims, not_readable};
use crate::fetch::Unanswered;
use crate::finding::Findings;
use crate::settings::Settings;
use crate::source::Site;
use crate::summary::{CollectedSummary, collected_name};
use judge::{Judged, judge, settle};

pub(crate) use change::{Change, PriceChange};
pub(crate) use order::CollectOrder;
pub(crate) use report::{CollectReport, News, What};

/// The sites that an office lists, with what was kept of each.
pub(crate) struct Listing {
    site: Site,
    settings: Settings,
    sites: Vec<ListedSite>,
    kept: Vec<Option<CollectedSummary>>,
    /// Whether each line of the list could be read: else nothing that was kept is removed.
    is_whole: bool,
}

impl Listing {
    /// Reads the list of a site. `None` if there is none, with a finding.
    pub(crate) fn read(site: Site, settings: Settings, findings: &mut Findings) -> Option<Self> {
        let Some(list) = site.read_sites(findings) else {
            if !findings.has_error() {
                findings.push(findings::no_list());
            }
            return None;
        };
        let mut heard = Findings::new();
        let sites = content::read_sites(&list, &settings, &mut heard);
        let is_whole = !heard.has_error();
        if sites.is_empty() && is_whole {
            heard.push(findings::list_empty(&list));
        }
        let kept = sites.iter().map(|one| read_kept(&site, one, &mut heard)).collect();
        findings.extend(heard);
        Some(Self { site, settings, sites, kept, is_whole })
    }

    /// How many sites are asked.
    pub(crate) fn len(&self) -> usize {
        self.sites.len()
    }

    /// Asks every site, tells `done` after each, and keeps what is good, unless the order is only to look.
    ///
    /// # Errors
    /// If the machine fails to read or to write.
    pub(crate) fn collect(self, order: &CollectOrder, done: &dyn Fn()) -> Result<CollectReport> {
        let answers = ask::ask_all(&self.sites, &self.kept, order, done);
        let mut report = CollectReport { listed: self.sites.len(), ..CollectReport::default() };
        let is_offline = |answer: &Result<_, Unanswered>| {
            matches!(answer, Err(Unanswered::NoSuchHost | Unanswered::Unreachable | Unanswered::TooSlow))
        };
        if answers.len() > 1 && answers.iter().all(is_offline) {
            // More likely our own line than all of theirs: nobody is called silent for it.
            report.findings.push(findings::nobody_answers(answers.len()));
            return Ok(report);
        }
        let Self { site, settings, sites, kept, is_whole } = self;
        let mut judged: Vec<Judged> = Vec::with_capacity(sites.len());
        for ((one, kept), answer) in sites.iter().zip(&kept).zip(answers) {
            judged.push(judge(one, kept.as_ref(), answer, &settings, &mut report.findings));
        }
        let claims = own_claims(&site, &settings)?;
        let now = settle(&sites, &kept, judged, claims, &settings, &mut report.findings);
        report.count(&kept, &now);
        if !order.is_dry {
            report.written = keep::write(site.root(), &kept, &now)?;
        }
        let wanted = sites.iter().map(|one| collected_name(&one.address)).collect();
        for gone in leftovers(&site, &wanted, is_whole) {
            report.news.push(News::removed(&gone));
            if !order.is_dry {
                keep::remove(site.root(), &gone.address)?;
            }
        }
        report.findings.sort();
        Ok(report)
    }
}

fn read_kept(site: &Site, one: &ListedSite, findings: &mut Findings) -> Option<CollectedSummary> {
    let file = site.read_collected(&collected_name(&one.address), findings)?;
    let kept = CollectedSummary::parse(file.text.as_bytes());
    kept.map_err(|fault| findings.push(not_readable(&file.path, &fault))).ok()
}

/// Names that the portal's own cooperatives have, by what their profiles say.
fn own_claims(site: &Site, settings: &Settings) -> Result<Claims> {
    let mut claims = Claims::default();
    // What is wrong with a profile is told by a build.
    let mut unheard = Findings::new();
    for folder in site.list_cooperatives(&mut unheard)? {
        let profile = site.read_profile(&folder, &settings.limits, &mut unheard);
        let texts = profile.map(|profile| content::texts_at(&profile, settings, &["nama", "wilayah"]));
        let mut texts = texts.unwrap_or_default().into_iter();
        let (name, region) = (texts.next().flatten(), texts.next().flatten());
        claims.add_own(&folder, name.as_deref().unwrap_or(&folder), region.as_deref());
    }
    Ok(claims)
}

/// What was kept of sites that are listed no more. Files that are none of ours are left alone.
fn leftovers(site: &Site, wanted: &BTreeSet<String>, is_whole: bool) -> Vec<CollectedSummary> {
    if !is_whole {
        return Vec::new();
    }
    let mut unheard = Findings::new();
    let names = site.list_collected(&mut unheard).into_iter().filter(|name| !wanted.contains(name));
    names
        .filter_map(|name| {
            let file = site.read_collected(&name, &mut Findings::new())?;
            let kept = CollectedSummary::parse(file.text.as_bytes()).ok()?;
            (collected_name(&kept.address) == name).then_some(kept)
        })
        .collect()
}
