//! One cooperative as a card of the desk: how it stands, why, and what the office does about it.

use serde::Serialize;

use super::row::{NAMED_PARTS, Row, row};
use crate::model::WhatsAppNumber;
use crate::portal::scene::Scene;
use crate::routes;
use crate::summary::{State, Summary};
use crate::view::action::ActionView;
use crate::view::links::{self, LinkView};

/// A card, and the row that it tells of.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Card {
    link: LinkView,
    /// Words of its full name that the card does not show, in lower case.
    find: Option<String>,
    /// `Pangalengan, Kabupaten Bandung`.
    place: Option<String>,
    /// `Koperasi produsen`.
    kind: Option<String>,
    /// What the filter and the order of the page go by.
    by: Facets,
    score: u8,
    missing: String,
    freshness: &'static str,
    freshness_label: String,
    /// Why, and what else the office should know.
    notes: Vec<String>,
    next: Option<String>,
    /// `4 barang`, `2 peluang`.
    counts: Vec<String>,
    meeting: Option<i16>,
    /// A message to the cooperative that asks for what is old or missing.
    chat: Option<ActionView>,
    #[serde(skip)]
    pub(super) row: Row,
}

/// What cards are filtered and sorted by, as addresses and queries spell it; empty for what is not known.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Facets {
    regency: String,
    district: String,
    kind: &'static str,
    state: &'static str,
    last_sign: String,
}

impl Card {
    /// Its name as the card shows it.
    pub(super) fn label(&self) -> &str {
        &self.link.label
    }

    /// Why, in one line.
    pub(super) fn why(&self) -> String {
        self.notes.join(", ")
    }

    /// What the office does next, in words.
    pub(super) fn next(&self) -> Option<&str> {
        self.next.as_deref()
    }

    /// Its state in words.
    pub(super) fn state(&self) -> &str {
        &self.freshness_label
    }
}

/// A state as addresses and queries spell it.
pub(super) fn state_word(state: State) -> &'static str {
    routes::MONITORING_STATES[state as usize]
}

/// The cards of all cooperatives, those that need a call first: the stalest, then the least complete.
pub(super) fn cards(scene: &Scene<'_>) -> Vec<Card> {
    let mut cards: Vec<Card> = scene.summaries.iter().map(|summary| card(summary, scene)).collect();
    cards.sort_by(|one, other| {
        let by_state = other.row.freshness.cmp(&one.row.freshness);
        by_state.then(one.row.score.cmp(&other.row.score)).then_with(|| one.row.slug.cmp(&other.row.slug))
    });
    cards
}

fn card(summary: &Summary, scene: &Scene<'_>) -> Card {
    let texts = scene.texts;
    let row = row(summary, scene.settings);
    let number = row.whatsapp.as_deref().and_then(WhatsAppNumber::from_digits);
    let chat = number.zip(row.message(&scene.settings.title, texts));
    let count = |key: &str, n: u64| (n > 0).then(|| texts.count(key, n));
    let openings = u64::try_from(row.openings).unwrap_or(u64::MAX);
    let place = match (&row.district, &row.regency) {
        (Some(district), Some(regency)) => Some(format!("{district}, {regency}")),
        (_, regency) => regency.clone(),
    };
    let kind = row.kind.map(|kind| texts.get(&format!("portal.kind.{kind}")));
    let counts = [count("portal.products", u64::from(row.products)), count("portal.openings", openings)];
    Card {
        link: LinkView { href: scene.link_to(summary, ""), label: summary.label().to_owned() },
        find: words_not_shown(&summary.name, &[Some(summary.label()), place.as_deref(), kind]),
        place,
        kind: kind.map(str::to_owned),
        by: Facets {
            regency: row.regency_code.clone().unwrap_or_default(),
            district: row.district.clone().unwrap_or_default(),
            kind: row.kind.unwrap_or_default(),
            state: state_word(row.freshness),
            last_sign: row.last_sign.map_or_else(String::new, |day| day.to_string()),
        },
        score: row.score,
        missing: row.missing_parts(texts).into_iter().take(NAMED_PARTS).collect::<Vec<_>>().join(", "),
        freshness: row.freshness.name(),
        freshness_label: texts.get(&format!("portal.monitor.{}", row.freshness.name())).to_owned(),
        notes: row.reasons(texts).into_iter().chain(row.notes(texts)).collect(),
        next: row.next_step(texts),
        counts: counts.into_iter().flatten().collect(),
        meeting: row.last_meeting_year,
        chat: chat.map(|(number, message)| ActionView {
            href: links::whatsapp(&number, &message),
            label: texts.get("portal.monitor.contact").to_owned(),
            kind: "whatsapp",
        }),
        row,
    }
}

/// The words of a name that none of the texts beside it holds.
fn words_not_shown(name: &str, shown: &[Option<&str>]) -> Option<String> {
    let shown = shown.iter().flatten().map(|text| text.to_lowercase()).collect::<Vec<_>>().join("\n");
    let name = name.to_lowercase();
    let words: Vec<&str> = name.split_whitespace().filter(|word| !shown.contains(word)).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
