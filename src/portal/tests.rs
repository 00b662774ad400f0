use std::collections::BTreeMap;

mod directory;
mod fit;
mod goods;
mod monitoring;
mod outlets;

use super::*;
use crate::guides::Guides;
use crate::model::{
    Date, Event, LocalText, MakeUp, OfficePage, Quiz, QuizAnswer, QuizQuestion, QuizRole, Slug,
};
use crate::plan::Output;
use crate::theme::Theme;

fn summary(slug: &str, name: &str, rest: &str) -> Summary {
    let json =
        format!(r#"{{"etalase":1,"slug":"{slug}","name":"{name}","languages":["id","su","en"]{rest}}}"#);
    Summary::parse(json.as_bytes()).expect("a sound summary")
}

fn dairy() -> Summary {
    summary(
        "susu",
        "Koperasi Susu",
        r#","short_name":"Sagara","kind":"produsen","sectors":["peternakan"],
           "region":{"code":"32.04.15","regency":"Kabupaten Bandung","district":"Pangalengan"},
           "coordinates":[-7.17,107.55],"updated":"2026-11-20",
           "products":{"count":2,"categories":["Susu"],"shown":[{"slug":"susu-murni","name":"Susu murni","price":12500}]},
           "openings":[
             {"slug":"pkl-susu","title":"PKL susu","kind":"pkl","fields":["APHP"],"closes":"2026-12-18"},
             {"slug":"lewat","title":"PKL yang lewat","kind":"pkl","fields":["TKJ"],"closes":"2026-11-01"}]"#,
    )
}

fn craft() -> Summary {
    summary(
        "tanah",
        "Koperasi Tanah",
        r#","kind":"produsen","sectors":["kriya"],"updated":"2026-11-20","whatsapp":"6281000000009",
           "products":{"count":1,"shown":[{"slug":"kendi","name":"Kendi","price":90000}],
             "priced_oldest":"2026-01-02","priced_freshest":"2026-01-02"},
           "completeness":{"score":40,"missing":["produk.foto","sampul","lain"]},
           "region":{"code":"32.14.09","regency":"Kabupaten Purwakarta"}"#,
    )
}

fn office() -> Office {
    let at = |text: &str| text.parse().expect("a time");
    Office {
        events: vec![Event {
            title: LocalText::new("Bimtek foto"),
            starts: at("2026-11-20T08:00"),
            ends: None,
            place: None,
            audience: None,
            description: None,
            make_up: Some(MakeUp {
                starts: at("2026-12-19T08:00"),
                ends: None,
                place: Some("Soreang".to_owned()),
            }),
        }],
        pages: vec![OfficePage {
            slug: Slug::parse("untuk-guru").expect("slug"),
            title: "Untuk guru".to_owned(),
            summary: None,
            body: "Satu <script>alert(1)</script> kalimat.\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n".to_owned(),
            body_starts_after_line: 3,
        }],
        quiz: Some(Quiz {
            title: "Kamu cocok jadi apa?".to_owned(),
            summary: None,
            on_paper: Some("Lingkari satu jawaban.".to_owned()),
            on_tie: Some("Baca keduanya.".to_owned()),
            roles: ["bendahara", "kreator"]
                .map(|id| QuizRole {
                    id: Slug::parse(id).expect("slug"),
                    name: id.to_owned(),
                    description: "Teliti.".to_owned(),
                    next_step: None,
                })
                .to_vec(),
            questions: vec![QuizQuestion {
                question: "Sabtu pagi?".to_owned(),
                answers: (0..2)
                    .map(|role| QuizAnswer { text: format!("Jawaban {role}"), points: vec![(role, 1)] })
                    .collect(),
            }],
        }),
    }
}

fn settings() -> Settings {
    let mut settings = Settings::for_day(jiff::civil::date(2026, 11, 24));
    settings.base_url = Some("https://etalase.example/jabar/".to_owned());
    settings.programme.targets = [(2019, 200), (2027, 5_000)].into();
    settings
}

fn plan_of(summaries: &[Summary]) -> Plan {
    plan_with(summaries, &office(), &Programme::default())
}

fn plan_with(summaries: &[Summary], office: &Office, programme: &Programme) -> Plan {
    let mut findings = Findings::new();
    let load = |name, findings: &mut Findings| {
        Theme::load(name, &BTreeMap::new(), findings).expect("a built-in theme")
    };
    let themes = Themes { storefront: load("etalase", &mut findings), youth: load("muda", &mut findings) };
    let plan = plan_in(Cooperatives::of(summaries), office, programme, &themes, &mut findings);
    assert!(findings.is_empty(), "{}", findings.brief());
    plan
}

fn plan_in(
    cooperatives: Cooperatives<'_>,
    office: &Office,
    programme: &Programme,
    themes: &Themes,
    findings: &mut Findings,
) -> Plan {
    let mut plan = Plan::new();
    let mut add = |part: Plan, findings: &mut Findings| plan.merge(part, findings);
    let written = Written { office, programme, guides: &Guides::default() };
    portal_pages(cooperatives, written, &settings(), themes, &mut add, findings);
    plan
}

#[test]
fn outlines_give_the_pages_of_whole_summaries() {
    let mut findings = Findings::new();
    let mut load = |name: &str| {
        let theme = Theme::load(name, &BTreeMap::new(), &mut findings).expect("a built-in theme");
        theme.without(Feature::Search).without(Feature::Monitoring)
    };
    let themes = Themes { storefront: load("etalase"), youth: load("muda") };
    let photo = r#","photo":{"file":"foto/susu.webp","width_px":480,"height_px":360}"#;
    let product = |name: &str, rest: &str| format!(r#"{{"slug":"{name}","name":"{name}"{rest}}}"#);
    let all: Vec<Summary> = (0..250)
        .map(|n| {
            let goods = [product("susu", ""), product("keju", if n % 60 == 59 { photo } else { "" })].join(",");
            let rest = format!(
                r#","region":{{"code":"32.04","regency":"Kabupaten Bandung"}},"sectors":["peternakan"],
                "slogan":"Ke-{n}","products":{{"count":3,"categories":["Minuman"],"shown":[{goods}],"more":["Es"]}}"#
            );
            summary(&format!("kop-{n}"), &format!("Koperasi {n}"), &rest)
        })
        .collect();
    let outlines: Vec<Summary> =
        all.iter().zip(0..).map(|(summary, number)| summary.clone().outline(number)).collect();
    assert!(outlines.iter().all(|outline| outline.products.shown.is_empty()));
    let whole = |number: u32| all.get(number as usize).cloned();
    let cooperatives = Cooperatives { summaries: outlines.iter().collect(), whole: &whole };
    let (office, nobody) = (office(), Programme::default());
    let of_outlines = plan_in(cooperatives, &office, &nobody, &themes, &mut findings);
    let of_whole = plan_in(Cooperatives::of(&all), &office, &nobody, &themes, &mut findings);
    assert!(findings.is_empty(), "{}", findings.brief());
    assert!(page(&of_whole, "index.html").contains("susu.webp"));
    let texts = |plan: &Plan| -> BTreeMap<String, Vec<u8>> {
        let bytes = |output: &Output| output.bytes().map(<[u8]>::to_vec).unwrap_or_default();
        plan.iter().map(|(path, output)| (path.as_str().to_owned(), bytes(output))).collect()
    };
    for (path, text) in texts(&of_whole) {
        assert!(texts(&of_outlines).get(&path) == Some(&text), "{path}");
    }
    assert_eq!(of_outlines.len(), of_whole.len());
}

fn page(plan: &Plan, path: &str) -> String {
    match plan.get(path) {
        Some(Output::Page(bytes)) => String::from_utf8(bytes.clone()).expect("UTF-8"),
        other => panic!("{path} is {other:?}"),
    }
}

#[test]
fn a_portal_has_its_pages_in_every_language() {
    let plan = plan_of(&[dairy(), craft()]);
    for path in [
        "index.html",
        "wilayah/32-04/index.html",
        "wilayah/32-14/index.html",
        "jenis/produsen/index.html",
        "sektor/kriya/index.html",
        "agenda/index.html",
        "peluang/index.html",
        "peluang/aphp/index.html",
        "peluang/32-04/index.html",
        "pantau/index.html",
        "muda/index.html",
        "muda/untuk-guru/index.html",
        "muda/kuis/index.html",
        "muda/kit/index.html",
        "muda/kit/notulen/index.html",
        "muda/guru/index.html",
        "muda/proyektor/index.html",
    ] {
        for language in ["", "su/", "en/"] {
            assert!(plan.get(&format!("{language}{path}")).is_some(), "{language}{path}");
        }
    }
    assert!(page(&plan, "en/index.html").contains(r#"href="./../susu/en/""#));
    assert!(page(&plan, "wilayah/32-04/index.html").contains(r#"href="../../susu/""#));
}

#[test]
fn a_long_list_goes_on_over_pages_that_a_phone_can_carry() {
    let many: Vec<Summary> = (0..250)
        .map(|n| {
            let slug = format!("susu-{n:03}");
            let name = format!("Koperasi {n:03}");
            summary(
                &slug,
                &name,
                r#","kind":"produsen","sectors":["peternakan"],
                   "region":{"code":"32.04.15","regency":"Kabupaten Bandung"},
                   "events":[{"title":"Rapat","starts":"2026-12-05T09:00"}],
                   "openings":[{"slug":"pkl","title":"PKL","kind":"pkl","fields":["APHP"],"closes":"2026-12-18"}]"#,
            )
        })
        .collect();
    let plan = plan_of(&many);
    for (list, most) in [
        ("wilayah/32-04/", 100),
        ("jenis/produsen/", 100),
        ("sektor/peternakan/", 100),
        ("peluang/", 70),
        ("peluang/aphp/", 70),
        ("peluang/32-04/", 70),
        ("agenda/", 100),
        ("pantau/", 25),
    ] {
        let last = 250_usize.div_ceil(most);
        let leaf = |number: usize| if number > 1 { format!("halaman/{number}/") } else { String::new() };
        let pages: Vec<String> =
            (1..=last).map(|number| page(&plan, &format!("{list}{}index.html", leaf(number)))).collect();
        for n in 0..250 {
            let link = format!("/susu-{n:03}/");
            let shown = pages.iter().filter(|page| page.contains(&link)).count();
            assert_eq!(shown, 1, "{list}: {link}");
        }
        assert!(plan.get(&format!("{list}{}index.html", leaf(last + 1))).is_none(), "{list}");
        let (first, second, end) = (&pages[0], &pages[1], &pages[last - 1]);
        let up = "../".repeat(list.matches('/').count());
        assert!(first.contains(&format!(r#"href="{up}{list}halaman/2/" rel="next""#)), "{list}: {first}");
        assert!(!first.contains(r#"rel="prev""#) && !end.contains(r#"rel="next""#), "{list}");
        assert!(second.contains(&format!(r#"href="../../{up}{list}" rel="prev""#)), "{list}: {second}");
        assert!(
            second.contains(&format!("Halaman 2 dari {last}")) && second.contains(", halaman 2</h1>"),
            "{list}: {second}"
        );
    }
    // The chip of the filter in use leads to the first page, which is where one is only there.
    let chips = |path: &str| page(&plan, path).matches(r#"aria-current="page""#).count();
    assert_eq!(["peluang/aphp/index.html", "peluang/aphp/halaman/2/index.html"].map(chips), [1, 0]);
    let second = page(&plan, "peluang/aphp/halaman/2/index.html");
    assert!(second.contains(r#"href="../../../../peluang/aphp/" aria-current="true""#), "{second}");
    let monitor = page(&plan, "pantau/halaman/2/index.html");
    assert!(!monitor.contains(r#"id="sasaran""#), "what all have reached stands on the first page only");
    let youth = page(&plan, "muda/index.html");
    assert_eq!(youth.matches(r#"class="tiles__name""#).count(), 24);
    assert!(youth.contains(r#"href="../cari/">Semua koperasi (250)</a>"#), "{youth}");
}

#[test]
fn a_line_of_the_directory_brings_no_word_twice_and_no_photo_wider_than_it_shows() {
    let photo = r#","cover":{"file":"susu/foto/s-480.webp","width_px":480,"height_px":360,"narrower":[
        {"file":"susu/foto/s-200.webp","width_px":200},{"file":"susu/foto/s-320.webp","width_px":320}]}"#;
    let shop = summary("susu", "Koperasi Susu", photo);
    let front = page(&plan_of(&[Summary { cover: shop.cover, ..dairy() }, craft()]), "index.html");
    // Its names, place, kind and category stand on it.
    assert!(front.contains(r#"data-find="peternakan murni""#), "{front}");
    assert!(front.contains("s-320.webp 320w\" sizes") && !front.contains("s-480"), "{front}");
}

#[test]
fn a_price_stands_beside_its_unit_in_the_language_of_the_page() {
    let shop = summary(
        "susu",
        "Koperasi Susu",
        r#","products":{"count":1,"shown":[{"slug":"susu","name":"Susu","price":12500,
           "unit":{"_":"botol","en":"bottle"},"photo":{"file":"foto/s.webp","width_px":480,"height_px":360}}]}"#,
    );
    let plan = plan_of(&[shop]);
    for (path, unit) in
        [("index.html", "/ botol<"), ("su/index.html", "/ botol<"), ("en/index.html", "/ bottle<")]
    {
        assert!(page(&plan, path).contains(unit), "{path}");
    }
}

#[test]
fn the_order_of_summaries_changes_nothing() {
    assert_eq!(plan_of(&[dairy(), craft()]), plan_of(&[craft(), dairy()]));
}

#[test]
fn what_has_closed_is_not_on_the_board_and_a_make_up_session_is_on_the_agenda() {
    let plan = plan_of(&[dairy()]);
    let board = page(&plan, "peluang/index.html");
    assert!(board.contains("PKL susu") && !board.contains("PKL yang lewat"));
    assert!(board.contains(r#"href="../susu/muda/#pkl-susu""#));
    assert!(plan.get("peluang/tkj/index.html").is_none());
    let agenda = page(&plan, "agenda/index.html");
    assert!(agenda.contains("Bimtek foto") && agenda.contains("19 Desember 2026"), "{agenda}");
}

#[test]
fn a_cooperative_elsewhere_is_linked_there_and_no_photo_is_asked_of_its_host() {
    let photo = r#","cover":{"file":"foto/a-480-0123.webp","width_px":480,"height_px":360}"#;
    let mut elsewhere = summary("jauh", "Koperasi Jauh", photo);
    elsewhere.home = Some("https://jauh.example/".to_owned());
    let front = page(&plan_of(&[elsewhere]), "index.html");
    assert!(front.contains(r#"href="https://jauh.example/""#));
    assert!(!front.contains("foto/a-480"));
}

#[test]
fn a_portal_without_anything_still_has_a_front_page() {
    let plan = plan_of(&[]);
    assert!(page(&plan, "index.html").contains("Etalase Koperasi"));
    assert!(page(&plan, "muda/index.html").contains("Belum ada tempat yang buka"));
}

#[test]
fn office_pages_show_raw_html_as_text_and_carry_no_style() {
    let teacher = page(&plan_of(&[]), "muda/untuk-guru/index.html");
    assert!(teacher.contains("&lt;script&gt;alert(1)&lt;/script&gt;"));
    assert!(!teacher.contains(" style="));
}

#[test]
fn the_quiz_can_be_done_on_paper_and_sends_nothing() {
    let quiz = page(&plan_of(&[]), "muda/kuis/index.html");
    assert!(!quiz.contains("<form"));
    assert!(quiz.contains("Lingkari satu jawaban.") && quiz.contains("●") && quiz.contains("▲"));
    assert!(quiz.contains(r#"name="soal-1" data-points="1:1""#));
}

#[test]
fn a_regency_has_a_page_of_its_own_with_its_cooperatives_by_district() {
    let places = [("32.04.15", "Pangalengan"), ("32.04.01", "Arjasari"), ("32.04", "")];
    let many: Vec<Summary> = (0..120)
        .map(|n| {
            let (code, district) = places[n % 3];
            let district =
                if district.is_empty() { String::new() } else { format!(r#","district":"{district}""#) };
            let rest = format!(r#","region":{{"code":"{code}","regency":"Kabupaten Bandung"{district}}}"#);
            summary(&format!("k-{n:03}"), &format!("Koperasi {n:03}"), &rest)
        })
        .chain([craft()])
        .collect();
    let plan = plan_of(&many);
    let first = page(&plan, "wilayah/32-04/index.html");
    assert!(first.contains("<h1 class=\"sheet-top__title\">Koperasi Kabupaten Bandung</h1>"), "{first}");
    let at = |text: &str| first.find(text).unwrap_or_else(|| panic!("no {text}: {first}"));
    assert!(at("id=\"kecamatan-32-04-01\">Arjasari") < at("id=\"kecamatan-32-04-15\">Pangalengan"));
    assert!(
        at("id=\"kecamatan-32-04-15\"") < at("id=\"kecamatan-lain\""),
        "those without a district come last"
    );
    assert!(
        first.contains(
            "<a href=\"../../wilayah/32-04/#kecamatan-lain\">Kecamatan belum disebut</a> <span>40</span>"
        ),
        "{first}"
    );
    assert!(page(&plan, "wilayah/32-04/halaman/2/index.html").contains("id=\"kecamatan-lain\""));
    // One cooperative needs no headings.
    assert!(!page(&plan, "wilayah/32-14/index.html").contains("kecamatan-"));
    let front = page(&plan, "index.html");
    assert!(front.contains("1 koperasi</li>") && front.contains("120 koperasi</li>"), "the legend: {front}");
    assert!(front.contains(">Bandung</text>") && front.contains(">Purwakarta</text>"), "names on the map");
}

#[test]
fn the_office_can_put_a_page_of_its_own_in_the_place_of_the_kit() {
    let mut own = office();
    own.pages[0].slug = Slug::parse("kit").expect("slug");
    let plan = plan_with(&[], &own, &Programme::default());
    assert!(page(&plan, "muda/kit/index.html").contains("Untuk guru"));
    assert!(plan.get("muda/kit/daftar/index.html").is_none() && plan.get("muda/kit/buku-kas.xlsx").is_none());
    let front = page(&plan_of(&[]), "muda/index.html");
    assert!(front.contains("Lima lembar siap cetak") && front.contains("Empat kegiatan siap pakai"));
    own.pages[0].slug = Slug::parse("guru").expect("slug");
    let plan = plan_with(&[], &own, &Programme::default());
    assert!(!page(&plan, "muda/guru/index.html").contains("class=\"lesson\""));
    assert!(plan.get("muda/proyektor/index.html").is_none() && plan.get("muda/kit/index.html").is_some());
}

#[test]
fn a_portal_tells_its_news_and_dates_to_other_programs_and_links_to_them() {
    let told = summary(
        "susu",
        "Koperasi Susu",
        r#","short_name":"Sagara","updated":"2026-11-20",
           "events":[{"title":"Pasar susu","starts":"2026-12-06T06:00:00","place":"Pangalengan",
             "make_up":{"starts":"2026-12-13T06:00:00"}}],
           "stories":[{"slug":"lama","title":"Yang lama","date":"2026-09-01"}]"#,
    );
    let elsewhere = summary(
        "jauh",
        "Koperasi Jauh",
        r#","stories":[{"slug":"baru","title":"Yang baru","date":"2026-11-01"}]"#,
    );
    let elsewhere = Summary { home: Some("https://jauh.example/".to_owned()), ..elsewhere };
    let plan = plan_of(&[told, elsewhere]);
    let (news, dates) = (page(&plan, "feed/berita.atom"), page(&plan, "feed/agenda.ics"));
    assert!(news.contains("<id>https://etalase.example/jabar/feed/berita.atom</id>"), "{news}");
    let at = |text: &str| news.find(text).unwrap_or_else(|| panic!("no {text}: {news}"));
    let latest = at("<id>https://jauh.example/cerita/baru/</id>");
    assert!(latest < at("<id>https://etalase.example/jabar/susu/cerita/lama/</id>"), "the latest first");
    assert!(dates.starts_with("BEGIN:VCALENDAR\r\n") && dates.ends_with("END:VCALENDAR\r\n"));
    // The market twice, and of the office's training only the session that is not over.
    assert_eq!(dates.matches("BEGIN:VEVENT").count(), 3, "{dates}");
    assert!(dates.contains("SUMMARY:Pasar susu – Sagara\r\n") && dates.contains("LOCATION:Soreang\r\n"));
    assert!(
        dates.contains("DTSTART:20261212T230000Z\r\nSUMMARY:Pasar susu – Sagara (susulan)\r\n"),
        "{dates}"
    );
    let readers = page(&plan, "feed/opml.xml");
    assert!(
        readers.contains("text=\"Sagara\" xmlUrl=\"https://etalase.example/jabar/susu/feed/berita.atom\""),
        "{readers}"
    );
    assert!(
        readers.contains("htmlUrl=\"https://jauh.example/\"") && readers.matches("<outline").count() == 2
    );
    for (path, up) in [("index.html", "./"), ("agenda/index.html", "../"), ("su/index.html", "../")] {
        let html = page(&plan, path);
        let (head, body) = html.split_once("<body").expect("a body");
        for (mime, file) in [
            ("application/atom+xml", "feed/berita.atom"),
            ("text/calendar", "feed/agenda.ics"),
            ("text/x-opml", "feed/opml.xml"),
        ] {
            assert!(head.contains(&format!("<link rel=\"alternate\" type=\"{mime}\"")), "{path}: {head}");
            assert!(body.contains(&format!("<a href=\"{up}{file}\" type=\"{mime}\"")), "{path}");
        }
    }
}

#[test]
fn a_portal_without_news_and_dates_has_no_feed() {
    let mut quiet = craft();
    (quiet.stories, quiet.events) = Default::default();
    let plan = plan_with(&[quiet], &Office::default(), &Programme::default());
    assert!(plan.iter().all(|(path, _)| !path.as_str().starts_with("feed/")));
    assert!(!page(&plan, "index.html").contains("feed/"));
}

#[test]
fn without_a_script_a_cooperative_is_found_by_letter_and_by_heading_and_the_form_leads_there() {
    let plan = plan_of(&[dairy(), craft()]);
    assert!(page(&plan, "huruf/s/index.html").contains(">Sagara</a>"));
    assert!(page(&plan, "huruf/t/index.html").contains(">Koperasi Tanah</a>"));
    assert!(page(&plan, "kategori/susu/index.html").contains(">Sagara</a>"));
    assert!(page(&plan, "kategori/index.html").contains("kategori/susu/"));
    let search = page(&plan, "su/cari/index.html");
    assert!(search.contains(r#"data-root="../../""#) && search.contains("huruf/s/"));
    for path in ["index.html", "jenis/produsen/index.html", "huruf/s/index.html"] {
        let html = page(&plan, path);
        assert!(html.contains("form-action 'self'") && html.contains(r#"<form class="seek""#), "{path}");
    }
    assert!(plan.get("cari/indeks.json").is_some() && plan.get("su/cari/indeks.json").is_none());
}
