//! Of two that fit as well, who comes first: whose page is fresh and complete.

use crate::settings::Settings;
use crate::summary::{State, Summary, assess};

/// A page that tells so much is a good one, in percent; monitoring counts it as complete.
const COMPLETE: u8 = 80;

/// `3` for a fresh and complete page, `0` for one that nobody looks after any more.
pub(super) fn merit(summary: &Summary, settings: &Settings) -> char {
    let is_complete = summary.completeness.score >= COMPLETE;
    match assess(summary, &settings.freshness, settings.today).state {
        State::Fresh if is_complete => '3',
        State::Fresh => '2',
        State::Ageing if is_complete => '2',
        State::Ageing | State::Stale => '1',
        State::Silent => '0',
    }
}
