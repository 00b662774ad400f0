//! The reduce: the files that belong to no cooperative, made of the summaries alone.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::Result;

use super::cards::draw_cards;
use super::elsewhere::read_elsewhere;
use super::outcome::{Known, KnownSummary};
use super::report::Report;
use super::world::World;
use super::{guides, hosting, reuse};
use crate::cache::{KeptText, PhotoCache, Record, Records, Updated};
use crate::content;
use crate::finding::{Findings, to_record};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::guides::Guides;
use crate::host::Redirect;
use crate::manage::{self, Managed};
use crate::model::{Date, Office};
use crate::output::{GroupReport, Writer};
use crate::page::{self, PageAddress, SiteIdentity, SiteShape, Sitemaps};
use crate::plan::{Output, Plan, SitePath};
use crate::portal::{self, Cooperatives, HandOver, Written};
use crate::programme::{self, Programme, ProgrammeSources};
use crate::source::{COLLECTED, SITES_LIST};
use crate::summary::Summary;
use crate::summary::findings::summary_refused;
use crate::theme::Feature;

/// Group of the files that belong to the site and to no cooperative.
pub(super) const SITE_GROUP: &str = "";

/// How much of what belongs to no cooperative is gathered before it is written, in bytes.
const GATHERED_BYTES: usize = 8 * 1024 * 1024;

/// Most cooperatives whose summaries are held as a whole while a portal without search and monitoring is made.
const MOST_WHOLE: usize = 1000;

/// What the office of a portal has written: folders, and one file.
pub(crate) const OFFICE_SOURCES: [&str; 5] =
    ["content/_agenda", "content/_muda", "content/_program", SITES_LIST, COLLECTED];

/// Where the texts of summaries and the pages of cooperatives are read that were written.
pub(super) struct SiteSources<'a> {
    pub(super) text_of: &'a dyn Fn(KeptText) -> Result<String>,
    /// In order.
    pub(super) paths_of: &'a dyn Fn(&str) -> Result<Vec<SitePath>>,
    /// What the portal publishes of them.
    pub(super) guides: &'a Guides,
}

/// Takes a part of the files that belong to no cooperative.
type Take<'a> = dyn FnMut(Plan, &mut Findings) -> Result<()> + 'a;

/// A cooperative's pages, for sitemaps.
struct Pages<'a> {
    name: &'a str,
    changed: Option<Date>,
    /// Those that nobody wrote.
    addresses: Option<Vec<PageAddress>>,
}

/// Works out the files that belong to no cooperative, part by part: the portal, if there are many, and the site's own.
/// Gives their paths.
pub(super) fn plan_site(
    world: &World,
    known: Vec<Known<'_>>,
    sources: &SiteSources<'_>,
    take: &mut Take<'_>,
    findings: &mut Findings,
) -> Result<Plan> {
    let World { settings, themes, shape, .. } = world;
    let mut paths = Plan::new();
    let mut take = |part: Plan, findings: &mut Findings| {
        paths.note_paths(&part);
        take(part, findings)
    };
    let everybody = understand_all(world, known, sources, findings)?;
    let portal = plan_portal_of(world, &everybody, sources, &mut take, findings)?;
    let Everybody { identity, summaries, pages, .. } = everybody;
    let mut redirects =
        hosting::moves(&summaries, *shape, |slug, old| hosting::place_of_move(world, slug, old), findings);
    redirects.extend(hosting::moved_regencies(&portal));
    redirects.extend(hosting::moved_goods(&summaries, *shape, settings));
    let mut own = Plan::new();
    claim_manage(world, &summaries, &mut own, findings);
    // Those of ten thousand cooperatives are large.
    drop(summaries);
    own.merge(page::site_files(&identity, settings, &themes.storefront, findings), findings);
    if world.host.nearest_not_found {
        own.merge(page::nearest_not_found(&identity, settings, &themes.storefront, findings), findings);
    }
    hosting::leave_to_servers(&mut own, world);
    let of_portal = page::page_addresses(&portal, None);
    let moved = moved_pages(&redirects, &of_portal, &pages, sources)?;
    hosting::claim_host_files(&mut own, world, &redirects, &moved, findings);
    take(own, findings)?;
    if let Some(base) = settings.base_url.as_deref().filter(|_| !world.host.opens_files) {
        let mut sitemaps = Sitemaps::new(base);
        let mut take = |(path, xml): (String, Vec<u8>)| {
            let mut part = Plan::new();
            part.claim(SitePath::new(path), Output::Page(xml), findings);
            take(part, findings)
        };
        each_page(of_portal, pages, sources, |page| sitemaps.add(&page).map_or(Ok(()), &mut take))?;
        sitemaps.finish().into_iter().try_for_each(take)?;
    }
    Ok(paths)
}

/// What is known of all cooperatives together.
struct Everybody<'a> {
    /// Who the site is.
    identity: SiteIdentity,
    /// Outlines where there are more than fit into memory and the portal goes through them one by one.
    summaries: Vec<Summary>,
    /// Where the whole of each outline is kept.
    texts: Vec<KeptText>,
    pages: Vec<Pages<'a>>,
}

fn understand_all<'a>(
    world: &World,
    known: Vec<Known<'a>>,
    sources: &SiteSources<'_>,
    findings: &mut Findings,
) -> Result<Everybody<'a>> {
    let mut identity = SiteIdentity::of_portal(&world.settings);
    let mut summaries: Vec<Summary> = Vec::with_capacity(known.len());
    let mut pages = Vec::with_capacity(known.len());
    let mut texts = Vec::new();
    let storefront = &world.themes.storefront;
    let needs_all = storefront.has(Feature::Search) || storefront.has(Feature::Monitoring);
    let is_outlined = world.shape == SiteShape::Many && known.len() > MOST_WHOLE && !needs_all;
    for cooperative in known {
        let summary = match cooperative.summary {
            KnownSummary::Value(summary) => Some(*summary),
            KnownSummary::Kept(text) => Summary::parse((sources.text_of)(text)?.as_bytes())
                .map(|summary| {
                    if !is_outlined {
                        return summary;
                    }
                    texts.push(text);
                    summary.outline(u32::try_from(texts.len() - 1).unwrap_or(u32::MAX))
                })
                .map_err(|fault| findings.push(summary_refused(cooperative.name, &fault)))
                .ok(),
            KnownSummary::Lost => None,
        };
        let changed = summary.as_ref().and_then(|summary| summary.updated);
        let (addresses, own) = cooperative.worked_out.map(|own| (own.addresses, own.identity)).unzip();
        pages.push(Pages { name: cooperative.name, changed, addresses: addresses.flatten() });
        summaries.extend(summary);
        if world.shape == SiteShape::One {
            identity = own.unwrap_or(identity);
        }
    }
    Ok(Everybody { identity, summaries, texts, pages })
}

/// Hands over the portal of a site with many cooperatives. Gives its paths.
fn plan_portal_of(
    world: &World,
    Everybody { summaries, texts, .. }: &Everybody<'_>,
    sources: &SiteSources<'_>,
    take: &mut Take<'_>,
    findings: &mut Findings,
) -> Result<Plan> {
    let mut paths = Plan::new();
    let mut taken = Ok(());
    if world.shape == SiteShape::Many {
        let mut hand_over = |part: Plan, findings: &mut Findings| {
            paths.note_paths(&part);
            if taken.is_ok() {
                taken = take(part, findings);
            }
        };
        let lost = RefCell::new(Ok(()));
        let whole = |number: u32| {
            let text = (sources.text_of)(*texts.get(number as usize)?);
            let summary = text.map(|text| Summary::parse(text.as_bytes()).ok());
            summary.unwrap_or_else(|error| {
                *lost.borrow_mut() = Err(error);
                None
            })
        };
        let cooperatives = Cooperatives { summaries: summaries.iter().collect(), whole: &whole };
        plan_portal(world, &cooperatives, sources.guides, &mut hand_over, findings);
        lost.into_inner()?;
    }
    taken.map(|()| paths)
}

/// The pages of those who have some that moved: their own, and with them the portal's.
fn moved_pages(
    redirects: &[Redirect],
    of_portal: &[PageAddress],
    pages: &[Pages<'_>],
    sources: &SiteSources<'_>,
) -> Result<Vec<SitePath>> {
    if redirects.is_empty() {
        return Ok(Vec::new());
    }
    let mut moved: Vec<SitePath> = of_portal.iter().map(|page| page.path.clone()).collect();
    let owners: BTreeSet<&str> =
        redirects.iter().filter_map(|redirect| redirect.to.split('/').next()).collect();
    let is_one = pages.len() == 1;
    for cooperative in pages.iter().filter(|pages| is_one || owners.contains(pages.name)) {
        moved.extend(cooperative.read(sources)?.into_iter().map(|page| page.path));
    }
    moved.sort();
    Ok(moved)
}

/// Goes through every page of the site in order of path.
fn each_page(
    of_portal: Vec<PageAddress>,
    mut pages: Vec<Pages<'_>>,
    sources: &SiteSources<'_>,
    mut tell: impl FnMut(PageAddress) -> Result<()>,
) -> Result<()> {
    // All pages of a cooperative lie in its folder: `a-b/` comes before `a/`.
    pages.sort_by(|one, other| {
        let (one, other) = (one.name.bytes().chain([b'/']), other.name.bytes().chain([b'/']));
        one.cmp(other)
    });
    let mut of_portal = of_portal.into_iter().peekable();
    for cooperative in pages {
        for page in cooperative.read(sources)? {
            while let Some(first) = of_portal.next_if(|first| *first < page) {
                tell(first)?;
            }
            tell(page)?;
        }
    }
    of_portal.try_for_each(tell)
}

impl Pages<'_> {
    /// The addresses, in order.
    fn read(&self, sources: &SiteSources<'_>) -> Result<Vec<PageAddress>> {
        if let Some(addresses) = &self.addresses {
            return Ok(addresses.clone());
        }
        let pages = (sources.paths_of)(self.name)?.into_iter().filter(page::is_address);
        Ok(pages.map(|path| PageAddress { path, changed: self.changed }).collect())
    }
}

/// The page that changes profiles, if the site asks for it. A cooperative without a summary is called like its folder.
pub(crate) fn claim_manage(world: &World, summaries: &[Summary], plan: &mut Plan, findings: &mut Findings) {
    let Some(settings) = world.managed() else { return };
    let labels: BTreeMap<&str, &str> = summaries
        .iter()
        .map(|summary| (summary.slug.as_str(), summary.short_name.as_deref().unwrap_or(&summary.name)))
        .collect();
    let cooperatives: Vec<Managed<'_>> = world
        .names
        .iter()
        .map(|folder| Managed { folder, label: labels.get(folder.as_str()).copied().unwrap_or(folder) })
        .collect();
    let root = if world.shape == SiteShape::Many { "{folder}/" } else { "" };
    manage::claim_page(settings, root, &world.settings, &cooperatives, plan, findings);
}

/// The portal of a site with many cooperatives in one plan.
pub(crate) fn whole_portal(
    world: &World,
    summaries: &[Summary],
    guides: &Guides,
    findings: &mut Findings,
) -> Plan {
    let mut plan = Plan::new();
    let mut add = |part: Plan, findings: &mut Findings| plan.merge(part, findings);
    plan_portal(world, &Cooperatives::of(summaries), guides, &mut add, findings);
    plan
}

/// Hands over the pages of the portal of a site with many cooperatives, its own and those that publish elsewhere, part
/// by part.
fn plan_portal(
    world: &World,
    cooperatives: &Cooperatives<'_>,
    guides: &Guides,
    hand_over: &mut HandOver<'_>,
    findings: &mut Findings,
) {
    let World { site, settings, themes, .. } = world;
    let files = site.read_portal(&settings.limits, findings);
    let youth_pages: Vec<_> = files.youth_pages.iter().map(|page| Arc::clone(&page.source)).collect();
    let office = Office {
        events: content::read_office_events(&files.events, settings, findings),
        pages: content::read_youth_pages(&youth_pages, settings, findings),
        quiz: files.quiz.and_then(|quiz| content::read_quiz(&quiz, settings, findings)),
    };
    let elsewhere = read_elsewhere(world, &cooperatives.summaries, findings);
    let summaries = cooperatives.summaries.iter().copied().chain(&elsewhere).collect();
    let all = Cooperatives { summaries, whole: cooperatives.whole };
    let programme = read_programme(world, findings);
    let mut paths = Plan::new();
    let mut fit = |mut part: Plan, findings: &mut Findings| {
        paths.note_paths(&part);
        hosting::fit_links(&mut part, world);
        hand_over(part, findings);
    };
    let written = Written { office: &office, programme: &programme, guides };
    portal::portal_pages(all, written, settings, themes, &mut fit, findings);
    let mut rest = hosting::ways_up(&paths, world, findings);
    if themes.storefront.has(Feature::Offline) {
        page::claim_worker("", &["./"], &themes.storefront, &mut rest, findings);
    }
    hosting::fit_links(&mut rest, world);
    hand_over(rest, findings);
}

/// Who takes part in the office's programme, for a site that shows monitoring.
fn read_programme(world: &World, findings: &mut Findings) -> Programme {
    let World { site, settings, themes, .. } = world;
    if !themes.storefront.has(Feature::Monitoring) {
        return Programme::default();
    }
    let files = site.read_programme(&settings.limits, findings);
    let sources = ProgrammeSources { sheets: &files.sheets, lists: &files.lists, reports: &files.reports };
    programme::read_programme(sources, settings, findings)
}

/// Brings the files that belong to no cooperative up to date, unless nothing that they show has changed, and remembers
/// what they were made of.
pub(super) fn finish_site(
    world: &World,
    known: Vec<Known<'_>>,
    records: &Records,
    cache: &PhotoCache,
    writer: &Writer,
    report: &mut Report,
) -> Result<()> {
    if keep_incomplete(world, &known, writer, report)? {
        return Ok(());
    }
    let content = fingerprint(world, &known)?;
    let record = records.get(SITE_GROUP).filter(|record| record.content == content);
    if let Some(record) = record.filter(|record| keep_unchanged(record, writer, report)) {
        records.remember(SITE_GROUP, &record)?;
        return Ok(());
    }
    let mut findings = Findings::new();
    let (files, pages, group) = write_anew(world, known, records, cache, writer, &mut findings)?;
    report.count(files, pages, group);
    if !findings.has_error() {
        records.remember(SITE_GROUP, &record_of(content, [files, pages, 0], &findings))?;
    }
    report.findings.extend(findings);
    Ok(())
}

/// Keeps files that were made when more was known. False if all is known, or if there are none.
fn keep_incomplete(world: &World, known: &[Known<'_>], writer: &Writer, report: &mut Report) -> Result<bool> {
    // Without the one cooperative of a site nobody knows its face: as its pages stay, so does what goes with them.
    let is_faceless = world.shape == SiteShape::One && known.iter().all(|one| one.worked_out.is_none());
    // Nor does the portal lose a cooperative because its published summary is lost: the portal stays as it is.
    let has_lost = known.iter().any(|one| matches!(one.summary, KnownSummary::Lost));
    if !is_faceless && !has_lost {
        return Ok(false);
    }
    let Some(group) = writer.keep_whole_group(SITE_GROUP) else { return Ok(false) };
    let paths = writer.paths_of(SITE_GROUP)?;
    let pages = paths.iter().filter(|path| path.is_page()).count();
    report.count(paths.len(), pages, group);
    Ok(true)
}

/// Plans and writes all files, part by part. Gives how many there are, and how many pages among them.
fn write_anew(
    world: &World,
    known: Vec<Known<'_>>,
    records: &Records,
    cache: &PhotoCache,
    writer: &Writer,
    findings: &mut Findings,
) -> Result<(usize, usize, GroupReport)> {
    let guides = guides::read_guides(world, findings);
    guides::make_pictures(&guides, world, cache, findings)?;
    let sources = SiteSources {
        text_of: &|text| records.text(text),
        paths_of: &|name| writer.paths_of(name),
        guides: &guides,
    };
    let mut writing = writer.begin_group(SITE_GROUP)?;
    let mut write = |part: &Plan, findings: &mut Findings| {
        draw_cards(part, cache)?;
        writing.write(part, cache, findings)
    };
    // Most sites are written as a whole, what their pages need first.
    let mut gathered = Plan::new();
    let mut gather = |part: Plan, findings: &mut Findings| {
        gathered.merge(part, findings);
        if gathered.held_bytes() < GATHERED_BYTES {
            return Ok(());
        }
        write(&std::mem::take(&mut gathered), findings)
    };
    let paths = plan_site(world, known, &sources, &mut gather, findings)?;
    write(&gathered, findings)?;
    let group = writing.finish(findings)?;
    let (files, pages) = paths.count_files();
    Ok((files, pages, group))
}

/// What the next build has to know of them.
fn record_of(content: Fingerprint, counts: [usize; 3], findings: &Findings) -> Record {
    Record {
        stamps: None,
        content,
        updated: Updated::ByProfile,
        counts,
        pages: Fingerprint::default(),
        summary: String::new(),
        findings: findings.iter().map(to_record).collect(),
    }
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
fn fingerprint(world: &World, known: &[Known<'_>]) -> Result<Fingerprint> {
    let mut all = Fingerprinter::new();
    for cooperative in known {
        all.add(cooperative.name.as_bytes());
        all.add(cooperative.print.to_string().as_bytes());
    }
    for folder in OFFICE_SOURCES {
        all.add(world.site.fingerprint(folder)?.to_string().as_bytes());
    }
    all.add(guides::fingerprint(world)?.to_string().as_bytes());
    Ok(all.finish())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_come_in_order_of_path_whoever_has_them() {
        let address = |path: &str| PageAddress { path: SitePath::new(path), changed: None };
        let names = ["a", "a-b", "a0", "wilaya", "z"];
        let written: BTreeMap<&str, Vec<SitePath>> = names
            .map(|name| {
                let own = ["index.html", "produk/x/index.html", "x.jpg"];
                (name, own.map(|file| SitePath::new(format!("{name}/{file}"))).into())
            })
            .into();
        let of_portal = ["index.html", "wilayah/32-04/index.html", "zz/index.html"].map(address);
        let pages = |name| Pages { name, changed: None, addresses: None };
        let sources = SiteSources {
            text_of: &|_| Ok(String::new()),
            paths_of: &|name: &str| Ok(written[name].clone()),
            guides: &Guides::default(),
        };
        let mut told = Vec::new();
        let tell = |page| {
            told.push(page);
            Ok(())
        };
        each_page(of_portal.to_vec(), names.map(pages).into(), &sources, tell).expect("told");
        let all = written.values().flatten().filter(|path| page::is_address(path));
        let mut all: Vec<PageAddress> = all.map(|path| address(path.as_str())).chain(of_portal).collect();
        all.sort();
        assert_eq!(told, all);
    }
}
