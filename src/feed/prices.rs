//! The price list as a message for a chat group: WhatsApp shows what stands between stars in bold.

use crate::model::{Offers, Product, Stock};
use crate::view::days::price_day;
use crate::view::product::price::offer_price;
use crate::view::scene::Scene;

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
    lines.extend(priced_on.map(|day| price_day(day, scene.settings, texts).text));
    let heading_of = |product: &'_ Product| -> Option<String> {
        product.category.as_ref().map(|category| category.get(scene.language).to_owned())
    };
    let mut headings: Vec<Option<String>> = Vec::new();
    for heading in cooperative.products.iter().map(heading_of) {
        if !headings.contains(&heading) {
            headings.push(heading);
        }
    }
    headings.sort_by_key(Option::is_none);
    for heading in headings {
        lines.push(String::new());
        lines.extend(heading.as_ref().map(|heading| format!("*{}*", bare(heading))));
        let of = cooperative.products.iter().filter(|product| heading_of(product) == heading);
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
    let offers = Offers::of(product, scene.settings.today);
    let lines = offers.iter().map(|offer| {
        let (price, state) = (offer_price(offer, scene).in_words(scene), stock(offer.stock, scene));
        match offer.variant {
            Some(variant) => format!("• {name}, {}: {price}{state}", bare(variant.name.get(scene.language))),
            None => format!("• {name}: {price}{state}"),
        }
    });
    lines.collect()
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
