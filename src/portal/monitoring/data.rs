//! The same as data: JSON for programs, and two tables for spreadsheets in the words of the site's first language.

use std::collections::{BTreeMap, HashMap};

use serde::Serialize;

use super::row::{Row, row};
use crate::feed::table::{self, Cell};
use crate::finding::Findings;
use crate::model::{Date, WhatsAppNumber};
use crate::plan::{Output, Plan, SitePath};
use crate::programme::Standing;
use crate::routes;
use crate::settings::Settings;
use crate::summary::Summary;
use crate::theme::Texts;

#[derive(Serialize)]
struct Data<'a> {
    as_of: Date,
    online: usize,
    targets: &'a BTreeMap<i16, u32>,
    cooperatives: &'a [Row],
    /// Of the office's list, if there is one: names and stages, nobody's contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    programme: Option<OfficeList<'a>>,
}

/// Who is on the office's list.
#[derive(Serialize)]
struct OfficeList<'a> {
    listed: usize,
    online: usize,
    waiting: Vec<Waiting<'a>>,
}

/// A cooperative of the list that is not yet online.
#[derive(Serialize)]
struct Waiting<'a> {
    name: &'a str,
    regency_code: Option<&'a str>,
    regency: Option<&'a str>,
    stage: Option<&'a str>,
    year: Option<i16>,
}

fn listed<'a>(standings: &'a [Standing<'a>]) -> Option<OfficeList<'a>> {
    let waiting: Vec<Waiting<'a>> = standings
        .iter()
        .filter(|standing| standing.online.is_none())
        .map(|standing| {
            let entry = standing.entry;
            let place = entry.place.as_ref();
            Waiting {
                name: &entry.name,
                regency_code: place.map(|place| place.code.as_str()),
                regency: place.map(|place| place.name.as_str()),
                stage: entry.stage.as_deref(),
                year: entry.year,
            }
        })
        .collect();
    let listed = standings.len();
    (listed > 0).then(|| OfficeList { listed, online: listed - waiting.len(), waiting })
}

/// Claims `pantau/pantau.json`, `.csv` and `.xlsx`, the same in every language.
pub(in crate::portal) fn claim_data(
    summaries: &[&Summary],
    standings: &[Standing<'_>],
    settings: &Settings,
    texts: &Texts,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let rows: Vec<Row> = summaries.iter().map(|summary| row(summary, settings)).collect();
    let data = Data {
        as_of: settings.today,
        online: rows.len(),
        targets: &settings.programme.targets,
        cooperatives: &rows,
        programme: listed(standings),
    };
    let json = serde_json::to_vec(&data).expect("rows hold nothing that JSON cannot say");
    let heads: Vec<String> = COLUMNS
        .iter()
        .map(|column| texts.get(&format!("portal.monitor.column.{column}")).to_owned())
        .collect();
    let stages: HashMap<&str, &str> = standings
        .iter()
        .filter_map(|standing| standing.online.zip(standing.entry.stage.as_deref()))
        .collect();
    let online = rows.iter().map(|row| {
        let stage = stages.get(row.slug.as_str()).copied();
        [&cells(row, settings, texts)[..], &[Cell::text(stage)]].concat()
    });
    let waiting = standings.iter().filter(|standing| standing.online.is_none());
    let lines: Vec<Vec<Cell>> =
        online.chain(waiting.map(|standing| cells_waiting(standing, texts).to_vec())).collect();
    let title = texts.get("portal.monitor.title");
    let files = [
        (routes::MONITORING_JSON, json),
        (routes::MONITORING_CSV, table::csv(&heads, &lines)),
        (routes::MONITORING_XLSX, table::workbook(title, &heads, &lines)),
    ];
    for (path, bytes) in files {
        plan.claim(SitePath::new(path), Output::Page(bytes), findings);
    }
}

/// Those of a storefront, then the one of the office's list.
const COLUMNS: [&str; 23] = [
    "slug",
    "name",
    "region",
    "regency",
    "district",
    "kind",
    "whatsapp",
    "freshness",
    "because",
    "score",
    "missing",
    "notes",
    "next",
    "products",
    "openings",
    "oldest_price",
    "updated",
    "last_sign",
    "meeting",
    "entity",
    "lapsing",
    "message",
    "stage",
];

/// The line of a cooperative of the list that is not yet online: what the list says of it, without its contact.
fn cells_waiting(standing: &Standing<'_>, texts: &Texts) -> [Cell; 23] {
    let entry = standing.entry;
    let place = entry.place.as_ref();
    COLUMNS.map(|column| match column {
        "name" => Cell::Text(entry.name.clone()),
        "region" => Cell::text(place.map(|place| place.code.as_str())),
        "regency" => Cell::text(place.map(|place| place.name.as_str())),
        "freshness" => Cell::Text(texts.get("portal.monitor.not_online").to_owned()),
        "stage" => Cell::text(entry.stage.as_deref()),
        _ => Cell::Empty,
    })
}

fn cells(row: &Row, settings: &Settings, texts: &Texts) -> [Cell; 22] {
    let number = row.whatsapp.as_deref().and_then(WhatsAppNumber::from_digits);
    let words =
        |words: &[String]| Cell::text(Some(words.join(", ")).filter(|text| !text.is_empty()).as_deref());
    let missing: Vec<String> = row.missing_parts(texts).into_iter().map(str::to_owned).collect();
    let count = |count: usize| Cell::Number(u32::try_from(count).unwrap_or(u32::MAX));
    let entity = if row.legal_entity { "portal.monitor.has_entity" } else { "portal.monitor.no_entity" };
    [
        Cell::Text(row.slug.clone()),
        Cell::Text(row.name.clone()),
        Cell::text(row.regency_code.as_deref()),
        Cell::text(row.regency.as_deref()),
        Cell::text(row.district.as_deref()),
        Cell::text(row.kind),
        Cell::text(number.map(|number| number.national()).as_deref()),
        Cell::Text(texts.get(&format!("portal.monitor.{}", row.freshness.name())).to_owned()),
        words(&row.reasons(texts)),
        Cell::Number(u32::from(row.score)),
        words(&missing),
        words(&row.notes(texts)),
        Cell::text(row.next_step(texts).as_deref()),
        Cell::Number(row.products),
        count(row.openings),
        Cell::day(row.oldest_price),
        Cell::day(row.updated),
        Cell::day(row.last_sign),
        Cell::number(row.last_meeting_year.map(i32::from)),
        Cell::Text(texts.get(entity).to_owned()),
        count(row.certificates_lapsing),
        Cell::text(row.message(&settings.title, texts).as_deref()),
    ]
}
