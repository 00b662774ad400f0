//! Where a story without a record of consent names the pupil all the same: by the name of its author, or where somebody
//! introduces himself.

use std::sync::Arc;

use super::findings::people as finding;
use super::pupil::NOBODY;
use super::sentence::{Before, Word, words};
use super::typed::Typed;
use crate::finding::{Findings, SourceFile, Span};

/// Words of an author that is no single person: `Tim Kopsis`.
const TOGETHER: [&str; 9] =
    ["tim", "kelompok", "kopsis", "koperasi", "osis", "redaksi", "humas", "panitia", "pengurus"];
/// Words before the name of somebody who is no pupil: `Bu Rina`.
const ADULTS: [&str; 26] = [
    "bu", "ibu", "pak", "bapak", "kak", "kakak", "kang", "mang", "bang", "mas", "mbak", "ceu", "bi", "mak",
    "nenek", "kakek", "ustaz", "ustad", "ustadz", "ustazah", "kiai", "kyai", "haji", "mr", "mrs", "ms",
];
/// What goods are called: `Kopi Rina` and `Sari Roti` are names of goods, `Namaku Kopi Arabika` says one.
const GOODS: [&str; 24] = [
    "kopi", "teh", "susu", "yoghurt", "keju", "roti", "kue", "bolu", "keripik", "kerupuk", "dodol", "sambal",
    "madu", "gula", "beras", "tahu", "tempe", "telur", "bakso", "batik", "kaos", "sabun", "warung", "toko",
];
/// Words that are no part of the name behind them, though a title writes them with a capital: `Sehari Bersama Salsa`.
const BEFORE_NAMES: [&str; 14] = [
    "bersama", "oleh", "kata", "dan", "buatan", "cerita", "kisah", "karya", "aku", "namaku", "saya", "kami",
    "kawan", "temanku",
];
/// Words before the name of a place: `Panen di Garut`, written by Garut Setiawan.
const BEFORE_PLACES: [&str; 3] = ["di", "ke", "dari"];

/// The first name of a pupil in a line, as the author has it or as somebody introduces himself: `Namaku Salsa`. First
/// character, from 0, and the name.
fn name_in(line: &str, author: Option<&str>) -> Option<(u32, String)> {
    let of_author = author.map(words).unwrap_or_default();
    let is_one = !of_author.iter().any(|own| is_nobody(own) || ADULTS.contains(&&*own.text));
    let words = words(line);
    let named = |(index, word): &(usize, &Word)| {
        let is_said = is_introduced(&words, *index)
            || is_one && is_part_of(&of_author, word) && is_alone(&words, *index, &of_author);
        word.is_capital && !is_nobody(word) && is_said
    };
    let (_, word) = words.iter().enumerate().find(named)?;
    let name = line.chars().skip(word.at).take(word.end - word.at).collect();
    Some((u32::try_from(word.at).unwrap_or(u32::MAX), name))
}

fn is_nobody(word: &Word) -> bool {
    NOBODY.contains(&&*word.text) || TOGETHER.contains(&&*word.text)
}

fn is_part_of(author: &[Word], word: &Word) -> bool {
    word.text.chars().count() > 2 && author.iter().any(|own| own.is_capital && own.text == word.text)
}

/// `Namaku Salsa`, `Nama saya Salsa`, `My name is Salsa`; not `Namaku Bu Rina`, nor goods that speak.
fn is_introduced(words: &[Word], index: usize) -> bool {
    let before = |back: usize| index.checked_sub(back).map(|at| words[at].text.as_str());
    let is_said = matches!(
        (before(3), before(2), before(1)),
        (.., Some("namaku"))
            | (_, Some("nama"), Some("saya" | "aku"))
            | (Some("my"), Some("name"), Some("is"))
    );
    let word = &*words[index].text;
    is_said && !ADULTS.contains(&word) && !GOODS.contains(&word)
}

/// True unless a part of an author's name stands in a longer name (`Kopi Rina`, `Sari Roti`, `Bu Rina`) or is a place.
fn is_alone(words: &[Word], index: usize, author: &[Word]) -> bool {
    let is_others = |other: &Word| {
        let is_free = other.before == Before::Start || BEFORE_NAMES.contains(&&*other.text);
        other.is_capital && !is_free && !is_part_of(author, other)
    };
    let joined = |at: usize| words.get(at).filter(|word| word.before == Before::Space);
    let before = joined(index).and_then(|_| words.get(index.checked_sub(1)?));
    let is_other_before = before.is_some_and(|before| {
        [&ADULTS[..], &GOODS, &BEFORE_PLACES].iter().any(|known| known.contains(&&*before.text))
            || is_others(before)
    });
    !is_other_before && !joined(index + 1).is_some_and(is_others)
}

/// Tells in a story without a record of consent where it names the pupil all the same: in its title, and on each line.
pub(super) fn check_pupil_name(
    author: Option<Typed<'_>>,
    title: Option<Typed<'_>>,
    (source, body, lines_before): (&Arc<SourceFile>, &str, u32),
    findings: &mut Findings,
) {
    let author = author.map(|typed| typed.text);
    if let Some((typed, (_, name))) = title.and_then(|typed| Some((typed, name_in(typed.text, author)?))) {
        findings.push(finding::pupil_named_in_text(typed.span(), &name));
    }
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        if let Some((at, name)) = name_in(text, author) {
            let length = u32::try_from(name.chars().count()).unwrap_or(u32::MAX);
            findings.push(finding::pupil_named_in_text(Span::new(source, line, at + 1, length), &name));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_pupil_is_named_by_the_author_s_name_or_where_somebody_introduces_himself() {
        for (line, author, name) in [
            ("Namaku Salsa, dan ini rotiku.", None, Some("Salsa")),
            ("Halo! Nama saya Bagas.", None, Some("Bagas")),
            ("Hi, my name is Salsa.", None, Some("Salsa")),
            ("Roti itu dibuat Salsa sendiri.", Some("Salsa Kirana"), Some("Salsa")),
            ("Kata Kirana, mudah.", Some("Salsa Kirana"), Some("Kirana")),
            ("Roti itu dibuat sendiri.", Some("Salsa"), None),
            ("Tim kami ada di SMK Purwawarna.", Some("Tim SMK Purwawarna"), None),
            ("Nama produknya Roti Salsa.", None, None),
            ("Namaku siapa, tak usah ditanya.", None, None),
            ("Namaku Salsa Kirana.", Some("Salsa"), Some("Salsa")),
            ("Salsa Kirana yang membuatnya.", Some("Salsa Kirana"), Some("Salsa")),
            ("Aku tanya Ani, Salsa yang jawab.", Some("Salsa"), Some("Salsa")),
            ("Sehari Bersama Salsa", Some("Salsa"), Some("Salsa")),
            ("- Kemarin Salsa libur.", Some("Salsa"), Some("Salsa")),
            ("Roti itu dibuat **Salsa**.", Some("Salsa"), Some("Salsa")),
        ] {
            let found = name_in(line, author).map(|(_, name)| name);
            assert_eq!(found.as_deref(), name, "{line}");
        }
    }

    #[test]
    fn an_adult_goods_and_a_place_are_no_pupil() {
        for (line, author) in [
            ("Namaku Bu Rina.", None),
            ("Nama saya Pak Dedi, guru di sini.", None),
            ("Namaku Pak Dedi.", Some("Dedi")),
            ("Namaku Kopi Arabika.", None),
            ("Their name is Garut Coffee.", None),
            ("Kopi Rina laris.", Some("Rina")),
            ("Kami membuat Kopi Rina.", Some("Rina")),
            ("Kami membuat kopi Rina.", Some("Rina")),
            ("Kami belajar di Dapur Rina.", Some("Rina")),
            ("Sari Roti", Some("Sari")),
            ("Kami suka Sari Roti.", Some("Sari")),
            ("Panen di Garut", Some("Garut Setiawan")),
            ("Pulang dari Garut.", Some("Garut Setiawan")),
            ("Bu Rina mengajar kami.", Some("Rina")),
            ("Kata bu Rina, mudah.", Some("Rina")),
            ("Rina mengajar kami.", Some("Bu Rina")),
        ] {
            assert_eq!(name_in(line, author), None, "{line}");
        }
    }
}
