//! The photo cache: renditions and cards by recipe, and what is known of each original's pixels. Lies outside
//! the output, may be deleted at any time, may be shared by builds that run at once.
//!
//! Renditions are files `foto/<2>/<key>.<ending>`; one record for each original, `foto/<2>/<hash>.json`, holds
//! its look and the size and hash of each rendition. A file that does not agree with its record counts as
//! absent and is made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use anyhow::{Context, Result, ensure};
use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

use crate::card::Card;
use crate::photo::{PhotoLook, Recipe, SourceHash};

/// The cache of one site.
#[derive(Debug)]
pub struct PhotoCache {
    root: PathBuf,
    /// Records read in this run, so that each is read once.
    records: Mutex<BTreeMap<SourceHash, Record>>,
    next_temporary: AtomicU64,
    now: SystemTime,
}

/// What the cache has of one original.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Look of the original, if it was decoded before.
    pub look: Option<PhotoLook>,
    /// Recipes that have to be made.
    pub missing: Vec<Recipe>,
}

/// What `shrink` did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct CacheReport {
    /// Bytes before.
    pub bytes_before: u64,
    /// Bytes after.
    pub bytes_after: u64,
}

/// What the cache keeps a file of.
pub trait Cached {
    /// The original that it is made of; a card is its own.
    fn original(&self) -> SourceHash;
    /// Unique among all that is kept.
    fn key(&self) -> String;
    /// Ending of its file's name.
    fn ending(&self) -> &'static str;
}

impl Cached for Recipe {
    fn original(&self) -> SourceHash {
        self.source
    }

    fn key(&self) -> String {
        self.key()
    }

    fn ending(&self) -> &'static str {
        self.format.ending()
    }
}

impl Cached for Card {
    fn original(&self) -> SourceHash {
        self.source()
    }

    fn key(&self) -> String {
        self.key()
    }

    fn ending(&self) -> &'static str {
        "jpg"
    }
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
struct Record {
    look: Option<PhotoLook>,
    /// Size and hash by file name of the rendition.
    renditions: BTreeMap<String, (u64, String)>,
}

impl PhotoCache {
    /// A cache in a folder, which is made when the first photo is stored. `now` is the time of use that is
    /// noted for originals, so that `shrink` knows which were not used for long.
    pub fn new(root: &Path, now: SystemTime) -> Self {
        Self { root: root.join("foto"), records: Mutex::default(), next_temporary: AtomicU64::new(0), now }
    }

    /// Reads every record anew from now on: beside a program that stays, others may have filled or emptied the
    /// cache.
    pub fn look_anew(&self) {
        self.records.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }

    /// What is there of an original, and which of the recipes are not. Marks the original as used now.
    pub fn look_up(&self, source: SourceHash, recipes: &[Recipe]) -> Kept {
        let record = self.record(source);
        self.note_use(source);
        let missing = recipes.iter().filter(|recipe| !self.is_there(&record, *recipe)).cloned().collect();
        Kept { look: record.look, missing }
    }

    /// Stores what was made of one original.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub fn store(&self, source: SourceHash, look: &PhotoLook, made: &[(Recipe, Vec<u8>)]) -> Result<()> {
        let mut record = self.record(source);
        record.look = Some(look.clone());
        for (recipe, bytes) in made {
            self.add(&mut record, recipe, bytes)?;
        }
        self.store_record(source, record)
    }

    /// True if a card was drawn before. Marks it as used now.
    pub fn has_card(&self, card: &Card) -> bool {
        self.note_use(card.source());
        self.is_there(&self.record(card.source()), card)
    }

    /// Stores a drawn card.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub fn store_card(&self, card: &Card, bytes: &[u8]) -> Result<()> {
        let mut record = Record::default();
        self.add(&mut record, card, bytes)?;
        self.store_record(card.source(), record)
    }

    fn add(&self, record: &mut Record, kept: &impl Cached, bytes: &[u8]) -> Result<()> {
        let path = self.rendition_path(kept);
        let folder = path.parent().expect("a rendition has a folder");
        fs::create_dir_all(folder).with_context(|| format!("cannot write {}", folder.display()))?;
        self.replace(&path, bytes)?;
        let size = u64::try_from(bytes.len())?;
        record.renditions.insert(rendition_name(kept), (size, blake3::hash(bytes).to_hex().to_string()));
        Ok(())
    }

    fn store_record(&self, source: SourceHash, record: Record) -> Result<()> {
        let folder = self.folder(&source.to_string());
        fs::create_dir_all(&folder).with_context(|| format!("cannot write {}", folder.display()))?;
        let text = serde_json::to_vec(&record)?;
        self.replace(&self.record_path(source), &text)?;
        self.records.lock().unwrap_or_else(PoisonError::into_inner).insert(source, record);
        Ok(())
    }

    /// Size of a stored rendition; `None` if it was not stored.
    pub fn size_bytes(&self, kept: &impl Cached) -> Option<u64> {
        let record = self.record(kept.original());
        record.renditions.get(&rendition_name(kept)).map(|(size, _)| *size)
    }

    /// The bytes of a stored rendition.
    ///
    /// # Errors
    /// If it was not stored or cannot be read.
    pub fn read(&self, kept: &impl Cached) -> Result<Vec<u8>> {
        let path = self.rendition_path(kept);
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    }

    /// Puts a stored rendition at another path: a hard link where the file system has them, else a copy.
    /// The bytes are compared with their hash first, so that a damaged file is never published.
    pub(crate) fn link(&self, kept: &impl Cached, target: &Path) -> Result<()> {
        let path = self.rendition_path(kept);
        let bytes = self.read(kept)?;
        let record = self.record(kept.original());
        let hash = record.renditions.get(&rendition_name(kept)).map(|(_, hash)| hash.as_str());
        if hash != Some(blake3::hash(&bytes).to_hex().as_str()) {
            drop(fs::remove_file(&path));
            anyhow::bail!("{} was damaged and has been removed: build again", path.display());
        }
        if fs::hard_link(&path, target).is_ok() {
            return Ok(());
        }
        fs::write(target, &bytes).with_context(|| format!("cannot write {}", target.display()))
    }

    /// Removes the originals that were not used for the longest time, with their renditions, until the cache is
    /// no larger than a limit. Files that belong to no original are removed first.
    ///
    /// # Errors
    /// If the cache cannot be read.
    pub fn shrink(&self, limit_bytes: u64) -> Result<CacheReport> {
        let mut files: BTreeMap<PathBuf, (SystemTime, u64)> = BTreeMap::new();
        if self.root.is_dir() {
            for entry in WalkDir::new(&self.root) {
                let entry = entry.with_context(|| format!("cannot read {}", self.root.display()))?;
                if let Ok(metadata) = entry.metadata()
                    && metadata.is_file()
                {
                    let used = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
                    files.insert(entry.into_path(), (used, metadata.len()));
                }
            }
        }
        let total = files.values().map(|(_, size)| size).sum();
        let mut report = CacheReport { bytes_before: total, bytes_after: total };
        if total <= limit_bytes {
            return Ok(report);
        }
        let mut originals: Vec<(SystemTime, Vec<PathBuf>)> = Vec::new();
        let mut claimed: BTreeSet<PathBuf> = BTreeSet::new();
        for (path, (used, _)) in &files {
            if path.extension().is_some_and(|ending| ending == "json") {
                let record: Record = fs::read(path)
                    .ok()
                    .and_then(|bytes| serde_json::from_slice(&bytes).ok())
                    .unwrap_or_default();
                let mut own: Vec<PathBuf> =
                    record.renditions.keys().map(|name| self.folder(name).join(name)).collect();
                own.push(path.clone());
                claimed.extend(own.iter().cloned());
                originals.push((*used, own));
            }
        }
        let orphans: Vec<PathBuf> = files.keys().filter(|path| !claimed.contains(*path)).cloned().collect();
        originals.sort();
        let oldest_first = std::iter::once(orphans).chain(originals.into_iter().map(|(_, own)| own));
        for group in oldest_first {
            if report.bytes_after <= limit_bytes {
                break;
            }
            for path in group {
                if fs::remove_file(&path).is_ok() {
                    report.bytes_after -= files.get(&path).map_or(0, |(_, size)| *size);
                }
            }
        }
        Ok(report)
    }

    /// Sets the time stamp of an original's record, at most once a day: renditions keep theirs, since they may be
    /// published files at the same time.
    fn note_use(&self, source: SourceHash) {
        let path = self.record_path(source);
        if let Ok(file) = File::options().write(true).open(path)
            && let Ok(used) = file.metadata().and_then(|metadata| metadata.modified())
            && self.now.duration_since(used).is_ok_and(|age| age.as_secs() > 24 * 60 * 60)
        {
            // A time stamp that cannot be set makes the original look older than it is; nothing else.
            drop(file.set_modified(self.now));
        }
    }

    fn record(&self, source: SourceHash) -> Record {
        if let Some(record) = self.records.lock().unwrap_or_else(PoisonError::into_inner).get(&source) {
            return record.clone();
        }
        let path = self.record_path(source);
        let read: Option<Record> = fs::read(&path).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let record = read.unwrap_or_default();
        self.records.lock().unwrap_or_else(PoisonError::into_inner).insert(source, record.clone());
        record
    }

    /// True if a rendition's file has the size that its record tells; marks it as used now.
    fn is_there(&self, record: &Record, kept: &impl Cached) -> bool {
        let Some((size, hash)) = record.renditions.get(&rendition_name(kept)) else { return false };
        let path = self.rendition_path(kept);
        let Ok(file) = File::open(&path) else { return false };
        let same_size = file.metadata().is_ok_and(|metadata| metadata.len() == *size);
        same_size && fs::read(&path).is_ok_and(|bytes| blake3::hash(&bytes).to_hex().as_str() == hash)
    }

    fn folder(&self, name: &str) -> PathBuf {
        self.root.join(name.get(..2).unwrap_or("00"))
    }

    fn record_path(&self, source: SourceHash) -> PathBuf {
        let name = source.to_string();
        self.folder(&name).join(format!("{name}.json"))
    }

    fn rendition_path(&self, kept: &impl Cached) -> PathBuf {
        let name = rendition_name(kept);
        self.folder(&name).join(name)
    }

    fn replace(&self, target: &Path, bytes: &[u8]) -> Result<()> {
        ensure!(!bytes.is_empty(), "nothing to store at {}", target.display());
        let number = self.next_temporary.fetch_add(1, Ordering::Relaxed);
        let name = format!("new-{}-{number}", std::process::id());
        let temporary = target.with_file_name(name);
        fs::write(&temporary, bytes)
            .and_then(|()| fs::rename(&temporary, target))
            .inspect_err(|_| drop(fs::remove_file(&temporary)))
            .with_context(|| format!("cannot write {}", target.display()))
    }
}

fn rendition_name(kept: &impl Cached) -> String {
    format!("{}.{}", kept.key(), kept.ending())
}

#[cfg(test)]
mod tests {
    use std::slice;

    use super::*;
    use crate::card::{Format, Look};
    use crate::photo::{Crop, RenditionFormat};

    fn recipe(source: SourceHash, width_px: u32) -> Recipe {
        Recipe {
            source,
            crop: Crop::Whole,
            width_px,
            height_px: 10,
            format: RenditionFormat::WebP,
            quality: 80,
            max_bytes: None,
            ground: [255; 3],
        }
    }

    fn look() -> PhotoLook {
        PhotoLook { colour: "#112233".to_owned(), blur: String::new(), is_opaque: true }
    }

    fn store(cache: &PhotoCache, name: &str, width_px: u32) -> Recipe {
        let recipe = recipe(SourceHash::of(name.as_bytes()), width_px);
        let bytes = vec![b'x'; 1000];
        cache.store(recipe.source, &look(), &[(recipe.clone(), bytes)]).expect("stored");
        recipe
    }

    #[test]
    fn what_was_stored_is_found_by_another_run() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = SystemTime::UNIX_EPOCH;
        let recipe = store(&PhotoCache::new(folder.path(), now), "a", 320);
        let other = super::tests::recipe(recipe.source, 640);
        let kept =
            PhotoCache::new(folder.path(), now).look_up(recipe.source, &[recipe.clone(), other.clone()]);
        assert_eq!(kept, Kept { look: Some(look()), missing: vec![other] });
    }

    #[test]
    fn a_drawn_card_is_found_by_another_run_until_it_is_damaged() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = SystemTime::UNIX_EPOCH;
        let look = Look::Stall { brand: "#112233".to_owned(), brand_ink: "#112233".to_owned() };
        let word = |title: &str| title.to_owned();
        let card = |title: &str| Card {
            format: Format::Share,
            look: look.clone(),
            photo: None,
            above: word(""),
            title: word(title),
            price: word(""),
            detail: word(""),
            foot: word(""),
        };
        let (milk, cheese) = (card("Susu"), card("Keju"));
        PhotoCache::new(folder.path(), now).store_card(&milk, b"jpeg").expect("stored");
        let cache = PhotoCache::new(folder.path(), now);
        assert!(cache.has_card(&milk) && !cache.has_card(&cheese));
        assert_eq!((cache.size_bytes(&milk), cache.read(&milk).ok()), (Some(4), Some(b"jpeg".to_vec())));
        fs::write(cache.rendition_path(&milk), b"jpog").expect("damaged");
        assert!(!cache.has_card(&milk));
        assert!(cache.link(&milk, &folder.path().join("out.jpg")).is_err());
    }

    #[test]
    fn a_damaged_rendition_is_made_anew_and_never_published() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH);
        let recipe = store(&cache, "a", 320);
        fs::write(cache.rendition_path(&recipe), vec![b'y'; 1000]).expect("damaged");
        assert!(cache.link(&recipe, &folder.path().join("out.webp")).is_err());
        assert_eq!(cache.look_up(recipe.source, slice::from_ref(&recipe)).missing, [recipe]);
    }

    #[test]
    fn a_damaged_record_costs_time_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let recipe = store(&PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH), "a", 320);
        let cache = PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH);
        fs::write(cache.record_path(recipe.source), b"{\"look\": 7").expect("damaged");
        assert_eq!(cache.look_up(recipe.source, slice::from_ref(&recipe)).missing, [recipe]);
    }

    #[test]
    fn shrinking_removes_what_was_not_used_for_longest() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = SystemTime::UNIX_EPOCH;
        let cache = PhotoCache::new(folder.path(), now);
        let (old, new) = (store(&cache, "old", 320), store(&cache, "new", 320));
        let long_ago = File::options().write(true).open(cache.record_path(old.source)).expect("record");
        long_ago.set_modified(SystemTime::UNIX_EPOCH).expect("time stamp");
        let report = cache.shrink(1_500).expect("shrunk");
        assert!(report.bytes_after <= 1_500 && report.bytes_before > 2_000, "{report:?}");
        let again = PhotoCache::new(folder.path(), now);
        assert_eq!(again.look_up(old.source, slice::from_ref(&old)).missing.len(), 1);
        assert_eq!(again.look_up(new.source, slice::from_ref(&new)).missing.len(), 0);
    }
}
