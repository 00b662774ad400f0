//! What can be wrong with a theme.

use std::sync::Arc;

use super::text::span_of;
use super::tokens::Light;
use crate::finding::{Finding, Level, Located, SourceFile, Span, Text};
use crate::model::{Colour, Language};

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

/// A template does not parse.
pub(super) fn template_syntax(at: Span, name: Option<&str>) -> Finding {
    Finding {
        code: "template-syntax".into(),
        level: Level::Error,
        at,
        found: match name {
            Some(name) => Text::new(
                format!("templat tidak terbaca mulai dari `{name}`"),
                format!("the template cannot be read from `{name}` on"),
            ),
            None => Text::new("templat tidak terbaca di sini", "the template cannot be read here"),
        },
        expected: Text::new(
            "`{{ nilai }}`, `{% if … %}…{% endif %}` atau `{{<bagian … />}}` yang lengkap",
            "a complete `{{ value }}`, `{% if … %}…{% endif %}` or `{{<part … />}}`",
        ),
        help: Text::new(
            "periksa tanda kurung, kutip dan `end…` yang tertinggal",
            "look for a missing bracket, quote or `end…`",
        ),
    }
}

/// A tag of a template has no end.
pub(super) fn template_unclosed(at: Span, word: &str) -> Finding {
    Finding {
        code: "template-syntax".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("`{{% {word} … %}}` ini tidak ditutup"),
            format!("this `{{% {word} … %}}` is not closed"),
        ),
        expected: Text::new(
            format!("`{{% end{word} %}}` sesudahnya"),
            format!("`{{% end{word} %}}` after it"),
        ),
        help: Text::new(
            format!("tambahkan `{{% end{word} %}}` di tempat bagian itu berakhir"),
            format!("add `{{% end{word} %}}` where that part ends"),
        ),
    }
}

/// A template calls a filter, function, part or template that does not exist.
pub(super) fn template_reference(at: Span, name: Option<&str>) -> Finding {
    let name = name.unwrap_or("?");
    Finding {
        code: "template-reference".into(),
        level: Level::Error,
        at,
        found: Text::new(
            format!("templat memanggil `{name}`, yang tidak ada"),
            format!("the template calls `{name}`, which does not exist"),
        ),
        expected: Text::new(
            "bagian dari `templates/components/`, blok dari `base.html`, atau saringan yang dikenal",
            "a part of `templates/components/`, a block of `base.html`, or a known filter",
        ),
        help: Text::new("perbaiki namanya", "correct its name"),
    }
}

/// A template asks for a value that its page does not have.
pub(super) fn template_value(at: Span, name: Option<&str>) -> Finding {
    Finding {
        code: "template-value".into(),
        level: Level::Error,
        at,
        found: match name {
            Some(name) => Text::new(
                format!(
                    "templat memakai `{name}`, yang tidak ada di halaman ini atau bukan jenis yang tepat"
                ),
                format!(
                    "the template uses `{name}`, which this page does not have or which is of another kind"
                ),
            ),
            None => Text::new(
                "templat memakai nilai yang tidak ada di halaman ini",
                "the template uses a value that this page does not have",
            ),
        },
        expected: Text::new(
            "nilai yang diberikan untuk jenis halaman itu",
            "a value that is given for that kind of page",
        ),
        help: Text::new(
            "perbaiki namanya, atau dahului dengan `{% if … %}`",
            "correct its name, or guard it with `{% if … %}`",
        ),
    }
}

/// A template extends or includes one that does not exist.
pub(super) fn template_missing(at: Span, name: &str) -> Finding {
    Finding {
        code: "template-missing".into(),
        level: Level::Error,
        at,
        found: Text::new(format!("templat `{name}` tidak ada"), format!("there is no template `{name}`")),
        expected: Text::new("nama berkas di bawah `templates/`", "the name of a file below `templates/`"),
        help: Text::new("perbaiki namanya, atau buat berkasnya", "correct the name, or make the file"),
    }
}

/// Templates extend or include one another in a circle.
pub(super) fn template_circle(at: Span) -> Finding {
    Finding {
        code: "template-circle".into(),
        level: Level::Error,
        at,
        found: Text::new(
            "templat ini akhirnya memanggil dirinya sendiri",
            "this template ends up calling itself",
        ),
        expected: Text::new("rantai templat yang berujung", "a chain of templates that ends"),
        help: Text::new("hapus salah satu `extends` atau `include`", "remove one `extends` or `include`"),
    }
}

/// A style sheet does not parse.
pub(super) fn css_unreadable(at: Span) -> Finding {
    Finding {
        code: "css-unreadable".into(),
        level: Level::Error,
        at,
        found: Text::new("lembar gaya tidak terbaca di sini", "the style sheet cannot be read here"),
        expected: Text::new("aturan CSS yang lengkap", "a complete CSS rule"),
        help: Text::new(
            "periksa kurung kurawal, titik koma dan nama sifat di dekatnya",
            "look at the braces, semicolons and property names near it",
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

/// A contrast with one decimal, as Indonesian and English write it. Rounded down: 4.46 is not 4.5.
fn ratios(contrast: f32) -> (String, String) {
    let text = format!("{:.1}", (contrast * 10.0).floor() / 10.0);
    let text = text.strip_suffix(".0").map_or(text.clone(), str::to_owned);
    (text.replace('.', ","), text)
}

fn one_of(known: &[&str]) -> Text {
    Text::new(format!("salah satu dari: {}", list(known)), format!("one of: {}", list(known)))
}

fn did_you_mean(typed: &str, known: &[&str]) -> Text {
    match nearest(typed, known) {
        Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
        None => Text::new("hapus, atau ganti dengan salah satunya", "remove it, or use one of these"),
    }
}

fn list(names: &[impl AsRef<str>]) -> String {
    names.iter().map(|name| format!("`{}`", name.as_ref())).collect::<Vec<_>>().join(", ")
}

fn nearest<'a, S: AsRef<str>>(name: &str, known: &'a [S]) -> Option<&'a str> {
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate.as_ref()), candidate.as_ref()))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
