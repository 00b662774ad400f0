//! A cache that machines share: parcels of pictures as objects of a bucket. Read through, written behind; whatever the
//! store does, a build is slower at worst.

mod attempts;
mod behind;
mod object;

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use super::shared::{Made, Parcel, Shared, SharedWork, Trouble};
use super::shared_store::StoreLimits;
use crate::bucket::{Access, Bucket, Put, RequestLimits};
use attempts::{Attempts, Way};
use behind::Behind;

/// Largest object that is taken for one: renditions of a photo are some hundred kilobytes.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// Writes at once. More would help nobody: making pictures takes longer.
const WRITERS: usize = 4;

/// A bucket, and what was done with it in this build.
#[derive(Debug)]
pub(super) struct Remote {
    objects: Arc<Objects>,
    behind: Behind,
}

#[derive(Debug)]
struct Objects {
    bucket: Bucket,
    /// Before the name of each object: empty, or ending in `/`.
    prefix: String,
    attempts: Attempts,
    fetched: AtomicUsize,
    kept: AtomicUsize,
    /// Whether the store heeds conditions was asked.
    is_tried: AtomicBool,
    /// It said that it does not know them.
    takes_none: AtomicBool,
}

impl Remote {
    /// Asks nobody yet. `None` if bucket and endpoint make no address.
    pub(super) fn new(access: Access<'_>, prefix: String, limits: StoreLimits) -> Option<Self> {
        let request = RequestLimits { time: limits.request, connect: limits.connect, bytes: MOST_BYTES };
        let objects = Objects {
            bucket: Bucket::new(access, request)?,
            prefix,
            attempts: Attempts::new(limits),
            fetched: AtomicUsize::new(0),
            kept: AtomicUsize::new(0),
            is_tried: AtomicBool::new(false),
            takes_none: AtomicBool::new(false),
        };
        Some(Self { objects: Arc::new(objects), behind: Behind::new(WRITERS, limits.draining) })
    }
}

impl Shared for Remote {
    fn fetch(&self, parcel: &Parcel) -> Option<Vec<Made>> {
        let Objects { bucket, attempts, fetched, .. } = &*self.objects;
        let name = object::name_of(parcel);
        let place = self.objects.place(&name);
        let object = attempts.ask(Way::Read, || bucket.get(&place)).flatten()?;
        let made = object::unpack(&name, parcel, &object);
        if made.is_some() {
            fetched.fetch_add(1, Ordering::Relaxed);
        } else {
            attempts.note(Way::Read, Trouble::Altered, &place);
        }
        made
    }

    fn keep(&self, parcel: Parcel, read: Box<dyn FnOnce() -> Option<Vec<Made>> + Send>) {
        let objects = Arc::clone(&self.objects);
        self.behind.add(Box::new(move || {
            if !objects.attempts.is_open(Way::Write) {
                return;
            }
            let name = object::name_of(&parcel);
            // What the cache has lost meanwhile is made again, and kept then.
            if let Some(made) = read() {
                objects.put(&name, &parcel, &object::pack(&name, &made));
            }
        }));
    }

    fn finish(&self) -> SharedWork {
        let left = self.behind.drain();
        let Objects { attempts, fetched, kept, .. } = &*self.objects;
        attempts.end();
        let fetched = fetched.load(Ordering::Relaxed);
        // A key that may not list is refused everything that is not there: no matter, if what is there is found.
        let troubles = attempts.troubles(fetched > 0);
        SharedWork { fetched, kept: kept.load(Ordering::Relaxed), left, troubles }
    }
}

impl Drop for Remote {
    /// A build that fails waits for nothing.
    fn drop(&mut self) {
        self.objects.attempts.end();
    }
}

impl Objects {
    fn place(&self, name: &str) -> String {
        format!("{}{name}", self.prefix)
    }

    /// Puts an object where none is. What is there already is read back: another machine was first, or what it has put
    /// there is damaged and is replaced.
    fn put(&self, name: &str, parcel: &Parcel, object: &[u8]) {
        let place = self.place(name);
        let put_new = || self.attempts.ask(Way::Write, || self.bucket.put_new(&place, object));
        let first = if self.takes_none.load(Ordering::Relaxed) { Some(Put::NoConditions) } else { put_new() };
        match first {
            Some(Put::Done) => {
                self.count();
                // Once a build: the same again has to be refused.
                if !self.is_tried.swap(true, Ordering::Relaxed) && put_new() == Some(Put::Done) {
                    self.attempts.note(Way::Write, Trouble::NoConditions, "If-None-Match");
                }
            }
            Some(Put::Taken) => self.compare(&place, name, parcel, object),
            Some(Put::NoConditions) => {
                self.takes_none.store(true, Ordering::Relaxed);
                self.attempts.note(Way::Write, Trouble::NoConditions, "501");
                self.replace(&place, object);
            }
            None => {}
        }
    }

    /// Reads back what is in the way of an object.
    fn compare(&self, place: &str, name: &str, parcel: &Parcel, object: &[u8]) {
        match self.attempts.ask(Way::Write, || self.bucket.get(place)) {
            Some(Some(there)) if there == object => {}
            Some(Some(there)) if object::unpack(name, parcel, &there).is_some() => {
                self.attempts.note(Way::Write, Trouble::Different, place);
            }
            Some(Some(_)) => {
                self.attempts.note(Way::Write, Trouble::Altered, place);
                self.replace(place, object);
            }
            // Somebody else was putting it there, and has not.
            Some(None) => self.replace(place, object),
            None => {}
        }
    }

    fn replace(&self, place: &str, object: &[u8]) {
        if self.attempts.ask(Way::Write, || self.bucket.put(place, object)).is_some() {
            self.count();
        }
    }

    fn count(&self) {
        self.kept.fetch_add(1, Ordering::Relaxed);
    }
}
