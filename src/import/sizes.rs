//! Heads that are sizes (`100 gr`, `250 gr`, `1 kg`), with prices below them in place of one column `Harga`.

/// Units of sizes, as heads have them.
const UNITS: &[&str] = &[
    "g", "gr", "gram", "ons", "kg", "kilo", "ml", "cc", "l", "lt", "ltr", "liter", "pcs", "pc", "biji",
    "buah", "bks", "bungkus", "pack", "pak", "lusin", "dus", "karton", "cm", "inci",
];

/// True for a number with a unit: `250 gr`, `1/2 kg`, `1,5 liter`.
pub(super) fn is_size(head: &str) -> bool {
    let head = head.trim().to_lowercase();
    let Some(end) = head.find(|c: char| !(c.is_ascii_digit() || "./,½¼¾ ".contains(c))) else {
        return false;
    };
    let (number, unit) = head.split_at(end);
    number.contains(|c: char| c.is_ascii_digit() || "½¼¾".contains(c))
        && UNITS.contains(&unit.trim_end_matches('.'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_size_is_a_number_with_a_unit() {
        for (head, is) in [
            ("100 gr", true),
            ("250gr.", true),
            ("1/2 Kg", true),
            ("½ kg", true),
            ("1,5 Liter", true),
            ("kg", false),
            ("2026", false),
            ("1 Nov", false),
            ("Harga", false),
            ("250 gr (promo)", false),
        ] {
            assert_eq!(is_size(head), is, "{head}");
        }
    }
}
