//! Photos: where they are and what is said about them.

use super::{advice, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};

/// Most lines that one finding names.
const ALT_LINES: usize = 20;

/// A web address.
pub(in crate::content) fn photo_is_address(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "photo-is-address",
        typed.span(),
        text(
            format!("`{word}` alamat di internet, bukan berkas"),
            format!("`{word}` is an address on the internet, not a file"),
        ),
        text(
            "berkas di folder koperasi, mis. `foto/susu-1.jpg`",
            "a file in the cooperative's folder, for example `foto/susu-1.jpg`",
        ),
        text(
            "unduh fotonya ke folder `foto/`, lalu tulis nama berkasnya",
            "download the photo to `foto/` and write the file's name",
        ),
    )
}

/// A path that leads out of the folder.
pub(in crate::content) fn photo_outside(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "photo-outside",
        typed.span(),
        text(
            format!("`{word}` menuju ke luar folder koperasi"),
            format!("`{word}` leads out of the cooperative's folder"),
        ),
        text(
            "berkas di dalam folder koperasi, mis. `foto/susu-1.jpg`",
            "a file inside the cooperative's folder, for example `foto/susu-1.jpg`",
        ),
        text(
            "salin fotonya ke folder `foto/`, lalu tulis `foto/` dan nama berkasnya",
            "copy the photo to `foto/` and write `foto/` and its name",
        ),
    )
}

/// `foto\kopi.jpg` or `/foto/kopi.jpg`: a photo of the folder, written as other programs write paths.
pub(in crate::content) fn photo_path_marks(typed: Typed<'_>, mended: &str) -> Finding {
    let (word, mended) = (shown(typed.text), shown(mended));
    let (id, en) = if typed.text.contains('\\') {
        ("tulis `/`, bukan `\\`", "write `/`, not `\\`")
    } else {
        ("hapus `/` di depan", "remove the `/` in front")
    };
    error(
        "photo-path-marks",
        typed.span(),
        text(
            format!("jalur `{word}` tidak ditulis dari folder koperasi"),
            format!("path `{word}` is not written from the cooperative's folder"),
        ),
        text(
            "folder dan berkas dengan `/` di antaranya, mis. `foto/susu-1.jpg`",
            "folder and file with `/` between them, for example `foto/susu-1.jpg`",
        ),
        text(format!("{id}: `{mended}`"), format!("{en}: `{mended}`")),
    )
}

/// Several photos in one text.
pub(in crate::content) fn several_photos_in_text(typed: Typed<'_>, takes_list: bool) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    let parts: Vec<&str> = typed.text.split([',', ';']).map(str::trim).collect();
    error(
        "several-photos-in-text",
        typed.span(),
        text(
            format!("`{word}` lebih dari satu foto dalam satu tulisan"),
            format!("`{word}` is more than one photo in one text"),
        ),
        if takes_list {
            text("satu foto, atau daftar dalam kurung siku", "one photo, or a list in square brackets")
        } else {
            text("satu foto", "one photo")
        },
        if takes_list {
            let list = shown(&parts.join(", "));
            text(format!("tulis `{key}: [{list}]`"), format!("write `{key}: [{list}]`"))
        } else {
            let first = shown(parts.first().copied().unwrap_or_default());
            text(format!("pilih satu, mis. `{first}`"), format!("choose one, for example `{first}`"))
        },
    )
}

/// A PDF or a text where a photo belongs, whether it is there or not.
pub(in crate::content) fn photo_is_document(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    let is_pdf = typed.text.to_ascii_lowercase().ends_with(".pdf");
    let (id, en) = if is_pdf { ("PDF", "a PDF") } else { ("berkas teks", "a text file") };
    error(
        "photo-is-document",
        typed.span(),
        text(format!("`{word}` {id}, bukan foto"), format!("`{word}` is {en}, not a photo")),
        text("foto JPEG, PNG, WebP, atau GIF", "a JPEG, PNG, WebP or GIF photo"),
        if is_pdf {
            text(
                "buka PDF-nya, simpan halamannya sebagai JPEG di folder `foto/`, lalu tulis nama berkas itu",
                "open the PDF, save its page as JPEG in `foto/` and write the name of that file",
            )
        } else {
            text("tulis nama berkas fotonya", "write the name of the photo's file")
        },
    )
}

/// A file that is not there.
pub(in crate::content) fn photo_missing(typed: Typed<'_>, nearest: Option<&str>) -> Finding {
    let word = shown(typed.text);
    error(
        "photo-missing",
        typed.span(),
        text(
            format!("berkas `{word}` tidak ada di folder koperasi"),
            format!("there is no file `{word}` in the cooperative's folder"),
        ),
        text(
            "nama berkas yang ada, besar kecil hurufnya sama",
            "the name of a file that is there, with the same case",
        ),
        match nearest {
            Some(file) => text(format!("maksud Anda `{file}`?"), format!("did you mean `{file}`?")),
            None => text(
                "salin fotonya ke folder `foto/`, atau perbaiki namanya",
                "copy the photo to `foto/`, or correct the name",
            ),
        },
    )
}

/// A file that cannot be used; its own finding says why.
pub(in crate::content) fn photo_faulty(typed: Typed<'_>, fault: &Finding) -> Finding {
    let word = shown(typed.text);
    error(
        "photo-unusable",
        typed.span(),
        text(
            format!("foto `{word}` tidak bisa dipakai: {}", fault.found.id),
            format!("photo `{word}` cannot be used: {}", fault.found.en),
        ),
        fault.expected.clone(),
        fault.help.clone(),
    )
}

/// The same photo twice in one list.
pub(in crate::content) fn photo_twice(at: Span, path: &str) -> Finding {
    let path = shown(path);
    warning(
        "photo-twice",
        at,
        text(format!("foto `{path}` disebut dua kali"), format!("photo `{path}` is there twice")),
        text("tiap foto satu kali", "each photo once"),
        text("hapus salah satu", "remove one"),
    )
}

/// Not two parts of a photo.
pub(in crate::content) fn not_a_focus(at: Span) -> Finding {
    error(
        "not-a-focus",
        at,
        text(
            "`fokus` tidak berisi dua bilangan dari 0 sampai 1",
            "`fokus` does not hold two numbers from 0 to 1",
        ),
        text(
            "mis. `[0.5, 0.35]`: tengah, sepertiga dari atas",
            "for example `[0.5, 0.35]`: middle, a third from the top",
        ),
        text(
            "tulis bagian dari kiri, lalu bagian dari atas",
            "write the part from the left, then the part from the top",
        ),
    )
}

/// A product's photo without words for people who do not see it.
/// One finding for all photos of goods, at the first of them; `lines` are those of all.
pub(in crate::content) fn no_alt(at: Span, path: &str, lines: &[u32]) -> Finding {
    let path = shown(path);
    let found = if let [_] = lines {
        text(format!("foto `{path}` belum punya `alt`"), format!("photo `{path}` has no `alt`"))
    } else {
        let told: Vec<String> = lines.iter().take(ALT_LINES).map(u32::to_string).collect();
        let (count, told, more) = (lines.len(), told.join(", "), lines.len().saturating_sub(ALT_LINES));
        let (id, en) = match more {
            0 => (String::new(), String::new()),
            _ => (format!(" dan {more} lagi"), format!(" and {more} more")),
        };
        text(
            format!("{count} foto belum punya `alt`: di baris {told}{id}"),
            format!("{count} photos have no `alt`: in lines {told}{en}"),
        )
    };
    advice(
        "photo-without-alt",
        at,
        found,
        text(
            "beberapa kata tentang yang terlihat, untuk pembaca layar",
            "a few words on what is to be seen, for screen readers",
        ),
        text(
            format!("tulis `{{berkas: {path}, alt: …}}`, mis. `alt: Susu segar dalam botol`"),
            format!("write `{{berkas: {path}, alt: …}}`, for example `alt: Susu segar dalam botol`"),
        ),
    )
}
