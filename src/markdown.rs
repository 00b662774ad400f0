//! Markdown in, safe HTML out. Raw HTML is shown as text, pictures give way to their description, and a
//! link that leads to anything but the web, mail, telephone or a map loses its address but keeps its words.
//! Safe by construction: nothing but events that are known to be harmless reaches the writer.

mod long;
mod safe;

use std::borrow::Cow;
use std::ops::Range;

use pulldown_cmark::{Alignment, CowStr, Event, HeadingLevel, Parser, Tag, TagEnd};

pub(crate) use long::{LongText, Section, Ways};
pub use safe::escape;
use safe::{OPTIONS, is_allowed, seen};

/// HTML of a text. `top_heading` is the level that the text's own `#` becomes, so that it fits below the
/// headings of its page; deeper ones follow, none goes below 6.
/// ```
/// # use etalase::markdown;
/// assert_eq!(markdown::to_html("# Hi **you**", 3), "<h3>Hi <strong>you</strong></h3>\n");
/// assert_eq!(markdown::to_html("<b>x</b>", 3), "<p>&lt;b&gt;x&lt;/b&gt;</p>\n");
/// assert_eq!(markdown::to_html("a&#x202e;b&#8; `\u{202e}c`", 3), "<p>ab <code>c</code></p>\n");
/// assert_eq!(markdown::to_html("[x](javascript:alert(1))", 3), "<p>x</p>\n");
/// assert!(!markdown::to_html("|a|\n|-:|\n|1|", 3).contains("style"));
/// ```
pub fn to_html(markdown: &str, top_heading: u8) -> String {
    let mut html = String::with_capacity(markdown.len() * 5 / 4);
    pulldown_cmark::html::push_html(&mut html, harmless(markdown, top_heading));
    html
}

/// The same of a text of a profile, which people type or paste as they see it in a chat: a line ends where it was
/// ended, and a line of strokes below a text makes no heading of it.
/// ```
/// # use etalase::markdown::lines_to_html;
/// assert_eq!(lines_to_html("Isi: kopi\nBerat: 200 g", 3), "<p>Isi: kopi<br />\nBerat: 200 g</p>\n");
/// assert_eq!(lines_to_html("Menu\n====", 3), "<p>Menu</p>\n<p>====</p>\n");
/// assert_eq!(lines_to_html("Menu\n----", 3), "<p>Menu</p>\n<hr />\n");
/// ```
pub fn lines_to_html(text: &str, top_heading: u8) -> String {
    let text = without_underlined_headings(text);
    let mut html = String::with_capacity(text.len() * 5 / 4);
    let events = harmless(&text, top_heading)
        .map(|event| if event == Event::SoftBreak { Event::HardBreak } else { event });
    pulldown_cmark::html::push_html(&mut html, events);
    html
}

/// A text in which each line of nothing but `=` or `-` stands by itself. Source: `CommonMark` 0.31, 4.3: below a
/// paragraph it would make a heading of all its lines.
fn without_underlined_headings(text: &str) -> Cow<'_, str> {
    let is_stroke = |line: &str| {
        let line = line.trim();
        !line.is_empty() && (line.bytes().all(|byte| byte == b'=') || line.bytes().all(|byte| byte == b'-'))
    };
    if !text.lines().any(is_stroke) {
        return Cow::Borrowed(text);
    }
    let mut apart = String::with_capacity(text.len() + 2);
    for line in text.split_inclusive('\n') {
        if is_stroke(line) && !apart.is_empty() {
            apart.push('\n');
        }
        apart.push_str(line);
    }
    Cow::Owned(apart)
}

/// The first phrase between single stars that stands where chats have bold ones: at the beginning of a line, or before
/// a colon. Bytes of the text that it takes, with its stars.
/// ```
/// # use etalase::markdown::phrase_between_stars;
/// assert_eq!(phrase_between_stars("✅ *Isi:* kopi"), Some(4..10));
/// assert_eq!(phrase_between_stars("dari *Coffea arabica* pilihan, **tebal**, _miring_"), None);
/// ```
pub fn phrase_between_stars(text: &str) -> Option<Range<usize>> {
    if !text.contains('*') {
        return None;
    }
    let emphases = Parser::new_ext(text, OPTIONS).into_offset_iter().filter_map(|(event, at)| match event {
        Event::Start(Tag::Emphasis) if text[at.clone()].starts_with('*') => Some(at),
        _ => None,
    });
    // Whether a word stands before it on its line, looked at once for the whole text.
    let (mut seen, mut has_word) = (0, false);
    let mut bold = emphases.filter(|at| {
        for c in text[seen..at.start.max(seen)].chars() {
            has_word = c != '\n' && (has_word || c.is_alphanumeric());
        }
        seen = seen.max(at.start);
        let (inside, after) = (text[at.clone()].trim_end_matches('*'), &text[at.end..]);
        !has_word || inside.ends_with(':') || after.starts_with(':')
    });
    bold.next()
}

/// A link as it was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Where it leads.
    pub address: String,
    /// Bytes of the text that it takes, from its bracket to its end.
    pub at: Range<usize>,
    /// False if only its words are shown.
    pub is_kept: bool,
}

/// Every link of a text.
/// ```
/// # use etalase::markdown;
/// let links = markdown::links("[a](https://a.id), [b](/b/)");
/// assert_eq!(links.iter().map(|link| link.is_kept).collect::<Vec<_>>(), [true, false]);
/// assert_eq!((links[1].address.as_str(), links[1].at.clone()), ("/b/", 19..27));
/// ```
pub fn links(markdown: &str) -> Vec<Link> {
    if !markdown.contains([']', '<']) {
        return Vec::new();
    }
    let events = Parser::new_ext(markdown, OPTIONS).into_offset_iter();
    let link = |(event, at): (Event<'_>, Range<usize>)| match event {
        Event::Start(Tag::Link { link_type, dest_url, .. }) => {
            Some(Link { is_kept: is_allowed(link_type, &dest_url), address: dest_url.into_string(), at })
        }
        _ => None,
    };
    events.filter_map(link).collect()
}

/// The words of a text on one line, without marks: for descriptions and feeds.
/// ```
/// assert_eq!(etalase::markdown::to_plain("# Hi\n\n*good* [day](https://a.id)"), "Hi good day");
/// ```
pub fn to_plain(markdown: &str) -> String {
    let mut plain = String::with_capacity(markdown.len());
    for event in harmless(markdown, 1) {
        match event {
            Event::Text(text) | Event::Code(text) => plain.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !plain.ends_with(' ') => match event {
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link) => {}
                _ => plain.push(' '),
            },
            _ => {}
        }
    }
    let end = plain.trim_end().len();
    plain.truncate(end);
    plain
}

/// The first words of a plain text, at most `chars` characters, cut at a word and ended with `…`.
/// ```
/// assert_eq!(etalase::markdown::shorten("satu dua tiga", 9), "satu dua…");
/// assert_eq!(etalase::markdown::shorten("satu dua", 9), "satu dua");
/// ```
pub fn shorten(plain: &str, chars: usize) -> String {
    if plain.chars().count() <= chars {
        return plain.to_owned();
    }
    let cut: String = plain.chars().take(chars).collect();
    let words = cut.rfind(' ').filter(|end| *end > chars / 2).map_or(cut.as_str(), |end| &cut[..end]);
    format!("{}…", words.trim_end_matches([' ', ',', '.', ';', ':']))
}

/// The events of a text that may be written.
fn harmless(markdown: &str, top_heading: u8) -> impl Iterator<Item = Event<'_>> {
    let mut links: Vec<bool> = Vec::new();
    Parser::new_ext(markdown, OPTIONS).filter_map(move |event| match event {
        Event::Html(text) | Event::InlineHtml(text) | Event::Text(text) => Some(Event::Text(seen(text))),
        Event::Code(text) => Some(Event::Code(seen(text))),
        // A block of raw HTML has no paragraph of its own; what it says is shown as one.
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
            let allowed = is_allowed(link_type, &dest_url);
            links.push(allowed);
            let title = seen(title);
            allowed.then_some(Event::Start(Tag::Link { link_type, dest_url, title, id }))
        }
        Event::End(TagEnd::Link) => links.pop().unwrap_or(false).then_some(Event::End(TagEnd::Link)),
        Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => None,
        Event::Start(Tag::Heading { level, .. }) => Some(Event::Start(Tag::Heading {
            level: lowered(level, top_heading),
            id: None,
            classes: Vec::new(),
            attrs: Vec::new(),
        })),
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(lowered(level, top_heading)))),
        Event::TaskListMarker(done) => {
            Some(Event::Text(CowStr::Borrowed(if done { "☑ " } else { "☐ " })))
        }
        Event::Start(Tag::CodeBlock(_)) => {
            Some(Event::Start(Tag::CodeBlock(pulldown_cmark::CodeBlockKind::Indented)))
        }
        // Alignment would be a style attribute, which a page's policy forbids.
        Event::Start(Tag::Table(columns)) => {
            Some(Event::Start(Tag::Table(vec![Alignment::None; columns.len()])))
        }
        other => Some(other),
    })
}

fn lowered(level: HeadingLevel, top_heading: u8) -> HeadingLevel {
    let level = (level as usize) + usize::from(top_heading.max(1)) - 1;
    HeadingLevel::try_from(level.min(6)).unwrap_or(HeadingLevel::H6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_shown_as_text() {
        assert_eq!(
            to_html("<script>alert(1)</script>\n\nhi", 3),
            "<p>&lt;script&gt;alert(1)&lt;/script&gt;\n</p>\n<p>hi</p>\n"
        );
        let html = to_html("a <img src=x onerror=alert(1)> b", 3);
        assert!(!html.contains("<img"), "{html}");
    }

    #[test]
    fn links_keep_their_words_when_their_address_is_refused() {
        for address in [
            "javascript:alert(1)",
            "JaVaScRiPt:x",
            "data:text/html,x",
            "vbscript:x",
            "//evil.id",
            "file:///etc",
        ] {
            assert_eq!(to_html(&format!("[mari]({address})"), 3), "<p>mari</p>\n", "{address}");
        }
        assert_eq!(
            to_html("[mari](<&#32;https://a.id>)", 3),
            "<p>mari</p>\n",
            "would lead to a page `%20https:`"
        );
        assert_eq!(to_html("[mari](https://a.id)", 3), "<p><a href=\"https://a.id\">mari</a></p>\n");
        assert_eq!(to_html("<kas@a.id>", 3), "<p><a href=\"mailto:kas@a.id\">kas@a.id</a></p>\n");
        assert!(to_html("<java\nscript:alert(1)>", 3).find("<a").is_none());
    }

    #[test]
    fn headings_fit_below_those_of_the_page() {
        assert_eq!(to_html("## a\n###### b", 3), "<h4>a</h4>\n<h6>b</h6>\n");
    }

    #[test]
    fn pictures_give_way_to_their_description() {
        assert_eq!(to_html("![kandang](foto/a.jpg)", 3), "<p>kandang</p>\n");
    }

    #[test]
    fn lines_of_a_profile_stay_lines_and_lists_stay_lists() {
        let html = lines_to_html("✅ Halal\n✅ P-IRT\n\n- a\n- b\n\n|a|b|\n|---|---|\n|1|2|", 3);
        assert!(html.contains("✅ Halal<br />\n✅ P-IRT</p>"), "{html}");
        assert!(html.contains("<li>a</li>\n<li>b</li>") && html.contains("<td>1</td>"), "{html}");
        assert!(!lines_to_html("satu\ndua\n---\ntiga\n===\n", 3).contains("<h3"), "no heading of lines");
        assert_eq!(lines_to_html("---\nsatu", 3), "<hr />\n<p>satu</p>\n");
    }

    #[test]
    fn plain_text_keeps_words_apart() {
        assert_eq!(to_plain("a\nb\n\n- c\n- **d**e"), "a b c de");
    }

    proptest::proptest! {
        /// What our filter lets through, a real sanitiser finds nothing to remove from.
        #[test]
        fn nothing_active_is_ever_written(text in "[<>a-z\"'=/:&;#()\\[\\]!`*_ \\n\\t-]{0,60}") {
            let html = to_html(&text, 3);
            let mut cleaner = ammonia::Builder::default();
            cleaner.url_schemes(["https", "http", "mailto", "tel", "geo"].into()).link_rel(None);
            let parsed_again = |html: &str| ammonia::Builder::default()
                .url_schemes(["https", "http", "mailto", "tel", "geo"].into())
                .link_rel(None)
                .clean(html)
                .to_string();
            let once = cleaner.clean(&html).to_string();
            proptest::prop_assert!(!html.contains("<script") && !html.contains("<img"));
            proptest::prop_assert_eq!(parsed_again(&once), once);
        }
    }
}
