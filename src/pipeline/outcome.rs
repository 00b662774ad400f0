//! What became of one cooperative, and what the rest of the site may know of it.

use std::borrow::Cow;
use std::collections::BTreeMap;

use anyhow::Result;

use super::cooperative::Planned;
use super::report::Report;
use crate::cache::{Record, SharedText};
use crate::finding::Findings;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::output::GroupReport;
use crate::page::{PageAddress, SiteIdentity};
use crate::summary::{Summary, SummaryFault};

/// What became of one cooperative. What is wrong with it is told beside it.
pub(super) enum Outcome {
    /// Nobody asked for it: what was published of it stays.
    Kept {
        /// What the portal goes on to show of it.
        published: Option<KnownSummary>,
        record: Option<Record>,
    },
    /// Its files are as they were when the last build wrote its pages.
    Unchanged { record: Record, group: GroupReport },
    /// It has an error, so that no page of it was worked out; what was published of it stays. Somebody else's file in
    /// the way of one page is an error that leaves the others built.
    Failed {
        /// What the portal goes on to show of it.
        published: Option<KnownSummary>,
        photos: PhotoCounts,
    },
    /// Every page of it was worked out.
    Built(Box<Built>),
}

impl Outcome {
    /// Of a cooperative whose pages were worked out and not written.
    pub(super) fn planned(name: &str, planned: Planned) -> Self {
        let (files, pages) = planned.plan.count_files();
        let (photos, group) = (PhotoCounts::default(), GroupReport::default());
        let known = Known::of(name, planned);
        Self::Built(Box::new(Built { known, files, pages, photos, group, record: None }))
    }
}

/// A cooperative whose pages were worked out.
pub(super) struct Built {
    pub(super) known: Known,
    pub(super) files: usize,
    pub(super) pages: usize,
    pub(super) photos: PhotoCounts,
    pub(super) group: GroupReport,
    pub(super) record: Option<Record>,
}

/// Photos that the pages of a cooperative show, and renditions that had to be made of them.
#[derive(Clone, Copy, Default)]
pub(super) struct PhotoCounts {
    pub(super) shown: usize,
    pub(super) renditions_made: usize,
}

/// A summary, or the text of one that need not be understood as long as no page shows it anew.
pub(super) enum KnownSummary {
    Value(Box<Summary>),
    Text(SharedText),
    /// It was published, but what lies in the output is none any more; the finding is there.
    Lost,
}

impl KnownSummary {
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
pub(super) struct Known {
    /// Name of its folder.
    pub(super) name: String,
    /// What it has published.
    pub(super) summary: KnownSummary,
    /// Its pages, if nobody wrote them; else the output knows them.
    pub(super) addresses: Option<Vec<PageAddress>>,
    /// Fingerprint of its pages.
    pub(super) pages: Fingerprint,
    /// Its face, which a site of one cooperative takes as its own.
    pub(super) identity: Option<SiteIdentity>,
}

impl Known {
    /// What was worked out.
    pub(super) fn of(name: &str, planned: Planned) -> Self {
        Self {
            name: name.to_owned(),
            summary: KnownSummary::Value(Box::new(planned.summary)),
            pages: fingerprint_of_pages(&planned.addresses),
            addresses: Some(planned.addresses),
            identity: Some(planned.identity),
        }
    }

    /// What was published: its pages lie in the output.
    fn published(name: &str, summary: KnownSummary, pages: Fingerprint) -> Self {
        Self { name: name.to_owned(), summary, addresses: None, pages, identity: None }
    }
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
pub(super) fn add_all(
    report: &mut Report,
    names: &[impl AsRef<str>],
    outcomes: Vec<Result<(Outcome, Findings)>>,
) -> Result<(Vec<Known>, BTreeMap<String, Record>)> {
    let mut all = Vec::with_capacity(names.len());
    let mut remembered = BTreeMap::new();
    for (name, outcome) in names.iter().zip(outcomes) {
        let (outcome, findings) = outcome?;
        report.findings.extend(findings);
        let (known, record) = add(report, name.as_ref(), outcome);
        all.extend(known);
        remembered.extend(record.map(|record| (name.as_ref().to_owned(), record)));
    }
    Ok((all, remembered))
}

fn add(report: &mut Report, name: &str, outcome: Outcome) -> (Option<Known>, Option<Record>) {
    match outcome {
        Outcome::Kept { published, record } => {
            let pages = Fingerprint::default();
            (published.map(|summary| Known::published(name, summary, pages)), record)
        }
        Outcome::Unchanged { record, group } => {
            let [files, pages, photos] = record.counts;
            report.built += 1;
            report.photos += photos;
            report.count(files, pages, group);
            let summary = KnownSummary::Text(record.summary.clone());
            (Some(Known::published(name, summary, record.pages)), Some(record))
        }
        Outcome::Failed { published, photos } => {
            report.failed += 1;
            add_photos(report, photos);
            let pages = Fingerprint::default();
            (published.map(|summary| Known::published(name, summary, pages)), None)
        }
        Outcome::Built(built) => {
            report.built += 1;
            add_photos(report, built.photos);
            report.count(built.files, built.pages, built.group);
            (Some(built.known), built.record)
        }
    }
}

fn add_photos(report: &mut Report, photos: PhotoCounts) {
    report.photos += photos.shown;
    report.renditions_made += photos.renditions_made;
}
