//! Cooperatives with sites of their own, as the portal shows them: what was collected of each, held against the list
//! and against the others. Asks no network.

use rayon::prelude::*;

use super::world::World;
use crate::content::{self, ListedSite};
use crate::federation::{Claims, never_collected, not_readable, trusted};
use crate::finding::{Findings, Span};
use crate::summary::{CollectedSummary, Summary, collected_name};

/// What is known of one site.
enum Known {
    Summary(Box<Summary>),
    /// It is not to be shown; the finding is there.
    Refused,
    NeverAsked,
}

/// Summaries of other sites, in the order of the list; `own` are those of the portal's own cooperatives.
pub(super) fn read_elsewhere(world: &World, own: &[&Summary], findings: &mut Findings) -> Vec<Summary> {
    let Some(list) = world.site.read_sites(findings) else { return Vec::new() };
    let sites = content::read_sites(&list, &world.settings, findings);
    let mut claims = Claims::default();
    for summary in own {
        let region = summary.region.as_ref().map(|region| region.code.as_str());
        claims.add_own(&summary.slug, &summary.name, region);
    }
    let read: Vec<(Known, Findings)> = sites.par_iter().map(|site| read_one(world, site)).collect();
    let mut summaries = Vec::with_capacity(read.len());
    let mut never_asked = 0;
    for (site, (known, heard)) in sites.iter().zip(read) {
        findings.extend(heard);
        match known {
            Known::Summary(summary) if claims.claim(site, &summary, findings) => summaries.push(*summary),
            Known::NeverAsked => never_asked += 1,
            Known::Summary(_) | Known::Refused => {}
        }
    }
    if never_asked > 0 {
        findings.push(never_collected(Span::whole(&list), never_asked));
    }
    summaries
}

fn read_one(world: &World, site: &ListedSite) -> (Known, Findings) {
    let mut findings = Findings::new();
    let file = world.site.read_collected(&collected_name(&site.address), &mut findings);
    let Some(file) = file else {
        let known = if findings.is_empty() { Known::NeverAsked } else { Known::Refused };
        return (known, findings);
    };
    let known = match CollectedSummary::parse(file.text.as_bytes()) {
        Ok(kept) => trusted(site, kept.into_summary(), &world.settings, &mut findings)
            .map_or(Known::Refused, |summary| Known::Summary(Box::new(summary))),
        Err(fault) => {
            findings.push(not_readable(&file.path, &fault));
            Known::Refused
        }
    };
    (known, findings)
}
