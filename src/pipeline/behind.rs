//! Whether an output is of the sources that are there: what `publish` has to know before it says that all is done.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::Result;

use super::outcome::Outcome;
use super::request::{Request, Selection};
use crate::cache::{Builds, Made};
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;
use crate::source::{COLLECTED, SITES_LIST, Site};

/// Sources that every page may depend on, by their paths from the site's folder.
const SHARED: [&str; 7] =
    ["etalase.yaml", "themes", "content/_agenda", "content/_muda", "content/_program", SITES_LIST, COLLECTED];

/// How an output differs from what a build would make now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Behind {
    /// Sources that changed after the last build had read them, were added or removed: `content/kpc`.
    pub changed: Vec<String>,
    /// Cooperatives whose published pages stayed because of an error in what the last build read.
    pub waiting: Vec<String>,
}

/// What shared sources look like from outside.
pub(super) fn look_at_shared(site: &Site) -> Result<BTreeMap<String, Fingerprint>> {
    SHARED.iter().map(|path| Ok(((*path).to_owned(), site.marks(path)?))).collect()
}

/// True if pages of a cooperative were left as they were published because of an error.
pub(super) fn is_waiting(outcome: &Outcome, findings: &Findings) -> bool {
    findings.has_error() || matches!(outcome, Outcome::Failed { .. })
}

/// Remembers what a build has made of which sources, as they were before they were read: `shared` by path; of each
/// cooperative its name, whether it waits, and its sources, if they were looked at.
pub(super) fn remember<'a>(
    request: &Request,
    shared: &BTreeMap<String, Fingerprint>,
    seen: impl Iterator<Item = (&'a str, bool, Option<Fingerprint>)>,
) -> Result<()> {
    let before = Builds::read(&request.cache, &request.output).unwrap_or_default();
    let is_whole = matches!(request.selection, Selection::All | Selection::PortalOnly);
    let mut builds = Builds::default();
    for (path, sources) in shared {
        // A part of the site that was built anew does not bring the rest up to date with the settings.
        let kept = before.0.get(path).filter(|_| !is_whole).copied();
        builds.0.insert(path.clone(), kept.unwrap_or(Made { sources: *sources, is_waiting: false }));
    }
    for (name, is_waiting, sources) in seen {
        let path = path_of(name);
        let made = sources.map(|sources| Made { sources, is_waiting }).or(before.0.get(&path).copied());
        builds.0.extend(made.map(|made| (path, made)));
    }
    if before == builds { Ok(()) } else { builds.write(&request.cache, &request.output) }
}

/// Compares an output with the sources. `None` if nobody knows of which sources it was made: another machine built it,
/// or the cache was deleted.
///
/// # Errors
/// If the machine fails.
pub(crate) fn look_behind(request: &Request) -> Result<Option<Behind>> {
    let Some(Builds(mut made)) = Builds::read(&request.cache, &request.output) else { return Ok(None) };
    let site = Site::open(&request.site)?;
    let names = site.list_cooperatives(&mut Findings::new())?;
    let sources: BTreeSet<String> =
        SHARED.iter().map(|path| (*path).to_owned()).chain(names.iter().map(|name| path_of(name))).collect();
    let mut behind = Behind::default();
    for path in sources {
        let now = site.marks(&path)?;
        match made.remove(&path) {
            Some(Made { sources, is_waiting }) if sources == now => {
                let name = path.strip_prefix("content/").filter(|_| is_waiting);
                behind.waiting.extend(name.map(str::to_owned));
            }
            // What a build knew nothing of and is not there changes nothing.
            None if now == Fingerprint::default() => {}
            _ => behind.changed.push(path),
        }
    }
    behind.changed.extend(made.into_keys());
    behind.changed.sort();
    Ok(Some(behind))
}

fn path_of(name: &str) -> String {
    format!("content/{name}")
}
