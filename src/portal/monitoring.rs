//! Monitoring for the office that runs the programme: targets by year, coverage by regency, and for each
//! cooperative how complete and how fresh its page is. As a page, as CSV for a spreadsheet and as JSON.

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::finding::Findings;
use crate::model::Date;
use crate::page::Document;
use crate::plan::{Output, Plan, SitePath};
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::Scene;
use crate::routes;
use crate::settings::Settings;
use crate::summary::{Summary, kind_word};
use crate::view::links::LinkView;
use crate::view::{dates, money};

/// Days without a touch after which a page is ageing, and stale. A price is a promise: a quarter is long.
const AGEING_DAYS: i32 = 30;
const STALE_DAYS: i32 = 90;

/// Certificates that lapse within this time are told.
const LAPSING_DAYS: i32 = 90;

/// Missing parts that the page names for each cooperative; the data files name all.
const NAMED_PARTS: usize = 4;

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
enum Freshness {
    Fresh,
    Ageing,
    Stale,
    Unknown,
}

impl Freshness {
    fn of(days: Option<i32>) -> Self {
        match days {
            None => Self::Unknown,
            Some(days) if days <= AGEING_DAYS => Self::Fresh,
            Some(days) if days <= STALE_DAYS => Self::Ageing,
            Some(_) => Self::Stale,
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Stale => "stale",
            Self::Unknown => "unknown",
        }
    }
}

/// What is known of one cooperative: the row of all three forms.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Row {
    slug: String,
    name: String,
    regency_code: Option<String>,
    regency: Option<String>,
    kind: Option<&'static str>,
    products: u32,
    openings: usize,
    score: u8,
    missing: Vec<String>,
    updated: Option<Date>,
    days_untouched: Option<i32>,
    freshness: Freshness,
    oldest_price: Option<Date>,
    last_meeting_year: Option<i16>,
    legal_entity: bool,
    certificates_lapsing: usize,
}

fn row(summary: &Summary, today: Date) -> Row {
    let days = summary.days_untouched(today);
    Row {
        slug: summary.slug.clone(),
        name: summary.name.clone(),
        regency_code: summary.region.as_ref().map(|region| region.regency_code().to_owned()),
        regency: summary.region.as_ref().map(|region| region.regency.clone()),
        kind: summary.kind.map(kind_word),
        products: summary.products.count,
        openings: summary.openings_on(today).count(),
        score: summary.completeness.score,
        missing: summary.completeness.missing.clone(),
        updated: summary.updated,
        days_untouched: days,
        freshness: Freshness::of(days),
        oldest_price: summary.products.priced_oldest,
        last_meeting_year: summary.meeting.map(|meeting| meeting.book_year),
        legal_entity: summary.legal.entity,
        certificates_lapsing: summary.certificates_lapsing(today, LAPSING_DAYS),
    }
}

// ---- the page ----

#[derive(Debug, Clone, PartialEq, Serialize)]
struct MonitoringView<'a> {
    title: String,
    as_of: String,
    /// On the first page only.
    programme: Option<ProgrammeView>,
    rows: &'a [RowView],
    paging: Option<PagingView>,
}

/// What all cooperatives have reached together.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ProgrammeView {
    online: String,
    targets: Vec<TargetView>,
    figures: Vec<FigureView>,
    regencies: Vec<RegencyRow>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct FigureView {
    number: String,
    label: String,
    /// None: these figures lead nowhere.
    href: Option<String>,
    /// None: they are of the day that the page names.
    days: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct TargetView {
    year: i16,
    target: String,
    /// Percent of the target that today's number is, at most 100.
    percent: u64,
    /// What it says: reached, so much to go.
    state: String,
    reached: bool,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RegencyRow {
    name: String,
    href: String,
    count: usize,
    products: u64,
    score: usize,
    fresh: usize,
    stale: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RowView {
    link: LinkView,
    place: Option<String>,
    score: u8,
    missing: String,
    updated: Option<String>,
    days: Option<i32>,
    freshness: &'static str,
    freshness_label: String,
    meeting: Option<i16>,
    notes: Vec<String>,
}

/// The page `pantau/`, and those on which its list goes on.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let texts = scene.texts;
    let rows: Vec<Row> = scene.summaries.iter().map(|summary| row(summary, scene.today())).collect();
    let document = |leaf: Leaf<'_, RowView>| {
        let title = leaf.title(texts.get("portal.monitor.title"), texts);
        let view = MonitoringView {
            title: title.clone(),
            as_of: texts.fill("portal.monitor.as_of", &[("date", &dates::day(scene.today(), texts))]),
            programme: leaf.is_first().then(|| ProgrammeView {
                online: money::number(u64::try_from(rows.len()).unwrap_or(u64::MAX), scene.language),
                targets: targets(rows.len(), scene),
                figures: figures(&rows, scene),
                regencies: regency_rows(&rows),
            }),
            rows: leaf.lines,
            paging: leaf.paging,
        };
        let lead = texts.get("portal.monitor.lead").to_owned();
        let view = ("monitor", Value::from_serializable(&view));
        scene.document("portal-monitor", &leaf.path, &title, lead, view)
    };
    leaves(&row_views(&rows, scene), routes::MONITORING, texts).into_iter().map(document).collect()
}

fn targets(online: usize, scene: &Scene<'_>) -> Vec<TargetView> {
    let online = u64::try_from(online).unwrap_or(u64::MAX);
    let target = |(year, target): (&i16, &u32)| {
        let target = u64::from(*target);
        let left = target.saturating_sub(online);
        let state = if left == 0 {
            scene.texts.get("portal.monitor.reached").to_owned()
        } else {
            scene.texts.fill("portal.monitor.left", &[("n", &money::number(left, scene.language))])
        };
        TargetView {
            year: *year,
            target: money::number(target, scene.language),
            percent: (online * 100).checked_div(target).unwrap_or(100).min(100),
            state,
            reached: left == 0,
        }
    };
    scene.settings.programme.targets.iter().map(target).collect()
}

fn figures(rows: &[Row], scene: &Scene<'_>) -> Vec<FigureView> {
    let count = |wanted: &dyn Fn(&Row) -> bool| {
        let count = rows.iter().filter(|row| wanted(row)).count();
        money::number(u64::try_from(count).unwrap_or(u64::MAX), scene.language)
    };
    let figure = |key: &str, number: String| FigureView {
        number,
        label: scene.texts.get(key).to_owned(),
        href: None,
        days: None,
    };
    vec![
        figure("portal.monitor.figure.fresh", count(&|row| row.freshness == Freshness::Fresh)),
        figure("portal.monitor.figure.ageing", count(&|row| row.freshness == Freshness::Ageing)),
        figure(
            "portal.monitor.figure.stale",
            count(&|row| matches!(row.freshness, Freshness::Stale | Freshness::Unknown)),
        ),
        figure("portal.monitor.figure.complete", count(&|row| row.score >= 80)),
        figure("portal.monitor.figure.meeting", count(&|row| row.last_meeting_year.is_some())),
    ]
}

fn regency_rows(rows: &[Row]) -> Vec<RegencyRow> {
    let mut groups: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let (Some(code), Some(name)) = (&row.regency_code, &row.regency) {
            groups.entry((code, name)).or_default().push(row);
        }
    }
    let regency = |((code, name), rows): ((&str, &str), Vec<&Row>)| RegencyRow {
        name: name.to_owned(),
        href: routes::regency(code),
        count: rows.len(),
        products: rows.iter().map(|row| u64::from(row.products)).sum(),
        score: rows.iter().map(|row| usize::from(row.score)).sum::<usize>() / rows.len().max(1),
        fresh: rows.iter().filter(|row| row.freshness == Freshness::Fresh).count(),
        stale: rows.iter().filter(|row| row.freshness >= Freshness::Stale).count(),
    };
    groups.into_iter().map(regency).collect()
}

/// Those that need a call first: the stalest, then the least complete.
fn row_views(rows: &[Row], scene: &Scene<'_>) -> Vec<RowView> {
    let texts = scene.texts;
    let mut rows: Vec<(&Row, &&Summary)> = rows.iter().zip(scene.summaries).collect();
    rows.sort_by_key(|(row, _)| {
        (std::cmp::Reverse(row.freshness), row.score, std::cmp::Reverse(row.days_untouched), &row.slug)
    });
    let view = |(row, summary): (&Row, &&Summary)| {
        let mut notes = Vec::new();
        if row.certificates_lapsing > 0 {
            let lapsing = u64::try_from(row.certificates_lapsing).unwrap_or(u64::MAX);
            notes.push(texts.count("portal.monitor.lapsing", lapsing));
        }
        if row.products == 0 {
            notes.push(texts.get("portal.monitor.no_products").to_owned());
        }
        RowView {
            link: LinkView { href: scene.link_to(summary, ""), label: summary.label().to_owned() },
            place: row.regency.clone(),
            score: row.score,
            missing: row.missing.iter().take(NAMED_PARTS).cloned().collect::<Vec<_>>().join(", "),
            updated: row.updated.map(|day| dates::day(day, texts)),
            days: row.days_untouched,
            freshness: row.freshness.name(),
            freshness_label: texts.get(&format!("portal.monitor.{}", row.freshness.name())).to_owned(),
            meeting: row.last_meeting_year,
            notes,
        }
    };
    rows.into_iter().map(view).collect()
}

// ---- the data ----

#[derive(Serialize)]
struct Data<'a> {
    as_of: Date,
    online: usize,
    targets: &'a BTreeMap<i16, u32>,
    cooperatives: &'a [Row],
}

/// Claims `pantau/pantau.json` and `pantau/pantau.csv`, the same in every language.
pub(super) fn claim_data(
    summaries: &[&Summary],
    settings: &Settings,
    plan: &mut Plan,
    findings: &mut Findings,
) {
    let rows: Vec<Row> = summaries.iter().map(|summary| row(summary, settings.today)).collect();
    let data = Data {
        as_of: settings.today,
        online: rows.len(),
        targets: &settings.programme.targets,
        cooperatives: &rows,
    };
    let json = serde_json::to_vec(&data).expect("rows hold nothing that JSON cannot say");
    plan.claim(SitePath::new(routes::MONITORING_JSON), Output::Page(json), findings);
    plan.claim(SitePath::new(routes::MONITORING_CSV), Output::Page(csv(&rows).into_bytes()), findings);
}

const COLUMNS: [&str; 16] = [
    "slug",
    "nama",
    "kode_wilayah",
    "wilayah",
    "jenis",
    "produk",
    "peluang",
    "kelengkapan",
    "belum_ada",
    "diperbarui",
    "hari",
    "kesegaran",
    "harga_tertua",
    "tahun_rat",
    "badan_hukum",
    "sertifikat_habis",
];

/// RFC 4180 with a byte order mark, without which spreadsheets take UTF-8 for something else.
fn csv(rows: &[Row]) -> String {
    let mut csv = format!("\u{feff}{}\r\n", COLUMNS.join(","));
    for row in rows {
        let text = |value: &Option<String>| value.clone().unwrap_or_default();
        let date = |value: Option<Date>| value.map_or(String::new(), |date| date.to_string());
        let cells: [String; 16] = [
            row.slug.clone(),
            row.name.clone(),
            text(&row.regency_code),
            text(&row.regency),
            row.kind.unwrap_or_default().to_owned(),
            row.products.to_string(),
            row.openings.to_string(),
            row.score.to_string(),
            row.missing.join(" "),
            date(row.updated),
            row.days_untouched.map_or(String::new(), |days| days.to_string()),
            row.freshness.name().to_owned(),
            date(row.oldest_price),
            row.last_meeting_year.map_or(String::new(), |year| year.to_string()),
            if row.legal_entity { "ya" } else { "belum" }.to_owned(),
            row.certificates_lapsing.to_string(),
        ];
        csv.push_str(&cells.map(|cell| csv_cell(&cell)).join(","));
        csv.push_str("\r\n");
    }
    csv
}

/// A cell that no spreadsheet takes for a formula, quoted where it must be.
fn csv_cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.to_owned() };
    if text.contains(['"', ',', '\n', '\r']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(csv_cell("=1+1"), "'=1+1");
        assert_eq!(csv_cell("@SUM(A1)"), "'@SUM(A1)");
        assert_eq!(csv_cell("-2"), "'-2");
        assert_eq!(csv_cell("Susu \"segar\", murni"), "\"Susu \"\"segar\"\", murni\"");
        assert_eq!(csv_cell("Kota Bandung"), "Kota Bandung");
    }

    #[test]
    fn a_quarter_without_a_touch_is_stale() {
        let of = |days| Freshness::of(Some(days));
        assert_eq!(
            [of(0), of(30), of(31), of(90), of(91)].map(Freshness::name),
            ["fresh", "fresh", "ageing", "ageing", "stale"]
        );
        assert_eq!(Freshness::of(None), Freshness::Unknown);
    }
}
