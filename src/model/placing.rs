//! Names of regencies and districts, as people write them, to the codes that profiles want.

use std::sync::LazyLock;

use super::region::{RegionRow, row, west_java};
use super::text::folded_name;

/// Regencies and cities by their folded names, without what they are.
static REGENCIES: LazyLock<Vec<(String, &RegionRow)>> = LazyLock::new(|| {
    let rows = west_java().iter().filter(|row| row.is_regency());
    rows.map(|row| (without_kind(row.name), row)).collect()
});
/// Districts by their folded names.
static DISTRICTS: LazyLock<Vec<(String, &RegionRow)>> = LazyLock::new(|| {
    let rows = west_java().iter().filter(|row| !row.is_regency());
    rows.map(|row| (folded_name(row.name), row)).collect()
});

/// Why a name gives no code.
#[derive(Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// Nothing in West Java is called so.
    Unknown,
    /// Several are, with their codes.
    Several(Vec<&'static str>),
}

/// The code of a regency or city and, where one is named, of a district in it. Where only a district is named, it must
/// be the only one of that name. `Bandung` alone is a regency and a city: neither is meant for sure. A code in the
/// place of a name is that region.
pub fn code_of(regency: Option<&str>, district: Option<&str>) -> Result<&'static str, Unplaced> {
    let regencies = regency.map(regencies_called);
    let found: Vec<&'static str> = match (&regencies, district) {
        (Some(regencies), None) => regencies.iter().map(|row| row.code).collect(),
        (regencies, Some(district)) => {
            let inside = |row: &&RegionRow| {
                regencies
                    .as_ref()
                    .is_none_or(|known| known.iter().any(|regency| row.code.starts_with(regency.code)))
            };
            let wanted = without_kind(district);
            let called = DISTRICTS.iter().filter(|(name, _)| *name == wanted).map(|(_, row)| *row);
            called.chain(row(district.trim())).filter(inside).map(|row| row.code).collect()
        }
        (None, None) => Vec::new(),
    };
    match found.as_slice() {
        [code] => Ok(code),
        [] => Err(Unplaced::Unknown),
        _ => Err(Unplaced::Several(found)),
    }
}

fn regencies_called(name: &str) -> Vec<&'static RegionRow> {
    let typed = folded_name(name);
    let is_city = typed.starts_with("kota ");
    let is_regency = typed.starts_with("kab ") || typed.starts_with("kabupaten ");
    let wanted = without_kind(name);
    REGENCIES
        .iter()
        .filter(|(name, _)| *name == wanted)
        .map(|(_, row)| *row)
        .filter(|row| !is_city || row.name.starts_with("Kota"))
        .filter(|row| !is_regency || row.name.starts_with("Kabupaten"))
        .chain(row(name.trim()))
        .collect()
}

fn without_kind(name: &str) -> String {
    let folded = folded_name(name);
    let kinds = ["kabupaten ", "kab ", "kota ", "kecamatan ", "kec "];
    kinds.iter().find_map(|kind| folded.strip_prefix(kind)).unwrap_or(&folded).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_gives_its_code_where_only_one_is_called_so() {
        for (regency, district, code) in [
            (Some("Kab. Bandung"), None, Ok("32.04")),
            (Some("KOTA BANDUNG"), None, Ok("32.73")),
            (Some("Majalengka"), None, Ok("32.10")),
            (Some("Kabupaten Bandung"), Some("Kec. Pangalengan"), Ok("32.04.15")),
            (None, Some("Pangalengan"), Ok("32.04.15")),
            (Some("Bandung"), Some("Pangalengan"), Ok("32.04.15")),
            (Some("Bandung"), None, Err(Unplaced::Several(vec!["32.04", "32.73"]))),
            (Some("Sleman"), None, Err(Unplaced::Unknown)),
            (None, Some("32.04.15"), Ok("32.04.15")),
            (Some("Kab. Bandung"), Some("32.04.15"), Ok("32.04.15")),
            (Some("32.04"), Some("Pangalengan"), Ok("32.04.15")),
            (Some("32.04"), None, Ok("32.04")),
            (Some("Kota Bandung"), Some("32.04.15"), Err(Unplaced::Unknown)),
            (None, Some("32.04.99"), Err(Unplaced::Unknown)),
            (Some("Kota Bandung"), Some("Pangalengan"), Err(Unplaced::Unknown)),
        ] {
            assert_eq!(code_of(regency, district), code, "{regency:?} {district:?}");
        }
    }
}
