//! Amounts in Indonesian words: `dua belas ribu lima ratus`. Only to propose the number; none is read as one.
//! Source of the words: Kamus Besar Bahasa Indonesia, numerals.

/// Most words of an amount.
const MOST: usize = 30;

/// A part of a number. Counted in halves, because of `setengah`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// 1 to 9, also the `se` of `seribu`; or digits, as in `12 ribu lima ratus`.
    Count(u128),
    /// A half of what follows.
    Half,
    /// 10 and what stands before it: `dua belas`.
    Teen,
    /// Times 10 or 100.
    Times(u128),
    /// Times a thousand and its powers.
    Scale(u128),
}

/// Longer words first: `setengah` and `sembilan` begin with `se`.
const PARTS: [(&str, Part); 23] = [
    ("sembilan", Part::Count(9)),
    ("setengah", Part::Half),
    ("delapan", Part::Count(8)),
    ("triliun", Part::Scale(1_000_000_000_000)),
    ("trilyun", Part::Scale(1_000_000_000_000)),
    ("miliar", Part::Scale(1_000_000_000)),
    ("milyar", Part::Scale(1_000_000_000)),
    ("empat", Part::Count(4)),
    ("tujuh", Part::Count(7)),
    ("belas", Part::Teen),
    ("puluh", Part::Times(10)),
    ("ratus", Part::Times(100)),
    ("satu", Part::Count(1)),
    ("tiga", Part::Count(3)),
    ("lima", Part::Count(5)),
    ("enam", Part::Count(6)),
    ("ribu", Part::Scale(1_000)),
    ("juta", Part::Scale(1_000_000)),
    ("dua", Part::Count(2)),
    ("jt", Part::Scale(1_000_000)),
    ("rb", Part::Scale(1_000)),
    ("nol", Part::Count(0)),
    ("se", Part::Count(1)),
];

/// The amount that words name; `None` for other words.
pub(super) fn amount(text: &str) -> Option<u128> {
    let lower = text.to_lowercase();
    let mut words: Vec<&str> = lower
        .split(|c: char| c.is_whitespace() || c == '-')
        .filter(|word| !word.is_empty())
        .take(MOST + 1)
        .collect();
    if matches!(words.last(), Some(&("rupiah" | "perak"))) {
        words.pop();
    }
    if words.len() > MOST {
        return None;
    }
    let parts: Option<Vec<Vec<Part>>> = words.into_iter().map(parts_of).collect();
    let halves = sum(&parts?.concat())?;
    halves.is_multiple_of(2).then_some(halves / 2)
}

/// The parts of one word, also of words written as one: `duabelas`, `seratus`.
fn parts_of(word: &str) -> Option<Vec<Part>> {
    if (1..=3).contains(&word.len()) && word.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(vec![Part::Count(word.parse().ok()?)]);
    }
    let mut rest = word;
    let mut parts = Vec::new();
    while !rest.is_empty() {
        let (name, part) = PARTS.iter().find(|(name, _)| rest.starts_with(name))?;
        parts.push(*part);
        rest = &rest[name.len()..];
    }
    // `se` is no number of its own.
    (word != "se").then_some(parts)
}

/// In halves; `None` for parts in an order that no number has.
fn sum(parts: &[Part]) -> Option<u128> {
    let (mut total, mut group) = (0_u128, 0_u128);
    let mut count: Option<u128> = None;
    let mut last_scale = u128::MAX;
    for part in parts {
        match *part {
            Part::Count(number) if count.is_none() => count = Some(2 * number),
            Part::Half => count = Some(count.unwrap_or(0) + 1),
            // In halves: what is smaller stands behind what is larger.
            Part::Teen if group.is_multiple_of(200) => group += count.take()? + 20,
            Part::Times(10) if group.is_multiple_of(200) => group += count.take()? * 10,
            Part::Times(factor) if group == 0 => group += count.take()? * factor,
            Part::Scale(scale) if scale < last_scale => {
                let before = group + count.take().unwrap_or(0);
                if before == 0 {
                    return None;
                }
                total += before * scale;
                group = 0;
                last_scale = scale;
            }
            Part::Count(_) | Part::Scale(_) | Part::Teen | Part::Times(_) => return None,
        }
    }
    let is_said =
        !parts.is_empty() && parts.iter().any(|part| !matches!(part, Part::Count(_)) || parts.len() == 1);
    is_said.then_some(total + group + count.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_in_words_are_their_numbers() {
        for (words, number) in [
            ("dua belas ribu", 12_000),
            ("duabelas ribu", 12_000),
            ("Dua Belas Ribu Rupiah", 12_000),
            ("dua belas ribu lima ratus", 12_500),
            ("tiga puluh lima ribu", 35_000),
            ("tigapuluh-lima ribu", 35_000),
            ("seribu", 1_000),
            ("seratus ribu", 100_000),
            ("seratus dua puluh lima ribu", 125_000),
            ("sebelas ribu", 11_000),
            ("sepuluh ribu", 10_000),
            ("sejuta", 1_000_000),
            ("setengah juta", 500_000),
            ("satu setengah juta", 1_500_000),
            ("dua juta tiga ratus ribu", 2_300_000),
            ("lima ratus perak", 500),
            ("sembilan ribu sembilan ratus sembilan puluh sembilan", 9_999),
            ("12 ribu lima ratus", 12_500),
            ("nol", 0),
        ] {
            assert_eq!(amount(words), Some(number), "{words}");
        }
    }

    #[test]
    fn other_words_are_no_amount() {
        for words in [
            "",
            "gratis",
            "tanya",
            "ribu",
            "puluh dua",
            "dua tiga",
            "lima ribu juta",
            "se",
            "rp",
            "semangka",
            "setengah",
            "dua dus",
            "dua puluh dua belas",
            "lima puluh dua ratus",
        ] {
            assert_eq!(amount(words), None, "{words}");
        }
        assert_eq!(amount(&"dua ".repeat(1_000)), None);
        assert_eq!(amount(&"satu juta ".repeat(20)), None);
    }
}
