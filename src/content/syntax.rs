//! Why a text is not YAML, told in the words of the person who typed it. The parser names a place and a
//! rule of the grammar; the usual mistakes (tab, colon, quote, bracket, indentation) are found by looking
//! at the lines around that place.

use super::findings::syntax as finding;
use super::piece::Source;
use crate::finding::{Finding, Span};

/// Lines before the parser's place in which the cause of an error is looked for.
const LINES_BACK: usize = 6;

/// The finding for a place where the parser gave up: its `info` is never shown.
pub(super) fn explain_syntax_error(source: Source<'_>, info: &str, line: u32, column: u32) -> Finding {
    let last_line = usize::try_from(line).unwrap_or(1);
    let lines: Vec<&str> =
        source.text.split('\n').take(last_line).map(|line| line.trim_end_matches('\r')).collect();
    let around = Around { source, lines, line, column };
    around
        .tab()
        .or_else(|| around.unclosed_quote())
        .or_else(|| around.by_info(info))
        .unwrap_or_else(|| finding::unreadable(around.at()))
}

struct Around<'a> {
    source: Source<'a>,
    /// The text up to the parser's place, line by line.
    lines: Vec<&'a str>,
    line: u32,
    column: u32,
}

impl<'a> Around<'a> {
    fn at(&self) -> Span {
        let is_past_end = self.lines.last().is_none_or(|line| line.trim().is_empty());
        let last_text = self.lines.iter().rposition(|line| !line.trim().is_empty());
        match last_text {
            Some(index) if is_past_end => {
                let length = self.lines[index].trim_end().chars().count();
                self.span(index, length.saturating_sub(1), 1)
            }
            _ => Span::new(self.source.file, self.line + self.source.lines_before, self.column, 1),
        }
    }

    /// A place by index of line, characters before it, and length.
    fn span(&self, line_index: usize, before: usize, length: usize) -> Span {
        let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
        let line = number(line_index + 1) + self.source.lines_before;
        Span::new(self.source.file, line, number(before + 1), number(length))
    }

    /// The last lines, latest first, with their indexes.
    fn latest(&self) -> impl Iterator<Item = (usize, &'a str)> + '_ {
        self.lines.iter().copied().enumerate().rev().take(LINES_BACK)
    }

    fn last(&self) -> (usize, &'a str) {
        self.latest().find(|(_, line)| !line.trim().is_empty()).unwrap_or((0, ""))
    }

    fn tab(&self) -> Option<Finding> {
        self.latest().take(3).find_map(|(index, line)| {
            let indent = &line[..line.len() - line.trim_start().len()];
            let before = indent.chars().position(|c| c == '\t' || c == '\u{a0}')?;
            let at = self.span(index, before, indent.chars().count() - before);
            Some(if indent.contains('\t') { finding::tab(at) } else { finding::odd_space(at) })
        })
    }

    fn unclosed_quote(&self) -> Option<Finding> {
        self.latest().find_map(|(index, line)| {
            let start = value_start(line)?;
            let quote = line[start..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
            let rest = &line[start + 1..];
            let is_closed = match quote {
                '"' => rest.replace("\\\\", "").replace("\\\"", "").contains('"'),
                _ => rest.contains('\''),
            };
            let before = line[..start].chars().count();
            (!is_closed).then(|| finding::unclosed_quote(self.span(index, before, 1), quote))
        })
    }

    fn by_info(&self, info: &str) -> Option<Finding> {
        let (index, line) = self.last();
        let has = |parts: &[&str]| parts.iter().any(|part| info.contains(part));
        if has(&["anchor", "alias"]) {
            return Some(finding::alias(self.at()));
        }
        if has(&["escape", "hexadecimal"]) {
            return Some(finding::backslash(self.wrong_escape().unwrap_or_else(|| self.at())));
        }
        if has(&["unprintable", "byte order mark"]) {
            return Some(finding::control_character(self.at()));
        }
        if has(&["tag", "handle"]) {
            return Some(finding::tag(self.at(), "!"));
        }
        if has(&["recursion"]) {
            return Some(finding::too_deep(self.at(), self.source.depth));
        }
        if has(&["trailing content after"]) {
            return Some(finding::text_after_quote(self.at()));
        }
        if let Some(reserved) = self.reserved_start() {
            return Some(reserved);
        }
        if has(&["mapping values are not allowed", "illegal placement of ':'", "simple key"])
            && let Some(colon) = self.colon_in_value(index, line)
        {
            return Some(colon);
        }
        if has(&["flow", "bracket", "[]{}", "unexpected eof", "unexpected end of plain"]) {
            return Some(self.unclosed_bracket().unwrap_or_else(|| finding::bracket(self.at())));
        }
        if let Some(dash) = self.dash_without_space() {
            return Some(dash);
        }
        if let Some(found) = self.missing_colon(index, line) {
            return Some(found);
        }
        if has(&["node content", "followed by a valid YAML whitespace"]) {
            return Some(finding::bracket(self.at()));
        }
        if has(&["indent", "block", "key", "sequence", "mapping"]) {
            let indent = line.len() - line.trim_start().len();
            return Some(finding::indentation(self.span(index, indent, line.trim().chars().count())));
        }
        None
    }

    /// The backslash of an escape that YAML does not know.
    fn wrong_escape(&self) -> Option<Span> {
        let (index, line) = self.last();
        let mut rest = line.char_indices();
        while let Some((at, c)) = rest.next() {
            if c != '\\' {
                continue;
            }
            let is_known = rest.next().is_some_and(|(_, escaped)| "0abtnvfre \"/\\N_LP".contains(escaped));
            if !is_known {
                return Some(self.span(index, line[..at].chars().count(), 2));
            }
        }
        None
    }

    /// `nama: Koperasi: Contoh`.
    fn colon_in_value(&self, index: usize, line: &str) -> Option<Finding> {
        let start = value_start(line)?;
        let value = line[start..].trim_end();
        let colon = value.find(": ").or_else(|| value.ends_with(':').then(|| value.len() - 1))?;
        let before = line[..start + colon].chars().count();
        let key = line[..start].trim_start();
        Some(finding::colon_in_value(self.span(index, before, 1), key, value))
    }

    /// The bracket that is still open at the parser's place, or that a bracket of the other kind closes.
    fn unclosed_bracket(&self) -> Option<Finding> {
        let mut open: Vec<(usize, usize, char)> = Vec::new();
        let last = self.lines.len().checked_sub(1)?;
        for (index, line) in self.lines.iter().enumerate() {
            let until = if index == last { usize::try_from(self.column).ok()? } else { usize::MAX };
            let mut before = ' ';
            let mut quote: Option<char> = None;
            for (column, c) in line.chars().enumerate().take(until) {
                let starts_value = matches!(before, ' ' | '[' | '{' | ',' | ':');
                match c {
                    _ if quote == Some(c) => quote = None,
                    _ if quote.is_some() => {}
                    '"' | '\'' if starts_value => quote = Some(c),
                    '#' if before == ' ' => break,
                    '[' | '{' if starts_value => open.push((index, column, c)),
                    ']' | '}' => match open.pop() {
                        Some((_, _, '[')) if c == ']' => {}
                        Some((_, _, '{')) if c == '}' => {}
                        Some((index, column, other)) => {
                            return Some(finding::unclosed_bracket(self.span(index, column, 1), other));
                        }
                        None => return None,
                    },
                    _ => {}
                }
                before = c;
            }
        }
        let (index, column, bracket) = open.pop()?;
        // On the same line it may as well be a comma too many.
        (index < last || self.is_at_end())
            .then(|| finding::unclosed_bracket(self.span(index, column, 1), bracket))
    }

    /// True if nothing follows the parser's place in its line.
    fn is_at_end(&self) -> bool {
        let column = usize::try_from(self.column).unwrap_or(1);
        self.lines.last().is_none_or(|line| line.trim_end().chars().count() < column)
    }

    /// `-nama: A`.
    fn dash_without_space(&self) -> Option<Finding> {
        self.latest().take(3).find_map(|(index, line)| {
            let text = line.trim_start();
            let value = text.strip_prefix('-').filter(|rest| rest.starts_with(char::is_alphabetic))?;
            let before = line.chars().count() - text.chars().count();
            Some(finding::no_space_after_dash(self.span(index, before, 1), value.trim_end()))
        })
    }

    /// `surel @akun`: a value that starts with a character that YAML keeps for itself.
    fn reserved_start(&self) -> Option<Finding> {
        self.latest().take(2).find_map(|(index, line)| {
            let start = value_start(line).unwrap_or(line.len() - line.trim_start().len());
            let first = line[start..].chars().next().filter(|c| matches!(c, '@' | '`' | '%'))?;
            let before = line[..start].chars().count();
            Some(finding::reserved_start(self.span(index, before, 1), first, line[start..].trim_end()))
        })
    }

    /// `nama Koperasi` or `nama:Koperasi`.
    fn missing_colon(&self, index: usize, line: &str) -> Option<Finding> {
        let text = line.trim_start().trim_start_matches("- ").trim_start();
        let before = line[..line.len() - text.len()].chars().count();
        let at = self.span(index, before, text.trim_end().chars().count().max(1));
        let word = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
        let key_end = text.find(|c| !word(c)).filter(|end| *end > 0)?;
        let after = &text[key_end..];
        if after.starts_with(':') && !after[1..].is_empty() && !after[1..].starts_with([' ', '/']) {
            return Some(finding::no_space_after_colon(at, &text[..key_end], &after[1..]));
        }
        let is_key_like =
            after.starts_with(' ') && !text.contains(':') && !text.starts_with(['[', '{', '"', '\'']);
        is_key_like.then(|| finding::missing_colon(at, &text[..key_end], after.trim()))
    }
}

/// Byte offset of the value in `key: value`, `- value` or `- key: value`; `None` where there is none.
fn value_start(line: &str) -> Option<usize> {
    let indent = line.len() - line.trim_start().len();
    let mut start = indent;
    while line[start..].starts_with("- ") {
        start += 2;
        start += line[start..].len() - line[start..].trim_start().len();
    }
    let is_item = start > indent;
    let rest = &line[start..];
    if rest.starts_with(['"', '\'']) && is_item {
        return Some(start);
    }
    let colon = rest.find(": ").filter(|at| !rest[..*at].contains(['"', '\'', '#']));
    let after = match colon {
        Some(at) => start + at + 2,
        None if is_item => start,
        None => return None,
    };
    let start = after + line[after..].len() - line[after..].trim_start().len();
    (start < line.len()).then_some(start)
}
