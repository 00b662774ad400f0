//! Texts through the accessor of keys: one line or several, with their translations, no longer than the table says and
//! without what gives a person away.

use super::Keys;
use crate::content::citizen;
use crate::content::findings::key as finding;
use crate::content::prose;
use crate::content::pupil::check_pupil_text;
use crate::content::typed::Typed;
use crate::finding::Findings;
use crate::keys::{CHALLENGE, HIGHLIGHT, Section, Shape, YOUTH, YOUTH_PAGE};
use crate::model::{Language, LocalText};

/// Mappings whose texts pupils read, and in which somebody may name one. In openings a class is a condition.
static FOR_PUPILS: [&Section; 4] = [&YOUTH, &HIGHLIGHT, &CHALLENGE, &YOUTH_PAGE];

impl<'n> Keys<'n> {
    /// One line of text.
    pub(crate) fn text(&mut self, name: &'static str, findings: &mut Findings) -> Option<String> {
        self.text_typed(name, findings).map(|(line, _)| line)
    }

    /// The same, with its place.
    pub(crate) fn text_typed(
        &mut self,
        name: &'static str,
        findings: &mut Findings,
    ) -> Option<(String, Typed<'n>)> {
        let typed = self.scalar(name, findings)?;
        let line = typed.line();
        self.check_written(name, typed, &line, findings);
        Some((line, typed))
    }

    /// No text holds what gives a person away.
    fn check_given_away(&self, typed: Typed<'_>, findings: &mut Findings) {
        citizen::check_text(typed, findings);
        if FOR_PUPILS.iter().any(|section| std::ptr::eq(*section, self.section)) {
            check_pupil_text(typed, findings);
        }
    }

    /// What holds for every text: no longer than the table says, and no number that gives a person away.
    fn check_written(&self, name: &str, typed: Typed<'_>, line: &str, findings: &mut Findings) {
        self.check_given_away(typed, findings);
        let max = match self.section.key(name).map(|key| key.shape) {
            Some(Shape::Text(max) | Shape::Local(max) | Shape::Texts(max) | Shape::Locals(max)) => {
                usize::from(max)
            }
            _ => return,
        };
        if line.len() > max && line.chars().count() > max {
            findings.push(finding::too_long(typed, line.chars().count(), max));
        }
    }

    /// One line of text, or Markdown, with its translations.
    pub(crate) fn local(&mut self, name: &'static str, findings: &mut Findings) -> Option<LocalText> {
        self.local_typed(name, findings).map(|(text, _)| text)
    }

    /// As `local`, with the original as it was typed.
    pub(crate) fn local_typed(
        &mut self,
        name: &'static str,
        findings: &mut Findings,
    ) -> Option<(LocalText, Typed<'n>)> {
        let original = self.scalar(name, findings);
        let is_markdown = self.section.key(name).is_some_and(|key| key.shape == Shape::Markdown);
        let mut translations = Vec::new();
        for (language, suffix) in [(Language::Su, "_su"), (Language::En, "_en")] {
            let Some(node) = self.entry(name, suffix).filter(|node| !node.is_empty()) else { continue };
            if original.is_none() {
                findings.push(finding::translation_alone(node.span(), name, suffix));
            }
            if let Some(typed) = self.typed(name, node, findings) {
                translations.push((language, typed));
            }
        }
        let original = original?;
        let write = |typed: Typed<'_>| if is_markdown { typed.text.to_owned() } else { typed.line() };
        let written = write(original);
        self.check_written(name, original, &written, findings);
        for (_, translation) in &translations {
            self.check_given_away(*translation, findings);
        }
        let typed = std::iter::once(original).chain(translations.iter().map(|(_, typed)| *typed));
        typed.filter(|_| is_markdown).for_each(|typed| prose::check_value(typed, findings));
        let text = translations
            .into_iter()
            .fold(LocalText::new(written), |text, (language, typed)| text.with(language, write(typed)));
        Some((text, original))
    }

    /// Lines of text.
    pub(crate) fn texts(&mut self, name: &'static str, findings: &mut Findings) -> Vec<String> {
        let typed = self.scalars(name, findings);
        typed
            .into_iter()
            .map(|item| {
                let line = item.line();
                self.check_written(name, item, &line, findings);
                line
            })
            .collect()
    }

    /// Lines of text, with lists of translations of the same length.
    pub(crate) fn locals(&mut self, name: &'static str, findings: &mut Findings) -> Vec<LocalText> {
        let items = self.items_or_one(name, findings);
        let mut texts: Vec<Option<LocalText>> = self
            .typed_items(name, items, findings)
            .into_iter()
            .map(|item| {
                item.map(|typed| {
                    self.check_given_away(typed, findings);
                    LocalText::new(typed.line())
                })
            })
            .collect();
        for (language, suffix) in [(Language::Su, "_su"), (Language::En, "_en")] {
            let Some(node) = self.entry(name, suffix).filter(|node| !node.is_empty()) else { continue };
            let translated = self.items(name, node, findings);
            if translated.len() != texts.len() {
                findings.push(finding::translations_uneven(
                    node.span(),
                    name,
                    suffix,
                    texts.len(),
                    translated.len(),
                ));
                continue;
            }
            for (text, typed) in texts.iter_mut().zip(self.typed_items(name, translated, findings)) {
                if let (Some(original), Some(typed)) = (text.take(), typed) {
                    self.check_given_away(typed, findings);
                    *text = Some(original.with(language, typed.line()));
                }
            }
        }
        texts.into_iter().flatten().collect()
    }
}
