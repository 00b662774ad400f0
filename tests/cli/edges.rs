//! Shops at the edge: with next to nothing and with too much, with names, numbers and days that a design does not
//! expect, and with a stranger's script in every text. What each page must say, and must not.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::site::{Site, files, is_kind};

/// Built on 2026-11-24, a Tuesday.
const ODD: &str = "nama: Koperasi Produsen dan Pemasaran Hasil Bumi Gunung Harapan Jaya Abadi Sejahtera Bersama Masyarakat Desa Sukamaju Kabupaten Garut
kontak: {whatsapp: 0812-0000-0001}
buka:
  senin-jumat: 08.00-16.00
  libur: [2026-11-24]
tentang: Cerita kami baru ada dalam bahasa Indonesia.
tentang_en: Our story.
produk:
  - nama: Keranjang anyaman bambu apus dengan tutup, gagang rotan, lapisan kain belacu dan hiasan sulam tangan motif mega mendung
    harga: 185.000
    satuan: buah
  - nama: Ukiran pesanan
    satuan: buah
  - nama: Kopi arabika
    harga: 60.000
    satuan: kg
    promo: {harga: 45.000, sampai: 2026-11-23}
  - nama: Teh hijau
    harga: 30.000
    satuan: bungkus
    stok: habis
  - nama: Mesin pengolah
    harga: 999.999.999
    satuan: unit
    grosir: [{mulai: 2, harga: 989.999.999}]
  - nama: Sambal
    harga: 25.000
    satuan: botol
    keterangan: Pedas.
    keterangan_en: Hot.
    sertifikat: {pirt: P-IRT 2063204010001-30, berlaku_sampai: 2026-12-14}
";

/// What a host sends at once. Source: RFC 6928, an initial window of ten segments.
const ROUND_TRIP_BYTES: usize = 14 * 1024;

/// The pages of a site after a build, by path.
fn pages(site: &Site) -> BTreeMap<String, String> {
    site.build("--quiet");
    files(&site.path("public"))
        .into_iter()
        .filter(|(path, _)| is_kind(path, &["html"]))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).expect("UTF-8")))
        .collect()
}

/// What a host sends for a page before anything else is asked for, in bytes.
fn sent(html: &str) -> usize {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(html.as_bytes()).expect("writing to memory");
    encoder.finish().expect("writing to memory").len()
}

/// The message that a page's order link carries, decoded.
fn orders(html: &str) -> Vec<String> {
    html.split("href=\"https://wa.me/")
        .skip(1)
        .map(|rest| decoded(rest.split('"').next().unwrap_or("")))
        .collect()
}

fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let hex = after.get(..2).filter(|_| *first == b'%').and_then(|hex| std::str::from_utf8(hex).ok());
        if let Some(byte) = hex.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            bytes.push(byte);
            rest = &after[2..];
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    String::from_utf8(bytes).expect("UTF-8")
}

/// The text of a page's main part, without tags.
fn said(html: &str) -> String {
    let main = html.split("<main").nth(1).and_then(|rest| rest.split("</main>").next()).expect("a main part");
    let words = main.split('<').filter_map(|part| part.split_once('>')).map(|(_, text)| text);
    words.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

#[test]
fn one_product_without_photo_and_price_is_a_shop_that_leads_to_a_question() {
    let site = Site::with_profile(
        "nama: Koperasi Satu\nkontak: {whatsapp: 0812-0000-0001}\nproduk:\n  - nama: Ukiran pesanan\n",
    );
    let pages = pages(&site);
    let shop = &pages["index.html"];
    assert!(shop.contains("Ukiran pesanan") && !shop.contains("Rp"), "{}", said(shop));
    // One heading needs no way between headings, one product no order.
    assert!(!shop.contains("class=\"catalogue-nav") && !shop.contains("class=\"sort"));
    let product = &pages["produk/ukiran-pesanan/index.html"];
    assert!(said(product).contains("Tanya harga"), "{}", said(product));
    let messages = orders(product);
    assert!(messages.iter().any(|message| message.contains("Berapa harganya?")), "{messages:?}");
    assert!(!product.contains("\"@type\":\"Offer\""), "an offer has a price");
    assert!(!product.contains("<img"), "no picture stands in for a photo");
}

#[test]
fn a_name_of_120_characters_is_whole_where_it_matters_and_cut_at_a_word_in_the_header() {
    let pages = pages(&Site::with_profile(ODD));
    let shop = &pages["index.html"];
    let name = ODD.lines().next().and_then(|line| line.strip_prefix("nama: ")).expect("a name");
    assert!(name.chars().count() >= 120, "{}", name.chars().count());
    assert!(said(shop).contains(name));
    let header =
        shop.split("header__name\">").nth(1).and_then(|rest| rest.split('<').next()).expect("a name");
    let cut = header.strip_suffix('…').expect("it is cut").trim_end();
    assert!(name.starts_with(&format!("{cut} ")) && header.chars().count() <= 41, "{header}");
    let long = pages.keys().find(|path| path.starts_with("produk/keranjang-anyaman")).expect("its page");
    assert!(pages[long].contains("hiasan sulam tangan motif mega mendung</h1>"));
}

#[test]
fn what_is_over_closed_or_sold_out_is_not_sold_as_if_it_were_not() {
    let pages = pages(&Site::with_profile(ODD));
    let product = |slug: &str| &pages[&format!("produk/{slug}/index.html")];
    // Yesterday's promo.
    for html in [product("kopi-arabika"), &pages["index.html"]] {
        assert!(!html.contains("45.000") && html.contains("60.000"), "{}", said(html));
    }
    // Sold out: no order, but a question.
    let tea = product("teh-hijau");
    assert!(said(tea).contains("Tanya kapan ada lagi"), "{}", said(tea));
    assert!(orders(tea).iter().all(|message| !message.contains("pesan:")), "{:?}", orders(tea));
    // Closed today.
    let shop = &pages["index.html"];
    assert!(shop.contains("data-closed=\"2026-11-24\""), "for the script");
    assert!(said(shop).contains("Tutup juga pada 24 November 2026"), "for everybody: {}", said(shop));
    // A certificate that lapses in 20 days is shown, and an advice.
    let checked = Site::with_profile(ODD).run("check --json --today 2026-11-24");
    assert!(checked.codes().iter().any(|code| code.contains("certificate")), "{:?}", checked.codes());
    let sauce = product("sambal");
    assert!(said(sauce).contains("14 Desember 2026"), "{}", said(sauce));
}

#[test]
fn large_numbers_are_whole_in_cards_tiers_orders_and_data() {
    let pages = pages(&Site::with_profile(ODD));
    let machine = &pages["produk/mesin-pengolah/index.html"];
    for number in ["Rp999.999.999", "Rp989.999.999"] {
        assert!(
            said(machine).replace('\u{a0}', "").replace("Rp ", "Rp").contains(number),
            "{}",
            said(machine)
        );
    }
    assert!(machine.contains("data-amount=\"999999999\""), "the basket counts with it");
    let message = orders(machine).join("\n").replace('\u{a0}', "").replace("Rp ", "Rp");
    assert!(message.contains("999.999.999"), "{message}");
    assert!(pages["en/produk/mesin-pengolah/index.html"].contains("999,999,999"), "as English writes it");
}

#[test]
fn a_shop_with_everything_sold_out_says_so_on_every_card() {
    let mut profile = "nama: Koperasi Habis\nkontak: {whatsapp: 0812-0000-0001}\nproduk:\n".to_owned();
    for number in 1..=5 {
        let _ = writeln!(
            profile,
            "  - {{nama: Barang {number}, harga: 1{number}.000, satuan: buah, stok: habis}}"
        );
    }
    let pages = pages(&Site::with_profile(&profile));
    let shop = &pages["index.html"];
    let cards = shop.split("<li class=\"product-card").skip(1);
    assert_eq!(
        cards
            .filter(|card| card
                .split("</li>")
                .next()
                .is_some_and(|it| it.contains("data-stock=\"sold-out\"") && it.contains(">Habis<")))
            .count(),
        5
    );
    assert!(
        !pages.contains_key("keranjang/index.html") || said(&pages["keranjang/index.html"]).contains("Habis")
    );
}

#[test]
fn a_text_that_a_language_lacks_is_shown_as_it_was_written_and_says_in_which_language() {
    let pages = pages(&Site::with_profile(ODD));
    assert!(said(&pages["en/produk/sambal/index.html"]).contains("Hot."));
    let sundanese = &pages["su/produk/sambal/index.html"];
    assert!(said(sundanese).contains("Pedas.") && !sundanese.contains("Hot."), "{}", said(sundanese));
    assert!(sundanese.contains("<html lang=\"su\">") && said(sundanese).contains("Pesen"));
    assert!(sundanese.contains("<div class=\"prose\" lang=\"id\"><p>Pedas."), "read as it was written");
    assert!(!pages["en/produk/sambal/index.html"].contains("prose\" lang="));
    assert!(pages["su/index.html"].contains("<div class=\"prose\" lang=\"id\"><p>Cerita kami"));
}

#[test]
fn two_hundred_and_forty_products_come_in_one_round_trip() {
    let mut profile = "nama: Koperasi Banyak\nkontak: {whatsapp: 0812-0000-0001}\nproduk:\n".to_owned();
    let kinds = ["Sayur", "Buah", "Olahan susu", "Kerajinan", "Bumbu", "Minuman"];
    for number in 0..240_usize {
        let kind = kinds[number % kinds.len()];
        let price = 5 + number * 7 % 95;
        let _ = writeln!(
            profile,
            "  - {{nama: {kind} pilihan nomor {number}, kategori: {kind}, harga: {price}.500, satuan: kg}}"
        );
    }
    let site = Site::with_profile(&profile);
    let pages = pages(&site);
    for path in ["index.html", "en/index.html", "produk/sayur-pilihan-nomor-0/index.html"] {
        let bytes = sent(&pages[path]);
        assert!(bytes <= ROUND_TRIP_BYTES, "{path} takes {bytes} bytes");
    }
    // A basket holds an order for each: what is seen of it first comes in one round trip, and check says the rest.
    let basket = &pages["keranjang/index.html"];
    let (seen, _) = basket.match_indices("<li class=\"line\"").nth(48).expect("many lines");
    assert!(sent(&basket[..seen]) <= ROUND_TRIP_BYTES);
    for number in 0..240 {
        let kind = kinds[number % kinds.len()];
        assert!(pages["index.html"].contains(&format!("{kind} pilihan nomor {number}<")), "{kind} {number}");
    }
    let heavy: Vec<String> = site
        .run("check --json --today 2026-11-24")
        .findings()
        .iter()
        .filter(|finding| finding["code"] == "page-heavy")
        .map(|finding| finding["file"].as_str().expect("a page").to_owned())
        .collect();
    assert!(heavy.iter().all(|page| page.contains("keranjang/") || page.contains("cetak/")), "{heavy:?}");
}

/// What somebody hopes will run.
const SCRIPT: &str = "<script>alert(1)</script>";

/// Keys with free text.
const TEXTS: [&str; 28] = [
    "nama",
    "singkatan",
    "slogan",
    "slogan_en",
    "slogan_su",
    "alamat",
    "alt",
    "kategori",
    "satuan",
    "usaha",
    "lingkup",
    "ringkasan",
    "judul",
    "tempat",
    "keterangan",
    "keterangan_en",
    "keterangan_su",
    "sapaan",
    "ajakan",
    "t",
    "j",
    "atas_nama",
    "penulis",
    "cerita",
    "tentang",
    "untuk",
    "ringkas",
    "hasil",
];

/// A text of the demo with a script before every free text in it: values, items of lists, and blocks.
fn poisoned(text: &str) -> String {
    let mut out = String::new();
    let (mut block, mut list) = (None, None);
    for line in text.lines() {
        let depth = line.len() - line.trim_start().len();
        if block.is_some_and(|above| depth > above) {
            let _ = writeln!(out, "{}{SCRIPT} {}", &line[..depth], &line[depth..]);
            block = None;
            continue;
        }
        let body = line.trim_start();
        let lead = if body.starts_with("- ") { depth + 2 } else { depth };
        let (key, value) = line[lead..].split_once(": ").unwrap_or((line[lead..].trim_end_matches(':'), ""));
        if list.is_some_and(|above| depth > above) && body.starts_with("- ") && !body.contains(": ") {
            let _ = writeln!(out, "{}- \"{SCRIPT} {}\"", &line[..depth], body[2..].trim_matches('"'));
            continue;
        }
        list = ["syarat", "manfaat", "alasan"].contains(&key).then_some(depth);
        if value == "|" {
            block = TEXTS.contains(&key.trim_end_matches("_en").trim_end_matches("_su")).then_some(depth);
        }
        let is_text = TEXTS.contains(&key) && !value.is_empty() && !value.starts_with(['|', '{', '[']);
        if is_text {
            let plain = value.trim_matches('"').replace('"', "'");
            let _ = writeln!(out, "{}{key}: \"{SCRIPT} {plain}\"", &line[..lead]);
        } else if let Some((before, rest)) = line.split_once("{nama: ") {
            let (name, after) = rest.split_once(',').unwrap_or((rest, ""));
            let _ = writeln!(out, "{before}{{nama: \"{SCRIPT} {name}\",{after}");
        } else {
            let _ = writeln!(out, "{line}");
        }
    }
    out
}

#[test]
fn a_script_in_every_text_is_text_on_every_page() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let site = Site::new();
    for (path, bytes) in files(&root) {
        if is_kind(&path, &["yaml", "md"]) {
            let text = String::from_utf8(bytes).expect("text");
            let text = crate::parts::without_photos(&text);
            site.put(&format!("content/{path}"), poisoned(&text));
        }
    }
    site.put(
        "etalase.yaml",
        format!("judul: \"{SCRIPT} Uji\"\nketerangan: \"{SCRIPT}\"\nalamat: https://contoh.id/\n"),
    );
    let built = site.run("build --quiet --today 2026-11-24");
    assert_eq!(built.code, 0, "{}", built.stderr);
    let mut shown = 0;
    for (path, bytes) in files(&site.path("public")) {
        if !is_kind(&path, &["html", "svg", "xml", "atom"]) {
            continue;
        }
        let text = String::from_utf8(bytes).expect("UTF-8");
        for tag in text.split("<script").skip(1) {
            let is_ours = tag.starts_with(" src=\"") || tag.starts_with(" type=\"application/ld+json\">");
            assert!(is_ours, "{path}: <script{}", tag.chars().take(60).collect::<String>());
        }
        for data in text.split("type=\"application/ld+json\">").skip(1) {
            let data = data.split("</script>").next().unwrap_or_default();
            assert!(serde_json::from_str::<serde_json::Value>(data).is_ok(), "{path}: {data}");
        }
        shown += text.matches("&lt;script&gt;alert(1)").count();
    }
    assert!(shown > 2_000, "{shown} times as text");
}
