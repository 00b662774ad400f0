//! Numbers by which a cooperative is known again, whatever it is called.

use super::words::fold;

/// A number by which a cooperative is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Number {
    /// Its key in a profile.
    pub(super) path: &'static str,
    /// What it is called, in both languages.
    pub(super) called: (&'static str, &'static str),
    /// True if no two cooperatives have the same.
    pub(super) is_of_one: bool,
}

/// The numbers that tell, the surest first.
pub(super) const NUMBERS: &[Number] = &[
    Number { path: "legal.nik_koperasi", called: ("NIK koperasi", "register number (NIK)"), is_of_one: true },
    Number {
        path: "legal.badan_hukum",
        called: ("nomor badan hukum", "number as a legal entity"),
        is_of_one: true,
    },
    Number { path: "kontak.whatsapp", called: ("nomor WhatsApp", "WhatsApp number"), is_of_one: false },
];

/// Fewer letters and digits are no number, but a word such as `ada`.
const LEAST_LETTERS: usize = 5;

/// A number as it is compared; `None` for what is none.
pub(super) fn compared(number: &Number, typed: &str) -> Option<String> {
    let digits = || typed.chars().filter(char::is_ascii_digit).collect::<String>();
    let text = match number.path {
        "legal.badan_hukum" => fold(typed).replace(' ', ""),
        "kontak.whatsapp" => {
            let digits = digits();
            digits.strip_prefix("62").unwrap_or(&digits).trim_start_matches('0').to_owned()
        }
        _ => digits(),
    };
    (text.len() >= LEAST_LETTERS && text.contains(|c: char| c.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_a_number_are_one_and_words_are_none() {
        let same = |number: usize, a: &str, b: &str| {
            assert_eq!(compared(&NUMBERS[number], a), compared(&NUMBERS[number], b));
            assert!(compared(&NUMBERS[number], a).is_some(), "{a}");
        };
        same(0, "3204 0112 34567", "3204011234567");
        same(1, "518/1/BH/2001", "518 / 1 / bh / 2001");
        same(2, "+62 812-0000-0001", "081200000001");
        for (number, text) in [(0, "belum ada"), (1, "proses"), (1, "ada"), (2, "0")] {
            assert_eq!(compared(&NUMBERS[number], text), None, "{text}");
        }
    }
}
