//! A file that a person names, wherever it lies.

use std::fs::{self, File};
use std::io::Read as _;
use std::path::Path;

use super::findings;
use crate::finding::Findings;

/// All bytes of a file, `name` being what the person called it. `None`, with a finding, for what is no file, cannot be
/// read, or is larger than so many bytes.
pub(crate) fn read_given(
    path: &Path,
    name: &str,
    most_bytes: u64,
    findings: &mut Findings,
) -> Option<Vec<u8>> {
    // Before it is opened: a pipe would wait for somebody to write into it.
    match fs::metadata(path) {
        Ok(metadata) if metadata.is_file() => {}
        Ok(_) => {
            findings.push(findings::given_is_no_file(name));
            return None;
        }
        Err(error) => {
            findings.push(findings::given_unreadable(name, error.kind()));
            return None;
        }
    }
    let mut bytes = Vec::new();
    let read = File::open(path).and_then(|file| file.take(most_bytes + 1).read_to_end(&mut bytes));
    if let Err(error) = read {
        findings.push(findings::given_unreadable(name, error.kind()));
        return None;
    }
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > most_bytes {
        findings.push(findings::given_too_large(name, most_bytes));
        return None;
    }
    Some(bytes)
}
