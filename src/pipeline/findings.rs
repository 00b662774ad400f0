//! What can be wrong with the parts of a divided build when they are put together.

pub(super) mod shared_store;

use crate::finding::{Finding, Level, Span, Text};

/// Names that a finding spells out; more are counted.
const SPELLED_OUT: usize = 5;

/// In what a part differs from the run that puts the parts together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Differs {
    /// Another version of the program, or another build of it.
    Program,
    /// The day that pages are made for.
    Day,
    /// `etalase.yaml`, a theme, address or host.
    Settings,
}

/// Up to five names, and how many more there are, in both languages.
fn spelled_out<T: AsRef<str>>(names: &[T]) -> (String, String) {
    let shown: Vec<String> =
        names.iter().take(SPELLED_OUT).map(|name| format!("`{}`", name.as_ref())).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(SPELLED_OUT) {
        0 => (shown.clone(), shown),
        rest => (format!("{shown} dan {rest} lagi"), format!("{shown} and {rest} more")),
    }
}

fn error(code: &'static str, place: &str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at: Span::path(place), found, expected, help }
}

/// `--portal-only` where no part was laid.
pub(super) fn no_parts(place: &str) -> Finding {
    error(
        "no-parts",
        place,
        Text::new("belum ada hasil `build --shard` di sini", "there is no output of `build --shard` here"),
        Text::new(
            "hasil semua bagian, termasuk folder `.etalase` di dalamnya",
            "the output of every part, with the folder `.etalase` in it",
        ),
        Text::new(
            "satukan hasil semua bagian di folder ini; pengunggah berkas CI sering meninggalkan folder yang namanya \
             diawali titik",
            "lay the output of all parts into this folder; upload steps of CI often leave out folders whose names begin \
             with a dot",
        ),
    )
}

/// A site of one cooperative has no parts.
pub(super) fn parts_of_one(place: &str) -> Finding {
    error(
        "parts-of-one",
        place,
        Text::new(
            "situs ini berisi satu koperasi, jadi tidak terbagi",
            "this site has one cooperative, so there is nothing to divide",
        ),
        Text::new("portal dengan banyak koperasi", "a portal of many cooperatives"),
        Text::new("jalankan `etalase build` saja", "run plain `etalase build`"),
    )
}

/// Parts of divisions by different numbers lie in one folder.
pub(super) fn parts_of_several_counts(place: &str, counts: &[String]) -> Finding {
    let counts = counts.join(", ");
    error(
        "parts-of-several-counts",
        place,
        Text::new(
            format!("bagian di sini dari pembagian yang berbeda: {counts}"),
            format!("the parts here are of different divisions: {counts}"),
        ),
        Text::new("satu pembagian saja", "one division"),
        Text::new(
            "kosongkan folder ini, lalu bangun semua bagian dengan jumlah yang sama",
            "empty this folder, then build all parts with the same count",
        ),
    )
}

/// Parts that are not there, as `3/7`.
pub(super) fn parts_missing(place: &str, missing: &[String]) -> Finding {
    let (id, en) = spelled_out(missing);
    let again = &missing[0];
    error(
        "parts-missing",
        place,
        Text::new(format!("bagian yang belum ada: {id}"), format!("parts that are not here: {en}")),
        Text::new("hasil semua bagian", "the output of every part"),
        Text::new(
            format!("jalankan `etalase build --shard {again}` dan seterusnya, satukan hasilnya, lalu ulangi"),
            format!(
                "run `etalase build --shard {again}` and so on, lay their output here, then run this again"
            ),
        ),
    )
}

/// A note that cannot be read, or that is not of the files beside it.
pub(super) fn part_damaged(place: &str, file: &str) -> Finding {
    error(
        "part-damaged",
        place,
        Text::new(
            format!("catatan bagian `{file}` rusak, atau bukan dari berkas di sebelahnya"),
            format!("the note `{file}` of a part is damaged, or not of the files beside it"),
        ),
        Text::new("catatan seperti yang ditulis `build --shard`", "the note as `build --shard` wrote it"),
        Text::new("bangun bagian itu lagi", "build that part again"),
    )
}

/// A part that was built with something else than what is here.
pub(super) fn part_of_another_build(
    place: &str,
    part: &str,
    what: Differs,
    there: &str,
    here: &str,
) -> Finding {
    let (found, expected, help) = match what {
        Differs::Program => (
            Text::new(
                format!("bagian {part} dibuat program lain: `{there}`"),
                format!("part {part} was made by another program: `{there}`"),
            ),
            Text::new(format!("`{here}`"), format!("`{here}`")),
            Text::new("pakai program yang sama di semua mesin", "use the same program on all machines"),
        ),
        Differs::Day => (
            Text::new(
                format!("bagian {part} dibuat untuk tanggal {there}"),
                format!("part {part} was made for {there}"),
            ),
            Text::new(here, here),
            Text::new(
                "beri semua bagian dan portalnya `--today` yang sama",
                "give all parts and the portal the same `--today`",
            ),
        ),
        Differs::Settings => (
            Text::new(
                format!("bagian {part} dibuat dengan pengaturan, tema, alamat, atau inang lain"),
                format!("part {part} was made with other settings, themes, address or host"),
            ),
            Text::new("pengaturan dan tema yang ada di sini", "the settings and themes that are here"),
            Text::new("bangun bagian itu lagi", "build that part again"),
        ),
    };
    error("part-of-another-build", place, found, expected, help)
}

/// Cooperatives that a part was built without, or from other files than those that are here.
pub(super) fn part_outdated(place: &str, part: &str, names: &[&str]) -> Finding {
    let (id, en) = spelled_out(names);
    error(
        "part-outdated",
        place,
        Text::new(
            format!("bagian {part} dibuat dari isi lain: {id}"),
            format!("part {part} was made of other content: {en}"),
        ),
        Text::new("isi yang ada di sini", "the content that is here"),
        Text::new(
            format!("jalankan `etalase build --shard {part}` lagi dari isi yang sama"),
            format!("run `etalase build --shard {part}` again from the same content"),
        ),
    )
}

/// A cooperative with an error: its part has built the others.
pub(super) fn part_left_out(name: &str) -> Finding {
    Finding {
        code: "part-left-out".into(),
        level: Level::Warning,
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!("`{name}` punya kesalahan, jadi halamannya tidak dibuat oleh bagiannya"),
            format!("`{name}` has an error, so its part did not make its pages"),
        ),
        expected: Text::new("profil tanpa kesalahan", "a profile without an error"),
        help: Text::new("`etalase check` menunjukkan kesalahannya", "`etalase check` shows the error"),
    }
}
