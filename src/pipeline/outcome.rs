//! What became of one cooperative, and what the rest of the site may know of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::Result;

use super::cooperative::Planned;
use super::report::Report;
use crate::cache::Record;
use crate::finding::Findings;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::output::GroupReport;
use crate::page::{PageAddress, SiteIdentity};
use crate::summary::{Summary, SummaryFault};

/// What became of one cooperative.
#[derive(Default)]
pub(super) struct Outcome<'a> {
    pub(super) summary: Option<KnownSummary<'a>>,
    pub(super) addresses: Option<Vec<PageAddress>>,
    pub(super) pages_fingerprint: Fingerprint,
    pub(super) identity: Option<SiteIdentity>,
    pub(super) is_kept: bool,
    /// True if it has an error, so that no page of it was worked out. Somebody else's file in the way of one page is an
    /// error that leaves the others built.
    pub(super) has_failed: bool,
    pub(super) files: usize,
    pub(super) pages: usize,
    pub(super) photos: usize,
    pub(super) renditions_made: usize,
    pub(super) group: GroupReport,
    pub(super) findings: Findings,
    pub(super) record: Option<Record<'a>>,
}

impl Outcome<'_> {
    /// Takes over what was worked out.
    pub(super) fn take(&mut self, planned: Planned) {
        (self.files, self.pages) = planned.plan.count_files();
        self.summary = Some(KnownSummary::Value(Box::new(planned.summary)));
        self.pages_fingerprint = fingerprint_of_pages(&planned.addresses);
        self.addresses = Some(planned.addresses);
        self.identity = Some(planned.identity);
    }
}

/// A summary, or the text of one that need not be understood as long as no page shows it anew.
pub(super) enum KnownSummary<'a> {
    Value(Box<Summary>),
    Text(Cow<'a, str>),
    /// It was published, but what lies in the output is none any more; the finding is there.
    Lost,
}

impl KnownSummary<'_> {
    /// As published, without the line break at its end.
    pub(super) fn text(&self) -> Cow<'_, str> {
        match self {
            Self::Value(summary) => String::from_utf8_lossy(&summary.to_json()).trim_end().to_owned().into(),
            Self::Text(text) => (&**text).into(),
            Self::Lost => "".into(),
        }
    }

    pub(super) fn into_summary(self) -> Result<Option<Summary>, SummaryFault> {
        match self {
            Self::Value(summary) => Ok(Some(*summary)),
            Self::Text(text) => Summary::parse(text.as_bytes()).map(Some),
            Self::Lost => Ok(None),
        }
    }
}

/// All that the rest of the site may know of one cooperative.
pub(super) struct Known<'a> {
    /// Name of its folder.
    pub(super) name: String,
    /// What it has published.
    pub(super) summary: KnownSummary<'a>,
    /// Its pages, if nobody wrote them; else the output knows them.
    pub(super) addresses: Option<Vec<PageAddress>>,
    /// Fingerprint of its pages.
    pub(super) pages: Fingerprint,
    /// Its face, which a site of one cooperative takes as its own.
    pub(super) identity: Option<SiteIdentity>,
}

/// Which pages there are, and when they changed.
fn fingerprint_of_pages(addresses: &[PageAddress]) -> Fingerprint {
    let mut pages = Fingerprinter::new();
    for address in addresses {
        pages.add(address.path.as_str().as_bytes());
        pages.add(address.changed.map(|day| day.to_string()).unwrap_or_default().as_bytes());
    }
    pages.finish()
}

/// Adds the outcome of each cooperative, in the order of `names`. Gives what the rest of the site may know
/// of them, and what is to be remembered.
pub(super) fn add_all<'a>(
    report: &mut Report,
    names: &[String],
    outcomes: Vec<Result<Outcome<'a>>>,
) -> Result<(Vec<Known<'a>>, BTreeMap<String, Record<'a>>)> {
    let mut known = Vec::with_capacity(names.len());
    let mut remembered = BTreeMap::new();
    for (name, outcome) in names.iter().zip(outcomes) {
        let outcome = outcome?;
        report.failed += usize::from(outcome.has_failed);
        report.built += usize::from(!outcome.has_failed && !outcome.is_kept);
        report.photos += outcome.photos;
        report.renditions_made += outcome.renditions_made;
        report.count(outcome.files, outcome.pages, outcome.group);
        report.findings.extend(outcome.findings);
        remembered.extend(outcome.record.map(|record| (name.clone(), record)));
        known.extend(outcome.summary.map(|summary| Known {
            name: name.clone(),
            summary,
            addresses: outcome.addresses,
            pages: outcome.pages_fingerprint,
            identity: outcome.identity,
        }));
    }
    Ok((known, remembered))
}
