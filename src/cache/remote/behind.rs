//! Work that nobody waits for, on threads of its own: begun when there is some, and waited for at the end, within a
//! limit.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread;
use std::time::Duration;

use crate::locks::{lock, unpoisoned};

type Task = Box<dyn FnOnce() + Send>;

/// A queue and its threads.
pub(super) struct Behind {
    queue: Arc<Queue>,
    most_threads: usize,
    patience: Duration,
}

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    /// Told of a task, and of the end.
    more: Condvar,
    /// Told when a task is done.
    done: Condvar,
}

#[derive(Default)]
struct State {
    tasks: VecDeque<Task>,
    /// Tasks that are being done.
    in_work: usize,
    threads: usize,
    has_ended: bool,
}

impl fmt::Debug for Behind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Behind").finish_non_exhaustive()
    }
}

impl Behind {
    pub(super) fn new(most_threads: usize, patience: Duration) -> Self {
        Self { queue: Arc::default(), most_threads, patience }
    }

    /// One more task. Lost if the machine gives no thread: it is work that can be done without.
    pub(super) fn add(&self, task: Task) {
        let mut state = self.queue.state();
        if state.has_ended {
            return;
        }
        state.tasks.push_back(task);
        if state.threads < self.most_threads {
            let queue = Arc::clone(&self.queue);
            let begun = thread::Builder::new().name("simpanan".to_owned()).spawn(move || queue.work());
            state.threads += usize::from(begun.is_ok());
        }
        drop(state);
        self.queue.more.notify_one();
    }

    /// Waits until all is done, within the limit, and takes no more. Gives how many tasks were not.
    pub(super) fn drain(&self) -> usize {
        let state = self.queue.state();
        let waits = |state: &mut State| state.threads > 0 && (state.in_work > 0 || !state.tasks.is_empty());
        let (mut state, _) = unpoisoned(self.queue.done.wait_timeout_while(state, self.patience, waits));
        let left = state.tasks.len() + state.in_work;
        state.end();
        drop(state);
        self.queue.more.notify_all();
        left
    }
}

impl Drop for Behind {
    fn drop(&mut self) {
        self.queue.state().end();
        self.queue.more.notify_all();
    }
}

impl State {
    fn end(&mut self) {
        self.has_ended = true;
        self.tasks.clear();
    }
}

impl Queue {
    fn work(&self) {
        loop {
            let mut state = self.state();
            while state.tasks.is_empty() && !state.has_ended {
                state = unpoisoned(self.more.wait(state));
            }
            let Some(task) = state.tasks.pop_front() else { return };
            state.in_work += 1;
            drop(state);
            let _in_work = InWork(self);
            task();
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        lock(&self.state)
    }
}

/// One task in work: over when it is dropped, even by a panic.
struct InWork<'a>(&'a Queue);

impl Drop for InWork<'_> {
    fn drop(&mut self) {
        self.0.state().in_work -= 1;
        self.0.done.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};
    use std::sync::mpsc;

    use super::*;

    #[test]
    fn everything_is_done_before_the_end() {
        let behind = Behind::new(3, Duration::from_mins(1));
        let done = Arc::new(AtomicUsize::new(0));
        for _ in 0..50 {
            let done = Arc::clone(&done);
            behind.add(Box::new(move || {
                done.fetch_add(1, Ordering::SeqCst);
            }));
        }
        assert_eq!((behind.drain(), done.load(Ordering::SeqCst)), (0, 50));
        behind.add(Box::new(|| panic!("after the end")));
        assert_eq!(behind.drain(), 0);
    }

    #[test]
    fn what_takes_too_long_is_left() {
        let behind = Behind::new(1, Duration::from_millis(10));
        let (release, wait) = mpsc::channel::<()>();
        behind.add(Box::new(move || {
            let _ = wait.recv();
        }));
        behind.add(Box::new(|| {}));
        assert_eq!(behind.drain(), 2);
        drop(release);
    }
}
