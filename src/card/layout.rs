//! Words into a box: lines, sizes, and how high they stand together. Pure arithmetic on widths.

use super::font::{Weight, width_px};

/// From baseline to baseline, as a part of the size: large type stands close.
pub(super) const HEAVY_LEADING: f32 = 1.14;
pub(super) const MEDIUM_LEADING: f32 = 1.3;

/// A text in lines that fit.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Block {
    pub(super) lines: Vec<String>,
    pub(super) weight: Weight,
    pub(super) size_px: f32,
}

impl Block {
    /// From baseline to baseline.
    pub(super) fn line_px(&self) -> f32 {
        self.size_px * if self.weight == Weight::Heavy { HEAVY_LEADING } else { MEDIUM_LEADING }
    }

    /// Height of all lines; nothing without one.
    pub(super) fn height_px(&self) -> f32 {
        lines(self.lines.len()) * self.line_px()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a card has a few lines")]
fn lines(count: usize) -> f32 {
    count as f32
}

/// The largest of some sizes, largest first, in which a text fits into a box. If it fits in none, it is cut
/// in the smallest one, at a word where there is one, with an ellipsis.
pub(super) fn fit(text: &str, weight: Weight, width: f32, height: f32, sizes_px: &[f32]) -> Block {
    let smallest = sizes_px.last().copied().unwrap_or(24.0);
    for size_px in sizes_px.iter().copied() {
        if let Some(lines) = wrap(text, weight, size_px, width) {
            let block = Block { lines, weight, size_px };
            if block.height_px() <= height {
                return block;
            }
        }
    }
    let mut block = Block { lines: break_anywhere(text, weight, smallest, width), weight, size_px: smallest };
    while block.height_px() > height && block.lines.len() > 1 {
        block.lines.pop();
        if let Some(last) = block.lines.last_mut() {
            *last = cut(last, weight, smallest, width);
        }
    }
    block
}

/// Lines broken between words; `None` if a word alone is too wide.
fn wrap(text: &str, weight: Weight, size_px: f32, width: f32) -> Option<Vec<String>> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        if width_px(word, weight, size_px) > width {
            return None;
        }
        match lines.last_mut() {
            Some(line) if width_px(&format!("{line} {word}"), weight, size_px) <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    Some(lines)
}

/// The same where words may be broken too.
fn break_anywhere(text: &str, weight: Weight, size_px: f32, width: f32) -> Vec<String> {
    let mut pieces = String::new();
    for word in text.split(' ') {
        let mut piece = String::new();
        for c in word.chars() {
            piece.push(c);
            if width_px(&piece, weight, size_px) > width && piece.chars().count() > 1 {
                piece.pop();
                pieces.push_str(&piece);
                pieces.push(' ');
                piece = c.to_string();
            }
        }
        pieces.push_str(&piece);
        pieces.push(' ');
    }
    wrap(&pieces, weight, size_px, width).unwrap_or_else(|| vec![text.to_owned()])
}

/// A line that goes on, with an ellipsis, no wider than before.
fn cut(line: &str, weight: Weight, size_px: f32, width: f32) -> String {
    let mut cut = line.trim_end_matches(['.', ',', ';', ':', ' ']).to_owned();
    while !cut.is_empty() && width_px(&format!("{cut}…"), weight, size_px) > width {
        cut.pop();
    }
    format!("{}…", cut.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZES: [f32; 3] = [60.0, 48.0, 40.0];

    #[test]
    fn a_short_name_takes_the_largest_size() {
        let block = fit("Susu segar", Weight::Heavy, 500.0, 200.0, &SIZES);
        assert_eq!((block.lines, block.size_px), (vec!["Susu segar".to_owned()], 60.0));
    }

    #[test]
    fn a_long_name_takes_a_smaller_one_and_at_last_is_cut_between_words() {
        let name = "Keripik singkong pedas manis asin gurih rasa daun jeruk purut khas Pangalengan";
        let block = fit(name, Weight::Heavy, 500.0, 240.0, &SIZES);
        assert!(block.size_px < 60.0 && block.height_px() <= 240.0, "{block:?}");
        assert_eq!(block.lines.join(" "), name);
        let block = fit(name, Weight::Heavy, 400.0, 100.0, &SIZES);
        assert!(block.height_px() <= 100.0 && block.lines.len() == 2, "{block:?}");
        assert!(block.lines[1].ends_with('…') && name.starts_with(&block.lines[0]), "{block:?}");
    }

    #[test]
    fn no_line_is_wider_than_the_box() {
        for text in ["Raosna pisan éta peuyeum teh euy", &"x".repeat(120), "", "a", &"mm ".repeat(60)] {
            let block = fit(text, Weight::Heavy, 300.0, 200.0, &SIZES);
            assert!(block.height_px() <= 200.0, "{block:?}");
            for line in &block.lines {
                assert!(width_px(line, Weight::Heavy, block.size_px) <= 300.0, "{line}");
            }
        }
    }

    #[test]
    fn a_number_stays_with_its_unit() {
        let block = fit("Rp\u{a0}12.500 Rp\u{a0}13.000", Weight::Heavy, 300.0, 400.0, &[44.0]);
        assert_eq!(block.lines, ["Rp\u{a0}12.500", "Rp\u{a0}13.000"]);
    }
}
