//! What the portal tells other programs: the news of all cooperatives for readers, and what is to come for a phone's
//! calendar. In the site's first language, as every feed.

use super::scene::Scene;
use crate::feed::{self, Entry, Headline, Subscription};
use crate::finding::Findings;
use crate::model::Date;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::summary::{Summary, SummaryEvent, SummaryStory};
use crate::theme::Feature;

/// Whose the office's events are.
const OFFICE: &str = "kantor";

/// The portal's feeds, by path; those that have nothing to tell are not there. News need a site with an address.
pub(super) fn feeds(scene: &Scene<'_>) -> Vec<(&'static str, String)> {
    if !scene.has(Feature::Feeds) {
        return Vec::new();
    }
    let agenda = scene.has(Feature::Agenda).then(|| calendar(scene)).flatten();
    [
        (routes::FEED_NEWS, news(scene)),
        (routes::FEED_CALENDAR, agenda),
        (routes::FEED_SUBSCRIPTIONS, subscriptions(scene)),
    ]
    .into_iter()
    .filter_map(|(path, text)| Some((path, text?)))
    .collect()
}

/// Puts them into the plan.
pub(super) fn claim(feeds: Vec<(&'static str, String)>, plan: &mut Plan, findings: &mut Findings) {
    for (path, text) in feeds {
        plan.claim(SitePath::new(path), Output::Page(text.into_bytes()), findings);
    }
}

/// The feeds of all cooperatives that have told a story.
fn subscriptions(scene: &Scene<'_>) -> Option<String> {
    let telling = scene.summaries.iter().filter(|summary| !summary.stories.is_empty());
    let sites: Vec<Subscription<'_>> = telling
        .filter_map(|summary| {
            let home = address(scene, summary, "")?;
            Some(Subscription { title: summary.label(), feed: format!("{home}{}", routes::FEED_NEWS), home })
        })
        .collect();
    feed::subscriptions(&scene.settings.title, &sites)
}

/// Every story that the summaries tell, the latest first.
pub(super) fn stories<'a>(scene: &Scene<'a>) -> Vec<(&'a Summary, &'a SummaryStory)> {
    let mut stories: Vec<_> = scene
        .summaries
        .iter()
        .flat_map(|summary| summary.stories.iter().map(move |story| (*summary, story)))
        .collect();
    stories.sort_by(|(a, one), (b, other)| {
        other.date.cmp(&one.date).then_with(|| (&a.slug, &one.slug).cmp(&(&b.slug, &other.slug)))
    });
    stories
}

fn news(scene: &Scene<'_>) -> Option<String> {
    let root = scene.url("")?;
    let headlines: Vec<Headline<'_>> = stories(scene)
        .into_iter()
        .filter_map(|(summary, story)| {
            Some(Headline {
                title: &story.title,
                url: address(scene, summary, &routes::story(&story.slug))?,
                date: story.date,
                author: &summary.name,
                summary: None,
            })
        })
        .collect();
    feed::news(&scene.settings.title, &root, scene.language, scene.settings.time_zone, &headlines)
}

fn calendar(scene: &Scene<'_>) -> Option<String> {
    let (settings, today) = (scene.settings, scene.today());
    let agenda = scene.url(routes::AGENDA);
    let office: Vec<SummaryEvent> = scene.office.events.iter().map(SummaryEvent::from).collect();
    let about = scene.office.events.iter().map(|event| event.description.as_ref());
    let own = office.iter().zip(about).flat_map(|(event, about)| {
        let about = about.map(|about| about.get(scene.language));
        entries(event, OFFICE, None, agenda.as_deref(), today, scene)
            .map(move |entry| Entry { about, ..entry })
    });
    let homes: Vec<_> = scene.summaries.iter().map(|summary| address(scene, summary, "")).collect();
    let of_all = scene.summaries.iter().zip(&homes).flat_map(|(summary, home)| {
        summary.events.iter().flat_map(move |event| {
            let changed = summary.updated.unwrap_or(today);
            entries(event, &summary.slug, Some(summary.label()), home.as_deref(), changed, scene)
        })
    });
    let mut all: Vec<Entry<'_>> = own.chain(of_all).collect();
    all.sort_by(|a, b| (a.starts, a.owner, a.title).cmp(&(b.starts, b.owner, b.title)));
    feed::calendar(&settings.title, all, settings.time_zone, today)
}

/// An event and its make-up session. What a cooperative holds carries its name.
fn entries<'a>(
    event: &'a SummaryEvent,
    owner: &'a str,
    label: Option<&str>,
    url: Option<&'a str>,
    changed: Date,
    scene: &Scene<'_>,
) -> impl Iterator<Item = Entry<'a>> {
    let title = event.title.get(scene.language);
    let first = Entry {
        owner,
        title,
        shown: label.map_or_else(|| title.to_owned(), |label| format!("{title} – {label}")),
        starts: event.starts,
        ends: event.ends,
        place: event.place.as_deref(),
        about: None,
        url,
        changed,
    };
    let later = event.make_up.as_ref();
    let later =
        later.map(|later| first.make_up(later.starts, later.ends, later.place.as_deref(), scene.texts));
    [Some(first), later].into_iter().flatten()
}

/// Absolute address of a page of a cooperative, in its first language.
fn address(scene: &Scene<'_>, summary: &Summary, path: &str) -> Option<String> {
    match &summary.home {
        Some(home) => Some(format!("{home}{path}")),
        None => scene.settings.base_url.as_ref().map(|base| format!("{base}{}/{path}", summary.slug)),
    }
}
