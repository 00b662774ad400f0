//! QRIS codes.

use super::{choices, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::Finding;
use crate::model::Qris;

/// Not the text of a code.
pub(in crate::content) fn not_qris(typed: Typed<'_>) -> Finding {
    let start = shown(&typed.text.chars().take(12).collect::<String>());
    error(
        "qris-unreadable",
        typed.span(),
        text(
            format!("isi `qris` (`{start}…`) bukan kode QRIS yang utuh"),
            format!("`qris` (`{start}…`) is not a whole QRIS code"),
        ),
        text(
            "teks panjang yang diawali `000201` dan berakhir dengan `6304` serta empat angka atau huruf",
            "a long text from `000201` to `6304` and four characters",
        ),
        text(
            "pindai gambar QRIS dengan aplikasi pemindai, lalu salin seluruh teksnya di antara tanda kutip",
            "scan the QRIS picture and copy all of its text between quotes",
        ),
    )
}

/// A checksum that does not fit.
pub(in crate::content) fn wrong_checksum(typed: Typed<'_>, said: &str, right: &str) -> Finding {
    error(
        "qris-checksum",
        typed.span(),
        text(
            format!("kode QRIS ini berubah atau salah salin: penutupnya `{said}`, seharusnya `{right}`"),
            format!(
                "this QRIS code was changed or copied wrongly: it ends in `{said}`, but `{right}` would fit"
            ),
        ),
        text(
            "kode persis seperti dari bank atau penyedia QRIS",
            "the code exactly as the bank or provider issued it",
        ),
        text(
            "pindai ulang gambar QRIS yang asli; jangan hanya mengganti penutupnya",
            "scan the original QRIS picture again; do not just change its end",
        ),
    )
}

/// Another country or currency.
pub(in crate::content) fn not_indonesian(typed: Typed<'_>) -> Finding {
    error(
        "qris-not-indonesian",
        typed.span(),
        text(
            "kode ini bukan untuk pembayaran rupiah di Indonesia",
            "this code is not for payments in rupiah in Indonesia",
        ),
        text(
            "kode QRIS dengan negara `ID` dan mata uang `360`",
            "a QRIS code of country `ID` and currency `360`",
        ),
        text(
            "pakai kode QRIS dari bank atau penyedia di Indonesia",
            "use a QRIS code of an Indonesian bank or provider",
        ),
    )
}

/// Without a merchant's name nobody can see whom they pay.
pub(in crate::content) fn no_merchant_name(typed: Typed<'_>) -> Finding {
    error(
        "qris-name",
        typed.span(),
        text(
            "nama pedagang di kode QRIS ini kosong atau terlalu panjang",
            "the merchant name of this QRIS code is empty or too long",
        ),
        text("nama pedagang 1 sampai 25 huruf", "a merchant name of 1 to 25 characters"),
        text(
            "minta kode yang benar ke bank atau penyedia QRIS",
            "ask the bank or provider for a correct code",
        ),
    )
}

/// An amount that is no plain number.
pub(in crate::content) fn bad_amount(typed: Typed<'_>) -> Finding {
    error(
        "qris-amount-unreadable",
        typed.span(),
        text("nominal di dalam kode QRIS ini tidak terbaca", "the amount in this QRIS code cannot be read"),
        text("kode tanpa nominal", "a code without an amount"),
        text(
            "pakai kode QRIS statis dari bank atau penyedia",
            "use the static QRIS code of the bank or provider",
        ),
    )
}

/// The name of somebody else.
pub(in crate::content) fn other_merchant(typed: Typed<'_>, merchant: &str, names: &[&str]) -> Finding {
    let merchant = shown(merchant);
    error(
        "qris-other-merchant",
        typed.span(),
        text(format!("kode QRIS ini milik `{merchant}`"), format!("this QRIS code belongs to `{merchant}`")),
        text(
            format!("nama yang cocok dengan {}", choices(names, "atau")),
            format!("a name that agrees with {}", choices(names, "or")),
        ),
        text(
            "pastikan kodenya tidak tertukar; bila memang milik koperasi, samakan `nama`, `singkatan` atau `atas_nama` rekening dengan nama di kode, atau tulis `nmid` dari lembar QRIS",
            "make sure that the code was not swapped; if it is the cooperative's, let `nama`, `singkatan` or the account's `atas_nama` agree with it, or write the `nmid` of the QRIS sheet",
        ),
    )
}

/// A name that other cooperatives have in their codes as well.
pub(in crate::content) fn name_of_many(typed: Typed<'_>, merchant: &str, nmid: Option<&str>) -> Finding {
    let merchant = shown(merchant);
    let help = match nmid.map(shown) {
        Some(nmid) => text(
            format!(
                "cocokkan NMID kode ini, `{nmid}`, dengan lembar QRIS asli; bila sama, tulis `nmid: {nmid}` di bawah `pembayaran:`"
            ),
            format!(
                "compare the code's NMID, `{nmid}`, with the original QRIS sheet; if it is the same, write `nmid: {nmid}` below `pembayaran:`"
            ),
        ),
        None => text(
            "kode ini tidak memuat NMID; pindai lembar QRIS asli dan pastikan isinya sama",
            "this code has no NMID; scan the original QRIS sheet and make sure that its text is the same",
        ),
    };
    warning(
        "qris-name-of-many",
        typed.span(),
        text(
            format!("nama di kode QRIS, `{merchant}`, bisa juga milik koperasi lain"),
            format!("the name in the QRIS code, `{merchant}`, may be that of other cooperatives too"),
        ),
        text(
            "`nmid` koperasi, yang hanya dimiliki satu pedagang",
            "the cooperative's `nmid`, which no other merchant has",
        ),
        help,
    )
}

/// The number of another merchant.
pub(in crate::content) fn other_nmid(ours: Typed<'_>, theirs: &str, merchant: &str) -> Finding {
    let (number, theirs, merchant) = (shown(ours.text), shown(theirs), shown(merchant));
    error(
        "qris-other-nmid",
        ours.span(),
        text(
            format!("kode QRIS ini milik `{merchant}` dengan NMID `{theirs}`, bukan `{number}`"),
            format!("this QRIS code belongs to `{merchant}` with NMID `{theirs}`, not `{number}`"),
        ),
        text("NMID yang sama di kode dan di sini", "the same NMID in the code and here"),
        text(
            "cocokkan keduanya dengan lembar QRIS asli; bila kodenya yang lain, kodenya tertukar",
            "compare both with the original QRIS sheet; if the code differs, it was swapped",
        ),
    )
}

/// Not the number of a merchant.
pub(in crate::content) fn not_an_nmid(typed: Typed<'_>) -> Finding {
    let number = shown(typed.text);
    error(
        "not-an-nmid",
        typed.span(),
        text(format!("`{number}` bukan NMID"), format!("`{number}` is no NMID")),
        text("`ID` dan 13 angka", "`ID` and 13 digits"),
        text(
            "salin NMID dari lembar QRIS; biasanya tertulis di bawah nama koperasi",
            "copy the NMID from the QRIS sheet, where it stands below the name",
        ),
    )
}

/// A code that can be paid once.
pub(in crate::content) fn one_time(typed: Typed<'_>) -> Finding {
    warning(
        "qris-one-time",
        typed.span(),
        text("kode QRIS ini sekali pakai (dinamis)", "this QRIS code is for one payment (dynamic)"),
        text("kode statis yang bisa dipakai berulang kali", "a static code that can be used again and again"),
        text("minta kode QRIS statis ke bank atau penyedia", "ask the bank or provider for a static code"),
    )
}

/// A code with an amount in it.
pub(in crate::content) fn has_amount(typed: Typed<'_>, amount: &str) -> Finding {
    let amount = shown(amount);
    warning(
        "qris-amount",
        typed.span(),
        text(
            format!("kode QRIS ini berisi nominal tetap {amount} rupiah"),
            format!("this QRIS code has a fixed amount of {amount} rupiah"),
        ),
        text(
            "kode tanpa nominal, supaya pembeli membayar sesuai belanjanya",
            "a code without an amount, so that buyers pay what they owe",
        ),
        text(
            "minta kode QRIS statis tanpa nominal ke bank atau penyedia",
            "ask the bank or provider for a static code without an amount",
        ),
    )
}

/// A photo in which no code can be read.
pub(in crate::content) fn no_code_in_photo(typed: Typed<'_>) -> Finding {
    let path = shown(typed.text);
    error(
        "qris-photo-without-code",
        typed.span(),
        text(
            format!("di foto `{path}` tidak ada kode QR yang terbaca"),
            format!("no QR code can be read in photo `{path}`"),
        ),
        text(
            "foto tajam yang memuat seluruh kode QRIS beserta tepi putihnya",
            "a sharp photo with the whole QRIS code and its white margin",
        ),
        text(
            "foto ulang dari dekat dan tegak lurus, tanpa bayangan atau pantulan, atau salin isi kodenya ke `qris`",
            "take it again from near and straight above, without shadow or glare, or copy the code's text to `qris`",
        ),
    )
}

/// Two payment codes on one photo.
pub(in crate::content) fn several_codes_in_photo(typed: Typed<'_>, count: usize) -> Finding {
    error(
        "qris-photo-several",
        typed.span(),
        text(
            format!("foto ini memuat {count} kode QRIS yang berbeda"),
            format!("this photo has {count} different QRIS codes"),
        ),
        text("satu kode QRIS", "one QRIS code"),
        text(
            "potong fotonya sampai tersisa kode milik koperasi saja",
            "crop the photo until only the cooperative's code is left",
        ),
    )
}

/// A code that is no payment code, or not a whole one.
pub(in crate::content) fn photo_of_another_code(typed: Typed<'_>) -> Finding {
    let start = shown(&typed.text.chars().take(24).collect::<String>());
    error(
        "qris-photo-unreadable",
        typed.span(),
        text(
            format!("kode di foto ini (`{start}…`) bukan kode QRIS yang utuh"),
            format!("the code in this photo (`{start}…`) is not a whole QRIS code"),
        ),
        text("kode QRIS dari bank atau penyedia", "the QRIS code that a bank or provider issued"),
        text(
            "foto kode pembayarannya, bukan kode alamat situs atau media sosial",
            "take a photo of the payment code, not of one for a site or a social network",
        ),
    )
}

/// The typed code and the one in the photo are not the same.
pub(in crate::content) fn photo_disagrees(typed: Typed<'_>, written: &Qris, seen: &Qris) -> Finding {
    let who = |code: &Qris| {
        let nmid = code.nmid.as_deref().map(|nmid| format!(", {}", shown(nmid))).unwrap_or_default();
        format!("{}{nmid}", shown(&code.merchant_name))
    };
    let (written, seen) = (who(written), who(seen));
    error(
        "qris-photo-disagrees",
        typed.span(),
        text(
            format!("kode di foto (`{seen}`) tidak sama dengan isi `qris` (`{written}`)"),
            format!("the code in the photo (`{seen}`) is not the one in `qris` (`{written}`)"),
        ),
        text("kode yang sama di keduanya", "the same code in both"),
        text(
            "pastikan kodenya tidak tertukar, lalu hapus salah satu: `qris` atau `qris_foto`",
            "make sure that the code was not swapped, then remove one of `qris` and `qris_foto`",
        ),
    )
}
