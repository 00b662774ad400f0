//! Markup for this room's pages. What this program wrote goes in as it is, and is known when it is compiled; what
//! people typed goes in as text, always.

/// A page, or a part of one.
#[derive(Debug, Default)]
pub(super) struct Html(String);

/// An attribute. Its name is this program's own, its value may be anybody's.
pub(super) type Attribute<'a> = (&'static str, &'a str);

impl Html {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Markup of this program.
    pub(super) fn raw(&mut self, markup: &'static str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Text, whatever is in it.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        let mut rest = text;
        while let Some(at) = rest.find(['&', '<', '>', '"', '\'']) {
            self.0.push_str(&rest[..at]);
            self.0.push_str(match rest.as_bytes()[at] {
                b'&' => "&amp;",
                b'<' => "&lt;",
                b'>' => "&gt;",
                b'"' => "&quot;",
                _ => "&#39;",
            });
            rest = &rest[at + 1..];
        }
        self.0.push_str(rest);
        self
    }

    /// The beginning of an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[Attribute<'_>]) -> &mut Self {
        self.raw("<").raw(name);
        for (attribute, value) in attributes {
            self.raw(" ").raw(attribute);
            if !value.is_empty() || *attribute == "value" || *attribute == "alt" {
                self.raw("=\"").text(value).raw("\"");
            }
        }
        self.raw(">")
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &'static str) -> &mut Self {
        self.raw("</").raw(name).raw(">\n")
    }

    /// An element that holds nothing but text.
    pub(super) fn element(
        &mut self,
        name: &'static str,
        attributes: &[Attribute<'_>],
        text: &str,
    ) -> &mut Self {
        self.open(name, attributes).text(text).close(name)
    }

    /// A link.
    pub(super) fn link(&mut self, to: &str, text: &str) -> &mut Self {
        self.element("a", &[("href", to)], text)
    }

    /// What is sent with a form and seen by nobody.
    pub(super) fn hidden(&mut self, name: &str, value: &str) -> &mut Self {
        self.open("input", &[("type", "hidden"), ("name", name), ("value", value)]).raw("\n")
    }

    /// Another part.
    pub(super) fn add(&mut self, other: &Html) -> &mut Self {
        self.0.push_str(&other.0);
        self
    }

    /// As it is sent.
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0.into_bytes()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_typed_is_text_and_stays_inside_its_quotes() {
        let mut html = Html::new();
        html.open("a", &[("href", "\"><script>"), ("hidden", "")]).text("<b> & 'x'").close("a");
        let text = String::from_utf8(html.into_bytes()).expect("text");
        assert_eq!(text, "<a href=\"&quot;&gt;&lt;script&gt;\" hidden>&lt;b&gt; &amp; &#39;x&#39;</a>\n");
    }
}
