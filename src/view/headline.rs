//! How large a headline may be set.

/// Longest headline in the largest type, in characters.
const LONG_HEADLINE_CHARS: usize = 56;

/// True for a headline that takes the smaller of the large sizes.
pub fn is_long_headline(headline: &str) -> bool {
    headline.chars().count() > LONG_HEADLINE_CHARS
}

/// Longest headline in the second size of a page for pupils, in characters.
const LONGEST_HEADLINE_CHARS: usize = 90;

/// True for a headline that would fill a phone in that size, too, such as one with a very long name.
pub fn is_longest_headline(headline: &str) -> bool {
    headline.chars().count() > LONGEST_HEADLINE_CHARS
}
