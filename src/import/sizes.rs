//! Heads that are sizes (`100 gr`, `250 gr`, `1 kg`), with prices below them in place of one column `Harga`.

/// Units of sizes, as heads have them.
const UNITS: &[&str] = &[
    "g", "gr", "gram", "ons", "kg", "kilo", "ml", "cc", "l", "lt", "ltr", "liter", "pcs", "pc", "biji",
    "buah", "bks", "bungkus", "pack", "pak", "lusin", "dus", "karton", "cm", "inci",
];

/// The size that a head is: a number with a unit, `250 gr`, `1/2 kg`, `Harga 1 liter`.
pub(super) fn size_of(head: &str) -> Option<&str> {
    let head = head.trim();
    let is_word =
        |word: &str| matches!(word.to_lowercase().as_str(), "harga" | "hrg" | "price" | "uk" | "ukuran");
    let size = match head.split_once(' ') {
        Some((first, rest)) if is_word(first) => rest.trim(),
        _ => head,
    };
    let end = size.find(|c: char| !(c.is_ascii_digit() || "./,½¼¾ ".contains(c)))?;
    let (number, unit) = size.split_at(end);
    let is_number = number.contains(|c: char| c.is_ascii_digit() || "½¼¾".contains(c));
    (is_number && UNITS.contains(&unit.trim_end_matches('.').to_lowercase().as_str())).then_some(size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_with_a_unit() {
        for (head, size) in [
            ("100 gr", Some("100 gr")),
            ("250gr.", Some("250gr.")),
            ("1/2 Kg", Some("1/2 Kg")),
            ("½ kg", Some("½ kg")),
            ("1,5 Liter", Some("1,5 Liter")),
            ("Harga 100gr", Some("100gr")),
            ("HRG  1 kg", Some("1 kg")),
            ("kg", None),
            ("2026", None),
            ("1 Nov", None),
            ("Harga", None),
            ("Harga 2026", None),
            ("250 gr (promo)", None),
        ] {
            assert_eq!(size_of(head), size, "{head}");
        }
    }
}
