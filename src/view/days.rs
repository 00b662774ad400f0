//! What ends by itself on a page that nobody builds again: the last day of a part, and the last days of what a number
//! counts. The script `days.js` reads both, takes away what is over, and counts the rest.

use std::collections::BTreeMap;

use jiff::ToSpan as _;
use serde::Serialize;

use crate::model::Date;
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::dates;

/// What stands for a day that never comes, in a list of last days: it sorts after every day.
const NEVER: &str = "9";

/// A number with what it counts, and when each of these ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CountView {
    /// `3 tempat PKL`.
    pub text: String,
    /// The same of a single one, where its words differ.
    pub one: Option<String>,
    /// How many end on which day: `2026-12-18:2 9:1`; 9 for those without an end. Empty where none ends.
    pub days: String,
}

impl CountView {
    /// Counts things by the last day of each, in the words of a key. `None` if there are none.
    pub fn of(key: &str, lasts: impl IntoIterator<Item = Option<Date>>, texts: &Texts) -> Option<Self> {
        let lasts: Vec<Option<Date>> = lasts.into_iter().collect();
        let n = u64::try_from(lasts.len()).ok().filter(|n| *n > 0)?;
        let (text, one) = (texts.count(key, n), texts.count(key, 1));
        let differs = n > 1 && text.replacen(&n.to_string(), "1", 1) != one;
        Some(Self { text, one: differs.then_some(one), days: days_of(lasts) })
    }
}

/// How many things end on which day, as [`CountView::days`] has it.
pub fn days_of(lasts: impl IntoIterator<Item = Option<Date>>) -> String {
    let mut by_day: BTreeMap<Option<Date>, usize> = BTreeMap::new();
    for last in lasts {
        *by_day.entry(last).or_default() += 1;
    }
    if by_day.keys().all(Option::is_none) {
        return String::new();
    }
    let endless = by_day.remove(&None).map(|count| format!("{NEVER}:{count}"));
    let ending = by_day.into_iter().filter_map(|(day, count)| Some(format!("{}:{count}", day?)));
    ending.chain(endless).collect::<Vec<_>>().join(" ")
}

/// The last day of a list of things, as an ISO date; `None` if one of them has no end, or there are none.
pub fn last_of(lasts: impl IntoIterator<Item = Option<Date>>) -> Option<String> {
    let lasts: Option<Vec<Date>> = lasts.into_iter().collect();
    lasts?.into_iter().max().map(|day| day.to_string())
}

/// Words that hold up to a day, and those that hold from then on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct UntilView {
    /// What holds on the day of the build.
    pub text: String,
    /// Last day of it, as an ISO date; `None` where the later words hold already.
    pub last: Option<String>,
    /// What holds after it.
    pub then: Option<String>,
    /// True if the later words hold already.
    pub is_over: bool,
}

impl UntilView {
    /// `text` up to and on a day, `then` after it.
    pub fn new(text: String, last: Date, then: String, today: Date) -> Self {
        if last < today {
            return Self { text: then, last: None, then: None, is_over: true };
        }
        Self { text, last: Some(last.to_string()), then: Some(then), is_over: false }
    }

    /// Words that hold for ever.
    pub fn always(text: &str) -> Self {
        Self { text: text.to_owned(), last: None, then: None, is_over: false }
    }
}

/// Of which day prices are: in plain words while they are fresh, then as old ones.
pub fn price_day(day: Date, settings: &Settings, texts: &Texts) -> UntilView {
    let date = dates::day(day, texts);
    let [fresh, old] = ["price.as_of", "price.old"].map(|key| texts.fill(key, &[("date", &date)]));
    UntilView::new(fresh, last_fresh_day(day, settings), old, settings.today)
}

/// On a card: nothing while a price is fresh, then that it is old, and of which day.
pub fn old_price(day: Date, settings: &Settings, texts: &Texts) -> UntilView {
    let old = texts.fill("price.old", &[("date", &dates::day(day, texts))]);
    UntilView::new(String::new(), last_fresh_day(day, settings), old, settings.today)
}

/// The last day on which a price that was confirmed on a day is not old yet, by `kesegaran.harga`.
fn last_fresh_day(confirmed: Date, settings: &Settings) -> Date {
    confirmed.saturating_add(settings.freshness.price.stale_days.days())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finding::Findings;
    use crate::model::Language;
    use crate::theme::Theme;

    const TODAY: Date = Date::constant(2026, 11, 24);

    fn day(month: i8, day: i8) -> Date {
        Date::constant(2027, month, day)
    }

    fn theme() -> Theme {
        Theme::load("etalase", &BTreeMap::new(), &mut Findings::new()).expect("the built-in theme")
    }

    #[test]
    fn a_count_knows_when_each_of_its_things_ends() {
        assert_eq!(
            days_of([Some(day(1, 5)), None, Some(day(1, 2)), Some(day(1, 5)), None]),
            "2027-01-02:1 2027-01-05:2 9:2"
        );
        assert_eq!(days_of([None, None]), "");
        assert_eq!(last_of([Some(day(1, 5)), Some(day(2, 1))]).as_deref(), Some("2027-02-01"));
        assert_eq!((last_of([Some(day(1, 5)), None]), last_of([])), (None, None));
    }

    #[test]
    fn a_count_brings_the_words_for_one_where_they_differ() {
        let theme = theme();
        let of = |language, lasts: &[Option<Date>]| {
            CountView::of("portal.openings", lasts.iter().copied(), theme.texts(language))
        };
        assert_eq!(of(Language::Id, &[]), None);
        assert_eq!(of(Language::Id, &[Some(day(1, 5)), None]).and_then(|count| count.one), None);
        let english = of(Language::En, &[Some(day(1, 5)), None]).expect("two");
        let one = of(Language::En, &[None]).expect("one");
        assert_eq!((english.one, one.one), (Some(one.text), None));
    }

    #[test]
    fn a_price_is_old_from_the_ninety_first_day_on() {
        let theme = theme();
        let texts = theme.texts(Language::Id);
        let settings = Settings::for_day(TODAY);
        let fresh = price_day(Date::constant(2026, 8, 26), &settings, texts);
        assert_eq!(
            (fresh.text.as_str(), fresh.last.as_deref()),
            ("Harga per 26 Agustus 2026", Some("2026-11-24"))
        );
        let old = price_day(Date::constant(2026, 8, 25), &settings, texts);
        assert_eq!((old.text.as_str(), old.last), ("Harga lama, per 25 Agustus 2026", None));
        assert_eq!(fresh.then.as_deref(), Some("Harga lama, per 26 Agustus 2026"));
    }
}
