//! From an address on a page to the file of the site that it means.

use std::borrow::Cow;

use super::html::{Use, UseKind};
use crate::plan::SitePath;

/// A file of the site, and perhaps a place in it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Target {
    /// Path below the site's root; may lead out of it, and is then no file's.
    pub(super) path: String,
    pub(super) anchor: Option<String>,
}

/// Where an address leads.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Resolved<'a> {
    /// To a file of this site.
    Inside(Target),
    /// To somebody else's.
    Outside(&'a str),
    /// To no file at all: a telephone, a mail, a `data:` image.
    Nothing,
}

/// Resolves an address on a page.
pub(super) fn target<'a>(page: &SitePath, used: &'a Use<'_>, base_url: Option<&str>) -> Resolved<'a> {
    let address: &str = &used.address;
    if let Some(path) = base_url.and_then(|base| address.strip_prefix(base)) {
        return Resolved::Inside(inside("", path));
    }
    // The address without its slash is the same page.
    if base_url.and_then(|base| base.strip_suffix('/')) == Some(address) {
        return Resolved::Inside(inside("", ""));
    }
    if address.starts_with("//") || address.starts_with("http://") || address.starts_with("https://") {
        return Resolved::Outside(address);
    }
    if let Some((scheme, _)) = address.split_once(':')
        && scheme.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))
    {
        return Resolved::Nothing;
    }
    if let Some(rooted) = address.strip_prefix('/') {
        // Only the page for unknown addresses has such links: it is shown at any depth.
        let base = base_path(base_url);
        return match format!("/{rooted}").strip_prefix(base) {
            Some(path) => Resolved::Inside(inside("", path)),
            None => Resolved::Inside(Target { path: address.to_owned(), anchor: None }),
        };
    }
    let page = page.as_str();
    if address.is_empty() || address.starts_with(['#', '?']) {
        // A form without an address of its own asks its own page.
        let anchor = address.split_once('#').map(|(_, anchor)| anchor);
        let is_symbol = used.kind == UseKind::File;
        let anchor = anchor.filter(|anchor| !anchor.is_empty() && (*anchor != "top" || is_symbol));
        return Resolved::Inside(Target { path: page.to_owned(), anchor: anchor.map(decoded) });
    }
    Resolved::Inside(inside(page.rsplit_once('/').map_or("", |(folder, _)| folder), address))
}

/// Resolves a relative address from a folder.
fn inside(folder: &str, address: &str) -> Target {
    let (address, anchor) = match address.split_once('#') {
        Some((address, anchor)) => (address, Some(anchor).filter(|anchor| !anchor.is_empty())),
        None => (address, None),
    };
    let address = address.split('?').next().unwrap_or(address);
    let mut parts: Vec<&str> = folder.split('/').filter(|part| !part.is_empty()).collect();
    for part in address.split('/') {
        match part {
            "" | "." => {}
            ".." => match parts.last() {
                Some(last) if *last != ".." => drop(parts.pop()),
                _ => parts.push(".."),
            },
            part => parts.push(part),
        }
    }
    let mut path = decoded(&parts.join("/"));
    let is_folder = address.is_empty()
        || address.ends_with('/')
        || matches!(address.rsplit('/').next(), Some("." | ".."));
    if is_folder {
        path = if path.is_empty() { "index.html".to_owned() } else { format!("{path}/index.html") };
    }
    Target { path, anchor: anchor.map(decoded) }
}

fn base_path(base_url: Option<&str>) -> &str {
    base_url
        .and_then(|address| address.split_once("://"))
        .and_then(|(_, rest)| rest.find('/').map(|slash| &rest[slash..]))
        .unwrap_or("/")
}

/// `%20` and the like; what is no valid UTF-8 then stays as it was typed.
fn decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, after @ ..] = rest {
        let byte = (*first == b'%')
            .then(|| after.get(..2))
            .flatten()
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 16).ok());
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

impl Target {
    /// As people read it.
    pub(super) fn shown(&self) -> Cow<'_, str> {
        match &self.anchor {
            Some(anchor) => Cow::Owned(format!("{}#{anchor}", self.path)),
            None => Cow::Borrowed(&self.path),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BASE: Option<&str> = Some("https://contoh.id/jabar/");

    fn to(page: &str, address: &str) -> String {
        let used = Use { kind: UseKind::Link, address: address.into() };
        match target(&SitePath::new(page), &used, BASE) {
            Resolved::Inside(target) => target.shown().into_owned(),
            Resolved::Outside(address) => format!("outside {address}"),
            Resolved::Nothing => "nothing".to_owned(),
        }
    }

    #[test]
    fn relative_addresses_lead_from_their_page() {
        let page = "kpc/produk/susu/index.html";
        for (address, path) in [
            ("../../", "kpc/index.html"),
            ("../kopi/", "kpc/produk/kopi/index.html"),
            ("./", page),
            ("", page),
            ("..", "kpc/produk/index.html"),
            ("../../foto/a%20b.webp?v=1", "kpc/foto/a b.webp"),
            ("#harga", "kpc/produk/susu/index.html#harga"),
            ("../../#atas", "kpc/index.html#atas"),
            ("../../../../x/", "../x/index.html"),
        ] {
            assert_eq!(to(page, address), path, "{address}");
        }
    }

    #[test]
    fn absolute_addresses_of_the_site_are_its_files() {
        assert_eq!(to("index.html", "https://contoh.id/jabar/kpc/"), "kpc/index.html");
        assert_eq!(to("index.html", "https://contoh.id/jabar"), "index.html");
        assert_eq!(to("404.html", "/jabar/kpc/"), "kpc/index.html");
        assert_eq!(to("404.html", "/kpc/"), "/kpc/");
    }

    #[test]
    fn other_addresses_are_none_of_its_files() {
        assert_eq!(to("index.html", "https://wa.me/62"), "outside https://wa.me/62");
        assert_eq!(to("index.html", "//cdn.example/x.js"), "outside //cdn.example/x.js");
        for address in ["tel:+62", "mailto:a@b.id", "geo:0,0", "data:image/png;base64,x", "javascript:x"] {
            assert_eq!(to("index.html", address), "nothing", "{address}");
        }
    }
}
