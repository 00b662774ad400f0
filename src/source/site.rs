//! A site's folder on disk, read only. Every path handed out is checked to lie inside the folder it
//! belongs to, symbolic links included.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use anyhow::Result;
use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use super::findings;
use super::folder::{Folder, Photo, TextFile};
use super::history::History;
use super::memory::PhotoMemory;
use super::portal::PortalFiles;
use crate::failure::{Failure, OrFailed as _};
use crate::finding::{Findings, SourceFile};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::photo;
use crate::settings::Limits;

/// Deepest folder below a cooperative's own that is looked into.
const MAX_FOLDER_DEPTH: usize = 6;

/// A file of more bytes is no photo that anybody shows, but a film that was left beside them.
const FILM_BYTES: u64 = 64 * 1024 * 1024;

/// The file in each cooperative's folder that says what it is.
const PROFILE: &str = "profil.yaml";

/// Largest file of a theme, in bytes.
const THEME_FILE_BYTES: u64 = 1024 * 1024;

/// A site: the folder that holds `etalase.yaml`, `content/` and `themes/`.
#[derive(Debug, Clone)]
pub struct Site {
    root: PathBuf,
    photos: Option<Arc<PhotoMemory>>,
}

impl Site {
    /// A site at a folder.
    ///
    /// # Errors
    /// If the folder is not there or cannot be entered.
    pub fn open(root: &Path) -> Result<Self> {
        let metadata = fs::metadata(root).or_failed_at(Failure::Open, root)?;
        anyhow::ensure!(metadata.is_dir(), Failure::NotAFolder(root.to_owned()));
        Ok(Self { root: root.to_owned(), photos: None })
    }

    /// The same site, which reads a photo once, and again only if it looks different from outside. For a program
    /// that stays.
    #[must_use]
    pub fn remembering_photos(self) -> Self {
        Self { photos: Some(Arc::default()), ..self }
    }

    /// Forgets what was read of a photo, by its path from the site's folder, or with `None` of all.
    pub fn forget_photo(&self, path: Option<&str>) {
        if let Some(photos) = &self.photos {
            photos.forget(path.map(|path| self.root.join(path)).as_deref());
        }
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// `etalase.yaml`, if there is one.
    pub fn read_settings(&self, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        self.read_text("etalase.yaml", Limits::default().text_bytes, findings)
    }

    /// Names of the cooperatives' folders in `content/`, in order of name. Folders that start with `_` or `.`
    /// are not cooperatives. No `content/`, or one without a cooperative, is a finding.
    ///
    /// # Errors
    /// If `content/` is there and cannot be read.
    pub fn list_cooperatives(&self, findings: &mut Findings) -> Result<Vec<String>> {
        let content = self.root.join("content");
        let entries = match fs::read_dir(&content) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                findings.push(findings::content_missing());
                return Ok(Vec::new());
            }
            Err(error) => return Err(error).or_failed_at(Failure::Read, &content),
        };
        let mut names = Vec::new();
        for entry in entries {
            let entry = entry.or_failed_at(Failure::Read, &content)?;
            let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
                findings.push(findings::name_not_text(&entry.file_name().to_string_lossy()));
                continue;
            };
            if !name.starts_with(['_', '.']) && is_folder(&entry.path()) {
                names.push(name);
            }
        }
        let too_high = self.profile_of("content");
        if too_high.is_some() {
            // What lies beside that profile belongs to it.
            let is_its_own = |name: &str| matches!(name, "foto" | "cerita");
            names.retain(|name| !is_its_own(name) || self.profile_of(&format!("content/{name}")).is_some());
        }
        match too_high {
            Some(name) => findings.push(findings::profile_too_high(&name, names.is_empty())),
            None if names.is_empty() => findings.push(findings::content_empty()),
            None => {}
        }
        names.sort();
        Ok(names)
    }

    /// True if a name that somebody typed is one of the cooperatives; else there is a finding.
    pub fn has_cooperative(&self, name: &str, names: &[String], findings: &mut Findings) -> bool {
        let is_there = names.iter().any(|known| known == name);
        if !is_there {
            let distance = |known: &&String| strsim::damerau_levenshtein(known, name);
            let nearest = names.iter().min_by_key(distance).filter(|known| distance(known) * 2 < known.len());
            findings.push(findings::unknown_cooperative(name, nearest.map(String::as_str)));
        }
        is_there
    }

    /// When each cooperative's folder was last changed, by git.
    pub fn history(&self) -> History {
        History::read(&self.root)
    }

    /// Everything that a cooperative's folder holds, photos by their headers. What cannot be used is a finding.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn read_cooperative(&self, name: &str, limits: &Limits, findings: &mut Findings) -> Result<Folder> {
        let path = format!("content/{name}");
        let profile = self.read_text(&format!("{path}/{PROFILE}"), limits.text_bytes, findings);
        if profile.is_none()
            && let Some(other) = self.profile_of(&path).filter(|name| name != PROFILE)
        {
            findings.push(findings::profile_misnamed(&path, &other));
        }
        let stories = self.read_markdown(&format!("{path}/cerita"), limits, findings);
        let photos = self.read_photos(&path, limits, findings)?;
        Ok(Folder { name: name.to_owned(), path, profile, stories, photos })
    }

    /// What the office that runs a portal has written: its events and its youth pages.
    pub fn read_portal(&self, limits: &Limits, findings: &mut Findings) -> PortalFiles {
        let mut events = Vec::new();
        for name in self.list_files("content/_agenda", "yaml", findings) {
            let path = format!("content/_agenda/{name}.yaml");
            events.extend(self.read_text(&path, limits.text_bytes, findings));
        }
        PortalFiles {
            events,
            youth_pages: self.read_markdown("content/_muda", limits, findings),
            quiz: self.read_text("content/_muda/kuis.yaml", limits.text_bytes, findings),
        }
    }

    /// True if there is something that only a portal shows: an event, or a page of its youth site. The quiz is for
    /// every site.
    pub fn has_portal_files(&self) -> bool {
        let is_there = |folder, ending| !self.list_files(folder, ending, &mut Findings::new()).is_empty();
        is_there("content/_agenda", "yaml") || is_there("content/_muda", "md")
    }

    /// Names, sizes and time stamps of a cooperative's files, without reading any.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn stamps(&self, name: &str) -> Result<Stamps> {
        let base = self.root.join("content").join(name);
        let mut marks = Fingerprinter::new();
        let mut newest = SystemTime::UNIX_EPOCH;
        let mut is_hidden = false;
        for entry in WalkDir::new(&base).sort_by_file_name() {
            let Met::Entry(entry) = met(entry, &base)? else {
                is_hidden = true;
                continue;
            };
            if entry.file_type().is_dir() {
                continue;
            }
            is_hidden |= entry.file_type().is_symlink();
            let metadata = entry.metadata().or_failed_at(Failure::Read, &base)?;
            let modified = metadata.modified().unwrap_or(SystemTime::UNIX_EPOCH);
            newest = newest.max(modified);
            marks
                .add(entry.path().strip_prefix(&base).unwrap_or(entry.path()).as_os_str().as_encoded_bytes());
            marks.add(&metadata.len().to_le_bytes());
            marks.add(&since_epoch(modified).as_nanos().to_le_bytes());
        }
        Ok(Stamps { marks: marks.finish(), newest, is_hidden })
    }

    /// Names and content of a cooperative's files: reads them all, but for films, whose size and time stamp count.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn fingerprint(&self, folder: &str) -> Result<Fingerprint> {
        let base = self.root.join(folder);
        let mut all = Fingerprinter::new();
        if !is_folder(&base) {
            return Ok(all.finish());
        }
        for entry in WalkDir::new(&base).sort_by_file_name() {
            let Met::Entry(entry) = met(entry, &base)? else { continue };
            if is_no_file(&entry) {
                continue;
            }
            all.add(entry.path().strip_prefix(&base).unwrap_or(entry.path()).as_os_str().as_encoded_bytes());
            match fs::metadata(entry.path()) {
                Ok(film) if film.len() > FILM_BYTES => {
                    let since = since_epoch(film.modified().unwrap_or(SystemTime::UNIX_EPOCH));
                    all.add(&film.len().to_le_bytes());
                    all.add(&since.as_nanos().to_le_bytes());
                }
                // A link that leads nowhere has no content; where it leads is a matter for the finding about it.
                _ => all.add(&fs::read(entry.path()).unwrap_or_default()),
            }
        }
        Ok(all.finish())
    }

    /// The bytes of a photo of a cooperative.
    ///
    /// # Errors
    /// If it cannot be read any more.
    pub fn read_photo(&self, cooperative: &str, path: &str) -> Result<Vec<u8>> {
        let path = self.root.join("content").join(cooperative).join(path);
        fs::read(&path).or_failed_at(Failure::Read, &path)
    }

    /// The text files of a site's own theme, by path inside the theme. Empty if the site has none of that name.
    ///
    /// # Errors
    /// If the machine fails to read what is there.
    pub fn read_theme(&self, name: &str, findings: &mut Findings) -> Result<BTreeMap<String, String>> {
        let folder = format!("themes/{name}");
        let full = self.root.join(&folder);
        let mut files = BTreeMap::new();
        if !is_folder(&full) {
            return Ok(files);
        }
        for entry in WalkDir::new(&full).sort_by_file_name() {
            let entry = entry.or_failed_at(Failure::Read, &full)?;
            let Some(path) = inside(&full, entry.path()) else { continue };
            if entry.file_type().is_file() && !path.split('/').any(|part| part.starts_with('.')) {
                let text = self.read_text(&format!("{folder}/{path}"), THEME_FILE_BYTES, findings);
                files.extend(text.map(|text| (path, text.text.clone())));
            }
        }
        Ok(files)
    }

    /// A text file as UTF-8 without byte order mark. `None` if it is not there, or cannot be read or not
    /// as text, which is a finding: nobody else's page is held up by it.
    fn read_text(&self, path: &str, limit_bytes: u64, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        let full = self.root.join(path);
        // Before it is opened: a pipe would wait for somebody to write into it.
        if fs::metadata(&full).is_ok_and(|metadata| !metadata.is_file()) {
            return None;
        }
        let file = match File::open(&full) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return None,
            Err(error) => {
                findings.push(findings::unreadable(path, error.kind()));
                return None;
            }
        };
        if !self.stays_inside(&full, path) {
            findings.push(findings::leads_outside(path));
            return None;
        }
        let mut bytes = Vec::new();
        if let Err(error) = file.take(limit_bytes + 1).read_to_end(&mut bytes) {
            findings.push(findings::unreadable(path, error.kind()));
            return None;
        }
        if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > limit_bytes {
            findings.push(findings::text_too_large(path, limit_bytes));
            return None;
        }
        match text_of(bytes) {
            Ok(text) => Some(SourceFile::new(path, text)),
            Err(fault) => {
                findings.push(findings::not_utf8(path, &fault));
                None
            }
        }
    }

    fn read_markdown(&self, folder: &str, limits: &Limits, findings: &mut Findings) -> Vec<TextFile> {
        let mut texts = Vec::new();
        for stem in self.list_files(folder, "md", findings) {
            let path = format!("{folder}/{stem}.md");
            let source = self.read_text(&path, limits.text_bytes, findings);
            texts.extend(source.map(|source| TextFile { stem, source }));
        }
        texts
    }

    /// The name of a folder's profile, or of a file that was most likely meant as one.
    fn profile_of(&self, folder: &str) -> Option<String> {
        let full = self.root.join(folder);
        if fs::symlink_metadata(full.join(PROFILE)).is_ok() {
            return full.join(PROFILE).is_file().then(|| PROFILE.to_owned());
        }
        let entries = fs::read_dir(full).ok()?.flatten();
        let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
        let names = files.filter_map(|entry| entry.file_name().into_string().ok());
        names
            .filter(|name| is_like_profile(name))
            .min_by_key(|name| (strsim::damerau_levenshtein(&name.to_lowercase(), PROFILE), name.clone()))
    }

    /// Names without ending of the files in a folder that end in `.ending`, in order. Empty without the folder; one
    /// that cannot be read is a finding.
    fn list_files(&self, folder: &str, ending: &str, findings: &mut Findings) -> Vec<String> {
        let mut stems = Vec::new();
        let listed = fs::read_dir(self.root.join(folder)).and_then(|entries| {
            for entry in entries {
                let name = entry?.file_name();
                let stem = name.to_str().and_then(|name| name.strip_suffix(ending)?.strip_suffix('.'));
                stems.extend(stem.filter(|stem| !stem.starts_with('.')).map(str::to_owned));
            }
            Ok(())
        });
        match listed.map_err(|error| error.kind()) {
            Ok(()) | Err(io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {}
            Err(why) => findings.push(findings::unreadable(folder, why)),
        }
        stems.sort();
        stems
    }

    /// The photos below a cooperative's folder, as far as they let themselves be read.
    fn read_photos(
        &self,
        folder: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Result<BTreeMap<String, Photo>> {
        let base = self.root.join(folder);
        let mut found = Vec::new();
        for entry in WalkDir::new(&base).max_depth(MAX_FOLDER_DEPTH).sort_by_file_name() {
            let entry = match met(entry, &base)? {
                Met::Entry(entry) => entry,
                Met::Closed(path, why) => {
                    findings.push(findings::unreadable(&format!("{folder}/{path}"), why));
                    continue;
                }
            };
            let Some(path) = inside(&base, entry.path()) else { continue };
            if is_no_file(&entry) || is_our_text(&path) {
                continue;
            }
            if found.len() == limits.photos {
                findings.push(findings::too_many_photos(folder, limits.photos));
                break;
            }
            found.push((path, entry.into_path()));
        }
        let read = |(path, full): (String, PathBuf)| {
            let site_path = format!("{folder}/{path}");
            let photo = if self.stays_inside(&full, &site_path) {
                self.read_photo_header(&full, &site_path, limits).unwrap_or_else(|error| {
                    Photo::Faulty(Box::new(findings::unreadable(&site_path, error.kind())))
                })
            } else {
                Photo::Faulty(Box::new(findings::leads_outside(&site_path)))
            };
            (path, photo)
        };
        Ok(found.into_par_iter().map(read).collect())
    }

    fn read_photo_header(&self, full: &Path, site_path: &str, limits: &Limits) -> io::Result<Photo> {
        let metadata = fs::metadata(full)?;
        let size_bytes = metadata.len();
        if size_bytes > limits.photo_bytes {
            let finding = findings::photo_too_large(site_path, size_bytes, limits.photo_bytes);
            return Ok(Photo::Faulty(Box::new(finding)));
        }
        if let Some(photo) = self.photos.as_ref().and_then(|photos| photos.recall(full, &metadata, limits)) {
            return Ok(photo);
        }
        let photo = match photo::read_facts(site_path, &fs::read(full)?, limits) {
            Ok(facts) => Photo::Sound(facts),
            Err(finding) => Photo::Faulty(finding),
        };
        if let Some(photos) = &self.photos {
            photos.remember(full, &metadata, limits, &photo);
        }
        Ok(photo)
    }

    /// True if a path, with every symbolic link followed, stays inside the first two folders that it names
    /// (`content/<slug>`), or inside the site for a shorter one.
    fn stays_inside(&self, full: &Path, path: &str) -> bool {
        let home: PathBuf = match path.split('/').collect::<Vec<_>>().as_slice() {
            ["content", folder, _, ..] => self.root.join("content").join(folder),
            _ => self.root.clone(),
        };
        // Nearly every path has no link in it: one question for each of its parts, not for all from the top.
        is_linkless_below(full, &home)
            || matches!(
                (fs::canonicalize(full), fs::canonicalize(home)),
                (Ok(real), Ok(home)) if real.starts_with(&home)
            )
    }
}

/// What a folder looks like from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stamps {
    marks: Fingerprint,
    newest: SystemTime,
    /// True if something may change unseen: what a link leads to, what cannot be read.
    is_hidden: bool,
}

impl Stamps {
    /// The fingerprint, if it can be trusted: no file changed within two seconds before `now`, since a later
    /// change could carry the same time stamp, and none may change unseen.
    pub fn trusted(&self, now: SystemTime) -> Option<Fingerprint> {
        let age = now.duration_since(self.newest).ok()?;
        (!self.is_hidden && age.as_secs() >= 2).then_some(self.marks)
    }
}

/// `profil.yaml.txt`, `Profil.yml`, `profil (1).yaml`: nothing but how copies and endings are called.
fn is_like_profile(name: &str) -> bool {
    const PARTS: [&str; 7] = ["yaml", "yml", "txt", "copy", "salinan", "of", "e"];
    let lower = name.to_lowercase();
    let is_text = [".yaml", ".yml", ".txt"].iter().any(|ending| lower.ends_with(ending));
    let rest = lower.strip_prefix("copy of ").unwrap_or(&lower).strip_prefix("profil");
    let is_part = |word: &str| word.is_empty() || PARTS.contains(&word);
    is_text && rest.is_some_and(|rest| rest.split(|c: char| !c.is_alphabetic()).all(is_part))
}

/// Texts and the files that systems and people leave beside photos.
fn is_our_text(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    name.starts_with('.')
        || name.ends_with('~')
        || matches!(ending.as_str(), "yaml" | "yml" | "md" | "txt" | "pdf")
        || matches!(name, "Thumbs.db" | "desktop.ini")
}

fn since_epoch(time: SystemTime) -> Duration {
    time.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default()
}

/// What a walk through a folder meets.
enum Met {
    /// A file, a folder or a link.
    Entry(DirEntry),
    /// A path inside the folder where the walk cannot go on, and why.
    Closed(String, io::ErrorKind),
}

/// What a walk through a folder has met.
///
/// # Errors
/// If the folder itself is not there any more.
fn met(entry: walkdir::Result<DirEntry>, base: &Path) -> Result<Met> {
    entry.map(Met::Entry).or_else(|error| {
        let why = error.io_error().map_or(io::ErrorKind::Other, io::Error::kind);
        if error.depth() == 0 && why == io::ErrorKind::NotFound {
            return Err(error).or_failed_at(Failure::Read, base);
        }
        Ok(Met::Closed(error.path().and_then(|path| inside(base, path)).unwrap_or_default(), why))
    })
}

/// True for what holds no bytes of its own: a folder, a pipe, a link to one. A link that leads nowhere is a file
/// that somebody misses.
fn is_no_file(entry: &DirEntry) -> bool {
    !entry.file_type().is_file() && fs::metadata(entry.path()).is_ok_and(|metadata| !metadata.is_file())
}

/// True if a path leads down from a folder to something that is there, by no `..` and no symbolic link.
fn is_linkless_below(full: &Path, folder: &Path) -> bool {
    let Ok(below) = full.strip_prefix(folder) else { return false };
    let mut place = folder.to_owned();
    below.components().all(|part| {
        place.push(part);
        matches!(part, Component::Normal(_))
            && fs::symlink_metadata(&place).is_ok_and(|metadata| !metadata.is_symlink())
    })
}

/// Path inside a folder with `/`, if it can be written as text.
fn inside(base: &Path, full: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = full.strip_prefix(base).ok()?.iter().map(|part| part.to_str()).collect();
    parts.filter(|parts| !parts.is_empty()).map(|parts| parts.join("/"))
}

fn is_folder(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|metadata| metadata.is_dir())
}

/// Why bytes are not text, for the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum NotText {
    /// UTF-16 or UTF-32, as some editors on Windows save.
    OtherUnicode,
    /// Something else; the line where it begins.
    FromLine {
        /// Line, from 1.
        line: u32,
        /// Text up to there, so that the finding can show it.
        text_before: String,
    },
}

fn text_of(bytes: Vec<u8>) -> std::result::Result<String, NotText> {
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) || bytes.contains(&0) {
        return Err(NotText::OtherUnicode);
    }
    let text = String::from_utf8(bytes).map_err(|error| {
        let valid_until = error.utf8_error().valid_up_to();
        let bytes = error.into_bytes();
        let text_before = String::from_utf8_lossy(&bytes[..valid_until]).into_owned();
        let line = u32::try_from(text_before.matches('\n').count() + 1).unwrap_or(u32::MAX);
        NotText::FromLine { line, text_before }
    })?;
    Ok(match text.strip_prefix('\u{feff}') {
        Some(rest) => rest.to_owned(),
        None => text,
    })
}

#[cfg(test)]
mod tests;
