//! Which cooperative fits a small business.

use super::*;

fn to_join(slug: &str, regency: &str, rest: &str) -> Summary {
    let region = format!(r#""region":{{"code":"{regency}.15","regency":"Wilayah {regency}"}}"#);
    summary(slug, &format!("Koperasi {slug}"), &format!(r#",{region},"sectors":["pertanian"],{rest}"#))
}

const SELLS: &str = r#""whatsapp":"6281000000001","joining":{"initial":50000,"periodic":10000,
    "terms":[{"_":"Warga desa","en":"Villagers"},"KTP","Usaha sendiri","Rapat"],"helps":["jualan","kind-of-tomorrow"]}"#;

#[test]
fn a_list_for_each_need_tells_what_joining_costs_and_asks() {
    let plan =
        plan_of(&[to_join("tani", "32.04", SELLS), to_join("susu", "32.14", r#""joining":{}"#), craft()]);
    let guide = page(&plan, "cocok/index.html");
    assert!(
        guide.contains(r#"<a href="../cocok/jualan/">Menjualkan hasil usaha</a> <span>1 koperasi</span>"#),
        "{guide}"
    );
    assert!(guide.contains("Pinjaman modal: belum ada koperasi yang mencatatnya"), "{guide}");
    let list = page(&plan, "cocok/jualan/index.html");
    for words in [
        r#"id="wilayah-32-04""#,
        "Rp\u{a0}50.000 saat masuk, lalu Rp\u{a0}10.000 tiap bulan",
        "Warga desa",
        "https://wa.me/6281000000001?text=Halo%20Koperasi%20tani",
        r#"href="../../tani/gabung/""#,
    ] {
        assert!(list.contains(words), "{words}: {list}");
    }
    assert!(
        !list.contains("Koperasi susu") && !list.contains("Rapat"),
        "three terms, the others are on its page"
    );
    assert!(page(&plan, "en/cocok/jualan/index.html").contains("Villagers"));
}

#[test]
fn the_guide_reads_one_file_for_a_regency_and_knows_its_neighbours() {
    let plan = plan_of(&[to_join("tani", "32.04", SELLS), to_join("susu", "32.05", SELLS), craft()]);
    let guide = page(&plan, "cocok/index.html");
    let place = r#"value="../cocok/data/32-04.json" data-near="cocok/data/32-05.json">Wilayah 32.04<"#;
    assert!(guide.contains(place), "{guide}");
    // Nobody can be joined there, and none of its neighbours has somebody.
    assert!(guide.contains(r#"value="" data-near="">Kabupaten Purwakarta<"#), "{guide}");
    let json: serde_json::Value =
        serde_json::from_str(&page(&plan, "cocok/data/32-04.json")).expect("valid JSON");
    let line = &json[0];
    assert_eq!(
        (&line["href"], &line["monthly"], &line["sectors"][0]),
        (&"tani/".into(), &10_000.into(), &"pertanian".into())
    );
    let english: serde_json::Value =
        serde_json::from_str(&page(&plan, "en/cocok/data/32-04.json")).expect("valid JSON");
    assert_eq!((&english[0]["href"], &english[0]["terms"][0]), (&"../tani/en/".into(), &"Villagers".into()));
    assert!(plan.get("cocok/data/32-14.json").is_none());
}

#[test]
fn a_portal_whose_cooperatives_do_not_say_how_to_join_has_no_guide() {
    let plan = plan_of(&[craft()]);
    assert!(plan.get("cocok/index.html").is_none());
    assert!(!page(&plan, "index.html").contains("cocok/"));
}
