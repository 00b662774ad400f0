//! Why the other side took nothing.

use std::time::Duration;

use crate::finding::{Finding, Level, Span, Text};
use crate::publish::remote::Destination;

/// The branch moved twice while publishing.
pub(in crate::publish) fn diverged(destination: &Destination) -> Finding {
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
pub(in crate::publish) fn hook_refused(destination: &Destination, words: &str) -> Finding {
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
pub(in crate::publish) fn own_hook_refused(destination: &Destination, words: &str) -> Finding {
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
            "fix what the hook asks for, or change `.git/hooks/pre-push`",
        ),
    }
}

/// The destination is a repository in use, with this very branch checked out.
pub(in crate::publish) fn branch_checked_out(destination: &Destination) -> Finding {
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
pub(in crate::publish) fn remote_denied(destination: &Destination) -> Finding {
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
pub(in crate::publish) fn remote_unreachable(destination: &Destination) -> Finding {
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

/// It took the connection, and then said nothing.
pub(in crate::publish) fn remote_silent(destination: &Destination, patience: Duration) -> Finding {
    let (shown, seconds) = (&destination.shown, patience.as_secs());
    Finding {
        code: "remote-silent".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(
            format!("`{shown}` tidak menjawab selama {seconds} detik"),
            format!("`{shown}` has not answered for {seconds} seconds"),
        ),
        expected: Text::new("jawaban dari server git", "an answer from a git server"),
        help: Text::new(
            "periksa alamatnya dengan `git ls-remote`, atau ulangi nanti; yang sudah terbit tidak berubah",
            "check the address with `git ls-remote`, or try again later; what is published has not changed",
        ),
    }
}

/// Its disk is full, or what this account may use of it.
pub(in crate::publish) fn remote_full(destination: &Destination) -> Finding {
    let shown = &destination.shown;
    Finding {
        code: "remote-full".into(),
        level: Level::Error,
        at: Span::path(destination.place()),
        found: Text::new(format!("penyimpanan di `{shown}` penuh"), format!("`{shown}` has no space left")),
        expected: Text::new("ruang untuk situs ini di tujuan", "room for this site over there"),
        help: Text::new(
            "kosongkan ruang di sana, atau buang riwayat cabang dengan `--orphan`; yang sudah terbit tidak berubah",
            "free some space there, or drop the branch's history with `--orphan`; what is published has not changed",
        ),
    }
}

/// There is no repository at the address.
pub(in crate::publish) fn remote_not_found(destination: &Destination) -> Finding {
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
