//! Changes of several lines of which one alone makes no sense: the numbers of a list, the quotes around a text with
//! numbers in it, and the commas of braces that go on over lines. Whether they help is not known here: the parser is
//! asked.

use super::lines::{Kind, Line, without_comment};
use super::marks::{first_quote, marks};
use super::mend::{Mend, Rule};
use super::words::{Words, key_at};

/// Most lines that are changed at once.
const MOST: usize = 200;
/// Most lists that are open inside one another.
const DEPTH: usize = 8;

/// Every change of this kind that is worth trying.
pub(super) fn guesses(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let mut found = numbered(lines, words);
    found.extend(commas(lines));
    found
}

/// Numbers where the table of keys wants a list: certain without asking the parser, which may stop at what is wrong
/// with one of its items.
pub(super) fn certain(lines: &[Line<'_>], words: &Words) -> Option<Mend> {
    numbered(lines, words).into_iter().find(|mend| mend.rank == 0)
}

/// Lists whose items begin with a number: each with all of its items, since the parser takes no list that has dashes
/// and numbers.
fn numbered(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let numbers: Vec<Mend> = (0..lines.len()).filter_map(|index| number(lines, index, words)).collect();
    if numbers.is_empty() {
        return numbers;
    }
    let is_quoted = in_quotes(lines);
    let mut found: Vec<(Mend, usize)> = Vec::new();
    let mut texts: Vec<Mend> = Vec::new();
    for mend in numbers.into_iter().filter(|mend| !is_quoted[mend.line]) {
        let index = mend.line;
        let is_list = |(first, last): &&mut (Mend, usize)| is_one_list(lines, first.line, *last, index);
        if let Some((first, last)) = found.iter_mut().rev().take(DEPTH).find(is_list) {
            *last = index;
            if first.also.len() < MOST {
                first.also.push(mend);
            }
            continue;
        }
        match place(lines, index, words) {
            Place::List => found.push((Mend { rank: 0, ..mend }, index)),
            Place::PerhapsList => found.push((mend, index)),
            Place::Text if texts.last().is_some_and(|text| text.last_line() >= index) => {}
            Place::Text => texts.extend(quotes_around(lines, index)),
        }
    }
    found.into_iter().map(|(mend, _)| mend).chain(texts).collect()
}

/// Where a numbered line stands.
enum Place {
    /// Below a key that wants a list.
    List,
    /// Below a key without a text, or among the items of a list.
    PerhapsList,
    /// Below a text, with which it goes on.
    Text,
}

/// The dash in place of the number of `1. nama: Kopi` or `1. {nama: Kopi}`.
fn number(lines: &[Line<'_>], index: usize, words: &Words) -> Option<Mend> {
    let line = lines.get(index).filter(|line| line.kind == Kind::Structure && !line.has_dash())?;
    let content = line.content();
    let digits = content.len() - content.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let rest = content[digits..].strip_prefix(['.', ')']).filter(|_| (1..=2).contains(&digits))?;
    let item = rest.trim_start();
    let inside = item.strip_prefix('{').map(str::trim_start);
    let key = key_at(inside.unwrap_or(item));
    let is_key = words.has(key) && inside.unwrap_or(item)[key.len()..].trim_start().starts_with(':');
    let (from, to) = (line.content, line.text.len() - item.len());
    // As wide as it was: what stands below is aligned with what follows.
    let columns = if inside.is_some() { 2 } else { to - from };
    let with = format!("{:<columns$}", "-");
    is_key.then(|| Mend { line: index, from, to, with, rule: Rule::NumberForDash, rank: 2, also: Vec::new() })
}

/// True if a numbered line is one more item of the list that begins with a first and went on to a last one.
fn is_one_list(lines: &[Line<'_>], first: usize, last: usize, index: usize) -> bool {
    let column = lines[first].column;
    let is_below = |line: &Line<'_>| line.kind != Kind::Structure || line.column > column || line.has_dash();
    lines[index].column == column && lines[last + 1..index].iter().all(is_below)
}

/// Where a numbered line stands.
fn place(lines: &[Line<'_>], index: usize, words: &Words) -> Place {
    let line = &lines[index];
    let above = lines[..index].iter().rfind(|line| line.kind != Kind::Blank);
    let opener = above.filter(|above| above.kind == Kind::Structure).and_then(|above| {
        let value = without_comment(above.content());
        let key = key_at(value);
        (value[key.len()..].trim_start() == ":").then_some(key)
    });
    let is_in_list = line.levels.iter().any(|level| level.is_list && level.column == line.column);
    match opener {
        Some(key) if words.is_list(key) => Place::List,
        Some(_) => Place::PerhapsList,
        None if is_in_list => Place::PerhapsList,
        None => Place::Text,
    }
}

/// The quotes around a plain text that goes on over lines, of which one looks like a key.
fn quotes_around(lines: &[Line<'_>], index: usize) -> Option<Mend> {
    let column = |line: &Line<'_>| line.text[..line.content].chars().count();
    let start = (index.saturating_sub(MOST)..index).rfind(|above| {
        let line = &lines[*above];
        line.kind == Kind::Structure && column(line) < lines[index].column && line.is_keyed()
    })?;
    let is_part = |line: &&Line<'_>| line.text.trim().is_empty() || line.column > column(&lines[start]);
    let below = lines[start + 1..].iter().take_while(is_part).take(MOST);
    let count = below.clone().enumerate().filter(|(_, line)| !line.text.trim().is_empty()).last()?.0 + 1;
    let last = start + count;
    let value = marks(lines[start].text, lines[start].content).starts.iter().find(|at| at.is_value)?.at;
    let first = &lines[start].text[value..];
    let is_plain = |text: &str| !text.contains(['"', '\\']) && !text.contains(" #");
    let is_text = !first.starts_with(['\'', '{', '[', '|', '>', '#', '&', '*', '!', '@', '`', '%']);
    if last < index
        || count == MOST
        || !is_text
        || !is_plain(first)
        || !below.take(count).all(|line| is_plain(line.text))
    {
        return None;
    }
    let quote = |line: usize, at: usize, also: Vec<Mend>| Mend {
        line,
        from: at,
        to: at,
        with: "\"".to_owned(),
        rule: Rule::ColonInText,
        rank: 6,
        also,
    };
    let end = quote(last, lines[last].text.trim_end().len(), Vec::new());
    Some(quote(start, value, vec![end]))
}

/// Of each line whether it begins inside a quoted text that began further up.
fn in_quotes(lines: &[Line<'_>]) -> Vec<bool> {
    let mut inside = vec![false; lines.len()];
    let mut next = 0;
    while next < lines.len() {
        let last = quote_end(lines, next).unwrap_or(next);
        inside[next + 1..=last].fill(true);
        next = last + 1;
    }
    inside
}

/// The line in which a quote closes that a line opens and does not close.
fn quote_end(lines: &[Line<'_>], index: usize) -> Option<usize> {
    let line = lines.get(index).filter(|line| line.kind == Kind::Structure)?;
    let (_, quote) = *marks(line.text, line.content).quotes.last()?;
    let is_inside = |below: &&Line<'_>| below.column > line.column || below.text.trim().is_empty();
    let mut below = lines[index + 1..].iter().take_while(is_inside);
    below.position(|below| first_quote(below.text, 0, quote).is_some()).map(|at| index + 1 + at)
}

/// Braces with a key on each line and without the commas.
fn commas(lines: &[Line<'_>]) -> Vec<Mend> {
    let mut found = Vec::new();
    let mut start = None;
    let is_kept = |index: &usize| lines[*index].kind == Kind::Structure;
    for index in (0..lines.len()).filter(is_kept) {
        let line = &lines[index];
        if !line.text.contains(['{', '}']) {
            continue;
        }
        let marks = marks(line.text, line.content);
        if let Some(start) = start.filter(|_| marks.stray.iter().any(|(_, sign)| *sign == '}')) {
            let inside: Vec<usize> = (start..=index).filter(is_kept).take(MOST).collect();
            found.extend(commas_between(lines, &inside));
        }
        let is_open = marks.open.iter().any(|(_, sign)| *sign == '{');
        start = if is_open { Some(index) } else { start.filter(|_| marks.stray.is_empty()) };
    }
    found
}

/// The commas that are missing at the ends of lines.
fn commas_between(lines: &[Line<'_>], inside: &[usize]) -> Option<Mend> {
    let comma = |pair: &[usize]| {
        let (line, next) = (&lines[pair[0]], lines[pair[1]].content());
        let key = key_at(next);
        if key.is_empty() || !next[key.len()..].trim_start().starts_with(':') {
            return None;
        }
        let end = marks(line.text, line.content).end;
        let is_lost = !line.text[..end].ends_with([',', '{', '[', ':']);
        is_lost.then(|| Mend {
            line: pair[0],
            from: end,
            to: end,
            with: ",".to_owned(),
            rule: Rule::MissingComma,
            rank: 3,
            also: Vec::new(),
        })
    };
    let mut missing = inside.windows(2).filter_map(comma);
    let first = missing.next()?;
    Some(Mend { also: missing.collect(), ..first })
}
