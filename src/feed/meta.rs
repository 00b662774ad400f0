//! Products for Meta's catalogue, which also fills one in WhatsApp. Source: Meta's catalogue reference.

use super::goods::Good;
use crate::model::Stock;

const COLUMNS: [&str; 13] = [
    "id",
    "item_group_id",
    "title",
    "description",
    "availability",
    "condition",
    "price",
    "sale_price",
    "link",
    "image_link",
    "brand",
    "gtin",
    "mpn",
];

pub(super) fn table(goods: &[Good]) -> String {
    let mut table = csv::Writer::from_writer(Vec::new());
    table.write_record(COLUMNS).expect("writing to memory does not fail");
    for good in goods {
        let price = format!("{} IDR", good.price.amount());
        let sale = good.sale.map(|sale| format!("{} IDR", sale.amount())).unwrap_or_default();
        let row = [
            good.id.as_str(),
            good.group.as_deref().unwrap_or_default(),
            &good.title,
            &good.description,
            availability(good.stock),
            "new",
            &price,
            &sale,
            &good.link,
            &good.image,
            &good.brand,
            good.gtin.as_deref().unwrap_or_default(),
            good.own_code.as_deref().unwrap_or_default(),
        ];
        table.write_record(row).expect("writing to memory does not fail");
    }
    let bytes = table.into_inner().expect("writing to memory does not fail");
    String::from_utf8(bytes).expect("made of text")
}

fn availability(stock: Stock) -> &'static str {
    match stock {
        Stock::Available | Stock::Limited => "in stock",
        Stock::SoldOut => "out of stock",
        Stock::PreOrder => "available for order",
    }
}
