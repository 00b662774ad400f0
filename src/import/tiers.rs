//! Heads that say from which quantity a price holds: `Harga 1-11 pcs`, `Harga 12-47 pcs`, `Harga > 48`.

/// Words around the quantity of such a head.
const WORDS: &[&str] = &[
    "harga",
    "hrg",
    "jual",
    "grosir",
    "eceran",
    "beli",
    "pembelian",
    "min",
    "minimal",
    "minimum",
    "mulai",
    "dari",
    "ke",
    "atas",
    "lebih",
    "isi",
    "pcs",
    "pc",
    "buah",
    "bh",
    "biji",
    "unit",
    "lusin",
    "dus",
    "pak",
    "pack",
    "bks",
    "bungkus",
    "kg",
    "kilo",
    "liter",
    "ltr",
    "botol",
    "btl",
    "sak",
    "karung",
    "ikat",
    "lembar",
    "kotak",
    "box",
    "set",
];

/// From here on a number is rather a year.
const YEARS: u64 = 1_900;

/// The quantities with which the prices below heads begin; `None` unless all heads are of that kind, and go upwards.
pub(super) fn starts(heads: &[&str]) -> Option<Vec<u64>> {
    let mut starts: Vec<u64> = Vec::new();
    let mut last_end = None;
    for head in heads {
        let quantity = quantity(head)?;
        // `> 48` after `12-47` begins with 48.
        let start = match (quantity.is_above, last_end) {
            (true, Some(end)) if end + 1 == quantity.from => quantity.from,
            (true, _) => quantity.from + 1,
            _ => quantity.from,
        };
        if starts.last().is_some_and(|last| *last >= start) {
            return None;
        }
        starts.push(start);
        last_end = quantity.to;
    }
    (!starts.is_empty()).then_some(starts)
}

struct Quantity {
    from: u64,
    to: Option<u64>,
    /// True for `> 48`, which says more than 48.
    is_above: bool,
}

/// The quantity that a head names, if it names one with a span or a mark; `Harga 2` may be anything.
fn quantity(head: &str) -> Option<Quantity> {
    let lower = head.to_lowercase().replace(['–', '—'], "-").replace("s/d", "-").replace("≥", ">=");
    let is_inside = |c: char| c.is_ascii_digit() || c == '-';
    let mut parts: Vec<&str> = Vec::new();
    let mut words: Vec<&str> = Vec::new();
    for part in lower.split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '/' | '@' | '.' | ':')) {
        let end = part.find(char::is_alphabetic).unwrap_or(part.len());
        let (number, word) = part.split_at(end);
        parts.extend((!number.is_empty()).then_some(number));
        words.extend((!word.is_empty()).then_some(word));
    }
    let joined = parts.concat();
    let number = joined.trim_start_matches(['>', '=']).trim_end_matches(['+', '>']);
    let is_marked = number != joined
        || number.contains('-')
        || words.iter().any(|word| matches!(*word, "min" | "minimal" | "minimum" | "mulai" | "atas"));
    if !is_marked || !number.chars().all(is_inside) || words.iter().any(|word| !WORDS.contains(word)) {
        return None;
    }
    let (from, to) = match number.split_once('-') {
        Some((from, to)) => (from.parse().ok()?, Some(to.parse().ok()?)),
        None => (number.parse().ok()?, None),
    };
    let is_span = to.is_none_or(|to| to > from);
    let is_above = joined.starts_with('>') && !joined.starts_with(">=");
    (is_span && (1..YEARS).contains(&from)).then_some(Quantity { from, to, is_above })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_with_quantities_tell_with_which_their_prices_begin() {
        for (heads, wanted) in [
            (vec!["Harga 1-11 pcs", "Harga 12-47 pcs", "Harga > 48 pcs"], Some(vec![1, 12, 48])),
            (vec!["1 - 9", "10 - 49", "50+"], Some(vec![1, 10, 50])),
            (vec!["Grosir (min 10)", "Grosir ≥ 50"], Some(vec![10, 50])),
            (vec!["Harga >10"], Some(vec![11])),
            (vec!["1 s/d 5 kg", "6 kg ke atas"], Some(vec![1, 6])),
            (vec!["Harga 2024", "Harga 2025"], None),
            (vec!["Harga 2024-2025"], None),
            (vec!["Harga 12-47", "Harga 1-11"], None),
            (vec!["Harga Okt", "Harga Nov"], None),
            (vec!["Jan-Feb"], None),
            (vec![], None),
        ] {
            assert_eq!(starts(&heads), wanted, "{heads:?}");
        }
    }
}
