//! Stories as an Atom feed. Source: RFC 4287.

use crate::feed::xml::Xml;
use crate::model::{Date, Language};
use crate::settings::TimeZone;
use crate::view::dates;
use crate::view::scene::Scene;
use crate::{markdown, routes};

/// Most stories in the feed, the latest first.
const STORIES: usize = 20;

/// A story as a feed tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Headline<'a> {
    /// Title, in the language that the story was written in.
    pub title: &'a str,
    /// Absolute address.
    pub url: String,
    /// Day on which it was written.
    pub date: Date,
    /// Who wrote it.
    pub author: &'a str,
    /// How it begins.
    pub summary: Option<String>,
}

/// A feed of stories, the latest first; `None` without one. `root` is the absolute address of the place that tells
/// them. A story is dated to noon of its day in the zone: readers who convert to UTC then show the same day everywhere
/// between UTC-5 and UTC+12.
pub(crate) fn news(
    name: &str,
    root: &str,
    language: Language,
    zone: TimeZone,
    headlines: &[Headline<'_>],
) -> Option<String> {
    let moment = |day: Date| dates::iso_moment(day.at(12, 0, 0, 0), zone);
    let latest = headlines.iter().map(|headline| headline.date).max()?;
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", language.tag())]);
    xml.text("title", name);
    xml.text("id", &format!("{root}{}", routes::FEED_NEWS));
    xml.text("updated", &moment(latest));
    xml.empty("link", &[("rel", "self"), ("href", &format!("{root}{}", routes::FEED_NEWS))]);
    xml.empty("link", &[("href", root)]);
    for headline in headlines.iter().take(STORIES) {
        xml.open("entry", &[]);
        xml.text("title", headline.title);
        xml.text("id", &headline.url);
        xml.empty("link", &[("href", &headline.url)]);
        xml.text("published", &moment(headline.date));
        xml.text("updated", &moment(headline.date));
        xml.open("author", &[]);
        xml.text("name", headline.author);
        xml.close("author");
        if let Some(summary) = &headline.summary {
            xml.text("summary", summary);
        }
        xml.close("entry");
    }
    xml.close("feed");
    Some(xml.finish())
}

/// That of a cooperative.
pub(super) fn of_cooperative(scene: &Scene<'_>, root: &str) -> Option<String> {
    let cooperative = scene.cooperative;
    let headlines: Vec<Headline<'_>> = cooperative
        .stories
        .iter()
        .take(STORIES)
        .map(|story| Headline {
            title: &story.title,
            url: format!("{root}{}", routes::story(&story.slug)),
            date: story.date,
            author: story.author.as_ref().unwrap_or(&cooperative.name),
            summary: Some(markdown::shorten(&markdown::to_plain(&story.body), 300)),
        })
        .collect();
    news(&cooperative.name, root, scene.language, scene.settings.time_zone, &headlines)
}
