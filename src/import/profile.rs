//! One cooperative's profile as it is and as sheets want it: what changes, and what is wrong with that.

use std::cell::LazyCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use anyhow::Result;

use super::findings as told;
use super::gather::Gathered;
use super::nodes::at as at_path;
use super::photos::{PhotoElsewhere, find_photos};
use super::promos;
use super::sentences::at_cell;
use super::tree::Tree;
use crate::amend::{self, Amended, Change, Part};
use crate::content::{self, Source, read_as_typed};
use crate::finding::{Finding, Findings, Level, Located, SourceFile, Span};
use crate::keys::PROFILE;
use crate::settings::Settings;
use crate::source::{Folder, Site};

/// The profile of one cooperative, as an import leaves it.
#[derive(Debug)]
pub(crate) struct Profile {
    /// From the site's folder: `content/kpc/profil.yaml`.
    pub(crate) path: String,
    /// What stands there; `None` for a new one.
    pub(crate) before: Option<Arc<SourceFile>>,
    /// What is to stand there.
    pub(crate) text: String,
    /// What differs, value by value.
    pub(crate) changes: Vec<Change>,
    /// Goods and others that the profile has and the sheets do not.
    pub(crate) left: usize,
    /// Photos that it could name if they were there.
    pub(crate) photos: Vec<PhotoElsewhere>,
}

impl Profile {
    /// True if there is anything to write.
    pub(crate) fn is_changed(&self) -> bool {
        self.before.as_ref().is_none_or(|file| file.text != self.text)
    }
}

/// What every profile of an import is worked out with.
pub(super) struct Ways<'w> {
    pub(super) site: Option<&'w Site>,
    pub(super) settings: &'w Settings,
    /// Names of the folders that are there.
    pub(super) folders: &'w BTreeSet<String>,
    /// What is only proposed is taken.
    pub(super) accepts: bool,
    /// Goods that are in no sheet go.
    pub(super) drops_missing: bool,
    pub(super) today: String,
}

/// The profile of a folder as sheets want it. `None` where it is not to be written: the findings, at the cells, say
/// why.
///
/// # Errors
/// If the machine fails to read the folder.
pub(super) fn work_out(
    name: &str,
    gathered: Gathered,
    ways: &Ways<'_>,
    findings: &mut Findings,
) -> Result<Option<Profile>> {
    let path = format!("content/{name}/profil.yaml");
    let is_there = ways.folders.contains(name);
    let mut folder = match ways.site.filter(|_| is_there) {
        Some(site) => site.read_cooperative(name, &ways.settings.limits, findings)?,
        None => new_folder(name),
    };
    let Gathered { at, mut profile, is_held, without_promo, .. } = gathered;
    let photos = find_photos(&mut profile, &folder, findings);
    let before = folder.profile.take();
    let depth = ways.settings.limits.depth;
    let emptied = before
        .as_ref()
        .map(|file| promos::emptied(file, &without_promo, ways.accepts, depth, findings))
        .unwrap_or_default();
    let amended = match amend_twice(before.as_ref(), &path, &mut profile, emptied, ways) {
        Ok(amended) => amended,
        Err(refused) => {
            findings.extend(refused);
            return Ok(None);
        }
    };
    if before.is_some() {
        tell_stale_days(&profile, &amended, &ways.today, findings);
    }
    if let Some(file) = &before {
        for left in
            amended.left.iter().filter(|left| left.path.starts_with(GOODS) && !left.path.contains(TIERS))
        {
            findings.push(told::rows::left(
                Span::new(file, left.line, 1, 1),
                left.item.as_deref().unwrap_or(&left.path),
            ));
        }
    }
    let is_same = before.as_ref().is_some_and(|file| file.text == amended.text);
    let is_sound =
        is_same || is_sound(folder, before.as_ref(), &amended, (&path, &at), ways.settings, findings);
    let left = amended.left.len();
    Ok((is_sound && !is_held).then_some(Profile {
        path,
        before,
        text: amended.text,
        changes: amended.changes,
        left,
        photos,
    }))
}

/// Wholesale prices in the paths of changes.
const TIERS: &str = ".grosir[";
/// Goods in the paths of changes.
const GOODS: &str = "produk[";

/// Amends a profile, and then once more where the first time shows that a price is new, which then holds from today, or
/// that goods are to go, or where `emptied` are. In a new profile every price is new.
fn amend_twice(
    before: Option<&Arc<SourceFile>>,
    path: &str,
    profile: &mut Tree,
    emptied: Vec<String>,
    ways: &Ways<'_>,
) -> Result<Amended, Findings> {
    if before.is_none() {
        date_goods(profile, &ways.today, |_| true);
        return amend::amend(None, path, &profile.to_entries(), &[]);
    }
    let first = amend::amend(before, path, &profile.to_entries(), &[])?;
    let is_goods = |path: &&String| path.starts_with(GOODS);
    let mut removed: Vec<String> = if ways.drops_missing {
        first.left.iter().map(|left| &left.path).filter(is_goods).cloned().collect()
    } else {
        Vec::new()
    };
    removed.extend(replaced_tiers(&first));
    removed.extend(emptied);
    removed.sort();
    removed.dedup();
    let is_dated = date_prices(profile, &first, &ways.today);
    let is_renamed = before.is_some_and(|file| keep_addresses(profile, file, &first));
    if removed.is_empty() && !is_dated && !is_renamed {
        return Ok(first);
    }
    amend::amend(before, path, &profile.to_entries(), &removed)
}

/// Wholesale prices that the sheet has changed from which quantity they hold: of a product, as many went as came.
fn replaced_tiers(amended: &Amended) -> Vec<String> {
    let product_of = |path: &str| path.split_once(TIERS).map(|(product, _)| product.to_owned());
    let mut came: BTreeMap<String, usize> = BTreeMap::new();
    for change in
        amended.changes.iter().filter(|change| change.before.is_none() && change.path.ends_with(']'))
    {
        *came.entry(product_of(&change.path).unwrap_or_default()).or_default() += 1;
    }
    let mut went: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for left in &amended.left {
        if let Some(product) = product_of(&left.path) {
            went.entry(product).or_default().push(left.path.clone());
        }
    }
    went.retain(|product, paths| came.get(product) == Some(&paths.len()));
    went.into_values().flatten().collect()
}

/// Gives goods that the sheet calls by another name (their code stays) the addresses that they had. True if there are
/// any.
fn keep_addresses(profile: &mut Tree, before: &Arc<SourceFile>, amended: &Amended) -> bool {
    let is_name =
        |path: &str| path.starts_with(GOODS) && path.matches('.').count() == 1 && path.ends_with("].nama");
    let named = |change: &&Change| is_name(&change.path) && change.before.is_some();
    let renamed: Vec<&Change> = amended.changes.iter().filter(named).collect();
    let Some(typed) =
        (!renamed.is_empty()).then(|| amend::read(before, Part::Whole(&PROFILE)).ok()).flatten()
    else {
        return false;
    };
    let values: Vec<(String, String)> = renamed
        .iter()
        .map(|change| (change.path.clone(), change.after.clone().unwrap_or_default()))
        .collect();
    let mut is_any = false;
    for (path, addresses) in amend::kept_addresses(&typed, &values) {
        let of_it = |change: &&&Change| path.strip_suffix("alamat_lama") == change.path.strip_suffix("nama");
        let rows: Vec<&Span> = renamed
            .iter()
            .find(of_it)
            .map(|change| amended.origins_on(change.line).collect())
            .unwrap_or_default();
        for product in profile.child("produk").items_mut() {
            if let Some(row) = rows.iter().find(|row| product.is_of_row(row)) {
                *product.child("alamat_lama") = Tree::Value(Located::new(addresses.clone(), (*row).clone()));
                is_any = true;
            }
        }
    }
    is_any
}

/// Tells of goods whose price the sheet changes beside a day that it leaves as it was, as a sheet that was exported has
/// it.
fn tell_stale_days(profile: &Tree, amended: &Amended, today: &str, findings: &mut Findings) {
    let is_price = |change: &&Change| {
        let is_own = change.path.starts_with(GOODS) && change.path.matches('.').count() == 1;
        is_own && change.path.ends_with("].harga") && change.before.is_some()
    };
    for change in amended.changes.iter().filter(is_price) {
        let day_path = change.path.replace("].harga", "].per_tanggal");
        if amended.changes.iter().any(|other| other.path == day_path) {
            continue;
        }
        let rows: Vec<&Span> = amended.origins_on(change.line).collect();
        let goods = profile.get("produk").into_iter().flat_map(Tree::items);
        let product = goods.into_iter().find(|product| rows.iter().any(|row| product.is_of_row(row)));
        let day = product.and_then(|product| product.text("per_tanggal"));
        if let Some(day) = day.filter(|day| day.value != today) {
            findings.push(told::rows::stale_day(day, today));
        }
    }
}

/// Gives goods whose price is new the day on which it was told. True if there are any.
fn date_prices(profile: &mut Tree, amended: &Amended, today: &str) -> bool {
    // A whole item that is new, or a price anywhere in it.
    let is_priced = |path: &str| path.starts_with(GOODS) && (path.ends_with(']') || path.ends_with("harga"));
    let changes = amended.changes.iter().filter(|change| is_priced(&change.path));
    let rows: Vec<&Span> = changes.flat_map(|change| amended.origins_on(change.line)).collect();
    // The first goods of a profile are one change.
    let are_all_new = amended.changes.iter().any(|change| change.path == "produk");
    date_goods(profile, today, |product| are_all_new || rows.iter().any(|row| product.is_of_row(row)))
}

/// Gives goods with a price a day from which it holds, unless the sheet names one. True if there are any.
fn date_goods(profile: &mut Tree, today: &str, is_new: impl Fn(&Tree) -> bool) -> bool {
    if profile.get("produk").is_none() {
        return false;
    }
    let mut is_any = false;
    for product in profile.child("produk").items_mut() {
        if product.has("harga") && product.get("per_tanggal").is_none() && is_new(product) {
            let at = product.text("nama").map_or_else(|| Span::path(""), |name| name.span.clone());
            *product.child("per_tanggal") = Tree::Value(Located::new(today.to_owned(), at));
            is_any = true;
        }
    }
    is_any
}

fn new_folder(name: &str) -> Folder {
    Folder {
        name: name.to_owned(),
        path: format!("content/{name}"),
        profile: None,
        stories: Vec::new(),
        photos: BTreeMap::new(),
    }
}

/// Reads the new profile as a build would. What is wrong with a value that came from a cell is told at the cell, what
/// was sound before at `at`; what was wrong with the rest of the profile before is not this import's business.
fn is_sound(
    mut folder: Folder,
    before: Option<&Arc<SourceFile>>,
    amended: &Amended,
    (path, at): (&str, &Span),
    settings: &Settings,
    findings: &mut Findings,
) -> bool {
    let new = SourceFile::new(path, amended.text.clone());
    let document = LazyCell::new(|| {
        read_as_typed(Source::whole(&new, &PROFILE, settings.limits.depth), &mut Findings::new())
    });
    folder.profile = Some(Arc::clone(&new));
    let heard = content::findings_of(&folder, settings);
    folder.profile = before.cloned();
    let old =
        LazyCell::new(|| before.map_or_else(Findings::new, |_| content::findings_of(&folder, settings)));
    let was_there =
        |finding: &Finding| old.iter().any(|one| one.code == finding.code && one.found == finding.found);
    let mut is_sound = true;
    // A hint for a better page is `check`'s to give.
    for finding in heard.iter().filter(|finding| finding.level != Level::Advice) {
        let from = match amended.origin(finding.at.line, finding.at.column) {
            Some(from) => from,
            None if was_there(finding) => continue,
            None => amended.origins_on(finding.at.line).next().unwrap_or(at),
        };
        is_sound &= finding.level != Level::Error;
        if is_about_contact(finding) {
            let name = document.as_ref().and_then(|document| at_path(document, "nama")?.text());
            findings.push(told::cooperatives::no_contact(from.clone(), name));
            continue;
        }
        findings.push(at_cell(finding, from, document.as_ref(), amended));
    }
    is_sound
}

/// True where a cooperative has no way to reach it, or no part for that at all.
fn is_about_contact(finding: &Finding) -> bool {
    finding.code == "no-contact"
        || (finding.code == "missing-key" && finding.found.id.starts_with("`kontak` "))
}
