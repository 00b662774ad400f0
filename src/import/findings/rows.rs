//! About rows: whose they are, and what of them is left out.

use super::{finding, text};
use crate::finding::{Finding, Level, Located, Span, plural};
use crate::import::places::Unplaced;

/// A row of sums.
pub(in crate::import) fn sum_left_out(at: Span) -> Finding {
    finding(
        "row-of-sums",
        Level::Advice,
        at,
        text("baris jumlah ini tidak diambil", "this row of sums was not taken"),
        text("satu baris untuk tiap barang", "a row for each thing"),
        text("biarkan saja bila memang jumlah", "leave it, if it is a sum"),
    )
}

/// A row with a name and nothing else, in a table of prices.
pub(in crate::import) fn only_a_name(at: Span, name: &str) -> Finding {
    finding(
        "row-only-name",
        Level::Warning,
        at,
        text(
            format!("baris `{name}` hanya berisi nama dan tidak diambil"),
            format!("row `{name}` has nothing but a name, and was not taken"),
        ),
        text("nama beserta harga atau satuannya", "a name with its price or unit"),
        text(
            "bila itu judul kelompok, tambahkan kolom `Kategori`; bila itu barang tanpa harga, isi satuannya",
            "if it is a heading, add a column `Kategori`; if it is something without a price, fill in its unit",
        ),
    )
}

/// Words alone in a row, with goods below.
pub(in crate::import) fn headings_as_categories(at: Span, count: usize) -> Finding {
    finding(
        "heading-as-category",
        Level::Warning,
        at,
        text(
            format!("{count} baris yang hanya berisi nama dibaca sebagai kategori barang di bawahnya"),
            format!(
                "{count} {} nothing but a name, and {} read as the category of what stands below",
                plural(count, "row has", "rows have"),
                plural(count, "was", "were")
            ),
        ),
        text("kolom `Kategori`", "a column `Kategori`"),
        text(
            "biarkan bila memang begitu; bila itu barang tanpa harga, isi satuannya",
            "leave it, if that is what it is; if it is something without a price, fill in its unit",
        ),
    )
}

/// Rows that nobody sees are read.
pub(in crate::import) fn hidden(at: Span, count: usize) -> Finding {
    finding(
        "rows-hidden",
        Level::Warning,
        at,
        text(
            format!("{count} baris tersembunyi ikut dibaca"),
            format!("{count} hidden {} read", plural(count, "row was", "rows were")),
        ),
        text("baris yang terlihat", "rows that are to be seen"),
        text(
            "hapus baris itu bila tidak untuk diimpor, atau tampilkan dan periksa",
            "delete those rows if they are not to be imported, or show them and look",
        ),
    )
}

/// Cells in columns without a head.
pub(in crate::import) fn beside_the_table(at: Span, count: usize) -> Finding {
    finding(
        "cells-without-head",
        Level::Warning,
        at,
        text(
            format!("{count} sel di kolom tanpa judul tidak diambil"),
            format!(
                "{count} {} in columns without a head, and not taken",
                plural(count, "cell is", "cells are")
            ),
        ),
        text("judul di atas setiap kolom", "a head above each column"),
        text(
            "beri judul bila perlu diambil; catatan boleh dibiarkan",
            "give it a head if it is to be taken; notes may stay",
        ),
    )
}

/// Rows that name nobody belong to the name above them.
pub(in crate::import) fn name_from_above(at: Span, count: usize) -> Finding {
    finding(
        "name-from-above",
        Level::Advice,
        at,
        text(
            format!("{count} baris tanpa nama koperasi atau produk memakai nama di atasnya"),
            format!("{count} {} the name above, having none", plural(count, "row takes", "rows take")),
        ),
        text("nama di setiap baris", "a name in each row"),
        text("isi namanya bila bukan itu maksudnya", "fill in the name if that is not what is meant"),
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

/// A choice or tier without its product.
pub(in crate::import) fn no_product(at: Span) -> Finding {
    finding(
        "product-not-named",
        Level::Error,
        at,
        text("baris ini tidak menyebut produknya", "this row does not say which product it belongs to"),
        text("nama atau kode produk di kolom `Produk`", "a product's name or code in the column `Produk`"),
        text("isi kolom `Produk`", "fill in the column `Produk`"),
    )
}

/// A row of a register that names no cooperative: a signature, a note.
pub(in crate::import) fn cooperative_without_name(at: Span) -> Finding {
    finding(
        "cooperative-without-name",
        Level::Warning,
        at,
        text(
            "baris tanpa nama koperasi ini tidak diambil",
            "this row names no cooperative, and was not taken",
        ),
        text("nama koperasi", "the name of a cooperative"),
        text("isi namanya, atau biarkan bila ini catatan", "fill in the name, or leave it if this is a note"),
    )
}

/// A choice with other prices for larger orders than another choice of its product.
pub(in crate::import) fn tiers_of_a_choice(at: Span) -> Finding {
    finding(
        "tiers-of-a-choice",
        Level::Error,
        at,
        text(
            "harga grosir varian ini berbeda dari varian sebelumnya",
            "this choice has other wholesale prices than the choice before it",
        ),
        text(
            "harga grosir yang sama untuk semua varian satu produk",
            "the same wholesale prices for all choices of a product",
        ),
        text(
            "jadikan dua produk dengan nama berbeda, atau kosongkan harga grosirnya",
            "make two products of them, or leave the wholesale price out",
        ),
    )
}

/// Words where the number of a certificate belongs.
pub(in crate::import) fn no_number(at: Span, typed: &str) -> Finding {
    finding(
        "number-not-given",
        Level::Warning,
        at,
        text(
            format!("`{typed}` bukan nomor dan tidak diambil"),
            format!("`{typed}` is no number, and was not taken"),
        ),
        text("nomor seperti pada dokumennya", "the number as it is on the document"),
        text(
            "isi nomornya bila sudah ada, atau kosongkan",
            "fill in the number once there is one, or leave it empty",
        ),
    )
}

/// Goods without a name; without a price, too, it is rather a note or a signature.
pub(in crate::import) fn no_name(at: Span, is_priced: bool) -> Finding {
    finding(
        "product-without-name",
        if is_priced { Level::Error } else { Level::Warning },
        at,
        text("baris ini tidak menyebut nama barangnya", "this row does not name what is sold"),
        text("nama barang", "the name of what is sold"),
        text("isi namanya, atau hapus baris ini", "fill in the name, or delete this row"),
    )
}

/// The same product in two rows.
pub(in crate::import) fn twice(at: Span, other: Option<&Located<String>>, says_the_same: bool) -> Finding {
    let place = other.and_then(|other| other.span.cell()).map_or_else(String::new, |(_, cell)| cell);
    let name = other.map_or("", |other| other.value.as_str());
    let level = if says_the_same { Level::Advice } else { Level::Error };
    finding(
        "product-twice",
        level,
        at,
        text(
            format!("`{name}` sudah ada di sel {place}"),
            format!("`{name}` stands in cell {place} already"),
        ),
        text("satu baris untuk tiap produk", "one row for each product"),
        if says_the_same {
            text("hapus salah satunya; isinya sama", "delete one of them; they say the same")
        } else {
            text(
                "bedakan namanya, isi kolom `Varian` untuk ukuran atau rasa, atau hapus yang lama",
                "tell them apart by name, fill a column `Varian` for sizes or flavours, or delete the old one",
            )
        },
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
                "{count} {} to another cooperative than `{only}`, and not taken",
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

/// A photo that is named and not there yet.
pub(in crate::import) fn photo_not_there(typed: &Located<String>, path: &str) -> Finding {
    finding(
        "photo-not-there-yet",
        Level::Warning,
        typed.span.clone(),
        text(
            format!("foto `{}` belum ada", typed.value),
            format!("photo `{}` is not there yet", typed.value),
        ),
        text(format!("berkas `{path}`"), format!("a file `{path}`")),
        text(
            format!("taruh fotonya sebagai `{path}`, lalu impor sekali lagi"),
            format!("put the photo at `{path}`, then import once more"),
        ),
    )
}

/// A cooperative that nobody could reach.
pub(in crate::import) fn no_contact(at: Span) -> Finding {
    finding(
        "cooperative-without-contact",
        Level::Error,
        at,
        text(
            "koperasi ini belum ada di situs, dan lembar ini tidak menyebut satu pun kontaknya",
            "this cooperative is not on the site yet, and the sheet names no way to reach it",
        ),
        text("nomor WhatsApp, telepon atau surel", "a WhatsApp number, a telephone or an e-mail address"),
        text(
            "isi kolom `WhatsApp`; bila koperasinya sudah ada di situs, sebutkan foldernya dengan `--into content/…`",
            "fill in the column `WhatsApp`; if it is on the site, name its folder with `--into content/…`",
        ),
    )
}

/// Goods of the profile that the sheet does not have.
pub(in crate::import) fn left(at: Span, name: &str) -> Finding {
    finding(
        "left-out-of-sheet",
        Level::Advice,
        at,
        text(
            format!("`{name}` ada di profil tetapi tidak di lembar; tetap dijual"),
            format!("`{name}` is in the profile and not in the sheet; it stays on sale"),
        ),
        text("barang yang sama di lembar", "the same goods in the sheet"),
        text(
            "biarkan, tambahkan ke lembar, atau impor dengan `--drop-missing` untuk menghapusnya",
            "leave it, add it to the sheet, or import with `--drop-missing` to take it out",
        ),
    )
}
