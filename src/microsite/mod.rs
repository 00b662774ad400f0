//! The facts of one cooperative, field by field, for whoever has to type them into another form once more, such as that
//! of the ministry's microsite: profile, structure, units, programmes, reports, news. Imitates no form and fills in
//! none; one file that opens without a network, with a button beside each field that copies it.

mod fact;
mod facts;
mod html;

use std::collections::BTreeMap;

use crate::finding::Findings;
use crate::model::{Cooperative, Language};
use crate::settings::Settings;
use crate::theme::Theme;
use crate::view::dates;
pub(crate) use html::MARK;

/// A page with the facts, and what the profile does not say.
#[derive(Debug)]
pub(crate) struct Sheet {
    /// A page of HTML that asks for nothing else.
    pub(crate) html: String,
    /// Facts that it has.
    pub(crate) told: usize,
    /// Names of the facts that are missing.
    pub(crate) missing: Vec<&'static str>,
}

/// The page of a cooperative, in Indonesian, as the forms are.
pub(crate) fn sheet(cooperative: &Cooperative, settings: &Settings) -> Sheet {
    let theme = Theme::load("etalase", &BTreeMap::new(), &mut Findings::new());
    let theme = theme.expect("the built-in theme is sound");
    let texts = theme.texts(Language::Id);
    let (parts, gaps) = facts::parts(cooperative, settings, texts);
    let today = dates::day(settings.today, texts);
    Sheet {
        html: html::page(cooperative, &today, &parts, &gaps),
        told: parts.iter().map(|part| part.facts.len()).sum(),
        missing: gaps.iter().map(|gap| gap.label).collect(),
    }
}

#[cfg(test)]
mod tests;
