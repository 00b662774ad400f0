//! Before and after in pictures: each page that changes alter, as it was and as it is, and each photo.

use std::collections::BTreeSet;
use std::sync::Arc;

use anyhow::Result;

use super::document::Document;
use super::history::Deed;
use super::html::Html;
use super::page::Ask;
use super::preview;
use super::shared::Shared;
use super::words::{self, Word};
use crate::live::{Differing, Kept};
use crate::locks::lock;
use crate::{http, routes};

/// Cooperatives whose pages are kept as they were: those that are changed first.
const MOST_KEPT: usize = 16;
/// Pages that are shown; of the others it is said how many there are.
const MOST_SHOWN: usize = 8;
/// Endings of photos' names.
const PHOTOS: [&str; 5] = ["jpg", "jpeg", "png", "webp", "gif"];

/// Keeps the pages as they are before a file is written, unless those of before an earlier change are kept. Where that
/// fails there is a picture less, and no reason not to write.
pub(super) fn keep(shared: &Shared, document: &Document) {
    let Some(name) = concerned(shared, document) else { return };
    let mut before = lock(&shared.before);
    if before.len() >= MOST_KEPT || before.contains_key(&name) {
        return;
    }
    if let Ok(Some(kept)) = Kept::of(&shared.live, &name) {
        before.insert(name, Arc::new(kept));
    }
}

/// Whose pages a file makes: of settings and events the shop's that has the site to itself.
fn concerned(shared: &Shared, document: &Document) -> Option<String> {
    let alone = || shared.live.names().into_iter().next().filter(|name| shared.live.home_of(name).is_empty());
    document.cooperative().map(str::to_owned).or_else(alone)
}

/// The pages of before to which an address belongs.
pub(super) fn kept_at(shared: &Shared, address: &str) -> Option<Arc<Kept>> {
    lock(&shared.before).values().find(|kept| address.starts_with(&kept.home)).cloned()
}

/// Shows each page that is not what it was, twice.
///
/// # Errors
/// If the machine fails.
pub(super) fn pages(html: &mut Html, shared: &Shared, ask: &Ask, deeds: &[Deed]) -> Result<()> {
    let names = names(deeds);
    let all: Vec<Arc<Kept>> = lock(&shared.before).values().cloned().collect();
    let mut shown = Vec::new();
    let mut others = 0;
    for kept in all {
        let (pictured, rest): (Vec<_>, Vec<_>) = kept
            .differing(&shared.live)?
            .into_iter()
            .partition(|page| rank(&kept.home, page, &names).is_some());
        others += rest.len();
        shown.extend(pictured.into_iter().map(|page| (rank(&kept.home, &page, &names), page)));
    }
    shown.sort_by(|(a, one), (b, other)| (a, &one.address).cmp(&(b, &other.address)));
    others += shown.len().saturating_sub(MOST_SHOWN);
    if shown.is_empty() {
        return Ok(());
    }
    html.element("h2", &[], words::IN_PICTURES.say(ask.language));
    for (number, (_, page)) in shown.iter().take(MOST_SHOWN).enumerate() {
        pair(html, shared, ask, page, number == 0);
    }
    if others > 0 {
        html.element("p", &[], &words::OTHER_PAGES.with(ask.language, others));
    }
    Ok(())
}

/// What the changed things are called, before and after; stories and members by their titles, too.
fn names(deeds: &[Deed]) -> BTreeSet<&str> {
    let is_name = |path: &str| ["nama", "judul"].contains(&path.rsplit('.').next().unwrap_or(path));
    let mut names = BTreeSet::new();
    for change in deeds.iter().flat_map(|deed| &deed.changes) {
        // Of a variant its product comes first.
        names.extend(
            change.item.iter().flat_map(|item| [item.as_str(), item.split(", ").next().unwrap_or(item)]),
        );
        names.extend(
            [&change.before, &change.after]
                .into_iter()
                .flatten()
                .filter(|_| is_name(&change.path))
                .map(String::as_str),
        );
    }
    names.remove("");
    names
}

/// In which order pages are shown: those of what was changed, then the front page, which is all of it. `None`: not at
/// all, as a page that only lists it.
fn rank(home: &str, page: &Differing, names: &BTreeSet<&str>) -> Option<u8> {
    let inner = page.address.strip_prefix(home)?;
    let is_of_one = ["produk/", "cerita/", "anggota/"].iter().any(|folder| inner.starts_with(folder));
    match inner {
        routes::FRONT => Some(1),
        _ if is_of_one && names.iter().any(|name| page.title.starts_with(name)) => Some(0),
        _ => None,
    }
}

fn pair(html: &mut Html, shared: &Shared, ask: &Ask, page: &Differing, is_first: bool) {
    let open = [("class", "banding"), ("open", "")];
    html.open("details", &open[..if is_first { 2 } else { 1 }]).element("summary", &[], &page.title);
    html.raw("<div class=\"sebelah\">\n");
    let part =
        page.part.as_ref().map_or_else(String::new, |part| format!("#{}", http::escaped_address(part)));
    let mut frame = |word: Word, address: Option<String>, none: Word| {
        html.raw("<figure>").element("figcaption", &[], word.say(ask.language));
        match address {
            Some(address) => {
                let title = format!("{}: {}", word.say(ask.language), page.title);
                let to = format!("{address}{part}");
                let sandbox = ("sandbox", "allow-scripts");
                html.open("iframe", &[("src", &to), ("title", &title), sandbox, ("loading", "lazy")]);
                html.close("iframe");
            }
            None => {
                html.element("p", &[], none.say(ask.language));
            }
        }
        html.close("figure");
    };
    let was = page.was_there.then(|| preview::before(shared, &page.address));
    let is = page.is_there.then(|| preview::at(shared, &page.address));
    frame(words::BEFORE, was, words::NEW_PAGE);
    frame(words::NOW, is, words::GONE_PAGE);
    html.raw("</div></details>\n");
}

/// Shows each photo that another one stands for now, and those that came or went.
pub(super) fn photos(html: &mut Html, ask: &Ask, deeds: &[Deed]) {
    let changes = deeds.iter().flat_map(|deed| deed.changes.iter().map(move |change| (deed, change)));
    for (deed, change) in changes {
        let Some(slug) = deed.document.cooperative() else { continue };
        let photo = |value: &Option<String>| value.as_deref().and_then(photo_in).map(str::to_owned);
        let (was, is) = (photo(&change.before), photo(&change.after));
        if was.is_none() && is.is_none() {
            continue;
        }
        html.raw("<div class=\"sebelah\">\n");
        for (word, file) in [(words::BEFORE, was), (words::NOW, is)] {
            let Some(file) = file else { continue };
            let caption = format!("{}: {file}", word.say(ask.language));
            let source = format!("/k/{slug}/berkas/{}", http::escaped_address(&file));
            html.raw("<figure>").element("figcaption", &[], &caption);
            html.open("img", &[("src", &source), ("alt", &caption), ("loading", "lazy")]).close("figure");
        }
        html.raw("</div>\n");
    }
}

/// The file that a value names, alone or as `{berkas: foto/susu.jpg, alt: …}`.
fn photo_in(value: &str) -> Option<&str> {
    let inner = value.split_once("berkas: ").map(|(_, rest)| rest.split([',', '}']).next().unwrap_or(rest));
    let file = inner.unwrap_or(value).trim().trim_matches(['"', '\'']);
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let is_photo = ending.is_some_and(|ending| PHOTOS.contains(&ending.as_str()));
    (is_photo && !file.contains(char::is_control)).then_some(file)
}

#[cfg(test)]
mod tests {
    use super::photo_in;

    #[test]
    fn a_photo_is_found_in_what_names_it() {
        assert_eq!(photo_in("foto/susu.jpg"), Some("foto/susu.jpg"));
        assert_eq!(photo_in("{berkas: \"foto/susu segar.JPG\", alt: a.png}"), Some("foto/susu segar.JPG"));
        assert_eq!(photo_in("{alt: Susu}"), None);
        assert_eq!(photo_in("Rp 12.500"), None);
    }
}
