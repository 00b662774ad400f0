use super::entries::{Attendance, Bimtek};
use super::*;
use crate::model::Date;
use crate::summary::Summary;

const TODAY: Date = Date::constant(2026, 11, 24);

fn read(sheets: &[(&str, &str)], lists: &[(&str, &str)], reports: &[(&str, &str)]) -> (Programme, String) {
    let sheets: Vec<(String, Vec<u8>)> =
        sheets.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    let files = |files: &[(&str, &str)]| -> Vec<Arc<SourceFile>> {
        files.iter().map(|(path, text)| SourceFile::new(*path, *text)).collect()
    };
    let (lists, reports) = (files(lists), files(reports));
    let sources = ProgrammeSources { sheets: &sheets, lists: &lists, reports: &reports };
    let mut findings = Findings::new();
    let programme = read_programme(sources, &Settings::for_day(TODAY), &mut findings);
    findings.sort();
    (programme, findings.brief())
}

fn told(entry: &Entry) -> String {
    let place = entry.place.as_ref().map_or("-", |place| place.code.as_str());
    let session = |session: &Bimtek| format!("{} {:?}", session.name, session.attendance);
    let sessions: Vec<String> = entry.bimtek.iter().map(session).collect();
    format!("{} {place} {} [{}]", entry.name, entry.stage.as_deref().unwrap_or("-"), sessions.join(", "))
}

#[test]
fn a_list_is_read_below_its_title_in_the_words_of_offices() {
    let list = "DAFTAR PESERTA PROGRAM ETALASE\n\n\
        No;Nama Koperasi;NIK Koperasi;Kab/Kota;Tahap;Tahun;No. WA;Bimtek Foto;Bimtek Harga\n\
        1;Koperasi Tani  Maju;3204000000021;Kab. Bandung;1;2027;081200000001;hadir;susulan\n\
        2;KUD Mekar;;KAB BANDUNG;2;2027;812-0000-0002;-;diundang\n\
        ;Jumlah;;;;;2;;\n";
    let (programme, findings) = read(&[("content/_program/daftar.csv", list)], &[], &[]);
    assert_eq!(
        programme.entries.iter().map(told).collect::<Vec<_>>(),
        ["Koperasi Tani Maju 32.04 1 [Foto Came, Harga Missed]", "KUD Mekar 32.04 2 [Harga Invited]"]
    );
    assert_eq!(programme.entries[0].register_number.as_deref(), Some("3204000000021"));
    assert_eq!(programme.entries[0].year, Some(2027));
    assert_eq!(findings, "daftar.csv:5:4 programme-place-spellings\n");
    assert_eq!(programme.entries[0].bimtek[0].attendance, Attendance::Came);
}

#[test]
fn what_a_list_gets_wrong_is_told_at_its_cell_and_the_rest_is_read() {
    let list = "Nama,Kabupaten,NIK,Hadir,Tahun,Luas lahan,HP\n\
        Satu,Bandung,3204000000000021,kadang,besok,2,81200000001\n\
        Dua,Sleman,,ya,2027,,\n\
        ,Kota Bogor,3204000000022,,,,\n\
        dua,,,,2027,,\n";
    let (programme, findings) = read(&[("d.csv", list)], &[], &[]);
    assert_eq!(
        programme.entries.iter().map(told).collect::<Vec<_>>(),
        ["Satu - - [Bimtek Invited]", "Dua - - [Bimtek Came]"]
    );
    assert_eq!(
        findings,
        "d.csv:1:6 programme-head-unknown\n\
         d.csv:2:2 programme-place-unknown\nd.csv:2:3 programme-number-odd\n\
         d.csv:2:4 programme-attendance-odd\nd.csv:2:5 programme-year-odd\nd.csv:2:7 programme-zero-lost\n\
         d.csv:3:2 programme-place-unknown\nd.csv:4:2 programme-nameless\nd.csv:5:1 programme-twice\n"
    );
}

#[test]
fn a_list_without_heads_and_a_report_that_is_none_are_told_and_hold_up_nothing() {
    let (programme, findings) = read(
        &[("a.csv", "Satu;Kab. Bandung\n")],
        &[
            (
                "b.yaml",
                "peserta:\n  - {nama: Tiga, wilayah: Kota Bandung, tahap: pendataan, bimtek: {foto: hadir}}\n",
            ),
            ("c.yaml", "nama: Empat\n"),
        ],
        &[
            (
                "laporan-2026-10.json",
                r#"{"as_of":"2026-10-31","cooperatives":[{"slug":"a","freshness":"stale","name":"A"}]}"#,
            ),
            ("laporan-2030.json", r#"{"as_of":"2030-01-01","cooperatives":[]}"#),
            ("lain.json", "[1, 2]"),
        ],
    );
    assert_eq!(programme.entries.iter().map(told).collect::<Vec<_>>(), ["Tiga 32.73 pendataan [foto Came]"]);
    assert_eq!(programme.earlier.len(), 1);
    assert_eq!(programme.earlier[0].states["a"], EarlierState::Stale);
    assert_eq!(
        findings,
        "a.csv programme-no-heads\nc.yaml programme-no-list\n\
         lain.json programme-report-unreadable\nlaporan-2030.json programme-report-later\n"
    );
}

#[test]
fn a_storefront_is_known_by_folder_number_or_name_and_two_that_fit_are_told() {
    let summary = |slug: &str, name: &str, code: &str, rest: &str| {
        let json = format!(
            r#"{{"etalase":1,"slug":"{slug}","name":"{name}","languages":["id"],"region":{{"code":"{code}","regency":"x"}}{rest}}}"#
        );
        Summary::parse(json.as_bytes()).expect("a sound summary")
    };
    let shops = [
        summary("tani", "Koperasi Tani", "32.04", ""),
        summary("tani-kota", "Koperasi Tani", "32.73", ""),
        summary("susu", "Koperasi Susu Sagara", "32.04", r#","register_number":"3204000000021""#),
        summary("kopi", "Koperasi Kopi", "32.05", ""),
    ];
    let list = "Nama;Kabupaten;NIK;Etalase\n\
        Tani;Kab. Bandung;;\n\
        KOPERASI TANI;;;\n\
        Susu;Kota Bogor;3204 0000 00021;\n\
        Warung;;;https://etalase.example/kopi/\n\
        Hilang;;;hilang\n\
        Kopi;Kota Bandung;;\n";
    let (programme, findings) = read(&[("d.csv", list)], &[], &[]);
    assert_eq!(findings, "");
    let mut findings = Findings::new();
    let summaries: Vec<&Summary> = shops.iter().collect();
    let standings = match_storefronts(&programme.entries, &summaries, &mut findings);
    let online: Vec<Option<&str>> = standings.iter().map(|standing| standing.online).collect();
    assert_eq!(online, [Some("tani"), None, Some("susu"), Some("kopi"), None, None]);
    assert_eq!(findings.brief(), "d.csv:3:1 programme-ambiguous\nd.csv:6:1 programme-folder-unknown\n");
}

#[test]
fn no_contact_is_kept_or_shown() {
    let list = "Nama;Ketua;HP\nSatu;Ibu Rahasia;81299999999\n";
    let sheets = [("d.csv".to_owned(), list.as_bytes().to_vec())];
    let mut findings = Findings::new();
    let sources = ProgrammeSources { sheets: &sheets, lists: &[], reports: &[] };
    let programme = read_programme(sources, &Settings::for_day(TODAY), &mut findings);
    let shown = format!("{programme:?} {findings:?}");
    assert!(findings.iter().any(|finding| finding.code == "programme-zero-lost"));
    assert!(!shown.contains("Rahasia") && !shown.contains("81299999999"), "{shown}");
}
