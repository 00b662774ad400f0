//! Texts between braces that go on over lines and are cut by their own commas: each gets its quotes, whatever line it
//! ends in.

use super::effort::look_at;
use super::lines::{Kind, Line};
use super::marks::{first_quote, marks};
use super::mend::{Mend, Rule, quote};
use super::words::Words;

/// Most lines between two braces that are looked at.
const MOST: usize = 200;

/// The quotes of every such text.
pub(super) fn guesses(lines: &[Line<'_>], words: &Words) -> Vec<Mend> {
    let mut found = Vec::new();
    let mut next = 0;
    while next < lines.len() {
        let line = &lines[next];
        let is_kept = line.kind == Kind::Structure && line.text.contains('{');
        let open = if is_kept { marks(line.text, line.content).open } else { Vec::new() };
        let Some((at, _)) = open.into_iter().find(|(_, sign)| *sign == '{') else {
            next += 1;
            continue;
        };
        let block = Block::of(lines, next, at);
        let (texts, end) = cut_texts(&block.text, words);
        found.extend(texts.into_iter().filter_map(|(from, to)| block.quotes(from, to)));
        next = end.map_or(next, |end| block.place(end).0) + 1;
    }
    found
}

/// What begins with a brace, on several lines.
struct Block {
    text: String,
    /// Of each line its index and the byte of the block at which it begins.
    starts: Vec<(usize, usize)>,
    /// Bytes of the first line before the brace.
    before: usize,
}

impl Block {
    fn of(lines: &[Line<'_>], first: usize, before: usize) -> Self {
        let mut block = Self { text: String::new(), starts: Vec::new(), before };
        for (index, line) in lines.iter().enumerate().skip(first).take(MOST) {
            block.starts.push((index, block.text.len()));
            block.text.push_str(if index == first { &line.text[before..] } else { line.text });
            block.text.push('\n');
        }
        block
    }

    /// Line and byte of the line, for a byte of the block.
    fn place(&self, at: usize) -> (usize, usize) {
        let nth = self.starts.partition_point(|(_, start)| *start <= at) - 1;
        let (line, start) = self.starts[nth];
        (line, at - start + if nth == 0 { self.before } else { 0 })
    }

    /// The quotes around a part of the block; `None` where other quotes are inside.
    fn quotes(&self, from: usize, to: usize) -> Option<Mend> {
        let value = &self.text[from..to];
        let ((line, start), (last, end)) = (self.place(from), self.place(to));
        let mend = |line: usize, from: usize, to: usize, with: String, also: Vec<Mend>| Mend {
            line,
            from,
            to,
            with,
            rule: Rule::CommaInText,
            rank: 2,
            also,
        };
        if line == last {
            return Some(mend(line, start, end, quote(value), Vec::new()));
        }
        let sign = || "\"".to_owned();
        let below = vec![mend(last, end, end, sign(), Vec::new())];
        (!value.contains(['"', '\\'])).then(|| mend(line, start, start, sign(), below))
    }
}

/// A bracket that is open.
struct Open {
    is_map: bool,
    /// Where the piece begins that ends with the next comma or bracket.
    piece: usize,
    /// True if that piece holds brackets or quotes.
    is_closed: bool,
    /// The plain text of the last key: where it begins and ends, and whether a comma cuts it.
    value: Option<(usize, usize, bool)>,
}

/// Places of the texts that are cut, and that of the bracket which closes the first one.
fn cut_texts(block: &str, words: &Words) -> (Vec<(usize, usize)>, Option<usize>) {
    let mut found = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut at = 0;
    look_at(block.len());
    while let Some(c) = block[at..].chars().next() {
        let after = at + c.len_utf8();
        let is_start = open.last().is_none_or(|open| is_value_start(&block[open.piece..at]));
        match c {
            '{' | '[' if is_start => {
                if let Some(outer) = open.last_mut() {
                    outer.is_closed = true;
                }
                open.push(Open { is_map: c == '{', piece: after, is_closed: false, value: None });
            }
            '"' | '\'' if is_start => {
                let Some(end) = first_quote(block, after, c) else { return (found, None) };
                open.iter_mut().rev().take(1).for_each(|open| open.is_closed = true);
                at = end;
                continue;
            }
            ',' | '}' | ']' => {
                let Some(inner) = open.last_mut() else { return (found, None) };
                found.extend(inner.end_piece(block, at, words));
                inner.piece = after;
                if c != ',' {
                    found.extend(inner.end_value());
                    open.pop();
                }
                if open.is_empty() {
                    return (found, Some(at));
                }
            }
            '#' if block[..at].ends_with([' ', '\n']) => return (found, None),
            _ => {}
        }
        at = after;
    }
    (Vec::new(), None)
}

/// True where a value may start in a piece: at its beginning, or behind its colon.
fn is_value_start(piece: &str) -> bool {
    let piece = piece.trim_end();
    piece.is_empty() || piece.ends_with(':')
}

impl Open {
    /// Takes the piece that ends here: another key, or more of the text of the last one.
    fn end_piece(&mut self, block: &str, end: usize, words: &Words) -> Option<(usize, usize)> {
        let whole = &block[self.piece..end];
        let piece = whole.trim();
        let start = self.piece + (whole.len() - whole.trim_start().len());
        let is_closed = std::mem::take(&mut self.is_closed);
        let colon = piece
            .find(": ")
            .or_else(|| piece.find(":\n"))
            .or_else(|| piece.ends_with(':').then(|| piece.len() - 1));
        if !self.is_map || piece.is_empty() {
            return None;
        }
        if colon.is_none() && !is_closed && !words.has(piece) && self.value.is_some() {
            if let Some((_, end, is_cut)) = &mut self.value {
                (*end, *is_cut) = (start + piece.len(), true);
            }
            return None;
        }
        let ended = self.end_value();
        self.value = colon.filter(|_| !is_closed).and_then(|colon| {
            let value = piece[colon + 1..].trim_start();
            (!value.is_empty()).then(|| (start + piece.len() - value.len(), start + piece.len(), false))
        });
        ended
    }

    fn end_value(&mut self) -> Option<(usize, usize)> {
        self.value.take().filter(|(.., is_cut)| *is_cut).map(|(from, to, _)| (from, to))
    }
}
