//! What goes wrong between braces: a comma that belongs to a text, one that is not there; and quotes that are none to
//! YAML, which people put around texts because of such commas. Each as the part of a line that changes.

use super::effort::look_at;
use super::marks::Marks;
use super::mend::{Rule, is_curly, quote};
use super::words::{Words, is_key_letter, key_at};

/// Most quotes inside a text in quotes.
const MOST_QUOTES: usize = 16;

/// A part of a line, in bytes, what comes in its place, and why.
pub(super) struct Part {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) with: String,
    pub(super) rule: Rule,
    pub(super) rank: u8,
}

/// Every change of this kind that is worth trying.
pub(super) fn parts(text: &str, from: usize, marks: &Marks, words: &Words) -> Vec<Part> {
    let mut found = curly_quotes(text, marks);
    found.extend(round_brackets(text, marks, words));
    if text[from..marks.end.max(from)].contains('{') {
        let is_inside = in_braces(text);
        found.extend(cut_texts(text, marks, words, &is_inside));
        found.extend(missing_commas(text, from, marks, words, &is_inside));
        found.extend(hash_in_front(text, marks));
    }
    found
}

/// `“Kopi: bubuk”`, `“nama”: Kopi`, `"Kopi”`: from one quote to the one before which its value or key ends.
fn curly_quotes(text: &str, marks: &Marks) -> Vec<Part> {
    let is_quote = |c: char| is_curly(c) || matches!(c, '"' | '\'');
    let part = |start: usize| {
        let line = &text[..marks.end.max(start)];
        let first = line[start..].chars().next().filter(|c| is_quote(*c))?;
        let inside = start + first.len_utf8();
        let is_end = |at: usize, c: char| {
            let after = line[at + c.len_utf8()..].trim_start();
            after.is_empty() || after.starts_with([',', ']', '}', ':'])
        };
        let ends = line[inside..].char_indices().map(|(at, c)| (inside + at, c)).inspect(|_| look_at(1));
        let (end, last) =
            ends.filter(|(_, c)| is_quote(*c)).take(MOST_QUOTES).find(|(at, c)| is_end(*at, *c))?;
        if !is_curly(first) && !is_curly(last) {
            return None;
        }
        let words = line[inside..end].trim();
        let is_key = line[end + last.len_utf8()..].trim_start().starts_with(':');
        let is_bare = is_key && words.chars().all(is_key_letter);
        let with = if is_bare { words.to_owned() } else { quote(words) };
        let odd = if is_curly(first) { first } else { last };
        let to = end + last.len_utf8();
        (!words.is_empty()).then_some(Part { from: start, to, with, rule: Rule::CurlyQuote(odd), rank: 1 })
    };
    marks.starts.iter().filter_map(|start| part(start.at)).collect()
}

/// `(nama: Kopi, harga: Rp 9.000)`, also with a brace at one of its ends.
fn round_brackets(text: &str, marks: &Marks, words: &Words) -> Vec<Part> {
    let part =
        |from: usize, to: usize, with: String| Part { from, to, with, rule: Rule::RoundBrackets, rank: 1 };
    let around = |start: usize| {
        let inside = text[start..marks.end.max(start)].strip_prefix('(')?;
        let first = inside.trim_start_matches([' ', '"']);
        let key = key_at(first);
        let is_key = words.has(key) && first[key.len()..].trim_start_matches(['"', ' ']).starts_with(':');
        let end = if is_key { closing_round(inside) } else { None }?;
        Some(part(start, start + end + 2, format!("{{{}}}", &inside[..end])))
    };
    let mut found: Vec<Part> = marks.starts.iter().filter_map(|start| around(start.at)).collect();
    let open = marks.open.iter().find(|(at, open)| *open == '{' && !text[*at..marks.end].contains('('));
    if open.is_some() && text[..marks.end].ends_with(')') {
        found.push(part(marks.end - 1, marks.end, "}".to_owned()));
    }
    found
}

/// Where the bracket stands that closes a round one, or the brace in its place.
fn closing_round(inside: &str) -> Option<usize> {
    let mut depth = 0_usize;
    let end = inside.char_indices().find(|(_, c)| {
        look_at(1);
        match c {
            '(' | '{' => depth += 1,
            ')' | '}' if depth == 0 => return true,
            ')' | '}' => depth -= 1,
            _ => {}
        }
        false
    });
    end.map(|(at, _)| at)
}

/// `{nama: Kopi, bubuk, harga: Rp 9.000}` and `{nama: Kopi: bubuk, harga: Rp 9.000}`: up to the next key.
fn cut_texts(text: &str, marks: &Marks, words: &Words, is_inside: &[bool]) -> Vec<Part> {
    let part = |start: usize| {
        let rest = &text[start..marks.end.max(start)];
        look_at(rest.len());
        if !is_inside[start] || rest.starts_with(['"', '\'', '{', '[', '|', '>']) || rest.is_empty() {
            return None;
        }
        let piece_end =
            |from: usize| from + rest[from..].find([',', '}', ']', '{', '[']).unwrap_or(rest.len() - from);
        let mut end = piece_end(0);
        while rest[end..].starts_with(',') {
            let next = piece_end(end + 1);
            let piece = rest[end + 1..next].trim();
            let is_key = piece.contains(": ") || piece.ends_with(':');
            if piece.is_empty() || is_key || words.has(key_at(piece)) {
                break;
            }
            end = next;
        }
        let value = rest[..end].trim_end();
        // A key that is known has lost its comma.
        let is_key = |(colon, _): (usize, &str)| {
            let start = words.ending(&value[..colon]).map(|length| colon - length);
            start.is_some_and(|start| start == 0 || value[..start].ends_with(' '))
        };
        let has_colon = value.contains(": ") || value.ends_with(':');
        let has_colon = has_colon && !value.match_indices(':').any(is_key);
        let (with, rule, rank) = match with_dots(value) {
            Some(amount) if value.contains(',') => (amount, Rule::CommaInNumber, 2),
            _ if value.contains(',') => (quote(value), Rule::CommaInText, 2),
            _ if has_colon => (quote(value), Rule::ColonInText, 6),
            _ => return None,
        };
        Some(Part { from: start, to: start + value.len(), with, rule, rank })
    };
    marks.starts.iter().filter(|start| start.is_value).filter_map(|start| part(start.at)).collect()
}

/// `{nama: # Karta, jabatan: ketua}`: to YAML the rest of the line is a comment.
fn hash_in_front(text: &str, marks: &Marks) -> Option<Part> {
    let line = &text[..marks.end];
    let rest = text[marks.end..].trim_start();
    let is_open = marks.open.iter().any(|(_, open)| *open == '{') && line.ends_with(':');
    if !is_open || !rest.starts_with('#') {
        return None;
    }
    let (start, value) = (text.len() - rest.len(), rest.split([',', '}']).next()?.trim_end());
    // Braces that go on in the next line need the comma before it.
    let comma = if rest.contains([',', '}']) { "" } else { "," };
    let (to, with) = (start + value.len(), quote(value) + comma);
    Some(Part { from: start, to, with, rule: Rule::ReservedStart('#'), rank: 1 })
}

/// For each byte of a line whether it stands in braces.
fn in_braces(text: &str) -> Vec<bool> {
    look_at(text.len());
    let mut is_inside = false;
    let mut inside = Vec::with_capacity(text.len() + 1);
    for byte in text.bytes() {
        inside.push(is_inside);
        is_inside = byte == b'{' || (is_inside && byte != b'}');
    }
    inside.push(is_inside);
    inside
}

/// `Rp 35.000` for `Rp 35,000`; `None` for anything but thousands.
fn with_dots(value: &str) -> Option<String> {
    let number = value.trim_start_matches("Rp").trim_start_matches(['.', ' ']);
    let mut groups = number.split(',');
    let is_digits = |group: &str| group.bytes().all(|byte| byte.is_ascii_digit());
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
    (is_first && groups.all(|group| group.len() == 3 && is_digits(group))).then(|| value.replace(',', "."))
}

/// `{nama: Kopi harga: Rp 9.000}` and `[{nama: Kopi} {nama: Teh}]`, also with a semicolon in its place.
fn missing_commas(text: &str, from: usize, marks: &Marks, words: &Words, is_inside: &[bool]) -> Vec<Part> {
    let line = &text[..marks.end.max(from)];
    let comma = |before: usize, start: usize| {
        let mut gap = line[..before].trim_end().trim_end_matches(';').trim_end().len();
        // `{nama: Kopi: harga: …}`: behind a value, a colon stands where the comma belongs.
        if let Some(value) = line[..gap].strip_suffix(':')
            && value.rsplit([',', '{', '[']).next().is_some_and(|entry| entry.contains(": "))
        {
            gap = value.trim_end().len();
        }
        let is_lost = gap > from && !line[..gap].ends_with([',', '{', '[', ':']);
        is_lost.then(|| Part {
            from: gap,
            to: start,
            with: ", ".to_owned(),
            rule: Rule::MissingComma,
            rank: 2,
        })
    };
    let before_key = |colon: usize| {
        let after = &line[colon + 1..];
        let length = words.ending(&line[..colon]).filter(|_| after.is_empty() || after.starts_with(' '))?;
        let start = colon - length;
        let is_apart = line[..start].ends_with([' ', '"', '\'', ']', '}', ';']);
        (is_inside[start] && is_apart).then(|| comma(start, start)).flatten()
    };
    let before_brace = |at: usize| {
        let start = at + 1 + line[at + 1..].len() - line[at + 1..].trim_start_matches([' ', ';']).len();
        line[start..].starts_with('{').then(|| comma(at + 1, start)).flatten()
    };
    // Braces that go on in the next line.
    let is_open = marks.open.iter().any(|(_, open)| *open == '{');
    let at_end = (is_open && !line.ends_with([',', '{', '[', ':'])).then(|| Part {
        from: line.len(),
        to: line.len(),
        with: ",".to_owned(),
        rule: Rule::MissingComma,
        rank: 3,
    });
    let keys = line[from..].match_indices(':').filter_map(|(at, _)| before_key(from + at));
    let braces = line[from..].match_indices('}').filter_map(|(at, _)| before_brace(from + at));
    keys.chain(braces).chain(at_end).collect()
}
