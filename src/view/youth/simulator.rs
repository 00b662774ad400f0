//! A member's own part of the surplus, worked out in whole rupiah: what a page shows without a script, and
//! the numbers with which its script goes on. The script does the same arithmetic; `surplus-cases.json`
//! holds cases worked out by hand for both.

use serde::Serialize;

use crate::model::{Cooperative, Language, Rupiah, Surplus, SurplusPart, split_exactly};
use crate::routes;
use crate::theme::Texts;
use crate::view::links::LinkView;
use crate::view::money;
use crate::view::youth::around::Around;
use crate::view::youth::palette::palette_of;
use crate::view::youth::surplus::{A_WEEK, PURCHASES_PER_SURPLUS, WEEKS, example};

/// Where all members' savings are not stated: ten times the surplus.
const SAVINGS_PER_SURPLUS: u64 = 10;

/// What a member has saved before anything is typed, in rupiah.
const SAVED: u64 = 200_000;

/// The table of examples: a week's purchases and savings, in rupiah.
const EXAMPLES: [(u64, u64); 5] =
    [(5_000, 0), (10_000, SAVED), (25_000, 500_000), (50_000, 1_000_000), (100_000, 2_000_000)];

/// The page of the simulator.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SimulatorPage {
    /// Whose page it is.
    #[serde(flatten)]
    pub around: Around,
    /// What to do.
    pub lead: String,
    /// The numbers that the script starts from.
    pub numbers: Numbers,
    /// What they come to before anything is typed.
    pub start: Outcome,
    /// Worked examples.
    pub examples: Vec<Outcome>,
    /// Which numbers are examples; none if all are real.
    pub note: Option<String>,
}

/// Whole rupiah, as a script reads them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Numbers {
    /// A week's purchases.
    pub week: u64,
    /// Weeks in which one buys.
    pub weeks: u64,
    /// One's savings.
    pub saved: u64,
    /// All members' purchases.
    pub purchases: u64,
    /// All members' savings.
    pub savings: u64,
    /// What members get by what they bought.
    pub by_purchases: u64,
    /// What members get by what they saved.
    pub by_savings: u64,
}

/// What one member gets, printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome {
    /// A week's purchases.
    pub week: String,
    /// A year's purchases.
    pub year: String,
    /// One's own savings.
    pub saved: String,
    /// All members' purchases; at least one's own.
    pub purchases: String,
    /// All members' savings; at least one's own.
    pub savings: String,
    /// What all members get by what they bought.
    pub by_purchases: String,
    /// What all members get by what they saved.
    pub by_savings: String,
    /// One's part by purchases.
    pub part_purchases: String,
    /// One's part by savings.
    pub part_savings: String,
    /// Both together.
    pub total: String,
    /// Width of the part by purchases in the picture, of a thousand.
    pub width: u64,
}

/// A member's part of a pool: the part of `mine` among `all`, the largest remainder rounded up, so that it
/// and everybody else's come to exactly the pool. Who has more than all together is all there is.
pub fn own_part(pool: u64, mine: u64, all: u64) -> u64 {
    let others = all.saturating_sub(mine);
    let pool = Rupiah::new(pool).unwrap_or(Rupiah::MAX);
    split_exactly(pool, &[mine, others]).first().map_or(0, |part| part.amount())
}

/// Works out the page of a cooperative; numbers that its profile does not state are examples, and said to be.
pub fn simulator_page(
    cooperative: &Cooperative,
    links: Vec<LinkView>,
    language: Language,
    texts: &Texts,
) -> SimulatorPage {
    let label = cooperative.label();
    let around = Around {
        palette: palette_of(cooperative),
        label: label.to_owned(),
        home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
        links,
        removal: None,
    };
    simulator(around, cooperative.surplus.as_ref(), language, texts)
}

/// The same in numbers of a school's small cooperative, for a page that speaks for no single one.
pub fn example_simulator(around: Around, language: Language, texts: &Texts) -> SimulatorPage {
    simulator(around, None, language, texts)
}

fn simulator(around: Around, stated: Option<&Surplus>, language: Language, texts: &Texts) -> SimulatorPage {
    let example = example();
    let surplus = stated.unwrap_or(&example);
    let pool = |wanted: SurplusPart| {
        surplus.parts().into_iter().find(|(part, _)| *part == wanted).map_or(0, |(_, pool)| pool.amount())
    };
    let times = |factor: u64| surplus.amount.amount().saturating_mul(factor);
    let numbers = Numbers {
        week: A_WEEK,
        weeks: WEEKS,
        saved: SAVED,
        purchases: surplus.total_services.map_or_else(|| times(PURCHASES_PER_SURPLUS), Rupiah::amount),
        savings: surplus.total_savings.map_or_else(|| times(SAVINGS_PER_SURPLUS), Rupiah::amount),
        by_purchases: pool(SurplusPart::MemberServices),
        by_savings: pool(SurplusPart::MemberSavings),
    };
    let note = match (stated, surplus.total_services.is_some() && surplus.total_savings.is_some()) {
        (None, _) => Some("muda.sim.note_all"),
        (Some(_), false) => Some("muda.sim.note_totals"),
        (Some(_), true) => None,
    };
    let year = surplus.year.to_string();
    SimulatorPage {
        lead: match stated {
            Some(_) => texts.fill("muda.sim.lead", &[("name", &around.label), ("year", &year)]),
            None => texts.get("muda.sim.lead_example").to_owned(),
        },
        around,
        start: outcome(&numbers, numbers.week, numbers.saved, language),
        examples: EXAMPLES
            .into_iter()
            .map(|(week, saved)| outcome(&numbers, week, saved, language))
            .collect(),
        numbers,
        note: note.map(|key| texts.get(key).to_owned()),
    }
}

fn outcome(numbers: &Numbers, week: u64, saved: u64, language: Language) -> Outcome {
    let print = |rupiah: u64| money::rupiah(Rupiah::new(rupiah).unwrap_or(Rupiah::MAX), language);
    let year = week.saturating_mul(numbers.weeks);
    let part_purchases = own_part(numbers.by_purchases, year, numbers.purchases);
    let part_savings = own_part(numbers.by_savings, saved, numbers.savings);
    let total = part_purchases + part_savings;
    let width = u128::from(part_purchases) * 1_000 / u128::from(total.max(1));
    Outcome {
        week: print(week),
        year: print(year),
        saved: print(saved),
        purchases: print(numbers.purchases.max(year)),
        savings: print(numbers.savings.max(saved)),
        by_purchases: print(numbers.by_purchases),
        by_savings: print(numbers.by_savings),
        part_purchases: print(part_purchases),
        part_savings: print(part_savings),
        total: print(total),
        width: u64::try_from(width).unwrap_or(1_000),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_worked_out_by_hand_come_out_to_the_rupiah() {
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../../tests/browser/surplus-cases.json")).expect("JSON");
        assert!(cases.len() >= 10, "{}", cases.len());
        for case in cases {
            let number = |key: &str| case[key].as_u64().expect("a whole number");
            let (pool, mine, all) = (number("pool"), number("mine"), number("all"));
            assert_eq!(own_part(pool, mine, all), number("part"), "{case}");
            if mine <= all && all > 0 && mine * 2 != all {
                // A tie aside, everybody else's part is worked out alike, and both are the pool.
                assert_eq!(own_part(pool, mine, all) + own_part(pool, all - mine, all), pool, "{case}");
            }
        }
    }
}
