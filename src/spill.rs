//! Texts that lie in a file and are read one by one when they are wanted, so that memory does not grow with their
//! number. Knows nothing of what they say.

use std::fs::File;
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::Path;
use std::sync::{Mutex, MutexGuard};

use crate::locks::lock;

/// Bytes that are gathered before they are written.
const GATHERED: usize = 256 * 1024;

/// Where a text stands in its file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    start: u64,
    size_bytes: u32,
}

impl Spot {
    /// From a byte to the one before another.
    pub(crate) fn between(start: u64, end: u64) -> Self {
        Self { start, size_bytes: u32::try_from(end.saturating_sub(start)).unwrap_or(u32::MAX) }
    }

    /// Some bytes of it, from the one at `start` on.
    pub(crate) fn part(self, start: usize, size_bytes: usize) -> Self {
        let start = self.start + start as u64;
        Self::between(start, start + size_bytes as u64)
    }

    /// How many bytes.
    pub(crate) fn len(self) -> u64 {
        u64::from(self.size_bytes)
    }
}

/// A file of texts. Several threads may read and add.
#[derive(Debug)]
pub(crate) struct Texts {
    open: Mutex<Open>,
}

#[derive(Debug)]
struct Open {
    file: File,
    /// Bytes that are in the file.
    written: u64,
    /// What comes after them.
    gathered: Vec<u8>,
}

impl Texts {
    /// Those of a file that is there.
    pub(crate) fn of(file: File) -> Self {
        Self { open: Mutex::new(Open { file, written: 0, gathered: Vec::new() }) }
    }

    /// None yet; they will lie in a folder, in a file that the system removes with the program's end, however that
    /// comes.
    ///
    /// # Errors
    /// If the file cannot be made.
    pub(crate) fn in_folder(folder: &Path) -> io::Result<Self> {
        tempfile::tempfile_in(folder).map(Self::of)
    }

    /// Adds one behind the others.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn add(&self, text: &str) -> io::Result<Spot> {
        let mut open = self.lock();
        let start = open.written + open.gathered.len() as u64;
        open.gathered.extend_from_slice(text.as_bytes());
        if open.gathered.len() >= GATHERED {
            open.write_gathered()?;
        }
        Ok(Spot::between(start, start + text.len() as u64))
    }

    /// One of them.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(crate) fn get(&self, spot: Spot) -> io::Result<String> {
        let mut bytes = vec![0; spot.size_bytes as usize];
        let mut open = self.lock();
        if !open.gathered.is_empty() && spot.start + u64::from(spot.size_bytes) > open.written {
            open.write_gathered()?;
        }
        open.file.seek(SeekFrom::Start(spot.start))?;
        open.file.read_exact(&mut bytes)?;
        drop(open);
        String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    fn lock(&self) -> MutexGuard<'_, Open> {
        // A panic elsewhere leaves whole texts only.
        lock(&self.open)
    }
}

impl Open {
    fn write_gathered(&mut self) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(self.written))?;
        self.file.write_all(&self.gathered)?;
        self.written += self.gathered.len() as u64;
        self.gathered.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_is_read_as_it_was_added_while_others_are_added() {
        let folder = tempfile::tempdir().expect("a folder");
        let texts = Texts::in_folder(folder.path()).expect("made");
        let text = |number: usize| format!("{number}é").repeat(number % 700);
        let mut spots = Vec::new();
        for number in 0..2000 {
            spots.push(texts.add(&text(number)).expect("added"));
            if number % 7 == 0 {
                assert_eq!(texts.get(spots[number / 2]).expect("read"), text(number / 2));
            }
        }
        for (number, spot) in spots.into_iter().enumerate() {
            assert_eq!(texts.get(spot).expect("read"), text(number));
        }
        drop(texts);
        assert_eq!(folder.path().read_dir().expect("folder").count(), 0);
    }
}
