//! The months in which something is harvested or made, as people write them.

use std::collections::BTreeSet;

use super::findings::time as finding;
use super::mapping::Keys;
use super::months::MONTHS;
use crate::finding::Findings;
use crate::model::Season;

/// Every month that a text names, in order: `1-4, 10-12`, `Januari`. `None` if a part of it is none.
pub(super) fn months_of(text: &str) -> Option<BTreeSet<u8>> {
    text.split(',').map(months).try_fold(BTreeSet::new(), |mut all, months| {
        all.extend(months?);
        Some(all)
    })
}

/// `musim: [1-4, 10-12]`.
pub(super) fn read_season(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<Season> {
    let mut all = Vec::new();
    for typed in keys.scalars("musim", findings) {
        for part in typed.text.split(',') {
            match months(part) {
                Some(months) => {
                    if let Some(meant) = months_of_a_date(part) {
                        findings.push(finding::months_of_a_date(typed, part.trim(), &meant));
                    }
                    all.extend(months);
                }
                None => findings.push(finding::not_months(typed)),
            }
        }
    }
    Season::from_months(all)
}

/// The months that a spreadsheet turned into a day: `1-4` into `4-Jan` or `1-Apr`, by the country that it is set to.
fn months_of_a_date(text: &str) -> Option<String> {
    let (first, last) = text.trim().split_once('-')?;
    let is_number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let month = |part: &str| months(part).and_then(|months| months.first().copied());
    match (is_number(first), is_number(last)) {
        (true, false) => Some(format!("{}-{}", month(last)?, first)),
        (false, true) => Some(format!("{}-{}", month(first)?, last)),
        _ => None,
    }
}

/// `4`, `1-4`, `11-2`, `Januari-April`.
fn months(text: &str) -> Option<Vec<u8>> {
    let month = |text: &str| {
        let text = text.trim().to_lowercase();
        let by_name =
            MONTHS.iter().position(|name| *name == text || (text.len() >= 3 && name.starts_with(&text)));
        let number = by_name.and_then(|index| u8::try_from(index + 1).ok()).or_else(|| text.parse().ok());
        number.filter(|number| (1..=12).contains(number))
    };
    match text.split_once(['-', '–']) {
        None => month(text).map(|month| vec![month]),
        Some((first, last)) => {
            let (first, last) = (month(first)?, month(last)?);
            let count = (last + 12 - first) % 12 + 1;
            Some((0..count).map(|step| (first + step - 1) % 12 + 1).collect())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_of_months_may_pass_the_end_of_the_year() {
        assert_eq!(months("11-2"), Some(vec![11, 12, 1, 2]));
        assert_eq!(months("Januari-Maret"), Some(vec![1, 2, 3]));
        assert_eq!(months("13"), None);
        assert_eq!(months("0-3"), None);
    }
}
