//! Outlines: summaries of which a portal holds a hundred thousand at once, without the goods and photos that are read
//! again when their turn comes.

use std::collections::BTreeMap;

use thin_vec::ThinVec;

use super::completeness::Completeness;
use super::record::{LeftOut, Summary, SummaryProducts};

impl Summary {
    /// The same without what stands in its own line of a list only: photos, and all of its goods but their
    /// number. A hundred thousand of these fit into memory. `number`: where the whole is to be found.
    #[must_use]
    pub fn outline(self, number: u32) -> Self {
        let photos = self.products.shown.iter().map(|product| product.photo.is_some());
        let pictured = photos.take(64).enumerate().map(|(at, is_there)| u64::from(is_there) << at).sum();
        let products = SummaryProducts {
            categories: ThinVec::new(),
            shown: ThinVec::new(),
            more: ThinVec::new(),
            prices: BTreeMap::new(),
            ..self.products
        };
        let mut outline = Self {
            left_out: Some(LeftOut { number, pictured }),
            generator: String::new(),
            cover: None,
            share: None,
            completeness: Completeness { missing: Vec::new(), ..self.completeness },
            products,
            ..self
        };
        outline.languages.shrink_to_fit();
        outline.sectors.shrink_to_fit();
        outline
    }

    /// True if the product shown at this place has a photo.
    pub fn has_photo_at(&self, index: usize) -> bool {
        match self.left_out {
            Some(left_out) => index < 64 && left_out.pictured >> index & 1 == 1,
            None => self.products.shown.get(index).is_some_and(|product| product.photo.is_some()),
        }
    }
}
