//! About files, sheets and heads.

use super::{finding, text};
use crate::finding::{Finding, Level, Span, plural};

/// What a sheet is called in a sentence; one without a name is its file.
fn called(sheet: &str) -> (String, String) {
    if sheet.is_empty() {
        ("berkas ini".to_owned(), "this file".to_owned())
    } else {
        (format!("lembar `{sheet}`"), format!("sheet `{sheet}`"))
    }
}

/// No row of a sheet looks like the heads of a table. An error where nothing else of its file was understood.
pub(in crate::import) fn no_table(at: Span, sheet: &str, row: &str, is_alone: bool) -> Finding {
    let level = if is_alone { Level::Error } else { Level::Warning };
    let (of_id, of_en) = called(sheet);
    finding(
        "sheet-not-understood",
        level,
        at,
        text(
            format!("tidak ada baris judul kolom yang dikenal di {of_id}; yang paling mirip: `{row}`"),
            format!("{of_en} has no row of known column headings; the closest is `{row}`"),
        ),
        text(
            "satu baris judul kolom, mis. `Nama Produk`, `Harga`, `Satuan`",
            "one row of column headings, for example `Nama Produk`, `Harga`, `Satuan`",
        ),
        text(
            "tulis judul kolomnya, sebutkan artinya dengan `--map \"Judul=produk.nama\"`, atau salin isinya ke lembar dari `etalase import --template lembar.xlsx`",
            "write the headings, say what they mean with `--map \"Heading=produk.nama\"`, or copy the rows into the sheet of `etalase import --template sheet.xlsx`",
        ),
    )
}

/// Customers, members or suppliers. An error where the file has no other sheet.
pub(in crate::import) fn list_of_persons(at: Span, sheet: &str, is_alone: bool) -> Finding {
    let level = if is_alone { Level::Error } else { Level::Warning };
    let (of_id, of_en) = called(sheet);
    finding(
        "list-of-persons",
        level,
        at,
        text(
            format!(
                "{of_id} agaknya daftar orang, jadi tidak diambil: data pribadi tidak pernah diterbitkan"
            ),
            format!("{of_en} rather lists persons, and was skipped: what is private is never published"),
        ),
        text(
            "daftar koperasi, dengan kolom `Nama Koperasi`",
            "a list of cooperatives, with a column `Nama Koperasi`",
        ),
        text(
            "bila ini memang koperasi, ganti judul kolom namanya menjadi `Nama Koperasi`; bila bukan, biarkan",
            "if these are cooperatives, head the column of names `Nama Koperasi`; if not, leave it",
        ),
    )
}

/// A file with nothing but the first sheet of the form: programs save only the sheet on the screen as CSV.
pub(in crate::import) fn only_instructions(at: Span) -> Finding {
    finding(
        "sheet-of-instructions",
        Level::Error,
        at,
        text(
            "ini lembar petunjuk dari formulir, bukan isiannya",
            "this is the sheet of instructions of the form, not what was filled in",
        ),
        text(
            "seluruh formulir, atau lembar seperti `Koperasi` dan `Produk`",
            "the whole form, or sheets such as `Koperasi` and `Produk`",
        ),
        text(
            "simpan formulirnya sebagai .xlsx atau .ods; sebagai .csv hanya lembar yang sedang terbuka yang tersimpan",
            "save the form as .xlsx or .ods; as .csv only the sheet that is open is saved",
        ),
    )
}

/// Tables side by side below the same heads.
pub(in crate::import) fn side_by_side(at: Span, count: usize) -> Finding {
    finding(
        "tables-side-by-side",
        Level::Advice,
        at,
        text(
            format!("{count} tabel berdampingan dengan judul kolom yang sama dibaca satu per satu"),
            format!("{count} tables side by side with the same headings were read one by one"),
        ),
        text("satu tabel di satu lembar", "one table in a sheet"),
        text("biarkan bila memang begitu", "leave it, if that is what it is"),
    )
}

/// Prices below heads that name a quantity.
pub(in crate::import) fn quantities_in_heads(at: Span, heads: &[(&str, u64)]) -> Finding {
    let names = heads.iter().map(|(head, from)| format!("`{head}` ({from})")).collect::<Vec<_>>().join(", ");
    finding(
        "quantities-in-heads",
        Level::Advice,
        at,
        text(
            format!("kolom {names} dibaca sebagai harga grosir, mulai dari jumlah itu"),
            format!(
                "{} {names} read as wholesale prices, from that quantity on",
                plural(heads.len(), "column", "columns")
            ),
        ),
        text("kolom `Grosir 1 Mulai` dan `Grosir 1 Harga`", "columns `Grosir 1 Mulai` and `Grosir 1 Harga`"),
        text(
            "biarkan bila memang begitu; bila tidak, sebutkan artinya dengan `--map`",
            "leave it, if that is so; if not, say with `--map` what they mean",
        ),
    )
}

/// Prices below heads that are sizes.
pub(in crate::import) fn sizes_as_choices(at: Span, heads: &[&str]) -> Finding {
    let names = heads.iter().map(|head| format!("`{head}`")).collect::<Vec<_>>().join(", ");
    finding(
        "sizes-as-choices",
        Level::Warning,
        at,
        text(
            format!("kolom {names} dibaca sebagai varian barang dengan harganya"),
            format!(
                "{} {names} read as variants with their prices",
                plural(heads.len(), "column", "columns")
            ),
        ),
        text(
            "satu baris untuk tiap ukuran, dengan kolom `Varian` dan `Harga`",
            "a row for each size, with columns `Varian` and `Harga`",
        ),
        text(
            "biarkan bila memang begitu; bila bukan harga, ganti judulnya",
            "leave it, if that is what it is; if they are no prices, change the headings",
        ),
    )
}

/// A sheet that nobody sees is read.
pub(in crate::import) fn hidden_sheet(at: Span, sheet: &str) -> Finding {
    finding(
        "sheet-hidden",
        Level::Advice,
        at,
        text(
            format!("lembar `{sheet}` tersembunyi dan ikut dibaca"),
            format!("sheet `{sheet}` is hidden, and was read"),
        ),
        text("lembar yang terlihat", "a sheet that is to be seen"),
        text(
            "hapus lembar itu bila isinya tidak untuk diimpor",
            "delete that sheet if it is not to be imported",
        ),
    )
}

/// A head that nobody knows.
pub(in crate::import) fn head_unknown(at: Span, head: &str, example: &str) -> Finding {
    finding(
        "head-unknown",
        Level::Warning,
        at,
        text(
            format!("kolom `{head}` tidak dikenal dan tidak diambil"),
            format!("column `{head}` is unknown and was skipped"),
        ),
        text("judul kolom yang dikenal, atau arti kolom itu", "a known heading, or what the column means"),
        text(
            format!(
                "sebutkan artinya, mis. `--map \"{head}={example}\"`, atau `--map \"{head}=-\"` bila memang tidak perlu"
            ),
            format!(
                "say what it means, such as `--map \"{head}={example}\"`, or `--map \"{head}=-\"` if it is not needed"
            ),
        ),
    )
}

/// Columns that nobody sees are read.
pub(in crate::import) fn hidden_columns(at: Span, heads: &[String]) -> Finding {
    let names = heads.iter().map(|head| format!("`{head}`")).collect::<Vec<_>>().join(", ");
    finding(
        "columns-hidden",
        Level::Warning,
        at,
        text(
            format!("kolom tersembunyi ikut dibaca: {names}"),
            format!("hidden {} read: {names}", plural(heads.len(), "column was", "columns were")),
        ),
        text("kolom yang terlihat", "columns that are to be seen"),
        text(
            "tampilkan dan periksa, atau hapus kolom itu bila tidak untuk diimpor",
            "show them and look, or delete what is not to be imported",
        ),
    )
}

/// A column that fills what another one fills, which is taken.
pub(in crate::import) fn head_twice(
    at: Span,
    level: Level,
    head: &str,
    (other, cell): (&str, &str),
) -> Finding {
    let found = if level == Level::Error {
        text(
            format!("`{head}` dan `{other}` di sel {cell} mengisi hal yang sama dengan isi berbeda"),
            format!("`{head}` and `{other}` in cell {cell} fill the same, and disagree"),
        )
    } else {
        text(
            format!("kolom `{head}` tidak diambil: `{other}` di sel {cell} mengisi hal yang sama"),
            format!("column `{head}` was skipped: `{other}` in cell {cell} fills the same"),
        )
    };
    // Only heads that differ can be told apart on the command line.
    let help = if head == other {
        text(
            "ganti judul salah satunya, mis. `Harga Anggota`, atau hapus kolom yang tidak dipakai",
            "change the heading of one of them, for example to `Harga Anggota`, or delete the one that is not used",
        )
    } else {
        text(
            format!("sebutkan yang tidak dipakai, `--map \"{head}=-\"` atau `--map \"{other}=-\"`"),
            format!("say which one is not used, `--map \"{head}=-\"` or `--map \"{other}=-\"`"),
        )
    };
    finding(
        "head-twice",
        level,
        at,
        found,
        text("satu kolom untuk satu isi", "one column for one thing"),
        help,
    )
}

/// A table of goods in which only columns that nobody knows can be the price; the last is the likeliest, since the
/// newest stands at the right.
pub(in crate::import) fn price_unknown(at: Span, head: &str, heads: &[&str]) -> Finding {
    let names = heads.iter().map(|head| format!("`{head}`")).collect::<Vec<_>>().join(", ");
    let (which_id, which_en) = if heads.len() > 1 {
        (format!("salah satu dari {names}"), format!("one of {names}"))
    } else {
        (names.clone(), names)
    };
    finding(
        "price-column-unknown",
        Level::Error,
        at,
        text(
            format!("tidak ada kolom harga yang dikenal; mungkin {which_id}?"),
            format!("no column is known as the price; is it {which_en}?"),
        ),
        text("kolom `Harga`", "a column `Harga`"),
        text(
            format!("sebutkan dengan `--map \"{head}=produk.harga\"`, atau ganti judulnya menjadi `Harga`"),
            format!("say so with `--map \"{head}=produk.harga\"`, or change the heading to `Harga`"),
        ),
    )
}

/// A head with a letter that differs.
pub(in crate::import) fn head_guessed(at: Span, head: &str, meant: &str) -> Finding {
    finding(
        "head-guessed",
        Level::Warning,
        at,
        text(
            format!("kolom `{head}` dibaca sebagai `{meant}`"),
            format!("column `{head}` was read as `{meant}`"),
        ),
        text(format!("`{meant}`"), format!("`{meant}`")),
        text(
            format!("perbaiki judulnya, atau bila bukan itu artinya: `--map \"{head}=-\"`"),
            format!("correct the heading, or if that is not what it means: `--map \"{head}=-\"`"),
        ),
    )
}

/// A column with what a shop keeps to itself, or with what belongs to a person.
pub(in crate::import) fn head_private(at: Span, head: &str) -> Finding {
    finding(
        "head-private",
        Level::Advice,
        at,
        text(
            format!(
                "kolom `{head}` tidak diambil: harga beli, modal dan data pribadi tidak pernah diterbitkan"
            ),
            format!(
                "column `{head}` was skipped: purchase prices, costs and personal data are never published"
            ),
        ),
        text("kolom yang boleh dilihat pembeli", "columns that buyers may see"),
        text(
            "tidak perlu berbuat apa-apa; hapus kolom itu sebelum membagikan lembarnya",
            "nothing needs to be done; delete that column before the sheet is passed on",
        ),
    )
}

/// What `--map` says leads to no key.
pub(crate) fn unknown_key(at: Span, typed: &str) -> Finding {
    finding(
        "map-not-understood",
        Level::Error,
        at,
        text(
            format!("`{typed}` tidak menyebut kunci yang ada"),
            format!("`{typed}` names no key that there is"),
        ),
        text("judul kolom, tanda =, lalu kunci atau `-`", "a heading, an equals sign, then a key or `-`"),
        text(
            "mis. `--map \"Jajanan=produk.nama\"` atau `--map \"No HP=kontak.whatsapp\"`; semua kunci ada di REFERENSI-KUNCI",
            "such as `--map \"Jajanan=produk.nama\"` or `--map \"No HP=kontak.whatsapp\"`; REFERENSI-KUNCI lists all keys",
        ),
    )
}

/// A value that no cell can hold so that it is read again.
pub(in crate::import) fn not_in_sheet(at: Span, path: &str) -> Finding {
    finding(
        "not-in-sheet",
        Level::Advice,
        at,
        text(
            format!(
                "isi `{path}` ini tidak dapat ditulis dalam satu sel; ia tetap di profil dan tidak ada di lembar"
            ),
            format!(
                "this `{path}` cannot be written into one cell; it stays in the profile and is not in the sheet"
            ),
        ),
        text("tulisan tanpa titik koma di dalam daftar", "texts without semicolons in lists"),
        text("ubah isi ini di profilnya", "change it in the profile"),
    )
}

/// A workbook is to be written where a file stands.
pub(crate) fn file_there(at: Span, file: &str) -> Finding {
    finding(
        "file-there",
        Level::Error,
        at,
        text(
            format!("`{file}` sudah ada dan tidak ditimpa"),
            format!("`{file}` is there, and is not replaced"),
        ),
        text("nama berkas yang belum ada", "the name of a file that is not there yet"),
        text("sebut nama lain, atau pindahkan berkas itu", "give another name, or move that file away"),
    )
}

/// A workbook is to be written under a name that says something else.
pub(crate) fn not_xlsx(at: Span, file: &str) -> Finding {
    finding(
        "not-xlsx",
        Level::Error,
        at,
        text(format!("`{file}` bukan nama berkas XLSX"), format!("`{file}` is not the name of an XLSX file")),
        text("nama yang berakhir dengan .xlsx", "a name that ends in .xlsx"),
        text(
            "tulis mis. `lembar.xlsx`; LibreOffice, Excel, dan Google Spreadsheet dapat membukanya",
            "write for example `sheet.xlsx`; LibreOffice, Excel and Google Sheets can open it",
        ),
    )
}

/// What `--map` speaks of is in no sheet.
pub(in crate::import) fn map_unmet(head: &str) -> Finding {
    finding(
        "map-without-column",
        Level::Warning,
        Span::path("--map"),
        text(format!("tidak ada kolom `{head}`"), format!("there is no column `{head}`")),
        text("judul kolom seperti di lembarnya", "a heading as the sheet has it"),
        text("salin judulnya dari lembar", "copy the heading from the sheet"),
    )
}

/// A file in which nothing stands, or heads without a row below.
pub(in crate::import) fn nothing_below(at: Span) -> Finding {
    finding(
        "sheet-without-rows",
        Level::Warning,
        at,
        text("tidak ada baris yang dapat diambil", "there is no row to be taken"),
        text("baris di bawah judul kolom", "rows below the headings"),
        text("isi barisnya, lalu simpan", "fill in the rows, then save"),
    )
}
