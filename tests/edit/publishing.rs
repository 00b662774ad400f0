//! From a form to a branch of a repository.

use std::path::Path;
use std::process::Command;

use super::editor::{Editor, Site};

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
