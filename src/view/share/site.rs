//! Pictures of pages that belong to the whole site.

use crate::card::Card;
use crate::model::Slug;
use crate::settings::Settings;
use crate::theme::Texts;
use crate::view::colour;
use crate::view::share::{ShareView, blank, in_both_formats, share, stall, zine};
use crate::view::youth::palette::PORTAL_PALETTE;

/// The front page of a site of many cooperatives, and whatever has no card of its own.
pub fn front(settings: &Settings) -> ShareView {
    let card = Card {
        title: settings.title.clone(),
        detail: settings.description.clone().unwrap_or_default(),
        ..blank(stall(colour::portal_brand(settings)))
    };
    share("situs", card, true)
}

/// The same for its pages for pupils; `texts` are those of the site's first language.
pub fn youth(settings: &Settings, texts: &Texts) -> ShareView {
    let card = Card {
        above: settings.title.clone(),
        title: texts.get("muda.site.headline").to_owned(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    share("muda", card, true)
}

/// A page of the site for pupils, called by its title.
pub fn youth_page(title: &str, summary: Option<&str>, settings: &Settings) -> ShareView {
    let card = Card {
        above: settings.title.clone(),
        title: title.to_owned(),
        detail: summary.unwrap_or_default().to_owned(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    share("muda", card, true)
}

/// What a quiz says of a pupil, for a status.
pub fn quiz_result(role: &str, words: &str, quiz: &str, settings: &Settings) -> [ShareView; 2] {
    let card = Card {
        above: quiz.to_owned(),
        title: role.to_owned(),
        detail: words.to_owned(),
        foot: settings.title.clone(),
        ..blank(zine(PORTAL_PALETTE, settings))
    };
    in_both_formats(&stem_of(role), &card, true)
}

/// Stem of a file that is called by a title.
fn stem_of(title: &str) -> String {
    Slug::from_name(title).map_or_else(|| "kartu".to_owned(), |slug| slug.to_string())
}
