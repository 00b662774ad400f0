//! What can be wrong with a theme.

mod parts;
mod template;
mod words;

use std::sync::Arc;

use super::text::span_of;
use super::tokens::Light;
use crate::finding::{Finding, Level, Located, SourceFile, Span, Text};
use crate::model::{Colour, Language};
pub(super) use parts::{
    asset_heavy, asset_missing, asset_of_another_kind, asset_unused, copy_of_nothing, copy_outdated,
    section_needed, section_twice,
};
pub(crate) use parts::{part_of_several, part_there, part_unknown};
pub(super) use template::{
    css_unreadable, template_circle, template_missing, template_reference, template_syntax,
    template_unclosed, template_value,
};
use words::{did_you_mean, list, nearest, one_of, ratios};

/// `tema: etalas` names no theme.
pub(super) fn theme_unknown(name: &str, known: &[String]) -> Finding {
    let nearest = nearest(name, known);
    Finding {
        code: "theme-unknown".into(),
        level: Level::Error,
        at: Span::path("etalase.yaml"),
        found: Text::new(format!("tema `{name}` tidak ada"), format!("there is no theme `{name}`")),
        expected: Text::new(
            format!("salah satu dari: {}, atau folder `themes/{name}/`", list(known)),
            format!("one of: {}, or a folder `themes/{name}/`", list(known)),
        ),
        help: match nearest {
            Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
            None => Text::new(
                "ganti nama temanya, atau buat foldernya",
                "change the name of the theme, or make its folder",
            ),
        },
    }
}

/// `dasar:` in a `theme.yaml` names no built-in theme.
pub(super) fn base_unknown(file: Option<&Arc<SourceFile>>, base: &str, known: &[String]) -> Finding {
    Finding {
        code: "theme-base-unknown".into(),
        level: Level::Error,
        at: file.map_or_else(|| Span::path("themes"), Span::whole),
        found: Text::new(
            format!("tema dasar `{base}` tidak ada"),
            format!("there is no theme `{base}` to build on"),
        ),
        expected: Text::new(format!("salah satu dari: {}", list(known)), format!("one of: {}", list(known))),
        help: Text::new("ganti isi `dasar`, atau hapus barisnya", "change `dasar`, or remove its line"),
    }
}

/// A YAML file of the theme cannot be read.
pub(super) fn yaml_unreadable(file: &Arc<SourceFile>, place: Option<(usize, usize)>) -> Finding {
    Finding {
        code: "theme-yaml-unreadable".into(),
        level: Level::Error,
        at: span_of(file, place),
        found: Text::new(
            "isi berkas tema ini tidak terbaca di sini",
            "this file of the theme cannot be read here",
        ),
        expected: Text::new(
            "`kunci: nilai` dengan kunci yang dikenal dan indentasi yang rata",
            "`key: value` with known keys and even indentation",
        ),
        help: Text::new(
            "bandingkan dengan berkas yang sama di tema bawaan",
            "compare it with the same file of the built-in theme",
        ),
    }
}

/// A language lacks a sentence.
pub(super) fn text_missing(file: Option<&Arc<SourceFile>>, language: Language, key: &str) -> Finding {
    let name = language.tag();
    Finding {
        code: "text-missing".into(),
        level: Level::Advice,
        at: file.map_or_else(|| Span::path(format!("themes/text/{name}.yaml")), Span::whole),
        found: Text::new(
            format!("kalimat `{key}` belum ada dalam bahasa `{name}`"),
            format!("the text `{key}` is missing in the language `{name}`"),
        ),
        expected: Text::new(
            "semua kalimat dalam setiap bahasa situs",
            "every text in every language of the site",
        ),
        help: Text::new(
            "tambahkan terjemahannya; sementara itu dipakai bahasa Indonesia",
            "add its translation; until then the Indonesian one is shown",
        ),
    }
}

/// A sentence whose name is nearly that of another, and that nothing prints.
pub(super) fn text_unknown(at: Span, key: &str, nearest: &str) -> Finding {
    Finding {
        code: "text-unknown".into(),
        level: Level::Warning,
        at,
        found: Text::new(
            format!("tidak ada kalimat `{key}`, jadi ini tidak tampil"),
            format!("there is no text `{key}`, so this is not shown"),
        ),
        expected: Text::new(
            "nama kalimat dari tema bawaan, atau yang dicetak templat Anda",
            "the name of a text of the built-in theme, or of one that a template of yours prints",
        ),
        help: Text::new(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?")),
    }
}

/// A key that `theme.yaml` does not have.
pub(super) fn key_unknown(at: Span, key: &str, known: &[&str]) -> Finding {
    Finding {
        code: "theme-key-unknown".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("kunci `{key}` tidak dikenal di sini"),
            format!("the key `{key}` is not known here"),
        ),
        expected: one_of(known),
        help: did_you_mean(key, known),
    }
}

/// A word that a key does not take: `sudut: bulet`.
pub(super) fn word_unknown(at: Span, key: &str, word: &str, known: &[&str]) -> Finding {
    Finding {
        code: "theme-word-unknown".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("`{word}` bukan pilihan untuk `{key}`"),
            format!("`{word}` is not a choice for `{key}`"),
        ),
        expected: one_of(known),
        help: did_you_mean(word, known),
    }
}

/// A value that a key cannot hold.
pub(super) fn value_wrong(at: Span, key: &str) -> Finding {
    let (expected, help) = match key {
        "warna" | "aksen" => (
            Text::new("mis. `\"#0f766e\"`", "for example `\"#0f766e\"`"),
            Text::new(
                "tulis enam angka heksadesimal setelah `#`, di antara tanda kutip",
                "write six hexadecimal digits behind `#`, in quotes",
            ),
        ),
        "tanpa" => (
            Text::new("daftar, mis. `[keranjang, laporan]`", "a list, for example `[keranjang, laporan]`"),
            Text::new("tulis di antara kurung siku", "write it in square brackets"),
        ),
        "toko" | "beli" | "produk" | "sesudah" | "atlas" | "portal" => (
            Text::new("daftar, mis. `[sampul, barang]`", "a list, for example `[sampul, barang]`"),
            Text::new(
                "tulis nama bagian di antara kurung siku",
                "write names of sections in square brackets",
            ),
        ),
        "html_kb" | "script_kb" | "total_kb" => (
            Text::new("bilangan bulat dalam KB, mis. `14`", "a whole number of KB, for example `14`"),
            Text::new("hapus satuan dan desimalnya", "remove unit and decimals"),
        ),
        "nama" | "keterangan" | "dasar" | "logo" | "sudut" | "kartu" | "galeri" | "tegak" | "sampul"
        | "kotak" => (
            Text::new("satu teks", "one text"),
            Text::new("tulis satu kalimat atau kata", "write one sentence or word"),
        ),
        _ => (
            Text::new("kunci di baris-baris di bawahnya", "keys on the lines below it"),
            Text::new(
                "bandingkan dengan theme.yaml tema bawaan",
                "compare it with the theme.yaml of the built-in theme",
            ),
        ),
    };
    Finding {
        code: "theme-value-wrong".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("isi `{key}` bukan yang diharapkan"),
            format!("the value of `{key}` is not what is expected"),
        ),
        expected,
        help,
    }
}

/// A key that this theme has no use for.
pub(super) fn key_idle(key: &str, at: Span) -> Finding {
    Finding {
        code: "theme-key-idle".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("`{key}` tidak mengubah apa pun di tema ini"),
            format!("`{key}` changes nothing in this theme"),
        ),
        expected: Text::new(
            "tema halaman pelajar: `warna` (terang) dan, bersamanya, `aksen` (gelap)",
            "a theme for pupils takes `warna` (bright) and, with it, `aksen` (dark)",
        ),
        help: Text::new("hapus kuncinya, atau lengkapi `warna`", "remove the key, or add `warna`"),
    }
}

/// `logo: logo.png`: not there, or no SVG.
pub(super) fn logo_not_a_drawing(path: &Located<String>, drawings: &[&str]) -> Finding {
    let typed = &path.value;
    let help = match nearest(typed, drawings) {
        Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
        None => Text::new(
            "simpan logonya sebagai SVG di folder tema ini",
            "save the logo as SVG in the folder of this theme",
        ),
    };
    Finding {
        code: "theme-logo-missing".into(),
        level: Level::Error,
        at: path.span.clone(),
        found: Text::new(
            format!("logo `{typed}` tidak ada, atau bukan gambar SVG"),
            format!("the logo `{typed}` does not exist, or is no SVG drawing"),
        ),
        expected: Text::new(
            "mis. `logo.svg`, di sebelah theme.yaml",
            "for example `logo.svg`, beside theme.yaml",
        ),
        help,
    }
}

/// A colour of `theme.yaml` that words cannot have as it is.
pub(super) fn accent_not_legible(typed: &Located<Colour>, nearest: Colour, least: f32) -> Finding {
    let (typed, at, nearest) = (typed.value.hex(), typed.span.clone(), nearest.hex());
    let (ratio_id, ratio) = ratios(least);
    Finding {
        code: "theme-colour-not-legible".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("warna `{typed}` sulit dibaca di halaman; yang dipakai `{nearest}`"),
            format!("colour `{typed}` is hard to read on a page; `{nearest}` is used instead"),
        ),
        expected: Text::new(
            format!("kontras {ratio_id}:1 terhadap latarnya"),
            format!("a contrast of {ratio}:1 with what it stands on"),
        ),
        help: Text::new(
            format!("tulis `\"{nearest}\"`, warna terdekat yang terbaca"),
            format!("write `\"{nearest}\"`, the nearest colour that is legible"),
        ),
    }
}

/// Words in one token on a ground in another.
pub(super) struct Illegible<'a> {
    pub(super) at: Span,
    pub(super) words: &'a str,
    pub(super) colour: Colour,
    pub(super) ground: &'a str,
    pub(super) ground_colour: Colour,
    pub(super) light: Light,
    pub(super) contrast: f32,
    pub(super) least: f32,
    pub(super) nearest: Option<Colour>,
}

/// Words that cannot be read on what they stand on.
pub(super) fn words_not_legible(pair: &Illegible<'_>) -> Finding {
    let Illegible { at, words, ground, light, contrast, least, nearest, .. } = pair;
    let (colour, ground_colour) = (pair.colour.hex(), pair.ground_colour.hex());
    let ((contrast_id, contrast), (least_id, least)) = (ratios(*contrast), ratios(*least));
    let (when_id, when) = match light {
        Light::Day => ("mode terang", "light mode"),
        Light::Night => ("mode gelap", "dark mode"),
    };
    Finding {
        code: "theme-contrast".into(),
        level: Level::Warning,
        at: at.clone(),
        found: Text::new(
            format!(
                "`--{words}` ({colour}) di atas `--{ground}` ({ground_colour}) sulit dibaca: {contrast_id}:1, {when_id}"
            ),
            format!(
                "`--{words}` ({colour}) on `--{ground}` ({ground_colour}) is hard to read: {contrast}:1, {when}"
            ),
        ),
        expected: Text::new(
            format!("kontras paling sedikit {least_id}:1"),
            format!("a contrast of at least {least}:1"),
        ),
        help: match nearest {
            Some(nearest) => {
                let nearest = nearest.hex();
                Text::new(
                    format!("`--{words}: {nearest}` adalah warna terdekat yang terbaca"),
                    format!("`--{words}: {nearest}` is the nearest colour that can be read"),
                )
            }
            None => Text::new(
                "samakan dulu latarnya: semuanya terang, atau semuanya gelap",
                "first make the grounds alike: all light, or all dark",
            ),
        },
    }
}
