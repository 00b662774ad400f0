//! What makes a stranger trust the shop: who it is before the law, what it can prove, what it decided with its
//! members.

use crate::model::{Cooperative, Group, Kind, Product, Scheme};
use crate::routes;
use crate::theme::Texts;
use crate::view::fact::FactView;
use crate::view::scene::Scene;
use crate::view::{dates, money};

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

/// Identity, certificates and meetings, as far as the profile states them.
pub fn trust_facts(scene: &Scene<'_>) -> Vec<FactView> {
    let Scene { cooperative, texts, settings, language, .. } = scene;
    let mut facts = Vec::new();
    let mut fact = |key: &str, value: String, href: Option<&str>| {
        facts.push(FactView { label: texts.get(key).to_owned(), value, href: href.map(str::to_owned) });
    };
    let mut kinds: Vec<&str> = Vec::new();
    kinds.extend(cooperative.kind.map(|kind| texts.get(kind_key(kind))));
    kinds.extend(cooperative.group.and_then(group_key).map(|key| texts.get(key)));
    if cooperative.scheme == Scheme::Sharia {
        kinds.push(texts.get("kind.sharia"));
    }
    if !kinds.is_empty() {
        fact("trust.kind", kinds.join(", "), None);
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
    let holds =
        |product: &&Product| product.certificates.valid_until.is_none_or(|until| until >= settings.today);
    let certified = |has: fn(&Product) -> bool| {
        cooperative.products.iter().filter(holds).filter(|product| has(product)).count() as u64
    };
    let marks: Vec<String> = [
        ("trust.halal", certified(|product| product.certificates.halal.is_some())),
        ("trust.pirt", certified(|product| product.certificates.pirt.is_some())),
        ("trust.bpom", certified(|product| product.certificates.bpom.is_some())),
    ]
    .into_iter()
    .filter(|(_, count)| *count > 0)
    .map(|(key, count)| format!("{} ({})", texts.get(key), texts.count("catalogue.count", count)))
    .collect();
    if !marks.is_empty() {
        fact("trust.certificates", marks.join(", "), None);
    }
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
