//! Whose row is whose: the folder of a cooperative that a sheet names.

use std::collections::HashMap;

use super::findings as told;
use super::words::fold;
use crate::finding::{Findings, Located};
use crate::model::Slug;

/// The folders of a site, and how to find the one that is meant.
pub(super) struct Homes<'n> {
    /// Names of the folders that are there.
    folders: Vec<String>,
    /// Everything goes here.
    only: Option<String>,
    /// Reads the names by which the cooperatives of a site call themselves, with their folders.
    names: Box<dyn FnMut() -> Vec<(String, String)> + 'n>,
    /// What that gave, folded.
    known: Option<HashMap<String, String>>,
    /// What was decided, by the folded name.
    decided: HashMap<String, String>,
}

impl<'n> Homes<'n> {
    /// `folders` of a site; `only` is the one that everything goes to, if the person named one; `names` reads what
    /// cooperatives call themselves, and is asked only for a name that no folder has.
    pub(super) fn new(
        folders: Vec<String>,
        only: Option<String>,
        names: impl FnMut() -> Vec<(String, String)> + 'n,
    ) -> Self {
        Self { folders, only, names: Box::new(names), known: None, decided: HashMap::new() }
    }

    /// The folder of a row. Where it names nobody: the folder that was asked for, or the only one there is. `None` if
    /// nobody can tell.
    pub(super) fn folder_of(
        &mut self,
        folder: Option<&Located<String>>,
        name: Option<&Located<String>>,
        findings: &mut Findings,
    ) -> Option<String> {
        if let Some(only) = &self.only {
            return Some(only.clone());
        }
        if let Some(folder) = folder {
            return if let Some(slug) = Slug::parse(&folder.value) {
                Some(slug.as_str().to_owned())
            } else {
                let mended = Slug::from_name(&folder.value);
                findings.push(told::rows::folder_name(folder, mended.as_ref().map(Slug::as_str)));
                mended.map(|slug| slug.as_str().to_owned())
            };
        }
        match name {
            Some(name) => self.folder_called(&name.value),
            None => match self.folders.as_slice() {
                [one] => Some(one.clone()),
                _ => None,
            },
        }
    }

    /// True if a folder is not there yet.
    pub(super) fn is_new(&self, folder: &str) -> bool {
        !self.folders.iter().any(|known| known == folder)
    }

    fn folder_called(&mut self, name: &str) -> Option<String> {
        let called = fold(name);
        if let Some(folder) = self.decided.get(&called) {
            return Some(folder.clone());
        }
        let slug = Slug::from_name(name)?.as_str().to_owned();
        let folder = if self.folders.contains(&slug) {
            slug
        } else {
            let names = &mut self.names;
            let known = self.known.get_or_insert_with(|| {
                names().into_iter().map(|(name, folder)| (fold(&name), folder)).collect()
            });
            known.get(&called).cloned().unwrap_or(slug)
        };
        self.decided.insert(called, folder.clone());
        Some(folder)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    #[test]
    fn a_name_leads_to_the_folder_that_is_called_so_or_calls_itself_so() {
        let typed = |text: &str| Located::new(text.to_owned(), Span::path("a.csv"));
        let folders = vec!["kpc".to_owned(), "kud-maju".to_owned()];
        let names = || vec![("Koperasi Peternakan Contoh".to_owned(), "kpc".to_owned())];
        let mut homes = Homes::new(folders, None, names);
        let mut findings = Findings::new();
        for (name, folder) in [
            ("KUD Maju", Some("kud-maju")),
            ("koperasi peternakan  contoh", Some("kpc")),
            ("Koperasi Baru", Some("koperasi-baru")),
            ("???", None),
        ] {
            assert_eq!(homes.folder_of(None, Some(&typed(name)), &mut findings).as_deref(), folder, "{name}");
        }
        assert_eq!(homes.folder_of(None, None, &mut findings), None);
        assert!(findings.is_empty());
    }
}
