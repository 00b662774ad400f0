//! What the last build knew of each cooperative, so that an unchanged one is neither read nor rendered again.
//! One text file a site and output, a line a cooperative; a line that makes no sense costs that cooperative a
//! fresh build and nothing else.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use anyhow::Result;

use super::folder::temporary_name;
use super::shared_text::SharedText;
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::model::Date;

/// First word of the file; another one means that another version wrote it, and nothing in it is used.
const FORM: &str = "etalase-records-2";

/// What is remembered of one cooperative that was built without an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Record {
    /// Names, sizes and time stamps of its files; `None` if a file was too fresh to trust its time stamp.
    pub stamps: Option<Fingerprint>,
    /// Names and content of its files.
    pub content: Fingerprint,
    /// Where its day of update came from.
    pub updated: Updated,
    /// Numbers for the report: files, pages, photos.
    pub counts: [usize; 3],
    /// Which pages it has.
    pub pages: Fingerprint,
    /// Its summary, as published, without the line break at its end.
    pub summary: SharedText,
    /// Its findings, one JSON object each, without line breaks.
    pub findings: Vec<SharedText>,
}

/// Where a cooperative's day of update came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Updated {
    /// Its profile says so.
    ByProfile,
    /// The last commit that touched its folder, if there is one.
    ByHistory(Option<Date>),
}

/// The records of one site for one output. The site's own files have one too, under the empty name.
#[derive(Debug, Default)]
pub(crate) struct Records {
    /// The file as it was read: most of it is handed on as it stands.
    text: Arc<String>,
    /// Where the line of each slug stands in it, in order of slug.
    lines: Vec<Range<usize>>,
}

impl Records {
    /// Reads what an earlier build in the same world (settings, theme, program, day) has remembered.
    pub(crate) fn read(cache: &Path, output: &Path, world: Fingerprint) -> Self {
        let Ok(text) = fs::read_to_string(path(cache, output)) else { return Self::default() };
        let header = header(world);
        if !text.starts_with(&header) {
            return Self::default();
        }
        let mut lines = Vec::new();
        let mut start = header.len();
        for line in text[start..].split_inclusive('\n') {
            lines.push(start..start + line.trim_end_matches('\n').len());
            start += line.len();
        }
        lines.sort_by_key(|line| slug_of(&text[line.clone()]));
        Self { text: Arc::new(text), lines }
    }

    /// What is known of a cooperative.
    pub(crate) fn get(&self, slug: &str) -> Option<Record> {
        let found = self.lines.binary_search_by_key(&slug, |line| slug_of(&self.text[line.clone()])).ok()?;
        let whole = self.lines[found].clone();
        let (_, rest) = self.text[whole.clone()].split_once('\t')?;
        let (sealed, line) = rest.split_once('\t')?;
        if Fingerprint::parse(sealed)? != seal(slug, line) {
            return None;
        }
        parse(&self.text, whole.end - line.len()..whole.end)
    }

    /// Replaces what these records were read from, unless it says the same already. `records` are in order of slug.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn replace(
        &self,
        cache: &Path,
        output: &Path,
        world: Fingerprint,
        records: &BTreeMap<String, Record>,
    ) -> Result<()> {
        let path = path(cache, output);
        let header = header(world);
        if let Some(mut rest) = self.text.strip_prefix(&header) {
            let is_next = |(slug, record): (&String, &Record)| {
                rest.strip_prefix(&sealed_line(slug, record)).inspect(|after| rest = after).is_some()
            };
            if records.iter().all(is_next) && rest.is_empty() {
                return Ok(());
            }
        }
        let temporary = path.with_extension(temporary_name());
        let write = || {
            fs::create_dir_all(cache)?;
            let mut file = BufWriter::new(File::create(&temporary)?);
            file.write_all(header.as_bytes())?;
            for (slug, record) in records {
                file.write_all(sealed_line(slug, record).as_bytes())?;
            }
            file.into_inner()?;
            fs::rename(&temporary, &path)
        };
        write().inspect_err(|_| drop(fs::remove_file(&temporary))).or_failed_at(Failure::Write, &path)
    }
}

fn slug_of(line: &str) -> &str {
    line.split_once('\t').map_or(line, |(slug, _)| slug)
}

/// One line of the file, with its end.
fn sealed_line(slug: &str, record: &Record) -> String {
    let line = line(record);
    format!("{slug}\t{}\t{line}\n", seal(slug, &line))
}

fn path(cache: &Path, output: &Path) -> PathBuf {
    // By the last name only: a site that is moved or copied as a whole keeps its records.
    let name = output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy());
    cache.join(format!("catatan-{name}"))
}

/// First line of the file, with its end.
fn header(world: Fingerprint) -> String {
    format!("{FORM} {world}\n")
}

/// Tells a whole line from one that was cut or changed, though what is left of it still makes sense.
fn seal(slug: &str, line: &str) -> Fingerprint {
    let mut seal = Fingerprinter::new();
    seal.add(slug.as_bytes());
    seal.add(line.as_bytes());
    seal.finish()
}

fn line(record: &Record) -> String {
    let stamps = record.stamps.map_or_else(|| "-".to_owned(), |stamps| stamps.to_string());
    let updated = match record.updated {
        Updated::ByProfile => "profile".to_owned(),
        Updated::ByHistory(None) => "never".to_owned(),
        Updated::ByHistory(Some(day)) => day.to_string(),
    };
    let counts = record.counts.map(|count| count.to_string()).join(" ");
    let findings: Vec<&str> = record.findings.iter().map(|finding| &**finding).collect();
    let findings = findings.join("\t");
    format!(
        "{stamps}\t{}\t{updated}\t{counts}\t{}\t{}\t{findings}",
        record.content, record.pages, &*record.summary
    )
}

/// The record of a line, which shares its text.
fn parse(text: &Arc<String>, line: Range<usize>) -> Option<Record> {
    let mut at = line.start;
    let mut fields = text[line].split('\t').map(|field| {
        let start = at;
        at += field.len() + 1;
        (field, SharedText::part_of(text, start..start + field.len()))
    });
    let stamps = match fields.next()?.0 {
        "-" => None,
        typed => Some(Fingerprint::parse(typed)?),
    };
    let content = Fingerprint::parse(fields.next()?.0)?;
    let updated = match fields.next()?.0 {
        "profile" => Updated::ByProfile,
        "never" => Updated::ByHistory(None),
        typed => Updated::ByHistory(Some(typed.parse().ok()?)),
    };
    let counts: Vec<usize> = fields.next()?.0.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let pages = Fingerprint::parse(fields.next()?.0)?;
    let summary = fields.next()?.1;
    let findings = fields.filter(|(finding, _)| !finding.is_empty()).map(|(_, shared)| shared).collect();
    Some(Record { stamps, content, updated, counts: counts.try_into().ok()?, pages, summary, findings })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> Record {
        Record {
            stamps: Some(Fingerprint::of(b"stamps")),
            content: Fingerprint::of(b"content"),
            updated: Updated::ByHistory("2026-11-24".parse().ok()),
            counts: [1, 2, 3],
            pages: Fingerprint::of(b"pages"),
            summary: r#"{"slug":"kpc"}"#.to_owned().into(),
            findings: [r#"{"code":"a"}"#, r#"{"code":"b"}"#].map(|finding| finding.to_owned().into()).into(),
        }
    }

    #[test]
    fn records_are_read_again_in_the_same_world_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let untrusted =
            Record { stamps: None, updated: Updated::ByProfile, findings: Vec::new(), ..record() };
        let written = [("a".to_owned(), record()), ("b".to_owned(), untrusted.clone())].into();
        Records::default().replace(folder.path(), output, world, &written).expect("written");
        let read = Records::read(folder.path(), output, world);
        assert_eq!(read.get("a"), Some(record()));
        assert_eq!(read.get("b"), Some(untrusted));
        assert_eq!(read.get("c"), None);
        assert_eq!(Records::read(folder.path(), output, Fingerprint::of(b"other")).get("a"), None);
    }

    #[test]
    fn damage_costs_a_fresh_build_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let written = [("a".to_owned(), record())].into();
        Records::default().replace(folder.path(), output, world, &written).expect("written");
        let path = path(folder.path(), output);
        let text = fs::read_to_string(&path).expect("text");
        fs::write(&path, text.replace("1 2 3", "1 2 x")).expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
        let cut = text.find("\"slug\"").expect("a summary");
        fs::write(&path, &text[..cut]).expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
        fs::write(&path, b"\xff\xfe").expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
    }

    #[test]
    fn what_says_the_same_already_is_not_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let path = path(folder.path(), output);
        let mut written: BTreeMap<String, Record> =
            [("a".to_owned(), record()), ("b".to_owned(), record())].into();
        Records::default().replace(folder.path(), output, world, &written).expect("written");
        let read = Records::read(folder.path(), output, world);
        fs::remove_file(&path).expect("there");
        read.replace(folder.path(), output, world, &written).expect("nothing to do");
        assert!(!path.exists());
        written.remove("b");
        read.replace(folder.path(), output, world, &written).expect("written");
        assert_eq!(Records::read(folder.path(), output, world).get("b"), None);
        read.replace(folder.path(), output, Fingerprint::of(b"other"), &written).expect("written");
        assert_eq!(Records::read(folder.path(), output, Fingerprint::of(b"other")).get("a"), Some(record()));
    }
}
