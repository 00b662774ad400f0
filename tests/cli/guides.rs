//! Guides that an office publishes beside its portal: built, followed when a file changes, and kept inside the site.

use crate::site::{SMALL, Site, assert_same, contains, files, is_kind, jpeg, jpeg_of_a_phone};

const SETTINGS: &str =
    "panduan:\n  - judul: Koperasi\n    berkas: [panduan/PANDUAN-MULAI.md, panduan/harga.md]\n";

fn portal() -> Site {
    Site::with_profile(SMALL)
        .write("content/tani/profil.yaml", SMALL)
        .write("etalase.yaml", SETTINGS)
        .write(
            "panduan/PANDUAN-MULAI.md",
            "# Mulai\n\nToko pertama. [Harga](harga.md#selasa).\n\n![Toko](gambar/toko.jpg)\n",
        )
        .write("panduan/harga.md", "# Mengganti harga\n\n## Selasa\n\nSetiap Selasa.\n")
        .write("panduan/gambar/toko.jpg", jpeg_of_a_phone(3))
}

/// A build that keeps what it can gives what one in an empty folder gives.
fn assert_like_a_clean_build(site: &Site, clean: &str) {
    site.build("");
    site.build(&format!("--output {clean}"));
    assert_same(&files(&site.path("public")), &files(&site.path(clean)));
}

#[test]
fn guides_follow_their_files_and_pictures() {
    let site = portal();
    site.build("");
    assert!(site.read("public/panduan/mulai/index.html").contains("href=\"../harga/#selasa\""));
    assert!(site.read("public/panduan/indeks.json").contains("Toko pertama."));
    assert!(site.read("public/en/index.html").contains("href=\"../panduan/\""));
    site.put("panduan/harga.md", "# Harga\n\n## Selasa\n\nSetiap Rabu.\n");
    assert_like_a_clean_build(&site, "bersih-1");
    assert!(site.read("public/panduan/harga/index.html").contains("Setiap Rabu."));
    let picture = |site: &Site| {
        let all = files(&site.path("public"));
        all.into_keys().filter(|path| path.starts_with("foto/toko-")).collect::<Vec<_>>()
    };
    let before = picture(&site);
    site.put("panduan/gambar/toko.jpg", jpeg(4));
    assert_like_a_clean_build(&site, "bersih-2");
    let after = picture(&site);
    assert!(before.len() == 1 && after.len() == 1 && before != after, "{before:?} {after:?}");
    site.put("etalase.yaml", SETTINGS.replace(", panduan/harga.md", ""));
    assert_like_a_clean_build(&site, "bersih-3");
    assert!(!site.path("public/panduan/harga").exists());
    let told = site.run("check --today 2026-11-24 --json").codes();
    assert!(told.contains(&"guide-link".to_owned()), "{told:?}");
}

#[test]
fn a_picture_of_a_guide_keeps_no_metadata_and_no_original_is_published() {
    let site = portal();
    site.build("");
    let all = files(&site.path("public"));
    let pictures: Vec<_> = all.iter().filter(|(path, _)| path.starts_with("foto/")).collect();
    assert_eq!(pictures.len(), 1);
    assert!(pictures.iter().all(|(path, _)| is_kind(path, &["webp"])), "{pictures:?}");
    assert!(all.values().all(|bytes| !contains(bytes, b"rumah-pak-ujang") && !contains(bytes, b"Exif")));
    assert!(!all.keys().any(|path| ["md", "toko.jpg"].iter().any(|source| path.ends_with(source))));
}

#[test]
fn a_guide_that_is_missing_is_told_in_a_check_and_a_shop_says_that_it_has_no_portal() {
    let site = portal();
    site.put("etalase.yaml", SETTINGS.replace("harga.md", "harga-lama.md"));
    let run = site.run("check --today 2026-11-24 --json");
    assert!(run.code == 0 && run.codes().contains(&"guide-missing".to_owned()), "{}", run.stdout);
    site.build("");
    assert!(site.path("public/panduan/mulai/index.html").exists(), "one that is left out holds up no other");
    let site = Site::with_profile(SMALL).write("etalase.yaml", SETTINGS);
    let told = site.run("check --today 2026-11-24 --json").codes();
    assert!(told.contains(&"guides-without-portal".to_owned()), "{told:?}");
    site.build("");
    assert!(!site.path("public/panduan").exists());
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_out_of_the_site_is_no_guide() {
    let outside = tempfile::tempdir().expect("a folder");
    std::fs::write(outside.path().join("rahasia.md"), "# Rahasia\n").expect("written");
    let site = portal();
    std::fs::remove_file(site.path("panduan/harga.md")).expect("removed");
    std::os::unix::fs::symlink(outside.path().join("rahasia.md"), site.path("panduan/harga.md"))
        .expect("a link");
    let run = site.run("build --today 2026-11-24 --json");
    assert!(run.codes().contains(&"path-outside".to_owned()), "{}", run.stdout);
    assert!(files(&site.path("public")).values().all(|bytes| !contains(bytes, b"Rahasia")));
}

#[test]
fn a_cooperative_cannot_be_called_like_the_guides() {
    let site = portal().write("content/panduan/profil.yaml", SMALL);
    let told = site.run("check --today 2026-11-24 --json").findings();
    let is_about = |finding: &serde_json::Value| finding.to_string().contains("content/panduan");
    assert!(told.iter().any(is_about), "{told:?}");
}
