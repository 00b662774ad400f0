//! Money and shares. Rupiah are whole: there is no smaller unit in use.

use std::iter::Sum;
use std::ops::Add;

/// An amount of whole rupiah, never negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Rupiah(u64);

impl Rupiah {
    /// The largest amount that a profile may state: 999 trillion, far above any cooperative's surplus and
    /// far below what a browser's numbers hold exactly (2^53).
    pub const MAX: Self = Self(999_999_999_999_999);

    /// An amount; `None` above `MAX`.
    pub fn new(amount: u64) -> Option<Self> {
        (amount <= Self::MAX.0).then_some(Self(amount))
    }

    /// The number of rupiah.
    pub fn amount(self) -> u64 {
        self.0
    }

    /// A part of this amount, rounded down to whole rupiah.
    #[must_use]
    pub fn share(self, percent: Percent) -> Self {
        let part = u128::from(self.0) * u128::from(percent.hundredths()) / 10_000;
        Self(u64::try_from(part).expect("a share of at most 100 % is not larger than the whole"))
    }
}

impl Add for Rupiah {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.saturating_add(other.0))
    }
}

impl Sum for Rupiah {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

/// A share between 0 and 100 %, exact to a hundredth of a percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Percent(u16);

impl Percent {
    /// All of it.
    pub const WHOLE: Self = Self(10_000);

    /// From hundredths of a percent: 4000 is 40 %. `None` above 100 %.
    pub fn from_hundredths(hundredths: u32) -> Option<Self> {
        u16::try_from(hundredths).ok().filter(|value| *value <= 10_000).map(Self)
    }

    /// Hundredths of a percent.
    pub fn hundredths(self) -> u16 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_rounded_down_and_cannot_overflow() {
        let forty = Percent::from_hundredths(4_000).expect("40 %");
        assert_eq!(Rupiah::new(99).expect("small").share(forty).amount(), 39);
        assert_eq!(Rupiah::MAX.share(Percent::WHOLE), Rupiah::MAX);
    }

    #[test]
    fn amounts_above_the_limit_do_not_exist() {
        assert_eq!(Rupiah::new(Rupiah::MAX.amount() + 1), None);
    }
}
