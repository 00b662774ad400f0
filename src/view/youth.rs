//! What the pages for pupils print: the microsite of one cooperative, and what the portal's youth site shares with it.

pub mod around;
pub mod challenge;
pub mod deadline;
pub mod figures;
pub mod front;
pub mod kit;
pub mod lesson;
pub mod letter;
pub mod openings;
pub mod origin;
pub mod palette;
pub mod pictures;
pub mod poster;
pub mod quiz;
pub mod scene;
pub mod sentence;
pub mod share;
pub mod simulator;
pub mod slides;
pub mod surplus;
pub mod what;

#[cfg(test)]
mod tests {
    /// Texts for pupils keep to this many words a sentence on average, and to twice as many at most.
    const WORDS_A_SENTENCE: usize = 12;

    #[test]
    fn sentences_for_pupils_are_short() {
        let texts = [
            include_str!("../../themes/muda/text/id.yaml"),
            include_str!("../../themes/muda/text/lembar/id.yaml"),
            include_str!("../../themes/muda/text/lembar/en.yaml"),
        ];
        for text in texts {
            check_sentences(text);
        }
    }

    fn check_sentences(texts: &str) {
        let values = texts.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            line.trim_start().strip_prefix("- ").or_else(|| Some(line.split_once(": ")?.1))
        });
        let sentences: Vec<usize> = values
            .flat_map(|value| value.split_inclusive(['.', '?', '!']))
            .map(|sentence| sentence.split_whitespace().count())
            .filter(|words| *words > 1)
            .collect();
        assert!(sentences.len() > 80, "{}", sentences.len());
        assert!(sentences.iter().sum::<usize>() <= WORDS_A_SENTENCE * sentences.len());
        assert!(sentences.iter().all(|words| *words <= 2 * WORDS_A_SENTENCE), "{sentences:?}");
    }
}
