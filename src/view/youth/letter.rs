//! A letter of application to print, fill in and have signed. It asks for name, school and field: never for a
//! class, a date of birth or an address.

use serde::Serialize;

use crate::model::{Cooperative, Language, Opening};
use crate::routes;
use crate::theme::Texts;
use crate::view::action::{ActionView, contact_action};
use crate::view::links::LinkView;
use crate::view::youth::openings::{letter, open_openings, work_span};
use crate::view::youth::palette::palette_of;

/// The letter for one opening.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LetterPage {
    /// Name of the two colours.
    pub palette: &'static str,
    /// Short name.
    pub label: String,
    /// The link of the masthead.
    pub home: LinkView,
    /// Links at the foot.
    pub links: Vec<LinkView>,
    /// A message that asks to take something down: nobody is shown here.
    pub removal: Option<()>,
    /// Name of the opening in addresses.
    pub slug: String,
    /// What one does.
    pub title: String,
    /// Full name of the cooperative.
    pub to: String,
    /// Its address.
    pub address: Option<String>,
    /// What is asked for, with its dates.
    pub wish: String,
    /// What one brings along.
    pub terms: Vec<String>,
    /// The same as a message.
    pub action: Option<ActionView>,
}

/// A letter for each opening that is still open. `page_url` is the address of the board.
pub fn letter_pages(
    cooperative: &Cooperative,
    today: crate::model::Date,
    page_url: Option<&str>,
    links: &[LinkView],
    language: Language,
    texts: &Texts,
) -> Vec<LetterPage> {
    let label = cooperative.label();
    let page = |opening: &Opening| {
        let title = opening.title.get(language);
        let span = work_span(opening.starts, opening.ends, texts);
        let message = letter(label, title, span.as_deref(), opening, page_url, texts);
        LetterPage {
            palette: palette_of(cooperative),
            label: label.to_owned(),
            home: LinkView { href: routes::YOUTH.to_owned(), label: label.to_owned() },
            links: links.to_vec(),
            removal: None,
            slug: opening.slug.to_string(),
            title: title.to_owned(),
            to: cooperative.name.clone(),
            address: cooperative.address.clone(),
            wish: match &span {
                Some(span) => texts.fill("muda.paper.wish_span", &[("title", title), ("span", span)]),
                None => texts.fill("muda.paper.wish", &[("title", title)]),
            },
            terms: opening.terms.iter().map(|term| term.get(language).to_owned()).collect(),
            action: contact_action(cooperative, &message, texts.get("muda.openings.apply"), texts),
        }
    };
    open_openings(cooperative, today).into_iter().map(page).collect()
}
