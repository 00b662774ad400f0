//! The reduce: the files that belong to no cooperative, made of the summaries alone.

use std::collections::BTreeMap;
use std::sync::Arc;

use anyhow::Result;

use super::cards::draw_cards;
use super::elsewhere::read_elsewhere;
use super::outcome::{Known, KnownSummary};
use super::report::Report;
use super::world::World;
use super::{hosting, reuse};
use crate::cache::{PhotoCache, Record, Records, Updated};
use crate::content;
use crate::finding::{Findings, to_record};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::manage::{self, Managed};
use crate::model::Office;
use crate::output::Writer;
use crate::page::{self, PageAddress, SiteIdentity, SiteShape};
use crate::plan::{Plan, SitePath};
use crate::portal;
use crate::programme::{self, Programme, ProgrammeSources};
use crate::source::{COLLECTED, SITES_LIST};
use crate::summary::Summary;
use crate::summary::findings::summary_refused;
use crate::theme::Part;

/// Group of the files that belong to the site and to no cooperative.
pub(super) const SITE_GROUP: &str = "";

/// What the office of a portal has written: folders, and one file.
pub(crate) const OFFICE_SOURCES: [&str; 5] =
    ["content/_agenda", "content/_muda", "content/_program", SITES_LIST, COLLECTED];

/// Works out the files that belong to no cooperative: the portal, if there are many, and the site's own.
pub(super) fn plan_site(
    world: &World,
    known: Vec<Known>,
    paths_of: impl Fn(&str) -> Vec<SitePath>,
    findings: &mut Findings,
) -> Plan {
    let World { settings, themes, shape, .. } = world;
    let mut identity = SiteIdentity::of_portal(settings);
    let mut summaries: Vec<Summary> = Vec::with_capacity(known.len());
    let mut worked_out = Vec::with_capacity(known.len());
    for cooperative in known {
        let summary = cooperative.summary.into_summary().unwrap_or_else(|fault| {
            findings.push(summary_refused(&cooperative.name, &fault));
            None
        });
        let changed = summary.as_ref().and_then(|summary| summary.updated);
        worked_out.push((cooperative.name, changed, cooperative.addresses));
        summaries.extend(summary);
        if *shape == SiteShape::One {
            identity = cooperative.identity.unwrap_or(identity);
        }
    }
    let mut plan = Plan::new();
    if *shape == SiteShape::Many {
        plan = plan_portal(world, &summaries, findings);
    }
    let mut redirects =
        hosting::moves(&summaries, *shape, |slug, old| hosting::place_of_move(world, slug, old), findings);
    redirects.extend(hosting::moved_regencies(&plan));
    redirects.extend(hosting::moved_goods(&summaries, *shape, settings));
    let mut addresses = page::page_addresses(&plan, None);
    claim_manage(world, &summaries, &mut plan, findings);
    // Those of ten thousand cooperatives are large, and so are the addresses of all their pages.
    drop(summaries);
    for (name, changed, pages) in worked_out {
        addresses.extend(pages.unwrap_or_else(|| {
            let pages = paths_of(&name).into_iter().filter(page::is_address);
            pages.map(|path| PageAddress { path, changed }).collect()
        }));
    }
    addresses.sort();
    let files = page::site_files(&identity, &addresses, settings, &themes.storefront, findings);
    plan.merge(files, findings);
    if world.host.nearest_not_found {
        let pages = page::nearest_not_found(&identity, settings, &themes.storefront, findings);
        plan.merge(pages, findings);
    }
    hosting::leave_to_servers(&mut plan, world);
    hosting::claim_host_files(&mut plan, world, &redirects, &addresses, findings);
    plan
}

/// The page that changes profiles, if the site asks for it. From a file nobody can be asked anything. A cooperative
/// without a summary is called like its folder.
pub(crate) fn claim_manage(world: &World, summaries: &[Summary], plan: &mut Plan, findings: &mut Findings) {
    let Some(settings) = world.settings.manage.as_ref().filter(|_| !world.host.opens_files) else { return };
    let labels: BTreeMap<&str, &str> = summaries
        .iter()
        .map(|summary| (summary.slug.as_str(), summary.short_name.as_deref().unwrap_or(&summary.name)))
        .collect();
    let cooperatives: Vec<Managed<'_>> = world
        .names
        .iter()
        .map(|folder| Managed { folder, label: labels.get(folder.as_str()).copied().unwrap_or(folder) })
        .collect();
    manage::claim_page(settings, &world.settings, &cooperatives, plan, findings);
}

/// The pages of the portal of a site with many cooperatives: its own, and those that publish elsewhere.
pub(crate) fn plan_portal(world: &World, summaries: &[Summary], findings: &mut Findings) -> Plan {
    let World { site, settings, themes, .. } = world;
    let files = site.read_portal(&settings.limits, findings);
    let youth_pages: Vec<_> = files.youth_pages.iter().map(|page| Arc::clone(&page.source)).collect();
    let office = Office {
        events: content::read_office_events(&files.events, settings, findings),
        pages: content::read_youth_pages(&youth_pages, settings, findings),
        quiz: files.quiz.and_then(|quiz| content::read_quiz(&quiz, settings, findings)),
    };
    let elsewhere = read_elsewhere(world, summaries, findings);
    let all = summaries.iter().chain(&elsewhere);
    let programme = read_programme(world, findings);
    let mut plan = portal::portal_pages(all, &office, &programme, settings, themes, findings);
    if themes.storefront.has(Part::Offline) {
        page::claim_worker("", &["./"], &themes.storefront, &mut plan, findings);
    }
    hosting::claim_ways_up(&mut plan, world, findings);
    hosting::fit_links(&mut plan, world);
    plan
}

/// Who takes part in the office's programme, for a site that shows monitoring.
fn read_programme(world: &World, findings: &mut Findings) -> Programme {
    let World { site, settings, themes, .. } = world;
    if !themes.storefront.has(Part::Monitoring) {
        return Programme::default();
    }
    let files = site.read_programme(&settings.limits, findings);
    let sources = ProgrammeSources { sheets: &files.sheets, lists: &files.lists, reports: &files.reports };
    programme::read_programme(sources, settings, findings)
}

/// Brings the files that belong to no cooperative up to date, unless nothing that they show has changed.
/// Gives what is to be remembered of them.
pub(super) fn finish_site(
    world: &World,
    known: Vec<Known>,
    records: &Records,
    cache: &PhotoCache,
    writer: &Writer,
    report: &mut Report,
) -> Result<Option<Record>> {
    // Without the one cooperative of a site nobody knows its face: as its pages stay, so does what goes with them.
    let is_faceless = world.shape == SiteShape::One && known.iter().all(|one| one.identity.is_none());
    // Nor does the portal lose a cooperative because its published summary is lost: the portal stays as it is.
    let has_lost = known.iter().any(|one| matches!(one.summary, KnownSummary::Lost));
    if (is_faceless || has_lost)
        && let Some(group) = writer.keep_whole_group(SITE_GROUP)
    {
        let paths = writer.paths_of(SITE_GROUP);
        let pages = paths.iter().filter(|path| path.is_page()).count();
        report.count(paths.len(), pages, group);
        return Ok(None);
    }
    let content = fingerprint(world, &known)?;
    let record = records.get(SITE_GROUP).filter(|record| record.content == content);
    if let Some(record) = record.filter(|record| keep_unchanged(record, writer, report)) {
        return Ok(Some(record));
    }
    let mut findings = Findings::new();
    let plan = plan_site(world, known, |name| writer.paths_of(name), &mut findings);
    draw_cards(&plan, cache)?;
    let group = writer.write_group(SITE_GROUP, &plan, cache, &mut findings)?;
    let (files, pages) = plan.count_files();
    report.count(files, pages, group);
    let record = (!findings.has_error()).then(|| Record {
        stamps: None,
        content,
        updated: Updated::ByProfile,
        counts: [files, pages, 0],
        pages: Fingerprint::default(),
        summary: String::new().into(),
        findings: findings.iter().map(|finding| to_record(finding).into()).collect(),
    });
    report.findings.extend(findings);
    Ok(record)
}

/// Keeps files of which nothing has changed. False if one of them is missing, or what was found in them.
fn keep_unchanged(record: &Record, writer: &Writer, report: &mut Report) -> bool {
    let Some(findings) = reuse::findings_of(record) else { return false };
    let Some(group) = writer.keep_whole_group(SITE_GROUP) else { return false };
    let [files, pages, _] = record.counts;
    report.count(files, pages, group);
    report.findings.extend(findings);
    true
}

/// Everything that the site's own files are made of, beside the world.
fn fingerprint(world: &World, known: &[Known]) -> Result<Fingerprint> {
    let mut all = Fingerprinter::new();
    for cooperative in known {
        all.add(cooperative.name.as_bytes());
        all.add(cooperative.summary.text().as_bytes());
        all.add(cooperative.pages.to_string().as_bytes());
    }
    for folder in OFFICE_SOURCES {
        all.add(world.site.fingerprint(folder)?.to_string().as_bytes());
    }
    Ok(all.finish())
}
