//! The repository in which a page of the site changes profiles.

use super::{error, shown, text};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span, Text};

fn a_repository() -> Text {
    text(
        "akun dan nama repositori, mis. `koperasi-sagara/situs`",
        "account and name of the repository, for example `koperasi-sagara/situs`",
    )
}

/// `repo: situs`
pub(in crate::content) fn not_a_repository(at: Span, typed: &str) -> Finding {
    let typed = shown(typed);
    error(
        "manage-repository",
        at,
        text(format!("`{typed}` bukan nama repositori"), format!("`{typed}` names no repository")),
        a_repository(),
        text(
            "salin dari alamat repositori di peramban, sesudah nama layanannya",
            "copy it from the repository's address in a browser, behind the name of the service",
        ),
    )
}

/// A server that nobody knows.
pub(in crate::content) fn forge_not_told(at: Span, server: &str) -> Finding {
    let server = shown(server);
    error(
        "manage-forge",
        at,
        text(format!("layanan di `{server}` belum disebut"), format!("what runs at `{server}` is not said")),
        text("`inang: gitlab` atau `inang: forgejo`", "`inang: gitlab` or `inang: forgejo`"),
        text("tambahkan `inang`; untuk Gitea tulis `forgejo`", "add `inang`; for Gitea write `forgejo`"),
    )
}

/// GitHub on a server of one's own, whose interface lies elsewhere.
pub(in crate::content) fn not_that_server(at: Span, server: &str, usual: &str) -> Finding {
    let server = shown(server);
    error(
        "manage-server",
        at,
        text(
            format!("repositori GitHub tidak berada di `{server}`"),
            format!("repositories of GitHub are not at `{server}`"),
        ),
        text(format!("`{usual}`, atau `inang` yang lain"), format!("`{usual}`, or another `inang`")),
        text("hapus `alamat`, atau ganti `inang`", "remove `alamat`, or change `inang`"),
    )
}

/// An address that a content policy cannot name.
pub(in crate::content) fn not_a_server(typed: Typed<'_>) -> Finding {
    let address = shown(typed.text);
    error(
        "manage-server",
        typed.span(),
        text(format!("`{address}` bukan alamat server"), format!("`{address}` is no address of a server")),
        text("mis. `https://git.contoh.id`", "for example `https://git.contoh.id`"),
        text(
            "tulis alamatnya tanpa nama repositori dan tanpa `?`",
            "write the address without the repository and without `?`",
        ),
    )
}

/// A branch that has no plain name.
pub(in crate::content) fn not_a_branch(at: Span, typed: &str) -> Finding {
    let typed = shown(typed);
    error(
        "manage-branch",
        at,
        text(format!("`{typed}` bukan nama cabang"), format!("`{typed}` is no name of a branch")),
        text("mis. `main`", "for example `main`"),
        text("hapus `cabang` bila namanya `main`", "remove `cabang` if it is called `main`"),
    )
}

/// A folder outside the repository, or with a name that needs escaping.
pub(in crate::content) fn not_a_folder(at: Span, typed: &str) -> Finding {
    let typed = shown(typed);
    error(
        "manage-folder",
        at,
        text(
            format!("`{typed}` bukan folder di dalam repositori"),
            format!("`{typed}` is no folder in the repository"),
        ),
        text("mis. `situs`", "for example `situs`"),
        text(
            "tulis folder yang berisi `etalase.yaml`, dilihat dari akar repositori",
            "write the folder that holds `etalase.yaml`, seen from the repository's root",
        ),
    )
}
