//! Changes of several lines of which one alone makes no sense: the numbers of a list, the quotes around a text with
//! numbers in it, and the commas of braces that go on over lines. Whether they help is not known here: the parser is
//! asked.

use super::cut;
use super::effort::look_at;
use super::guess::sign_for_colon;
use super::lines::{Kind, Line, without_comment};
use super::listed;
use super::marks::{first_quote, marks};
use super::mend::{Mend, Rule};
use super::spaces::glued_spaces;
use super::words::{Words, is_day_key, key_at};

/// Most lines that are changed at once.
const MOST: usize = 200;
/// Most lists that are open inside one another.
const DEPTH: usize = 8;

/// Every change of this kind that is worth trying.
pub(super) fn guesses(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let is_quoted = in_quotes(lines);
    let mut found = numbered(lines, words, &is_quoted);
    found.extend(commas(lines));
    found.extend(cut::guesses(lines, words));
    found.extend(colons(lines, words));
    found.extend(dashes_of_keys(lines, words));
    found.extend(texts_with_colons(lines, words, &is_quoted));
    found
}

/// Special spaces behind colons and dashes, and signs of items where the table of keys wants a list: certain without
/// asking the parser, which may stop at what is wrong with one of its items.
pub(super) fn certain(lines: &[Line<'_>], words: &Words) -> Option<Mend> {
    let spaces = glued_spaces(lines, words);
    spaces.or_else(|| listed::guesses(lines, words, &in_quotes(lines)).into_iter().next())
}

/// Lists whose items begin with a number, where the table does not say that one is wanted: each with all of its items.
fn numbered(lines: &[Line<'_>], words: &Words, is_quoted: &[bool]) -> Vec<Mend> {
    let numbers = (0..lines.len()).filter_map(|index| number(lines, index, words));
    let mut found: Vec<(Mend, usize)> = Vec::new();
    let mut texts: Vec<Mend> = Vec::new();
    for mend in numbers.filter(|mend| !is_quoted[mend.line]) {
        let index = mend.line;
        let is_list = |(first, last): &&mut (Mend, usize)| is_one_list(lines, first.line, *last, index);
        if let Some((first, last)) = found.iter_mut().rev().take(DEPTH).find(is_list) {
            *last = index;
            if first.also.len() < MOST {
                first.also.push(mend);
            }
            continue;
        }
        match place(lines, index) {
            Place::PerhapsList => found.push((mend, index)),
            Place::Text if texts.last().is_some_and(|text| text.last_line() >= index) => {}
            Place::Text => texts.extend(quotes_around(lines, index)),
        }
    }
    found.into_iter().map(|(mend, _)| mend).chain(texts).collect()
}

/// Where a numbered line stands.
enum Place {
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
    look_at(index - last);
    let is_below = |line: &Line<'_>| line.kind != Kind::Structure || line.column > column || line.has_dash();
    lines[index].column == column && lines[last + 1..index].iter().all(is_below)
}

/// Where a numbered line stands.
fn place(lines: &[Line<'_>], index: usize) -> Place {
    let line = &lines[index];
    let above = lines[..index].iter().rfind(|line| line.kind != Kind::Blank);
    let is_opened = above.is_some_and(|above| {
        let value = without_comment(above.content());
        above.kind == Kind::Structure && value[key_at(value).len()..].trim_start() == ":"
    });
    let is_in_list = line.levels.iter().any(|level| level.is_list && level.column == line.column);
    if is_opened || is_in_list { Place::PerhapsList } else { Place::Text }
}

/// Texts that go on over lines, of which one looks like a key that nobody knows: `Desa: Margamukti` below `alamat:`.
fn texts_with_colons(lines: &[Line<'_>], words: &Words, is_quoted: &[bool]) -> Vec<Mend> {
    let mut found: Vec<Mend> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let is_key = line.kind == Kind::Structure && !line.has_dash() && line.content().contains(": ");
        let is_told = is_quoted[index] || found.last().is_some_and(|mend| mend.last_line() >= index);
        if is_key && !is_told && !words.has(key_at(line.content())) {
            let mend = quotes_around(lines, index).filter(|mend| begins_as_text(lines, mend.line, words));
            found.extend(mend);
        }
    }
    found
}

/// True for the first line of a text: `tentang: Kami petani`, or one without a colon below `alamat:`.
fn begins_as_text(lines: &[Line<'_>], index: usize, words: &Words) -> bool {
    let is_prose = |line: &Line<'_>| line.is_keyed() && words.is_prose(key_at(line.content()));
    let is_below = |above: &usize| !lines[index].content().contains(": ") && is_prose(&lines[*above]);
    is_prose(&lines[index]) || index.checked_sub(1).as_ref().is_some_and(is_below)
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
    let value =
        marks(lines[start].text, lines[start].content).starts.iter().find(|at| at.is_value).map(|at| at.at);
    // A text may begin below its key.
    let (start, value) = match value {
        Some(value) => (start, value),
        None => (start + 1, lines.get(start + 1).filter(|line| line.kind == Kind::Structure)?.content),
    };
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
    let is_inside = |below: &&Line<'_>| {
        look_at(below.text.len());
        below.column > line.column || below.text.trim().is_empty()
    };
    let mut below = lines[index + 1..].iter().take_while(is_inside).take(MOST);
    below.position(|below| first_quote(below.text, 0, quote).is_some()).map(|at| index + 1 + at)
}

/// Dashes before the keys of a part that is no list: `- whatsapp: …` below `kontak:`.
fn dashes_of_keys(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let is_opener = |line: &Line<'_>| {
        let value = if line.kind == Kind::Structure { without_comment(line.content()) } else { "" };
        let key = key_at(value);
        words.is_part(key) && value[key.len()..].trim_start() == ":"
    };
    let below = |opener: usize| {
        let own = lines[opener].text[..lines[opener].content].chars().count();
        let items = (opener + 1..lines.len()).filter(|index| lines[*index].kind != Kind::Blank);
        let items = items.take_while(|index| lines[*index].has_dash() && lines[*index].column >= own);
        let mut mends = items.take(MOST).map(|index| {
            let line = &lines[index];
            let with = " ".repeat(line.column);
            Mend {
                line: index,
                from: 0,
                to: line.content,
                with,
                rule: Rule::ExtraDash,
                rank: 2,
                also: Vec::new(),
            }
        });
        let first = mends.next()?;
        Some(Mend { also: mends.collect(), ..first })
    };
    (0..lines.len()).filter(|index| is_opener(&lines[*index])).filter_map(below).collect()
}

/// Lines below one another that begin with a key and have no colon, or another sign: YAML reads them as one text.
fn colons(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let column = |line: &Line<'_>| line.text[..line.content].chars().count();
    let mut found = Vec::new();
    let mut index = 0;
    while index < lines.len() {
        let first = index;
        index += 1;
        if !is_bare(&lines[first], words) {
            continue;
        }
        let is_next = |line: &&Line<'_>| {
            !line.has_dash() && column(line) == column(&lines[first]) && is_bare(line, words)
        };
        let count = lines[index..].iter().take_while(is_next).take(MOST).count();
        index += count;
        if count > 0 {
            let mut mends = (first..index).flat_map(|index| colon(lines, index, index == first, words));
            found.extend(mends.next().map(|start| Mend { also: mends.collect(), ..start }));
        }
    }
    found
}

/// `harga 9.000`, `senin-jumat 08.00-16.00`.
fn is_bare(line: &Line<'_>, words: &Words) -> bool {
    let content = line.content();
    let key = key_at(content);
    let value = content[key.len()..].trim_start_matches([' ', '\t']);
    let is_apart = !value.is_empty() && content.len() - value.len() > key.len();
    line.kind == Kind::Structure
        && is_apart
        && words.has(key)
        && !value.starts_with(':')
        && !content.contains(": ")
        && (!is_day_key(key) || value.starts_with(|c: char| c.is_ascii_digit()))
}

/// The colon of such a line, and the dash before it where the table of keys wants a list.
fn colon(lines: &[Line<'_>], index: usize, is_first: bool, words: &Words) -> Vec<Mend> {
    let line = &lines[index];
    let end = line.content + key_at(line.content()).len();
    let mend = |from: usize, to: usize, with: String, rule: Rule| Mend {
        line: index,
        from,
        to,
        with,
        rule,
        rank: 2,
        also: Vec::new(),
    };
    let opener = index.checked_sub(1).map(|above| lines[above].content());
    let is_item =
        opener.is_some_and(|opener| words.is_list(key_at(opener)) && opener.trim_end().ends_with(':'));
    let dash = (is_first && is_item && !line.has_dash()).then(|| line.column.checked_sub(2)).flatten();
    let dash =
        dash.map(|column| mend(0, line.leading, format!("{}- ", " ".repeat(column)), Rule::MissingDash));
    let colon = match sign_for_colon(&line.text[end..], true) {
        Some((length, sign)) => mend(end, end + length, ": ".to_owned(), Rule::WrongColon(sign)),
        None => mend(end, end, ":".to_owned(), Rule::MissingColon),
    };
    dash.into_iter().chain([colon]).collect()
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
        let bare = next.trim_start_matches(['"', '\'']);
        let key = key_at(bare);
        let after = bare[key.len()..].trim_start_matches(['"', '\'']).trim_start();
        let end = marks(line.text, line.content).end;
        let is_item = next.starts_with('{') && line.text[..end].ends_with('}');
        if !is_item && (key.is_empty() || !after.starts_with(':')) {
            return None;
        }
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
