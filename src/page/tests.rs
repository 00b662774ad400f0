use std::collections::BTreeMap;

use super::*;
use crate::model::*;
use crate::photo::{Orientation, PhotoFacts, PhotoKind, SourceHash};
use crate::source::Photo;
use crate::view::choose_photos;

include!("tests/fixture.rs");

/// A photo of 1600 × 1200 pixels for every path.
fn photos(paths: &[&str]) -> BTreeMap<String, Photo> {
    paths
        .iter()
        .map(|path| {
            let facts = PhotoFacts {
                hash: SourceHash::of(path.as_bytes()),
                size_bytes: 300_000,
                kind: PhotoKind::Jpeg,
                width_px: 1_600,
                height_px: 1_200,
                orientation: Orientation::Upright,
                has_location: false,
                is_animated: false,
            };
            ((*path).to_owned(), Photo::Sound(facts))
        })
        .collect()
}

fn settings() -> Settings {
    Settings {
        base_url: Some("https://etalase.example/jabar/".to_owned()),
        ..Settings::for_day(day(2026, 11, 24))
    }
}

fn themes() -> Themes {
    let load = |name| {
        let mut findings = Findings::new();
        let theme = Theme::load(name, &BTreeMap::new(), &mut findings);
        assert!(findings.is_empty(), "{}", findings.brief());
        theme.expect("the built-in theme loads")
    };
    Themes { storefront: load("etalase"), youth: load("muda") }
}

fn plan_of(cooperative: &Cooperative, settings: &Settings, site: SiteShape) -> Plan {
    let themes = themes();
    let photos = photos(&["foto/susu.jpg", "foto/kandang.jpg", "foto/cokelat.jpg", "foto/sampul.jpg"]);
    let shelf = choose_photos(cooperative, &photos, settings, &themes.storefront);
    let mut findings = Findings::new();
    let plan = cooperative_pages(cooperative, &shelf, settings, &themes, site, &mut findings);
    assert!(findings.is_empty(), "{}", findings.brief());
    plan
}

fn page(plan: &Plan, path: &str) -> String {
    match plan.get(path) {
        Some(Output::Page(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

#[test]
fn a_cooperative_has_its_pages_in_every_language() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let pages: Vec<&str> = plan
        .iter()
        .filter(|(path, output)| matches!(output, Output::Page(_)) && !path.as_str().contains("/feed/"))
        .map(|(path, _)| path.canonical())
        .filter(|path| !path.contains("/su/") && !path.contains("/en/"))
        .collect();
    assert_eq!(
        pages,
        [
            "susu-sagara/anggota/saung-yoghurt/",
            "susu-sagara/cerita/tangki-pertama/",
            "susu-sagara/cetak/formulir/",
            "susu-sagara/cetak/harga/",
            "susu-sagara/cetak/",
            "susu-sagara/cetak/label/",
            "susu-sagara/cetak/poster/",
            "susu-sagara/gabung/",
            "susu-sagara/",
            "susu-sagara/keranjang/",
            "susu-sagara/laporan/",
            "susu-sagara/luring/",
            "susu-sagara/muda/apa/",
            "susu-sagara/muda/gambar/",
            "susu-sagara/muda/",
            "susu-sagara/muda/poster/",
            "susu-sagara/muda/shu/",
            "susu-sagara/produk/kompos-sapi/",
            "susu-sagara/produk/stroberi-lereng-gunung-dipetik-pagi-hari-dan-dikirim-hari/",
            "susu-sagara/produk/susu-pasteurisasi/",
            "susu-sagara/produk/susu-rasa/",
            "susu-sagara/sw.js",
        ]
    );
    assert!(page(&plan, "susu-sagara/su/index.html").contains("Barang kami"));
    assert!(page(&plan, "susu-sagara/en/index.html").contains("Morning milk from the slopes"));
}

#[test]
fn sheets_to_print_are_in_the_first_language_only_and_carry_one_code() {
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
    assert_eq!((codes.len(), carried(&shop), carried(&youth)), (2, 1, 1));
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
        let plan = cooperative_pages(&cooperative, &shelf, &settings, &themes, site, &mut findings);
        assert_eq!(plan.iter().any(|(_, output)| matches!(output, Output::Card(_))), drawn);
        let pictures = format!("{}muda/gambar/index.html", site.root_of(&cooperative));
        assert_eq!(plan.get(&pictures).is_some(), drawn);
        let home = page(&plan, &format!("{}index.html", site.root_of(&cooperative)));
        assert_eq!(home.contains("og:image\" content=\"https://etalase.example/jabar/kartu/situs-"), !drawn);
    }
}

#[test]
fn every_link_inside_the_site_leads_to_a_file_of_it() {
    for site in [SiteShape::One, SiteShape::Many] {
        let cooperative = cooperative();
        let settings = settings();
        let mut plan = plan_of(&cooperative, &settings, site);
        let identity = SiteIdentity::of_cooperative(&cooperative, Language::Id);
        let addresses = page_addresses(&plan, cooperative.updated);
        let mut findings = Findings::new();
        let site_plan = site_files(&identity, &addresses, &settings, &themes().storefront, &mut findings);
        plan.merge(site_plan, &mut findings);
        assert!(findings.is_empty(), "{}", findings.brief());
        for (path, output) in plan.iter() {
            let Output::Page(bytes) = output else { continue };
            if !path.as_str().ends_with("index.html") {
                continue;
            }
            let html = String::from_utf8_lossy(bytes);
            for link in links_of(&html) {
                let target = resolved(path.as_str(), &link);
                // The portal above a cooperative is somebody else's work.
                if site == SiteShape::Many
                    && target.ends_with("index.html")
                    && !target.starts_with("susu-sagara/")
                {
                    continue;
                }
                assert!(plan.get(&target).is_some(), "{path} links to {link}, which is {target}");
            }
        }
    }
}

/// Every relative address in a page, without its fragment.
fn links_of(html: &str) -> Vec<String> {
    let mut links = Vec::new();
    for attribute in ["href=\"", "src=\"", "srcset=\""] {
        for rest in html.split(attribute).skip(1) {
            let value = rest.split('"').next().unwrap_or("");
            for part in value.split(", ") {
                let address = part.split([' ', '#']).next().unwrap_or("");
                if !address.is_empty() && !address.contains(':') {
                    links.push(address.to_owned());
                }
            }
        }
    }
    links
}

fn resolved(from: &str, link: &str) -> String {
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => {
                assert!(parts.pop().is_some(), "{link} from {from} leaves the site");
            }
            "." | "" => {}
            part => parts.push(part),
        }
    }
    let folder = link.ends_with('/') || link.ends_with("..");
    let path = parts.join("/");
    match (folder, path.is_empty()) {
        (true, true) => "index.html".to_owned(),
        (true, false) => format!("{path}/index.html"),
        (false, _) => path,
    }
}

/// The text of the message behind the first WhatsApp link of a page after a word.
fn message_after(html: &str, word: &str) -> String {
    let from = html.find(word).unwrap_or_else(|| panic!("{word} is not in the page"));
    let encoded =
        html[from..].split("?text=").nth(1).and_then(|rest| rest.split('"').next()).expect("a link");
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex: String = [rest.next(), rest.next()].into_iter().flatten().map(char::from).collect();
            bytes.push(u8::from_str_radix(&hex, 16).expect("hex digits"));
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn an_order_names_product_variant_quantity_price_and_page() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let html = page(&plan, "susu-sagara/produk/susu-rasa/index.html");
    assert_eq!(
        message_after(&html, ">Cokelat<"),
        "Halo KPS Sagara, saya mau pesan:\n• Susu rasa, Cokelat\nJumlah: 1 × botol 250 ml\n\
         Harga: Rp\u{a0}7.000 per botol 250 ml\nhttps://etalase.example/jabar/susu-sagara/produk/susu-rasa/"
    );
    assert!(
        message_after(&html, ">Kopi Pangalengan<").starts_with("Halo KPS Sagara, kapan barang ini ada lagi?")
    );
    let english = page(&plan, "susu-sagara/en/produk/susu-pasteurisasi/index.html");
    assert!(
        message_after(&english, "class=\"order-bar\"")
            .starts_with("Hello KPS Sagara, I would like to order:")
    );
}

#[test]
fn an_order_without_an_address_of_the_site_names_no_page() {
    let settings = Settings { base_url: None, ..settings() };
    let plan = plan_of(&cooperative(), &settings, SiteShape::One);
    let html = page(&plan, "produk/susu-pasteurisasi/index.html");
    assert!(!message_after(&html, "class=\"order-bar\"").contains("http"));
    assert!(!html.contains("canonical") && !html.contains("og:image"));
}

#[test]
fn a_price_to_be_asked_for_is_an_action_and_no_offer() {
    let mut cooperative = cooperative();
    cooperative.products[3].stock = Stock::Available;
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    let html = page(&plan, "produk/kompos-sapi/index.html");
    assert!(html.contains("Tanya harga"));
    assert!(message_after(&html, "class=\"order-bar\"").contains("Berapa harganya?"));
    assert!(!html.contains("\"@type\":\"Product\""));
}

#[test]
fn a_promo_that_ended_yesterday_is_gone() {
    let mut cooperative = cooperative();
    let promo = |until| Some(Promo { price: rupiah(7_000), from: None, until });
    cooperative.products[1].promo = promo(day(2026, 11, 23));
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    let html = page(&plan, "produk/susu-rasa/index.html");
    assert!(!html.contains("7.000") && !html.contains("data-until"), "{html}");
    cooperative.products[1].promo = promo(day(2026, 11, 24));
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(page(&plan, "produk/susu-rasa/index.html").contains("7.000"));
}

#[test]
fn a_script_in_every_text_stays_text() {
    const EVIL: &str = "</script><script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let mut cooperative = cooperative();
    cooperative.name = EVIL.to_owned();
    cooperative.short_name = Some(EVIL.to_owned());
    cooperative.slogan = Some(text(EVIL));
    cooperative.about = Some(text(EVIL));
    cooperative.address = Some(EVIL.to_owned());
    cooperative.sectors = vec![EVIL.to_owned()];
    cooperative.legal.entity_number = Some(EVIL.to_owned());
    for product in &mut cooperative.products {
        product.name = text(EVIL);
        product.category = Some(EVIL.to_owned());
        product.unit = Some(EVIL.to_owned());
        product.description = Some(text(EVIL));
    }
    cooperative.stories[0].title = EVIL.to_owned();
    cooperative.stories[0].body = EVIL.to_owned();
    cooperative.events[0].title = text(EVIL);
    cooperative.questions[0].question = text(EVIL);
    cooperative.questions[0].answer = text(EVIL);
    cooperative.members[0].name = EVIL.to_owned();
    cooperative.payment.banks[0].holder = EVIL.to_owned();
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    for (path, output) in plan.iter().filter(|(path, _)| path.is_page()) {
        let Output::Page(bytes) = output else { continue };
        let html = String::from_utf8_lossy(bytes);
        assert!(!html.contains("<script>alert") && !html.contains("<img src=x"), "{path}");
        // One script file at most, and the data for search engines.
        assert!(html.matches("<script").count() <= 2, "{path}");
    }
}

#[test]
fn the_policy_names_exactly_the_styles_of_the_page_and_nothing_inline() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    for (path, output) in plan.iter() {
        let Output::Page(bytes) = output else { continue };
        let html = String::from_utf8_lossy(bytes);
        assert!(
            !html.contains("unsafe-inline") && !html.contains(" style=\"") && !html.contains(" onclick"),
            "{path}"
        );
        for style in html.split("<style>").skip(1) {
            let css = style.split("</style>").next().unwrap_or("");
            let source = crate::theme::Style::new(css.to_owned()).csp_source;
            assert!(html.contains(&source), "{path} has a style that its policy does not name");
        }
    }
}

#[test]
fn one_product_is_shown_at_length_and_none_is_no_hole() {
    let mut cooperative = cooperative();
    cooperative.products.truncate(1);
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(html.contains("class=\"feature\"") && !html.contains("catalogue-nav\""));
    cooperative.products.clear();
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    assert!(html.contains("Daftar barang sedang disiapkan"));
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
fn the_same_arguments_give_the_same_bytes() {
    let one = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let two = plan_of(&cooperative(), &settings(), SiteShape::Many);
    assert!(one == two);
}

#[test]
fn a_youth_page_asks_for_nothing_and_calls_nobody() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let youth = page(&plan, "muda/index.html");
    for forbidden in ["<form", "<iframe", "localStorage", "cookie", " style=", "src=\"http"] {
        assert!(!youth.contains(forbidden), "{forbidden}");
    }
    assert!(plan.get("su/muda/index.html").is_some() && plan.get("en/muda/index.html").is_some());
}

#[test]
fn an_opening_has_a_letter_to_print_and_its_last_day_for_a_calendar() {
    let opening = |slug: &str, field: &str| crate::model::Opening {
        slug: Slug::from_name(slug).expect("a slug"),
        title: crate::model::LocalText::new(format!("PKL {slug}")),
        kind: crate::model::OpeningKind::SchoolInternship,
        fields: vec![field.to_owned()],
        places: Some(2),
        starts: None,
        ends: None,
        closes: Some(day(2026, 12, 18)),
        terms: Vec::new(),
        place: None,
        description: None,
        make_up: None,
    };
    let hiring = Cooperative {
        openings: vec![opening("susu", "APHP"), opening("foto", "DKV")],
        updated: Some(day(2026, 11, 20)),
        ..cooperative()
    };
    let plan = plan_of(&hiring, &settings(), SiteShape::One);
    let youth = page(&plan, "muda/index.html");
    assert!(youth.contains("data-fields=\"1\"") && youth.contains("data-fields=\"2\""), "{youth}");
    assert!(youth.contains("id=\"jurusan-2\"") && youth.contains("\"JobPosting\""), "{youth}");
    let letter = page(&plan, "muda/surat/susu/index.html");
    assert!(letter.contains("ingin melamar PKL susu."), "{letter}");
    for asked in ["Kelas", "Alamat rumah", "Tanggal lahir", "<form", "<input"] {
        assert!(!letter.contains(asked), "{asked}");
    }
    assert!(page(&plan, "muda/tanggal/susu.ics").contains("DTSTART;VALUE=DATE:20261218"));
    // With one opening there is nothing to choose.
    let alone = Cooperative { openings: vec![opening("susu", "APHP")], ..hiring };
    assert!(
        !page(&plan_of(&alone, &settings(), SiteShape::One), "muda/index.html").contains("id=\"jurusan-1\"")
    );
}

#[test]
fn what_a_cooperative_is_is_told_with_one_of_its_products() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let what = page(&plan, "muda/apa/index.html");
    assert_eq!(what.matches("class=\"cards__card\"").count(), 6);
    let product = cooperative().products[0].name.get(crate::model::Language::Id).to_owned();
    assert!(what.contains(&format!("Kamu beli {product}. Siapa yang untung?")), "{what}");
    assert_eq!(what.matches("id=\"kata-").count(), 8);
    let bare = Cooperative { products: Vec::new(), ..cooperative() };
    let what = page(&plan_of(&bare, &settings(), SiteShape::One), "muda/apa/index.html");
    assert!(what.contains("Apa bedanya dengan perusahaan?"));
}

#[test]
fn the_simulator_is_whole_without_a_script_and_holds_no_form() {
    let bare = Cooperative { surplus: None, ..cooperative() };
    let alone = plan_of(&bare, &settings(), SiteShape::One);
    let simulator = page(&alone, "muda/shu/index.html");
    assert!(simulator.contains("Semua angka di halaman ini contoh."), "{simulator}");
    // 400.000 of 120.000.000 of 2.400.000, and 200.000 of 60.000.000 of 1.200.000.
    for amount in ["Rp\u{a0}8.000", "Rp\u{a0}4.000", "Rp\u{a0}12.000"] {
        assert!(simulator.contains(amount), "{amount}");
    }
    for forbidden in ["<form", "localStorage", "document.cookie"] {
        assert!(!simulator.contains(forbidden), "{forbidden}");
    }
    assert!(page(&alone, "muda/index.html").contains("href=\"shu/\""));
    let among_many = plan_of(&bare, &settings(), SiteShape::Many);
    assert!(!among_many.iter().any(|(path, _)| path.as_str().contains("muda/shu/")));
}

#[test]
fn a_youth_page_needs_no_youth_section_and_leaves_no_hole() {
    let bare = Cooperative {
        youth: Youth::default(),
        openings: Vec::new(),
        stories: Vec::new(),
        products: Vec::new(),
        cover: None,
        surplus: None,
        joining: None,
        member_count: None,
        ..cooperative()
    };
    let youth = page(&plan_of(&bare, &settings(), SiteShape::One), "muda/index.html");
    assert!(youth.contains("Kenalan, yuk.") && youth.contains("Satu orang, satu suara."));
    assert!(youth.contains("Rp\u{a0}6.000.000") && youth.contains("Semua angka di bagian ini contoh."));
    for absent in
        ["id=\"peluang\"", "id=\"tantangan\"", "id=\"cerita\"", "class=\"shelf\"", "<dl></dl>", "<ul></ul>"]
    {
        assert!(!youth.contains(absent), "{absent}");
    }
}

#[test]
fn an_opening_leaves_the_day_after_it_closes() {
    let mut with_opening = cooperative();
    with_opening.openings = vec![Opening {
        slug: slug("PKL susu"),
        title: text("PKL susu"),
        kind: OpeningKind::SchoolInternship,
        fields: vec!["APHP".to_owned()],
        places: Some(6),
        starts: None,
        ends: None,
        closes: Some(day(2026, 11, 24)),
        terms: Vec::new(),
        place: None,
        description: None,
        make_up: None,
    }];
    let youth = |today| {
        let settings = Settings { today, ..settings() };
        page(&plan_of(&with_opening, &settings, SiteShape::One), "muda/index.html")
    };
    assert!(youth(day(2026, 11, 24)).contains("id=\"pkl-susu\""));
    assert!(!youth(day(2026, 11, 25)).contains("pkl-susu"));
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
    assert!(html.contains("class=\"cover__title cover__title--long\""));
    assert!(html.contains("class=\"price__amount price__amount--long\">Rp\u{a0}999.999.999<"));
    cooperative.youth.invitation = None;
    let plan = plan_of(&cooperative, &settings(), SiteShape::One);
    assert!(page(&plan, "muda/index.html").contains("class=\"cover__line cover__line--long\""));
}

#[test]
fn shop_and_youth_pages_say_the_same_things_to_programs() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    for path in ["index.html", "muda/index.html"] {
        let html = page(&plan, path);
        for said in [
            "rel=\"canonical\"",
            "hreflang=\"x-default\"",
            "property=\"og:url\"",
            "property=\"og:title\"",
            "property=\"og:image\"",
            "rel=\"manifest\"",
            "name=\"referrer\"",
        ] {
            assert_eq!(html.matches(said).count(), 1, "{path} {said}");
        }
    }
}

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
fn a_colour_that_is_hard_to_read_is_an_advice_with_the_nearest_that_is_not() {
    let themes = themes();
    let shelf = choose_photos(&cooperative(), &photos(&[]), &settings(), &themes.storefront);
    let codes = |colour: &str| {
        let cooperative = Cooperative { brand_colour: Some(colour.to_owned()), ..cooperative() };
        let mut findings = Findings::new();
        cooperative_pages(&cooperative, &shelf, &settings(), &themes, SiteShape::One, &mut findings);
        let help = findings.iter().next().map(|finding| finding.help.en.clone()).unwrap_or_default();
        (findings.brief(), help)
    };
    assert_eq!(codes("#0f766e").0, "");
    let (brief, help) = codes("#ffff00");
    assert_eq!(brief, "profil.yaml brand-not-legible\n");
    let nearest = help.split('"').nth(1).expect("a colour is proposed");
    assert_eq!(codes(nearest).0, "", "{help}");
}
