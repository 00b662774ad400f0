//! Many sites asked at the same time, and none of them waited for longer than the others make reasonable.

use std::collections::BTreeMap;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::{Duration, Instant};

use super::order::CollectOrder;
use crate::content::ListedSite;
use crate::fetch::{FetchLimits, Fetched, Fetcher, Unanswered, Version};
use crate::locks::{lock, unpoisoned};
use crate::routes;
use crate::summary::{CollectedSummary, MAX_BYTES};

/// Sites asked at the same time. Each waits for a machine far away most of the time.
const AT_ONCE: usize = 64;

/// Time until there is a connection: whoever is there answers within one round trip.
const CONNECT: Duration = Duration::from_secs(4);

/// A site is waited for so many times as long as the slowest of many that answered well.
const PATIENCE: u32 = 5;

/// The shortest time that a site is waited for, however fast the others are.
const SHORTEST: Duration = Duration::from_secs(1);

/// How often it is looked whether somebody takes too long.
const LOOK: Duration = Duration::from_millis(50);

/// What a site says: nothing new, a file, or why there is none.
pub(super) type Answer = Result<Option<Fetched>, Unanswered>;

/// Asks every site for its summary, and gives the answers in the order of the sites.
pub(super) fn ask_all(
    sites: &[ListedSite],
    kept: &[Option<CollectedSummary>],
    order: &CollectOrder,
    done: &dyn Fn(),
) -> Vec<Answer> {
    let run = Arc::new(Run::new(sites, kept, order));
    for _ in 0..AT_ONCE.min(sites.len()) {
        start_worker(&run);
    }
    let mut told = 0;
    let mut state = run.lock();
    while state.count < sites.len() {
        state = unpoisoned(run.changed.wait_timeout(state, LOOK)).0;
        for _ in 0..state.give_up(order.time) {
            // Whoever waits for that site goes on waiting, and ends by itself.
            start_worker(&run);
        }
        for _ in told..state.count {
            done();
        }
        told = state.count;
    }
    let answers = std::mem::take(&mut state.answers);
    answers.into_iter().map(|answer| answer.unwrap_or(Err(Unanswered::TooSlow))).collect()
}

/// What all who ask share.
struct Run {
    fetcher: Fetcher,
    /// Address of each site's summary, and the version of it that is known.
    asked: Vec<(String, Version)>,
    /// The order in which they are asked.
    turns: Vec<usize>,
    state: Mutex<State>,
    changed: Condvar,
}

#[derive(Default)]
struct State {
    /// How many turns were taken.
    taken: usize,
    /// When those that are being asked were.
    waiting: BTreeMap<usize, Instant>,
    answers: Vec<Option<Answer>>,
    /// How many answers there are.
    count: usize,
    /// How many of them are good.
    good: usize,
    /// The longest that a good one took.
    slowest: Duration,
}

impl Run {
    fn new(sites: &[ListedSite], kept: &[Option<CollectedSummary>], order: &CollectOrder) -> Self {
        let limits = FetchLimits {
            bytes: u64::try_from(MAX_BYTES).unwrap_or(u64::MAX),
            time: order.time,
            connect: CONNECT,
            allows_private: order.allows_private,
        };
        let asked = sites.iter().zip(kept).map(|(site, kept)| {
            let known = kept
                .as_ref()
                .map(|kept| Version { etag: kept.etag.clone(), last_modified: kept.last_modified.clone() });
            (format!("{}{}", site.address, routes::SUMMARY), known.unwrap_or_default())
        });
        // Those that said nothing last time first: the wait for them is over while others answer.
        let mut turns: Vec<usize> = (0..sites.len()).collect();
        turns.sort_by_key(|index| kept[*index].as_ref().is_none_or(|kept| kept.silent_since.is_none()));
        let answers = sites.iter().map(|_| None).collect();
        Self {
            fetcher: Fetcher::new(limits),
            asked: asked.collect(),
            turns,
            state: Mutex::new(State { answers, ..State::default() }),
            changed: Condvar::new(),
        }
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }

    /// Asks one site after the other, until none is left or this one was given up.
    fn work(&self) {
        loop {
            let index = {
                let mut state = self.lock();
                let Some(index) = self.turns.get(state.taken).copied() else { return };
                state.taken += 1;
                state.waiting.insert(index, Instant::now());
                index
            };
            let (address, known) = &self.asked[index];
            let answer = self.fetcher.get_unless(address, known);
            if !self.lock().take(index, answer) {
                return;
            }
            self.changed.notify_one();
        }
    }
}

/// Another one who asks.
fn start_worker(run: &Arc<Run>) {
    let run = Arc::clone(run);
    thread::spawn(move || run.work());
}

impl State {
    /// Takes an answer. False if the site was given up meanwhile.
    fn take(&mut self, index: usize, answer: Answer) -> bool {
        let Some(since) = self.waiting.remove(&index) else { return false };
        if answer.is_ok() {
            self.good += 1;
            self.slowest = self.slowest.max(since.elapsed());
        }
        self.answers[index] = Some(answer);
        self.count += 1;
        true
    }

    /// Gives up those that take too long, and tells how many.
    fn give_up(&mut self, most: Duration) -> usize {
        let patience = patience(self.good, self.slowest, most);
        let late = self.waiting.iter().filter(|(_, since)| since.elapsed() > patience);
        let late: Vec<usize> = late.map(|(index, _)| *index).collect();
        for index in &late {
            self.waiting.remove(index);
            self.answers[*index] = Some(Err(Unanswered::TooSlow));
            self.count += 1;
        }
        late.len()
    }
}

/// How long a site is waited for. Where many have answered, and all of them fast, a silent one is not given the whole
/// time: a list of a thousand would wait for its slowest. A single slow network makes all of them slow, and patience
/// longer.
fn patience(good: usize, slowest: Duration, most: Duration) -> Duration {
    // A moment more than the door to the network takes to say that time is up.
    let longest = most + 4 * LOOK;
    if good < AT_ONCE { longest } else { (slowest * PATIENCE).max(SHORTEST).min(longest) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patience_follows_those_that_answer() {
        let most = Duration::from_secs(10);
        let seconds = |good, slowest_ms| patience(good, Duration::from_millis(slowest_ms), most).as_secs();
        assert_eq!(seconds(3, 5), 10, "of a few nobody can tell what is usual");
        assert_eq!(seconds(500, 5), 1);
        assert_eq!(seconds(500, 700), 3);
        assert_eq!(seconds(500, 4_000), 10, "never longer than allowed");
    }
}
