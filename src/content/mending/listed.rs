//! Lists below a key that wants one, of which some items begin with something other than a dash: all of a list at once,
//! since YAML reads its lines as one text, and takes no list that has dashes and numbers.

use super::bullet::{Bullet, bullet};
use super::lines::{Kind, Line, without_comment};
use super::mend::{Mend, Rule};
use super::words::{Words, key_at};

/// Most lines that are changed at once.
const MOST: usize = 200;

/// The dashes of every such list.
pub(super) fn guesses(lines: &[Line<'_>], words: &Words, is_quoted: &[bool]) -> Vec<Mend> {
    let openers = (0..lines.len()).filter(|index| !is_quoted[*index] && opens_list(&lines[*index], words));
    openers.filter_map(|index| dashes(lines, index, words)).collect()
}

/// True for `syarat:` and `produk:` with nothing behind it.
pub(super) fn opens_list(line: &Line<'_>, words: &Words) -> bool {
    let value = if line.kind == Kind::Structure { without_comment(line.content()) } else { "" };
    let key = key_at(value);
    value[key.len()..].trim_start() == ":" && (words.is_list(key) || words.is_several(key))
}

/// The dashes of the list below a key; `None` if it has all of them, or is no list.
fn dashes(lines: &[Line<'_>], opener: usize, words: &Words) -> Option<Mend> {
    let key = key_at(lines[opener].content());
    let is_text = words.is_several(key);
    let own = lines[opener].text[..lines[opener].content].chars().count();
    let below = || (opener + 1..lines.len()).filter(|index| lines[*index].kind != Kind::Blank);
    let column = below().next().map(|first| lines[first].column).filter(|column| *column >= own)?;
    let mut found: Vec<Mend> = Vec::new();
    for index in below().take_while(|index| lines[*index].column >= column) {
        let line = &lines[index];
        if line.column > column {
            continue;
        }
        // `-nama: Kopi` is looked at by itself: its other keys may stand anywhere.
        let sign =
            bullet(&line.text[line.leading..]).filter(|sign| is_text || sign.rule != Rule::SpaceAfterDash);
        match sign {
            Some(bullet) if found.len() < MOST => found.push(dash(lines, index, bullet)),
            None if line.has_dash() => {}
            _ => break,
        }
    }
    let mut found = found.into_iter();
    let first = found.next()?;
    // As one text it can be read, if nobody asks more of it than that it is text.
    let rank = u8::from(words.is_texts(key));
    Some(Mend { also: found.collect(), rank, ..first })
}

/// The dash in place of a sign, so wide that the keys below stay aligned.
fn dash(lines: &[Line<'_>], index: usize, bullet: Bullet) -> Mend {
    let line = &lines[index];
    let item = &line.text[line.leading + bullet.length..];
    let next = lines[index + 1..].iter().find(|line| line.kind != Kind::Blank);
    let below = next.filter(|next| next.is_keyed() && !next.has_dash()).and_then(|next| {
        let has_tab = next.text[..next.leading].contains('\t');
        next.column.checked_sub(line.column).filter(|columns| *columns >= 2 && !has_tab)
    });
    let is_keyed = item.split(['{', ' ']).next().is_some_and(|word| word.contains(':'));
    let natural = if is_keyed { line.text[line.leading..][..bullet.length].chars().count() } else { 2 };
    let columns = below.filter(|_| is_keyed).unwrap_or(natural).max(2);
    let with = if item.is_empty() { "-".to_owned() } else { format!("{:<columns$}", "-") };
    let rule = bullet.rule;
    let (from, to) = (line.leading, line.leading + bullet.length);
    if rule == Rule::SpaceAfterDash {
        return Mend { line: index, from: to, to, with: " ".to_owned(), rule, rank: 0, also: Vec::new() };
    }
    Mend { line: index, from, to, with, rule, rank: 0, also: Vec::new() }
}
