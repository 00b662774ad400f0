//! Themes of a site's own: sections in another order, pages that extend the built-in ones, what fills the empty places,
//! and how mistakes in them are told.

use crate::site::{Run, Site, files, jpeg};

/// Two cooperatives in two languages, so that every page kind is made several times.
fn portal(theme: &str) -> Site {
    let profile = |name: &str| {
        format!(
            "nama: Koperasi {name}\ntentang: Kami menanam kopi.\nkontak: {{whatsapp: 0812-0000-0000}}\n\
             tanya_jawab: [{{t: Buka?, j: Ya.}}]\n\
             produk:\n  - {{nama: Kopi, harga: 12.500, satuan: bungkus}}\n  - {{nama: Teh, harga: 9.000, satuan: kotak}}\n"
        )
    };
    Site::new()
        .write("etalase.yaml", format!("judul: Uji\nalamat: https://contoh.id/\nbahasa: [id, en]\n{theme}"))
        .write("content/satu/profil.yaml", profile("Satu"))
        .write("content/dua/profil.yaml", profile("Dua"))
}

/// Codes of what `check` says of the theme.
fn about_theme(site: &Site) -> Vec<String> {
    let codes = site.run("check --today 2026-11-24 --json").codes();
    codes.into_iter().filter(|code| code.starts_with("theme-") || code.starts_with("template-")).collect()
}

/// Places of texts in a page; each is there once.
fn places(page: &str, texts: &[&str]) -> Vec<usize> {
    let place = |text: &&str| {
        assert_eq!(page.matches(*text).count(), 1, "{text}");
        page.find(*text).expect("counted")
    };
    texts.iter().map(place).collect()
}

#[test]
fn sections_stand_in_the_order_of_the_theme_and_what_is_not_named_is_not_there() {
    let site = portal("tema: lapak\n")
        .write(
            "themes/lapak/theme.yaml",
            "susunan:\n  toko: [sampul, tentang, papan, barang, gerai, kunjungi]\n  beli: [harga, nama]\n  \
             atlas: [koperasi, kepala]\n",
        )
        .write(
            "themes/lapak/templates/sections/toko/papan.html",
            "<p class=\"papan\">{{ shop.headline }}</p>\n",
        )
        .write("themes/lapak/css/components/papan.css", ".papan { color: var(--muted) }");
    site.build("--strict --quiet");
    let shop = site.read("public/satu/index.html");
    let order = places(
        &shop,
        &["class=\"cover ", "id=\"tentang\"", "class=\"papan\"", "id=\"barang\"", "id=\"kunjungi\""],
    );
    assert!(order.is_sorted(), "{order:?}");
    assert!(!shop.contains("class=\"questions\""), "left out");
    assert!(shop.contains(".papan{"), "a section brings its sheet");
    let product = site.read("public/satu/produk/kopi/index.html");
    assert!(product.find("class=\"price").expect("a price") < product.find("<h1").expect("a name"));
    let front = site.read("public/index.html");
    assert!(front.find("id=\"koperasi\"") < front.find("<h1"));
}

#[test]
fn lists_that_name_nothing_or_leave_out_the_price_are_findings_at_their_place() {
    let site = portal("tema: lapak\n").write(
        "themes/lapak/theme.yaml",
        "susunan:\n  toko: [barang, gerai, barang, kunjung, kunjungi]\n  beli: [nama]\n  portl: [barang]\n  produk: asal\n",
    );
    let told = |site: &Site| {
        let run = site.run("check --today 2026-11-24 --lang id --json");
        assert_eq!(run.code, 1);
        let line = |finding: &serde_json::Value| {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            format!("{}:{} {} {}", finding["line"], finding["column"], text("code"), text("help"))
        };
        run.findings().iter().map(line).collect::<Vec<_>>()
    };
    assert_eq!(
        told(&site),
        ["5:3 theme-value-wrong tulis nama bagian di antara kurung siku"],
        "the shape first"
    );
    let text = site.read("themes/lapak/theme.yaml").replace("produk: asal", "produk: [asal]");
    site.put("themes/lapak/theme.yaml", text);
    assert_eq!(
        told(&site),
        [
            "2:10 theme-section-twice hapus salah satunya",
            "2:33 theme-word-unknown maksud Anda `kunjungi`?",
            "3:3 theme-section-needed tambahkan `harga`; bila memang tidak perlu, kosongkan bloknya di templat halaman",
            "4:3 theme-key-unknown maksud Anda `portal`?",
        ]
    );
}

#[test]
fn a_page_extends_the_built_in_one_of_its_name_and_empty_places_are_filled() {
    let site = portal("tema: lapak\n")
        .write(
            "themes/lapak/templates/pages/storefront.html",
            "{% extends \"etalase:pages/storefront.html\" %}\n\
             {% block tanya %}<hr class=\"satu\">{{ super() }}{% endblock tanya %}\n",
        )
        .write(
            "themes/lapak/templates/base.html",
            "{% extends \"etalase:base.html\" %}\n\
             {% block head_end %}<meta name=\"lapak\" content=\"1\">{% endblock head_end %}\n",
        )
        .write("themes/lapak/templates/points/after_price.html", "<p class=\"janji\">Segar.</p>\n")
        .write("themes/lapak/css/components/after_price.css", ".janji { color: var(--muted) }");
    site.build("--strict --quiet");
    let shop = site.read("public/satu/index.html");
    let order = places(
        &shop,
        &["<meta name=\"lapak\"", "id=\"barang\"", "<hr class=\"satu\">", "class=\"questions\""],
    );
    assert!(order.is_sorted(), "{order:?}");
    for (path, bytes) in files(&site.path("public")).iter().filter(|(path, _)| path.ends_with("index.html")) {
        let page = String::from_utf8_lossy(bytes);
        // A folder of pages without one of its own only leads on.
        if page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let is_product = path.contains("/produk/");
        assert_eq!(page.contains("<p class=\"janji\">") && page.contains(".janji{"), is_product, "{path}");
        let is_for_pupils = path.contains("muda/");
        assert_eq!(page.contains("<meta name=\"lapak\""), !is_for_pupils, "{path}");
    }
}

#[test]
fn a_mistake_in_a_part_of_a_theme_is_told_once_at_its_line() {
    let site = portal("tema: lapak\n").write(
        "themes/lapak/templates/partials/footer.html",
        "<footer>\n  <p>{{ coop.nama }}</p>\n</footer>\n",
    );
    let run = site.run("check --today 2026-11-24 --json");
    let finding = &run.findings()[0];
    assert_eq!((run.code, run.codes()), (1, vec!["template-value".to_owned()]), "{}", run.stdout);
    assert_eq!(finding["file"], "themes/lapak/templates/partials/footer.html");
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(2), Some(14)));
    assert_eq!(finding["help"], "maksud Anda `name`?");
    assert!(
        finding["expected"].as_str().is_some_and(|known| known.contains("`name`") && known.contains("`nav`"))
    );

    let site = portal("tema: lapak\n").write(
        "themes/lapak/templates/pages/storefront.html",
        "{# Depan. #}\n{% extends \"etalase:pages/storfront.html\" %}\n",
    );
    let run = site.run("check --today 2026-11-24 --lang en --json");
    let finding = &run.findings()[0];
    assert_eq!(run.codes(), ["template-missing"]);
    assert_eq!((finding["line"].as_u64(), finding["column"].as_u64()), (Some(2), Some(13)));
    assert_eq!(finding["help"], "did you mean `etalase:pages/storefront.html`?");
}

#[test]
fn fonts_and_pictures_of_a_theme_are_published_once_under_lasting_names_and_found_from_every_depth() {
    let site = portal("tema: lapak\n")
        .write("themes/lapak/aset/Judul.woff2", vec![7; 20 * 1024])
        .write("themes/lapak/aset/pola.svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")
        .write("themes/lapak/aset/OFL.txt", "a licence")
        .write(
            "themes/lapak/css/site.css",
            "@font-face { font-family: Judul; src: url(\"../aset/Judul.woff2\") format(\"woff2\"); }\n\
             :root { --display: Judul, serif; }\n",
        )
        .write(
            "themes/lapak/templates/points/main_end.html",
            "<img class=\"pola\" src=\"{{ aset[\"pola.svg\"] }}\" alt=\"\" width=\"8\" height=\"8\">\n",
        );
    site.build("--strict --quiet");
    let built = files(&site.path("public"));
    let published: Vec<&String> = built
        .keys()
        .filter(|path| path.contains("judul-") || path.contains("pola-") || path.contains("OFL"))
        .collect();
    assert_eq!(published.len(), 2, "{published:?}");
    assert!(published.iter().all(|path| path.starts_with("aset/")), "{published:?}");
    for (path, bytes) in
        built.iter().filter(|(path, _)| path.ends_with("index.html") && !path.contains("muda/"))
    {
        let page = String::from_utf8_lossy(bytes);
        if page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let up = "../".repeat(path.matches('/').count());
        for file in &published {
            assert!(page.contains(&format!("{up}{file}")), "{path} does not find {file}");
        }
        assert!(!page.contains("@jalan@"), "{path}");
        let policy = page.split("Content-Security-Policy\" content=\"").nth(1).expect("a policy");
        assert!(policy.split('"').next().is_some_and(|policy| policy.contains("font-src 'self'")), "{path}");
    }
    let missing = String::from_utf8_lossy(&built["404.html"]).into_owned();
    assert!(missing.contains(&format!("/{}", published[0])), "seen at any depth: {missing}");
    assert!(!String::from_utf8_lossy(&built["muda/index.html"]).contains("font-src"), "another theme");
}

#[test]
fn what_is_wrong_with_fonts_and_pictures_is_told() {
    let site = portal("tema: lapak\n")
        .write("themes/lapak/aset/berat.woff2", vec![7; 40 * 1024])
        .write("themes/lapak/aset/lama.ttf", "x")
        .write("themes/lapak/aset/lupa.png", "x")
        .write(
            "themes/lapak/css/site.css",
            "@font-face { font-family: A; src: url(../aset/berat.woff2); }\n\
             @font-face { font-family: B; src: url(../aset/brat.woff2); }\n",
        );
    let run = site.run("check --today 2026-11-24 --lang en --json");
    let told = |run: &Run| {
        let text =
            |finding: &serde_json::Value, key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        run.findings()
            .iter()
            .map(|it| format!("{} {}", text(it, "file"), text(it, "code")))
            .collect::<Vec<_>>()
    };
    assert_eq!(
        told(&run),
        [
            "themes/lapak/aset/berat.woff2 theme-asset-heavy",
            "themes/lapak/aset/lama.ttf theme-asset-kind",
            "themes/lapak/aset/lupa.png theme-asset-unused",
            "themes/lapak/css/site.css theme-asset-missing",
        ]
    );
    let missing = &run.findings()[3];
    assert_eq!((missing["line"].as_u64(), missing["column"].as_u64()), (Some(2), Some(47)));
    assert_eq!(missing["help"], "did you mean `berat.woff2`?");
}

/// What a first visit of a page loads: itself, its script, and the photos that do not wait, as they are on disk.
fn first_load_bytes(site: &Site, page: &str) -> usize {
    let html = site.read(&format!("public/{page}"));
    let folder = page.rsplit_once('/').map_or("", |(folder, _)| folder);
    let tags = html.split('<').filter(|tag| {
        tag.starts_with("script src") || (tag.starts_with("img") && !tag.contains("loading=\"lazy\""))
    });
    let source =
        |tag: &str| tag.split("src=\"").nth(1).and_then(|rest| rest.split('"').next()).map(str::to_owned);
    let bytes_of = |file: String| {
        std::fs::metadata(site.path("public").join(folder).join(file)).expect("it is there").len()
    };
    html.len()
        + tags.filter_map(source).map(|file| usize::try_from(bytes_of(file)).expect("small")).sum::<usize>()
}

#[test]
fn the_theme_for_schools_is_chosen_by_one_key_and_is_lighter_with_goods_and_hours_first() {
    let profile = "nama: Koperasi Siswa\nsampul: {berkas: foto/sampul.jpg, alt: Rak buku}\ntentang: Dikelola siswa.\n\
                   kontak: {whatsapp: 0812-0000-0000}\nbuka: {senin-jumat: 07.00-14.00}\n\
                   tanya_jawab: [{t: Buka?, j: Ya.}]\n\
                   produk:\n  - {nama: Buku tulis, harga: 5.000, satuan: buah, foto: [{berkas: foto/buku.jpg, alt: Buku tulis}]}\n";
    let site = |theme: &str| {
        Site::with_profile(profile)
            .write("content/kpc/foto/sampul.jpg", jpeg(1))
            .write("content/kpc/foto/buku.jpg", jpeg(2))
            .write("etalase.yaml", format!("judul: Uji\nalamat: https://contoh.id/\ntema: {theme}\n"))
    };
    let (plain, usual) = (site("sekolah"), site("etalase"));
    for site in [&plain, &usual] {
        site.build("--quiet");
    }
    let page = plain.read("public/index.html");
    let order =
        ["class=\"plate\"", "id=\"barang\"", "id=\"kunjungi\"", "class=\"questions\"", "id=\"tentang\""];
    assert!(places(&page, &order).is_sorted(), "{:?}", places(&page, &order));
    assert!(!page.contains("class=\"cover"), "no cover");
    assert!(page.contains("--paper:#fff") && page.contains("--paper:#12181f"), "its own tokens");
    assert!(!page.contains("Palatino") && !page.contains("@font-face"), "the phone's own type");
    for path in ["index.html", "produk/buku-tulis/index.html"] {
        let (light, heavy) = (first_load_bytes(&plain, path), first_load_bytes(&usual, path));
        assert!(light < heavy, "{path}: {light} bytes, {heavy} with the theme for everybody");
    }
    // Words on their grounds are checked by the program itself, by day and by night.
    assert_eq!(about_theme(&plain), Vec::<String>::new());
}

#[test]
fn parts_of_the_built_in_theme_are_listed_shown_and_copied_and_a_later_change_is_told() {
    let site = portal("tema: lapak\n").write("themes/lapak/theme.yaml", "nama: Lapak\n");
    let run = site.run("theme list sections/toko --lang en");
    assert_eq!((run.code, &*run.stderr), (0, ""));
    assert!(run.stdout.lines().any(|line| line == "templates/sections/toko/pintu.html  Doors to the other pages: how to join, the report, pupils."), "{}", run.stdout);
    let shown = site.run("theme show footer").stdout;
    assert!(shown.starts_with("{# Who this is,"), "{shown}");
    let run = site.run("theme copy footer --lang en");
    let copy = "themes/lapak/templates/partials/footer.html";
    assert_eq!(
        (run.code, run.stdout.trim()),
        (0, &*format!("{copy} is yours to change; `check` tells when the built-in one changes"))
    );
    let text = site.read(copy);
    let (note, rest) = text.split_once('\n').expect("a note");
    assert_eq!(rest, shown);
    assert!(note.starts_with("{# disalin dari etalase:templates/partials/footer.html "), "{note}");
    assert!(site.run("theme list footer --lang en").stdout.contains("footer.html [copied]"));
    site.build("--strict --quiet");
    assert_eq!(about_theme(&site), Vec::<String>::new());
    let again = site.run("theme copy footer --json");
    assert_eq!((again.code, again.codes()), (1, vec!["theme-part-there".to_owned()]));
    // As if the built-in one had been another then.
    let hash = note.split(' ').nth(4).expect("a hash");
    site.put(copy, text.replacen(hash, "0123456789abcdef", 1));
    let run = site.run("check --today 2026-11-24 --lang en --json");
    assert_eq!((run.code, run.codes()), (0, vec!["theme-part-changed".to_owned()]));
    assert!(run.findings()[0]["help"].as_str().is_some_and(|help| help.contains(hash)), "{}", run.stdout);
    assert!(site.run("theme list footer --lang en").stdout.contains("[copied; changed since]"));
}

#[test]
fn a_part_that_is_not_there_is_refused_with_the_nearest() {
    let site = portal("");
    let run = site.run("theme show foter --lang en --json");
    assert_eq!((run.code, run.codes()), (1, vec!["theme-part-unknown".to_owned()]));
    assert_eq!(run.findings()[0]["help"], "did you mean `footer`?");
    let run = site.run("theme show theme --lang id --json");
    assert_eq!(run.code, 0, "theme.yaml: {}", run.stdout);
    assert_eq!(site.run("theme show barang --json").codes(), ["theme-part-several"]);
    assert_eq!(site.run("theme show").code, 2);
    assert_eq!(site.run("theme paint").code, 2);
    let youth = site.run("theme show muda/templates/base --youth --json");
    assert_eq!(youth.code, 1, "a path begins inside the theme: {}", youth.stdout);
    assert!(site.run("theme show templates/base --youth").stdout.contains("every youth page"));
}
