//! The map: outlines of the 27 regencies and cities of West Java as one drawing without a script, each with
//! the number of its cooperatives. A site in another province has no map, only the list beside it.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Serialize;

use super::scene::Scene;

use crate::model::{in_alphabet, region_row};
use crate::routes;

/// Most cooperatives that are drawn as points: more would cover the map, and weigh more than the page.
const MOST_POINTS: usize = 300;
/// Width of a letter and height of a line of the names on the map, in its units.
const NAME_UNITS: (f64, f64) = (6.0, 13.0);

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

/// Codes of cities begin here: `32.71`. Source: Kemendagri's codes of regions.
const FIRST_CITY: u32 = 71;

impl Outlines {
    /// The middle of the area with this code, if it is a city.
    fn city(&self, code: &str) -> Option<CityView> {
        let number: u32 = code.rsplit('.').next()?.parse().ok()?;
        let centre = region_row(code).filter(|_| number >= FIRST_CITY)?.centre?;
        self.place(centre).map(|(x, y)| CityView { x, y })
    }
}

/// Code and outline of every area, as SVG path data.
pub(super) fn outlines() -> impl Iterator<Item = (&'static str, &'static str)> {
    OUTLINES.areas.iter().copied()
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
    /// Cooperatives whose place is known; none where there are too many to tell apart.
    pub points: Vec<PointView>,
    /// Names of areas with cooperatives, as far as they do not lie on each other.
    pub names: Vec<PointView>,
    /// What each darkness means, the lightest first.
    pub levels: Vec<LevelView>,
}

/// A darkness of the map.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct LevelView {
    /// 1 to 4.
    pub level: u8,
    /// How many cooperatives such an area has.
    pub label: String,
}

/// An area with cooperatives.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct AreaView {
    /// Its outline as SVG path data.
    pub path: &'static str,
    /// Its page, from the language's root.
    pub href: String,
    /// Name, with the number.
    pub label: String,
    /// How dark it is: 1 to 4.
    pub level: u8,
    /// The middle of a city, whose outline is smaller than a finger.
    pub city: Option<CityView>,
}

/// The middle of a city on the map.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CityView {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A place with a name.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct PointView {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
    /// Name of the cooperative or the area.
    pub label: String,
}

/// A regency that has cooperatives.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct RegencyView {
    /// Kemendagri code of five characters: `32.04`.
    pub code: String,
    #[serde(rename = "label")]
    pub name: String,
    /// How many cooperatives.
    pub count: usize,
    /// Its page, from the language's root.
    pub href: String,
}

/// Regencies that have cooperatives, by the alphabet.
pub(super) fn regencies(scene: &Scene<'_>) -> Vec<RegencyView> {
    let mut regencies: BTreeMap<&str, RegencyView> = BTreeMap::new();
    for region in scene.summaries.iter().filter_map(|summary| summary.region.as_ref()) {
        let code = region.regency_code();
        let regency = regencies.entry(code).or_insert_with(|| RegencyView {
            code: code.to_owned(),
            name: region.regency.clone(),
            count: 0,
            href: routes::regency(code),
        });
        regency.count += 1;
    }
    let mut regencies: Vec<RegencyView> = regencies.into_values().collect();
    regencies.sort_by(|one, other| in_alphabet(&one.name).cmp(&in_alphabet(&other.name)));
    regencies
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
                city: outlines.city(code),
            }),
            None => empty.push_str(path),
        }
    }
    if areas.is_empty() {
        return None;
    }
    let mut points: Vec<PointView> = scene
        .summaries
        .iter()
        .filter_map(|summary| {
            let (x, y) = outlines.place(summary.coordinates?)?;
            Some(PointView { x, y, label: summary.label().to_owned() })
        })
        .take(MOST_POINTS + 1)
        .collect();
    if points.len() > MOST_POINTS {
        points.clear();
    }
    let (names, levels) = (names(regencies, outlines), levels(regencies, most, scene));
    let (width, height) = (outlines.width, outlines.height);
    Some(MapView { width, height, empty, areas, points, names, levels })
}

/// Names on the map, those of the most cooperatives first; one that would lie on another is left out, its area still
/// tells it.
fn names(regencies: &[RegencyView], outlines: &Outlines) -> Vec<PointView> {
    let mut by_count: Vec<&RegencyView> = regencies.iter().collect();
    by_count.sort_by_key(|regency| (Reverse(regency.count), &regency.code));
    let mut names: Vec<PointView> = Vec::new();
    for regency in by_count {
        let centre = region_row(&regency.code).and_then(|row| row.centre);
        let Some((x, y)) = centre.and_then(|centre| outlines.place(centre)) else { continue };
        let label = regency.name.strip_prefix("Kabupaten ").unwrap_or(&regency.name).to_owned();
        let name = PointView { x, y, label };
        if !names.iter().any(|other| is_upon(&name, other)) {
            names.push(name);
        }
    }
    names
}

/// True if two names, each in the middle of its place, would touch.
fn is_upon(one: &PointView, other: &PointView) -> bool {
    let half = |name: &PointView| {
        f64::from(u32::try_from(name.label.chars().count()).unwrap_or(u32::MAX)) * NAME_UNITS.0 / 2.0
    };
    (one.y - other.y).abs() < NAME_UNITS.1 && (one.x - other.x).abs() < half(one) + half(other)
}

/// The legend: which numbers have which darkness. Those that no area has are left out.
fn levels(regencies: &[RegencyView], most: usize, scene: &Scene<'_>) -> Vec<LevelView> {
    let of_level = |wanted: u8| {
        let counts =
            regencies.iter().map(|regency| regency.count).filter(|count| level(*count, most) == wanted);
        let (least, most) = counts.fold(None, |range: Option<(usize, usize)>, count| {
            range.map_or(Some((count, count)), |(least, most)| Some((least.min(count), most.max(count))))
        })?;
        let range = if least == most { least.to_string() } else { format!("{least}–{most}") };
        Some(LevelView { level: wanted, label: scene.texts.fill("portal.map_level", &[("range", &range)]) })
    };
    (1..=4).filter_map(of_level).collect()
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
        // Pangalengan is in the south of Kabupaten Bandung, which is drawn below the middle of the west.
        let (x, y) = OUTLINES.place((-7.1735, 107.5563)).expect("on the map");
        assert!((215.0..280.0).contains(&x) && (225.0..280.0).contains(&y), "{x} {y}");
        assert_eq!(OUTLINES.place((-8.6, 115.2)), None);
    }

    #[test]
    fn a_city_has_a_middle_to_be_tapped_and_a_regency_is_large_enough() {
        let city = OUTLINES.city("32.73").expect("Kota Bandung");
        assert!((200.0..300.0).contains(&city.x) && (150.0..260.0).contains(&city.y), "{city:?}");
        assert_eq!(OUTLINES.city("32.04"), None);
    }

    #[test]
    fn the_largest_number_is_darkest() {
        assert_eq!([level(1, 1), level(1, 100), level(50, 100), level(100, 100)], [4, 1, 2, 4]);
    }
}
