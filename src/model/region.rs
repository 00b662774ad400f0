//! Regions by the codes of the Ministry of Home Affairs (Kemendagri), with the names of West Java
//! compiled in. Codes of the statistics office (BPS) differ at district level and are not used.

use std::sync::OnceLock;

/// A Kemendagri code: `32.04` (regency or city) or `32.04.15` (district), also `32` (province).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RegionCode(String);

impl RegionCode {
    /// From `NN`, `NN.NN` or `NN.NN.NN`.
    /// ```
    /// # use etalase::model::RegionCode;
    /// assert!(RegionCode::parse("32.04.15").is_some());
    /// assert!(RegionCode::parse("3204").is_none());
    /// ```
    pub fn parse(typed: &str) -> Option<Self> {
        let parts: Vec<&str> = typed.split('.').collect();
        let digits = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        ((1..=3).contains(&parts.len()) && parts.iter().all(digits)).then(|| Self(typed.to_owned()))
    }

    /// The code as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Code of the province, two digits: `32`.
    pub fn province(&self) -> &str {
        &self.0[..2]
    }

    /// `32.04`, if the code goes that deep.
    pub fn regency(&self) -> Option<&str> {
        self.0.get(..5)
    }

    /// True for a code of a district.
    pub fn is_district(&self) -> bool {
        self.0.len() == 8
    }
}

/// A region with its names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Region {
    /// Of the district where one is named, else of the regency or city.
    pub code: RegionCode,
    /// Name of the regency or city: `Kabupaten Bandung`.
    pub regency: String,
    /// Name of the district, if the code names one: `Pangalengan`.
    pub district: Option<String>,
}

/// One line of a table of regions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RegionRow {
    /// `32.04` or `32.04.15`; of a province `33`.
    pub code: &'static str,
    /// `Kabupaten Bandung`, `Pangalengan`.
    pub name: &'static str,
    /// Latitude and longitude of its centre, where known.
    pub centre: Option<(f64, f64)>,
}

impl RegionRow {
    /// True for a regency or city, false for a district.
    pub fn is_regency(&self) -> bool {
        self.code.len() == 5
    }
}

/// A regency or city by the alphabet, as a list of them is read: by its name, a regency before the city of that name.
/// ```
/// # use etalase::model::in_alphabet;
/// let mut places = ["Kota Bandung", "Kabupaten Garut", "Kabupaten Bandung"];
/// places.sort_by_key(|place| in_alphabet(place));
/// assert_eq!(places, ["Kabupaten Bandung", "Kota Bandung", "Kabupaten Garut"]);
/// ```
pub fn in_alphabet(name: &str) -> (&str, &str) {
    match name.split_once(' ') {
        Some((kind @ ("Kabupaten" | "Kota"), own)) => (own, kind),
        _ => (name, ""),
    }
}

impl Region {
    /// Name of its province: the table has those of West Java only.
    pub const PROVINCE: &str = "Jawa Barat";

    /// A region of West Java by its code; `None` for a code that the table does not have.
    /// ```
    /// # use etalase::model::{Region, RegionCode};
    /// let region = Region::find(&RegionCode::parse("32.04.15").unwrap()).unwrap();
    /// assert_eq!((region.regency.as_str(), region.district.as_deref()), ("Kabupaten Bandung", Some("Pangalengan")));
    /// ```
    pub fn find(code: &RegionCode) -> Option<Self> {
        let regency = row(code.regency()?)?;
        let district = if code.is_district() { Some(row(code.as_str())?.name.to_owned()) } else { None };
        Some(Self { code: code.clone(), regency: regency.name.to_owned(), district })
    }
}

/// The regencies, cities and districts of West Java, in order of code.
pub fn west_java() -> &'static [RegionRow] {
    static ROWS: OnceLock<Vec<RegionRow>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let table = include_str!("region-jabar.tsv");
        let mut rows: Vec<RegionRow> =
            table.lines().filter(|line| !line.starts_with('#')).filter_map(parse_row).collect();
        rows.sort_unstable_by_key(|row| row.code);
        rows
    })
}

/// The provinces, regencies and cities of the rest of Indonesia, in order of code: for remedies only, since a profile
/// names its region there itself. A new one that is not here is no mistake.
pub fn elsewhere() -> &'static [RegionRow] {
    static ROWS: OnceLock<Vec<RegionRow>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let table = include_str!("region-elsewhere.tsv");
        table.lines().filter(|line| !line.starts_with('#')).filter_map(parse_row).collect()
    })
}

/// The line of a code.
pub fn row(code: &str) -> Option<&'static RegionRow> {
    let rows = west_java();
    rows.binary_search_by_key(&code, |row| row.code).ok().map(|index| &rows[index])
}

fn parse_row(line: &'static str) -> Option<RegionRow> {
    let mut parts = line.split('\t');
    let (code, name) = (parts.next()?, parts.next()?);
    let centre =
        parts.next().and_then(|lat| lat.parse().ok()).zip(parts.next().and_then(|lng| lng.parse().ok()));
    Some(RegionRow { code, name, centre })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_27_regencies_and_627_districts() {
        let regencies = west_java().iter().filter(|row| row.is_regency()).count();
        assert_eq!((regencies, west_java().len() - regencies), (27, 627));
        for row in west_java() {
            let code = RegionCode::parse(row.code).expect("a code");
            assert!(Region::find(&code).is_some() && !row.name.is_empty(), "{}", row.code);
        }
    }

    #[test]
    fn the_rest_of_indonesia_has_37_provinces_and_487_regencies() {
        let regencies = elsewhere().iter().filter(|row| row.is_regency()).count();
        assert_eq!((elsewhere().len() - regencies, regencies), (37, 487));
        assert!(elsewhere().is_sorted_by_key(|row| row.code));
        let province = |row: &&RegionRow| elsewhere().iter().any(|other| other.code == &row.code[..2]);
        assert!(elsewhere().iter().all(|row| !row.code.starts_with("32") && province(&row)));
    }

    #[test]
    fn codes_of_the_statistics_office_are_not_taken_for_ours() {
        assert_eq!(row("32.04.40").map(|row| row.name), Some("Rancabali"));
        assert_eq!(row("32.04.99"), None);
    }
}
