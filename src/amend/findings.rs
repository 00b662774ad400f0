//! Why a profile is left as it is.

use crate::finding::{Finding, Level, Located, Span, Text};

fn error(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at, found, expected, help }
}

/// Two items of the list are called what one item from elsewhere is called.
pub(super) fn two_fit(typed: &Located<String>, key: &str, list: &Span, lines: (u32, u32)) -> Finding {
    let (name, path, (first, second)) = (typed.value.trim(), &list.file.path, lines);
    error(
        "several-fit",
        typed.span.clone(),
        Text::new(
            format!("`{name}` cocok dengan dua isi {path}, di baris {first} dan {second}"),
            format!("`{name}` fits two entries of {path}, in lines {first} and {second}"),
        ),
        Text::new(
            format!("`{key}` yang hanya cocok dengan satu isi"),
            format!("a `{key}` that fits one entry only"),
        ),
        Text::new(
            "beri keduanya `id` atau `kode` yang berbeda di profil, dan tulis yang sama di sini",
            "give both a different `id` or `kode` in the profile, and write the same one here",
        ),
    )
}

/// The profile holds something at a key that cannot be changed without losing it.
pub(super) fn other_kind(at: Span, path: &str) -> Finding {
    error(
        "not-changed",
        at,
        Text::new(
            format!("isi `{path}` tidak dapat diubah dengan aman: bentuknya lain"),
            format!("`{path}` cannot be changed safely: it has another form"),
        ),
        Text::new("isi seperti pada contoh profil", "content as in the example profile"),
        Text::new("perbaiki bagian ini dengan tangan, lalu ulangi", "fix this part by hand, then try again"),
    )
}

/// The new text would not say what was wanted, or would say something else differently.
pub(super) fn not_proved(at: Span) -> Finding {
    error(
        "not-changed",
        at,
        Text::new(
            "berkas ini tidak diubah: susunan di sekitar baris ini tidak dapat diubah tanpa mengubah yang lain",
            "this file is not changed: the layout around this line cannot be changed without changing something else",
        ),
        Text::new(
            "satu kunci satu baris, seperti pada contoh profil",
            "one key a line, as in the example profile",
        ),
        Text::new("rapikan bagian ini dengan tangan, lalu ulangi", "tidy this part by hand, then try again"),
    )
}

/// Something is to be removed that is not there.
pub(super) fn nothing_to_remove(at: Span, path: &str) -> Finding {
    error(
        "nothing-to-remove",
        at,
        Text::new(format!("`{path}` tidak ada di berkas ini"), format!("there is no `{path}` in this file")),
        Text::new("nama isi yang ada, mis. `produk[2]`", "the name of something there, such as `produk[2]`"),
        Text::new("baca lagi berkasnya, lalu ulangi", "read the file again, then try again"),
    )
}
