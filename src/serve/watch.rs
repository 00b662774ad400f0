//! Watches the files of a site, and waits until a change is whole: editors save by renaming, git changes hundreds
//! of files at once, and a photo takes a while to be copied.
#![expect(
    clippy::disallowed_methods,
    reason = "this room is a door: it asks how large a copied file is by now"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::Result;
use notify::event::{AccessKind, AccessMode, MetadataKind, ModifyKind};
use notify::{Config, ErrorKind, Event, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Watcher};

use super::shared::Shared;
use crate::failure::{Failure, OrFailed as _};
use crate::live::Changes;

/// A change is whole when nothing has followed for so long.
const QUIET: Duration = Duration::from_millis(8);
/// Changes that keep coming are looked at after so long anyway.
const PATIENCE: Duration = Duration::from_millis(80);
/// From so many paths on it is a flood, such as a checkout.
const FLOOD: usize = 64;
/// A flood is over when nothing has followed for so long.
const FLOOD_QUIET: Duration = Duration::from_millis(60);
/// And it is looked at after so long anyway.
const FLOOD_PATIENCE: Duration = Duration::from_secs(1);
/// A photo is whole when its size has not changed for so long.
const COPIED: Duration = Duration::from_millis(300);
/// Folders below a new one that are looked into for photos: those of a cooperative are no deeper.
const MAX_DEPTH: usize = 8;
/// Where the system cannot watch, files are compared so often.
const COMPARED: Duration = Duration::from_secs(1);

/// Folders that are watched as a whole; of the site's own folder only what lies directly in it.
const WATCHED: &[&str] = &["content", "themes"];

/// What the thread is told.
enum Signal {
    /// Something happened to a file or folder.
    Path(PathBuf),
    /// Something happened that was not told.
    Lost,
    /// The system cannot watch one more folder.
    Full,
    /// Nobody needs it any more.
    End,
}

/// Watches until it is dropped.
pub(super) struct Watching(Sender<Signal>);

impl Drop for Watching {
    fn drop(&mut self) {
        // A thread that has ended need not be told to.
        let _ = self.0.send(Signal::End);
    }
}

/// Starts watching.
pub(super) fn start(shared: &Arc<Shared>) -> Result<Watching> {
    let folder = shared.live.root();
    let root = fs::canonicalize(folder).or_failed_at(Failure::Open, folder)?;
    let (sender, receiver) = mpsc::channel();
    let mut follower = Follower {
        shared: Arc::clone(shared),
        root,
        sender: sender.clone(),
        watcher: None,
        guides: BTreeSet::new(),
        growing: BTreeMap::new(),
    };
    follower.watch_quickly()?;
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(move || follower.follow(&receiver))
        .or_failed(Failure::StartThreads)?;
    Ok(Watching(sender))
}

/// The thread that turns what the system says into changes of the site.
struct Follower {
    shared: Arc<Shared>,
    root: PathBuf,
    sender: Sender<Signal>,
    watcher: Option<Box<dyn Watcher + Send>>,
    /// Files that guides are made of, from the site's folder.
    guides: BTreeSet<String>,
    /// Photos that may still be copied, from the site's folder.
    growing: BTreeMap<String, Growing>,
}

/// A file as it was when it last changed.
#[derive(Debug, Clone, Copy)]
struct Growing {
    size_bytes: u64,
    modified: Option<SystemTime>,
    since: Instant,
}

impl Follower {
    /// By the system's own means, or else, if it has none left for so many folders, by comparing.
    fn watch_quickly(&mut self) -> Result<()> {
        let watcher = RecommendedWatcher::new(handler(&self.sender), Config::default());
        let is_watching = watcher.is_ok_and(|watcher| {
            self.watcher = Some(Box::new(watcher));
            self.watch_all().is_ok()
        });
        if is_watching { Ok(()) } else { self.watch_slowly() }
    }

    fn watch_slowly(&mut self) -> Result<()> {
        let watcher = PollWatcher::new(handler(&self.sender), Config::default().with_poll_interval(COMPARED));
        self.watcher = Some(Box::new(watcher.map_err(plainly).or_failed(Failure::WatchFiles)?));
        self.watch_all().map_err(plainly).or_failed_at(Failure::Watch, &self.root)?;
        self.shared.audience.watching_slowly();
        Ok(())
    }

    fn watch_all(&mut self) -> notify::Result<()> {
        let Some(watcher) = &mut self.watcher else { return Ok(()) };
        watcher.watch(&self.root, RecursiveMode::NonRecursive)?;
        for folder in WATCHED.iter().map(|name| self.root.join(name)) {
            if fs::metadata(&folder).is_ok_and(|metadata| metadata.is_dir()) {
                watcher.watch(&folder, RecursiveMode::Recursive)?;
            }
        }
        self.watch_guides();
        Ok(())
    }

    /// Watches the folders of guides, too, wherever in the site they are.
    fn watch_guides(&mut self) {
        self.guides = self.shared.live.guide_files();
        let folders: BTreeSet<&str> =
            self.guides.iter().filter_map(|path| path.rsplit_once('/')).map(|(folder, _)| folder).collect();
        let is_watched = |folder: &str| WATCHED.contains(&folder.split('/').next().unwrap_or_default());
        for folder in folders.into_iter().filter(|folder| !is_watched(folder)) {
            if let Some(watcher) = &mut self.watcher {
                // A folder that is not there is no reason to stop: the guide in it is a finding.
                let _ = watcher.watch(&self.root.join(folder), RecursiveMode::NonRecursive);
            }
        }
    }

    fn follow(&mut self, receiver: &Receiver<Signal>) {
        while let Some((paths, is_lost)) = self.gather(receiver) {
            let mut changes = if is_lost { Changes::all() } else { Changes::default() };
            for path in &paths {
                self.add(path, &mut changes);
            }
            self.add_copied(&mut changes);
            changes.growing = self.growing.keys().cloned().collect();
            if changes.is_empty() {
                continue;
            }
            let started = Instant::now();
            // A page that cannot be worked out must not end the watch over all others.
            let open = self.shared.open_addresses();
            let is_of_guides = changes.world || changes.office;
            let looked = catch_unwind(AssertUnwindSafe(|| self.shared.live.refresh(&changes, &open)));
            match looked.unwrap_or_else(|_| Err(Failure::OwnFault.into())) {
                Ok(looked) => self.shared.audience.changed(&looked, started.elapsed()),
                Err(error) => self.shared.audience.failed(&error),
            }
            if is_of_guides {
                self.watch_guides();
            }
            self.shared.changes.send_modify(|number| *number += 1);
        }
    }

    /// Waits for a change, and then until it is whole. `None` at the end.
    fn gather(&mut self, receiver: &Receiver<Signal>) -> Option<(BTreeSet<PathBuf>, bool)> {
        let (mut paths, mut is_lost) = (BTreeSet::new(), false);
        let mut started: Option<Instant> = None;
        loop {
            let (quiet, patience) =
                if paths.len() < FLOOD { (QUIET, PATIENCE) } else { (FLOOD_QUIET, FLOOD_PATIENCE) };
            let signal = match started {
                Some(started) if started.elapsed() >= patience => return Some((paths, is_lost)),
                Some(_) => receiver.recv_timeout(quiet),
                None if self.growing.is_empty() => {
                    receiver.recv().map_err(|_| RecvTimeoutError::Disconnected)
                }
                None => receiver.recv_timeout(COPIED),
            };
            match signal {
                Ok(Signal::Path(path)) => drop(paths.insert(path)),
                Ok(Signal::Lost) => is_lost = true,
                Ok(Signal::Full) => {
                    if let Err(error) = self.watch_slowly() {
                        self.shared.audience.failed(&error);
                    }
                    is_lost = true;
                }
                Err(RecvTimeoutError::Timeout) => return Some((paths, is_lost)),
                Ok(Signal::End) | Err(RecvTimeoutError::Disconnected) => return None,
            }
            started.get_or_insert_with(Instant::now);
        }
    }

    /// Adds one path, unless it is a photo that may still be copied.
    fn add(&mut self, full: &Path, changes: &mut Changes) {
        let Some(path) = inside(&self.root, full) else { return };
        if is_passing(&path) {
            return;
        }
        if WATCHED.contains(&path.as_str())
            && let Some(watcher) = &mut self.watcher
        {
            // A folder that is gone again is no reason to stop.
            let _ = watcher.watch(full, RecursiveMode::Recursive);
        }
        match fs::metadata(full) {
            Ok(metadata) if metadata.is_file() && is_photo(&path) => {
                self.growing.insert(path, Growing::new(&metadata));
            }
            Ok(metadata) => {
                if metadata.is_dir() {
                    self.add_photos_below(full, MAX_DEPTH);
                }
                self.tell(&path, changes);
            }
            Err(_) => {
                self.growing.remove(&path);
                self.tell(&path, changes);
            }
        }
    }

    /// A file of a guide is the office's, wherever it lies.
    fn tell(&self, path: &str, changes: &mut Changes) {
        changes.office |= self.guides.contains(path);
        changes.add(path);
    }

    /// A folder that appears may be copied with all that is in it: its photos, too, are still on their way.
    fn add_photos_below(&mut self, folder: &Path, depth: usize) {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let full = entry.path();
            let Ok(metadata) = entry.metadata() else { continue };
            if metadata.is_dir() && depth > 0 {
                self.add_photos_below(&full, depth - 1);
            } else if let Some(path) = inside(&self.root, &full).filter(|path| is_photo(path)) {
                self.growing.entry(path).or_insert_with(|| Growing::new(&metadata));
            }
        }
    }

    /// Adds the photos whose size has stayed the same for long enough.
    fn add_copied(&mut self, changes: &mut Changes) {
        let (root, guides) = (&self.root, &self.guides);
        self.growing.retain(|path, growing| {
            if growing.since.elapsed() < COPIED {
                return true;
            }
            match fs::metadata(root.join(path)).map(|metadata| Growing::new(&metadata)) {
                Ok(now) if !now.is_like(growing) => {
                    *growing = now;
                    true
                }
                _ => {
                    changes.office |= guides.contains(path);
                    changes.add(path);
                    false
                }
            }
        });
    }
}

impl Growing {
    fn new(metadata: &fs::Metadata) -> Self {
        Self { size_bytes: metadata.len(), modified: metadata.modified().ok(), since: Instant::now() }
    }

    /// True if nothing was written between two looks.
    fn is_like(&self, other: &Self) -> bool {
        self.size_bytes == other.size_bytes && self.modified == other.modified
    }
}

/// Passes on what can have changed a file. That somebody has read one is nothing, least of all this program.
fn handler(sender: &Sender<Signal>) -> impl Fn(notify::Result<Event>) + Send + 'static {
    let sender = sender.clone();
    // Without a receiver everything is at its end.
    let send = move |signal| drop(sender.send(signal));
    move |event| match event {
        Ok(event) if event.need_rescan() => send(Signal::Lost),
        Ok(event) if is_change(event.kind) => {
            event.paths.into_iter().for_each(|path| send(Signal::Path(path)));
        }
        Ok(_) => {}
        Err(error) if matches!(error.kind, ErrorKind::MaxFilesWatch) => send(Signal::Full),
        Err(_) => send(Signal::Lost),
    }
}

fn is_change(kind: EventKind) -> bool {
    match kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        EventKind::Modify(ModifyKind::Metadata(of)) => of == MetadataKind::WriteTime,
        _ => true,
    }
}

/// A library's own words are not for people; its cause is.
fn plainly(error: notify::Error) -> anyhow::Error {
    match error.kind {
        ErrorKind::Io(error) => error.into(),
        ErrorKind::PathNotFound => std::io::Error::from(std::io::ErrorKind::NotFound).into(),
        _ => Failure::WatchSoMany.into(),
    }
}

/// The path from the site's folder, with `/`, if it can be written as text.
fn inside(root: &Path, full: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = full.strip_prefix(root).ok()?.iter().map(|part| part.to_str()).collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
}

/// What editors and systems leave beside a file while it is saved.
fn is_passing(path: &str) -> bool {
    path.ends_with('~') || path.split('/').any(|part| part.starts_with('.'))
}

/// True for files of content that are no text: they may be large, and take a while to be copied.
fn is_photo(path: &str) -> bool {
    const TEXTS: &[&str] = &["yaml", "yml", "md", "txt"];
    let ending = path.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, ending)| ending);
    path.starts_with("content/")
        && ending.is_some_and(|ending| !TEXTS.iter().any(|text| text.eq_ignore_ascii_case(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_photos_are_waited_for() {
        assert!(is_photo("content/kpc/foto/a.JPG") && is_photo("content/kpc/foto/a.jpg.part"));
        for at_once in
            ["content/kpc/profil.yaml", "content/kpc/foto", "content/kpc/cerita/a.MD", "themes/a/site.css"]
        {
            assert!(!is_photo(at_once), "{at_once}");
        }
    }

    #[test]
    fn what_stands_beside_a_file_for_a_moment_is_no_change() {
        for passing in ["content/kpc/.profil.yaml.swp", "content/kpc/profil.yaml~", "content/.git/index"] {
            assert!(is_passing(passing), "{passing}");
        }
        assert!(!is_passing("content/kpc/profil.yaml"));
    }

    #[test]
    fn a_file_that_is_still_written_is_not_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("a.jpg");
        let look = || Growing::new(&fs::metadata(&file).expect("it is there"));
        fs::write(&file, "half").expect("written");
        let first = look();
        assert!(look().is_like(&first));
        fs::write(&file, "half and half").expect("written");
        assert!(!look().is_like(&first));
    }

    #[test]
    fn reading_is_no_change() {
        assert!(!is_change(EventKind::Access(AccessKind::Open(AccessMode::Any))));
        assert!(is_change(EventKind::Access(AccessKind::Close(AccessMode::Write))));
        assert!(is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::WriteTime))));
        assert!(!is_change(EventKind::Modify(ModifyKind::Metadata(MetadataKind::Any))));
    }
}
