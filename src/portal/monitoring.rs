//! Monitoring for the office that runs the programme: targets by year, coverage by regency, and for each cooperative
//! how complete and how fresh its page is, why, and whom to ask. As a page, for spreadsheets and as JSON.

mod data;

use std::collections::BTreeMap;

use serde::Serialize;
use tera::Value;

use crate::model::{Date, WhatsAppNumber};
use crate::page::Document;
use crate::portal::paging::{Leaf, PagingView, leaves};
use crate::portal::scene::Scene;
use crate::routes;
use crate::settings::Settings;
use crate::summary::{Aged, Matter, State, Summary, assess, kind_word, sells_goods};
use crate::theme::Texts;
use crate::view::action::ActionView;
use crate::view::links::{self, LinkView};
use crate::view::{dates, money};

pub(super) use data::claim_data;

/// Certificates that lapse within this time are told.
const LAPSING_DAYS: i32 = 90;

/// Missing parts that the page names for each cooperative; the data files name all.
const NAMED_PARTS: usize = 4;

/// Parts of a profile that may be missing, by their keys, and what people call them.
const PARTS: [(&str, &str); 22] = [
    ("produk", "portal.monitor.part.products"),
    ("produk.foto", "portal.monitor.part.product_photos"),
    ("produk.harga", "portal.monitor.part.prices"),
    ("produk.satuan", "portal.monitor.part.units"),
    ("produk.per_tanggal", "portal.monitor.part.price_days"),
    ("kontak.whatsapp", "portal.monitor.part.whatsapp"),
    ("tentang", "portal.monitor.part.about"),
    ("sampul", "portal.monitor.part.cover"),
    ("wilayah", "portal.monitor.part.region"),
    ("jenis", "portal.monitor.part.kind"),
    ("alamat", "portal.monitor.part.address"),
    ("buka", "portal.monitor.part.hours"),
    ("gabung", "portal.monitor.part.joining"),
    ("rat", "portal.monitor.part.meeting"),
    ("shu", "portal.monitor.part.surplus"),
    ("pengurus", "portal.monitor.part.officers"),
    ("slogan", "portal.monitor.part.slogan"),
    ("koordinat", "portal.monitor.part.coordinates"),
    ("peluang", "portal.monitor.part.openings"),
    ("cerita", "portal.monitor.part.stories"),
    ("legal.badan_hukum", "portal.monitor.part.entity"),
    ("legal.nib", "portal.monitor.part.business"),
];

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
    freshness: State,
    /// Why, the worst first.
    because: Vec<Aged>,
    whatsapp: Option<String>,
    oldest_price: Option<Date>,
    last_meeting_year: Option<i16>,
    legal_entity: bool,
    certificates_lapsing: usize,
    #[serde(skip)]
    sells_goods: bool,
}

fn row(summary: &Summary, settings: &Settings) -> Row {
    let today = settings.today;
    let assessment = assess(summary, &settings.freshness, today);
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
        freshness: assessment.state,
        because: assessment.reasons,
        whatsapp: summary.whatsapp.clone(),
        oldest_price: summary.products.priced_oldest,
        last_meeting_year: summary.meeting.map(|meeting| meeting.book_year),
        legal_entity: summary.legal.entity,
        certificates_lapsing: summary.certificates_lapsing(today, LAPSING_DAYS),
        sells_goods: sells_goods(summary),
    }
}

impl Row {
    /// Why it is not fresh, in words.
    fn reasons(&self, texts: &Texts) -> Vec<String> {
        self.because.iter().map(|aged| reason(*aged, texts)).collect()
    }

    /// What is missing, as people call it.
    fn missing_parts<'t>(&self, texts: &'t Texts) -> Vec<&'t str> {
        let word =
            |missing: &String| PARTS.iter().find(|(key, _)| key == missing).map(|(_, text)| texts.get(text));
        self.missing.iter().filter_map(word).collect()
    }

    /// What else the office should know.
    fn notes(&self, texts: &Texts) -> Vec<String> {
        let mut notes = Vec::new();
        if self.certificates_lapsing > 0 {
            let lapsing = u64::try_from(self.certificates_lapsing).unwrap_or(u64::MAX);
            notes.push(texts.count("portal.monitor.lapsing", lapsing));
        }
        if self.products == 0 && self.sells_goods {
            notes.push(texts.get("portal.monitor.no_products").to_owned());
        }
        notes
    }

    /// The message by which the office asks for what is old or missing; `None` if nothing is.
    fn message(&self, site: &str, texts: &Texts) -> Option<String> {
        let [old, missing] =
            [self.reasons(texts), self.missing_parts(texts).into_iter().map(str::to_owned).collect()];
        let ask = |key: &str, list: &[String]| {
            let list = list.iter().take(NAMED_PARTS).map(String::as_str).collect::<Vec<_>>().join(", ");
            (!list.is_empty()).then(|| texts.fill(key, &[("list", &list)]))
        };
        let asked = [ask("portal.monitor.chat.old", &old), ask("portal.monitor.chat.missing", &missing)];
        let asked: Vec<String> = asked.into_iter().flatten().collect();
        if asked.is_empty() {
            return None;
        }
        let hello = texts.fill("portal.monitor.chat.hello", &[("name", &self.name), ("site", site)]);
        Some(format!("{hello}\n{}\n{}", asked.join("\n"), texts.get("portal.monitor.chat.ask")))
    }
}

/// `harga tertua 3 Maret 2025`.
fn reason(aged: Aged, texts: &Texts) -> String {
    let Some(since) = aged.since else { return texts.get("portal.monitor.because.undated").to_owned() };
    let key = format!("portal.monitor.because.{}", aged.matter.name());
    let since = match aged.matter {
        Matter::Meeting => since.year().to_string(),
        _ => dates::day(since, texts),
    };
    texts.fill(&key, &[("date", &since)])
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
