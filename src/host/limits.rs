//! How much of a host's limits a site uses.

use std::collections::BTreeMap;

use super::findings;
use super::row::{Host, Limit, LimitKind};
use crate::finding::Findings;
use crate::model::SitePath;

/// Part of a limit from which on it is worth saying, in percent: what grows with every cooperative is said while
/// there is still time to plan.
fn near_percent(kind: LimitKind) -> u64 {
    match kind {
        LimitKind::Files | LimitKind::SiteBytes => 50,
        LimitKind::FileBytes | LimitKind::FolderFiles => 80,
    }
}

/// What a site takes up, added up file by file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Usage {
    files: u64,
    size_bytes: u64,
    largest: Option<(u64, String)>,
    files_by_folder: BTreeMap<String, u64>,
    /// Without the dot; a file without an ending has an empty one. With the first file of each, by path.
    files_by_ending: BTreeMap<String, (u64, String)>,
    /// Files that several parts of the site have in common, with their bytes: counted above, once.
    shared: BTreeMap<String, u64>,
}

impl Usage {
    /// Adds one file.
    pub fn add(&mut self, path: &SitePath, size_bytes: u64) {
        self.files += 1;
        self.size_bytes += size_bytes;
        if self.largest.as_ref().is_none_or(|(largest, _)| size_bytes > *largest) {
            self.largest = Some((size_bytes, path.as_str().to_owned()));
        }
        let folder = folder_of(path.as_str());
        match self.files_by_folder.get_mut(folder) {
            Some(files) => *files += 1,
            None => drop(self.files_by_folder.insert(folder.to_owned(), 1)),
        }
        self.add_ending(ending_of(path.as_str()), 1, path.as_str());
    }

    /// Adds a file that other parts of the site may have as well: the name says that it is the same.
    pub fn add_shared(&mut self, path: &SitePath, size_bytes: u64) {
        if self.shared.insert(path.as_str().to_owned(), size_bytes).is_none() {
            self.add(path, size_bytes);
        }
    }

    fn add_ending(&mut self, ending: &str, files: u64, path: &str) {
        match self.files_by_ending.get_mut(ending) {
            Some((count, first)) => {
                *count += files;
                if path < first.as_str() {
                    path.clone_into(first);
                }
            }
            None => drop(self.files_by_ending.insert(ending.to_owned(), (files, path.to_owned()))),
        }
    }

    /// Adds another part of the site.
    pub fn merge(&mut self, other: &Usage) {
        self.files += other.files;
        self.size_bytes += other.size_bytes;
        self.largest = self.largest.take().max(other.largest.clone());
        for (folder, files) in &other.files_by_folder {
            *self.files_by_folder.entry(folder.clone()).or_default() += files;
        }
        for (ending, (files, first)) in &other.files_by_ending {
            self.add_ending(ending, *files, first);
        }
        for (path, size_bytes) in &other.shared {
            if self.shared.insert(path.clone(), *size_bytes).is_some() {
                self.count_once_less(path, *size_bytes);
            }
        }
    }

    /// A file that was counted twice. The largest file and the first of its ending stay what they are.
    fn count_once_less(&mut self, path: &str, size_bytes: u64) {
        self.files -= 1;
        self.size_bytes -= size_bytes;
        if let Some(files) = self.files_by_folder.get_mut(folder_of(path)) {
            *files -= 1;
        }
        if let Some((files, _)) = self.files_by_ending.get_mut(ending_of(path)) {
            *files -= 1;
        }
    }

    /// How much of this there is, and where the most of it lies, if that can be said.
    fn of(&self, kind: LimitKind) -> (u64, Option<&str>) {
        match kind {
            LimitKind::Files => (self.files, None),
            LimitKind::SiteBytes => (self.size_bytes, None),
            LimitKind::FileBytes => {
                self.largest.as_ref().map_or((0, None), |(size, path)| (*size, Some(path.as_str())))
            }
            LimitKind::FolderFiles => self
                .files_by_folder
                .iter()
                .max_by_key(|(_, files)| **files)
                .map_or((0, None), |(folder, files)| (*files, Some(folder.as_str()))),
        }
    }
}

fn folder_of(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// Without the dot, empty if there is none.
fn ending_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.rsplit_once('.').map_or("", |(_, ending)| ending)
}

/// One limit with what is used of it, for a report.
#[derive(Debug, PartialEq, Eq)]
pub struct UsageRow {
    /// The limit.
    pub limit: &'static Limit,
    /// How much of it is used.
    pub used: u64,
    /// The same in percent, rounded down.
    pub percent: u64,
}

/// Every limit of a host with what a site uses of it.
pub fn usage_rows(host: &'static Host, usage: &Usage) -> Vec<UsageRow> {
    host.limits
        .iter()
        .map(|limit| {
            let (used, _) = usage.of(limit.kind);
            UsageRow { limit, used, percent: percent(used, limit.most) }
        })
        .collect()
}

/// Says which limits are passed (an error; a warning where the figure is uncertain) or near (an advice, with how
/// many more such cooperatives fit). `cooperatives` is how many the site has.
pub fn check_limits(host: &Host, usage: &Usage, cooperatives: usize, findings: &mut Findings) {
    let cooperatives = u64::try_from(cooperatives).unwrap_or(u64::MAX);
    for limit in host.limits {
        let (used, place) = usage.of(limit.kind);
        let percent = percent(used, limit.most);
        if used > limit.most {
            findings.push(findings::limit_passed(host, limit, used, place));
        } else if percent >= near_percent(limit.kind) {
            let grows = matches!(limit.kind, LimitKind::Files | LimitKind::SiteBytes) && cooperatives > 1;
            let room = grows.then(|| (limit.most - used) / (used / cooperatives).max(1));
            findings.push(findings::limit_near(host, limit, used, percent, room, place));
        }
    }
    if let Some(taken) = host.endings {
        for (ending, (files, first)) in &usage.files_by_ending {
            if !taken.contains(&ending.to_ascii_lowercase().as_str()) {
                findings.push(findings::files_refused(host, ending, *files, first));
            }
        }
    }
}

fn percent(used: u64, most: u64) -> u64 {
    used.saturating_mul(100) / most.max(1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Level;
    use crate::host::find_host;

    fn usage(files: &[(&str, u64)]) -> Usage {
        let mut usage = Usage::default();
        for (path, size_bytes) in files {
            usage.add(&SitePath::new(*path), *size_bytes);
        }
        usage
    }

    fn check(host: &str, usage: &Usage) -> Vec<(String, Level)> {
        let mut findings = Findings::new();
        check_limits(find_host(host).expect("in the table"), usage, 1, &mut findings);
        findings.iter().map(|finding| (finding.code.to_string(), finding.level)).collect()
    }

    fn many(files: u32) -> Usage {
        let mut usage = Usage::default();
        for number in 0..files {
            usage.add(&SitePath::new(format!("k/{number}.html")), 10);
        }
        usage
    }

    #[test]
    fn what_parts_have_in_common_is_counted_once() {
        let script = SitePath::new("aset/share-1.js");
        let part = |own: &str| {
            let mut part = usage(&[(own, 10)]);
            part.add_shared(&script, 400);
            part.add_shared(&script, 400);
            part
        };
        let mut whole = part("a/index.html");
        whole.merge(&part("b/index.html"));
        whole.merge(&part("c/index.html"));
        let mut expected = usage(&[("a/index.html", 10), ("b/index.html", 10), ("c/index.html", 10)]);
        expected.add_shared(&script, 400);
        assert_eq!(whole, expected);
        assert_eq!((whole.of(LimitKind::Files), whole.of(LimitKind::SiteBytes)), ((4, None), (430, None)));
    }

    #[test]
    fn a_small_site_is_no_news() {
        assert_eq!(check("cloudflare-pages", &usage(&[("index.html", 9_000)])), []);
    }

    #[test]
    fn near_a_limit_is_advice_and_beyond_it_an_error() {
        assert_eq!(check("cloudflare-pages", &many(9_999)), []);
        assert_eq!(check("cloudflare-pages", &many(10_000)), [("host-limit-near".to_owned(), Level::Advice)]);
        assert_eq!(check("cloudflare-pages", &many(20_000)), [("host-limit-near".to_owned(), Level::Advice)]);
        assert_eq!(
            check("cloudflare-pages", &many(20_001)),
            [("host-limit-passed".to_owned(), Level::Error)]
        );
    }

    #[test]
    fn it_is_said_how_many_more_cooperatives_fit_and_what_helps() {
        let mut findings = Findings::new();
        // 240 files each: a demo's cooperative in three languages; the limit comes with the 84th.
        check_limits(find_host("cloudflare-pages").expect("in the table"), &many(12_000), 50, &mut findings);
        let finding = findings.iter().next().expect("one finding");
        assert!(finding.found.id.ends_with("masih muat kira-kira 33 koperasi lagi"), "{}", finding.found.id);
        for remedy in ["bahasa:", "tanpa:", "foto: lebar:"] {
            assert!(
                finding.help.id.contains(remedy) && finding.help.en.contains(remedy),
                "{}",
                finding.help.id
            );
        }
    }

    #[test]
    fn a_figure_that_nobody_read_never_stops_a_build() {
        let large = usage(&[("index.html", 200 * 1024 * 1024)]);
        assert_eq!(check("codeberg-pages", &large), [("host-limit-passed".to_owned(), Level::Warning)]);
    }

    #[test]
    fn the_largest_file_and_the_fullest_folder_are_named() {
        let mut findings = Findings::new();
        let large = usage(&[("a/video.mp4", 30 * 1024 * 1024), ("b.html", 1)]);
        check_limits(find_host("cloudflare-pages").expect("in the table"), &large, 1, &mut findings);
        let finding = findings.iter().next().expect("one finding");
        assert_eq!(finding.at.file.path, "public/a/video.mp4");
        assert!(finding.found.id.contains("30,0 MB"), "{}", finding.found.id);
        assert!(finding.found.en.contains("30.0 MB"), "{}", finding.found.en);
        assert_eq!(check("netlify", &many(54_001)), [("host-limit-passed".to_owned(), Level::Error)]);
    }

    #[test]
    fn files_that_a_host_does_not_take_are_said_by_kind() {
        let site = usage(&[("index.html", 1), ("k/b.ics", 1), ("k/a.ics", 1), ("k/berkas", 1)]);
        let mut findings = Findings::new();
        check_limits(find_host("neocities").expect("in the table"), &site, 1, &mut findings);
        assert_eq!(
            findings.brief(),
            "a.ics host-refuses-files\nberkas host-refuses-files\n",
            "one for each kind, at its first file"
        );
        assert!(findings.iter().any(|finding| finding.found.id.starts_with("2 berkas `.ics`")));
        assert_eq!(check("cloudflare-pages", &site), []);
    }

    #[test]
    fn parts_of_a_site_add_up() {
        let mut whole = usage(&[("a/1", 5), ("a/2", 7)]);
        whole.merge(&usage(&[("a/3", 6), ("b/1", 1)]));
        assert_eq!(whole, usage(&[("a/1", 5), ("a/2", 7), ("a/3", 6), ("b/1", 1)]));
        let host = find_host("cloudflare-pages").expect("in the table");
        let rows = usage_rows(host, &whole);
        assert_eq!(rows.iter().map(|row| (row.used, row.percent)).collect::<Vec<_>>(), [(4, 0), (7, 0)]);
    }
}
