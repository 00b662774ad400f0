//! What others put where the site is to be.

use std::path::Path;

use super::at_path;
use crate::finding::{Finding, Level, Span, Text, plural};
use crate::publish::remote::Destination;

/// How many file names a sentence can bear.
const SHOWN_FILES: usize = 3;

/// The branch holds something, but nothing that `publish` ever put there.
pub(in crate::publish) fn branch_not_ours(destination: &Destination) -> Finding {
    let branch = &destination.branch;
    Finding {
        code: "branch-not-ours".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("cabang `{branch}` sudah berisi pekerjaan lain, bukan terbitan etalase"),
            format!("branch `{branch}` already holds other work, not something that etalase published"),
        ),
        expected: Text::new(
            "cabang kosong atau terbitan sebelumnya",
            "an empty branch or an earlier publication",
        ),
        help: Text::new(
            "pilih cabang lain dengan `--branch`; bila isinya memang boleh diganti, tambahkan \
             `--force-with-lease` (komit lama tetap tersimpan di riwayat cabang, kecuali dengan `--orphan`)",
            "choose another branch with `--branch`; if its content may be replaced, add \
             `--force-with-lease` (the old commits stay in the branch's history, except with `--orphan`)",
        ),
    }
}

/// `--orphan` would drop commits that others made.
pub(in crate::publish) fn history_has_others(destination: &Destination, count: usize) -> Finding {
    Finding {
        code: "history-has-others".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!(
                "riwayat cabang memuat {count} komit yang bukan terbitan etalase; `--orphan` akan membuangnya"
            ),
            format!(
                "the branch's history has {count} {} that etalase did not make; `--orphan` would drop {}",
                plural(count, "commit", "commits"),
                plural(count, "it", "them")
            ),
        ),
        expected: Text::new("riwayat yang boleh dibuang", "a history that may be dropped"),
        help: Text::new(
            "terbitkan tanpa `--orphan`, atau tambahkan `--force-with-lease` bila komit itu memang tidak dipakai lagi",
            "publish without `--orphan`, or add `--force-with-lease` if nobody needs those commits",
        ),
    }
}

/// The first of some files, and how many more there are.
fn listed(paths: &[String]) -> Text {
    let shown = paths[..paths.len().min(SHOWN_FILES)].join(", ");
    match paths.len().saturating_sub(SHOWN_FILES) {
        0 => Text::new(&*shown, &*shown),
        more => Text::new(format!("{shown} dan {more} lainnya"), format!("{shown} and {more} more")),
    }
}

/// Others changed or deleted files of ours on the branch since the last publication, and this one would change them
/// back.
pub(in crate::publish) fn others_changed(destination: &Destination, paths: &[String], tip: &str) -> Finding {
    let shown = listed(paths);
    let tip = &tip[..tip.len().min(10)];
    Finding {
        code: "others-changed".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!(
                "ada yang mengubah cabang ini langsung; terbitan ini akan menimpa perubahannya pada {}",
                shown.id
            ),
            format!(
                "somebody changed this branch directly; this publication would undo changes to {}",
                shown.en
            ),
        ),
        expected: changes_in_sources(),
        help: Text::new(
            format!(
                "lihat dengan `git show {tip}`, pindahkan yang perlu ke sumber situs, lalu terbitkan dengan \
                 `--force-with-lease`; tidak ada yang dikirim"
            ),
            format!(
                "look at `git show {tip}`, move what is needed to the site's sources, then publish with \
                 `--force-with-lease`; nothing was sent"
            ),
        ),
    }
}

/// Where changes belong that somebody made on the branch.
fn changes_in_sources() -> Text {
    Text::new(
        "perubahan dibuat di sumber situs, bukan di cabang hasil",
        "changes to be made in the site's sources, not on the branch with its output",
    )
}

/// Files that others put there and that are in nobody's way.
pub(in crate::publish) fn others_left(place: &str, paths: &[String]) -> Finding {
    let shown = listed(paths);
    Finding {
        code: "others-left".into(),
        level: Level::Advice,
        at: Span::path(place),
        found: Text::new(
            format!("di tujuan ada berkas yang bukan dari situs ini, dan dibiarkan: {}", shown.id),
            format!(
                "the destination holds files that are not of this site, and they were left: {}",
                shown.en
            ),
        ),
        expected: Text::new("hanya berkas situs ini", "nothing but the files of this site"),
        help: Text::new(
            "hapus sendiri di sana bila tidak dipakai lagi",
            "delete them there yourself if nobody needs them",
        ),
    }
}

/// Somebody else's files lie in a plain folder where ours belong.
pub(in crate::publish) fn folder_occupied(
    folder: &Path,
    in_the_way: &[String],
    blocked: &[String],
) -> Finding {
    let all: Vec<String> = blocked.iter().chain(in_the_way).cloned().collect();
    let shown = listed(&all);
    Finding {
        code: "folder-occupied".into(),
        level: Level::Error,
        at: at_path(folder),
        found: Text::new(
            format!(
                "di folder ini sudah ada berkas yang bukan terbitan etalase, atau diubah orang: {}",
                shown.id
            ),
            format!(
                "this folder holds files that etalase did not publish, or that somebody changed: {}",
                shown.en
            ),
        ),
        expected: Text::new(
            "folder baru, folder kosong, atau terbitan sebelumnya",
            "a new folder, an empty one, or an earlier publication",
        ),
        help: if blocked.is_empty() {
            Text::new(
                "pilih folder lain, pindahkan berkas itu, atau tambahkan `--force-with-lease` bila boleh diganti; tidak \
                 ada yang disentuh",
                "choose another folder, move those files, or add `--force-with-lease` if they may be replaced; nothing \
                 was touched",
            )
        } else {
            Text::new(
                "pilih folder lain, atau pindahkan folder dan tautan yang menghalangi; tidak ada yang disentuh",
                "choose another folder, or move the folders and links that are in the way; nothing was touched",
            )
        },
    }
}

/// The destination is a file.
pub(in crate::publish) fn folder_is_file(folder: &Path) -> Finding {
    Finding {
        code: "folder-is-file".into(),
        level: Level::Error,
        at: at_path(folder),
        found: Text::new(
            "tujuan ini sebuah berkas, bukan folder",
            "this destination is a file, not a folder",
        ),
        expected: Text::new(
            "folder, repositori git, atau nama tujuan git",
            "a folder, a git repository, or the name of a remote",
        ),
        help: Text::new("pilih nama lain pada `--to`", "choose another name after `--to`"),
    }
}

/// Others changed files on the branch since the last publication, and this one was told to replace them.
pub(in crate::publish) fn others_replaced(destination: &Destination, paths: &[String], tip: &str) -> Finding {
    let shown = listed(paths);
    let first = paths.first().map_or("", String::as_str);
    let tip = &tip[..tip.len().min(10)];
    Finding {
        code: "others-replaced".into(),
        level: Level::Warning,
        at: Span::path(destination.place()),
        found: Text::new(
            format!(
                "ada yang mengubah cabang ini langsung; perubahan pada {} diganti oleh terbitan ini",
                shown.id
            ),
            format!(
                "somebody changed this branch directly; this publication replaces changes to {}",
                shown.en
            ),
        ),
        expected: changes_in_sources(),
        help: Text::new(
            format!("isi lamanya masih ada: `git show {tip}:{first}`"),
            format!("the old content is still there: `git show {tip}:{first}`"),
        ),
    }
}
