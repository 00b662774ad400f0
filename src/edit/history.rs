//! What was done in this run, in order: for the page that tells it, for undoing it, and for the words of a publication.

use crate::amend::Change;
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::model::DateTime;

use super::document::Document;

/// One thing that was done.
#[derive(Debug, Clone)]
pub(super) struct Deed {
    /// From 1.
    pub(super) number: usize,
    pub(super) when: DateTime,
    /// The file, with its name.
    pub(super) document: Document,
    /// What is different.
    pub(super) changes: Vec<Change>,
    /// The file before; `None` for a new one.
    pub(super) before: Option<String>,
    /// The file after; `None` for one that was taken away.
    pub(super) after: Option<Fingerprint>,
    /// What a build would say of it.
    pub(super) findings: Findings,
    /// The number of the deed that this one has undone.
    pub(super) undoes: Option<usize>,
    /// True if it was undone.
    pub(super) is_undone: bool,
}

/// All that was done.
#[derive(Debug, Default)]
pub(super) struct History {
    deeds: Vec<Deed>,
    /// As many as were published.
    published: usize,
}

impl History {
    /// Adds a deed, which gets the next number.
    pub(super) fn add(&mut self, mut deed: Deed) -> usize {
        deed.number = self.deeds.len() + 1;
        if let Some(undone) = deed.undoes.and_then(|number| self.deeds.get_mut(number.checked_sub(1)?)) {
            undone.is_undone = true;
        }
        self.deeds.push(deed);
        self.deeds.len()
    }

    /// A deed by its number.
    pub(super) fn get(&self, number: usize) -> Option<&Deed> {
        self.deeds.get(number.checked_sub(1)?)
    }

    /// All of them, the latest first.
    pub(super) fn latest_first(&self) -> impl Iterator<Item = &Deed> {
        self.deeds.iter().rev()
    }

    /// What was done since the last publication and still stands, in order.
    pub(super) fn unpublished(&self) -> impl Iterator<Item = &Deed> {
        let published = self.published;
        self.deeds.iter().skip(published).filter(|deed| !deed.is_undone && deed.undoes.is_none())
    }

    /// Notes that all of it is published.
    pub(super) fn publish(&mut self) {
        self.published = self.deeds.len();
    }
}

impl Deed {
    /// One line of the file that tells what was done.
    pub(super) fn to_json_line(&self) -> String {
        let changes: Vec<serde_json::Value> = self
            .changes
            .iter()
            .map(|change| {
                serde_json::json!({
                    "tempat": change.path,
                    "butir": change.item,
                    "sebelum": change.before,
                    "sesudah": change.after,
                })
            })
            .collect();
        let line = serde_json::json!({
            "waktu": self.when.strftime("%Y-%m-%d %H:%M").to_string(),
            "berkas": self.document.path(),
            "membatalkan": self.undoes,
            "perubahan": changes,
        });
        format!("{line}\n")
    }
}

/// A change in words, without what the file is: `Susu rasa, Cokelat: harga 12.500 → 13.000`.
pub(super) fn in_words(change: &Change) -> String {
    let name = change.path.rsplit('.').next().unwrap_or(&change.path);
    let name = name.split('[').next().unwrap_or(name).replace('_', " ");
    let short = |text: &String| {
        let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
        match line.char_indices().nth(80) {
            Some((at, _)) => format!("{}…", &line[..at]),
            None => line,
        }
    };
    let values = match (change.before.as_ref().map(short), change.after.as_ref().map(short)) {
        (Some(before), Some(after)) => format!("{before} → {after}"),
        (None, Some(after)) => format!("+ {after}"),
        (Some(before), None) => format!("− {before}"),
        (None, None) => String::new(),
    };
    match &change.item {
        Some(item) => format!("{item}: {name} {values}"),
        None => format!("{name}: {values}"),
    }
}
