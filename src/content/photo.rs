//! Photos as profiles use them: a path inside the folder that is there and sound, what is on it, and who
//! agreed to be seen.

use super::date::parse_date;
use super::findings::people;
use super::findings::photo as finding;
use super::findings::time::in_the_future;
use super::mapping::Keys;
use super::place::two_decimals;
use super::reader::Reader;
use super::suggestion;
use super::typed::Typed;
use super::yaml::Node;
use crate::finding::{Finding, Findings, Span};
use crate::keys::PHOTO;
use crate::model::{Consent, PhotoUse};
use crate::source::Photo;

/// Words of an alternative text that say that pupils are to be seen.
const PUPILS: [&str; 12] = [
    "siswa",
    "siswi",
    "murid",
    "pelajar",
    "santri",
    "santriwati",
    "anak",
    "anak-anak",
    "remaja",
    "wajah",
    "pupil",
    "student",
];

/// A photo with the place where it is used.
pub(super) struct Placed {
    /// The use.
    pub(super) photo: PhotoUse,
    /// Its place, for findings about it.
    pub(super) at: Span,
}

/// `foto: foto/a.jpg`, or a mapping of `PHOTO`.
pub(super) fn read_photo(
    keys: &mut Keys<'_>,
    name: &'static str,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Option<PhotoUse> {
    read_placed(keys, name, reader, findings).map(|placed| placed.photo)
}

/// The same, with its place.
pub(super) fn read_placed(
    keys: &mut Keys<'_>,
    name: &'static str,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Option<Placed> {
    if let Some(node) = keys.node(name, findings) {
        if node.text().is_some() {
            let typed = keys.scalar(name, findings)?;
            let path = check_path(typed, reader, findings)?;
            return Some(Placed { photo: plain(path), at: typed.span() });
        }
        return read_mapping(node, reader, findings);
    }
    None
}

/// `foto: [..]` or a single photo.
pub(super) fn read_photos(
    keys: &mut Keys<'_>,
    name: &'static str,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Vec<Placed> {
    let Some(node) = keys.node(name, findings) else { return Vec::new() };
    if let super::yaml::Value::Map(_) = node.value() {
        return read_mapping(node, reader, findings).into_iter().collect();
    }
    let items = keys.items_or_one(name, findings);
    let mut photos: Vec<Placed> = Vec::new();
    for item in items {
        let placed = match Typed::of(name, item, findings) {
            Some(typed) if names_several(typed.text, reader) => {
                findings.push(finding::several_photos_in_text(typed, true));
                continue;
            }
            Some(typed) => check_path(typed, reader, findings)
                .map(|path| Placed { photo: plain(path), at: typed.span() }),
            None if item.text().is_some() => None,
            None => read_mapping(item, reader, findings),
        };
        let Some(placed) = placed else { continue };
        if photos.iter().any(|other| other.photo.path == placed.photo.path) {
            findings.push(finding::photo_twice(placed.at, &placed.photo.path));
        } else {
            photos.push(placed);
        }
    }
    photos
}

fn plain(path: String) -> PhotoUse {
    PhotoUse { path, alt: None, focus: None, quality: None, consent: None }
}

fn read_mapping(node: &Node<'_>, reader: &Reader<'_>, findings: &mut Findings) -> Option<Placed> {
    let mut keys = node.keys(&PHOTO, findings)?;
    let file = keys.scalar("berkas", findings);
    let path = file.and_then(|typed| check_path(typed, reader, findings));
    let alt = keys.local("alt", findings);
    let focus = read_focus(&mut keys, findings);
    let quality = keys.number("mutu", findings).and_then(|quality| u8::try_from(quality).ok());
    let consent_at = keys.key_span("izin");
    let consent = read_consent(&mut keys, findings);
    keys.finish(findings);
    let at = file.map_or(node.span(), |typed| typed.span());
    if let Some(consent) = consent.as_ref().filter(|consent| !consent.holds_on(reader.settings.today)) {
        findings.push(explain_consent(consent_at, consent, reader));
        return None;
    }
    Some(Placed { photo: PhotoUse { path: path?, alt, focus, quality, consent }, at })
}

fn read_focus(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<(f32, f32)> {
    let node = keys.node("fokus", findings)?;
    let point = two_decimals(node).filter(|(x, y)| (0.0..=1.0).contains(x) && (0.0..=1.0).contains(y));
    if point.is_none() {
        findings.push(finding::not_a_focus(node.span()));
    }
    #[expect(clippy::cast_possible_truncation, reason = "parts of a photo need no more than 24 bits")]
    point.map(|(x, y)| (x as f32, y as f32))
}

/// Why a consent does not hold today.
pub(super) fn explain_consent(at: Span, consent: &Consent, reader: &Reader<'_>) -> Finding {
    match consent.until.filter(|until| *until < reader.settings.today) {
        Some(until) => people::consent_lapsed(at, until),
        None => in_the_future(at, "izin", consent.given),
    }
}

/// `izin:`: that people agreed to be seen, when, for what and until when. `None` without the day.
pub(super) fn read_consent(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<Consent> {
    let mut keys = keys.map("izin", findings)?;
    let given = keys.parse("tanggal", parse_date, findings);
    let scope = keys.text("lingkup", findings);
    let until = keys.parse("sampai", parse_date, findings);
    let by_guardian = keys.flag("wali", findings).unwrap_or(false);
    keys.finish(findings);
    Some(Consent { given: given?, scope, until, by_guardian })
}

/// A path as the folder has it.
pub(super) fn inside(typed: &str) -> &str {
    typed.strip_prefix("./").unwrap_or(typed)
}

/// True for a path that does not lead down from the folder, part by part.
fn leaves(path: &str) -> bool {
    path.starts_with('/')
        || path.contains('\\')
        || path.get(1..2) == Some(":")
        || path.split('/').any(|part| part == ".." || part == "." || part.is_empty())
}

/// `foto\kopi.jpg` as it should be written, and `/foto/kopi.jpg` if that is a photo of the folder.
fn with_slashes(path: &str, reader: &Reader<'_>) -> Option<String> {
    let slashed = path.replace('\\', "/");
    let mended = inside(slashed.trim_start_matches('/'));
    let is_rooted = slashed.starts_with('/');
    let is_meant = !leaves(mended) && (!is_rooted || reader.find_photo(mended).is_some());
    is_meant.then(|| mended.to_owned())
}

/// True for `foto/a.jpg, foto/b.jpg`, if one of them is there and all are called like files.
fn names_several(text: &str, reader: &Reader<'_>) -> bool {
    let mut parts = text.split([',', ';']).map(|part| inside(part.trim()));
    text.contains([',', ';'])
        && reader.find_photo(text).is_none()
        && parts.clone().all(|part| part.contains('.') && !part.contains("://"))
        && parts.any(|part| reader.find_photo(part).is_some())
}

/// True for a text or a PDF, which lie beside photos and are none.
fn is_document(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| matches!(ending.as_str(), "pdf" | "txt" | "md" | "yaml" | "yml"))
}

/// The path of a photo that is in the folder and sound.
pub(super) fn check_path(typed: Typed<'_>, reader: &Reader<'_>, findings: &mut Findings) -> Option<String> {
    let path = inside(typed.text);
    if path.contains("://") || path.starts_with("data:") {
        findings.push(finding::photo_is_address(typed));
        return None;
    }
    if leaves(path) {
        findings.push(match with_slashes(path, reader) {
            Some(mended) => finding::photo_path_marks(typed, &mended),
            None => finding::photo_outside(typed),
        });
        return None;
    }
    match reader.find_photo(path) {
        Some((path, Photo::Sound(_))) => Some(path.clone()),
        Some((_, Photo::Faulty(fault))) => {
            let mut fault = (**fault).clone();
            fault.level = crate::finding::Level::Error;
            findings.push(finding::photo_faulty(typed, &fault));
            findings.push(fault);
            None
        }
        None if names_several(path, reader) => {
            findings.push(finding::several_photos_in_text(typed, false));
            None
        }
        None if is_document(path) => {
            findings.push(finding::photo_is_document(typed));
            None
        }
        None => {
            let searches = reader.photo_searches.get();
            reader.photo_searches.set(searches.saturating_sub(1));
            let nearest = if searches > 0 { nearest_file(path, reader) } else { None };
            findings.push(finding::photo_missing(typed, nearest));
            None
        }
    }
}

/// The file that was probably meant: the same name elsewhere or with another ending or case, else the
/// likest one.
fn nearest_file<'r>(path: &str, reader: &Reader<'r>) -> Option<&'r str> {
    let files: Vec<&str> = reader.folder.photos.keys().map(String::as_str).take(2_000).collect();
    let name = |path: &str| path.rsplit('/').next().unwrap_or(path).to_lowercase();
    let stem = |path: &str| name(path).rsplit_once('.').map_or(name(path), |(stem, _)| stem.to_owned());
    let by_name = files.iter().find(|file| name(file) == name(path));
    let by_stem = files.iter().find(|file| stem(file) == stem(path));
    by_name.or(by_stem).copied().or_else(|| {
        // Without folder and ending, which all photos share and which would make any two alike. Another number is
        // another photo: cameras and chats call theirs all alike but for it.
        let typed = stem(path);
        let wanted = numbers(&typed);
        let is_other = |stem: &str| !wanted.is_empty() && numbers(stem) != wanted;
        let stems: Vec<String> = files.iter().map(|file| stem(file)).collect();
        let known: Vec<&str> = stems.iter().map(String::as_str).filter(|stem| !is_other(stem)).collect();
        let nearest = suggestion::nearest(&typed, &known)?;
        stems.iter().position(|stem| stem == nearest).map(|index| files[index])
    })
}

/// The numbers in a name, without zeros in front: `susu-01` and `susu 1` have the same.
fn numbers(name: &str) -> Vec<&str> {
    let digits = name.split(|c: char| !c.is_ascii_digit()).filter(|digits| !digits.is_empty());
    digits.map(|digits| digits.trim_start_matches('0')).collect()
}

/// Refuses a photo for pupils that shows one by its own words, without a guardian's consent: its own, or that of what
/// it stands in. Whether somebody is to be seen, only the alternative text can say.
pub(super) fn check_minors(placed: &Placed, holding: Option<&Consent>, findings: &mut Findings) {
    let consent = placed.photo.consent.as_ref().or(holding);
    if let Some(word) = names_a_pupil(&placed.photo)
        && !consent.is_some_and(|consent| consent.by_guardian)
    {
        findings.push(people::minor_without_consent(placed.at.clone(), word));
    }
}

/// The word of an alternative text that says that a pupil is to be seen.
fn names_a_pupil(photo: &PhotoUse) -> Option<&'static str> {
    let alt = photo.alt.as_ref()?.original().to_lowercase();
    let words: Vec<&str> = alt.split(|c: char| !(c.is_alphanumeric() || c == '-')).collect();
    PUPILS.iter().find(|pupil| words.contains(pupil)).copied()
}
