//! How hard a text for pupils is to read: sentences, words and syllables, counted as Indonesian is spelled.
//! A vowel is the heart of a syllable; `ai`, `au`, `ei` and `oi` at the end of a word are one vowel. Source of
//! the vowels and diphthongs: Ejaan Bahasa Indonesia yang Disempurnakan (edisi V, 2022), I.B and I.D. Knows
//! no file and no key.

use super::findings::people as finding;
use super::typed::Typed;
use crate::finding::Findings;
use crate::markdown::to_plain;

/// Words in a sentence, on average, that a pupil in the sixth year reads with ease.
pub(super) const WORDS_A_SENTENCE: usize = 12;

/// Syllables in a word, on average; Indonesian prose for adults comes to about two and a half.
pub(super) const SYLLABLES_A_WORD: usize = 3;

/// What a text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Reading {
    /// Sentences, at least one where there are words.
    pub sentences: usize,
    /// Words; numbers count as words.
    pub words: usize,
    /// Syllables of the words that have letters; a number counts as one.
    pub syllables: usize,
}

impl Reading {
    /// Counts a text.
    pub(super) fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut is_open = false;
        for word in text.split_whitespace() {
            let letters = word.trim_matches(|c: char| !c.is_alphanumeric());
            if !letters.is_empty() {
                reading.words += 1;
                reading.syllables += syllables(letters);
                is_open = true;
            }
            let ends = word.trim_end_matches(['"', '\'', '”', '’', ')']).ends_with(['.', '!', '?', '…']);
            if ends && is_open {
                reading.sentences += 1;
                is_open = false;
            }
        }
        reading.sentences += usize::from(is_open);
        reading
    }

    /// Words in a sentence, on average, rounded up; 0 for no text.
    pub(super) fn words_a_sentence(self) -> usize {
        self.words.div_ceil(self.sentences.max(1))
    }

    /// True where sentences or words are longer than pupils like, on average.
    pub(super) fn is_hard(self) -> bool {
        self.words > WORDS_A_SENTENCE * self.sentences || self.syllables > SYLLABLES_A_WORD * self.words
    }
}

/// Syllables of a word, at least one.
fn syllables(word: &str) -> usize {
    let letters: Vec<char> = word.chars().flat_map(char::to_lowercase).collect();
    let is_vowel = |c: &char| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'é' | 'è');
    let vowels = letters.iter().filter(|c| is_vowel(c)).count();
    let is_diphthong = matches!(letters.as_slice(), [.., 'a' | 'e' | 'o', 'i'] | [.., 'a', 'u']);
    (vowels - usize::from(is_diphthong && vowels > 1)).max(1)
}

/// Where a Markdown text is hard to read as a whole: the line its hardest paragraph starts at, from 0, and the words
/// of a sentence on average in the whole text. Headings, tables and code are no sentences.
pub fn hardest_paragraph(body: &str) -> Option<(usize, usize)> {
    let mut whole = Reading::default();
    let mut hardest = (0, 0);
    for (line, paragraph) in paragraphs(body) {
        let reading = Reading::of(&to_plain(&paragraph));
        whole.sentences += reading.sentences;
        whole.words += reading.words;
        whole.syllables += reading.syllables;
        if reading.words_a_sentence() > hardest.1 {
            hardest = (line, reading.words_a_sentence());
        }
    }
    whole.is_hard().then(|| (hardest.0, whole.words_a_sentence()))
}

/// Runs of lines that belong together, and the line each starts at; an entry of a list is a run of its own.
fn paragraphs(body: &str) -> Vec<(usize, String)> {
    let mut found: Vec<(usize, String)> = Vec::new();
    let mut is_code = false;
    let mut is_open = false;
    for (number, line) in body.lines().enumerate() {
        let text = line.trim_start();
        let is_fence = text.starts_with("```");
        is_code ^= is_fence;
        if is_code || is_fence || text.is_empty() || text.starts_with(['#', '|']) {
            is_open = false;
            continue;
        }
        let starts_entry = text.starts_with(['-', '*', '+']) && text[1..].starts_with(' ');
        match found.last_mut().filter(|_| is_open && !starts_entry) {
            Some((_, paragraph)) => {
                paragraph.push('\n');
                paragraph.push_str(text);
            }
            None => found.push((number, text.to_owned())),
        }
        is_open = true;
    }
    found
}

/// Advises where a text for pupils is hard to read.
pub(super) fn check_reading(typed: Typed<'_>, findings: &mut Findings) {
    let reading = Reading::of(typed.text);
    if reading.is_hard() {
        findings.push(finding::hard_to_read(typed.span(), reading.words_a_sentence()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn syllables_are_counted_as_indonesian_is_spelled() {
        let cases = [
            ("koperasi", 4),
            ("sapi", 2),
            ("pantai", 2),
            ("pulau", 2),
            ("amboi", 2),
            ("main", 2),
            ("saat", 2),
            ("RAT", 1),
            ("SHU", 1),
            ("2026", 1),
            ("anggota", 3),
            ("ai", 1),
            ("pangaléngan", 4),
        ];
        for (word, count) in cases {
            assert_eq!(syllables(word), count, "{word}");
        }
    }

    #[test]
    fn sentences_end_at_their_marks_and_not_inside_a_price() {
        let reading = Reading::of("Harganya Rp12.500 saja. Mau? \"Mau!\" kata Sari");
        assert_eq!((reading.sentences, reading.words), (4, 7));
        assert_eq!(Reading::of("  "), Reading::default());
        assert!(!Reading::of("").is_hard());
    }

    #[test]
    fn of_a_hard_text_the_hardest_paragraph_is_named() {
        let long =
            "Kami mengajak kamu datang ke kandang pada pagi hari supaya kamu melihat sendiri susu diperah.";
        let body =
            format!("\n# Judul\n\n- Datanglah.\n- Lihat sendiri.\n\n| satu | dua |\n\n{long}\n{long}\n");
        assert_eq!(hardest_paragraph(&body), None, "short ones make up for it");
        let hard = format!(
            "\n# Judul\n\nDatanglah ke [kandang](https://contoh.id/).\n\n{long}\n{long}\n{long}\n{long}\n"
        );
        assert_eq!(hardest_paragraph(&hard), Some((5, 13)));
        assert_eq!(hardest_paragraph(&format!("```\n{long}\n```\n")), None);
    }

    #[test]
    fn a_long_sentence_is_hard_and_the_same_in_short_ones_is_not() {
        let long =
            "Kami mengajak kamu datang ke kandang pada pagi hari supaya kamu melihat sendiri susu diperah";
        assert!(Reading::of(long).is_hard());
        assert_eq!(Reading::of(long).words_a_sentence(), 15);
        assert!(!Reading::of("Datanglah ke kandang pada pagi hari. Lihat sendiri susu diperah.").is_hard());
    }

    #[test]
    fn texts_of_the_youth_theme_are_easy() {
        let texts = include_str!("../../themes/muda/text/id.yaml");
        let values = texts
            .lines()
            .filter(|line| !line.trim_start().starts_with('#'))
            .filter_map(|line| line.split_once(": "))
            .map(|(_, value)| value.trim().trim_matches('"'));
        let (mut all, mut count) = (Reading::default(), 0);
        for reading in values.map(Reading::of).filter(|reading| reading.words > 3) {
            all.sentences += reading.sentences;
            all.words += reading.words;
            all.syllables += reading.syllables;
            count += 1;
        }
        assert!(count > 60, "{count}");
        assert!(!all.is_hard(), "{all:?}");
    }
}
