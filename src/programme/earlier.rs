//! Earlier reports: `pantau.json` as the site published it on another day, kept under another name.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Deserialize;

use super::findings as told;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::Date;

/// Monitoring of an earlier day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Earlier {
    /// The day.
    pub(crate) as_of: Date,
    /// State of each storefront on that day, by the name of its folder.
    pub(crate) states: BTreeMap<String, EarlierState>,
}

/// How fresh a storefront was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum EarlierState {
    /// All that was told held.
    Fresh,
    /// Something was to be looked at.
    Ageing,
    /// Something was too old.
    Stale,
    /// Nothing had been heard for long.
    Silent,
}

#[derive(Deserialize)]
struct Report {
    as_of: Date,
    cooperatives: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    slug: String,
    freshness: EarlierState,
}

/// The reports of earlier days, the oldest first; of two of one day, the first.
pub(super) fn read_reports(files: &[Arc<SourceFile>], today: Date, findings: &mut Findings) -> Vec<Earlier> {
    let mut earlier: Vec<Earlier> = Vec::new();
    for file in files {
        match serde_json::from_str::<Report>(&file.text) {
            Ok(report) if report.as_of > today => {
                findings.push(told::report_of_later(Span::whole(file), report.as_of));
            }
            Ok(report) => {
                let states = report.cooperatives.into_iter().map(|row| (row.slug, row.freshness)).collect();
                earlier.push(Earlier { as_of: report.as_of, states });
            }
            Err(_) => findings.push(told::no_report(Span::path(file.path.as_str()))),
        }
    }
    earlier.sort_by_key(|report| report.as_of);
    earlier.dedup_by_key(|report| report.as_of);
    earlier.retain(|report| report.as_of < today);
    earlier
}
