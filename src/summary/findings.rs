//! Why a cooperative's summary cannot be used, one function each.

use super::SummaryFault;
use super::guard::{MAX_BYTES, MAX_CHARS, MAX_ITEMS};
use crate::finding::{Finding, Level, Span, Text};

/// The summary that a profile gives is one that no reader accepts: the portal would lose the cooperative.
pub fn summary_refused(name: &str, fault: &SummaryFault) -> Finding {
    let (id, en) = reason(fault);
    Finding {
        code: "summary-refused".into(),
        level: Level::Error,
        at: Span::path(format!("content/{name}/profil.yaml")),
        found: Text::new(
            format!("ringkasan `{name}` untuk portal tidak dapat dipakai: {id}"),
            format!("the summary of `{name}` for the portal cannot be used: {en}"),
        ),
        expected: Text::new(
            format!("daftar sampai {MAX_ITEMS} isi, tulisan sampai {MAX_CHARS} huruf"),
            format!("lists of up to {MAX_ITEMS} items, texts of up to {MAX_CHARS} characters"),
        ),
        help: Text::new(
            "persingkat isi profil yang disebut itu, lalu jalankan `etalase build` lagi",
            "shorten what is named there in the profile, then run `etalase build` again",
        ),
    }
}

/// A cooperative keeps its published pages, but the summary among them cannot be used. `path` is where it lies in
/// the output folder.
pub fn published_summary_refused(name: &str, path: &str, fault: &SummaryFault) -> Finding {
    let (id, en) = reason(fault);
    published(
        name,
        format!("`{path}` dari terbitan sebelumnya tidak dapat dipakai: {id}"),
        format!("`{path}` of the last build cannot be used: {en}"),
    )
}

/// A price that is exactly a thousandth of the one before, published or committed: a program that takes `100.000` for a
/// number leaves 100 of it.
pub fn price_lost_its_thousands(at: Span, product: &str, now: u64, before: u64) -> Finding {
    let (now, before) = (rupiah(now), rupiah(before));
    Finding {
        code: "price-thousandth".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("harga `{product}` menjadi {now}, seperseribu dari {before} sebelumnya"),
            format!("the price of `{product}` is {now}, a thousandth of the {before} before"),
        ),
        expected: Text::new("harga dengan ribuannya", "a price with its thousands"),
        help: Text::new(
            format!(
                "tulis `harga: {before}`; program lain membaca `100.000` sebagai 100. Bila memang {now}, simpan dan bangun sekali tanpa harga itu"
            ),
            format!(
                "write `harga: {before}`; other programs take `100.000` for 100. If it is {now}, save and build once without that price"
            ),
        ),
    }
}

fn rupiah(amount: u64) -> String {
    let digits = amount.to_string();
    let groups: Vec<String> =
        digits.as_bytes().rchunks(3).rev().map(|group| String::from_utf8_lossy(group).into_owned()).collect();
    format!("Rp {}", groups.join("."))
}

/// A cooperative keeps its published pages, but the summary among them is gone or cannot be read.
pub fn published_summary_unreadable(name: &str, path: &str) -> Finding {
    published(
        name,
        format!("`{path}` dari terbitan sebelumnya tidak ada atau tidak dapat dibaca"),
        format!("`{path}` of the last build is gone or cannot be read"),
    )
}

fn published(name: &str, id: String, en: String) -> Finding {
    Finding {
        code: "published-summary-lost".into(),
        level: Level::Error,
        at: Span::path(format!("content/{name}")),
        found: Text::new(id, en),
        expected: Text::new(
            format!("ringkasan `{name}`, supaya portal dapat menampilkannya"),
            format!("the summary of `{name}`, so that the portal can show it"),
        ),
        help: Text::new(
            "perbaiki kesalahan di profilnya bila ada, lalu jalankan `etalase build` tanpa `--only`",
            "fix the errors of its profile if there are any, then run `etalase build` without `--only`",
        ),
    }
}

/// What is wrong, in both languages.
pub(crate) fn reason(fault: &SummaryFault) -> (String, String) {
    match fault {
        SummaryFault::TooLarge => {
            let kilobytes = MAX_BYTES / 1024;
            (format!("lebih dari {kilobytes} KB"), format!("more than {kilobytes} KB"))
        }
        SummaryFault::NotASummary { line, column } => (
            format!("isinya rusak di baris {line}, kolom {column}"),
            format!("it is damaged at line {line}, column {column}"),
        ),
        SummaryFault::Newer(version) => (
            format!("ditulis etalase yang lebih baru (bentuk {version})"),
            format!("a newer etalase wrote it (form {version})"),
        ),
        SummaryFault::Unsafe(field) => {
            (format!("isi `{field}` tidak diterima"), format!("the value of `{field}` is not accepted"))
        }
    }
}
