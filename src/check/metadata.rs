//! What programs read of a page: its description, its one address, its other languages, its preview, and what it says
//! of itself as data. Judged part by part: a page and its translations lie in the same part.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::findings;
use super::html::{PageFacts, Use, UseKind};
use super::link::{self, Resolved};
use super::rules::Rules;
use crate::finding::Findings;
use crate::plan::SitePath;

/// What a kind of object must have, so that a search engine can use it. Source: Google Search Central, structured
/// data types, "required properties"; for a shop and an article those without which nothing is shown.
const REQUIRED: [(&str, &[&str]); 11] = [
    ("Store", &["name", "address"]),
    ("LocalBusiness", &["name", "address"]),
    ("Organization", &["name"]),
    ("Product", &["name", "image", "offers"]),
    ("Offer", &["price", "priceCurrency", "availability"]),
    ("AggregateOffer", &["lowPrice", "priceCurrency"]),
    ("BreadcrumbList", &["itemListElement"]),
    ("Event", &["name", "startDate", "location"]),
    ("JobPosting", &["title", "description", "datePosted", "hiringOrganization", "jobLocation"]),
    ("Article", &["headline"]),
    ("BlogPosting", &["headline"]),
];

/// What all pages of a part lack: each fault with the first page that has it, and how many have it.
#[derive(Default)]
pub(super) struct Metadata<'a> {
    faults: BTreeMap<Fault, (String, usize)>,
    /// The languages that each page names, with the page that each leads to.
    languages: BTreeMap<&'a str, BTreeSet<(String, String)>>,
}

/// Something that a page lacks.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fault {
    /// No sentence for a list of results.
    Description,
    /// No address of its own.
    Canonical,
    /// The address of another page.
    CanonicalElsewhere,
    /// No picture for a chat.
    Preview,
    /// A translation that does not name it in turn, or it does not name itself.
    Languages,
    /// Data that is no JSON.
    DataBroken,
    /// An object without what it must have: its type, and what is missing.
    DataIncomplete(String, String),
}

impl<'a> Metadata<'a> {
    /// Looks at one page. What is meant for no search engine needs none of it, but its data must be sound.
    pub(super) fn look_at(&mut self, path: &'a SitePath, facts: &PageFacts<'_>, rules: &Rules<'_>) {
        for block in &facts.data {
            match serde_json::from_str::<Value>(block) {
                Ok(value) => self.look_at_data(path, &value),
                Err(_) => self.add(path, Fault::DataBroken),
            }
        }
        if facts.is_hidden {
            return;
        }
        if facts.description.trim().is_empty() {
            self.add(path, Fault::Description);
        }
        if rules.base_url.is_none() {
            return;
        }
        let page_of = |address: &str| {
            let used = Use { kind: UseKind::Name, address: address.into() };
            match link::target(path, &used, rules.base_url) {
                Resolved::Inside(target) => Some(target.path),
                Resolved::Outside(_) | Resolved::Nothing => None,
            }
        };
        match &facts.canonical {
            None => self.add(path, Fault::Canonical),
            Some(address) if page_of(address).as_deref() != Some(path.as_str()) => {
                self.add(path, Fault::CanonicalElsewhere);
            }
            Some(_) => {}
        }
        let [words, picture] = &facts.preview;
        if rules.shows_cards && !words.is_empty() && picture.trim().is_empty() {
            self.add(path, Fault::Preview);
        }
        let named = facts.languages.iter().filter(|(tag, _)| tag != "x-default");
        let set: BTreeSet<(String, String)> =
            named.filter_map(|(tag, address)| Some((tag.to_string(), page_of(address)?))).collect();
        if !set.is_empty() {
            self.languages.insert(path.as_str(), set);
        }
    }

    fn look_at_data(&mut self, path: &SitePath, value: &Value) {
        match value {
            Value::Array(items) => items.iter().for_each(|item| self.look_at_data(path, item)),
            Value::Object(members) => {
                let kind = members.get("@type").and_then(Value::as_str).unwrap_or_default();
                if let Some((kind, required)) = REQUIRED.iter().find(|(known, _)| *known == kind) {
                    let missing: Vec<&str> = required
                        .iter()
                        .filter(|name| !members.get(**name).is_some_and(is_filled))
                        .copied()
                        .collect();
                    if !missing.is_empty() {
                        self.add(path, Fault::DataIncomplete((*kind).to_owned(), missing.join(", ")));
                    }
                }
                members.values().for_each(|member| self.look_at_data(path, member));
            }
            _ => {}
        }
    }

    fn add(&mut self, path: &SitePath, fault: Fault) {
        self.faults.entry(fault).or_insert_with(|| (path.as_str().to_owned(), 0)).1 += 1;
    }

    /// Holds the languages of pages against one another and tells what was found.
    pub(super) fn finish(mut self, findings: &mut Findings) {
        let languages = std::mem::take(&mut self.languages);
        for (page, set) in &languages {
            let names_itself = set.iter().any(|(_, other)| other == page);
            // A page of another part may name this one: only what is known here can be wrong here.
            let agree =
                set.iter().all(|(_, other)| languages.get(other.as_str()).is_none_or(|theirs| theirs == set));
            if !names_itself || !agree {
                self.add(&SitePath::new(*page), Fault::Languages);
            }
        }
        for (fault, (page, count)) in &self.faults {
            findings.push(findings::metadata(fault, page, *count));
        }
    }
}

/// True for a member that says something.
fn is_filled(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(_) | Value::Number(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::super::html::read_page;
    use super::*;

    const RULES: Rules<'_> = Rules {
        base_url: Some("https://contoh.id/"),
        analytics: None,
        budgets: BTreeMap::new(),
        shows_cards: true,
    };

    /// A page with everything, of which a test takes something away.
    fn whole(path: &str, languages: &[(&str, &str)]) -> String {
        let address = |path: &str| format!("https://contoh.id/{}", path.trim_end_matches("index.html"));
        let languages = languages
            .iter()
            .map(|(tag, path)| format!("<link rel=alternate hreflang={tag} href='{}'>", address(path)));
        format!(
            "<html lang=id><title>T</title><meta name=description content=D><link rel=canonical href='{}'>{}\
             <meta property=og:title content=T><meta property=og:image content='https://contoh.id/k.jpg'>\
             <script type=\"application/ld+json\">{{\"@type\":\"Event\",\"name\":\"A\",\
             \"startDate\":\"2026\",\"location\":{{\"@type\":\"Place\"}}}}</script>",
            address(path),
            languages.collect::<String>()
        )
    }

    fn told(pages: &[(&str, String)]) -> String {
        let paths: Vec<SitePath> = pages.iter().map(|(path, _)| SitePath::new(*path)).collect();
        let (mut metadata, mut findings) = (Metadata::default(), Findings::new());
        for (path, (_, html)) in paths.iter().zip(pages) {
            metadata.look_at(path, &read_page(html), &RULES);
        }
        metadata.finish(&mut findings);
        findings.brief()
    }

    fn both() -> [(&'static str, &'static str); 2] {
        [("id", "index.html"), ("en", "en/index.html")]
    }

    #[test]
    fn a_page_with_everything_has_no_finding() {
        let pages = [
            ("index.html", whole("index.html", &both())),
            ("en/index.html", whole("en/index.html", &both())),
        ];
        assert_eq!(told(&pages), "");
    }

    #[test]
    fn what_is_missing_is_told_once_with_its_page() {
        let html = whole("index.html", &[]);
        for (part, instead, code) in [
            ("<meta name=description content=D>", "", "description-missing"),
            (
                "<meta name=description content=D>",
                "<meta name=description content=' '>",
                "description-missing",
            ),
            ("<link rel=canonical href='https://contoh.id/'>", "", "canonical-missing"),
            ("href='https://contoh.id/'", "href='https://contoh.id/lain/'", "canonical-elsewhere"),
            ("<meta property=og:image content='https://contoh.id/k.jpg'>", "", "preview-missing"),
            ("\"startDate\":\"2026\",", "", "data-incomplete"),
            ("\"startDate\":\"2026\"", "\"startDate\":\"\"", "data-incomplete"),
            ("\"name\":\"A\"", "\"name\":", "data-broken"),
        ] {
            assert!(html.contains(part), "{part}");
            let html = html.replacen(part, instead, 1);
            assert_eq!(told(&[("index.html", html)]), format!("index.html {code}\n"), "{part}");
        }
    }

    #[test]
    fn a_page_for_no_search_engine_needs_only_sound_data() {
        let hidden = "<html lang=id><title>T</title><meta name=robots content=noindex>";
        assert_eq!(told(&[("404.html", hidden.to_owned())]), "");
    }

    #[test]
    fn languages_agree_both_ways_and_a_page_names_itself() {
        let one_way = [
            ("index.html", whole("index.html", &both())),
            ("en/index.html", whole("en/index.html", &[("en", "en/index.html")])),
        ];
        assert_eq!(told(&one_way), "index.html languages-one-way\n");
        let without_itself = [("index.html", whole("index.html", &[("en", "en/index.html")]))];
        assert_eq!(told(&without_itself), "index.html languages-one-way\n");
        let other_tag = [
            ("index.html", whole("index.html", &both())),
            ("en/index.html", whole("en/index.html", &[("id", "index.html"), ("su", "en/index.html")])),
        ];
        assert_eq!(told(&other_tag), "index.html languages-one-way\n");
    }

    #[test]
    fn a_fault_of_many_pages_is_one_finding() {
        let page = |path: &str| whole(path, &[]).replacen("<meta name=description content=D>", "", 1);
        let pages = [("a/index.html", page("a/index.html")), ("b/index.html", page("b/index.html"))];
        assert_eq!(told(&pages), "index.html description-missing\n");
    }

    #[test]
    fn nested_objects_are_held_against_what_they_must_have() {
        let data = "{\"@graph\":[{\"@type\":\"Product\",\"name\":\"S\",\"image\":[],\"offers\":{\"@type\":\"Offer\"}}]}";
        let html =
            format!("<meta name=robots content=noindex><script type=\"application/ld+json\">{data}</script>");
        assert_eq!(told(&[("x.html", html)]), "x.html data-incomplete\nx.html data-incomplete\n");
    }
}
