//! Search over cooperatives and goods, from summaries: files of an index, of which a visitor's phone loads the few that
//! hold what was typed. Who finds what is decided there, by the theme's script; here words are folded, and written down
//! with who has them.
//!
//! Numbers are given by place: regency, district, name. So a place is a range of them, neighbours lie together, and a
//! cooperative that changes changes its own words and its own record, and nobody else's number. What is best is no
//! order of numbers, therefore, but one digit for each.
//!
//! | file | what it holds |
//! |---|---|
//! | `indeks.json` | places with their first numbers, merits, names of the other files |
//! | `i….json` | words that begin alike, with numbers and parts of those that have them, and what means the same |
//! | `k….json` | words as they are written, by two letters, and the most usual by one, for what was mistyped |
//! | `r….json` | what a result shows, of eight cooperatives |
//! | `w….json` | districts of a regency with their first numbers |

mod fields;
mod merit;
mod places;
mod records;
mod shards;
mod synonyms;
mod terms;
mod words;

use serde::Serialize;

use crate::finding::Findings;
use crate::plan::{Output, Plan, SitePath};
use crate::routes;
use crate::settings::Settings;
use crate::summary::Summary;
use places::Place;

pub(crate) use synonyms::synonyms;
pub(crate) use words::{forms, words};

/// Cooperatives in one file of records: two kilobytes on their way.
const RECORDS: usize = 8;
/// Most bytes of a file of words as it lies on the disk; a third of it on its way. One word may need more.
const SHARD_BYTES: usize = 24 * 1024;
/// The same of a file of spellings.
const SPELLINGS_BYTES: usize = 12 * 1024;

/// `indeks.json`.
#[derive(Debug, Serialize)]
struct Manifest<'a> {
    /// Cooperatives in one file of records.
    records: usize,
    /// Regencies in order of their numbers.
    places: &'a [Place],
    /// A digit for each cooperative, 3 the best.
    merit: String,
    /// What the words of each file begin with.
    words: Vec<&'a str>,
    /// The same of files of spellings.
    spellings: Vec<&'a str>,
}

/// Claims the files of the index. Summaries may come in any order; the files are the same.
pub fn claim_index(summaries: &[&Summary], settings: &Settings, plan: &mut Plan, findings: &mut Findings) {
    let numbered = places::numbered(summaries);
    let mut claim = |path: String, value: &dyn erased::Json| {
        plan.claim(SitePath::new(path), Output::Page(value.to_json()), findings);
    };
    let regencies = places::regencies(&numbered);
    for districts in places::districts(&numbered, &regencies) {
        claim(routes::search_districts(&districts.regency), &districts.places);
    }
    for (number, block) in numbered.chunks(RECORDS).enumerate() {
        let records: Vec<_> = block.iter().map(|summary| records::record(summary, settings)).collect();
        claim(routes::search_records(number), &records);
    }
    let index = terms::index(&numbered);
    let shards = shards::by_beginning(index.entries(), SHARD_BYTES, usize::MAX);
    for shard in &shards {
        claim(routes::search_words(&shard.beginning), &shard.entries);
    }
    let mut spellings = shards::by_beginning(index.spellings(), SPELLINGS_BYTES, 2);
    spellings.extend(shards::usual_by_letter(&spellings, SPELLINGS_BYTES, |(_, count)| *count));
    for shard in &spellings {
        claim(routes::search_spellings(&shard.beginning), &shard.entries);
    }
    let manifest = Manifest {
        records: RECORDS,
        places: &regencies,
        merit: numbered.iter().map(|summary| merit::merit(summary, settings)).collect(),
        words: shards.iter().map(|shard| shard.beginning.as_str()).collect(),
        spellings: spellings.iter().map(|shard| shard.beginning.as_str()).collect(),
    };
    claim(routes::SEARCH_INDEX.to_owned(), &manifest);
}

/// Any value as a file.
mod erased {
    use serde::Serialize;

    /// What can be written as JSON.
    pub(super) trait Json {
        /// Its bytes, on one line.
        fn to_json(&self) -> Vec<u8>;
    }

    impl<T: Serialize> Json for T {
        fn to_json(&self) -> Vec<u8> {
            let mut json = serde_json::to_vec(self).expect("the index holds nothing that JSON cannot say");
            json.push(b'\n');
            json
        }
    }
}

#[cfg(test)]
mod tests;
