//! Builds with a store behind them, well and badly.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, SystemTime};

use etalase::{Level, Request, SharedStore, StoreLimits, Unwatched};

use crate::store::{Fault, Store};
use crate::{assert_same, built, files, site, told, write};

/// As `built` asks it: nothing is asked again unless a test says so, so that none waits.
fn access(store: &Store) -> SharedStore {
    SharedStore {
        address: Some("s3://foto/uji".to_owned()),
        key: Some("kunci".to_owned()),
        secret: Some("rahasia".to_owned()),
        endpoint: Some(store.endpoint()),
        limits: StoreLimits { reading: Duration::ZERO, writing: Duration::ZERO, ..StoreLimits::default() },
        ..SharedStore::default()
    }
}

/// The same with patience.
fn patient(store: &Store) -> SharedStore {
    SharedStore { limits: StoreLimits::default(), ..access(store) }
}

#[test]
fn a_second_machine_makes_no_photo_and_draws_no_card() {
    let (site, store) = (site(), Store::start(Fault::None));
    let (plain, alone) = built(site.path(), SharedStore::default());
    let (first, report) = built(site.path(), access(&store));
    assert_eq!(told(&report), Vec::<String>::new());
    assert_eq!((report.renditions_made, report.objects_fetched), (alone.renditions_made, 0));
    assert_eq!(report.objects_kept, store.names().len());
    // One object a photo, and one for the share pictures of each cooperative and of the portal.
    assert_eq!(report.objects_kept, 3 + 3, "{:?}", store.names());
    assert!(store.names().iter().all(|name| name.starts_with("/foto/uji/")), "{:?}", store.names());
    let before = store.asked().len();
    let (second, report) = built(site.path(), access(&store));
    assert_eq!((report.renditions_made, report.objects_fetched, report.objects_kept), (0, 6, 0));
    assert!(store.asked()[before..].iter().all(|(method, _, status)| method == "GET" && *status == 200));
    assert_eq!(told(&report), Vec::<String>::new());
    assert_same(&plain, &first, "the first machine");
    assert_same(&plain, &second, "the second machine");
}

#[test]
fn whatever_is_wrong_with_the_store_the_site_is_the_same_and_it_is_told_once() {
    let site = site();
    let (plain, _) = built(site.path(), SharedStore::default());
    for (fault, is_warm, expected) in [
        (Fault::Silent, false, "store-slow"),
        (Fault::Silent, true, "store-slow"),
        (Fault::Cut, false, "store-unreachable"),
        (Fault::Cut, true, "store-unreachable"),
        (Fault::Altered, true, "store-altered"),
        (Fault::Says(403, "SignatureDoesNotMatch", None), false, "store-refused"),
        (Fault::Says(404, "NoSuchBucket", None), false, "store-refused"),
        (Fault::Says(301, "PermanentRedirect", None), true, "store-refused"),
        (Fault::Says(403, "AccessDenied", None), true, "store-denied"),
        (Fault::SaysToPuts(403, "AccessDenied"), false, "store-denied"),
        (Fault::Says(500, "InternalError", None), false, "store-failing"),
        (Fault::Says(503, "SlowDown", Some(3_600)), false, "store-failing"),
        (Fault::Says(429, "", Some(3_600)), true, "store-failing"),
        (Fault::Says(503, "", Some(u64::MAX)), false, "store-failing"),
        (Fault::SaysToPuts(507, "XMinioStorageFull"), false, "store-full"),
        (Fault::SaysToPuts(403, "QuotaExceeded"), false, "store-full"),
        (Fault::SaysToConditions(501, "NotImplemented"), false, "store-without-conditions"),
        (Fault::IgnoresConditions, false, "store-without-conditions"),
        (Fault::Vanishes(0), false, "store-unreachable"),
        (Fault::Vanishes(4), false, "store-unreachable"),
        (Fault::Vanishes(2), true, "store-unreachable"),
    ] {
        let store = Store::start(Fault::None);
        if is_warm {
            built(site.path(), access(&store));
        }
        store.set(if let Fault::Vanishes(after) = fault {
            Fault::Vanishes(store.asked().len() + after)
        } else {
            fault
        });
        let mut access = access(&store);
        if fault == Fault::Silent {
            access.limits.request = Duration::from_millis(200);
        }
        let (found, report) = built(site.path(), access);
        assert_same(&plain, &found, &format!("{fault:?}"));
        assert_eq!(told(&report), [expected], "{fault:?}, warm: {is_warm}");
        assert!(!report.has_failed(false), "{fault:?}");
    }
}

#[test]
fn a_store_without_conditions_is_only_remarked_and_works() {
    for fault in [Fault::IgnoresConditions, Fault::SaysToConditions(501, "NotImplemented")] {
        let (site, store) = (site(), Store::start(fault));
        let (_, report) = built(site.path(), access(&store));
        let remark = report.findings.iter().find(|finding| finding.code == "store-without-conditions");
        assert_eq!(remark.map(|finding| finding.level), Some(Level::Advice));
        assert_eq!(report.objects_kept, 6, "{fault:?}");
        // The same twice, once a build; afterwards nobody tries.
        let puts = store.asked().iter().filter(|(method, ..)| method == "PUT").count();
        assert!((7..=6 * 2).contains(&puts), "{fault:?}: {puts}");
        let (_, report) = built(site.path(), access(&store));
        assert_eq!((report.renditions_made, report.objects_fetched), (0, 6), "{fault:?}");
    }
}

#[test]
fn a_store_that_keeps_failing_is_left_alone() {
    let (site, store) = (site(), Store::start(Fault::Says(500, "InternalError", None)));
    built(site.path(), access(&store));
    // Three failures; what was under way at the same time may come on top.
    assert!((3..=3 + 5).contains(&store.asked().len()), "{:?}", store.asked());
    let peace = Store::start(Fault::Says(503, "SlowDown", Some(3_600)));
    built(site.path(), patient(&peace));
    assert!(peace.asked().len() <= 2, "who wants an hour of peace gets it: {:?}", peace.asked());
}

#[test]
fn a_store_that_is_busy_for_a_moment_is_asked_again() {
    let (site, store) = (site(), Store::start(Fault::Busy(4)));
    let (_, report) = built(site.path(), patient(&store));
    assert_eq!((told(&report), report.objects_kept), (Vec::<String>::new(), 6));
}

#[test]
fn a_key_that_may_not_list_is_told_until_something_is_found() {
    let (site, store) = (site(), Store::start(Fault::HidesWhatIsNotThere));
    let (_, report) = built(site.path(), access(&store));
    assert_eq!((told(&report), report.objects_kept), (vec!["store-denied".to_owned()], 6));
    let (_, report) = built(site.path(), access(&store));
    assert_eq!((told(&report), report.objects_fetched), (Vec::new(), 6));
}

#[test]
fn what_another_machine_has_put_there_meanwhile_is_read_back_and_compared() {
    let (site, store) = (site(), Store::start(Fault::SomebodyWasFirst));
    let (_, report) = built(site.path(), access(&store));
    assert_eq!((told(&report), report.objects_kept), (Vec::<String>::new(), 0), "they are the same");
    assert_eq!(store.done("GET"), 6);
}

#[test]
fn what_is_damaged_in_the_store_is_told_and_replaced() {
    let site = site();
    let (plain, _) = built(site.path(), SharedStore::default());
    let store = Store::start(Fault::None);
    built(site.path(), access(&store));
    store.change(|object| object.truncate(object.len() - 1));
    let mut access = access(&store);
    // All of them, not only until the store is left alone.
    access.limits.failures = 100;
    let (found, report) = built(site.path(), access.clone());
    assert_eq!(told(&report), ["store-altered"]);
    assert_same(&plain, &found, "damaged objects");
    assert_eq!(report.objects_kept, 6);
    let (found, report) = built(site.path(), access);
    assert_eq!((told(&report), report.objects_fetched, report.renditions_made), (Vec::new(), 6, 0));
    assert_same(&plain, &found, "replaced objects");
}

#[test]
fn objects_that_change_places_are_none() {
    let site = site();
    let (plain, _) = built(site.path(), SharedStore::default());
    let store = Store::start(Fault::None);
    built(site.path(), access(&store));
    let another = Store::start(Fault::None);
    // Each whole, and each under the name of another.
    store.give_turned(&another);
    let (found, report) = built(site.path(), access(&another));
    assert_eq!(told(&report), ["store-altered"]);
    assert_same(&plain, &found, "objects under wrong names");
}

/// The program with a store, as a person calls it.
fn command(site: &Path, store: &Store, arguments: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_etalase"));
    command
        .args(arguments.split_whitespace())
        .current_dir(site)
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    for name in [
        "AWS_SESSION_TOKEN",
        "AWS_REGION",
        "AWS_DEFAULT_REGION",
        "AWS_ENDPOINT_URL_S3",
        "ETALASE_CACHE",
        "LANG",
    ] {
        command.env_remove(name);
    }
    command.env("AWS_ACCESS_KEY_ID", "kunci").env("AWS_SECRET_ACCESS_KEY", "rahasia");
    command.env("AWS_ENDPOINT_URL", store.endpoint());
    command
}

fn said(mut command: Command) -> String {
    let output = command.output().expect("starts and ends");
    let text =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{text}");
    text
}

#[test]
fn the_variable_comes_before_the_settings() {
    let (site, store) = (site(), Store::start(Fault::None));
    write(site.path(), "etalase.yaml", b"judul: Uji\nbahasa: [id]\ntema: polos\ncache: s3://dari-berkas/a\n");
    let text = said(command(site.path(), &store, "build --today 2026-11-24 -v --lang en"));
    assert!(text.contains("shared cache: 0 objects fetched, 3 kept"), "{text}");
    assert!(store.names().iter().all(|name| name.starts_with("/dari-berkas/a/")), "{:?}", store.names());
    let other = Store::start(Fault::None);
    let mut by_variable = command(site.path(), &other, "build --today 2026-11-24 --output lain");
    by_variable.env("ETALASE_CACHE", "s3://dari-variabel");
    fs::remove_dir_all(site.path().join(".etalase")).expect("there");
    said(by_variable);
    let names = other.names();
    assert!(names.len() == 3 && names.iter().all(|name| name.starts_with("/dari-variabel/")), "{names:?}");
}

#[test]
fn who_has_no_key_is_advised_and_warned_where_the_store_was_asked_for() {
    let (site, store) = (site(), Store::start(Fault::None));
    let without_key = |arguments: &str| {
        let mut command = command(site.path(), &store, arguments);
        command.env_remove("AWS_ACCESS_KEY_ID");
        command
    };
    let mut by_variable = without_key("build --today 2026-11-24 --json");
    by_variable.env("ETALASE_CACHE", "s3://foto");
    let text = said(by_variable);
    assert!(text.contains("\"store-no-key\"") && text.contains("\"warning\""), "{text}");
    write(site.path(), "etalase.yaml", b"judul: Uji\nbahasa: [id]\ntema: polos\ncache: s3://foto\n");
    let text = said(without_key("build --today 2026-11-24 --json"));
    let line = text.lines().find(|line| line.contains("store-no-key")).expect("told");
    assert!(line.contains("\"advice\""), "{line}");
    assert_eq!(store.asked(), []);
}

#[test]
fn a_check_asks_no_store() {
    let (site, store) = (site(), Store::start(Fault::None));
    let request = Request {
        shared_store: access(&store),
        ..Request::new(site.path(), "2026-11-24".parse().expect("a day"), SystemTime::now())
    };
    etalase::check(&request, &Unwatched).expect("the machine works");
    assert_eq!(store.asked(), []);
}

#[test]
fn a_build_killed_while_it_writes_behind_is_followed_by_one_that_is_right() {
    let (site, store) = (site(), Store::start(Fault::None));
    let (plain, _) = built(site.path(), SharedStore::default());
    // Nothing that is put there is ever answered.
    store.set(Fault::SilentToPuts);
    let mut building = command(site.path(), &store, "build --today 2026-11-24");
    let mut building = building.env("ETALASE_CACHE", "s3://foto/uji").spawn().expect("starts");
    let is_writing = || store.asked().iter().any(|(method, ..)| method == "PUT");
    while !is_writing() {
        assert!(building.try_wait().expect("can be asked").is_none(), "ended before it wrote anything");
        thread::yield_now();
    }
    building.kill().expect("killed");
    building.wait().expect("ended");
    store.set(Fault::None);
    let mut again = command(site.path(), &store, "build --today 2026-11-24 --quiet");
    again.env("ETALASE_CACHE", "s3://foto/uji");
    assert!(again.output().expect("ends").status.success());
    let there: PathBuf = site.path().join("public");
    assert_same(&plain, &files(&there), "after the kill");
    // And another machine finds what is there, and makes the rest.
    let (other, report) = built(site.path(), access(&store));
    assert_same(&plain, &other, "another machine");
    assert_eq!(told(&report), Vec::<String>::new());
}
