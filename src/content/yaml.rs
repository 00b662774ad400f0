//! The located tree: YAML text in, every key and value with its place out. The only file that knows the
//! parser. Scalars stay as they were typed (`12.500`, `0812`, `no`): what they mean is asked by the reader
//! of their key. Anchors, aliases, merge keys and tags are refused, since no profile needs them and they
//! are how a small file becomes a large one; nesting is bounded, and so is every recursion.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use saphyr_parser::{Event, Marker, Parser, ScalarStyle, Span as ParserSpan, Tag};

use super::findings::syntax as finding;
use super::hashes::Hashes;
use super::piece::Source;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::without_marks;

/// One value with its place.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    source: &'a Arc<SourceFile>,
    line: u32,
    column: u32,
    end: (u32, u32),
    value: Value<'a>,
}

/// What a node holds.
#[derive(Debug)]
pub(crate) enum Value<'a> {
    /// Text as typed, without quotes, comments and the invisible marks of `without_marks`.
    Scalar(Cow<'a, str>, Style),
    /// Items in order.
    List(Vec<Node<'a>>),
    /// Keys with values in order; every key is a scalar and there only once.
    Map(Vec<(Node<'a>, Node<'a>)>),
    /// Something that may not stand there. Its finding was pushed: readers treat it as absent and stay silent.
    Refused,
}

/// How a scalar was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Style {
    /// Without quotes: `null`, `~` and nothing at all mean "left empty".
    Plain,
    /// In quotes.
    Quoted,
    /// Below `|` or `>`.
    Block,
}

impl<'a> Node<'a> {
    /// A scalar that stands in no document.
    pub(super) fn alone(source: &'a Arc<SourceFile>, text: &'a str) -> Self {
        let value = Value::Scalar(without_marks(Cow::Borrowed(text)), Style::Quoted);
        Self { source, line: 1, column: 1, end: (1, 2), value }
    }

    /// Its place: of a list or mapping its first character, of a scalar all of it, if that stands on one line.
    pub(crate) fn span(&self) -> Span {
        let (line, column) = self.end;
        let is_whole = line == self.line && !matches!(self.value, Value::List(_) | Value::Map(_));
        let length = if is_whole { column.saturating_sub(self.column) } else { 1 };
        Span::new(self.source, self.line, self.column, length)
    }

    /// Line and column, both from 1, behind its last character; with the parser's usual latitude: white space may come
    /// along. Of a list or mapping without brackets it is where it begins.
    pub(crate) fn end(&self) -> (u32, u32) {
        self.end
    }

    /// Line, from 1.
    pub(crate) fn line(&self) -> u32 {
        self.line
    }

    /// Column, from 1.
    pub(crate) fn column(&self) -> u32 {
        self.column
    }

    /// The file.
    pub(crate) fn source(&self) -> &'a Arc<SourceFile> {
        self.source
    }

    /// What it holds.
    pub(crate) fn value(&self) -> &Value<'a> {
        &self.value
    }

    /// The text of a scalar without white space around it; `None` for a list or mapping.
    pub(crate) fn text(&self) -> Option<&str> {
        match &self.value {
            Value::Scalar(text, _) => Some(text.trim()),
            _ => None,
        }
    }

    /// How a scalar was written; `Plain` for anything else.
    pub(crate) fn style(&self) -> Style {
        match &self.value {
            Value::Scalar(_, style) => *style,
            _ => Style::Plain,
        }
    }

    /// True where nothing was filled in: no text, `~`, `null`, `""`.
    pub(crate) fn is_empty(&self) -> bool {
        match &self.value {
            Value::Scalar(text, Style::Plain) => matches!(text.trim(), "" | "~" | "null" | "Null" | "NULL"),
            Value::Scalar(text, _) => text.trim().is_empty(),
            _ => false,
        }
    }

    /// True if its finding is there already.
    pub(crate) fn is_refused(&self) -> bool {
        matches!(self.value, Value::Refused)
    }

    /// The same with text of its own, in another file or at other places; `place` gives line and column for
    /// line and column.
    pub(super) fn moved<'b>(
        self,
        source: &'b Arc<SourceFile>,
        place: &impl Fn(u32, u32) -> (u32, u32),
    ) -> Node<'b> {
        let (line, column) = place(self.line, self.column);
        let value = match self.value {
            Value::Scalar(text, style) => Value::Scalar(Cow::Owned(text.into_owned()), style),
            Value::List(items) => {
                Value::List(items.into_iter().map(|item| item.moved(source, place)).collect())
            }
            Value::Map(entries) => {
                let moved = |(key, value): (Node<'a>, Node<'a>)| {
                    (key.moved(source, place), value.moved(source, place))
                };
                Value::Map(entries.into_iter().map(moved).collect())
            }
            Value::Refused => Value::Refused,
        };
        let end = if self.end.0 == self.line {
            (line, column + (self.end.1 - self.column))
        } else {
            (line, column)
        };
        Node { source, line, column, end, value }
    }
}

/// What the parser made of a text.
pub(super) struct Outcome<'a> {
    /// The document; where the parser gave up, what it had read until then.
    pub(super) root: Option<Node<'a>>,
    /// Plain texts that go on over several lines.
    pub(super) folded: Vec<Folded>,
    /// How it ended.
    pub(super) end: End,
}

/// A plain text of several lines.
pub(super) struct Folded {
    /// First line, from 1.
    pub(super) first: usize,
    /// Last line, from 1.
    pub(super) last: usize,
    /// Its column, from 0.
    pub(super) column: usize,
    /// True for an item of a list.
    pub(super) is_item: bool,
}

/// How reading a text ended.
pub(super) enum End {
    /// With its last line.
    Whole,
    /// With a finding after which nothing is worth reading.
    Halted,
    /// With something that is no YAML.
    Refused(Refusal),
}

/// Where the parser gave up and what it says, which is never shown.
pub(super) struct Refusal {
    /// The rule of the grammar that is broken.
    pub(super) info: String,
    /// Line of the text, from 1.
    pub(super) line: u32,
    /// Column, from 1.
    pub(super) column: u32,
}

/// Parses a text as far as it is YAML.
pub(super) fn parse<'a>(source: Source<'a>, findings: &mut Findings) -> Outcome<'a> {
    let mut parser = Parser::new_from_str(source.text);
    let mut builder = Builder::new(source);
    while let Some(event) = parser.next_event() {
        match event {
            Ok((event, span)) => {
                if !builder.take(event, span, findings) {
                    return Outcome { root: None, folded: Vec::new(), end: End::Halted };
                }
            }
            Err(error) => {
                let marker = error.marker();
                let refusal = Refusal {
                    info: error.info().to_owned(),
                    line: to_u32(marker.line()),
                    column: to_u32(marker.col() + 1),
                };
                let folded = std::mem::take(&mut builder.folded);
                return Outcome { root: builder.finish(findings), folded, end: End::Refused(refusal) };
            }
        }
    }
    Outcome { root: builder.root, folded: builder.folded, end: End::Whole }
}

/// A line break of the first Macintoshes: it would shift every line that a finding names.
pub(super) fn has_lone_carriage_return(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().any(|(at, byte)| *byte == b'\r' && bytes.get(at + 1) != Some(&b'\n'))
}

struct Builder<'a> {
    source: Source<'a>,
    open: Vec<Open<'a>>,
    root: Option<Node<'a>>,
    documents: usize,
    alias_reported: bool,
    hashes: Hashes,
    folded: Vec<Folded>,
}

/// A list or mapping whose end has not come yet.
struct Open<'a> {
    node: Node<'a>,
    refused: bool,
    key: Option<Node<'a>>,
}

impl<'a> Builder<'a> {
    fn new(source: Source<'a>) -> Self {
        Self {
            source,
            open: Vec::new(),
            root: None,
            documents: 0,
            alias_reported: false,
            hashes: Hashes::find(source.text),
            folded: Vec::new(),
        }
    }

    /// False if nothing after this event is worth reading.
    fn take(&mut self, event: Event<'a>, span: ParserSpan, findings: &mut Findings) -> bool {
        match event {
            Event::DocumentStart(_) => {
                self.documents += 1;
                if self.documents > 1 {
                    let at = self.place(span, Value::Refused).span();
                    findings.push(finding::second_document(at));
                    return false;
                }
            }
            Event::Alias(_) => {
                let node = self.place(span, Value::Refused);
                self.report_alias(&node, findings);
                self.close(node, findings);
            }
            Event::Scalar(text, style, anchor, tag) => {
                let node = self.scalar(text, style, span, findings);
                self.finish_scalar(node, anchor, tag.as_deref(), findings);
            }
            Event::SequenceStart(anchor, tag) => {
                return self.start(Value::List(Vec::new()), span, anchor, tag.as_deref(), findings);
            }
            Event::MappingStart(anchor, tag) => {
                return self.start(Value::Map(Vec::new()), span, anchor, tag.as_deref(), findings);
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(Open { mut node, refused, .. }) = self.open.pop() {
                    if refused {
                        node.value = Value::Refused;
                    } else if span.end.index() > span.start.index() {
                        // Of a bracket; the parser counts the comment behind it, too.
                        let bracket = self.place(span, Value::Refused);
                        node.end = (bracket.line, bracket.column + 1);
                    }
                    Self::drop_repeated_keys(&mut node, findings);
                    self.close(node, findings);
                }
            }
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => {}
        }
        true
    }

    /// Closes what is still open: the document as far as it was read.
    fn finish(mut self, findings: &mut Findings) -> Option<Node<'a>> {
        while let Some(Open { mut node, .. }) = self.open.pop() {
            Self::drop_repeated_keys(&mut node, findings);
            self.close(node, findings);
        }
        self.root
    }

    fn place(&self, span: ParserSpan, value: Value<'a>) -> Node<'a> {
        let before = self.source.lines_before;
        let place = |marker: Marker| (to_u32(marker.line()) + before, to_u32(marker.col() + 1));
        let (line, column) = place(span.start);
        Node { source: self.source.file, line, column, end: place(span.end), value }
    }

    fn scalar(
        &mut self,
        text: Cow<'a, str>,
        style: ScalarStyle,
        span: ParserSpan,
        findings: &mut Findings,
    ) -> Node<'a> {
        let style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        let is_value = self.open.last().is_none_or(|open| open.key.is_some() || !is_map(&open.node));
        let cut = (style == Style::Plain && is_value)
            .then(|| self.hashes.cutting(self.source.text, span.end.line(), span.end.col()))
            .flatten();
        let (first, last) = (span.start.line(), span.end.line());
        if style == Style::Plain && last > first {
            let is_item = self.open.last().is_some_and(|open| !is_map(&open.node));
            self.folded.push(Folded { first, last, column: span.start.col(), is_item });
        }
        let is_lost = cut.is_some() && text.is_empty();
        let node = self.place(span, Value::Scalar(without_marks(text), style));
        if let Some((column, lost)) = cut {
            let line = to_u32(span.end.line()) + self.source.lines_before;
            let length = to_u32(lost.chars().count());
            let at = Span::new(self.source.file, line, column, length);
            findings.push(finding::hash_cuts_text(at, node.text().unwrap_or_default(), lost));
        }
        if is_lost { Node { value: Value::Refused, ..node } } else { node }
    }

    fn finish_scalar(
        &mut self,
        mut node: Node<'a>,
        anchor: usize,
        tag: Option<&Tag>,
        findings: &mut Findings,
    ) {
        if anchor != 0 {
            self.report_alias(&node, findings);
        }
        if let Some(tag) = tag.filter(|tag| !is_plain_tag(tag)) {
            findings.push(finding::tag(node.span(), &typed_tag(tag)));
            node.value = Value::Refused;
        }
        self.close(node, findings);
    }

    fn start(
        &mut self,
        value: Value<'a>,
        span: ParserSpan,
        anchor: usize,
        tag: Option<&Tag>,
        findings: &mut Findings,
    ) -> bool {
        let node = self.place(span, value);
        if self.open.len() >= self.source.depth {
            findings.push(finding::too_deep(node.span(), self.source.depth));
            return false;
        }
        if anchor != 0 {
            self.report_alias(&node, findings);
        }
        let bad_tag = tag.filter(|tag| !is_plain_tag(tag));
        if let Some(tag) = bad_tag {
            findings.push(finding::tag(node.span(), &typed_tag(tag)));
        }
        self.open.push(Open { node, refused: bad_tag.is_some(), key: None });
        true
    }

    /// Puts a finished node where it belongs.
    fn close(&mut self, node: Node<'a>, findings: &mut Findings) {
        let Some(open) = self.open.last_mut() else {
            self.root.get_or_insert(node);
            return;
        };
        match &mut open.node.value {
            Value::List(items) => items.push(node),
            Value::Map(entries) => match open.key.take() {
                None => open.key = Some(node),
                Some(key) if key.is_refused() => {}
                Some(key) => match key.text() {
                    None => findings.push(finding::key_not_text(key.span())),
                    Some("<<") if key.style() == Style::Plain => {
                        if !self.alias_reported {
                            findings.push(finding::alias(key.span()));
                        }
                        self.alias_reported = true;
                    }
                    Some(_) => entries.push((key, node)),
                },
            },
            Value::Scalar(..) | Value::Refused => {}
        }
    }

    /// Once a file: a bomb has hundreds.
    fn report_alias(&mut self, node: &Node<'a>, findings: &mut Findings) {
        if !self.alias_reported {
            findings.push(finding::alias(node.span()));
            self.alias_reported = true;
        }
    }

    fn drop_repeated_keys(node: &mut Node<'a>, findings: &mut Findings) {
        let Value::Map(entries) = &mut node.value else { return };
        let repeated = repeated_keys(entries);
        if repeated.is_empty() {
            return;
        }
        for (first, second) in &repeated {
            let (key, first_line) = (&entries[*second].0, entries[*first].0.line);
            findings.push(finding::duplicate_key(key.span(), key.text().unwrap_or_default(), first_line));
        }
        let mut next = repeated.iter().map(|(_, second)| *second).peekable();
        let mut index = 0;
        entries.retain(|_| {
            let is_repeat = next.next_if_eq(&index).is_some();
            index += 1;
            !is_repeat
        });
    }
}

/// Indexes of first and further entry of every key that is there more than once, in order of the further.
fn repeated_keys(entries: &[(Node<'_>, Node<'_>)]) -> Vec<(usize, usize)> {
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.text().unwrap_or_default()).collect();
    let has_repeat = if keys.len() <= 24 {
        keys.iter().enumerate().any(|(at, key)| keys[..at].contains(key))
    } else {
        let mut seen = HashSet::with_capacity(keys.len());
        keys.iter().any(|key| !seen.insert(key))
    };
    if !has_repeat {
        return Vec::new();
    }
    let mut first_by_key = std::collections::HashMap::new();
    let mut repeated = Vec::new();
    for (at, key) in keys.iter().enumerate() {
        match first_by_key.entry(key) {
            std::collections::hash_map::Entry::Occupied(first) => repeated.push((*first.get(), at)),
            std::collections::hash_map::Entry::Vacant(entry) => {
                entry.insert(at);
            }
        }
    }
    repeated
}

fn is_map(node: &Node<'_>) -> bool {
    matches!(node.value, Value::Map(_))
}

/// A tag that only says what is so anyway: `!!str`, `!!map`.
fn is_plain_tag(tag: &Tag) -> bool {
    tag.is_yaml_core_schema()
        && matches!(tag.suffix.as_str(), "str" | "int" | "float" | "bool" | "null" | "seq" | "map")
        || tag.suffix.is_empty()
}

/// A tag as somebody typed it: the parser writes `!!` and `!<…>` out.
fn typed_tag(tag: &Tag) -> String {
    let Tag { handle, suffix } = tag;
    match handle.as_str() {
        "tag:yaml.org,2002:" => format!("!!{suffix}"),
        "" => format!("!<{suffix}>"),
        _ => tag.to_string(),
    }
}

fn to_u32(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
