//! Where the profit goes: the real shares of a cooperative, and a pupil's own part worked out in whole
//! rupiah. Where a number is not stated, an example stands in and says that it is one.

use serde::Serialize;

use crate::model::{Language, Percent, Rupiah, Surplus, SurplusPart, split_exactly};
use crate::theme::Texts;
use crate::view::money;

/// What a pupil spends: ten thousand rupiah a week in forty school weeks.
pub(super) const A_WEEK: u64 = 10_000;
pub(super) const WEEKS: u64 = 40;

/// Where all members' purchases are not stated: surplus is a twentieth of them.
pub(super) const PURCHASES_PER_SURPLUS: u64 = 20;

/// Between the parts of the bar, of ten thousand.
const BAR_GAP: u16 = 50;

/// The surplus of a small school cooperative, where a profile states none.
const EXAMPLE_SURPLUS: u64 = 6_000_000;
const EXAMPLE_SHARES: [(SurplusPart, u32); 5] = [
    (SurplusPart::MemberServices, 4_000),
    (SurplusPart::MemberSavings, 2_000),
    (SurplusPart::Reserve, 2_500),
    (SurplusPart::Education, 1_000),
    (SurplusPart::Social, 500),
];

/// Where the profit goes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SurplusView {
    /// The sentence above the amount.
    pub lead: String,
    /// `Rp 486.500.000`.
    pub amount: String,
    /// Parts, in order.
    pub parts: Vec<PartView>,
    /// Share of the members, in words: `60%`.
    pub members_percent: String,
    /// A pupil's own part, step by step; empty if members get nothing by what they buy.
    pub steps: Vec<StepView>,
    /// Which numbers are examples; none if all are real.
    pub note: Option<String>,
}

/// One part of the surplus.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PartView {
    /// What it is for.
    pub name: String,
    /// Its part of the whole: `45%`.
    pub percent: String,
    /// `Rp 218.925.000`.
    pub amount: String,
    /// True if it goes to the members themselves.
    pub to_members: bool,
    /// Where it begins on a bar of ten thousand.
    pub start: u16,
    /// How wide it is.
    pub width: u16,
}

/// One step of the calculation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// What is worked out.
    pub text: String,
    /// The amount.
    pub amount: String,
}

/// Works out the view from the surplus of a profile, or from an example.
pub fn surplus_view(surplus: Option<&Surplus>, language: Language, texts: &Texts) -> SurplusView {
    let example = example();
    let real = surplus.is_some();
    let surplus = surplus.unwrap_or(&example);
    let year = surplus.year.to_string();
    let members: u32 = surplus
        .shares
        .iter()
        .filter(|(part, _)| goes_to_members(*part))
        .map(|(_, share)| u32::from(share.hundredths()))
        .sum();
    let note = match (real, surplus.total_services) {
        (false, _) => Some(texts.get("muda.surplus.note_all").to_owned()),
        (true, None) => Some(texts.get("muda.surplus.note_purchases").to_owned()),
        (true, Some(_)) => None,
    };
    SurplusView {
        lead: if real {
            texts.fill("muda.surplus.lead", &[("year", &year)])
        } else {
            texts.get("muda.surplus.lead_example").to_owned()
        },
        amount: money::rupiah(surplus.amount, language),
        parts: parts(surplus, language, texts),
        members_percent: money::percent(
            Percent::from_hundredths(members).unwrap_or(Percent::WHOLE),
            language,
        ),
        steps: steps(surplus, language, texts),
        note,
    }
}

pub(super) fn example() -> Surplus {
    Surplus {
        year: 0,
        amount: Rupiah::new(EXAMPLE_SURPLUS).unwrap_or_default(),
        shares: EXAMPLE_SHARES
            .into_iter()
            .filter_map(|(part, share)| Some((part, Percent::from_hundredths(share)?)))
            .collect(),
        total_services: None,
        total_savings: None,
    }
}

fn goes_to_members(part: SurplusPart) -> bool {
    matches!(part, SurplusPart::MemberServices | SurplusPart::MemberSavings)
}

fn parts(surplus: &Surplus, language: Language, texts: &Texts) -> Vec<PartView> {
    let mut start = 0;
    let shares = surplus.shares.iter().zip(surplus.parts());
    shares
        .map(|((part, share), (_, amount))| {
            let width = share.hundredths();
            let view = PartView {
                name: texts.get(&format!("muda.surplus_part.{}", part_word(*part))).to_owned(),
                percent: money::percent(*share, language),
                amount: money::rupiah(amount, language),
                to_members: goes_to_members(*part),
                start,
                width: width.saturating_sub(BAR_GAP),
            };
            start += width;
            view
        })
        .collect()
}

/// The word of a profile for a part.
fn part_word(part: SurplusPart) -> &'static str {
    match part {
        SurplusPart::MemberServices => "jasa_usaha",
        SurplusPart::MemberSavings => "jasa_modal",
        SurplusPart::Reserve => "cadangan",
        SurplusPart::Education => "pendidikan",
        SurplusPart::Social => "sosial",
        SurplusPart::Officers => "pengurus",
        SurplusPart::Staff => "karyawan",
        SurplusPart::Development => "pembangunan",
    }
}

/// A pupil's part of what members get by their purchases; yours and everybody else's add up to all of it.
fn steps(surplus: &Surplus, language: Language, texts: &Texts) -> Vec<StepView> {
    let pool = surplus.parts().into_iter().find(|(part, _)| *part == SurplusPart::MemberServices);
    let Some((_, pool)) = pool.filter(|(_, pool)| pool.amount() > 0) else { return Vec::new() };
    let mine = A_WEEK * WEEKS;
    let all = surplus
        .total_services
        .map_or_else(|| surplus.amount.amount().saturating_mul(PURCHASES_PER_SURPLUS), Rupiah::amount)
        .max(mine);
    let shares = split_exactly(pool, &[mine, all - mine]);
    let amount = |rupiah: u64| money::rupiah(Rupiah::new(rupiah).unwrap_or(Rupiah::MAX), language);
    let (week, weeks) = (amount(A_WEEK), WEEKS.to_string());
    let (mine, all) = (amount(mine), amount(all));
    let pool = money::rupiah(pool, language);
    let [yours, others] = [shares[0], shares[1]].map(|share| money::rupiah(share, language));
    let values: [(&str, &str); 7] = [
        ("week", &week),
        ("weeks", &weeks),
        ("mine", &mine),
        ("all", &all),
        ("pool", &pool),
        ("yours", &yours),
        ("others", &others),
    ];
    let step = |key: &str, amount: &String| StepView {
        text: texts.fill(&format!("muda.surplus.step.{key}"), &values),
        amount: amount.clone(),
    };
    vec![step("mine", &mine), step("all", &all), step("pool", &pool), step("yours", &yours)]
}
