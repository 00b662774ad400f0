//! Editing as a browser without script meets it: forms, what they change in files, what is refused, and who is kept
//! out.
#![expect(clippy::disallowed_methods, reason = "these tests make and look at files")]

#[path = "edit/attacks.rs"]
mod attacks;
#[path = "edit/editor.rs"]
mod editor;
#[path = "edit/photos.rs"]
mod photos;
#[path = "edit/publishing.rs"]
mod publishing;

use editor::{Editor, SHOP, Site, difference};

#[test]
fn a_mistyped_price_is_told_beside_its_field_then_corrected_and_shown() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let form = "/k/kpc/isi/produk[1]";
    let refused = editor.send(form, &[("produk[1].harga", "13.5")]);
    assert_eq!(refused.status, 200);
    let page = refused.text();
    let field =
        page.split("id=\"f-produk-1--harga\"").next().expect("the field").rsplit('<').next().expect("it");
    assert!(field.contains("aria-invalid=\"true\""), "{field}");
    assert!(page.contains("value=\"13.5\"") && page.contains("href=\"#f-produk-1--harga\""), "{page}");
    let said = page.split("id=\"t-f-produk-1--harga\"").nth(1).expect("a place for findings");
    let said = said.split("</div></div>").next().expect("its end");
    assert!(said.contains("13.5") && said.contains("Perbaikan"), "{said}");
    assert_eq!(site.profile(), SHOP);

    let saved = editor.send(form, &[("produk[1].harga", "13.500")]);
    let to = saved.saved().to_owned();
    assert_eq!(
        site.difference(),
        "-    harga: 12.500   # per bungkus\n+    harga: Rp 13.500   # per bungkus\n"
    );
    let page = editor.page(&to);
    assert!(page.contains("harga 12.500 → Rp 13.500"), "{page}");
    assert!(editor.shown(&page).contains("13.500"));
}

#[test]
fn twenty_prices_are_changed_at_once_and_hold_from_one_day() {
    let site = Site::new();
    let goods = (1..=20)
        .map(|number| {
            format!("  - {{nama: Barang {number}, harga: {number}.000, stok: tersedia}}  # rak {number}\n")
        })
        .collect::<Vec<_>>()
        .concat();
    let shop = format!("nama: Koperasi Contoh\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk:\n{goods}");
    site.write("content/kpc/profil.yaml", &shop);
    let editor = Editor::start(&site);
    let values: Vec<(String, String)> =
        (1..=20).map(|number| (format!("produk[{number}].harga"), format!("{number}.500"))).collect();
    let mut pairs: Vec<(&str, &str)> =
        values.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    pairs.extend([("@sejak", "2026-11-23"), ("produk[20].stok", "habis")]);
    let answer = editor.send("/k/kpc/harga", &pairs);
    answer.saved();
    let after = site.profile();
    let changed = difference(&shop, &after);
    assert_eq!(changed.lines().count(), 40, "{changed}");
    for number in 1..=20 {
        let line = after.lines().find(|line| line.contains(&format!("Barang {number},"))).expect("its line");
        assert!(
            line.contains(&format!("Rp {number}.500")) && line.contains("per_tanggal: 2026-11-23"),
            "{line}"
        );
        assert!(line.ends_with(&format!("# rak {number}")), "{line}");
    }
    assert!(after.contains("stok: habis"));
    let nothing = editor.send("/k/kpc/harga", &pairs);
    assert!(nothing.header("location").ends_with("simpan=0"), "{}", nothing.head);
}

#[test]
fn a_renamed_product_is_still_found_where_links_and_codes_lead() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let to = editor.send("/k/kpc/isi/produk[1]", &[("produk[1].nama", "Kopi tubruk")]).saved().to_owned();
    assert_eq!(
        site.difference(),
        "-  - nama: Kopi bubuk\n+  - nama: Kopi tubruk\n+    alamat_lama: [kopi-bubuk]\n"
    );
    assert!(editor.page(&to).contains("alamat_lama"), "the history says so");
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].nama", "Kopi bubuk")]).saved();
    let back = site.difference();
    assert_eq!(back, "+    alamat_lama: [kopi-tubruk]\n");
}

#[test]
fn an_old_price_is_confirmed_with_one_press() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let desk = editor.page("/k/kpc/");
    assert!(desk.contains("1 harga belum dipastikan 30 hari terakhir: masih sama?"), "{desk}");
    let answer = editor.send_from(&desk, "/k/kpc/masih", &[("barang", "produk[1]")]);
    answer.saved();
    assert_eq!(site.difference(), "-    per_tanggal: 2026-08-01\n+    per_tanggal: 2026-11-24\n");
    assert!(!editor.page("/k/kpc/").contains("masih sama?"));
}

#[test]
fn a_new_product_is_added_behind_the_others_and_can_be_removed_and_brought_back() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let values = [
        ("produk[3].nama", "Keripik \"pedas\" <b>"),
        ("produk[3].harga", "15000"),
        ("produk[3].kategori", "Camilan"),
        ("produk[3].musim", "1-4, 10-12"),
        ("produk[3].keterangan", "Renyah.\r\n\r\nDari **singkong**."),
    ];
    let to = editor.send("/k/kpc/isi/produk[3]", &values).saved().to_owned();
    let with_it = site.profile();
    assert!(with_it.contains("  - nama: ") && with_it.contains("harga: Rp 15.000"), "{with_it}");
    let page = editor.page(&to);
    assert!(page.contains("Keripik &quot;pedas&quot; &lt;b&gt;") && !page.contains("<b>"), "{page}");
    assert!(editor.shown(&page).contains("Renyah."));

    let sure = editor.page("/k/kpc/hapus/produk[3]");
    assert!(sure.contains("Hapus Keripik"), "{sure}");
    editor.send("/k/kpc/hapus/produk[3]", &[]).saved();
    assert_eq!(site.profile(), SHOP);
    let back = editor.send("/riwayat", &[("nomor", "2")]);
    back.saved();
    assert_eq!(site.profile(), with_it);
    let too_early = editor.send("/riwayat", &[("nomor", "99")]);
    assert!(too_early.header("location").ends_with("simpan=0"));
}

#[test]
fn hours_openings_events_officers_and_settings_have_forms() {
    let site = Site::new();
    let editor = Editor::start(&site);
    editor
        .send(
            "/k/kpc/isi/buka",
            &[("buka.senin-jumat", "09.00-17.00"), ("buka.@hari", "sabtu - minggu"), ("buka.@jam", "tutup")],
        )
        .saved();
    editor
        .send(
            "/k/kpc/isi/peluang[1]",
            &[
                ("peluang[1].judul", "PKL kemasan"),
                ("peluang[1].jenis", "pkl"),
                ("peluang[1].jurusan", "APHP\nTata boga"),
                ("peluang[1].mulai", "2027-01-11"),
                ("peluang[1].susulan.mulai", "2027-01-18T08:00"),
            ],
        )
        .saved();
    editor
        .send(
            "/k/kpc/isi/agenda[1]",
            &[("agenda[1].judul", "Hari pasar"), ("agenda[1].mulai", "2026-12-05T08:00")],
        )
        .saved();
    editor
        .send(
            "/k/kpc/isi/pengurus[1]",
            &[("pengurus[1].nama", "Dedi Kurniawan"), ("pengurus[1].jabatan", "ketua")],
        )
        .saved();
    editor
        .send(
            "/setelan/isi/",
            &[("judul", "Etalase Uji"), ("bahasa", ""), ("bahasa", "su"), ("bahasa", "id")],
        )
        .saved();
    let profile = site.profile();
    for line in [
        "  senin-jumat: 09.00-17.00",
        "  sabtu-minggu: tutup",
        "judul: PKL kemasan",
        "jenis: pkl",
        "2027-01-18 08:00",
        "mulai: 2026-12-05 08:00",
        "jabatan: ketua",
    ] {
        assert!(profile.contains(line), "{line}\n{profile}");
    }
    let settings = site.read("etalase.yaml");
    assert!(
        settings.starts_with("judul: Etalase Uji   # sementara\n") && settings.contains("bahasa: [su, id]"),
        "{settings}"
    );
}

#[test]
fn stories_and_events_of_the_office_become_files_of_their_own() {
    let site = Site::new();
    site.write("content/tani/profil.yaml", SHOP.replace("Koperasi Contoh", "Koperasi Tani"));
    let editor = Editor::start(&site);
    let home = editor.page("/");
    assert!(home.contains("Koperasi Tani") && home.contains("/k/kpc/"), "{home}");
    let values = [
        ("judul", "Panen raya"),
        ("tanggal", "2026-11-20"),
        ("@isi", "Hari itu **hujan**.\r\n\r\nLalu cerah."),
    ];
    let to = editor.send("/k/kpc/cerita/+/isi/", &values).saved().to_owned();
    assert_eq!(
        site.read("content/kpc/cerita/panen-raya.md"),
        "---\njudul: Panen raya\ntanggal: 2026-11-20\n---\n\nHari itu **hujan**.\n\nLalu cerah.\n"
    );
    assert!(editor.shown(&editor.page(&to)).contains("<strong>hujan</strong>"));
    editor.send("/k/kpc/cerita/panen-raya/isi/", &[("judul", "Panen raya kedua")]).saved();
    assert!(
        site.read("content/kpc/cerita/panen-raya.md").starts_with("---\njudul: Panen raya kedua\ntanggal")
    );

    editor
        .send(
            "/kantor/+/isi/",
            &[
                ("judul", "Temu koperasi"),
                ("mulai", "2026-12-05 08:00"),
                ("susulan.mulai", "2026-12-19 08:00"),
            ],
        )
        .saved();
    let event = site.read("content/_agenda/temu-koperasi.yaml");
    assert!(event.contains("judul: Temu koperasi") && event.contains("2026-12-19 08:00"), "{event}");
    editor.send("/kantor/temu-koperasi/hapus/", &[]).saved();
    assert!(!site.path("content/_agenda/temu-koperasi.yaml").exists());
}

#[test]
fn what_somebody_else_has_changed_meanwhile_is_a_choice() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let form = "/k/kpc/isi/produk[1]";
    let page = editor.page(form);
    // Another product comes first now, and ours has another price.
    let theirs =
        SHOP.replace("produk:\n", "produk:\n  - {nama: Teh, harga: 5.000}\n").replace("12.500", "12.900");
    site.write("content/kpc/profil.yaml", &theirs);
    let values = [("produk[1].harga", "13.000"), ("produk[1].satuan", "kantong")];
    let choice = editor.send_from(&page, form, &values);
    let text = choice.text();
    assert!(text.contains("12.900") && text.contains("13.000") && text.contains("kantong"), "{text}");
    assert_eq!(site.profile(), theirs);
    let chosen = [
        ("produk[2].harga", "13.000"),
        ("@pilih:produk[2].harga", "punya-mereka"),
        ("produk[2].satuan", "kantong"),
        ("@pilih:produk[2].satuan", "punya-saya"),
    ];
    editor.send_from(&text, "/k/kpc/isi/produk[2]", &chosen).saved();
    assert_eq!(site.profile(), theirs.replace("satuan: bungkus", "satuan: kantong"));
}

#[test]
fn a_mistake_that_was_there_before_does_not_keep_another_from_being_mended() {
    let site = Site::new();
    let broken = SHOP.replace("12.500", "12.5").replace("\"Rp 20.000\"", "20.5");
    site.write("content/kpc/profil.yaml", &broken);
    let editor = Editor::start(&site);
    editor.send("/k/kpc/isi/produk[2]", &[("produk[2].harga", "20.500")]).saved();
    assert_eq!(site.profile(), broken.replace("20.5,", "Rp 20.500,"));
    let still = editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "12.6")]);
    assert_eq!(still.status, 200);
    assert!(still.text().contains("12.6"));
}

#[test]
fn the_first_screen_of_sixty_goods_is_small_and_speaks_three_languages() {
    let site = Site::new();
    let goods = (1..=60)
        .map(|number| format!("  - {{nama: Barang nomor {number}, harga: {number}.000, satuan: bungkus}}\n"))
        .collect::<Vec<_>>()
        .concat();
    site.write(
        "content/kpc/profil.yaml",
        format!("nama: A\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk:\n{goods}"),
    );
    let editor = Editor::start(&site);
    let sent: usize = ["/k/kpc/", "/aset/sunting.css", "/aset/sunting.js"]
        .map(|address| editor.get(address).body.len())
        .iter()
        .sum();
    assert!(sent <= 60_000, "{sent}");
    for (tag, word) in [("su", "Terbitkeun"), ("en", "Publish"), ("id", "Terbitkan")] {
        let page = editor.page(&format!("/k/kpc/?bahasa={tag}"));
        assert!(page.contains(&format!("<html lang=\"{tag}\">")) && page.contains(word), "{tag}");
    }
}

#[test]
fn findings_come_while_somebody_types_and_nothing_is_written() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let page = editor.page("/k/kpc/isi/produk[1]");
    let address = "/k/kpc/isi/produk[1]?periksa=ya";
    let told = editor.send_from(&page, address, &[("produk[1].harga", "12.5")]).text();
    assert!(told.contains("\"tempat\":\"produk[1].harga\"") && told.contains("\"galat\":true"), "{told}");
    assert_eq!(editor.send_from(&page, address, &[("produk[1].harga", "12.600")]).text(), "[]");
    assert_eq!(site.profile(), SHOP);
    // The form is as good as before.
    editor.send_from(&page, "/k/kpc/isi/produk[1]", &[("produk[1].harga", "12.600")]).saved();
}
