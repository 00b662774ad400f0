//! Ten screens for a projector, in the numbers of one cooperative: one idea each, readable from the last row, moved by
//! the browser's own keys.

use serde::Serialize;

use crate::model::{Cooperative, Language};
use crate::theme::Texts;
use crate::view::photos::{PhotoShape, PhotoShelf, PictureView};
use crate::view::youth::around::Around;
use crate::view::youth::figures::{Figures, priced_product};

/// The page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SlidesPage {
    /// Whose page.
    #[serde(flatten)]
    pub around: Around,
    /// In the order in which they are shown.
    pub slides: Vec<SlideView>,
    /// Which numbers are real.
    pub notes: Vec<String>,
}

/// A screen.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
pub struct SlideView {
    /// The first and largest words.
    pub title: String,
    /// True if the title is a number or a few words, and takes the largest size.
    pub is_short: bool,
    /// What follows.
    pub text: Option<String>,
    /// Lines side by side, or below each other.
    pub items: Vec<SlideItem>,
    /// What is folded away.
    pub answer: Option<SlideItem>,
    /// A photo.
    pub picture: Option<PictureView>,
    /// Where to go from here, from the language's root.
    pub link: Option<String>,
}

/// Large words, and smaller ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SlideItem {
    /// A number or a few words, set large.
    pub strong: String,
    /// What they are, set smaller.
    pub text: String,
}

/// Works out the screens; without a cooperative its numbers are examples. `kit` is where the kit is, if there is one.
pub fn slides_page(
    around: Around,
    cooperative: Option<(&Cooperative, &PhotoShelf)>,
    kit: Option<&str>,
    language: Language,
    texts: &Texts,
) -> SlidesPage {
    let figures = Figures::of(cooperative.map(|(cooperative, _)| cooperative), language, texts);
    let text = |key: &str| figures.fill(&format!("muda.sheet.slide.{key}"), texts);
    let titled = |key: &str| SlideView { title: text(key), ..SlideView::default() };
    let item = |strong: String, text: String| SlideItem { strong, text };
    let picture = cooperative.and_then(|(cooperative, shelf)| {
        let product = priced_product(cooperative)?;
        let picture = shelf.picture(product.photos.first()?, PhotoShape::Card, "", language)?;
        // Its name stands beside it.
        Some(PictureView { alt: String::new(), ..picture })
    });
    let parts = figures.surplus.parts.iter();
    let own_part = (!figures.surplus.steps.is_empty()).then(|| SlideView {
        answer: Some(item(figures.value("yours").to_owned(), text("own_text"))),
        ..titled("own")
    });
    let slides = [
        SlideView {
            is_short: true,
            text: Some(figures.value("name").to_owned()).filter(|_| cooperative.is_some()),
            ..titled("title")
        },
        SlideView { picture, ..titled("who") },
        SlideView {
            items: vec![
                item(text("company"), text("company_text")),
                item(text("cooperative"), text("cooperative_text")),
            ],
            ..titled("side")
        },
        SlideView { is_short: true, text: Some(text("vote_text")), ..titled("vote") },
        SlideView {
            title: figures.value("amount").to_owned(),
            is_short: true,
            text: Some(text(if figures.has_surplus { "surplus_text" } else { "surplus_example" })),
            ..SlideView::default()
        },
        SlideView {
            items: parts.map(|part| item(part.percent.clone(), part.name.clone())).collect(),
            ..titled("parts")
        },
    ];
    let last = [
        SlideView {
            answer: Some(item(figures.value("profit").to_owned(), text("price_text"))),
            ..titled("price")
        },
        SlideView { is_short: true, text: Some(text("meeting_text")), ..titled("meeting") },
        SlideView {
            is_short: true,
            text: Some(text("start_text")),
            link: kit.map(str::to_owned),
            ..titled("start")
        },
    ];
    SlidesPage {
        around,
        slides: slides.into_iter().chain(own_part).chain(last).collect(),
        notes: figures.notes.clone(),
    }
}
