//! *Koperasi itu apa?*: six cards with this cooperative's own facts, a company and a cooperative side by side
//! with one of its products, the seven principles (UU 25/1992, article 5), and the words that one must know.

use serde::Serialize;

use crate::model::{Cooperative, Language};
use crate::routes;
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::youth::palette::palette_of;
use crate::view::{dates, money};

/// Questions in which a company and a cooperative differ.
const QUESTIONS: [&str; 4] = ["owner", "vote", "profit", "leave"];

/// The principles, in the order of the law.
const PRINCIPLES: [&str; 7] =
    ["open", "democratic", "fair", "capital", "independent", "learning", "together"];

/// Words that are explained, in the order in which one meets them.
pub(super) const WORDS: [&str; 8] =
    ["anggota", "simpanan", "rat", "shu", "cadangan", "pengurus", "pengawas", "pembina"];

/// The page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct WhatPage {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// A message that asks to take something down: nobody is shown here.
    pub removal: Option<()>,
    /// Six cards.
    pub cards: Vec<CardView>,
    /// The question above the comparison, with a product where there is one.
    pub comparison: String,
    /// Its rows.
    pub rows: Vec<ContrastView>,
    /// Seven principles, a sentence each.
    pub principles: Vec<String>,
    /// The glossary.
    pub words: Vec<WordView>,
}

/// A question, and what a company and a cooperative answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ContrastView {
    /// What is asked.
    pub question: String,
    /// A company's answer.
    pub company: String,
    /// A cooperative's.
    pub cooperative: String,
}

/// A word and its meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WordView {
    /// Name of its place on the page, without `kata-`.
    pub id: &'static str,
    /// The word.
    pub word: String,
    /// What it means.
    pub meaning: String,
}

/// Works out the page. Only what a profile states is said of the cooperative.
pub fn what_page(
    cooperative: &Cooperative,
    links: Vec<LinkView>,
    language: Language,
    texts: &Texts,
) -> WhatPage {
    let label = cooperative.label();
    let text = |key: String| texts.fill(&key, &[("name", label)]);
    WhatPage {
        palette: palette_of(cooperative),
        label: label.to_owned(),
        home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
        links,
        removal: None,
        cards: cards(cooperative, language, texts),
        comparison: match cooperative.products.first() {
            Some(product) => {
                texts.fill("muda.what.compare_product", &[("product", product.name.get(language))])
            }
            None => texts.get("muda.what.compare").to_owned(),
        },
        rows: QUESTIONS
            .iter()
            .map(|key| ContrastView {
                question: text(format!("muda.what.{key}.question")),
                company: text(format!("muda.what.{key}.company")),
                cooperative: text(format!("muda.what.{key}.cooperative")),
            })
            .collect(),
        principles: PRINCIPLES.iter().map(|key| text(format!("muda.what.principle.{key}"))).collect(),
        words: WORDS
            .into_iter()
            .map(|id| WordView {
                id,
                word: text(format!("muda.what.word.{id}.word")),
                meaning: text(format!("muda.what.word.{id}.meaning")),
            })
            .collect(),
    }
}

/// One of the six cards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CardView {
    /// Name of its drawing: `pemilik`.
    pub mark: &'static str,
    /// In a few words.
    pub title: String,
    /// In two sentences.
    pub text: String,
    /// This cooperative's own fact on it.
    pub fact: Option<String>,
    /// Name of the word that the glossary explains; empty without one.
    pub word_id: &'static str,
    /// `Apa itu RAT?`
    pub word: Option<String>,
}

/// Six cards that say what a cooperative is, with this one's own facts where the profile states them.
fn cards(cooperative: &Cooperative, language: Language, texts: &Texts) -> Vec<CardView> {
    let label = cooperative.label();
    let card = |mark: &'static str, word_id: &'static str, fact: Option<String>| CardView {
        mark,
        word_id,
        word: (!word_id.is_empty()).then(|| {
            let word = texts.get(&format!("muda.what.word.{word_id}.word"));
            texts.fill("muda.what.meaning_of", &[("word", word)])
        }),
        title: texts.get(&format!("muda.card.{mark}.title")).to_owned(),
        text: texts.get(&format!("muda.card.{mark}.text")).to_owned(),
        fact,
    };
    let joining = cooperative.joining.as_ref();
    let share = joining.and_then(|joining| joining.initial_share).map(|share| {
        let amount = money::rupiah(share, language);
        texts.fill("muda.card.simpanan.fact", &[("name", label), ("amount", &amount)])
    });
    let meeting = cooperative.meetings.first().map(|meeting| {
        let date = dates::day(meeting.date, texts);
        texts.fill("muda.card.rapat.fact", &[("name", label), ("date", &date)])
    });
    let owners = cooperative.member_count.map(|count| {
        let count = money::number(u64::from(count), language);
        texts.fill("muda.card.pemilik.fact", &[("name", label), ("n", &count)])
    });
    let bought = cooperative
        .products
        .first()
        .map(|product| texts.fill("muda.card.untung.fact", &[("product", product.name.get(language))]));
    vec![
        card("pemilik", "anggota", owners),
        card("suara", "", None),
        card("untung", "", bought),
        card("simpanan", "simpanan", share),
        card("rapat", "rat", meeting),
        card("shu", "shu", None),
    ]
}
