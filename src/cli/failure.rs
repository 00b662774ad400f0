//! A failing machine in words: what was attempted, on what, and what the system said about it, in the language of the
//! person who reads it. Rooms below say all that in English; this is where it is translated.

use std::io;

use super::either;
use crate::finding::MessageLanguage;

/// How rooms begin to say what they attempted, and the same in Indonesian. The first that fits counts.
const ATTEMPTS: &[(&str, &str)] = &[
    ("cannot make a temporary folder for the index", "tidak dapat membuat folder sementara untuk indeks"),
    ("cannot read the drawing of a card", "tidak dapat membaca gambar sebuah kartu"),
    ("cannot encode a card", "tidak dapat menyimpan sebuah kartu"),
    ("cannot understand git's list of files", "tidak dapat memahami daftar berkas dari git"),
    ("a fault of etalase itself", "kesalahan di dalam etalase sendiri"),
    ("the system cannot watch so many folders", "sistem ini tidak sanggup mengamati folder sebanyak itu"),
    ("cannot start threads", "tidak dapat memulai utas"),
    ("cannot start git", "tidak dapat menjalankan git"),
    ("cannot speak to git", "tidak dapat berhubungan dengan git"),
    ("cannot wait for git", "tidak dapat menunggu git"),
    ("cannot watch files", "tidak dapat mengamati berkas"),
    ("cannot watch ", "tidak dapat mengamati "),
    ("cannot listen on ", "tidak dapat membuka alamat "),
    ("cannot listen", "tidak dapat membuka alamat"),
    ("cannot serve", "tidak dapat menjawab peramban"),
    ("cannot list ", "tidak dapat melihat isi "),
    ("cannot lock ", "tidak dapat mengunci "),
    ("cannot look at ", "tidak dapat melihat "),
    ("cannot make ", "tidak dapat membuat "),
    ("cannot open ", "tidak dapat membuka "),
    ("cannot read ", "tidak dapat membaca "),
    ("cannot remove ", "tidak dapat menghapus "),
    ("cannot write ", "tidak dapat menulis "),
    ("git could not ask ", "git tidak dapat bertanya kepada "),
    ("git could not fetch from ", "git tidak dapat mengambil dari "),
    ("git could not push to ", "git tidak dapat mengirim ke "),
    ("git could not list the branch", "git tidak dapat membaca isi cabang"),
    ("git could not list the remotes", "git tidak dapat membaca daftar tujuan"),
    ("git could not list the site", "git tidak dapat mendaftar isi situs"),
    (
        "git could not make a repository in the state folder",
        "git tidak dapat membuat repositori di `.etalase`",
    ),
    ("git could not make a tree of the site", "git tidak dapat menyusun isi situs"),
    ("git could not make the commit", "git tidak dapat membuat komit"),
    ("git could not read a remote", "git tidak dapat membaca alamat tujuan"),
    ("git could not read a file of the branch", "git tidak dapat membaca berkas di cabang"),
    ("git could not read the branch's history", "git tidak dapat membaca riwayat cabang"),
    ("git could not read ", "git tidak dapat membaca "),
    ("git could not store the site", "git tidak dapat menyimpan isi situs"),
    ("git could not compare commits", "git tidak dapat membandingkan komit"),
    ("git could not count the commits", "git tidak dapat menghitung komit"),
    ("git could not look at the repository", "git tidak dapat membaca repositori"),
    ("git could not look at the sources", "git tidak dapat memeriksa sumber situs"),
];

/// What a system says most often, in Indonesian.
fn in_indonesian(kind: io::ErrorKind) -> Option<&'static str> {
    use io::ErrorKind as Kind;
    Some(match kind {
        Kind::NotFound => "berkas atau folder itu tidak ada",
        Kind::PermissionDenied => "tidak ada izin",
        Kind::AlreadyExists => "sudah ada",
        Kind::NotADirectory => "bukan folder",
        Kind::IsADirectory => "itu sebuah folder",
        Kind::DirectoryNotEmpty => "folder itu tidak kosong",
        Kind::ReadOnlyFilesystem => "penyimpanan hanya bisa dibaca",
        Kind::StorageFull => "penyimpanan penuh",
        Kind::QuotaExceeded => "jatah penyimpanan habis",
        Kind::FileTooLarge => "berkas terlalu besar",
        Kind::InvalidFilename => "nama berkas terlalu panjang atau tidak diizinkan sistem ini",
        Kind::CrossesDevices => "tidak bisa dipindah antara dua penyimpanan",
        Kind::TooManyLinks => "terlalu banyak tautan",
        Kind::ResourceBusy | Kind::ExecutableFileBusy => "sedang dipakai program lain",
        Kind::Deadlock => "saling menunggu dengan program lain",
        Kind::StaleNetworkFileHandle
        | Kind::NetworkDown
        | Kind::NetworkUnreachable
        | Kind::HostUnreachable => "jaringan tidak bisa dihubungi",
        Kind::ConnectionRefused => "sambungan ditolak",
        Kind::ConnectionReset | Kind::ConnectionAborted | Kind::NotConnected => "sambungan terputus",
        Kind::AddrInUse => "alamat itu sudah dipakai",
        Kind::AddrNotAvailable => "alamat itu tidak ada di komputer ini",
        Kind::BrokenPipe => "program di ujung lain sudah berhenti",
        Kind::TimedOut => "terlalu lama tanpa jawaban",
        Kind::WriteZero => "tidak semua bisa ditulis",
        Kind::UnexpectedEof => "isinya berakhir terlalu cepat",
        Kind::Interrupted => "terputus",
        Kind::OutOfMemory => "memori habis",
        Kind::InvalidData => "isinya bukan seperti yang diharapkan",
        Kind::InvalidInput | Kind::Unsupported => "sistem ini tidak mendukungnya",
        _ => return None,
    })
}

/// The whole error in one line, from the attempt to its cause.
pub(super) fn failure_line(error: &anyhow::Error, language: MessageLanguage) -> String {
    let parts: Vec<String> = error.chain().map(|cause| part(cause, language)).collect();
    parts.join(": ")
}

fn part(cause: &(dyn std::error::Error + 'static), language: MessageLanguage) -> String {
    let said = cause.to_string();
    if language == MessageLanguage::En {
        return said;
    }
    if let Some(error) = cause.downcast_ref::<io::Error>() {
        return match (in_indonesian(error.kind()), error.raw_os_error()) {
            (Some(words), Some(code)) => format!("{words} (kode sistem {code})"),
            (Some(words), None) => words.to_owned(),
            (None, _) => said,
        };
    }
    attempt_in_indonesian(&said)
}

fn attempt_in_indonesian(said: &str) -> String {
    if let Some(path) = said.strip_suffix(" is not a folder") {
        return format!("{path} bukan folder");
    }
    if let Some(path) = said.strip_suffix(" was damaged and has been removed: build again") {
        return format!("{path} rusak dan sudah dihapus: bangun lagi");
    }
    let known = ATTEMPTS.iter().find_map(|(english, words)| Some((words, said.strip_prefix(english)?)));
    known.map_or_else(|| said.to_owned(), |(words, rest)| format!("{words}{rest}"))
}

/// What helps where the machine failed, if that is known.
pub(super) fn remedy(error: &anyhow::Error, language: MessageLanguage) -> Option<&'static str> {
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    Some(match kind? {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => either(
            language,
            "penyimpanan penuh: kosongkan ruang, lalu bangun lagi; situs yang sudah terbit tetap utuh",
            "the disk is full: free some space and build again; the published site is still whole",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => either(
            language,
            "tidak ada izin: pilih folder lain dengan `--output`, atau ubah izin folder itu",
            "no permission: choose another folder with `--output`, or change the folder's permissions",
        ),
        io::ErrorKind::NotFound => either(
            language,
            "periksa apakah folder itu ada dan namanya benar",
            "check that the folder exists and is spelled right",
        ),
        _ => return None,
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test reads the source tree")]
mod tests {
    use std::path::Path;

    use anyhow::Context as _;

    use super::*;

    #[test]
    fn an_indonesian_reader_gets_no_english_from_the_system() {
        let error = |code| {
            let failed: io::Result<()> = Err(io::Error::from_raw_os_error(code));
            failed.context("cannot write public/index.html").expect_err("it failed")
        };
        assert_eq!(
            failure_line(&error(2), MessageLanguage::Id),
            "tidak dapat menulis public/index.html: berkas atau folder itu tidak ada (kode sistem 2)"
        );
        for code in [1, 2, 13, 17, 20, 21, 28, 30, 36, 39] {
            let said = failure_line(&error(code), MessageLanguage::Id);
            assert!(said.ends_with(&format!("(kode sistem {code})")), "{said}");
            assert!(failure_line(&error(code), MessageLanguage::En).ends_with(&format!("(os error {code})")));
        }
    }

    /// Every attempt that the rooms name begins with words that are known here.
    #[test]
    fn every_attempt_has_indonesian_words() {
        let mut texts = Vec::new();
        read_below(Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")), &mut texts);
        let mut count = 0;
        for text in &texts {
            for beginning in ["\"cannot ", "\"git could not "] {
                for (at, _) in text.match_indices(beginning) {
                    let rest = &text[at + 1..];
                    let said = &rest[..rest.find('"').unwrap_or(rest.len())];
                    // What git itself says, and a sentence that is filled in.
                    if said.starts_with("cannot lock ref") || said.starts_with("git could not {") {
                        continue;
                    }
                    assert_ne!(attempt_in_indonesian(said), said, "no Indonesian words");
                    count += 1;
                }
            }
        }
        assert!(count > 60, "only {count} attempts were found");
    }

    fn read_below(folder: &Path, texts: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("listed").flatten() {
            let path = entry.path();
            if path.is_dir() {
                read_below(&path, texts);
            } else if path.extension().is_some_and(|ending| ending == "rs")
                && !path.ends_with("cli/failure.rs")
            {
                texts.push(std::fs::read_to_string(&path).expect("read"));
            }
        }
    }
}
