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

/// Shares an amount by weights so that the parts add up to it exactly: each part is rounded down, and the
/// rupiah left over go to the largest remainders, the first of equal ones first. All weights 0: all parts 0.
/// ```
/// # use etalase::model::{Rupiah, split_exactly};
/// let parts = split_exactly(Rupiah::new(100).unwrap(), &[1, 1, 1]);
/// assert_eq!(parts.iter().map(|part| part.amount()).collect::<Vec<_>>(), [34, 33, 33]);
/// ```
pub fn split_exactly(amount: Rupiah, weights: &[u64]) -> Vec<Rupiah> {
    let whole: u128 = weights.iter().map(|weight| u128::from(*weight)).sum();
    if whole == 0 {
        return vec![Rupiah::default(); weights.len()];
    }
    let products = || weights.iter().map(|weight| u128::from(amount.0) * u128::from(*weight));
    let mut parts: Vec<u128> = products().map(|product| product / whole).collect();
    let left = u128::from(amount.0) - parts.iter().sum::<u128>();
    let mut by_remainder: Vec<(usize, u128)> =
        products().map(|product| product % whole).enumerate().collect();
    by_remainder.sort_by_key(|(_, remainder)| std::cmp::Reverse(*remainder));
    for (index, _) in by_remainder.into_iter().take(usize::try_from(left).unwrap_or(usize::MAX)) {
        parts[index] += 1;
    }
    let part = |part| Rupiah(u64::try_from(part).expect("a part is not larger than the whole"));
    parts.into_iter().map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(amount: u64, weights: &[u64]) -> Vec<u64> {
        split_exactly(Rupiah::new(amount).expect("in range"), weights).iter().map(|part| part.0).collect()
    }

    #[test]
    fn parts_add_up_and_the_largest_remainders_get_what_is_left() {
        // 10 / 7: 1.43, 2.86, 5.71: down to 1, 2, 5; two rupiah are left, for .86 and .71.
        assert_eq!(split(10, &[1, 2, 4]), [1, 3, 6]);
        assert_eq!(split(0, &[1, 2]), [0, 0]);
        assert_eq!(split(5, &[0, 0]), [0, 0]);
        assert_eq!(split(5, &[]), [0_u64; 0]);
        let most = Rupiah::MAX.0;
        assert_eq!(split(most, &[most, most, most]).iter().sum::<u64>(), most);
    }

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
