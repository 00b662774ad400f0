//! The button that orders one product or variant, and the message that it sends.

use crate::model::{Offer, Product, Rupiah, Stock, Variant};
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::product::price::offer_price;
use crate::view::scene::Scene;
use crate::view::{handover, money};

/// The button that orders a product or one of its variants, in a word: for rows and lists.
pub fn order_in_short(
    product: &Product,
    variant: Option<&Variant>,
    url: Option<&str>,
    scene: &Scene<'_>,
) -> Option<ActionView> {
    order(product, variant, true, url, scene)
}

/// The button that orders a product or one of its variants, with a message ready to send; `is_short` says it in a
/// word, for rows and lists. `url` is the absolute address of the product's page. `None` without a way to send it.
pub fn order(
    product: &Product,
    variant: Option<&Variant>,
    is_short: bool,
    url: Option<&str>,
    scene: &Scene<'_>,
) -> Option<ActionView> {
    let Scene { cooperative, texts, settings, language, .. } = scene;
    let offer = Offer::of(product, variant, settings.today);
    let stock = offer.stock;
    let item = OrderItem {
        product,
        variant: variant.map(|variant| variant.name.get(*language)),
        unit: offer.unit.map(|unit| unit.get(*language)),
        quantity: offer.minimum,
        price: offer.price,
        until: offer_price(&offer, scene).until,
        stock,
        url,
    };
    let message = order_message(scene, &item);
    contact_action(cooperative, &message, order_label(stock, is_short, texts), texts)
}

/// What is ordered, as one line of a message names it.
struct OrderItem<'a> {
    /// What is sold.
    product: &'a Product,
    /// Name of the variant.
    variant: Option<&'a str>,
    /// What one is.
    unit: Option<&'a str>,
    /// How many: the fewest that are sold.
    quantity: u32,
    /// Price of one; `None` asks for it.
    price: Option<Rupiah>,
    /// Until when that is its price, in words.
    until: Option<String>,
    /// Whether it can be had.
    stock: Stock,
    /// Address of the product's page, if the site has an address.
    url: Option<&'a str>,
}

/// The message that orders one product, ready to send: greeting, product, quantity, price, page.
fn order_message(scene: &Scene<'_>, item: &OrderItem<'_>) -> String {
    let Scene { cooperative, texts, language, .. } = *scene;
    let name = item.product.name.get(language);
    let what = match item.variant {
        Some(variant) => texts.fill("order.item_variant", &[("product", name), ("variant", variant)]),
        None => texts.fill("order.item", &[("product", name)]),
    };
    let greeting = if item.stock == Stock::SoldOut { "order.greeting_sold_out" } else { "order.greeting" };
    let mut lines = vec![texts.fill(greeting, &[("name", cooperative.label())]), what];
    if item.stock != Stock::SoldOut {
        let quantity = item.quantity.to_string();
        lines.push(match item.unit {
            Some(unit) => texts.fill("order.quantity_unit", &[("n", &quantity), ("unit", unit)]),
            None => texts.fill("order.quantity", &[("n", &quantity)]),
        });
        let price = match (item.price, item.unit) {
            (Some(price), Some(unit)) => {
                texts.fill("order.price_unit", &[("price", &money::rupiah(price, language)), ("unit", unit)])
            }
            (Some(price), None) => texts.fill("order.price", &[("price", &money::rupiah(price, language))]),
            (None, _) => texts.get("order.price_asked").to_owned(),
        };
        lines.push(item.until.iter().fold(price, |price, until| format!("{price} {until}")));
        lines.extend(handover::line(scene));
    }
    lines.extend(item.url.map(str::to_owned));
    lines.join("\n")
}

/// Words of the button that orders, short where it stands beside a price.
fn order_label(stock: Stock, is_short: bool, texts: &Texts) -> &str {
    texts.get(match (stock, is_short) {
        (Stock::Available | Stock::Limited, false) => "action.order",
        (Stock::PreOrder, false) => "action.preorder",
        (Stock::SoldOut, false) => "action.ask_when",
        (Stock::Available | Stock::Limited, true) => "action.order_short",
        (Stock::PreOrder, true) => "action.preorder_short",
        (Stock::SoldOut, true) => "action.ask_short",
    })
}
