//! The headings under which a shop sorts its goods, and the pages of those with many.

use serde::Serialize;

use crate::model::{Cooperative, LocalText, Slug};
use crate::routes;
use crate::view::links::LinkView;
use crate::view::product::card::CardView;
use crate::view::scene::{Scene, crumb_home};
use crate::view::storefront::search::needs_search;

/// Fewest goods of a heading that has a page of its own: fewer are seen at once below their heading in the shop.
const FEWEST_ON_A_PAGE: usize = 4;

/// A heading with its goods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Shelf<'a> {
    /// Name in addresses: `sayur-buah`.
    pub slug: String,
    /// As the profile has it; `None` for goods without a heading.
    pub heading: Option<&'a LocalText>,
    /// Places of its goods in the catalogue; those that lead it come first.
    pub places: Vec<usize>,
    /// True if it has a page.
    pub has_page: bool,
}

impl Shelf<'_> {
    /// Its heading in the language of a scene.
    pub(crate) fn name(&self, scene: &Scene<'_>) -> String {
        let name =
            self.heading.map_or_else(|| scene.texts.get("catalogue.other"), |name| name.get(scene.language));
        name.to_owned()
    }

    /// Where it is, from the language's root: its page, or its place in the shop.
    pub(crate) fn href(&self) -> String {
        if self.has_page { routes::shelf(&self.slug) } else { format!("#k-{}", self.slug) }
    }
}

/// The headings in the order in which the profile first names each; goods without one come last.
pub(crate) fn shelves(cooperative: &Cooperative) -> Vec<Shelf<'_>> {
    let products = &cooperative.products;
    let mut shelves: Vec<Shelf<'_>> = Vec::new();
    for (place, product) in products.iter().enumerate() {
        let heading = product.category.as_ref();
        let named = heading.map(LocalText::original);
        match shelves.iter_mut().find(|shelf| shelf.heading.map(LocalText::original) == named) {
            Some(shelf) => shelf.places.push(place),
            None => {
                shelves.push(Shelf { slug: slug_of(named), heading, places: vec![place], has_page: false });
            }
        }
    }
    shelves.sort_by_key(|shelf| shelf.heading.is_none());
    let has_pages = needs_search(products.len()) && shelves.len() > 1;
    let mut taken: Vec<String> = Vec::new();
    for shelf in &mut shelves {
        shelf.places.sort_by_key(|place| !products[*place].featured);
        shelf.has_page = has_pages && shelf.places.len() >= FEWEST_ON_A_PAGE && !taken.contains(&shelf.slug);
        taken.push(shelf.slug.clone());
    }
    shelves
}

/// Where a heading leads to, from the language's root: its page, or its place in the shop.
pub(crate) fn shelf_href(heading: &LocalText, cooperative: &Cooperative) -> String {
    let products = &cooperative.products;
    let named = Some(heading.original());
    let own = if needs_search(products.len()) { shelves(cooperative) } else { Vec::new() };
    let own = own.iter().find(|shelf| shelf.heading.map(LocalText::original) == named);
    own.map_or_else(|| format!("#k-{}", slug_of(named)), Shelf::href)
}

fn slug_of(heading: Option<&str>) -> String {
    heading.and_then(Slug::from_name).map_or_else(|| "lain".to_owned(), |slug| slug.to_string())
}

/// A page of goods: those of a heading, or all by price.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ShelfPage {
    /// Its folder below the language's root.
    #[serde(skip)]
    pub path: String,
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// The heading.
    pub title: String,
    /// How many, in words.
    pub count: String,
    /// The other pages and headings.
    pub others: Vec<LinkView>,
    /// True if no product of the shop has a photo.
    pub is_plain: bool,
    /// Its goods, by their place in the catalogue.
    #[serde(skip)]
    pub places: Vec<usize>,
    /// For search engines and previews.
    #[serde(skip)]
    pub description: String,
}

/// A page for each heading with many goods, and one of all goods from the lowest price: what sorts and filters without
/// a script. None for a shop whose goods are seen at a glance. `cards` are those of all products.
pub fn shelf_pages(scene: &Scene<'_>, cards: &[CardView]) -> Vec<ShelfPage> {
    let shelves = shelves(scene.cooperative);
    if !shelves.iter().any(|shelf| shelf.has_page) {
        return Vec::new();
    }
    let mut ways: Vec<LinkView> =
        shelves.iter().map(|shelf| LinkView { href: shelf.href(), label: shelf.name(scene) }).collect();
    let by_price = scene.texts.get("catalogue.by_price");
    ways.insert(0, LinkView { href: routes::GOODS.to_owned(), label: by_price.to_owned() });
    let mut all: Vec<usize> = (0..cards.len()).collect();
    all.sort_by_key(|place| cards[*place].price.sort);
    let mut pages = vec![page(by_price.to_owned(), routes::GOODS.to_owned(), all, &ways, scene)];
    let own = shelves.into_iter().filter(|shelf| shelf.has_page);
    pages.extend(own.map(|shelf| page(shelf.name(scene), shelf.href(), shelf.places, &ways, scene)));
    pages
}

fn page(title: String, path: String, places: Vec<usize>, ways: &[LinkView], scene: &Scene<'_>) -> ShelfPage {
    let Scene { cooperative, texts, .. } = scene;
    ShelfPage {
        crumbs: vec![crumb_home(scene)],
        count: texts.count("catalogue.count", places.len() as u64),
        others: ways.iter().filter(|way| way.href != path).cloned().collect(),
        is_plain: cooperative.has_no_photo_of_goods(),
        description: texts.fill("catalogue.description", &[("heading", &title), ("name", &cooperative.name)]),
        path,
        title,
        places,
    }
}
