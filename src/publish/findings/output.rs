//! What lies in the output folder and cannot be published.

use std::path::Path;

use super::at_path;
use crate::finding::{Finding, Level, Span, Text};

/// The output folder is missing or holds no page.
pub(in crate::publish) fn nothing_built(output: &Path) -> Finding {
    Finding {
        code: "nothing-built".into(),
        level: Level::Error,
        at: at_path(output),
        found: Text::new("belum ada halaman untuk diterbitkan", "there is no page to publish yet"),
        expected: Text::new(
            "hasil `etalase build` di folder ini",
            "what `etalase build` writes, in this folder",
        ),
        help: Text::new("jalankan `etalase build` dulu", "run `etalase build` first"),
    }
}

/// Pages, but none that visitors of the address would see.
pub(in crate::publish) fn no_front_page(output: &Path) -> Finding {
    Finding {
        code: "no-front-page".into(),
        level: Level::Error,
        at: at_path(output),
        found: Text::new(
            "folder ini tidak punya halaman depan (`index.html`), jadi pengunjung tidak akan melihat apa pun",
            "this folder has no front page (`index.html`), so visitors would see nothing",
        ),
        expected: whole_build(),
        help: mend_and_build(),
    }
}

/// A portal without a single cooperative: all of them have had errors from the first build on.
pub(in crate::publish) fn no_cooperative(output: &Path) -> Finding {
    Finding {
        code: "no-cooperative-built".into(),
        level: Level::Error,
        at: at_path(output),
        found: Text::new(
            "belum satu koperasi pun punya halaman di folder ini",
            "not one cooperative has a page in this folder yet",
        ),
        expected: whole_build(),
        help: mend_and_build(),
    }
}

fn whole_build() -> Text {
    Text::new("hasil `etalase build` tanpa kesalahan", "what `etalase build` writes when it finds no error")
}

fn mend_and_build() -> Text {
    Text::new(
        "perbaiki kesalahan yang disebut `etalase check`, jalankan `etalase build`, lalu terbitkan lagi; tidak ada yang \
         dikirim",
        "fix the errors that `etalase check` reports, run `etalase build`, then publish again; nothing was sent",
    )
}

/// A build is writing, or was killed: some pages are new and others old.
pub(in crate::publish) fn build_unfinished(output: &Path) -> Finding {
    Finding {
        code: "build-unfinished".into(),
        level: Level::Error,
        at: at_path(output),
        found: Text::new(
            "pembangunan situs ini belum selesai, jadi isinya setengah baru",
            "the build of this site has not finished, so it is half new",
        ),
        expected: Text::new("hasil `etalase build` yang utuh", "the whole of what `etalase build` writes"),
        help: Text::new(
            "tunggu build yang sedang berjalan, atau jalankan `etalase build` sekali lagi",
            "wait for the build that is running, or run `etalase build` once more",
        ),
    }
}

/// A link, a device, or a name that git or a host cannot hold. A warning: the rest is published.
pub(in crate::publish) fn unfit_file(path: &str) -> Finding {
    Finding {
        code: "unpublishable-file".into(),
        level: Level::Warning,
        at: Span::path(path),
        found: Text::new(
            "ini bukan berkas biasa atau namanya tidak bisa dipakai di web, jadi tidak ikut diterbitkan",
            "this is no plain file, or its name cannot be used on the web, so it is not published",
        ),
        expected: Text::new("berkas biasa dengan nama sederhana", "a plain file with a simple name"),
        help: Text::new(
            "salin isinya ke berkas biasa, atau hapus dari folder ini",
            "copy its content to a plain file, or delete it from this folder",
        ),
    }
}

/// A file changed between two readings.
pub(in crate::publish) fn output_changing(output: &Path) -> Finding {
    Finding {
        code: "output-changing".into(),
        level: Level::Error,
        at: at_path(output),
        found: Text::new(
            "isi folder ini berubah selama penerbitan",
            "the content of this folder changed meanwhile",
        ),
        expected: Text::new("folder yang tidak sedang dibangun", "a folder that is not being built"),
        help: Text::new(
            "tunggu `etalase build` atau `etalase serve` selesai, lalu ulangi",
            "wait until `etalase build` or `etalase serve` is done, then try again",
        ),
    }
}
