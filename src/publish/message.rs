//! The lines of a commit's message by which the next publication knows it for ours.

/// Stands at the end of every message, and tells our commits from other people's.
pub(super) const MARK: &str = "Diterbitkan-dengan: etalase";

/// A line of our message for each file of others that stays, so that the next publication knows whose it is.
pub(super) const KEPT: &str = "Berkas-lain: ";

/// A line of our message that names what we published.
pub(super) const TREE: &str = "Isi: ";

/// The lines for a commit's message.
pub(super) fn notes(kept: &[String], tree: &str) -> String {
    let kept = kept.iter().filter(|path| !path.contains(char::is_control));
    let lines: String = kept.flat_map(|path| [KEPT, path, "\n"]).collect();
    format!("{lines}{TREE}{tree}\n")
}
