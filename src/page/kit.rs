//! The kit for pupils who found a cooperative, `muda/kit/`: once in a site, on the portal where there is one. What
//! its sheets say is worked out by `view::youth`; the cash book as files comes from `feed`.

use tera::Value;

use crate::feed::{cash_table, cash_workbook};
use crate::finding::Findings;
use crate::model::Language;
use crate::page::document::{Document, Parent};
use crate::plan::{Later, Output, Plan, SitePath};
use crate::routes;
use crate::theme::Texts;
use crate::view::json_ld;
use crate::view::share::ShareView;
use crate::view::youth::around::Around;
use crate::view::youth::kit::{cash_files, kit_page, sheet_pages};

/// A sheet's page kind, by its folder.
const KINDS: [(&str, &str); 5] = [
    ("daftar", "youth-kit-daftar"),
    ("peran", "youth-kit-peran"),
    ("notulen", "youth-kit-notulen"),
    ("rat", "youth-kit-rat"),
    ("kas", "youth-kit-kas"),
];

/// Of the cash book as a workbook: measured, rounded up.
const USUAL_WORKBOOK_BYTES: u64 = 24 * 1024;

/// The pages of the kit in one language. `home_url` is the address of the language's root, if the site has one.
pub(crate) fn kit_documents(
    around: Around,
    share: &ShareView,
    home_url: Option<&str>,
    language: Language,
    texts: &Texts,
) -> Vec<Document> {
    let site = around.label.clone();
    let parent = Parent { name: &site, path: routes::YOUTH, home_url };
    let title = texts.get("muda.kit.title");
    let document = |kind: &'static str, path: String, name: &str, description: &str, view: Value| {
        let url = parent.url(&path);
        let about = json_ld::learning_resource(name, description, "worksheet", url.as_deref(), language);
        let mut trail =
            vec![(site.clone(), parent.url(routes::YOUTH)), (title.to_owned(), parent.url(routes::KIT))];
        if path != routes::KIT {
            trail.push((name.to_owned(), url));
        }
        Document {
            share: Some(share.clone()),
            json_ld: vec![json_ld::breadcrumbs(&trail), about],
            ..Document::below(parent, (kind, &path), name, description.to_owned(), ("youth", view))
        }
    };
    let sheets = sheet_pages(&around, language, texts);
    let first = Value::from_serializable(&kit_page(around, texts));
    let first =
        document("youth-kit", routes::KIT.to_owned(), title, texts.get("muda.kit.description"), first);
    let sheets = sheets.into_iter().zip(KINDS).map(|((folder, page), (_, kind))| {
        let view = Value::from_serializable(&page);
        document(kind, routes::kit_sheet(folder), &page.title, &page.lead, view)
    });
    std::iter::once(first).chain(sheets).collect()
}

/// The cash book as files; `home` is the folder of the language in the site.
pub(crate) fn claim_cash_book(home: &str, texts: &Texts, plan: &mut Plan, findings: &mut Findings) {
    let own = texts.clone();
    let workbook = Output::Later(Later::new(USUAL_WORKBOOK_BYTES, move || cash_workbook(&own)));
    let table = Output::Page(cash_table(texts).into_bytes());
    for (file, output) in cash_files(texts).into_iter().zip([workbook, table]) {
        plan.claim(SitePath::new(format!("{home}{}", routes::kit_file(file))), output, findings);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sheet_has_its_kind_of_page() {
        assert_eq!(KINDS.map(|(folder, _)| folder), routes::KIT_SHEETS);
    }
}
