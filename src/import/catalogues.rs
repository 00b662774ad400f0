//! Finds the catalogue that a sheet is, among all that are known.

use super::formats::Catalogue;
use super::shops::SHOPS;
use super::tills::TILLS;

/// Every catalogue that is known.
fn all() -> impl Iterator<Item = &'static Catalogue> {
    SHOPS.iter().chain(TILLS)
}

/// The catalogue whose heads these are, folded.
pub(super) fn known_by(heads: &[String]) -> Option<&'static Catalogue> {
    let has = |wanted: &&str| heads.iter().any(|head| head == *wanted);
    all().find(|catalogue| catalogue.signature.iter().all(has))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::formats::Take;
    use crate::import::formats::Take::{Own, Price};
    use crate::import::kind::key_at;
    use crate::keys::PRODUCT;

    #[test]
    fn every_catalogue_names_its_source_and_fills_keys_that_there_are() {
        for catalogue in all() {
            let (_, day) = catalogue.source.rsplit_once(", ").expect("a source and a day");
            assert!(crate::model::Date::strptime("%Y-%m-%d", day).is_ok(), "{}", catalogue.name);
            let has = |take: Take| catalogue.columns.iter().any(|(_, known)| *known == take);
            assert!(has(Own("nama")) && (has(Price) || has(Own("harga"))), "{}", catalogue.name);
            for (head, take) in catalogue.columns {
                assert_eq!(
                    crate::import::words::fold(head.trim_end_matches('*')),
                    head.trim_end_matches('*')
                );
                if let Own(path) = take {
                    assert!(key_at(&PRODUCT, path).is_some(), "{path}");
                }
            }
        }
    }
}
