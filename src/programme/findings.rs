//! Every finding of this room. None of them shows a contact.

use crate::finding::{Finding, Level, Located, Span, Text, plural};
use crate::model::{Date, Unplaced, region_row};

fn finding(code: &'static str, level: Level, at: Span, found: Text, expected: Text, help: Text) -> Finding {
    Finding { code: code.into(), level, at, found, expected, help }
}

fn text(id: impl Into<String>, en: impl Into<String>) -> Text {
    Text::new(id, en)
}

/// No sheet of a file has heads that are known.
pub(super) fn no_heads(at: Span) -> Finding {
    finding(
        "programme-no-heads",
        Level::Warning,
        at,
        text(
            "tidak ada baris judul kolom yang dikenal di daftar ini",
            "this list has no row of known column headings",
        ),
        text(
            "satu baris judul, mis. `Nama koperasi`, `Kabupaten/Kota`, `Tahap`",
            "a row of column headings, for example `Nama koperasi`, `Kabupaten/Kota`, `Tahap`",
        ),
        text("tulis judul kolomnya di atas baris pertama", "write the headings above the first row"),
    )
}

/// A YAML file of the programme that is no list.
pub(super) fn no_list(at: Span) -> Finding {
    finding(
        "programme-no-list",
        Level::Warning,
        at,
        text("berkas ini bukan daftar peserta", "this file is no list of participants"),
        text(
            "`- {nama: …, wilayah: …, tahap: …}`, satu baris tiap koperasi",
            "`- {nama: …, wilayah: …, tahap: …}`, one for each cooperative",
        ),
        text("awali tiap koperasi dengan `-`", "begin each cooperative with `-`"),
    )
}

/// A head that nobody knows.
pub(super) fn head_unknown(head: &Located<String>) -> Finding {
    let typed = &head.value;
    finding(
        "programme-head-unknown",
        Level::Advice,
        head.span.clone(),
        text(
            format!("kolom `{typed}` tidak dikenal dan tidak dibaca"),
            format!("column `{typed}` is not known, and was not read"),
        ),
        text(
            "nama, NIK koperasi, kabupaten, kecamatan, tahap, tahun, kontak, bimtek, atau hadir",
            "nama, NIK koperasi, kabupaten, kecamatan, tahap, tahun, kontak, bimtek or hadir",
        ),
        text(
            "ganti judulnya bila isinya salah satu dari itu; bila bukan, biarkan",
            "change the heading if it is one of these; if not, leave it",
        ),
    )
}

/// A line that tells of a cooperative, but not of which.
pub(super) fn nameless(at: Span) -> Finding {
    finding(
        "programme-nameless",
        Level::Warning,
        at,
        text("baris ini tidak menyebut nama koperasi", "this row names no cooperative"),
        text("nama koperasi di kolom nama", "the cooperative's name in the column of names"),
        text("isi namanya, atau hapus baris ini", "fill in the name, or delete the row"),
    )
}

/// A cooperative that stands in the lists already.
pub(super) fn twice(at: Span, name: &str) -> Finding {
    finding(
        "programme-twice",
        Level::Warning,
        at,
        text(
            format!("`{name}` sudah ada di daftar; baris ini tidak dihitung"),
            format!("`{name}` is in the list already; this row does not count"),
        ),
        text("satu baris tiap koperasi", "one row for each cooperative"),
        text(
            "gabungkan kedua barisnya, atau tulis kabupaten yang berbeda",
            "put both rows together, or write the regency in which they differ",
        ),
    )
}

/// Telephone numbers that lost their first 0.
pub(super) fn zero_lost(at: Span, count: usize) -> Finding {
    let (id, en) = (
        format!("{count} nomor telepon kehilangan angka 0 di depan"),
        format!(
            "{count} {}",
            plural(
                count,
                "telephone number has lost its first 0",
                "telephone numbers have lost their first 0"
            )
        ),
    );
    finding(
        "programme-zero-lost",
        Level::Advice,
        at,
        text(id, en),
        text("nomor sebagai teks, mis. `0812…`", "numbers as text, such as `0812…`"),
        text(
            "ubah format kolomnya menjadi Teks, lalu tulis 0 di depannya; nomor ini tidak ikut terbit",
            "make the column Text and write the 0; these numbers are not published",
        ),
    )
}

/// A number in the register that has too few or too many digits.
pub(super) fn odd_number(at: Span, digits: usize) -> Finding {
    let (id, en) = if digits == 16 {
        ("seperti NIK orang", "like a citizen's")
    } else {
        ("bukan NIK koperasi", "which is no register number")
    };
    finding(
        "programme-number-odd",
        Level::Warning,
        at,
        text(
            format!("nomor ini punya {digits} angka, {id}; tidak dipakai"),
            format!("this number has {digits} digits, {en}; it is not used"),
        ),
        text("NIK koperasi, 13 angka", "a cooperative's register number, 13 digits"),
        text(
            "periksa nomornya; bila itu NIK orang, hapus dari daftar",
            "check it; if it is a citizen's, take it out of the list",
        ),
    )
}

/// A year that is none.
pub(super) fn odd_year(at: Span, typed: &str) -> Finding {
    finding(
        "programme-year-odd",
        Level::Warning,
        at,
        text(format!("`{typed}` bukan tahun"), format!("`{typed}` is not a year")),
        text("mis. `2027`", "for example `2027`"),
        text("tulis tahunnya dengan empat angka", "write the year with four digits"),
    )
}

/// A word for attendance that nobody knows.
pub(super) fn odd_attendance(at: Span, typed: &str) -> Finding {
    finding(
        "programme-attendance-odd",
        Level::Warning,
        at,
        text(
            format!("`{typed}` tidak mengatakan hadir atau tidak; dihitung sebagai diundang"),
            format!("`{typed}` does not say whether somebody came; counted as invited"),
        ),
        text("`hadir`, `tidak`, `susulan`, atau `diundang`", "`hadir`, `tidak`, `susulan` or `diundang`"),
        text("pakai salah satu kata itu", "use one of these words"),
    )
}

/// A regency that nobody knows, or that several are called.
pub(super) fn place_unknown(at: Span, typed: &str, why: &Unplaced) -> Finding {
    let (found, help) = match why {
        Unplaced::Unknown => (
            text(
                format!("`{typed}` bukan kabupaten atau kota di Jawa Barat"),
                format!("`{typed}` is no regency or city of West Java"),
            ),
            text(
                "periksa ejaannya, atau tulis kodenya, mis. `32.04`",
                "check the spelling, or write the code, such as `32.04`",
            ),
        ),
        Unplaced::Several(codes) => {
            let names: Vec<&str> = codes.iter().filter_map(|code| Some(region_row(code)?.name)).collect();
            let names = names.join(", ");
            (
                text(format!("`{typed}` bisa berarti {names}"), format!("`{typed}` may be {names}")),
                text("tulis `Kab.` atau `Kota` di depannya", "write `Kab.` or `Kota` before it"),
            )
        }
    };
    let expected =
        text("mis. `Kab. Bandung` atau `Kota Bandung`", "for example `Kab. Bandung` or `Kota Bandung`");
    finding("programme-place-unknown", Level::Warning, at, found, expected, help)
}

/// One regency in several spellings, read as one.
pub(super) fn spelt_in_ways(at: Span, name: &str, spellings: &str) -> Finding {
    finding(
        "programme-place-spellings",
        Level::Advice,
        at,
        text(
            format!("{name} ditulis dengan beberapa cara: {spellings}; dibaca sebagai satu"),
            format!("{name} is spelt in several ways: {spellings}; read as one"),
        ),
        text("satu ejaan tiap kabupaten atau kota", "one spelling for each regency or city"),
        text(
            format!("samakan menjadi `{name}` agar penyaring di lembar kerja pun cocok"),
            format!("make it `{name}` so that the filter of the sheet fits, too"),
        ),
    )
}

/// A folder that no storefront has.
pub(super) fn no_folder(at: Span, folder: &str) -> Finding {
    finding(
        "programme-folder-unknown",
        Level::Warning,
        at,
        text(
            format!("tidak ada etalase bernama `{folder}`; dihitung sebagai belum tayang"),
            format!("no storefront is called `{folder}`; counted as not yet online"),
        ),
        text("nama folder di `content/`", "the name of a folder in `content/`"),
        text(
            "periksa namanya, atau kosongkan selama belum tayang",
            "check the name, or leave it empty while there is none",
        ),
    )
}

/// Several storefronts fit an entry equally well.
pub(super) fn several_fit(at: Span, name: &str, slugs: &[&str]) -> Finding {
    let list = slugs.iter().map(|slug| format!("`{slug}`")).collect::<Vec<_>>().join(", ");
    finding(
        "programme-ambiguous",
        Level::Warning,
        at,
        text(
            format!("`{name}` cocok dengan beberapa etalase: {list}; belum dihitung sebagai tayang"),
            format!("`{name}` fits several storefronts: {list}; not counted as online"),
        ),
        text(
            "NIK koperasi, kabupaten, atau nama folder etalasenya",
            "the register number, the regency or the folder of its storefront",
        ),
        text(
            "tambahkan kolom `etalase` dengan nama foldernya",
            "add a column `etalase` with the name of the folder",
        ),
    )
}

/// A JSON file that is no report.
pub(super) fn no_report(at: Span) -> Finding {
    finding(
        "programme-report-unreadable",
        Level::Warning,
        at,
        text("berkas ini bukan laporan pemantauan", "this file is no report of monitoring"),
        text(
            "salinan `pantau/pantau.json` yang pernah terbit",
            "a copy of a `pantau/pantau.json` that was published",
        ),
        text(
            "unduh lagi dari halaman pemantauan, atau hapus berkas ini",
            "download it again from the page of monitoring, or delete this file",
        ),
    )
}

/// A report of a day that is still to come.
pub(super) fn report_of_later(at: Span, day: Date) -> Finding {
    finding(
        "programme-report-later",
        Level::Warning,
        at,
        text(
            format!("laporan ini bertanggal {day}, setelah hari ini; tidak dipakai"),
            format!("this report is of {day}, after today; it is not used"),
        ),
        text("laporan dari hari yang sudah lewat", "a report of a day that is over"),
        text("periksa tanggal komputer yang membuatnya", "check the clock of the computer that made it"),
    )
}
