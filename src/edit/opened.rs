//! A file as it is now, and what a build would say of it if it had another text.

use std::sync::Arc;

use anyhow::Result;

use super::document::Document;
use super::shared::Shared;
use crate::content;
use crate::finding::{Findings, SourceFile};
use crate::settings::Settings;
use crate::source::Folder;

/// A file as it is now, and what has to be read with it.
pub(super) struct Opened {
    pub(super) document: Document,
    /// `None` for one that is not there yet.
    pub(super) file: Option<Arc<SourceFile>>,
    folder: Option<Folder>,
}

/// Reads the file with what belongs to it. `None` if it is gone, or was never there.
///
/// # Errors
/// If the machine fails.
pub(super) fn open(document: &Document, shared: &Shared, findings: &mut Findings) -> Result<Option<Opened>> {
    let limits = shared.settings().limits;
    let mut folder = match document.cooperative() {
        Some(slug) if is_there(shared, slug) => Some(shared.site.read_cooperative(slug, &limits, findings)?),
        Some(_) => return Ok(None),
        None => None,
    };
    let file = match document {
        Document::Profile(_) => folder.as_mut().and_then(|folder| folder.profile.clone()),
        Document::Story(_, Some(stem)) => folder.as_ref().and_then(|folder| {
            folder.stories.iter().find(|story| story.stem == *stem).map(|story| Arc::clone(&story.source))
        }),
        Document::Event(Some(_)) => {
            let path = document.path();
            let events = shared.site.read_portal(&limits, findings).events;
            events.into_iter().find(|file| Some(&file.path) == path.as_ref())
        }
        Document::Settings => shared.site.read_settings(findings),
        Document::Story(_, None) | Document::Event(None) => None,
    };
    let may_be_missing =
        matches!(document, Document::Settings | Document::Story(_, None) | Document::Event(None));
    let is_found = file.is_some() || may_be_missing;
    Ok(is_found.then(|| Opened { document: document.clone(), file, folder }))
}

/// True for the name of a cooperative's folder: nothing else of an address becomes part of a path.
fn is_there(shared: &Shared, slug: &str) -> bool {
    shared.live.names().iter().any(|name| name == slug)
}

impl Opened {
    /// What a build would say if the file had another text; `None`: as it is.
    pub(super) fn findings(&mut self, other: Option<&Arc<SourceFile>>, settings: &Settings) -> Findings {
        let mut findings = Findings::new();
        let Some(file) = other.or(self.file.as_ref()).cloned() else {
            return self.folder.as_ref().map_or(findings, |folder| content::findings_of(folder, settings));
        };
        match (&self.document, self.folder.as_mut()) {
            (Document::Profile(_), Some(folder)) => {
                let before = folder.profile.replace(file);
                findings = content::findings_of(folder, settings);
                folder.profile = before;
            }
            (Document::Story(..), Some(folder)) => {
                let before = folder.clone();
                folder.put_story(&file);
                findings = content::findings_of(folder, settings);
                *folder = before;
            }
            (Document::Event(_), _) => {
                let _ = content::read_office_events(&[file], settings, &mut findings);
            }
            _ => {
                let _ = content::read_settings(Some(&file), settings.today, &mut findings);
            }
        }
        findings
    }
}
