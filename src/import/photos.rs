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

/// Gives every photo that a profile is to name its path in the folder. One that is not there is left out and told: a
/// profile that names it would not be built.
pub(super) fn find_photos(profile: &mut Tree, folder: &Folder, findings: &mut Findings) {
    for key in ["sampul", "logo"] {
        keep_what_is_there(profile, key, folder, findings);
    }
    for list in ["produk", "anggota_ukm"] {
        if profile.get(list).is_none() {
            continue;
        }
        for item in profile.child(list).items_mut() {
            keep_what_is_there(item, "foto", folder, findings);
            if item.get("varian").is_some() {
                for choice in item.child("varian").items_mut() {
                    keep_what_is_there(choice, "foto", folder, findings);
                }
            }
        }
    }
}

fn keep_what_is_there(item: &mut Tree, key: &str, folder: &Folder, findings: &mut Findings) {
    let Some(named) = item.take(key) else { return };
    let called =
        item.text("nama").or_else(|| item.text("usaha")).and_then(|name| Slug::from_name(&name.value));
    let called = called.map_or_else(|| key.to_owned(), |slug| slug.as_str().to_owned());
    let mut count = 0;
    let mut is_there = |value: &Located<String>| {
        count += 1;
        let is_address = value.value.contains("://");
        let file = if is_address { file_for(&called, count) } else { value.value.clone() };
        if let Some(path) = path_of(&file, folder) {
            return Some(Tree::Value(Located::new(path, value.span.clone())));
        }
        let path = format!("{}/{}", folder.path, likely_path(&file));
        findings.push(if is_address {
            elsewhere::photo_at_an_address(value.span.clone(), &value.value, &path)
        } else {
            told::photo_not_there(value, &path)
        });
        None
    };
    let found: Vec<Tree> = match &named {
        Tree::Value(value) => is_there(value).into_iter().collect(),
        list => list
            .items()
            .filter_map(|item| if let Tree::Value(value) = item { is_there(value) } else { None })
            .collect(),
    };
    for photo in found {
        match named {
            Tree::Value(_) => *item.child(key) = photo,
            _ => item.child(key).append(photo),
        }
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
