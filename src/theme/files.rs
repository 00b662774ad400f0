//! The files of a theme: those of the theme it builds on, under its own, under the site's.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use include_dir::{Dir, DirEntry, include_dir};

use super::findings;
use super::mentions::mentions;
use crate::finding::{Findings, SourceFile};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes");

/// The theme that every other one builds on unless it names another.
const GROUND: &str = "etalase";

/// Most themes that may build on one another.
const MAX_DEPTH: usize = 8;

/// Text files by path inside the theme: `templates/base.html`.
#[derive(Debug)]
pub(super) struct Files {
    by_path: BTreeMap<String, Arc<SourceFile>>,
    /// Paths of those that a site brings, and that differ from the built-in ones.
    own: BTreeSet<String>,
    /// `theme.yaml` of each theme of the chain, the lowest first.
    manifests: Vec<Arc<SourceFile>>,
    /// Names of the built-in themes of the chain, the lowest first.
    chain: Vec<String>,
}

/// What a theme says of itself.
const MANIFEST: &str = "theme.yaml";

impl Files {
    /// Gathers the files of a theme; `None`, with a finding, if there is no such theme.
    pub(super) fn collect(
        name: &str,
        overrides: &BTreeMap<String, String>,
        findings: &mut Findings,
    ) -> Option<Self> {
        if BUILT_IN.get_dir(name).is_none() && overrides.is_empty() {
            findings.push(findings::theme_unknown(name, &built_in_names()));
            return None;
        }
        let mut files = built_in(name);
        let embedded = files.get(MANIFEST).cloned();
        let mut own = BTreeSet::new();
        for (path, text) in overrides {
            if files.get(path).is_none_or(|file| file.text != *text) {
                files.insert(path.clone(), SourceFile::new(format!("themes/{name}/{path}"), text.as_str()));
                own.insert(path.clone());
            }
        }
        // The topmost first; turned around below.
        let mut manifests: Vec<Arc<SourceFile>> = files.get(MANIFEST).cloned().into_iter().collect();
        manifests.extend(embedded.filter(|below| manifests.first() != Some(below)));
        let mut base = base_of(&manifests, name);
        let mut chain = vec![name.to_owned()];
        for _ in 0..MAX_DEPTH {
            let Some(below) = base else { break };
            if BUILT_IN.get_dir(&below).is_none() {
                findings.push(findings::base_unknown(manifests.first(), &below, &built_in_names()));
                break;
            }
            let below_files = built_in(&below);
            let said = below_files.get(MANIFEST).cloned();
            base = base_of(said.as_slice(), &below);
            manifests.extend(said);
            chain.push(below);
            for (path, file) in below_files {
                files.entry(path).or_insert(file);
            }
        }
        add_named(&mut files);
        manifests.reverse();
        chain.reverse();
        Some(Self { by_path: files, own, manifests, chain })
    }

    /// `theme.yaml` of each theme of the chain, the lowest first.
    pub(super) fn manifests(&self) -> &[Arc<SourceFile>] {
        &self.manifests
    }

    /// Paths of the drawings that a theme brings.
    pub(super) fn drawings(&self) -> Vec<&str> {
        self.by_path.keys().map(String::as_str).filter(|path| is_svg(path)).collect()
    }

    /// True for a file that only the site has; the built-in ones are tested.
    pub(super) fn is_own(&self, path: &str) -> bool {
        self.own.contains(path)
    }

    /// True if such a file lies in a folder, which ends in `/`.
    pub(super) fn has_own_below(&self, folder: &str) -> bool {
        self.own.iter().any(|path| path.starts_with(folder))
    }

    /// The site's own file at a path, if it has one.
    pub(super) fn own(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.by_path.get(path).filter(|_| self.is_own(path))
    }

    /// All files that only the site has, in order of path.
    pub(super) fn all_own(&self) -> impl Iterator<Item = (&str, &Arc<SourceFile>)> {
        self.own.iter().filter_map(|path| Some((path.as_str(), self.by_path.get(path)?)))
    }

    /// The topmost built-in file at each path, with the name of its theme.
    pub(super) fn built_in_files(&self) -> BTreeMap<String, (String, &'static str)> {
        let mut files = BTreeMap::new();
        for theme in &self.chain {
            let folder = format!("{theme}/");
            let mut waiting: Vec<&'static Dir<'static>> = BUILT_IN.get_dir(theme).into_iter().collect();
            while let Some(dir) = waiting.pop() {
                waiting.extend(dir.dirs());
                for file in dir.files() {
                    let path = file.path().to_string_lossy().replace('\\', "/");
                    if let (Some(inside), Some(text)) = (path.strip_prefix(&folder), file.contents_utf8()) {
                        files.insert(inside.to_owned(), (theme.clone(), text));
                    }
                }
            }
        }
        files
    }

    pub(super) fn get(&self, path: &str) -> Option<&Arc<SourceFile>> {
        self.by_path.get(path)
    }

    /// What each built-in theme of the chain has at a path, the lowest first: what a site's own file is laid over.
    pub(super) fn built_in_layers(&self, path: &str) -> impl Iterator<Item = &'static str> {
        self.chain.iter().filter_map(move |name| BUILT_IN.get_file(format!("{name}/{path}"))?.contents_utf8())
    }

    /// Every file in a folder and below it, in order of path; `path` is given without that folder.
    pub(super) fn under<'a>(
        &'a self,
        folder: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a Arc<SourceFile>)> {
        self.by_path.iter().filter_map(move |(path, file)| Some((path.strip_prefix(folder)?, file)))
    }
}

/// True for the path of a drawing.
pub(super) fn is_svg(path: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case("svg"))
}

fn built_in_names() -> Vec<String> {
    BUILT_IN.dirs().map(|dir| dir.path().to_string_lossy().into_owned()).collect()
}

fn built_in(name: &str) -> BTreeMap<String, Arc<SourceFile>> {
    let mut files = BTreeMap::new();
    if let Some(dir) = BUILT_IN.get_dir(name) {
        gather(dir, name, &mut files);
    }
    files
}

fn gather(dir: &Dir<'static>, name: &str, files: &mut BTreeMap<String, Arc<SourceFile>>) {
    for entry in dir.entries() {
        match entry {
            DirEntry::Dir(below) => gather(below, name, files),
            DirEntry::File(file) => {
                let path = file.path().to_string_lossy().replace('\\', "/");
                if let (Some(inside), Some(text)) =
                    (path.strip_prefix(&format!("{name}/")), file.contents_utf8())
                {
                    files.insert(inside.to_owned(), SourceFile::new(format!("themes/{path}"), text));
                }
            }
        }
    }
}

/// Adds the built-in templates that others name outright, `etalase:pages/story.html`, under exactly that name: a file
/// at the same path does not replace them.
fn add_named(files: &mut BTreeMap<String, Arc<SourceFile>>) {
    let is_template = |(path, _): &(&String, &Arc<SourceFile>)| path.starts_with(TEMPLATES);
    let texts: Vec<Arc<SourceFile>> =
        files.iter().filter(is_template).map(|(_, file)| Arc::clone(file)).collect();
    // What a built-in one names is there under its plain name.
    for name in texts.iter().flat_map(|file| mentions(&file.text)) {
        let Some((theme, path)) = name.split_once(':') else { continue };
        let path = format!("{theme}/{TEMPLATES}{path}");
        if let Some(text) = BUILT_IN.get_file(&path).and_then(|file| file.contents_utf8()) {
            files.insert(format!("{TEMPLATES}{name}"), SourceFile::new(format!("themes/{path}"), text));
        }
    }
}

/// Folder of the templates of a theme.
const TEMPLATES: &str = "templates/";

/// The theme that one builds on: what the first of its files that names one says, or `etalase`.
fn base_of(manifests: &[Arc<SourceFile>], name: &str) -> Option<String> {
    let stated = manifests.iter().find_map(|file| {
        file.text.lines().find_map(|line| {
            let value = line.strip_prefix("dasar:")?.split('#').next()?.trim();
            Some(value.trim_matches(['"', '\'']).to_owned()).filter(|value| !value.is_empty())
        })
    });
    stated.or_else(|| (name != GROUND).then(|| GROUND.to_owned())).filter(|base| base != name)
}
