//! Same input, same bytes; and a site that is whole at any moment.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::site::{Site, WITH_PHOTO, assert_same, files, jpeg_of};
use crate::whole::assert_whole;

#[test]
fn same_bytes_at_any_job_count() {
    let built = |jobs: u32| {
        let site = site_of_many(4);
        site.build(&format!("--jobs {jobs}"));
        files(&site.path("public"))
    };
    assert_same(&built(1), &built(8));
}

#[test]
fn same_bytes_from_any_folder() {
    let (near, far) = (site_of_many(2), site_of_many(2));
    near.build("");
    let elsewhere = Site::new();
    elsewhere.build(&format!("{} --output {}", far.path("").display(), far.path("hasil/jauh").display()));
    assert_same(&files(&near.path("public")), &files(&far.path("hasil/jauh")));
}

#[test]
fn a_second_build_writes_nothing() {
    let site = site_of_many(2);
    site.build("");
    let stamps = |site: &Site| -> BTreeMap<String, std::time::SystemTime> {
        let public = site.path("public");
        let stamp =
            |path: &String| fs::metadata(public.join(path)).and_then(|data| data.modified()).expect("a time");
        files(&public).keys().map(|path| (path.clone(), stamp(path))).collect()
    };
    let before = stamps(&site);
    site.build("");
    assert_eq!(before, stamps(&site));
}

/// Killed without warning at moments spread over the whole build, again and again. Every page that is there
/// is whole and its photos, styles and scripts are too; the next build completes the work.
#[cfg(unix)]
#[test]
fn killed_build_leaves_a_whole_site() {
    let clean = site_of_many(3);
    let started = Instant::now();
    clean.build("--jobs 2");
    let full = started.elapsed();
    let wanted = files(&clean.path("public"));
    let site = site_of_many(3);
    let (mut killed, mut unfinished) = (0, 0);
    for tenth in 1..10 {
        let mut build = start(&site);
        std::thread::sleep(full * tenth / 10);
        build.kill().expect("can be killed");
        let status = build.wait().expect("has ended");
        killed += u32::from(!status.success());
        if site.path("public").exists() {
            let found = files(&site.path("public"));
            assert_whole(&found);
            unfinished += u32::from(found != wanted);
        }
        // The later ones start from nothing, too; else only the first would have work to do.
        if tenth % 3 == 0 && site.path(".etalase").exists() {
            fs::remove_dir_all(site.path(".etalase")).expect("the cache may go at any time");
        }
    }
    assert!(killed > 3, "only {killed} builds were killed in time");
    assert!(unfinished > 0, "no build was killed while it wrote");
    site.build("--jobs 2");
    assert_same(&wanted, &files(&site.path("public")));
}

/// Kills where old and new pages lie beside each other count as hits; what came too early or too late tells when the
/// next kill comes.
#[cfg(unix)]
#[test]
fn a_build_that_is_killed_while_prices_change_shows_each_page_old_or_new() {
    const WANTED_HITS: usize = 3;
    let site = site_of_many(6);
    site.build("");
    let mut old = files(&site.path("public"));
    let started = Instant::now();
    site.build("--output contoh");
    let (mut early, mut late) = (Duration::ZERO, started.elapsed());
    let mut hits = 0;
    for attempt in 0..40 {
        let profile = WITH_PHOTO.replace("12.500", &format!("13.{attempt:03}"));
        for number in 0..6 {
            site.put(&format!("content/koperasi-{number}/profil.yaml"), &profile);
        }
        let delay = (early + late) / 2;
        let mut build = start(&site);
        std::thread::sleep(delay);
        build.kill().expect("can be killed");
        build.wait().expect("has ended");
        let now = files(&site.path("public"));
        site.build("");
        let new = files(&site.path("public"));
        for (path, bytes) in &now {
            let is_known = old.get(path) == Some(bytes) || new.get(path) == Some(bytes);
            assert!(is_known, "{path} is neither old nor new");
        }
        assert!(old.keys().all(|path| now.contains_key(path)), "a page was lost on the way");
        if now == old {
            early = delay;
            late = late.max(delay * 2);
        } else if now == new {
            late = delay;
            early /= 2;
        } else {
            hits += 1;
        }
        if hits == WANTED_HITS {
            return;
        }
        old = new;
    }
    panic!("only {hits} kills came while pages were written");
}

#[test]
fn two_builds_at_once_do_not_disturb_each_other() {
    let site = site_of_many(3);
    let (mut one, mut two) = (start(&site), start(&site));
    assert!(one.wait().expect("ends").success() && two.wait().expect("ends").success());
    let alone = site_of_many(3);
    alone.build("");
    assert_same(&files(&alone.path("public")), &files(&site.path("public")));
}

/// Cooperatives with a photo each, all different.
fn site_of_many(count: u8) -> Site {
    let site = Site::new();
    for number in 0..count {
        site.put(&format!("content/koperasi-{number}/profil.yaml"), WITH_PHOTO);
        site.put(&format!("content/koperasi-{number}/foto/kopi.jpg"), jpeg_of(number, 240, 160));
    }
    site
}

/// A build that runs on its own.
fn start(site: &Site) -> Child {
    Command::new(env!("CARGO_BIN_EXE_etalase"))
        .args(["build", "--today", "2026-11-24", "--quiet", "--jobs", "2"])
        .current_dir(site.path(""))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .expect("starts")
}
