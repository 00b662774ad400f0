//! `Plan`: an ordered map from site path to what belongs there. Made by pages, photos, feeds and the
//! portal; examined by `check`; written by `output`. Touches no file itself.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::sync::{Arc, LazyLock};

use crate::card::Card;
use crate::finding::{Finding, Findings, Level, Span, Text};
pub(crate) use crate::model::SitePath;
use crate::photo::Recipe;

/// What belongs at a path.
#[derive(Debug, Clone, PartialEq)]
pub enum Output {
    /// A file whose address stays while its content changes: a page, a feed. Written last.
    Page(Vec<u8>),
    /// A file whose name follows from its content: a script, a font. Written first.
    Asset(Vec<u8>),
    /// A photo, by its recipe; its bytes come from the cache or the encoder. Written first.
    Rendition(Recipe),
    /// A picture drawn from words, by its recipe; its bytes come from the cache or are drawn. Written first.
    Card(Card),
    /// A file that costs more to work out than the page beside it and that nobody reads to check it: an icon, a
    /// workbook. Its address stays while its content changes. Written last.
    Later(Later),
}

impl Output {
    /// The bytes of what is not a picture.
    pub fn bytes(&self) -> Option<&[u8]> {
        match self {
            Self::Page(bytes) | Self::Asset(bytes) => Some(bytes),
            Self::Later(later) => Some(later.bytes()),
            Self::Rendition(_) | Self::Card(_) => None,
        }
    }
}

/// How the bytes of a file are made.
type MakeBytes = Box<dyn FnOnce() -> Vec<u8> + Send>;

/// Bytes that are made when somebody asks for them, once.
#[derive(Clone)]
pub struct Later {
    usual_bytes: u64,
    bytes: Arc<LazyLock<Vec<u8>, MakeBytes>>,
}

impl Later {
    /// `usual_bytes` is about how many they will be.
    pub fn new(usual_bytes: u64, make: impl FnOnce() -> Vec<u8> + Send + 'static) -> Self {
        Self { usual_bytes, bytes: Arc::new(LazyLock::new(Box::new(make))) }
    }

    /// The bytes, made now if nobody has asked before.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// About how many they are, without making them.
    pub fn usual_bytes(&self) -> u64 {
        self.usual_bytes
    }
}

impl fmt::Debug for Later {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Later").field("usual_bytes", &self.usual_bytes).finish_non_exhaustive()
    }
}

impl PartialEq for Later {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.bytes, &other.bytes) || self.bytes() == other.bytes()
    }
}

/// Every file of a site or of one cooperative's part of it, in order of path.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Plan {
    entries: BTreeMap<SitePath, Output>,
}

impl Plan {
    /// Nothing yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Claims a path. Two claims with different content on one path are a finding; the first one stays.
    /// Equal content may be claimed twice: two cooperatives may share an asset.
    pub fn claim(&mut self, path: SitePath, output: Output, findings: &mut Findings) {
        match self.entries.entry(path) {
            Entry::Vacant(entry) => {
                entry.insert(output);
            }
            Entry::Occupied(entry) if *entry.get() == output => {}
            Entry::Occupied(entry) => findings.push(path_claimed_twice(entry.key())),
        }
    }

    /// Takes over every entry of another plan.
    pub fn merge(&mut self, other: Plan, findings: &mut Findings) {
        for (path, output) in other.entries {
            self.claim(path, output, findings);
        }
    }

    /// Notes which paths another plan has, and of what sort each is, without its content.
    pub(crate) fn note_paths(&mut self, other: &Plan) {
        for (path, output) in &other.entries {
            let sort = match output {
                Output::Page(_) => Output::Page(Vec::new()),
                _ => Output::Asset(Vec::new()),
            };
            self.entries.entry(path.clone()).or_insert(sort);
        }
    }

    /// What belongs at a path.
    pub fn get(&self, path: &str) -> Option<&Output> {
        self.entries.get(path)
    }

    /// In order of path.
    pub fn iter(&self) -> impl Iterator<Item = (&SitePath, &Output)> {
        self.entries.iter()
    }

    /// Replaces the text of every HTML page.
    pub fn change_pages(&mut self, change: impl Fn(&str) -> String) {
        for (path, output) in &mut self.entries {
            if let Output::Page(bytes) = output
                && path.is_page()
                && let Ok(text) = std::str::from_utf8(bytes)
            {
                *bytes = change(text).into_bytes();
            }
        }
    }

    /// Keeps what a rule wants kept.
    pub fn keep(&mut self, is_kept: impl Fn(&SitePath) -> bool) {
        self.entries.retain(|path, _| is_kept(path));
    }

    /// What it takes up in memory, about: the bytes of its texts.
    pub(crate) fn held_bytes(&self) -> usize {
        let held = self.entries.values().map(|output| match output {
            Output::Page(bytes) | Output::Asset(bytes) => bytes.len(),
            _ => 0,
        });
        held.sum()
    }

    /// How many files, and how many pages among them.
    pub fn count_files(&self) -> (usize, usize) {
        (self.len(), self.entries.keys().filter(|path| path.is_page()).count())
    }

    /// How many files.
    pub fn len(&self) -> usize {
        self.entries.len()
    }

    /// True without a file.
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

/// Two pages want one address.
pub(crate) fn path_claimed_twice(path: &SitePath) -> Finding {
    Finding {
        code: "path-claimed-twice".into(),
        level: Level::Error,
        at: Span::path(format!("public/{path}")),
        found: Text::new(
            format!("dua halaman berbeda menuju alamat `{path}`"),
            format!("two different pages want the address `{path}`"),
        ),
        expected: Text::new("satu isi untuk tiap alamat", "one content for each address"),
        help: Text::new(
            "ganti nama, `id`, atau berkas salah satunya",
            "rename one of them, or give it another `id`",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_claims_on_one_path_are_a_finding_and_the_first_stays() {
        let mut plan = Plan::new();
        let mut findings = Findings::new();
        plan.claim(SitePath::new("a/index.html"), Output::Page(b"one".to_vec()), &mut findings);
        plan.claim(SitePath::new("a/index.html"), Output::Page(b"one".to_vec()), &mut findings);
        assert!(findings.is_empty());
        plan.claim(SitePath::new("a/index.html"), Output::Page(b"two".to_vec()), &mut findings);
        assert_eq!(findings.brief(), "index.html path-claimed-twice\n");
        assert_eq!(plan.get("a/index.html"), Some(&Output::Page(b"one".to_vec())));
    }

    #[test]
    fn what_is_made_later_is_made_once_and_only_if_somebody_asks() {
        use std::sync::atomic::{AtomicUsize, Ordering};
        let made = Arc::new(AtomicUsize::new(0));
        let counter = Arc::clone(&made);
        let later = Later::new(3, move || {
            counter.fetch_add(1, Ordering::Relaxed);
            b"one".to_vec()
        });
        let output = Output::Later(later.clone());
        let mut plan = Plan::new();
        let mut findings = Findings::new();
        plan.claim(SitePath::new("a.png"), output.clone(), &mut findings);
        plan.claim(SitePath::new("a.png"), output.clone(), &mut findings);
        assert_eq!((later.usual_bytes(), made.load(Ordering::Relaxed)), (3, 0));
        assert_eq!((output.bytes(), later.bytes()), (Some(&b"one"[..]), &b"one"[..]));
        assert_eq!(made.load(Ordering::Relaxed), 1);
        plan.claim(SitePath::new("a.png"), Output::Later(Later::new(3, || b"two".to_vec())), &mut findings);
        assert_eq!(findings.brief(), "a.png path-claimed-twice\n");
    }
}
