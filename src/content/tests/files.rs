//! The demo, the portal of the demo, and the odd files of `tests/data`.

use super::*;

fn crate_root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

#[expect(clippy::disallowed_methods, reason = "tests read the demo and `tests/data` themselves")]
fn read(path: &Path) -> Option<Vec<u8>> {
    std::fs::read(path).ok()
}

#[expect(clippy::disallowed_methods, reason = "tests read the demo and `tests/data` themselves")]
fn names_in(folder: &Path) -> Vec<String> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut names: Vec<String> =
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

fn is_named(name: &str, ending: &str) -> bool {
    name.strip_suffix(ending).is_some()
}

fn text_file(root: &Path, path: &str) -> Arc<SourceFile> {
    let bytes = read(&root.join(path)).unwrap_or_else(|| panic!("cannot read {path}"));
    SourceFile::new(path, String::from_utf8(bytes).expect("UTF-8"))
}

/// A folder of the demo, with every photo that its texts name.
pub(super) fn demo_folder(name: &str) -> Folder {
    let root = crate_root();
    let path = format!("content/{name}");
    let mut folder = folder(&format!("-- {path}/profil.yaml --\n"));
    let profile = text_file(&root, &format!("{path}/profil.yaml"));
    let mut texts = vec![Arc::clone(&profile)];
    folder.profile = Some(profile);
    for file in names_in(&root.join(&path).join("cerita")) {
        let source = text_file(&root, &format!("{path}/cerita/{file}"));
        texts.push(Arc::clone(&source));
        folder.stories.push(TextFile { stem: file.trim_end_matches(".md").to_owned(), source });
    }
    for text in texts {
        let words = text.text.split(|c: char| c.is_whitespace() || matches!(c, '[' | ']' | ',' | '}'));
        for word in words.filter(|word| word.starts_with("foto/")) {
            folder.photos.insert(word.to_owned(), sound());
        }
    }
    folder
}

/// What a camera reads in the one photo of a code that the demo has, that of `kopwan-melati`.
const CODE_IN_PHOTO: &str = "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000580215CONTOH0000000580303UMI\
    51440014ID.CO.QRIS.WWW0215ID00000000000580303UMI5204549953033605802ID5913KOPWAN MELATI6013KAB. SUMEDANG\
    61054539162070703A016304F36E";

#[test]
fn the_demo_reads_without_errors_and_with_the_one_warning_that_monitoring_is_to_show() {
    let names: Vec<String> =
        names_in(&crate_root().join("content")).into_iter().filter(|name| !name.starts_with('_')).collect();
    let mut loud = Vec::new();
    for name in &names {
        let codes = std::collections::BTreeSet::from([CODE_IN_PHOTO.to_owned()]);
        let report = Report::of(&demo_folder(name), |_| Some(Ok(codes.clone())));
        let findings = report.findings.iter().filter(|finding| finding.level != Level::Advice);
        loud.extend(findings.map(|finding| format!("{name} {}", finding.code)));
        let cooperative = report.cooperative();
        assert!(cooperative.region.is_some() && cooperative.about.is_some(), "{name}");
        assert!(!cooperative.products.is_empty() || !cooperative.outlets.is_empty(), "{name} offers nothing");
    }
    assert_eq!((names.len(), loud), (12, vec!["kopwan-melati certificate-lapsed".to_owned()]));
}

#[test]
fn the_portal_s_content_reads_without_findings() {
    let root = crate_root();
    let settings = Settings::for_day(TODAY);
    let mut findings = Findings::new();
    let agenda: Vec<Arc<SourceFile>> = names_in(&root.join("content/_agenda"))
        .iter()
        .map(|name| text_file(&root, &format!("content/_agenda/{name}")))
        .collect();
    let events = read_office_events(&agenda, &settings, &mut findings);
    assert!(events.len() == agenda.len() && events.windows(2).all(|pair| pair[0].starts <= pair[1].starts));
    let pages: Vec<Arc<SourceFile>> = names_in(&root.join("content/_muda"))
        .iter()
        .filter(|name| is_named(name, ".md"))
        .map(|name| text_file(&root, &format!("content/_muda/{name}")))
        .collect();
    assert_eq!(read_youth_pages(&pages, &settings, &mut findings).len(), pages.len());
    let quiz = read_quiz(&text_file(&root, "content/_muda/kuis.yaml"), &settings, &mut findings);
    let quiz = quiz.expect("a quiz");
    assert_eq!((quiz.roles.len(), quiz.questions.len()), (4, 8));
    assert_eq!(findings.brief(), "");
    crate::content::read_settings(Some(&text_file(&root, "etalase.yaml")), TODAY, &mut findings);
    assert_eq!(findings.brief(), "");
}

#[test]
fn a_quiz_with_mistakes_reports_all_of_them() {
    let file = SourceFile::new(
        "content/_muda/kuis.yaml",
        "judul: Kuis
peran:
  - {id: a, nama: A, keterangan: a}
  - {id: bendahara, nama: B, keterangan: b}
soal:
  - tanya: Apa?
    jawaban: [{teks: Satu, poin: {bendhara: 1}}, {teks: Dua, poin: {a: banyak}}]
  - {tanya: Lalu?, jawaban: [{teks: Satu, poin: {a: 1}}]}
",
    );
    let mut findings = Findings::new();
    read_quiz(&file, &Settings::for_day(TODAY), &mut findings);
    assert_eq!(
        findings.brief(),
        "kuis.yaml:7:35 unknown-role\nkuis.yaml:7:72 not-points\nkuis.yaml:8:20 quiz-too-small\n"
    );
}

/// A JSON file of `tests/data`.
fn data(path: &str) -> serde_json::Value {
    let bytes = read(&crate_root().join("tests/data").join(path)).expect("a file");
    serde_json::from_slice(&bytes).expect("JSON")
}

#[test]
fn odd_profiles_do_what_the_index_says() {
    let folder_path = crate_root().join("tests/data");
    let mut count = 0;
    for entry in data("INDEX.json")["files"].as_array().expect("files") {
        let name = entry["file"].as_str().expect("a name");
        let Some(file) = name.strip_prefix("yaml/").filter(|name| is_named(name, ".yaml")) else { continue };
        let bytes = read(&folder_path.join(name)).expect("a file");
        count += 1;
        // What is not UTF-8 is the door's to refuse.
        let Ok(text) = String::from_utf8(bytes) else { continue };
        let report = check_text(&text);
        let own: Vec<&Finding> =
            report.findings.iter().filter(|finding| finding.at.file.path.ends_with("profil.yaml")).collect();
        match entry["expect"]["action"].as_str() {
            Some("reject") => {
                assert!(
                    own.iter().any(|finding| finding.level == Level::Error),
                    "{file}: {}",
                    report.printed()
                );
                let is_whole = |finding: &&&Finding| finding.at.line == 0;
                assert!(
                    own.iter().find(is_whole).is_none() || text.is_empty(),
                    "{file}: {}",
                    report.printed()
                );
            }
            // These files use keys of no profile; what YAML itself says must be nothing.
            Some("accept") if file != "anchors-small-ok.yaml" => {
                let codes = report.codes();
                let known = ["unknown-key", "missing-key", "no-products", "wrong-kind"];
                assert!(
                    codes.iter().all(|code| known.contains(&code.as_str())),
                    "{file}: {}",
                    report.printed()
                );
            }
            _ => {}
        }
    }
    assert!(count >= 30, "only {count} files");
}

#[test]
fn no_text_of_the_yaml_suite_panics_and_wrong_ones_are_refused() {
    let suite = data("yaml/yaml-test-suite-part.json");
    let cases = suite.as_array().expect("cases");
    assert!(cases.len() > 130, "{} cases", cases.len());
    for case in cases {
        let report = check_text(case["yaml"].as_str().expect("a text"));
        if case["fail"] == true && case["disputed"] != true {
            assert!(report.findings.has_error(), "{case}");
        }
    }
}

#[test]
fn qris_codes_do_what_the_index_says() {
    let codes = data("qris/vectors.json");
    let vectors = codes["vectors"].as_array().expect("vectors");
    assert!(vectors.len() > 20, "{} codes", vectors.len());
    for vector in vectors {
        let payload = vector["payload"].as_str().expect("a payload");
        let read = qris::parse_payload(payload);
        match vector["verdict"].as_str() {
            Some("valid") => assert!(read.is_ok(), "{payload}: {read:?}"),
            Some("invalid") => assert!(read.is_err(), "{payload}: {read:?}"),
            _ => {}
        }
    }
}
