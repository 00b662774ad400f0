//! A site's folder on disk, read only. Every path handed out is checked to lie inside the folder it
//! belongs to, symbolic links included.

use std::collections::BTreeMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use anyhow::Result;
use walkdir::WalkDir;

use super::example;
use super::findings;
use super::folder::{Folder, Photo};
use super::history::History;
use super::misnamed;
use super::photos::PhotoReader;
use super::portal::PortalFiles;
use super::profile::{PROFILE, profile_of};
use super::root::Root;
use super::stamps::{self, Stamps};
use super::walk::{inside, is_folder};
use crate::failure::{Failure, OrFailed as _};
use crate::finding::{Finding, Findings, SourceFile};
use crate::fingerprint::Fingerprint;
use crate::photo::{PhotoFacts, SourceHash};
use crate::settings::Limits;

/// Largest file of a theme, in bytes.
const THEME_FILE_BYTES: u64 = 1024 * 1024;

/// Folder of a theme with fonts and pictures; everything else in a theme is text.
const THEME_ASSETS: &str = "aset/";

/// What a site's own theme brings, by path inside the theme.
#[derive(Debug, Default)]
pub struct ThemeFolder {
    /// Templates, sheets, scripts, sentences.
    pub texts: BTreeMap<String, String>,
    /// Fonts and pictures: what lies below `aset/`.
    pub assets: BTreeMap<String, Vec<u8>>,
}

/// What is set for the whole site.
const SETTINGS: &str = "etalase.yaml";

/// Cooperatives with sites of their own, as the office lists them.
pub(crate) const SITES_LIST: &str = "content/_situs.yaml";
/// The folder of what these sites published when they were last asked.
pub(crate) const COLLECTED: &str = "content/_situs";
/// Largest list, in bytes: 40,000 addresses.
const SITES_LIST_BYTES: u64 = 4 * 1024 * 1024;
/// Largest file of what one site published, in bytes: a summary with its line breaks and spaces.
const COLLECTED_BYTES: u64 = 512 * 1024;

/// A site: the folder that holds `etalase.yaml`, `content/` and `themes/`.
#[derive(Debug, Clone)]
pub struct Site {
    root: Root,
    photos: PhotoReader,
}

impl Site {
    /// A site at a folder.
    ///
    /// # Errors
    /// If the folder is not there or cannot be entered.
    pub fn open(root: &Path) -> Result<Self> {
        let metadata = fs::metadata(root).or_failed_at(Failure::Open, root)?;
        anyhow::ensure!(metadata.is_dir(), Failure::NotAFolder(root.to_owned()));
        Ok(Self { root: Root(root.to_owned()), photos: PhotoReader::default() })
    }

    /// The same site, which reads a photo once, and again only if it looks different from outside. For a program
    /// that stays.
    #[must_use]
    pub fn remembering_photos(self) -> Self {
        Self { photos: PhotoReader::remembering(), ..self }
    }

    /// Forgets what was read of a photo, by its path from the site's folder, or with `None` of all.
    pub fn forget_photo(&self, path: Option<&str>) {
        self.photos.forget(path.map(|path| self.root.0.join(path)).as_deref());
    }

    /// The site's folder.
    pub fn root(&self) -> &Path {
        &self.root.0
    }

    /// The same, for reading what lies in it.
    pub(super) fn root_folder(&self) -> &Root {
        &self.root
    }

    /// `etalase.yaml`, if there is one.
    pub fn read_settings(&self, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        let is_there = fs::symlink_metadata(self.root.0.join(SETTINGS)).is_ok();
        if !is_there {
            misnamed::check_missing(&self.root, SETTINGS, findings);
        }
        self.root.read_text(SETTINGS, Limits::default().text_bytes, findings)
    }

    /// Names of the cooperatives' folders in `content/`, in order of name. Folders that start with `_` or `.`
    /// are not cooperatives. No `content/`, or one without a cooperative, is a finding.
    ///
    /// # Errors
    /// If `content/` is there and cannot be read.
    pub fn list_cooperatives(&self, findings: &mut Findings) -> Result<Vec<String>> {
        let content = self.root.0.join("content");
        let entries = match fs::read_dir(&content) {
            Ok(entries) => entries,
            Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
                findings.push(findings::content_missing());
                return Ok(Vec::new());
            }
            Err(error) => return Err(error).or_failed_at(Failure::Read, &content),
        };
        let mut names = names_in(&content, entries, findings)?;
        example::leave_out(&content, &mut names, findings);
        let too_high = profile_of(&content);
        if too_high.is_some() {
            // What lies beside that profile belongs to it.
            let is_its_own = |name: &str| matches!(name, "foto" | "cerita");
            names.retain(|name| !is_its_own(name) || profile_of(&content.join(name)).is_some());
        }
        match too_high {
            Some(name) => findings.push(findings::profile_too_high(&name, names.is_empty())),
            None if names.is_empty() && !self.lists_sites() => findings.push(findings::content_empty()),
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

    /// The profile of a cooperative and nothing else of its folder; `None` if there is none.
    pub(crate) fn read_profile(
        &self,
        name: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Option<Arc<SourceFile>> {
        self.root.read_text(&format!("content/{name}/{PROFILE}"), limits.text_bytes, findings)
    }

    /// When each cooperative's folder was last changed, by git.
    pub fn history(&self) -> History {
        History::read(&self.root.0)
    }

    /// What a cooperative's profile said before it said `now`, by the last commits; `None` if git does not know.
    pub fn committed_before(&self, name: &str, now: &str) -> Option<String> {
        super::history::committed_before(&self.root.0, name, now)
    }

    /// Everything that a cooperative's folder holds, photos by their headers. What cannot be used is a finding.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn read_cooperative(&self, name: &str, limits: &Limits, findings: &mut Findings) -> Result<Folder> {
        let path = format!("content/{name}");
        let profile = self.root.read_text(&format!("{path}/{PROFILE}"), limits.text_bytes, findings);
        if profile.is_none()
            && let Some(other) = profile_of(&self.root.0.join(&path)).filter(|name| name != PROFILE)
        {
            findings.push(findings::profile_misnamed(&path, &other));
        }
        let stories = self.root.read_markdown(&format!("{path}/cerita"), limits, findings);
        misnamed::check_cooperative(&self.root, &path, findings);
        let photos = self.photos.read_photos(&self.root, &path, limits, findings)?;
        Ok(Folder { name: name.to_owned(), path, profile, stories, photos })
    }

    /// What the office that runs a portal has written: its events and its youth pages.
    pub fn read_portal(&self, limits: &Limits, findings: &mut Findings) -> PortalFiles {
        let mut events = Vec::new();
        for name in self.root.list_files("content/_agenda", "yaml", findings) {
            let path = format!("content/_agenda/{name}.yaml");
            events.extend(self.root.read_text(&path, limits.text_bytes, findings));
        }
        misnamed::check_folder(&self.root, "content/_agenda", "yaml", findings);
        misnamed::check_folder(&self.root, "content/_muda", "md", findings);
        misnamed::check_folder(&self.root, "content/_muda", "yaml", findings);
        PortalFiles {
            events,
            youth_pages: self.root.read_markdown("content/_muda", limits, findings),
            quiz: self.root.read_text("content/_muda/kuis.yaml", limits.text_bytes, findings),
        }
    }

    /// True if there is something that only a portal shows: an event, a page of its youth site, a list of its
    /// programme or of sites. The quiz is for every site.
    pub fn has_portal_files(&self) -> bool {
        let is_there =
            |folder, ending| !self.root.list_files(folder, ending, &mut Findings::new()).is_empty();
        let lists = ["csv", "ods", "tsv", "xls", "xlsx", "yaml"];
        is_there("content/_agenda", "yaml")
            || is_there("content/_muda", "md")
            || lists.into_iter().any(|ending| is_there("content/_program", ending))
            || self.lists_sites()
    }

    /// True if there is a list of cooperatives with sites of their own, whatever it says.
    pub(crate) fn lists_sites(&self) -> bool {
        self.root.0.join(SITES_LIST).is_file()
    }

    /// `content/_situs.yaml`, if there is one: cooperatives with sites of their own.
    pub(crate) fn read_sites(&self, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        self.root.read_text(SITES_LIST, SITES_LIST_BYTES, findings)
    }

    /// Names of the files in which what other sites published was kept, in order, without the ending `.json`.
    pub(crate) fn list_collected(&self, findings: &mut Findings) -> Vec<String> {
        self.root.list_files(COLLECTED, "json", findings)
    }

    /// One of these files, if it is there.
    pub(crate) fn read_collected(&self, name: &str, findings: &mut Findings) -> Option<Arc<SourceFile>> {
        self.root.read_text(&format!("{COLLECTED}/{name}.json"), COLLECTED_BYTES, findings)
    }

    /// A guide that the settings name, by its path from the site's folder. `None` if it is not there, or cannot be
    /// used, which is a finding.
    pub(crate) fn read_guide(
        &self,
        path: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Option<Arc<SourceFile>> {
        let guide = self.root.read_text(path, limits.text_bytes, findings);
        if guide.is_none() && fs::symlink_metadata(self.root.0.join(path)).is_err() {
            misnamed::check_missing(&self.root, path, findings);
        }
        guide
    }

    /// The header of a picture beside a guide, likewise.
    pub(crate) fn read_picture(
        &self,
        path: &str,
        limits: &Limits,
        findings: &mut Findings,
    ) -> Option<PhotoFacts> {
        let full = self.root.0.join(path);
        fs::symlink_metadata(&full).ok()?;
        if !self.root.stays_inside(&full, path) {
            findings.push(findings::leads_outside(path));
            return None;
        }
        match self.photos.read_photo_header(&full, path, limits) {
            Ok(Photo::Sound(facts)) => Some(facts),
            Ok(Photo::Faulty(finding)) => {
                findings.push(*finding);
                None
            }
            Err(error) => {
                findings.push(findings::unreadable(path, error.kind()));
                None
            }
        }
    }

    /// The bytes of a photo of a cooperative.
    ///
    /// # Errors
    /// If it cannot be read any more.
    pub fn read_photo(&self, cooperative: &str, path: &str) -> Result<Vec<u8>> {
        let path = self.root.0.join("content").join(cooperative).join(path);
        fs::read(&path).or_failed_at(Failure::Read, &path)
    }

    /// The bytes of a photo whose header was read before, by its path from the site's folder: the very same ones, or
    /// why they are not there any more.
    pub(crate) fn read_known_photo(
        &self,
        path: &str,
        facts: &PhotoFacts,
    ) -> std::result::Result<Vec<u8>, Box<Finding>> {
        match fs::read(self.root.0.join(path)) {
            Ok(bytes) if SourceHash::of(&bytes) == facts.hash => Ok(bytes),
            Ok(_) => Err(Box::new(findings::photo_changing(path))),
            Err(error) => Err(Box::new(findings::unreadable(path, error.kind()))),
        }
    }

    /// The files of a site's own theme. Empty if the site has none of that name.
    ///
    /// # Errors
    /// If the machine fails to read what is there.
    pub fn read_theme(&self, name: &str, findings: &mut Findings) -> Result<ThemeFolder> {
        let folder = format!("themes/{name}");
        let full = self.root.0.join(&folder);
        let mut files = ThemeFolder::default();
        if !is_folder(&full) {
            return Ok(files);
        }
        for entry in WalkDir::new(&full).sort_by_file_name() {
            let entry = entry.or_failed_at(Failure::Read, &full)?;
            let Some(path) = inside(&full, entry.path()) else { continue };
            if !entry.file_type().is_file() || path.split('/').any(|part| part.starts_with('.')) {
                continue;
            }
            let site_path = format!("{folder}/{path}");
            if path.starts_with(THEME_ASSETS) {
                let bytes = self.root.read_bytes(&site_path, THEME_FILE_BYTES, findings);
                files.assets.extend(bytes.map(|bytes| (path, bytes)));
            } else {
                let text = self.root.read_text(&site_path, THEME_FILE_BYTES, findings);
                files.texts.extend(text.map(|text| (path, text.text.clone())));
            }
        }
        Ok(files)
    }

    /// Names, sizes and time stamps of a cooperative's files, without reading any.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn stamps(&self, name: &str) -> Result<Stamps> {
        Stamps::of(&self.root.0.join("content").join(name))
    }

    /// The same as one fingerprint, for any file or folder of the site, by its path; of what is not there the empty
    /// one.
    ///
    /// # Errors
    /// If the machine fails.
    pub fn marks(&self, path: &str) -> Result<Fingerprint> {
        let base = self.root.0.join(path);
        let is_there = fs::symlink_metadata(&base).is_ok();
        Ok(if is_there { Stamps::of(&base)?.marks() } else { Fingerprint::default() })
    }

    /// Names and sizes of a cooperative's files, and what its texts say: the same on every machine with this content.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn outline(&self, name: &str) -> Result<Fingerprint> {
        stamps::outline(&self.root.0.join("content").join(name))
    }

    /// Names and content of the files in a folder of the site, or the content of one file: reads them all, but for
    /// films, whose size and time stamp count.
    ///
    /// # Errors
    /// If the folder is not there any more.
    pub fn fingerprint(&self, folder: &str) -> Result<Fingerprint> {
        stamps::fingerprint(&self.root.0.join(folder))
    }
}

/// The folders that may be cooperatives.
fn names_in(content: &Path, entries: fs::ReadDir, findings: &mut Findings) -> Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.or_failed_at(Failure::Read, content)?;
        let Some(name) = entry.file_name().to_str().map(str::to_owned) else {
            findings.push(findings::name_not_text(&entry.file_name().to_string_lossy()));
            continue;
        };
        if name.starts_with(['_', '.']) {
            if name.starts_with('_') {
                misnamed::check_office_name(&entry.path(), &name, findings);
            }
            continue;
        }
        let is_link = entry.file_type().is_ok_and(|kind| kind.is_symlink());
        if is_link && !leads_inside(&entry.path(), content) {
            findings.push(findings::leads_outside(&format!("content/{name}")));
        } else if is_folder(&entry.path()) {
            names.push(name);
        }
    }
    Ok(names)
}

/// True for a link to something below a folder. What lies elsewhere is nobody's to publish; what is not there any more
/// would make a site of two to one of one, with other addresses.
fn leads_inside(link: &Path, folder: &Path) -> bool {
    let (real, folder) = (fs::canonicalize(link), fs::canonicalize(folder));
    real.is_ok_and(|real| folder.is_ok_and(|folder| real.starts_with(folder)))
}

#[cfg(test)]
mod tests;
