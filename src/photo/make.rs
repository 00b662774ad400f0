//! Photo bytes to rendition bytes: decoded once, resized from large to small, encoded. One thread; callers
//! work on several photos at a time. The largest thing in memory is the decoded photo.

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use super::decode::{decode, decode_half};
use super::detail::most_detailed;
use super::encode::encode;
use super::fault::PhotoFault;
use super::look::look_of;
use super::part::Part;
use super::picture::Picture;
use super::recipe::{Crop, PhotoFacts, PhotoLook, Recipe};
use super::resize::{Original, Size, make_sizes};
use super::turn::Turn;
use crate::settings::Limits;

/// What was made of one photo.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// Files, in the order of the recipes.
    pub renditions: Vec<Vec<u8>>,
    /// Colour and blur; they depend on the photo only, not on the recipes.
    pub look: PhotoLook,
}

/// Makes every recipe of one photo, given its bytes and what `read_facts` said of them. A photo that is not
/// whole is a fault, whatever a decoder would make of it; so is a decoder that panics.
///
/// The bytes of a rendition follow from photo and recipe alone, whatever else is asked for in the same call.
pub fn make_renditions(
    bytes: &[u8],
    facts: &PhotoFacts,
    recipes: &[Recipe],
    limits: &Limits,
) -> Result<Made, PhotoFault> {
    catch_unwind(AssertUnwindSafe(|| make(bytes, facts, recipes, limits)))
        .unwrap_or(Err(PhotoFault::Unreadable(facts.kind)))
}

fn make(bytes: &[u8], facts: &PhotoFacts, recipes: &[Recipe], limits: &Limits) -> Result<Made, PhotoFault> {
    let turn = Turn::take();
    let original = match decode_half(bytes, facts) {
        Some(half) => Original::half(half, facts),
        None => Original::whole(decode(bytes, facts, limits)?, facts),
    };
    let small = original.small_copy()?;
    let look = look_of(&small);
    let sizes: Vec<Size> = recipes.iter().map(|recipe| size_of(recipe, facts, &small)).collect();
    let (in_reach, beyond): (Vec<Size>, Vec<Size>) = sizes.iter().partition(|size| original.suffices(size));
    let mut renditions = vec![Vec::new(); recipes.len()];
    let pictures = make_sizes(original, in_reach)?;
    drop(turn);
    encode_all(pictures, &sizes, recipes, &mut renditions)?;
    if !beyond.is_empty() {
        let turn = Turn::take();
        let pictures = make_sizes(Original::whole(decode(bytes, facts, limits)?, facts), beyond)?;
        drop(turn);
        encode_all(pictures, &sizes, recipes, &mut renditions)?;
    }
    Ok(Made { renditions, look })
}

/// Encodes those recipes whose size is there.
fn encode_all(
    pictures: BTreeMap<Size, Picture>,
    sizes: &[Size],
    recipes: &[Recipe],
    renditions: &mut [Vec<u8>],
) -> Result<(), PhotoFault> {
    // From the smallest, each dropped when it is done: the largest takes most memory while it is encoded.
    for (size, picture) in pictures {
        let wanted =
            sizes.iter().zip(recipes).zip(&mut *renditions).filter(|((wanted, _), _)| **wanted == size);
        for ((_, recipe), rendition) in wanted {
            *rendition = encode(&picture, recipe)?;
        }
    }
    Ok(())
}

/// Which pixels a recipe shows, and how many it makes of them.
fn size_of(recipe: &Recipe, facts: &PhotoFacts, small: &Picture) -> Size {
    let whole = Part::whole(facts.width_px, facts.height_px);
    let size = Part::size_of(&whole, recipe.crop);
    let part = match recipe.crop {
        Crop::Whole => whole,
        Crop::Aspect { focus: Some(focus), .. } => Part::around(&whole, size, focus),
        Crop::Aspect { focus: None, .. } => most_detailed(small, &whole, size),
    };
    Size { part, width: recipe.width_px.max(1), height: recipe.height_px.max(1) }
}
