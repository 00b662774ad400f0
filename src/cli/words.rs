//! Words and numbers in the language of the person who reads them.

use std::time::Duration;

use crate::finding::{MessageLanguage, plural};

/// Picks one of two texts.
pub(super) fn either(language: MessageLanguage, id: &'static str, en: &'static str) -> &'static str {
    match language {
        MessageLanguage::Id => id,
        MessageLanguage::En => en,
    }
}

/// Digits in groups of three: `1.234.567`, in English `1,234,567`.
pub(super) fn grouped(value: u64, language: MessageLanguage) -> String {
    let mark = either(language, ".", ",");
    let digits = value.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push_str(mark);
        }
        out.push(digit);
    }
    out
}

/// The same of a number of things in memory.
pub(super) fn number(value: usize, language: MessageLanguage) -> String {
    grouped(u64::try_from(value).unwrap_or(u64::MAX), language)
}

/// A number of things in English: `1,200 pages`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count, MessageLanguage::En), plural(count, one, many))
}

/// One decimal, with the language's decimal mark.
fn decimal(tenths: u64, language: MessageLanguage) -> String {
    format!("{}{}{}", grouped(tenths / 10, language), either(language, ",", "."), tenths % 10)
}

/// `8,4 MB`; a million bytes are one.
pub(super) fn megabytes(bytes: u64, language: MessageLanguage) -> String {
    format!("{} MB", decimal(bytes / 100_000, language))
}

/// `12,4 detik`, cut after one decimal.
pub(super) fn seconds(took: Duration, language: MessageLanguage) -> String {
    let tenths = u64::try_from(took.as_millis() / 100).unwrap_or(u64::MAX);
    format!("{} {}", decimal(tenths, language), either(language, "detik", "seconds"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_follow_the_language() {
        assert_eq!(grouped(1_234_567, MessageLanguage::Id), "1.234.567");
        assert_eq!(grouped(999, MessageLanguage::En), "999");
        assert_eq!(megabytes(8_440_000, MessageLanguage::Id), "8,4 MB");
        assert_eq!(seconds(Duration::from_millis(12_390), MessageLanguage::En), "12.3 seconds");
        assert_eq!(
            (counted(1, "page", "pages"), counted(1_200, "page", "pages")),
            ("1 page".into(), "1,200 pages".into())
        );
    }
}
