//! What a name means where the code of a region belongs: regions of that name, in West Java or elsewhere in
//! Indonesia, or the one that is nearly written so.

use crate::model::{Region, RegionRow, elsewhere, west_java};

/// The province whose regions have a table of their own.
static HOME: RegionRow = RegionRow { code: "32", name: Region::PROVINCE, centre: None };
/// Most regions that are offered for one name.
const MOST: usize = 6;
/// Least likeness (Jaro-Winkler) of a misspelt name: `Cilacap` and `Ciracap` are two places, 0.9 alike.
const MIN_LIKENESS: f64 = 0.92;
/// Most letters by which a misspelt name is longer or shorter.
const MOST_LETTERS: usize = 2;
/// Letters from which a name may have two slips: `Bona` is not `Bongas`.
const LONG_NAME: usize = 8;
/// Fewest letters of a name that others begin with.
const MIN_BEGUN: usize = 4;
/// Longest name that is compared, in characters: comparing costs time.
const MAX_CHARS: usize = 60;

/// What a name says that it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    City,
    Regency,
    District,
    Any,
}

/// Words before a name, longest first, and what they say.
const KINDS: [(&str, Kind); 11] = [
    ("kota administrasi ", Kind::City),
    ("kabupaten administrasi ", Kind::Regency),
    ("kabupaten ", Kind::Regency),
    ("kab. ", Kind::Regency),
    ("kab ", Kind::Regency),
    ("kotamadya ", Kind::City),
    ("kota ", Kind::City),
    ("kecamatan ", Kind::District),
    ("kec. ", Kind::District),
    ("kec ", Kind::District),
    ("provinsi ", Kind::Any),
];

/// Short names, as people say them.
const SHORT: [(&str, &str); 10] = [
    ("solo", "surakarta"),
    ("jabar", "jawa barat"),
    ("jateng", "jawa tengah"),
    ("jatim", "jawa timur"),
    ("dki", "dki jakarta"),
    ("diy", "di yogyakarta"),
    ("jogja", "yogyakarta"),
    ("yogya", "yogyakarta"),
    ("ntb", "nusa tenggara barat"),
    ("ntt", "nusa tenggara timur"),
];

/// What a name may name.
pub(super) struct Named {
    /// Regencies and those of West Java first, at most six; none for a name that is like none.
    pub(super) rows: Vec<&'static RegionRow>,
    /// False for the one region whose name is nearly that.
    pub(super) is_sure: bool,
}

/// Regions of a name. `Pangalengan, Kabupaten Bandung` is the first of its parts that is known.
pub(super) fn named(typed: &str) -> Named {
    let parts = || typed.split(',').take(MOST).map(parted);
    let narrowed = within(&parts().collect::<Vec<_>>());
    if !narrowed.is_empty() {
        return Named { rows: narrowed, is_sure: true };
    }
    let exact = |test: fn(Kind, &RegionRow) -> bool| {
        parts().find_map(|(kind, name)| {
            let rows = all().filter(|row| test(kind, row) && parted(row.name).1 == name);
            Some(rows.collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
        })
    };
    // `Jakarta` is five cities, `Cikarang` five districts.
    let begun = || {
        parts().find_map(|(kind, name)| {
            let start = format!("{name} ");
            let rows = all().filter(|row| is_of(kind, row) && parted(row.name).1.starts_with(&start));
            let rows: Vec<_> = rows.collect();
            let has_regency = rows.iter().any(|row| row.is_regency());
            let rows: Vec<_> = rows.into_iter().filter(|row| row.is_regency() || !has_regency).collect();
            Some(rows).filter(|rows| !rows.is_empty() && name.len() >= MIN_BEGUN)
        })
    };
    let Some(mut rows) = exact(is_of).or_else(|| exact(|_, _| true)).or_else(begun) else {
        let nearly = parts().find_map(|(kind, name)| nearest(kind, &name));
        return Named { rows: nearly.into_iter().collect(), is_sure: false };
    };
    rows.sort_by_key(|row| (row.code.len() > 5, !row.code.starts_with("32"), row.code));
    rows.truncate(MOST);
    Named { rows, is_sure: true }
}

/// What `Cibeber, Kabupaten Lebak` names: the district of that name in the regency that a later part names, or the
/// regency. None where no later part names one.
fn within(parts: &[(Kind, String)]) -> Vec<&'static RegionRow> {
    let named = |(kind, name): &(Kind, String)| {
        let rows = all().filter(|row| row.is_regency() && is_of(*kind, row) && parted(row.name).1 == *name);
        Some(rows.collect::<Vec<_>>()).filter(|rows| !rows.is_empty())
    };
    let Some((first, later)) = parts.split_first() else { return Vec::new() };
    let Some(regencies) = later.iter().find_map(named) else { return Vec::new() };
    let is_inside = |row: &&RegionRow| {
        row.code.len() > 5 && regencies.iter().any(|regency| row.code.starts_with(regency.code))
    };
    let districts: Vec<_> = all().filter(is_inside).filter(|row| parted(row.name).1 == first.1).collect();
    if districts.is_empty() { regencies } else { districts }
}

fn all() -> impl Iterator<Item = &'static RegionRow> {
    west_java().iter().chain(elsewhere()).chain([&HOME])
}

/// True if a region is what the word before its name says.
fn is_of(kind: Kind, row: &RegionRow) -> bool {
    match kind {
        Kind::City => row.is_regency() && row.name.starts_with("Kota"),
        Kind::Regency => row.is_regency() && row.name.starts_with("Kab"),
        Kind::District => row.code.len() > 5,
        Kind::Any => true,
    }
}

/// The region whose name was most likely meant: it begins with the same letter and is as long.
fn nearest(kind: Kind, name: &str) -> Option<&'static RegionRow> {
    let length = name.chars().count();
    if length > MAX_CHARS {
        return None;
    }
    let likeness = |row: &'static RegionRow| {
        let known = parted(row.name).1;
        let most_slips = if length < LONG_NAME { 1 } else { 2 };
        let is_near = known.chars().next() == name.chars().next()
            && known.chars().count().abs_diff(length) <= MOST_LETTERS
            && strsim::damerau_levenshtein(name, &known) <= most_slips;
        is_near.then(|| (strsim::jaro_winkler(name, &known), row))
    };
    all()
        .filter(|row| is_of(kind, row))
        .filter_map(likeness)
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        // Of two that are as likely, the first: the regency before its district.
        .fold(None, |best: Option<(f64, _)>, one| match best {
            Some(best) if best.0 >= one.0 => Some(best),
            _ => Some(one),
        })
        .map(|(_, row)| row)
}

/// `Kab. Bandung` and `Kabupaten Bandung` are the regency `bandung`.
fn parted(name: &str) -> (Kind, String) {
    let lower = name.to_lowercase();
    let lower = lower.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = SHORT.iter().find(|(short, _)| *short == lower).map_or(lower, |(_, name)| (*name).to_owned());
    let found = KINDS.iter().find_map(|(word, kind)| Some((*kind, lower.strip_prefix(word)?.to_owned())));
    found.unwrap_or((Kind::Any, lower))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(typed: &str) -> Vec<&'static str> {
        named(typed).rows.iter().map(|row| row.code).collect()
    }

    #[test]
    fn a_name_that_is_two_regions_offers_both() {
        assert!(codes("Bandung").starts_with(&["32.04", "32.73"]), "{:?}", codes("Bandung"));
        assert_eq!(codes("Kota Bandung"), ["32.73"]);
        assert_eq!(codes("Kab. Bandung"), ["32.04"]);
        assert_eq!(codes("magelang"), ["33.08", "33.71"]);
        // A city here, a regency on another island.
        assert_eq!(codes("Banjar").first(), Some(&"32.79"));
        assert_eq!(codes("Kabupaten Banjar"), ["63.03"]);
    }

    #[test]
    fn a_name_of_elsewhere_is_no_misspelt_name_of_west_java() {
        for (typed, code) in [
            ("Kota Surabaya", "35.78"),
            ("Surabaya", "35.78"),
            ("Cilacap", "33.01"),
            ("kab.  cilacap", "33.01"),
            ("Kabupaten Ciamis", "32.07"),
            ("Denpasar", "51.71"),
            ("Jakarta Selatan", "31.74"),
            ("Kota Jakarta Barat", "31.73"),
            ("Kertek, Kabupaten Wonosobo", "33.07"),
            ("Bali", "51"),
            ("Jawa Barat", "32"),
            ("Jabar", "32"),
            ("Jogja", "34.71"),
            ("Solo", "33.72"),
            ("Karanganyar, Kabupaten Kebumen", "33.05"),
            ("Cibeber, Kabupaten Lebak", "36.02"),
            ("Bandung, Kabupaten Tulungagung", "35.04"),
            ("Cisarua, Kabupaten Bogor", "32.01.25"),
        ] {
            assert_eq!(codes(typed), [code], "{typed}");
        }
        assert_eq!(codes("Jakarta").len(), 5);
        // What is a regency is offered to whoever takes it for a city.
        assert_eq!(codes("Kota Cianjur").first(), Some(&"32.03"));
    }

    #[test]
    fn a_misspelt_name_has_its_region_and_a_strange_one_has_none() {
        for (typed, code) in [
            ("Pangalengn", "32.04.15"),
            ("Kab. Bandng", "32.04"),
            ("Purbalinga", "33.03"),
            ("Surabya", "35.78"),
            ("Tasikmalya", "32.06"),
        ] {
            assert_eq!(codes(typed).first(), Some(&code), "{typed}");
        }
        assert_eq!(codes("Cikarang").len(), 5);
        for typed in ["Bona", "Atlantis", "Desa Margamulya", "x", "", "Kertek"] {
            assert_eq!(codes(typed), [""; 0], "{typed}");
        }
    }
}
