//! Notes that the parts of a divided build leave beside their files, so that whoever puts the parts together can prove
//! that all of them are there: `public/.etalase/bagian/3-7` is what part 3 of 7 wrote, as a manifest, and
//! `3-7.json` of what it was made.

use std::collections::BTreeMap;
use std::fs;
use std::num::NonZeroU32;
use std::path::{Path, PathBuf};

use anyhow::Result;
use serde::{Deserialize, Serialize};

use super::ledger::Before;
use super::manifest::STATE_FOLDER;
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::Fingerprint;

/// Folder of the notes inside the output.
const FOLDER: &str = "bagian";
/// Version of their form.
const FORM: u32 = 1;

/// One part of a divided build.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shard {
    /// Which one, from 0.
    pub index: u32,
    /// How many there are.
    pub of: NonZeroU32,
}

impl Shard {
    /// As people count and as its note is called: `3/7`.
    pub(crate) fn shown(self) -> String {
        format!("{}/{}", self.index + 1, self.of)
    }

    fn file(self) -> String {
        format!("{}-{}", self.index + 1, self.of)
    }

    /// Where its manifest lies, from the folder of the output's state.
    pub(super) fn ledger(self) -> PathBuf {
        Path::new(FOLDER).join(self.file())
    }
}

/// What a part was made of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ShardNote {
    etalase_part: u32,
    /// Counted from 1, as on the command line.
    part: u32,
    of: NonZeroU32,
    /// Version and size of the program.
    pub program: String,
    /// The day that pages were made for.
    pub day: String,
    /// Everything else but content that decides what pages look like.
    pub world: String,
    /// What each cooperative of the part was made of, and whether it could be built.
    pub cooperatives: BTreeMap<String, ShardSource>,
    /// What was written, so that a manifest of another run is noticed.
    files: String,
}

/// What a part knows of one of its cooperatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ShardSource {
    /// Its folder, as it looked when it was read.
    pub sources: String,
    /// False if an error kept it from being built.
    pub is_built: bool,
}

/// What a part is made with, beside content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ShardOrigin {
    /// Version and size of the program.
    pub program: String,
    /// The day that pages are made for.
    pub day: String,
    /// Everything else that decides what pages look like.
    pub world: Fingerprint,
}

/// A note that was found.
#[derive(Debug)]
pub(crate) enum FoundNote {
    /// One that can be read, with the manifest that it was written for.
    Sound(Shard, ShardNote),
    /// One that cannot; its file.
    Damaged(String),
}

/// Writes the note of a part. Its manifest is written already.
///
/// # Errors
/// If the machine fails to write.
pub(crate) fn write_note(
    output: &Path,
    part: Shard,
    origin: ShardOrigin,
    cooperatives: BTreeMap<String, ShardSource>,
) -> Result<()> {
    let state_folder = output.join(STATE_FOLDER);
    let ledger = state_folder.join(part.ledger());
    let files = fs::read(&ledger).or_failed_at(Failure::Read, &ledger)?;
    let note = ShardNote {
        etalase_part: FORM,
        part: part.index + 1,
        of: part.of,
        program: origin.program,
        day: origin.day,
        world: origin.world.to_string(),
        cooperatives,
        files: Fingerprint::of(&files).to_string(),
    };
    let target = state_folder.join(FOLDER).join(format!("{}.json", part.file()));
    let temporary = target.with_extension("new");
    let text = serde_json::to_string(&note).expect("names and texts");
    fs::write(&temporary, text)
        .and_then(|()| fs::rename(&temporary, &target))
        .or_failed_at(Failure::Write, &target)
}

/// Every note in an output, in order of their names.
///
/// # Errors
/// If the folder is there and cannot be read.
pub(crate) fn read_notes(output: &Path) -> Result<Vec<FoundNote>> {
    let folder = output.join(STATE_FOLDER).join(FOLDER);
    let entries = match fs::read_dir(&folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(error).or_failed_at(Failure::Read, &folder),
    };
    let mut notes = Vec::new();
    for entry in entries {
        let path = entry.or_failed_at(Failure::Read, &folder)?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            notes.push(path);
        }
    }
    notes.sort();
    Ok(notes.iter().map(|path| read_note(path)).collect())
}

fn read_note(path: &Path) -> FoundNote {
    let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let sound = || {
        let note: ShardNote = serde_json::from_slice(&fs::read(path).ok()?).ok()?;
        let part = Shard { index: note.part.checked_sub(1)?, of: note.of };
        let files = fs::read(path.with_file_name(part.file())).ok()?;
        let is_sound = note.etalase_part == FORM
            && part.index < part.of.get()
            && name == format!("{}.json", part.file())
            && note.files == Fingerprint::of(&files).to_string();
        is_sound.then_some((part, note))
    };
    match sound() {
        Some((part, note)) => FoundNote::Sound(part, note),
        None => FoundNote::Damaged(name),
    }
}

/// Forgets the parts of a folder that a whole build has brought up to date.
///
/// # Errors
/// If the machine fails to remove their notes.
pub(crate) fn forget_shards(output: &Path) -> Result<()> {
    let folder = output.join(STATE_FOLDER).join(FOLDER);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).or_failed_at(Failure::Remove, &folder)
        }
        _ => Ok(()),
    }
}

/// What all parts have written, together.
pub(super) fn ledger_of_shards(state_folder: &Path) -> Before {
    let mut all = Before::default();
    let Ok(entries) = fs::read_dir(state_folder.join(FOLDER)) else { return all };
    let mut ledgers: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.extension().is_none())
        .collect();
    ledgers.sort();
    for ledger in ledgers {
        all.extend(Before::read(&ledger, Path::new("")));
    }
    all
}
