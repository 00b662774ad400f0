//! How much of a good page a profile gives: a score for monitoring, and the keys that would raise it.

use serde::{Deserialize, Serialize};

use crate::model::{Cooperative, Group, Kind};

/// Score and what is missing for the rest.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Completeness {
    /// 0 to 100.
    #[serde(default)]
    pub score: u8,
    /// Keys of the profile that are missing, the weightiest first: `sampul`, `produk.harga`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub missing: Vec<String>,
}

impl Completeness {
    /// Of a cooperative. Name and contact are always there and count for nothing; what does not apply (a
    /// legal entity of a pupils' cooperative, goods of one that saves and lends, or that runs outlets) is left out of
    /// the sum.
    pub(super) fn of(cooperative: &Cooperative) -> Self {
        let asked = asked(cooperative);
        let all: u32 = asked.iter().map(|(weight, ..)| weight).sum();
        let there: u32 = asked.iter().filter(|(.., there)| *there).map(|(weight, ..)| weight).sum();
        let mut missing: Vec<_> = asked.iter().filter(|(.., there)| !there).collect();
        missing.sort_by_key(|(weight, ..)| std::cmp::Reverse(*weight));
        Self {
            score: u8::try_from(there * 100 / all).unwrap_or(100),
            missing: missing.iter().map(|(_, key, _)| (*key).to_owned()).collect(),
        }
    }
}

/// Weight, key and whether it is there. What a buyer needs weighs most, then what makes trust.
fn asked(cooperative: &Cooperative) -> Vec<(u32, &'static str, bool)> {
    let products = &cooperative.products;
    let has_products = !products.is_empty();
    let sells =
        has_products || (cooperative.kind != Some(Kind::SavingsAndLoan) && cooperative.outlets.is_empty());
    let goods = [
        (10, "produk", has_products),
        (10, "produk.foto", has_products && products.iter().all(|product| !product.photos.is_empty())),
        (10, "produk.harga", has_products && products.iter().all(|product| product.price.is_some())),
        (6, "produk.satuan", has_products && products.iter().all(|product| product.unit.is_some())),
        (6, "produk.per_tanggal", has_products && products.iter().all(|product| product.priced_on.is_some())),
    ];
    let mut asked = if sells { goods.to_vec() } else { Vec::new() };
    asked.extend([
        (8, "kontak.whatsapp", cooperative.contact.whatsapp.is_some()),
        (8, "tentang", cooperative.about.is_some()),
        (6, "sampul", cooperative.cover.is_some()),
        (6, "wilayah", cooperative.region.is_some()),
        (4, "jenis", cooperative.kind.is_some()),
        (4, "alamat", cooperative.address.is_some()),
        (4, "buka", cooperative.hours.is_some()),
        (4, "gabung", cooperative.joining.is_some()),
        (4, "rat", !cooperative.meetings.is_empty()),
        (3, "shu", cooperative.surplus.is_some()),
        (3, "pengurus", !cooperative.officers.is_empty()),
        (2, "slogan", cooperative.slogan.is_some()),
        (2, "koordinat", cooperative.coordinates.is_some()),
        (2, "peluang", !cooperative.openings.is_empty()),
        (2, "cerita", !cooperative.stories.is_empty()),
    ]);
    if cooperative.group != Some(Group::Pupils) {
        asked.push((5, "legal.badan_hukum", cooperative.legal.entity_number.is_some()));
        asked.push((3, "legal.nib", cooperative.legal.business_number.is_some()));
    }
    asked
}
