//! Who of a programme has a storefront: by its folder, its number in the register, or its name and regency.

use std::collections::{BTreeSet, HashMap};

use super::entries::Entry;
use super::findings as told;
use crate::finding::Findings;
use crate::model::folded_name;
use crate::summary::Summary;

/// A cooperative of the programme, and its storefront.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing<'p> {
    /// The cooperative.
    pub(crate) entry: &'p Entry,
    /// The name of its storefront's folder; `None` while it has none.
    pub(crate) online: Option<&'p str>,
}

/// Tells of each entry whether it has a storefront. Several that fit equally well are a finding, and none of them
/// counts.
pub(crate) fn match_storefronts<'p>(
    entries: &'p [Entry],
    summaries: &[&'p Summary],
    findings: &mut Findings,
) -> Vec<Standing<'p>> {
    let mut by_number: HashMap<&str, Vec<&'p Summary>> = HashMap::new();
    let mut by_name: HashMap<String, Vec<&'p Summary>> = HashMap::new();
    let slugs: BTreeSet<&str> = summaries.iter().map(|summary| summary.slug.as_str()).collect();
    for &summary in summaries {
        if let Some(number) = &summary.register_number {
            by_number.entry(number).or_default().push(summary);
        }
        let names: BTreeSet<String> =
            [&summary.name].into_iter().chain(&summary.short_name).map(|name| plain(name)).collect();
        for name in names {
            by_name.entry(name).or_default().push(summary);
        }
    }
    let mut standing = |entry: &'p Entry| {
        if let Some(folder) = &entry.folder {
            let online = slugs.get(folder.as_str()).copied();
            if online.is_none() {
                findings.push(told::no_folder(entry.at.clone(), folder));
            }
            return Standing { entry, online };
        }
        let numbered = entry.register_number.as_deref().and_then(|number| by_number.get(number));
        let fits = |summary: &&&Summary| {
            let region = summary.region.as_ref().map(crate::summary::SummaryRegion::regency_code);
            entry.place.as_ref().zip(region).is_none_or(|(place, code)| place.code == code)
        };
        let candidates: Vec<&'p Summary> = match numbered {
            Some(numbered) => numbered.clone(),
            None => by_name
                .get(&plain(&entry.name))
                .map_or_else(Vec::new, |named| named.iter().filter(fits).copied().collect()),
        };
        let online = match candidates.as_slice() {
            [one] => Some(one.slug.as_str()),
            [] => None,
            several => {
                let slugs: Vec<&str> = several.iter().map(|summary| summary.slug.as_str()).collect();
                findings.push(told::several_fit(entry.at.clone(), &entry.name, &slugs));
                None
            }
        };
        Standing { entry, online }
    };
    entries.iter().map(&mut standing).collect()
}

/// A name without the words that some write and others leave out: `Koperasi Produsen Susu` and `Kop. Susu` differ, but
/// `Koperasi Susu` and `Susu` do not.
fn plain(name: &str) -> String {
    let folded = folded_name(name);
    let words = folded.split(' ').filter(|word| !matches!(*word, "koperasi" | "kop"));
    let plain = words.collect::<Vec<_>>().join(" ");
    if plain.is_empty() { folded } else { plain }
}
