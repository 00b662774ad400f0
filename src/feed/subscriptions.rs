//! The news feeds of many sites as one file that feed readers import. Source: OPML 2.0.

use super::xml::Xml;

/// A site that tells news.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Subscription<'a> {
    /// Whose news these are.
    pub title: &'a str,
    /// Absolute address of its first page.
    pub home: String,
    /// Absolute address of its Atom feed.
    pub feed: String,
}

/// A list of feeds, in the order given; `None` if there is none. Readers call Atom `rss` here, too: the format knows no
/// other word.
pub(crate) fn subscriptions(name: &str, of: &[Subscription<'_>]) -> Option<String> {
    if of.is_empty() {
        return None;
    }
    let mut xml = Xml::new();
    xml.open("opml", &[("version", "2.0")]);
    xml.open("head", &[]);
    xml.text("title", name);
    xml.close("head");
    xml.open("body", &[]);
    for site in of {
        let (title, home, feed) = (site.title, site.home.as_str(), site.feed.as_str());
        xml.empty("outline", &[("type", "rss"), ("text", title), ("xmlUrl", feed), ("htmlUrl", home)]);
    }
    xml.close("body");
    xml.close("opml");
    Some(xml.finish())
}
