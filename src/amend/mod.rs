//! Values written into a profile or another file of a site, everything else left as it was typed. Only what means
//! something else than before is written, over the characters of the old value; comments, order, quotes, braces and
//! line ends stay. Every edit is proved: the new text, read again, says what was wanted and nothing else. Touches no
//! file.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::Source;
use crate::finding::{Findings, SourceFile};
use crate::keys::PROFILE;
use document::{DEPTH, change, document_of, write_new};

mod document;
mod edit;
mod findings;
mod layout;
mod lists;
mod matching;
mod outcome;
mod part;
mod path;
mod plan;
mod prove;
mod read;
mod removal;
mod renames;
mod scalar;
mod splice;
#[cfg(test)]
mod tests;
mod tree;
mod wanted;
mod write;

pub use edit::edit;
pub use outcome::{Amended, Change, Left};
pub use part::{Part, with_body};
pub use read::{Typed, TypedValue, read};
pub(crate) use renames::kept_addresses;
pub(crate) use scalar::yaml_scalar;
pub use wanted::Wanted;

/// Writes values into a profile, or into a new one that will stand at `path`; `removed` are items to be taken out, by
/// their paths in the profile (`produk[3]`). `Err` where the text cannot be edited without a risk: then the findings
/// show where, and nothing may be written.
pub fn amend(
    profile: Option<&Arc<SourceFile>>,
    path: &str,
    wanted: &[(String, Wanted)],
    removed: &[String],
) -> Result<Amended, Findings> {
    let empty = SourceFile::new(path, "");
    let source = Source::whole(profile.unwrap_or(&empty), &PROFILE, DEPTH);
    let removed: BTreeSet<&str> = removed.iter().map(String::as_str).collect();
    if source.is_blank() && removed.is_empty() {
        return write_new(source, wanted);
    }
    change(source, &document_of(source)?, wanted, &removed)
}
