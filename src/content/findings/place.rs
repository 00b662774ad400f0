//! Regions and coordinates.

use super::{error, shown, text, warning};
use crate::content::region_name::Named;
use crate::content::typed::Typed;
use crate::finding::{Finding, Span, Text};
use crate::model::{RegionRow, region_row};

fn full_name(row: &RegionRow) -> String {
    match row.code.get(..5).filter(|_| !row.is_regency()).and_then(region_row) {
        Some(regency) => format!("{}, {}", row.name, regency.name),
        None => row.name.to_owned(),
    }
}

fn offers(rows: &[&RegionRow]) -> String {
    rows.iter().map(|row| format!("`{}` ({})", row.code, full_name(row))).collect::<Vec<_>>().join(", ")
}

/// `-7.1735, 107.5563` or a link to a map, where people look for a street.
pub(in crate::content) fn place_for_maps(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    warning(
        "address-for-maps",
        typed.span(),
        text(
            format!("alamat `{word}` tidak bisa dibaca orang"),
            format!("nobody can read the address `{word}`"),
        ),
        text(
            "jalan dan kampung, mis. `Jl. Raya Pangalengan No. 21`",
            "street and village, for example `Jl. Raya Pangalengan No. 21`",
        ),
        text(
            "tulis jalannya di sini, dan titik di peta sebagai `koordinat: [-7.1735, 107.5563]`",
            "write the street here, and the point on the map as `koordinat: [-7.1735, 107.5563]`",
        ),
    )
}

/// `3204` or `320415`.
pub(in crate::content) fn code_without_dots(typed: Typed<'_>, mended: &str) -> Finding {
    let word = shown(typed.text);
    error(
        "region-code-dots",
        typed.span(),
        text(
            format!("kode wilayah `{word}` ditulis tanpa titik"),
            format!("region code `{word}` has no dots"),
        ),
        text(
            "kode dengan titik, mis. `32.04` atau `32.04.15`",
            "a code with dots, for example `32.04` or `32.04.15`",
        ),
        text(
            format!("tulis `wilayah: {mended}`; periksa bahwa itu kode Kemendagri, bukan kode BPS"),
            format!("write `wilayah: {mended}`; make sure that it is the Kemendagri code, not that of BPS"),
        ),
    )
}

/// `32.4.15` or `32.1`.
pub(in crate::content) fn short_code(typed: Typed<'_>, codes: &[String]) -> Finding {
    let word = shown(typed.text);
    let name = |code: &String| match region_row(code) {
        Some(row) => format!("`{code}` ({})", full_name(row)),
        None => format!("`{code}`"),
    };
    let names: Vec<String> = codes.iter().map(name).collect();
    error(
        "region-code-short",
        typed.span(),
        text(format!("kode wilayah `{word}` kurang angka"), format!("region code `{word}` lacks digits")),
        text("dua angka di antara titik, mis. `32.04.15`", "two digits between dots, for example `32.04.15`"),
        text(
            format!("maksud Anda {}?", names.join(" atau ")),
            format!("did you mean {}?", names.join(" or ")),
        ),
    )
}

/// `32.04.15.2001`.
pub(in crate::content) fn village_code(typed: Typed<'_>, district: &str) -> Finding {
    let word = shown(typed.text);
    error(
        "region-village-code",
        typed.span(),
        text(format!("`{word}` kode desa atau kelurahan"), format!("`{word}` is the code of a village")),
        text("kode kabupaten, kota atau kecamatan", "the code of a regency, city or district"),
        text(
            format!("hapus empat angka terakhir: tulis `{}: {district}`", typed.key),
            format!("remove the last four digits: write `{}: {district}`", typed.key),
        ),
    )
}

/// A name, or anything else that is no code.
pub(in crate::content) fn name_for_code(
    typed: Typed<'_>,
    named: &Named,
    is_profile: bool,
    is_named: bool,
) -> Finding {
    let word = shown(typed.text);
    let remedy = code_of_name(&named.rows, is_profile, is_named);
    error(
        "region-not-a-code",
        typed.span(),
        text(
            format!("`wilayah` berisi `{word}`, bukan kode"),
            format!("`wilayah` holds `{word}`, not a code"),
        ),
        text(
            "kode Kemendagri kabupaten, kota atau kecamatan",
            "the Kemendagri code of a regency, city or district",
        ),
        match named.rows.as_slice() {
            [row] if !named.is_sure => {
                let name = full_name(row);
                text(
                    format!("maksud Anda {name}? Kalau ya, {}", remedy.id),
                    format!("did you mean {name}? If so, {}", remedy.en),
                )
            }
            _ => remedy,
        },
    )
}

/// What to write in place of a name that may be that of these regions.
fn code_of_name(rows: &[&RegionRow], is_profile: bool, is_named: bool) -> Text {
    let is_far = is_profile && !is_named && rows.iter().any(|row| is_elsewhere(row));
    match rows {
        [] => text(
            "cari kodenya di internet: `kode wilayah Kemendagri` dan nama kabupatennya, mis. `32.04` untuk Kabupaten \
             Bandung; profil di luar Jawa Barat menulis juga `wilayah_nama`",
            "look the code up on the web: `kode wilayah Kemendagri` and the name of the regency, for example `32.04` \
             for Kabupaten Bandung; a profile outside West Java has `wilayah_nama`, too",
        ),
        [row] if is_profile && row.code.len() == 2 => text(
            format!("{} sebuah provinsi: tulis kode kabupaten atau kotanya, `{}.…`", row.name, row.code),
            format!("{} is a province: write the code of the regency or city, `{}.…`", row.name, row.code),
        ),
        [row] if is_far => {
            let RegionRow { code, name, .. } = row;
            text(
                format!("tulis `wilayah: {code}`, dan di baris baru `wilayah_nama: {name}`"),
                format!("write `wilayah: {code}`, and on a new line `wilayah_nama: {name}`"),
            )
        }
        [row] => {
            let (code, name) = (row.code, full_name(row));
            text(format!("tulis `wilayah: {code}` ({name})"), format!("write `wilayah: {code}` ({name})"))
        }
        rows if is_far => text(
            format!("pilih yang benar: {}; di luar Jawa Barat tulis juga `wilayah_nama`", offers(rows)),
            format!("choose the right one: {}; outside West Java write `wilayah_nama`, too", offers(rows)),
        ),
        rows => text(
            format!("pilih yang benar: {}", offers(rows)),
            format!("choose the right one: {}", offers(rows)),
        ),
    }
}

/// True outside West Java, where a profile names its region itself.
fn is_elsewhere(row: &RegionRow) -> bool {
    !row.code.starts_with("32")
}

/// Only the province.
pub(in crate::content) fn province_only(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "region-province-only",
        typed.span(),
        text(format!("`{word}` kode provinsi"), format!("`{word}` is the code of a province")),
        text("kode kabupaten, kota atau kecamatan", "the code of a regency, city or district"),
        text(
            format!("tambahkan kabupaten atau kota, mis. `{word}.04`"),
            format!("add the regency or city, for example `{word}.04`"),
        ),
    )
}

/// A code of West Java that does not exist.
pub(in crate::content) fn unknown_code(typed: Typed<'_>, nearest: Option<&RegionRow>) -> Finding {
    let word = shown(typed.text);
    let offer = nearest.map(|row| offers(&[row])).unwrap_or_default();
    error(
        "region-unknown",
        typed.span(),
        text(format!("kode wilayah `{word}` tidak ada"), format!("there is no region code `{word}`")),
        text("kode Kemendagri yang berlaku", "a Kemendagri code in force"),
        text(
            format!("maksud Anda {offer}? Kode BPS tidak berlaku di sini"),
            format!("did you mean {offer}? Codes of BPS do not apply here"),
        ),
    )
}

/// A code of another province without a name; with the regency of that code, if it is known.
pub(in crate::content) fn needs_name(typed: Typed<'_>, known: Option<&RegionRow>) -> Finding {
    let word = shown(typed.text);
    let is_district = typed.text.len() > 5;
    error(
        "region-needs-name",
        typed.span(),
        text(
            format!("nama wilayah `{word}` belum dikenal"),
            format!("the name of region `{word}` is not known"),
        ),
        text(
            "`wilayah_nama` untuk wilayah di luar Jawa Barat",
            "`wilayah_nama` for regions outside West Java",
        ),
        match known.map(|row| row.name) {
            Some(name) if is_district => text(
                format!("tambahkan `wilayah_nama: …, {name}`, dengan nama kecamatannya di depan"),
                format!("add `wilayah_nama: …, {name}`, with the name of the district in front"),
            ),
            Some(name) => {
                text(format!("tambahkan `wilayah_nama: {name}`"), format!("add `wilayah_nama: {name}`"))
            }
            None => text(
                "tambahkan `wilayah_nama: Kabupaten …`, atau `wilayah_nama: Kecamatan, Kabupaten …`",
                "add `wilayah_nama: Kabupaten …`, or `wilayah_nama: district, Kabupaten …`",
            ),
        },
    )
}

/// Not two numbers.
pub(in crate::content) fn not_coordinates(at: Span) -> Finding {
    error(
        "not-coordinates",
        at,
        text("`koordinat` tidak berisi dua bilangan", "`koordinat` does not hold two numbers"),
        text(
            "lintang dan bujur, mis. `[-7.1735, 107.5563]`",
            "latitude and longitude, for example `[-7.1735, 107.5563]`",
        ),
        text(
            "di aplikasi peta, tekan lama lokasinya lalu salin kedua angkanya",
            "press and hold the place in a map app, then copy both numbers",
        ),
    )
}

/// Longitude first.
pub(in crate::content) fn coordinates_swapped(at: Span, latitude: f64, longitude: f64) -> Finding {
    error(
        "coordinates-swapped",
        at,
        text("lintang dan bujur tertukar", "latitude and longitude have changed places"),
        text("lintang lalu bujur", "latitude, then longitude"),
        text(
            format!("tulis `koordinat: [{latitude}, {longitude}]`"),
            format!("write `koordinat: [{latitude}, {longitude}]`"),
        ),
    )
}

/// A point and a region that cannot both be right.
pub(in crate::content) fn far_from_region(at: Span, regency: &str, distance_km: f64) -> Finding {
    warning(
        "point-far-from-region",
        at,
        text(
            format!("titik ini {distance_km:.0} km dari {regency}, wilayah koperasi ini"),
            format!("this point is {distance_km:.0} km from {regency}, the region of this cooperative"),
        ),
        text(format!("titik di {regency}"), format!("a point in {regency}")),
        text(
            "salin lagi titiknya dari aplikasi peta, atau perbaiki `wilayah`",
            "copy the point from a map again, or correct `wilayah`",
        ),
    )
}

/// Somewhere else.
pub(in crate::content) fn outside_indonesia(at: Span) -> Finding {
    error(
        "outside-indonesia",
        at,
        text("titik ini di luar Indonesia", "this point is outside Indonesia"),
        text("lintang -11 sampai 6, bujur 95 sampai 141", "latitude -11 to 6, longitude 95 to 141"),
        text("periksa tanda minus dan titik desimalnya", "check the minus sign and the decimal points"),
    )
}
