use super::*;

#[test]
fn addresses_are_told_apart() {
    assert!(is_offline("kpc/su/luring/") && !is_offline("kpc/produk/luring/"));
    assert!(is_sitemap("sitemap.xml") && is_sitemap("sitemap-2.xml") && !is_sitemap("sitemap-a.xml"));
    assert_eq!((from_youth(YOUTH_QUIZ), from_youth(BASKET)), ("kuis/", BASKET));
    assert_eq!((leaf("agenda/", 1).as_str(), leaf("agenda/", 2).as_str()), ("agenda/", "agenda/halaman/2/"));
    assert!(!OWN_NAMES.contains(&&*free_name("muda")));
}

#[test]
fn no_page_is_called_like_a_folder_of_files_and_no_folder_has_a_dot() {
    assert_eq!(
        (product("kartu"), product("kartu-tani")),
        ("produk/kartu-1/".into(), "produk/kartu-tani/".into())
    );
    assert_eq!(regency("32.04"), "wilayah/32-04/");
    let old = dotted_regency("su/peluang/32-04/index.html");
    assert_eq!(old.as_deref(), Some("su/peluang/32.04/index.html"));
    assert_eq!(dotted_regency("peluang/aphp/index.html"), None);
}

#[test]
fn whoever_shortens_an_address_gets_to_a_list_and_not_to_goods_of_that_name() {
    assert!(["kpc/su/produk/", "agenda/halaman/", "muda/surat/"].iter().all(|it| is_bare_list(it)));
    assert!(!["kpc/produk/cerita/", "kpc/", "muda/cerita/"].iter().any(|it| is_bare_list(it)));
    assert!(!is_bare_list("panduan/produk/") && !is_offline("panduan/mulai/luring/"));
    assert_eq!(product_of("kpc/produk/kopi/"), Some(("kpc/", "kopi")));
    assert_eq!(product_of("kpc/produk/"), None);
    assert!(is_for_pupils("kpc/su/muda/kuis/index.html") && !is_for_pupils("kpc/produk/index.html"));
}

#[test]
fn every_folder_of_the_table_is_an_own_name() {
    let pages = [
        BASKET, JOIN, REPORT, OFFLINE, SHEETS, YOUTH, KIT, BOARD, AGENDA, OUTLETS, FIT, MONITORING,
        FEED_NEWS, NOT_FOUND, SUMMARY, MANAGE, SEARCH, CATEGORIES, GOODS, GUIDES,
    ];
    let made = [
        product("a"),
        story("a"),
        member("a"),
        regency("32.04"),
        kind("a"),
        sector("a"),
        leaf("", 2),
        letter_list('a'),
    ];
    let all = pages
        .into_iter()
        .map(str::to_owned)
        .chain(made)
        .chain(["aset/", "feed/", "foto/", "kartu/"].map(str::to_owned));
    for path in all {
        let first = path.split(['/', '.']).next().unwrap_or_default();
        assert!(OWN_NAMES.contains(&first), "{path}");
    }
    assert!(OWN_NAMES.is_sorted());
    let youth = [
        YOUTH_WHAT,
        YOUTH_SIMULATOR,
        YOUTH_PICTURES,
        YOUTH_ORIGIN,
        YOUTH_QUIZ,
        YOUTH_POSTER,
        KIT,
        TEACHER,
        SLIDES,
    ];
    for path in youth.into_iter().map(str::to_owned).chain([letter("a"), deadline("a")]) {
        let name = from_youth(&path).split('/').next().unwrap_or_default();
        assert!(YOUTH_NAMES.contains(&name), "{path}");
    }
}
