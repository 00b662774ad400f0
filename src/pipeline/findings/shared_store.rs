//! What can be wrong with a store in which machines share what they have made. The site is right in every case.

use crate::cache::Trouble;
use crate::finding::{Finding, Level, Span, Text};

/// Where trouble with a store is told: it has no file.
const STORE: &str = "cache";

fn warning(code: &'static str, place: &str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Warning, at: Span::path(place), found, expected, help }
}

/// The variable names no bucket.
pub(in crate::pipeline) fn not_an_address(place: &'static str, typed: &str) -> Finding {
    warning(
        "store-address",
        place,
        Text::new(
            format!("`{typed}` bukan alamat penyimpanan S3"),
            format!("`{typed}` is no address of a store"),
        ),
        Text::new("mis. `s3://nama-bucket/etalase`", "for example `s3://name-of-bucket/etalase`"),
        Text::new(
            "perbaiki variabelnya; situs dibangun tanpa cache bersama",
            "fix the variable; the site is built without a shared cache",
        ),
    )
}

/// This program was compiled without what speaks S3.
#[cfg_attr(feature = "s3", expect(dead_code, reason = "this program has the feature"))]
pub(in crate::pipeline) fn not_built_in(place: &'static str) -> Finding {
    warning(
        "store-not-built-in",
        place,
        Text::new("program ini tidak bisa memakai penyimpanan S3", "this program cannot use an S3 store"),
        Text::new("program dengan fitur `s3`", "a program with the feature `s3`"),
        Text::new(
            "pakai program dari rilis resmi, atau rakit dengan `--features s3`; situs dibangun tanpa cache bersama",
            "use the program of an official release, or compile it with `--features s3`; the site is built without a \
             shared cache",
        ),
    )
}

/// A store is named, and no key for it. Who did not ask for the store gets advice only.
#[cfg_attr(not(feature = "s3"), expect(dead_code, reason = "this program asks no store"))]
pub(in crate::pipeline) fn no_key(place: &'static str, is_asked_for: bool) -> Finding {
    let finding = warning(
        "store-no-key",
        place,
        Text::new("tidak ada kunci untuk cache bersama", "there is no key for the shared cache"),
        Text::new(
            "variabel AWS_ACCESS_KEY_ID dan AWS_SECRET_ACCESS_KEY",
            "the variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
        ),
        Text::new(
            "isi keduanya di mesin yang berbagi, mis. sebagai rahasia CI; tanpa itu foto dibuat di sini saja",
            "set both on machines that share, e.g. as secrets of CI; without them photos are made here only",
        ),
    );
    Finding { level: if is_asked_for { Level::Warning } else { Level::Advice }, ..finding }
}

/// `AWS_ENDPOINT_URL` is no address, or none that goes with the bucket's name.
#[cfg_attr(not(feature = "s3"), expect(dead_code, reason = "this program asks no store"))]
pub(in crate::pipeline) fn not_an_endpoint(typed: &str) -> Finding {
    warning(
        "store-endpoint",
        "AWS_ENDPOINT_URL",
        Text::new(
            format!("`{typed}` bukan alamat layanan S3"),
            format!("`{typed}` is no address of an S3 service"),
        ),
        Text::new("mis. `https://s3.contoh.id`", "for example `https://s3.contoh.id`"),
        Text::new("perbaiki variabelnya", "fix the variable"),
    )
}

/// What was wrong with the store, told once of each kind. `detail`: its own words.
pub(in crate::pipeline) fn trouble(trouble: Trouble, detail: &str) -> Finding {
    let (code, found, help) = match trouble {
        Trouble::Refused => (
            "store-refused",
            (
                "cache bersama menolak kuncinya, atau tidak punya bucket itu",
                "the shared cache refuses the key, or has no such bucket",
            ),
            (
                "periksa AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL, nama bucket, dan jam mesin ini",
                "check AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY, AWS_REGION, AWS_ENDPOINT_URL, the bucket's name and this machine's clock",
            ),
        ),
        Trouble::Denied => (
            "store-denied",
            ("cache bersama tidak mengizinkan kunci ini", "the shared cache does not allow this key"),
            (
                "beri kuncinya izin s3:GetObject, s3:PutObject, dan s3:ListBucket untuk bucket itu",
                "give the key s3:GetObject, s3:PutObject and s3:ListBucket on that bucket",
            ),
        ),
        Trouble::Slow => (
            "store-slow",
            ("cache bersama terlalu lambat", "the shared cache is too slow"),
            (
                "foto dibuat di sini saja bila itu lebih cepat; pakai penyimpanan yang dekat dengan mesin ini",
                "photos are made here where that is faster; use a store close to this machine",
            ),
        ),
        Trouble::Full => (
            "store-full",
            ("cache bersama penuh", "the shared cache is full"),
            (
                "hapus objek lama di bucket itu (semua boleh dihapus), atau besarkan kuotanya",
                "remove old objects of that bucket (all may go), or raise its quota",
            ),
        ),
        Trouble::Unreachable => (
            "store-unreachable",
            (
                "cache bersama tidak dapat dihubungi, atau putus di tengah",
                "the shared cache cannot be reached, or breaks off",
            ),
            (
                "periksa AWS_ENDPOINT_URL dan jaringannya; build berikutnya mencoba lagi",
                "check AWS_ENDPOINT_URL and the network; the next build tries again",
            ),
        ),
        Trouble::Failing => (
            "store-failing",
            ("cache bersama menjawab dengan kesalahan", "the shared cache answers with errors"),
            (
                "tunggu sampai layanannya pulih; build berikutnya mencoba lagi",
                "wait until the service recovers; the next build tries again",
            ),
        ),
        Trouble::Altered => (
            "store-altered",
            (
                "isi cache bersama rusak atau diubah; foto itu dibuat di sini",
                "what the shared cache holds is damaged or altered; such photos are made here",
            ),
            (
                "objek yang rusak diganti; bila terulang, kosongkan bucket itu dan periksa siapa yang boleh menulis di sana",
                "damaged objects are replaced; if it happens again, empty that bucket and look at who may write there",
            ),
        ),
        Trouble::Different => (
            "store-different",
            (
                "mesin lain membuat gambar yang berbeda dari foto dan ukuran yang sama",
                "another machine has made other pictures of the same photo and sizes",
            ),
            (
                "pakai program yang sama di semua mesin, dan periksa siapa yang boleh menulis di bucket itu",
                "use the same program on all machines, and look at who may write to that bucket",
            ),
        ),
        Trouble::NoConditions => {
            return Finding { level: Level::Advice, ..no_conditions(detail) };
        }
    };
    warning(
        code,
        STORE,
        Text::new(format!("{} ({detail})", found.0), format!("{} ({detail})", found.1)),
        Text::new(
            "penyimpanan yang membantu; situs ini tetap benar",
            "a store that helps; the site is right all the same",
        ),
        Text::new(help.0, help.1),
    )
}

/// Two machines that make the same put it there twice. Nothing is lost by it.
fn no_conditions(detail: &str) -> Finding {
    warning(
        "store-without-conditions",
        STORE,
        Text::new(
            format!("cache bersama menimpa objek yang sudah ada ({detail})"),
            format!("the shared cache overwrites what is there ({detail})"),
        ),
        Text::new("layanan yang mengenal `If-None-Match`", "a service that knows `If-None-Match`"),
        Text::new(
            "tidak perlu diubah: yang ditimpa isinya sama, hanya dikirim dua kali",
            "nothing has to be done: what is overwritten is the same, and is only sent twice",
        ),
    )
}

/// There was no time to keep everything.
pub(in crate::pipeline) fn left_over(count: usize) -> Finding {
    warning(
        "store-left-over",
        STORE,
        Text::new(
            format!("{count} objek belum sempat disimpan untuk mesin lain"),
            format!("there was no time to keep {count} objects for other machines"),
        ),
        Text::new("semuanya tersimpan", "all of them kept"),
        Text::new(
            "mesin lain membuat foto itu sendiri; pakai penyimpanan yang lebih cepat",
            "other machines make those photos themselves; use a faster store",
        ),
    )
}
