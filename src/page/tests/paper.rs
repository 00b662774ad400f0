//! Sheets for paper, previews and pictures for a status.

use super::*;

#[test]
fn sheets_to_print_are_in_the_first_language_only_and_carry_a_code_and_each_label_its_own() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    for language in ["su", "en"] {
        assert!(plan.get(&format!("susu-sagara/{language}/cetak/index.html")).is_none());
        assert!(plan.get(&format!("susu-sagara/{language}/muda/poster/index.html")).is_none());
    }
    let codes: Vec<&str> =
        plan.iter().map(|(path, _)| path.as_str()).filter(|path| path.contains("/cetak/kode-")).collect();
    let (shop, youth) = (
        page(&plan, "susu-sagara/cetak/harga/index.html"),
        page(&plan, "susu-sagara/muda/poster/index.html"),
    );
    let carried = |html: &str| {
        codes.iter().filter(|code| html.contains(code.rsplit('/').next().expect("a name"))).count()
    };
    let labels = page(&plan, "susu-sagara/cetak/label/index.html");
    let labelled = cooperative().products.iter().filter(|product| product.price.is_some()).count();
    assert_eq!((carried(&shop), carried(&youth), carried(&labels)), (1, 1, labelled));
    assert_eq!(codes.len(), 2 + labelled);
    assert!(!shop.contains("hreflang=\"su\""));
    assert!(page(&plan, "susu-sagara/su/index.html").contains("href=\"../cetak/\""));
}

#[test]
fn a_price_list_has_a_line_for_each_price_and_labels_fill_sheets_of_fourteen() {
    let mut many = cooperative();
    let first = product("Susu murni", "Susu", 8_000, "liter");
    many.products = (0..30).map(|n| Product { slug: slug(&format!("susu {n}")), ..first.clone() }).collect();
    many.products[0].variants =
        vec![variant("kecil", 5_000, Stock::Available), variant("besar", 9_000, Stock::Available)];
    many.products[1].price = None;
    let plan = plan_of(&many, &settings(), SiteShape::One);
    let list = page(&plan, "cetak/harga/index.html");
    assert_eq!(list.matches("<th scope=\"row\">").count(), 31);
    assert!(list.contains("Susu murni, kecil") && list.contains("Tanya harga"));
    let labels = page(&plan, "cetak/label/index.html");
    assert_eq!(
        (labels.matches("class=\"label\"").count(), labels.matches("class=\"labels\"").count()),
        (30, 3)
    );
}

#[test]
fn how_long_a_product_keeps_is_told_on_its_page_and_on_paper_in_each_language() {
    let mut shop = cooperative();
    let keeps = |number, unit| Some(crate::model::ShelfLife { number, unit });
    let month = crate::model::ShelfUnit::Month;
    shop.products = vec![
        Product { shelf_life: keeps(12, month), ..product("Kopi", "Kopi", 35_000, "bungkus") },
        Product { shelf_life: keeps(1, month), ..product("Teh", "Teh", 20_000, "bungkus") },
    ];
    let plan = plan_of(&shop, &settings(), SiteShape::One);
    for (path, words) in [
        ("produk/kopi/index.html", "12 bulan"),
        ("en/produk/kopi/index.html", "12 months"),
        ("en/produk/teh/index.html", "1 month<"),
        ("su/produk/kopi/index.html", "Umur simpen"),
        ("cetak/harga/index.html", "tahan 12 bulan"),
        ("cetak/label/index.html", "tahan 1 bulan"),
    ] {
        assert!(page(&plan, path).contains(words), "{path}: no {words}");
    }
}

#[test]
fn without_an_address_sheets_lead_to_a_chat_and_pages_have_no_card() {
    let settings = Settings { base_url: None, ..settings() };
    let plan = plan_of(&cooperative(), &settings, SiteShape::One);
    let poster = page(&plan, "cetak/poster/index.html");
    assert!(poster.contains("kode-") && poster.contains("0810"), "{poster}");
    let previews = plan.iter().filter(|(_, output)| match output {
        Output::Card(card) => card.format == crate::card::Format::Share,
        _ => false,
    });
    assert_eq!(previews.count(), 0);
}

#[test]
fn every_page_that_is_shared_has_a_card_with_its_words() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let cards: BTreeMap<&str, &crate::card::Card> = plan
        .iter()
        .filter_map(|(path, output)| match output {
            Output::Card(card) => Some((path.as_str(), card)),
            _ => None,
        })
        .collect();
    for (path, output) in plan.iter().filter(|(path, _)| path.is_index()) {
        let Output::Page(bytes) = output else { continue };
        let html = String::from_utf8_lossy(bytes);
        let named = html.split("og:image\" content=\"https://etalase.example/jabar/").nth(1);
        let file = named.and_then(|rest| rest.split('"').next());
        assert!(
            file.is_some_and(|file| cards.contains_key(file)) || path.as_str().contains("luring"),
            "{path}: {file:?}"
        );
    }
    let milk =
        cards.iter().find(|(path, _)| path.contains("/susu-pasteurisasi-")).expect("a card of the milk").1;
    assert_eq!((milk.title.as_str(), milk.above.as_str()), ("Susu pasteurisasi", cooperative().label()));
    assert!(milk.price.starts_with("Rp") && milk.photo.is_some(), "{milk:?}");
}

#[test]
fn a_status_picture_is_one_for_all_languages_and_says_what_the_page_says() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let stories = |html: &str| {
        let files = html.split('"').filter(|part| part.contains("kartu/") && part.contains("-status-"));
        files.map(|file| file.rsplit('/').next().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    let first = page(&plan, "susu-sagara/muda/gambar/index.html");
    for language in ["su", "en"] {
        let other = page(&plan, &format!("susu-sagara/{language}/muda/gambar/index.html"));
        assert_eq!(stories(&other), stories(&first));
    }
    for file in stories(&first) {
        let Some(Output::Card(card)) = plan.get(&format!("susu-sagara/kartu/{file}")) else {
            panic!("{file} is not drawn");
        };
        assert!(card.photo.is_some(), "{card:?}");
    }
    let milk = plan.iter().find_map(|(path, output)| match output {
        Output::Card(card) if path.as_str().contains("/susu-pasteurisasi-status-") => Some(card),
        _ => None,
    });
    assert!(milk.is_some_and(|card| card.price.starts_with("Rp") && card.above == cooperative().label()));
}

#[test]
fn without_any_photo_a_portal_s_cooperative_shares_the_portal_s_cards() {
    let themes = themes();
    let settings = settings();
    let cooperative = cooperative();
    for (site, drawn) in [(SiteShape::Many, false), (SiteShape::One, true)] {
        let shelf = choose_photos(&cooperative, &BTreeMap::new(), &settings, &themes.storefront);
        let mut findings = Findings::new();
        let (shelf, settings, themes) = (&shelf, &settings, &themes);
        let materials = Materials { cooperative: &cooperative, shelf, settings, themes, site };
        let plan = cooperative_pages(materials, &mut findings);
        assert_eq!(plan.iter().any(|(_, output)| matches!(output, Output::Card(_))), drawn);
        let pictures = format!("{}muda/gambar/index.html", site.root_of(&cooperative));
        assert_eq!(plan.get(&pictures).is_some(), drawn);
        let home = page(&plan, &format!("{}index.html", site.root_of(&cooperative)));
        assert_eq!(home.contains("og:image\" content=\"https://etalase.example/jabar/kartu/situs-"), !drawn);
    }
}
