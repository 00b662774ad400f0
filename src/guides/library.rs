//! Where links between guides lead.

use std::collections::BTreeMap;

use super::chapters::Outline;

/// All guides by the paths of their files.
#[derive(Default)]
pub(super) struct Library(BTreeMap<String, Outline>);

/// Where an address leads that was written in a guide.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Lead {
    /// To a page of a guide.
    To {
        /// Its folder below the site's root.
        address: String,
        /// The heading there; empty at the top of the page.
        id: String,
        /// False if a heading was named that is not there.
        is_whole: bool,
    },
    /// To a file that is not published, or to none.
    Nowhere,
}

impl Library {
    pub(super) fn add(&mut self, path: &str, outline: Outline) {
        self.0.insert(path.to_owned(), outline);
    }

    /// The pages of a guide that was added.
    pub(super) fn outline(&self, path: &str) -> &Outline {
        self.0.get(path).expect("every guide is added before pages are made")
    }

    /// Where an address leads from a file.
    pub(super) fn lead(&self, from: &str, address: &str) -> Lead {
        let (file, anchor) = address.split_once('#').unwrap_or((address, ""));
        let path = if file.is_empty() { Some(from.to_owned()) } else { beside(from, file) };
        let Some(outline) = path.and_then(|path| self.0.get(&path)) else { return Lead::Nowhere };
        let found = outline.anchors.get(anchor).filter(|_| !anchor.is_empty());
        let (chapter, id) = found.cloned().unwrap_or_default();
        let address = outline.chapters[chapter].address.clone();
        Lead::To { address, id, is_whole: anchor.is_empty() || found.is_some() }
    }
}

/// The path of a file that is named from another one: `docs/images/a.webp` of `images/a.webp` in `docs/A.md`. `None`
/// for what leads out of the site, and for addresses of another kind.
pub(super) fn beside(from: &str, named: &str) -> Option<String> {
    let named = named.replace("%20", " ");
    if named.starts_with('/') || named.contains([':', '\\', '?']) {
        return None;
    }
    let mut parts: Vec<&str> = from.split('/').collect();
    parts.pop();
    for part in named.split('/') {
        match part {
            "." => {}
            ".." => drop(parts.pop()?),
            hidden if hidden.is_empty() || hidden.starts_with('.') => return None,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
