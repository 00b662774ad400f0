use super::parts::SHOWN_PRODUCTS;
use super::*;
use crate::model::{
    Contact, Cooperative, Date, Event, Form, Group, Help, Joining, Kind, Language, Legal, LocalText, Offers,
    Outlet, Payment, PhotoUse, Product, Promo, Rupiah, Scheme, Slug, Stock, Variant, WhatsAppNumber, Youth,
};

const TODAY: Date = jiff::civil::date(2026, 11, 24);

fn bare() -> Cooperative {
    Cooperative {
        slug: Slug::parse("kpc").expect("slug"),
        name: "Koperasi Peternakan Contoh".to_owned(),
        short_name: None,
        slogan: None,
        kind: None,
        form: Form::Primary,
        group: None,
        scheme: Scheme::Conventional,
        sectors: Vec::new(),
        region: None,
        address: None,
        coordinates: None,
        founded: None,
        member_count: None,
        contact: Contact { whatsapp: WhatsAppNumber::from_digits("6281000000000"), ..Contact::default() },
        hours: None,
        legal: Legal::default(),
        cover: None,
        logo: None,
        brand_colour: None,
        about: None,
        products: Vec::new(),
        members: Vec::new(),
        payment: Payment::default(),
        joining: None,
        surplus: None,
        meetings: Vec::new(),
        officers: Vec::new(),
        events: Vec::new(),
        openings: Vec::new(),
        youth: Youth::default(),
        pickups: Vec::new(),
        deliveries: Vec::new(),
        outlets: Vec::new(),
        questions: Vec::new(),
        stories: Vec::new(),
        old_slugs: Vec::new(),
        updated: None,
    }
}

fn product(name: &str, price: u64) -> Product {
    let slug = Slug::from_name(name).expect("a name");
    Product {
        photos: vec![PhotoUse {
            path: "foto/susu.jpg".to_owned(),
            alt: None,
            focus: None,
            quality: None,
            consent: None,
        }],
        category: Some(LocalText::new("Susu")),
        price: Rupiah::new(price),
        unit: Some(LocalText::new("botol 500 ml")),
        priced_on: Some(TODAY),
        ..Product::named(slug, LocalText::new(name).with(Language::En, format!("{name} (en)")))
    }
}

fn summary_of(cooperative: &Cooperative) -> Summary {
    Summary::of(cooperative, &Language::ALL, TODAY, |photo| {
        Some(SummaryPhoto {
            file: photo.path.replace(".jpg", "-480-0123456789abcdef.webp"),
            width_px: 480,
            height_px: 360,
            narrower: Vec::new(),
        })
    })
}

fn parse_text(json: &str) -> Result<Summary, SummaryFault> {
    Summary::parse(json.as_bytes())
}

#[test]
fn a_summary_reads_back_as_it_was_written() {
    let mut cooperative = bare();
    cooperative.slogan = Some(LocalText::new("Susu segar").with(Language::En, "Fresh milk"));
    cooperative.kind = Some(Kind::SavingsAndLoan);
    cooperative.products = (0..10).map(|n| product(&format!("Susu {n}"), 12_500 + n)).collect();
    let summary = summary_of(&cooperative);
    let json = summary.to_json();
    assert_eq!(Summary::parse(&json), Ok(summary));
    assert!(json.len() < 3_000, "ten products need {} bytes", json.len());
    let text = String::from_utf8(json).expect("UTF-8");
    assert!(text.starts_with(r#"{"etalase":1,"generator":""#), "{text}");
    assert!(text.contains(r#""slogan":{"_":"Susu segar","en":"Fresh milk"}"#), "{text}");
    assert!(text.contains(r#""kind":"simpan-pinjam""#), "{text}");
}

#[test]
fn services_and_joining_are_told_and_a_shop_without_goods_is_not_marked_down() {
    let mut cooperative = bare();
    let outlet = |kind: &str| Outlet {
        kind: kind.to_owned(),
        name: None,
        hours: None,
        terms: Vec::new(),
        bring: Vec::new(),
        phone: None,
    };
    cooperative.outlets = vec![outlet("pupuk"), outlet("Agen LPG 3 kg"), outlet("Bank sampah")];
    cooperative.joining = Some(Joining {
        periodic_share: Rupiah::new(10_000),
        terms: vec![LocalText::new("Warga desa")],
        helps: vec![Help::Selling, Help::Credit],
        ..Joining::default()
    });
    let summary = summary_of(&cooperative);
    assert_eq!(summary.outlet_words().collect::<Vec<_>>(), ["pupuk", "lpg", "Agen LPG 3 kg", "Bank sampah"]);
    let joining = summary.joining.as_ref().expect("told");
    assert_eq!(
        (joining.periodic, joining.helps.as_slice()),
        (Some(10_000), ["jualan".to_owned(), "modal".to_owned()].as_slice())
    );
    assert!(!sells_goods(&summary) && !summary.completeness.missing.contains(&"produk".to_owned()));
    assert_eq!(Summary::parse(&summary.to_json()), Ok(summary));
    let hostile = r#"{"etalase":1,"slug":"a","name":"A","outlets":[{"kind":"<b>"}]}"#;
    assert_eq!(parse_text(hostile), Err(SummaryFault::Unsafe("outlets")));
}

#[test]
fn the_lowest_price_is_told_with_from_where_variants_cost_more() {
    let mut cooperative = bare();
    let mut milk = product("Susu", 8_000);
    let variant =
        |name: &str, price| Variant { price: Rupiah::new(price), ..Variant::named(LocalText::new(name)) };
    milk.variants = vec![variant("Cokelat", 8_000), variant("Kopi", 9_000)];
    cooperative.products = vec![milk, product("Keju", 39_000)];
    let shown = summary_of(&cooperative).products.shown;
    assert_eq!((shown[0].price, shown[0].from), (Some(8_000), true));
    assert_eq!((shown[1].price, shown[1].from), (Some(39_000), false));
}

#[test]
fn closed_openings_and_past_events_are_left_out_but_a_make_up_session_keeps_its_event() {
    let mut cooperative = bare();
    let event = |title: &str, starts: &str, make_up: Option<&str>| Event {
        title: LocalText::new(title),
        starts: starts.parse().expect("time"),
        ends: None,
        place: None,
        audience: None,
        description: None,
        make_up: make_up.map(|starts| crate::model::MakeUp {
            starts: starts.parse().expect("time"),
            ends: None,
            place: None,
        }),
    };
    cooperative.events = vec![
        event("Lewat", "2026-11-01T08:00", None),
        event("Susulan", "2026-11-02T08:00", Some("2026-11-30T08:00")),
    ];
    let titles: Vec<String> =
        summary_of(&cooperative).events.iter().map(|event| event.title.original().to_owned()).collect();
    assert_eq!(titles, ["Susulan"]);
}

#[test]
fn completeness_names_what_is_missing_and_asks_pupils_for_no_legal_entity() {
    let mut cooperative = bare();
    let missing = summary_of(&cooperative).completeness.missing;
    assert!(missing.contains(&"legal.badan_hukum".to_owned()));
    assert_eq!(missing.first().map(String::as_str), Some("produk"));
    cooperative.group = Some(Group::Pupils);
    cooperative.products = vec![product("Susu", 12_500)];
    let completeness = summary_of(&cooperative).completeness;
    assert!(!completeness.missing.iter().any(|key| key.starts_with("legal") || key.starts_with("produk")));
    assert!(completeness.score > 40, "{completeness:?}");
}

#[test]
fn unknown_keys_and_words_of_a_newer_program_are_ignored() {
    let summary = parse_text(
        r#"{"etalase":1,"slug":"kpc","name":"KPC","kind":"digital","wallet":{"a":[1,2]},
           "slogan":{"_":"Susu","jv":"Susu"}}"#,
    )
    .expect("readable");
    assert_eq!(summary.kind, None);
    assert_eq!(summary.slogan.map(|words| words.original().to_owned()).as_deref(), Some("Susu"));
}

#[test]
fn a_newer_form_is_refused() {
    assert_eq!(parse_text(r#"{"etalase":2,"slug":"kpc","name":"KPC"}"#), Err(SummaryFault::Newer(2)));
}

#[test]
fn hostile_values_are_refused_by_field() {
    let refused = |rest: &str, field: &'static str| {
        let json = format!(r#"{{"etalase":1,"slug":"kpc","name":"KPC",{rest}}}"#);
        assert_eq!(parse_text(&json), Err(SummaryFault::Unsafe(field)), "{rest}");
    };
    refused(r#""cover":{"file":"../../a.webp","width_px":1,"height_px":1}"#, "cover");
    refused(r#""cover":{"file":"https://a.example/x.webp","width_px":1,"height_px":1}"#, "cover");
    refused(r#""cover":{"file":"//a.example/x.webp","width_px":1,"height_px":1}"#, "cover");
    refused(r#""cover":{"file":"a.webp?x","width_px":1,"height_px":1}"#, "cover");
    refused(r#""cover":{"file":"a.webp","width_px":0,"height_px":1}"#, "cover");
    let narrower = r#""narrower":[{"file":"../a.webp","width_px":1}]"#;
    refused(&format!(r#""cover":{{"file":"a.webp","width_px":2,"height_px":1,{narrower}}}"#), "cover");
    refused(r#""whatsapp":"javascript:alert(1)""#, "whatsapp");
    refused(r#""coordinates":[999.0,0.0]"#, "coordinates");
    refused(r#""region":{"code":"32/../..","regency":"x"}"#, "region");
    refused(r#""short_name":"a\u202ecod""#, "short_name");
    refused(&format!(r#""slogan":"{}""#, "a".repeat(301)), "slogan");
    refused(r#""products":{"count":1,"shown":[{"slug":"../x","name":"x"}]}"#, "products.shown");
    refused(r#""languages":["xx"]"#, "languages");
    let slug = parse_text(r#"{"etalase":1,"slug":"../kpc","name":"KPC"}"#);
    assert_eq!(slug, Err(SummaryFault::Unsafe("slug")));
    assert_eq!(Summary::parse(&vec![b' '; 70_000]), Err(SummaryFault::TooLarge));
    assert_eq!(parse_text("[1"), Err(SummaryFault::NotASummary { line: 1, column: 2 }));
}

#[test]
fn a_summary_that_no_reader_accepts_is_not_published() {
    let mut cooperative = bare();
    cooperative.coordinates = Some((48.8, 2.3));
    assert_eq!(summary_of(&cooperative).checked(), Err(SummaryFault::Unsafe("coordinates")));
    cooperative.coordinates = None;
    assert!(summary_of(&cooperative).checked().is_ok());
}

#[test]
fn a_summary_of_very_long_names_loses_some_of_them_and_stays_small_enough() {
    let mut cooperative = bare();
    cooperative.products =
        (0..120).map(|n| product(&format!("Susu {n} {}", "🐄".repeat(290)), 12_500)).collect();
    let summary = summary_of(&cooperative);
    assert_eq!(Summary::parse(&summary.to_json()), Err(SummaryFault::TooLarge));
    let summary = summary.checked().expect("small enough");
    assert_eq!(Summary::parse(&summary.to_json()), Ok(summary.clone()));
    assert_eq!((summary.products.count, summary.products.shown.len()), (120, SHOWN_PRODUCTS));
}

#[test]
fn old_addresses_of_a_stranger_are_names_of_folders() {
    let refused = parse_text(r#"{"etalase":1,"slug":"kpc","name":"KPC","old_slugs":["../a"]}"#);
    assert_eq!(refused, Err(SummaryFault::Unsafe("old_slugs")));
}

proptest::proptest! {
    #[test]
    fn a_portal_is_told_the_price_of_the_one_offer(
        price in proptest::option::of(1_000_u64..90_000),
        promo in proptest::option::of(1_000_u64..90_000),
        minimum_order in 1_u32..5,
        variants in proptest::collection::vec((
            proptest::option::of(1_000_u64..90_000),
            proptest::option::of(proptest::sample::select(vec!["ons", "karung"])),
            proptest::option::of(1_u32..9),
            proptest::bool::ANY,
        ), 0..4),
    ) {
        let variant = |(price, unit, minimum_order, is_sold_out): (Option<u64>, Option<&str>, Option<u32>, bool)| Variant {
            price: price.and_then(Rupiah::new),
            unit: unit.map(LocalText::new),
            minimum_order,
            stock: is_sold_out.then_some(Stock::SoldOut),
            ..Variant::named(LocalText::new("Jenis"))
        };
        let promo = promo.and_then(Rupiah::new);
        let goods = Product {
            price: price.and_then(Rupiah::new),
            promo: promo.map(|price| Promo { price, from: None, until: Date::constant(2099, 12, 31) }),
            minimum_order,
            variants: variants.into_iter().map(variant).collect(),
            ..product("Beras", 1)
        };
        let mut cooperative = bare();
        cooperative.products = vec![goods.clone()];
        let json = summary_of(&cooperative).to_json();
        let told = Summary::parse(&json).expect("what is written is read").products.shown.remove(0);
        // A portal cannot see when a promo ends.
        let offers = Offers::without_promo(&goods);
        let leading = offers.leading();
        proptest::prop_assert_eq!(told.price, leading.price.map(Rupiah::amount));
        proptest::prop_assert_eq!(told.unit.as_ref().map(Words::original), leading.unit.map(LocalText::original));
        proptest::prop_assert_eq!((told.from, told.minimum.unwrap_or(1)), (offers.is_from(), leading.minimum));
    }
}

#[test]
fn a_text_with_a_language_twice_or_in_another_order_reads_back_as_it_was_written() {
    let read = |json: &str| serde_json::from_str::<wire::Words>(json).expect("words");
    for json in [
        r#"{"_": "Kopi", "en": "Coffee", "en": "Tea"}"#,
        r#"{"su": "Kopi", "en": "Coffee", "en": "Tea", "_": "Kopi"}"#,
        r#"{"su": "Kopi", "en": "Coffee", "su": "Teh", "_": "Kopi", "x": 1}"#,
    ] {
        let words = read(json);
        assert_eq!(words.get(Language::En), "Coffee", "{json}");
        assert_eq!(read(&serde_json::to_string(&words).expect("JSON")), words, "{json}");
    }
}

/// A portal of 100,000 holds one of these for each: ten words more are 8 MB more.
#[test]
fn an_outline_takes_few_bytes_beside_its_texts() {
    assert!(size_of::<Summary>() <= 600, "{}", size_of::<Summary>());
}
