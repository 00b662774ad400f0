//! What the cache of one site fetches from other machines and keeps for them. Without a store that they share, nothing.

use std::slice;
use std::sync::Arc;

use anyhow::Result;

use super::pictures::{Cached, PhotoCache, file_name, is_hash_of, name_of};
use super::shared::{Made, Parcel, SharedWork, Wanted};
use crate::card::Card;
use crate::photo::{Recipe, SourceHash};

/// Keys of cards do not tell which program draws them, and with which libraries.
const DRAWN_BY: &str = concat!("etalase ", env!("CARGO_PKG_VERSION"), ", ", env!("ETALASE_CODECS"));

impl PhotoCache {
    /// Puts a store behind the cache that other machines see. False if bucket and endpoint make no address.
    #[cfg(feature = "s3")]
    pub(crate) fn share_in(
        &mut self,
        bucket: &str,
        prefix: &str,
        key: (&str, &str),
        store: &super::shared_store::SharedStore,
    ) -> bool {
        use super::remote::Remote;
        use super::shared::Shared;
        use crate::bucket::Access;

        let access = Access {
            bucket,
            region: store.region.as_deref().unwrap_or("us-east-1"),
            endpoint: store.endpoint.as_deref(),
            key: key.0,
            secret: key.1,
            token: store.token.as_deref(),
        };
        let remote = Remote::new(access, prefix.to_owned(), store.limits);
        self.shared = remote.map(|remote| Box::new(remote) as Box<dyn Shared>);
        self.shared.is_some()
    }

    /// True if there is such a store.
    pub(crate) fn is_shared(&self) -> bool {
        self.shared.is_some()
    }

    /// Fetches what another machine has made of a photo by these recipes. True if the cache has all of it now.
    pub(crate) fn fetch_photo(&self, source: SourceHash, recipes: &[Recipe]) -> bool {
        self.fetch(|| photo(source, recipes))
    }

    /// Keeps for others what was made of a photo by these recipes. Returns at once.
    pub(crate) fn share_photo(&self, source: SourceHash, recipes: &[Recipe]) {
        self.share(|| photo(source, recipes));
    }

    /// Fetches the cards of a plan, if another machine has drawn the same. True if the cache has all of them now.
    pub(crate) fn fetch_cards(&self, cards: &[&Card]) -> bool {
        self.fetch(|| drawn(cards))
    }

    /// Keeps the cards of a plan for others. Returns at once.
    pub(crate) fn share_cards(&self, cards: &[&Card]) {
        self.share(|| drawn(cards));
    }

    /// Waits, within limits, until all is kept for others.
    pub(crate) fn finish_sharing(&self) -> SharedWork {
        self.shared.as_ref().map(|shared| shared.finish()).unwrap_or_default()
    }

    fn fetch(&self, parcel: impl FnOnce() -> Parcel) -> bool {
        let Some(shared) = &self.shared else { return false };
        let parcel = parcel();
        // What cannot be stored here cannot be made here either, and is told then.
        let store = |made: Vec<Made>| made.iter().all(|made| self.take(made).is_ok());
        !parcel.is_empty() && shared.fetch(&parcel).is_some_and(store)
    }

    fn take(&self, made: &Made) -> Result<()> {
        let mut record = self.record(made.source);
        record.look = made.look.clone().or(record.look);
        for (file, bytes) in &made.files {
            self.add_file(&mut record, file.clone(), bytes)?;
        }
        self.store_record(made.source, record)
    }

    fn share(&self, parcel: impl FnOnce() -> Parcel) {
        let Some(shared) = &self.shared else { return };
        let parcel = parcel();
        let mut all = Vec::with_capacity(parcel.wanted.len());
        for Wanted { source, files } in &parcel.wanted {
            let record = self.record(*source);
            let hash = |file: &String| Some((file.clone(), record.renditions.get(file)?.1.clone()));
            let Some(hashes) = files.iter().map(hash).collect::<Option<Vec<_>>>() else { return };
            all.push((*source, record.look, hashes));
        }
        let store = Arc::clone(&self.store);
        let read = move || {
            let read_one = |(source, look, hashes): (_, _, Vec<(String, String)>)| {
                let read_file = |(file, hash): (String, String)| {
                    let bytes = store.get(&name_of(&file)).ok()?;
                    is_hash_of(&hash, &bytes).then_some((file, bytes))
                };
                let files = hashes.into_iter().map(read_file).collect::<Option<_>>()?;
                Some(Made { source, look, files })
            };
            all.into_iter().map(read_one).collect()
        };
        if !parcel.is_empty() {
            shared.keep(parcel, Box::new(read));
        }
    }
}

fn wanted_of(source: SourceHash, kept: &[impl Cached]) -> Wanted {
    let mut files: Vec<String> = kept.iter().map(file_name).collect();
    files.sort();
    files.dedup();
    Wanted { source, files }
}

/// One photo; its keys tell which libraries make it.
fn photo(source: SourceHash, recipes: &[Recipe]) -> Parcel {
    Parcel { made_by: "", wanted: vec![wanted_of(source, recipes)] }
}

/// All cards of a plan, whatever their order.
fn drawn(cards: &[&Card]) -> Parcel {
    let mut wanted: Vec<Wanted> =
        cards.iter().map(|card| wanted_of(card.source(), slice::from_ref(*card))).collect();
    wanted.sort();
    wanted.dedup();
    Parcel { made_by: DRAWN_BY, wanted }
}
