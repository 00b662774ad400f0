//! What other programs read.

use super::*;

fn feed(plan: &Plan, path: &str) -> String {
    let Some(Output::Page(bytes)) = plan.get(path) else { panic!("{path} is not there") };
    String::from_utf8(bytes.clone()).expect("UTF-8")
}

#[test]
fn goods_have_absolute_addresses_and_every_field_that_shopping_programs_ask_for() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let slug = cooperative().slug;
    let xml = feed(&plan, &format!("{slug}/feed/google.xml"));
    let items: Vec<&str> = xml.split("<item>").skip(1).collect();
    assert!(!items.is_empty());
    for item in items {
        for field in
            ["g:id", "g:title", "g:description", "g:availability", "g:price", "g:condition", "g:brand"]
        {
            assert_eq!(item.matches(&format!("<{field}>")).count(), 1, "{field} in {item}");
        }
        for field in ["g:link", "g:image_link"] {
            assert!(item.contains(&format!("<{field}>https://etalase.example/jabar/{slug}/")), "{item}");
        }
    }
    let table = feed(&plan, &format!("{slug}/feed/meta.csv"));
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let rows: Result<Vec<_>, _> = rows.records().collect();
    let count = rows.expect("every row has every column").len();
    assert_eq!(count, xml.matches("<item>").count());
}

#[test]
fn a_shop_tells_what_it_offers_in_the_words_of_schema_org() {
    let mut shop = cooperative();
    let kinds = [
        ("Besar", 15_000, Stock::Available),
        ("Kecil", 9_000, Stock::Available),
        ("Jumbo", 30_000, Stock::SoldOut),
    ];
    let coded =
        |(name, price, stock)| Variant { code: Some(format!("R-{name}")), ..variant(name, price, stock) };
    let variants = kinds.map(coded).to_vec();
    shop.products = vec![
        Product {
            photos: vec![photo("foto/susu.jpg", "Susu")],
            minimum_order: 2,
            priced_on: Some(Date::constant(2026, 11, 20)),
            ..product("Murni", "Susu", 12_000, "botol")
        },
        Product { variants, ..product("Rasa", "Susu", 9_000, "botol") },
    ];
    let plan = plan_of(&shop, &settings(), SiteShape::One);
    let store: serde_json::Value = serde_json::from_str(&feed(&plan, "feed/katalog.json")).expect("JSON");
    assert_eq!((&store["@context"], &store["@type"]), (&"https://schema.org".into(), &"Store".into()));
    assert_eq!(store["hasOfferCatalog"]["numberOfItems"], 2);
    let offers = &store["hasOfferCatalog"]["itemListElement"];
    let (single, several) = (&offers[0], &offers[1]);
    assert_eq!((&single["@type"], &single["price"]), (&"Offer".into(), &12_000.into()));
    assert_eq!(single["url"], "https://etalase.example/jabar/produk/murni/");
    assert!(
        single["itemOffered"]["image"].as_str().is_some_and(|url| url.starts_with("https://")),
        "{single}"
    );
    assert_eq!(single["eligibleQuantity"]["minValue"], 2);
    let unit = &single["priceSpecification"];
    assert_eq!((&unit["unitText"], &unit["validFrom"]), (&"botol".into(), &"2026-11-20".into()));
    assert_eq!((&several["@type"], &several["lowPrice"]), (&"AggregateOffer".into(), &9_000.into()));
    let count = "what is sold out is no offer";
    assert_eq!((&several["highPrice"], &several["offerCount"]), (&15_000.into(), &2.into()), "{count}");
    assert_eq!(several["itemOffered"]["sku"], "rasa", "no variant is the product");
    let bare = Settings { base_url: None, ..settings() };
    assert!(plan_of(&shop, &bare, SiteShape::One).get("feed/katalog.json").is_none(), "addresses are whole");
}

#[test]
fn codes_of_goods_are_told_to_shopping_programs_and_search_engines() {
    let gtin = |digits: &str| Some(crate::model::Gtin::parse(digits).expect("a sound number"));
    let mut shop = cooperative();
    let of = |name: &str| Product {
        photos: vec![photo("foto/susu.jpg", "Susu")],
        code: Some(format!("K-{name}")),
        ..product(name, "Susu", 12_000, "botol")
    };
    let variants = vec![Variant { gtin: gtin("9520000000028"), ..variant("Besar", 9_000, Stock::Available) }];
    shop.products = vec![
        Product { gtin: gtin("9520000000011"), ..of("Murni") },
        Product { gtin: gtin("2000000000015"), code: None, ..of("Timbang") },
        Product { variants, ..of("Rasa") },
    ];
    let plan = plan_of(&shop, &settings(), SiteShape::One);
    let xml = feed(&plan, "feed/google.xml");
    let codes: Vec<Vec<&str>> = xml
        .split("<item>")
        .skip(1)
        .map(|item| {
            let lines = item.lines().map(str::trim);
            lines
                .filter(|line| ["<g:gtin", "<g:mpn", "<g:ident"].iter().any(|tag| line.starts_with(tag)))
                .collect()
        })
        .collect();
    let (none, own) = ("<g:identifier_exists>no</g:identifier_exists>", "<g:mpn>K-Murni</g:mpn>");
    assert_eq!(
        codes,
        [vec!["<g:gtin>9520000000011</g:gtin>", own], vec![none], vec!["<g:gtin>9520000000028</g:gtin>"]]
    );
    let table = feed(&plan, "feed/meta.csv");
    let ends: Vec<&str> = table.lines().filter_map(|line| line.rsplit(',').nth(1)).collect();
    assert_eq!(ends, ["gtin", "9520000000011", "", "9520000000028"]);
    let told = |path: &str, words: &str| page(&plan, path).contains(words);
    assert!(told("produk/murni/index.html", r#""sku":"K-Murni""#));
    assert!(told("produk/murni/index.html", r#""gtin":"9520000000011""#));
    assert!(told("produk/murni/index.html", "<dd>K-Murni</dd>"));
    assert!(told("produk/timbang/index.html", r#""sku":"timbang""#));
    assert!(!told("produk/timbang/index.html", "2000000000015"));
}

#[test]
fn a_calendar_has_whole_short_lines_and_one_id_for_each_event() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let calendar = feed(&plan, &format!("{}/feed/agenda.ics", cooperative().slug));
    assert!(calendar.ends_with("END:VCALENDAR\r\n") && !calendar.replace("\r\n", "").contains(['\r', '\n']));
    assert!(calendar.lines().all(|line| line.len() <= 75), "{calendar}");
    let mut ids: Vec<&str> = calendar.lines().filter(|line| line.starts_with("UID:")).collect();
    let events = calendar.matches("BEGIN:VEVENT").count();
    ids.sort_unstable();
    ids.dedup();
    assert!(events > 0 && ids.len() == events, "{calendar}");
}

#[test]
fn what_people_write_cannot_end_its_element_in_a_feed() {
    let mut cooperative = cooperative();
    cooperative.name = "<script>alert(1)</script> & ]]>".to_owned();
    let plan = plan_of(&cooperative, &settings(), SiteShape::Many);
    for file in ["google.xml", "berita.atom"] {
        let xml = feed(&plan, &format!("{}/feed/{file}", cooperative.slug));
        assert!(!xml.contains("<script>") && xml.contains("&lt;script&gt;"), "{xml}");
    }
}

#[test]
fn a_price_list_is_one_message_with_every_product() {
    let cooperative = cooperative();
    let plan = plan_of(&cooperative, &settings(), SiteShape::Many);
    let list = feed(&plan, &format!("{}/feed/harga.txt", cooperative.slug));
    assert!(list.starts_with(&format!("*{}*\n", cooperative.name)), "{list}");
    for product in &cooperative.products {
        assert!(list.contains(product.name.get(Language::Id)), "{list}");
    }
    assert!(list.ends_with(&format!("https://etalase.example/jabar/{}/\n", cooperative.slug)), "{list}");
}

#[test]
fn a_site_without_an_address_has_no_feed_that_needs_one() {
    let settings = Settings { base_url: None, ..settings() };
    let plan = plan_of(&cooperative(), &settings, SiteShape::One);
    assert!(plan.get("feed/google.xml").is_none() && plan.get("feed/berita.atom").is_none());
    assert!(plan.get("feed/harga.txt").is_some() && plan.get("feed/agenda.ics").is_some());
    assert!(page(&plan, "index.html").contains("href=\"./feed/harga.txt\""));
}

#[test]
fn what_shopping_programs_would_refuse_is_one_advice_that_says_why() {
    let advice_on = |change: &dyn Fn(&mut Vec<Product>)| {
        let mut cooperative = cooperative();
        change(&mut cooperative.products);
        let (settings, themes, mut findings) = (settings(), themes(), Findings::new());
        let shelf = shelf_of(&cooperative, &settings, &themes);
        let (cooperative, shelf, settings, themes) = (&cooperative, &shelf, &settings, &themes);
        let materials = Materials { cooperative, shelf, settings, themes, site: SiteShape::One };
        cooperative_pages(materials, &mut findings);
        findings.iter().filter(|it| it.code == "goods-left-out").cloned().collect::<Vec<_>>()
    };
    assert_eq!(advice_on(&|products| products.truncate(1)), []);
    let all = advice_on(&|products| {
        products.truncate(1);
        let whole = products[0].clone();
        for number in 1..=7 {
            let name = LocalText::new(format!("Tanpa foto {number}"));
            let slug = Slug::parse(&format!("tanpa-foto-{number}")).expect("a slug");
            products.push(Product { name, slug, photos: Vec::new(), ..whole.clone() });
        }
        let name = LocalText::new("Ukiran pesanan");
        let slug = Slug::parse("ukiran").expect("a slug");
        products.push(Product { name, slug, price: None, variants: Vec::new(), ..whole });
    });
    let [advice] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(advice.level, crate::finding::Level::Advice);
    assert!(advice.found.en.contains("without a price: `Ukiran pesanan`; without a photo: `Tanpa foto 1`"));
    assert!(advice.found.id.ends_with("`Tanpa foto 5` dan 2 lagi"), "{}", advice.found.id);
    // Without any good there is no feed, and nothing to say about it.
    assert_eq!(advice_on(&|products| products.iter_mut().for_each(|it| it.photos = Vec::new())), []);
}
