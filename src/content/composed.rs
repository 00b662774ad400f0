//! Letters with accents as one character each. A Mac stores names of files, and packs them into archives, as letters
//! and accents apart; keyboards type them as one. Both look the same.

use std::borrow::Cow;

/// Each accent with letters and what both are together. Source: Unicode, canonical compositions of Latin letters.
const ACCENTS: [(char, &str, &str); 10] = [
    ('\u{300}', "AEINOUaeinou", "ÀÈÌǸÒÙàèìǹòù"),
    ('\u{301}', "ACEILNORSUYZaceilnorsuyz", "ÁĆÉÍĹŃÓŔŚÚÝŹáćéíĺńóŕśúýź"),
    ('\u{302}', "ACEGHIJOSUWYaceghijosuwy", "ÂĈÊĜĤÎĴÔŜÛŴŶâĉêĝĥîĵôŝûŵŷ"),
    ('\u{303}', "AINOUainou", "ÃĨÑÕŨãĩñõũ"),
    ('\u{304}', "AEIOUaeiou", "ĀĒĪŌŪāēīōū"),
    ('\u{306}', "AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
    ('\u{308}', "AEIOUYaeiouy", "ÄËÏÖÜŸäëïöüÿ"),
    ('\u{30a}', "AUau", "ÅŮåů"),
    ('\u{30c}', "CDENRSTZcdenrstz", "ČĎĚŇŘŠŤŽčďěňřšťž"),
    ('\u{327}', "CSTcst", "ÇŞŢçşţ"),
];

/// The text with one character for each letter with an accent.
pub(super) fn composed(text: &str) -> Cow<'_, str> {
    if !text.chars().any(|c| ACCENTS.iter().any(|(accent, ..)| c == *accent)) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match out.chars().next_back().and_then(|letter| with_accent(letter, c)) {
            Some(both) => {
                out.pop();
                out.push(both);
            }
            None => out.push(c),
        }
    }
    Cow::Owned(out)
}

fn with_accent(letter: char, accent: char) -> Option<char> {
    let (_, letters, both) = ACCENTS.iter().find(|(known, ..)| *known == accent)?;
    let at = letters.chars().position(|known| known == letter)?;
    both.chars().nth(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_and_accents_become_one() {
        for (accent, letters, both) in ACCENTS {
            assert_eq!(letters.chars().count(), both.chars().count(), "{accent:?}");
            let apart: String = letters.chars().flat_map(|letter| [letter, accent]).collect();
            assert_eq!(composed(&apart), both);
        }
        assert_eq!(composed("Cafe\u{301} x\u{301}"), "Café x\u{301}");
        assert!(matches!(composed("Café"), Cow::Borrowed(_)));
    }
}
