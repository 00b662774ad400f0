//! What the last build knew of each cooperative, so that an unchanged one is neither read nor rendered again.
//! One text file a site and output, a line a cooperative, which is read when its turn comes; a line that makes no sense
//! costs that cooperative a fresh build and nothing else.

use std::fs::{self, File};
use std::io::{self, BufRead as _, BufReader, BufWriter, Write as _};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard};

use anyhow::Result;

use super::folder::temporary_name;
use crate::failure::{Failure, OrFailed as _};
use crate::fingerprint::{Fingerprint, Fingerprinter};
use crate::locks::lock;
use crate::model::Date;
use crate::spill::{Spot, Texts};

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
    pub summary: String,
    /// Its findings, one JSON object each, without line breaks.
    pub findings: Vec<String>,
}

/// Where a cooperative's day of update came from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Updated {
    /// Its profile says so.
    ByProfile,
    /// The last commit that touched its folder, if there is one.
    ByHistory(Option<Date>),
}

/// The records of one site for one output: those of the last build, and those of this one. The site's own files have
/// one too, under the empty name.
#[derive(Debug)]
pub(crate) struct Records {
    /// Where they lie, and the first line of that file.
    path: PathBuf,
    header: String,
    before: Option<Texts>,
    /// Where the line of each slug stands in it, in order of slug.
    lines: Vec<(Box<str>, Spot)>,
    /// True if the file says nothing but these lines, in this order.
    is_tidy: bool,
    now: Mutex<Now>,
}

/// What this build knows.
#[derive(Debug, Default)]
struct Now {
    texts: Option<Texts>,
    /// For each line of before whether it still holds.
    kept: Vec<bool>,
    /// Where the other lines stand among these texts, in any order.
    others: Vec<(Box<str>, Spot)>,
}

/// A text that lies on the disk until it is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct KeptText {
    /// True in the file of the last build.
    is_before: bool,
    spot: Spot,
}

impl Records {
    /// Opens what an earlier build in the same world (settings, theme, program, day) has remembered.
    pub(crate) fn read(cache: &Path, output: &Path, world: Fingerprint) -> Self {
        let (path, header) = (path(cache, output), header(world));
        let mut records =
            Self { path, header, before: None, lines: Vec::new(), is_tidy: false, now: Mutex::default() };
        if let Ok(file) = File::open(&records.path)
            && let Some(lines) = lines(&file, &records.header)
        {
            records.lines = lines;
            let is_in_order = records.lines.is_sorted_by(|one, other| one.0 < other.0);
            let end =
                records.header.len() as u64 + records.lines.iter().map(|(_, spot)| spot.len()).sum::<u64>();
            records.is_tidy = is_in_order && file.metadata().is_ok_and(|file| file.len() == end);
            records.lines.sort_by(|one, other| one.0.cmp(&other.0));
            records.lines.shrink_to_fit();
            records.before = Some(Texts::of(file));
        }
        records
    }

    /// What the last build knew of a cooperative.
    pub(crate) fn get(&self, slug: &str) -> Option<Record> {
        let text = self.line_before(slug)?;
        let (_, rest) = text.trim_end_matches('\n').split_once('\t')?;
        let (sealed, line) = rest.split_once('\t')?;
        if Fingerprint::parse(sealed)? != seal(slug, line) {
            return None;
        }
        parse(line)
    }

    fn find(&self, slug: &str) -> Option<usize> {
        self.lines.binary_search_by(|(own, _)| (**own).cmp(slug)).ok()
    }

    fn line_before(&self, slug: &str) -> Option<String> {
        self.before.as_ref()?.get(self.lines[self.find(slug)?].1).ok()
    }

    /// Remembers what this build knows of a cooperative. Gives its summary.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn remember(&self, slug: &str, record: &Record) -> Result<KeptText> {
        let (line, summary) = sealed_line(slug, record);
        let before = self.find(slug).filter(|_| self.line_before(slug).as_ref() == Some(&line));
        let mut now = self.lock();
        let place = if let Some(at) = before {
            now.kept.resize(self.lines.len(), false);
            now.kept[at] = true;
            KeptText { is_before: true, spot: self.lines[at].1 }
        } else {
            let place = self.add(&mut now, &line)?;
            now.others.push((slug.into(), place.spot));
            place
        };
        Ok(KeptText { spot: place.spot.part(summary, record.summary.len()), ..place })
    }

    /// Keeps a text for as long as this build lasts.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn keep_text(&self, text: &str) -> Result<KeptText> {
        self.add(&mut self.lock(), text)
    }

    fn add(&self, now: &mut Now, text: &str) -> Result<KeptText> {
        let cache = self.path.parent().unwrap_or(Path::new(""));
        let mut add = || {
            if now.texts.is_none() {
                fs::create_dir_all(cache)?;
                now.texts = Some(Texts::in_folder(cache)?);
            }
            now.texts.as_ref().map_or_else(|| Err(io::ErrorKind::NotFound.into()), |texts| texts.add(text))
        };
        let spot = add().or_failed_at(Failure::Write, &self.path)?;
        Ok(KeptText { is_before: false, spot })
    }

    /// A text that was kept.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(crate) fn text(&self, kept: KeptText) -> Result<String> {
        self.read_text(&self.lock(), kept).or_failed_at(Failure::Read, &self.path)
    }

    fn read_text(&self, now: &Now, kept: KeptText) -> io::Result<String> {
        let texts = if kept.is_before { &self.before } else { &now.texts };
        texts.as_ref().map_or_else(|| Err(io::ErrorKind::NotFound.into()), |texts| texts.get(kept.spot))
    }

    /// Replaces what the last build knew by what this one knows, unless that is the same.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn replace(&self) -> Result<()> {
        let now = self.lock();
        let is_same = now.kept.len() == self.lines.len() && now.kept.iter().all(|is_kept| *is_kept);
        if self.is_tidy && is_same && now.others.is_empty() {
            return Ok(());
        }
        let kept = self.lines.iter().zip(&now.kept).filter(|(_, is_kept)| **is_kept);
        let kept = kept.map(|((slug, spot), _)| (slug, KeptText { is_before: true, spot: *spot }));
        let others = now.others.iter().map(|(slug, spot)| (slug, KeptText { is_before: false, spot: *spot }));
        let mut lines: Vec<(&Box<str>, KeptText)> = kept.chain(others).collect();
        lines.sort_by_key(|(slug, _)| *slug);
        let temporary = self.path.with_extension(temporary_name());
        let write = || {
            fs::create_dir_all(self.path.parent().unwrap_or(Path::new("")))?;
            let mut file = BufWriter::new(File::create(&temporary)?);
            file.write_all(self.header.as_bytes())?;
            for (_, kept) in lines {
                file.write_all(self.read_text(&now, kept)?.as_bytes())?;
            }
            file.into_inner()?;
            fs::rename(&temporary, &self.path)
        };
        write().inspect_err(|_| drop(fs::remove_file(&temporary))).or_failed_at(Failure::Write, &self.path)
    }

    fn lock(&self) -> MutexGuard<'_, Now> {
        // A panic elsewhere leaves whole records only.
        lock(&self.now)
    }
}

/// Where the line of each slug stands in a file that begins with this header, as far as it is text. `None` for any
/// other file.
fn lines(file: &File, header: &str) -> Option<Vec<(Box<str>, Spot)>> {
    let mut file = BufReader::with_capacity(128 * 1024, file);
    let (mut line, mut lines) = (Vec::new(), Vec::new());
    file.read_until(b'\n', &mut line).ok().filter(|_| line == header.as_bytes())?;
    let mut at = line.len() as u64;
    line.clear();
    while file.read_until(b'\n', &mut line).ok()? > 0 {
        let end = at + line.len() as u64;
        let slug = line.split(|byte| *byte == b'\t').next().unwrap_or_default();
        if let Ok(slug) = std::str::from_utf8(slug) {
            lines.push((slug.into(), Spot::between(at, end)));
        }
        at = end;
        line.clear();
    }
    Some(lines)
}

/// One line of the file, with its end, and where the summary begins in it.
fn sealed_line(slug: &str, record: &Record) -> (String, usize) {
    let (line, summary) = line(record);
    let head = format!("{slug}\t{}\t", seal(slug, &line));
    let at = head.len() + summary;
    (head + &line + "\n", at)
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

/// A record without its name, and where the summary begins.
fn line(record: &Record) -> (String, usize) {
    let stamps = record.stamps.map_or_else(|| "-".to_owned(), |stamps| stamps.to_string());
    let updated = match record.updated {
        Updated::ByProfile => "profile".to_owned(),
        Updated::ByHistory(None) => "never".to_owned(),
        Updated::ByHistory(Some(day)) => day.to_string(),
    };
    let counts = record.counts.map(|count| count.to_string()).join(" ");
    let head = format!("{stamps}\t{}\t{updated}\t{counts}\t{}\t", record.content, record.pages);
    let summary = head.len();
    (format!("{head}{}\t{}", record.summary, record.findings.join("\t")), summary)
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
            findings: [r#"{"code":"a"}"#, r#"{"code":"b"}"#].map(str::to_owned).into(),
        }
    }

    /// What a build leaves that knows these records, and the last of their summaries as it was kept.
    fn build(cache: &Path, world: Fingerprint, records: &[(&str, Record)]) -> Option<String> {
        let now = Records::read(cache, Path::new("public"), world);
        let kept =
            records.iter().map(|(slug, record)| now.remember(slug, record).expect("remembered")).last();
        let summary = kept.map(|kept| now.text(kept).expect("kept"));
        now.replace().expect("written");
        summary
    }

    #[test]
    fn records_are_read_again_in_the_same_world_only() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let untrusted =
            Record { stamps: None, updated: Updated::ByProfile, findings: Vec::new(), ..record() };
        // Whichever comes first, they lie in order.
        let written = [("b", untrusted.clone()), ("a", record())];
        for _ in 0..2 {
            assert_eq!(build(folder.path(), world, &written), Some(record().summary));
            let read = Records::read(folder.path(), output, world);
            assert_eq!(read.get("a"), Some(record()));
            assert_eq!(read.get("b"), Some(untrusted.clone()));
            assert_eq!(read.get("c"), None);
        }
        assert_eq!(Records::read(folder.path(), output, Fingerprint::of(b"other")).get("a"), None);
    }

    #[test]
    fn damage_costs_a_fresh_build_and_nothing_else() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        build(folder.path(), world, &[("a", record())]);
        let path = path(folder.path(), output);
        let text = fs::read_to_string(&path).expect("text");
        fs::write(&path, text.replace("1 2 3", "1 2 x")).expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
        let cut = text.find("\"slug\"").expect("a summary");
        fs::write(&path, &text[..cut]).expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
        fs::write(&path, b"\xff\xfe").expect("damaged");
        assert_eq!(Records::read(folder.path(), output, world).get("a"), None);
        build(folder.path(), world, &[("a", record())]);
        assert_eq!(Records::read(folder.path(), output, world).get("a"), Some(record()));
    }

    #[test]
    fn what_says_the_same_already_is_not_written() {
        let folder = tempfile::tempdir().expect("a folder");
        let (world, output) = (Fingerprint::of(b"world"), Path::new("public"));
        let path = path(folder.path(), output);
        let both = [("a", record()), ("b", record())];
        build(folder.path(), world, &both);
        let read = Records::read(folder.path(), output, world);
        for (slug, record) in &both {
            let kept = read.remember(slug, record).expect("remembered");
            assert_eq!(read.text(kept).expect("kept"), record.summary);
        }
        fs::remove_file(&path).expect("there");
        read.replace().expect("nothing to do");
        assert!(!path.exists());
        build(folder.path(), world, &both);
        build(folder.path(), world, &both[..1]);
        assert_eq!(Records::read(folder.path(), output, world).get("b"), None);
        build(folder.path(), Fingerprint::of(b"other"), &both);
        assert_eq!(Records::read(folder.path(), output, Fingerprint::of(b"other")).get("b"), Some(record()));
    }

    #[test]
    fn a_text_is_kept_for_a_build() {
        let folder = tempfile::tempdir().expect("a folder");
        let records =
            Records::read(&folder.path().join("cache"), Path::new("public"), Fingerprint::of(b"world"));
        let kept = ["one", "", "three"].map(|text| records.keep_text(text).expect("kept"));
        assert_eq!(kept.map(|kept| records.text(kept).expect("read")), ["one", "", "three"]);
    }
}
