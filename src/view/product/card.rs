//! A product in a grid.

use serde::Serialize;

use crate::model::{Offer, Offers, Product, Stock};
use crate::routes;
use crate::view::action::ActionView;
use crate::view::days::{UntilView, old_price};
use crate::view::initials::first_letter;
use crate::view::order::order_in_short;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::product::add::{AddView, add_button};
use crate::view::product::availability::{StockView, season_view, stock_view};
use crate::view::product::price::{PriceView, price_view};
use crate::view::scene::Scene;

/// A product in a grid.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct CardView {
    /// The product's slug.
    pub id: String,
    /// From the language's root.
    pub href: String,
    /// In the language of the page, if it is translated.
    pub name: String,
    /// The product's first photo, if it can be used.
    pub picture: Option<PictureView>,
    /// First letter, drawn where there is no photo.
    pub letter: String,
    /// What it costs at least, or that one has to ask.
    pub price: PriceView,
    /// Stock, where it is not simply there.
    pub stock: Option<StockView>,
    /// When it is harvested or made, if not all the year.
    pub season: Option<SeasonMark>,
    /// That its price is an old one, or will be.
    pub old: Option<UntilView>,
    /// What else: variants, wholesale, smallest order.
    pub notes: Vec<String>,
    /// Button that adds it to the basket.
    pub add: Option<AddView>,
    /// What there is to do instead: what has variants is chosen on its page, what is sold out is asked for.
    pub action: Option<ActionView>,
}

/// The season of a product in a few words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SeasonMark {
    /// `Musim Oktober–April`.
    pub text: String,
    /// A digit for each month, as [`SeasonView::year`] has it.
    ///
    /// [`SeasonView::year`]: crate::view::product::availability::SeasonView::year
    pub year: String,
}

/// Most products of a shop whose cards have a button: each takes 16 bytes of the compressed page,
/// which is to come in one round trip of 14 KB.
const MOST_ADDED_FROM_CARDS: usize = 100;

/// A product as a card shows it.
pub fn product_card(product: &Product, scene: &Scene<'_>) -> CardView {
    let Scene { texts, settings, shelf, language, .. } = scene;
    let name = product.name.get(*language);
    let offers = Offers::of(product, settings.today);
    let stock = offers.stock();
    let mut notes = Vec::new();
    if product.variants.len() > 1 {
        notes.push(texts.count("card.variants", product.variants.len() as u64));
    }
    let minimum = offers.leading().minimum;
    if minimum > 1 {
        notes.push(texts.fill("card.minimum", &[("n", &minimum.to_string())]));
    }
    if let Some(tier) = offers.iter().find_map(|offer| Offer::tiers_today(offer).next()) {
        notes.push(texts.fill("card.wholesale", &[("n", &tier.from_quantity.to_string())]));
    }
    let has_buttons = scene.cooperative.products.len() <= MOST_ADDED_FROM_CARDS;
    let add =
        (product.variants.is_empty() && has_buttons).then(|| add_button(product, None, scene)).flatten();
    CardView {
        id: product.slug.to_string(),
        href: routes::product(&product.slug),
        name: name.to_owned(),
        picture: product
            .photos
            .first()
            .and_then(|photo| shelf.picture(photo, PhotoShape::Card, name, *language))
            .map(PictureView::for_grid),
        letter: first_letter(name),
        price: price_view(product, None, scene),
        stock: (stock != Stock::Available).then(|| stock_view(stock, scene)),
        season: product.season.filter(|season| !season.is_all_year()).map(|season| {
            let view = season_view(season, scene);
            SeasonMark { text: texts.fill("season.next", &[("months", &view.words)]), year: view.year }
        }),
        old: product.priced_on.map(|day| old_price(day, settings, texts)),
        notes,
        action: (has_buttons && add.is_none()).then(|| card_action(product, stock, scene)),
        add,
    }
}

/// The one thing to do with what no button adds to the basket: ask when it is there again, or go to its page.
fn card_action(product: &Product, stock: Stock, scene: &Scene<'_>) -> ActionView {
    let texts = scene.texts;
    if stock == Stock::SoldOut && scene.pages.basket {
        let url = scene.home_url.as_ref().map(|home| format!("{home}{}", routes::product(&product.slug)));
        if let Some(ask) = order_in_short(product, None, url.as_deref(), scene) {
            return ActionView { label: texts.get("card.remind").to_owned(), ..ask };
        }
    }
    let label = if product.variants.is_empty() { "card.see" } else { "card.choose" };
    let href = routes::product(&product.slug);
    ActionView { href, label: texts.get(label).to_owned(), kind: "page" }
}

/// A card for each product, in the order of the catalogue.
pub fn product_cards(scene: &Scene<'_>) -> Vec<CardView> {
    scene.cooperative.products.iter().map(|product| product_card(product, scene)).collect()
}
