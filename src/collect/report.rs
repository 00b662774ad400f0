//! What became of a run.

use super::change::{Change, changes};
use crate::finding::Findings;
use crate::model::Date;
use crate::summary::CollectedSummary;

/// What became of a run.
#[derive(Debug, Default)]
pub(crate) struct CollectReport {
    /// Sites of the list.
    pub(crate) listed: usize,
    /// Sites whose last good summary is today's.
    pub(crate) answered: usize,
    /// Those of them that say what they said before.
    pub(crate) same: usize,
    /// Sites without a good answer, of which an old summary is kept.
    pub(crate) silent: usize,
    /// Sites without a good answer, of which nothing is known.
    pub(crate) unknown: usize,
    /// Files written.
    pub(crate) written: usize,
    /// Whatever is not as it was, in the order of the list.
    pub(crate) news: Vec<News>,
    /// Every finding, sorted.
    pub(crate) findings: Findings,
}

/// What is not as it was with one site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct News {
    /// Its address.
    pub(crate) address: String,
    /// Name of its cooperative.
    pub(crate) name: String,
    /// What it is.
    pub(crate) what: What,
}

/// What is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum What {
    /// It was never collected before.
    New,
    /// It says something else.
    Changed(Vec<Change>),
    /// It answers again, and says what it said before.
    Back {
        /// Since when it did not.
        since: Date,
    },
    /// It gives no good answer any more.
    Silent,
    /// It is listed no more, and what was kept of it is removed.
    Removed,
}

impl News {
    pub(super) fn removed(kept: &CollectedSummary) -> Self {
        Self::of(kept, What::Removed)
    }

    fn of(kept: &CollectedSummary, what: What) -> Self {
        Self { address: kept.address.clone(), name: kept.summary.name.clone(), what }
    }
}

impl CollectReport {
    /// Counts what was kept before against what is kept now.
    pub(super) fn count(&mut self, before: &[Option<CollectedSummary>], now: &[Option<CollectedSummary>]) {
        for (before, now) in before.iter().zip(now) {
            let Some(now) = now else {
                self.unknown += 1;
                continue;
            };
            if now.silent_since.is_some() {
                self.silent += 1;
                let was_silent = before.as_ref().is_some_and(|before| before.silent_since.is_some());
                self.news.extend((!was_silent).then(|| News::of(now, What::Silent)));
                continue;
            }
            self.answered += 1;
            let what = match before {
                None => Some(What::New),
                Some(before) if before.summary != now.summary => {
                    Some(What::Changed(changes(&before.summary, &now.summary)))
                }
                Some(before) => {
                    self.same += 1;
                    before.silent_since.map(|since| What::Back { since })
                }
            };
            self.news.extend(what.map(|what| News::of(now, what)));
        }
    }
}
