//! How fresh what a cooperative tells is: by the oldest thing that a buyer relies on, not by a day that somebody types.

use serde::{Serialize, Serializer};

use super::record::Summary;
use crate::model::{Date, Kind};
use crate::settings::{AgeWeight, Ages, Freshness};

/// From the best to the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum State {
    /// All that is told holds.
    Fresh,
    /// Something should be looked at.
    Ageing,
    /// Something is too old to be relied on.
    Stale,
    /// Nothing was heard for long.
    Silent,
}

impl State {
    /// All, from the best to the worst.
    pub const ALL: [Self; 4] = [Self::Fresh, Self::Ageing, Self::Stale, Self::Silent];

    /// As data and texts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fresh => "fresh",
            Self::Ageing => "ageing",
            Self::Stale => "stale",
            Self::Silent => "silent",
        }
    }
}

impl Serialize for State {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// What has an age of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Matter {
    /// The oldest price.
    Price,
    /// The oldest promotion that is over.
    Promo,
    /// The certificate that lapsed first.
    Certificate,
    /// The last members' meeting.
    Meeting,
    /// The opening that closed first.
    Opening,
    /// The day that staff type.
    Profile,
    /// The last sign of life of any kind, told of who is silent.
    Sign,
    /// The site of its own that does not answer.
    Site,
}

/// A site may be away for a weekend; after two weeks nobody knows what it says.
const SITE_AGES: Ages = Ages { ageing_days: 3, stale_days: 14, weight: AgeWeight::Decides };

impl Matter {
    /// As data and texts name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Price => "price",
            Self::Promo => "promo",
            Self::Certificate => "certificate",
            Self::Meeting => "meeting",
            Self::Opening => "opening",
            Self::Profile => "profile",
            Self::Sign => "sign",
            Self::Site => "site",
        }
    }
}

impl Serialize for Matter {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The age of one matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Aged {
    /// Which.
    pub matter: Matter,
    /// From when it counts; `None` for prices without a day, and for a sign of life that nobody ever gave.
    pub since: Option<Date>,
    /// Days since then.
    pub days: Option<i32>,
    /// What follows for the cooperative.
    pub state: State,
}

/// How fresh a cooperative is, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// The whole.
    pub state: State,
    /// Matters that are not fresh, the worst first.
    pub reasons: Vec<Aged>,
}

/// How fresh a cooperative is on a day.
pub fn assess(summary: &Summary, rules: &Freshness, today: Date) -> Assessment {
    let mut reasons: Vec<Aged> = ages(summary, today)
        .into_iter()
        .filter_map(|(matter, since)| aged(matter, since, rules_of(rules, matter), today))
        .collect();
    reasons.extend(silence_of_site(summary, today));
    if let Some(silence) = silence(summary, rules.silent_days, today) {
        // Of two words for one day, the stronger is enough.
        reasons.retain(|aged| aged.matter != Matter::Profile || aged.since != silence.since);
        reasons.push(silence);
    }
    // The sort is stable: of equals the one that buyers feel first comes first.
    reasons.sort_by_key(|aged| std::cmp::Reverse(aged.state));
    Assessment { state: reasons.first().map_or(State::Fresh, |worst| worst.state), reasons }
}

/// The last sign of life, if it is older than the office allows, or if there is none.
fn silence(summary: &Summary, silent_days: i32, today: Date) -> Option<Aged> {
    let since = last_sign(summary, today);
    let days = since.map(|since| days_between(since, today));
    let is_silent = days.is_none_or(|days| days > silent_days);
    is_silent.then_some(Aged { matter: Matter::Sign, since, days, state: State::Silent })
}

/// The site of its own that does not answer.
fn silence_of_site(summary: &Summary, today: Date) -> Option<Aged> {
    let aged = aged(Matter::Site, Some(summary.silent_since?), SITE_AGES, today)?;
    let state = if summary.is_gone(today) { State::Silent } else { aged.state };
    Some(Aged { state, ..aged })
}

/// True for a cooperative that is expected to show goods: one that saves and lends is not, nor one that runs outlets
/// and has no goods.
pub fn sells_goods(summary: &Summary) -> bool {
    let runs_outlets = !summary.outlets.is_empty() && summary.products.count == 0;
    summary.kind != Some(Kind::SavingsAndLoan) && !runs_outlets
}

/// From when each matter of a cooperative counts; a day that is still to come is no age.
fn ages(summary: &Summary, today: Date) -> Vec<(Matter, Option<Date>)> {
    let products = &summary.products;
    let has_prices = products.priced().next().is_some();
    let over = |day: Option<Date>| day.filter(|day| *day < today);
    let openings = summary.openings.iter().filter_map(|opening| over(opening.last_day()));
    let known = [
        (Matter::Promo, over(products.promo_until)),
        (Matter::Certificate, over(summary.certificates_until.iter().min().copied())),
        (Matter::Meeting, summary.meeting.and_then(|meeting| Date::new(meeting.book_year, 12, 31).ok())),
        (Matter::Opening, openings.min()),
        (Matter::Profile, summary.updated),
    ];
    // A price without a day of its own is as old as the profile says it is.
    let prices = has_prices.then_some((Matter::Price, products.priced_oldest.or(summary.updated)));
    prices.into_iter().chain(known.into_iter().filter(|(_, since)| since.is_some())).collect()
}

/// The ages of a matter that has rules of its own: silence has a limit instead.
fn rules_of(rules: &Freshness, matter: Matter) -> Ages {
    match matter {
        Matter::Price => rules.price,
        Matter::Promo => rules.promo,
        Matter::Certificate => rules.certificate,
        Matter::Meeting => rules.meeting,
        Matter::Opening => rules.opening,
        Matter::Profile | Matter::Sign | Matter::Site => rules.profile,
    }
}

/// `None` while it is fresh, or where it is not to count.
fn aged(matter: Matter, since: Option<Date>, ages: Ages, today: Date) -> Option<Aged> {
    let days = since.map(|since| days_between(since, today));
    let state = match days {
        Some(days) if days <= ages.ageing_days => return None,
        Some(days) if days <= ages.stale_days => State::Ageing,
        // Nobody can tell how old a price without a day is.
        Some(_) | None => State::Stale,
    };
    let state = match ages.weight {
        AgeWeight::Decides => state,
        AgeWeight::Counts => State::Ageing,
        AgeWeight::Ignored => return None,
    };
    Some(Aged { matter, since, days, state })
}

/// The last day of which somebody told something, of whatever kind; a day that is still to come counts as `today`.
pub fn last_sign(summary: &Summary, today: Date) -> Option<Date> {
    let meeting = summary.meeting.map(|meeting| meeting.date);
    let stories = summary.stories.iter().map(|story| story.date);
    let events = summary.events.iter().map(|event| event.starts.date());
    let days = [summary.updated, summary.products.priced_freshest, meeting];
    days.into_iter().flatten().chain(stories).chain(events).map(|day| day.min(today)).max()
}

fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map_or(0, |span| span.get_days()).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TODAY: Date = Date::constant(2026, 11, 24);

    fn summary(rest: &str) -> Summary {
        let json =
            format!(r#"{{"etalase":1,"slug":"susu","name":"Koperasi Susu","languages":["id"]{rest}}}"#);
        Summary::parse(json.as_bytes()).expect("a sound summary")
    }

    fn shop(products: &str, rest: &str) -> Summary {
        summary(&format!(
            r#","products":{{"count":1,"shown":[{{"slug":"susu","name":"Susu","price":12500}}]{products}}}{rest}"#
        ))
    }

    /// `stale: price 732, profile 1`.
    fn told(summary: &Summary) -> String {
        let Assessment { state, reasons } = assess(summary, &Freshness::default(), TODAY);
        let reason = |aged: &Aged| {
            let days = aged.days.map_or("?".to_owned(), |days| days.to_string());
            format!("{} {days}", aged.matter.name())
        };
        format!("{}: {}", state.name(), reasons.iter().map(reason).collect::<Vec<_>>().join(", "))
    }

    #[test]
    fn a_day_that_staff_type_makes_no_old_price_fresh() {
        let old = r#","priced_oldest":"2024-11-22","priced_freshest":"2024-11-22""#;
        assert_eq!(told(&shop(old, r#","updated":"2026-11-23""#)), "stale: price 732");
        let one_old = r#","priced_oldest":"2026-09-01","priced_freshest":"2026-11-23""#;
        assert_eq!(told(&shop(one_old, r#","updated":"2026-11-23""#)), "ageing: price 84");
        let fresh = r#","priced_oldest":"2026-11-01","priced_freshest":"2026-11-23""#;
        assert_eq!(told(&shop(fresh, r#","updated":"2024-01-01""#)), "ageing: profile 1058");
        assert_eq!(told(&shop("", r#","updated":"2026-11-23""#)), "fresh: ", "as of the profile's day");
    }

    #[test]
    fn each_matter_has_an_age_of_its_own() {
        let fresh = r#","priced_oldest":"2026-11-20","priced_freshest":"2026-11-20""#;
        let with = |rest: &str| told(&shop(fresh, rest));
        assert_eq!(with(r#","certificates_until":["2026-11-24","2027-01-01"]"#), "fresh: ");
        assert_eq!(with(r#","certificates_until":["2026-11-23"]"#), "ageing: certificate 1");
        assert_eq!(with(r#","certificates_until":["2026-10-24"]"#), "stale: certificate 31");
        assert_eq!(with(r#","meeting":{"book_year":2025,"date":"2026-02-01"}"#), "fresh: ");
        assert_eq!(with(r#","meeting":{"book_year":2024,"date":"2025-02-01"}"#), "ageing: meeting 693");
        let closed = |day: &str| format!(r#","openings":[{{"slug":"a","title":"A","closes":"{day}"}}]"#);
        assert_eq!(with(&closed("2026-11-01")), "fresh: ");
        assert_eq!(with(&closed("2026-01-01")), "ageing: opening 327", "that alone makes nobody stale");
        assert_eq!(told(&shop(&format!(r#"{fresh},"promo_until":"2026-11-01""#), "")), "ageing: promo 23");
        assert_eq!(told(&shop(&format!(r#"{fresh},"promo_until":"2026-12-01""#), "")), "fresh: ");
    }

    #[test]
    fn whoever_was_not_heard_of_for_a_year_is_silent_and_savers_need_no_goods() {
        assert_eq!(told(&summary("")), "silent: sign ?");
        let old = r#","priced_oldest":"2025-01-01","priced_freshest":"2025-01-01""#;
        assert_eq!(told(&shop(old, "")), "silent: sign 692, price 692");
        let meeting = r#","kind":"simpan-pinjam","meeting":{"book_year":2025,"date":"2026-02-01"}"#;
        assert_eq!(told(&summary(meeting)), "fresh: ");
        assert!(!sells_goods(&summary(meeting)) && sells_goods(&summary("")));
    }

    #[test]
    fn a_site_that_does_not_answer_ages_whatever_it_said_last() {
        let fresh = r#","priced_oldest":"2026-11-20","priced_freshest":"2026-11-20""#;
        let since = |day: &str| told(&Summary { silent_since: day.parse().ok(), ..shop(fresh, "") });
        assert_eq!(since("2026-11-22"), "fresh: ", "a weekend");
        assert_eq!(since("2026-11-15"), "ageing: site 9");
        assert_eq!(since("2026-11-01"), "stale: site 23");
        assert_eq!(since("2026-10-01"), "silent: site 54");
    }

    #[test]
    fn the_office_decides_what_is_old_and_what_counts() {
        let shop = shop(r#","priced_oldest":"2026-10-01","priced_freshest":"2026-11-20""#, "");
        let rules = Freshness::default();
        let state = |price: Ages| assess(&shop, &Freshness { price, ..rules }, TODAY).state;
        let ages = |ageing_days, stale_days, weight| Ages { ageing_days, stale_days, weight };
        assert_eq!(state(ages(60, 90, AgeWeight::Decides)), State::Fresh);
        assert_eq!(state(ages(7, 14, AgeWeight::Decides)), State::Stale);
        assert_eq!(state(ages(7, 14, AgeWeight::Counts)), State::Ageing);
        assert_eq!(state(ages(7, 14, AgeWeight::Ignored)), State::Fresh);
    }
}
