//! Reads Rust well enough to see which names it uses; no parser, and none is needed.

use std::collections::BTreeSet;

/// The code of a file as words and signs: no comments, no text in quotes, no unit tests, which stand below
/// the code and may use what they like.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let is_code =
        |piece: &str| !piece.starts_with("//") && !piece.starts_with("/*") && quoted_length(piece).is_none();
    pieces(text).into_iter().filter(|piece| is_code(piece)).map(str::to_owned).collect()
}

/// The texts in quotes of a file, as they are typed, outside its unit tests.
pub(crate) fn literals(text: &str) -> Vec<String> {
    let quoted = |piece: &str| {
        let (start, end) = (piece.find('"')?, piece.rfind('"')?);
        let is_text = quoted_length(piece).is_some() && !piece.starts_with('\'') && start < end;
        is_text.then(|| piece[start + 1..end].to_owned())
    };
    pieces(text).into_iter().filter_map(quoted).collect()
}

/// Words, signs, comments and quoted texts, without the spaces between them and without unit tests.
fn pieces(text: &str) -> Vec<&str> {
    let mut rest = without_unit_tests(text);
    let mut pieces = Vec::new();
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = quoted_length(rest) {
            length
        } else if is_word(first) {
            rest.find(|c: char| !is_word(c)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };
        if !first.is_whitespace() {
            pieces.push(&rest[..length]);
        }
        rest = &rest[length..];
    }
    pieces
}

/// The text up to its unit tests, if they stand in the file itself: `mod tests;` names another one.
fn without_unit_tests(text: &str) -> &str {
    let begins_tests = |at: usize| {
        let item = text[at..].lines().skip(2).find(|line| !line.starts_with([' ', '#', ')']));
        item.is_some_and(|item| item.starts_with("mod ") && item.contains('{'))
    };
    let end = text.match_indices("\n#[cfg(test)]\n").map(|(at, _)| at).find(|at| begins_tests(*at));
    &text[..end.unwrap_or(text.len())]
}

/// Length of the string or character that the text begins with.
fn quoted_length(text: &str) -> Option<usize> {
    let raw = text.strip_prefix("br").or_else(|| text.strip_prefix('r'));
    if let Some(after) = raw {
        let hashes = after.chars().take_while(|c| *c == '#').count();
        if after[hashes..].starts_with('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            let start = text.len() - after.len() + hashes + 1;
            return Some(text[start..].find(&close).map_or(text.len(), |end| start + end + close.len()));
        }
    }
    let mut chars = text.char_indices();
    match chars.next()?.1 {
        '"' => {
            let mut escaped = false;
            for (at, c) in chars {
                match c {
                    _ if escaped => escaped = false,
                    '\\' => escaped = true,
                    '"' => return Some(at + 1),
                    _ => {}
                }
            }
            Some(text.len())
        }
        '\'' => {
            let (_, second) = chars.next()?;
            if second == '\\' {
                return text[3..].find('\'').map(|end| end + 4);
            }
            // A lifetime has no second quote.
            chars.next().filter(|(_, third)| *third == '\'').map(|(at, _)| at + 1)
        }
        _ => None,
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The rooms that code uses, by `crate::`, by enough `super::`, or (in the binary) by the crate's name.
pub(crate) fn used_rooms(tokens: &[String], depth: usize, is_binary: bool) -> BTreeSet<String> {
    let mut rooms = BTreeSet::new();
    let mut supers = 0;
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1).and_then(|at| tokens.get(at)).map(String::as_str);
        let is_path = tokens.get(at + 1).is_some_and(|next| next == "::");
        supers = match token.as_str() {
            "super" if is_path => supers + 1,
            "::" => supers,
            _ => 0,
        };
        let is_root = match token.as_str() {
            "crate" => before != Some("in") && before != Some("("),
            "super" => supers == depth,
            "etalase" => is_binary && before != Some("::"),
            _ => false,
        };
        if is_root && is_path {
            rooms.extend(names_after(tokens, at + 2));
        }
    }
    // `super::super::room` is read as a path only once its last `super` is reached.
    rooms.remove("super");
    rooms
}

/// The first names of a path or of each path in a group: `a` of `a::b`, `a` and `c` of `{a::b, c}`.
pub(crate) fn names_after(tokens: &[String], at: usize) -> Vec<String> {
    match tokens.get(at).map(String::as_str) {
        Some("{") => {
            let mut names = Vec::new();
            let mut depth = 0;
            let mut expects_name = false;
            for token in &tokens[at..] {
                match token.as_str() {
                    "{" => {
                        depth += 1;
                        expects_name = depth == 1;
                    }
                    "}" if depth == 1 => break,
                    "}" => depth -= 1,
                    "," => expects_name = depth == 1,
                    name if expects_name => {
                        names.push(name.to_owned());
                        expects_name = false;
                    }
                    _ => {}
                }
            }
            names
        }
        Some(name) => vec![name.to_owned()],
        None => Vec::new(),
    }
}

/// Every path of two names or more, those of a group one by one: `a::b` and `a::c` of `a::{b, c}`.
pub(crate) fn paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    let at_token = |at: usize| tokens.get(at).map_or("", String::as_str);
    for at in 0..tokens.len() {
        let before = at.checked_sub(1).map_or("", at_token);
        let is_visibility = before == "in" && at.checked_sub(2).map_or("", at_token) == "(";
        if before != "::" && at_token(at + 1) == "::" && !is_visibility {
            add_paths(tokens, at, &[], &mut found);
        }
    }
    found
}

/// Adds the paths that begin at a token, behind what stands before its group. Gives where they end.
fn add_paths(tokens: &[String], mut at: usize, before: &[String], found: &mut Vec<Vec<String>>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(at) {
        if token == "{" {
            at += 1;
            while tokens.get(at).is_some_and(|token| token != "}") {
                at = if tokens[at] == "," { at + 1 } else { add_paths(tokens, at, &path, found).max(at + 1) };
            }
            return at + 1;
        }
        if !token.starts_with(is_word) {
            break;
        }
        path.push(token.clone());
        at += 1;
        if tokens.get(at).is_none_or(|token| token != "::") {
            break;
        }
        at += 1;
    }
    // `use a::b as c`: the other name is no part of the path.
    if tokens.get(at).is_some_and(|token| token == "as") {
        at += 2;
    }
    found.push(path);
    at
}
