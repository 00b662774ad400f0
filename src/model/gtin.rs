//! The number below the bars on a package.

/// How many digits a GTIN has.
const LENGTHS: [usize; 4] = [8, 12, 13, 14];

/// A number of 8, 12, 13 or 14 digits, the last of which checks the others. Source: GS1 General Specifications,
/// sections 1.4 (prefixes) and 7.9 (check digit).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gtin(String);

impl Gtin {
    /// A number of nothing but digits; `None` if there are too few or too many, or the last one is wrong.
    /// ```
    /// # use etalase::model::Gtin;
    /// assert_eq!(Gtin::parse("9520000000011").map(|gtin| gtin.in_14()).as_deref(), Some("09520000000011"));
    /// assert_eq!(Gtin::parse("9520000000012"), None);
    /// ```
    pub fn parse(digits: &str) -> Option<Self> {
        let (before, last) = digits.split_at_checked(digits.len().checked_sub(1)?)?;
        let check = Self::check_digit(before)?;
        let is_sound = Self::has_length(digits) && last.chars().next()?.to_digit(10) == Some(check);
        is_sound.then(|| Self(digits.to_owned()))
    }

    /// True if it is as long as a GTIN may be.
    pub fn has_length(digits: &str) -> bool {
        LENGTHS.contains(&digits.len())
    }

    /// The digit that belongs behind others: from the right they count three times and once in turn, and all add up to
    /// a multiple of ten. `None` where something else than digits stands among them.
    pub fn check_digit(before: &str) -> Option<u32> {
        let digits: Option<Vec<u32>> = before.chars().rev().map(|c| c.to_digit(10)).collect();
        let weighed =
            digits?.iter().enumerate().map(|(n, digit)| digit * if n % 2 == 0 { 3 } else { 1 }).sum::<u32>();
        Some((10 - weighed % 10) % 10)
    }

    /// As it was typed.
    pub fn digits(&self) -> &str {
        &self.0
    }

    /// The same in 14 digits, in which two spellings of one number are equal.
    pub fn in_14(&self) -> String {
        format!("{:0>14}", self.0)
    }

    /// True for a number that means something in one shop only, such as those that scales print: other programs refuse
    /// it. The prefixes are 02, 04 and 2, of eight digits 0 and 2.
    pub fn is_internal(&self) -> bool {
        if self.0.len() == 8 {
            return self.0.starts_with(['0', '2']);
        }
        let in_13 = &self.in_14()[1..];
        ["02", "04", "2"].iter().any(|prefix| in_13.starts_with(prefix))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_digit_checks_the_others_at_each_length() {
        for digits in ["95200002", "012345678905", "9520000000011", "19520000000018", "00000000"] {
            assert_eq!(Gtin::parse(digits).map(|gtin| gtin.0).as_deref(), Some(digits), "{digits}");
            let (before, last) = digits.split_at(digits.len() - 1);
            for other in ('0'..='9').filter(|other| !last.contains(*other)) {
                assert_eq!(Gtin::parse(&format!("{before}{other}")), None, "{before}{other}");
            }
        }
        for digits in [
            "",
            "1",
            "abcdefgh",
            "9520000a",
            "952000000001",
            "952 000000001",
            "95200000000é",
            "٩٥٢٠٠٠٠٠٠٠٠١١",
        ] {
            assert_eq!(Gtin::parse(digits), None, "{digits}");
        }
    }

    #[test]
    fn numbers_of_one_shop_are_told_from_those_of_the_world() {
        let is_internal = |before: &str| {
            let last = Gtin::check_digit(before).expect("digits");
            Gtin::parse(&format!("{before}{last}")).expect("sound").is_internal()
        };
        for before in [
            "200000000001",
            "299999999999",
            "020000000001",
            "40000000001",
            "1200000000001",
            "2000001",
            "0000001",
        ] {
            assert!(is_internal(before), "{before}");
        }
        for before in ["952000000001", "899000000001", "01234567890", "1952000000001", "9520000"] {
            assert!(!is_internal(before), "{before}");
        }
    }
}
