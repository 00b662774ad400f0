//! Stories.

use serde::Serialize;

use crate::model::Story;
use crate::view::links::LinkView;
use crate::view::photos::{PhotoShape, PictureView};
use crate::view::scene::{Scene, crumb_home};
use crate::view::share::ShareView;
use crate::view::{dates, share};
use crate::{markdown, routes};

/// A story on a card.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryCard {
    /// From the language's root.
    pub href: String,
    /// As it was written: stories are not translated.
    pub title: String,
    /// Day, in words.
    pub date: String,
    /// Day, for machines.
    pub iso: String,
    /// How it begins.
    pub excerpt: String,
    /// The story's photo, cropped for a card, if it can be used.
    pub picture: Option<PictureView>,
}

/// A story's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct StoryPage {
    /// As it was written: stories are not translated.
    pub title: String,
    /// Way back.
    pub crumbs: Vec<LinkView>,
    /// Day, in words.
    pub date: String,
    /// Day, for machines.
    pub iso: String,
    /// Who wrote it, in words.
    pub author: Option<String>,
    /// The story's photo for the top of the page, if it can be used.
    pub picture: Option<PictureView>,
    /// Text, as HTML.
    pub body_html: String,
    /// To what the cooperative offers: its goods, or its services where it sells none.
    pub offer: LinkView,
    /// Other stories.
    pub more: Vec<StoryCard>,
    /// Preview picture.
    pub share_picture: ShareView,
    /// For search engines and previews.
    pub description: String,
}

/// A story as a card shows it.
pub(super) fn story_card(story: &Story, scene: &Scene<'_>) -> StoryCard {
    StoryCard {
        href: routes::story(&story.slug),
        title: story.title.clone(),
        date: dates::day(story.date, scene.texts),
        iso: story.date.to_string(),
        excerpt: markdown::shorten(&markdown::to_plain(&story.body), 110),
        picture: story
            .photo
            .as_ref()
            .and_then(|photo| scene.shelf.picture(photo, PhotoShape::Card, &story.title, scene.language)),
    }
}

/// Makes the page of a story.
pub fn story_page(story: &Story, scene: &Scene<'_>) -> StoryPage {
    let Scene { cooperative, texts, shelf, language, .. } = scene;
    StoryPage {
        title: story.title.clone(),
        crumbs: vec![crumb_home(scene)],
        date: dates::day(story.date, texts),
        iso: story.date.to_string(),
        author: story.author.as_ref().map(|author| texts.fill("story.by", &[("name", author)])),
        picture: story
            .photo
            .as_ref()
            .and_then(|photo| shelf.picture(photo, PhotoShape::Cover, &story.title, *language)),
        body_html: markdown::to_html(&story.body, 2),
        offer: if cooperative.products.is_empty() && !cooperative.outlets.is_empty() {
            LinkView { href: "#gerai".to_owned(), label: texts.get("action.outlets").to_owned() }
        } else {
            LinkView { href: "#barang".to_owned(), label: texts.get("action.shop").to_owned() }
        },
        more: cooperative
            .stories
            .iter()
            .filter(|other| other.slug != story.slug)
            .take(2)
            .map(|other| story_card(other, scene))
            .collect(),
        share_picture: share::shop::story(story, scene),
        description: markdown::shorten(&markdown::to_plain(&story.body), 155),
    }
}
