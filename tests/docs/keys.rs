//! `docs/REFERENSI-KUNCI.md` is the table of keys, written out.

use etalase::keys::{EVENT, Key, PROFILE, QUIZ, SITE, SITES, STORY, Section, Shape, YOUTH_PAGE};
use std::fmt::Write as _;

use crate::reference::{cell, is_held, wrapped};

const START: &str = "\
# Semua kunci

Halaman ini ditulis dari tabel kunci yang juga dipakai `etalase check` dan `etalase schema`; jangan disunting tangan.
Baru mulai? Baca [panduan menulis profil](PANDUAN-PROFIL.md) dulu.

- **wajib**: bagian itu tidak berarti tanpa kunci ini. Kunci lain boleh tidak ditulis.
- **+ `_en`, `_su`**: kunci yang sama dengan akhiran itu berisi terjemahan Inggris dan Sunda.
- `produk[].harga` berarti: kunci `harga` di tiap isi daftar `produk`.
";

/// Files that people write, and the keys at their top.
const FILES: [(&str, &str, &Section); 7] = [
    (
        "Profil: `content/NAMA/profil.yaml`",
        "Satu koperasi, dengan semua yang dijual dan diceritakannya.",
        &PROFILE,
    ),
    (
        "Cerita: `content/NAMA/cerita/*.md`",
        "Di antara dua baris `---` di awal berkas; ceritanya di bawahnya.",
        &STORY,
    ),
    ("Situs: `etalase.yaml`", "Satu untuk seluruh situs.", &SITE),
    ("Agenda: `content/_agenda/*.yaml`", "Satu berkas untuk tiap acara di portal.", &EVENT),
    ("Kuis: `content/_muda/kuis.yaml`", "Kuis untuk pelajar, satu untuk seluruh situs.", &QUIZ),
    ("Halaman pelajar: `content/_muda/*.md`", "Di antara dua baris `---` di awal berkas.", &YOUTH_PAGE),
    ("Situs lain: `content/_situs.yaml`", "Koperasi dengan situs sendiri, untuk `etalase collect`.", &SITES),
];

#[test]
fn the_reference_of_keys_is_the_table_of_keys() {
    let mut page = START.to_owned();
    for (title, about, section) in FILES {
        // Writing to a String cannot fail.
        let _ = write!(page, "\n## {title}\n\n{about}\n\n{}", table(section));
        for (places, section) in sections_below(section) {
            let others: Vec<String> = places[1..].iter().map(|place| format!("`{place}`")).collect();
            let also =
                if others.is_empty() { String::new() } else { format!("Juga di {}.", others.join(", ")) };
            let also = if also.is_empty() { also } else { wrapped(&also, "") + "\n" };
            let _ = write!(page, "\n### `{}`\n\n{also}{}", places[0], table(section));
        }
    }
    is_held("docs/REFERENSI-KUNCI.md", &page);
}

/// The sections below one, in the order of their keys, each once with every place at which it stands.
fn sections_below(top: &'static Section) -> Vec<(Vec<String>, &'static Section)> {
    let mut found = Vec::new();
    collect_below(top, "", &mut found);
    found
}

fn collect_below(section: &'static Section, prefix: &str, found: &mut Vec<(Vec<String>, &'static Section)>) {
    for key in section.keys {
        let Some(below) = key.shape.section() else { continue };
        let item = if matches!(key.shape, Shape::List(_) | Shape::Photos(_)) { "[]" } else { "" };
        let place = format!("{prefix}{}{item}", key.name);
        if let Some((places, _)) = found.iter_mut().find(|(_, known)| known.name == below.name) {
            places.push(place);
            continue;
        }
        found.push((vec![place.clone()], below));
        collect_below(below, &format!("{place}."), found);
    }
}

fn table(section: &Section) -> String {
    let rows: String = section.keys.iter().map(row).collect();
    format!("| kunci | artinya | yang ditulis | contoh |\n|---|---|---|---|\n{rows}")
}

fn row(key: &Key) -> String {
    let needed = if key.needed { "**wajib** · " } else { "" };
    let translated = if key.shape.is_translated() { " + `_en`, `_su`" } else { "" };
    let example = if key.example.is_empty() { String::new() } else { format!("`{}`", cell(key.example)) };
    let value = value(key.shape);
    format!("| `{}`{translated} | {} | {needed}{} | {example} |\n", key.name, cell(key.id), cell(&value))
}

/// What belongs at a key, with its limits and its words.
fn value(shape: Shape) -> String {
    let phrase = shape.phrase().0;
    match shape {
        Shape::Text(most) | Shape::Local(most) | Shape::Texts(most) | Shape::Locals(most) => {
            format!("{phrase}, paling banyak {most} karakter")
        }
        Shape::Number(least, most) | Shape::Numbers(least, most) => {
            format!("{phrase}, {} sampai {}", grouped(least), grouped(most))
        }
        Shape::Choice(words) => format!("salah satu: {}", listed(words)),
        Shape::Choices(words) => format!("satu atau beberapa: {}", listed(words)),
        other => other.phrase().0.to_owned(),
    }
}

fn listed(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}

/// `10.000.000`
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let first = digits.len() % 3;
    let (head, tail) = digits.split_at(first);
    let groups = tail.as_bytes().chunks(3).map(|three| String::from_utf8_lossy(three).into_owned());
    let head = (!head.is_empty()).then(|| head.to_owned());
    head.into_iter().chain(groups).collect::<Vec<_>>().join(".")
}
