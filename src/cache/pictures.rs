//! Renditions and cards by recipe, and what is known of each original's pixels. Knows no file system: its bytes
//! lie in a store.
//!
//! Renditions are files `<2>/<key>.<ending>`; one record for each original, `<2>/<hash>.json`, holds
//! its look and the size and hash of each rendition. A file that does not agree with its record counts as
//! absent and is made anew.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Arc, Mutex};
use std::time::SystemTime;
use std::{fs, iter};

use anyhow::{Result, bail, ensure};
use serde::{Deserialize, Serialize};

use super::folder::Folder;
use super::shared::Shared;
use super::store::{Entry, Store};
use crate::card::Card;
use crate::failure::{Failure, OrFailed as _};
use crate::locks::lock;
use crate::photo::{PhotoLook, Recipe, SourceHash};

/// Ending of a record's name; renditions have the ending of their format.
const RECORD_ENDING: &str = ".json";

/// The cache of one site.
#[derive(Debug)]
pub struct PhotoCache {
    pub(super) store: Arc<dyn Store>,
    /// Records read in this run, so that each is read once.
    records: Mutex<BTreeMap<SourceHash, Record>>,
    /// What other machines see, too.
    pub(super) shared: Option<Box<dyn Shared>>,
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
pub(super) struct Record {
    pub(super) look: Option<PhotoLook>,
    /// Size and hash by file name of the rendition.
    pub(super) renditions: BTreeMap<String, (u64, String)>,
}

impl PhotoCache {
    /// A cache in a folder, which is made when the first photo is stored. `now` is the time of use that is
    /// noted for originals, so that `shrink` knows which were not used for long.
    pub fn new(root: &Path, now: SystemTime) -> Self {
        let store = Arc::new(Folder::new(root.join("foto"), now));
        Self { store, records: Mutex::default(), shared: None }
    }

    /// Reads every record anew from now on: beside a program that stays, others may have filled or emptied the
    /// cache.
    pub fn look_anew(&self) {
        lock(&self.records).clear();
    }

    /// What is there of an original, and which of the recipes are not. Marks the original as used now.
    pub fn look_up(&self, source: SourceHash, recipes: &[Recipe]) -> Kept {
        let record = self.record(source);
        self.store.touch(&record_name(source));
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
        self.store.touch(&record_name(card.source()));
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
        self.add_file(record, file_name(kept), bytes)
    }

    pub(super) fn add_file(&self, record: &mut Record, file: String, bytes: &[u8]) -> Result<()> {
        ensure!(!bytes.is_empty(), Failure::NothingToStore(file));
        self.store.put(&name_of(&file), bytes)?;
        let size = u64::try_from(bytes.len())?;
        record.renditions.insert(file, (size, blake3::hash(bytes).to_hex().to_string()));
        Ok(())
    }

    pub(super) fn store_record(&self, source: SourceHash, record: Record) -> Result<()> {
        self.store.put(&record_name(source), &serde_json::to_vec(&record)?)?;
        lock(&self.records).insert(source, record);
        Ok(())
    }

    /// Size of a stored rendition; `None` if it was not stored.
    pub fn size_bytes(&self, kept: &impl Cached) -> Option<u64> {
        let record = self.record(kept.original());
        record.renditions.get(&file_name(kept)).map(|(size, _)| *size)
    }

    /// The bytes of a stored rendition.
    ///
    /// # Errors
    /// If it was not stored or cannot be read.
    pub fn read(&self, kept: &impl Cached) -> Result<Vec<u8>> {
        self.store.get(&name_of(&file_name(kept)))
    }

    /// Puts a stored rendition at another path: a link where the store has them, else a copy.
    /// The bytes are compared with their hash first, so that a damaged file is never published.
    pub(crate) fn link(&self, kept: &impl Cached, target: &Path) -> Result<()> {
        let file = file_name(kept);
        let name = name_of(&file);
        let bytes = self.store.get(&name)?;
        let record = self.record(kept.original());
        if !record.renditions.get(&file).is_some_and(|(_, hash)| is_hash_of(hash, &bytes)) {
            self.store.remove(&name);
            bail!(Failure::DamagedInCache(name));
        }
        if self.store.link(&name, target) {
            return Ok(());
        }
        fs::write(target, &bytes).or_failed_at(Failure::Write, target)
    }

    /// Removes the originals that were not used for the longest time, with their renditions, until the cache is
    /// no larger than a limit. Files that belong to no original are removed first.
    ///
    /// # Errors
    /// If the cache cannot be read.
    pub fn shrink(&self, limit_bytes: u64) -> Result<CacheReport> {
        let entries = self.store.list()?;
        let total = entries.iter().map(|entry| entry.size_bytes).sum();
        let mut report = CacheReport { bytes_before: total, bytes_after: total };
        if total <= limit_bytes {
            return Ok(report);
        }
        let files: BTreeMap<String, Entry> =
            entries.into_iter().map(|entry| (entry.name.clone(), entry)).collect();
        for group in self.oldest_first(&files) {
            if report.bytes_after <= limit_bytes {
                break;
            }
            for name in group {
                if self.store.remove(&name) {
                    report.bytes_after -= files.get(&name).map_or(0, |entry| entry.size_bytes);
                }
            }
        }
        Ok(report)
    }

    /// The files in the order in which they may go, an original's together: first those of no original, then
    /// by last use.
    fn oldest_first(&self, files: &BTreeMap<String, Entry>) -> Vec<Vec<String>> {
        let mut originals: Vec<(SystemTime, Vec<String>)> = Vec::new();
        let mut claimed: BTreeSet<String> = BTreeSet::new();
        for entry in files.values().filter(|entry| is_record(&entry.name)) {
            let record = self.read_record(&entry.name);
            let mut own: Vec<String> = record.renditions.keys().map(|file| name_of(file)).collect();
            own.push(entry.name.clone());
            claimed.extend(own.iter().cloned());
            originals.push((entry.used, own));
        }
        originals.sort();
        let orphans = files.keys().filter(|name| !claimed.contains(*name)).cloned().collect();
        iter::once(orphans).chain(originals.into_iter().map(|(_, own)| own)).collect()
    }

    pub(super) fn record(&self, source: SourceHash) -> Record {
        if let Some(record) = lock(&self.records).get(&source) {
            return record.clone();
        }
        let record = self.read_record(&record_name(source));
        lock(&self.records).insert(source, record.clone());
        record
    }

    /// An empty record if none is there or it is damaged: what it told of is made anew.
    fn read_record(&self, name: &str) -> Record {
        let read = self.store.get(name).ok().and_then(|bytes| serde_json::from_slice(&bytes).ok());
        read.unwrap_or_default()
    }

    /// True if the bytes of a rendition are there and have the hash that its record tells.
    fn is_there(&self, record: &Record, kept: &impl Cached) -> bool {
        let file = file_name(kept);
        let Some((_, hash)) = record.renditions.get(&file) else { return false };
        self.store.get(&name_of(&file)).is_ok_and(|bytes| is_hash_of(hash, &bytes))
    }
}

pub(super) fn is_hash_of(hash: &str, bytes: &[u8]) -> bool {
    blake3::hash(bytes).to_hex().as_str() == hash
}

pub(super) fn file_name(kept: &impl Cached) -> String {
    format!("{}.{}", kept.key(), kept.ending())
}

/// The name in the store of a file: below a folder of its first two letters, so that no folder gets too full.
pub(super) fn name_of(file: &str) -> String {
    format!("{}/{file}", file.get(..2).unwrap_or("00"))
}

fn record_name(source: SourceHash) -> String {
    name_of(&format!("{source}{RECORD_ENDING}"))
}

fn is_record(name: &str) -> bool {
    name.strip_suffix(RECORD_ENDING).is_some()
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
        cache.store.put(&name_of(&file_name(&milk)), b"jpog").expect("damaged");
        assert!(!cache.has_card(&milk));
        assert!(cache.link(&milk, &folder.path().join("out.jpg")).is_err());
    }

    #[test]
    fn a_damaged_rendition_is_made_anew_and_never_published() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache = PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH);
        let recipe = store(&cache, "a", 320);
        cache.store.put(&name_of(&file_name(&recipe)), &[b'y'; 1000]).expect("damaged");
        assert!(cache.link(&recipe, &folder.path().join("out.webp")).is_err());
        assert_eq!(cache.look_up(recipe.source, slice::from_ref(&recipe)).missing, [recipe]);
    }

    /// A store of names and bytes that can do no more than it must.
    #[derive(Debug, Default)]
    struct Memory(Mutex<BTreeMap<String, Vec<u8>>>);

    impl Store for Memory {
        fn get(&self, name: &str) -> Result<Vec<u8>> {
            self.0
                .lock()
                .expect("no panic")
                .get(name)
                .cloned()
                .ok_or_else(|| anyhow::anyhow!("nothing is there"))
        }

        fn put(&self, name: &str, bytes: &[u8]) -> Result<()> {
            self.0.lock().expect("no panic").insert(name.to_owned(), bytes.to_owned());
            Ok(())
        }

        fn remove(&self, name: &str) -> bool {
            self.0.lock().expect("no panic").remove(name).is_some()
        }
    }

    #[test]
    fn a_store_without_links_gives_copies() {
        let folder = tempfile::tempdir().expect("a folder");
        let cache =
            PhotoCache { store: Arc::new(Memory::default()), records: Mutex::default(), shared: None };
        let recipe = store(&cache, "a", 320);
        assert_eq!(cache.look_up(recipe.source, slice::from_ref(&recipe)).missing, []);
        let target = folder.path().join("out.webp");
        cache.link(&recipe, &target).expect("copied");
        assert_eq!(fs::read(&target).expect("there"), [b'x'; 1000]);
        assert_eq!(cache.shrink(0).expect("nothing to do"), CacheReport::default());
    }

    #[test]
    fn a_damaged_record_costs_time_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let recipe = store(&PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH), "a", 320);
        let cache = PhotoCache::new(folder.path(), SystemTime::UNIX_EPOCH);
        cache.store.put(&record_name(recipe.source), b"{\"look\": 7").expect("damaged");
        assert_eq!(cache.look_up(recipe.source, slice::from_ref(&recipe)).missing, [recipe]);
    }

    #[test]
    fn shrinking_removes_what_was_not_used_for_longest() {
        let folder = tempfile::tempdir().expect("a folder");
        let now = SystemTime::UNIX_EPOCH;
        let cache = PhotoCache::new(folder.path(), now);
        let (old, new) = (store(&cache, "old", 320), store(&cache, "new", 320));
        let record = folder.path().join("foto").join(record_name(old.source));
        let long_ago = fs::File::options().write(true).open(record).expect("record");
        long_ago.set_modified(SystemTime::UNIX_EPOCH).expect("time stamp");
        let report = cache.shrink(1_500).expect("shrunk");
        assert!(report.bytes_after <= 1_500 && report.bytes_before > 2_000, "{report:?}");
        let again = PhotoCache::new(folder.path(), now);
        assert_eq!(again.look_up(old.source, slice::from_ref(&old)).missing.len(), 1);
        assert_eq!(again.look_up(new.source, slice::from_ref(&new)).missing.len(), 0);
    }
}
