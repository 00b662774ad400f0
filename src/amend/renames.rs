//! Addresses of products that get another name. A link that was shared, or printed as a code, leads to the name that
//! the product had then: so whoever renames it keeps that name in `alamat_lama`.

use std::collections::BTreeSet;

use super::read::{Typed, TypedValue};
use crate::model::Slug;

/// What else to set where values give products other addresses: their `alamat_lama`, one address in a line, with what
/// stands there already. `values` are as `edit` takes them. Nothing for a product whose values name `alamat_lama`
/// themselves, and nothing of an address that another product has now.
pub(crate) fn kept_addresses(typed: &Typed, values: &[(String, String)]) -> Vec<(String, String)> {
    let Some(TypedValue::List(products)) = typed.get("produk") else { return Vec::new() };
    let set = |path: &str| values.iter().find(|(other, _)| other == path).map(|(_, text)| text.trim());
    let products: Vec<Product> = (1..=products.len())
        .map(|number| {
            let at = format!("produk[{number}]");
            let of = |key: &str| format!("{at}.{key}");
            let was = |key: &str| typed.text(&of(key)).unwrap_or_default();
            let is = |key: &str| set(&of(key)).unwrap_or_else(|| was(key));
            Product {
                before: address(was("id"), was("nama")),
                after: address(is("id"), is("nama")),
                old: typed.get(&of("alamat_lama")).map(lines).unwrap_or_default(),
                is_told: set(&of("alamat_lama")).is_some(),
                at,
            }
        })
        .collect();
    let taken: BTreeSet<&Slug> = products.iter().filter_map(|product| product.after.as_ref()).collect();
    products.iter().filter_map(|product| product.kept(&taken)).collect()
}

struct Product {
    /// Its path.
    at: String,
    before: Option<Slug>,
    after: Option<Slug>,
    /// Addresses that it had before.
    old: Vec<String>,
    /// Somebody says what they are.
    is_told: bool,
}

impl Product {
    fn kept(&self, taken: &BTreeSet<&Slug>) -> Option<(String, String)> {
        let (before, after) = (self.before.as_ref()?, self.after.as_ref()?);
        if before == after || self.is_told {
            return None;
        }
        let mut kept: Vec<&str> =
            self.old.iter().map(String::as_str).filter(|old| *old != after.as_str()).collect();
        if !taken.contains(before) && !kept.contains(&before.as_str()) {
            kept.push(before.as_str());
        }
        let is_same = self.old.iter().map(String::as_str).eq(kept.iter().copied());
        (!is_same).then(|| (format!("{}.alamat_lama", self.at), kept.join("\n")))
    }
}

/// What a product is called in addresses: its `id`, or its name.
fn address(id: &str, name: &str) -> Option<Slug> {
    if id.is_empty() { Slug::from_name(name) } else { Slug::parse(id) }
}

fn lines(value: &TypedValue) -> Vec<String> {
    match value {
        TypedValue::Text(text) if text.is_empty() => Vec::new(),
        TypedValue::Text(text) => vec![text.clone()],
        TypedValue::List(items) => items.iter().flat_map(lines).collect(),
        TypedValue::Map(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Part, edit, read};
    use super::*;
    use crate::finding::SourceFile;
    use crate::keys::PROFILE;

    const SHOP: &str = "\
produk:
  - nama: Susu segar
    harga: Rp 12.500
  - nama: Keju
    id: keju-muda
    alamat_lama: [keju, keju-segar]
  - {nama: Yoghurt, alamat_lama: yogurt}
";

    /// The whole text after values were set, with the addresses that are kept.
    fn renamed(values: &[(&str, &str)]) -> String {
        let file = SourceFile::new("profil.yaml", SHOP);
        let part = Part::Whole(&PROFILE);
        let owned = |(path, text): &(&str, &str)| ((*path).to_owned(), (*text).to_owned());
        let mut values: Vec<(String, String)> = values.iter().map(owned).collect();
        values.extend(kept_addresses(&read(&file, part).expect("values"), &values));
        edit(Some(&file), "profil.yaml", part, &values, &[]).expect("an edit").text
    }

    #[test]
    fn a_product_with_another_name_is_still_found_at_the_old_address() {
        assert_eq!(
            renamed(&[("produk[1].nama", "Susu murni")]),
            SHOP.replace(
                "Susu segar\n    harga: Rp 12.500\n",
                "Susu murni\n    harga: Rp 12.500\n    alamat_lama: [susu-segar]\n"
            )
        );
    }

    #[test]
    fn what_was_kept_before_stays_and_a_name_that_is_back_goes_out() {
        assert_eq!(
            renamed(&[("produk[2].id", "keju")]),
            SHOP.replace("id: keju-muda", "id: keju")
                .replace("[keju, keju-segar]", "[keju-segar, keju-muda]")
        );
        assert_eq!(
            renamed(&[("produk[3].nama", "Yogurt")]),
            SHOP.replace("{nama: Yoghurt, alamat_lama: yogurt}", "{nama: Yogurt, alamat_lama: yoghurt}")
        );
    }

    #[test]
    fn nothing_is_kept_where_the_address_stays_or_another_product_has_it() {
        for values in [
            &[("produk[1].nama", "SUSU SEGAR!")][..],
            &[("produk[2].nama", "Keju muda")],
            &[("produk[1].harga", "13000")],
        ] {
            assert!(!renamed(values).contains("susu-segar"), "{values:?}");
            assert_eq!(renamed(values).matches("alamat_lama").count(), 2, "{values:?}");
        }
        let swapped = renamed(&[("produk[1].nama", "Yoghurt"), ("produk[3].nama", "Susu segar")]);
        assert_eq!(swapped.matches("alamat_lama").count(), 2, "{swapped}");
        let told = renamed(&[("produk[1].nama", "Susu murni"), ("produk[1].alamat_lama", "susu-pagi")]);
        assert!(told.contains("alamat_lama: [susu-pagi]\n"), "{told}");
    }
}
