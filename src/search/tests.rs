//! Whole indexes of small portals.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::*;
use crate::model::Slug;

fn summary(slug: &str, region: &str, rest: &str) -> Summary {
    let json = format!(
        r#"{{"etalase":1,"slug":"{slug}","name":"Koperasi {slug}","languages":["id"],
            "region":{{"code":"{region}","regency":"Kabupaten {region}","district":"Kecamatan {region}"}}{rest}}}"#
    );
    Summary::parse(json.as_bytes()).expect("a sound summary")
}

fn selling(slug: &str, region: &str, goods: &[&str]) -> Summary {
    let shown: Vec<Value> = goods
        .iter()
        .map(|name| json!({"slug": Slug::from_name(name).expect("a name").as_str(), "name": name}))
        .collect();
    summary(slug, region, &format!(r#","products":{{"count":{},"shown":{}}}"#, goods.len(), json!(shown)))
}

fn files(summaries: &[Summary]) -> BTreeMap<String, Value> {
    let (mut plan, mut findings) = (Plan::new(), Findings::new());
    let settings = Settings::for_day(jiff::civil::date(2026, 11, 24));
    claim_index(&summaries.iter().collect::<Vec<_>>(), &settings, &mut plan, &mut findings);
    assert!(findings.is_empty(), "{}", findings.brief());
    let json = |output: &Output| serde_json::from_slice(output.bytes().expect("bytes")).expect("JSON");
    plan.iter().map(|(path, output)| (path.as_str().to_owned(), json(output))).collect()
}

#[test]
fn who_has_a_word_stands_in_the_file_of_its_beginning() {
    let files =
        files(&[selling("b", "32.05.01", &["Jeruk", "Kopi bubuk"]), selling("a", "32.04.15", &["Kopi"])]);
    // `a` lies before `b`: number 0. Its first product is part 3, the bit of 8.
    assert_eq!(files["cari/i.json"]["kopi"], json!([0, 8, 1, 16]));
    assert_eq!(files["cari/i.json"]["jruk"], json!([1, 8]));
    assert_eq!(files["cari/i.json"]["orange"], json!(["jruk"]));
    assert_eq!(files["cari/k.json"]["jruk"], json!(["jeruk", 1]));
    assert_eq!(files["cari/r0.json"][1]["a"], "b/");
    assert_eq!(files["cari/r0.json"][1]["g"][0], json!(["Jeruk", 0, "jeruk", "", 0]));
    let index = &files["cari/indeks.json"];
    assert_eq!((&index["records"], &index["words"]), (&json!(8), &json!([""])));
    assert_eq!((&index["places"][1]["code"], &index["places"][1]["first"]), (&json!("32.05"), &json!(1)));
    assert_eq!(index["merit"].as_str().map(str::len), Some(2));
}

#[test]
fn the_order_of_summaries_changes_nothing_and_a_portal_of_nobody_has_an_index() {
    let portal =
        [selling("a", "32.04.15", &["Kopi"]), selling("b", "32.04.16", &["Teh"]), summary("c", "32", "")];
    let turned: Vec<Summary> = portal.iter().rev().cloned().collect();
    assert_eq!(files(&portal), files(&turned));
    let districts = &files(&portal)["cari/w32-04.json"];
    assert_eq!((&districts[1]["name"], &districts[1]["first"]), (&json!("Kecamatan 32.04.16"), &json!(2)));
    assert_eq!(files(&[]).keys().collect::<Vec<_>>(), ["cari/indeks.json"]);
}

#[test]
fn a_changed_product_changes_the_files_of_its_words_and_one_record_only() {
    let goods = |number: usize| format!("{}{} {number}x", ["Kopi", "Teh", "Madu"][number % 3], number % 700);
    let mut portal: Vec<Summary> = (0..900)
        .map(|number| {
            selling(&format!("k{number:04}"), &format!("32.04.{:02}", number % 31), &[&goods(number)])
        })
        .collect();
    let before = files(&portal);
    portal[500] = selling("k0500", &format!("32.04.{:02}", 500 % 31), &["Zaitun"]);
    let after = files(&portal);
    let changed = after.iter().filter(|(path, file)| before.get(*path) != Some(file)).count();
    assert!(before.len() > 60 && changed <= 12, "{changed} of {}", after.len());
}
