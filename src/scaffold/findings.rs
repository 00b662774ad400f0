//! Why a first site or a CI file is not written, one function each.

use std::path::Path;

use crate::finding::{Finding, Level, Span, Text};
use crate::host::Host;

/// There is something in the folder already.
pub(super) fn folder_not_empty(folder: &Path, first: &str) -> Finding {
    Finding {
        code: "folder-not-empty".into(),
        level: Level::Error,
        at: Span::path(folder.to_string_lossy()),
        found: Text::new(
            format!("folder ini sudah berisi `{first}`"),
            format!("this folder already holds `{first}`"),
        ),
        expected: Text::new(
            "folder kosong atau yang belum ada",
            "an empty folder, or one that is not there yet",
        ),
        help: Text::new(
            "pilih nama lain; tidak ada berkas yang diubah",
            "choose another name; no file was changed",
        ),
    }
}

/// A file stands where the folder should be.
pub(super) fn not_a_folder(folder: &Path) -> Finding {
    Finding {
        code: "not-a-folder".into(),
        level: Level::Error,
        at: Span::path(folder.to_string_lossy()),
        found: Text::new("ini sebuah berkas, bukan folder", "this is a file, not a folder"),
        expected: Text::new("nama folder yang belum dipakai", "a folder's name that is not taken"),
        help: Text::new("pilih nama lain", "choose another name"),
    }
}

/// The way to the site cannot stand in a CI file as it is.
pub(super) fn folder_not_plain(folder: &str) -> Finding {
    Finding {
        code: "ci-folder-name".into(),
        level: Level::Warning,
        at: Span::path(folder),
        found: Text::new(
            "berkas CI tidak ditulis, karena nama folder ini tidak bisa dipakai di dalamnya",
            "no CI file was written, since the name of this folder cannot stand in one",
        ),
        expected: Text::new(
            "nama folder dari huruf, angka, titik, garis bawah, dan tanda hubung",
            "a folder's name of letters, digits, dots, underscores and hyphens",
        ),
        help: Text::new(
            "ganti nama foldernya, lalu jalankan `etalase publish --write-workflow` di dalamnya",
            "rename the folder, then run `etalase publish --write-workflow` in it",
        ),
    }
}

/// A CI file is there and differs.
pub(super) fn workflow_exists(path: &str) -> Finding {
    Finding {
        code: "workflow-exists".into(),
        level: Level::Warning,
        at: Span::path(path),
        found: Text::new(
            "berkas ini sudah ada dengan isi lain, jadi dibiarkan",
            "this file is there with other content, and was left alone",
        ),
        expected: Text::new("berkas yang belum ada", "a file that is not there yet"),
        help: Text::new(
            "untuk menggantinya, hapus dulu berkas ini lalu ulangi",
            "to replace it, delete this file first and try again",
        ),
    }
}

/// A host's CI cannot build in parts.
pub(crate) fn no_parts_there(host: &Host) -> Finding {
    Finding {
        code: "workflow-without-parts".into(),
        level: Level::Error,
        at: Span::path("--shards"),
        found: Text::new(
            format!("berkas CI untuk {} tidak bisa membangun dalam beberapa bagian", host.title.id),
            format!("the CI file for {} cannot build in parts", host.title.en),
        ),
        expected: Text::new(
            "inang dengan GitHub Actions atau GitLab CI",
            "a host with GitHub Actions or GitLab CI",
        ),
        help: Text::new(
            "pakai `--for slurm` atau `--for kubernetes`, atau tulis tanpa `--shards`",
            "use `--for slurm` or `--for kubernetes`, or write it without `--shards`",
        ),
    }
}

/// More parts than a service runs.
pub(crate) fn too_many_parts(count: u32, most: u32) -> Finding {
    Finding {
        code: "workflow-too-many-parts".into(),
        level: Level::Error,
        at: Span::path("--shards"),
        found: Text::new(
            format!("{count} bagian lebih banyak daripada yang dijalankan layanan CI ini"),
            format!("{count} parts are more than this CI service runs"),
        ),
        expected: Text::new(format!("paling banyak {most}"), format!("at most {most}")),
        help: Text::new("pakai jumlah yang lebih kecil", "use a smaller number"),
    }
}
