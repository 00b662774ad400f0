//! The storefront in its shapes: one product and many, services, long names, nothing but the least.

use super::*;

#[test]
fn one_product_is_shown_at_length_and_none_is_no_hole() {
    let mut cooperative = cooperative();
    cooperative.products.truncate(1);
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(html.contains("class=\"feature\"") && !html.contains("catalogue-nav\""));
    cooperative.products.clear();
    cooperative.outlets.clear();
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(html.contains("Daftar barang sedang disiapkan"));
}

#[test]
fn services_say_for_whom_and_what_to_bring_and_stand_in_for_goods() {
    let mut cooperative = cooperative();
    let shop = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(shop.contains(r##"<a href="#gerai">Gerai</a>"##) && shop.contains(r#"id="gerai-1""#));
    for words in ["Pupuk bersubsidi", "Terdaftar di e-RDKK", "KTP", "Sama dengan jam buka koperasi"] {
        assert!(shop.contains(words), "{words}");
    }
    assert!(message_after(&shop, "class=\"outlet__ways\"").contains("saya mau bertanya tentang Kios Tani"));
    assert!(shop.contains(r#""serviceType":"Pupuk bersubsidi""#) && shop.contains(r#""hoursAvailable":[{"#));
    assert!(!shop.contains(r#""department""#), "programs know no such business as a shop for fertiliser");
    cooperative.products.clear();
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    let shop = page(&plan, "index.html");
    assert!(shop.contains(r##"<a href="#gerai-1">Kios Tani</a>"##));
    assert!(!shop.contains(r##"href="#barang""##) && !shop.contains("Daftar barang sedang disiapkan"));
    let story = page(&plan, "cerita/tangki-pertama/index.html");
    assert!(story.contains(r#"#gerai" "#) || story.contains(r#"#gerai">"#), "a story leads to services");
    assert!(!story.contains("#barang"));
}

#[test]
fn ways_to_receive_goods_are_told_and_named_in_orders() {
    let mut cooperative = cooperative();
    let order = |plan: &Plan| {
        message_after(&page(plan, "produk/susu-pasteurisasi/index.html"), "class=\"order-bar\"")
    };
    let without = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(
        !order(&without).contains("Diterima")
            && !page(&without, "keranjang/index.html").contains("name=\"way\"")
    );
    cooperative.pickups = vec![Pickup { place: text("Gudang koperasi"), times: Some(text("Setiap pagi")) }];
    let one = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(order(&one).contains("\nDiterima: Diambil di Gudang koperasi\n"), "{}", order(&one));
    cooperative.deliveries = vec![Delivery {
        area: text("Bandung"),
        cost: Some(rupiah(15_000)),
        smallest_sum: Some(rupiah(75_000)),
        free_from: Some(rupiah(300_000)),
    }];
    let both = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(order(&both).contains("Diterima (pilih satu): Diambil di Gudang koperasi / Diantar ke Bandung"));
    let basket = page(&both, "keranjang/index.html");
    assert!(basket.contains(r#"data-cost="15000" data-from="75000" data-free="300000""#));
    for path in ["keranjang/index.html", "produk/susu-pasteurisasi/index.html"] {
        let html = page(&both, path);
        for words in [
            "Setiap pagi",
            "ongkos Rp\u{a0}15.000 · mulai belanja Rp\u{a0}75.000 · gratis mulai Rp\u{a0}300.000",
        ] {
            assert!(html.contains(words), "{path}: {words}");
        }
    }
}

#[test]
fn a_heading_with_many_goods_has_a_page_in_a_large_shop() {
    let mut cooperative = cooperative();
    let many = |number: usize| Product {
        slug: slug(&format!("barang-{number}")),
        name: text(&format!("Barang {number}")),
        category: Some(text(if number < 3 { "Sayur daun" } else { "Sayur buah" })),
        variants: Vec::new(),
        price: Some(rupiah(90_000 - 1_000 * number as u64)),
        ..cooperative.products[0].clone()
    };
    let products: Vec<Product> = (0..25).map(many).collect();
    cooperative.products = products[..24].to_vec();
    assert!(plan_of(&cooperative, &settings(), SiteShape::One).get("barang/sayur-buah/index.html").is_none());
    cooperative.products = products;
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(plan.get("barang/sayur-daun/index.html").is_none(), "three goods are seen at once");
    let shelf = page(&plan, "barang/sayur-buah/index.html");
    assert_eq!(shelf.matches("data-id=").count(), 22);
    assert!(shelf.contains(r#""@type":"ItemList""#) && shelf.contains(r#""numberOfItems":22"#));
    let by_price = page(&plan, "barang/index.html");
    assert!(by_price.find("Barang 24").expect("there") < by_price.find("Barang 0").expect("there"));
    let shop = page(&plan, "index.html");
    assert!(shop.contains("barang/sayur-buah/\"") && shop.contains("barang/\""));
    let product = page(&plan, "produk/barang-7/index.html");
    assert!(product.contains(r#"href="../../barang/sayur-buah/""#));
    assert!(page(&plan, "produk/barang-1/index.html").contains(r#"href="../../#k-sayur-daun""#));
}

#[test]
fn a_card_has_one_thing_to_do() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let html = page(&plan, "index.html");
    let cards: Vec<&str> = html.split("<li class=\"product-card\"").skip(1).collect();
    assert!(cards.len() > 2);
    for card in cards {
        let card = card.split("</li>").next().unwrap_or_default();
        let things =
            card.matches("data-add=").count() + card.matches("class=\"product-card__add\"><a").count();
        assert_eq!(things, 1, "{card}");
    }
}

#[test]
fn a_bare_cooperative_has_a_page_without_empty_sections() {
    let full = cooperative();
    let bare = Cooperative {
        slogan: None,
        kind: None,
        group: None,
        region: None,
        address: None,
        coordinates: None,
        founded: None,
        member_count: None,
        hours: None,
        legal: Legal::default(),
        cover: None,
        about: None,
        members: Vec::new(),
        payment: Payment::default(),
        joining: None,
        surplus: None,
        meetings: Vec::new(),
        officers: Vec::new(),
        events: Vec::new(),
        outlets: Vec::new(),
        pickups: Vec::new(),
        deliveries: Vec::new(),
        questions: Vec::new(),
        stories: Vec::new(),
        updated: None,
        products: full.products[3..].to_vec(),
        ..full
    };
    let html = page(&plan_of(&bare, &settings(), SiteShape::One), "index.html");
    for absent in [
        "class=\"trust\"",
        "class=\"about\"",
        "class=\"visit__part payment",
        "class=\"news\"",
        "class=\"questions\"",
    ] {
        assert!(!html.contains(absent), "{absent}");
    }
    assert!(html.contains("<h1 class=\"cover__title\">Koperasi Peternak Sapi Perah Sagara</h1>"));
}

#[test]
fn long_names_and_prices_take_a_smaller_size() {
    let mut cooperative = cooperative();
    cooperative.slogan = None;
    cooperative.short_name = None;
    cooperative.name =
        "Koperasi Serba Usaha Mitra Sejahtera Bersama Warga Kampung Cikembang Girang".to_owned();
    cooperative.products[0].price = Some(rupiah(999_999_999));
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(
        html.contains("<span class=\"header__name\">Koperasi Serba Usaha Mitra Sejahtera…</span>"),
        "{html}"
    );
    assert!(html.contains("cover--low cover--long\">"));
    assert!(html.contains("<p class=\"price fit-9\">") && html.contains("\">Rp\u{a0}999.999.999<"));
    cooperative.youth.invitation = None;
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(page(&plan, "muda/index.html").contains("class=\"cover__line cover__line--long\""));
}
