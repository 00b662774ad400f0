//! What can be wrong with files before anything in them is understood.

use std::io;

use super::root::NotText;
use crate::finding::{Finding, Level, SourceFile, Span, Text};

/// There is no `content/`.
pub(super) fn content_missing() -> Finding {
    Finding {
        code: "content-missing".into(),
        level: Level::Error,
        at: Span::path("content"),
        found: Text::new("folder `content` tidak ada", "there is no folder `content`"),
        expected: Text::new(
            "satu folder untuk tiap koperasi, mis. `content/koperasi-saya/profil.yaml`",
            "a folder for each cooperative, for example `content/koperasi-saya/profil.yaml`",
        ),
        help: Text::new(
            "jalankan perintah ini di folder situs, atau buat situs baru dengan `etalase new`",
            "run this in the site's folder, or start a site with `etalase new`",
        ),
    }
}

/// A file that was named is a folder, or nothing that can be read whole.
pub(super) fn given_is_no_file(name: &str) -> Finding {
    Finding {
        code: "file-is-a-folder".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(format!("`{name}` bukan berkas"), format!("`{name}` is no file")),
        expected: Text::new("satu berkas", "a file"),
        help: Text::new("sebutkan berkas di dalamnya", "name the files in it"),
    }
}

/// A file that was named cannot be read.
pub(super) fn given_unreadable(name: &str, why: io::ErrorKind) -> Finding {
    let (id, en) = if why == io::ErrorKind::NotFound {
        ("tidak ada", "is not there")
    } else {
        ("tidak dapat dibaca", "cannot be read")
    };
    Finding {
        code: "file-unreadable".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(format!("berkas `{name}` {id}"), format!("file `{name}` {en}")),
        expected: Text::new("berkas yang boleh dibaca", "a file that may be read"),
        help: Text::new(
            "periksa nama dan foldernya; tutup dulu di program lain",
            "check its name and folder; close it in other programs first",
        ),
    }
}

/// A file that was named is too large.
pub(super) fn given_too_large(name: &str, most_bytes: u64) -> Finding {
    let most = most_bytes / 1024 / 1024;
    Finding {
        code: "file-too-large".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(
            format!("berkas `{name}` lebih besar dari {most} MB"),
            format!("file `{name}` is larger than {most} MB"),
        ),
        expected: Text::new(format!("paling besar {most} MB"), format!("at most {most} MB")),
        help: Text::new("bagi menjadi beberapa berkas", "split it into several files"),
    }
}

/// `content/` holds no cooperative.
pub(super) fn content_empty() -> Finding {
    Finding {
        code: "content-empty".into(),
        level: Level::Error,
        at: Span::path("content"),
        found: Text::new("belum ada koperasi di `content`", "there is no cooperative in `content`"),
        expected: Text::new(
            "satu folder untuk tiap koperasi, mis. `content/koperasi-saya/profil.yaml`",
            "a folder for each cooperative, for example `content/koperasi-saya/profil.yaml`",
        ),
        help: Text::new(
            "buat folder dengan nama koperasi, lalu tulis `profil.yaml` di dalamnya",
            "make a folder named after the cooperative and write `profil.yaml` in it",
        ),
    }
}

/// A profile lies in `content/` itself. Where other cooperatives are built, it is only left out.
pub(super) fn profile_too_high(name: &str, is_alone: bool) -> Finding {
    Finding {
        code: "profile-too-high".into(),
        level: if is_alone { Level::Error } else { Level::Warning },
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!("`{name}` langsung di `content`, tidak di folder koperasinya"),
            format!("`{name}` lies in `content` itself, not in its cooperative's folder"),
        ),
        expected: Text::new(
            "satu folder untuk tiap koperasi, mis. `content/koperasi-saya/profil.yaml`",
            "a folder for each cooperative, for example `content/koperasi-saya/profil.yaml`",
        ),
        help: Text::new(
            "buat folder dengan nama koperasi di `content`, lalu pindahkan `profil.yaml`, `foto` dan `cerita` ke sana",
            "make a folder named after the cooperative in `content`, and move `profil.yaml`, `foto` and `cerita` there",
        ),
    }
}

/// The example of a new site, beside a cooperative that somebody wrote.
pub(super) fn example_left_out(name: &str) -> Finding {
    Finding {
        code: "example-left-out".into(),
        level: Level::Advice,
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            "contoh dari `etalase new` ini tidak ikut terbit, karena sudah ada koperasi lain",
            "this example of `etalase new` is not published, since there is another cooperative",
        ),
        expected: Text::new("hanya koperasi yang sungguh ada", "only cooperatives that exist"),
        help: Text::new(
            format!("hapus folder `content/{name}`, atau ganti nama dan isinya dengan milik Anda"),
            format!("remove the folder `content/{name}`, or put your own name and facts into it"),
        ),
    }
}

/// What else there is to do for somebody who renames a file, behind the new name.
fn beside_renaming(name: &str) -> (&'static str, &'static str) {
    let ending = name.rsplit('.').next().unwrap_or_default().to_lowercase();
    match &*ending {
        "txt" => (
            "; Windows menyembunyikan `.txt`: pilih Tampilan, lalu Ekstensi nama file",
            "; Windows hides `.txt`: choose View, then File name extensions",
        ),
        "docx" | "doc" | "odt" | "rtf" => (
            ", sesudah disimpan sebagai teks biasa: Word menambahkan yang tidak terlihat",
            " after saving it as plain text: Word adds what nobody sees",
        ),
        _ => ("", ""),
    }
}

/// A file that nobody reads, because of how its name ends.
pub(super) fn file_misnamed(folder: &str, name: &str, right: &str) -> Finding {
    let (id, en) = beside_renaming(name);
    let ending = right.rsplit_once('.').map_or("", |(_, ending)| ending);
    let path = if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") };
    // What an office program wrote may be what a text was made of.
    let was_document = [".docx", ".doc", ".odt", ".rtf"].iter().any(|ending| name.ends_with(ending));
    Finding {
        code: "file-misnamed".into(),
        level: if was_document { Level::Advice } else { Level::Warning },
        at: Span::path(path),
        found: Text::new(
            format!("`{name}` tidak dibaca, karena namanya tidak berakhir dengan `.{ending}`"),
            format!("`{name}` is not read, since its name does not end in `.{ending}`"),
        ),
        expected: Text::new(format!("berkas `{right}`"), format!("the file `{right}`")),
        help: Text::new(
            format!("ganti namanya menjadi `{right}`{id}"),
            format!("rename it to `{right}`{en}"),
        ),
    }
}

/// A story, or a folder of them, where none is read.
pub(super) fn stories_misplaced(path: &str, is_folder: bool) -> Finding {
    let name = path.rsplit('/').next().unwrap_or(path);
    let (found, help) = if is_folder {
        (
            Text::new(
                format!("cerita di folder `{name}` tidak dibaca"),
                format!("the stories in the folder `{name}` are not read"),
            ),
            Text::new("ganti nama folder itu menjadi `cerita`", "rename that folder to `cerita`"),
        )
    } else {
        (
            Text::new(
                format!("cerita `{name}` tidak dibaca: letaknya di sebelah profil"),
                format!("the story `{name}` is not read: it lies beside the profile"),
            ),
            Text::new("pindahkan ke folder `cerita`", "move it to the folder `cerita`"),
        )
    };
    Finding {
        code: "story-misplaced".into(),
        level: Level::Warning,
        at: Span::path(path),
        found,
        expected: Text::new(
            "berkas `.md` di folder `cerita`, dengan huruf kecil",
            "files `.md` in the folder `cerita`, in lower case",
        ),
        help,
    }
}

/// A name of `content/` that begins with `_` and is none of the portal's.
pub(super) fn office_name_unknown(name: &str, nearest: Option<&str>, is_folder: bool) -> Finding {
    let (id, en) = if is_folder { ("folder", "folder") } else { ("berkas", "file") };
    Finding {
        code: "office-name-unknown".into(),
        level: if nearest.is_some() { Level::Warning } else { Level::Advice },
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!("{id} `{name}` tidak dibaca: yang diawali `_` hanya milik portal"),
            format!("the {en} `{name}` is not read: what begins with `_` is the portal's"),
        ),
        expected: Text::new(
            "`_agenda`, `_muda`, `_program`, `_situs` atau `_situs.yaml`",
            "`_agenda`, `_muda`, `_program`, `_situs` or `_situs.yaml`",
        ),
        help: match nearest {
            Some(nearest) => Text::new(
                format!("maksud Anda `{nearest}`? Ganti namanya"),
                format!("did you mean `{nearest}`? Rename it"),
            ),
            None if !is_folder => Text::new(
                "bila memang disimpan saja, pindahkan ke luar `content`",
                "if it is only kept, move it out of `content`",
            ),
            None => Text::new(
                "hapus `_` bila ini koperasi; bila memang disimpan saja, pindahkan ke luar `content`",
                "remove the `_` if this is a cooperative; if it is only kept, move it out of `content`",
            ),
        },
    }
}

/// A file that was meant as `profil.yaml`.
pub(super) fn profile_misnamed(folder: &str, name: &str) -> Finding {
    let (id, en) = beside_renaming(name);
    Finding {
        code: "profile-misnamed".into(),
        level: Level::Error,
        at: Span::path(format!("{folder}/{name}")),
        found: Text::new(
            format!("`{name}` bukan `profil.yaml`, jadi tidak dibaca"),
            format!("`{name}` is not `profil.yaml`, so it is not read"),
        ),
        expected: Text::new(
            format!("berkas `{folder}/profil.yaml`, dengan huruf kecil"),
            format!("the file `{folder}/profil.yaml`, in lower case"),
        ),
        help: Text::new(
            format!("ganti namanya menjadi `profil.yaml`{id}"),
            format!("rename it to `profil.yaml`{en}"),
        ),
    }
}

/// `--only` names a cooperative that is not there.
pub(super) fn unknown_cooperative(name: &str, nearest: Option<&str>) -> Finding {
    Finding {
        code: "unknown-cooperative".into(),
        level: Level::Error,
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!("tidak ada koperasi `{name}` di `content`"),
            format!("there is no cooperative `{name}` in `content`"),
        ),
        expected: Text::new("nama salah satu folder di `content`", "the name of a folder in `content`"),
        help: match nearest {
            Some(nearest) => {
                Text::new(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?"))
            }
            None => Text::new("periksa ejaan nama foldernya", "check the spelling of the folder's name"),
        },
    }
}

/// A folder's name is not text.
pub(super) fn name_not_text(name: &str) -> Finding {
    Finding {
        code: "name-not-text".into(),
        level: Level::Error,
        at: Span::path(format!("content/{name}")),
        found: Text::new(
            format!("nama folder `{name}` memuat tanda yang tidak terbaca"),
            format!("folder name `{name}` has characters that cannot be read"),
        ),
        expected: Text::new("huruf kecil, angka, dan tanda hubung", "lower-case letters, digits and hyphens"),
        help: Text::new(
            "ganti nama folder itu, mis. `koperasi-saya`",
            "rename it, for example `koperasi-saya`",
        ),
    }
}

/// A path, or a symbolic link in it, leads out of its folder.
pub(super) fn leads_outside(path: &str) -> Finding {
    Finding {
        code: "path-outside".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            format!("`{path}` mengarah ke luar foldernya, atau ke yang tidak ada"),
            format!("`{path}` leads out of its folder, or to nothing"),
        ),
        expected: Text::new(
            "berkas yang benar-benar ada di folder koperasi itu",
            "a file that really lies in the cooperative's folder",
        ),
        help: Text::new(
            "salin berkasnya ke folder itu, jangan memakai tautan (symlink)",
            "copy the file into that folder instead of linking to it",
        ),
    }
}

/// A file or folder that is there does not let itself be read.
pub(super) fn unreadable(path: &str, why: io::ErrorKind) -> Finding {
    let path = path.trim_end_matches('/');
    let found = if why == io::ErrorKind::PermissionDenied {
        Text::new(
            format!("`{path}` tidak boleh dibaca oleh pengguna yang menjalankan etalase"),
            format!("`{path}` may not be read by the user who runs etalase"),
        )
    } else {
        Text::new(format!("`{path}` tidak dapat dibaca"), format!("`{path}` cannot be read"))
    };
    Finding {
        code: "unreadable".into(),
        level: Level::Error,
        at: Span::path(path),
        found,
        expected: Text::new("berkas biasa yang boleh dibaca", "an ordinary file that may be read"),
        help: Text::new(
            "periksa izinnya, atau hapus lalu salin ulang berkasnya ke folder itu",
            "check its permissions, or delete it and copy the file into that folder again",
        ),
    }
}

/// A photo was replaced between two looks at it.
pub(super) fn photo_changing(path: &str) -> Finding {
    Finding {
        code: "photo-changing".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            "foto ini berubah selagi situs dibangun",
            "this photo changed while the site was being built",
        ),
        expected: Text::new("foto yang selesai disalin", "a photo that has been copied to its end"),
        help: Text::new(
            "tunggu sampai penyalinan selesai, lalu bangun lagi",
            "wait until copying has ended, then build again",
        ),
    }
}

/// A text is larger than `batas.teks`.
pub(super) fn text_too_large(path: &str, limit_bytes: u64) -> Finding {
    let limit = limit_bytes / 1024;
    Finding {
        code: "text-too-large".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            format!("`{path}` lebih besar dari {limit} KB"),
            format!("`{path}` is larger than {limit} KB"),
        ),
        expected: Text::new(
            format!("paling besar {limit} KB; profil biasanya di bawah 20 KB"),
            format!("at most {limit} KB; a profile is usually below 20 KB"),
        ),
        help: Text::new(
            "periksa apakah berkas lain tersimpan di dalamnya; foto disimpan di folder `foto`",
            "check whether another file was saved into it; photos belong in the folder `foto`",
        ),
    }
}

/// A text is not UTF-8.
pub(super) fn not_utf8(path: &str, fault: &NotText) -> Finding {
    let (at, found) = match fault {
        NotText::OtherUnicode => (
            Span::path(path),
            Text::new(
                "berkas disimpan sebagai UTF-16 atau bukan teks",
                "the file was saved as UTF-16 or is not text",
            ),
        ),
        NotText::FromLine { line, text_before } => {
            let file = SourceFile::new(path, text_before.clone());
            let column = text_before.rsplit('\n').next().map_or(0, |last| last.chars().count()) + 1;
            (
                Span::new(&file, *line, u32::try_from(column).unwrap_or(u32::MAX), 1),
                Text::new("ada huruf yang bukan UTF-8", "there is a character that is not UTF-8"),
            )
        }
    };
    Finding {
        code: "not-utf8".into(),
        level: Level::Error,
        at,
        found,
        expected: Text::new("teks berenkode UTF-8", "text encoded as UTF-8"),
        help: Text::new(
            "buka di editor teks, pilih simpan sebagai, lalu pilih enkode UTF-8",
            "open it in a text editor and save it with the encoding UTF-8",
        ),
    }
}

/// A photo file is larger than `batas.foto`.
pub(super) fn photo_too_large(path: &str, size_bytes: u64, limit_bytes: u64) -> Finding {
    let mega = |bytes: u64| bytes.div_ceil(1024 * 1024);
    Finding {
        code: "photo-too-large".into(),
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            format!("foto ini {} MB", mega(size_bytes)),
            format!("this photo has {} MB", mega(size_bytes)),
        ),
        expected: Text::new(
            format!("paling besar {} MB", mega(limit_bytes)),
            format!("at most {} MB", mega(limit_bytes)),
        ),
        help: Text::new(
            "perkecil dengan `etalase photos`, atau kirim ulang lewat aplikasi yang memampatkan foto",
            "shrink it with `etalase photos`, or send it through an app that compresses photos",
        ),
    }
}

/// A cooperative's folder has more files than `batas.jumlah_foto`.
pub(super) fn too_many_photos(folder: &str, limit: usize) -> Finding {
    Finding {
        code: "too-many-photos".into(),
        level: Level::Error,
        at: Span::path(folder),
        found: Text::new(
            format!("folder ini berisi lebih dari {limit} berkas"),
            format!("this folder holds more than {limit} files"),
        ),
        expected: Text::new(format!("paling banyak {limit} foto"), format!("at most {limit} photos")),
        help: Text::new(
            "pindahkan foto yang tidak dipakai profil ke luar folder `content`",
            "move photos that the profile does not use out of `content`",
        ),
    }
}
