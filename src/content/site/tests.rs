use super::*;

fn read(text: &str) -> (Settings, String) {
    let file = SourceFile::new("etalase.yaml", text);
    let mut findings = Findings::new();
    let settings = read_settings(Some(&file), Date::constant(2026, 11, 24), &mut findings);
    (settings, findings.brief())
}

#[test]
fn what_counts_as_old_is_the_offices_to_say() {
    let (settings, findings) = read("kesegaran: {harga: {menua: 7, lama: 14, bobot: ikut}, diam: 100}\n");
    assert_eq!(findings, "");
    let (price, silent) = (settings.freshness.price, settings.freshness.silent_days);
    assert_eq!((price.ageing_days, price.stale_days, silent), (7, 14, 100));
    assert_eq!(settings.freshness.meeting, Settings::for_day(settings.today).freshness.meeting);
    let (settings, findings) = read("kesegaran:\n  harga: {lama: 14}\n");
    assert_eq!(findings, "etalase.yaml:2:11 stale-before-ageing\n", "ageing after 30 days otherwise");
    assert_eq!(settings.freshness.price.stale_days, 90);
}

#[test]
fn an_empty_file_is_a_valid_site() {
    let defaults = Settings::for_day(Date::constant(2026, 11, 24));
    for text in ["", "# belum diisi\n", "\u{feff}\n", "analitik: null\n"] {
        assert_eq!(read(text), (defaults.clone(), String::new()), "{text:?}");
    }
}

#[test]
fn every_key_is_read() {
    let (settings, findings) = read(
        "judul: Toko
keterangan: Belanja.
alamat: https://contoh.id/toko
bahasa: [su, id]
tema: etalase
tema_muda: zine
inang: gitlab-pages
zona_waktu: Asia/Makassar
foto: {bentuk: [webp], lebar: [640, 320], mutu: 70}
program: {wilayah: \"32\", sasaran: [{tahun: 2027, koperasi: 5.000}]}
analitik: https://hitung.contoh.id/a.js
batas: {teks_kb: 64, foto_mb: 10, foto_megapiksel: 50, produk: 20, foto: 100, tingkat: 12}
",
    );
    assert_eq!(findings, "");
    assert_eq!(settings.base_url.as_deref(), Some("https://contoh.id/toko/"));
    assert_eq!(settings.languages, [Language::Su, Language::Id]);
    assert_eq!(settings.photo.formats, [RenditionFormat::WebP, RenditionFormat::Jpeg]);
    assert_eq!(settings.photo.widths_px, [320, 640]);
    assert_eq!(settings.programme.targets.get(&2027), Some(&5000));
    assert_eq!((settings.limits.products, settings.limits.text_bytes), (20, 65_536));
    assert_eq!((settings.theme.as_str(), settings.youth_theme.as_str()), ("etalase", "zine"));
    assert_eq!((settings.host.as_deref(), settings.time_zone), (Some("gitlab-pages"), TimeZone::Makassar));
}

#[test]
fn an_address_where_nobody_finds_the_site_is_told() {
    for (address, code) in [
        ("http://localhost:4000/", "site-address-elsewhere"),
        ("https://github.com/akun/koperasi", "site-address-elsewhere"),
        ("https://wa.me/6281000000001", "site-address-elsewhere"),
        ("https://www.instagram.com/koperasi", "site-address-elsewhere"),
        ("https://akun-anda.github.io/toko/", "site-address-elsewhere"),
        ("https://contoh.id/muda/", "site-address-elsewhere"),
        ("https://koperasi/", "site-address-elsewhere"),
        ("https://192.168.1.4:8080/", "site-address-elsewhere"),
        ("https://toko.local/", "site-address-elsewhere"),
        ("https://pages.dev/", "site-address-elsewhere"),
        ("https://github.io/toko/", "site-address-elsewhere"),
        ("https://www.example.com/", "site-address-elsewhere"),
        ("https://koperasi.example/", "site-address-elsewhere"),
        ("https://drive.google.com/drive/folders/1", "site-address-elsewhere"),
        ("https://toko.pages.dev/", ""),
        ("https://8.8.8.8/", ""),
        ("https://localkoperasi.id/", ""),
        ("https://github.company.id/", ""),
        ("https://akun.github.io/toko/", ""),
        ("https://akun.github.io/etalase/", ""),
    ] {
        let (_, findings) = read(&format!("alamat: {address}\n"));
        let wanted = if code.is_empty() { String::new() } else { format!("etalase.yaml:1:9 {code}\n") };
        assert_eq!(findings, wanted, "{address}");
    }
    for index in ["index.html", "INDEX.HTM", "Default.htm", "index.php"] {
        let (settings, findings) = read(&format!("alamat: https://contoh.id/koperasi/{index}\n"));
        assert_eq!((settings.base_url.as_deref(), &*findings), (Some("https://contoh.id/koperasi/"), ""));
    }
}

#[test]
fn an_address_is_written_as_machines_read_it() {
    let (settings, findings) = read("alamat: https://koperasi.id/kopié\n");
    assert_eq!((settings.base_url.as_deref(), &*findings), (Some("https://koperasi.id/kopi%C3%A9/"), ""));
    let source = SourceFile::new("etalase.yaml", "alamat: https://kopié.id/\n".to_owned());
    let mut findings = Findings::new();
    read_settings(Some(&source), Date::constant(2026, 11, 24), &mut findings);
    let help = findings.iter().map(|finding| finding.help.en.clone()).collect::<Vec<_>>().join("\n");
    assert!(help.contains("copy it from the address bar"), "{help}");
}

#[test]
fn an_address_that_is_none_is_told_with_the_one_that_is_meant() {
    for (typed, meant) in [
        ("koperasi.id", Some("https://koperasi.id/")),
        ("http://koperasi.id", Some("https://koperasi.id/")),
        ("https://koperasi.id/toko?ref=wa", Some("https://koperasi.id/toko/")),
        ("\"https://kop erasi.id/\"", Some("https://koperasi.id/")),
        ("//koperasi.id", Some("https://koperasi.id/")),
        ("https://-.id/", None),
        ("https://koperasi..id/", None),
        ("localhost:4000", None),
        ("belum ada", None),
    ] {
        let source = SourceFile::new("etalase.yaml", format!("alamat: {typed}\n"));
        let mut findings = Findings::new();
        read_settings(Some(&source), Date::constant(2026, 11, 24), &mut findings);
        let told: Vec<String> = findings.iter().map(|finding| finding.help.id.clone()).collect();
        let wanted = meant.map_or_else(
            || "tulis alamat lengkap situs, diawali https://".to_owned(),
            |meant| format!("tulis `alamat: {meant}`"),
        );
        assert_eq!(told, [wanted], "{typed}");
    }
}

#[test]
fn a_programme_may_be_that_of_any_region() {
    for (typed, remedy) in [
        ("Jabar", "tulis `wilayah: 32` (Jawa Barat)"),
        ("Jawa Tengah", "tulis `wilayah: 33` (Jawa Tengah)"),
        ("Kabupaten Cilacap", "tulis `wilayah: 33.01` (Kabupaten Cilacap)"),
        ("Kab. Garut", "tulis `wilayah: 32.05` (Kabupaten Garut)"),
    ] {
        let source = SourceFile::new("etalase.yaml", format!("program: {{wilayah: {typed}}}\n"));
        let mut findings = Findings::new();
        read_settings(Some(&source), Date::constant(2026, 11, 24), &mut findings);
        let told: Vec<String> = findings.iter().map(|finding| finding.help.id.clone()).collect();
        assert_eq!(told, [remedy], "{typed}");
    }
}

#[test]
fn every_mistake_is_reported_and_its_default_stays() {
    let (settings, findings) = read(
        "jdul: Toko
alamat: http://contoh.id
bahasa: [id, jv, id]
inang: github-page
foto: {lebar: [10], mutu: 200}
program: {wilayah: Jabar, sasaran: [{tahun: 19, koperasi: 1}]}
analitik: hitung.js
",
    );
    assert_eq!(
        findings,
        "etalase.yaml:1:1 unknown-key
etalase.yaml:2:9 site-address
etalase.yaml:3:14 unknown-word
etalase.yaml:3:18 word-twice
etalase.yaml:4:8 unknown-word
etalase.yaml:5:16 not-a-number
etalase.yaml:5:27 not-a-number
etalase.yaml:6:20 region-not-a-code
etalase.yaml:6:45 not-a-year
etalase.yaml:7:11 link-not-https
"
    );
    assert_eq!(settings.photo, PhotoSettings::default());
}

#[test]
fn a_counter_comes_from_a_host_that_a_content_policy_can_name() {
    assert_eq!(read("analitik: https://hitung.contoh.id:8443/a.js?x=1\n").1, "");
    assert_eq!(read("analitik: https://hitüng.contoh.id/a.js\n").1, "etalase.yaml:1:11 not-a-link\n");
}

#[test]
fn an_encoding_that_cannot_be_written_is_left_out() {
    let (settings, findings) = read("foto: {bentuk: [avif, webp]}\n");
    if RenditionFormat::Avif.is_built_in() {
        assert_eq!(findings, "");
        let all = [RenditionFormat::Avif, RenditionFormat::WebP, RenditionFormat::Jpeg];
        assert_eq!(settings.photo.formats, all);
    } else {
        assert_eq!(findings, "etalase.yaml:1:8 encoding-not-built-in\n");
        assert_eq!(settings.photo.formats, [RenditionFormat::WebP, RenditionFormat::Jpeg]);
    }
}

#[test]
fn a_site_address_is_https_and_ends_in_a_slash() {
    assert_eq!(normalised_base_url("https://a.id").as_deref(), Some("https://a.id/"));
    assert_eq!(normalised_base_url("https://a.id/é").as_deref(), Some("https://a.id/%C3%A9/"));
    assert_eq!(normalised_base_url("https://a.id/b/").as_deref(), Some("https://a.id/b/"));
    assert_eq!(normalised_base_url("http://localhost:4000").as_deref(), Some("http://localhost:4000/"));
    for wrong in [
        "https://café.id/",
        "http://a.id",
        "a.id",
        "https://",
        "https://a.id/?q",
        "https://a.id/../b",
        "ftp://a.id",
        "https://a@b.id",
    ] {
        assert_eq!(normalised_base_url(wrong), None, "{wrong}");
    }
}
