//! Sheets to print, below `cetak/`: in the site's first language, each at one address.

use std::collections::BTreeMap;

use tera::Value;

use crate::finding::Findings;
use crate::page::document::{Document, Parent, Renderer};
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::view::print::{
    code_file, form_page, has_label, labels_page, poster_page, price_list_page, sheets_page, to_product,
    to_shop,
};
use crate::view::scene::Scene;
use crate::view::share;

/// Claims the list of sheets, the sheets, and the code that they carry. `root` and `home` are the cooperative's
/// folder and that of the language.
pub(super) fn claim_sheets(
    scene: &Scene<'_>,
    renderer: &Renderer<'_>,
    [root, home]: [&str; 2],
    frame: &Value,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    for (file, svg) in codes(scene) {
        plan.claim(SitePath::new(format!("{root}{file}")), Output::Asset(svg.into_bytes()), findings);
    }
    for document in documents(scene) {
        renderer.render(&document, scene.language, home, frame, plan, findings);
    }
}

/// The shop's code, and one for each product that has a label. Without an address all of them are the same.
fn codes(scene: &Scene<'_>) -> BTreeMap<String, String> {
    let labelled = scene.cooperative.products.iter().filter(|product| has_label(product, scene));
    let products = labelled.filter_map(|product| to_product(product, scene));
    to_shop(scene).into_iter().chain(products).filter_map(|target| code_file(&target)).collect()
}

fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let texts = scene.texts;
    let document = |kind: &'static str, path: &str, key: &str, value: Value| {
        let title = texts.get(key);
        let name = if kind == "print" { "sheets" } else { "sheet" };
        let description = texts.fill("print.description", &[("name", &scene.cooperative.name)]);
        Document {
            share: Some(share::shop::shop(scene)),
            ..Document::below(Parent::shop(scene), (kind, path), title, description, (name, value))
        }
    };
    let sheets = Value::from_serializable(&sheets_page(scene));
    let poster = Value::from_serializable(&poster_page(scene));
    let prices = price_list_page(scene).map(|page| Value::from_serializable(&page));
    let labels = labels_page(scene).map(|page| Value::from_serializable(&page));
    let form = form_page(scene).map(|page| Value::from_serializable(&page));
    let known = [
        ("print", routes::SHEETS, "print.title", Some(sheets)),
        ("print-poster", routes::SHEET_POSTER, "print.poster.title", Some(poster)),
        ("print-prices", routes::SHEET_PRICES, "print.prices.title", prices),
        ("print-labels", routes::SHEET_LABELS, "print.labels.title", labels),
        ("print-form", routes::SHEET_FORM, "print.form.title", form),
    ];
    known.into_iter().filter_map(|(kind, path, key, value)| Some(document(kind, path, key, value?))).collect()
}
