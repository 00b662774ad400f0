//! Products for Google Merchant Center: RSS 2.0 with its namespace. Source: its product data specification.
//! Prices for members are not in it: a feed shows what everybody pays.

use crate::feed::goods::Good;
use crate::feed::xml::Xml;
use crate::model::Stock;
use crate::view::scene::Scene;

pub(super) fn feed(scene: &Scene<'_>, root: &str, goods: &[Good]) -> String {
    let mut xml = Xml::new();
    xml.open("rss", &[("version", "2.0"), ("xmlns:g", "http://base.google.com/ns/1.0")]);
    xml.open("channel", &[]);
    xml.text("title", &scene.cooperative.name);
    xml.text("link", root);
    xml.text(
        "description",
        scene.texts.fill("site.description", &[("name", &scene.cooperative.name)]).as_str(),
    );
    for good in goods {
        xml.open("item", &[]);
        xml.text("g:id", &good.id);
        if let Some(group) = &good.group {
            xml.text("g:item_group_id", group);
        }
        xml.text("g:title", &good.title);
        xml.text("g:description", &good.description);
        xml.text("g:link", &good.link);
        xml.text("g:image_link", &good.image);
        xml.text("g:availability", availability(good.stock));
        xml.text("g:price", &format!("{} IDR", good.price.amount()));
        if let Some(sale) = &good.sale {
            xml.text("g:sale_price", &format!("{} IDR", sale.price.amount()));
            xml.text("g:sale_price_effective_date", &sale.span(""));
        }
        xml.text("g:condition", "new");
        xml.text("g:brand", &good.brand);
        let codes = [("g:gtin", &good.gtin), ("g:mpn", &good.own_code)];
        for (name, code) in codes {
            if let Some(code) = code {
                xml.text(name, code);
            }
        }
        if codes.iter().all(|(_, code)| code.is_none()) {
            xml.text("g:identifier_exists", "no");
        }
        xml.close("item");
    }
    xml.close("channel");
    xml.close("rss");
    xml.finish()
}

/// What is made only when it is ordered is a backorder: a preorder would need a day on which it is there.
fn availability(stock: Stock) -> &'static str {
    match stock {
        Stock::Available | Stock::Limited => "in_stock",
        Stock::SoldOut => "out_of_stock",
        Stock::PreOrder => "backorder",
    }
}
