//! About whole cooperatives: which one a row belongs to, and under which name and folder.

use super::{finding, text};
use crate::finding::{Finding, Level, Located, Span, plural};
use crate::import::numbers::Number;
use crate::import::places::Unplaced;

/// The title of a table names another cooperative than the folder that the person named, which counts.
pub(in crate::import) fn title_of_another(title: &Located<String>, folder: &str) -> Finding {
    let name = &title.value;
    finding(
        "title-of-another",
        Level::Warning,
        title.span.clone(),
        text(
            format!("judul lembar menyebut `{name}`; barisnya diambil untuk `{folder}` karena `--into`"),
            format!("the title names `{name}`; its rows were taken for `{folder}` because of `--into`"),
        ),
        text(format!("lembar milik `{folder}`"), format!("a sheet of `{folder}`")),
        text(
            "biarkan bila keduanya koperasi yang sama; bila bukan, impor tanpa `--into`",
            "leave it, if both are the same cooperative; if not, import without `--into`",
        ),
    )
}

/// Rows of a register whose status says that the cooperative is not active.
pub(in crate::import) fn not_active(at: Span, count: usize) -> Finding {
    finding(
        "cooperatives-not-active",
        Level::Warning,
        at,
        text(
            format!("{count} koperasi berstatus tidak aktif dan tidak diambil"),
            format!(
                "{count} {} not active by status, and {} skipped",
                plural(count, "cooperative is", "cooperatives are"),
                plural(count, "was", "were")
            ),
        ),
        text("koperasi yang aktif", "cooperatives that are active"),
        text(
            "ganti statusnya menjadi `Aktif` bila aktif lagi; yang sudah punya folder di `content/` tetap di sana",
            "set the status to `Aktif` if it is active again; one that has a folder in `content/` stays there",
        ),
    )
}

/// A status that says neither that a cooperative is active, nor that it is not.
pub(in crate::import) fn strange_status(at: Span, word: &str) -> Finding {
    finding(
        "cooperative-status",
        Level::Warning,
        at,
        text(
            format!("status `{word}` tidak dikenal; koperasinya diambil tanpa status itu"),
            format!("the status `{word}` is not known; its cooperative was taken without it"),
        ),
        text("`Aktif` atau `Tidak Aktif`", "`Aktif` or `Tidak Aktif`"),
        text(
            "tulis `Tidak Aktif` bila koperasinya tidak untuk diterbitkan",
            "write `Tidak Aktif` if the cooperative is not to be published",
        ),
    )
}

/// Words above a block of a register.
pub(in crate::import) fn heading_of_block(at: Span, name: &str) -> Finding {
    finding(
        "row-heading",
        Level::Warning,
        at,
        text(
            format!("baris `{name}` dibaca sebagai judul kelompok, bukan koperasi"),
            format!("row `{name}` was read as a heading, not as a cooperative"),
        ),
        text("nama koperasi dengan kontaknya", "the name of a cooperative with a way to reach it"),
        text(
            "biarkan bila memang judul; bila itu koperasi, isi nomor urut dan kontaknya",
            "leave it if it is a heading; if it is a cooperative, fill in its number and how to reach it",
        ),
    )
}

/// Rows of which nobody can tell whose they are.
pub(in crate::import) fn no_cooperative(at: Span, count: usize) -> Finding {
    finding(
        "cooperative-not-named",
        Level::Error,
        at,
        text(
            format!("{count} baris tidak menyebut milik koperasi mana"),
            format!(
                "{count} {} not say whose {}",
                plural(count, "row does", "rows do"),
                plural(count, "it is", "they are")
            ),
        ),
        text(
            "kolom `Koperasi`, atau satu koperasi untuk semua baris",
            "a column `Koperasi`, or one cooperative for all rows",
        ),
        text(
            "tambahkan kolom `Koperasi`, atau sebutkan foldernya: `--into content/nama-koperasi`",
            "add a column `Koperasi`, or name the folder: `--into content/name-of-it`",
        ),
    )
}

/// A row of a register that names no cooperative: a signature, a note.
pub(in crate::import) fn cooperative_without_name(at: Span) -> Finding {
    finding(
        "cooperative-without-name",
        Level::Warning,
        at,
        text("baris tanpa nama koperasi ini tidak diambil", "this row names no cooperative, and was skipped"),
        text("nama koperasi", "the name of a cooperative"),
        text("isi namanya, atau biarkan bila ini catatan", "fill in the name, or leave it if this is a note"),
    )
}

/// Two rows say different things of the same cooperative.
pub(in crate::import) fn told_twice(typed: Located<String>, other: &Located<String>) -> Finding {
    let place = other.span.cell().map_or_else(String::new, |(_, cell)| cell);
    finding(
        "cooperative-told-twice",
        Level::Error,
        typed.span,
        text(
            format!(
                "`{}` berbeda dari `{}` di sel {place}, untuk koperasi yang sama",
                typed.value, other.value
            ),
            format!(
                "`{}` is not what cell {place} says of the same cooperative: `{}`",
                typed.value, other.value
            ),
        ),
        text("satu nilai untuk satu koperasi", "one value for one cooperative"),
        text(
            "samakan keduanya, atau bedakan namanya bila memang dua koperasi",
            "make them the same, or tell the names apart if they are two cooperatives",
        ),
    )
}

/// Two cooperatives with one number: of a register for sure, of a telephone probably the same one.
pub(in crate::import) fn two_names(
    typed: &Located<String>,
    other: &Located<String>,
    (name, other_name): (&str, &str),
    number: &Number,
) -> Finding {
    let (place_id, place_en) = other_place(&typed.span, &other.span);
    let (id, en) = number.called;
    let (level, expected, help) = if number.is_of_one {
        (
            Level::Error,
            text("satu nama untuk satu koperasi", "one name for one cooperative"),
            text(
                "samakan namanya di semua lembar; bila memang dua koperasi, perbaiki nomornya",
                "call it the same in all sheets; if they are two cooperatives, correct the number",
            ),
        )
    } else {
        (
            Level::Warning,
            text("nomor sendiri untuk tiap koperasi", "a number of its own for each cooperative"),
            text(
                "bila satu koperasi, samakan namanya; bila dua dengan satu nomor, biarkan",
                "if it is one cooperative, call it the same; if two share the number, leave it",
            ),
        )
    };
    finding(
        if number.is_of_one { "cooperative-twice" } else { "number-shared" },
        level,
        typed.span.clone(),
        text(
            format!("`{name}` dan `{other_name}` di {place_id} punya {id} yang sama, `{}`", typed.value),
            format!("`{name}` and `{other_name}` in {place_en} have the same {en}, `{}`", typed.value),
        ),
        expected,
        help,
    )
}

/// A new cooperative with the number of one that the site has.
pub(in crate::import) fn there_by_another_name(
    typed: &Located<String>,
    name: &str,
    folder: &str,
    number: &Number,
) -> Finding {
    let (id, en) = number.called;
    finding(
        "cooperative-twice",
        Level::Error,
        typed.span.clone(),
        text(
            format!("`{name}` punya {id} dari koperasi yang sudah ada, `content/{folder}`"),
            format!("`{name}` has the {en} of a cooperative that is there, `content/{folder}`"),
        ),
        text("satu folder untuk satu koperasi", "one folder for one cooperative"),
        text(
            format!("samakan namanya dengan di sana, atau isi kolom `Folder` dengan `{folder}`"),
            format!("call it as it is called there, or fill in the column `Folder` with `{folder}`"),
        ),
    )
}

/// Another cell, with its sheet and file where they are others.
fn other_place(at: &Span, other: &Span) -> (String, String) {
    let Some((sheet, cell)) = other.cell() else { return Default::default() };
    let is_here = at.file.path == other.file.path && at.cell().is_some_and(|(own, _)| own == sheet);
    if is_here {
        return (format!("sel {cell}"), format!("cell {cell}"));
    }
    let file = &other.file.path;
    if sheet.is_empty() {
        return (format!("sel {cell} dari `{file}`"), format!("cell {cell} of `{file}`"));
    }
    (
        format!("sel {cell} lembar `{sheet}` dari `{file}`"),
        format!("cell {cell} of sheet `{sheet}` of `{file}`"),
    )
}

/// A kind that registers have and the law does not.
pub(in crate::import) fn no_such_kind(at: Span, typed: &str) -> Finding {
    finding(
        "kind-not-taken",
        Level::Warning,
        at,
        text(
            format!("jenis `{typed}` tidak ada di antara jenis koperasi; tidak diambil"),
            format!("kind `{typed}` is none of the kinds of cooperatives, and was skipped"),
        ),
        text(
            "`konsumen`, `produsen`, `jasa`, `pemasaran` atau `simpan-pinjam`",
            "`konsumen`, `produsen`, `jasa`, `pemasaran` or `simpan-pinjam`",
        ),
        text("isi jenis usahanya yang utama, atau biarkan", "fill in what it does most, or leave it"),
    )
}

/// Two names that give one folder.
pub(in crate::import) fn folder_taken(name: &Located<String>, folder: &str, other: &str) -> Finding {
    finding(
        "folder-taken",
        Level::Error,
        name.span.clone(),
        text(
            format!("`{}` dan `{other}` mendapat folder yang sama, `{folder}`", name.value),
            format!("`{}` and `{other}` get the same folder, `{folder}`", name.value),
        ),
        text("satu folder untuk tiap koperasi", "a folder for each cooperative"),
        text(
            "tambahkan kolom `Folder` dengan nama pendek yang berbeda",
            "add a column `Folder` with short names that differ",
        ),
    )
}

/// Rows of other cooperatives than the one that was asked for.
pub(in crate::import) fn of_another(at: Span, count: usize, only: &str) -> Finding {
    finding(
        "rows-of-another",
        Level::Warning,
        at,
        text(
            format!("{count} baris milik koperasi lain, bukan `{only}`, tidak diambil"),
            format!(
                "{count} {} to another cooperative than `{only}`, and skipped",
                plural(count, "row belongs", "rows belong")
            ),
        ),
        text(format!("baris milik `{only}`"), format!("rows of `{only}`")),
        text(
            "impor tanpa `--into content/…` untuk mengambil semuanya",
            "import without `--into content/…` to take all",
        ),
    )
}

/// The name of a folder that no folder can have.
pub(in crate::import) fn folder_name(typed: &Located<String>, mended: Option<&str>) -> Finding {
    let mended = mended.unwrap_or("koperasi-saya");
    finding(
        "folder-name-mended",
        Level::Warning,
        typed.span.clone(),
        text(
            format!("`{}` tidak dapat menjadi nama folder", typed.value),
            format!("`{}` cannot be the name of a folder", typed.value),
        ),
        text("huruf kecil, angka dan tanda hubung", "lower-case letters, digits and hyphens"),
        text(
            format!("dipakai `{mended}`; tulis itu di sel ini"),
            format!("`{mended}` was taken; write that here"),
        ),
    )
}

/// A region whose name gives no code.
pub(in crate::import) fn unplaced(name: Located<String>, why: &Unplaced) -> Finding {
    let typed = name.value;
    let (found, help) = match why {
        Unplaced::Unknown => (
            text(
                format!("wilayah `{typed}` tidak ada dalam daftar Jawa Barat"),
                format!("region `{typed}` is not in the list of West Java"),
            ),
            text(
                "periksa ejaannya, atau tambahkan kolom `Kode Wilayah` dengan kode Kemendagri",
                "check the spelling, or add a column `Kode Wilayah` with the Kemendagri code",
            ),
        ),
        Unplaced::Several(codes) => (
            text(
                format!("`{typed}` dapat berarti {}", codes.join(", ")),
                format!("`{typed}` can mean {}", codes.join(", ")),
            ),
            text(
                "tulis `Kabupaten` atau `Kota` di depannya, atau kode Kemendagri",
                "write `Kabupaten` or `Kota` in front of it, or the Kemendagri code",
            ),
        ),
    };
    finding(
        "region-not-found",
        Level::Warning,
        name.span,
        found,
        text("nama kabupaten, kota atau kecamatan", "the name of a regency, city or district"),
        help,
    )
}

/// A cooperative that nobody could reach.
pub(in crate::import) fn no_contact(at: Span, name: Option<&str>) -> Finding {
    let (which_id, which_en) = match name {
        Some(name) => (format!("`{name}`"), format!("the cooperative `{name}`")),
        None => ("ini".to_owned(), "this cooperative".to_owned()),
    };
    finding(
        "cooperative-without-contact",
        Level::Error,
        at,
        text(
            format!(
                "koperasi {which_id} belum ada di situs, dan lembar ini tidak menyebut satu pun kontaknya"
            ),
            format!("{which_en} is not on the site yet, and the sheet names no way to reach it"),
        ),
        text("nomor WhatsApp, telepon atau surel", "a WhatsApp number, a telephone or an e-mail address"),
        text(
            "isi kolom `WhatsApp`; bila koperasinya sudah ada di situs, sebutkan foldernya dengan `--into content/…`",
            "fill in the column `WhatsApp`; if it is on the site, name its folder with `--into content/…`",
        ),
    )
}
