//! What the page shows of a profile before its engine is there: the prices, as they were typed. They hold as long as
//! the profile has the text that the build saw, which the page tells by its hash.

use std::sync::Arc;

use data_encoding::BASE64;
use serde_json::{Map, Value, json};
use sha2::{Digest, Sha256};

use crate::amend::{self, Part, TypedValue};
use crate::finding::{Findings, SourceFile};
use crate::keys::PROFILE;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;

/// Keys of a product that the list of prices shows, all of which its page tells, too.
const SHOWN: [&str; 4] = ["nama", "harga", "stok", "per_tanggal"];
/// The same of a variant.
const SHOWN_OF_VARIANTS: [&str; 2] = ["nama", "harga"];

/// Claims the prices of a profile, below the `root` of its cooperative. Of one that no form can change, nothing.
pub(crate) fn claim_prices(profile: &Arc<SourceFile>, root: &str, plan: &mut Plan, findings: &mut Findings) {
    let Ok(typed) = amend::read(profile, Part::Whole(&PROFILE)) else { return };
    let hash = BASE64.encode(&Sha256::digest(profile.text.as_bytes()));
    let prices = json!({ "sha256": hash, "values": { "produk": goods(&typed.root) } });
    let path = SitePath::new(format!("{root}{}", routes::MANAGE_PRICES));
    plan.claim(path, Output::Page(prices.to_string().into_bytes()), findings);
}

fn goods(root: &TypedValue) -> Value {
    match entry(root, "produk") {
        Some(TypedValue::List(items)) => items.iter().map(good).collect(),
        Some(one @ TypedValue::Map(_)) => good(one),
        _ => json!([]),
    }
}

fn good(product: &TypedValue) -> Value {
    let mut shown = texts(product, &SHOWN);
    match entry(product, "varian") {
        Some(TypedValue::List(items)) => {
            let variants = items.iter().map(|variant| Value::from(texts(variant, &SHOWN_OF_VARIANTS)));
            shown.insert("varian".to_owned(), variants.collect());
        }
        Some(one @ TypedValue::Map(_)) => {
            shown.insert("varian".to_owned(), texts(one, &SHOWN_OF_VARIANTS).into());
        }
        _ => {}
    }
    shown.into()
}

fn texts(value: &TypedValue, names: &[&str]) -> Map<String, Value> {
    let text = |name: &&str| match entry(value, name)? {
        TypedValue::Text(text) => Some(((*name).to_owned(), Value::from(text.as_str()))),
        _ => None,
    };
    names.iter().filter_map(text).collect()
}

fn entry<'v>(value: &'v TypedValue, name: &str) -> Option<&'v TypedValue> {
    let TypedValue::Map(entries) = value else { return None };
    entries.iter().find(|(key, _)| key == name).map(|(_, value)| value)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prices(text: &str) -> Option<String> {
        let (mut plan, mut findings) = (Plan::new(), Findings::new());
        claim_prices(&SourceFile::new("content/kpc/profil.yaml", text), "kpc/", &mut plan, &mut findings);
        let bytes = plan.get("kpc/kelola.json")?.bytes()?.to_vec();
        Some(String::from_utf8(bytes).expect("UTF-8"))
    }

    #[test]
    fn it_tells_prices_as_they_were_typed_and_nothing_that_no_page_shows() {
        let text = "nama: KPC\ncatatan: rahasia\nproduk:\n  - {nama: Kopi, harga: 35.000, keterangan: a}\n  - nama: Teh\n    \
                    varian: [{nama: Kecil, harga: Rp 9.000, kode: X1}]\n    per_tanggal: 2026-11-01\n";
        assert_eq!(
            prices(text).as_deref(),
            Some(
                r#"{"sha256":"bBzaQWbBgJ1CWrWrfrqCOEvGBzRgWaDIwXKijxyemZs=","values":{"produk":[{"nama":"Kopi","harga":"35.000"},{"nama":"Teh","per_tanggal":"2026-11-01","varian":[{"nama":"Kecil","harga":"Rp 9.000"}]}]}}"#
            )
        );
    }

    #[test]
    fn a_profile_that_no_form_can_change_has_none() {
        assert_eq!(prices("nama: [\n"), None);
        assert!(prices("nama: KPC\n").is_some_and(|json| json.ends_with(r#""values":{"produk":[]}}"#)));
    }
}
