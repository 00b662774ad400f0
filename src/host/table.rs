//! The table of hosts. Every figure carries its source and the day on which it was read there; one that was
//! not read anywhere says so, and never stops a build.

use super::row::{Base, CiFile, HeaderStyle, Host, Limit, LimitKind, RedirectStyle, Source, Terms, Title};

const KIB: u64 = 1024;
const MIB: u64 = 1024 * KIB;
const GIB: u64 = 1024 * MIB;

/// Said by people who use the host, found in no document of its own.
const HEARSAY: Source =
    Source { name: "keterangan pengguna, belum ditemukan di dokumen resmi", checked: None };

/// The source of its server, with the plans in it.
const NEOCITIES: &str = "https://github.com/neocities/neocities/blob/master/models/site.rb";

/// Of a free account, as far as a site like ours could have them. Same source.
const NEOCITIES_ENDINGS: &[&str] = &[
    "html",
    "htm",
    "txt",
    "text",
    "css",
    "js",
    "jpg",
    "jpeg",
    "png",
    "apng",
    "gif",
    "svg",
    "md",
    "markdown",
    "eot",
    "ttf",
    "woff",
    "woff2",
    "json",
    "geojson",
    "csv",
    "tsv",
    "ico",
    "pdf",
    "xml",
    "manifest",
    "otf",
    "scss",
    "webp",
    "avif",
    "webmanifest",
    "atom",
    "rdf",
    "map",
    "yaml",
    "yml",
];

const CLOUDFLARE_PAGES: &str = "https://developers.cloudflare.com/pages/platform/limits/";

const fn limit(kind: LimitKind, most: u64, name: &'static str, checked: &'static str) -> Limit {
    Limit { kind, most, source: Source { name, checked: Some(checked) } }
}

const fn said(kind: LimitKind, most: u64) -> Limit {
    Limit { kind, most, source: HEARSAY }
}

const fn at_top(path: &'static str, template: &'static str) -> CiFile {
    CiFile { path, is_in_site: false, template }
}

/// The workflow of GitHub Actions: the same steps for every host, then those that bring the site there.
macro_rules! github_actions {
    ($($steps:literal),+) => {
        at_top(
            ".github/workflows/terbit.yml",
            concat!(include_str!("ci/github.yml"), $(include_str!($steps)),+),
        )
    };
}

/// Starts that workflow every night. In a file of its own: GitHub switches a workflow with a schedule off, whole, when
/// a public repository has had no activity for 60 days. Source:
/// <https://docs.github.com/en/actions/how-tos/manage-workflow-runs/disable-and-enable-workflows>.
const NIGHTLY: CiFile = at_top(".github/workflows/jadwal.yml", include_str!("ci/github-jadwal.yml"));

/// Collects from sites of their own every night, an hour before that.
const COLLECT_BY_GITHUB: CiFile =
    at_top(".github/workflows/himpun.yml", include_str!("ci/github-himpun.yml"));

/// The same as a job of a file that has others.
pub(super) const COLLECT_AS_JOB: &str = include_str!("ci/gitlab-himpun.yml");

/// The CI file that collects, where one starts the night's work.
pub(super) fn collecting_file(host: &Host) -> Option<CiFile> {
    host.ci_files.iter().any(|file| file.path == NIGHTLY.path).then_some(COLLECT_BY_GITHUB)
}

/// For hosts that follow a branch with the finished site.
const BRANCH_BY_GITHUB: CiFile = github_actions!("ci/github-cabang-hasil.yml", "ci/github-cabang.yml");

/// Nothing special: what a host is unless its row says otherwise.
const PLAIN: Host = Host {
    name: "umum",
    title: Title { id: "inang statis mana pun", en: "any static host" },
    base: Base::Any,
    example_address: "https://koperasi.example/",
    given_domains: &[],
    headers: HeaderStyle::None,
    keeps_missing: false,
    redirects: RedirectStyle::Pages,
    not_found: crate::routes::NOT_FOUND,
    nearest_not_found: false,
    domain_file: None,
    marker_file: None,
    endings: None,
    opens_files: false,
    branch: "gh-pages",
    ci_files: &[],
    limits: &[],
    terms: None,
};

/// What is known of a host that is not in the table.
pub(super) const ANY: Host = Host { ci_files: &[BRANCH_BY_GITHUB, NIGHTLY], ..PLAIN };

/// The names of all hosts, in the order of the table.
pub const NAMES: &[&str] = &{
    let mut names = [""; HOSTS.len()];
    let mut index = 0;
    while index < HOSTS.len() {
        names[index] = HOSTS[index].name;
        index += 1;
    }
    names
};

/// All hosts, the ones that suit a shop best first.
pub const HOSTS: &[Host] = &[
    Host {
        name: "cloudflare-pages",
        title: Title::proper("Cloudflare Pages"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.pages.dev/",
        given_domains: &[".pages.dev"],
        headers: HeaderStyle::HeadersFile,
        nearest_not_found: true,
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 100, with_base: false },
        ci_files: &[github_actions!("ci/github-cloudflare-pages.yml"), NIGHTLY],
        limits: &[
            limit(LimitKind::Files, 20_000, CLOUDFLARE_PAGES, "2026-11-24"),
            limit(LimitKind::FileBytes, 25 * MIB, CLOUDFLARE_PAGES, "2026-11-24"),
        ],
        ..PLAIN
    },
    Host {
        name: "cloudflare-workers",
        title: Title::proper("Cloudflare Workers (static assets)"),
        base: Base::Root,
        example_address: "https://@PROYEK@.akun-anda.workers.dev/",
        given_domains: &[".workers.dev"],
        headers: HeaderStyle::HeadersFile,
        keeps_missing: true,
        nearest_not_found: true,
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 100, with_base: false },
        ci_files: &[
            github_actions!("ci/github-cloudflare-workers.yml"),
            NIGHTLY,
            CiFile { path: "wrangler.jsonc", is_in_site: true, template: include_str!("ci/wrangler.jsonc") },
        ],
        limits: &[
            limit(
                LimitKind::Files,
                20_000,
                "https://developers.cloudflare.com/workers/static-assets/",
                "2026-11-24",
            ),
            limit(
                LimitKind::FileBytes,
                25 * MIB,
                "https://developers.cloudflare.com/workers/static-assets/",
                "2026-11-24",
            ),
        ],
        ..PLAIN
    },
    Host {
        name: "netlify",
        title: Title::proper("Netlify"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.netlify.app/",
        given_domains: &[".netlify.app"],
        headers: HeaderStyle::HeadersFile,
        // No figure is documented; above this the file is so slow to read that pages serve better.
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 500, with_base: false },
        ci_files: &[at_top("netlify.toml", include_str!("ci/netlify.toml"))],
        limits: &[limit(
            LimitKind::FolderFiles,
            54_000,
            "https://docs.netlify.com/site-deploys/overview/",
            "2026-11-24",
        )],
        ..PLAIN
    },
    Host {
        name: "gitlab-pages",
        title: Title::proper("GitLab Pages"),
        base: Base::Project,
        example_address: "https://akun-anda.gitlab.io/@PROYEK@/",
        given_domains: &[".gitlab.io"],
        redirects: RedirectStyle::RedirectsFile { fixed: 900, patterns: 100, with_base: true },
        branch: "pages",
        ci_files: &[at_top(".gitlab-ci.yml", include_str!("ci/gitlab.yml"))],
        limits: &[
            limit(
                LimitKind::Files,
                200_000,
                "https://gitlab.com/gitlab-org/gitlab/-/issues/500273",
                "2026-11-24",
            ),
            limit(
                LimitKind::SiteBytes,
                GIB,
                "https://gitlab.com/gitlab-org/gitlab/-/issues/405048",
                "2026-11-24",
            ),
        ],
        ..PLAIN
    },
    Host {
        name: "codeberg-pages",
        title: Title::proper("Codeberg Pages"),
        base: Base::Project,
        example_address: "https://akun-anda.codeberg.page/@PROYEK@/",
        given_domains: &[".codeberg.page"],
        // Its two servers read `_redirects` each in a way of its own below a project's folder; pages lead on from both.
        domain_file: Some(".domains"),
        branch: "pages",
        // The server's default; Codeberg names no figure of its own.
        ci_files: &[at_top(".woodpecker/terbit.yaml", include_str!("ci/woodpecker.yml"))],
        limits: &[said(LimitKind::SiteBytes, 128 * MIB)],
        terms: Some(Terms {
            id: "Codeberg hanya untuk karya berlisensi bebas; toko murni bisa diminta pindah",
            en: "Codeberg is for works under a free licence only; a plain shop may be asked to move",
            source: Source {
                name: "https://docs.codeberg.org/getting-started/faq",
                checked: Some("2026-11-24"),
            },
        }),
        ..PLAIN
    },
    Host {
        name: "github-pages",
        title: Title::proper("GitHub Pages"),
        base: Base::Project,
        example_address: "https://akun-anda.github.io/@PROYEK@/",
        given_domains: &[".github.io"],
        domain_file: Some("CNAME"),
        marker_file: Some(".nojekyll"),
        ci_files: &[github_actions!("ci/github-pages.yml"), NIGHTLY],
        limits: &[
            limit(
                LimitKind::SiteBytes,
                GIB,
                "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
                "2026-11-24",
            ),
            limit(
                LimitKind::FileBytes,
                100 * MIB,
                "https://docs.github.com/en/enterprise/2.16/user/articles/working-with-large-files",
                "2026-11-24",
            ),
        ],
        terms: Some(Terms {
            id: "ketentuan GitHub Pages tidak mengizinkan toko daring atau situs yang terutama untuk jual beli; \
                 pakai untuk profil dan halaman muda, dan taruh etalase belanja di tempat lain",
            en: "the terms of GitHub Pages do not allow online shops or sites mainly for trade; use it for the \
                 profile and the youth pages, and put the storefront elsewhere",
            source: Source {
                name: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
                checked: Some("2026-11-24"),
            },
        }),
        ..PLAIN
    },
    Host {
        name: "vercel",
        title: Title::proper("Vercel (Hobby)"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.vercel.app/",
        given_domains: &[".vercel.app"],
        headers: HeaderStyle::VercelJson,
        // Its rules for headers come before anybody looks for the file; not tried there.
        keeps_missing: true,
        redirects: RedirectStyle::VercelJson,
        ci_files: &[BRANCH_BY_GITHUB, NIGHTLY],
        limits: &[
            // The answer of its server to more.
            limit(LimitKind::Files, 15_000, "https://github.com/vercel/vercel/issues/8571", "2026-11-24"),
            Limit {
                kind: LimitKind::SiteBytes,
                most: 100 * MIB,
                source: Source {
                    name: "https://vercel.com/docs/limits/overview, salinan lama; halaman baru belum dibaca",
                    checked: None,
                },
            },
        ],
        terms: Some(Terms {
            id: "paket Hobby dari Vercel melarang pemakaian komersial, termasuk etalase toko",
            en: "Vercel's Hobby plan forbids commercial use, a storefront included",
            source: Source {
                name: "https://github.com/vercel/community/discussions/1411",
                checked: Some("2026-11-24"),
            },
        }),
        ..PLAIN
    },
    Host {
        name: "firebase",
        title: Title::proper("Firebase Hosting (Spark)"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.web.app/",
        given_domains: &[".web.app", ".firebaseapp.com"],
        headers: HeaderStyle::FirebaseJson,
        keeps_missing: true,
        redirects: RedirectStyle::FirebaseJson,
        ci_files: &[BRANCH_BY_GITHUB, NIGHTLY],
        limits: &[
            // Its own documents name the quota without the figure; all versions that it keeps count.
            said(LimitKind::SiteBytes, 10 * GIB),
            limit(
                LimitKind::FileBytes,
                2 * GIB,
                "https://firebase.google.com/docs/hosting/usage-quotas-pricing",
                "2026-11-24",
            ),
        ],
        ..PLAIN
    },
    Host {
        // Its rules for headers and old addresses are typed into its own pages, not read from a file of the site.
        name: "render",
        title: Title::proper("Render (static site)"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.onrender.com/",
        given_domains: &[".onrender.com"],
        ci_files: &[BRANCH_BY_GITHUB, NIGHTLY],
        ..PLAIN
    },
    Host {
        name: "surge",
        title: Title::proper("Surge"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.surge.sh/",
        given_domains: &[".surge.sh"],
        domain_file: Some("CNAME"),
        ..PLAIN
    },
    Host {
        name: "neocities",
        title: Title::proper("Neocities"),
        base: Base::Root,
        example_address: "https://@PROYEK@-akun-anda.neocities.org/",
        given_domains: &[".neocities.org"],
        not_found: "not_found.html",
        endings: Some(NEOCITIES_ENDINGS),
        limits: &[
            limit(LimitKind::SiteBytes, GIB, NEOCITIES, "2026-11-24"),
            limit(LimitKind::Files, 15_000, NEOCITIES, "2026-11-24"),
            limit(LimitKind::FileBytes, 100_000_000, NEOCITIES, "2026-11-24"),
        ],
        ..PLAIN
    },
    Host {
        name: "berkas",
        title: Title { id: "folder, ZIP, atau flashdisk", en: "a folder, a ZIP or a USB stick" },
        opens_files: true,
        // FAT32 cannot hold a larger file.
        limits: &[said(LimitKind::FileBytes, 4 * GIB - 1)],
        ..PLAIN
    },
    ANY,
];
