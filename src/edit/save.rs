//! From what somebody typed to a file: amended, read as a build would read it, and only then written. Also back again.

use std::cell::OnceCell;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use jiff::Timestamp;
use jiff::tz::Offset;

use super::compared;
use super::document::Document;
use super::history::Deed;
use super::opened::{Opened, open};
use super::shared::{Seen, Shared};
use super::told::Told;
use super::write;
use crate::amend::{self, Change};
use crate::content::Parted;
use crate::finding::{Findings, Level, SourceFile};
use crate::fingerprint::Fingerprint;
use crate::live::Changes;
use crate::locks::lock;
use crate::model::{DateTime, Slug};
use crate::settings::Settings;

/// What is to be different in a file.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub(super) document: Document,
    /// The name of the text that the form was made from.
    pub(super) base: String,
    /// Values by their places.
    pub(super) values: Vec<(String, String)>,
    /// Places that go.
    pub(super) removed: Vec<String>,
    /// Another text below the front matter.
    pub(super) body: Option<String>,
}

/// What came of a wish.
pub(super) enum Saved {
    /// It stands in the file, which may have got a name by it; the number of the deed.
    Written(usize, Document),
    /// It stood there already.
    Unchanged,
    /// Something is wrong with it; the file is as it was.
    Refused(Told),
    /// Somebody else has changed the file meanwhile; it is as they left it.
    Changed,
    /// The file is not there any more.
    Gone,
}

/// A text that may be written.
struct Draft {
    text: String,
    changes: Vec<Change>,
    told: Told,
}

/// Brings a wish into its file.
///
/// # Errors
/// If the machine fails; the file is then what it was.
pub(super) fn save(shared: &Shared, wish: &Wish) -> Result<Saved> {
    let _writing = lock(&shared.writing);
    let _claim = write::claim(&state_folder(shared))?;
    let Some(mut opened) = open(&wish.document, shared, &mut Findings::new())? else {
        return Ok(Saved::Gone);
    };
    if Seen::name_of(opened.file.as_ref()) != wish.base {
        return Ok(Saved::Changed);
    }
    let draft = match draft(&mut opened, wish, &shared.settings()) {
        Ok(draft) => draft,
        Err(told) => return Ok(Saved::Refused(told)),
    };
    let before = opened.file.as_ref().map(|file| file.text.clone());
    if before.as_ref() == Some(&draft.text) {
        return Ok(Saved::Unchanged);
    }
    compared::keep(shared, &wish.document);
    let root = shared.site.root();
    let document = match wish.document.path() {
        Some(path) => {
            write::write_text(root, &path, &draft.text)?;
            wish.document.clone()
        }
        None => write_new(shared, &wish.document, wish, &draft.text)?,
    };
    let deed = Deed {
        number: 0,
        when: clock(shared),
        document: document.clone(),
        changes: draft.changes,
        before,
        after: Some(Fingerprint::of(draft.text.as_bytes())),
        findings: draft.told.findings(),
        undoes: None,
        is_undone: false,
    };
    let number = remember(shared, deed)?;
    Ok(Saved::Written(number, document))
}

/// What would be wrong with a wish, with the file as it is; nothing is written.
///
/// # Errors
/// If the machine fails to read.
pub(super) fn try_out(shared: &Shared, wish: &Wish) -> Result<Told> {
    let Some(mut opened) = open(&wish.document, shared, &mut Findings::new())? else {
        return Ok(Told::default());
    };
    Ok(draft(&mut opened, wish, &shared.settings()).map_or_else(|told| told, |draft| draft.told))
}

/// The new text with what there is to say about it, if it may be written. What was wrong before and stays as it was is
/// nobody's business here: one mistake can be mended at a time.
fn draft(opened: &mut Opened, wish: &Wish, settings: &Settings) -> Result<Draft, Told> {
    let document = &wish.document;
    let path = document.path().unwrap_or_else(|| document.named(stem_for(wish)).path().unwrap_or_default());
    let values = wish.values_with_kept_addresses(opened.file.as_ref());
    let amended = amend::edit(opened.file.as_ref(), &path, document.part(), &values, &wish.removed)
        .map_err(|refused| Told::without_places(&refused))?;
    let mut changes = amended.changes;
    let mut text = amended.text;
    if let Some(body) = &wish.body
        && let Some(with_body) = amend::with_body(&text, body)
    {
        changes.extend(change_of_body(opened.file.as_ref().map(|file| file.text.as_str()), body));
        text = with_body;
    }
    let candidate = SourceFile::new(path, text);
    let after = Told::of(&opened.findings(Some(&candidate), settings), &candidate, document.part());
    let before = OnceCell::new();
    let mut was_there = |code: &str, found: &crate::finding::Text| {
        let before = before.get_or_init(|| opened.findings(None, settings));
        before.iter().any(|one| one.code == code && one.found == *found)
    };
    let is_touched = |place: &Option<String>| place.as_deref().is_some_and(|place| wish.touches(place));
    let told = Told(
        after
            .0
            .into_iter()
            .filter(|(_, finding)| finding.level != Level::Advice)
            .filter(|(place, finding)| is_touched(place) || !was_there(&finding.code, &finding.found))
            .collect(),
    );
    if told.has_error() {
        return Err(told);
    }
    Ok(Draft { text: candidate.text.clone(), changes, told })
}

impl Wish {
    /// The values, and of a profile the addresses that products had before they are renamed.
    fn values_with_kept_addresses(&self, file: Option<&Arc<SourceFile>>) -> Vec<(String, String)> {
        let part = self.document.part();
        let is_profile = matches!(self.document, Document::Profile(_));
        let typed = file.filter(|_| is_profile).and_then(|file| amend::read(file, part).ok());
        let kept = typed.map(|typed| amend::kept_addresses(&typed, &self.values)).unwrap_or_default();
        [self.values.clone(), kept].concat()
    }

    /// True if a value at a place, around it or in it is wanted.
    fn touches(&self, place: &str) -> bool {
        let is_in = |inner: &str, outer: &str| {
            inner.strip_prefix(outer).is_some_and(|rest| rest.is_empty() || rest.starts_with(['.', '[']))
        };
        let places = self.values.iter().map(|(place, _)| place.as_str());
        places
            .chain(self.removed.iter().map(String::as_str))
            .any(|own| is_in(own, place) || is_in(place, own))
    }
}

/// The text below front matter is one change: what it begins with stands for it.
fn change_of_body(before: Option<&str>, after: &str) -> Option<Change> {
    let before = before.map(body_of).filter(|before| !before.is_empty());
    (before != Some(after.trim())).then(|| Change {
        path: "isi".to_owned(),
        item: None,
        before: before.map(str::to_owned),
        after: Some(after.trim().to_owned()),
        line: 0,
    })
}

/// What stands below front matter, without white space around it; nothing of a file without it.
pub(super) fn body_of(text: &str) -> &str {
    Parted::of(text).map_or("", |parted| parted.body.trim())
}

/// Writes a file that had no name; it gets that of its title.
fn write_new(shared: &Shared, document: &Document, wish: &Wish, text: &str) -> Result<Document> {
    let stem = stem_for(wish);
    let path = document.named(stem.clone()).path().unwrap_or_default();
    let (folder, name) = path.rsplit_once('/').unwrap_or(("content", &path));
    let ending = name.rsplit_once('.').map_or("yaml", |(_, ending)| ending);
    let stem = write::write_new(shared.site.root(), folder, &stem, ending, text.as_bytes())?;
    Ok(document.named(stem))
}

/// The name of a new file: what it is called, as part of an address.
fn stem_for(wish: &Wish) -> String {
    let title = wish.values.iter().find(|(place, _)| place == "judul").map(|(_, title)| title.as_str());
    title.and_then(Slug::from_name).map_or_else(|| "baru".to_owned(), |slug| slug.as_str().to_owned())
}

/// Notes a deed where it is told, and brings the pages up to date.
fn remember(shared: &Shared, deed: Deed) -> Result<usize> {
    let mut changes = Changes::default();
    deed.document.path().iter().for_each(|path| changes.add(path));
    let line = deed.to_json_line();
    let number = lock(&shared.history).add(deed);
    write::append(&state_folder(shared).join("suntingan.jsonl"), &line)?;
    shared.live.refresh(&changes, &[])?;
    shared.changes.send_modify(|number| *number += 1);
    Ok(number)
}

/// What came of undoing.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Undone {
    /// The file is as before; the number of that deed.
    Done(usize),
    /// The file is not as that deed left it: something else was done since.
    NotAsLeft,
    /// There is no such deed, or it is undone already.
    Nothing,
}

/// Brings a file back to what it was before a deed, if it still is what the deed made of it.
///
/// # Errors
/// If the machine fails.
pub(super) fn undo(shared: &Shared, number: usize) -> Result<Undone> {
    let _writing = lock(&shared.writing);
    let _claim = write::claim(&state_folder(shared))?;
    let Some(deed) = lock(&shared.history).get(number).filter(|deed| !deed.is_undone).cloned() else {
        return Ok(Undone::Nothing);
    };
    let opened = open(&deed.document, shared, &mut Findings::new())?;
    let now = opened.and_then(|opened| opened.file);
    if now.as_ref().map(|file| Fingerprint::of(file.text.as_bytes())) != deed.after {
        return Ok(Undone::NotAsLeft);
    }
    let Some(path) = deed.document.path() else { return Ok(Undone::Nothing) };
    compared::keep(shared, &deed.document);
    match &deed.before {
        Some(text) => write::write_text(shared.site.root(), &path, text)?,
        None => write::remove(shared.site.root(), &path)?,
    }
    let back = |change: Change| Change { before: change.after, after: change.before, ..change };
    let again = Deed {
        changes: deed.changes.into_iter().map(back).collect(),
        before: now.map(|file| file.text.clone()),
        after: deed.before.map(|text| Fingerprint::of(text.as_bytes())),
        when: clock(shared),
        findings: Findings::new(),
        undoes: Some(number),
        ..deed
    };
    remember(shared, again).map(Undone::Done)
}

/// Takes a whole file away: a story, an event of the office.
///
/// # Errors
/// If the machine fails.
pub(super) fn remove(shared: &Shared, document: &Document, base: &str) -> Result<Saved> {
    let _writing = lock(&shared.writing);
    let _claim = write::claim(&state_folder(shared))?;
    let opened = open(document, shared, &mut Findings::new())?;
    let file = opened.and_then(|opened| opened.file);
    let (Some(file), Some(path)) = (file, document.path()) else { return Ok(Saved::Gone) };
    if Seen::name_of(Some(&file)) != base {
        return Ok(Saved::Changed);
    }
    compared::keep(shared, document);
    write::remove(shared.site.root(), &path)?;
    let deed = Deed {
        number: 0,
        when: clock(shared),
        document: document.clone(),
        changes: vec![Change { path, item: None, before: Some(file.text.clone()), after: None, line: 0 }],
        before: Some(file.text.clone()),
        after: None,
        findings: Findings::new(),
        undoes: None,
        is_undone: false,
    };
    Ok(Saved::Written(remember(shared, deed)?, document.clone()))
}

/// The folder for what this program notes and nobody publishes.
pub(super) fn state_folder(shared: &Shared) -> PathBuf {
    let cache = &shared.request.cache;
    cache.parent().unwrap_or(cache).to_owned()
}

/// Day and time where the site is.
fn clock(shared: &Shared) -> DateTime {
    let zone = Offset::from_hours(shared.settings().time_zone.offset_hours()).unwrap_or(Offset::UTC);
    zone.to_datetime(Timestamp::try_from(shared.now()).unwrap_or(Timestamp::UNIX_EPOCH))
}
