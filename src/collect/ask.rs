//! Many sites asked at the same time.

use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::order::CollectOrder;
use crate::content::ListedSite;
use crate::fetch::{FetchLimits, Fetched, Fetcher, Unanswered, Version};
use crate::routes;
use crate::summary::{CollectedSummary, MAX_BYTES};

/// Sites asked at the same time. Each waits for a machine far away most of the time.
const AT_ONCE: usize = 64;

/// Time until there is a connection: whoever is there answers within one round trip.
const CONNECT: Duration = Duration::from_secs(4);

/// What a site says: nothing new, a file, or why there is none.
pub(super) type Answer = Result<Option<Fetched>, Unanswered>;

/// Asks every site for its summary, and gives the answers in the order of the sites.
pub(super) fn ask_all(
    sites: &[ListedSite],
    kept: &[Option<CollectedSummary>],
    order: &CollectOrder,
    done: &(dyn Fn() + Sync),
) -> Vec<Answer> {
    let limits = FetchLimits {
        bytes: u64::try_from(MAX_BYTES).unwrap_or(u64::MAX),
        time: order.time,
        connect: CONNECT,
        allows_private: order.allows_private,
    };
    let fetcher = Fetcher::new(limits);
    // Those that said nothing last time first: the wait for them is over while others answer.
    let mut turns: Vec<usize> = (0..sites.len()).collect();
    turns.sort_by_key(|index| kept[*index].as_ref().is_none_or(|kept| kept.silent_since.is_none()));
    let next = AtomicUsize::new(0);
    let answers: Mutex<Vec<Option<Answer>>> = Mutex::new(sites.iter().map(|_| None).collect());
    let work = || {
        while let Some(index) = turns.get(next.fetch_add(1, Ordering::Relaxed)) {
            let answer = ask(&sites[*index], kept[*index].as_ref(), &fetcher);
            answers.lock().expect("no thread panics while it holds answers")[*index] = Some(answer);
            done();
        }
    };
    thread::scope(|scope| {
        for _ in 0..AT_ONCE.min(sites.len()) {
            scope.spawn(work);
        }
    });
    let answers = answers.into_inner().expect("no thread panics while it holds answers");
    answers.into_iter().map(|answer| answer.unwrap_or(Err(Unanswered::Unreachable))).collect()
}

fn ask(site: &ListedSite, kept: Option<&CollectedSummary>, fetcher: &Fetcher) -> Answer {
    let known = kept.map_or_else(Version::default, |kept| Version {
        etag: kept.etag.clone(),
        last_modified: kept.last_modified.clone(),
    });
    fetcher.get_unless(&format!("{}{}", site.address, routes::SUMMARY), &known)
}
