//! Whatever was edited, in whatever order: a build that keeps what it can gives the same bytes as one that
//! begins with nothing. Also with a cache that is damaged, strange or gone, and in a copy of the site.
#![expect(clippy::disallowed_methods, reason = "these tests make and look at files")]

#[path = "edits/payment_code.rs"]
mod payment_code;

use std::collections::BTreeMap;
use std::fs;
use std::io::Cursor;
use std::path::Path;
use std::time::{Duration, SystemTime};

use etalase::for_tests::{Changes, LiveSite, Shown};
use etalase::{Report, Request, Selection, SharedStore, Unwatched};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage};
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;

/// One cooperative as it is to be.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Shop {
    price: u32,
    photo: Option<u8>,
    story: Option<u8>,
}

/// A whole site as it is to be. A file is written only if it differs from what was there before.
#[derive(Debug, Clone, Default, PartialEq)]
struct Content {
    shops: BTreeMap<String, Shop>,
    title: u8,
    sheet: Option<u8>,
    word: Option<u8>,
    event: Option<u8>,
}

#[derive(Debug, Clone)]
enum Edit {
    Price(usize, u32),
    Photo(usize, Option<u8>),
    Story(usize, Option<u8>),
    Close(usize),
    Rename(usize, usize),
    Title(u8),
    Sheet(Option<u8>),
    Word(Option<u8>),
    Event(Option<u8>),
}

fn edits() -> impl Strategy<Value = Edit> {
    let shop = 0..4_usize;
    let number = proptest::option::of(0..3_u8);
    prop_oneof![
        4 => (shop.clone(), 1..5_u32).prop_map(|(shop, price)| Edit::Price(shop, price)),
        2 => (shop.clone(), number.clone()).prop_map(|(shop, photo)| Edit::Photo(shop, photo)),
        2 => (shop.clone(), number.clone()).prop_map(|(shop, story)| Edit::Story(shop, story)),
        1 => shop.clone().prop_map(Edit::Close),
        1 => (shop.clone(), shop).prop_map(|(from, to)| Edit::Rename(from, to)),
        1 => (0..3_u8).prop_map(Edit::Title),
        1 => number.clone().prop_map(Edit::Sheet),
        1 => number.clone().prop_map(Edit::Word),
        1 => number.prop_map(Edit::Event),
    ]
}

impl Content {
    fn new() -> Self {
        let shops = [(name(0), Shop { price: 1, ..Shop::default() })].into();
        Self { shops, ..Self::default() }
    }

    /// An empty folder, of which nothing has to be removed: only the settings are written over.
    fn nothing() -> Self {
        Self { title: u8::MAX, ..Self::default() }
    }

    fn apply(&mut self, edit: &Edit) {
        match *edit {
            Edit::Price(shop, price) => self.shops.entry(name(shop)).or_default().price = price,
            Edit::Photo(shop, photo) => self.shops.entry(name(shop)).or_default().photo = photo,
            Edit::Story(shop, story) => self.shops.entry(name(shop)).or_default().story = story,
            Edit::Close(shop) if self.shops.len() > 1 => drop(self.shops.remove(&name(shop))),
            Edit::Close(_) => {}
            Edit::Rename(from, to) => {
                if let Some(shop) = self.shops.remove(&name(from)) {
                    self.shops.insert(name(to), shop);
                }
            }
            Edit::Title(title) => self.title = title,
            Edit::Sheet(sheet) => self.sheet = sheet,
            Edit::Word(word) => self.word = word,
            Edit::Event(event) => self.event = event,
        }
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        let mut add = |path: String, bytes: Vec<u8>| drop(files.insert(path, bytes));
        let settings = format!("judul: Pasar {}\nalamat: https://contoh.id/\nbahasa: [id, en]\n", self.title);
        add("etalase.yaml".to_owned(), settings.into_bytes());
        for (slug, shop) in &self.shops {
            let photo = shop.photo.map_or("", |_| "    foto: foto/susu.jpg\n");
            let price = 1_000 * (shop.price + 1);
            let profile = format!(
                "nama: Koperasi {slug}\nwilayah: 32.04.15\nkontak: {{whatsapp: 0812-0000-0000}}\ndiperbarui: 2026-11-01\nproduk:\n  - nama: Susu\n    satuan: botol\n    harga: {price}\n{photo}"
            );
            add(format!("content/{slug}/profil.yaml"), profile.into_bytes());
            if let Some(seed) = shop.photo {
                add(format!("content/{slug}/foto/susu.jpg"), photo_bytes(seed));
            }
            if let Some(number) = shop.story {
                let story =
                    format!("---\njudul: Kabar {number}\ntanggal: 2026-10-0{}\n---\nIsi.\n", number + 1);
                add(format!("content/{slug}/cerita/kabar.md"), story.into_bytes());
            }
        }
        if let Some(sheet) = self.sheet {
            let css = format!("main {{ padding-block: {sheet}px; }}\n");
            add("themes/etalase/css/site.css".to_owned(), css.into_bytes());
        }
        if let Some(word) = self.word {
            let page = format!(
                "{{% extends \"base.html\" %}}{{% block main %}}<h1>Halaman {word}</h1>{{% endblock main %}}\n"
            );
            add("themes/etalase/templates/pages/story.html".to_owned(), page.into_bytes());
        }
        if let Some(event) = self.event {
            let text =
                format!("judul: Temu {event}\nmulai: 2026-12-0{} 08:00\ntempat: Balai desa\n", event + 1);
            add("content/_agenda/temu.yaml".to_owned(), text.into_bytes());
        }
        files
    }

    /// Brings a folder from one state to another, as a person would: nothing else is touched.
    fn save(&self, site: &Path, before: &Self) {
        let (old, new) = (before.files(), self.files());
        for path in old.keys().filter(|path| !new.contains_key(*path)) {
            fs::remove_file(site.join(path)).expect("removed");
            let mut folder = site.join(path);
            while folder.pop() && folder != site && fs::remove_dir(&folder).is_ok() {}
        }
        for (path, bytes) in new.iter().filter(|(path, bytes)| old.get(*path) != Some(bytes)) {
            let full = site.join(path);
            fs::create_dir_all(full.parent().expect("a folder")).expect("made");
            fs::write(full, bytes).expect("written");
        }
    }
}

fn name(number: usize) -> String {
    ["aren", "bambu", "cengkih", "damar"][number].to_owned()
}

fn photo_bytes(seed: u8) -> Vec<u8> {
    let picture = RgbImage::from_fn(330, 220, |x, y| {
        let wave = u8::try_from((x * 3 + y + u32::from(seed) * 50) % 256).expect("below 256");
        Rgb([wave, 255 - wave, seed])
    });
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture).write_to(&mut bytes, ImageFormat::Jpeg).expect("encodes");
    bytes.into_inner()
}

fn request(site: &Path, output: &Path, cache: &Path) -> Request {
    Request {
        site: site.to_owned(),
        output: output.to_owned(),
        cache: cache.to_owned(),
        base_url: None,
        host: None,
        selection: Selection::All,
        jobs: 2,
        photo_memory_bytes: 64 * 1024 * 1024,
        cache_bytes: u64::MAX,
        today: "2026-11-24".parse().expect("a day"),
        // Ahead, so that time stamps are trusted and what rests on them is put to the test.
        is_handover: false,
        shared_store: SharedStore::default(),
        now: SystemTime::now() + Duration::from_hours(1),
        program: "uji".to_owned(),
    }
}

fn build(site: &Path, output: &Path, cache: &Path) -> Report {
    let report = etalase::build(&request(site, output, cache), &Unwatched).expect("the machine works");
    assert!(!report.findings.has_error(), "{}", report.findings.brief());
    report
}

fn files(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut waiting = vec![folder.to_owned()];
    while let Some(next) = waiting.pop() {
        for entry in fs::read_dir(&next).expect("read") {
            let path = entry.expect("read").path();
            let name = path.strip_prefix(folder).expect("below").to_string_lossy().into_owned();
            if path.is_dir() {
                if name != ".etalase" {
                    waiting.push(path);
                }
            } else {
                found.insert(name, fs::read(&path).expect("read"));
            }
        }
    }
    found
}

/// The paths at which a site differs from one that is built of the same content with nothing kept.
fn differences(site: &Path, output: &Path) -> Vec<String> {
    let fresh = tempfile::tempdir().expect("a folder");
    build(site, &fresh.path().join("public"), &fresh.path().join("cache"));
    let (kept, clean) = (files(output), files(&fresh.path().join("public")));
    assert!(clean.contains_key("index.html"));
    kept.keys().chain(clean.keys()).filter(|path| kept.get(*path) != clean.get(*path)).cloned().collect()
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/edits.txt"))),
        max_shrink_iters: 60,
        ..ProptestConfig::default()
    })]

    #[test]
    fn after_any_edits_a_kept_build_and_a_clean_one_give_the_same_bytes(
        series in proptest::collection::vec(edits(), 1..7),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (site, output) = (folder.path(), folder.path().join("public"));
        let cache = site.join(".etalase/cache");
        let mut content = Content::new();
        content.save(site, &Content::nothing());
        build(site, &output, &cache);
        for edit in &series {
            let before = content.clone();
            content.apply(edit);
            content.save(site, &before);
            build(site, &output, &cache);
        }
        prop_assert_eq!(differences(site, &output), Vec::<String>::new());
    }

}

proptest! {
    // Every page is asked for after every edit: that takes a while.
    #![proptest_config(ProptestConfig {
        cases: 4,
        failure_persistence: Some(Box::new(FileFailurePersistence::Direct("proptest-regressions/edits.txt"))),
        max_shrink_iters: 20,
        ..ProptestConfig::default()
    })]

    #[test]
    fn after_any_edits_a_preview_shows_what_a_clean_build_writes(
        series in proptest::collection::vec(edits(), 1..7),
    ) {
        let folder = tempfile::tempdir().expect("a folder");
        let (site, output) = (folder.path(), folder.path().join("public"));
        let cache = site.join(".etalase/cache");
        let mut content = Content::new();
        content.save(site, &Content::nothing());
        build(site, &output, &cache);
        let live = LiveSite::open(request(site, &output, &cache)).expect("the machine works");
        prop_assert_eq!(hidden(&live, &BTreeMap::new(), &files(&output)), Vec::<String>::new());
        for edit in &series {
            let (before, shown) = (content.clone(), files(&output));
            content.apply(edit);
            content.save(site, &before);
            build(site, &output, &cache);
            live.refresh(&changes(&before, &content), &[]).expect("the machine works");
            prop_assert_eq!(hidden(&live, &shown, &files(&output)), Vec::<String>::new());
        }
    }
}

/// What a watch would tell of an edit: every file, and every folder of a cooperative.
fn changes(before: &Content, after: &Content) -> Changes {
    let (old, new) = (before.files(), after.files());
    let mut changes = Changes::default();
    for path in old.keys().chain(new.keys()).filter(|path| old.get(*path) != new.get(*path)) {
        changes.add(path);
    }
    for slug in before.shops.keys().chain(after.shops.keys()) {
        if before.shops.contains_key(slug) != after.shops.contains_key(slug) {
            changes.add(&format!("content/{slug}"));
        }
    }
    changes
}

/// Paths that a preview shows otherwise than a build has written them, or still shows though they are gone.
fn hidden(
    live: &LiveSite,
    gone: &BTreeMap<String, Vec<u8>>,
    built: &BTreeMap<String, Vec<u8>>,
) -> Vec<String> {
    let show = |path: &str| {
        let address = path.strip_suffix("index.html").filter(|rest| rest.is_empty() || rest.ends_with('/'));
        match live.show(address.unwrap_or(path)).expect("the machine works") {
            Shown::File { bytes, .. } => Some(bytes),
            // A build writes a page that leads on, a preview leads on by itself.
            Shown::Moved(to) => built.get(path).filter(|page| leads_to(page, &to)).cloned(),
            Shown::Folder | Shown::Nothing(_) | Shown::Broken => None,
        }
    };
    // Scripts and cards are there as soon as a page that names them was asked for, and may stay when none does.
    let is_named = |path: &str| path.starts_with("aset/") || path.starts_with("kartu/");
    let (later, first): (Vec<_>, Vec<_>) = built.keys().partition(|path| is_named(path));
    // The page for what is not there begins at the root of its host, which a preview has for itself.
    let wrong = first.into_iter().chain(later).filter(|path| *path != "404.html");
    let mut wrong: Vec<String> =
        wrong.filter(|path| show(path).as_ref() != built.get(*path)).cloned().collect();
    let left = gone.keys().filter(|path| !built.contains_key(*path) && !is_named(path));
    wrong.extend(left.filter(|path| show(path).is_some()).map(|path| format!("{path} is still there")));
    wrong
}

/// True for a page that only leads on, to that address below the site's root.
fn leads_to(page: &[u8], address: &str) -> bool {
    let page = String::from_utf8_lossy(page);
    let canonical =
        format!("<link rel=\"canonical\" href=\"https://contoh.id/{}\">", address.trim_start_matches('/'));
    page.contains("data-page=\"moved\"") && page.contains(&canonical)
}

/// A site of three cooperatives with everything, built once.
fn built() -> (tempfile::TempDir, Content) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut content = Content::new();
    for number in 0..3 {
        content.apply(&Edit::Price(number, 2));
        content.apply(&Edit::Story(number, Some(1)));
    }
    content.apply(&Edit::Photo(1, Some(1)));
    content.save(folder.path(), &Content::nothing());
    build(folder.path(), &folder.path().join("public"), &folder.path().join(".etalase/cache"));
    (folder, content)
}

#[test]
fn a_preview_with_an_empty_cache_shows_what_a_build_writes() {
    let (folder, content) = built();
    let (site, output) = (folder.path(), folder.path().join("public"));
    let empty = tempfile::tempdir().expect("a folder");
    let live = LiveSite::open(request(site, &output, empty.path())).expect("the machine works");
    let page = fs::read_to_string(output.join("bambu/index.html")).expect("a page");
    assert!(page.contains("linear-gradient("), "no photo is blurred before it is there");
    assert_eq!(hidden(&live, &BTreeMap::new(), &files(&output)), Vec::<String>::new());
    let mut changed = content.clone();
    changed.apply(&Edit::Photo(2, Some(2)));
    changed.save(site, &content);
    build(site, &output, &site.join(".etalase/cache"));
    live.refresh(&changes(&content, &changed), &[]).expect("the machine works");
    assert_eq!(hidden(&live, &BTreeMap::new(), &files(&output)), Vec::<String>::new());
}

#[test]
fn an_event_of_an_office_makes_a_portal_of_a_shop_in_a_preview_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let (site, output) = (folder.path(), folder.path().join("public"));
    let cache = site.join(".etalase/cache");
    let mut before = Content::new();
    before.save(site, &Content::nothing());
    build(site, &output, &cache);
    let live = LiveSite::open(request(site, &output, &cache)).expect("the machine works");
    for (event, has_portal) in [(None, false), (Some(1), true), (None, false)] {
        let (shown, mut after) = (files(&output), before.clone());
        after.apply(&Edit::Event(event));
        after.save(site, &before);
        build(site, &output, &cache);
        live.refresh(&changes(&before, &after), &[]).expect("the machine works");
        let built = files(&output);
        assert_eq!(built.contains_key("aren/index.html"), has_portal);
        assert_eq!(hidden(&live, &shown, &built), Vec::<String>::new());
        before = after;
    }
}

#[test]
fn whoever_asks_a_preview_at_once_is_answered() {
    let folder = tempfile::tempdir().expect("a folder");
    let site = folder.path().to_owned();
    for number in 0..60 {
        let shop = Shop { price: 1, photo: Some(1), ..Shop::default() };
        let content = Content { shops: [(format!("toko-{number}"), shop)].into(), ..Content::default() };
        content.save(&site, &Content::nothing());
        for photo in 2..8 {
            fs::write(site.join(format!("content/toko-{number}/foto/{photo}.jpg")), photo_bytes(photo))
                .expect("written");
        }
    }
    let (done, waiting) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for _ in 0..8 {
            let request = Request { jobs: 4, ..request(&site, &site.join("public"), &site.join("cache")) };
            let live = LiveSite::open(request).expect("the machine works");
            std::thread::scope(|scope| {
                for number in 0..6 {
                    let live = &live;
                    scope.spawn(move || match number {
                        0 | 1 => live.look_at_all().expect("the machine works"),
                        _ => drop(live.show("").expect("the machine works")),
                    });
                }
            });
        }
        done.send(()).expect("somebody waits");
    });
    waiting.recv_timeout(Duration::from_mins(2)).expect("nobody waits for whoever waits for them");
}

#[test]
fn a_cache_that_is_damaged_strange_or_gone_costs_time_only() {
    let damage: [fn(&Path); 4] = [
        |file| fs::write(file, b"\xff\xfe\0 not a record").expect("written"),
        |file| fs::write(file, "etalase-records-99 0\naren\tx\n").expect("written"),
        |file| {
            let text = fs::read_to_string(file).expect("read");
            fs::write(file, &text[..text.len() / 2]).expect("written");
        },
        |file| fs::remove_file(file).expect("removed"),
    ];
    let (folder, content) = built();
    let (site, output) = (folder.path(), folder.path().join("public"));
    let cache = site.join(".etalase/cache");
    for (number, harm) in damage.iter().enumerate() {
        harm(&cache.join("catatan-public"));
        let mut changed = content.clone();
        changed.apply(&Edit::Price(0, 3 + u32::try_from(number).expect("small")));
        changed.save(site, &content);
        build(site, &output, &cache);
        assert_eq!(differences(site, &output), Vec::<String>::new(), "damage {number}");
    }
}

#[test]
fn a_site_that_was_moved_or_copied_is_not_made_again() {
    let (folder, _) = built();
    let elsewhere = tempfile::tempdir().expect("a folder");
    let site = elsewhere.path().join("pindah");
    fs::rename(folder.path(), &site).expect("moved");
    let report = build(&site, &site.join("public"), &site.join(".etalase/cache"));
    assert_eq!((report.written, report.renditions_made, report.built), (0, 0, 3));
    assert_eq!(differences(&site, &site.join("public")), Vec::<String>::new());
}

#[test]
fn two_builds_at_once_wait_for_each_other() {
    let (folder, content) = built();
    let (site, output) = (folder.path(), folder.path().join("public"));
    let cache = site.join(".etalase/cache");
    let mut changed = content.clone();
    changed.apply(&Edit::Price(2, 9));
    changed.apply(&Edit::Title(2));
    changed.save(site, &content);
    std::thread::scope(|scope| {
        for _ in 0..3 {
            scope.spawn(|| build(site, &output, &cache));
        }
    });
    assert_eq!(differences(site, &output), Vec::<String>::new());
}
