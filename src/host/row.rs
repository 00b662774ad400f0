//! What the table says of a host.

/// A place that serves static files. All that the program knows of it: no other file names a host.
#[derive(Debug, PartialEq, Eq)]
pub struct Host {
    /// As in `inang:` and `--host`.
    pub name: &'static str,
    /// As people call it.
    pub title: Title,
    /// Where the site appears without a domain of its own.
    pub base: Base,
    /// An address of that shape, for a first `etalase.yaml`: `@PROYEK@` stands for the project's name, `akun-anda`
    /// for the account's.
    pub example_address: &'static str,
    /// Endings of the domains that it gives away, each with its first dot.
    pub given_domains: &'static [&'static str],
    /// How response headers are set.
    pub headers: HeaderStyle,
    /// True if the lifetime that a rule gives to a folder goes out with the answer for what is not in it, too.
    pub keeps_missing: bool,
    /// How moved addresses are answered.
    pub redirects: RedirectStyle,
    /// Name of the page for unknown addresses.
    pub not_found: &'static str,
    /// True if one of that name in a folder above comes before the one at the root.
    pub nearest_not_found: bool,
    /// A file that names a domain of one's own, where the whole of it is the site's: never for an address in a folder.
    pub domain_file: Option<&'static str>,
    /// An empty file that keeps the host from changing the site.
    pub marker_file: Option<&'static str>,
    /// Endings of the only files that it takes; none where it takes any.
    pub endings: Option<&'static [&'static str]>,
    /// True if pages are opened as files, where a folder has no page of its own.
    pub opens_files: bool,
    /// Branch that `publish` puts the finished site on.
    pub branch: &'static str,
    /// The files by which CI publishes to it; none where no CI can.
    pub ci_files: &'static [CiFile],
    /// What it can hold.
    pub limits: &'static [Limit],
    /// What its terms say about shops, where that matters.
    pub terms: Option<Terms>,
}

/// What people call a host.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Title {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
}

impl Title {
    /// A name of its own, which no language changes.
    pub(super) const fn proper(name: &'static str) -> Self {
        Self { id: name, en: name }
    }
}

/// A file that tells a CI service to check, build and publish a site.
#[derive(Debug, PartialEq, Eq)]
pub struct CiFile {
    /// Where the service looks for it: below the top of the repository, or of the site.
    pub path: &'static str,
    /// True if that is the site's folder, where the two differ.
    pub is_in_site: bool,
    /// What stands in it, with marks (`@PROYEK@`) that `scaffold` fills in.
    pub template: &'static str,
}

/// Where a site appears without a domain of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// At the root of a subdomain.
    Root,
    /// In a folder that is called like the repository.
    Project,
    /// Wherever its owner puts it.
    Any,
}

/// How response headers are set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HeaderStyle {
    /// Not at all.
    None,
    /// By a file `_headers`.
    HeadersFile,
    /// By `vercel.json`.
    VercelJson,
    /// By `firebase.json`.
    FirebaseJson,
}

/// How moved addresses are answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RedirectStyle {
    /// Only by a page at the old address that leads on.
    Pages,
    /// By a file `_redirects`.
    RedirectsFile {
        /// Most rules without `*`.
        fixed: usize,
        /// Most rules with `*`.
        patterns: usize,
        /// True if every address starts with the project's folder.
        with_base: bool,
    },
    /// By `vercel.json`.
    VercelJson,
    /// By `firebase.json`.
    FirebaseJson,
}

/// One thing that a host has only so much of.
#[derive(Debug, PartialEq, Eq)]
pub struct Limit {
    /// What is counted.
    pub kind: LimitKind,
    /// How much of it there may be.
    pub most: u64,
    /// Where the figure stands.
    pub source: Source,
}

/// What a limit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum LimitKind {
    /// All files.
    Files,
    /// The size of all files together.
    SiteBytes,
    /// The size of any one file.
    FileBytes,
    /// Files in any one folder.
    FolderFiles,
}

/// Where a figure stands, and whether somebody looked.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    /// Document and, where it is public, its address.
    pub name: &'static str,
    /// Day on which the figure was read there, as `2026-11-24`; `None` if it is only said to be so.
    pub checked: Option<&'static str>,
}

/// What a host's terms say about shops.
#[derive(Debug, PartialEq, Eq)]
pub struct Terms {
    /// In Indonesian.
    pub id: &'static str,
    /// In English.
    pub en: &'static str,
    /// Where it stands.
    pub source: Source,
}
