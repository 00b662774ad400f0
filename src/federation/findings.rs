//! Why a portal does not show what a site published. None of them holds up anybody else: all are warnings.

use crate::content::ListedSite;
use crate::finding::{Finding, Level, Span, Text, plural};
use crate::model::RegionCode;
use crate::summary::{Summary, SummaryFault, SummaryRegion};

fn warning(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Warning, at, found, expected, help }
}

/// A text that a browser could take for a page.
pub(super) fn markup(site: &ListedSite, text: &str) -> Finding {
    let shown: String = text.chars().take(40).collect();
    warning(
        "site-markup",
        site.at.clone(),
        Text::new(
            format!("ringkasan dari {} memuat HTML atau skrip: `{shown}`", site.address),
            format!("the summary of {} holds HTML or a script: `{shown}`", site.address),
        ),
        Text::new("tulisan biasa", "plain text"),
        Text::new(
            "hubungi pengelola situsnya: mungkin situsnya diretas. Yang baik terakhir tetap dipakai",
            "tell whoever runs the site: it may have been broken into. The last good copy stays in use",
        ),
    )
}

/// A site names a region that it was not listed for.
pub(super) fn other_region(site: &ListedSite, region: &SummaryRegion, allowed: &RegionCode) -> Finding {
    let (code, allowed) = (&region.code, allowed.as_str());
    warning(
        "site-region",
        site.at.clone(),
        Text::new(
            format!("{} menyebut wilayah {code}", site.address),
            format!("{} names the region {code}", site.address),
        ),
        Text::new(format!("wilayah {allowed}, atau di dalamnya"), format!("region {allowed}, or one in it")),
        Text::new(
            format!("bila memang di sana, tulis `wilayah: \"{code}\"` di baris situs ini"),
            format!("if it is there indeed, write `wilayah: \"{code}\"` for this site"),
        ),
    )
}

/// Days that are still to come.
pub(super) fn future_days(site: &ListedSite, fields: &[&'static str]) -> Finding {
    let fields = fields.join("`, `");
    warning(
        "site-future-days",
        site.at.clone(),
        Text::new(
            format!(
                "{} memberi tanggal yang belum tiba: `{fields}`; tanggal itu tidak dipakai",
                site.address
            ),
            format!("{} gives days that are still to come: `{fields}`; they are left out", site.address),
        ),
        Text::new("tanggal sampai hari ini", "days up to today"),
        Text::new(
            "minta pengelolanya memperbaiki `diperbarui`, `per_tanggal` atau jam komputernya",
            "ask whoever runs it to correct `diperbarui`, `per_tanggal` or the clock of the machine",
        ),
    )
}

/// A slug that another cooperative of the portal has.
pub(super) fn slug_of_another(site: &ListedSite, summary: &Summary, whose: &str) -> Finding {
    let slug = &summary.slug;
    let place = summary.region.as_ref().map(|region| region.district.as_ref().unwrap_or(&region.regency));
    let free = place.and_then(|place| crate::model::Slug::from_name(&format!("{slug} {place}")));
    let free = free.map_or_else(|| format!("{slug}-2"), |slug| slug.to_string());
    warning(
        "site-slug-taken",
        site.at.clone(),
        Text::new(
            format!("{} memakai nama `{slug}`, milik {whose}", site.address),
            format!("{} calls itself `{slug}`, which is {whose}", site.address),
        ),
        Text::new("nama yang belum dipakai di portal ini", "a name that is free in this portal"),
        Text::new(
            format!(
                "bila koperasinya memang lain, tulis `slug: {free}` di baris situs ini; bila sama, hapus salah satunya"
            ),
            format!(
                "if it is another cooperative, write `slug: {free}` for this site; if it is the same, remove one of the two"
            ),
        ),
    )
}

/// A name that another cooperative of the same regency has.
pub(super) fn name_of_another(site: &ListedSite, name: &str, whose: &str) -> Finding {
    warning(
        "site-name-taken",
        site.at.clone(),
        Text::new(
            format!(
                "{} bernama `{name}`, sama dengan {whose} di kabupaten atau kota yang sama",
                site.address
            ),
            format!("{} is called `{name}`, as is {whose} in the same regency", site.address),
        ),
        Text::new("satu nama untuk satu koperasi", "one name for one cooperative"),
        Text::new(
            "bila koperasinya sama, hapus salah satunya; bila lain, minta salah satu menambah nama desanya",
            "if it is the same, remove one of the two; if not, ask one of them to add the name of its village",
        ),
    )
}

/// A site that has become another cooperative's since it was last asked.
pub(crate) fn identity_changed(site: &ListedSite, before: &str, now: &str, file: &str) -> Finding {
    warning(
        "site-identity-changed",
        site.at.clone(),
        Text::new(
            format!("{} kini situs `{now}`, tadinya `{before}`; yang lama tetap dipakai", site.address),
            format!(
                "{} is the site of `{now}` now and was that of `{before}`; the old copy stays",
                site.address
            ),
        ),
        Text::new(format!("situs koperasi `{before}`"), format!("the site of `{before}`")),
        Text::new(
            format!(
                "periksa siapa pemilik alamat itu sekarang; bila benar, hapus `{file}` lalu jalankan `etalase collect` lagi"
            ),
            format!(
                "find out who owns that address now; if it is right, remove `{file}` and run `etalase collect` again"
            ),
        ),
    )
}

/// What was kept of a site cannot be used.
pub(crate) fn not_readable(file: &str, fault: &SummaryFault) -> Finding {
    let (id, en) = crate::summary::findings::reason(fault);
    warning(
        "collected-unusable",
        Span::path(file),
        Text::new(format!("`{file}` tidak dapat dipakai: {id}"), format!("`{file}` cannot be used: {en}")),
        Text::new("berkas seperti yang ditulis `etalase collect`", "a file as `etalase collect` writes it"),
        Text::new(
            "hapus berkas ini, lalu jalankan `etalase collect`",
            "remove the file, then run `etalase collect`",
        ),
    )
}

/// Sites of which nothing was ever got.
pub(crate) fn never_collected(at: Span, count: usize) -> Finding {
    Finding {
        code: "sites-not-collected".into(),
        level: Level::Advice,
        at,
        found: Text::new(
            format!("{count} situs di daftar ini belum pernah diambil, jadi belum tampil"),
            format!(
                "{count} {} of this list never collected, and not shown",
                plural(count_of(count), "site was", "sites were")
            ),
        ),
        expected: Text::new("ringkasan dari tiap situs", "a summary of each site"),
        help: Text::new("jalankan `etalase collect`", "run `etalase collect`"),
    }
}

fn count_of(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}
