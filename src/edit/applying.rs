//! What a proposal comes to in the profile as it is now: each change where its item stands today, checked by the
//! profile's own readers. Nothing is written of a proposal of which anything is in doubt.

use std::path::Path;
use std::sync::Arc;

use anyhow::Result;

use super::findings as finding;
use super::proposal::{Proposal, Proposed, Step, parse};
use super::write;
use crate::amend::{self, Change, Part, Typed, TypedValue};
use crate::content;
use crate::finding::{Findings, Level, SourceFile};
use crate::keys::PROFILE;
use crate::settings::Settings;
use crate::source::Site;

/// Largest proposal, in bytes: a message of WhatsApp takes no more.
pub(crate) const MOST_BYTES: u64 = 65_536;

/// By what an item of a list is called; in the order of `merge.js`, which wrote the name into the proposal.
const NAMES: [&str; 8] = ["id", "kode", "nama", "judul", "berkas", "mulai", "tahun", "t"];

/// A proposal that can be applied.
#[derive(Debug)]
pub(crate) struct Applied {
    /// The path of the profile in the site.
    pub(crate) path: String,
    /// What is different; empty if all of it stood there already.
    pub(crate) changes: Vec<Change>,
    text: String,
}

/// Works a proposal out. `None` where something keeps it from being applied; the findings say what.
///
/// # Errors
/// If the machine fails to read.
pub(crate) fn apply(
    file: &Arc<SourceFile>,
    site: &Site,
    settings: &Settings,
    findings: &mut Findings,
) -> Result<Option<Applied>> {
    let Some(proposal) = parse(file, findings) else { return Ok(None) };
    let names = site.list_cooperatives(&mut Findings::new())?;
    if !names.contains(&proposal.slug) {
        findings.push(finding::unknown_cooperative(proposal.at.clone(), &proposal.slug, &names));
        return Ok(None);
    }
    let mut folder = site.read_cooperative(&proposal.slug, &settings.limits, findings)?;
    let Some(profile) = folder.profile.clone() else { return Ok(None) };
    let amended = match amended(&profile, &proposal, findings) {
        Ok(amended) => amended,
        Err(refused) => {
            findings.extend(refused);
            return Ok(None);
        }
    };
    if findings.has_error() {
        return Ok(None);
    }
    let candidate = SourceFile::new(profile.path.clone(), amended.text.clone());
    folder.profile = Some(candidate);
    let found = content::findings_of(&folder, settings);
    findings
        .extend(found.iter().filter(|one| one.level != Level::Advice).cloned().collect::<Vec<_>>().into());
    let applied = Applied { path: profile.path.clone(), changes: amended.changes, text: amended.text };
    Ok(Some(applied).filter(|_| !findings.has_error()))
}

/// Writes what a proposal came to.
///
/// # Errors
/// If the machine fails to write. The file is then what it was.
pub(crate) fn write_applied(root: &Path, applied: &Applied) -> Result<()> {
    write::write_text(root, &applied.path, &applied.text)
}

fn amended(
    profile: &Arc<SourceFile>,
    proposal: &Proposal,
    findings: &mut Findings,
) -> Result<amend::Amended, Findings> {
    let part = Part::Whole(&PROFILE);
    let typed = amend::read(profile, part)?;
    let (mut values, mut removed) = (Vec::new(), Vec::new());
    for change in &proposal.changes {
        let Some(path) = path_today(&typed, &change.path) else {
            findings.push(finding::item_gone(change.at.clone(), name_of_step(&change.path)));
            continue;
        };
        match &change.after {
            None => removed.push(path),
            Some(after) => match standing(profile, &typed, &path, change) {
                Standing::AsBefore => values.push((path, after.clone())),
                Standing::AsProposed => {}
                Standing::Other(now) => {
                    findings.push(finding::changed_meanwhile(change.at.clone(), &path, &now, &change.before));
                }
            },
        }
    }
    values.extend(amend::kept_addresses(&typed, &values));
    amend::edit(Some(profile), &profile.path, part, &values, &removed)
}

/// What stands today where something is to be changed.
enum Standing {
    /// What stood there when the change was proposed.
    AsBefore,
    /// What is proposed.
    AsProposed,
    /// Something else.
    Other(String),
}

fn standing(profile: &Arc<SourceFile>, typed: &Typed, path: &str, change: &Proposed) -> Standing {
    let now = typed.get(path).map(as_text).unwrap_or_default();
    // `95000` and `Rp 95.000` are the same price: what changes nothing says the same.
    let is_now = |text: &str| {
        let value = [(path.to_owned(), text.to_owned())];
        let changes_nothing = || {
            let edited = amend::edit(Some(profile), &profile.path, Part::Whole(&PROFILE), &value, &[]);
            edited.is_ok_and(|amended| amended.changes.is_empty())
        };
        now.trim() == text.trim() || !text.trim().is_empty() && !now.is_empty() && changes_nothing()
    };
    if is_now(&change.before) {
        Standing::AsBefore
    } else if change.after.as_deref().is_some_and(is_now) {
        Standing::AsProposed
    } else {
        Standing::Other(now)
    }
}

/// A value as forms show it: a list of texts as lines.
fn as_text(value: &TypedValue) -> String {
    match value {
        TypedValue::Text(text) => text.clone(),
        TypedValue::List(items) => items.iter().map(as_text).collect::<Vec<_>>().join("\n"),
        TypedValue::Map(_) => String::new(),
    }
}

/// Where a path leads today: each item by its name. `None`: it is gone, or two are called so.
fn path_today(typed: &Typed, steps: &[Step]) -> Option<String> {
    let mut path = String::new();
    let mut at = Some(&typed.root);
    for step in steps {
        match step {
            Step::Key(key) => {
                path = if path.is_empty() { key.clone() } else { format!("{path}.{key}") };
                at = match at {
                    Some(TypedValue::Map(entries)) => {
                        entries.iter().find(|(name, _)| name == key).map(|(_, value)| value)
                    }
                    _ => None,
                };
            }
            Step::Item(index, name) => {
                let items = match at {
                    Some(TypedValue::List(items)) => items.as_slice(),
                    Some(single @ (TypedValue::Text(_) | TypedValue::Map(_))) => std::slice::from_ref(single),
                    None => &[],
                };
                let place = place_today(items, *index, name.as_deref())?;
                path = format!("{path}[{}]", place + 1);
                at = items.get(place);
            }
        }
    }
    Some(path)
}

fn place_today(items: &[TypedValue], index: usize, name: Option<&str>) -> Option<usize> {
    let Some(name) = name else { return Some(index.max(items.len())) };
    let is_called = |item: &TypedValue| name_of(item) == Some(name);
    if items.get(index).is_some_and(is_called) {
        return Some(index);
    }
    let mut called = items.iter().enumerate().filter(|(_, item)| is_called(item));
    let (place, _) = called.next()?;
    called.next().is_none().then_some(place)
}

fn name_of(item: &TypedValue) -> Option<&str> {
    match item {
        TypedValue::Text(text) => Some(text),
        TypedValue::Map(entries) => NAMES.iter().find_map(|name| {
            let (_, value) = entries.iter().find(|(key, _)| key == name)?;
            match value {
                TypedValue::Text(text) if !text.is_empty() => Some(text.as_str()),
                _ => None,
            }
        }),
        TypedValue::List(_) => None,
    }
}

/// What the last item of a path is called.
fn name_of_step(steps: &[Step]) -> &str {
    let name = steps.iter().rev().find_map(|step| match step {
        Step::Item(_, name) => name.as_deref(),
        Step::Key(_) => None,
    });
    name.unwrap_or("?")
}
