//! A first site has no mistake, is what the host needs, and never costs anybody a file.
#![expect(clippy::disallowed_methods, reason = "these tests make folders")]

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroU32;

use super::*;
use crate::content;
use crate::finding::{Findings, Level, SourceFile};
use crate::host::{self, ENGINES, Engine, HOSTS, Host, find_host};
use crate::model::Date;
use crate::settings::Settings;
use crate::source::Folder;

fn today() -> Date {
    jiff::civil::date(2026, 11, 24)
}

fn first_site(host: &str, is_portal: bool) -> FirstSite<'static> {
    FirstSite {
        title: "Etalase Contoh",
        is_portal,
        host: find_host(host).expect("in the table"),
        project: "etalase-contoh",
        today: today(),
    }
}

fn files(host: &str, is_portal: bool) -> BTreeMap<String, String> {
    let site = first_site(host, is_portal);
    let ci = workflow_files(site.host, site.project, "", CiNeeds::default());
    site_files(&site).into_iter().chain(ci).collect()
}

#[test]
fn a_site_that_cannot_be_written_to_the_end_leaves_nothing_behind() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = site_files(&first_site("umum", false));
    // Longer than any file system takes: like a full disk, it fails after others were written.
    files.push((format!("zz/{}", "x".repeat(300)), String::new()));
    for site in [folder.path().join("baru/situs"), folder.path().to_owned()] {
        let mut begun = Begun::default();
        let written = write_site(&site, &files, &mut begun, &mut Findings::new());
        assert!(written.is_err() && site.join("etalase.yaml").is_file());
        drop(begun);
        assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 0, "{}", site.display());
    }
}

#[test]
fn a_site_begins_with_a_sheet_that_says_whose_everything_is() {
    let sheet = &files("cloudflare-pages", false)["SERAH-TERIMA.md"];
    assert!(sheet.starts_with("# Serah terima: Etalase Contoh\n") && !sheet.contains('@'), "{sheet}");
    assert!(
        sheet.contains("tempat terbit: cloudflare-pages | https://etalase-contoh-akun-anda.pages.dev"),
        "{sheet}"
    );
    for words in ["surel koperasi", "domain sendiri", "habis atau diperpanjang", "Siapa yang bisa ditanya"] {
        assert!(sheet.contains(words), "{words}");
    }
}

#[test]
fn the_first_profiles_have_no_mistake() {
    let files = files("cloudflare-pages", true);
    for name in ["koperasi-contoh", "kopsis-contoh"] {
        let path = format!("content/{name}/profil.yaml");
        let folder = Folder {
            name: name.to_owned(),
            path: format!("content/{name}"),
            profile: Some(SourceFile::new(&*path, &*files[&path])),
            stories: Vec::new(),
            photos: BTreeMap::new(),
        };
        let mut findings = Findings::new();
        let settings = Settings::for_day(today());
        let profile = content::parse_profile(&folder, &settings, &mut findings);
        let read = content::read_cooperative(&profile, None, &mut findings);
        assert!(read.is_some(), "{}", findings.brief());
        let worse = findings.iter().filter(|finding| finding.level != Level::Advice).count();
        assert_eq!(worse, 0, "{}", findings.brief());
    }
    let agenda =
        SourceFile::new("content/_agenda/bimtek-profil.yaml", &*files["content/_agenda/bimtek-profil.yaml"]);
    let mut findings = Findings::new();
    let events = content::read_office_events(&[agenda], &Settings::for_day(today()), &mut findings);
    assert_eq!((events.len(), findings.brief()), (1, String::new()));
}

#[test]
fn every_mark_is_filled_in() {
    for host in HOSTS {
        let forms = [None, NonZeroU32::new(3)].map(|parts| CiNeeds { parts, shares: true, collects: true });
        let divided = forms.map(|needs| workflow_files(host, "x", "situs/", needs)).concat();
        let engines = ENGINES.map(|(_, engine)| engine_files(engine, "", forms[1])).concat();
        let more: BTreeMap<String, String> = divided
            .into_iter()
            .chain(engines)
            .enumerate()
            .map(|(n, (path, text))| (format!("{n} {path}"), text))
            .collect();
        for files in [files(host.name, false), files(host.name, true), more] {
            for (path, text) in files {
                let is_mark = |part: &&str| {
                    part.len() > 2 && part.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'_')
                };
                assert_eq!(text.split('@').skip(1).find(is_mark), None, "{path} for {}", host.name);
            }
        }
    }
}

/// Titles that mean something else to YAML unless they are quoted.
const HOSTILE_TITLES: &[&str] = &[
    "Koperasi: Maju",
    "\"Maju\" Jaya",
    "[Promo] Desa",
    "{Promo} Desa",
    "Toko #1",
    "- x",
    "yes",
    "null",
    "123",
    "1.500",
    "2026-11-28",
    "'",
    "\"",
    "Jum'at Berkah",
    "a \\ b",
    "& co.",
    "*",
    "!seru",
    "100 % asli",
    "@ALAMAT@",
    "Maju:",
];

#[test]
fn a_title_is_read_back_as_it_was_typed() {
    for title in HOSTILE_TITLES {
        let site = FirstSite { title, ..first_site("umum", true) };
        let files: BTreeMap<String, String> = site_files(&site).into_iter().collect();
        let mut findings = Findings::new();
        let file = SourceFile::new("etalase.yaml", &*files["etalase.yaml"]);
        let settings = content::read_settings(Some(&file), today(), &mut findings);
        let told = "etalase.yaml:9:9 site-address-elsewhere\n";
        assert_eq!((settings.title.as_str(), findings.brief().as_str()), (*title, told));
        assert!(files["README.md"].starts_with(&format!("# {title}\n")));
    }
}

#[test]
fn every_yaml_file_can_be_read() {
    for host in HOSTS {
        for (path, text) in files(host.name, true) {
            if path.contains(".y") {
                let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&text);
                assert!(read.is_ok(), "{path} for {}: {read:?}", host.name);
            }
        }
    }
}

#[test]
fn the_workflow_follows_the_host() {
    let paths = |host: &str| {
        workflow_files(find_host(host).expect("in the table"), "x", "", CiNeeds::default())
            .into_iter()
            .map(|(path, _)| path)
            .collect::<Vec<_>>()
    };
    let (publish, nightly) = (".github/workflows/terbit.yml", ".github/workflows/jadwal.yml");
    assert_eq!(paths("github-pages"), [publish, nightly]);
    assert_eq!(paths("cloudflare-workers"), [publish, nightly, "wrangler.jsonc"]);
    assert_eq!(paths("gitlab-pages"), [".gitlab-ci.yml"]);
    assert_eq!(paths("codeberg-pages"), [".woodpecker/terbit.yaml"]);
    assert_eq!(paths("netlify"), ["netlify.toml"]);
    assert!(paths("berkas").is_empty() && paths("surge").is_empty());
}

#[test]
fn a_portal_of_other_sites_collects_every_night() {
    let files = |host: &str| {
        workflow_files(
            find_host(host).expect("in the table"),
            "x",
            "situs/",
            CiNeeds { collects: true, ..CiNeeds::default() },
        )
    };
    let collecting = &files("github-pages")[2];
    assert_eq!(collecting.0, ".github/workflows/himpun.yml");
    assert!(
        collecting.1.contains("run: etalase collect\n")
            && collecting.1.contains("working-directory: situs\n")
    );
    let [(_, job)] = &files("gitlab-pages")[..] else { panic!("one file") };
    assert!(job.contains("\nhimpun:\n  stage: .pre\n") && job.contains("paths: [situs/content/_situs]"));
    for (path, text) in HOSTS
        .iter()
        .flat_map(|host| workflow_files(host, "x", "", CiNeeds { collects: true, ..CiNeeds::default() }))
    {
        let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(&text);
        assert!(read.is_ok() || !path.contains(".y"), "{path}: {read:?}");
    }
}

fn in_parts(count: u32) -> CiNeeds {
    CiNeeds { parts: NonZeroU32::new(count), ..CiNeeds::default() }
}

fn hosts_with_parts() -> impl Iterator<Item = &'static Host> {
    HOSTS.iter().filter(|host| host::most_parts(host).is_some())
}

#[test]
fn ci_builds_in_parts_where_jobs_hand_files_on() {
    let most = |name: &str| host::most_parts(find_host(name).expect("in the table"));
    assert_eq!((most("cloudflare-pages"), most("gitlab-pages")), (Some(256), Some(200)));
    assert_eq!([most("codeberg-pages"), most("netlify"), most("surge")], [None; 3]);
    let parted = |host: &Host| workflow_files(host, "x", "", in_parts(3))[0].1.contains("--shard");
    assert!(
        HOSTS.iter().all(|host| host.ci_files.is_empty() || parted(host) == host::most_parts(host).is_some())
    );
}

#[test]
fn a_divided_workflow_checks_builds_every_part_and_puts_them_together() {
    for host in hosts_with_parts() {
        let (path, text) = &workflow_files(host, "x", "situs/", in_parts(3))[0];
        let at =
            |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {path} for {}", host.name));
        let steps = [at("etalase check"), at("etalase build --shard"), at("etalase build --portal-only")];
        assert!(steps.is_sorted(), "{path} for {}", host.name);
        assert!(!text.contains("etalase build\n"), "a whole build in {path} for {}", host.name);
        let day =
            |command: &str| text[at(command)..].lines().next().unwrap_or_default().contains(" --today ");
        assert!(day("etalase build --shard") && day("etalase build --portal-only"), "one day for all");
        let read: serde_yaml::Value = serde_yaml::from_str(text).expect("YAML");
        if path.ends_with("terbit.yml") {
            let part = &read["jobs"]["bagian"];
            let upload = part["steps"].as_sequence().and_then(|steps| steps.last()).expect("steps");
            assert_eq!(part["strategy"]["matrix"]["bagian"].as_sequence().map(Vec::len), Some(3));
            assert!(text.contains("--shard ${{ matrix.bagian }}/3 "), "{text}");
            // A part's proof lies in a hidden folder.
            assert_eq!(upload["with"]["include-hidden-files"].as_bool(), Some(true));
            assert_eq!(upload["with"]["path"].as_str(), Some("situs/public"));
        } else {
            assert_eq!(read["bagian"]["parallel"].as_u64(), Some(3));
            assert!(text.contains("--shard auto/3 "), "{text}");
            assert_eq!(read["bagian"]["artifacts"]["paths"][0].as_str(), Some("situs/public"));
        }
    }
}

#[test]
fn the_key_of_a_shared_cache_is_asked_of_ci_and_a_program_that_can_use_it_is_built() {
    for host in HOSTS.iter().filter(|host| !host.ci_files.is_empty()) {
        for parts in [None, NonZeroU32::new(3)] {
            let needs = |shares| CiNeeds { parts, shares, ..CiNeeds::default() };
            let (path, text) = &workflow_files(host, "x", "", needs(true))[0];
            assert!(text.contains("cargo install etalase --locked --features s3 --git"), "{path}");
            let asks = path == "netlify.toml" || text.contains("AWS_SECRET_ACCESS_KEY");
            assert!(asks, "{path} for {}", host.name);
            let plain = &workflow_files(host, "x", "", needs(false))[0].1;
            assert!(!plain.contains("AWS_") && !plain.contains("--features"), "{path} for {}", host.name);
        }
    }
}

#[test]
fn an_engine_that_is_no_host_gets_files_of_its_own() {
    let files = |engine, shares| engine_files(engine, "situs/", CiNeeds { shares, ..in_parts(7) });
    let [(path, script)] = &files(Engine::Slurm, false)[..] else { panic!("one script") };
    assert_eq!(path, "situs/antrean/slurm.sh");
    assert!(script.contains("\nbagian=7\n"), "{script}");
    let jobs = files(Engine::Kubernetes, true);
    let job = |path: &str| -> serde_yaml::Value {
        let (_, text) = jobs.iter().find(|(there, _)| there == path).expect("written");
        serde_yaml::from_str(text).expect("YAML")
    };
    let (parts, portal) =
        (job("situs/antrean/kubernetes-bagian.yaml"), job("situs/antrean/kubernetes-portal.yaml"));
    assert_eq!(parts["spec"]["completionMode"].as_str(), Some("Indexed"));
    assert_eq!(parts["spec"]["completions"].as_u64(), Some(7));
    let pod = |job: &serde_yaml::Value| job["spec"]["template"]["spec"]["containers"][0].clone();
    assert!(pod(&parts)["args"][0].as_str().is_some_and(|script| script.contains("--shard auto/7 ")));
    assert!(pod(&portal)["args"][0].as_str().is_some_and(|script| script.contains("--portal-only ")));
    for job in [parts, portal] {
        assert_eq!(pod(&job)["envFrom"][0]["secretRef"]["name"].as_str(), Some("etalase-simpanan"));
    }
    assert!(files(Engine::Kubernetes, false).iter().all(|(_, text)| !text.contains("envFrom")));
}

#[test]
fn what_publishes_has_no_schedule_that_could_switch_it_off() {
    for host in HOSTS {
        for (path, text) in workflow_files(host, "x", "", CiNeeds::default()) {
            let (publishes, is_timed) = (text.contains("etalase build"), text.contains("schedule:"));
            assert!(!(publishes && is_timed && path.starts_with(".github/")), "{path} for {}", host.name);
        }
    }
}

#[test]
fn every_workflow_pins_this_version_and_checks_before_it_builds() {
    for host in HOSTS {
        let files = workflow_files(host, "x", "", CiNeeds::default());
        let Some((path, text)) = files.first() else { continue };
        assert!(text.contains(env!("CARGO_PKG_VERSION")), "{path}");
        let check = text.find(&format!("etalase check --host {}", host.name));
        let build = text.find("etalase build");
        assert!(check.is_some() && check < build, "{path} for {}", host.name);
    }
}

#[test]
fn a_site_below_the_top_of_its_repository_has_its_ci_files_there() {
    let begun = &mut Begun::default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join(".git")).expect("made");
    let site = folder.path().join("situs/toko");
    let place = ci_place(&site);
    assert_eq!(place.folder, "situs/toko/");
    assert_eq!(place.top, fs::canonicalize(folder.path()).expect("there"));
    assert_eq!(ci_place(folder.path()), CiPlace { top: folder.path().to_owned(), folder: String::new() });
    let mut findings = Findings::new();
    for host in HOSTS {
        let files = workflow_files(host, "toko", &place.folder, CiNeeds::default());
        write_workflow(&place, &files, begun, &mut findings).expect("no failing machine");
        if let Some((path, text)) = files.first() {
            assert!(place.top.join(path).is_file(), "{path}");
            assert!(text.contains("situs/toko"), "{} does not know where the site is", host.name);
        }
    }
    assert!(site.join("wrangler.jsonc").is_file(), "which is read where the command is called");
    let odd = ci_place(&folder.path().join("toko $(rm) 'x'"));
    findings = Findings::new();
    let host = find_host("github-pages").expect("in the table");
    let written = write_workflow(
        &odd,
        &workflow_files(host, "toko", &odd.folder, CiNeeds::default()),
        begun,
        &mut findings,
    );
    assert!(written.expect("no failing machine").is_empty());
    assert_eq!(findings.iter().next().map(|finding| &*finding.code), Some("ci-folder-name"));
}

#[test]
fn every_workflow_takes_the_program_from_the_address_of_the_package() {
    for host in HOSTS {
        let files = workflow_files(host, "x", "", CiNeeds::default());
        let Some((path, text)) = files.first() else { continue };
        assert!(text.contains("ETALASE_SUMBER") && text.contains("--git"), "{path} for {}", host.name);
        assert!(text.contains(SOURCE), "{path} for {}", host.name);
        assert!(text.contains("cargo install etalase --locked --version"), "{path} for {}", host.name);
    }
}

#[test]
fn a_folder_with_files_is_left_alone() {
    let begun = &mut Begun::default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::write(folder.path().join("catatan.txt"), "penting").expect("written");
    let mut findings = Findings::new();
    let written = write_site(folder.path(), &site_files(&first_site("umum", false)), begun, &mut findings);
    assert!(!written.expect("no failing machine"));
    assert_eq!(findings.iter().next().map(|finding| &*finding.code), Some("folder-not-empty"));
    assert_eq!(fs::read_dir(folder.path()).expect("listed").count(), 1);
    let file = folder.path().join("catatan.txt");
    let written = write_site(&file, &site_files(&first_site("umum", false)), begun, &mut findings);
    assert!(!written.expect("no failing machine"));
}

#[test]
fn a_fresh_repository_counts_as_empty() {
    let begun = &mut Begun::default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    fs::create_dir(folder.path().join(".git")).expect("made");
    let files = site_files(&first_site("umum", false));
    let mut findings = Findings::new();
    assert!(write_site(folder.path(), &files, begun, &mut findings).expect("no failing machine"));
    for (path, text) in &files {
        assert_eq!(&fs::read_to_string(folder.path().join(path)).expect("there"), text);
    }
}

#[test]
fn a_workflow_that_somebody_changed_stays() {
    let begun = &mut Begun::default();
    let folder = tempfile::tempdir().expect("a temporary folder");
    let files = workflow_files(find_host("gitlab-pages").expect("in the table"), "x", "", CiNeeds::default());
    let place = ci_place(folder.path());
    let mut findings = Findings::new();
    let written = write_workflow(&place, &files, begun, &mut findings).expect("written");
    assert_eq!(written, [".gitlab-ci.yml"]);
    assert!(write_workflow(&place, &files, begun, &mut findings).expect("the same").is_empty());
    assert!(findings.is_empty());
    fs::write(folder.path().join(".gitlab-ci.yml"), "mine").expect("written");
    assert!(write_workflow(&place, &files, begun, &mut findings).expect("left alone").is_empty());
    assert_eq!(findings.iter().next().map(|finding| &*finding.code), Some("workflow-exists"));
    assert_eq!(fs::read_to_string(folder.path().join(".gitlab-ci.yml")).expect("there"), "mine");
}

#[test]
fn a_folders_name_becomes_a_projects() {
    assert_eq!(project_name("Koperasi Tani, Jaya!"), "koperasi-tani-jaya");
    assert_eq!(project_name("…"), "etalase");
}
