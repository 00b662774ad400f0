//! Reads from a page what other rooms of `check` judge: addresses, anchors, texts. Knows just enough HTML for
//! pages that the program made itself; never builds a tree.

use std::borrow::Cow;
use std::collections::BTreeSet;

use memchr::{memchr, memchr_iter};

/// How a page uses an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum UseKind {
    /// The visitor may go there.
    Link,
    /// The browser fetches it by itself.
    File,
    /// It only names a page of this site: canonical, alternate, Open Graph.
    Name,
}

/// One address on a page.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Use<'a> {
    pub(super) kind: UseKind,
    pub(super) address: Cow<'a, str>,
}

/// What there is to know of a page.
#[derive(Debug, Default)]
pub(super) struct PageFacts<'a> {
    /// `data-page` of the body.
    pub(super) kind: &'a str,
    pub(super) title: &'a str,
    pub(super) has_language: bool,
    pub(super) images_without_text: usize,
    pub(super) anchors: BTreeSet<Cow<'a, str>>,
    pub(super) repeated_anchors: BTreeSet<Cow<'a, str>>,
    /// Its description for lists of results; empty without one.
    pub(super) description: Cow<'a, str>,
    /// True if it asks search engines to leave it out.
    pub(super) is_hidden: bool,
    /// What a preview says, and the picture that it shows; each empty without.
    pub(super) preview: [Cow<'a, str>; 2],
    /// Its one address, absolute.
    pub(super) canonical: Option<Cow<'a, str>>,
    /// Its languages, each with an absolute address.
    pub(super) languages: Vec<(Cow<'a, str>, Cow<'a, str>)>,
    /// Blocks of data for search engines.
    pub(super) data: Vec<&'a str>,
    /// Each once, in order.
    pub(super) uses: Vec<Use<'a>>,
    /// Scripts that the page loads, each once.
    pub(super) scripts: BTreeSet<Cow<'a, str>>,
    /// Pictures that it loads before anybody scrolls, as a phone chooses among their sizes; each once.
    pub(super) first_pictures: BTreeSet<Cow<'a, str>>,
    /// What a `<picture>` that is open offers first.
    offered: Option<Cow<'a, str>>,
}

/// Width in pixels that a phone takes of a photo as wide as its screen: 360 points at two pixels each, of which
/// pages say that they show 88 %.
const PHONE_PX: u32 = 640;

/// Reads a page in one pass.
pub(super) fn read_page(text: &str) -> PageFacts<'_> {
    let mut facts = PageFacts::default();
    let mut rest = text;
    while let Some(start) = memchr(b'<', rest.as_bytes()) {
        rest = &rest[start..];
        if let Some(comment) = rest.strip_prefix("<!--") {
            rest = comment.find("-->").map_or("", |end| &comment[end + 3..]);
            continue;
        }
        let Some(tag) = Tag::read(&rest[1..]) else {
            rest = &rest[1..];
            continue;
        };
        rest = tag.rest;
        read_tag(&tag, &mut facts);
        // What stands inside of these is no markup.
        if ["script", "style", "title", "textarea"].iter().any(|name| tag.name.eq_ignore_ascii_case(name)) {
            let end = find_closing(rest, tag.name);
            if tag.get("type").is_some_and(|kind| kind == "application/ld+json") {
                facts.data.push(&rest[..end]);
            }
            if tag.name.eq_ignore_ascii_case("title") && facts.title.is_empty() {
                facts.title = &rest[..end];
            }
            rest = &rest[end..];
        }
    }
    facts.uses.sort();
    facts.uses.dedup();
    facts
}

/// Where `</name` stands, or the end.
fn find_closing(text: &str, name: &str) -> usize {
    let bytes = text.as_bytes();
    let mut openings = memchr_iter(b'<', bytes);
    let is_closing = |at: &usize| {
        bytes[at + 1..]
            .strip_prefix(b"/")
            .and_then(|rest| rest.get(..name.len()))
            .is_some_and(|found| found.eq_ignore_ascii_case(name.as_bytes()))
    };
    openings.find(is_closing).unwrap_or(text.len())
}

fn read_tag<'a>(tag: &Tag<'a>, facts: &mut PageFacts<'a>) {
    read_uses(tag, facts);
    read_picture(tag, facts);
    match tag.name {
        "link" => read_address(tag, facts),
        "meta" => read_about(tag, facts),
        "html" => facts.has_language = tag.get("lang").is_some_and(|language| !language.is_empty()),
        "body" => facts.kind = tag.raw("data-page").unwrap_or_default(),
        "img" if tag.raw("alt").is_none() => facts.images_without_text += 1,
        "script" => facts.scripts.extend(tag.get("src")),
        _ => {}
    }
    if let Some(anchor) = tag.get("id")
        && !facts.anchors.insert(anchor.clone())
    {
        facts.repeated_anchors.insert(anchor);
    }
}

/// Addresses that a tag links to, loads or names.
fn read_uses<'a>(tag: &Tag<'a>, facts: &mut PageFacts<'a>) {
    let mut add = |kind, address: Cow<'a, str>| facts.uses.push(Use { kind, address });
    match tag.name {
        "a" | "area" => tag.each("href", |address| add(UseKind::Link, address)),
        "form" => tag.each("action", |address| add(UseKind::Link, address)),
        "img" | "source" | "video" | "audio" | "track" | "script" | "iframe" | "embed" | "input" => {
            tag.each("src", |address| add(UseKind::File, address));
            tag.each("poster", |address| add(UseKind::File, address));
            tag.each("srcset", |list| candidates(&list).for_each(|one| add(UseKind::File, one)));
        }
        "use" | "image" => tag.each("href", |address| add(UseKind::File, address)),
        "link" => {
            let is_name = tag.get("rel").is_some_and(|rel| {
                rel.split(' ').any(|word| ["canonical", "alternate", "next", "prev"].contains(&word))
            });
            let kind = if is_name { UseKind::Name } else { UseKind::File };
            tag.each("href", |address| add(kind, address));
            tag.each("imagesrcset", |list| candidates(&list).for_each(|one| add(UseKind::File, one)));
        }
        "meta" => read_meta(tag, &mut add),
        _ => {}
    }
}

/// The file that a phone takes of a picture, if it loads the picture at once.
fn read_picture<'a>(tag: &Tag<'a>, facts: &mut PageFacts<'a>) {
    match tag.name {
        "picture" => facts.offered = None,
        // The best encoding comes first, and browsers take the first that they know.
        "source" if facts.offered.is_none() => {
            facts.offered = tag.get("srcset").and_then(|list| for_a_phone(&list));
        }
        "img" => {
            let offered = facts.offered.take().or_else(|| for_a_phone(&tag.get("srcset")?));
            let is_first = tag.raw("loading") != Some("lazy");
            facts.first_pictures.extend(offered.or_else(|| tag.get("src")).filter(|_| is_first));
        }
        _ => {}
    }
}

/// The page's own address, and that of it in a language.
fn read_address<'a>(tag: &Tag<'a>, facts: &mut PageFacts<'a>) {
    let (rel, Some(address)) = (tag.get("rel").unwrap_or_default(), tag.get("href")) else { return };
    if rel == "canonical" {
        facts.canonical = Some(address);
    } else if let Some(language) = tag.get("hreflang").filter(|_| rel == "alternate") {
        facts.languages.push((language, address));
    }
}

/// What programs are told about a page.
fn read_about<'a>(tag: &Tag<'a>, facts: &mut PageFacts<'a>) {
    let Some(name) = tag.get("property").or_else(|| tag.get("name")) else { return };
    let content = tag.get("content").unwrap_or_default();
    match &*name {
        "description" => facts.description = content,
        "robots" => facts.is_hidden |= content.contains("noindex"),
        "og:title" => facts.preview[0] = content,
        "og:image" => facts.preview[1] = content,
        _ => {}
    }
}

/// Addresses that only stand in the head: previews, and pages that lead on.
fn read_meta<'a>(tag: &Tag<'a>, add: &mut impl FnMut(UseKind, Cow<'a, str>)) {
    let name = tag.get("property").or_else(|| tag.get("name"));
    if name.is_some_and(|name| matches!(&*name, "og:url" | "og:image" | "twitter:image")) {
        tag.each("content", |address| add(UseKind::Name, address));
    }
    if tag.get("http-equiv").is_some_and(|name| name.eq_ignore_ascii_case("refresh")) {
        tag.each("content", |content| {
            if let Some((_, address)) = content.split_once("url=") {
                add(UseKind::Link, Cow::Owned(address.trim().to_owned()));
            }
        });
    }
}

/// The narrowest candidate that is wide enough for a phone, else the widest.
fn for_a_phone<'a>(list: &str) -> Option<Cow<'a, str>> {
    let widths = list.split(',').filter_map(|one| {
        let mut words = one.split_ascii_whitespace();
        let address = words.next()?;
        let width = words.next().and_then(|word| word.strip_suffix('w')?.parse().ok()).unwrap_or(0);
        Some((width, address))
    });
    let mut candidates: Vec<(u32, &str)> = widths.collect();
    candidates.sort_unstable();
    let wide_enough = candidates.iter().find(|(width, _)| *width >= PHONE_PX);
    wide_enough.or(candidates.last()).map(|(_, address)| Cow::Owned((*address).to_owned()))
}

/// The addresses of `srcset`: each up to the first space; separated by commas.
fn candidates<'a>(list: &str) -> impl Iterator<Item = Cow<'a, str>> {
    let addresses: Vec<Cow<'a, str>> = list
        .split(',')
        .filter_map(|one| one.split_ascii_whitespace().next())
        .map(|address| Cow::Owned(address.to_owned()))
        .collect();
    addresses.into_iter()
}

/// An opening tag.
struct Tag<'a> {
    name: &'a str,
    attributes: Vec<(&'a str, &'a str)>,
    rest: &'a str,
}

impl<'a> Tag<'a> {
    /// From just behind `<`; `None` for an end tag, a doctype or a bare `<`.
    fn read(text: &'a str) -> Option<Self> {
        let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(text.len());
        let name = &text[..end];
        if !name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let mut rest = &text[end..];
        let mut attributes = Vec::new();
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            if rest.is_empty() {
                break;
            }
            if let Some(after) = rest.strip_prefix('>') {
                rest = after;
                break;
            }
            let end = rest.find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '>' | '/'));
            let end = end.unwrap_or(rest.len()).max(1);
            // A lone `=` is one byte; anything else ends before an ASCII character.
            let Some(attribute) = rest.get(..end) else { break };
            rest = rest[end..].trim_start();
            let mut value = "";
            if let Some(after) = rest.strip_prefix('=') {
                let after = after.trim_start();
                (value, rest) = match after.chars().next() {
                    Some(quote @ ('"' | '\'')) => after[1..].split_once(quote).unwrap_or((&after[1..], "")),
                    _ => after.split_at(
                        after.find(|c: char| c.is_ascii_whitespace() || c == '>').unwrap_or(after.len()),
                    ),
                };
            }
            attributes.push((attribute, value));
        }
        Some(Self { name, attributes, rest })
    }

    fn raw(&self, name: &str) -> Option<&'a str> {
        self.attributes.iter().find(|(attribute, _)| *attribute == name).map(|(_, value)| *value)
    }

    fn get(&self, name: &str) -> Option<Cow<'a, str>> {
        self.raw(name).map(decode)
    }

    fn each(&self, name: &str, mut act: impl FnMut(Cow<'a, str>)) {
        if let Some(value) = self.get(name) {
            act(value);
        }
    }
}

/// Character references in an attribute: the named ones that templates write, and numbers.
fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let end = rest.find(';').filter(|end| *end < 12);
        let known = end.and_then(|end| Some((character(&rest[1..end])?, end)));
        let (character, end) = known.unwrap_or(('&', 0));
        out.push(character);
        rest = &rest[end + 1..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

fn character(reference: &str) -> Option<char> {
    match reference {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => {
            let number = reference.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn addresses(html: &str) -> Vec<String> {
        read_page(html).uses.into_iter().map(|used| format!("{:?} {}", used.kind, used.address)).collect()
    }

    #[test]
    fn finds_every_address_that_a_page_uses() {
        let html = r##"<!doctype html><html lang=id><head><title>Susu &amp; kopi</title>
            <link rel="canonical" href="https://x.id/"><link rel=icon href=ikon.svg>
            <meta property="og:image" content="https://x.id/k.jpg">
            <meta http-equiv="refresh" content="0; url=baru/">
            <body data-page="home"><a href='a/?q=1&#x26;r'>a</a>
            <img src="b.jpg" srcset="b-320.webp 320w, b-640.webp 640w" alt="">
            <svg><use href="#ikon"/></svg><form action=cari/></form>"##;
        assert_eq!(
            addresses(html),
            [
                "Link a/?q=1&r",
                "Link baru/",
                "Link cari/",
                "File #ikon",
                "File b-320.webp",
                "File b-640.webp",
                "File b.jpg",
                "File ikon.svg",
                "Name https://x.id/",
                "Name https://x.id/k.jpg",
            ]
        );
        let facts = read_page(html);
        assert_eq!((facts.kind, facts.title, facts.has_language), ("home", "Susu &amp; kopi", true));
    }

    #[test]
    fn what_stands_in_scripts_styles_and_comments_is_no_markup() {
        let html = "<!-- <a href=x> --><script>'<a href=y>'</script><style>a>b{}</style><a href=z>1 < 2</a>";
        assert_eq!(addresses(html), ["Link z"]);
    }

    #[test]
    fn counts_images_without_text_and_repeated_anchors() {
        let facts = read_page("<img src=a><img src=b alt=''><p id=x><p id=x><p id=y>");
        assert_eq!(facts.images_without_text, 1);
        assert_eq!(facts.anchors.len(), 2);
        assert_eq!(facts.repeated_anchors.into_iter().collect::<Vec<_>>(), ["x"]);
    }

    #[test]
    fn knows_what_a_phone_loads_first() {
        let facts = read_page(
            "<script src=a.js defer></script><script>1</script><picture>
            <source srcset='p-320.webp 320w, p-640.webp 640w, p-960.webp 960w' type=image/webp>
            <source srcset='p-640.jpg 640w'><img src=p-960.jpg alt=''></picture>
            <img src=lambang.png alt=''><img src=bawah.jpg loading=lazy alt=''>
            <img src=kecil.jpg srcset='kecil-160.jpg 160w, kecil-320.jpg 320w' alt=''>",
        );
        assert_eq!(facts.scripts.into_iter().collect::<Vec<_>>(), ["a.js"]);
        let pictures: Vec<_> = facts.first_pictures.into_iter().collect();
        assert_eq!(pictures, ["kecil-320.jpg", "lambang.png", "p-640.webp"]);
    }

    #[test]
    fn broken_markup_ends_without_a_crash() {
        for html in
            ["<", "<a", "<a href", "<a href=", "<a href=\"", "<a =", "<é>", "<a é=1>", "<title>x", "<!--"]
        {
            let _ = read_page(html);
        }
    }
}
