//! What a site's answer is worth, and what is kept of it. Functions of their arguments.

use super::ask::Answer;
use super::findings;
use super::keep::path_of;
use crate::content::ListedSite;
use crate::federation::{Claims, identity_changed, trusted};
use crate::fetch::Fetched;
use crate::finding::Findings;
use crate::settings::Settings;
use crate::summary::{CollectedSummary, Summary};

/// What an answer is worth by itself.
pub(super) enum Judged {
    /// A summary that may be kept, if nobody else has its names.
    Good(Box<CollectedSummary>),
    /// As before.
    Same,
    /// Nothing good; the finding is there.
    Bad,
}

/// Judges the answer of one site.
pub(super) fn judge(
    site: &ListedSite,
    kept: Option<&CollectedSummary>,
    answer: Answer,
    settings: &Settings,
    findings: &mut Findings,
) -> Judged {
    let fetched = match answer {
        Ok(Some(fetched)) => fetched,
        Ok(None) => return Judged::Same,
        Err(why) => {
            let since = kept.map(|kept| kept.silent_since.unwrap_or(settings.today));
            findings.push(findings::unanswered(site, &why, since));
            return Judged::Bad;
        }
    };
    if is_page(&fetched) {
        findings.push(findings::answers_page(site));
        return Judged::Bad;
    }
    let summary = match Summary::parse(&fetched.bytes) {
        Ok(summary) => summary,
        Err(fault) => {
            findings.push(findings::refused(site, &fault));
            return Judged::Bad;
        }
    };
    if let Some(kept) = kept
        && !is_same_cooperative(&kept.summary, &summary)
    {
        let (before, now) = (&kept.summary.name, &summary.name);
        findings.push(identity_changed(site, before, now, &path_of(&site.address)));
        return Judged::Bad;
    }
    if trusted(site, summary.clone(), settings, findings).is_none() {
        return Judged::Bad;
    }
    if host_of(&fetched.from) != host_of(&site.address) {
        findings.push(findings::moved(site, &fetched.from));
    }
    Judged::Good(Box::new(CollectedSummary {
        address: site.address.clone(),
        collected: settings.today,
        etag: fetched.version.etag,
        last_modified: fetched.version.last_modified,
        silent_since: None,
        summary,
    }))
}

/// Gives each site what it may keep: names of the portal's own cooperatives are taken, then those that a site had
/// before, then those that are new. What another has is a finding, and the site keeps what it had.
pub(super) fn settle(
    sites: &[ListedSite],
    kept: &[Option<CollectedSummary>],
    judged: Vec<Judged>,
    mut claims: Claims,
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<Option<CollectedSummary>> {
    let mut wanted: Vec<(usize, Judged)> = judged.into_iter().enumerate().collect();
    // The sort is stable: in the order of the list.
    wanted.sort_by_key(|(index, judged)| !keeps_names(kept[*index].as_ref(), judged));
    let mut now = vec![None; sites.len()];
    for (index, judged) in wanted {
        let (site, before) = (&sites[index], kept[index].as_ref());
        let mut claim = |one: &CollectedSummary, findings: &mut Findings| {
            // What is not to be trusted was told when it was judged.
            let shown = trusted(site, one.summary.clone(), settings, &mut Findings::new());
            shown.is_some_and(|shown| claims.claim(site, &shown, findings))
        };
        let silent = before.map(|before| CollectedSummary {
            silent_since: before.silent_since.or(Some(settings.today)),
            ..before.clone()
        });
        now[index] = match judged {
            Judged::Good(new) if claim(&new, findings) => Some(renewed(*new, before)),
            Judged::Same => {
                let before = before.filter(|before| claim(before, findings));
                before.map(|before| CollectedSummary { silent_since: None, ..before.clone() })
            }
            Judged::Good(_) | Judged::Bad => silent.filter(|silent| claim(silent, &mut Findings::new())),
        };
    }
    now
}

/// True if a site asks for no names but those it had.
fn keeps_names(kept: Option<&CollectedSummary>, judged: &Judged) -> bool {
    match (kept, judged) {
        (Some(kept), Judged::Good(new)) => {
            (&kept.summary.slug, &kept.summary.name) == (&new.summary.slug, &new.summary.name)
        }
        (kept, Judged::Same | Judged::Bad) => kept.is_some(),
        (None, Judged::Good(_)) => false,
    }
}

/// What says the same as before stays as it was, so that no file is written for a day or a name of a version.
fn renewed(new: CollectedSummary, before: Option<&CollectedSummary>) -> CollectedSummary {
    match before {
        Some(before) if before.summary == new.summary => {
            let has_version = before.etag.is_some() || before.last_modified.is_some();
            let version = if has_version { before.clone() } else { new.clone() };
            let CollectedSummary { etag, last_modified, .. } = version;
            CollectedSummary { collected: before.collected, etag, last_modified, ..new }
        }
        _ => new,
    }
}

/// A cooperative may have another slug than before if it says that the old one was its own.
fn is_same_cooperative(before: &Summary, now: &Summary) -> bool {
    before.slug == now.slug || now.old_slugs.contains(&before.slug)
}

/// True for a page, whatever the server calls it.
fn is_page(fetched: &Fetched) -> bool {
    let start: Vec<u8> = fetched.bytes.iter().take(64).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    fetched.kind == "text/html" || start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

fn host_of(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.split(['/', '?']).next().unwrap_or_default()
}
