//! What the site's own repository or the order lacks.

use std::path::Path;

use super::at_path;
use crate::finding::{Finding, Level, Span, Text};
use crate::publish::remote::Destination;

/// `git` is not on this machine.
pub(in crate::publish) fn git_missing() -> Finding {
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

/// The site's folder is in no git repository.
pub(in crate::publish) fn no_repository(site: &Path) -> Finding {
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
pub(in crate::publish) fn repository_untrusted(site: &Path) -> Finding {
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
pub(in crate::publish) fn no_remote(name: &str, known: &[&str]) -> Finding {
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
pub(in crate::publish) fn branch_name_bad(branch: &str) -> Finding {
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
pub(in crate::publish) fn branch_is_source(destination: &Destination) -> Finding {
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
