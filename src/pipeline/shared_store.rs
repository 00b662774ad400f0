//! The cache of a build, with a store behind it where one is named. Nothing that is wrong with the store stops a build.

use super::findings::shared_store as finding;
use super::report::{Report, Watcher};
use super::request::Request;
use crate::cache::PhotoCache;
use crate::finding::Findings;
use crate::settings::{Settings, StoreAddress};

/// Who names the store.
const VARIABLE: &str = "ETALASE_CACHE";
const SETTINGS: &str = "etalase.yaml";

/// The cache of a build. What is missing for a store that is named is a finding.
pub(super) fn open_cache(settings: &Settings, request: &Request, findings: &mut Findings) -> PhotoCache {
    let mut cache = PhotoCache::new(&request.cache, request.now);
    let (place, address) = match &request.shared_store.address {
        Some(typed) => {
            let address = StoreAddress::parse(typed);
            if address.is_none() {
                findings.push(finding::not_an_address(VARIABLE, typed));
            }
            (VARIABLE, address)
        }
        None => (SETTINGS, settings.shared_cache.clone()),
    };
    if let Some(address) = address {
        share(&mut cache, place, &address, request, findings);
    }
    cache
}

#[cfg(feature = "s3")]
fn share(
    cache: &mut PhotoCache,
    place: &'static str,
    address: &StoreAddress,
    request: &Request,
    findings: &mut Findings,
) {
    let store = &request.shared_store;
    let (Some(key), Some(secret)) = (&store.key, &store.secret) else {
        // Who has no key and names no store builds a site that somebody else publishes.
        findings.push(finding::no_key(place, place == VARIABLE));
        return;
    };
    if !cache.share_in(&address.bucket, &address.prefix, (key, secret), store) {
        findings.push(finding::not_an_endpoint(store.endpoint.as_deref().unwrap_or_default()));
    }
}

#[cfg(not(feature = "s3"))]
fn share(
    _cache: &mut PhotoCache,
    place: &'static str,
    _address: &StoreAddress,
    _request: &Request,
    findings: &mut Findings,
) {
    findings.push(finding::not_built_in(place));
}

/// Waits until what was made is kept for other machines, within limits, and tells what was wrong with the store.
pub(super) fn finish(cache: &PhotoCache, watcher: &dyn Watcher, report: &mut Report) {
    if !cache.is_shared() {
        return;
    }
    watcher.keeping();
    let work = cache.finish_sharing();
    report.objects_fetched = work.fetched;
    report.objects_kept = work.kept;
    for (trouble, detail) in &work.troubles {
        report.findings.push(finding::trouble(*trouble, detail));
    }
    if work.left > 0 {
        report.findings.push(finding::left_over(work.left));
    }
}
