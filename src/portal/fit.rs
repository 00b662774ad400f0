//! Which cooperative fits a small business: five questions that a script answers from one small file for each regency,
//! and without it a list for each thing that a business needs, with what joining costs and asks.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use tera::Value;

use super::atlas::regencies;
use super::listing::place;
use super::neighbours::neighbours;
use super::paging::PagingView;
use super::regional::{NOWHERE, Regional, RegionalView};
use super::scene::Scene;
use crate::finding::Findings;
use crate::model::{Help, Rupiah, Slug, WhatsAppNumber};
use crate::page::Document;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::summary::{Summary, SummaryJoining, help_word};
use crate::theme::Feature;
use crate::view::links::{self, LinkView};
use crate::view::money;

/// What a business may need, in the order of the question.
const NEEDS: [Help; 5] = [Help::Selling, Help::Inputs, Help::Credit, Help::Training, Help::Certificates];
/// Amounts a month that the last question offers, in rupiah.
const MONTHLY: [u64; 4] = [10_000, 25_000, 50_000, 100_000];
/// Lines of business that the first question offers: those with most cooperatives.
const SECTORS: usize = 30;
/// Terms of joining that a line tells; the others stand on the cooperative's own page.
const TERMS: usize = 3;
/// Longest term that a line tells, in characters.
const TERM_CHARS: usize = 140;

/// A cooperative that one can join, as a line of a list and as the script reads it.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct FitLine {
    label: String,
    /// Its shop, from the language's root.
    href: String,
    /// Its page about joining, likewise.
    join: String,
    place: Option<String>,
    district: Option<String>,
    /// What it helps with, by the words of a profile.
    helps: Vec<String>,
    /// Addresses of its lines of business.
    sectors: Vec<String>,
    /// What is paid, in words.
    pay: Option<String>,
    /// What is paid each month, in rupiah.
    monthly: Option<u64>,
    terms: Vec<String>,
    /// Number that takes messages, digits with country code.
    whatsapp: Option<String>,
    /// A chat with a message ready to send; the script writes a better one.
    chat: Option<String>,
}

/// A thing that businesses need, with its list.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct NeedView {
    word: &'static str,
    label: String,
    /// What is meant, in a sentence.
    hint: String,
    /// How many cooperatives help with it, in words; `None` if none does.
    count: Option<String>,
    href: String,
    /// Where it has them, for whoever knows the own regency.
    places: Vec<LinkView>,
    #[serde(skip)]
    lines: Regional<FitLine>,
}

/// A regency as an answer.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct PlaceView {
    name: String,
    /// The file of its cooperatives, from the language's root.
    data: String,
    /// Those of its neighbours that have cooperatives to join, with a space between.
    near: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct GuideView<'a> {
    needs: &'a [NeedView],
    places: Vec<PlaceView>,
    /// Lines of business, as links to their lists.
    sectors: Vec<LinkView>,
    /// `Rp 25.000` and the number.
    monthly: Vec<LinkView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ListView<'a> {
    title: String,
    hint: &'a str,
    regencies: Vec<RegionalView<'a, FitLine>>,
    paging: Option<PagingView>,
    needs: &'a [NeedView],
    current: &'a str,
}

/// The guide, then the list of each need; nothing if no cooperative says how to join.
pub(super) fn documents(scene: &Scene<'_>) -> Vec<Document> {
    if !scene.has_guide {
        return Vec::new();
    }
    let needs = needs(scene);
    let texts = scene.texts;
    let guide = GuideView {
        needs: &needs,
        places: places(scene),
        sectors: sectors(scene),
        monthly: MONTHLY.into_iter().filter_map(|amount| monthly(amount, scene)).collect(),
    };
    let title = texts.get("fit.title");
    let lead = texts.get("fit.lead").to_owned();
    let view = ("fit", Value::from_serializable(&guide));
    let mut documents = vec![scene.document(("portal-fit", routes::FIT), title, lead, view)];
    for need in &needs {
        let title = texts.fill("fit.list_title", &[("need", &need.label)]);
        for page in need.lines.pages(&need.href, &title, texts) {
            let view = ListView {
                title: page.title.clone(),
                hint: &need.hint,
                regencies: page.regencies,
                paging: page.paging,
                needs: &needs,
                current: &need.href,
            };
            let view = ("list", Value::from_serializable(&view));
            documents.push(scene.document(
                ("portal-fit-list", &page.path),
                &page.title,
                need.hint.clone(),
                view,
            ));
        }
    }
    documents
}

/// What the script reads: a file for each regency, so that a visitor loads one, or a few with neighbours.
pub(super) fn claim_data(scene: &Scene<'_>, plan: &mut Plan, findings: &mut Findings) {
    let mut files: BTreeMap<&str, Vec<FitLine>> = BTreeMap::new();
    for (summary, joining) in joinable(scene) {
        let line = FitLine { chat: None, ..line(summary, joining, scene) };
        files.entry(code_of(summary)).or_default().push(line);
    }
    for (code, lines) in files {
        let json = serde_json::to_vec(&lines).expect("lines hold nothing that JSON cannot say");
        let path = format!("{}{}", scene.home, routes::fit_data(code));
        plan.claim(SitePath::new(path), Output::Page(json), findings);
    }
}

fn joinable<'a>(scene: &Scene<'a>) -> impl Iterator<Item = (&'a Summary, &'a SummaryJoining)> + use<'a> {
    scene.summaries.iter().filter_map(|summary| Some((*summary, summary.joining.as_deref()?)))
}

fn code_of(summary: &Summary) -> &str {
    summary.region.as_ref().map_or(NOWHERE, |region| region.regency_code())
}

fn needs(scene: &Scene<'_>) -> Vec<NeedView> {
    let need = |help: Help| {
        let word = help_word(help);
        let mut lines = Regional::new();
        for (summary, joining) in
            joinable(scene).filter(|(_, joining)| joining.helps.iter().any(|it| it == word))
        {
            lines.push(summary, line(summary, joining, scene), scene.texts);
        }
        NeedView {
            word,
            label: scene.texts.get(&format!("fit.need.{word}")).to_owned(),
            hint: scene.texts.get(&format!("fit.hint.{word}")).to_owned(),
            count: (lines.count() > 0).then(|| scene.texts.count("portal.count", lines.count() as u64)),
            places: lines
                .places(&routes::fit_for(word))
                .into_iter()
                .map(|(name, count, href)| LinkView { href, label: format!("{name} ({count})") })
                .collect(),
            href: routes::fit_for(word),
            lines,
        }
    };
    NEEDS.into_iter().map(need).collect()
}

fn line(summary: &Summary, joining: &SummaryJoining, scene: &Scene<'_>) -> FitLine {
    let texts = scene.texts;
    let amount =
        |amount: Option<u64>| amount.and_then(Rupiah::new).map(|it| money::rupiah(it, scene.language));
    let (initial, monthly) = (amount(joining.initial), amount(joining.periodic));
    let pay = match (&initial, &monthly) {
        (Some(initial), Some(monthly)) => {
            Some(texts.fill("fit.pay", &[("initial", initial), ("monthly", monthly)]))
        }
        (Some(initial), None) => Some(texts.fill("fit.pay_initial", &[("initial", initial)])),
        (None, Some(monthly)) => Some(texts.fill("fit.pay_monthly", &[("monthly", monthly)])),
        (None, None) => None,
    };
    let terms = joining.terms.iter().take(TERMS);
    let message = texts.fill("fit.message_short", &[("name", summary.label())]);
    let number = summary.whatsapp.as_deref().and_then(WhatsAppNumber::from_digits);
    let slugs: BTreeSet<Slug> = summary.sectors.iter().filter_map(|sector| Slug::from_name(sector)).collect();
    FitLine {
        label: summary.label().to_owned(),
        href: scene.link_to(summary, ""),
        join: scene.link_to(summary, if scene.has(Feature::Join) { routes::JOIN } else { "" }),
        place: place(summary),
        district: summary.region.as_ref().and_then(|region| region.district.clone()),
        helps: joining.helps.clone(),
        sectors: slugs.iter().map(ToString::to_string).collect(),
        pay,
        monthly: joining.periodic,
        terms: terms.map(|term| crate::markdown::shorten(term.get(scene.language), TERM_CHARS)).collect(),
        whatsapp: summary.whatsapp.clone(),
        chat: number.map(|number| links::whatsapp(&number, &message)),
    }
}

fn places(scene: &Scene<'_>) -> Vec<PlaceView> {
    let codes: BTreeSet<&str> = joinable(scene).map(|(summary, _)| code_of(summary)).collect();
    let data = |code: &str| routes::fit_data(code);
    // Every regency that the portal knows may be somebody's own: cooperatives to join may be next door.
    let mut places: Vec<PlaceView> = regencies(scene)
        .into_iter()
        .map(|regency| {
            let near = neighbours(&regency.code).iter().filter(|code| codes.contains(*code));
            PlaceView {
                data: if codes.contains(regency.code.as_str()) { data(&regency.code) } else { String::new() },
                near: near.map(|code| data(code)).collect::<Vec<_>>().join(" "),
                name: regency.name,
            }
        })
        .collect();
    if codes.contains(NOWHERE) {
        let name = scene.texts.get("portal.elsewhere").to_owned();
        places.push(PlaceView { name, data: data(NOWHERE), near: String::new() });
    }
    places
}

/// The lines of business of cooperatives that one can join, by name.
fn sectors(scene: &Scene<'_>) -> Vec<LinkView> {
    let mut counts: BTreeMap<Slug, (usize, &str)> = BTreeMap::new();
    for sector in joinable(scene).flat_map(|(summary, _)| &summary.sectors) {
        let Some(slug) = Slug::from_name(sector) else { continue };
        counts.entry(slug).or_insert((0, sector)).0 += 1;
    }
    let mut most: Vec<(&Slug, &(usize, &str))> = counts.iter().collect();
    most.sort_by_key(|(_, (count, _))| std::cmp::Reverse(*count));
    most.truncate(SECTORS);
    most.sort_by_key(|(slug, _)| *slug);
    let link = |(slug, (_, label)): (&Slug, &(usize, &str))| LinkView {
        href: slug.to_string(),
        label: (*label).to_owned(),
    };
    most.into_iter().map(link).collect()
}

fn monthly(amount: u64, scene: &Scene<'_>) -> Option<LinkView> {
    let shown = money::rupiah(Rupiah::new(amount)?, scene.language);
    Some(LinkView { href: amount.to_string(), label: shown })
}
