//! What lies in the network and is asked for: shared sheets, of which the last good copy is kept, and photos.
#![expect(
    clippy::disallowed_methods,
    reason = "this file is the door through which what was fetched is kept"
)]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

use anyhow::Result;

use super::findings::network as told;
use super::links::file_address;
use super::order::{Given, MOST_BYTES};
use super::photos::PhotoElsewhere;
use super::profile::Profile;
use super::write::replace;
use crate::failure::{Failure, OrFailed as _};
use crate::fetch::{FetchLimits, Fetched, Fetcher, Unanswered};
use crate::finding::Findings;
use crate::fingerprint::Fingerprint;

/// Time for one sheet or photo.
const TIME: Duration = Duration::from_secs(30);
/// Photos of one import, at most.
const MOST_PHOTOS: usize = 2_000;
/// Photos that are asked for at the same time.
const AT_ONCE: usize = 4;

/// Asks for sheets and photos; `allows_private` also on this machine and in its network.
pub(crate) fn fetcher(allows_private: bool) -> Fetcher {
    Fetcher::new(FetchLimits { bytes: MOST_BYTES, time: TIME, connect: TIME, allows_private })
}

/// The rows of a shared sheet, or of a file at an address. Where nobody answers, the last good copy, which lies in the
/// site's `.etalase/lembar`, and a finding that says so.
///
/// # Errors
/// If the machine fails to keep the copy.
pub(crate) fn fetch_sheet(
    site: &Path,
    link: &str,
    fetcher: &Fetcher,
    findings: &mut Findings,
) -> Result<Option<Given>> {
    let copy = copy_of(site, link);
    let given = |bytes: Vec<u8>| Given { name: link.to_owned(), bytes };
    match fetcher.get(&file_address(link)) {
        Ok(sheet) if !is_page(&sheet) => {
            keep(&copy, &sheet.bytes)?;
            Ok(Some(given(sheet.bytes)))
        }
        answer => {
            let why = answer.err();
            let kept = fs::read(&copy).ok();
            findings.push(told::sheet_not_fetched(link, why.as_ref(), kept.is_some()));
            Ok(kept.map(given))
        }
    }
}

fn copy_of(site: &Path, link: &str) -> PathBuf {
    site.join(".etalase").join("lembar").join(Fingerprint::of(link.as_bytes()).to_string())
}

/// True for a page that asks for a name and a password in place of a sheet, with status 200.
fn is_page(answered: &Fetched) -> bool {
    let start: Vec<u8> = answered.bytes.iter().take(64).map(u8::to_ascii_lowercase).collect();
    let start = start.trim_ascii_start();
    answered.kind == "text/html" || start.starts_with(b"<!doctype html") || start.starts_with(b"<html")
}

fn keep(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).or_failed_at(Failure::Write, folder)?;
    }
    replace(path, bytes)
}

/// Fetches the photos that profiles could name, each into its place, and gives how many there are now. What is no
/// photo, or does not come, is a finding at its cell.
///
/// # Errors
/// If the machine fails to write.
pub(crate) fn fetch_photos(
    site: &Path,
    profiles: &[Profile],
    fetcher: &Fetcher,
    findings: &mut Findings,
) -> Result<usize> {
    // The same place once, whoever names it.
    let wanted: BTreeMap<&str, &PhotoElsewhere> = profiles
        .iter()
        .flat_map(|profile| &profile.photos)
        .map(|photo| (photo.path.as_str(), photo))
        .collect();
    let wanted: Vec<&PhotoElsewhere> = wanted.into_values().collect();
    if let Some(first) = wanted.get(MOST_PHOTOS) {
        findings.push(told::too_many_photos(first.address.span.clone(), wanted.len(), MOST_PHOTOS));
    }
    let mut count = 0;
    for photos in wanted[..wanted.len().min(MOST_PHOTOS)].chunks(AT_ONCE) {
        for (photo, answer) in photos.iter().zip(ask(photos, fetcher)) {
            match answer.map(|answered| (ending_of(&answered.bytes), answered)) {
                Ok((Some(ending), answered)) => {
                    keep(&site.join(format!("{}.{ending}", photo.path)), &answered.bytes)?;
                    count += 1;
                }
                Ok((None, _)) => findings.push(told::photo_is_none(&photo.address)),
                Err(why) => findings.push(told::photo_not_fetched(&photo.address, &why)),
            }
        }
    }
    Ok(count)
}

fn ask(photos: &[&PhotoElsewhere], fetcher: &Fetcher) -> Vec<Result<Fetched, Unanswered>> {
    thread::scope(|scope| {
        let asked: Vec<_> =
            photos.iter().map(|photo| scope.spawn(|| fetcher.get(&photo.address.value))).collect();
        asked.into_iter().map(|one| one.join().unwrap_or(Err(Unanswered::Unreachable))).collect()
    })
}

/// How the name of a photo ends, by its first bytes; `None` for what is none that a profile may name.
fn ending_of(bytes: &[u8]) -> Option<&'static str> {
    match bytes {
        [0xff, 0xd8, 0xff, ..] => Some("jpg"),
        [0x89, b'P', b'N', b'G', ..] => Some("png"),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some("webp"),
        [b'G', b'I', b'F', b'8', ..] => Some("gif"),
        _ => None,
    }
}
