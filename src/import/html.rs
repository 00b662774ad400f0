//! Descriptions in HTML as the Markdown of profiles: paragraphs, lists, headings, bold, italics and links; what else
//! there is leaves its words.

use std::fmt::Write as _;

use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;

/// The Markdown of a description. Text without any tag stays as it is, but for its entities.
pub(super) fn to_markdown(html: &str) -> String {
    let mut reader = Reader::from_str(html);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    config.allow_dangling_amp = true;
    let mut page = Page::default();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => page.open(&tag),
            Ok(Event::End(tag)) => page.close(&tag.name().as_ref().to_ascii_lowercase()),
            Ok(Event::Text(text)) => page.say(&text),
            Ok(Event::CData(text)) => page.say(&text),
            Ok(Event::GeneralRef(entity)) => page.say(&character(&entity)),
            Ok(Event::Eof) | Err(_) => break,
            Ok(_) => {}
        }
    }
    // A sign that begins no tag, as in `< 5 kg`, ends what can be read: the rest is text.
    let rest = usize::try_from(reader.error_position()).unwrap_or(0);
    if rest > 0 && rest < html.len() && html.is_char_boundary(rest) {
        page.say(&html[rest..]);
    }
    page.finished()
}

fn character(entity: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = entity.resolve_char_ref() {
        return c.to_string();
    }
    resolve_html5_entity(entity).map_or_else(|| format!("&{};", &**entity), str::to_owned)
}

/// Markdown that is being written.
#[derive(Default)]
struct Page {
    text: String,
    /// For each list around: the number of its next item, none for bullets.
    lists: Vec<Option<u32>>,
    /// Addresses of the links around.
    links: Vec<String>,
    /// Inside of what nobody is to read.
    silent: usize,
}

impl Page {
    fn open(&mut self, tag: &BytesStart<'_>) {
        match &*tag.name().as_ref().to_ascii_lowercase() {
            "p" | "div" | "table" | "blockquote" => self.paragraph(),
            "br" => self.text.push_str("  \n"),
            "tr" => self.text.push('\n'),
            "td" | "th" => self.text.push(' '),
            "ul" => self.lists.push(None),
            "ol" => self.lists.push(Some(1)),
            "li" => self.item(),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.paragraph();
                self.text.push_str("### ");
            }
            "b" | "strong" => self.text.push_str("**"),
            "i" | "em" => self.text.push('*'),
            "a" => {
                let address = tag.try_get_attribute("href").ok().flatten();
                let address = address.map(|address| address.value.into_owned());
                self.links
                    .push(address.filter(|address| address.starts_with("https://")).unwrap_or_default());
                if self.links.last().is_some_and(|address| !address.is_empty()) {
                    self.text.push('[');
                }
            }
            "script" | "style" | "iframe" => self.silent += 1,
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "p" | "div" | "table" | "blockquote" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.paragraph();
            }
            "ul" | "ol" => {
                self.lists.pop();
                self.paragraph();
            }
            "b" | "strong" => self.text.push_str("**"),
            "i" | "em" => self.text.push('*'),
            "a" => {
                if let Some(address) = self.links.pop().filter(|address| !address.is_empty()) {
                    self.text.push_str("](");
                    self.text.push_str(&address);
                    self.text.push(')');
                }
            }
            "script" | "style" | "iframe" => self.silent = self.silent.saturating_sub(1),
            _ => {}
        }
    }

    fn paragraph(&mut self) {
        if self.lists.is_empty() {
            self.text.push_str("\n\n");
        }
    }

    fn item(&mut self) {
        let depth = self.lists.len().saturating_sub(1);
        self.text.push('\n');
        self.text.push_str(&"  ".repeat(depth));
        match self.lists.last_mut() {
            Some(Some(number)) => {
                // Writing to a String cannot fail.
                let _ = write!(self.text, "{number}. ");
                *number += 1;
            }
            _ => self.text.push_str("- "),
        }
    }

    /// Words, with white space as HTML shows it.
    fn say(&mut self, text: &str) {
        if self.silent > 0 {
            return;
        }
        for c in text.chars() {
            let is_space = c.is_whitespace() || c == '\u{a0}';
            if !is_space {
                self.text.push(c);
            } else if !self.text.ends_with([' ', '\n']) && !self.text.is_empty() {
                self.text.push(' ');
            }
        }
    }

    /// Without space at the ends of lines, but for the two of a break, and with one empty line between paragraphs.
    fn finished(self) -> String {
        let mut lines: Vec<String> = Vec::new();
        for line in self.text.split('\n') {
            let has_break = line.ends_with("  ") && !line.trim().is_empty();
            let line = line.trim_end().to_owned() + if has_break { "  " } else { "" };
            if line.trim().is_empty() && lines.last().is_none_or(std::string::String::is_empty) {
                continue;
            }
            lines.push(if line.trim().is_empty() { String::new() } else { line });
        }
        lines.join("\n").trim().replace("****", "").clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn descriptions_of_shops_become_markdown() {
        for (html, markdown) in [
            ("Kopi dari lereng", "Kopi dari lereng"),
            ("<p>Kopi <b>arabika</b>.</p><p>Panen 2026.</p>", "Kopi **arabika**.\n\nPanen 2026."),
            ("<div>Isi:<ul><li>100 g</li><li>250 g</li></ul></div>", "Isi:\n- 100 g\n- 250 g"),
            ("<ol><li>Seduh<li>Minum</ol>", "1. Seduh\n2. Minum"),
            ("Baris satu<br>Baris dua<br/>", "Baris satu  \nBaris dua"),
            ("Gula &amp; teh &nbsp; 5&#233;", "Gula & teh 5é"),
            ("<p class=lead>Tanpa kutip</p>", "Tanpa kutip"),
            (
                "<a href=\"https://contoh.id/\">situs</a> <a href=\"javascript:x()\">lain</a>",
                "[situs](https://contoh.id/) lain",
            ),
            ("<script>alert(1)</script>Kopi", "Kopi"),
            ("<h2>Kopi</h2>Enak", "### Kopi\n\nEnak"),
        ] {
            assert_eq!(to_markdown(html), markdown, "{html}");
        }
    }
}
