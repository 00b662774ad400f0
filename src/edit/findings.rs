//! What is wrong with what was sent, where no reader of content says it.

use std::sync::Arc;

use crate::finding::{Finding, Level, SourceFile, Span, Text};

/// A GIF may be an animation, and its pixels are few.
pub(super) fn gif_refused(name: &str) -> Finding {
    Finding {
        code: "photo-gif".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(format!("`{name}` adalah GIF"), format!("`{name}` is a GIF")),
        expected: Text::new("foto JPEG, PNG atau WebP", "a photo as JPEG, PNG or WebP"),
        help: Text::new("kirim foto aslinya dari kamera", "send the photo as the camera made it"),
    }
}

fn proposal(code: &'static str, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at, found, expected, help }
}

/// What a proposal looks like, for findings about one that does not.
fn whole_message() -> Text {
    Text::new(
        "pesan usulan yang utuh, dari halaman kelola: baris `koperasi …`, lalu baris `ubah …` atau `hapus …`",
        "the whole message of a proposal, from the page kelola: a line `koperasi …`, then lines `ubah …` or `hapus …`",
    )
}

/// A text without a change.
pub(super) fn no_proposal(file: &Arc<SourceFile>) -> Finding {
    proposal(
        "proposal-empty",
        Span::whole(file),
        Text::new("tidak ada perubahan di berkas ini", "there is no change in this file"),
        whole_message(),
        Text::new(
            "salin seluruh pesan, sampai baris terakhirnya",
            "copy the whole message, down to its last line",
        ),
    )
}

/// Changes of nobody knows which profile.
pub(super) fn proposal_of_nobody(file: &Arc<SourceFile>) -> Finding {
    proposal(
        "proposal-of-nobody",
        Span::whole(file),
        Text::new("tidak ada baris `koperasi …`", "there is no line `koperasi …`"),
        whole_message(),
        Text::new(
            "salin seluruh pesan, sampai baris terakhirnya",
            "copy the whole message, down to its last line",
        ),
    )
}

/// Two messages in one file.
pub(super) fn two_cooperatives(at: Span) -> Finding {
    proposal(
        "proposal-of-two",
        at,
        Text::new("koperasi kedua di usulan yang sama", "a second cooperative in one proposal"),
        Text::new("satu usulan untuk satu koperasi", "one proposal for one cooperative"),
        Text::new("simpan tiap pesan di berkasnya sendiri", "save each message in a file of its own"),
    )
}

/// A change that was cut or changed on its way.
pub(super) fn unreadable_change(at: Span, line: &str) -> Finding {
    let shown: String = line.chars().take(60).collect();
    proposal(
        "proposal-unreadable",
        at,
        Text::new(format!("`{shown}` tidak dapat dibaca"), format!("`{shown}` cannot be read")),
        whole_message(),
        Text::new(
            "salin pesan itu lagi, atau minta dikirim sebagai berkas",
            "copy the message again, or ask for it as a file",
        ),
    )
}

/// A cooperative that is not here.
pub(super) fn unknown_cooperative(at: Span, slug: &str, names: &[String]) -> Finding {
    let near = names.iter().max_by(|one, other| {
        let like = |name: &str| strsim::jaro_winkler(name, slug);
        like(one).total_cmp(&like(other))
    });
    let near = near.map_or("content/", String::as_str);
    proposal(
        "proposal-of-unknown",
        at,
        Text::new(format!("tidak ada `content/{slug}`"), format!("there is no `content/{slug}`")),
        Text::new("nama folder koperasi di situs ini", "the name of a cooperative's folder in this site"),
        Text::new(
            format!("periksa apakah usulan ini untuk situs ini; yang paling mirip: `{near}`"),
            format!("check whether this proposal is for this site; the nearest is `{near}`"),
        ),
    )
}

/// An item that is not there any more, or of which there are two.
pub(super) fn item_gone(at: Span, name: &str) -> Finding {
    proposal(
        "proposal-item-gone",
        at,
        Text::new(
            format!("`{name}` tidak ada lagi di profil, atau ada dua"),
            format!("`{name}` is not in the profile any more, or is there twice"),
        ),
        Text::new("satu isi dengan nama itu", "one entry of that name"),
        Text::new(
            "ubah dengan `etalase edit`, atau minta usulan baru",
            "change it by `etalase edit`, or ask for a new proposal",
        ),
    )
}

/// Something else stands there than when the change was proposed.
pub(super) fn changed_meanwhile(at: Span, path: &str, now: &str, before: &str) -> Finding {
    proposal(
        "proposal-outdated",
        at,
        Text::new(format!("`{path}` sekarang `{now}`"), format!("`{path}` is `{now}` now")),
        Text::new(
            format!("`{before}`, seperti ketika usulan ini ditulis"),
            format!("`{before}`, as when this proposal was written"),
        ),
        Text::new(
            "tanyakan mana yang benar, lalu ubah dengan `etalase edit` atau minta usulan baru",
            "ask which one is right, then change it by `etalase edit` or ask for a new proposal",
        ),
    )
}
