//! A text that is written for a repository and shown in several pieces: its headings have anchors, its links lead to
//! files beside it, its pictures are shown. Parsed once, so that a piece knows the references of the whole.

use std::collections::BTreeMap;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

use super::safe::{OPTIONS, escape, is_allowed, seen};

/// A text in its sections.
pub(crate) struct LongText<'a> {
    pieces: Vec<Piece<'a>>,
    sections: Vec<Section>,
    links: Vec<(String, Range<usize>)>,
    pictures: Vec<(String, Range<usize>)>,
}

/// What stands from one heading to the next, whatever their levels; the first section has none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Section {
    /// Level of its heading, from 1; 0 for what stands before the first.
    pub(crate) level: u8,
    /// Words of its heading.
    pub(crate) words: String,
    /// Its name in links, unique in the text and as GitHub makes it: `menit-1-unduh-programnya`.
    pub(crate) anchor: String,
    /// Bytes of the text that it takes.
    pub(crate) bytes: usize,
    pieces: Range<usize>,
}

/// Where a text's links and pictures lead from the page that shows it.
pub(crate) struct Ways<'a> {
    /// Of a link to a file or an anchor, as it was written; `None`: its words alone are shown.
    pub(crate) link: &'a dyn Fn(&str) -> Option<String>,
    /// Attributes of a picture but for its text, `src="…"`; `None`: its text is shown.
    pub(crate) picture: &'a dyn Fn(&str) -> Option<String>,
    /// The attribute `id` of a heading with an anchor.
    pub(crate) id: &'a dyn Fn(&str) -> String,
}

enum Piece<'a> {
    Event(Event<'a>),
    Picture { address: String, text: String },
}

impl<'a> LongText<'a> {
    /// Parses a text. Comments are left out, a tag `<img>` is a picture; other HTML is text.
    pub(crate) fn parse(text: &'a str) -> Self {
        let mut reader = Reader::new(text);
        let mut events = Parser::new_ext(text, OPTIONS).into_offset_iter();
        while let Some((event, at)) = events.next() {
            match event {
                Event::Start(Tag::HtmlBlock) => {
                    let lines =
                        events.by_ref().take_while(|(event, _)| *event != Event::End(TagEnd::HtmlBlock));
                    let html: String = lines.map(|(event, _)| text_of(&event).to_owned()).collect();
                    reader.add_block(&html, at);
                }
                Event::Start(Tag::Image { dest_url, .. }) => {
                    let inside = events.by_ref().take_while(|(event, _)| *event != Event::End(TagEnd::Image));
                    let words: String = inside.map(|(event, _)| text_of(&event).to_owned()).collect();
                    reader.add_picture(dest_url.into_string(), words, at);
                }
                Event::InlineHtml(html) => reader.add_inline(html, at),
                event => reader.add(event, at),
            }
        }
        reader.finish()
    }

    /// Its sections, in order; at least one.
    pub(crate) fn sections(&self) -> &[Section] {
        &self.sections
    }

    /// Addresses of links to files and anchors, with the bytes of the text that each link takes.
    pub(crate) fn links(&self) -> &[(String, Range<usize>)] {
        &self.links
    }

    /// Addresses of pictures, likewise.
    pub(crate) fn pictures(&self) -> &[(String, Range<usize>)] {
        &self.pictures
    }

    /// HTML of some sections that follow each other, headings as many levels higher as `lift` says and none above the
    /// second. Of the first section without its heading, if the page has it elsewhere.
    pub(crate) fn html(
        &self,
        sections: Range<usize>,
        has_heading: bool,
        lift: u8,
        ways: &Ways<'_>,
    ) -> String {
        let mut html = String::new();
        let mut writer = Writer { lift, ways, links: Vec::new() };
        let mut events: Vec<Event<'_>> = Vec::new();
        for (at, section) in self.sections[sections].iter().enumerate() {
            let pieces = &self.pieces[section.pieces.clone()];
            let pieces = if at == 0 && !has_heading { without_heading(pieces) } else { pieces };
            for piece in pieces {
                writer.write(piece, &section.anchor, &mut events);
            }
        }
        pulldown_cmark::html::push_html(&mut html, events.into_iter());
        html
    }

    /// The words of a section without its heading and without blocks of code, on one line.
    pub(crate) fn plain(&self, section: &Section) -> String {
        self.plain_until(section, |_| false)
    }

    /// The words of its first paragraph; empty if it has none.
    pub(crate) fn first_paragraph(&self, section: &Section) -> String {
        self.plain_until(section, |event| *event == Event::End(TagEnd::Paragraph))
    }

    fn plain_until(&self, section: &Section, is_end: impl Fn(&Event<'_>) -> bool) -> String {
        let mut plain = String::new();
        let mut is_code = false;
        for piece in without_heading(&self.pieces[section.pieces.clone()]) {
            let Piece::Event(event) = piece else { continue };
            match event {
                Event::Start(Tag::CodeBlock(_)) => is_code = true,
                Event::End(TagEnd::CodeBlock) => is_code = false,
                Event::Text(text) | Event::Code(text) if !is_code => plain.push_str(&seen(text.clone())),
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
                Event::SoftBreak | Event::HardBreak | Event::End(_) if !plain.ends_with(' ') => {
                    plain.push(' ');
                }
                _ => {}
            }
            if is_end(event) && !plain.trim().is_empty() {
                break;
            }
        }
        plain.trim().to_owned()
    }
}

/// Pieces behind the heading that they begin with, if they begin with one.
fn without_heading<'p, 'a>(pieces: &'p [Piece<'a>]) -> &'p [Piece<'a>] {
    let is_end = |piece: &Piece<'_>| matches!(piece, Piece::Event(Event::End(TagEnd::Heading(_))));
    match pieces.first() {
        Some(Piece::Event(Event::Start(Tag::Heading { .. }))) => {
            let end = pieces.iter().position(is_end).map_or(0, |end| end + 1);
            &pieces[end..]
        }
        _ => pieces,
    }
}

fn text_of<'e>(event: &'e Event<'_>) -> &'e str {
    match event {
        Event::Text(text) | Event::Code(text) | Event::Html(text) | Event::InlineHtml(text) => text,
        Event::SoftBreak | Event::HardBreak => " ",
        _ => "",
    }
}

/// Gathers pieces and sections.
struct Reader<'a> {
    long: LongText<'a>,
    /// How often a name of a heading was taken.
    taken: BTreeMap<String, usize>,
    /// Blocks that are open: a heading in a list or a quotation begins no section.
    depth: usize,
    begins: usize,
    text_bytes: usize,
    is_in_heading: bool,
}

impl<'a> Reader<'a> {
    fn new(text: &'a str) -> Self {
        let long =
            LongText { pieces: Vec::new(), sections: Vec::new(), links: Vec::new(), pictures: Vec::new() };
        let mut reader = Self {
            long,
            taken: BTreeMap::new(),
            depth: 0,
            begins: 0,
            text_bytes: text.len(),
            is_in_heading: false,
        };
        reader.begin_section(0, 0);
        reader
    }

    fn begin_section(&mut self, level: u8, at: usize) {
        self.end_section(at);
        let start = self.long.pieces.len();
        self.begins = at;
        self.long.sections.push(Section {
            level,
            words: String::new(),
            anchor: String::new(),
            bytes: 0,
            pieces: start..start,
        });
    }

    fn end_section(&mut self, at: usize) {
        let end = self.long.pieces.len();
        if let Some(section) = self.long.sections.last_mut() {
            section.pieces.end = end;
            section.bytes = at - self.begins;
        }
    }

    fn add(&mut self, event: Event<'a>, at: Range<usize>) {
        match &event {
            Event::Start(Tag::Heading { level, .. }) if self.depth == 0 => {
                self.begin_section(*level as u8, at.start);
                self.is_in_heading = true;
                self.depth += 1;
            }
            Event::End(TagEnd::Heading(_)) if self.is_in_heading => {
                self.is_in_heading = false;
                self.depth -= 1;
                self.name_section();
            }
            Event::Start(tag) => {
                self.depth += 1;
                if let Tag::Link { link_type, dest_url, .. } = tag
                    && !is_allowed(*link_type, dest_url)
                {
                    self.long.links.push((dest_url.to_string(), at));
                }
            }
            Event::End(_) => self.depth = self.depth.saturating_sub(1),
            Event::Text(text) | Event::Code(text) if self.is_in_heading => {
                if let Some(section) = self.long.sections.last_mut() {
                    section.words.push_str(&seen(text.clone()));
                }
            }
            _ => {}
        }
        self.long.pieces.push(Piece::Event(event));
    }

    fn name_section(&mut self) {
        let Some(section) = self.long.sections.last_mut() else { return };
        let name = anchor_of(&section.words);
        let count = self.taken.entry(name.clone()).or_default();
        section.anchor = if *count == 0 { name } else { format!("{name}-{count}") };
        *count += 1;
    }

    fn add_block(&mut self, html: &str, at: Range<usize>) {
        let html = html.trim();
        if html.starts_with("<!--") && html.ends_with("-->") {
            return;
        }
        self.long.pieces.push(Piece::Event(Event::Start(Tag::Paragraph)));
        match picture_tag(html) {
            Some((address, words)) => self.add_picture(address, words, at),
            None => {
                self.long
                    .pieces
                    .push(Piece::Event(Event::Text(CowStr::Boxed(html.to_owned().into_boxed_str()))));
            }
        }
        self.long.pieces.push(Piece::Event(Event::End(TagEnd::Paragraph)));
    }

    fn add_inline(&mut self, html: CowStr<'a>, at: Range<usize>) {
        if html.starts_with("<!--") {
            return;
        }
        match picture_tag(&html) {
            Some((address, words)) => self.add_picture(address, words, at),
            None => self.long.pieces.push(Piece::Event(Event::Text(html))),
        }
    }

    fn add_picture(&mut self, address: String, text: String, at: Range<usize>) {
        self.long.pictures.push((address.clone(), at));
        self.long.pieces.push(Piece::Picture { address, text });
    }

    fn finish(mut self) -> LongText<'a> {
        self.end_section(self.text_bytes);
        self.long
    }
}

/// Address and text of a single tag `<img src="…" alt="…">`.
fn picture_tag(html: &str) -> Option<(String, String)> {
    let inside = html.strip_prefix("<img ")?.strip_suffix('>')?;
    if inside.contains(['<', '>']) {
        return None;
    }
    let value = |name: &str| {
        let (_, rest) = inside.split_once(&format!("{name}=\""))?;
        Some(rest.split_once('"')?.0.to_owned())
    };
    Some((value("src")?, value("alt").unwrap_or_default()))
}

/// Words of a heading as GitHub names it in links: lower case, hyphens for spaces, no other marks.
fn anchor_of(words: &str) -> String {
    let kept = words.trim().chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_'));
    kept.map(|c| if c == ' ' { '-' } else { c }).collect::<String>().to_lowercase()
}

struct Writer<'w> {
    lift: u8,
    ways: &'w Ways<'w>,
    /// For each open link whether it is written.
    links: Vec<bool>,
}

impl Writer<'_> {
    fn write<'e>(&mut self, piece: &'e Piece<'_>, anchor: &str, events: &mut Vec<Event<'e>>) {
        let event = match piece {
            Piece::Event(event) => event.clone(),
            Piece::Picture { address, text } => match (self.ways.picture)(address) {
                Some(attributes) => {
                    let tag = format!("<img {attributes} alt=\"{}\">", escape(&seen(text.as_str().into())));
                    Event::InlineHtml(tag.into())
                }
                None => Event::Text(seen(text.as_str().into())),
            },
        };
        if matches!(event, Event::Start(Tag::Table(_))) {
            events.push(Event::Html(CowStr::Borrowed("<div class=\"wide\" tabindex=\"0\">")));
        }
        let is_end_of_table = event == Event::End(TagEnd::Table);
        events.extend(self.changed(event, anchor));
        if is_end_of_table {
            events.push(Event::Html(CowStr::Borrowed("</div>\n")));
        }
    }

    fn changed<'e>(&mut self, event: Event<'e>, anchor: &str) -> Option<Event<'e>> {
        Some(match event {
            Event::Text(text) => Event::Text(seen(text)),
            Event::Code(text) => Event::Code(seen(text)),
            Event::Start(Tag::Heading { level, .. }) => Event::Start(Tag::Heading {
                level: self.lifted(level),
                id: Some((self.ways.id)(anchor).into()),
                classes: Vec::new(),
                attrs: Vec::new(),
            }),
            Event::End(TagEnd::Heading(level)) => Event::End(TagEnd::Heading(self.lifted(level))),
            Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                let to = if is_allowed(link_type, &dest_url) {
                    Some(dest_url)
                } else {
                    (self.ways.link)(&dest_url).map(CowStr::from)
                };
                self.links.push(to.is_some());
                Event::Start(Tag::Link { link_type, dest_url: to?, title: seen(title), id })
            }
            Event::End(TagEnd::Link) => {
                return self.links.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link));
            }
            Event::TaskListMarker(done) => Event::Text(CowStr::Borrowed(if done { "☑ " } else { "☐ " })),
            // What is wider than the screen is scrolled, also by who has no mouse.
            Event::Start(Tag::CodeBlock(_)) => Event::Html(CowStr::Borrowed("<pre tabindex=\"0\"><code>")),
            Event::End(TagEnd::CodeBlock) => Event::Html(CowStr::Borrowed("</code></pre>\n")),
            // Alignment would be a style attribute, which a page's policy forbids.
            Event::Start(Tag::Table(columns)) => {
                Event::Start(Tag::Table(vec![Alignment::None; columns.len()]))
            }
            other => other,
        })
    }

    fn lifted(&self, level: HeadingLevel) -> HeadingLevel {
        let level = (level as u8).saturating_sub(self.lift).clamp(2, 6);
        HeadingLevel::try_from(usize::from(level)).unwrap_or(HeadingLevel::H6)
    }
}
