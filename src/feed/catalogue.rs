//! A shop and its goods as schema.org's `Store` with an `OfferCatalog`, in JSON-LD: what `etalase.json` tells of them,
//! for programs that know no form of ours. Products without a price or a photo are in it, too.
//! Source: schema.org 30.0, `hasOfferCatalog`, `OfferCatalog`, `UnitPriceSpecification`.

use serde_json::{Map, Value, json};

use crate::model::{Offers, Product};
use crate::routes;
use crate::view::json_ld;
use crate::view::photos::PhotoShape;
use crate::view::scene::Scene;

/// `None` for who sells nothing there. `root` is the absolute address of the shop.
pub(super) fn catalogue(scene: &Scene<'_>, root: &str) -> Option<String> {
    let products = &scene.cooperative.products;
    if products.is_empty() {
        return None;
    }
    let offers: Vec<Value> = products.iter().map(|product| offer(product, scene, root)).collect();
    let mut store = Map::from_iter([("@context".to_owned(), json!("https://schema.org"))]);
    if let Value::Object(members) = json_ld::store(scene, None) {
        store.extend(members);
    }
    let catalogue = json!({
        "@type": "OfferCatalog",
        "name": scene.cooperative.name,
        "numberOfItems": offers.len(),
        "itemListElement": offers,
    });
    store.insert("hasOfferCatalog".to_owned(), catalogue);
    Some(format!("{}\n", Value::Object(store)))
}

fn offer(product: &Product, scene: &Scene<'_>, root: &str) -> Value {
    let told = Offers::of(product, scene.settings.today);
    let leading = told.leading();
    let name = product.name.get(scene.language);
    let picture = product
        .photos
        .first()
        .and_then(|photo| scene.shelf.picture(photo, PhotoShape::Gallery, name, scene.language));
    let text = |text: Option<&str>| text.map(|text| json!(text));
    let item = json_ld::object([
        ("@type", Some(json!("Product"))),
        ("name", Some(json!(name))),
        ("image", picture.map(|picture| json!(format!("{root}{}", picture.src)))),
        ("category", text(product.category.as_ref().map(|category| category.get(scene.language)))),
        ("sku", text(Some(json_ld::sku(product, &told)))),
        ("gtin", text(json_ld::gtin(&told))),
    ]);
    let prices = told.bounds().filter(|(low, high)| low != high);
    let price = leading.price.map(|price| json!(price.amount()));
    let unit = leading.unit.map(|unit| json!(unit.get(scene.language)));
    let specification = price.as_ref().map(|price| {
        json_ld::object([
            ("@type", Some(json!("UnitPriceSpecification"))),
            ("priceCurrency", Some(json!("IDR"))),
            ("price", Some(price.clone())),
            ("unitText", unit),
            ("validFrom", product.priced_on.map(|day| json!(day.to_string()))),
        ])
    });
    let minimum =
        (leading.minimum > 1).then(|| json!({ "@type": "QuantitativeValue", "minValue": leading.minimum }));
    json_ld::object([
        ("@type", Some(json!(if prices.is_some() { "AggregateOffer" } else { "Offer" }))),
        ("url", Some(json!(format!("{root}{}", routes::product(&product.slug))))),
        ("itemOffered", Some(item)),
        ("availability", Some(json!(json_ld::availability(told.stock())))),
        ("priceCurrency", price.as_ref().map(|_| json!("IDR"))),
        ("price", price.filter(|_| prices.is_none())),
        ("lowPrice", prices.map(|(low, _)| json!(low.amount()))),
        ("highPrice", prices.map(|(_, high)| json!(high.amount()))),
        ("offerCount", prices.map(|_| json!(told.told_count()))),
        ("priceValidUntil", leading.promo.map(|promo| json!(promo.until.to_string()))),
        ("priceSpecification", specification),
        ("eligibleQuantity", minimum),
    ])
}
