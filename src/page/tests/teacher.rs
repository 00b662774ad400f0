//! Lessons for teachers, and screens for a projector.

use super::*;

#[test]
fn lessons_speak_in_the_numbers_of_the_cooperative_and_fold_their_answers_away() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let lessons = page(&plan, "muda/guru/index.html");
    assert_eq!(lessons.matches("<article class=\"lesson\"").count(), 4);
    assert_eq!(lessons.matches("<details>").count(), lessons.matches("class=\"lesson__answer\"").count());
    let own = cooperative();
    let surplus = own.surplus.as_ref().expect("the fixture has one");
    for (_, amount) in surplus.parts() {
        let amount = crate::view::money::rupiah(amount, Language::Id);
        assert!(
            lessons.contains(&format!("<p class=\"lesson__answer\">{amount}</p>")),
            "{amount}: {lessons}"
        );
    }
    let product = own.products.iter().find(|product| product.price.is_some()).expect("one with a price");
    let price = crate::view::money::rupiah(product.price.expect("it has one"), Language::Id);
    assert!(lessons.contains(&format!("{} dijual {price}.", product.name.get(Language::Id))), "{lessons}");
    assert!(
        lessons.contains("href=\"../../muda/proyektor/\"") && lessons.contains("href=\"../../muda/kit/\"")
    );
    assert!(lessons.contains("\"EducationalAudience\""));
    for forbidden in ["<form", "<input", "<script src", " style=", "{product}", "{amount}"] {
        assert!(!lessons.contains(forbidden), "{forbidden}");
    }
}

#[test]
fn without_numbers_of_its_own_a_cooperative_lends_from_an_example_and_says_so() {
    let bare = Cooperative { surplus: None, products: Vec::new(), member_count: None, ..cooperative() };
    let plan = plan_of(&bare, &settings(), SiteShape::One);
    for path in ["muda/guru/index.html", "muda/proyektor/index.html"] {
        let html = page(&plan, path);
        assert!(html.contains("Semua angka hanya contoh.") && html.contains("Keripik singkong"), "{html}");
        let (_, main) = html.split_once("<main").expect("a page has a main part");
        let (main, _) = main.split_once("</main>").expect("it ends");
        assert!(!main.contains('{'), "a value is missing: {main}");
    }
    // A fifth of 5.000, and 200.000 divided by it.
    let lessons = page(&plan, "muda/guru/index.html");
    assert!(lessons.contains("Sisanya Rp\u{a0}1.000.") && lessons.contains("Jadi 200."), "{lessons}");
    assert!(lessons.contains("21 suara, yaitu lebih dari setengah."));
}

#[test]
fn a_screen_has_one_idea_and_a_way_on_without_a_script() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::Many);
    let root = SiteShape::Many.root_of(&cooperative());
    let slides = page(&plan, &format!("{root}muda/proyektor/index.html"));
    let count = slides.matches("<section class=\"slide").count();
    assert_eq!(count, 10);
    for number in 2..=count {
        assert!(slides.contains(&format!("id=\"layar-{number}\"")), "{number}");
        assert!(slides.contains(&format!("href=\"#layar-{number}\"")), "{number}");
    }
    assert!(slides.contains("href=\"../../../muda/kit/\""), "{slides}");
}

#[test]
fn the_front_page_and_its_foot_lead_to_the_lessons() {
    let plan = plan_of(&cooperative(), &settings(), SiteShape::One);
    let front = page(&plan, "muda/index.html");
    assert_eq!(front.matches("href=\"../muda/guru/\"").count(), 2, "{front}");
    assert!(page(&plan, "muda/apa/index.html").contains("href=\"../../muda/guru/\""));
}
