//! The map: outlines of the 27 regencies and cities of West Java as one drawing without a script, each with
//! the number of its cooperatives. A site in another province has no map, only the list beside it.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::scene::Scene;

use crate::routes;

static OUTLINES: LazyLock<Outlines> =
    LazyLock::new(|| Outlines::parse(include_str!("map-jabar.tsv")).expect("the outlines are ours"));

/// How degrees become units of the drawing, and the outline of every area by its code.
#[derive(Debug)]
struct Outlines {
    width: u32,
    height: u32,
    west: f64,
    north: f64,
    units_per_degree: (f64, f64),
    margin: f64,
    areas: Vec<(&'static str, &'static str)>,
}

impl Outlines {
    fn parse(text: &'static str) -> Option<Self> {
        let mut rows =
            text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once('\t'));
        let (_, view) = rows.next()?;
        let numbers: Vec<f64> = view.split(' ').filter_map(|number| number.parse().ok()).collect();
        let sizes: Vec<u32> = view.split(' ').take(2).filter_map(|number| number.parse().ok()).collect();
        let [_, _, west, north, x, y, margin] = numbers[..] else { return None };
        let [width, height] = sizes[..] else { return None };
        Some(Self { width, height, west, north, units_per_degree: (x, y), margin, areas: rows.collect() })
    }

    /// A place on the drawing; `None` outside it.
    fn place(&self, (latitude, longitude): (f64, f64)) -> Option<(f64, f64)> {
        let x = self.margin + (longitude - self.west) * self.units_per_degree.0;
        let y = self.margin + (self.north - latitude) * self.units_per_degree.1;
        let inside =
            (0.0..=f64::from(self.width)).contains(&x) && (0.0..=f64::from(self.height)).contains(&y);
        inside.then_some((x.round(), y.round()))
    }
}

/// The map as a template draws it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct MapView {
    /// Width of the drawing.
    pub width: u32,
    /// Height of the drawing, in the same units.
    pub height: u32,
    /// Areas without a cooperative, as one path.
    pub empty: String,
    /// Areas with cooperatives.
    pub areas: Vec<AreaView>,
    /// Cooperatives whose place is known.
    pub points: Vec<PointView>,
}

/// An area with cooperatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct AreaView {
    /// Its outline as SVG path data.
    pub path: &'static str,
    /// Its page, from the language's root.
    pub href: String,
    /// Name, with the number.
    pub label: String,
    /// How dark it is: 1 to 4.
    pub level: u8,
}

/// A cooperative's place.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PointView {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Name of the cooperative.
    pub label: String,
}

/// A regency that has cooperatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RegencyView {
    /// Kemendagri code of five characters: `32.04`.
    pub code: String,
    pub name: String,
    /// How many cooperatives.
    pub count: usize,
    /// Its page, from the language's root.
    pub href: String,
}

/// Regencies that have cooperatives, by code.
pub(super) fn regencies(scene: &Scene<'_>) -> Vec<RegencyView> {
    let mut regencies: BTreeMap<&str, RegencyView> = BTreeMap::new();
    for region in scene.summaries.iter().filter_map(|summary| summary.region.as_ref()) {
        let code = region.regency_code();
        regencies
            .entry(code)
            .or_insert_with(|| RegencyView {
                code: code.to_owned(),
                name: region.regency.clone(),
                count: 0,
                href: routes::regency(code),
            })
            .count += 1;
    }
    regencies.into_values().collect()
}

/// The map of a site; `None` if none of its cooperatives is in West Java.
pub(super) fn map(regencies: &[RegencyView], scene: &Scene<'_>) -> Option<MapView> {
    let outlines = &*OUTLINES;
    let most = regencies.iter().map(|regency| regency.count).max()?;
    let mut areas = Vec::new();
    let mut empty = String::new();
    for (code, path) in &outlines.areas {
        match regencies.iter().find(|regency| regency.code == *code) {
            Some(regency) => areas.push(AreaView {
                path,
                href: regency.href.clone(),
                label: format!("{}: {}", regency.name, regency.count),
                level: level(regency.count, most),
            }),
            None => empty.push_str(path),
        }
    }
    if areas.is_empty() {
        return None;
    }
    let points = scene.summaries.iter().filter_map(|summary| {
        let (x, y) = outlines.place(summary.coordinates?)?;
        Some(PointView { x, y, label: summary.label().to_owned() })
    });
    Some(MapView { width: outlines.width, height: outlines.height, empty, areas, points: points.collect() })
}

/// 1 to 4 by quarters of the largest number.
fn level(count: usize, most: usize) -> u8 {
    u8::try_from((count * 4).div_ceil(most.max(1)).clamp(1, 4)).unwrap_or(4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_27_areas_have_an_outline() {
        assert_eq!(OUTLINES.areas.len(), 27);
        assert!(OUTLINES.areas.iter().all(|(code, path)| {
            crate::model::RegionCode::parse(code).is_some() && path.starts_with('M') && path.ends_with('z')
        }));
    }

    #[test]
    fn a_place_lies_where_its_regency_is_drawn() {
        // Pangalengan is in the south of Kabupaten Bandung, whose outline begins at 556,365.
        let (x, y) = OUTLINES.place((-7.1735, 107.5563)).expect("on the map");
        assert!((430.0..560.0).contains(&x) && (450.0..560.0).contains(&y), "{x} {y}");
        assert_eq!(OUTLINES.place((-8.6, 115.2)), None);
    }

    #[test]
    fn the_largest_number_is_darkest() {
        assert_eq!([level(1, 1), level(1, 100), level(50, 100), level(100, 100)], [4, 1, 2, 4]);
    }
}
