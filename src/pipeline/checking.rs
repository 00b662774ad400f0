//! A whole site worked out and examined, and nothing written.

use anyhow::Result;
use rayon::prelude::*;

use super::cooperative::{plan, read_folder, understand};
use super::hosting::{self, Examination};
use super::outcome::{Outcome, PhotoCounts, add};
use super::report::{Report, Watcher};
use super::request::Request;
use super::site::SiteSources;
use super::world::{World, read_world};
use super::{guides, prices, site};
use crate::cache::PhotoCache;
use crate::check::{self, Rules};
use crate::finding::Findings;
use crate::host;
use crate::output::{GroupReport, Placed};
use crate::page::SiteShape;
use crate::plan::Plan;
use crate::source::Site;

/// Works out a whole site and writes nothing: every finding that a build would have.
///
/// # Errors
/// If the machine fails to read.
pub fn check(request: &Request, watcher: &dyn Watcher) -> Result<Report> {
    request.with_threads(|| {
        let mut report = Report::default();
        let Some(world) = read_world(Site::open(&request.site)?, request, &mut report.findings)? else {
            return Ok(report);
        };
        if let Some(file) = &world.settings_file {
            check::check_secrets(file, &mut report.findings);
        }
        let examined = examine(&world, request, watcher, &mut report);
        // What themes take up is given back while what was found is printed.
        std::thread::spawn(move || drop(world));
        examined.map(|()| report)
    })
}

/// Examines every part of a site, and then the whole.
fn examine(world: &World, request: &Request, watcher: &dyn Watcher, report: &mut Report) -> Result<()> {
    let rules = hosting::rules(world);
    watcher.cooperatives_found(world.names.len());
    let wanted = |name: &&String| request.selection.includes(name);
    let cache = PhotoCache::new(&request.cache, request.now);
    let placed = Placed::in_output(&request.output);
    let examine_one = |name: &String| {
        let examined = examine_cooperative(name, world, &rules, &cache, &placed);
        watcher.cooperative_done();
        examined
    };
    let examined: Vec<Result<_>> = world.names.par_iter().filter(wanted).map(examine_one).collect();
    let mut whole = Examination::default();
    let names: Vec<&String> = world.names.iter().filter(wanted).collect();
    let mut known = Vec::new();
    for (name, one) in names.iter().zip(examined) {
        let (outcome, examination, findings) = one?;
        whole.merge(examination);
        report.findings.extend(findings);
        known.extend(add(report, name, outcome, world.shape == SiteShape::One));
    }
    let mut plan = Plan::new();
    let guides = guides::read_guides(world, &mut report.findings);
    let sources =
        SiteSources { text_of: &|_| Ok(String::new()), paths_of: &|_| Ok(Vec::new()), guides: &guides };
    let mut add = |part: Plan, findings: &mut Findings| {
        plan.merge(part, findings);
        Ok(())
    };
    let paths = site::plan_site(world, known, &sources, &mut add, &mut report.findings)?;
    let (files, pages) = paths.count_files();
    report.count(files, pages, GroupReport::default());
    whole.merge(Examination::of(&plan, &rules, &cache, &mut report.findings));
    let is_complete = report.failed == 0 && names.len() == world.names.len();
    let usage = whole.judge(world, names.len(), is_complete, &placed, &mut report.findings);
    report.usage = host::usage_rows(world.host, &usage);
    report.findings.sort();
    Ok(())
}

/// Examines one cooperative, and its texts for secrets.
fn examine_cooperative(
    name: &str,
    world: &World,
    rules: &Rules<'_>,
    cache: &PhotoCache,
    placed: &Placed,
) -> Result<(Outcome, Examination, Findings)> {
    let mut findings = Findings::new();
    let folder = read_folder(name, world, &mut findings)?;
    let mut secrets = Findings::new();
    let texts = folder.profile.iter().chain(folder.stories.iter().map(|story| &story.source));
    texts.for_each(|text| check::check_secrets(text, &mut secrets));
    let understood = understand(folder, world, &mut findings);
    let planned = understood.and_then(|understood| {
        let planned = plan(&understood, world, &mut findings)?;
        let published = || placed.text_of(&world.summary_path(name)?);
        prices::compare(&understood, &planned.summary, published, world, &mut findings);
        Some(planned)
    });
    let (outcome, examination) = match planned {
        Some(planned) => {
            let examination = Examination::of(&planned.plan, rules, cache, &mut findings);
            (Outcome::planned(planned), examination)
        }
        None => (Outcome::Failed { published: None, photos: PhotoCounts::default() }, Examination::default()),
    };
    findings.extend(secrets);
    Ok((outcome, examination, findings))
}
