//! The pictures of a site in memory: made or drawn when somebody asks for one, into the cache of builds.

use std::collections::BTreeMap;
use std::sync::Mutex;

use anyhow::Result;

use super::slot::Originals;
use crate::cache::PhotoCache;
use crate::card::{self, Card};
use crate::locks::lock;
use crate::photo::{self, Recipe};
use crate::pipeline::cooperative::Understood;
use crate::pipeline::photos::{MemoryBudget, PhotoWork, make_looks};
use crate::pipeline::request::Request;
use crate::pipeline::world::World;
use crate::plan::Output;
use crate::source::Photo;

/// Photos whose renditions are made at once: more are never needed for one page's view.
const PHOTO_LOCKS: usize = 64;

/// What the photos of a cooperative, or of the portal, are made of.
pub(super) type Origin<'a> = &'a Originals;

/// Makes photos and draws cards.
pub(super) struct Pictures {
    cache: PhotoCache,
    memory: MemoryBudget,
    locks: Vec<Mutex<()>>,
}

impl Pictures {
    pub(super) fn new(request: &Request) -> Self {
        Self {
            cache: PhotoCache::new(&request.cache, request.now),
            memory: MemoryBudget::new(request.photo_memory_bytes),
            locks: (0..PHOTO_LOCKS).map(|_| Mutex::default()).collect(),
        }
    }

    /// What pages say of photos before those are there.
    pub(super) fn looks(&self, understood: &Understood, world: &World) -> Result<PhotoWork> {
        self.cache.look_anew();
        make_looks(understood, world, &self.cache, &self.memory)
    }

    /// The bytes of a file; a photo is made and a card drawn if nobody has asked for it before. `None` for a photo that
    /// cannot be made.
    pub(super) fn bytes_of(
        &self,
        output: &Output,
        origin: Option<Origin<'_>>,
        world: &World,
    ) -> Result<Option<Vec<u8>>> {
        match output {
            Output::Page(bytes) | Output::Asset(bytes) => Ok(Some(bytes.clone())),
            Output::Later(later) => Ok(Some(later.bytes().to_owned())),
            Output::Rendition(recipe) => self.rendition(recipe, origin, world),
            Output::Card(card) => self.card(card, origin, world),
        }
    }

    fn card(&self, card: &Card, origin: Option<Origin<'_>>, world: &World) -> Result<Option<Vec<u8>>> {
        if self.cache.has_card(card) {
            return self.cache.read(card).map(Some);
        }
        let photo = match &card.photo {
            Some(recipe) => self.rendition(recipe, origin, world)?,
            None => None,
        };
        if card.photo.is_some() && photo.is_none() {
            return Ok(None);
        }
        let drawn = card::draw(card, photo.as_deref())?;
        // A cache that cannot be written to costs time only.
        drop(self.cache.store_card(card, &drawn));
        Ok(Some(drawn))
    }

    fn rendition(
        &self,
        recipe: &Recipe,
        origin: Option<Origin<'_>>,
        world: &World,
    ) -> Result<Option<Vec<u8>>> {
        let Some(originals) = origin else { return Ok(None) };
        let number = usize::from(recipe.source.bytes()[0]) % PHOTO_LOCKS;
        let _one_at_a_time = lock(&self.locks[number]);
        self.cache.look_anew();
        let wanted = std::slice::from_ref(recipe);
        let kept = self.cache.look_up(recipe.source, wanted);
        if kept.missing.is_empty() {
            return self.cache.read(recipe).map(Some);
        }
        let Some((path, facts)) = originals.get(&recipe.source) else { return Ok(None) };
        let _share = self.memory.take(facts.decoded_bytes());
        let Ok(bytes) = world.site.read_known_photo(path, facts) else { return Ok(None) };
        let Ok(made) = photo::make_renditions(&bytes, facts, wanted, &world.settings.limits) else {
            return Ok(None);
        };
        let Some(rendition) = made.renditions.into_iter().next() else { return Ok(None) };
        drop(self.cache.store(recipe.source, &made.look, &[(recipe.clone(), rendition.clone())]));
        Ok(Some(rendition))
    }
}

/// The photos of a cooperative that can be used.
pub(super) fn originals_of(understood: &Understood) -> Originals {
    let mut originals = BTreeMap::new();
    for (path, photo) in &understood.folder.photos {
        if let Photo::Sound(facts) = photo {
            let path = format!("{}/{path}", understood.folder.path);
            originals.insert(facts.hash, (path, facts.clone()));
        }
    }
    originals
}
