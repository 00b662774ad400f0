//! One price, wherever it is told: for any goods, every finished output says what `model::Offer` says.

use std::sync::LazyLock;

use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

use super::*;
use crate::theme::Texts;
use crate::view::{links, money};

static THEMES: LazyLock<Themes> = LazyLock::new(themes);

/// Amounts of one product lie so far apart that none is part of another as text.
const AMOUNTS: [u64; 6] = [1_500, 8_250, 12_345, 67_890, 145_000, 22_500_000];
const UNITS: [&str; 3] = ["kg", "ons", "karung 25 kg"];

prop_compose! {
    fn any_variant()(
        price in prop::option::of(prop::sample::select(&AMOUNTS[..])),
        member in prop::option::of(prop::sample::select(&AMOUNTS[..])),
        unit in prop::option::of(prop::sample::select(&UNITS[..])),
        minimum_order in prop::option::of(1_u32..9),
        stock in prop::option::of(any_stock()),
    ) -> Variant {
        Variant {
            price: price.map(rupiah),
            member_price: member.map(rupiah),
            unit: unit.map(LocalText::new),
            minimum_order,
            stock,
            ..variant("A", 1, Stock::Available)
        }
    }
}

fn any_stock() -> impl Strategy<Value = Stock> {
    prop::sample::select(&[Stock::Available, Stock::Limited, Stock::SoldOut, Stock::PreOrder][..])
}

prop_compose! {
    fn any_product()(
        price in prop::option::of(prop::sample::select(&AMOUNTS[..])),
        unit in prop::option::of(prop::sample::select(&UNITS[..])),
        member in prop::option::of(prop::sample::select(&AMOUNTS[..])),
        promo in prop::option::of(prop::sample::select(&AMOUNTS[..])),
        tier in prop::option::of((2_u32..30, prop::sample::select(&AMOUNTS[..]))),
        minimum_order in 1_u32..7,
        stock in any_stock(),
        grams in prop::option::of(100_u32..5_000),
        variants in prop::collection::vec(any_variant(), 0..4),
    ) -> Product {
        let named = |(number, variant): (usize, Variant)| Variant { name: text(&format!("Jenis {number}")), ..variant };
        Product {
            price: price.map(rupiah),
            unit: unit.map(LocalText::new),
            member_price: member.map(rupiah),
            promo: promo.map(|price| Promo { price: rupiah(price), from: None, until: day(2026, 12, 31) }),
            tiers: tier.map(|(from_quantity, price)| Tier { from_quantity, price: rupiah(price) }).into_iter().collect(),
            minimum_order,
            stock,
            weight: grams.map(Weight::Grams),
            photos: vec![photo("foto/susu.jpg", "Barang")],
            variants: variants.into_iter().enumerate().map(named).collect(),
            ..product("Barang", "Semua", 1, "kg")
        }
    }
}

/// A shop that sells these, and nothing else.
fn shop_of(goods: Vec<Product>) -> Cooperative {
    let named = |(number, product): (usize, Product)| {
        let name = format!("Barang {number}");
        Product { slug: slug(&name), name: text(&name), ..product }
    };
    Cooperative { products: goods.into_iter().enumerate().map(named).collect(), ..cooperative() }
}

/// A price as an output tells it: amount, what stands behind it, and whether it is the lowest of several.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Told {
    amount: Option<String>,
    unit: Option<String>,
    is_from: bool,
}

impl Told {
    /// What an offer is told as on a page.
    fn of(offer: &Offer<'_>, is_from: bool, texts: &Texts) -> Self {
        Self {
            amount: offer.price.map(|price| money::rupiah(price, Language::Id)),
            unit: offer.unit.map(|unit| texts.fill("price.each", &[("unit", unit.original())])),
            is_from,
        }
    }

    /// The prices of a page, in their order.
    fn all_in(html: &str) -> Vec<Self> {
        let part = |price: &str, class: &str| {
            let (_, rest) = price.split_once(&format!("class=\"{class}"))?;
            Some(rest.split_once('>')?.1.split('<').next().unwrap_or_default().trim().to_owned())
        };
        html.split("<p class=\"price")
            .skip(1)
            .filter(|rest| rest.starts_with(['"', ' ']))
            .map(|rest| {
                let price = rest.split("</p>").next().unwrap_or_default();
                let asks = price.contains("price__amount--ask");
                Self {
                    amount: part(price, "price__amount").filter(|_| !asks),
                    unit: part(price, "price__unit"),
                    is_from: price.contains("price__from"),
                }
            })
            .collect()
    }
}

/// A page that is there only if something has a price.
fn page_or_none(plan: &Plan, path: &str) -> String {
    if plan.get(path).is_some() { page(plan, path) } else { String::new() }
}

/// What stands between two marks, each time.
fn between<'a>(text: &'a str, start: &str, end: &str) -> Vec<&'a str> {
    text.split(start).skip(1).map(|rest| rest.split(end).next().unwrap_or_default()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 24,
        failure_persistence: Some(Box::new(FileFailurePersistence::Off)),
        ..ProptestConfig::default()
    })]
    #[test]
    fn every_output_tells_the_price_of_the_one_offer(goods in prop::collection::vec(any_product(), 2..5)) {
        let shop = shop_of(goods);
        let settings = Settings { languages: vec![Language::Id], ..settings() };
        let shelf = shelf_of(&shop, &settings, &THEMES);
        let plan = plan_with(&shop, &shelf, &settings, &THEMES, SiteShape::Many);
        for product in &shop.products {
            check_pages(product, &plan, &settings)?;
            check_data(product, &plan, &settings)?;
        }
        check_lists(&shop, &plan, &settings)?;
    }
}

/// Card, product page and preview picture.
fn check_pages(product: &Product, plan: &Plan, settings: &Settings) -> Result<(), TestCaseError> {
    let texts = THEMES.storefront.texts(Language::Id);
    let offers = Offers::of(product, settings.today);
    let leading = Told::of(offers.leading(), offers.is_from(), texts);
    let front = page(plan, "susu-sagara/index.html");
    let card = between(&front, &format!("<li class=\"product-card\" data-id=\"{}\"", product.slug), "</li>");
    prop_assert_eq!(card.len(), 1);
    prop_assert_eq!(&Told::all_in(card[0]), std::slice::from_ref(&leading));
    let html = page(plan, &format!("susu-sagara/produk/{}/index.html", product.slug));
    // Each choice shows its own; the one whose price stands for the product is chosen first.
    let expected: Vec<Told> = match product.variants.as_slice() {
        [] => vec![leading.clone()],
        _ => offers.iter().map(|offer| Told::of(offer, false, texts)).collect(),
    };
    let told = Told::all_in(&html);
    prop_assert_eq!(&told[..expected.len()], &expected[..]);
    let words = in_words(offers.leading(), offers.is_from(), texts);
    let description = between(&html, "<meta name=\"description\" content=\"", "\"");
    prop_assert!(description[0].starts_with(&format!("{words}.")), "{} is not {words}", description[0]);
    let drawn = plan.iter().find_map(|(_, output)| match output {
        Output::Card(card) if card.title == product.name.original() => Some(card.price.clone()),
        _ => None,
    });
    let shown = leading.amount.as_ref().map_or_else(
        || texts.get("price.ask").to_owned(),
        |amount| {
            if offers.is_from() { format!("{} {amount}", texts.get("price.from")) } else { amount.clone() }
        },
    );
    prop_assert_eq!(drawn, Some(shown));
    Ok(())
}

/// What programs read: structured data and the two feeds.
fn check_data(product: &Product, plan: &Plan, settings: &Settings) -> Result<(), TestCaseError> {
    let offers = Offers::of(product, settings.today);
    let html = page(plan, &format!("susu-sagara/produk/{}/index.html", product.slug));
    let data: serde_json::Value =
        serde_json::from_str(between(&html, "<script type=\"application/ld+json\">", "</script>")[0])
            .expect("JSON");
    let objects = data["@graph"].as_array().expect("objects");
    let told = objects.iter().find(|object| object["@type"] == "Product").map(|object| {
        let offers = &object["offers"];
        let low = offers["price"].as_u64().or(offers["lowPrice"].as_u64());
        (low, offers["price"].as_u64().or(offers["highPrice"].as_u64()))
    });
    let bounds = offers.bounds().map(|(low, high)| (Some(low.amount()), Some(high.amount())));
    prop_assert_eq!(told, bounds);
    let priced: Vec<_> = offers.iter().filter_map(|offer| Some((offer.ordinary?, offer.promo))).collect();
    let xml = page_or_none(plan, "susu-sagara/feed/google.xml");
    let mine = |item: &&str| item.contains(&format!("/produk/{}/</g:link>", product.slug));
    let items: Vec<&str> = between(&xml, "<item>", "</item>").into_iter().filter(mine).collect();
    prop_assert_eq!(items.len(), priced.len());
    for (item, (ordinary, promo)) in items.iter().zip(&priced) {
        prop_assert!(item.contains(&format!("<g:price>{} IDR</g:price>", ordinary.amount())), "{item}");
        let sale = promo.map(|promo| format!("<g:sale_price>{} IDR</g:sale_price>", promo.price.amount()));
        prop_assert_eq!(item.contains("<g:sale_price>"), sale.is_some());
        let ends = item.contains("/2026-12-31T23:59+0700</g:sale_price_effective_date>");
        prop_assert_eq!(ends, sale.is_some());
        prop_assert!(sale.is_none_or(|sale| item.contains(&sale)), "{item}");
    }
    Ok(())
}

/// Everything that lists all goods: basket, price list, labels, chat text, table for Meta.
fn check_lists(shop: &Cooperative, plan: &Plan, settings: &Settings) -> Result<(), TestCaseError> {
    let texts = THEMES.storefront.texts(Language::Id);
    let all: Vec<Offers<'_>> =
        shop.products.iter().map(|product| Offers::of(product, settings.today)).collect();
    let offers: Vec<&Offer<'_>> = all.iter().flat_map(Offers::iter).collect();
    let basket = page(plan, "susu-sagara/keranjang/index.html");
    let lines = between(&basket, "<li class=\"line\"", "</li>");
    prop_assert_eq!(lines.len(), offers.len());
    for (line, offer) in lines.iter().zip(&offers) {
        prop_assert_eq!(&Told::all_in(line), &[Told::of(offer, false, texts)]);
        let value =
            |name: &str| between(line, &format!(" data-{name}=\""), "\"").first().map(|it| (*it).to_owned());
        prop_assert_eq!(value("amount"), offer.price.map(|price| price.amount().to_string()));
        prop_assert_eq!(value("unit"), offer.unit.map(|unit| unit.original().to_owned()));
        prop_assert_eq!(value("minimum"), Some(offer.minimum.to_string()));
        prop_assert_eq!(
            value("ordinary"),
            offer.promo.and(offer.ordinary).map(|price| price.amount().to_string())
        );
        let tiers =
            offer.tiers().iter().map(|tier| format!("{}:{}", tier.from_quantity, tier.price.amount()));
        prop_assert_eq!(value("tiers"), Some(tiers.collect::<Vec<_>>().join(" ")));
        check_message(line, offer, texts)?;
    }
    let list = page(plan, "susu-sagara/feed/harga.txt");
    let told: Vec<&str> = list.lines().filter(|line| line.starts_with("• ")).collect();
    prop_assert_eq!(told.len(), offers.len());
    for (line, offer) in told.iter().zip(&offers) {
        prop_assert!(line.contains(&format!(": {}", in_words(offer, false, texts))), "{line}");
    }
    let table = page_or_none(plan, "susu-sagara/feed/meta.csv");
    let mut rows = csv::Reader::from_reader(table.as_bytes());
    let told: Vec<(String, String)> = rows
        .records()
        .map(|row| row.expect("a whole row"))
        .inspect(|row| assert_eq!(row[8].ends_with("/2026-12-31T23:59+07:00"), !row[7].is_empty()))
        .map(|row| (row[6].to_owned(), row[7].to_owned()))
        .collect();
    let priced = offers.iter().filter_map(|offer| Some((offer.ordinary?, offer.promo)));
    let expected: Vec<(String, String)> = priced
        .map(|(ordinary, promo)| {
            let sale = promo.map_or_else(String::new, |promo| format!("{} IDR", promo.price.amount()));
            (format!("{} IDR", ordinary.amount()), sale)
        })
        .collect();
    prop_assert_eq!(told, expected);
    check_paper(&all, plan)
}

/// An order names how many, and price and unit of the same offer.
fn check_message(line: &str, offer: &Offer<'_>, texts: &Texts) -> Result<(), TestCaseError> {
    if offer.stock == Stock::SoldOut {
        return Ok(());
    }
    let n = offer.minimum.to_string();
    let unit = offer.unit.map(LocalText::original);
    let quantity = match unit {
        Some(unit) => texts.fill("order.quantity_unit", &[("n", &n), ("unit", unit)]),
        None => texts.fill("order.quantity", &[("n", &n)]),
    };
    let amount = offer.price.map(|price| money::rupiah(price, Language::Id));
    let price = match (amount, unit) {
        (Some(price), Some(unit)) => texts.fill("order.price_unit", &[("price", &price), ("unit", unit)]),
        (Some(price), None) => texts.fill("order.price", &[("price", &price)]),
        (None, _) => texts.get("order.price_asked").to_owned(),
    };
    let until = if offer.promo.is_some() { " sampai 31 Des" } else { "" };
    let message = links::percent_encode(&format!("{quantity}\n{price}{until}"));
    prop_assert!(line.contains(&message), "{line} does not order {quantity} {price}");
    Ok(())
}

/// Price list and labels: each of their prices is an offer's, and each offer's is there.
fn check_paper(all: &[Offers<'_>], plan: &Plan) -> Result<(), TestCaseError> {
    let list = page_or_none(plan, "susu-sagara/cetak/harga/index.html");
    let labels = page_or_none(plan, "susu-sagara/cetak/label/index.html");
    for offers in all {
        let name = offers.leading().product.name.original();
        let wanted: BTreeSet<(String, String)> = offers
            .iter()
            .filter_map(|offer| {
                let price = money::rupiah(offer.price?, Language::Id);
                Some((price, offer.unit.map_or("", LocalText::original).to_owned()))
            })
            .collect();
        let rows = between(&list, "<th scope=\"row\">", "</tr>");
        let told: BTreeSet<(String, String)> = rows
            .into_iter()
            .filter(|row| row.starts_with(name) && row.contains("<b>Rp"))
            .map(|row| {
                let unit = between(row, "<span class=\"price-list__unit\">", "</span>");
                (
                    between(row, "<b>", "</b>")[0].to_owned(),
                    unit.first().copied().unwrap_or_default().to_owned(),
                )
            })
            .collect();
        prop_assert_eq!(&told, &wanted, "the price list");
        let told: BTreeSet<(String, String)> = between(&labels, "<li class=\"label\">", "</li>")
            .into_iter()
            .filter(|label| label.contains(&format!("<h2 class=\"label__name\">{name}</h2>")))
            .map(|label| {
                let price = between(label, "<p class=\"label__price", "</p>")[0];
                let unit = between(price, "<span>per ", "</span>");
                let amount = between(price, "<b>", "</b>")[0];
                (amount.to_owned(), unit.first().copied().unwrap_or_default().to_owned())
            })
            .collect();
        prop_assert_eq!(&told, &wanted, "the labels");
    }
    Ok(())
}

fn in_words(offer: &Offer<'_>, is_from: bool, texts: &Texts) -> String {
    let Some(price) = offer.price else { return texts.get("price.ask").to_owned() };
    let amount = money::rupiah(price, Language::Id);
    let amount = if is_from { format!("{} {amount}", texts.get("price.from")) } else { amount };
    let each = offer.unit.map_or(amount.clone(), |unit| {
        texts.fill("price.per_unit", &[("price", &amount), ("unit", unit.original())])
    });
    if offer.promo.is_some() { format!("{each} sampai 31 Des") } else { each }
}

#[test]
fn a_price_for_members_or_larger_orders_says_which_variants_it_reaches() {
    let yoghurt = Product {
        member_price: Some(rupiah(10_000)),
        tiers: vec![Tier { from_quantity: 10, price: rupiah(10_500) }],
        variants: vec![
            Variant { price: None, ..variant("Tawar", 1, Stock::Available) },
            variant("Stroberi", 12_000, Stock::Available),
        ],
        ..product("Yoghurt", "Susu", 11_000, "gelas")
    };
    let all = Product { variants: Vec::new(), ..yoghurt.clone() };
    let html = |product: Product| {
        let shop = Cooperative { products: vec![product], ..cooperative() };
        page(&plan_of(&shop, &settings(), SiteShape::One), "produk/yoghurt/index.html")
    };
    let some = html(yoghurt);
    assert!(some.contains("<strong>Rp\u{a0}10.000</strong> untuk Tawar"), "{some}");
    assert!(some.contains(">Harga grosir untuk Tawar</h2>"), "{some}");
    let all = html(all);
    assert!(
        all.contains("<strong>Rp\u{a0}10.000</strong> <a") && all.contains(">Harga grosir</h2>"),
        "{all}"
    );
}
