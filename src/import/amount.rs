//! Amounts as other programs write them: with a point before the decimals, whatever a sheet's cells look like.

/// What a text says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Amount {
    /// Rupiah, in a spelling that cannot be taken for anything else; parts of a rupiah stay, to be told where the
    /// profile is read.
    Rupiah(String),
    /// `90.000`: by the format ninety, and more likely ninety thousand, which this is.
    Thousands(String),
    /// An amount of other money, by its code or sign.
    Foreign(String),
    /// No amount.
    Words,
}

/// Reads `12500.00`, `12,500`, `IDR 12500`, `12500.00 IDR`.
pub(super) fn english(text: &str) -> Amount {
    let text = text.trim();
    let currency: String =
        text.chars().filter(|c| !c.is_ascii_digit() && !matches!(c, '.' | ',' | ' ' | '-')).collect();
    let digits: String = text.chars().filter(|c| c.is_ascii_digit() || matches!(c, '.' | ',')).collect();
    if !digits.contains(|c: char| c.is_ascii_digit()) {
        return Amount::Words;
    }
    match currency.to_lowercase().as_str() {
        "" | "idr" | "rp" => {}
        _ if currency.chars().count() <= 4 => return Amount::Foreign(currency),
        _ => return Amount::Words,
    }
    let plain = digits.replace(',', "");
    match plain.split_once('.') {
        Some((whole, "000")) if whole.len() <= 3 => Amount::Thousands(format!("{whole}000")),
        Some((whole, parts)) if parts.chars().all(|c| c == '0') => Amount::Rupiah(whole.to_owned()),
        Some((whole, parts)) => Amount::Rupiah(format!("{whole},{parts}")),
        None => Amount::Rupiah(plain),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_a_decimal_point_and_a_comma_groups() {
        for (text, amount) in [
            ("12500", Amount::Rupiah("12500".into())),
            ("12500.00", Amount::Rupiah("12500".into())),
            ("12.500", Amount::Rupiah("12,500".into())),
            ("90.000", Amount::Thousands("90000".into())),
            ("12,500.00 IDR", Amount::Rupiah("12500".into())),
            ("IDR 1,250,000", Amount::Rupiah("1250000".into())),
            ("12500.50", Amount::Rupiah("12500,50".into())),
            ("£4,250.00", Amount::Foreign("£".into())),
            ("15.00 USD", Amount::Foreign("USD".into())),
            ("Mandatory", Amount::Words),
            ("", Amount::Words),
        ] {
            assert_eq!(english(text), amount, "{text}");
        }
    }
}
