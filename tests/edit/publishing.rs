//! From a form to a branch of a repository.

use std::path::Path;
use std::process::Command;

use super::editor::{Editor, SHOP, Site};

fn git(at: &Path, arguments: &[&str]) -> String {
    let mut command = Command::new("git");
    command
        .arg("-C")
        .arg(at)
        .args(["-c", "user.name=Neneng", "-c", "user.email=neneng@contoh.id"])
        .args(arguments);
    let output = command.output().expect("git runs");
    assert!(output.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

#[test]
fn a_changed_price_is_published_with_words_that_say_so() {
    let site = Site::new();
    let bare = tempfile::tempdir().expect("a folder");
    git(bare.path(), &["init", "--quiet", "--bare"]);
    let folder = site.path("");
    git(&folder, &["init", "--quiet"]);
    git(&folder, &["add", "content", "etalase.yaml"]);
    git(&folder, &["commit", "--quiet", "-m", "Isi"]);
    git(&folder, &["remote", "add", "origin", &bare.path().to_string_lossy()]);
    let editor = Editor::start(&site);
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "13.500")]).saved();
    let before = editor.page("/terbitkan");
    assert!(before.contains("12.500 → Rp 13.500") && before.contains("content/kpc/profil.yaml"), "{before}");
    let answer = editor.send_from(&before, "/terbitkan", &[]);
    assert!(answer.text().contains("Terbit di"), "{}", answer.text());
    let message = git(bare.path(), &["log", "--format=%B", "--all"]);
    assert!(message.contains("Kopi bubuk: harga 12.500 → Rp 13.500"), "{message}");
    let branch = git(bare.path(), &["branch", "--format=%(refname:short)"]);
    let page = git(bare.path(), &["show", &format!("{}:produk/kopi-bubuk/index.html", branch.trim())]);
    assert!(page.contains("13.500"), "{page}");
    assert!(editor.page("/terbitkan").contains("Tidak ada perubahan"));
    // From now on this is what was before.
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "14.000")]).saved();
    let was = frames(&editor.page("/terbitkan")).swap_remove(0);
    assert!(editor.get(&was).text().contains("13.500"), "{was}");
    editor.send("/riwayat", &[("nomor", "2")]).saved();
    // A press too many publishes nothing anew.
    assert_eq!(editor.send_from(&before, "/terbitkan", &[]).status, 200);
    assert_eq!(git(bare.path(), &["log", "--format=%s", "--all"]).lines().count(), 1);
}

#[test]
fn a_publication_that_is_refused_is_explained_and_loses_nothing() {
    let site = Site::new();
    let editor = Editor::start(&site);
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "13.500")]).saved();
    let profile = site.profile();
    let answer = editor.send("/terbitkan", &[]);
    let text = answer.text();
    assert!(text.contains("Belum terbit") && text.contains("repositori git"), "{text}");
    assert_eq!(site.profile(), profile);
    assert!(editor.page("/terbitkan").contains("12.500 → Rp 13.500"));
}

/// Addresses of the frames of a page, in their order.
fn frames(page: &str) -> Vec<String> {
    let parts = page.split("<iframe src=\"").skip(1);
    parts.filter_map(|part| Some(part.split('"').next()?.split('#').next()?.to_owned())).collect()
}

#[test]
fn each_page_that_changes_is_shown_as_it_was_and_as_it_is() {
    let site = Site::new();
    let editor = Editor::start(&site);
    assert_eq!(frames(&editor.page("/terbitkan")), Vec::<String>::new());
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "13.000")]).saved();
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "13.500")]).saved();
    let page = editor.page("/terbitkan");
    let frames_of_price = frames(&page);
    let [was, is, front_was, front_is] = frames_of_price.as_slice() else { panic!("{page}") };
    assert!(was.starts_with("/sebelum/") && was.ends_with("/produk/kopi-bubuk/"), "{was}");
    assert!(is.starts_with("/lihat/") && is.ends_with("/produk/kopi-bubuk/"), "{is}");
    for (address, there, gone) in [
        (was, "12.500", "13."),
        (is, "13.500", "12.500"),
        (front_was, "12.500", "13."),
        (front_is, "13.500", "12.500"),
    ] {
        let shown = editor.get(address);
        assert_eq!(shown.status, 200, "{address}");
        let main = shown.text().split("<main").nth(1).unwrap_or_default().to_owned();
        assert!(main.contains(there) && !main.contains(gone), "{address}: {main}");
        assert_eq!(shown.header("content-security-policy"), "sandbox allow-scripts; frame-ancestors 'self'");
    }
    assert!(page.contains("halaman lain juga berubah"), "{page}");
    // What pages share is there, too; a page that came later is not.
    let shown = editor.get(was).text().clone();
    let shared = shown.split("../../aset/").nth(1).and_then(|rest| rest.split(['"', '\'', ' ', '>']).next());
    let before = was.strip_suffix("produk/kopi-bubuk/").expect("a home");
    assert_eq!(editor.get(&format!("{before}aset/{}", shared.expect("a script"))).status, 200);
    editor.send("/k/kpc/isi/produk[3]", &[("produk[3].nama", "Teh"), ("produk[3].harga", "9.000")]).saved();
    assert_eq!(editor.get(&format!("{before}produk/teh/")).status, 404);
    assert!(editor.page("/terbitkan").contains("Halaman ini baru."));
    // Nobody gets there who does not know where.
    assert_eq!(editor.get("/sebelum/tebak/").status, 404);
}

#[test]
fn what_was_undone_is_shown_no_more() {
    let site = Site::new();
    let editor = Editor::start(&site);
    editor.send("/k/kpc/isi/produk[1]", &[("produk[1].harga", "13.500")]).saved();
    assert_eq!(frames(&editor.page("/terbitkan")).len(), 4);
    editor.send("/riwayat", &[("nomor", "1")]).saved();
    let page = editor.page("/terbitkan");
    assert!(frames(&page).is_empty() && page.contains("Tidak ada perubahan"), "{page}");
}

#[test]
fn in_a_portal_each_cooperative_is_shown_in_its_own_folder() {
    let site = Site::new();
    site.write("content/tani/profil.yaml", SHOP.replace("Koperasi Contoh", "Koperasi Tani"));
    let editor = Editor::start(&site);
    editor.send("/k/tani/isi/produk[1]", &[("produk[1].harga", "13.500")]).saved();
    let page = editor.page("/terbitkan");
    let all = frames(&page);
    let [was, is, ..] = all.as_slice() else { panic!("{page}") };
    assert!(
        was.ends_with("/tani/produk/kopi-bubuk/") && is.ends_with("/tani/produk/kopi-bubuk/"),
        "{was} {is}"
    );
    assert!(all.iter().all(|address| address.contains("/tani/")), "{all:?}");
    assert!(editor.get(was).text().contains("12.500") && !editor.get(was).text().contains("13.500"));
    let before = was.strip_suffix("tani/produk/kopi-bubuk/").expect("a home");
    // Of what was not changed there is one state only.
    assert_eq!(editor.get(&format!("{before}kpc/produk/kopi-bubuk/")).status, 200);
    assert_eq!(editor.get(&format!("{before}tani/produk/kopi-bubuk")).status, 302);
}
