//! Words as search compares them: spellings of one sound folded into one, and what is left of a word without its
//! prefixes and suffixes. `themes/etalase/script/asked/words.js` does the same to what is typed; one list of examples,
//! `tests/browser/search-words.json`, is held against both.

/// Words that tell nothing apart, folded.
const EMPTY: [&str; 29] = [
    "and",
    "atau",
    "dan",
    "dari",
    "dengan",
    "di",
    "dr",
    "por",
    "prom",
    "gr",
    "in",
    "jeung",
    "ka",
    "kab",
    "kabupaten",
    "ke",
    "kec",
    "kecamatan",
    "kg",
    "kop",
    "koperasi",
    "kota",
    "ml",
    "nu",
    "op",
    "sareng",
    "ti",
    "untuk",
    "yang",
];

/// Two letters, or one, that sound like one.
const SOUNDS: [(&str, &str); 10] = [
    ("oe", "u"),
    ("dj", "j"),
    ("tj", "c"),
    ("kh", "h"),
    ("sy", "s"),
    ("th", "t"),
    ("ph", "p"),
    ("sh", "s"),
    ("ch", "c"),
    ("ck", "k"),
];

/// What a word is looked up by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Forms {
    /// The word itself, folded.
    pub term: String,
    /// What is left without prefix and suffix, folded, if that is a word of its own.
    pub stem: Option<String>,
}

/// The words of a text: lower case, without accents, cut at what is no letter or digit; apostrophes join.
/// ```text
/// Béas “Jum'at” 5kg → beas jumat 5kg
/// ```
pub(crate) fn words(text: &str) -> Vec<String> {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\'' | '’' | '`'))
        .flat_map(char::to_lowercase)
        .map(without_accent)
        .collect();
    let parts = plain.split(|c: char| !c.is_ascii_lowercase() && !c.is_ascii_digit());
    parts.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// What a word of [`words`] is looked up by; `None` for one letter, a number, and what tells nothing apart.
pub(crate) fn forms(word: &str) -> Option<Forms> {
    let sounds = sounds_of(word);
    let term = without_murmur(&sounds);
    let is_number = term.bytes().all(|byte| byte.is_ascii_digit());
    if term.len() < 2 || is_number || EMPTY.contains(&term.as_str()) {
        return None;
    }
    let stem = stem(&sounds).map(|stem| without_murmur(&stem)).filter(|stem| *stem != term);
    Some(Forms { term, stem })
}

/// Letters that differ from their plain form by a mark that Indonesian, Sundanese and their neighbours write.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ĕ' | 'ė' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ĩ' | 'ī' | 'ĭ' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ō' | 'ŏ' | 'ő' => 'o',
        'ś' | 'ş' | 'š' => 's',
        'ù'..='ü' | 'ũ' | 'ū' | 'ŭ' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ź' | 'ż' | 'ž' => 'z',
        other => other,
    }
}

/// One letter for each sound: `tjoklat` as `coklat`, `organic` as `organik`, `mangga` as `manga`.
fn sounds_of(word: &str) -> String {
    let mut paired = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(first) = rest.chars().next() {
        if let Some((pair, sound)) = SOUNDS.iter().find(|(pair, _)| rest.starts_with(pair)) {
            paired.push_str(sound);
            rest = &rest[pair.len()..];
        } else {
            paired.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    let mut sounds = String::with_capacity(paired.len() + 1);
    let letters: Vec<char> = paired.chars().collect();
    for (index, letter) in letters.iter().enumerate() {
        let sound = match letter {
            'q' => "k",
            'x' => "ks",
            'f' | 'v' => "p",
            'z' => "j",
            'c' if letters.get(index + 1).is_none_or(|next| "bdgklmnpqrst".contains(*next)) => "k",
            other => {
                push_once(&mut sounds, *other);
                continue;
            }
        };
        for letter in sound.chars() {
            push_once(&mut sounds, letter);
        }
    }
    sounds
}

/// A letter that stands twice counts once; a digit does not.
fn push_once(sounds: &mut String, letter: char) {
    if letter.is_ascii_digit() || !sounds.ends_with(letter) {
        sounds.push(letter);
    }
}

/// The first syllable's murmured vowel is written or not: `keripik`, `kripik`; `telur`, `tlur`.
fn without_murmur(sounds: &str) -> String {
    let letters = sounds.as_bytes();
    match letters {
        [first, b'e', b'r' | b'l', next, ..] if is_consonant(*first) && is_vowel(*next) => {
            format!("{}{}", &sounds[..1], &sounds[2..])
        }
        _ => sounds.to_owned(),
    }
}

fn is_vowel(letter: u8) -> bool {
    b"aeiou".contains(&letter)
}

fn is_consonant(letter: u8) -> bool {
    letter.is_ascii_lowercase() && !is_vowel(letter)
}

/// Fewest letters of a stem: shorter ones are mostly pieces of words (`perahan` is no `ah`).
const SHORTEST_STEM: usize = 4;

/// What is left without the usual prefixes and suffixes: `sayuran` to `sayur`, `perikanan` to `ikan`, `pemasaran` to
/// `pasar`. Knows no dictionary: a piece that is no word finds nothing and costs nothing. Names of goods are found by
/// themselves first.
fn stem(word: &str) -> Option<String> {
    let bare = word.strip_suffix("nya").filter(|bare| bare.len() >= SHORTEST_STEM);
    let word = bare.unwrap_or(word);
    let long_enough = |stem: &String| stem.len() >= SHORTEST_STEM;
    let without_suffix = word.strip_suffix("an");
    let around =
        without_suffix.and_then(|inner| without_prefix(inner, &["pe", "ke", "be"])).filter(long_enough);
    around
        .or_else(|| without_suffix.map(str::to_owned).filter(long_enough))
        .or_else(|| without_prefix(word, &["pe", "be", "me"]).filter(long_enough))
        .or_else(|| bare.map(str::to_owned))
}

/// A word without one of some prefixes, and without the sound that joins it: `pengolah` to `olah`, `pemasar` to
/// `pasar`, `penyewa` to `sewa`, `berkebun` to `kebun`.
fn without_prefix(word: &str, allowed: &[&str]) -> Option<String> {
    let prefix = allowed.iter().find(|prefix| word.starts_with(**prefix))?;
    let rest = &word[prefix.len()..];
    if *prefix == "ke" {
        return Some(rest.to_owned());
    }
    let starts_with_vowel = |rest: &str| rest.bytes().next().is_some_and(is_vowel);
    if let Some(rest) = rest.strip_prefix("ng") {
        return Some(rest.to_owned());
    }
    if let Some(rest) = rest.strip_prefix("ny") {
        return Some(format!("s{rest}"));
    }
    for (joint, restored) in [("m", "p"), ("n", "t")] {
        if let Some(rest) = rest.strip_prefix(joint) {
            return Some(if starts_with_vowel(rest) { format!("{restored}{rest}") } else { rest.to_owned() });
        }
    }
    if let Some(rest) = rest.strip_prefix('r').filter(|rest| rest.len() >= SHORTEST_STEM) {
        return Some(rest.to_owned());
    }
    // `be` and `me` join without a sound before few letters only; names of goods begin so, too. `permen` is no `rmen`.
    let joins = *prefix == "pe" || rest.starts_with(['r', 'l', 'w']);
    let is_syllable = rest.bytes().take(2).any(is_vowel);
    (joins && is_syllable).then(|| rest.to_owned())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn every_example_is_folded_as_the_script_folds_it() {
        let examples: BTreeMap<String, Vec<Vec<String>>> =
            serde_json::from_str(include_str!("../../tests/browser/search-words.json")).expect("JSON");
        assert!(examples.len() > 80, "{}", examples.len());
        for (typed, wanted) in examples {
            let found: Vec<Vec<String>> = words(&typed)
                .iter()
                .filter_map(|word| forms(word))
                .map(|forms| [forms.term].into_iter().chain(forms.stem).collect())
                .collect();
            assert_eq!(found, wanted, "{typed}");
        }
    }

    #[test]
    fn what_sounds_alike_is_one_word() {
        let term = |word: &str| forms(&words(word)[0]).expect("a word").term;
        for (one, other) in [
            ("keripik", "kripik"),
            ("organic", "organik"),
            ("tjoklat", "coklat"),
            ("mangga", "manga"),
            ("zaitun", "jaitun"),
            ("khas", "has"),
            ("Béas", "beas"),
            ("telur", "tlur"),
            ("syariah", "sariah"),
        ] {
            assert_eq!(term(one), term(other));
        }
        assert_ne!(term("perah"), term("pertanian"));
    }

    #[test]
    fn what_is_no_word_of_its_own_is_left_out() {
        assert_eq!(words("Koperasi di 500 g").iter().filter_map(|word| forms(word)).count(), 0);
        assert_eq!(words("…"), Vec::<String>::new());
    }
}
