//! Monitoring for the office that runs the programme: targets by year, coverage by regency, and for each cooperative
//! how complete and how fresh its page is, why, and whom to ask. As a page, for spreadsheets and as JSON.

mod data;
mod row;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::model::WhatsAppNumber;
use crate::page::Document;
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::{State, Summary};
use crate::theme::Texts;
use crate::view::action::ActionView;
use crate::view::links::{self, LinkView};
use crate::view::{dates, money};
use row::{NAMED_PARTS, Row, row};

pub(super) use data::claim_data;

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
    states: Vec<ShareView>,
    figures: Vec<FigureView>,
    regencies: Vec<RegencyRow>,
}

/// How many cooperatives are in a state, as a part of a bar.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct ShareView {
    state: &'static str,
    label: String,
    count: usize,
    /// Where it begins and how long it is, in thousandths of all.
    from: usize,
    length: usize,
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
    states: Vec<ShareView>,
    /// `2 koperasi, 14 barang, kelengkapan 95%: 1 segar, 1 lama`.
    told: String,
    #[serde(skip)]
    count: usize,
    /// Stale and silent.
    #[serde(skip)]
    old: usize,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct RowView {
    link: LinkView,
    place: Option<String>,
    score: u8,
    missing: String,
    freshness: &'static str,
    freshness_label: String,
    /// Why, and what else the office should know.
    notes: Vec<String>,
    meeting: Option<i16>,
    /// A message to the cooperative that asks for what is old or missing.
    chat: Option<ActionView>,
}

/// The page `pantau/`, and those on which its list goes on.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    let texts = scene.texts;
    let rows: Vec<Row> = scene.summaries.iter().map(|summary| row(summary, scene.settings)).collect();
    let document = |leaf: Leaf<'_, RowView>| {
        let title = leaf.title(texts.get("portal.monitor.title"), texts);
        let view = MonitoringView {
            title: title.clone(),
            as_of: texts.fill("portal.monitor.as_of", &[("date", &dates::day(scene.today(), texts))]),
            programme: leaf.is_first().then(|| ProgrammeView {
                online: money::number(u64::try_from(rows.len()).unwrap_or(u64::MAX), scene.language),
                targets: targets(rows.len(), scene),
                states: shares(&rows.iter().collect::<Vec<_>>(), texts),
                figures: figures(&rows, scene),
                regencies: regency_rows(&rows, texts),
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
        figure("portal.monitor.figure.complete", count(&|row| row.score >= 80)),
        figure("portal.monitor.figure.meeting", count(&|row| row.last_meeting_year.is_some())),
    ]
}

/// The states of some cooperatives, from the best to the worst, as parts of one bar.
fn shares(rows: &[&Row], texts: &Texts) -> Vec<ShareView> {
    let all = rows.len().max(1);
    let mut before = 0;
    let share = |state: State| {
        let count = rows.iter().filter(|row| row.freshness == state).count();
        let from = before * 1000 / all;
        before += count;
        let length = before * 1000 / all - from;
        let label = texts.get(&format!("portal.monitor.{}", state.name())).to_owned();
        ShareView { state: state.name(), label, count, from, length }
    };
    State::ALL.into_iter().map(share).collect()
}

/// Regencies in which most is old first.
fn regency_rows(rows: &[Row], texts: &Texts) -> Vec<RegencyRow> {
    let mut groups: BTreeMap<(&str, &str), Vec<&Row>> = BTreeMap::new();
    for row in rows {
        if let (Some(code), Some(name)) = (&row.regency_code, &row.regency) {
            groups.entry((code, name)).or_default().push(row);
        }
    }
    let regency = |((code, name), rows): ((&str, &str), Vec<&Row>)| {
        let states = shares(&rows, texts);
        RegencyRow {
            name: name.to_owned(),
            href: routes::regency(code),
            told: regency_told(&rows, &states, texts),
            states,
            count: rows.len(),
            old: rows.iter().filter(|row| row.freshness >= State::Stale).count(),
        }
    };
    let mut regencies: Vec<RegencyRow> = groups.into_iter().map(regency).collect();
    regencies.sort_by(|one, other| {
        let share = (other.old * one.count).cmp(&(one.old * other.count));
        share.then(other.old.cmp(&one.old)).then_with(|| one.name.cmp(&other.name))
    });
    regencies
}

/// What there is of a regency, in words.
fn regency_told(rows: &[&Row], states: &[ShareView], texts: &Texts) -> String {
    let goods = rows.iter().map(|row| u64::from(row.products)).sum();
    let score = rows.iter().map(|row| usize::from(row.score)).sum::<usize>() / rows.len().max(1);
    let count = u64::try_from(rows.len()).unwrap_or(u64::MAX);
    let there = states.iter().filter(|share| share.count > 0);
    let states: Vec<String> = there.map(|share| format!("{} {}", share.count, share.label)).collect();
    let values = [
        ("cooperatives", texts.count("portal.count", count)),
        ("goods", texts.count("portal.products", goods)),
        ("score", score.to_string()),
        ("states", states.join(", ")),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    texts.fill("portal.monitor.regency_told", &values)
}

/// Those that need a call first: the stalest, then the least complete.
fn row_views(rows: &[Row], scene: &Scene<'_>) -> Vec<RowView> {
    let texts = scene.texts;
    let mut rows: Vec<(&Row, &&Summary)> = rows.iter().zip(scene.summaries).collect();
    rows.sort_by_key(|(row, _)| (std::cmp::Reverse(row.freshness), row.score, &row.slug));
    let view = |(row, summary): (&Row, &&Summary)| {
        let number = row.whatsapp.as_deref().and_then(WhatsAppNumber::from_digits);
        let chat = number.zip(row.message(&scene.settings.title, texts));
        RowView {
            link: LinkView { href: scene.link_to(summary, ""), label: summary.label().to_owned() },
            place: row.regency.clone(),
            score: row.score,
            missing: row.missing_parts(texts).into_iter().take(NAMED_PARTS).collect::<Vec<_>>().join(", "),
            freshness: row.freshness.name(),
            freshness_label: texts.get(&format!("portal.monitor.{}", row.freshness.name())).to_owned(),
            notes: row.reasons(texts).into_iter().chain(row.notes(texts)).collect(),
            meeting: row.last_meeting_year,
            chat: chat.map(|(number, message)| ActionView {
                href: links::whatsapp(&number, &message),
                label: texts.get("portal.monitor.contact").to_owned(),
                kind: "whatsapp",
            }),
        }
    };
    rows.into_iter().map(view).collect()
}
