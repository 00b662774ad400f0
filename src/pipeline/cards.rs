//! Draws the cards of a plan that the cache does not have.

use anyhow::Result;
use rayon::prelude::*;

use crate::cache::PhotoCache;
use crate::card::{self, Card};
use crate::plan::{Output, Plan};

/// Draws what is missing. The renditions that cards show are in the cache by now.
pub(super) fn draw_cards(plan: &Plan, cache: &PhotoCache) -> Result<()> {
    let cards: Vec<&Card> = plan
        .iter()
        .filter_map(|(_, output)| match output {
            Output::Card(card) => Some(card),
            _ => None,
        })
        .collect();
    cards.into_par_iter().filter(|card| !cache.has_card(card)).try_for_each(|card| {
        let photo = card.photo.as_ref().map(|recipe| cache.read(recipe)).transpose()?;
        cache.store_card(card, &card::draw(card, photo.as_deref())?)
    })
}
