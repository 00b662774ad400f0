//! The office's programme: who takes part, as the office keeps it in spreadsheets, and how it stood in earlier reports.
//! Reads lists in whatever heads and words offices use, and tells who of them has a storefront. Never keeps a contact:
//! what is not in here cannot be published.

mod earlier;
mod entries;
mod findings;
mod heads;
mod matching;
mod table;

use std::sync::Arc;

pub(crate) use earlier::{Earlier, EarlierState};
pub(crate) use entries::Entry;
pub(crate) use matching::{Standing, match_storefronts};

use crate::finding::{Findings, SourceFile};
use crate::settings::Settings;

/// Everything that `content/_program/` tells.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Programme {
    /// Who takes part, in the order of the lists; nobody twice.
    pub(crate) entries: Vec<Entry>,
    /// Earlier reports, the oldest first.
    pub(crate) earlier: Vec<Earlier>,
}

/// The files of `content/_program/`, by what they are.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ProgrammeSources<'f> {
    /// Spreadsheets by path, with their bytes.
    pub(crate) sheets: &'f [(String, Vec<u8>)],
    /// Lists written as YAML.
    pub(crate) lists: &'f [Arc<SourceFile>],
    /// Monitoring of earlier days, as the site published it.
    pub(crate) reports: &'f [Arc<SourceFile>],
}

/// Reads all of it. What cannot be understood is a finding, and the rest is read.
pub(crate) fn read_programme(
    sources: ProgrammeSources<'_>,
    settings: &Settings,
    findings: &mut Findings,
) -> Programme {
    let mut tables = table::read_sheets(sources.sheets, findings);
    tables.extend(table::read_lists(sources.lists, settings, findings));
    Programme {
        entries: entries::read_entries(&tables, findings),
        earlier: earlier::read_reports(sources.reports, settings.today, findings),
    }
}

#[cfg(test)]
mod tests;
