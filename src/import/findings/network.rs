//! About what lies in the network.

use super::{finding, text};
use crate::fetch::Unanswered;
use crate::finding::{Finding, Level, Located, Span, Text};

/// An address was given, and nobody said that the network may be asked.
pub(crate) fn address_without_leave(link: &str) -> Finding {
    finding(
        "address-without-fetch",
        Level::Error,
        Span::path(link),
        text("alamat ini tidak diambil dari jaringan", "this address was not asked for"),
        text("sebuah berkas, atau izin untuk memakai jaringan", "a file, or permission to use the network"),
        text(
            "tambahkan `--fetch`, atau unduh lembarnya dan sebutkan berkasnya",
            "add `--fetch`, or download the sheet and name the file",
        ),
    )
}

/// A sheet did not come; the last copy may be there.
pub(in crate::import) fn sheet_not_fetched(link: &str, why: Option<&Unanswered>, has_copy: bool) -> Finding {
    let reason = why.map_or_else(
        || text("jawabannya halaman, bukan lembar", "the answer is a page, not a sheet"),
        reason,
    );
    let (then_id, then_en) = if has_copy {
        ("; dipakai salinan terakhir yang baik", "; the last good copy was taken")
    } else {
        ("", "")
    };
    finding(
        "sheet-not-fetched",
        if has_copy { Level::Warning } else { Level::Error },
        Span::path(link),
        text(format!("{}{then_id}", reason.id), format!("{}{then_en}", reason.en)),
        text(
            "lembar yang boleh dilihat siapa saja yang punya tautannya",
            "a sheet that anyone with the link can view",
        ),
        text(
            "buka Bagikan, pilih \"Siapa saja yang memiliki link\", lalu coba lagi; atau unduh sebagai CSV",
            "open Share, choose \"Anyone with the link\", then try again; or download it as CSV",
        ),
    )
}

/// A photo did not come.
pub(in crate::import) fn photo_not_fetched(address: &Located<String>, why: &Unanswered) -> Finding {
    finding(
        "photo-not-fetched",
        Level::Warning,
        address.span.clone(),
        reason(why),
        text("alamat https yang memberi foto", "an https address that gives a photo"),
        text(
            "buka alamatnya di peramban, atau taruh fotonya sendiri",
            "open the address in a browser, or put the photo there",
        ),
    )
}

/// What came is no photo.
pub(in crate::import) fn photo_is_none(address: &Located<String>) -> Finding {
    finding(
        "photo-not-a-photo",
        Level::Warning,
        address.span.clone(),
        text(
            format!("yang ada di {} bukan foto JPEG, PNG, WebP atau GIF", address.value),
            format!("what is at {} is no photo in JPEG, PNG, WebP or GIF", address.value),
        ),
        text("foto", "a photo"),
        text("taruh fotonya sendiri di folder `foto`", "put the photo into the folder `foto` yourself"),
    )
}

/// More photos than are fetched at one time.
pub(in crate::import) fn too_many_photos(at: Span, count: usize, most: usize) -> Finding {
    finding(
        "photos-too-many",
        Level::Warning,
        at,
        text(
            format!("{count} foto; diambil {most} yang pertama"),
            format!("{count} photos; the first {most} were fetched"),
        ),
        text(format!("paling banyak {most} sekali jalan"), format!("at most {most} at a time")),
        text("jalankan sekali lagi untuk sisanya", "run it once more for the rest"),
    )
}

fn reason(why: &Unanswered) -> Text {
    match why {
        Unanswered::NoAddress => text("alamatnya bukan https://…", "the address is not https://…"),
        Unanswered::Private => text(
            "alamat ini menuju mesin ini atau jaringan di dalam",
            "the address leads to this machine or into a private network",
        ),
        Unanswered::Refused(status) => {
            text(format!("ditolak dengan kode {status}"), format!("refused with status {status}"))
        }
        Unanswered::TooLarge(most) => {
            let most = most / 1024 / 1024;
            text(format!("lebih besar dari {most} MB"), format!("larger than {most} MB"))
        }
        Unanswered::TooSlow => text("tidak selesai dalam setengah menit", "not done within half a minute"),
        Unanswered::Astray => text("alamatnya berputar-putar", "the address redirects in a loop"),
        Unanswered::NoSuchHost => {
            text("nama situs di alamat itu tidak dikenal", "nobody knows the host's name")
        }
        Unanswered::BadCertificate => text("sertifikatnya tidak sah", "its certificate is not valid"),
        Unanswered::Garbled => text("jawabannya terputus atau kacau", "the answer breaks off or is garbled"),
        Unanswered::Unreachable => {
            text("tidak ada jawaban, atau tidak ada jaringan", "no answer, or no network")
        }
    }
}
