//! Which file of a folder is its profile, or was meant as one.

use std::fs;
use std::path::Path;

/// The file in each cooperative's folder that says what it is.
pub(super) const PROFILE: &str = "profil.yaml";

/// The name of a folder's profile, or of a file that was most likely meant as one.
pub(super) fn profile_of(folder: &Path) -> Option<String> {
    if fs::symlink_metadata(folder.join(PROFILE)).is_ok() {
        return folder.join(PROFILE).is_file().then(|| PROFILE.to_owned());
    }
    let entries = fs::read_dir(folder).ok()?.flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let names = files.filter_map(|entry| entry.file_name().into_string().ok());
    let own = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_lowercase();
    names
        .filter(|name| is_like_profile(name) || is_named_after(name, &["koperasi", "kopsis", &own]))
        .min_by_key(|name| (strsim::damerau_levenshtein(&name.to_lowercase(), PROFILE), name.clone()))
}

/// `profil`, `profil.yaml.txt`, `Profil.yml`, `profil (1).yaml`: nothing but how copies and endings are called.
fn is_like_profile(name: &str) -> bool {
    const PARTS: [&str; 10] = ["yaml", "yml", "txt", "docx", "doc", "rtf", "copy", "salinan", "of", "e"];
    const ENDINGS: [&str; 6] = ["yaml", "yml", "txt", "docx", "doc", "rtf"];
    let lower = name.to_lowercase();
    let is_text = lower.rsplit_once('.').is_none_or(|(_, ending)| ENDINGS.contains(&ending));
    let rest = lower.strip_prefix("copy of ").unwrap_or(&lower).strip_prefix("profil");
    let is_part = |word: &str| word.is_empty() || PARTS.contains(&word);
    is_text && rest.is_some_and(|rest| rest.split(|c: char| !c.is_alphabetic()).all(is_part))
}

/// `koperasi.yaml`, `koperasi.yaml.txt`, `kpc.yml` in the folder `kpc`: YAML, by the name of what it tells of.
fn is_named_after(name: &str, words: &[&str]) -> bool {
    let lower = name.to_lowercase();
    let stem = lower.strip_suffix(".txt").unwrap_or(&lower);
    let stem = stem.strip_suffix(".yaml").or_else(|| stem.strip_suffix(".yml"));
    stem.is_some_and(|stem| words.contains(&stem))
}
