//! Where the parts of a profile stand in its text: bytes for lines and columns, ends of entries, and where something
//! new can go without parting a comment from what it is about.

use std::ops::Range;

use crate::content::{Node, Style, Value};

/// A text and its lines.
pub(super) struct Layout<'a> {
    /// Without a byte order mark.
    pub(super) text: &'a str,
    starts: Vec<usize>,
}

impl<'a> Layout<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// What ends the lines.
    pub(super) fn line_end(&self) -> &'static str {
        match self.text.find('\n') {
            Some(at) if self.text[..at].ends_with('\r') => "\r\n",
            _ => "\n",
        }
    }

    /// True if empty lines part anything.
    pub(super) fn has_gaps(&self) -> bool {
        (0..self.starts.len().saturating_sub(1)).any(|line| self.line(line).trim().is_empty())
    }

    /// The byte at a line and column, both from 1 and in characters.
    pub(super) fn byte(&self, (line, column): (u32, u32)) -> usize {
        let start = self.start_of_line(to_usize(line).saturating_sub(1));
        let line = &self.text[start..];
        let at = line.char_indices().nth(to_usize(column).saturating_sub(1));
        start + at.map_or(line.len(), |(at, _)| at)
    }

    /// The first byte of a line, from 0; the end of the text behind the last.
    pub(super) fn start_of_line(&self, line: usize) -> usize {
        self.starts.get(line).copied().unwrap_or(self.text.len())
    }

    /// The line of a byte, from 0.
    pub(super) fn line_of(&self, byte: usize) -> usize {
        self.starts.partition_point(|start| *start <= byte).saturating_sub(1)
    }

    /// A line without its end.
    pub(super) fn line(&self, line: usize) -> &'a str {
        self.text[self.start_of_line(line)..self.start_of_line(line + 1)].trim_end_matches(['\n', '\r'])
    }

    /// How many lines there are; a last line break is followed by none.
    pub(super) fn line_count(&self) -> usize {
        self.starts.len() - usize::from(self.text.is_empty() || self.text.ends_with('\n'))
    }

    /// The first byte of a node; of a text below `|` that of its content.
    pub(super) fn start(&self, node: &Node<'_>) -> usize {
        self.byte((node.line(), node.column()))
    }

    /// True for `{…}` and `[…]`.
    pub(super) fn is_flow(&self, node: &Node<'_>) -> bool {
        let (open, close) = match node.value() {
            Value::Map(_) => ('{', '}'),
            Value::List(_) => ('[', ']'),
            Value::Scalar(..) | Value::Refused => return false,
        };
        self.text[self.start(node)..].starts_with(open) && self.text[..self.byte(node.end())].ends_with(close)
    }

    /// The byte behind the last character of a node.
    pub(super) fn end(&self, node: &Node<'_>) -> usize {
        let start = self.start(node);
        match node.value() {
            Value::Map(entries) if !self.is_flow(node) => {
                entries.last().map_or(start, |(key, value)| self.entry_end(key, value))
            }
            Value::List(items) if !self.is_flow(node) => items.last().map_or(start, |item| self.end(item)),
            _ => {
                let end = self.byte(node.end()).max(start);
                start + self.text[start..end].trim_end().len()
            }
        }
    }

    /// The byte behind a key and its value.
    pub(super) fn entry_end(&self, key: &Node<'_>, value: &Node<'_>) -> usize {
        if is_absent(value) {
            return self.colon_end(key).unwrap_or_else(|| self.end(key));
        }
        self.end(value)
    }

    /// The byte behind the colon of a key; `None` if something else follows the key.
    pub(super) fn colon_end(&self, key: &Node<'_>) -> Option<usize> {
        let end = self.end(key);
        let rest = &self.text[end..];
        let space = rest.len() - rest.trim_start_matches([' ', '\t']).len();
        rest[space..].starts_with(':').then_some(end + space + 1)
    }

    /// Characters before a node in its line.
    pub(super) fn indent(node: &Node<'_>) -> usize {
        to_usize(node.column()).saturating_sub(1)
    }

    /// Characters before the dashes of a list in lines. The parser puts a list that is indented no more than its key
    /// behind its first dash.
    pub(super) fn dash_indent(&self, list: &Node<'_>) -> usize {
        let Value::List(items) = list.value() else { return Self::indent(list) };
        let dash = items.first().and_then(|item| self.text[..self.start(item)].trim_end().strip_suffix('-'));
        dash.map_or(Self::indent(list), |before| before.chars().rev().take_while(|c| *c != '\n').count())
    }

    /// The start of the line at which something can be put below a byte: behind comments that are indented by at
    /// least so many characters, which belong to what is above.
    pub(super) fn below(&self, byte: usize, comments_from: usize) -> usize {
        let mut last = self.line_of(byte);
        for line in last + 1..self.line_count() {
            let text = self.line(line);
            let bare = text.trim_start();
            if bare.starts_with('#') && text.len() - bare.len() >= comments_from.max(1) {
                last = line;
            } else if !bare.is_empty() {
                break;
            }
        }
        self.start_of_line(last + 1)
    }

    /// The bytes of the sign that begins a text of several lines, `|` or `>-`: above its content, or where the text is
    /// empty.
    pub(super) fn block_sign(&self, node: &Node<'_>) -> Option<Range<usize>> {
        let mut line = self.line_of(self.start(node));
        if !node.is_empty() {
            line = (0..line).rev().find(|above| !self.line(*above).trim().is_empty())?;
        }
        let start = self.start_of_line(line);
        let sign = sign_in(self.line(line))?;
        Some(start + sign.start..start + sign.end)
    }
}

/// True for a value of which not a single character is there.
pub(super) fn is_absent(value: &Node<'_>) -> bool {
    value.style() == Style::Plain && value.text() == Some("")
}

/// `|`, `>` with marks, at the end of a line but for a comment.
fn sign_in(line: &str) -> Option<Range<usize>> {
    line.match_indices(['|', '>']).find_map(|(at, _)| {
        let is_apart = line[..at].ends_with([' ', '\t']) || at == 0;
        let rest = &line[at + 1..];
        let marks = rest.len()
            - rest.trim_start_matches(['+', '-', '1', '2', '3', '4', '5', '6', '7', '8', '9']).len();
        let behind = rest[marks..].trim_start();
        let is_last = behind.is_empty() || behind.starts_with('#') && rest[marks..].starts_with([' ', '\t']);
        (is_apart && is_last && marks <= 2).then_some(at..at + 1 + marks)
    })
}

fn to_usize(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
