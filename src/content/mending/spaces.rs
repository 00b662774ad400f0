//! Special spaces and unseen characters where YAML wants spaces: after the colon of a key, after the dash of a list,
//! and in and around a key.

use super::lines::{Kind, Line};
use super::marks::{Marks, marks};
use super::mend::{Mend, Rule, is_odd, is_odd_space, is_unseen};
use super::words::Words;

/// Most changes of several lines at once.
const MOST: usize = 200;

/// Special spaces right behind colons and dashes, where two or more of them make a text of the lines that they are in:
/// all at once, since one alone may not help.
pub(super) fn glued_spaces(lines: &[Line<'_>], words: &Words) -> Option<Mend> {
    let is_kept = |line: &Line<'_>| line.kind == Kind::Structure && line.text.contains(is_odd_space);
    let mut found = lines.iter().enumerate().filter(|(_, line)| is_kept(line)).flat_map(|(number, line)| {
        let places = odd_places(line, &marks(line.text, line.content), words);
        places.into_iter().filter_map(move |(from, to)| {
            let odd = line.text[from..to].chars().next().filter(|odd| is_odd_space(*odd))?;
            let is_glued = line.text[..from].ends_with([':', '-']);
            let (with, rule) = (" ".to_owned(), Rule::OddSpace(odd));
            is_glued.then(|| Mend { line: number, from, to, with, rule, rank: 0, also: Vec::new() })
        })
    });
    let first = found.next()?;
    let also: Vec<Mend> = found.take(MOST).collect();
    (!also.is_empty()).then_some(Mend { also, ..first })
}

/// How wide white space looks.
pub(super) fn shown_width(space: &str) -> usize {
    space.chars().filter(|c| !is_unseen(*c)).count()
}

/// Runs of white space with an odd character in them, in bytes: after the colon of a key, after the dash of a
/// list, and in and around a key.
pub(super) fn odd_places(line: &Line<'_>, marks: &Marks, words: &Words) -> Vec<(usize, usize)> {
    let text = line.text;
    let is_filler = |c: char| c == ' ' || c == '\t' || is_odd(c);
    let mut found = Vec::new();
    let odd =
        |from: usize, to: usize| text[from..to].contains(|c| c == '\t' || is_odd(c)).then_some((from, to));
    let run_after = |at: usize| at + text[at..].len() - text[at..].trim_start_matches(is_filler).len();
    if let Some(dash) = text[line.content..].strip_prefix('-').map(|_| line.content + 1) {
        found.extend(odd(dash, run_after(dash)));
    }
    if line.has_dash() {
        let before = text[..line.content].trim_end_matches(is_filler).len();
        found.extend(odd(before, run_after(before)));
    }
    for (colon, _) in text.match_indices(':') {
        let from = text[..colon].rfind(['{', ',', '[']).map_or(line.content, |at| at + 1).max(line.content);
        let name = &text[from..colon];
        let bare: String = name.chars().filter(|c| !is_filler(*c)).collect();
        let bare = bare.trim_start_matches('-');
        if !words.has(bare) || marks.quotes.iter().any(|(at, _)| *at < colon) {
            continue;
        }
        let mut at = from;
        for part in name.split_inclusive(|c| !is_filler(c)) {
            let filler = part.trim_end_matches(|c| !is_filler(c)).len();
            found.extend(odd(at, at + filler));
            at += part.len();
        }
        found.extend(odd(colon + 1, run_after(colon + 1)));
    }
    found.sort_unstable();
    found.dedup();
    found
}
