//! About the list of cooperatives with sites of their own.

use super::{error, shown, text};
use crate::content::sites::ListedSite;
use crate::content::typed::Typed;
use crate::finding::Finding;

/// An address or a name stands in the list again.
pub(in crate::content) fn listed_twice(site: &ListedSite, what: &str, line: u32) -> Finding {
    error(
        "site-listed-twice",
        site.at.clone(),
        text(format!("`{what}` sudah ada di baris {line}"), format!("`{what}` is in line {line} already")),
        text("tiap situs dan tiap nama satu kali", "each site and each name once"),
        text("hapus salah satunya, atau perbaiki alamatnya", "remove one of them, or correct its address"),
    )
}

/// The list names the site that it belongs to.
pub(in crate::content) fn lists_itself(site: &ListedSite) -> Finding {
    error(
        "site-lists-itself",
        site.at.clone(),
        text(
            format!("`{}` adalah alamat portal ini sendiri", site.address),
            format!("`{}` is the address of this portal itself", site.address),
        ),
        text("alamat situs sebuah koperasi", "the address of a cooperative's site"),
        text("hapus baris ini", "remove this line"),
    )
}

/// An address is too long to be one that people type.
pub(in crate::content) fn address_too_long(typed: Typed<'_>, longest: usize) -> Finding {
    error(
        "site-address-too-long",
        typed.span(),
        text(
            format!("alamat `{}` lebih dari {longest} huruf", shown(typed.text)),
            format!("address `{}` has more than {longest} characters", shown(typed.text)),
        ),
        text("alamat halaman depan situsnya", "the address of the site's front page"),
        text(
            "buka halaman depannya di peramban, lalu salin alamatnya",
            "open its front page in a browser and copy the address",
        ),
    )
}
