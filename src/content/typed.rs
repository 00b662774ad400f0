//! What was typed as the value of a key, and where.

use super::findings::key as finding;
use super::yaml::{Node, Style};
use crate::finding::{Findings, Span};
use crate::model::is_hidden;

/// A scalar that is not empty, with the key it belongs to.
#[derive(Clone, Copy)]
pub(crate) struct Typed<'n> {
    /// Its key, for the words of findings.
    pub(crate) key: &'static str,
    /// As typed, without white space around it.
    pub(crate) text: &'n str,
    node: &'n Node<'n>,
}

impl<'n> Typed<'n> {
    /// A scalar of a list; `None` for anything else, and with a finding for one that hides characters.
    pub(crate) fn of(key: &'static str, node: &'n Node<'n>, findings: &mut Findings) -> Option<Self> {
        (!node.is_empty()).then(|| Self::at(key, node, findings)).flatten()
    }

    /// Any scalar, also an empty one; `None` for anything else, and with a finding for one that hides characters.
    pub(super) fn at(key: &'static str, node: &'n Node<'n>, findings: &mut Findings) -> Option<Self> {
        Self::without(is_unwanted, key, node, findings)
    }

    /// As `at`, for telephone numbers: what a telephone book wraps around them so that they stay in order (U+202A and
    /// its kind) may be there.
    pub(super) fn number_at(key: &'static str, node: &'n Node<'n>, findings: &mut Findings) -> Option<Self> {
        Self::without(|c| is_unwanted(c) && c.is_control(), key, node, findings)
    }

    fn without(
        is_unwanted: impl Fn(char) -> bool,
        key: &'static str,
        node: &'n Node<'n>,
        findings: &mut Findings,
    ) -> Option<Self> {
        let text = node.text()?;
        if let Some(control) = text.chars().find(|c| is_unwanted(*c)) {
            findings.push(finding::control_character(node.span(), key, control));
            return None;
        }
        Some(Self { key, text, node })
    }

    /// The same place with another text, which was read where the typed one leads.
    pub(crate) fn leading_to(self, text: &'n str) -> Self {
        Self { text, ..self }
    }

    /// Its place.
    pub(crate) fn span(&self) -> Span {
        self.node.span()
    }

    /// True without quotes, where other programs may take it for a number.
    pub(super) fn is_plain(&self) -> bool {
        self.node.style() == Style::Plain
    }

    /// The place of a part of the text, by its byte offset in `text`; the whole value's if it cannot be
    /// told, as in folded blocks.
    pub(crate) fn span_of(&self, offset: usize, length: usize) -> Span {
        let before = &self.text[..offset];
        let part = &self.text[offset..offset + length];
        let lines_below = match self.node.style() {
            Style::Block => before.matches('\n').count(),
            Style::Plain | Style::Quoted => 0,
        };
        let source = self.node.source();
        let line = self.node.line() + u32::try_from(lines_below).unwrap_or(0);
        let line_text = Span::new(source, line, 1, 1);
        let shown = line_text.line_text().unwrap_or_default();
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        let nth = self.text[line_start..offset].matches(part).count();
        let first_column =
            if lines_below == 0 { usize::try_from(self.node.column()).unwrap_or(1) - 1 } else { 0 };
        let from = shown.char_indices().nth(first_column).map_or(shown.len(), |(at, _)| at);
        match shown[from..].match_indices(part).nth(nth) {
            Some((at, _)) => {
                let column = shown[..from + at].chars().count() + 1;
                let characters = part.chars().count();
                Span::new(source, line, to_u32(column), to_u32(characters))
            }
            None if lines_below > 0 => line_text,
            None => self.span(),
        }
    }

    /// The text on one line: line breaks and runs of white space become one space.
    pub(crate) fn line(&self) -> String {
        if self.text.contains(['\n', '\t']) || self.text.contains("  ") {
            self.text.split_whitespace().collect::<Vec<_>>().join(" ")
        } else {
            self.text.to_owned()
        }
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// A character that no text may hold: texts that take several lines break them, and indent some by tabs.
fn is_unwanted(c: char) -> bool {
    is_hidden(c) && !matches!(c, '\n' | '\t')
}
