//! "Did you mean": the nearest known word to one that is not known.

use crate::keys::{EVENT, PICKUP, SYNONYMS, Section, TIER};

/// Longest word that is compared: no key of ours is longer, and comparing costs time.
const MAX_CHARS: usize = 40;
/// Most words that are compared: a list of ids may be anything.
const MAX_WORDS: usize = 1_000;
/// Least likeness (Jaro-Winkler) of a word that is offered.
const MIN_LIKENESS: f64 = 0.82;

/// Words that mean a key in one section only.
static THERE: [(&Section, &str, &str); 6] = [
    (&TIER, "jumlah", "mulai"),
    (&TIER, "minimal", "mulai"),
    (&EVENT, "tanggal", "mulai"),
    (&EVENT, "lokasi", "tempat"),
    (&PICKUP, "lokasi", "tempat"),
    (&PICKUP, "jam", "waktu"),
];
/// Other words for keys that hold something else than theirs: they are told, and not read in their place.
const OTHER_VALUES: [&str; 7] =
    ["sold_out", "kota", "kabupaten", "kecamatan", "jam", "jam_buka", "jam_operasional"];

/// Where an unknown key may have been meant to stand.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Meant {
    /// A key of this section.
    Here(&'static str),
    /// A key of a section below: `kontak`, `whatsapp`.
    Below(&'static str, &'static str),
    /// Nothing like it is known.
    Unknown,
}

/// The key that was meant by one that a section does not know.
pub(crate) fn for_key(typed: &str, section: &'static Section) -> Meant {
    let lower = spelled_as_keys(typed);
    let names: Vec<&'static str> = section.keys.iter().map(|key| key.name).collect();
    if let Some(name) = names.iter().find(|name| **name == lower) {
        return Meant::Here(name);
    }
    let synonym = synonyms(&lower, section)
        .find(|ours| names.contains(ours))
        .or_else(|| synonyms(&lower, section).next());
    if let Some(name) = names.iter().find(|name| Some(**name) == synonym) {
        return Meant::Here(name);
    }
    for word in [Some(lower.as_str()), synonym].into_iter().flatten() {
        if let Some(found) = below(word, section) {
            return found;
        }
    }
    // `Kami menjual` is a sentence, and no `kamis`.
    let is_sentence = |name: &str| typed.contains(' ') && lower.chars().count() > name.len() + 4;
    if let Some(name) = nearest(&lower, &names).filter(|name| !is_sentence(name)) {
        return Meant::Here(name);
    }
    let sections = section.keys.iter().filter_map(|key| Some((key.name, key.shape.section()?)));
    for (name, inner) in sections {
        let names: Vec<&'static str> = inner.keys.iter().map(|key| key.name).collect();
        if let Some(found) = nearest(&lower, &names).filter(|name| !is_sentence(name)) {
            return Meant::Below(name, found);
        }
    }
    Meant::Unknown
}

/// `simpanan_pokok` for `Simpanan pokok`, `nama` for `1. nama`, `• nama`, `(nama` and `"nama`.
fn spelled_as_keys(typed: &str) -> String {
    let word = typed
        .trim_start_matches(|c: char| !c.is_alphabetic())
        .trim_end_matches(|c: char| !c.is_alphanumeric());
    word.to_lowercase().replace([' ', '-'], "_")
}

fn synonyms(word: &str, section: &'static Section) -> impl Iterator<Item = &'static str> {
    let there = THERE.iter().filter(move |(here, other, _)| std::ptr::eq(*here, section) && *other == word);
    let anywhere = SYNONYMS.iter().filter(move |(other, _)| *other == word);
    there.map(|(.., ours)| *ours).chain(anywhere.map(|(_, ours)| *ours))
}

/// The key of a section for one that is spelled otherwise, or is another word for it: `nama` for `Nama`, `nama_en` for
/// `Nama_en`, `whatsapp` for `wa`. `None` for what is merely like a key, and for a key of the section.
pub(crate) fn other_spelling(typed: &str, section: &'static Section) -> Option<String> {
    let is_key = |name: &str| {
        let original = name.strip_suffix("_en").or_else(|| name.strip_suffix("_su"));
        let is_translated = |original| section.key(original).is_some_and(|key| key.shape.is_translated());
        section.key(name).is_some() || original.is_some_and(is_translated)
    };
    if typed.len() > MAX_CHARS || is_key(typed) {
        return None;
    }
    let word = spelled_as_keys(typed);
    if is_key(&word) {
        return Some(word);
    }
    let there = THERE.iter().find(|(here, other, _)| std::ptr::eq(*here, section) && *other == word);
    if let Some((.., ours)) = there {
        return Some((*ours).to_owned());
    }
    let is_other = OTHER_VALUES.contains(&&*word);
    synonyms(&word, section).find(|ours| !is_other && section.key(ours).is_some()).map(str::to_owned)
}

/// True if one of the keys that were typed is told with this one: it is not known, and that is what was meant.
pub(crate) fn means_one_of<'t>(
    typed: impl Iterator<Item = &'t str>,
    name: &str,
    section: &'static Section,
) -> bool {
    let is_meant = |typed: &str| {
        let has_no_space = typed.split_once(':').is_some_and(|(key, _)| key == name);
        let original = typed.strip_suffix("_en").or_else(|| typed.strip_suffix("_su"));
        let is_known = [Some(typed), original].into_iter().flatten().any(|name| section.key(name).is_some());
        has_no_space || !is_known && matches!(for_key(typed, section), Meant::Here(key) if key == name)
    };
    typed.take(MAX_WORDS).any(is_meant)
}

fn below(word: &str, section: &'static Section) -> Option<Meant> {
    section.keys.iter().find_map(|key| {
        let found = key.shape.section()?.key(word)?;
        Some(Meant::Below(key.name, found.name))
    })
}

/// The word most like another, if one is like enough.
pub(crate) fn nearest<'w>(typed: &str, words: &[&'w str]) -> Option<&'w str> {
    if typed.chars().count() > MAX_CHARS {
        return None;
    }
    let typed = typed.to_lowercase();
    words
        .iter()
        .take(MAX_WORDS)
        .map(|word| (likeness(&typed, word), *word))
        .filter(|(likeness, _)| *likeness >= MIN_LIKENESS)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, word)| word)
}

/// 0 to 1. Two letters that changed places, or one that is missing, count little.
fn likeness(a: &str, b: &str) -> f64 {
    let b = b.to_lowercase();
    strsim::jaro_winkler(a, &b).max(strsim::normalized_damerau_levenshtein(a, &b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{PRODUCT, PROFILE};

    #[test]
    fn the_nearest_key_is_offered() {
        assert_eq!(for_key("satun", &PRODUCT), Meant::Here("satuan"));
        assert_eq!(for_key("Harga", &PRODUCT), Meant::Here("harga"));
        assert_eq!(for_key("price", &PRODUCT), Meant::Here("harga"));
        assert_eq!(for_key("stock", &PRODUCT), Meant::Here("stok"));
        for typed in ["1. nama", "2) Nama", "• nama", "(nama", "“nama”", "**nama**"] {
            assert_eq!(for_key(typed, &PRODUCT), Meant::Here("nama"), "{typed}");
        }
        for (typed, ours) in
            [("Nama", "nama"), ("Nama_EN", "nama_en"), ("*harga*", "harga"), ("price", "harga")]
        {
            assert_eq!(other_spelling(typed, &PRODUCT).as_deref(), Some(ours), "{typed}");
        }
        for typed in ["nama", "nama_en", "satun", "zzz", "harga_en"] {
            assert_eq!(other_spelling(typed, &PRODUCT), None, "{typed}");
        }
        assert_eq!(for_key("12", &PRODUCT), Meant::Unknown);
        assert_eq!(for_key("zzzzzz", &PRODUCT), Meant::Unknown);
    }

    #[test]
    fn a_key_of_a_section_below_is_found() {
        assert_eq!(for_key("telepon", &PROFILE), Meant::Below("kontak", "telepon"));
        assert_eq!(for_key("Kami menjual", &PROFILE), Meant::Unknown);
        assert_eq!(for_key("telpon", &PROFILE), Meant::Below("kontak", "telepon"));
        assert_eq!(for_key("wa", &PROFILE), Meant::Below("kontak", "whatsapp"));
    }

    #[test]
    fn words_of_other_programs_are_found_however_they_are_joined() {
        for email in ["e-mail", "E-Mail", "e mail"] {
            assert_eq!(for_key(email, &PROFILE), Meant::Below("kontak", "surel"), "{email}");
        }
        assert_eq!(for_key("P-IRT", &PRODUCT), Meant::Below("sertifikat", "pirt"));
        for (word, _) in SYNONYMS {
            assert_eq!(*word, word.to_lowercase().replace([' ', '-'], "_"), "is never looked up");
        }
    }

    #[test]
    fn huge_words_are_not_compared() {
        assert_eq!(nearest(&"nama".repeat(100_000), &["nama"]), None);
    }
}
