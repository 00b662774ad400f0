//! The cache as a folder of this machine: hard links lead out of it, modification times say when something was
//! last used. Builds that run at once may share it.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, SystemTime};

use anyhow::Result;
use walkdir::WalkDir;

use super::store::{Entry, Store};

use crate::failure::{Failure, OrFailed as _};

/// A use is noted at most this often: a write for each photo of each build would cost more than it tells.
const TOUCH_EVERY: Duration = Duration::from_hours(24);

/// A folder, which is made when the first file is put into it.
#[derive(Debug)]
pub(super) struct Folder {
    root: PathBuf,
    now: SystemTime,
}

impl Folder {
    /// `now` is the time that `touch` notes.
    pub(super) fn new(root: PathBuf, now: SystemTime) -> Self {
        Self { root, now }
    }
}

/// A name that no other write of this program or another has: builds of one process may share a cache.
pub(super) fn temporary_name() -> String {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    format!("new-{}-{}", std::process::id(), NEXT.fetch_add(1, Ordering::Relaxed))
}

impl Store for Folder {
    fn get(&self, name: &str) -> Result<Vec<u8>> {
        let path = self.root.join(name);
        fs::read(&path).or_failed_at(Failure::Read, &path)
    }

    fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
        let target = self.root.join(name);
        let folder = target.parent().expect("a file below the root has a folder");
        fs::create_dir_all(folder).or_failed_at(Failure::Write, folder)?;
        let temporary = folder.join(temporary_name());
        fs::write(&temporary, bytes)
            .and_then(|()| fs::rename(&temporary, &target))
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .or_failed_at(Failure::Write, &target)
    }

    fn remove(&self, name: &str) -> bool {
        fs::remove_file(self.root.join(name)).is_ok()
    }

    /// A hard link, where the file system has them.
    fn link(&self, name: &str, target: &Path) -> bool {
        fs::hard_link(self.root.join(name), target).is_ok()
    }

    /// Sets the modification time, at most once a day.
    fn touch(&self, name: &str) {
        if let Ok(file) = File::options().write(true).open(self.root.join(name))
            && let Ok(used) = file.metadata().and_then(|metadata| metadata.modified())
            && self.now.duration_since(used).is_ok_and(|age| age > TOUCH_EVERY)
        {
            // A file whose time cannot be set looks older than it is, and is removed sooner: nothing else.
            drop(file.set_modified(self.now));
        }
    }

    fn list(&self) -> Result<Vec<Entry>> {
        if !self.root.is_dir() {
            return Ok(Vec::new());
        }
        let mut entries = Vec::new();
        for found in WalkDir::new(&self.root) {
            let found = found.or_failed_at(Failure::Read, &self.root)?;
            if let Ok(metadata) = found.metadata()
                && metadata.is_file()
                && let Ok(inside) = found.path().strip_prefix(&self.root)
            {
                let name = inside.iter().map(|part| part.to_string_lossy()).collect::<Vec<_>>().join("/");
                let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                entries.push(Entry { name, size_bytes: metadata.len(), used });
            }
        }
        Ok(entries)
    }
}
