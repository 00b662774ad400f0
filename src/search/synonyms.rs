//! The table of words of the trade that mean the same: `synonyms.txt`, read once.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::words::{forms, words};

static TABLE: LazyLock<BTreeMap<String, Vec<String>>> = LazyLock::new(|| parse(include_str!("synonyms.txt")));

/// The words that mean the same as a folded word, folded, without itself; in the order of the table.
pub(crate) fn synonyms(term: &str) -> &'static [String] {
    TABLE.get(term).map_or(&[], Vec::as_slice)
}

/// Every word of a group, with the others of it.
fn parse(text: &str) -> BTreeMap<String, Vec<String>> {
    let mut table: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        let group = group(line);
        for term in &group {
            let others = group.iter().filter(|other| *other != term).cloned();
            table.entry(term.clone()).or_default().extend(others);
        }
    }
    table
}

/// The folded words of a line, each once: some spellings are one word already.
fn group(line: &str) -> Vec<String> {
    let mut group = Vec::new();
    for form in words(line).iter().filter_map(|word| forms(word)) {
        if !group.contains(&form.term) {
            group.push(form.term);
        }
    }
    group
}

/// Each word of the table as it is written, for suggestions.
pub(super) fn written() -> impl Iterator<Item = String> {
    include_str!("synonyms.txt").lines().filter(|line| !line.starts_with('#')).flat_map(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_stands_in_one_group_and_no_group_is_alone() {
        let mut seen = Vec::new();
        for line in include_str!("synonyms.txt").lines().filter(|line| !line.starts_with('#')) {
            let group = group(line);
            assert!(line.is_empty() || group.len() > 1, "`{line}` says nothing");
            for term in group {
                assert!(!seen.contains(&term), "`{term}` of `{line}` stands twice");
                seen.push(term);
            }
        }
        assert!(seen.len() > 200, "{}", seen.len());
    }

    #[test]
    fn a_word_leads_to_the_others_of_its_group() {
        assert!(synonyms("honei").is_empty());
        assert_eq!(synonyms("milk"), ["susu", "dairy"]);
        assert!(synonyms("cau").contains(&"pisang".to_owned()));
    }
}
