//! What can stand in the way of a publication, one function each. The words of git itself are never passed
//! on; those of a host or a hook are quoted, since only they know why they refused.

use std::path::Path;

use super::remote::Destination;
use crate::finding::{Finding, Level, Span, Text, plural};

/// How many file names a sentence can bear.
const SHOWN_FILES: usize = 3;

fn at_path(path: &Path) -> Span {
    Span::path(path.to_string_lossy().replace('\\', "/"))
}

/// `git` is not on this machine.
pub(super) fn git_missing() -> Finding {
    Finding {
        code: "git-missing".into(),
        level: Level::Error,
        at: Span::path("git"),
        found: Text::new("program `git` tidak ditemukan", "the program `git` was not found"),
        expected: Text::new(
            "git terpasang, karena situs dikirim sebagai komit git",
            "git to be installed, since the site is sent as a git commit",
        ),
        help: Text::new(
            "pasang dari https://git-scm.com/downloads lalu buka terminal baru",
            "install it from https://git-scm.com/downloads and open a new terminal",
        ),
    }
}

/// The output folder is missing or holds no page.
pub(super) fn nothing_built(output: &Path) -> Finding {
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
pub(super) fn no_front_page(output: &Path) -> Finding {
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
pub(super) fn no_cooperative(output: &Path) -> Finding {
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
    Text::new("hasil `etalase build` tanpa galat", "what `etalase build` writes when it finds no error")
}

fn mend_and_build() -> Text {
    Text::new(
        "perbaiki galat yang disebut `etalase check`, jalankan `etalase build`, lalu terbitkan lagi; tidak ada yang \
         dikirim",
        "mend the errors that `etalase check` tells, run `etalase build`, then publish again; nothing was sent",
    )
}

/// A build is writing, or was killed: some pages are new and others old.
pub(super) fn build_unfinished(output: &Path) -> Finding {
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
pub(super) fn unfit_file(path: &str) -> Finding {
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

/// The site's folder is in no git repository.
pub(super) fn no_repository(site: &Path) -> Finding {
    Finding {
        code: "no-repository".into(),
        level: Level::Error,
        at: at_path(site),
        found: Text::new("folder ini belum menjadi repositori git", "this folder is not in a git repository"),
        expected: Text::new(
            "repositori dengan alamat tujuan, atau alamat repositori pada `--to`",
            "a repository that knows where to send to, or a repository's address after `--to`",
        ),
        help: Text::new(
            "jalankan `git init` lalu `git remote add origin ALAMAT`, atau `etalase publish --to ALAMAT`",
            "run `git init` and `git remote add origin ADDRESS`, or `etalase publish --to ADDRESS`",
        ),
    }
}

/// git refuses a repository that belongs to another user of the machine.
pub(super) fn repository_untrusted(site: &Path) -> Finding {
    let shown = site.display();
    Finding {
        code: "repository-untrusted".into(),
        level: Level::Error,
        at: at_path(site),
        found: Text::new(
            "folder ini milik pengguna lain di komputer ini, dan git menolak membacanya",
            "this folder belongs to another user of this computer, and git refuses to read it",
        ),
        expected: Text::new("folder milik Anda sendiri", "a folder of your own"),
        help: Text::new(
            format!("bila Anda mempercayainya: `git config --global --add safe.directory {shown}`"),
            format!("if you trust it: `git config --global --add safe.directory {shown}`"),
        ),
    }
}

/// There is no remote of this name, and no folder either.
pub(super) fn no_remote(name: &str, known: &[&str]) -> Finding {
    let (known_id, known_en) = if known.is_empty() {
        (
            "nama tujuan git (di sini belum ada)".to_owned(),
            "the name of a remote (there is none yet)".to_owned(),
        )
    } else {
        let known = known.join(", ");
        (format!("nama tujuan git ({known})"), format!("the name of a remote ({known})"))
    };
    let known_id = format!("{known_id}, alamat repositori, atau folder yang ditulis `./{name}`");
    let known_en = format!("{known_en}, a repository's address, or a folder written as `./{name}`");
    Finding {
        code: "no-remote".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(
            format!("tidak ada tujuan bernama `{name}`"),
            format!("there is no remote called `{name}`"),
        ),
        expected: Text::new(known_id, known_en),
        help: Text::new(
            format!("tambahkan dengan `git remote add {name} ALAMAT`, atau sebut yang lain dengan `--to`"),
            format!("add it with `git remote add {name} ADDRESS`, or name another one with `--to`"),
        ),
    }
}

/// git would not accept this name for a branch.
pub(super) fn branch_name_bad(branch: &str) -> Finding {
    Finding {
        code: "branch-name-bad".into(),
        level: Level::Error,
        at: Span::path(branch),
        found: Text::new(
            format!("`{branch}` tidak bisa menjadi nama cabang"),
            format!("`{branch}` cannot be a branch's name"),
        ),
        expected: Text::new("mis. `gh-pages` atau `pages`", "for example `gh-pages` or `pages`"),
        help: Text::new("pakai huruf, angka, dan tanda hubung", "use letters, digits and hyphens"),
    }
}

/// The branch is the one that the sources are on.
pub(super) fn branch_is_source(destination: &Destination) -> Finding {
    let branch = &destination.branch;
    Finding {
        code: "branch-is-source".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("cabang `{branch}` berisi sumber situs ini dan akan tertimpa hasil jadinya"),
            format!("branch `{branch}` holds the sources of this site; its output would replace them"),
        ),
        expected: Text::new("cabang tersendiri untuk hasil jadi", "a branch of its own for the output"),
        help: Text::new("pakai `--branch gh-pages`", "use `--branch gh-pages`"),
    }
}

/// The branch holds something, but nothing that `publish` ever put there.
pub(super) fn branch_not_ours(destination: &Destination) -> Finding {
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
pub(super) fn history_has_others(destination: &Destination, count: usize) -> Finding {
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
pub(super) fn others_changed(destination: &Destination, paths: &[String], tip: &str) -> Finding {
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
pub(super) fn others_left(place: &str, paths: &[String]) -> Finding {
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
pub(super) fn folder_occupied(folder: &Path, in_the_way: &[String], blocked: &[String]) -> Finding {
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
pub(super) fn folder_is_file(folder: &Path) -> Finding {
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
pub(super) fn others_replaced(destination: &Destination, paths: &[String], tip: &str) -> Finding {
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

/// The branch moved twice while publishing.
pub(super) fn diverged(destination: &Destination) -> Finding {
    Finding {
        code: "diverged".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            "orang lain terus mengirim ke cabang ini selama penerbitan",
            "somebody else kept pushing to this branch meanwhile",
        ),
        expected: Text::new("satu penerbitan pada satu waktu", "one publication at a time"),
        help: Text::new(
            "tunggu sampai penerbitan lain selesai, lalu ulangi; tidak ada komit yang hilang",
            "wait until the other publication is done, then try again; no commit was lost",
        ),
    }
}

/// The repository on the other side, or the host's rules, said no.
pub(super) fn hook_refused(destination: &Destination, words: &str) -> Finding {
    let quoted = if words.is_empty() { String::new() } else { format!(": `{words}`") };
    Finding {
        code: "hook-refused".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("tujuan menolak kiriman ini menurut aturannya sendiri{quoted}"),
            format!("the other side refused this by a rule of its own{quoted}"),
        ),
        expected: Text::new("cabang yang boleh diisi langsung", "a branch that may be pushed to directly"),
        help: Text::new(
            "periksa aturan cabang (branch protection) atau hook di pengaturan repositori tujuan",
            "look at the branch protection or hooks in the settings of that repository",
        ),
    }
}

/// A `pre-push` hook on this side ended the push.
pub(super) fn own_hook_refused(destination: &Destination, words: &str) -> Finding {
    let quoted = if words.is_empty() { String::new() } else { format!(": `{words}`") };
    Finding {
        code: "own-hook-refused".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("hook `pre-push` di repositori ini menghentikan kiriman{quoted}"),
            format!("the `pre-push` hook of this repository stopped the push{quoted}"),
        ),
        expected: Text::new("hook yang meloloskan kiriman", "a hook that lets the push pass"),
        help: Text::new(
            "perbaiki yang diminta hook, atau ubah `.git/hooks/pre-push`",
            "mend what the hook asks for, or change `.git/hooks/pre-push`",
        ),
    }
}

/// The destination is a repository in use, with this very branch checked out.
pub(super) fn branch_checked_out(destination: &Destination) -> Finding {
    Finding {
        code: "branch-checked-out".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            "cabang ini sedang dibuka di repositori tujuan, jadi tidak bisa diganti dari luar",
            "this branch is checked out in the other repository, so it cannot be replaced from outside",
        ),
        expected: Text::new(
            "repositori kosong (bare), atau cabang lain",
            "a bare repository, or another branch",
        ),
        help: Text::new(
            "di repositori tujuan: `git config receive.denyCurrentBranch updateInstead`",
            "in the other repository: `git config receive.denyCurrentBranch updateInstead`",
        ),
    }
}

/// No rights, or no way to prove them.
pub(super) fn remote_denied(destination: &Destination) -> Finding {
    let shown = &destination.shown;
    Finding {
        code: "remote-denied".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("`{shown}` tidak mengizinkan Anda menulis"),
            format!("`{shown}` does not let you write"),
        ),
        expected: Text::new(
            "akun, kunci SSH, atau token yang boleh menulis ke repositori itu",
            "an account, SSH key or token that may write to that repository",
        ),
        help: Text::new(
            "coba `git push` biasa untuk melihat apakah Anda sudah masuk; di CI, beri izin tulis pada tokennya \
             (GitHub: `permissions: contents: write`)",
            "try a plain `git push` to see whether you are signed in; in CI, give the token the right to write \
             (GitHub: `permissions: contents: write`)",
        ),
    }
}

/// No network, or no such host.
pub(super) fn remote_unreachable(destination: &Destination) -> Finding {
    let shown = &destination.shown;
    Finding {
        code: "remote-unreachable".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(format!("`{shown}` tidak bisa dihubungi"), format!("`{shown}` cannot be reached")),
        expected: Text::new("sambungan internet dan alamat yang benar", "a connection and a correct address"),
        help: Text::new(
            "periksa sambungan dan `git remote -v`, lalu ulangi; yang sudah terbit tidak berubah",
            "check the connection and `git remote -v`, then try again; what is published has not changed",
        ),
    }
}

/// There is no repository at the address.
pub(super) fn remote_not_found(destination: &Destination) -> Finding {
    let shown = &destination.shown;
    Finding {
        code: "remote-not-found".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("tidak ada repositori git di `{shown}`"),
            format!("there is no git repository at `{shown}`"),
        ),
        expected: Text::new("alamat repositori yang sudah dibuat", "the address of a repository that exists"),
        help: Text::new(
            "buat dulu repositorinya (di komputer ini: `git init --bare NAMA.git`); menyalin tanpa git: sebut folder \
             biasa, mis. `--to ./salinan`",
            "make the repository first (on this computer: `git init --bare NAME.git`); to copy without git name a \
             plain folder, for example `--to ./copy`",
        ),
    }
}

/// A file changed between two readings.
pub(super) fn output_changing(output: &Path) -> Finding {
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
