//! `etalase photos` on sites in temporary folders: what changes, what stays, and where the original is kept.
#![expect(clippy::unwrap_used, reason = "a test may stop where it stands")]
#![expect(clippy::disallowed_methods, reason = "a test is its own door")]

use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;

use assert_cmd::Command as Program;
use etalase::for_tests::{Limits, Orientation, read_facts};

/// EXIF that turns by a quarter and names a latitude.
fn exif() -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value.to_be_bytes()].concat()
    };
    let mut tiff = b"MM\0*\0\0\0\x08\0\x02".to_vec();
    tiff.extend(entry(0x0112, 3, 1, 6 << 16));
    tiff.extend(entry(0x8825, 4, 1, 38));
    tiff.extend([0, 0, 0, 0, 0, 2]);
    tiff.extend(entry(0x0001, 2, 2, u32::from_be_bytes(*b"S\0\0\0")));
    tiff.extend(entry(0x0002, 5, 1, 68));
    tiff.extend([0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 1]);
    tiff
}

fn jpeg(width: u16, height: u16, exif: Option<&[u8]>) -> Vec<u8> {
    let mut jpeg = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, 90);
    if let Some(exif) = exif {
        encoder.add_exif_metadata(exif).unwrap();
    }
    let pixels = vec![90; usize::from(width) * usize::from(height) * 3];
    encoder.encode(&pixels, width, height, jpeg_encoder::ColorType::Rgb).unwrap();
    jpeg
}

fn site(photos: &[(&str, &[u8])]) -> tempfile::TempDir {
    let site = tempfile::tempdir().unwrap();
    let folder = site.path().join("content/kpc/foto");
    fs::create_dir_all(&folder).unwrap();
    fs::write(site.path().join("content/kpc/profil.yaml"), "nama: KPC\n").unwrap();
    for (name, bytes) in photos {
        fs::write(folder.join(name), bytes).unwrap();
    }
    site
}

fn photos(site: &Path, more: &[&str]) -> String {
    let output = Program::cargo_bin("etalase")
        .unwrap()
        .args(["photos", "--lang", "en"])
        .args(more)
        .arg(site)
        .assert()
        .success()
        .get_output()
        .stdout
        .clone();
    String::from_utf8(output).unwrap()
}

fn git(site: &Path, arguments: &[&str]) {
    let name = ["-c", "user.name=a", "-c", "user.email=a@contoh.id", "-c", "commit.gpgsign=false"];
    let done = Command::new("git").arg("-C").arg(site).args(name).args(arguments).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

#[test]
fn a_photo_outside_git_loses_its_location_and_leaves_a_copy_beside() {
    let original = jpeg(64, 32, Some(&exif()));
    let site = site(&[("a.jpg", &original), ("biasa.jpg", &jpeg(64, 32, None))]);
    let foto = site.path().join("content/kpc/foto");
    let said = photos(site.path(), &[]);
    assert!(said.contains("copied to content/kpc/foto/.a.jpg.asli"), "{said}");
    assert_eq!(fs::read(foto.join(".a.jpg.asli")).unwrap(), original);
    let facts = read_facts("a.jpg", &fs::read(foto.join("a.jpg")).unwrap(), &Limits::default()).unwrap();
    assert!(!facts.has_location);
    assert_eq!((facts.width_px, facts.height_px, facts.orientation), (32, 64, Orientation::Upright));
    assert_eq!(fs::read(foto.join("biasa.jpg")).unwrap(), jpeg(64, 32, None));
    assert_eq!(photos(site.path(), &[]), "no photo needs a change\n");
    assert_eq!(fs::read_dir(&foto).unwrap().count(), 3);
}

#[test]
fn a_photo_loses_the_video_that_a_phone_put_behind_it() {
    let moving = [&jpeg(64, 32, None)[..], b"\0\0\0\x18ftypmp42\0\0\0\0isommp42"].concat();
    let site = site(&[("a.jpg", &moving)]);
    let said = photos(site.path(), &[]);
    assert!(said.contains(" KB, without video; "), "{said}");
    assert_eq!(fs::read(site.path().join("content/kpc/foto/.a.jpg.asli")).unwrap(), moving);
    let slim = fs::read(site.path().join("content/kpc/foto/a.jpg")).unwrap();
    assert_eq!(read_facts("a.jpg", &slim, &Limits::default()).unwrap().video_bytes, 0);
    assert_eq!(photos(site.path(), &[]), "no photo needs a change\n");
}

#[test]
fn a_copy_with_its_location_never_gets_into_git() {
    let site = site(&[("a.jpg", &jpeg(64, 32, Some(&exif())))]);
    fs::write(site.path().join(".gitignore"), "/public/").unwrap();
    git(site.path(), &["init", "-q"]);
    photos(site.path(), &[]);
    git(site.path(), &["add", "-A"]);
    git(site.path(), &["commit", "-qm", "a"]);
    let known = Command::new("git").arg("-C").arg(site.path()).arg("ls-files").output().unwrap();
    let known = String::from_utf8(known.stdout).unwrap();
    assert!(known.contains("foto/a.jpg") && !known.contains("asli"), "{known}");
    assert_eq!(fs::read_to_string(site.path().join(".gitignore")).unwrap(), "/public/\n.*.asli*\n");
}

#[test]
fn the_list_of_what_git_leaves_alone_is_replaced_and_never_emptied() {
    let site = site(&[("a.jpg", &jpeg(64, 32, Some(&exif())))]);
    let (list, same) = (site.path().join(".gitignore"), site.path().join("sama"));
    fs::write(&list, "/rahasia/\n").unwrap();
    // What is written in place shows under both names.
    fs::hard_link(&list, &same).unwrap();
    photos(site.path(), &[]);
    assert_eq!(fs::read_to_string(same).unwrap(), "/rahasia/\n");
    assert_eq!(fs::read_to_string(list).unwrap(), "/rahasia/\n.*.asli*\n");
}

#[test]
fn a_location_is_told_by_check_even_if_no_page_shows_the_photo_or_the_profile_has_an_error() {
    let site = site(&[("a.jpg", &jpeg(64, 32, Some(&exif()))), ("biasa.jpg", &jpeg(64, 32, None))]);
    for profile in ["nama: KPC\n", "nama: KPC\nkontak: {whatsapp: 0812-0000-0000}\nproduk: [{nama: Kopi}]\n"]
    {
        fs::write(site.path().join("content/kpc/profil.yaml"), profile).unwrap();
        let run = Program::cargo_bin("etalase")
            .unwrap()
            .args(["check", "--json"])
            .arg(site.path())
            .output()
            .unwrap();
        let told = String::from_utf8(run.stdout).unwrap();
        let told: Vec<&str> = told.lines().filter(|line| line.contains("photo-has-location")).collect();
        assert!(told.len() == 1 && told[0].contains("content/kpc/foto/a.jpg"), "{told:?}");
    }
}

#[test]
fn a_committed_photo_is_replaced_without_a_copy_and_a_changed_one_is_not() {
    let original = jpeg(64, 32, Some(&exif()));
    let site = site(&[("a.jpg", &original), ("b.jpg", &original)]);
    git(site.path(), &["init", "-q"]);
    git(site.path(), &["add", "."]);
    git(site.path(), &["commit", "-qm", "a"]);
    let foto = site.path().join("content/kpc/foto");
    fs::write(foto.join("b.jpg"), jpeg(96, 32, Some(&exif()))).unwrap();
    let said = photos(site.path(), &[]);
    assert!(said.contains("a.jpg: 32 x 64") && said.contains("the original is in git"), "{said}");
    assert!(!foto.join(".a.jpg.asli").exists());
    assert!(foto.join(".b.jpg.asli").exists());
}

/// What takes many bytes at any quality.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 1_u32;
    std::iter::repeat_with(|| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        state.to_le_bytes()[3]
    })
    .take(length)
    .collect()
}

/// A PNG of 320 x 240 in black and white, with EXIF.
fn screen_picture(exif: &[u8]) -> Vec<u8> {
    let chunk = |name: &[u8; 4], data: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(name);
        crc.update(data);
        let length = u32::try_from(data.len()).unwrap();
        [&length.to_be_bytes(), &name[..], data, &crc.sum().to_be_bytes()].concat()
    };
    let mut rows = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::default());
    for row in noise(40 * 240).chunks(40) {
        rows.write_all(&[&[0], row].concat()).unwrap();
    }
    let header = [&320_u32.to_be_bytes()[..], &240_u32.to_be_bytes(), &[1, 3, 0, 0, 0]].concat();
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"PLTE", &[0, 0, 0, 255, 255, 255]),
        chunk(b"eXIf", exif),
        chunk(b"IDAT", &rows.finish().unwrap()),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

#[test]
fn no_photo_grows() {
    let squeezed = |quality: u8, exif: Option<&[u8]>| {
        let mut jpeg = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut jpeg, quality);
        if let Some(exif) = exif {
            encoder.add_exif_metadata(exif).unwrap();
        }
        encoder.encode(&noise(320 * 240), 320, 240, jpeg_encoder::ColorType::Luma).unwrap();
        jpeg
    };
    let located = squeezed(60, Some(&exif()));
    // A screen's picture in few colours takes more bytes without its palette.
    let upright = [&exif()[..18], &[0, 1], &exif()[20..]].concat();
    let png = screen_picture(&upright);
    let site = site(&[("a.jpg", &located), ("b.png", &png)]);
    let foto = site.path().join("content/kpc/foto");
    photos(site.path(), &[]);
    for (name, before) in [("a.jpg", &located), ("b.png", &png)] {
        let after = fs::read(foto.join(name)).unwrap();
        assert!(after.len() < before.len(), "{name}: {} bytes, before {}", after.len(), before.len());
        let facts = read_facts(name, &after, &Limits::default()).unwrap();
        assert!(!facts.has_location, "{name}");
    }
}

#[test]
fn a_large_photo_becomes_3000_pixels_long_and_a_dry_run_writes_nothing() {
    let original = jpeg(4000, 40, None);
    let site = site(&[("a.jpg", &original)]);
    let foto = site.path().join("content/kpc/foto");
    let said = photos(site.path(), &["--dry-run"]);
    assert!(said.starts_with("would change: content/kpc/foto/a.jpg: 4000 x 40"), "{said}");
    assert_eq!(fs::read(foto.join("a.jpg")).unwrap(), original);
    assert_eq!(fs::read_dir(&foto).unwrap().count(), 1);
    photos(site.path(), &[]);
    let facts = read_facts("a.jpg", &fs::read(foto.join("a.jpg")).unwrap(), &Limits::default()).unwrap();
    assert_eq!((facts.width_px, facts.height_px), (3000, 30));
}
