//! Tells cooperatives that stand in sheets under two names: the number of a register is one cooperative's alone, a
//! telephone number mostly is.

use std::collections::{BTreeMap, BTreeSet};

use super::findings as told;
use super::gather::Cooperatives;
use super::homes::Homes;
use super::numbers::{NUMBERS, Number, compared};
use super::tree::Tree;
use crate::finding::{Findings, Located};

/// Tells each pair once, by the surest of its numbers. Nothing is written of two that are one.
pub(super) fn tell_twins(cooperatives: &mut Cooperatives, homes: &Homes<'_>, findings: &mut Findings) {
    let mut pairs: BTreeSet<(String, String)> = BTreeSet::new();
    let mut held: BTreeSet<String> = BTreeSet::new();
    for number in NUMBERS {
        for (same, owners) in by_number(cooperatives, number) {
            let Some((folder, first)) = owners.first() else { continue };
            let is_new_pair = |other: &str| !pairs.contains(&(folder.clone(), other.to_owned()));
            let others: Vec<&(String, Located<String>)> =
                owners[1..].iter().filter(|(other, _)| is_new_pair(other)).collect();
            if let Some((other, second)) = others.first() {
                let cells: Vec<String> =
                    others[1..].iter().filter_map(|(_, typed)| Some(typed.span.cell()?.1)).collect();
                let names = (name_of(cooperatives, other), name_of(cooperatives, folder));
                let finding = told::cooperatives::two_names(second, first, (&names.0, &names.1), number);
                findings.push(told::rows::and_others(finding, &cells));
                if number.is_of_one {
                    held.extend(owners.iter().map(|(folder, _)| folder.clone()));
                }
            }
            // One that the site has, and that these sheets do not name.
            if let Some(there) = homes.owner_of(number, &same)
                && homes.is_new(folder)
                && number.is_of_one
                && there != folder
            {
                findings.push(told::cooperatives::there_by_another_name(
                    first,
                    &name_of(cooperatives, folder),
                    there,
                    number,
                ));
                held.insert(folder.clone());
            }
            pairs.extend(others.iter().map(|(other, _)| (folder.clone(), other.clone())));
        }
    }
    for folder in held {
        if let Some(gathered) = cooperatives.get_mut(&folder) {
            gathered.is_held = true;
        }
    }
}

/// The folders that have a number, with its cells, in the order of the sheets.
fn by_number(
    cooperatives: &Cooperatives,
    number: &Number,
) -> BTreeMap<String, Vec<(String, Located<String>)>> {
    let mut owners: BTreeMap<String, Vec<(String, Located<String>)>> = BTreeMap::new();
    for (folder, gathered) in cooperatives {
        let typed = gathered.profile.at(number.path).and_then(Tree::value);
        if let Some(typed) = typed
            && let Some(same) = compared(number, &typed.value)
        {
            owners.entry(same).or_default().push((folder.clone(), typed.clone()));
        }
    }
    for owners in owners.values_mut() {
        owners.sort_by_key(|(_, typed)| typed.span.line);
    }
    owners
}

fn name_of(cooperatives: &Cooperatives, folder: &str) -> String {
    let name = cooperatives.get(folder).and_then(|gathered| gathered.profile.text("nama"));
    name.map_or_else(|| folder.to_owned(), |name| name.value.clone())
}
