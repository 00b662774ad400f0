//! The pages for pupils.

use super::*;

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
fn without_a_surplus_of_its_own_a_cooperative_leads_to_the_portal_s_simulator() {
    let bare = Cooperative { surplus: None, ..cooperative() };
    let plan = plan_of(&bare, &settings(), SiteShape::Many);
    assert!(plan.get(&format!("{}/muda/shu/index.html", bare.slug)).is_none());
    for file in ["muda/index.html", "muda/guru/index.html"] {
        let youth = page(&plan, &format!("{}/{file}", bare.slug));
        let up = "../".repeat(file.matches('/').count());
        assert!(youth.contains(&format!("href=\"{up}../muda/shu/\"")), "{file}: {youth}");
    }
    let own = page(
        &plan_of(&cooperative(), &settings(), SiteShape::Many),
        &format!("{}/muda/index.html", bare.slug),
    );
    assert!(own.contains("href=\"../muda/shu/\""), "{own}");
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
    assert!(page(&alone, "muda/index.html").contains("href=\"../muda/shu/\""));
    let among_many = plan_of(&bare, &settings(), SiteShape::Many);
    assert!(!among_many.iter().any(|(path, _)| path.as_str().contains("muda/shu/")));
}

#[test]
fn a_site_of_one_has_the_quiz_with_its_results_as_pictures_and_leads_to_it() {
    let role = |id: &str, name: &str| crate::model::QuizRole {
        id: Slug::from_name(id).expect("a slug"),
        name: name.to_owned(),
        description: "Kamu tenang kalau angkanya cocok.".to_owned(),
        next_step: None,
    };
    let answer =
        |role: usize| crate::model::QuizAnswer { text: format!("Jawaban {role}"), points: vec![(role, 1)] };
    let quiz = crate::model::Quiz {
        title: "Kamu cocok jadi apa?".to_owned(),
        summary: None,
        on_paper: Some("Lingkari satu jawaban.".to_owned()),
        on_tie: None,
        roles: vec![role("bendahara", "Bendahara"), role("kreator", "Kreator")],
        questions: vec![crate::model::QuizQuestion {
            question: "Sabtu pagi?".to_owned(),
            answers: vec![answer(0), answer(1)],
        }],
    };
    let mut own = cooperative();
    assert!(plan_of(&own, &settings(), SiteShape::One).get("muda/kuis/index.html").is_none());
    own.youth.quiz = Some(quiz);
    let plan = plan_of(&own, &settings(), SiteShape::One);
    let quiz = page(&plan, "muda/kuis/index.html");
    assert!(quiz.contains("data-points=\"1:1\"") && quiz.contains("Lingkari satu jawaban."), "{quiz}");
    assert!(quiz.contains("●") && quiz.contains("▲"), "{quiz}");
    assert!(page(&plan, "muda/index.html").contains("href=\"kuis/\""));
    let drawn = plan.iter().filter(|(_, output)| matches!(output, Output::Card(_)));
    let results = drawn.filter(|(path, _)| path.as_str().contains("bendahara")).count();
    assert_eq!(results, 2, "a phone's height and a square");
}

#[test]
fn goods_that_tell_their_way_are_followed_to_the_hand_and_others_leave_no_hole() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let origin = page(&plan, "muda/asal/index.html");
    assert!(origin.contains("Diperah jam empat") && origin.contains("Sebelum matahari naik."));
    assert!(origin.contains("Sampai di tanganmu") && origin.contains("tiap botol 500 ml"));
    assert!(origin.contains("produk/susu-pasteurisasi/\""), "{origin}");
    assert!(page(&plan, "muda/index.html").contains("href=\"asal/\""));
    let mut silent = cooperative();
    silent.products.iter_mut().for_each(|product| product.origin.clear());
    let plan = plan_of(&silent, &settings(), SiteShape::One);
    assert!(plan.get("muda/asal/index.html").is_none());
    assert!(!page(&plan, "muda/index.html").contains("asal/"));
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
