//! What is found in a site's folder, as people keep it.

use std::fs::File;

use super::*;
use crate::photo::{Orientation, PhotoKind};

#[test]
fn a_photo_that_looks_the_same_is_read_once_unless_it_was_forgotten() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("content/kpc/foto/a.jpg");
    fs::create_dir_all(path.parent().expect("a folder")).expect("made");
    let limits = Limits::default();
    let site = Site::open(folder.path()).expect("a site").remembering_photos();
    let read = || site.read_cooperative("kpc", &limits, &mut Findings::new()).expect("read").photos;
    fs::write(&path, b"a text").expect("written");
    let stamp = fs::metadata(&path).and_then(|metadata| metadata.modified()).expect("a time");
    let before = read();
    // The same size and time, other bytes: from outside nothing has changed.
    fs::write(&path, b"\xff\xd8\xff\xe0\0\0").expect("written");
    let file = File::options().write(true).open(&path).expect("opened");
    file.set_modified(stamp).expect("set");
    assert_eq!(read(), before);
    site.forget_photo(Some("content/kpc/foto/a.jpg"));
    assert_ne!(read(), before);
    fs::write(&path, b"a longer text").expect("written");
    assert_eq!(read(), before, "text again, which the size tells");
}

/// Reads a site of these files, each with a text in it: names of cooperatives and findings of the site, then
/// findings of each cooperative.
fn listed(files: &[&str]) -> (Vec<String>, String, String) {
    let root = tempfile::tempdir().expect("a folder");
    for file in files {
        let path = root.path().join("content").join(file);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, "nama: A\n").expect("written");
    }
    let site = Site::open(root.path()).expect("a site");
    let (mut of_site, mut of_each) = (Findings::new(), Findings::new());
    let names = site.list_cooperatives(&mut of_site).expect("listed");
    for name in &names {
        site.read_cooperative(name, &Limits::default(), &mut of_each).expect("read");
    }
    (names, of_site.brief(), of_each.brief())
}

#[test]
fn a_profile_under_another_name_is_named() {
    for other in [
        "profil.yaml.txt",
        "profil.yml",
        "Profil.yaml",
        "profil (1).yaml",
        "profile.yaml",
        "PROFIL.TXT",
        "profil",
        "Profil",
        "profil.yml.txt",
        "Profil.YAML",
        "profil.docx",
        "koperasi.yaml.txt",
        "koperasi.yml",
        "kop.yaml",
    ] {
        let (_, _, found) = listed(&[&format!("kop/{other}"), "kop/catatan.txt"]);
        assert_eq!(found, format!("{other} profile-misnamed\n"));
    }
    for other in ["profil-pengurus.txt", "catatan.yaml", "profil.jpg.bak", "profil.schema.yaml"] {
        assert_eq!(listed(&[&format!("kop/cerita/{other}"), &format!("kop/{other}")]).2, "", "{other}");
    }
    assert_eq!(listed(&["kop/profil.yaml", "kop/profil (1).yaml"]).2, "");
}

#[test]
fn a_text_that_nobody_reads_is_told_with_its_right_name() {
    let (_, of_site, found) = listed(&[
        "kop/profil.yaml",
        "kop/cerita/baru.md.txt",
        "kop/cerita/lama.MD",
        "kop/cerita/panen.docx",
        "kop/cerita/ada.md",
        "kop/cerita/ada.md.txt",
        "kop/cerita/catatan.txt",
    ]);
    assert_eq!(
        (of_site.as_str(), found.as_str()),
        ("", "baru.md.txt file-misnamed\nlama.MD file-misnamed\npanen.docx file-misnamed\n")
    );
    let (_, _, found) = listed(&[
        "kop/profil.yaml",
        "kop/Cerita/a.md",
        "kop/berita/b.md",
        "kop/ceritakan/c.txt",
        "kop/catatan.md",
        "kop/foto/teh.jpg.txt",
        // In small letters it has more bytes.
        "kop/foto/İİİİİİ.jpg.txt",
        "kop/foto/keterangan.txt",
    ]);
    assert_eq!(
        found,
        "Cerita story-misplaced\nberita story-misplaced\nteh.jpg.txt file-misnamed\nİİİİİİ.jpg.txt file-misnamed\n"
    );
    let (_, of_site, _) = listed(&[
        "kop/profil.yaml",
        "_agendaa/a.yaml",
        "_Muda/a.md",
        "_programa/a.csv",
        "_situs.yml",
        "_arsip/lama.yaml",
        "_agenda/a.yaml",
    ]);
    for line in ["_agendaa", "_Muda", "_programa", "_situs.yml", "_arsip"] {
        assert!(of_site.contains(&format!("{line} office-name-unknown\n")), "{line}: {of_site}");
    }
    assert_eq!(of_site.lines().count(), 5);
}

#[test]
fn a_story_beside_the_profile_is_told() {
    let root = tempfile::tempdir().expect("a folder");
    let kop = root.path().join("content/kop");
    fs::create_dir_all(&kop).expect("made");
    fs::write(kop.join("panen.md"), "---\njudul: A\ntanggal: 2026-10-01\n---\nIsi\n").expect("written");
    fs::write(kop.join("rapat.md"), "---\nCatatan rapat, jangan terbit\n---\n").expect("written");
    fs::write(kop.join("README.md"), "# Catatan\n").expect("written");
    let mut findings = Findings::new();
    let site = Site::open(root.path()).expect("a site");
    site.read_cooperative("kop", &Limits::default(), &mut findings).expect("read");
    assert_eq!(findings.brief(), "panen.md story-misplaced\n");
}

#[test]
fn a_file_of_the_office_under_another_name_is_told() {
    let root = tempfile::tempdir().expect("a folder");
    for path in [
        "etalase.yaml.txt",
        "panduan/mulai.md.txt",
        "content/_agenda/rapat.yml",
        "content/_muda/kuis.yaml.txt",
        "content/_program/daftar.CSV",
    ] {
        let path = root.path().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("made");
        fs::write(&path, "judul: A\n").expect("written");
    }
    let site = Site::open(root.path()).expect("a site");
    let limits = Limits::default();
    let mut findings = Findings::new();
    site.read_settings(&mut findings);
    site.read_guide("panduan/mulai.md", &limits, &mut findings);
    site.read_portal(&limits, &mut findings);
    site.read_programme(&limits, &mut findings);
    let told: Vec<&str> =
        findings.iter().map(|finding| finding.help.id.split('`').nth(1).unwrap_or_default()).collect();
    assert_eq!(told, ["etalase.yaml", "mulai.md", "rapat.yaml", "kuis.yaml", "daftar.csv"]);
    assert!(findings.iter().all(|finding| finding.code == "file-misnamed"));
}

#[test]
fn a_profile_beside_the_folders_of_cooperatives_is_named() {
    let (names, found, _) = listed(&["profil.yaml", "foto/a.jpg", "cerita/b.md"]);
    assert_eq!((names.len(), found.as_str()), (0, "profil.yaml profile-too-high\n"));
    let (names, found, _) = listed(&["profil.yaml.txt", "kop/profil.yaml", "foto/profil.yaml"]);
    assert_eq!(
        (names.join(" ").as_str(), found.as_str()),
        ("foto kop", "profil.yaml.txt profile-too-high\n")
    );
    assert_eq!(listed(&["foto/a.jpg"]).0, ["foto"]);
}

#[cfg(unix)]
#[test]
fn what_leads_elsewhere_or_is_no_file_is_told() {
    let outside = tempfile::TempDir::new().expect("a folder");
    let root = tempfile::TempDir::new().expect("a folder");
    fs::create_dir_all(root.path().join("content/kop")).expect("made");
    fs::create_dir_all(root.path().join("etalase.yaml")).expect("made");
    fs::write(root.path().join("content/kop/profil.yaml"), "nama: A\n").expect("written");
    for (name, target) in [("luar", outside.path().to_owned()), ("hampa", root.path().join("tiada"))] {
        std::os::unix::fs::symlink(target, root.path().join("content").join(name)).expect("linked");
    }
    std::os::unix::fs::symlink("kop", root.path().join("content/lain")).expect("linked");
    let site = Site::open(root.path()).expect("a site");
    let mut findings = Findings::new();
    let names = site.list_cooperatives(&mut findings).expect("listed");
    assert_eq!(names, ["kop", "lain"]);
    assert!(site.read_settings(&mut findings).is_none());
    findings.sort();
    assert_eq!(findings.brief(), "hampa path-outside\nluar path-outside\netalase.yaml unreadable\n");
}

#[test]
fn a_photo_that_goes_or_changes_between_two_looks_is_a_finding() {
    let folder = tempfile::tempdir().expect("a folder");
    let photo = folder.path().join("content/kpc/foto/a.jpg");
    fs::create_dir_all(photo.parent().expect("a folder")).expect("made");
    fs::write(&photo, "satu").expect("written");
    let site = Site::open(folder.path()).expect("a site");
    let facts = PhotoFacts {
        hash: SourceHash::of(b"satu"),
        size_bytes: 4,
        kind: PhotoKind::Jpeg,
        width_px: 1,
        height_px: 1,
        orientation: Orientation::Upright,
        has_location: false,
        video_bytes: 0,
        is_animated: false,
        is_cmyk: false,
    };
    let read = || {
        site.read_known_photo("content/kpc/foto/a.jpg", &facts).map_err(|finding| finding.code.into_owned())
    };
    assert_eq!(read(), Ok(b"satu".to_vec()));
    fs::write(&photo, "lain").expect("replaced");
    assert_eq!(read(), Err("photo-changing".to_owned()));
    fs::remove_file(&photo).expect("removed");
    assert_eq!(read(), Err("unreadable".to_owned()));
}
