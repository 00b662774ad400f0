//! The lines around a mistake: enough of a text to tell whether a change helps, so that a long one is not parsed again
//! for each.

use std::ops::Range;

use super::lines::{Kind, Line};

/// Longest part of a text that is kept whole, in lines.
const WHOLE: usize = 24;

/// The parts of a text that a mistake between two lines concerns: what stands at the root around them, and of long
/// lists the items around them, below their key.
pub(super) fn around(lines: &[Line<'_>], first: usize, last: usize) -> Vec<Range<usize>> {
    let is_top = |line: &Line<'_>| line.kind == Kind::Structure && line.column == 0 && !line.has_dash();
    let mut tops: Vec<usize> = (0..lines.len()).filter(|index| is_top(&lines[*index])).collect();
    // What stands before the first key belongs to it.
    match tops.first_mut() {
        Some(top) => *top = 0,
        None => return std::iter::once(0..lines.len()).collect(),
    }
    let before = tops.partition_point(|top| *top <= first).saturating_sub(2);
    let after = (tops.partition_point(|top| *top <= last) + 1).min(tops.len());
    let ends = tops.iter().copied().skip(before + 1).chain([lines.len()]);
    let starts = tops.iter().copied().take(after).skip(before);
    let mut kept = Vec::new();
    for (start, end) in starts.zip(ends) {
        let (first, last) = (first.clamp(start, end - 1), last.clamp(start, end - 1));
        kept.extend(within(lines, start..end, first, last));
    }
    kept
}

/// Of one key at the root: all of it, or its first line and the items of its list around the lines.
fn within(lines: &[Line<'_>], whole: Range<usize>, first: usize, last: usize) -> Vec<Range<usize>> {
    let dashes =
        || whole.clone().filter(|index| lines[*index].kind == Kind::Structure && lines[*index].has_dash());
    let column = dashes().map(|index| lines[index].column).min();
    let items: Vec<usize> = dashes().filter(|index| Some(lines[*index].column) == column).collect();
    if whole.len() <= WHOLE || items.len() < 4 {
        return vec![whole];
    }
    let from = items.partition_point(|item| *item <= first).saturating_sub(2);
    let to = items.get(items.partition_point(|item| *item <= last) + 1).copied().unwrap_or(whole.end);
    let head = whole.start..items[0];
    vec![head, items[from]..to]
}
