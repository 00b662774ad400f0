//! Whose row is whose: the folder of a cooperative that a sheet names.

use std::collections::{BTreeSet, HashMap};

use super::findings as told;
use super::numbers::{NUMBERS, Number, compared};
use super::words::fold;
use crate::finding::{Findings, Located};
use crate::model::Slug;

/// By what a cooperative of a site is known.
pub(super) struct Known {
    pub(super) folder: String,
    pub(super) names: Vec<String>,
    /// Its numbers, one for each of `NUMBERS`.
    pub(super) numbers: Vec<Option<String>>,
}

/// The folders of a site, and how to find the one that is meant.
pub(super) struct Homes<'n> {
    /// Names of the folders that are there.
    folders: &'n BTreeSet<String>,
    /// Everything goes here.
    only: Option<String>,
    /// Reads by what the cooperatives of a site are known.
    read_known: Box<dyn FnMut() -> Vec<Known> + 'n>,
    /// What that gave: folders by folded names.
    known: Option<HashMap<String, String>>,
    /// The same by numbers.
    by_number: HashMap<(&'static str, String), String>,
    /// What was decided, by the folded name.
    decided: HashMap<String, String>,
    /// The first name that led to each folder, folded.
    led: HashMap<String, String>,
    /// The first cooperative that a new folder was asked for.
    first: Option<String>,
    /// Folders of the cooperatives that have a row of their own.
    registered: BTreeSet<String>,
}

impl<'n> Homes<'n> {
    /// `folders` of a site; `only` is the one that everything goes to, if the person named one; `read_known` reads by
    /// what cooperatives are known, and is asked only for a name that no folder has.
    pub(super) fn new(
        folders: &'n BTreeSet<String>,
        only: Option<String>,
        read_known: impl FnMut() -> Vec<Known> + 'n,
    ) -> Self {
        Self {
            folders,
            only,
            read_known: Box::new(read_known),
            known: None,
            by_number: HashMap::new(),
            decided: HashMap::new(),
            led: HashMap::new(),
            first: None,
            registered: BTreeSet::new(),
        }
    }

    /// The folder of a row. `None` if nobody can tell, or if the row is another cooperative's than the one that was
    /// asked for. `names_others` says that other rows of the sheet name one: a row without a name is then nobody's.
    pub(super) fn folder_of(
        &mut self,
        folder: Option<&Located<String>>,
        name: Option<&Located<String>>,
        names_others: bool,
        findings: &mut Findings,
    ) -> Option<String> {
        let typed = folder.and_then(|folder| typed_folder(folder, findings));
        if let (Some(folder), Some(name)) = (&typed, name) {
            // Rows of other sheets say the name alone.
            self.decide(fold(&name.value), folder);
        }
        let named = typed.or_else(|| self.folder_called(name?, findings));
        if let Some(only) = self.only.clone() {
            return self.is_for(&only, named.as_deref()).then_some(only);
        }
        match (named, name) {
            (Some(named), _) => Some(named),
            (None, None) if !names_others => self.sole().cloned(),
            (None, _) => None,
        }
    }

    /// The one cooperative that the sheets register; where they register none, the only one of the site.
    fn sole(&self) -> Option<&String> {
        let all = if self.registered.is_empty() { self.folders } else { &self.registered };
        all.first().filter(|_| all.len() == 1)
    }

    /// Notes that a cooperative has a row of its own.
    pub(super) fn register(&mut self, folder: &str) {
        self.registered.insert(folder.to_owned());
    }

    /// True if a row that names a folder, or nobody, belongs to the one that was asked for. A new folder takes the
    /// first cooperative that comes, whatever it is called.
    fn is_for(&mut self, only: &str, named: Option<&str>) -> bool {
        let Some(named) = named else { return true };
        if named == only {
            return true;
        }
        self.is_new(only) && *self.first.get_or_insert_with(|| named.to_owned()) == named
    }

    /// The folder that was asked for, where it is there already and a title names another cooperative.
    pub(super) fn instead_of(&mut self, title: &str) -> Option<String> {
        let only = self.only.clone().filter(|only| !self.is_new(only))?;
        let is_called_so = Slug::from_name(title).is_some_and(|slug| slug.as_str() == only)
            || self.known().get(&fold(title)) == Some(&only);
        (!is_called_so).then_some(only)
    }

    /// The folder that was asked for.
    pub(super) fn only(&self) -> Option<&str> {
        self.only.as_deref()
    }

    /// True if a folder is not there yet.
    pub(super) fn is_new(&self, folder: &str) -> bool {
        !self.folders.contains(folder)
    }

    /// The folder of the site whose cooperative has a number, as far as they had to be read.
    pub(super) fn owner_of(&self, number: &Number, compared: &str) -> Option<&str> {
        self.by_number.get(&(number.path, compared.to_owned())).map(String::as_str)
    }

    fn known(&mut self) -> &HashMap<String, String> {
        let Self { read_known, known, by_number, .. } = self;
        known.get_or_insert_with(|| {
            let mut by_name = HashMap::new();
            for Known { folder, names, numbers } in read_known() {
                by_name.extend(names.iter().map(|name| (fold(name), folder.clone())));
                for (number, typed) in NUMBERS.iter().zip(numbers) {
                    if let Some(same) = typed.and_then(|typed| compared(number, &typed)) {
                        by_number.insert((number.path, same), folder.clone());
                    }
                }
            }
            by_name
        })
    }

    fn folder_called(&mut self, name: &Located<String>, findings: &mut Findings) -> Option<String> {
        let called = fold(&name.value);
        if let Some(folder) = self.decided.get(&called) {
            return Some(folder.clone());
        }
        let slug = Slug::from_name(&name.value)?.as_str().to_owned();
        let folder = if self.folders.contains(&slug) {
            slug
        } else {
            self.known().get(&called).cloned().unwrap_or(slug)
        };
        if let Some(other) = self.led.get(&folder).filter(|_| self.is_new(&folder)) {
            findings.push(told::cooperatives::folder_taken(name, &folder, other));
            return None;
        }
        self.decide(called, &folder);
        Some(folder)
    }

    fn decide(&mut self, called: String, folder: &str) {
        self.led.entry(folder.to_owned()).or_insert_with(|| called.clone());
        self.decided.entry(called).or_insert_with(|| folder.to_owned());
    }
}

/// A folder as it was typed, or mended.
fn typed_folder(folder: &Located<String>, findings: &mut Findings) -> Option<String> {
    if let Some(slug) = Slug::parse(&folder.value) {
        return Some(slug.as_str().to_owned());
    }
    let mended = Slug::from_name(&folder.value);
    findings.push(told::cooperatives::folder_name(folder, mended.as_ref().map(Slug::as_str)));
    mended.map(|slug| slug.as_str().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Span;

    #[test]
    fn a_name_leads_to_the_folder_that_is_called_so_or_calls_itself_so() {
        let typed = |text: &str| Located::new(text.to_owned(), Span::path("a.csv"));
        let folders = ["kpc", "kud-maju"].map(str::to_owned).into();
        let names = || {
            let names = vec!["Koperasi Peternakan Contoh".to_owned()];
            vec![Known { folder: "kpc".to_owned(), names, numbers: Vec::new() }]
        };
        let mut homes = Homes::new(&folders, None, names);
        let mut findings = Findings::new();
        for (name, folder) in [
            ("KUD Maju", Some("kud-maju")),
            ("koperasi peternakan  contoh", Some("kpc")),
            ("Koperasi Baru", Some("koperasi-baru")),
            ("???", None),
        ] {
            assert_eq!(
                homes.folder_of(None, Some(&typed(name)), true, &mut findings).as_deref(),
                folder,
                "{name}"
            );
        }
        assert_eq!(homes.folder_of(None, None, false, &mut findings), None);
        assert!(findings.is_empty());
    }

    #[test]
    fn a_name_that_stands_beside_a_folder_once_leads_there_from_then_on() {
        let typed = |text: &str| Located::new(text.to_owned(), Span::path("a.csv"));
        let folders = BTreeSet::new();
        let mut homes = Homes::new(&folders, None, Vec::new);
        let mut ask = |folder: Option<&str>| {
            let folder = folder.map(typed);
            homes.folder_of(folder.as_ref(), Some(&typed("KUD Maju")), true, &mut Findings::new())
        };
        assert_eq!((ask(Some("kpc")).as_deref(), ask(None).as_deref()), (Some("kpc"), Some("kpc")));
    }

    #[test]
    fn the_folder_that_was_asked_for_takes_its_own_rows_only() {
        let typed = |text: &str| Located::new(text.to_owned(), Span::path("a.csv"));
        let (none, one) = (BTreeSet::new(), BTreeSet::from(["kud-maju".to_owned()]));
        let mut homes = Homes::new(&one, Some("kud-maju".to_owned()), Vec::new);
        let mut findings = Findings::new();
        let mut ask =
            |name: Option<&str>| homes.folder_of(None, name.map(typed).as_ref(), true, &mut findings);
        assert_eq!(ask(Some("KUD Maju")).as_deref(), Some("kud-maju"));
        assert_eq!(ask(None).as_deref(), Some("kud-maju"));
        assert_eq!(ask(Some("KUD Jaya")), None);
        let mut homes = Homes::new(&none, Some("toko".to_owned()), Vec::new);
        let mut ask = |name: &str| homes.folder_of(None, Some(&typed(name)), true, &mut Findings::new());
        assert_eq!(
            (ask("KUD Maju").as_deref(), ask("KUD Jaya"), ask("kud maju").as_deref()),
            (Some("toko"), None, Some("toko"))
        );
    }

    #[test]
    fn the_only_folder_takes_rows_of_sheets_that_name_nobody() {
        let folders = BTreeSet::from(["kpc".to_owned()]);
        let mut homes = Homes::new(&folders, None, Vec::new);
        assert_eq!(homes.folder_of(None, None, false, &mut Findings::new()).as_deref(), Some("kpc"));
        assert_eq!(homes.folder_of(None, None, true, &mut Findings::new()), None);
    }

    #[test]
    fn two_long_names_never_share_a_new_folder() {
        let typed = |text: &str| Located::new(text.to_owned(), Span::path("a.csv"));
        let long = "Koperasi Konsumen Pegawai Republik Indonesia Sejahtera Bersama Kabupaten Bandung";
        let folders = BTreeSet::new();
        let mut homes = Homes::new(&folders, None, Vec::new);
        let mut findings = Findings::new();
        assert!(homes.folder_of(None, Some(&typed(&format!("{long} Satu"))), true, &mut findings).is_some());
        assert!(homes.folder_of(None, Some(&typed(&format!("{long} Dua"))), true, &mut findings).is_none());
        assert_eq!(findings.len(), 1);
    }
}
