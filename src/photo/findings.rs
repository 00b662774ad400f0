//! What can be wrong with a photo, one function per finding; each is at the file as a whole.

use super::fault::ForeignKind;
use super::recipe::{PhotoFacts, PhotoKind};
use crate::finding::{Finding, Level, Span, Text};

fn error(site_path: &str, code: &'static str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Error, at: Span::path(site_path), found, expected, help }
}

fn advice(site_path: &str, code: &'static str, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level: Level::Advice, at: Span::path(site_path), found, expected, help }
}

/// What every photo may be.
fn a_photo() -> Text {
    match (cfg!(feature = "heic"), cfg!(feature = "avif")) {
        (true, true) => Text::new(
            "foto JPEG, PNG, WebP, GIF, HEIC, atau AVIF",
            "a JPEG, PNG, WebP, GIF, HEIC or AVIF photo",
        ),
        (true, false) => {
            Text::new("foto JPEG, PNG, WebP, GIF, atau HEIC", "a JPEG, PNG, WebP, GIF or HEIC photo")
        }
        (false, true) => {
            Text::new("foto JPEG, PNG, WebP, GIF, atau AVIF", "a JPEG, PNG, WebP, GIF or AVIF photo")
        }
        (false, false) => Text::new("foto JPEG, PNG, WebP, atau GIF", "a JPEG, PNG, WebP or GIF photo"),
    }
}

/// How to get a fresh copy of a file that arrived broken.
fn copy_again() -> Text {
    Text::new(
        "salin lagi berkas aslinya dari ponsel atau kamera; bila fotonya rusak juga di sana, ambil foto baru",
        "copy the original from the phone or camera again; if it is broken there too, take a new photo",
    )
}

/// How to make a JPEG of a picture that opens in some program.
fn export_jpeg() -> Text {
    Text::new(
        "buka dengan aplikasi foto atau gambar, lalu simpan sebagai JPEG",
        "open it in a photo or drawing program and save it as JPEG",
    )
}

/// 0 bytes, as an interrupted copy leaves them.
pub(super) fn empty(site_path: &str) -> Finding {
    error(
        site_path,
        "photo-empty",
        Text::new("berkas foto ini kosong (0 byte)", "this photo file is empty (0 bytes)"),
        a_photo(),
        copy_again(),
    )
}

/// More bytes than `batas: {foto_bita}`.
pub(super) fn too_many_bytes(site_path: &str, size_bytes: u64, limit_bytes: u64) -> Finding {
    let (size, limit) = (mebibytes(size_bytes), mebibytes(limit_bytes));
    error(
        site_path,
        "photo-too-many-bytes",
        Text::new(format!("berkas foto ini {size} MB"), format!("this photo file has {size} MB")),
        Text::new(format!("paling besar {limit} MB"), format!("at most {limit} MB")),
        Text::new(
            "kecilkan fotonya, misalnya sampai 3000 piksel pada sisi terpanjang",
            "make the photo smaller, for example 3000 pixels on its longest side",
        ),
    )
}

/// Rounded up, so that a file just above a limit does not seem to keep it.
fn mebibytes(bytes: u64) -> u64 {
    bytes.div_ceil(1024 * 1024)
}

/// A file of a kind that is not read, whatever its name says.
pub(super) fn foreign(site_path: &str, kind: ForeignKind) -> Finding {
    let (code, id, en) = match kind {
        ForeignKind::Heic => ("photo-heic", "foto HEIC", "a HEIC photo"),
        ForeignKind::Avif => ("photo-avif", "gambar AVIF", "an AVIF picture"),
        ForeignKind::JpegXl => ("photo-jpeg-xl", "gambar JPEG XL", "a JPEG XL picture"),
        ForeignKind::Tiff => {
            ("photo-tiff", "gambar TIFF atau foto RAW kamera", "a TIFF or raw camera picture")
        }
        ForeignKind::Bmp => ("photo-bmp", "gambar BMP", "a BMP picture"),
        ForeignKind::Psd => ("photo-psd", "berkas Photoshop", "a Photoshop file"),
        ForeignKind::Svg => ("photo-svg", "gambar SVG, bukan foto", "an SVG drawing, not a photo"),
        ForeignKind::Html => ("photo-html", "halaman web, bukan foto", "a web page, not a photo"),
        ForeignKind::Text => ("photo-text", "teks, bukan foto", "text, not a photo"),
        ForeignKind::Pdf => ("photo-pdf", "dokumen PDF, bukan foto", "a PDF document, not a photo"),
        ForeignKind::Video => ("photo-video", "video, bukan foto", "a video, not a photo"),
        ForeignKind::Zip => {
            ("photo-zip", "arsip ZIP atau dokumen Office", "a ZIP archive or Office document")
        }
        ForeignKind::Unknown => {
            ("photo-unknown-kind", "bukan foto yang dikenal", "not a known kind of photo")
        }
    };
    let found = Text::new(format!("isi berkas ini {id}"), format!("this file holds {en}"));
    error(site_path, code, found, a_photo(), foreign_help(kind))
}

fn foreign_help(kind: ForeignKind) -> Text {
    match kind {
        ForeignKind::Heic => Text::new(
            "foto ini: kirim lewat WhatsApp ke diri sendiri, lalu pakai yang tersimpan dari sana (JPEG). Foto \
             berikutnya: di iPhone pilih Pengaturan > Kamera > Format > Paling Kompatibel, di Android matikan \"gambar \
             efisiensi tinggi\" (HEIF) di pengaturan kamera. Atau pakai program etalase dengan fitur `heic` \
             (`etalase --version --verbose` menyebutnya): ia membaca HEIC langsung",
            "this photo: send it to yourself with WhatsApp and use what is saved from there (JPEG). The next ones: on an \
             iPhone choose Settings > Camera > Formats > Most Compatible, on Android turn off \"high efficiency \
             pictures\" (HEIF) in the camera's settings. Or use a program with the feature `heic` \
             (`etalase --version --verbose` tells): it reads HEIC as it is",
        ),
        ForeignKind::Avif => Text::new(
            "di iPhone dan Android buka fotonya, lalu kirim lewat WhatsApp ke diri sendiri: yang tersimpan JPEG. \
             Di komputer buka dengan peramban atau aplikasi foto, lalu simpan sebagai JPEG. Atau pakai program etalase \
             dengan fitur `avif` (`etalase --version --verbose` menyebutnya), seperti yang diunduh dari halaman rilis: \
             ia membaca AVIF langsung",
            "on an iPhone or Android open the photo and send it to yourself with WhatsApp: what is saved is JPEG. \
             On a computer open it in a browser or photo program and save it as JPEG. Or use a program with the feature \
             `avif` (`etalase --version --verbose` tells), as those of the releases are: it reads AVIF as it is",
        ),
        ForeignKind::JpegXl => Text::new(
            "di iPhone dan Android buka fotonya, lalu kirim lewat WhatsApp ke diri sendiri: yang tersimpan JPEG. \
             Di komputer buka dengan peramban atau aplikasi foto, lalu simpan sebagai JPEG",
            "on an iPhone or Android open the photo and send it to yourself with WhatsApp: what is saved is JPEG. \
             On a computer open it in a browser or photo program and save it as JPEG",
        ),
        ForeignKind::Tiff | ForeignKind::Bmp | ForeignKind::Psd | ForeignKind::Svg => export_jpeg(),
        ForeignKind::Html => Text::new(
            "yang terunduh halamannya, bukan fotonya: buka lagi halaman itu, tekan lama fotonya, lalu simpan gambar",
            "the page was downloaded instead of the photo: open it again, press and hold the photo, then save the image",
        ),
        ForeignKind::Text | ForeignKind::Pdf | ForeignKind::Zip | ForeignKind::Unknown => Text::new(
            "ganti dengan fotonya sendiri, atau hapus berkas ini",
            "put the photo itself in its place, or remove this file",
        ),
        ForeignKind::Video => Text::new(
            "ambil tangkapan layar dari videonya, atau hapus berkas ini",
            "take a screenshot of the video, or remove this file",
        ),
    }
}

/// Width or height 0.
pub(super) fn no_pixels(site_path: &str) -> Finding {
    error(
        site_path,
        "photo-no-pixels",
        Text::new("lebar atau tinggi foto ini 0 piksel", "this photo is 0 pixels wide or high"),
        Text::new("paling sedikit 1 x 1 piksel", "at least 1 x 1 pixels"),
        copy_again(),
    )
}

/// The header claims more pixels than `batas: {foto_piksel}`; a small file may do that to exhaust a machine.
pub(super) fn too_many_pixels(site_path: &str, width_px: u64, height_px: u64, limit_pixels: u64) -> Finding {
    let limit = limit_pixels / 1_000_000;
    error(
        site_path,
        "photo-too-many-pixels",
        Text::new(
            format!("foto ini menyatakan {width_px} x {height_px} piksel"),
            format!("this photo claims {width_px} x {height_px} pixels"),
        ),
        Text::new(format!("paling banyak {limit} juta piksel"), format!("at most {limit} million pixels")),
        Text::new(
            "kecilkan fotonya, misalnya sampai 3000 piksel pada sisi terpanjang",
            "make the photo smaller, for example 3000 pixels on its longest side",
        ),
    )
}

/// The file ends before the picture does: a copy or download that stopped.
pub(super) fn truncated(site_path: &str, kind: PhotoKind) -> Finding {
    let kind = kind.name();
    error(
        site_path,
        "photo-truncated",
        Text::new(
            format!("foto {kind} ini terpotong: berkasnya berakhir sebelum gambarnya selesai"),
            format!("this {kind} photo is cut off: the file ends before the picture does"),
        ),
        Text::new("berkas yang utuh", "a whole file"),
        copy_again(),
    )
}

/// A checksum or the structure is wrong.
pub(super) fn damaged(site_path: &str, kind: PhotoKind) -> Finding {
    let kind = kind.name();
    error(
        site_path,
        "photo-damaged",
        Text::new(
            format!("foto {kind} ini rusak di dalamnya"),
            format!("this {kind} photo is damaged inside"),
        ),
        Text::new("berkas yang utuh", "a whole file"),
        copy_again(),
    )
}

/// Arithmetic coding, lossless, hierarchical, 12 bits, brightness with fewer samples than colour, or colour at half
/// height in scans of its own. Browsers show some of these; no decoder in Rust reads them rightly.
pub(super) fn rare_jpeg(site_path: &str) -> Finding {
    error(
        site_path,
        "photo-rare-jpeg",
        Text::new(
            "JPEG ini dari jenis langka yang tidak dibaca",
            "this JPEG is of a rare kind that is not read",
        ),
        Text::new("JPEG biasa atau progresif, 8 bit", "a baseline or progressive JPEG of 8 bits"),
        export_jpeg(),
    )
}

/// A decoder broke down over the file.
pub(super) fn unreadable(site_path: &str, kind: PhotoKind) -> Finding {
    let kind = kind.name();
    error(
        site_path,
        "photo-unreadable",
        Text::new(format!("foto {kind} ini tidak dapat dibaca"), format!("this {kind} photo cannot be read")),
        a_photo(),
        export_jpeg(),
    )
}

/// No encoding could be made of sound pixels.
pub(super) fn not_encodable(site_path: &str) -> Finding {
    error(
        site_path,
        "photo-not-encodable",
        Text::new(
            "foto ini tidak dapat disimpan dalam bentuk yang diminta",
            "this photo cannot be encoded as asked",
        ),
        Text::new("bentuk `webp` atau `jpeg`", "the formats `webp` or `jpeg`"),
        Text::new(
            "periksa `foto: {bentuk: ...}` di etalase.yaml",
            "look at `foto: {bentuk: ...}` in etalase.yaml",
        ),
    )
}

/// A PNG called `.jpg`, as chat programs make them: used, since only the content counts.
pub(super) fn wrong_ending(site_path: &str, kind: PhotoKind) -> Finding {
    let (name, ending) = (kind.name(), kind.endings()[0]);
    advice(
        site_path,
        "photo-wrong-ending",
        Text::new(
            format!("isi berkas ini {name}, tetapi namanya berakhiran lain"),
            format!("this file holds a {name}, but its name ends otherwise"),
        ),
        Text::new(format!("nama yang berakhir `.{ending}`"), format!("a name that ends in `.{ending}`")),
        Text::new("ganti nama berkasnya", "rename the file"),
    )
}

/// The original in the repository tells where it was taken; what is published does not.
pub(super) fn has_location(site_path: &str, kind: PhotoKind) -> Finding {
    advice(
        site_path,
        "photo-has-location",
        Text::new(
            "foto ini menyimpan lokasi pengambilannya",
            "this photo carries the place where it was taken",
        ),
        Text::new("foto tanpa lokasi", "a photo without a location"),
        location_help(kind),
    )
}

/// The seconds around the picture, as phones record them unasked.
pub(super) fn has_video(site_path: &str, facts: &PhotoFacts) -> Finding {
    let percent = facts.video_bytes.saturating_mul(100) / facts.size_bytes.max(1);
    advice(
        site_path,
        "photo-has-video",
        Text::new(
            format!("di dalam foto ini ada video pendek, sering dengan suara: {percent} % dari berkasnya"),
            format!("there is a short video in this photo, often with sound: {percent} % of the file"),
        ),
        Text::new("foto tanpa video", "a photo without a video"),
        Text::new(
            "hapus dengan `etalase photos`, dan matikan \"foto bergerak\" di kamera ponsel; yang diterbitkan tidak memuat video",
            "remove it with `etalase photos`, and turn off motion photos on the phone; what is published carries no video",
        ),
    )
}

/// Nobody here writes a HEIC; an AVIF is left as it is, too.
fn location_help(kind: PhotoKind) -> Text {
    match kind {
        PhotoKind::Heic | PhotoKind::Avif => Text::new(
            "simpan fotonya sebagai JPEG, lalu `etalase photos` menghapus lokasinya; yang diterbitkan tidak memuat lokasi",
            "save the photo as JPEG, then `etalase photos` removes it; what is published carries no location",
        ),
        _ => Text::new(
            "hapus dengan `etalase photos`; yang diterbitkan tidak memuat lokasi",
            "remove it with `etalase photos`; what is published carries no location",
        ),
    }
}

/// In the inks of a printer: shown as browsers show it that ask no profile, which may be too bright.
pub(super) fn cmyk(site_path: &str) -> Finding {
    advice(
        site_path,
        "photo-cmyk",
        Text::new(
            "foto ini berwarna cetak (CMYK); di layar warnanya bisa terlalu menyala",
            "this photo is in the colours of a printer (CMYK); on a screen they may be too bright",
        ),
        Text::new("foto berwarna layar (RGB, sRGB)", "a photo in the colours of screens (RGB, sRGB)"),
        Text::new(
            "buka dengan aplikasi foto atau gambar, lalu simpan sebagai JPEG dengan warna sRGB",
            "open it in a photo or drawing program and save it as JPEG in sRGB",
        ),
    )
}

/// Only the first picture of an animation is shown.
pub(super) fn animated(site_path: &str) -> Finding {
    advice(
        site_path,
        "photo-animated",
        Text::new(
            "ini gambar bergerak; hanya gambar pertamanya yang dipakai",
            "this is an animation; only its first picture is used",
        ),
        Text::new("foto diam", "a still photo"),
        Text::new("pilih satu gambar dan simpan sebagai JPEG", "choose one picture and save it as JPEG"),
    )
}

/// Fewer pixels than pages can use.
pub(super) fn small(site_path: &str, width_px: u32, height_px: u32, useful_px: u32) -> Finding {
    advice(
        site_path,
        "photo-small",
        Text::new(
            format!("foto ini hanya {width_px} x {height_px} piksel dan akan tampak buram"),
            format!("this photo has only {width_px} x {height_px} pixels and will look blurred"),
        ),
        Text::new(
            format!("paling sedikit {useful_px} piksel pada sisi terpendek"),
            format!("at least {useful_px} pixels on its shortest side"),
        ),
        Text::new(
            "pakai foto asli dari ponsel, bukan yang sudah dikirim lewat obrolan",
            "use the original from the phone, not one that was sent through a chat",
        ),
    )
}
