//! Templates and sheets that cannot be used as they are.

use super::words::{nearest, one_of};
use crate::finding::{Finding, Level, Span, Text};

/// A template does not parse.
pub(in crate::theme) fn template_syntax(at: Span, name: Option<&str>) -> Finding {
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
pub(in crate::theme) fn template_unclosed(at: Span, word: &str) -> Finding {
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
pub(in crate::theme) fn template_reference(at: Span, name: Option<&str>) -> Finding {
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

/// A template asks for a value that its page does not have; `known` are those that are there.
pub(in crate::theme) fn template_value(at: Span, name: Option<&str>, known: &[&str]) -> Finding {
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
        expected: if known.is_empty() {
            Text::new(
                "nilai yang diberikan untuk jenis halaman itu",
                "a value that is given for that kind of page",
            )
        } else {
            one_of(known)
        },
        help: match name.and_then(|name| nearest(name, known)) {
            Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
            None => Text::new(
                "perbaiki namanya, atau dahului dengan `{% if … %}`",
                "correct its name, or guard it with `{% if … %}`",
            ),
        },
    }
}

/// A template extends or includes one that does not exist.
pub(in crate::theme) fn template_missing(at: Span, name: &str, known: &[&str]) -> Finding {
    Finding {
        code: "template-missing".into(),
        level: Level::Error,
        at,
        found: Text::new(format!("templat `{name}` tidak ada"), format!("there is no template `{name}`")),
        expected: Text::new(
            "nama berkas di bawah `templates/`, atau bawaan: `etalase:pages/story.html`",
            "the name of a file below `templates/`, or a built-in one: `etalase:pages/story.html`",
        ),
        help: match nearest(name, known) {
            Some(near) => Text::new(format!("maksud Anda `{near}`?"), format!("did you mean `{near}`?")),
            None => Text::new("perbaiki namanya, atau buat berkasnya", "correct the name, or make the file"),
        },
    }
}

/// Templates extend or include one another in a circle.
pub(in crate::theme) fn template_circle(at: Span) -> Finding {
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
pub(in crate::theme) fn css_unreadable(at: Span) -> Finding {
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
