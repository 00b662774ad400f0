//! The poster for a school's notice board: one sentence and a code, on A4 or A3.

use serde::Serialize;

use crate::routes;
use crate::view::action::ActionView;
use crate::view::links::LinkView;
use crate::view::place::place_of;
use crate::view::print::{CodeTarget, CodeView, code_view, target};
use crate::view::youth::openings::open_openings;
use crate::view::youth::palette::palette_of;
use crate::view::youth::scene::{YouthScene, links};

/// From this length on a sentence is set in a smaller size.
const LONG_CHARS: usize = 44;

/// Longest name in the sentence; the whole name stands above it.
const NAME_CHARS: usize = 30;

/// The poster.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PosterPage {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// Nobody is shown on it.
    pub removal: Option<ActionView>,
    /// Full name.
    pub name: String,
    /// The sentence.
    pub sentence: String,
    /// True if it takes a smaller size.
    pub is_long: bool,
    /// Code that leads to the microsite.
    pub code: Option<CodeView>,
    /// Where it is.
    pub place: Option<String>,
}

/// Where the code on the poster leads: the microsite, or a chat where the site has no address yet.
pub fn to_microsite(scene: &YouthScene<'_>) -> Option<CodeTarget> {
    target(scene.page_url, scene.cooperative, scene.settings)
}

/// Makes the poster. It says nothing that is over in a month: it may hang for a year.
pub fn poster_page(scene: &YouthScene<'_>) -> PosterPage {
    let YouthScene { cooperative, settings, portal, texts, .. } = scene;
    let label = cooperative.label();
    let has_openings = !open_openings(cooperative, settings.today).is_empty();
    let key = if has_openings { "muda.poster.openings" } else { "muda.poster.sentence" };
    let sentence = texts.fill(key, &[("name", &crate::markdown::shorten(label, NAME_CHARS))]);
    PosterPage {
        palette: palette_of(cooperative),
        label: label.to_owned(),
        home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
        links: links(label, *portal, scene.has_teacher, texts),
        removal: None,
        name: cooperative.name.clone(),
        is_long: sentence.chars().count() > LONG_CHARS,
        sentence,
        code: to_microsite(scene).and_then(|target| code_view(target, texts.get("muda.poster.code"))),
        place: place_of(cooperative),
    }
}
