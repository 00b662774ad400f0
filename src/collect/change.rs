//! What differs between two summaries of one cooperative.

use std::collections::BTreeMap;

use crate::summary::Summary;

/// Something that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Change {
    /// The price of a product.
    Price(PriceChange),
    /// A product that was not there, by its slug.
    ProductNew(String),
    /// A product that is there no more, by its slug.
    ProductGone(String),
    /// Another value, by its field of `etalase.json`.
    Value {
        /// `name`.
        field: &'static str,
        /// Empty where there was none.
        before: String,
        /// Empty where there is none.
        after: String,
    },
    /// Anything else.
    Other,
}

/// A price before and now, in rupiah.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PriceChange {
    pub(crate) slug: String,
    pub(crate) before: u64,
    pub(crate) after: u64,
}

/// What differs, values first, then prices, then goods that came and went. `Other` alone if it is nothing of these.
pub(super) fn changes(before: &Summary, after: &Summary) -> Vec<Change> {
    if before == after {
        return Vec::new();
    }
    let mut all = value_changes(before, after);
    let [old, new] = [goods(before), goods(after)];
    for (slug, after) in &new {
        if let (Some(Some(before)), Some(after)) = (old.get(slug), after)
            && before != after
        {
            let (slug, before, after) = ((*slug).to_owned(), *before, *after);
            all.push(Change::Price(PriceChange { slug, before, after }));
        }
    }
    let added = new.keys().filter(|slug| !old.contains_key(*slug));
    all.extend(added.map(|slug| Change::ProductNew((*slug).to_owned())));
    let gone = old.keys().filter(|slug| !new.contains_key(*slug));
    all.extend(gone.map(|slug| Change::ProductGone((*slug).to_owned())));
    if all.is_empty() { vec![Change::Other] } else { all }
}

fn value_changes(before: &Summary, after: &Summary) -> Vec<Change> {
    let values = |summary: &Summary| {
        [
            ("name", summary.name.clone()),
            ("slug", summary.slug.clone()),
            ("region", summary.region.as_ref().map(|region| region.code.clone()).unwrap_or_default()),
            ("whatsapp", summary.whatsapp.clone().unwrap_or_default()),
            ("updated", summary.updated.map(|day| day.to_string()).unwrap_or_default()),
        ]
    };
    let pairs = values(before).into_iter().zip(values(after));
    let differing = pairs.filter(|((_, before), (_, after))| before != after);
    differing.map(|((field, before), (_, after))| Change::Value { field, before, after }).collect()
}

/// Goods by slug, with their price if it is known.
fn goods(summary: &Summary) -> BTreeMap<&str, Option<u64>> {
    let shown = summary.products.shown.iter().map(|product| (product.slug.as_str(), product.price));
    let others = summary.products.prices.iter().map(|(slug, price)| (slug.as_str(), Some(*price)));
    others.chain(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(rest: &str) -> Summary {
        let json = format!(r#"{{"etalase":1,"slug":"susu","name":"Susu"{rest}}}"#);
        Summary::parse(json.as_bytes()).expect("sound")
    }

    #[test]
    fn prices_goods_and_values_are_told_each() {
        let before = summary(
            r#","whatsapp":"6281000000000","products":{"count":2,"shown":[
                {"slug":"a","name":"A","price":1000},{"slug":"b","name":"B"}],"prices":{"c":3000}}"#,
        );
        let after = summary(
            r#","products":{"count":3,"shown":[{"slug":"a","name":"A","price":1100},{"slug":"d","name":"D"}],
                "prices":{"c":3000}}"#,
        );
        let whatsapp =
            Change::Value { field: "whatsapp", before: "6281000000000".to_owned(), after: String::new() };
        let price = PriceChange { slug: "a".to_owned(), before: 1000, after: 1100 };
        assert_eq!(
            changes(&before, &after),
            [
                whatsapp,
                Change::Price(price),
                Change::ProductNew("d".to_owned()),
                Change::ProductGone("b".to_owned())
            ]
        );
        assert_eq!(changes(&before, &before), []);
        assert_eq!(changes(&summary(""), &summary(r#","slogan":"Segar""#)), [Change::Other]);
    }
}
