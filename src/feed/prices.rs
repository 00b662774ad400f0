//! The price list as a message for a chat group: WhatsApp shows what stands between stars in bold.

use crate::model::{Product, Stock};
use crate::view::product::availability::stock_today;
use crate::view::product::price::price_today;
use crate::view::scene::Scene;
use crate::view::{dates, money};

/// Longest message of WhatsApp, in characters; a little is left for what people add.
const MESSAGE_CHARS: usize = 65_000;

/// Products by heading, each with its price; `None` without a product. A list too long for one message ends at
/// the last line that fits, with the shop's address below.
pub(super) fn list(scene: &Scene<'_>) -> Option<String> {
    let Scene { cooperative, texts, .. } = scene;
    if cooperative.products.is_empty() {
        return None;
    }
    let mut lines = vec![format!("*{}*", bare(&cooperative.name))];
    let priced_on = cooperative.products.iter().filter_map(|product| product.priced_on).max();
    lines.extend(priced_on.map(|day| texts.fill("price.as_of", &[("date", &dates::day(day, texts))])));
    let mut headings: Vec<Option<&str>> = Vec::new();
    for product in &cooperative.products {
        if !headings.contains(&product.category.as_deref()) {
            headings.push(product.category.as_deref());
        }
    }
    headings.sort_by_key(Option::is_none);
    for heading in headings {
        lines.push(String::new());
        lines.extend(heading.map(|heading| format!("*{}*", bare(heading))));
        let of = cooperative.products.iter().filter(|product| product.category.as_deref() == heading);
        lines.extend(of.flat_map(|product| product_lines(product, scene)));
    }
    let address = scene.home_url.as_ref().map(|url| format!("\n{url}")).unwrap_or_default();
    let mut left = MESSAGE_CHARS.saturating_sub(address.chars().count());
    let mut list = String::new();
    for line in lines {
        let length = line.chars().count() + 1;
        if length > left {
            break;
        }
        left -= length;
        list.push_str(&line);
        list.push('\n');
    }
    list.push_str(&address);
    Some(format!("{}\n", list.trim_end()))
}

fn product_lines(product: &Product, scene: &Scene<'_>) -> Vec<String> {
    let name = bare(product.name.get(scene.language));
    if product.variants.is_empty() {
        let price = price(product, None, scene);
        return vec![format!("• {name}: {price}{}", stock(stock_today(product), scene))];
    }
    let variants = product.variants.iter().map(|variant| {
        let state = variant.stock.unwrap_or(product.stock);
        let price = price(product, Some(variant), scene);
        format!("• {name}, {}: {price}{}", bare(variant.name.get(scene.language)), stock(state, scene))
    });
    variants.collect()
}

fn price(product: &Product, variant: Option<&crate::model::Variant>, scene: &Scene<'_>) -> String {
    let Scene { texts, settings, language, .. } = scene;
    let Some(price) = price_today(product, variant, settings.today) else {
        return texts.get("price.ask").to_owned();
    };
    let amount = money::rupiah(price, *language);
    match variant.and_then(|variant| variant.unit.as_ref()).or(product.unit.as_ref()) {
        Some(unit) => texts.fill("price.per_unit", &[("price", &amount), ("unit", unit)]),
        None => amount,
    }
}

fn stock(stock: Stock, scene: &Scene<'_>) -> String {
    let key = match stock {
        Stock::Available => return String::new(),
        Stock::Limited => "stock.limited",
        Stock::SoldOut => "stock.sold_out",
        Stock::PreOrder => "stock.pre_order",
    };
    format!(" ({})", scene.texts.get(key))
}

/// Without the stars and breaks that would change how the rest of the message looks.
fn bare(text: &str) -> String {
    text.chars()
        .map(|c| if c == '*' || c.is_control() { ' ' } else { c })
        .collect::<String>()
        .trim()
        .to_owned()
}
