//! Claims that texts should not make: halal without a number, goods that cannot be returned, loans to
//! everybody. Everything here warns or advises; nothing is refused.

use memchr::memmem;

use super::findings::legal as finding;
use super::typed::Typed;
use crate::finding::Findings;

/// Negations that make a claim none: `belum bersertifikat halal`.
const NEGATIONS: [&str; 8] = ["belum", "tidak", "bukan", "tanpa", "non", "non-", "sedang", "proses"];
const NO_RETURNS: [&str; 6] = [
    "tidak dapat dikembalikan",
    "tidak bisa dikembalikan",
    "tidak dapat ditukar",
    "tidak bisa ditukar",
    "tidak menerima pengembalian",
    "no return",
];
const FINANCE: [&str; 5] = ["pinjaman", "kredit", "deposito", "tabungan", "simpanan berjangka"];
const PUBLIC: [&str; 6] =
    ["untuk umum", "siapa saja", "siapa pun", "masyarakat umum", "non-anggota", "tanpa menjadi anggota"];

/// What a text claims, at the words that claim it.
pub(super) fn check_claims(typed: Typed<'_>, has_halal_number: bool, findings: &mut Findings) {
    // Lower case for letters of ASCII only keeps every byte where it is.
    let lower = typed.text.to_ascii_lowercase();
    if !has_halal_number && let Some(at) = claimed_word(&lower, "halal") {
        findings.push(finding::claim_halal(typed.span_of(at, "halal".len())));
    }
    if let Some((at, words)) = NO_RETURNS.iter().find_map(|words| Some((find(&lower, words)?, words))) {
        findings.push(finding::claim_no_returns(typed.span_of(at, words.len())));
    }
    // Most texts name neither: look once before looking sentence by sentence.
    if !PUBLIC.iter().any(|words| find(&lower, words).is_some()) {
        return;
    }
    for (start, sentence) in sentences(&lower) {
        let finance = FINANCE.iter().find_map(|word| Some((sentence.find(word)?, word)));
        let is_public = PUBLIC.iter().any(|words| sentence.contains(words));
        if let Some((at, word)) = finance.filter(|_| is_public) {
            findings.push(finding::claim_public_finance(typed.span_of(start + at, word.len())));
        }
    }
}

/// Where words stand in a text. Nearly always nowhere: that has to be quick.
fn find(text: &str, words: &str) -> Option<usize> {
    memmem::find(text.as_bytes(), words.as_bytes())
}

/// Where a word is said without a negation among the three words before it.
fn claimed_word(text: &str, word: &str) -> Option<usize> {
    let hit = |at: usize| {
        let is_whole = !text[..at].ends_with(char::is_alphanumeric)
            && !text[at + word.len()..].starts_with(char::is_alphanumeric);
        let before: Vec<&str> = text[..at].split_whitespace().rev().take(3).collect();
        let is_negated = text[..at].ends_with("non-") || before.iter().any(|word| NEGATIONS.contains(word));
        is_whole && !is_negated
    };
    memmem::find_iter(text.as_bytes(), word).find(|at| hit(*at))
}

/// Sentences with their byte offsets.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut start = 0;
    text.split_inclusive(['.', '!', '?', '\n']).map(move |sentence| {
        let at = start;
        start += sentence.len();
        (at, sentence)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_negated_claim_is_none() {
        assert_eq!(claimed_word("susu halal dan baik", "halal"), Some(5));
        assert_eq!(claimed_word("belum bersertifikat halal", "halal"), None);
        assert_eq!(claimed_word("non-halal", "halal"), None);
        assert_eq!(claimed_word("halalkan", "halal"), None);
    }
}
