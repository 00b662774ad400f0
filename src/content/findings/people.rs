//! Contacts, persons and their consent.

use super::{advice, error, shown, text, warning};
use crate::content::citizen::Holder;
use crate::content::pupil::{Detail, Found};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span, plural};
use crate::model::Date;

/// No way to reach the cooperative.
pub(in crate::content) fn no_contact(at: Span) -> Finding {
    error(
        "no-contact",
        at,
        text("belum ada satu pun cara menghubungi koperasi", "there is no way to reach the cooperative"),
        text(
            "paling sedikit satu: `whatsapp`, `telepon`, `surel`, …",
            "at least one: `whatsapp`, `telepon`, `surel`, …",
        ),
        text("tambahkan `whatsapp: 0812-…` di bawah `kontak:`", "add `whatsapp: 0812-…` below `kontak:`"),
    )
}

/// `812…`: a spreadsheet took the zero.
pub(in crate::content) fn number_without_zero(typed: Typed<'_>, written: &str) -> Finding {
    let number = shown(typed.text);
    warning(
        "number-without-zero",
        typed.span(),
        text(
            format!("nomor `{number}` ditulis tanpa 0 di depan; dibaca sebagai {written}"),
            format!("number `{number}` lacks its leading 0; it is read as {written}"),
        ),
        text("nomor yang diawali 0 atau +62", "a number that starts with 0 or +62"),
        text(format!("tulis `{}: {written}`", typed.key), format!("write `{}: {written}`", typed.key)),
    )
}

/// A landline or service number where only a mobile one will do.
pub(in crate::content) fn not_mobile(typed: Typed<'_>) -> Finding {
    let number = shown(typed.text);
    error(
        "whatsapp-not-mobile",
        typed.span(),
        text(
            format!("`{number}` bukan nomor ponsel, jadi tidak bisa menerima pesan WhatsApp"),
            format!("`{number}` is not a mobile number, so it takes no WhatsApp messages"),
        ),
        text("nomor ponsel, mis. `0812-0000-0000`", "a mobile number, for example `0812-0000-0000`"),
        text(
            "tulis nomor ponsel di `whatsapp`, dan pindahkan nomor ini ke `telepon`",
            "write a mobile number at `whatsapp`, and move this one to `telepon`",
        ),
    )
}

/// Too few or too many digits.
pub(in crate::content) fn number_length(typed: Typed<'_>, digits: usize) -> Finding {
    let number = shown(typed.text);
    error(
        "number-length",
        typed.span(),
        text(
            format!("nomor `{number}` terdiri dari {digits} angka"),
            format!("number `{number}` has {digits} {}", plural(digits, "digit", "digits")),
        ),
        if typed.key == "whatsapp" {
            text("10 sampai 13 angka, dengan 0 di depan", "10 to 13 digits, with the leading 0")
        } else {
            text("8 sampai 14 angka, dengan 0 di depan", "8 to 14 digits, with the leading 0")
        },
        text(
            "periksa apakah ada angka yang kurang atau berlebih",
            "look for a digit that is missing or too many",
        ),
    )
}

/// A number of another country.
pub(in crate::content) fn foreign_number(typed: Typed<'_>) -> Finding {
    let number = shown(typed.text);
    error(
        "foreign-number",
        typed.span(),
        text(
            format!("nomor `{number}` bukan nomor Indonesia"),
            format!("number `{number}` is not Indonesian"),
        ),
        text("nomor yang diawali 0 atau +62", "a number that starts with 0 or +62"),
        text("tulis nomor Indonesia", "write an Indonesian number"),
    )
}

/// Two numbers in one place.
pub(in crate::content) fn several_numbers(typed: Typed<'_>) -> Finding {
    let key = typed.key;
    error(
        "several-numbers",
        typed.span(),
        text(format!("`{key}` berisi lebih dari satu nomor"), format!("`{key}` holds more than one number")),
        text("satu nomor", "one number"),
        text(
            "pilih satu; nomor lain boleh ditulis di `catatan`",
            "choose one; others may stand in `catatan`",
        ),
    )
}

/// `O812-0000-0001`.
pub(in crate::content) fn letters_in_number(typed: Typed<'_>, meant: &str) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    error(
        "not-a-phone-number",
        typed.span(),
        text(
            format!("`{key}` berisi `{number}`, dengan huruf yang mirip angka"),
            format!("`{key}` holds `{number}`, with letters that look like digits"),
        ),
        text("angka 0 dan 1, bukan huruf O, l atau I", "the digits 0 and 1, not the letters O, l or I"),
        text(format!("tulis `{key}: {meant}`"), format!("write `{key}: {meant}`")),
    )
}

/// Not a telephone number; `inside` is the one that stands among other words.
pub(in crate::content) fn not_a_number(typed: Typed<'_>, inside: Option<&str>) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    let help = match inside {
        Some(number) => text(
            format!("tulis `{number}` saja; nama dan keterangan boleh di `catatan`"),
            format!("write `{number}` alone; names and notes may stand in `catatan`"),
        ),
        None => text(
            "tulis angkanya saja, boleh dengan tanda hubung atau spasi",
            "write digits, with hyphens or spaces if you like",
        ),
    };
    error(
        "not-a-phone-number",
        typed.span(),
        text(
            format!("`{key}` berisi `{number}`, bukan nomor telepon"),
            format!("`{key}` holds `{number}`, not a telephone number"),
        ),
        text("mis. `0812-0000-0000`", "for example `0812-0000-0000`"),
        help,
    )
}

/// `81200000000.0`: out of a spreadsheet, where a number lost its 0 and got a decimal part.
pub(in crate::content) fn decimal_number(typed: Typed<'_>, written: &str) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    error(
        "number-is-decimal",
        typed.span(),
        text(
            format!("nomor `{number}` punya angka di belakang koma, seperti dari aplikasi tabel"),
            format!("number `{number}` has a decimal part, as spreadsheets write it"),
        ),
        text("nomor telepon, mis. `0812-0000-0000`", "a telephone number, for example `0812-0000-0000`"),
        text(
            format!("tulis `{key}: {written}`, sesudah mencocokkan angkanya"),
            format!("write `{key}: {written}`, after comparing its digits"),
        ),
    )
}

/// Not an e-mail address.
pub(in crate::content) fn not_an_email(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-an-email",
        typed.span(),
        text(format!("`{word}` bukan alamat surel"), format!("`{word}` is not an e-mail address")),
        text("mis. `halo@contoh.id`", "for example `halo@contoh.id`"),
        text("periksa tanda @ dan titiknya", "check the @ and the dots"),
    )
}

/// An address of a network that leads to a post, a group or something else that was shared.
pub(in crate::content) fn shared_not_an_account(typed: Typed<'_>, host: &str) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "shared-not-an-account",
        typed.span(),
        text(
            format!("`{key}` berisi alamat kiriman atau halaman lain, bukan akun: `{word}`"),
            format!("`{key}` holds the address of a post or another page, not an account: `{word}`"),
        ),
        text(
            format!("nama akun, atau `https://{host}/nama`"),
            format!("the account's name, or `https://{host}/name`"),
        ),
        text(
            "buka profil koperasi di aplikasinya, lalu salin nama akun yang tertulis di atas",
            "open the cooperative's profile in the app and copy the name of the account at the top",
        ),
    )
}

/// Not an account name.
pub(in crate::content) fn not_an_account(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-an-account",
        typed.span(),
        text(
            format!("`{key}` berisi `{word}`, bukan nama akun"),
            format!("`{key}` holds `{word}`, not an account"),
        ),
        text(
            "nama akun tanpa @, mis. `koperasi.contoh`",
            "the account without @, for example `koperasi.contoh`",
        ),
        text("salin nama akun dari halaman profilnya", "copy the account from its profile page"),
    )
}

/// `http://` or nothing where https belongs.
pub(in crate::content) fn link_without_https(typed: Typed<'_>, mended: &str) -> Finding {
    let (key, mended) = (typed.key, shown(mended));
    error(
        "link-not-https",
        typed.span(),
        text(
            format!("alamat di `{key}` tidak diawali https://"),
            format!("the address at `{key}` does not start with https://"),
        ),
        text("alamat https", "an https address"),
        text(format!("tulis `{key}: {mended}`"), format!("write `{key}: {mended}`")),
    )
}

/// Not an address that may be linked to.
pub(in crate::content) fn not_a_link(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-link",
        typed.span(),
        text(
            format!("`{key}` berisi `{word}`, bukan alamat halaman"),
            format!("`{key}` holds `{word}`, not a page's address"),
        ),
        text("alamat yang diawali https://", "an address that starts with https://"),
        text(
            "buka halamannya di peramban lalu salin alamatnya",
            "open the page in a browser and copy its address",
        ),
    )
}

/// Sixteen digits that look like a citizen's number, at a key.
pub(in crate::content) fn citizen_number(at: Span, key: &str, holder: Holder) -> Finding {
    number_of_a_person(at, &format!("`{key}`"), &format!("`{key}`"), holder)
}

/// The same in the body of a file.
pub(in crate::content) fn citizen_number_in_text(at: Span, holder: Holder) -> Finding {
    number_of_a_person(at, "baris ini", "this line", holder)
}

fn number_of_a_person(at: Span, id: &str, en: &str, holder: Holder) -> Finding {
    let found = match holder {
        Holder::Citizen => text(
            format!("{id} memuat angka yang tampak seperti NIK atau nomor KK"),
            format!("{en} holds digits that look like a citizen's or a family card's number"),
        ),
        Holder::Pupil => text(
            format!("{id} memuat nomor induk siswa (NISN atau NIS)"),
            format!("{en} holds a pupil's number (NISN or NIS)"),
        ),
    };
    error(
        "citizen-number",
        at,
        found,
        text("tulisan tanpa NIK, NISN, nomor KK atau NPWP pribadi", "a text without personal numbers"),
        text(
            "hapus nomornya; data pribadi tidak boleh tampil di situs",
            "remove the number; personal data must not be on the site",
        ),
    )
}

/// A person's photo without a record of consent.
pub(in crate::content) fn photo_without_consent(at: Span, who: &str) -> Finding {
    let who = shown(who);
    warning(
        "consent-missing",
        at,
        text(
            format!("foto `{who}` belum disertai `izin`, jadi tidak ditampilkan"),
            format!("the photo of `{who}` has no `izin`, so it is not shown"),
        ),
        text("catatan izin orang yang difoto (UU 27/2022)", "a record of the person's consent (UU 27/2022)"),
        text(
            "tambahkan `izin: {tanggal: …, lingkup: …}` sesudah menanyakannya",
            "ask, then add `izin: {tanggal: …, lingkup: …}`",
        ),
    )
}

/// A pupil's photo without a guardian's consent.
pub(in crate::content) fn minor_without_consent(at: Span, word: &str) -> Finding {
    error(
        "consent-of-guardian-missing",
        at,
        text(
            format!("foto ini memperlihatkan {word} tanpa izin orang tua atau wali"),
            format!("this photo shows `{word}` without a guardian's consent"),
        ),
        text(
            "`izin` dengan `wali: ya`, atau foto tanpa orang",
            "`izin` with `wali: ya`, or a photo without people",
        ),
        text(
            "minta izin wali lalu tulis `izin: {tanggal: …, wali: ya}`, atau pakai foto produk",
            "get a guardian's consent and write `izin: {tanggal: …, wali: ya}`, or use a photo of the product",
        ),
    )
}

/// A consent that no longer holds, or not yet.
pub(in crate::content) fn consent_lapsed(at: Span, until: Date) -> Finding {
    warning(
        "consent-lapsed",
        at,
        text(
            format!("izin ini berlaku sampai {until}; foto dan nama yang memerlukannya tidak ditampilkan"),
            format!("this consent ended on {until}; photos and names that need it are not shown"),
        ),
        text("izin yang masih berlaku", "a consent that is still valid"),
        text(
            "minta izin baru lalu perbarui `izin`, atau ganti fotonya",
            "ask again and renew `izin`, or use another photo",
        ),
    )
}

/// An owner named without consent.
pub(in crate::content) fn owner_without_consent(at: Span, owner: &str) -> Finding {
    let owner = shown(owner);
    warning(
        "consent-missing",
        at,
        text(
            format!("nama pemilik `{owner}` ditampilkan tanpa `izin`"),
            format!("the owner `{owner}` is named without `izin`"),
        ),
        text("catatan izin pemilik usaha", "a record of the owner's consent"),
        text(
            "tambahkan `izin: {tanggal: …, lingkup: …}`, atau hapus `pemilik`",
            "add `izin: {tanggal: …, lingkup: …}`, or remove `pemilik`",
        ),
    )
}

/// A term of office that is over.
pub(in crate::content) fn term_over(at: Span, name: &str, last_year: i16) -> Finding {
    let name = shown(name);
    advice(
        "term-over",
        at,
        text(
            format!("masa jabatan `{name}` berakhir {last_year}"),
            format!("the term of `{name}` ended in {last_year}"),
        ),
        text("pengurus yang sedang menjabat", "officers in office"),
        text(
            "perbarui `pengurus` sesuai hasil rapat anggota terakhir",
            "update `pengurus` by the last members' meeting",
        ),
    )
}

/// A text for pupils with long sentences or long words.
pub(in crate::content) fn hard_to_read(at: Span, words: usize) -> Finding {
    advice(
        "youth-text-hard",
        at,
        text(
            format!("teks untuk pelajar ini agak sulit: rata-rata {words} kata per kalimat"),
            format!("this text for pupils is hard to read: {words} words a sentence on average"),
        ),
        text(
            "paling banyak 12 kata per kalimat, dengan kata yang pendek",
            "at most 12 words a sentence, and short words",
        ),
        text(
            "pecah kalimat yang panjang menjadi dua, lalu baca keras-keras",
            "split long sentences, then read the text aloud",
        ),
    )
}

/// A name in a story for pupils without a record of consent.
pub(in crate::content) fn pupil_named_without_consent(typed: Typed<'_>) -> Finding {
    let name = shown(typed.text);
    warning(
        "youth-name-without-consent",
        typed.span(),
        text(
            format!("nama `{name}` di cerita pelajar belum disertai `izin`; `penulis` tidak ditampilkan"),
            format!("the name `{name}` in a story for pupils has no `izin`; `penulis` is not shown"),
        ),
        text(
            "catatan izin, dari wali kalau belum 18 tahun (UU 27/2022 pasal 25)",
            "a record of consent, of a guardian below 18 (UU 27/2022, article 25)",
        ),
        text(
            "tambahkan `izin: {tanggal: …, wali: ya}` sesudah menanyakannya, atau hapus `penulis`",
            "ask, then add `izin: {tanggal: …, wali: ya}`, or remove `penulis`",
        ),
    )
}

/// A pupil's name in a title or text, which is published as it is.
pub(in crate::content) fn pupil_named_in_text(at: Span, name: &str) -> Finding {
    let name = shown(name);
    warning(
        "youth-name-in-text",
        at,
        text(
            format!("nama `{name}` ikut terbit dalam cerita pelajar ini tanpa `izin`"),
            format!("the name `{name}` is published with this story for pupils, without `izin`"),
        ),
        text(
            "cerita tanpa nama pelajar, atau catatan izin (UU 27/2022 pasal 25)",
            "a story that names no pupil, or a record of consent (UU 27/2022, article 25)",
        ),
        text(
            "tulis `aku` atau `seorang siswa` sebagai gantinya, atau tanyakan lalu tambahkan `izin: {tanggal: …, wali: ya}`",
            "write `I` or `a pupil` in its place, or ask, then add `izin: {tanggal: …, wali: ya}`",
        ),
    )
}

/// A school class, a day of birth or where somebody lives, in a story for pupils.
pub(in crate::content) fn tells_of_a_pupil(at: Span, found: Found) -> Finding {
    let (id, en) = match found.detail {
        Detail::Class => ("kelas di sekolah", "a school class"),
        Detail::Birth => ("tanggal lahir", "a date of birth"),
        Detail::Home => ("alamat rumah", "where somebody lives"),
        Detail::Number => ("nomor induk siswa (NISN)", "a pupil's number (NISN)"),
    };
    let make = if found.is_sure { warning } else { advice };
    let seems = if found.is_sure { ("memuat", "tells") } else { ("mungkin memuat", "may tell") };
    make(
        "youth-story-tells-too-much",
        at,
        text(
            format!("tulisan untuk pelajar ini {} {id}", seems.0),
            format!("this text for pupils {} {en}", seems.1),
        ),
        text(
            "nama depan saja, tanpa kelas, nomor, tanggal lahir dan alamat",
            "a first name, without class, number, day of birth and address",
        ),
        text(
            "hapus bagian itu; orang tak dikenal bisa melacak anak itu",
            "remove it: a stranger could find the child by it",
        ),
    )
}
