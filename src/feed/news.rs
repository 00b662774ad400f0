//! Stories as an Atom feed. Source: RFC 4287.

use super::xml::Xml;
use crate::markdown;
use crate::view::dates;
use crate::view::storefront::Scene;

/// Most stories in the feed, the latest first.
const STORIES: usize = 20;

/// `None` without a story. A story is dated to the start of its day in the site's zone.
pub(super) fn feed(scene: &Scene<'_>, root: &str) -> Option<String> {
    let cooperative = scene.cooperative;
    let moment = |day: crate::model::Date| {
        dates::iso_moment(day.to_datetime(jiff::civil::Time::midnight()), scene.settings.time_zone)
    };
    let latest = cooperative.stories.iter().map(|story| story.date).max()?;
    let mut xml = Xml::new();
    xml.open("feed", &[("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", scene.language.tag())]);
    xml.text("title", &cooperative.name);
    xml.text("id", &format!("{root}{}", super::NEWS));
    xml.text("updated", &moment(latest));
    xml.empty("link", &[("rel", "self"), ("href", &format!("{root}{}", super::NEWS))]);
    xml.empty("link", &[("href", root)]);
    for story in cooperative.stories.iter().take(STORIES) {
        let url = format!("{root}cerita/{}/", story.slug);
        xml.open("entry", &[]);
        xml.text("title", &story.title);
        xml.text("id", &url);
        xml.empty("link", &[("href", &url)]);
        xml.text("published", &moment(story.date));
        xml.text("updated", &moment(story.date));
        xml.open("author", &[]);
        xml.text("name", story.author.as_ref().unwrap_or(&cooperative.name));
        xml.close("author");
        xml.text("summary", &markdown::shorten(&markdown::to_plain(&story.body), 300));
        xml.close("entry");
    }
    xml.close("feed");
    Some(xml.finish())
}
