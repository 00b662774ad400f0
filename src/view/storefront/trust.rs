//! What makes a stranger trust the shop: who it is before the law, what it can prove, what it decided with its
//! members.

use serde::Serialize;

use crate::model::{Certificates, Cooperative, Group, Kind, Scheme};
use crate::routes;
use crate::theme::Texts;
use crate::view::days::{CountView, last_of};
use crate::view::scene::Scene;
use crate::view::{dates, money};

/// A fact with its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TrustFact {
    /// What is told.
    pub label: String,
    /// What it is, in words; empty where numbers tell it.
    pub value: String,
    /// Numbers of things that end, such as certificates.
    pub counts: Vec<CountView>,
    /// Last day of all of them, as an ISO date.
    pub last: Option<String>,
    /// Where it is told at length, from the language's root.
    pub href: Option<String>,
}

impl TrustFact {
    fn new(label: &str, value: String, href: Option<&str>) -> Self {
        let href = href.map(str::to_owned);
        Self { label: label.to_owned(), value, counts: Vec::new(), last: None, href }
    }
}

/// Three short facts, those that a buyer believes first.
pub fn proof(cooperative: &Cooperative, texts: &Texts) -> Vec<String> {
    let mut proof = Vec::new();
    if let Some(founded) = cooperative.founded {
        proof.push(texts.fill("proof.since", &[("year", &founded.year().to_string())]));
    }
    if let Some(count) = cooperative.member_count {
        proof.push(texts.count("proof.members", u64::from(count)));
    }
    if cooperative.legal.entity_number.is_some() {
        proof.push(texts.get("proof.entity").to_owned());
    }
    if let Some(meeting) = cooperative.meetings.first() {
        proof.push(texts.fill("proof.meeting", &[("year", &meeting.book_year.to_string())]));
    }
    proof
}

/// Kind, family and scheme in words: `produsen, KUD`; `None` if the profile says none of them.
pub fn kinds_of(cooperative: &Cooperative, texts: &Texts) -> Option<String> {
    let mut kinds: Vec<&str> = Vec::new();
    kinds.extend(cooperative.kind.map(|kind| texts.get(kind_key(kind))));
    kinds.extend(cooperative.group.and_then(group_key).map(|key| texts.get(key)));
    if cooperative.scheme == Scheme::Sharia {
        kinds.push(texts.get("kind.sharia"));
    }
    (!kinds.is_empty()).then(|| kinds.join(", "))
}

/// Identity, certificates and meetings, as far as the profile states them.
pub fn trust_facts(scene: &Scene<'_>) -> Vec<TrustFact> {
    let Scene { cooperative, texts, language, .. } = scene;
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String, href: Option<&str>| {
        facts.push(TrustFact::new(texts.get(key), value, href));
    };
    if let Some(kinds) = kinds_of(cooperative, texts) {
        fact("trust.kind", kinds, None);
    }
    let legal = &cooperative.legal;
    for (key, value) in [
        ("trust.entity", &legal.entity_number),
        ("trust.cooperative_number", &legal.cooperative_number),
        ("trust.business_number", &legal.business_number),
        ("trust.tax_number", &legal.tax_number),
    ] {
        if let Some(value) = value {
            fact(key, value.clone(), None);
        }
    }
    facts.extend(certificates(scene));
    let mut fact = |key: &str, value: String, href: Option<&str>| {
        facts.push(TrustFact::new(texts.get(key), value, href));
    };
    let report = scene.pages.report.then_some(routes::REPORT);
    if let Some(meeting) = cooperative.meetings.first() {
        let value = texts.fill(
            "trust.meeting_of",
            &[("year", &meeting.book_year.to_string()), ("date", &dates::day(meeting.date, texts))],
        );
        fact("trust.meeting", value, report);
    }
    if let Some(surplus) = &cooperative.surplus {
        let value = texts.fill(
            "trust.surplus_of",
            &[("year", &surplus.year.to_string()), ("amount", &money::rupiah(surplus.amount, *language))],
        );
        fact("trust.surplus", value, report);
    }
    facts
}

/// How many products have a certificate of each kind that has not lapsed.
fn certificates(scene: &Scene<'_>) -> Option<TrustFact> {
    let Scene { cooperative, texts, settings, .. } = scene;
    let lasts = |has: fn(&Certificates) -> bool| {
        let of = cooperative.products.iter().map(|product| &product.certificates);
        let holding = of.filter(|all| all.valid_until.is_none_or(|until| until >= settings.today));
        holding.filter(move |all| has(all)).map(|all| all.valid_until).collect::<Vec<_>>()
    };
    let kinds = [
        ("trust.halal", lasts(|all| all.halal.is_some())),
        ("trust.pirt", lasts(|all| all.pirt.is_some())),
        ("trust.bpom", lasts(|all| all.bpom.is_some())),
    ];
    let named = |key: &str, words: String| format!("{} ({words})", texts.get(key));
    let counts: Vec<CountView> = kinds
        .iter()
        .filter_map(|(key, lasts)| {
            let count = CountView::of("catalogue.count", lasts.iter().copied(), texts)?;
            let one = count.one.map(|one| named(key, one));
            Some(CountView { text: named(key, count.text), one, days: count.days })
        })
        .collect();
    let last = last_of(kinds.into_iter().flat_map(|(_, lasts)| lasts));
    let fact = TrustFact::new(texts.get("trust.certificates"), String::new(), None);
    (!counts.is_empty()).then_some(TrustFact { counts, last, ..fact })
}

fn kind_key(kind: Kind) -> &'static str {
    match kind {
        Kind::Consumer => "kind.consumer",
        Kind::Producer => "kind.producer",
        Kind::Service => "kind.service",
        Kind::Marketing => "kind.marketing",
        Kind::SavingsAndLoan => "kind.savings",
    }
}

fn group_key(group: Group) -> Option<&'static str> {
    Some(match group {
        Group::Village => "kind.village",
        Group::Pesantren => "kind.pesantren",
        Group::Pupils => "kind.pupils",
        Group::Employees => "kind.employees",
        Group::Students => "kind.students",
        Group::RedWhite => "kind.red_white",
        Group::Other => return None,
    })
}
