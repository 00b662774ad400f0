//! Goods of all cooperatives beside each other.

use super::*;

fn seller(n: usize, count: usize, goods: &str) -> Summary {
    summary(
        &format!("kpc-{n:03}"),
        &format!("Koperasi {n:03}"),
        &format!(r#","products":{{"count":{count},"shown":[{goods}]}}"#),
    )
}

fn position(text: &str, wanted: &str) -> usize {
    text.find(wanted).unwrap_or_else(|| panic!("no {wanted} in {text}"))
}

#[test]
fn goods_of_all_stand_in_turn_with_price_and_seller() {
    let plan = plan_of(&[
        seller(
            1,
            5,
            r#"{"slug":"kopi","name":"Kopi","price":25000,"from":true,"unit":"250 g"},{"slug":"teh","name":{"_":"Teh","en":"Tea"}}"#,
        ),
        seller(2, 1, r#"{"slug":"madu","name":"Madu","price":90000}"#),
    ]);
    let goods = page(&plan, "barang/index.html");
    let [coffee, honey, tea] = [">Kopi<", ">Madu<", ">Teh<"].map(|name| position(&goods, name));
    assert!(coffee < honey && honey < tea, "one of each before the second of one");
    assert!(goods.contains(r#"href="../kpc-001/produk/kopi/""#), "{goods}");
    assert!(goods.contains("mulai Rp\u{a0}25.000") && goods.contains("/ 250 g"), "{goods}");
    assert!(goods.contains("3 dari 6 barang"), "{goods}");
    assert!(page(&plan, "en/barang/index.html").contains(">Tea<"));
}

#[test]
fn many_goods_are_paged_and_a_large_portal_has_lists_by_heading_instead() {
    let of = |many: usize| -> Vec<Summary> {
        (0..many).map(|n| seller(n, 1, r#"{"slug":"kopi","name":"Kopi"}"#)).collect()
    };
    let plan = plan_of(&of(61));
    assert!(page(&plan, "barang/halaman/2/index.html").contains("../../../kpc-060/produk/kopi/"));
    assert!(plan_of(&of(201)).get("barang/index.html").is_none());
    assert!(plan_of(&[seller(1, 0, "")]).get("barang/index.html").is_none());
}
