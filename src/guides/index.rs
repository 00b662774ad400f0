//! What a visitor's phone searches in guides: every heading, and the words below it.

use std::collections::BTreeSet;

use serde::Serialize;

use super::guide::{Guides, Passage};
use crate::markdown;
use crate::routes;

/// So much of a passage is kept as it was written, in characters, to be shown below a hit; of the rest each word once.
const SHOWN_CHARS: usize = 120;
/// The same of a guide on several pages, a reference as a rule, whose headings say what is looked for: nothing more is
/// kept of it, or the index would be four times as large.
const SHOWN_OF_MANY_CHARS: usize = 60;

/// A guide in the index.
#[derive(Serialize)]
struct Entry<'a> {
    title: &'a str,
    /// Address from the list of guides, heading, first words, other words.
    passages: Vec<[String; 4]>,
}

/// The index as JSON.
pub(crate) fn index(guides: &Guides) -> Vec<u8> {
    let all = guides.groups.iter().flat_map(|group| &group.guides);
    let entries: Vec<Entry<'_>> = all
        .map(|guide| {
            let is_whole = guide.chapters.len() == 1;
            let most = if is_whole { SHOWN_CHARS } else { SHOWN_OF_MANY_CHARS };
            let passages = guide.chapters.iter().enumerate().flat_map(move |(number, chapter)| {
                let page = chapter.address.strip_prefix(routes::GUIDES).unwrap_or(&chapter.address);
                chapter.passages.iter().map(move |passage| {
                    let is_top = passage.anchor.is_empty();
                    let anchor = if is_top { String::new() } else { format!("#{}", passage.anchor) };
                    let heading = match (is_top, number) {
                        (true, 0) => "",
                        (true, _) => chapter.title.as_str(),
                        (false, _) => passage.heading.as_str(),
                    };
                    let shown = markdown::shorten(&passage.words, most);
                    let others = if is_whole { other_words(passage, &shown) } else { String::new() };
                    [format!("{page}{anchor}"), heading.to_owned(), shown, others]
                })
            });
            Entry { title: &guide.title, passages: passages.collect() }
        })
        .collect();
    serde_json::to_vec(&entries).expect("texts are JSON")
}

/// Words that are not shown, each once, in order of the alphabet.
fn other_words(passage: &Passage, shown: &str) -> String {
    let words = |text: &str| -> BTreeSet<String> {
        let words = text.split(|c: char| !c.is_alphanumeric() && c != '-' && c != '_');
        words.filter(|word| word.chars().count() > 2).map(str::to_lowercase).collect()
    };
    let known = words(shown);
    words(&passage.words).difference(&known).map(String::as_str).collect::<Vec<_>>().join(" ")
}
