use std::collections::{BTreeMap, BTreeSet};

mod engines;
mod feeds;
mod kit;
mod paper;
mod prices;
mod shop;
mod teacher;
mod youth;

use super::*;
use crate::model::*;
use crate::photo::{Orientation, PhotoFacts, PhotoKind, SourceHash};
use crate::settings::Settings;
use crate::source::Photo;
use crate::theme::Theme;
use crate::view::photos::{PhotoShelf, choose_photos};

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
                video_bytes: 0,
                is_animated: false,
                is_cmyk: false,
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

fn shelf_of(cooperative: &Cooperative, settings: &Settings, themes: &Themes) -> PhotoShelf {
    let photos = photos(&["foto/susu.jpg", "foto/kandang.jpg", "foto/cokelat.jpg", "foto/sampul.jpg"]);
    choose_photos(cooperative, &photos, settings, &themes.storefront)
}

fn plan_of(cooperative: &Cooperative, settings: &Settings, site: SiteShape) -> Plan {
    let themes = themes();
    let shelf = shelf_of(cooperative, settings, &themes);
    plan_with(cooperative, &shelf, settings, &themes, site)
}

fn plan_with(
    cooperative: &Cooperative,
    shelf: &PhotoShelf,
    settings: &Settings,
    themes: &Themes,
    site: SiteShape,
) -> Plan {
    let mut findings = Findings::new();
    let materials = Materials { cooperative, shelf, settings, themes, site };
    let plan = cooperative_pages(materials, &mut findings);
    // One of the goods has no price, and not every text a translation: advices.
    let is_known = |code| ["goods-left-out", "translation-missing"].contains(&code);
    assert!(findings.iter().all(|it| is_known(&*it.code)), "{}", findings.brief());
    plan
}

fn page(plan: &Plan, path: &str) -> String {
    match plan.get(path) {
        Some(Output::Page(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

#[test]
fn a_page_of_which_something_ends_brings_the_script_that_takes_it_away() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let mut ending = 0;
    for (path, output) in plan.iter() {
        let Output::Page(bytes) = output else { continue };
        let html = String::from_utf8_lossy(bytes);
        if !["data-last-day=", "data-last-days=", "data-season="].iter().any(|mark| html.contains(mark)) {
            continue;
        }
        ending += 1;
        let script = html.split("<script src=\"").nth(1).and_then(|rest| rest.split('"').next());
        let name = script.and_then(|src| src.rsplit('/').next()).expect("a script");
        let Some(Output::Asset(script)) = plan.get(&format!("aset/{name}")) else {
            panic!("{path}: no {name}")
        };
        assert!(String::from_utf8_lossy(script).contains("lastDays"), "{path}");
    }
    assert!(ending > 10, "{ending} pages");
}

#[test]
fn visits_are_counted_on_pages_of_the_shop_and_on_none_for_pupils() {
    let counter = "https://hitung.contoh.id/a.js";
    let settings = Settings { analytics: Some(counter.to_owned()), ..settings() };
    let plan = plan_of(&cooperative(), &settings, SiteShape::Many);
    for (path, output) in plan.iter().filter(|(path, _)| path.is_page()) {
        let Output::Page(bytes) = output else { panic!("{path} is no page") };
        let html = String::from_utf8_lossy(bytes);
        let is_counted = html.contains(&format!("<script src=\"{counter}\" async></script>"));
        assert_eq!(is_counted, !path.as_str().contains("/muda/"), "{path}");
        assert_eq!(html.contains("script-src 'self' https://hitung.contoh.id;"), is_counted, "{path}");
        assert!(!is_counted || !html.contains("Tanpa pelacak"), "{path} is counted and says that it is not");
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
            "susu-sagara/muda/asal/",
            "susu-sagara/muda/gambar/",
            "susu-sagara/muda/guru/",
            "susu-sagara/muda/",
            "susu-sagara/muda/poster/",
            "susu-sagara/muda/proyektor/",
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
fn a_photo_that_is_higher_than_wide_is_shown_whole_where_a_buyer_looks_closely() {
    let (mut cooperative, settings, themes) = (cooperative(), settings(), themes());
    // A story shows the same photo as a cover, which would hide that the poster has none.
    cooperative.stories.clear();
    let gallery = |width_px: u32, height_px: u32| {
        let mut photos = photos(&["foto/susu.jpg", "foto/cokelat.jpg"]);
        if let Some(Photo::Sound(facts)) = photos.get_mut("foto/susu.jpg") {
            (facts.width_px, facts.height_px) = (width_px, height_px);
        }
        let shelf = choose_photos(&cooperative, &photos, &settings, &themes.storefront);
        let plan = plan_with(&cooperative, &shelf, &settings, &themes, SiteShape::Many);
        let html = page(&plan, "susu-sagara/produk/susu-pasteurisasi/index.html");
        let start = html.find(r#"<div class="gallery""#).expect("a gallery");
        let picture = html[start..].split("</picture>").next().expect("a picture").to_owned();
        (picture, plan)
    };
    let (tall, plan) = gallery(1_200, 1_600);
    assert!(tall.contains(r#"<picture class="tall">"#), "{tall}");
    assert!(tall.contains(r#"width="640" height="853""#) && tall.contains("66vw"), "{tall}");
    assert!(!tall.contains("1280w"), "wider than anybody shows it: {tall}");
    assert!(!page(&plan, "susu-sagara/index.html").contains(r#"class="tall""#), "cards keep their shape");
    let poster = page(&plan, "susu-sagara/cetak/poster/index.html");
    let start = poster.find(r#"<div class="poster__photo">"#).expect("its photo, for want of a cover");
    let picture = poster[start..].split("</picture>").next().expect("a picture");
    assert!(picture.contains("<picture>") && picture.contains(r#"width="960" height="540""#), "{picture}");
    let (wide, _) = gallery(1_600, 1_200);
    assert!(wide.contains("<picture>") && wide.contains(r#"width="640" height="480""#), "{wide}");
}

#[test]
fn a_language_that_was_begun_and_not_finished_is_one_advice() {
    let told = |change: &dyn Fn(&mut Cooperative)| {
        let mut cooperative = cooperative();
        for product in &mut cooperative.products {
            product.description = Some(LocalText::new("Segar."));
        }
        (cooperative.slogan, cooperative.about) = (Some(LocalText::new("Pagi.")), None);
        change(&mut cooperative);
        view::findings::translations_missing(&cooperative, &settings()).map(|finding| finding.found.en)
    };
    assert_eq!(told(&|_| {}), None, "never begun");
    let begun = |coop: &mut Cooperative| {
        coop.products[0].description = Some(LocalText::new("Segar.").with(Language::En, "Fresh."));
        coop.slogan = Some(LocalText::new("Pagi.").with(Language::Su, "Isuk."));
        coop.about = Some(LocalText::new("Kami."));
    };
    let text = told(&begun).expect("an advice");
    let other = cooperative().products[1].name.original().to_owned();
    assert!(text.contains("su: `tentang`; en: `"), "{text}");
    assert!(text.contains(&format!("`{other}`")) && !text.contains("`slogan`"), "{text}");
}

#[test]
fn every_link_inside_the_site_leads_to_a_file_of_it() {
    for site in [SiteShape::One, SiteShape::Many] {
        let cooperative = cooperative();
        let settings = settings();
        let mut plan = plan_of(&cooperative, &settings, site);
        let identity = SiteIdentity::of_cooperative(&cooperative, &settings);
        let mut findings = Findings::new();
        let site_plan = site_files(&identity, &settings, &themes().storefront, &mut findings);
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
         Harga: Rp\u{a0}7.000 per botol 250 ml sampai 31 Des\n\
         https://etalase.example/jabar/susu-sagara/produk/susu-rasa/"
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
fn hours_past_midnight_are_shown_as_written_and_told_to_programs() {
    let mut cooperative = cooperative();
    let hours = cooperative.hours.as_mut().expect("hours");
    let span = |from: i8, to: i8| TimeSpan {
        from: jiff::civil::time(from, 0, 0, 0),
        to: jiff::civil::time(to, 0, 0, 0),
    };
    hours.week = std::array::from_fn(|day| match day {
        5 => DayHours(vec![TimeSpan::ALL_DAY]),
        6 => DayHours(vec![span(8, 0)]),
        _ => DayHours(vec![span(22, 4)]),
    });
    hours.closed_on = vec![day(2026, 11, 22), day(2026, 11, 23)];
    let html = page(&plan_of(&cooperative, &settings(), SiteShape::One), "index.html");
    for part in [
        ">22.00–04.00<",
        ">24 jam<",
        ">08.00–24.00<",
        "data-week=\"1320-1680|1320-1680|1320-1680|1320-1680|1320-1680|0-1440|480-1440\"",
        "data-closed=\"2026-11-23\"",
        r#""closes":"04:00""#,
        r#""closes":"23:59""#,
        r#""closes":"00:00""#,
    ] {
        assert!(html.contains(part), "{part}");
    }
    assert!(!html.contains("23 November 2026"), "yesterday is no day to come");
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
        product.category = Some(LocalText::new(EVIL));
        product.unit = Some(LocalText::new(EVIL));
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
fn the_same_arguments_give_the_same_bytes() {
    let one = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let two = plan_of(&cooperative(), &settings(), SiteShape::Many);
    assert!(one == two);
}

#[test]
fn a_colour_that_is_hard_to_read_is_an_advice_with_the_nearest_that_is_not() {
    let themes = themes();
    // In one language, so that nothing is untranslated.
    let settings = Settings { languages: vec![Language::Id], ..settings() };
    let shelf = choose_photos(&cooperative(), &photos(&[]), &settings, &themes.storefront);
    let codes = |colour: &str| {
        let cooperative = Cooperative { brand_colour: Some(colour.to_owned()), ..cooperative() };
        let mut findings = Findings::new();
        let (cooperative, shelf, settings, themes) = (&cooperative, &shelf, &settings, &themes);
        let materials = Materials { cooperative, shelf, settings, themes, site: SiteShape::One };
        cooperative_pages(materials, &mut findings);
        let help = findings.iter().next().map(|finding| finding.help.en.clone()).unwrap_or_default();
        (findings.brief(), help)
    };
    assert_eq!(codes("#0f766e").0, "");
    let (brief, help) = codes("#ffff00");
    assert_eq!(brief, "profil.yaml brand-not-legible\n");
    let nearest = help.split('"').nth(1).expect("a colour is proposed");
    assert_eq!(codes(nearest).0, "", "{help}");
}
