//! Identifiers and certificates.

use super::{advice, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};
use crate::model::Date;

/// An identifier of an unusual shape.
pub(in crate::content) fn odd_identifier(typed: Typed<'_>) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    let (id, en) = match key {
        "badan_hukum" => (
            "`AHU-0000000.AH.01.29.TAHUN 2025`, atau nomor lama yang memuat `/BH/`",
            "`AHU-0000000.AH.01.29.TAHUN 2025`, or an old number with `/BH/`",
        ),
        "nik_koperasi" => ("12 sampai 16 angka", "12 to 16 digits"),
        "nib" => ("13 angka", "13 digits"),
        "npwp" => ("15 atau 16 angka", "15 or 16 digits"),
        "pirt" => ("`P-IRT` dan 15 angka", "`P-IRT` and 15 digits"),
        "bpom" => ("`MD` atau `ML` dan 12 atau 15 angka", "`MD` or `ML` and 12 or 15 digits"),
        _ => ("`ID` dan 17 angka", "`ID` and 17 digits"),
    };
    warning(
        "odd-identifier",
        typed.span(),
        text(
            format!("bentuk {key} `{number}` tidak lazim"),
            format!("the shape of {key} `{number}` is unusual"),
        ),
        text(id, en),
        text(
            "cocokkan dengan dokumennya; bila memang begitu tertulis, biarkan",
            "compare it with the document; if it says so, leave it",
        ),
    )
}

/// Digits with a 0 in front and no quotes.
pub(in crate::content) fn zero_may_get_lost(typed: Typed<'_>) -> Finding {
    let (key, number) = (typed.key, shown(typed.text));
    advice(
        "zero-may-get-lost",
        typed.span(),
        text(
            format!("`{key}: {number}` dibaca program lain sebagai bilangan, dan 0 di depannya hilang"),
            format!("other programs take `{key}: {number}` for a number and drop its leading 0"),
        ),
        text("nomor di antara tanda kutip", "a number in quotes"),
        text(format!("tulis `{key}: \"{number}\"`"), format!("write `{key}: \"{number}\"`")),
    )
}

/// A tax number whose digits do not agree with each other.
pub(in crate::content) fn odd_check_digit(at: Span, number: &str) -> Finding {
    let number = shown(number);
    advice(
        "npwp-check-digit",
        at,
        text(
            format!("angka kesembilan npwp `{number}` tidak cocok dengan delapan angka di depannya"),
            format!("the ninth digit of npwp `{number}` does not agree with the eight before it"),
        ),
        text("nomor seperti pada kartu NPWP", "the number as on the NPWP card"),
        text("cocokkan angka demi angka dengan kartunya", "compare it with the card, digit by digit"),
    )
}

/// A KH number is that of an application.
pub(in crate::content) fn halal_kh(typed: Typed<'_>) -> Finding {
    let number = shown(typed.text);
    warning(
        "halal-not-a-certificate",
        typed.span(),
        text(
            format!("`{number}` nomor ketetapan, bukan nomor sertifikat halal"),
            format!("`{number}` is the number of a decision, not of a halal certificate"),
        ),
        text("`ID` dan 17 angka dari sertifikat BPJPH", "`ID` and 17 digits of the BPJPH certificate"),
        text(
            "salin nomor yang diawali `ID` dari sertifikat",
            "copy the number that starts with `ID` from the certificate",
        ),
    )
}

/// A certificate that is over.
pub(in crate::content) fn certificate_lapsed(at: Span, until: Date) -> Finding {
    warning(
        "certificate-lapsed",
        at,
        text(format!("sertifikat berakhir {until}"), format!("the certificate ended on {until}")),
        text("sertifikat yang masih berlaku", "a certificate that is still valid"),
        text(
            "perpanjang lalu perbarui `berlaku_sampai`, atau hapus nomornya",
            "renew it and set `berlaku_sampai`, or remove its number",
        ),
    )
}

/// A certificate that is soon over.
pub(in crate::content) fn certificate_about_to_lapse(at: Span, until: Date) -> Finding {
    advice(
        "certificate-about-to-lapse",
        at,
        text(format!("sertifikat akan berakhir {until}"), format!("the certificate ends on {until}")),
        text("sertifikat yang berlaku lebih dari 60 hari", "more than 60 days of validity"),
        text("mulai urus perpanjangannya sekarang", "start to renew it now"),
    )
}

/// `halal` in words, without a number.
pub(in crate::content) fn claim_halal(at: Span) -> Finding {
    warning(
        "claim-halal",
        at,
        text(
            "kata halal dipakai, tetapi nomor sertifikatnya belum ada",
            "the word halal is used without a certificate's number",
        ),
        text("`sertifikat: {halal: ID…}`", "`sertifikat: {halal: ID…}`"),
        text(
            "tambahkan nomornya, atau tulis \"belum bersertifikat halal\"",
            "add the number, or write \"belum bersertifikat halal\"",
        ),
    )
}

/// "What was bought cannot be returned" is forbidden. Source: UU 8/1999, article 18.
pub(in crate::content) fn claim_no_returns(at: Span) -> Finding {
    warning(
        "claim-no-returns",
        at,
        text(
            "larangan mengembalikan barang tidak boleh dicantumkan (UU 8/1999 pasal 18)",
            "\"no returns\" may not be stated as a condition (UU 8/1999, article 18)",
        ),
        text(
            "cara menukar atau mengembalikan barang yang rusak",
            "how damaged goods are exchanged or returned",
        ),
        text(
            "ganti dengan kalimat seperti \"barang rusak kami ganti, kirim fotonya di hari yang sama\"",
            "say instead, for example, \"we replace damaged goods: send a photo the same day\"",
        ),
    )
}

/// Loans or deposits for the public: a cooperative serves its members. Source: UU 4/2023.
pub(in crate::content) fn claim_public_finance(at: Span) -> Finding {
    warning(
        "claim-public-finance",
        at,
        text("simpanan atau pinjaman ditawarkan kepada umum", "savings or loans are offered to the public"),
        text(
            "simpan pinjam hanya dari, oleh dan untuk anggota (UU 4/2023)",
            "savings and loans for members only (UU 4/2023)",
        ),
        text("tulis bahwa layanan ini hanya untuk anggota", "say that this is for members only"),
    )
}
