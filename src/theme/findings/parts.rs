//! Sections, copies of built-in parts, fonts and pictures.

use super::words::{nearest, one_of};
use crate::finding::{Finding, Level, Span, Text};

/// `susunan: {toko: [barang, barang]}`.
pub(in crate::theme) fn section_twice(at: Span, list: &str, name: &str) -> Finding {
    Finding {
        code: "theme-section-twice".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("bagian `{name}` disebut dua kali di `{list}`"),
            format!("the section `{name}` stands twice in `{list}`"),
        ),
        expected: Text::new("tiap bagian satu kali", "each section once"),
        help: Text::new("hapus salah satunya", "remove one of them"),
    }
}

/// A list of sections without one that no visitor can do without, such as the price.
pub(in crate::theme) fn section_needed(at: Span, list: &str, name: &str) -> Finding {
    Finding {
        code: "theme-section-needed".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!(
                "bagian `{name}` tidak ada di `{list}`; tanpanya pengunjung tidak bisa memilih atau memesan"
            ),
            format!("the section `{name}` is not in `{list}`; without it nobody can choose or order"),
        ),
        expected: Text::new(
            format!("`{name}` di suatu tempat dalam `{list}`"),
            format!("`{name}` somewhere in `{list}`"),
        ),
        help: Text::new(
            format!("tambahkan `{name}`; bila memang tidak perlu, kosongkan bloknya di templat halaman"),
            format!("add `{name}`; if you mean to leave it out, empty its block in a template of the page"),
        ),
    }
}

/// A copy of a built-in part that has changed since; `now` is its hash today.
pub(in crate::theme) fn copy_outdated(at: Span, name: &str, path: &str, now: &str) -> Finding {
    Finding {
        code: "theme-part-changed".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("`{name}` sudah berubah sejak disalin"),
            format!("`{name}` has changed since it was copied"),
        ),
        expected: Text::new(
            format!("salinan dari isi bawaan yang sekarang, `{now}`"),
            format!("a copy of what it says now, `{now}`"),
        ),
        help: Text::new(
            format!(
                "bandingkan dengan `etalase theme show {path}`, ambil yang perlu, lalu tulis `{now}` di baris pertama"
            ),
            format!(
                "compare it with `etalase theme show {path}`, take over what matters, then write `{now}` into the \
                 first line"
            ),
        ),
    }
}

/// A copy of a built-in part that is no more.
pub(in crate::theme) fn copy_of_nothing(at: Span, name: &str) -> Finding {
    Finding {
        code: "theme-part-gone".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("`{name}` tidak ada lagi di tema bawaan"),
            format!("`{name}` is no more in the built-in theme"),
        ),
        expected: Text::new(
            "nama bagian dari `etalase theme list`",
            "the name of a part in `etalase theme list`",
        ),
        help: Text::new(
            "hapus berkasnya bila tidak dipakai, atau hapus baris pertamanya",
            "remove the file if nothing uses it, or remove its first line",
        ),
    }
}

/// A sheet asks for a file that is not in `aset/`.
pub(in crate::theme) fn asset_missing(at: Span, name: &str, known: &[&str]) -> Finding {
    Finding {
        code: "theme-asset-missing".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("`{name}` tidak ada di folder `aset/` tema ini"),
            format!("`{name}` is not in the folder `aset/` of this theme"),
        ),
        expected: Text::new("nama berkas di `aset/`", "the name of a file in `aset/`"),
        help: match nearest(name, known) {
            Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
            None => Text::new(
                "simpan berkasnya di `aset/`, atau hapus `url(…)` ini",
                "put the file into `aset/`, or remove this `url(…)`",
            ),
        },
    }
}

/// A file in `aset/` that no browser is meant to load, such as a TTF.
pub(in crate::theme) fn asset_of_another_kind(at: Span, name: &str) -> Finding {
    Finding {
        code: "theme-asset-kind".into(),
        level: Level::Warning,
        at,
        found: Text::new(
            format!("`{name}` tidak diterbitkan: jenisnya bukan untuk situs"),
            format!("`{name}` is not published: its kind is not for a site"),
        ),
        expected: Text::new(
            "huruf WOFF2; gambar SVG, WebP, AVIF, PNG atau JPEG",
            "a font as WOFF2; a picture as SVG, WebP, AVIF, PNG or JPEG",
        ),
        help: Text::new(
            "ubah huruf ke WOFF2 (`woff2_compress huruf.ttf`), atau pindahkan berkasnya dari `aset/`",
            "turn a font into WOFF2 (`woff2_compress font.ttf`), or move the file out of `aset/`",
        ),
    }
}

/// A font or picture that is a burden on a phone. Its size and the limit are in KB.
pub(in crate::theme) fn asset_heavy(
    at: Span,
    name: &str,
    is_font: bool,
    (kb, most_kb): (usize, usize),
) -> Finding {
    Finding {
        code: "theme-asset-heavy".into(),
        level: Level::Warning,
        at,
        found: Text::new(format!("`{name}` berat: {kb} KB"), format!("`{name}` is heavy: {kb} KB")),
        expected: Text::new(format!("paling banyak {most_kb} KB"), format!("at most {most_kb} KB")),
        help: if is_font {
            Text::new(
                "sisakan huruf Latin saja (`pyftsubset … --unicodes=U+0020-024F --flavor=woff2`), atau pakai huruf ponsel",
                "keep Latin only (`pyftsubset … --unicodes=U+0020-024F --flavor=woff2`), or use the phone's own type",
            )
        } else {
            Text::new(
                "perkecil, atau simpan sebagai WebP atau SVG",
                "make it smaller, or save it as WebP or SVG",
            )
        },
    }
}

/// A file in `aset/` that nothing asks for.
pub(in crate::theme) fn asset_unused(at: Span, name: &str) -> Finding {
    Finding {
        code: "theme-asset-unused".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("`{name}` tidak dipakai, jadi tidak diterbitkan"),
            format!("`{name}` is not used, so it is not published"),
        ),
        expected: Text::new(
            format!("`url(../aset/{name})` di CSS, atau `{{{{ aset[\"{name}\"] }}}}` di templat"),
            format!("`url(../aset/{name})` in CSS, or `{{{{ aset[\"{name}\"] }}}}` in a template"),
        ),
        help: Text::new("pakai, atau hapus berkasnya", "use it, or remove the file"),
    }
}

/// `theme show footr`: no part is called so; `known` are the paths of all.
pub(crate) fn part_unknown(name: &str, known: &[&str]) -> Finding {
    let stem = |path: &str| {
        path.rsplit('/').next().and_then(|file| file.split('.').next()).unwrap_or(path).to_owned()
    };
    let stems: Vec<String> = known.iter().map(|path| stem(path)).collect();
    Finding {
        code: "theme-part-unknown".into(),
        level: Level::Error,
        at: Span::path("theme"),
        found: Text::new(
            format!("tema bawaan tidak punya bagian `{name}`"),
            format!("the built-in theme has no part `{name}`"),
        ),
        expected: Text::new("nama dari `etalase theme list`", "a name from `etalase theme list`"),
        help: match nearest(name, known).or_else(|| nearest(name, &stems)) {
            Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
            None => Text::new("lihat daftarnya: `etalase theme list`", "see the list: `etalase theme list`"),
        },
    }
}

/// `theme show footer`, where several parts are called so.
pub(crate) fn part_of_several(name: &str, known: &[&str]) -> Finding {
    Finding {
        code: "theme-part-several".into(),
        level: Level::Error,
        at: Span::path("theme"),
        found: Text::new(
            format!("`{name}` adalah nama beberapa bagian"),
            format!("`{name}` names several parts"),
        ),
        expected: one_of(known),
        help: Text::new("tulis salah satunya seutuhnya", "write one of these in full"),
    }
}

/// `theme copy` where the site has a file already.
pub(crate) fn part_there(path: &str) -> Finding {
    Finding {
        code: "theme-part-there".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            format!("`{path}` sudah ada dan tidak ditimpa"),
            format!("`{path}` is there already and is not replaced"),
        ),
        expected: Text::new("bagian yang belum disalin", "a part that was not copied yet"),
        help: Text::new(
            "lihat isi bawaannya dengan `etalase theme show`, atau pindahkan berkas ini dulu",
            "see the built-in one with `etalase theme show`, or move this file away first",
        ),
    }
}
