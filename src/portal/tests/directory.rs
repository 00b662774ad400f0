//! Whom the front page lists, and where the others are.

use super::*;

fn shops(count: usize) -> Vec<Summary> {
    let day = |n: usize| format!(r#","updated":"2026-11-{:02}""#, n % 20 + 1);
    (0..count).map(|n| summary(&format!("kpc-{n:03}"), &format!("Koperasi {n:03}"), &day(n))).collect()
}

fn listed(page: &str) -> Vec<String> {
    let rows = page.split(r#"<li class="directory__row""#).skip(1);
    rows.filter_map(|row| Some(row.split(r#"href=""#).nth(1)?.split('"').next()?.to_owned())).collect()
}

#[test]
fn a_front_page_lists_those_that_were_brought_up_to_date_last_and_a_page_has_all() {
    let plan = plan_of(&shops(9));
    let front = page(&plan, "index.html");
    let expected: Vec<String> = (1..9).rev().map(|n| format!("./kpc-{n:03}/")).collect();
    assert_eq!(listed(&front), expected);
    assert!(
        front.contains(r#"href="./semua/">Semua koperasi</a>"#) && front.contains("8 dari 9 koperasi"),
        "{front}"
    );
    assert!(!front.contains("data-finder"), "a filter over some would find some");
    let all = page(&plan, "semua/index.html");
    assert_eq!(listed(&all).len(), 9);
    assert!(all.contains("data-finder") && all.contains("data-directory"), "{all}");
}

#[test]
fn a_small_portal_lists_everybody_on_its_front_page_alone() {
    let plan = plan_of(&shops(8));
    let front = page(&plan, "index.html");
    assert_eq!(listed(&front).len(), 8);
    assert!(front.contains("data-finder") && !front.contains("semua/"), "{front}");
    assert!(plan.get("semua/index.html").is_none());
}

#[test]
fn the_page_of_all_has_leaves_and_a_large_portal_leads_to_search() {
    let plan = plan_of(&shops(150));
    assert_eq!(listed(&page(&plan, "semua/index.html")).len(), 100);
    assert_eq!(listed(&page(&plan, "semua/halaman/2/index.html")).len(), 50);
    assert!(
        !page(&plan, "semua/index.html").contains("data-finder"),
        "a filter over one leaf would find some"
    );
    let large = plan_of(&shops(201));
    assert!(large.get("semua/index.html").is_none());
    assert!(page(&large, "index.html").contains(r#"href="./cari/">Semua koperasi</a>"#));
}
