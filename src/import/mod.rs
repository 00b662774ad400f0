//! What offices and sellers have in sheets becomes profiles, again and again: sheets to tables, tables to cooperatives,
//! cooperatives to the texts of their profiles. Only `write` touches the disk.

mod amount;
mod asking;
mod below;
mod beside;
mod catalogue;
mod catalogues;
mod cell;
mod export;
mod findings;
mod form;
mod formats;
mod gather;
mod head_rows;
mod headings;
mod heads;
mod help;
mod homes;
mod html;
mod judge;
mod kind;
mod kinds;
mod links;
mod lookup;
mod network;
mod nodes;
mod numbers;
mod order;
mod persons;
mod photos;
mod places;
mod private;
mod profile;
mod promos;
mod rows;
mod sentences;
mod sheets;
mod shops;
mod sizes;
mod statuses;
#[cfg(test)]
mod tests;
mod tiers;
mod tills;
mod tree;
mod twins;
mod typing;
mod units;
mod words;
mod write;

use std::collections::BTreeSet;

use anyhow::Result;

pub(crate) use crate::amend::Change;
pub(crate) use asking::{Asking, Question};
pub(crate) use export::{Exported, export, template};
pub(crate) use findings::network::address_without_leave;
pub(crate) use findings::sheets::{file_there, not_xlsx, unknown_key};
pub(crate) use heads::HeadMap;
pub(crate) use network::{fetch_photos, fetch_sheet, fetcher};
pub(crate) use order::{Given, MOST_BYTES, Order};
pub(crate) use profile::Profile;
pub(crate) use write::{write, write_new, write_own};

use crate::content;
use crate::finding::Findings;
use crate::settings::Settings;
use crate::source::Site;
use crate::workbook::{SheetLimits, read_workbook};
use gather::gather;
use homes::{Homes, Known};
use numbers::NUMBERS;
use profile::{Ways, work_out};
use sheets::read_sheets;
use twins::tell_twins;

/// What an import would write.
#[derive(Debug)]
pub(crate) struct Prepared {
    /// Profiles in order of folder, also those that stay as they are.
    pub(crate) profiles: Vec<Profile>,
    /// Cooperatives of which nothing is written because of an error.
    pub(crate) held: usize,
}

/// What an import would write, cooperative by cooperative in order of folder. A cooperative with an error is not among
/// them. Every finding is at the cell, or at the place of a profile that stands in the way.
///
/// # Errors
/// If the machine fails to read the site.
pub(crate) fn prepare(
    site: Option<&Site>,
    settings: &Settings,
    order: &Order,
    findings: &mut Findings,
) -> Result<Prepared> {
    let mut tables = Vec::new();
    for file in &order.files {
        let Some(workbook) = read_workbook(&file.name, &file.bytes, &SheetLimits::default(), findings) else {
            continue;
        };
        tables.extend(read_sheets(&file.name, &workbook, &order.map, order.accepts, findings));
    }
    for head in order.map.unmet() {
        findings.push(findings::sheets::map_unmet(&head));
    }
    // A site that is only begun has no cooperative yet: nothing to tell here.
    let folders = site.map_or_else(|| Ok(Vec::new()), |site| site.list_cooperatives(&mut Findings::new()))?;
    let folders = folders.into_iter().collect();
    let names = || names_of(site, settings, &folders);
    let mut homes = Homes::new(&folders, order.only.clone(), names);
    let mut cooperatives = gather(tables, &mut homes, findings);
    tell_twins(&mut cooperatives, &homes, findings);
    let ways = Ways {
        site,
        settings,
        folders: &folders,
        accepts: order.accepts,
        drops_missing: order.drops_missing,
        today: order.today.to_string(),
    };
    let mut prepared = Prepared { profiles: Vec::new(), held: 0 };
    for (name, gathered) in cooperatives {
        match work_out(&name, gathered, &ways, findings)? {
            Some(profile) => prepared.profiles.push(profile),
            None => prepared.held += 1,
        }
    }
    Ok(prepared)
}

/// By what the cooperatives of a site are known.
fn names_of(site: Option<&Site>, settings: &Settings, folders: &BTreeSet<String>) -> Vec<Known> {
    const NAMES: [&str; 2] = ["nama", "singkatan"];
    let Some(site) = site else { return Vec::new() };
    let known = |folder: &String| {
        let profile = site.read_profile(folder, &settings.limits, &mut Findings::new())?;
        let paths: Vec<&str> = NAMES.into_iter().chain(NUMBERS.iter().map(|number| number.path)).collect();
        let mut texts = content::texts_at(&profile, settings, &paths).into_iter();
        let names = texts.by_ref().take(NAMES.len()).flatten().collect();
        Some(Known { folder: folder.clone(), names, numbers: texts.collect() })
    };
    folders.iter().filter_map(known).collect()
}
