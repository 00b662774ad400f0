//! Same input, same bytes; and a site that is whole at any moment.

use std::collections::BTreeMap;
use std::fs;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::site::{Site, WITH_PHOTO, assert_same, files, jpeg};
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
    let clean = site_of_many(6);
    let started = Instant::now();
    clean.build("--jobs 2");
    let full = started.elapsed();
    let wanted = files(&clean.path("public"));
    let site = site_of_many(6);
    let mut killed = 0;
    for tenth in 1..10 {
        let mut build = start(&site);
        std::thread::sleep(full * tenth / 10);
        build.kill().expect("can be killed");
        let status = build.wait().expect("has ended");
        killed += u32::from(!status.success());
        if site.path("public").exists() {
            assert_whole(&files(&site.path("public")));
        }
        // The later ones start from nothing, too; else only the first would have work to do.
        if tenth % 3 == 0 && site.path(".etalase").exists() {
            fs::remove_dir_all(site.path(".etalase")).expect("the cache may go at any time");
        }
    }
    assert!(killed > 0, "no build was killed in time");
    site.build("--jobs 2");
    assert_same(&wanted, &files(&site.path("public")));
}

#[cfg(unix)]
#[test]
fn a_build_that_is_killed_while_prices_change_shows_each_page_old_or_new() {
    let site = site_of_many(6);
    site.build("");
    let old = files(&site.path("public"));
    for number in 0..6 {
        site.put(&format!("content/koperasi-{number}/profil.yaml"), WITH_PHOTO.replace("12.500", "13.000"));
    }
    let new = {
        site.build("--output baru");
        files(&site.path("baru"))
    };
    for delay in [5, 15, 25, 35, 50, 70, 90, 120] {
        let mut build = start(&site);
        std::thread::sleep(Duration::from_millis(delay));
        build.kill().expect("can be killed");
        build.wait().expect("has ended");
        let now = files(&site.path("public"));
        for (path, bytes) in &now {
            assert!(
                old.get(path) == Some(bytes) || new.get(path) == Some(bytes),
                "{path} is neither old nor new"
            );
        }
        assert!(old.keys().all(|path| now.contains_key(path)), "a page was lost on the way");
    }
    site.build("");
    assert_same(&new, &files(&site.path("public")));
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
        site.put(&format!("content/koperasi-{number}/foto/kopi.jpg"), jpeg(number));
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
