//! A site that several machines build in parts, and one puts together.

use std::fs;
use std::path::Path;

use super::site::{Site, assert_same, files, jpeg_of};

const NAMES: [&str; 6] = ["aren", "bambu", "cengkih", "damar", "enau", "gambir"];

fn site() -> Site {
    let site = Site::new();
    for (number, name) in NAMES.iter().enumerate() {
        site.put(&format!("content/{name}/profil.yaml"), profile(name, 12_500 + number));
        let seed = u8::try_from(number).expect("few");
        site.put(&format!("content/{name}/foto/gula.jpg"), jpeg_of(seed, 240, 160));
        site.put(
            &format!("content/{name}/cerita/panen.md"),
            "---\njudul: Panen\ntanggal: 2026-11-02\n---\nHari ini kami memanen bersama.\n",
        );
    }
    site
}

fn profile(name: &str, price: usize) -> String {
    format!(
        "nama: Koperasi {name}\nwilayah: 32.04.15\nkontak: {{whatsapp: 0812-0000-0000}}\nproduk:\n  - {{nama: Gula {name}, harga: \"{price}\", satuan: kg, foto: [foto/gula.jpg]}}\n"
    )
}

const DAY: &str = "--today 2026-11-24";

/// Builds parts, each into a folder of its own.
fn build_parts(site: &Site, parts: impl IntoIterator<Item = u32>, of: u32) {
    for part in parts {
        let run = site.run(&format!("build {DAY} --shard {part}/{of} --output keluaran/{part}"));
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
}

/// Lays the outputs of parts into one folder, as a CI's download step does.
fn lay_together(site: &Site, parts: impl IntoIterator<Item = u32>) {
    for part in parts {
        copy(&site.path(&format!("keluaran/{part}")), &site.path("public"));
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("copied");
        }
    }
}

#[test]
fn parts_put_together_are_byte_for_byte_one_build() {
    let whole = site();
    whole.build("");
    for of in [3, 7] {
        let divided = site();
        build_parts(&divided, 1..=of, of);
        // No part makes what belongs to all.
        assert!(!divided.path("keluaran/1/index.html").exists());
        lay_together(&divided, (1..=of).rev());
        let run = divided.run(&format!("build {DAY} --portal-only"));
        assert_eq!((run.code, run.stderr.as_str()), (0, ""), "{}", run.stdout);
        assert_same(&files(&whole.path("public")), &files(&divided.path("public")));
        let manifest = |site: &Site| site.read("public/.etalase/manifest");
        assert_eq!(manifest(&whole), manifest(&divided), "of {of}");
    }
}

#[test]
fn a_part_that_is_not_there_is_named_and_nothing_is_written() {
    let site = site();
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(run.code == 1 && run.stderr.contains("[no-parts]"), "{}", run.stderr);
    build_parts(&site, [1, 3], 3);
    lay_together(&site, [1, 3]);
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(
        run.code == 1 && run.stderr.contains("`2/3`") && run.stderr.contains("[parts-missing]"),
        "{}",
        run.stderr
    );
    assert!(!site.path("public/index.html").exists());
    build_parts(&site, [2], 3);
    lay_together(&site, [2]);
    assert_eq!(site.run(&format!("build {DAY} --portal-only")).code, 0);
    build_parts(&site, [2], 2);
    lay_together(&site, [2]);
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(run.code == 1 && run.stderr.contains("[parts-of-several-counts]"), "{}", run.stderr);
}

#[test]
fn a_part_of_another_day_settings_or_content_is_named() {
    let site = site();
    build_parts(&site, 1..=3, 3);
    lay_together(&site, 1..=3);
    let codes = |site: &Site, day: &str| {
        let run = site.run(&format!("build --today {day} --portal-only"));
        let mut codes: Vec<String> =
            run.stderr.lines().filter_map(|line| Some(line.split_once(" [")?.1.to_owned())).collect();
        codes.dedup();
        (run.code, codes.join(" "))
    };
    assert_eq!(codes(&site, "2026-11-25"), (1, "part-of-another-build]".to_owned()));
    site.put("content/damar/profil.yaml", profile("damar", 99_000));
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(
        run.code == 1 && run.stderr.contains("`damar`") && run.stderr.contains("[part-outdated]"),
        "{}",
        run.stderr
    );
    build_parts(&site, 1..=3, 3);
    lay_together(&site, 1..=3);
    assert_eq!(codes(&site, "2026-11-24"), (0, String::new()));
    assert!(site.read("public/damar/index.html").contains("99.000"));
    fs::write(site.path("etalase.yaml"), "judul: Lain\nalamat: https://contoh.id/\n").expect("written");
    assert_eq!(codes(&site, "2026-11-24"), (1, "part-of-another-build]".to_owned()));
    site.put("etalase.yaml", "judul: Uji\nalamat: https://contoh.id/\n");
    site.put("public/.etalase/bagian/1-3.json", "{}");
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(
        run.code == 1 && run.stderr.contains("`1-3.json`") && run.stderr.contains("[part-damaged]"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_cooperative_with_an_error_leaves_the_rest_of_its_part_built() {
    let site = site();
    site.put("content/damar/profil.yaml", "nama: Koperasi damar\nproduk:\n  - {nama: Gula, harga: 12.5}\n");
    for part in 1..=2 {
        site.run(&format!("build {DAY} --shard {part}/2 --output keluaran/{part}"));
    }
    lay_together(&site, 1..=2);
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert!(run.code == 0 && run.stderr.contains("[part-left-out]"), "{}", run.stderr);
    let front = site.read("public/index.html");
    assert!(front.contains("Koperasi enau") && !front.contains("Koperasi damar"));
}

#[test]
fn parts_and_whole_builds_may_follow_each_other_in_one_folder() {
    let (site, whole) = (site(), site());
    site.build("");
    for name in ["aren", "enau"] {
        for one in [&site, &whole] {
            one.put(&format!("content/{name}/profil.yaml"), profile(name, 77_000));
        }
    }
    for one in [&site, &whole] {
        fs::remove_dir_all(one.path("content/gambir")).expect("removed");
    }
    for part in 1..=2 {
        let run = site.run(&format!("build {DAY} --shard {part}/2"));
        assert_eq!(run.code, 0, "{}", run.stderr);
    }
    let run = site.run(&format!("build {DAY} --portal-only"));
    assert_eq!(run.code, 0, "{}", run.stderr);
    whole.build("");
    assert_same(&files(&whole.path("public")), &files(&site.path("public")));
    site.build("");
    assert_same(&files(&whole.path("public")), &files(&site.path("public")));
    assert!(!site.path("public/.etalase/bagian").exists(), "a whole build needs no parts");
}

#[test]
fn the_number_of_a_part_comes_from_an_engine_only_when_it_is_asked_for() {
    let site = site();
    let mut plain = site.command(&format!("build {DAY} --output biasa"));
    assert!(plain.env("SLURM_ARRAY_TASK_ID", "3").output().expect("ends").status.success());
    assert!(
        site.path("biasa/index.html").exists(),
        "a plain job that a task has submitted builds everything"
    );
    let mut part = site.command(&format!("build {DAY} --shard auto/3 --output bagian"));
    assert!(part.env("SLURM_ARRAY_TASK_ID", "2").output().expect("ends").status.success());
    assert!(site.path("bagian/.etalase/bagian/3-3").exists());
    let run = site.run(&format!("build {DAY} --shard auto/3 --output bagian"));
    assert!(run.code == 2 && run.stderr.contains("[shard-number-unclear]"), "{}", run.stderr);
}

#[test]
fn files_for_an_engine_are_written_beside_the_site_and_the_script_is_the_one_that_was_tried() {
    let site = site();
    let run = site.run("publish --write-workflow --shards 7 --for slurm --lang en");
    assert_eq!((run.code, run.stdout.as_str()), (0, "written: antrean/slurm.sh\n"), "{}", run.stderr);
    // `tests/run scale` runs this one on a real engine.
    let tried = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/examples/antrean/slurm.sh");
    assert_eq!(site.read("antrean/slurm.sh"), fs::read_to_string(tried).expect("there"));
    let run = site.run("publish --write-workflow --shards 7 --host netlify");
    assert!(run.code == 2 && run.stderr.contains("[workflow-without-parts]"), "{}", run.stderr);
    let run = site.run("publish --write-workflow --shards 300 --host gitlab-pages");
    assert!(run.code == 2 && run.stderr.contains("[workflow-too-many-parts]"), "{}", run.stderr);
    assert!(!site.path(".gitlab-ci.yml").exists(), "nothing is written");
    assert_eq!(site.run("publish --shards 7").code, 2, "parts of what?");
    // Parts are built of the site as it is, whatever lies beside it.
    assert_eq!(site.run("check --today 2026-11-24").code, 0);
}
