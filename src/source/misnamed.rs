//! Files that nobody reads although their names say that they were meant to be read: `baru.md.txt`, whose last ending
//! Windows hides, `BARU.MD`, `baru.docx`; and `_agendaa`, which is nearly the name of a folder of the portal.

use std::fs;
use std::io::Read as _;
use std::path::Path;

use super::findings;
use super::root::Root;
use crate::finding::Findings;

/// The folder of a cooperative's stories, and what else people call it.
const STORIES: &str = "cerita";
const OTHER_STORIES: [&str; 7] = ["story", "stories", "kisah", "kabar", "berita", "artikel", "blog"];
/// Endings of photos.
const PHOTOS: [&str; 7] = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".avif", ".gif"];
/// What of `content/` belongs to the portal, besides cooperatives.
pub(super) const OFFICE_NAMES: [&str; 5] = ["_agenda", "_muda", "_program", "_situs", "_situs.yaml"];
/// Least likeness (Jaro-Winkler) of a name that is taken for a misspelt one.
/// `cerita-lama` and `_media` are names of their own.
const MIN_LIKENESS: f64 = 0.93;
/// Bytes of a text in which its front matter is looked for.
const MOST_FRONT: u64 = 2_048;
/// Endings that editors put behind the right one.
const BEHIND: [&str; 8] = ["txt", "text", "html", "docx", "doc", "odt", "rtf", "bin"];
/// Endings of what was written in an office program: in a folder of texts, a text.
const DOCUMENTS: [&str; 4] = ["docx", "doc", "odt", "rtf"];
/// Other endings for Markdown and YAML.
const OTHER_ENDINGS: [(&str, &str); 4] =
    [("markdown", "md"), ("mdown", "md"), ("mkd", "md"), ("yml", "yaml")];

/// Tells the files of a folder whose names say that they should end in `.ending`.
pub(super) fn check_folder(root: &Root, folder: &str, ending: &str, findings: &mut Findings) {
    let Ok(entries) = fs::read_dir(root.0.join(folder)) else { return };
    let is_file = |entry: &fs::DirEntry| entry.file_type().is_ok_and(|kind| kind.is_file());
    let mut names: Vec<String> =
        entries.flatten().filter(is_file).filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    for name in &names {
        if let Some(right) = right_name(name, ending).filter(|right| !names.contains(right)) {
            findings.push(findings::file_misnamed(folder, name, &right));
        }
    }
}

/// Tells what lies in a cooperative's folder as a story and is none there: a folder `Cerita` or `ceritaa`, a story
/// beside the profile; and photos to whose name an editor put an ending.
pub(super) fn check_cooperative(root: &Root, folder: &str, findings: &mut Findings) {
    check_folder(root, &format!("{folder}/{STORIES}"), "md", findings);
    let mut names = names_in(root, folder);
    names.retain(|name| !name.starts_with('.'));
    for name in &names {
        let path = format!("{folder}/{name}");
        let is_like_stories = strsim::jaro_winkler(&name.to_lowercase(), STORIES) >= MIN_LIKENESS
            || OTHER_STORIES.contains(&&*name.to_lowercase());
        let has_stories = || names_in(root, &path).iter().any(|name| is_markdown(name));
        if is_like_stories && !names.iter().any(|name| name == STORIES) && has_stories() {
            findings.push(findings::stories_misplaced(&path, true));
        } else if is_markdown(name) && is_story(root, &path) {
            findings.push(findings::stories_misplaced(&path, false));
        }
    }
    let photos = format!("{folder}/foto");
    for name in names_in(root, &photos) {
        let lower = name.to_ascii_lowercase();
        let photo = BEHIND.iter().find_map(|ending| lower.strip_suffix(ending)?.strip_suffix('.'));
        let is_photo = |stem: &&str| PHOTOS.iter().any(|ending| stem.ends_with(ending));
        if let Some(stem) = photo.filter(is_photo) {
            findings.push(findings::file_misnamed(&photos, &name, &name[..stem.len()]));
        }
    }
}

fn is_markdown(name: &str) -> bool {
    Path::new(name).extension().is_some_and(|ending| ending == "md")
}

/// True for a text whose front matter has what a story's must have. Notes may begin with a rule, too.
fn is_story(root: &Root, path: &str) -> bool {
    let mut start = Vec::new();
    let Ok(file) = fs::File::open(root.0.join(path)) else { return false };
    if file.take(MOST_FRONT).read_to_end(&mut start).is_err() {
        return false;
    }
    let start = String::from_utf8_lossy(&start);
    let mut lines = start.lines().map(str::trim_end);
    let front: Vec<&str> = if lines.next() == Some("---") {
        lines.take_while(|line| *line != "---").collect()
    } else {
        Vec::new()
    };
    ["judul:", "tanggal:"].iter().all(|key| front.iter().any(|line| line.starts_with(key)))
}

/// Names in a folder, in order; none if it cannot be read.
fn names_in(root: &Root, folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root.0.join(folder)).into_iter().flatten().flatten();
    let mut names: Vec<String> = entries.filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    names
}

/// A file beside the one that is not there, which was most likely meant: `mulai.md.txt` beside `mulai.md`.
pub(super) fn check_missing(root: &Root, path: &str, findings: &mut Findings) {
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let Some((_, ending)) = name.rsplit_once('.') else { return };
    let meant = |other: &String| {
        other != name && right_name(other, ending).is_some_and(|right| right.eq_ignore_ascii_case(name))
    };
    if let Some(other) = names_in(root, folder).into_iter().find(meant) {
        findings.push(findings::file_misnamed(folder, &other, name));
    }
}

/// A name of `content/` that begins with `_` and that nobody reads.
pub(super) fn check_office_name(entry: &Path, name: &str, findings: &mut Findings) {
    if OFFICE_NAMES.contains(&name) {
        return;
    }
    let is_folder = entry.is_dir();
    let lower = name.to_lowercase();
    // `_situs.yml.txt` is like `_situs.yaml`, which is a file.
    let stem = lower.split('.').next().unwrap_or(&lower);
    let known = OFFICE_NAMES.iter().filter(|known| known.contains('.') != is_folder);
    let likeness = |known: &str| strsim::jaro_winkler(stem, known.split('.').next().unwrap_or(known));
    let nearest = known
        .map(|known| (likeness(known), *known))
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    findings.push(findings::office_name_unknown(name, nearest.map(|(_, known)| known), is_folder));
}

/// The name that a file should have to be read, if it was meant to end in `.ending`. `None` if it does.
fn right_name(name: &str, ending: &str) -> Option<String> {
    if name.starts_with(['.', '~']) || name.strip_suffix(ending).is_some_and(|stem| stem.ends_with('.')) {
        return None;
    }
    let mut stem = name;
    let mut is_meant = false;
    while let Some((before, last)) = stem.rsplit_once('.') {
        let last = last.trim().to_ascii_lowercase();
        let is_same = last == ending || OTHER_ENDINGS.contains(&(&last, ending));
        let is_document = ending == "md" && DOCUMENTS.contains(&&*last);
        if !is_same && !is_document && !BEHIND.contains(&&*last) {
            break;
        }
        is_meant |= is_same || is_document;
        stem = before.trim_end();
    }
    (is_meant && !stem.is_empty()).then(|| format!("{stem}.{ending}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_with_an_ending_too_many_has_the_right_one() {
        for (name, right) in [
            ("baru.md.txt", "baru.md"),
            ("baru.MD", "baru.md"),
            ("Baru.md.TXT", "Baru.md"),
            ("baru.markdown", "baru.md"),
            ("baru.markdown.txt", "baru.md"),
            ("panen raya.md.docx", "panen raya.md"),
            ("panen.docx", "panen.md"),
        ] {
            assert_eq!(right_name(name, "md").as_deref(), Some(right), "{name}");
        }
        assert_eq!(right_name("panen.yml", "yaml").as_deref(), Some("panen.yaml"));
        assert_eq!(right_name("panen.yaml.txt", "yaml").as_deref(), Some("panen.yaml"));
        assert_eq!(right_name("panen.yml.txt", "yaml").as_deref(), Some("panen.yaml"));
        assert_eq!(right_name("daftar.CSV", "csv").as_deref(), Some("daftar.csv"));
        for name in
            ["baru.md", "catatan.txt", "a.jpg", ".baru.md.swp", "~$baru.docx", "md", "profil.yaml", "x.pdf"]
        {
            assert_eq!(right_name(name, "md"), None, "{name}");
        }
    }
}
