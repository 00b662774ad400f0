//! How often a store is asked again, and when it is left alone. Clients of stores give up after seconds or never
//! (`object_store` after ten quick attempts, `opendal` not at all), so patience is ours: a photo is made in less time
//! than a read may wait, while nobody waits for a write.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard};
use std::time::{Duration, Instant};

use crate::bucket::{Failed, Fault};
use crate::cache::shared::Trouble;
use crate::cache::shared_store::StoreLimits;
use crate::locks::{lock, unpoisoned};

/// The first pause before a store is asked again; each is twice as long as the one before.
const FIRST_PAUSE: Duration = Duration::from_millis(200);

/// The longest.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// What a store is asked for. Each is given up by itself: a key may read and not write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// Somebody waits, and could do without.
    Read,
    /// Nobody waits.
    Write,
}

/// What was tried in one build.
#[derive(Debug)]
pub(super) struct Attempts {
    limits: StoreLimits,
    state: Mutex<State>,
    /// Told when the store is left alone.
    ended: Condvar,
}

#[derive(Debug, Default)]
struct State {
    reading: Run,
    writing: Run,
    has_ended: bool,
    /// True once anything went well.
    is_known: bool,
    /// The store does not want to be asked before.
    not_before: Option<Instant>,
    /// What the store said when it refused a read for the first time.
    denied_read: Option<String>,
    troubles: BTreeMap<Trouble, String>,
}

#[derive(Debug, Default)]
struct Run {
    /// Failures since it last went well.
    failures: u32,
    is_given_up: bool,
}

impl State {
    fn run(&mut self, way: Way) -> &mut Run {
        match way {
            Way::Read => &mut self.reading,
            Way::Write => &mut self.writing,
        }
    }
}

impl Attempts {
    pub(super) fn new(limits: StoreLimits) -> Self {
        Self { limits, state: Mutex::default(), ended: Condvar::new() }
    }

    /// Asks until there is an answer, time is up, or asking makes no sense. `None`: do without.
    pub(super) fn ask<T>(&self, way: Way, mut ask: impl FnMut() -> Result<T, Failed>) -> Option<T> {
        let patience = match way {
            Way::Read => self.limits.reading,
            Way::Write => self.limits.writing,
        };
        let (started, mut pause) = (Instant::now(), FIRST_PAUSE);
        loop {
            self.await_turn(way, patience.saturating_sub(started.elapsed()))?;
            let asked = Instant::now();
            let failed = match ask() {
                Ok(answer) => {
                    self.went_well(way, asked.elapsed());
                    return Some(answer);
                }
                Err(failed) => failed,
            };
            let wait = failed.wait.unwrap_or(pause);
            if let Some(wait) = failed.wait {
                self.leave_in_peace(asked + wait);
            }
            if !failed.may_pass || started.elapsed() + wait >= patience {
                self.failed(way, failed);
                return None;
            }
            self.rest(wait);
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
    }

    /// Waits for the time that the store wants to be left in peace. `None` if that is too long, or the store has been
    /// given up.
    fn await_turn(&self, way: Way, patience: Duration) -> Option<()> {
        let not_before = self.state().not_before;
        let wait = not_before.map_or(Duration::ZERO, |time| time.saturating_duration_since(Instant::now()));
        if !self.is_open(way) || wait > patience {
            return None;
        }
        self.rest(wait);
        self.is_open(way).then_some(())
    }

    /// False once nothing more is asked for in this way.
    pub(super) fn is_open(&self, way: Way) -> bool {
        let mut state = self.state();
        !state.has_ended && !state.run(way).is_given_up
    }

    fn leave_in_peace(&self, until: Instant) {
        let mut state = self.state();
        state.not_before = state.not_before.max(Some(until));
    }

    /// A pause that ends early when the store is left alone.
    fn rest(&self, time: Duration) {
        if time.is_zero() {
            return;
        }
        let woken = self.ended.wait_timeout_while(self.state(), time, |state| !state.has_ended);
        drop(unpoisoned(woken));
    }

    fn went_well(&self, way: Way, took: Duration) {
        let mut state = self.state();
        state.is_known = true;
        if way == Way::Read && took > self.limits.slow {
            let detail = format!("{:.1} s", took.as_secs_f64());
            self.count(&mut state, way, Trouble::Slow, detail);
        } else {
            state.run(way).failures = 0;
        }
    }

    fn failed(&self, way: Way, failed: Failed) {
        let trouble = match failed.fault {
            Fault::Refused => Trouble::Refused,
            Fault::Denied => Trouble::Denied,
            Fault::Slow => Trouble::Slow,
            Fault::Full => Trouble::Full,
            Fault::Unreachable => Trouble::Unreachable,
            Fault::Failing => Trouble::Failing,
        };
        let mut state = self.state();
        if trouble == Trouble::Denied && way == Way::Read {
            // What is not there, for a key that may not list.
            state.denied_read.get_or_insert(failed.detail);
            return;
        }
        self.count(&mut state, way, trouble, failed.detail);
    }

    /// Counts a failure, and leaves the store alone after so many.
    fn count(&self, state: &mut State, way: Way, trouble: Trouble, detail: String) {
        state.troubles.entry(trouble).or_insert(detail);
        let run = state.run(way);
        run.failures += 1;
        if run.failures >= self.limits.failures {
            run.is_given_up = true;
            if !state.is_known {
                // Nothing ever went well: the other way leads to the same door.
                state.reading.is_given_up = true;
                state.writing.is_given_up = true;
            }
        }
    }

    /// What was fetched or found is not what it should be.
    pub(super) fn note(&self, way: Way, trouble: Trouble, detail: &str) {
        let mut state = self.state();
        match trouble {
            Trouble::Altered => self.count(&mut state, way, trouble, detail.to_owned()),
            _ => drop(state.troubles.entry(trouble).or_insert_with(|| detail.to_owned())),
        }
    }

    /// Nothing is asked from now on.
    pub(super) fn end(&self) {
        self.state().has_ended = true;
        self.ended.notify_all();
    }

    /// Every kind of trouble, with what the store said the first time. Refused reads count unless others were granted.
    pub(super) fn troubles(&self, may_read: bool) -> Vec<(Trouble, String)> {
        let state = self.state();
        let mut troubles = state.troubles.clone();
        if let Some(detail) = state.denied_read.as_ref().filter(|_| !may_read) {
            troubles.entry(Trouble::Denied).or_insert_with(|| detail.clone());
        }
        troubles.into_iter().collect()
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn attempts(patience: Duration) -> Attempts {
        let limits = StoreLimits { reading: patience, writing: patience, ..StoreLimits::default() };
        Attempts::new(limits)
    }

    fn failed(fault: Fault, may_pass: bool) -> Failed {
        Failed { fault, may_pass, wait: None, detail: "apa".to_owned() }
    }

    #[test]
    fn what_may_pass_is_asked_again_and_what_will_not_is_not() {
        let attempts = attempts(Duration::from_mins(1));
        let mut asked = 0;
        let answer = attempts.ask(Way::Read, || {
            asked += 1;
            if asked < 3 { Err(failed(Fault::Failing, true)) } else { Ok(asked) }
        });
        assert_eq!((answer, attempts.troubles(false)), (Some(3), vec![]));
        let mut asked = 0;
        let refused = attempts.ask(Way::Write, || {
            asked += 1;
            Err::<(), _>(failed(Fault::Refused, false))
        });
        assert_eq!((refused, asked), (None, 1));
        assert_eq!(attempts.troubles(false), [(Trouble::Refused, "apa".to_owned())]);
    }

    #[test]
    fn a_store_that_fails_again_and_again_is_left_alone_and_told_once() {
        let attempts = attempts(Duration::ZERO);
        let mut asked = 0;
        for _ in 0..10 {
            attempts.ask(Way::Read, || {
                asked += 1;
                Err::<(), _>(failed(Fault::Unreachable, true))
            });
        }
        assert_eq!((asked, attempts.troubles(false).len()), (StoreLimits::default().failures, 1));
        assert_eq!(attempts.ask(Way::Write, || Ok(1)), None, "nothing ever went well");
    }

    #[test]
    fn a_key_that_may_not_write_still_reads() {
        let attempts = attempts(Duration::ZERO);
        assert_eq!(attempts.ask(Way::Read, || Ok(1)), Some(1));
        for _ in 0..10 {
            attempts.ask(Way::Write, || Err::<(), _>(failed(Fault::Denied, false)));
        }
        assert_eq!(attempts.ask(Way::Write, || Ok(1)), None);
        assert_eq!(attempts.ask(Way::Read, || Ok(1)), Some(1));
    }

    #[test]
    fn a_store_that_wants_peace_for_longer_than_patience_lasts_is_not_asked() {
        let attempts = attempts(Duration::from_secs(5));
        let mut asked = 0;
        for _ in 0..10 {
            attempts.ask(Way::Read, || {
                asked += 1;
                let wait = Some(Duration::from_hours(1));
                Err::<(), _>(Failed { wait, ..failed(Fault::Failing, true) })
            });
        }
        assert_eq!(asked, 1);
    }
}
