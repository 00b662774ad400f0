//! What can be wrong with a theme.

use std::sync::Arc;

use super::text::span_of;
use crate::finding::{Finding, Level, SourceFile, Span, Text};
use crate::model::Language;

/// `tema: etalas` names no theme.
pub(super) fn theme_unknown(name: &str, known: &[String]) -> Finding {
    let nearest = nearest(name, known);
    Finding {
        code: "theme-unknown",
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
        code: "theme-base-unknown",
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
        code: "theme-yaml-unreadable",
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
        code: "template-syntax",
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

/// A template calls a filter, function, part or template that does not exist.
pub(super) fn template_reference(at: Span, name: Option<&str>) -> Finding {
    let name = name.unwrap_or("?");
    Finding {
        code: "template-reference",
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
        code: "template-value",
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
        code: "template-missing",
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
        code: "template-circle",
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
        code: "css-unreadable",
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
        code: "text-missing",
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

fn list(names: &[String]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn nearest<'a>(name: &str, known: &'a [String]) -> Option<&'a String> {
    known
        .iter()
        .map(|candidate| (strsim::jaro_winkler(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.8)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
