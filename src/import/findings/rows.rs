//! About rows: whose they are, and what of them is left out.

use super::{finding, text};
use crate::finding::{Finding, Level, Located, Span, Text, plural};
use crate::keys::Key;

/// A row of sums.
pub(in crate::import) fn sum_left_out(at: Span) -> Finding {
    finding(
        "row-of-sums",
        Level::Advice,
        at,
        text("baris jumlah ini tidak diambil", "this totals row was skipped"),
        text("satu baris untuk tiap barang", "a row for each thing"),
        text("biarkan saja bila memang jumlah", "leave it, if it is a sum"),
    )
}

/// A number of a landline where WhatsApp is wanted.
pub(in crate::import) fn landline(at: Span, typed: &str) -> Finding {
    finding(
        "landline-as-telephone",
        Level::Warning,
        at,
        text(
            format!(
                "`{typed}` nomor telepon rumah atau kantor, jadi diambil sebagai `Telepon`, bukan WhatsApp"
            ),
            format!("`{typed}` is the number of a landline, and was taken as `Telepon`, not as WhatsApp"),
        ),
        text("nomor ponsel, mis. `0812-0000-0000`", "a mobile's number, for example `0812-0000-0000`"),
        text(
            "biarkan, atau isi nomor ponsel supaya pesanan bisa lewat WhatsApp",
            "leave it, or fill in a mobile's number, so that orders can come by WhatsApp",
        ),
    )
}

/// Signatures and notes below a list.
pub(in crate::import) fn lines_below(at: Span, first: &str, count: usize) -> Finding {
    finding(
        "lines-below-list",
        Level::Advice,
        at,
        text(
            format!(
                "{count} baris di bawah daftar, mulai `{first}`, tidak diambil: tanda tangan atau catatan"
            ),
            format!(
                "{count} {} below the list, from `{first}` on, {} not taken: signatures or notes",
                plural(count, "line", "lines"),
                plural(count, "was", "were")
            ),
        ),
        text("isi daftar", "rows of the list"),
        text(
            "biarkan bila memang begitu; baris yang termasuk daftar pindahkan ke atasnya",
            "leave it, if that is so; move what belongs to the list above these lines",
        ),
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
            format!("row `{name}` has nothing but a name, and was skipped"),
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

/// Examples of the template beside what somebody has typed over them.
pub(in crate::import) fn examples_left(at: Span, cells: &[String]) -> Finding {
    let named = cells.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if cells.len() > MOST_NAMED { ", …" } else { "" };
    let count = cells.len();
    finding(
        "example-left",
        Level::Warning,
        at,
        text(
            format!("{count} sel di baris ini masih contoh dari formulir dan tidak diambil: {named}{more}"),
            format!(
                "{count} {} of this row still {} the example of the form, and {} skipped: {named}{more}",
                plural(count, "cell", "cells"),
                plural(count, "holds", "hold"),
                plural(count, "was", "were")
            ),
        ),
        text("isi sendiri, atau sel kosong", "what is yours, or an empty cell"),
        text("hapus atau timpa sel-sel itu", "empty those cells, or type over them"),
    )
}

/// Most cells that one finding names.
const MOST_NAMED: usize = 8;

/// What holds of a cell holds of other cells of its column, too.
pub(in crate::import) fn and_others(first: Finding, others: &[String]) -> Finding {
    if others.is_empty() {
        return first;
    }
    let named = others.iter().take(MOST_NAMED).cloned().collect::<Vec<_>>().join(", ");
    let more = if others.len() > MOST_NAMED { ", …" } else { "" };
    let count = others.len();
    let found = text(
        format!("{}; begitu pula {count} sel lain: {named}{more}", first.found.id),
        format!(
            "{}; {count} other {} alike: {named}{more}",
            first.found.en,
            plural(count, "cell is", "cells are")
        ),
    );
    Finding { found, ..first }
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

/// Rows whose status says that they are not sold.
pub(in crate::import) fn not_on_sale(at: Span, count: usize) -> Finding {
    finding(
        "rows-not-on-sale",
        Level::Warning,
        at,
        text(
            format!("{count} baris berstatus tidak dijual dan tidak diambil"),
            format!(
                "{count} {} not on sale by status, and {} skipped",
                plural(count, "row is", "rows are"),
                plural(count, "was", "were")
            ),
        ),
        text("barang yang dijual", "goods on sale"),
        text("ganti statusnya menjadi `Aktif` bila dijual", "set the status to `Aktif` if they are sold"),
    )
}

/// A status that says neither that something is sold, nor that it is not.
pub(in crate::import) fn strange_status(at: Span, word: &str) -> Finding {
    finding(
        "status-not-understood",
        Level::Warning,
        at,
        text(
            format!("status `{word}` tidak dikenal; barisnya diambil tanpa status itu"),
            format!("the status `{word}` is not known; its row was taken without it"),
        ),
        text("`Aktif` atau `Nonaktif`", "`Aktif` or `Nonaktif`"),
        text(
            "bila kolom ini menyebut ketersediaan, ganti judulnya menjadi `Stok`",
            "if the column says what is in stock, change its column heading to `Stok`",
        ),
    )
}

/// A promotion of the profile whose cells are empty now.
pub(in crate::import) fn promo_emptied(at: Span, name: &str, line: u32, accepts: bool) -> Finding {
    let (found, help) = if accepts {
        (
            text(
                format!("promo `{name}` kosong di sini, jadi dihapus dari profil (baris {line})"),
                format!(
                    "the promotion of `{name}` is empty here, so it was taken out of the profile (line {line})"
                ),
            ),
            text("isi kolomnya bila masih berlaku", "fill in its columns if it is still valid"),
        )
    } else {
        (
            text(
                format!(
                    "promo `{name}` kosong di sini, tetapi masih ada di profil (baris {line}); tetap berlaku"
                ),
                format!(
                    "the promotion of `{name}` is empty here, and is in the profile (line {line}); it stays"
                ),
            ),
            text(
                "hapus dengan `--accept`, atau isi kolomnya bila masih berlaku",
                "take it out with `--accept`, or fill in its columns if it is still valid",
            ),
        )
    };
    let expected = text("promo yang sama di lembar dan di profil", "the same promotion in sheet and profile");
    finding("promo-emptied", Level::Warning, at, found, expected, help)
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
                "{count} {} in columns without a heading, and skipped",
                plural(count, "cell is", "cells are")
            ),
        ),
        text("judul di atas setiap kolom", "a heading above each column"),
        text(
            "beri judul bila perlu diambil; catatan boleh dibiarkan",
            "give it a heading if it is to be read; notes may stay",
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

/// A choice with other prices for larger orders than another choice of its product.
pub(in crate::import) fn tiers_of_a_choice(at: Span) -> Finding {
    finding(
        "tiers-of-a-choice",
        Level::Error,
        at,
        text(
            "harga grosir varian ini berbeda dari varian sebelumnya",
            "this variant has other wholesale prices than the one before it",
        ),
        text(
            "harga grosir yang sama untuk semua varian satu produk",
            "the same wholesale prices for all variants of a product",
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
            format!("`{typed}` is no number, and was skipped"),
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

/// A cell that a row needs, and that is empty.
pub(in crate::import) fn column_empty(at: Span, head: &str, key: &Key) -> Finding {
    let (example_id, example_en) = match key.example {
        "" => Default::default(),
        example => (format!(", mis. `{example}`"), format!(", for example `{example}`")),
    };
    finding(
        "missing-key",
        Level::Error,
        at,
        text(
            format!("kolom `{head}` kosong atau tidak ada, padahal baris ini memerlukannya"),
            format!("the column `{head}` is empty or not there, and this row needs it"),
        ),
        text(key.id, key.en),
        text(
            format!("isi kolom `{head}` di baris ini{example_id}"),
            format!("fill in the column `{head}` of this row{example_en}"),
        ),
    )
}

/// A new price beside the day of the old one.
pub(in crate::import) fn stale_day(day: &Located<String>, today: &str) -> Finding {
    let typed = &day.value;
    finding(
        "price-day-left",
        Level::Warning,
        day.span.clone(),
        text(
            format!("harganya berubah, tetapi tanggalnya masih `{typed}`"),
            format!("the price has changed, but its day is still `{typed}`"),
        ),
        text("tanggal mulai berlakunya harga baru", "the day from which the new price holds"),
        text(
            format!("tulis `{today}`, atau kosongkan sel ini: lalu tanggal hari impor yang dipakai"),
            format!("write `{today}`, or empty this cell: then the day of the import is taken"),
        ),
    )
}

/// How a sheet holds several prices of one product.
pub(in crate::import) fn a_row_for_each_size() -> Text {
    text(
        "tulis satu baris untuk tiap ukuran, dengan nama ukurannya di kolom `Varian` dan harganya di kolom `Harga`",
        "write a row for each size, with its name in column `Varian` and its price in column `Harga`",
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
