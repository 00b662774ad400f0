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
    let is_missing = |card: &&&Card| !cache.has_card(card);
    let mut missing: Vec<&Card> = cards.par_iter().filter(is_missing).copied().collect();
    if !missing.is_empty() && cache.fetch_cards(&cards) {
        missing.retain(|card| !cache.has_card(card));
    }
    if missing.is_empty() {
        return Ok(());
    }
    missing.into_par_iter().try_for_each(|card| {
        let photo = card.photo.as_ref().map(|recipe| cache.read(recipe)).transpose()?;
        cache.store_card(card, &card::draw(card, photo.as_deref())?)
    })?;
    cache.share_cards(&cards);
    Ok(())
}
