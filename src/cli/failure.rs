//! A failing machine in words: what was attempted, on what, and what the system said about it, in the language of the
//! person who reads it. And what is said where etalase itself fails.

use std::io;

use super::words::either;
use crate::failure::Failure;
use crate::finding::{MessageLanguage, spelled_out};

/// The machine failed: no permission, a full disk.
pub(super) fn machine_failure(error: &anyhow::Error, language: MessageLanguage) {
    let say = |id, en| either(language, id, en);
    anstream::eprintln!("{}: {}", say("gagal", "failed"), failure_line(error, language));
    if let Some(remedy) = remedy(error, language) {
        anstream::eprintln!("   = {}: {remedy}", say("perbaikan", "help"));
    }
}

/// etalase itself is wrong.
pub(super) fn own_fault(message: &str, language: MessageLanguage) {
    let say = |id, en| either(language, id, en);
    anstream::eprintln!(
        "{}",
        say("maaf, ada kesalahan di dalam etalase sendiri", "sorry, etalase itself has a fault")
    );
    anstream::eprintln!("{message}");
    anstream::eprintln!(
        "{}",
        say(
            "situs yang sudah terbit tidak berubah; mohon laporkan pesan ini kepada pengembang",
            "the published site is unchanged; please report this message to the developers"
        )
    );
}

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

/// The whole error in one line, from the attempt to its cause. One that begins with a library's words, where no file of
/// ours said what was attempted, is a fault of etalase.
fn failure_line(error: &anyhow::Error, language: MessageLanguage) -> String {
    let mut parts: Vec<String> = error.chain().map(|cause| part(cause, language)).collect();
    if !error.chain().next().is_some_and(|first| first.is::<io::Error>() || Failure::of(first).is_some()) {
        parts.insert(0, part(&Failure::OwnFault, language));
    }
    // A path may hold what a terminal would obey.
    spelled_out(&parts.join(": ")).into_owned()
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
    Failure::of(cause).map_or(said, Failure::in_indonesian)
}

/// What helps where the machine failed, if that is known.
fn remedy(error: &anyhow::Error, language: MessageLanguage) -> Option<&'static str> {
    let kind = error.chain().find_map(|cause| cause.downcast_ref::<io::Error>()).map(io::Error::kind);
    Some(match kind? {
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => either(
            language,
            "penyimpanan penuh: kosongkan ruang, lalu ulangi; yang ada sebelumnya tetap utuh",
            "the disk is full: free some space, then try again; what was there before is still whole",
        ),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => either(
            language,
            "tidak ada izin: pilih folder lain dengan `--output`, atau ubah izin folder itu",
            "no permission: choose another folder with `--output`, or change the folder's permissions",
        ),
        io::ErrorKind::NotADirectory | io::ErrorKind::AlreadyExists => either(
            language,
            "sebuah berkas ada di tempat yang seharusnya folder: pindahkan atau hapus berkas itu, lalu ulangi",
            "a file is where a folder belongs: move or delete that file, then try again",
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
mod tests {
    use super::*;
    use crate::failure::OrFailed as _;

    #[test]
    fn an_error_that_says_no_attempt_is_a_fault_of_etalase() {
        let error = anyhow::Error::new(std::fmt::Error);
        let said = |language| failure_line(&error, language);
        assert_eq!(said(MessageLanguage::En), format!("a fault of etalase itself: {}", std::fmt::Error));
        assert!(said(MessageLanguage::Id).starts_with("kesalahan di dalam etalase sendiri: "));
        let named = failure_line(&Failure::StartGit.because(std::fmt::Error), MessageLanguage::Id);
        assert!(named.starts_with("tidak dapat menjalankan git: "), "{named}");
    }

    #[test]
    fn an_indonesian_reader_gets_no_english_from_the_system() {
        let error = |code| {
            let failed: io::Result<()> = Err(io::Error::from_raw_os_error(code));
            failed.or_failed_at(Failure::Write, "public/index.html").expect_err("it failed")
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
}
