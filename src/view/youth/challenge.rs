//! Challenges, and the days of a microsite that a phone can remember.

use serde::Serialize;

use crate::model::{Challenge, Date, Language, Youth};
use crate::routes;
use crate::theme::Texts;
use crate::view::dates;
use crate::view::youth::deadline::{Deadline, calendar};
use crate::view::youth::openings::open_openings;
use crate::view::youth::scene::YouthScene;

/// A task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ChallengeView {
    /// In a few words.
    pub title: String,
    /// What to do.
    pub text: Option<String>,
    /// What can be won.
    pub prize: Option<String>,
    /// `Tutup 15 Januari 2027`; none once only the make-up date is left.
    pub closes: Option<String>,
    /// `Susulan 29 Januari 2027`.
    pub make_up: Option<String>,
    /// The day on which it closes, if a make-up date comes after it.
    pub closes_last: Option<Date>,
    /// The last day of both.
    pub last: Option<Date>,
    /// Its last days for a calendar, from here.
    pub calendar: Option<String>,
}

/// Tasks that are still open, each with its number in the profile.
pub(super) fn open_challenges(youth: &Youth, today: Date) -> impl Iterator<Item = (usize, &Challenge)> {
    let is_open =
        move |(_, challenge): &(usize, &Challenge)| challenge.last_day().is_none_or(|last| today <= last);
    (1..).zip(&youth.challenges).filter(is_open)
}

/// A task, by its number in the profile.
pub(super) fn challenge_view(
    number: usize,
    challenge: &Challenge,
    today: Date,
    language: Language,
    texts: &Texts,
) -> ChallengeView {
    let dated = |key: &str, day: Date| texts.fill(key, &[("date", &dates::day(day, texts))]);
    let last = challenge.last_day();
    ChallengeView {
        title: challenge.title.get(language).to_owned(),
        text: challenge.text.as_ref().map(|text| text.get(language).to_owned()),
        prize: challenge.prize.as_ref().map(|prize| prize.get(language).to_owned()),
        closes: challenge.closes.filter(|day| *day >= today).map(|day| dated("muda.closes", day)),
        make_up: challenge.make_up.map(|day| dated("muda.make_up", day)),
        closes_last: challenge.closes.filter(|_| challenge.make_up.is_some()),
        last,
        calendar: last
            .map(|_| routes::from_youth(&routes::deadline(format!("tantangan-{number}"))).to_owned()),
    }
}

/// Calendars of last days: their paths below the language's root, and what they say.
pub fn calendars(scene: YouthScene<'_>) -> Vec<(String, String)> {
    let YouthScene { cooperative, settings, page_url, language, texts, .. } = scene;
    let stamp = cooperative.updated.unwrap_or(settings.today);
    let slug = cooperative.slug.as_str();
    let mut files = Vec::new();
    for opening in open_openings(cooperative, settings.today) {
        let Some(day) = opening.closes else { continue };
        let title = format!("{}: {}", texts.get("muda.closes_word"), opening.title.get(language));
        let url = page_url.map(|url| format!("{url}#{}", opening.slug));
        let id = format!("tutup-{}", opening.slug);
        let deadline = Deadline { id: &id, title: &title, day, url: url.as_deref() };
        files.push((routes::deadline(&opening.slug), calendar(slug, stamp, &[deadline])));
    }
    for (number, challenge) in (1..).zip(&cooperative.youth.challenges) {
        let days = [("muda.closes_word", challenge.closes), ("muda.make_up_word", challenge.make_up)];
        let named: Vec<(String, String, Date)> = days
            .into_iter()
            .filter_map(|(key, day)| Some((key, day.filter(|day| *day >= settings.today)?)))
            .map(|(key, day)| {
                let title = format!("{}: {}", texts.get(key), challenge.title.get(language));
                (format!("tantangan-{number}-{day}"), title, day)
            })
            .collect();
        let deadlines: Vec<Deadline<'_>> =
            named.iter().map(|(id, title, day)| Deadline { id, title, day: *day, url: page_url }).collect();
        if !deadlines.is_empty() {
            let path = routes::deadline(format!("tantangan-{number}"));
            files.push((path, calendar(slug, stamp, &deadlines)));
        }
    }
    files
}
