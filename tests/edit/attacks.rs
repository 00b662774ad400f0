//! Whoever must not edit does not, and nothing leads outside the site.

use super::editor::{Editor, SHOP, Site, hidden};

const FORM: &str = "/k/kpc/isi/produk[1]";

#[test]
fn nobody_comes_in_without_the_address_on_the_terminal_and_it_lets_in_once() {
    let site = Site::new();
    let (mut editor, way_in) = Editor::start_closed(&site, "");
    for address in ["/", "/k/kpc/", FORM, "/riwayat", "/ponsel", "/kabar", "/masuk?kode=tebakan", "/lihat/x/"]
    {
        assert!(matches!(editor.get(address).status, 403 | 404), "{address}");
    }
    assert_eq!(editor.post(FORM, &[("produk[1].harga", "1.000")]).status, 403);
    let first = editor.get(&way_in);
    assert_eq!(first.status, 303);
    assert_eq!(editor.get(&way_in).status, 403);
    assert!(first.header("set-cookie").contains("HttpOnly; SameSite=Strict"), "{}", first.head);
    editor.keep_cookie(&first);
    assert_eq!(editor.get("/k/kpc/").status, 200);
    assert!(editor.line_with("untuk peramban lain").contains("/masuk?kode="));
}

#[test]
fn a_page_of_another_site_can_neither_read_nor_write() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let page = editor.page(FORM);
    let own = format!("http://{}", editor.host());
    let mut body: Vec<String> = hidden(&page).iter().map(|(name, value)| format!("{name}={value}")).collect();
    body.push("produk[1].harga=1.000".to_owned());
    let body = body.join("&");
    let kind = ("Content-Type", "application/x-www-form-urlencoded");
    let refused: [&[(&str, &str)]; 6] = [
        &[kind, ("Origin", "http://jahat.example")],
        &[kind, ("Origin", "null")],
        &[kind],
        &[kind, ("Origin", &own), ("Sec-Fetch-Site", "cross-site")],
        &[kind, ("Origin", "http://jahat.example:80"), ("Host", "jahat.example:80")],
        &[kind, ("Origin", &own), ("Cookie", "")],
    ];
    for headers in refused {
        assert_eq!(editor.ask("POST", FORM, headers, body.as_bytes()).status, 403, "{headers:?}");
    }
    assert_eq!(editor.ask("GET", FORM, &[("Host", "jahat.example")], b"").status, 403);
    let framed = [("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Dest", "iframe")];
    assert_eq!(editor.ask("GET", FORM, &framed, b"").status, 403);
    assert_eq!(site.profile(), SHOP);
    let answer = editor.get(FORM);
    assert_eq!(answer.header("x-frame-options"), "DENY");
    let policy = answer.header("content-security-policy");
    assert!(policy.contains("frame-ancestors 'none'") && policy.contains("script-src 'self'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    // The same with all that our own page has is taken.
    assert_eq!(editor.ask("POST", FORM, &[kind, ("Origin", &own)], body.as_bytes()).status, 303);
}

#[test]
fn a_form_is_taken_once_and_only_at_its_own_address() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let page = editor.page(FORM);
    assert_eq!(editor.send_from(&page, "/k/kpc/harga", &[("produk[1].harga", "1.000")]).status, 403);
    assert_eq!(editor.post(FORM, &[("@kunci", "a.b"), ("produk[1].harga", "1.000")]).status, 403);
    editor.send_from(&page, FORM, &[("produk[1].harga", "13.000")]).saved();
    let after = site.profile();
    let again = editor.send_from(&page, FORM, &[("produk[1].harga", "14.000")]);
    let text = again.text();
    assert!(
        again.status == 200 && text.contains("sudah pernah dikirim") && text.contains("value=\"14.000\""),
        "{text}"
    );
    assert_eq!(site.profile(), after);
    editor.send_from(&text, FORM, &[("produk[1].harga", "14.000")]).saved();
}

#[test]
fn addresses_lead_to_nothing_but_forms_of_the_site() {
    let site = Site::new();
    site.write("rahasia.yaml", "kunci: x\n");
    site.write("content/.tersembunyi/profil.yaml", SHOP);
    let editor = Editor::start(&site);
    for address in [
        "/k/../rahasia.yaml",
        "/k/%2e%2e/isi/",
        "/k/..%2f..%2frahasia/isi/",
        "/k/.tersembunyi/isi/",
        "/k/tidak-ada/isi/",
        "/k/kpc/cerita/..%2fprofil/isi/",
        "/kantor/..%2f..%2frahasia/isi/",
        "/k/kpc/isi/produk[9]",
        "/k/kpc/isi/../../x",
        "/k/kpc/isi/tidak_ada",
        "/aset/../Cargo.toml",
    ] {
        assert_eq!(editor.get(address).status, 404, "{address}");
    }
}

#[test]
fn too_large_a_form_is_refused_before_it_is_read() {
    let site = Site::new();
    let editor = Editor::start(&site);
    let own = format!("http://{}", editor.host());
    let headers = [
        ("Origin", &*own),
        ("Content-Type", "application/x-www-form-urlencoded"),
        ("Content-Length", "209715200"),
    ];
    let answer = editor.ask("POST", FORM, &headers, b"produk[1].harga=1.000");
    assert_eq!(answer.status, 413);
    assert!(answer.text().contains("terlalu besar"), "{}", answer.text());
}

#[test]
fn two_who_edit_at_once_lose_nothing() {
    let site = Site::new();
    let (one, other) = (Editor::start(&site), Editor::start(&site));
    let (first, second) = (one.page(FORM), other.page("/k/kpc/isi/produk[2]"));
    one.send_from(&first, FORM, &[("produk[1].harga", "13.000")]).saved();
    let choice = other.send_from(&second, "/k/kpc/isi/produk[2]", &[("produk[2].harga", "21.000")]);
    assert!(choice.text().contains("diubah orang lain"), "{}", choice.text());
    let chosen = [("produk[2].harga", "21.000"), ("@pilih:produk[2].harga", "punya-saya")];
    other.send_from(&choice.text(), "/k/kpc/isi/produk[2]", &chosen).saved();
    let after = site.profile();
    assert!(after.contains("Rp 13.000") && after.contains("Rp 21.000"), "{after}");
}

#[test]
fn a_phone_comes_in_by_six_digits_that_wear_out() {
    let site = Site::new();
    let (mut editor, way_in) = Editor::start_closed(&site, "--lan");
    let digits = |line: &str| line.rsplit(' ').next().expect("digits").to_owned();
    let network = editor.line_with("angka:");
    let code = digits(&network);
    assert_eq!(code.len(), 6, "{network}");
    assert!(editor.get("/").text().contains("Enam angka"));
    let wrong = if code == "000000" { "000001" } else { "000000" };
    for left in [4, 3, 2, 1] {
        let answer = editor.post("/masuk", &[("kode", wrong)]);
        assert!(answer.text().contains(&format!("Sisa percobaan: {left}")), "{}", answer.text());
    }
    for typed in [wrong, &code] {
        assert!(editor.post("/masuk", &[("kode", typed)]).text().contains("tidak berlaku"));
    }
    let first = editor.get(&way_in);
    editor.keep_cookie(&first);
    assert_eq!(editor.send("/ponsel", &[]).status, 200);
    let code = digits(&editor.line_with("angka untuk ponsel"));
    editor.cookie.clear();
    let let_in = editor.post("/masuk", &[("kode", &code)]);
    assert_eq!(let_in.status, 303);
    assert!(editor.post("/masuk", &[("kode", &code)]).text().contains("tidak berlaku"));
    editor.keep_cookie(&let_in);
    editor.send(FORM, &[("produk[1].harga", "13.000")]).saved();
    // New digits are made on the computer only.
    assert_eq!(editor.get("/ponsel").status, 404);
}
