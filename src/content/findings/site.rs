//! Files as a whole: names, front matter, the profile itself, the quiz, `etalase.yaml`.

use std::sync::Arc;

use super::{choices, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, SourceFile, Span, Text};
use crate::routes;

/// Something is stale before it is ageing.
pub(in crate::content) fn stale_before_ageing(at: Span, ageing: i32, stale: i32) -> Finding {
    error(
        "stale-before-ageing",
        at,
        text(
            format!("`lama` setelah {stale} hari, tetapi `menua` setelah {ageing} hari"),
            format!("`lama` after {stale} days, but `menua` after {ageing} days"),
        ),
        text("`menua` lebih dulu daripada `lama`", "`menua` before `lama`"),
        text(
            "tulis keduanya, yang kecil di `menua`: `{menua: 30, lama: 90}`",
            "write both, the smaller one at `menua`: `{menua: 30, lama: 90}`",
        ),
    )
}

/// A folder without `profil.yaml`.
pub(in crate::content) fn no_profile(folder: &str) -> Finding {
    error(
        "no-profile",
        Span::path(folder),
        text(
            "folder ini tidak punya `profil.yaml` yang bisa dibaca",
            "this folder has no `profil.yaml` that can be read",
        ),
        text(format!("berkas `{folder}/profil.yaml`"), format!("the file `{folder}/profil.yaml`")),
        text(
            "buat berkasnya, paling sedikit dengan `nama` dan `kontak`",
            "make the file, with `nama` and `kontak` at least",
        ),
    )
}

/// A folder whose name is no address.
pub(in crate::content) fn folder_name(path: &str, name: &str, mended: Option<&str>) -> Finding {
    let name = shown(name);
    error(
        "folder-name",
        Span::path(path),
        text(
            format!("nama folder `{name}` tidak bisa menjadi alamat"),
            format!("the folder's name `{name}` cannot be an address"),
        ),
        text(
            "huruf kecil, angka dan tanda hubung, mis. `susu-segar`",
            "lower-case letters, digits and hyphens, for example `susu-segar`",
        ),
        match mended {
            Some(mended) => text(
                format!("ganti nama folder menjadi `{mended}`"),
                format!("rename the folder to `{mended}`"),
            ),
            None => text("ganti nama foldernya", "rename the folder"),
        },
    )
}

/// A folder that is called like pages or files of the site itself.
pub(in crate::content) fn folder_of_the_site(path: &str, name: &str) -> Finding {
    let free = routes::free_name(name);
    error(
        "folder-of-the-site",
        Span::path(path),
        text(
            format!("nama folder `{name}` dipakai halaman atau berkas situs ini sendiri"),
            format!("the folder's name `{name}` belongs to pages or files of the site itself"),
        ),
        text(
            "nama yang belum dipakai, mis. nama koperasinya",
            "a name that is free, such as the cooperative's",
        ),
        text(format!("ganti nama folder menjadi `{free}`"), format!("rename the folder to `{free}`")),
    )
}

/// A file whose name is no address.
pub(in crate::content) fn file_name(at: Span, stem: &str) -> Finding {
    let stem = shown(stem);
    error(
        "file-name",
        at,
        text(
            format!("nama berkas `{stem}` tidak bisa menjadi alamat"),
            format!("the file's name `{stem}` cannot be an address"),
        ),
        text(
            "nama dengan huruf atau angka, mis. `panen-raya.md`",
            "a name with letters or digits, for example `panen-raya.md`",
        ),
        text("ganti nama berkasnya", "rename the file"),
    )
}

/// A text for pupils that is called like a page of the site itself.
pub(in crate::content) fn file_of_the_site(at: Span, stem: &str, slug: &str) -> Finding {
    let stem = shown(stem);
    error(
        "file-of-the-site",
        at,
        text(
            format!("nama berkas `{stem}` dipakai halaman situs ini sendiri, `muda/{slug}/`"),
            format!("the file's name `{stem}` belongs to a page of the site itself, `muda/{slug}/`"),
        ),
        text("nama yang belum dipakai", "a name that is free"),
        text(
            format!("ganti nama berkasnya, mis. `tentang-{slug}.md`"),
            format!("rename the file, for example `tentang-{slug}.md`"),
        ),
    )
}

/// A Markdown file that does not begin with `---`.
pub(in crate::content) fn no_front_matter(file: &Arc<SourceFile>) -> Finding {
    error(
        "no-front-matter",
        Span::new(file, 1, 1, 1),
        text("berkas ini tidak diawali bagian `---`", "this file does not begin with a `---` part"),
        text("baris `---`, lalu `judul: …`, lalu `---`", "a line `---`, then `judul: …`, then `---`"),
        text(
            "tambahkan bagian itu di baris pertama, di atas isi tulisan",
            "add that part in the first line, above the text",
        ),
    )
}

/// A front matter that does not end.
pub(in crate::content) fn front_matter_open(at: Span) -> Finding {
    error(
        "front-matter-open",
        at,
        text("bagian `---` di awal berkas tidak ditutup", "the `---` part at the start is not closed"),
        text("baris `---` kedua sesudah kunci terakhir", "a second line `---` after the last key"),
        text(
            "tambahkan baris `---` di antara kunci dan isi tulisan",
            "add a line `---` between the keys and the text",
        ),
    )
}

/// A story without text.
pub(in crate::content) fn body_empty(at: Span) -> Finding {
    warning(
        "body-empty",
        at,
        text("berkas ini punya judul, tetapi belum ada isinya", "this file has a title, but no text"),
        text("tulisan di bawah `---` yang kedua", "text below the second `---`"),
        text("tulis isinya, atau hapus berkasnya", "write the text, or delete the file"),
    )
}

/// Too few roles, questions or answers.
pub(in crate::content) fn quiz_too_small(at: Span, key: &str, least: usize) -> Finding {
    error(
        "quiz-too-small",
        at,
        text(
            format!("`{key}` yang bisa dipakai terlalu sedikit"),
            format!("too few usable items in `{key}`"),
        ),
        text(format!("paling sedikit {least}"), format!("at least {least}")),
        text(
            format!("tambahkan isi `{key}`, atau perbaiki yang salah"),
            format!("add items to `{key}`, or fix those that are wrong"),
        ),
    )
}

/// Points for a role that the quiz does not have.
pub(in crate::content) fn unknown_role(
    at: Span,
    typed: &str,
    nearest: Option<&str>,
    known: &[&str],
) -> Finding {
    let typed = shown(typed);
    error(
        "unknown-role",
        at,
        text(format!("tidak ada peran `{typed}`"), format!("there is no role `{typed}`")),
        text(choices(known, "atau"), choices(known, "or")),
        match nearest {
            Some(nearest) => text(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?")),
            None => text("pakai id dari daftar `peran`", "use an id of the list `peran`"),
        },
    )
}

/// Points that are none.
pub(in crate::content) fn not_points(at: Span) -> Finding {
    error(
        "not-points",
        at,
        text("poin di sini tidak terbaca", "the points here cannot be read"),
        text(
            "peran dan angka 0 sampai 10, mis. `{bendahara: 1}`",
            "role and a number from 0 to 10, for example `{bendahara: 1}`",
        ),
        text(
            "tulis id peran, titik dua, spasi, lalu poinnya",
            "write the role's id, a colon, a space, then its points",
        ),
    )
}

/// A site address that is neither https nor this machine.
pub(in crate::content) fn site_address(typed: Typed<'_>, meant: Option<&str>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "site-address",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text(
            "alamat https tanpa `?` dan `#`, mis. `https://contoh.id/toko/`",
            "an https address without `?` and `#`, for example `https://contoh.id/toko/`",
        ),
        match meant {
            Some(meant) => text(format!("tulis `{key}: {meant}`"), format!("write `{key}: {meant}`")),
            None => text(
                "tulis alamat lengkap situs, diawali https://",
                "write the whole address of the site, starting with https://",
            ),
        },
    )
}

/// The name of a host with letters that only people read.
pub(in crate::content) fn site_address_not_ascii(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "site-address",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text(
            "nama domain yang dipakai mesin: huruf a–z, angka, `-`, dan `.`",
            "the name of the domain as machines write it: a to z, digits, `-` and `.`",
        ),
        text(
            "buka alamat itu, lalu salin dari bilah alamat peramban: nama dengan huruf lain disalin sebagai `xn--…`",
            "open the address and copy it from the address bar: a name with other letters is copied as `xn--…`",
        ),
    )
}

/// An address at which visitors will not find the site; `what` says what is there instead.
fn address_elsewhere(typed: Typed<'_>, what: &Text) -> Finding {
    let word = shown(typed.text);
    warning(
        "site-address-elsewhere",
        typed.span(),
        text(format!("`{word}` {}", what.id), format!("`{word}` {}", what.en)),
        text(
            "alamat yang dibuka pengunjung, mis. `https://nama-koperasi.id/`",
            "the address that visitors open, for example `https://nama-koperasi.id/`",
        ),
        text(
            "ganti sebelum membagikan: pratinjau dan pesanan memakai alamat ini; kode QR di lembar cetak menuju WhatsApp \
             sampai alamatnya benar",
            "change it before anything is shared: previews and orders use it; QR codes on sheets lead to WhatsApp until \
             the address is right",
        ),
    )
}

/// `http://localhost:4000/`
pub(in crate::content) fn address_of_this_machine(typed: Typed<'_>) -> Finding {
    address_elsewhere(typed, &text("hanya ada di komputer ini", "exists on this machine only"))
}

/// `https://192.168.1.4/`
pub(in crate::content) fn address_of_own_network(typed: Typed<'_>) -> Finding {
    address_elsewhere(
        typed,
        &text("tidak bisa dibuka dari luar jaringan ini", "cannot be opened from outside this network"),
    )
}

/// `https://pages.dev/`
pub(in crate::content) fn address_of_a_host(typed: Typed<'_>) -> Finding {
    address_elsewhere(
        typed,
        &text(
            "alamat inangnya sendiri, tanpa nama situs Anda di depannya",
            "is the host's own, without the name of your site before it",
        ),
    )
}

/// `https://github.com/akun/koperasi`
pub(in crate::content) fn address_of_code(typed: Typed<'_>) -> Finding {
    address_elsewhere(
        typed,
        &text("tempat menyimpan berkas, bukan situsnya", "is where files are kept, not the site"),
    )
}

/// `https://wa.me/62810…`
pub(in crate::content) fn address_of_a_network(typed: Typed<'_>) -> Finding {
    address_elsewhere(
        typed,
        &text("akun atau obrolan, bukan situs ini", "is an account or a chat, not this site"),
    )
}

/// `https://akun-anda.github.io/toko/`
pub(in crate::content) fn address_is_a_placeholder(typed: Typed<'_>) -> Finding {
    address_elsewhere(typed, &text("masih alamat contoh", "is still the example"))
}

/// `https://contoh.id/muda/`
pub(in crate::content) fn address_of_a_page(typed: Typed<'_>, page: &str) -> Finding {
    address_elsewhere(
        typed,
        &text(
            format!("berakhir dengan halaman `{page}`, bukan dengan folder situs"),
            format!("ends with the page `{page}`, not with the site's folder"),
        ),
    )
}

/// Widths that are none, or too many.
pub(in crate::content) fn widths(at: Span) -> Finding {
    error(
        "photo-widths",
        at,
        text("`lebar` tidak berisi lebar foto yang bisa dipakai", "`lebar` holds no usable widths"),
        text("1 sampai 10 lebar, mis. `[320, 640, 1280]`", "1 to 10 widths, for example `[320, 640, 1280]`"),
        text("tulis lebar dalam piksel, dari 160 sampai 4096", "write widths in pixels, from 160 to 4096"),
    )
}

/// An encoding that this program cannot write.
pub(in crate::content) fn encoding_not_built_in(at: Span, word: &str) -> Finding {
    warning(
        "encoding-not-built-in",
        at,
        text(
            format!("program ini belum bisa membuat foto {word}"),
            format!("this program cannot write {word} photos"),
        ),
        text("`webp` atau `jpeg`", "`webp` or `jpeg`"),
        text(
            format!(
                "pakai program dari rilis resmi, atau hapus `{word}`; bentuk lain di daftar tetap dibuat"
            ),
            format!(
                "use the program of an official release, or remove `{word}`; the other encodings are still made"
            ),
        ),
    )
}

/// `cache:` names no bucket.
pub(in crate::content) fn not_a_store(typed: Typed<'_>) -> Finding {
    let shown = shown(typed.text);
    error(
        "store-address",
        typed.span(),
        text(format!("`{shown}` bukan alamat penyimpanan S3"), format!("`{shown}` is no address of a store")),
        text("mis. `s3://nama-bucket/etalase`", "for example `s3://name-of-bucket/etalase`"),
        text(
            "tulis nama bucket dan folder di dalamnya; alamat layanan dan kuncinya ada di variabel AWS_…, bukan di sini",
            "write the bucket's name and a folder in it; the service's address and the key are in variables AWS_…, not here",
        ),
    )
}

/// A year with two targets.
pub(in crate::content) fn year_twice(at: Span, year: i16) -> Finding {
    error(
        "year-twice",
        at,
        text(
            format!("sasaran tahun {year} disebut dua kali"),
            format!("the target of {year} is there twice"),
        ),
        text("satu sasaran untuk tiap tahun", "one target a year"),
        text("hapus salah satu", "remove one"),
    )
}
