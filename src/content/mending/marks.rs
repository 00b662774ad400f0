//! What stands where in one line: starts of keys and values, quotes and brackets without a partner, ends.

use super::effort::look_at;

/// Places of a line, in bytes.
#[derive(Debug, Default)]
pub(super) struct Marks {
    /// Where a key or a value starts.
    pub(super) starts: Vec<Start>,
    /// Where a value may end: before `,`, `]` and `}`, and before what follows the last one.
    pub(super) ends: Vec<usize>,
    /// Quotes that open and do not close well.
    pub(super) quotes: Vec<(usize, char)>,
    /// Brackets that open and do not close.
    pub(super) open: Vec<(usize, char)>,
    /// Brackets that close and did not open.
    pub(super) stray: Vec<(usize, char)>,
    /// Where a comment begins, or the line ends.
    pub(super) end: usize,
}

/// Where something starts.
#[derive(Debug, Clone, Copy)]
pub(super) struct Start {
    /// Bytes before it.
    pub(super) at: usize,
    /// True after a colon.
    pub(super) is_value: bool,
}

/// The places of a line from its first key or value on.
pub(super) fn marks(line: &str, from: usize) -> Marks {
    look_at(line.len() - from);
    let mut walk = Walk { line, marks: Marks::default(), open: Vec::new(), next: Some(false) };
    let mut at = from;
    while let Some(c) = line[at..].chars().next() {
        if c == '#' && (at == from || line[..at].ends_with([' ', '\t'])) {
            break;
        }
        at = walk.step(at, c);
    }
    let Walk { mut marks, open, .. } = walk;
    marks.end = from + line[from..at].trim_end().len();
    marks.ends.push(marks.end);
    marks.open.extend(open);
    marks
}

struct Walk<'t> {
    line: &'t str,
    marks: Marks,
    open: Vec<(usize, char)>,
    /// Set where something may start; true after a colon.
    next: Option<bool>,
}

impl Walk<'_> {
    /// Takes one character, or a quoted text; gives the place after it.
    fn step(&mut self, at: usize, c: char) -> usize {
        let after = at + c.len_utf8();
        let rest = &self.line[after..];
        if c.is_whitespace() {
            return after;
        }
        let start = self.next.take();
        if let Some(is_value) = start {
            self.marks.starts.push(Start { at, is_value });
        }
        match c {
            '"' | '\'' if start.is_some() => match closing(self.line, after, c) {
                Some(end) => return end,
                None => self.marks.quotes.push((at, c)),
            },
            '{' | '[' if start.is_some() => {
                self.open.push((at, c));
                self.next = Some(false);
            }
            '}' | ']' => self.close(at, c),
            ',' if !self.open.is_empty() => {
                self.marks.ends.push(at);
                self.next = Some(false);
            }
            ':' if rest.is_empty() || rest.starts_with(' ') => self.next = Some(true),
            '-' if start == Some(false) && rest.starts_with(' ') => self.next = start,
            _ => {}
        }
        after
    }

    fn close(&mut self, at: usize, c: char) {
        self.marks.ends.push(at);
        let opening = if c == '}' { '{' } else { '[' };
        match self.open.iter().rposition(|(_, open)| *open == opening) {
            Some(index) => {
                self.marks.open.extend(self.open.drain(index + 1..));
                self.open.pop();
            }
            None => self.marks.stray.push((at, c)),
        }
    }
}

/// The place after a quoted text; `None` if it does not close, or something other than an end follows.
fn closing(line: &str, from: usize, quote: char) -> Option<usize> {
    let end = first_quote(line, from, quote)?;
    let is_end = line[end..].trim_start().chars().next().is_none_or(|c| ",]}:#".contains(c));
    is_end.then_some(end)
}

/// The place after the first quote that is not part of the text that it ends.
pub(super) fn first_quote(line: &str, from: usize, quote: char) -> Option<usize> {
    let mut rest = line[from..].char_indices().peekable();
    while let Some((at, c)) = rest.next() {
        let is_doubled = c == quote && quote == '\'' && rest.peek().is_some_and(|(_, next)| *next == quote);
        if is_doubled || (c == '\\' && quote == '"') {
            rest.next();
        } else if c == quote {
            return Some(from + at + quote.len_utf8());
        }
    }
    None
}
