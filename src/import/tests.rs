//! Random sheets, and what comes of them.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::finding::SourceFile;
use crate::model::{Date, Rupiah};
use crate::source::Folder;

const TODAY: Date = Date::constant(2026, 11, 24);

/// What one row sells.
#[derive(Debug, Clone)]
struct Goods {
    name: String,
    price: u32,
    member_price: Option<u32>,
    unit: &'static str,
    stock: &'static str,
}

fn goods() -> impl Strategy<Value = Goods> {
    let name = "[A-Z][a-z]{2,8}( [a-z]{3,8}){0,2}";
    // Less than Rp 1.000 beside a million is told as thousands that are lost.
    let price = (1_u32..40_000).prop_map(|hundreds| hundreds * 100 + 1_000);
    let unit = prop::sample::select(vec!["kg", "bungkus", "botol 500 ml", "ikat"]);
    let stock = prop::sample::select(vec!["tersedia", "terbatas", "habis", "pesan-dulu"]);
    (name, price, any::<bool>(), unit, stock).prop_map(|(name, price, has_member_price, unit, stock)| Goods {
        name,
        price,
        member_price: has_member_price.then_some(price - 100),
        unit,
        stock,
    })
}

/// Ways in which people write an amount.
fn written(amount: u32, way: usize) -> String {
    let grouped = {
        let digits = amount.to_string();
        let mut out = String::new();
        for (index, c) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push('.');
            }
            out.push(c);
        }
        out
    };
    match way % 5 {
        0 => format!("Rp {grouped}"),
        1 => grouped,
        2 => amount.to_string(),
        3 => format!("Rp{grouped},00"),
        _ => format!("Rp. {grouped},-"),
    }
}

/// All rows of one cooperative. Where commas part cells, amounts have none.
fn sheet(goods: &[Goods], delimiter: char, way: usize) -> String {
    let row = |cells: &[&str]| cells.join(&delimiter.to_string()) + "\n";
    let heads = ["Koperasi", "No. WA", "Nama Barang", "Hrg Jual", "Harga Anggota", "Satuan", "Stok"];
    let mut sheet =
        format!("DAFTAR HARGA{}\n\n", delimiter.to_string().repeat(heads.len() - 1)) + &row(&heads);
    for (index, one) in goods.iter().enumerate() {
        let amount =
            |amount: u32| written(amount, if delimiter == ',' { (way + index) % 3 } else { way + index });
        let member = one.member_price.map_or_else(String::new, amount);
        sheet += &row(&[NAME, "0812-0000-0001", &one.name, &amount(one.price), &member, one.unit, one.stock]);
    }
    sheet
}

const NAME: &str = "Koperasi Contoh";

fn order(sheet: &str) -> Order {
    Order {
        files: vec![Given { name: "barang.csv".into(), bytes: sheet.as_bytes().to_vec() }],
        only: None,
        map: HeadMap::default(),
        accepts: false,
        drops_missing: false,
        today: TODAY,
    }
}

/// The goods of a profile: name, price, price for members.
fn sold(text: &str) -> Vec<(String, Option<u64>, Option<u64>)> {
    let settings = Settings::for_day(TODAY);
    let folder = Folder {
        name: "kpc".into(),
        path: "content/kpc".into(),
        profile: Some(SourceFile::new("content/kpc/profil.yaml", text)),
        stories: Vec::new(),
        photos: BTreeMap::new(),
    };
    let mut findings = Findings::new();
    let profile = content::parse_profile(&folder, &settings, &mut findings);
    let cooperative = content::read_cooperative(&profile, None, &mut findings).expect("a cooperative");
    let amount = |price: Option<Rupiah>| price.map(Rupiah::amount);
    let products = cooperative.products.iter();
    products
        .map(|one| (one.name.original().to_owned(), amount(one.price), amount(one.member_price)))
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_a_sheet_sells_the_profile_sells(
        goods in prop::collection::vec(goods(), 1..12),
        delimiter in prop::sample::select(vec![';', '\t', ',']),
        way in 0_usize..5,
    ) {
        let mut goods = goods;
        goods.sort_by_key(|one| words::fold(&one.name));
        goods.dedup_by_key(|one| words::fold(&one.name));
        let text = sheet(&goods, delimiter, way);
        let mut findings = Findings::new();
        let settings = Settings::for_day(TODAY);
        let profiles = prepare(None, &settings, &order(&text), &mut findings).expect("no disk is asked").profiles;
        prop_assert!(!findings.has_error(), "{}\n{text}", findings.brief());
        let wanted: Vec<_> = goods
            .iter()
            .map(|one| (one.name.clone(), Some(one.price.into()), one.member_price.map(u64::from)))
            .collect();
        prop_assert_eq!(sold(&profiles[0].text), wanted, "{}", text);
    }

    #[test]
    fn no_text_stops_an_import(text in "[a-zA-Z0-9;,\t\n \"'.()/-]{0,400}") {
        let mut findings = Findings::new();
        prepare(None, &Settings::for_day(TODAY), &order(&text), &mut findings).expect("no disk is asked");
    }
}
