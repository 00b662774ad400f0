//! Where a cooperative is: region by Kemendagri code, coordinates.

use super::findings::place as finding;
use super::mapping::Keys;
use super::number::decimal;
use super::region_name;
use super::typed::Typed;
use super::yaml::{Node, Value};
use crate::finding::Findings;
use crate::model::{Region, RegionCode, RegionRow, elsewhere, region_row, west_java};

/// Southernmost, northernmost, westernmost and easternmost degree of Indonesia, generously.
const INDONESIA: (f64, f64, f64, f64) = (-11.5, 6.5, 94.5, 141.5);

/// Farthest from the centre of its regency that a point is taken as read. The longest regencies of West Java end some
/// 60 km from theirs.
const FARTHEST_KM: f64 = 75.0;

/// `wilayah:` and, for codes outside the table, `wilayah_nama:`.
pub(super) fn read_region(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<Region> {
    let typed = keys.scalar("wilayah", findings);
    let by_hand = keys.text("wilayah_nama", findings);
    let typed = typed?;
    let Some(code) = RegionCode::parse(typed.text) else {
        findings.push(explain_code(typed, true, by_hand.is_some()));
        return None;
    };
    if code.regency().is_none() {
        findings.push(finding::province_only(typed));
        return None;
    }
    if let Some(region) = Region::find(&code) {
        return Some(region);
    }
    if code.province() == "32" {
        findings.push(finding::unknown_code(typed, nearest_code(&code)));
        return None;
    }
    let Some(name) = by_hand else {
        let known = elsewhere().iter().find(|row| Some(row.code) == code.regency());
        findings.push(finding::needs_name(typed, known));
        return None;
    };
    let (district, regency) = match name.rsplit_once(',') {
        Some((district, regency)) if code.is_district() => {
            (Some(district.trim().to_owned()), regency.trim().to_owned())
        }
        _ => (None, name),
    };
    Some(Region { code, regency, district })
}

/// A code of any depth: a programme may be that of a province.
pub(super) fn parse_region_code(typed: Typed<'_>, findings: &mut Findings) -> Option<RegionCode> {
    let code = RegionCode::parse(typed.text);
    if code.is_none() {
        findings.push(explain_code(typed, false, false));
    }
    code
}

/// `alamat:`, a street; what only a map program understands is told.
pub(super) fn read_street(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<String> {
    let (line, typed) = keys.text_typed("alamat", findings)?;
    if is_for_maps(&line) {
        findings.push(finding::place_for_maps(typed));
    }
    Some(line)
}

/// `-7.1735, 107.5563`, or a link.
fn is_for_maps(text: &str) -> bool {
    let is_degrees = |part: &str| part.contains('.') && part.trim().parse::<f64>().is_ok();
    text.contains("://")
        || text.starts_with("maps.")
        || text.split([',', ' ']).filter(|part| !part.is_empty()).all(is_degrees)
}

/// What to say to something that is no code: `3204`, `320415`, `Bandung`. A profile (`is_profile`) names a regency at
/// least, and one outside West Java itself, if it does not yet (`is_named`).
fn explain_code(typed: Typed<'_>, is_profile: bool, is_named: bool) -> crate::finding::Finding {
    let text = typed.text;
    let is_digits = text.bytes().all(|byte| byte.is_ascii_digit());
    if let codes @ [_, ..] = codes_in_full(text).as_slice() {
        return finding::short_code(typed, codes);
    }
    if let Some(district) = district_of_village(text) {
        return finding::village_code(typed, &district);
    }
    if is_digits && matches!(text.len(), 4 | 6) {
        let parts: Vec<&str> =
            [text.get(..2), text.get(2..4), text.get(4..6)].into_iter().flatten().collect();
        return finding::code_without_dots(typed, &parts.join("."));
    }
    finding::name_for_code(typed, &region_name::named(text), is_profile, is_named)
}

/// The codes that may be meant by one with digits left out: `32.04.15` by `32.4.15`, and `32.01` or `32.10` by `32.1`,
/// of which a program that takes it for a number drops the last 0.
fn codes_in_full(text: &str) -> Vec<String> {
    let parts: Vec<&str> = text.split('.').map(str::trim).collect();
    let is_part =
        |part: &&str| (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(2..=3).contains(&parts.len())
        || !parts.iter().all(is_part)
        || parts.iter().all(|part| part.len() == 2)
    {
        return Vec::new();
    }
    let before: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
    let after = format!("{}.{:0<2}", before[0], parts[1]);
    let mut codes = vec![before.join(".")];
    codes.extend((parts.len() == 2).then_some(after));
    codes.retain(|code| region_row(code).is_some() || !code.starts_with("32"));
    codes
}

/// The district of a village's code: `32.04.15.2001`, or without dots.
fn district_of_village(text: &str) -> Option<String> {
    let digits = text.replace('.', "");
    let is_village = digits.len() == 10 && digits.bytes().all(|byte| byte.is_ascii_digit());
    let is_dotted = text.split('.').map(str::len).eq([2, 2, 2, 4]);
    (is_village && (is_dotted || text == digits))
        .then(|| format!("{}.{}.{}", &digits[..2], &digits[2..4], &digits[4..6]))
}

/// The row whose code is nearest to one that does not exist: in the same regency if there is one.
fn nearest_code(code: &RegionCode) -> Option<&'static RegionRow> {
    let number = |code: &str| code.replace('.', "").parse::<i64>().unwrap_or_default();
    let regency = code.regency()?;
    if let (true, Some(_)) = (code.is_district(), region_row(regency)) {
        let districts = west_java().iter().filter(|row| row.code.starts_with(regency) && !row.is_regency());
        return districts.min_by_key(|row| (number(row.code) - number(code.as_str())).abs());
    }
    let regencies = west_java().iter().filter(|row| row.is_regency());
    regencies.min_by_key(|row| (number(row.code) - number(regency)).abs())
}

/// `koordinat: [-7.1735, 107.5563]`, or as maps write it: `-7.1735, 107.5563`.
/// A point far from the region of the same profile is a warning: one of the two is wrong.
pub(super) fn read_coordinates(
    keys: &mut Keys<'_>,
    region: Option<&Region>,
    findings: &mut Findings,
) -> Option<(f64, f64)> {
    let node = keys.node("koordinat", findings)?;
    let Some((latitude, longitude)) = two_decimals(node) else {
        findings.push(finding::not_coordinates(node.span()));
        return None;
    };
    let (south, north, west, east) = INDONESIA;
    let inside = |latitude: f64, longitude: f64| {
        (south..=north).contains(&latitude) && (west..=east).contains(&longitude)
    };
    if inside(latitude, longitude) {
        if let Some(row) = region.and_then(|region| region_row(region.code.regency()?))
            && let Some(centre) = row.centre
        {
            let distance_km = distance_km(centre, (latitude, longitude));
            if distance_km > FARTHEST_KM {
                findings.push(finding::far_from_region(node.span(), row.name, distance_km));
            }
        }
        return Some((latitude, longitude));
    }
    findings.push(if inside(longitude, latitude) {
        finding::coordinates_swapped(node.span(), longitude, latitude)
    } else {
        finding::outside_indonesia(node.span())
    });
    None
}

/// Kilometres between two points, as if the land between them were flat: off by less than one in a hundred this
/// near the equator.
fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    const KM_A_DEGREE: f64 = 111.2;
    let middle = f64::midpoint(from.0, to.0).to_radians();
    (from.0 - to.0).hypot((from.1 - to.1) * middle.cos()) * KM_A_DEGREE
}

/// Two decimal numbers, as a list or as one text.
pub(super) fn two_decimals(node: &Node<'_>) -> Option<(f64, f64)> {
    match node.value() {
        Value::List(items) => match items.as_slice() {
            [first, second] => decimal(first.text()?).zip(decimal(second.text()?)),
            _ => None,
        },
        Value::Scalar(..) => {
            // `-7,1735, 107,5563` is parted where a space or a semicolon stands.
            let text = node.text()?;
            let mut cuts = [", ", ";", " ", ","].into_iter().filter_map(|cut| text.split_once(cut));
            cuts.find_map(|(first, second)| decimal(first).zip(decimal(second)))
        }
        Value::Map(_) | Value::Refused => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_that_were_left_out_of_a_code_are_offered() {
        assert_eq!(codes_in_full("32.4.15"), ["32.04.15"]);
        assert_eq!(codes_in_full("32.1"), ["32.01", "32.10"]);
        assert_eq!(codes_in_full("33.1.2"), ["33.01.02"]);
        assert_eq!(codes_in_full("32.04"), [""; 0]);
        assert_eq!(codes_in_full("3.2.1.4"), [""; 0]);
        assert_eq!(district_of_village("32.04.15.2001").as_deref(), Some("32.04.15"));
        assert_eq!(district_of_village("3204152001").as_deref(), Some("32.04.15"));
    }

    #[test]
    fn a_code_that_does_not_exist_has_a_neighbour() {
        let nearest =
            |code: &str| nearest_code(&RegionCode::parse(code).expect("a code")).map(|row| row.code);
        assert_eq!(nearest("32.04.18"), Some("32.04.17"));
        assert_eq!(nearest("32.80"), Some("32.79"));
    }
}
