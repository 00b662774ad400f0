//! What became of one cooperative, and what the rest of the site may know of it.

use super::cooperative::Planned;
use super::report::Report;
use crate::cache::KeptText;
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::output::GroupReport;
use crate::page::{PageAddress, SiteIdentity};
use crate::summary::Summary;

/// What became of one cooperative. What is wrong with it is told beside it.
pub(super) enum Outcome {
    /// Nobody asked for it: what was published of it stays.
    Kept {
        /// What the portal goes on to show of it.
        published: Option<Published>,
    },
    /// Its files are as they were when the last build wrote its pages.
    Unchanged {
        /// Numbers for the report: files, pages, photos.
        counts: [usize; 3],
        /// Fingerprint of its pages.
        pages: Fingerprint,
        published: Published,
        group: GroupReport,
    },
    /// It has an error, so that no page of it was worked out; what was published of it stays. Somebody else's file in
    /// the way of one page is an error that leaves the others built.
    Failed {
        /// What the portal goes on to show of it.
        published: Option<Published>,
        photos: PhotoCounts,
    },
    /// Every page of it was worked out.
    Built(Box<Built>),
}

impl Outcome {
    /// Of a cooperative whose pages were worked out and not written.
    pub(super) fn planned(planned: Planned) -> Self {
        let (files, pages) = planned.plan.count_files();
        let (photos, group) = (PhotoCounts::default(), GroupReport::default());
        let worked_out = WorkedOut::new(planned.addresses, planned.identity);
        let summary = KnownSummary::Value(Box::new(planned.summary));
        let published = Published { summary, print: Fingerprint::default() };
        Self::Built(Box::new(Built { published, worked_out, is_written: false, files, pages, photos, group }))
    }

    /// True if its pages are up to date now, but for what is in their way.
    pub(super) fn is_up_to_date(&self) -> bool {
        matches!(self, Self::Built(_) | Self::Unchanged { .. })
    }
}

/// A cooperative whose pages were worked out.
pub(super) struct Built {
    pub(super) published: Published,
    pub(super) worked_out: WorkedOut,
    /// True if its pages lie in the output, which knows their addresses.
    pub(super) is_written: bool,
    pub(super) files: usize,
    pub(super) pages: usize,
    pub(super) photos: PhotoCounts,
    pub(super) group: GroupReport,
}

/// What only those know who worked pages out.
pub(super) struct WorkedOut {
    /// Its pages; `None` once they lie in the output, which knows them.
    pub(super) addresses: Option<Vec<PageAddress>>,
    /// The cooperative's face, which a site of one takes as its own.
    pub(super) identity: SiteIdentity,
    /// Fingerprint of which pages there are, and when they changed.
    pub(super) print: Fingerprint,
}

impl WorkedOut {
    /// Of a cooperative with these pages and this face.
    pub(super) fn new(addresses: Vec<PageAddress>, identity: SiteIdentity) -> Self {
        let mut pages = Fingerprinter::new();
        for address in &addresses {
            pages.add(address.path.as_str().as_bytes());
            pages.add(address.changed.map(|day| day.to_string()).unwrap_or_default().as_bytes());
        }
        Self { addresses: Some(addresses), identity, print: pages.finish() }
    }
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
    /// As published, without the line break at its end.
    Kept(KeptText),
    /// It was published, but what lies in the output is none any more; the finding is there.
    Lost,
}

/// A summary with the fingerprint of its text.
pub(super) struct Published {
    pub(super) summary: KnownSummary,
    pub(super) print: Fingerprint,
}

/// All that the rest of the site may know of one cooperative. A site has a hundred thousand of them: nothing that is
/// long stands here.
pub(super) struct Known<'a> {
    /// Name of its folder.
    pub(super) name: &'a str,
    /// What it has published.
    pub(super) summary: KnownSummary,
    /// Fingerprint of that, and of its pages.
    pub(super) print: Fingerprint,
    /// What only a site of one needs, or one that nobody writes.
    pub(super) worked_out: Option<Box<WorkedOut>>,
}

impl<'a> Known<'a> {
    fn new(name: &'a str, published: Published, pages: Fingerprint) -> Self {
        let mut print = Fingerprinter::new();
        print.add(published.print.to_string().as_bytes());
        print.add(pages.to_string().as_bytes());
        Self { name, summary: published.summary, print: print.finish(), worked_out: None }
    }
}

/// Counts what became of a cooperative. Gives what the rest of the site may know of it. `is_alone`: it has the site to
/// itself.
pub(super) fn add<'a>(
    report: &mut Report,
    name: &'a str,
    outcome: Outcome,
    is_alone: bool,
) -> Option<Known<'a>> {
    let no_pages = Fingerprint::default();
    match outcome {
        Outcome::Kept { published } => published.map(|published| Known::new(name, published, no_pages)),
        Outcome::Unchanged { counts: [files, pages, photos], pages: print, published, group } => {
            report.built += 1;
            report.photos += photos;
            report.count(files, pages, group);
            Some(Known::new(name, published, print))
        }
        Outcome::Failed { published, photos } => {
            report.failed += 1;
            add_photos(report, photos);
            published.map(|published| Known::new(name, published, no_pages))
        }
        Outcome::Built(built) => {
            let Built { published, mut worked_out, is_written, files, pages, photos, group } = *built;
            report.built += 1;
            add_photos(report, photos);
            report.count(files, pages, group);
            let known = Known::new(name, published, worked_out.print);
            let is_needed = is_alone || !is_written;
            worked_out.addresses.take_if(|_| is_written);
            Some(Known { worked_out: is_needed.then(|| Box::new(worked_out)), ..known })
        }
    }
}

fn add_photos(report: &mut Report, photos: PhotoCounts) {
    report.photos += photos.shown;
    report.renditions_made += photos.renditions_made;
}
