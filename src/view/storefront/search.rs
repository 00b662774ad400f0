//! The field by which a visitor filters the goods of a large shop. The goods are on the page already; the portal's
//! words and synonyms find them.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::routes;
use crate::search::{forms, synonyms, words};
use crate::view::scene::Scene;

/// Up to so many products are seen at a glance.
const MOST_WITHOUT: usize = 24;

/// What the field needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ShopSearchView {
    /// The script that folds words, from the site's root.
    pub script: String,
    /// Folded words that are no goods of the shop, each with the one that means the same: `milk:susu lait:susu`.
    pub also: String,
}

/// The field of a shop with many products, if the theme has the script for it, by its file's name.
pub(super) fn shop_search(scene: &Scene<'_>, script: Option<&str>) -> Option<ShopSearchView> {
    let products = &scene.cooperative.products;
    let script = script.filter(|_| needs_search(products.len()))?;
    let mut also = BTreeSet::new();
    for product in products {
        let category = product.category.as_ref().map_or("", |category| category.get(scene.language));
        for word in words(product.name.get(scene.language)).into_iter().chain(words(category)) {
            let Some(forms) = forms(&word) else { continue };
            for term in [forms.term].into_iter().chain(forms.stem) {
                also.extend(synonyms(&term).iter().map(|other| format!("{other}:{term}")));
            }
        }
    }
    let also: Vec<String> = also.into_iter().collect();
    Some(ShopSearchView { script: routes::asset(script), also: also.join(" ") })
}

/// True for a shop with more products than are seen at a glance.
pub fn needs_search(products: usize) -> bool {
    products > MOST_WITHOUT
}
