//! What the last build knew of each cooperative, so that an unchanged one is neither read nor rendered again.
//! One text file a site and output, a line a cooperative; a line that makes no sense costs that cooperative a
//! fresh build and nothing else.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::model::Date;

/// First word of the file; another one means that another version wrote it, and nothing in it is used.
const FORM: &str = "etalase-records-2";

/// What is remembered of one cooperative that was built without an error.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
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
    pub summary: String,
    /// Its findings, one JSON object each, without line breaks.
    pub findings: Vec<String>,
}

/// Where a cooperative's day of update came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Updated {
    /// Its profile says so.
    ByProfile,
    /// The last commit that touched its folder, if there is one.
    ByHistory(Option<Date>),
}

/// The records of one site for one output. The site's own files have one too, under the empty name.
#[derive(Debug, Default)]
pub struct Records {
    lines: BTreeMap<String, String>,
}

impl Records {
    /// Reads what an earlier build in the same world (settings, theme, program, day) has remembered.
    pub fn read(cache: &Path, output: &Path, world: Fingerprint) -> Self {
        let Ok(text) = fs::read_to_string(path(cache, output)) else { return Self::default() };
        let mut lines = text.lines();
        if lines.next() != Some(header(world).as_str()) {
            return Self::default();
        }
        let entry = |line: &str| line.split_once('\t').map(|(slug, rest)| (slug.to_owned(), rest.to_owned()));
        Self { lines: lines.filter_map(entry).collect() }
    }

    /// What is known of a cooperative.
    pub fn get(&self, slug: &str) -> Option<Record> {
        let (sealed, line) = self.lines.get(slug)?.split_once('\t')?;
        if Fingerprint::parse(sealed)? != seal(slug, line) {
            return None;
        }
        parse(line)
    }

    /// Replaces the file. `records` are in order of slug.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub fn write<'a>(
        cache: &Path,
        output: &Path,
        world: Fingerprint,
        records: impl Iterator<Item = (&'a str, &'a Record)>,
    ) -> Result<()> {
        let path = path(cache, output);
        let mut text = header(world);
        text.push('\n');
        for (slug, record) in records {
            let line = line(record);
            let _ = writeln!(text, "{slug}\t{}\t{line}", seal(slug, &line));
        }
        if fs::read_to_string(&path).is_ok_and(|before| before == text) {
            return Ok(());
        }
        let temporary = path.with_extension(format!("new-{}", std::process::id()));
        fs::create_dir_all(cache)
            .and_then(|()| fs::write(&temporary, text))
            .and_then(|()| fs::rename(&temporary, &path))
            .with_context(|| format!("cannot write {}", path.display()))
    }
}

fn path(cache: &Path, output: &Path) -> PathBuf {
    // By the last name only: a site that is moved or copied as a whole keeps its records.
    let name = output.file_name().map_or_else(|| "output".into(), |name| name.to_string_lossy());
    cache.join(format!("catatan-{name}"))
}

fn header(world: Fingerprint) -> String {
    format!("{FORM} {world}")
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
    let findings = record.findings.join("\t");
    format!(
        "{stamps}\t{}\t{updated}\t{counts}\t{}\t{}\t{findings}",
        record.content, record.pages, record.summary
    )
}

fn parse(line: &str) -> Option<Record> {
    let mut fields = line.split('\t');
    let stamps = match fields.next()? {
        "-" => None,
        typed => Some(Fingerprint::parse(typed)?),
    };
    let content = Fingerprint::parse(fields.next()?)?;
    let updated = match fields.next()? {
        "profile" => Updated::ByProfile,
        "never" => Updated::ByHistory(None),
        typed => Updated::ByHistory(Some(typed.parse().ok()?)),
    };
    let counts: Vec<usize> = fields.next()?.split(' ').map(str::parse).collect::<Result<_, _>>().ok()?;
    let pages = Fingerprint::parse(fields.next()?)?;
    let summary = fields.next()?.to_owned();
    let findings = fields.filter(|finding| !finding.is_empty()).map(str::to_owned).collect();
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
            summary: r#"{"slug":"kpc"}"#.to_owned(),
            findings: vec![r#"{"code":"a"}"#.to_owned(), r#"{"code":"b"}"#.to_owned()],
        }
    }

    #[test]
    fn records_are_read_again_in_the_same_world_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let untrusted =
            Record { stamps: None, updated: Updated::ByProfile, findings: Vec::new(), ..record() };
        let written = [("a", &record()), ("b", &untrusted)];
        Records::write(folder.path(), output, world, written.into_iter()).expect("written");
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
        let written = [("a", &record())];
        Records::write(folder.path(), output, world, written.into_iter()).expect("written");
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
}
