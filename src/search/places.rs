//! Cooperatives in order of place, and places as ranges of their numbers.

use serde::Serialize;

use crate::model::region_row;
use crate::summary::Summary;

/// Behind every code: of those that say no place.
const NOWHERE: &str = "~";

/// A regency or district, from its first number to that of the next one.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Place {
    /// Kemendagri code, dotted; empty for those without a place.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Number of its first cooperative.
    pub first: usize,
    /// Latitude and longitude of its centre in degrees, where known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<(f64, f64)>,
    /// How many districts of it have a file of their own; none of one alone.
    #[serde(skip_serializing_if = "is_none")]
    pub districts: usize,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_none(count: &usize) -> bool {
    *count == 0
}

/// Districts of one regency.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Districts {
    /// Code of the regency.
    pub regency: String,
    /// At least two: one alone needs no choice.
    pub places: Vec<Place>,
}

/// Summaries by regency, district and name of folder: each has the number of its place in this list.
pub(super) fn numbered<'a>(summaries: &[&'a Summary]) -> Vec<&'a Summary> {
    let mut numbered = summaries.to_vec();
    let code = |summary: &'a Summary| summary.region.as_ref().map_or(NOWHERE, |region| region.code.as_str());
    numbered.sort_by_key(|summary| (code(summary), summary.slug.as_str()));
    numbered
}

fn regency_of(summary: &Summary) -> (&str, &str) {
    summary.region.as_ref().map_or(("", ""), |region| (region.regency_code(), region.regency.as_str()))
}

/// Regencies in order of numbers.
pub(super) fn regencies(numbered: &[&Summary]) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    let mut first = 0;
    for group in numbered.chunk_by(|one, next| regency_of(one).0 == regency_of(next).0) {
        let (code, name) = regency_of(group[0]);
        let districts = split_by_district(group).count();
        places.push(Place {
            code: code.to_owned(),
            name: name.to_owned(),
            first,
            centre: centre(code, group),
            districts: if districts > 1 && !code.is_empty() { districts } else { 0 },
        });
        first += group.len();
    }
    places
}

/// That of the table of regions, or else the middle of its cooperatives, to a hundredth of a degree.
fn centre(code: &str, group: &[&Summary]) -> Option<(f64, f64)> {
    let known: Vec<(f64, f64)> = group.iter().filter_map(|summary| summary.coordinates).collect();
    let middle = |of: fn(&(f64, f64)) -> f64| {
        // A regency has fewer cooperatives than a float has digits.
        #[expect(clippy::cast_precision_loss, reason = "far below 2^52")]
        let count = known.len() as f64;
        known.iter().map(of).sum::<f64>() / count
    };
    let rounded = |(latitude, longitude): (f64, f64)| {
        ((latitude * 100.0).round() / 100.0, (longitude * 100.0).round() / 100.0)
    };
    let of_table = region_row(code).and_then(|row| row.centre);
    of_table.or_else(|| (!known.is_empty()).then(|| (middle(|at| at.0), middle(|at| at.1)))).map(rounded)
}

/// The cooperatives of a regency by district.
fn split_by_district<'g, 'a>(group: &'g [&'a Summary]) -> impl Iterator<Item = &'g [&'a Summary]> {
    group.chunk_by(|one, next| district_code(one) == district_code(next))
}

fn district_code(summary: &Summary) -> &str {
    summary.region.as_ref().map_or("", |region| region.code.as_str())
}

/// The districts of each regency that has several.
pub(super) fn districts(numbered: &[&Summary], regencies: &[Place]) -> Vec<Districts> {
    let name = |summary: &Summary| summary.region.as_ref().and_then(|region| region.district.clone());
    let ends = regencies.iter().skip(1).map(|next| next.first).chain([numbered.len()]);
    let several = regencies.iter().zip(ends).filter(|(regency, _)| regency.districts > 0);
    let of_regency = |(regency, end): (&Place, usize)| {
        let mut first = regency.first;
        let mut places = Vec::with_capacity(regency.districts);
        for group in split_by_district(&numbered[regency.first..end]) {
            places.push(Place {
                code: district_code(group[0]).to_owned(),
                name: name(group[0]).unwrap_or_default(),
                first,
                centre: None,
                districts: 0,
            });
            first += group.len();
        }
        Districts { regency: regency.code.clone(), places }
    };
    several.map(of_regency).collect()
}
