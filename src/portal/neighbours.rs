//! Which regencies lie beside each other: their outlines are drawn from one set of borders, so that neighbours share
//! corners.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use super::atlas::outlines;

static NEIGHBOURS: LazyLock<BTreeMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let corners: Vec<(&str, BTreeSet<(i32, i32)>)> =
        outlines().map(|(code, path)| (code, corners(path))).collect();
    let beside = |code: &str, own: &BTreeSet<(i32, i32)>| {
        let others = corners.iter().filter(|(other, theirs)| *other != code && !own.is_disjoint(theirs));
        others.map(|(other, _)| *other).collect()
    };
    corners.iter().map(|(code, own)| (*code, beside(code, own))).collect()
});

/// Codes of the regencies beside one; none for one that the map does not show.
pub(super) fn neighbours(code: &str) -> &'static [&'static str] {
    NEIGHBOURS.get(code).map_or(&[], Vec::as_slice)
}

/// The corners of an outline such as `M235 183l1 4-10 8z`: absolute after `M`, then steps from corner to corner.
fn corners(path: &str) -> BTreeSet<(i32, i32)> {
    let mut corners = BTreeSet::new();
    for ring in path.split('z').filter(|ring| !ring.is_empty()) {
        let numbers = numbers(ring);
        let (mut x, mut y) = (0, 0);
        for pair in numbers.chunks_exact(2) {
            (x, y) = (x + pair[0], y + pair[1]);
            corners.insert((x, y));
        }
    }
    corners
}

/// `M1 2-3` as 1, 2, -3.
fn numbers(path: &str) -> Vec<i32> {
    let spaced = path.replace('-', " -");
    spaced.split(|c: char| !c.is_ascii_digit() && c != '-').filter_map(|number| number.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn regencies_with_a_border_in_common_are_neighbours() {
        assert_eq!(neighbours("32.04"), ["32.03", "32.05", "32.11", "32.17", "32.73", "32.77"]);
        assert_eq!(neighbours("32.72"), ["32.02"], "a city inside a regency");
        assert_eq!(neighbours("33.01"), [""; 0]);
        for (code, others) in NEIGHBOURS.iter() {
            assert!(
                !others.is_empty() && others.iter().all(|other| neighbours(other).contains(code)),
                "{code}"
            );
        }
    }
}
