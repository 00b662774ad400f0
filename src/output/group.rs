//! Writes one group's files, in one part or in several.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use anyhow::Result;

use super::manifest::{Files, Written};
use super::nursery::Nursery;
use super::writer::{Due, GroupReport, Spot, Writer, wanted};
use crate::cache::PhotoCache;
use crate::finding::Findings;
use crate::plan::{Plan, SitePath, path_claimed_twice};

impl Writer {
    /// Brings the files of one group to what the plan says: assets and photos first, then pages. Files of the
    /// group that the plan no longer names stay until `finish`. Somebody else's file in the way is a finding
    /// and stays as it is. A group whose folder is not there yet appears all at once.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub fn write_group(
        &self,
        group: &str,
        plan: &Plan,
        cache: &PhotoCache,
        findings: &mut Findings,
    ) -> Result<GroupReport> {
        let mut writing = self.begin_group(group)?;
        writing.write(plan, cache, findings)?;
        writing.finish(findings)
    }

    /// The same for a group whose plan comes in parts, so that none of them is held until all are there.
    ///
    /// # Errors
    /// If the machine fails to read.
    pub(crate) fn begin_group<'w>(&'w self, group: &'w str) -> Result<GroupWriter<'w>> {
        GroupWriter::begin(self, group)
    }
}

/// A group of which some parts are written.
pub(crate) struct GroupWriter<'w> {
    writer: &'w Writer,
    group: &'w str,
    before: Files,
    /// What was written there before, as far as no part has named it.
    known: HashMap<String, Written>,
    /// What is there now.
    after: BTreeMap<SitePath, Written>,
    occupied: BTreeSet<String>,
    blocked: BTreeSet<String>,
    /// Folders of the group that are no link and no file.
    plain: HashSet<String>,
    report: GroupReport,
}

impl<'w> GroupWriter<'w> {
    fn begin(writer: &'w Writer, group: &'w str) -> Result<Self> {
        let before = writer.files_before(group)?;
        Ok(Self {
            writer,
            group,
            known: before.iter().map(|(path, written)| (path.to_owned(), written)).collect(),
            before,
            after: BTreeMap::new(),
            occupied: BTreeSet::new(),
            blocked: BTreeSet::new(),
            plain: HashSet::new(),
            report: GroupReport::default(),
        })
    }

    /// Writes a part. What an earlier part has claimed may come again; with another content it is a finding, and the
    /// first stays.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn write(&mut self, plan: &Plan, cache: &PhotoCache, findings: &mut Findings) -> Result<()> {
        let writer = self.writer;
        let mut to_write = Vec::new();
        let mut nursery = writer.nursery_of(self.group);
        for (path, output) in plan.iter() {
            let target = writer.root.join(path.as_str());
            let is_new = nursery.as_ref().is_some_and(|nursery| target.starts_with(&nursery.folder));
            if !is_new && let Some(folder) = writer.no_folder(self.group, path.as_str(), &mut self.plain) {
                self.blocked.insert(folder.to_owned());
                continue;
            }
            let wanted = wanted(output, cache)?;
            if let Some(first) = self.after.get(path) {
                findings.extend(
                    (*first != wanted)
                        .then(|| path_claimed_twice(path))
                        .into_iter()
                        .collect::<Vec<_>>()
                        .into(),
                );
                continue;
            }
            let spot = Spot { path: path.as_str(), target: &target, is_new };
            match writer.due(self.group, spot, self.known.remove(path.as_str()), (output, &wanted), cache)? {
                Due::Nothing => self.report.unchanged += 1,
                Due::Write => {
                    self.report.written += 1;
                    to_write.push((path, output, target));
                }
                Due::Refused => {
                    self.occupied.insert(writer.shown(path.as_str()));
                    continue;
                }
            }
            self.report.bytes += wanted.size_bytes;
            self.after.insert(path.clone(), wanted);
        }
        writer.announce(self.group, &to_write)?;
        writer.write_files(&to_write, nursery.as_mut(), cache)?;
        nursery.map_or(Ok(()), Nursery::appear)
    }

    /// Remembers what was written. What no part has named is remembered under another group, or removed at the end.
    ///
    /// # Errors
    /// If the machine fails to write.
    pub(crate) fn finish(self, findings: &mut Findings) -> Result<GroupReport> {
        findings.extend(self.writer.refusals(&self.occupied, &self.blocked).into());
        let after: Vec<(&str, Written)> =
            self.after.iter().map(|(path, written)| (path.as_str(), *written)).collect();
        self.writer.remember_common(self.group, &after);
        self.writer.put_after(self.group, &Files::new(after), &self.before)?;
        Ok(self.report)
    }
}
