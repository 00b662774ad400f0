//! Products for Meta's catalogue, which also fills one in WhatsApp. Source: Meta's catalogue reference.

use super::goods::Good;
use super::table::{Separator, separated};
use crate::model::Stock;

const COLUMNS: [&str; 14] = [
    "id",
    "item_group_id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "sale_price",
    "sale_price_effective_date",
    "link",
    "image_link",
    "brand",
    "gtin",
    "mpn",
];

pub(super) fn table(goods: &[Good]) -> String {
    let rows = goods.iter().map(row).map(Vec::from);
    let heads = COLUMNS.map(str::to_owned).to_vec();
    separated(Separator::Comma, std::iter::once(heads).chain(rows))
}

fn row(good: &Good) -> [String; COLUMNS.len()] {
    [
        good.id.clone(),
        good.group.clone().unwrap_or_default(),
        good.title.clone(),
        good.description.clone(),
        availability(good.stock).to_owned(),
        "new".to_owned(),
        format!("{} IDR", good.price.amount()),
        good.sale.as_ref().map(|sale| format!("{} IDR", sale.price.amount())).unwrap_or_default(),
        good.sale.as_ref().map(|sale| sale.span(":")).unwrap_or_default(),
        good.link.clone(),
        good.image.clone(),
        good.brand.clone(),
        good.gtin.clone().unwrap_or_default(),
        good.own_code.clone().unwrap_or_default(),
    ]
}

fn availability(stock: Stock) -> &'static str {
    match stock {
        Stock::Available | Stock::Limited => "in stock",
        Stock::SoldOut => "out of stock",
        Stock::PreOrder => "available for order",
    }
}
