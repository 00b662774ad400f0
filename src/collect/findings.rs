//! About sites that were asked. Whatever is wrong with one of them is a warning at its line: the others are built.

use std::sync::Arc;

use crate::content::ListedSite;
use crate::fetch::Unanswered;
use crate::finding::{Finding, Level, SourceFile, Span, Text};
use crate::model::Date;
use crate::source::SITES_LIST;
use crate::summary::{SUMMARY_VERSION, SummaryFault};

fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(id, en)
}

fn finding(code: &'static str, level: Level, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at, found, expected, help }
}

/// There is no list of sites.
pub(super) fn no_list() -> Finding {
    finding(
        "sites-list-missing",
        Level::Error,
        Span::path(SITES_LIST),
        text("daftar situs belum ada", "there is no list of sites"),
        text(format!("berkas `{SITES_LIST}`"), format!("the file `{SITES_LIST}`")),
        text(
            "tulis `situs:`, lalu satu baris untuk tiap koperasi: `  - https://koperasi-susu.example/`",
            "write `situs:`, then a line for each cooperative: `  - https://koperasi-susu.example/`",
        ),
    )
}

/// The list names no site.
pub(super) fn list_empty(list: &Arc<SourceFile>) -> Finding {
    finding(
        "sites-list-empty",
        Level::Warning,
        Span::whole(list),
        text("daftar ini belum menyebut satu situs pun", "this list names no site yet"),
        text("satu baris untuk tiap koperasi", "a line for each cooperative"),
        text(
            "tulis `  - https://koperasi-susu.example/` di bawah `situs:`",
            "write `  - https://koperasi-susu.example/` below `situs:`",
        ),
    )
}

/// None of many sites can be reached.
pub(super) fn nobody_answers(count: usize) -> Finding {
    finding(
        "no-site-answers",
        Level::Error,
        Span::path(SITES_LIST),
        text(
            format!("tidak satu pun dari {count} situs menjawab; salinan lama tetap dipakai"),
            format!("none of {count} sites answers; what was kept stays as it is"),
        ),
        text("jaringan yang menjangkau situs-situs itu", "a network that reaches these sites"),
        text("periksa sambungan internet, lalu jalankan sekali lagi", "check the network, then try again"),
    )
}

/// A site gives no answer. `since`: from when on, if something of it is kept.
pub(super) fn unanswered(site: &ListedSite, why: &Unanswered, since: Option<Date>) -> Finding {
    let (code, what, expected, help) = reason(why);
    let address = &site.address;
    let kept = match since {
        Some(since) => text(
            format!("; yang baik terakhir tetap dipakai, diam sejak {since}"),
            format!("; the last good copy stays in use, silent since {since}"),
        ),
        None => text("; belum ada salinannya", "; there is no copy of it"),
    };
    let found =
        text(format!("{address}: {}{}", what.id, kept.id), format!("{address}: {}{}", what.en, kept.en));
    finding(code, Level::Warning, site.at.clone(), found, expected, help)
}

/// Code, what happened, what was expected, what helps.
#[expect(clippy::too_many_lines, reason = "one flat table")]
fn reason(why: &Unanswered) -> (&'static str, Text, Text, Text) {
    let a_site = || text("situs koperasi yang menjawab", "a cooperative's site that answers");
    match why {
        Unanswered::NoAddress => (
            "site-not-https",
            text("tidak lewat https", "not over https"),
            text("alamat https, juga sesudah dialihkan", "an https address, also after redirects"),
            text(
                "buka alamatnya di peramban dan salin yang diawali https://; untuk jaringan sendiri ada `--allow-private`",
                "open it in a browser and copy what begins with https://; for a network of your own there is `--allow-private`",
            ),
        ),
        Unanswered::Private => (
            "site-private",
            text(
                "menuju mesin ini atau jaringan di dalam",
                "leads to this machine or into a private network",
            ),
            text("situs di internet", "a site on the open network"),
            text(
                "periksa alamatnya; bila memang di jaringan kantor, pakai `--allow-private`",
                "check the address; if it is in the office's own network, use `--allow-private`",
            ),
        ),
        Unanswered::Refused(404 | 410) => (
            "site-without-summary",
            text("`etalase.json` tidak ada di sana", "there is no `etalase.json`"),
            text("alamat situs yang dibuat dengan etalase", "the address of a site made with etalase"),
            text(
                "tulis alamat halaman depan koperasinya; pada sebuah portal, alamat folder koperasi itu",
                "write the address of the cooperative's front page; in a portal, that of its folder",
            ),
        ),
        Unanswered::Refused(status) => (
            "site-refuses",
            text(format!("ditolak dengan kode {status}"), format!("refused with status {status}")),
            a_site(),
            text(
                "coba buka di peramban; bila di sana pun gagal, hubungi pengelolanya",
                "open it in a browser; if that fails too, tell whoever runs it",
            ),
        ),
        Unanswered::TooLarge(most) => {
            let most = most / 1024;
            (
                "site-too-large",
                text(
                    format!("jawabannya lebih dari {most} KB"),
                    format!("the answer has more than {most} KB"),
                ),
                text(
                    format!("`etalase.json` sampai {most} KB"),
                    format!("an `etalase.json` of up to {most} KB"),
                ),
                text(
                    "hubungi pengelola situsnya: yang di sana bukan `etalase.json` buatan etalase",
                    "tell whoever runs the site: what is there was not made by etalase",
                ),
            )
        }
        Unanswered::TooSlow => (
            "site-too-slow",
            text("tidak selesai menjawab dalam batas waktu", "no whole answer in time"),
            text("jawaban dalam beberapa detik", "an answer within seconds"),
            text(
                "coba lagi nanti, atau beri waktu lebih dengan `--timeout`",
                "try again later, or allow more time by `--timeout`",
            ),
        ),
        Unanswered::Astray => (
            "site-redirects",
            text("dialihkan berputar-putar", "redirects in a loop"),
            text("paling banyak empat pengalihan", "four redirects at most"),
            text(
                "tulis alamat yang tampil di peramban sesudah dibuka",
                "write the address that a browser shows in the end",
            ),
        ),
        Unanswered::NoSuchHost => (
            "site-unknown-host",
            text("nama situs itu tidak dikenal", "there is no host of that name"),
            text("nama domain yang masih terdaftar", "a domain name that is still registered"),
            text(
                "periksa ejaannya; mungkin domainnya tidak diperpanjang. Bila sudah tutup, hapus barisnya",
                "check its spelling; the domain may have lapsed. If it is closed, remove the line",
            ),
        ),
        Unanswered::BadCertificate => (
            "site-certificate",
            text("sertifikat https-nya tidak sah", "its https certificate is not valid"),
            text("sertifikat yang berlaku untuk nama itu", "a certificate that is valid for that name"),
            text(
                "hubungi pengelolanya: sertifikat perlu diperbarui di inangnya",
                "tell whoever runs it: the certificate has to be renewed at the host",
            ),
        ),
        Unanswered::Garbled => (
            "site-garbled",
            text("jawabannya terputus atau kacau", "the answer breaks off or is garbled"),
            a_site(),
            text(
                "coba lagi nanti; bila tetap, hubungi pengelolanya",
                "try again later; if it stays, tell whoever runs it",
            ),
        ),
        Unanswered::Unreachable => (
            "site-unreachable",
            text("tidak ada yang menjawab", "nobody answers"),
            a_site(),
            text(
                "coba lagi nanti; bila situsnya sudah tutup, hapus barisnya",
                "try again later; if the site is closed, remove the line",
            ),
        ),
    }
}

/// A page came in place of the summary.
pub(super) fn answers_page(site: &ListedSite) -> Finding {
    finding(
        "site-answers-page",
        Level::Warning,
        site.at.clone(),
        text(
            format!("{} menjawab dengan halaman, bukan `etalase.json`", site.address),
            format!("{} answers with a page, not with `etalase.json`", site.address),
        ),
        text("situs yang dibuat dengan etalase", "a site made with etalase"),
        text(
            "periksa alamatnya: halaman masuk, domain parkir dan situs lain menjawab begitu",
            "check the address: log-in pages, parked domains and other sites answer like that",
        ),
    )
}

/// What came cannot be used.
pub(super) fn refused(site: &ListedSite, fault: &SummaryFault) -> Finding {
    let (code, help) = match fault {
        SummaryFault::Newer(_) => {
            ("site-newer", text("pasang etalase yang lebih baru di sini", "install a newer etalase here"))
        }
        SummaryFault::NotASummary { .. } => (
            "site-not-a-summary",
            text(
                "minta pengelola situsnya menjalankan `etalase build` dan menerbitkannya lagi",
                "ask whoever runs the site to run `etalase build` and to publish it again",
            ),
        ),
        SummaryFault::Unsafe(_) | SummaryFault::TooLarge => (
            "site-unsafe",
            text(
                "hubungi pengelola situsnya: etalase tidak menulis isi seperti itu, mungkin situsnya diretas",
                "tell whoever runs the site: etalase writes nothing like it, the site may have been broken into",
            ),
        ),
    };
    let (id, en) = crate::summary::findings::reason(fault);
    let address = &site.address;
    finding(
        code,
        Level::Warning,
        site.at.clone(),
        text(
            format!("`etalase.json` dari {address} tidak dapat dipakai: {id}"),
            format!("`etalase.json` of {address} cannot be used: {en}"),
        ),
        text(
            format!("ringkasan yang ditulis etalase, bentuk {SUMMARY_VERSION}"),
            format!("a summary that etalase wrote, form {SUMMARY_VERSION}"),
        ),
        help,
    )
}

/// A site answers from another address.
pub(super) fn moved(site: &ListedSite, from: &str) -> Finding {
    let now = from.strip_suffix(crate::routes::SUMMARY).unwrap_or(from);
    finding(
        "site-moved",
        Level::Advice,
        site.at.clone(),
        text(
            format!("{} dialihkan ke {now}", site.address),
            format!("{} is redirected to {now}", site.address),
        ),
        text("alamat situs yang sekarang", "the address that the site has now"),
        text(format!("bila memang pindah, tulis `{now}`"), format!("if it has moved, write `{now}`")),
    )
}
