//! The desk of the office.

use super::*;

#[test]
fn monitoring_puts_the_stalest_first_and_gives_the_same_as_data() {
    let plan = plan_of(&[dairy(), craft()]);
    let monitor = page(&plan, "pantau/index.html");
    let place = |words: &str| monitor.rfind(words).unwrap_or_else(|| panic!("no {words}"));
    assert!(place(">Koperasi Tanah</a>") < place(">Sagara</a>"));
    assert!(monitor.contains("4.998"));
    let csv = page(&plan, "pantau/pantau.csv");
    assert!(csv.starts_with("\u{feff}alamat;nama;"), "{csv}");
    assert!(csv.contains("susu;Koperasi Susu;32.04;Kabupaten Bandung;Pangalengan;produsen;"), "{csv}");
    let json: serde_json::Value =
        serde_json::from_str(&page(&plan, "pantau/pantau.json")).expect("valid JSON");
    assert_eq!(json["online"], 2);
    let craft = &json["cooperatives"][0];
    assert_eq!((&craft["freshness"], &craft["because"][0]["matter"]), (&"stale".into(), &"price".into()));
    assert!(
        monitor.contains("harga tertua 2 Januari 2026") && monitor.contains("foto tiap barang, foto sampul")
    );
    assert!(
        !monitor.contains("produk.foto")
            && monitor.contains("https://wa.me/6281000000009?text=Halo%20Koperasi%20Tanah")
    );
    assert!(csv.contains("harga tertua 2 Januari 2026") && csv.contains(";0810-0000-0009;"), "{csv}");
}

#[test]
fn the_desk_has_a_page_for_each_regency_state_and_order_and_none_that_shows_the_same_as_all() {
    let saver = summary(
        "simpan",
        "KSP Rukun",
        r#","kind":"simpan-pinjam","updated":"2026-11-01","whatsapp":"6281000000008",
           "region":{"code":"32.04.37","regency":"KAB. BANDUNG","district":"SOREANG"}"#,
    );
    let plan = plan_of(&[dairy(), craft(), saver]);
    let monitor = page(&plan, "pantau/index.html");
    for (list, shown) in [
        ("32-04", &["Sagara", "KSP Rukun"][..]),
        ("32-14", &["Koperasi Tanah"]),
        ("32-04-15", &["Sagara"]),
        ("32-04-37", &["KSP Rukun"]),
        ("produsen", &["Koperasi Tanah", "Sagara"]),
        ("simpan-pinjam", &["KSP Rukun"]),
        ("segar", &["Sagara", "KSP Rukun"]),
        ("lama", &["Koperasi Tanah"]),
        ("nama", &["Koperasi Tanah", "KSP Rukun", "Sagara"]),
    ] {
        let one = page(&plan, &format!("pantau/{list}/index.html"));
        let cards: Vec<&str> = one
            .split(r#"<h3 class="desk__name">"#)
            .skip(1)
            .filter_map(|card| card.split_once("</a>")?.0.rsplit('>').next())
            .collect();
        let (mut found, mut wanted) = (cards.clone(), shown.to_vec());
        if list != "nama" {
            found.sort_unstable();
            wanted.sort_unstable();
        }
        assert_eq!(found, wanted, "{list}");
        // A district is reached from its regency.
        let from = if list.len() > 5 && list.starts_with("32") { "pantau/32-04/index.html" } else { "" };
        let leads = if from.is_empty() { monitor.clone() } else { page(&plan, from) };
        assert!(leads.contains(&format!("pantau/{list}/\"")), "{list}");
    }
    assert!(monitor.contains("<dt>simpan pinjam</dt><dd>1</dd>"), "{monitor}");
    let bandung = page(&plan, "pantau/32-04/index.html");
    assert!(bandung.contains(">Pemantauan Kabupaten Bandung</h1>"), "one name, whoever spells it");
    assert!(plan.get("pantau/diam/index.html").is_none());
    let alone = plan_of(&[craft()]);
    let is_page = |path: &crate::plan::SitePath| path.as_str().starts_with("pantau/") && path.is_page();
    let pages = alone.iter().filter(|(path, _)| is_page(path)).count();
    assert_eq!(pages, 3, "all, the regency, its report");
}

#[test]
fn a_portal_of_thousands_has_lists_by_place_only_and_leads_to_them() {
    let places = [("32.04.15", "Kabupaten Bandung"), ("32.14.09", "Kabupaten Purwakarta")];
    let many: Vec<Summary> = (0..2001)
        .map(|n| {
            let (code, regency) = places[n % 2];
            let rest = format!(r#","kind":"produsen","region":{{"code":"{code}","regency":"{regency}"}}"#);
            summary(&format!("kop-{n}"), &format!("Koperasi {n}"), &rest)
        })
        .collect();
    let many: Vec<Summary> = many.into_iter().chain([summary("lain", "Tanpa Wilayah", "")]).collect();
    let mut settings = settings();
    settings.languages.truncate(1);
    let scene_of = |summaries: &[Summary]| {
        let mut findings = Findings::new();
        let mut load =
            |name: &str| Theme::load(name, &BTreeMap::new(), &mut findings).expect("a built-in theme");
        let themes = Themes { storefront: load("etalase"), youth: load("muda") };
        let mut plan = Plan::new();
        let mut add = |part: Plan, findings: &mut Findings| plan.merge(part, findings);
        portal_pages(
            Cooperatives::of(summaries),
            Written { office: &office(), programme: &Programme::default(), guides: &Guides::default() },
            &settings,
            &themes,
            &mut add,
            &mut findings,
        );
        plan
    };
    let plan = scene_of(&many);
    let monitor = page(&plan, "pantau/index.html");
    assert!(monitor.contains("data-far hidden"), "its script leads elsewhere");
    assert!(monitor.contains("401 dari 2.002 koperasi; daftar lengkapnya"), "{monitor}");
    let named = |list: &str| -> usize {
        plan.iter()
            .filter(|(path, _)| {
                path.is_page() && path.as_str().starts_with(list) && !path.as_str().contains("cetak")
            })
            .map(|(path, _)| page(&plan, path.as_str()).matches("class=\"desk__name\"").count())
            .sum()
    };
    assert_eq!(named("pantau/index") + named("pantau/halaman/"), 401);
    assert_eq!(named("pantau/32-"), 2001, "the lists of regencies leave nobody out");
    assert!(page(&plan, "pantau/halaman/17/index.html").contains(">Tanpa Wilayah<"));
    assert!(monitor.contains(r#"<option value="32.04" data-href="../pantau/32-04/">"#));
    assert!(!monitor.contains(r#"name="keadaan""#) && plan.get("pantau/diam/index.html").is_none());
    assert!(plan.get("pantau/nama/index.html").is_none() && plan.get("pantau/32-04/index.html").is_some());
}

#[test]
fn the_report_of_a_regency_names_who_is_to_be_visited_and_of_whom_there_is_news() {
    let old = r#","updated":"2025-03-03","whatsapp":"6281000000009",
        "region":{"code":"32.04.15","regency":"Kabupaten Bandung","district":"Pangalengan"}"#;
    let plan = plan_of(&[dairy(), craft(), summary("lama", "Koperasi Lama", old)]);
    let report = page(&plan, "pantau/32-04/cetak/index.html");
    assert!(report.contains("<h2>Laporan Kabupaten Bandung</h2>") && report.contains("24 November 2026"));
    let visits = report.split_once("<tbody>").expect("a table").1.split_once("</tbody>").expect("its end").0;
    assert_eq!(visits.matches("<tr>").count(), 1, "{visits}");
    for told in
        ["Koperasi Lama", "0810-0000-0009", "tidak ada kabar sejak 3 Maret 2025", "kunjungi atau telepon"]
    {
        assert!(visits.contains(told), "{told}: {visits}");
    }
    assert!(report.contains("Sagara <span>20 November 2026</span>") && !report.contains("Koperasi Tanah"));
    let calm = page(&plan_of(&[dairy()]), "pantau/32-04/cetak/index.html");
    assert!(!calm.contains("<table") && calm.contains("Semua etalase masih bisa diandalkan pembeli"));
}

#[test]
fn whoever_is_silent_has_a_card_that_says_since_when_and_a_message_that_asks() {
    let whatsapp = r#","whatsapp":"6281000000009""#;
    let old = summary("lama", "Koperasi Lama", &format!(r#","updated":"2025-03-03"{whatsapp}"#));
    let never = summary("baru", "Koperasi Baru", whatsapp);
    let plan = plan_of(&[old, never]);
    let monitor = page(&plan, "pantau/index.html");
    assert!(monitor.contains("tidak ada kabar sejak 3 Maret 2025"), "{monitor}");
    assert!(monitor.contains("belum pernah ada kabar"));
    assert!(monitor.contains("Kabar%20terakhir%20dari%20etalase%20Anda%20kami%20lihat%203%20Maret%202025"));
    let csv = page(&plan, "pantau/pantau.csv");
    assert!(csv.contains(";diam;tidak ada kabar sejak 3 Maret 2025;"), "{csv}");
}

#[test]
fn a_cooperative_whose_site_is_gone_stands_in_monitoring_only_and_no_link_leads_nowhere() {
    let region = r#","region":{"code":"32.05","regency":"Kabupaten Garut"}"#;
    let gone = Summary {
        home: Some("https://hilang.example/".to_owned()),
        silent_since: Some(Date::constant(2026, 9, 1)),
        ..summary("hilang", "Koperasi Hilang", region)
    };
    let plan = plan_of(&[craft(), gone]);
    assert!(plan.get("wilayah/32-05/index.html").is_none() && !page(&plan, "index.html").contains("Hilang"));
    let monitoring = page(&plan, "pantau/index.html");
    assert!(monitoring.contains("Koperasi Hilang"));
    for path in ["pantau/index.html", "pantau/32-05/index.html"] {
        assert!(!page(&plan, path).contains("wilayah/32-05"), "{path}");
    }
}
