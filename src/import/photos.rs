//! Names of photos in cells as the paths of photos that are there.

use super::findings::{catalogue as elsewhere, rows as told};
use super::tree::Tree;
use crate::finding::{Findings, Located};
use crate::model::Slug;
use crate::source::Folder;

/// Where photos of a cooperative lie.
const FOLDER: &str = "foto/";
/// How the names of photos end.
const ENDINGS: &[&str] = &[".jpg", ".jpeg", ".png", ".webp", ".gif"];

/// A photo that is known by its address only.
#[derive(Debug, Clone)]
pub(crate) struct PhotoElsewhere {
    /// Where it is.
    pub(crate) address: Located<String>,
    /// Where it is looked for, from the site's folder and without ending: `content/kpc/foto/kopi`.
    pub(crate) path: String,
}

/// Gives every photo that a profile is to name its path in the folder, and gives those that are somewhere else. One
/// that is not there is left out and told: a profile that names it would not be built.
pub(super) fn find_photos(
    profile: &mut Tree,
    folder: &Folder,
    findings: &mut Findings,
) -> Vec<PhotoElsewhere> {
    let mut finder = Finder { folder, findings, elsewhere: Vec::new() };
    for key in ["sampul", "logo"] {
        finder.keep_what_is_there(profile, key, key);
    }
    for list in ["produk", "anggota_ukm"] {
        if profile.get(list).is_none() {
            continue;
        }
        for item in profile.child(list).items_mut() {
            let called = name_of(item);
            finder.keep_what_is_there(item, "foto", &called);
            if item.get("varian").is_some() {
                for choice in item.child("varian").items_mut() {
                    let called = format!("{called}-{}", name_of(choice));
                    finder.keep_what_is_there(choice, "foto", &called);
                }
            }
        }
    }
    finder.elsewhere
}

/// What an item is called, as part of a file's name.
fn name_of(item: &Tree) -> String {
    let name = item.text("nama").or_else(|| item.text("usaha"));
    let slug = name.and_then(|name| Slug::from_name(&name.value));
    slug.map_or_else(|| "foto".to_owned(), |slug| slug.as_str().to_owned())
}

struct Finder<'f> {
    folder: &'f Folder,
    findings: &'f mut Findings,
    elsewhere: Vec<PhotoElsewhere>,
}

impl Finder<'_> {
    /// The photos at a key of an item, which is `called` so.
    fn keep_what_is_there(&mut self, item: &mut Tree, key: &str, called: &str) {
        let Some(named) = item.take(key) else { return };
        if let Tree::Value(value) = &named {
            if let Some(photo) = self.find(value, called, 1) {
                *item.child(key) = photo;
            }
            return;
        }
        for (count, photo) in (1..).zip(named.items()) {
            let Tree::Value(value) = photo else { continue };
            if let Some(photo) = self.find(value, called, count) {
                item.child(key).append(photo);
            }
        }
    }

    /// The path of a photo in the folder, if it is there.
    fn find(&mut self, value: &Located<String>, called: &str, count: usize) -> Option<Tree> {
        let is_address = value.value.contains("://");
        let file = if is_address { file_for(called, count) } else { value.value.clone() };
        if let Some(path) = path_of(&file, self.folder) {
            return Some(Tree::Value(Located::new(path, value.span.clone())));
        }
        let path = format!("{}/{}", self.folder.path, likely_path(&file));
        if is_address {
            self.findings.push(elsewhere::photo_at_an_address(value.span.clone(), &value.value, &path));
            let path = format!("{}/{FOLDER}{file}", self.folder.path);
            self.elsewhere.push(PhotoElsewhere { address: value.clone(), path });
        } else {
            self.findings.push(told::photo_not_there(value, &path));
        }
        None
    }
}

/// The name of a file for a photo that is known by its address only: that of what it shows, without ending.
fn file_for(called: &str, count: usize) -> String {
    if count == 1 { called.to_owned() } else { format!("{called}-{count}") }
}

/// `foto/kopi.jpg` for `kopi.jpg`, `Kopi` or a path of another machine that ends so.
fn path_of(typed: &str, folder: &Folder) -> Option<String> {
    let name = typed.replace('\\', "/");
    let file = name.rsplit('/').next().unwrap_or(&name).to_lowercase();
    let exact = folder.photos.contains_key(&name).then(|| name.clone());
    exact.or_else(|| {
        let called = |path: &&String| {
            let own = path.rsplit('/').next().unwrap_or(path).to_lowercase();
            own == file || ENDINGS.iter().any(|ending| own.strip_suffix(ending) == Some(&file))
        };
        folder.photos.keys().find(called).cloned()
    })
}

fn likely_path(typed: &str) -> String {
    let file = typed.replace('\\', "/");
    let file = file.rsplit('/').next().unwrap_or(&file);
    let has_ending = ENDINGS.iter().any(|ending| file.to_lowercase().ends_with(ending));
    format!("{FOLDER}{file}{}", if has_ending { "" } else { ".jpg" })
}
