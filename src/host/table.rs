//! The table of hosts. Every figure carries its source and the day on which it was read there; one that was
//! not read anywhere says so, and never stops a build.

use super::{Base, HeaderStyle, Host, Limit, LimitKind, RedirectStyle, Source, Terms, Title};

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

/// Nothing special: what a host is unless its row says otherwise.
const PLAIN: Host = Host {
    name: "umum",
    title: Title { id: "inang statis mana pun", en: "any static host" },
    base: Base::Any,
    headers: HeaderStyle::None,
    redirects: RedirectStyle::Pages,
    not_found: crate::routes::NOT_FOUND,
    domain_file: None,
    marker_file: None,
    endings: None,
    opens_files: false,
    branch: None,
    limits: &[],
    terms: None,
};

/// All hosts, the ones that suit a shop best first.
pub const HOSTS: &[Host] = &[
    Host {
        name: "cloudflare-pages",
        title: Title::proper("Cloudflare Pages"),
        base: Base::Root,
        headers: HeaderStyle::HeadersFile,
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 100, with_base: false },
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
        headers: HeaderStyle::HeadersFile,
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 100, with_base: false },
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
        headers: HeaderStyle::HeadersFile,
        // No figure is documented; above this the file is so slow to read that pages serve better.
        redirects: RedirectStyle::RedirectsFile { fixed: 2_000, patterns: 500, with_base: false },
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
        redirects: RedirectStyle::RedirectsFile { fixed: 900, patterns: 100, with_base: true },
        branch: Some("pages"),
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
        redirects: RedirectStyle::RedirectsFile { fixed: 500, patterns: 100, with_base: false },
        domain_file: Some(".domains"),
        branch: Some("pages"),
        // The server's default; Codeberg names no figure of its own.
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
        domain_file: Some("CNAME"),
        marker_file: Some(".nojekyll"),
        branch: Some("gh-pages"),
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
        headers: HeaderStyle::VercelJson,
        redirects: RedirectStyle::VercelJson,
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
        headers: HeaderStyle::FirebaseJson,
        redirects: RedirectStyle::FirebaseJson,
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
        name: "surge",
        title: Title::proper("Surge"),
        base: Base::Root,
        domain_file: Some("CNAME"),
        ..PLAIN
    },
    Host {
        name: "neocities",
        title: Title::proper("Neocities"),
        base: Base::Root,
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
        title: Title { id: "folder, ZIP, atau kandar USB", en: "a folder, a ZIP or a USB stick" },
        opens_files: true,
        // FAT32 cannot hold a larger file.
        limits: &[said(LimitKind::FileBytes, 4 * GIB - 1)],
        ..PLAIN
    },
    PLAIN,
];
