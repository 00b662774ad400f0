//! Services over all cooperatives.

use super::*;

fn of_village(n: usize, regency: &str, outlets: &str) -> Summary {
    let rest =
        format!(r#","region":{{"code":"{regency}.15","regency":"Wilayah {regency}"}},"outlets":[{outlets}]"#);
    summary(&format!("kdmp-{n:03}"), &format!("Koperasi Desa {n:03}"), &rest)
}

#[test]
fn whoever_looks_for_a_service_finds_it_by_kind_and_regency() {
    let plan = plan_of(&[
        of_village(
            1,
            "32.04",
            r#"{"kind":"pupuk","name":{"_":"Kios Tani","en":"Farm kiosk"}},{"name":"Bank sampah"}"#,
        ),
        of_village(2, "32.14", r#"{"kind":"pupuk"},{"kind":"kind-of-tomorrow","name":"Baru"}"#),
        craft(),
    ]);
    let fertiliser = page(&plan, "gerai/pupuk/index.html");
    assert!(fertiliser.contains(r#"id="wilayah-32-04""#) && fertiliser.contains(r#"id="wilayah-32-14""#));
    assert!(fertiliser.contains(r#"<a href="../../kdmp-001/#gerai">Kios Tani</a>"#), "{fertiliser}");
    assert!(page(&plan, "en/gerai/pupuk/index.html").contains("Farm kiosk"));
    let other = page(&plan, "gerai/lainnya/index.html");
    assert!(other.contains("Bank sampah") && other.contains("Baru"));
    let regency = page(&plan, "wilayah/32-04/index.html");
    assert!(regency.contains(r#"href="../../gerai/pupuk/#wilayah-32-04">Pupuk bersubsidi (1)"#), "{regency}");
    let front = page(&plan, "index.html");
    assert!(front.contains(r#"href="./gerai/pupuk/""#) && front.contains("2 gerai"), "{front}");
    assert!(plan.get("gerai/lpg/index.html").is_none());
    assert!(plan_of(&[craft()]).get("gerai/index.html").is_none());
}

#[test]
fn a_kind_with_many_services_has_a_page_for_each_regency() {
    let many: Vec<Summary> = (0..150)
        .map(|n| of_village(n, if n < 120 { "32.04" } else { "32.14" }, r#"{"kind":"lpg"}"#))
        .collect();
    let plan = plan_of(&many);
    let all = page(&plan, "gerai/lpg/index.html");
    assert!(all.contains(r#"href="../../gerai/lpg/32-04/""#) && !all.contains("kdmp-001"), "{all}");
    let leaves = ["gerai/lpg/32-04/", "gerai/lpg/32-04/halaman/2/"]
        .map(|list| page(&plan, &format!("{list}index.html")));
    for n in 0..120 {
        let link = format!("/kdmp-{n:03}/");
        assert_eq!(leaves.iter().filter(|page| page.contains(&link)).count(), 1, "{link}");
    }
    let regency = page(&plan, "wilayah/32-14/index.html");
    assert!(regency.contains(r#"href="../../gerai/lpg/32-14/""#), "{regency}");
}
