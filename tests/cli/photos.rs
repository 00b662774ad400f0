//! What is published of photos, and what never is.

use std::collections::BTreeMap;

use crate::site::{SMALL, Site, WITH_PHOTO, contains, files, is_kind, jpeg, jpeg_of_a_phone};

#[test]
fn photos_lose_their_metadata_and_originals_stay_home() {
    let original = jpeg_of_a_phone(3);
    let site = Site::with_profile(WITH_PHOTO).write("content/kpc/foto/kopi.jpg", &original);
    site.build("");
    let published = files(&site.path("public"));
    let photos: Vec<_> = published.iter().filter(|(path, _)| path.contains("foto/")).collect();
    assert!(photos.iter().any(|(path, _)| is_kind(path, &["webp"])), "{:?}", published.keys());
    assert!(photos.iter().any(|(path, _)| is_kind(path, &["jpg"])), "{:?}", published.keys());
    for (path, bytes) in &published {
        for secret in [&b"Exif"[..], b"EXIF", b"GPS", b"ns.adobe.com", b"rumah-pak-ujang", b"ICC_PROFILE"] {
            assert!(!is_photo(path) || !contains(bytes, secret), "{path}: {}", secret.escape_ascii());
        }
        assert!(!contains(bytes, b"rumah-pak-ujang"), "{path}");
        assert_ne!(*bytes, original, "{path} is the original");
    }
    let pictures: Vec<_> =
        photos.iter().map(|(_, bytes)| image::load_from_memory(bytes).expect("decodes")).collect();
    // 900 wide as it lies in the file, 600 wide as it is to be seen, and never enlarged.
    assert_eq!(pictures.iter().map(image::DynamicImage::width).max(), Some(600));
}

#[test]
fn a_photo_outside_the_folder_is_never_read() {
    let site = Site::with_profile(&WITH_PHOTO.replace("foto/kopi.jpg", "../rahasia.jpg"))
        .write("content/rahasia.jpg", jpeg(9));
    let run = site.run("build --json");
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.findings()[0]["found"].as_str().expect("text").contains("../rahasia.jpg"), "{}", run.stdout);
    assert_nothing_published(&site);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside_the_folder_is_never_followed() {
    let site =
        Site::with_profile(WITH_PHOTO).write("rahasia.jpg", jpeg(9)).write("content/kpc/foto/x.txt", "");
    std::os::unix::fs::symlink(site.path("rahasia.jpg"), site.path("content/kpc/foto/kopi.jpg"))
        .expect("links");
    let run = site.run("build --json");
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stdout.contains("kopi.jpg"), "{}", run.stdout);
    assert_nothing_published(&site);
}

#[cfg(unix)]
#[test]
fn a_linked_folder_is_followed_as_far_as_it_stays_with_the_cooperative() {
    let story = "---\njudul: Rahasia dapur\ntanggal: 2026-11-01\n---\n\nKami memasak pagi hari.\n";
    let outside = Site::with_profile(SMALL).write("lain/rahasia.md", story);
    std::os::unix::fs::symlink(outside.path("lain"), outside.path("content/kpc/cerita")).expect("links");
    let run = outside.run("build --json");
    assert_eq!(run.code, 1, "{}", run.stdout);
    assert!(run.stdout.contains("cerita/rahasia.md"), "{}", run.stdout);
    assert_nothing_published(&outside);

    let inside = Site::with_profile(SMALL).write("content/kpc/arsip/rahasia.md", story);
    std::os::unix::fs::symlink("arsip", inside.path("content/kpc/cerita")).expect("links");
    let run = inside.run("build --json");
    assert_eq!(run.code, 0, "{}", run.stdout);
    assert!(inside.path("public/cerita/rahasia/index.html").exists(), "{}", run.stdout);
}

#[cfg(unix)]
#[test]
fn whatever_lies_in_one_folder_the_others_are_built() {
    use std::os::unix::{fs::symlink, net::UnixListener};

    let site = Site::with_profile(SMALL)
        .write("content/lingkar/cerita/x.md/y.txt", "")
        .write("content/map/profil.yaml/x.txt", "")
        .write("content/teman/profil.yaml", SMALL);
    symlink("profil.yaml", site.path("content/lingkar/profil.yaml")).expect("links");
    symlink("..", site.path("content/kpc/naik")).expect("links");
    symlink("b", site.path("content/kpc/a")).expect("links");
    symlink("a", site.path("content/kpc/b")).expect("links");
    let _socket = UnixListener::bind(site.path("content/teman/s.jpg")).expect("socket");
    let film = std::fs::File::create(site.path("content/teman/film.mp4")).expect("file");
    film.set_len(3 << 30).expect("sparse");

    let run = site.run("build --json");
    assert_eq!(run.code, 1, "{}", run.stdout);
    let of = |code: &str| -> Vec<String> {
        let findings = run.findings();
        let of_code = findings.iter().filter(|finding| finding["code"] == code);
        of_code.map(|finding| finding["file"].as_str().expect("text").to_owned()).collect()
    };
    let no_files = ["content/lingkar/cerita/x.md", "content/lingkar/profil.yaml", "content/map/profil.yaml"];
    assert_eq!(of("unreadable"), no_files, "{}", run.stdout);
    assert_eq!(of("path-outside"), ["content/kpc/a", "content/kpc/b"], "{}", run.stdout);
    for built in ["kpc", "teman"] {
        assert!(site.path(&format!("public/{built}/index.html")).exists(), "{built}: {}", run.stdout);
    }
}

#[test]
fn a_broken_photo_is_a_finding_that_names_it_and_the_others_are_built() {
    let half = jpeg(1);
    let cases: [(&str, &[u8]); 4] = [
        ("kosong", b""),
        ("teks", b"ini bukan foto"),
        ("putus", &half[..half.len() / 3]),
        ("tanda", b"\xff\xd8\xff"),
    ];
    for (name, bytes) in cases {
        let site = Site::with_profile(WITH_PHOTO)
            .write("content/kpc/foto/kopi.jpg", bytes)
            .write("content/lain/profil.yaml", SMALL);
        let run = site.run("build --json");
        assert_eq!(run.code, 1, "{name}: {}", run.stdout);
        assert!(run.stdout.contains("kopi.jpg"), "{name}: {}", run.stdout);
        assert!(site.path("public/lain/index.html").exists(), "{name}: the other cooperative was not built");
        assert!(!site.path("public/kpc/index.html").exists(), "{name}");
    }
}

fn is_photo(path: &str) -> bool {
    is_kind(path, &["webp", "jpg", "png", "avif"])
}

fn assert_nothing_published(site: &Site) {
    let published = if site.path("public").exists() { files(&site.path("public")) } else { BTreeMap::new() };
    let of_the_cooperative: Vec<_> =
        published.keys().filter(|path| path.contains("foto/") || path.contains("produk/")).collect();
    assert!(of_the_cooperative.is_empty(), "{of_the_cooperative:?}");
}

#[test]
fn a_program_tells_its_features_and_codecs() {
    let run = Site::new().run("--version --verbose --lang en");
    let lines: Vec<&str> = run.stdout.lines().collect();
    let line = |name: &str| lines.iter().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    let written = if cfg!(feature = "avif") { "AVIF, WebP, JPEG" } else { "WebP, JPEG" };
    assert_eq!(line("renditions written as: "), written);
    let known = [
        ("turbo", cfg!(feature = "turbo")),
        ("avif", cfg!(feature = "avif")),
        ("heic", cfg!(feature = "heic")),
        ("s3", cfg!(feature = "s3")),
    ];
    for (kind, is_on) in [("HEIC", cfg!(feature = "heic")), ("AVIF", cfg!(feature = "avif"))] {
        assert_eq!(line("photos read from: ").contains(kind), is_on, "{kind}");
    }
    let features: Vec<&str> = known.iter().filter_map(|(name, is_on)| is_on.then_some(*name)).collect();
    assert_eq!(line("features: "), if features.is_empty() { "none".to_owned() } else { features.join(", ") });
    assert!(line("photo libraries: ").contains("libwebp-sys "), "{}", run.stdout);
}
