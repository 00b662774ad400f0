//! What may be wrong with one line, each as the change that would mend it. Whether it does is not known here:
//! the parser is asked.

use super::flow;
use super::lines::{Kind, Line};
use super::marks::{Marks, marks};
use super::mend::{Mend, Rule, is_odd, is_odd_space, is_unseen, quote};
use super::remarks::{lost_breaks, swallowed_by_comment};
use super::words::{Words, key_at};

/// Most changes of one line that are tried.
const MOST: usize = 40;
/// Longest line that is looked at, in bytes: what people type by hand is shorter.
const LONGEST: usize = 4_000;
/// What keyboards and office programs write for a colon.
const COLONS: [char; 7] = ['：', '；', ';', '=', '﹕', '∶', '꞉'];
/// What keyboards and chats write for the dash of a list.
const DASHES: [char; 14] = ['–', '—', '‒', '―', '−', '‐', '‑', '*', '•', '·', '▪', '●', '◦', '○'];

/// The changes of a line that are worth trying.
pub(super) fn guesses(line: &Line<'_>, number: usize, words: &Words, step: usize) -> Vec<Mend> {
    if line.text.len() > LONGEST {
        return Vec::new();
    }
    let mut guess = Guess { line, number, words, step, found: Vec::new() };
    match line.kind {
        Kind::Blank => {
            guess.leading();
            guess.comment(line.leading);
        }
        Kind::Text => {
            guess.text_column();
            guess.breaks();
        }
        Kind::Structure => guess.structure(),
    }
    guess.found
}

struct Guess<'l, 't> {
    line: &'l Line<'t>,
    number: usize,
    words: &'l Words,
    step: usize,
    found: Vec<Mend>,
}

impl Guess<'_, '_> {
    fn push(&mut self, from: usize, to: usize, with: impl Into<String>, rule: Rule, rank: u8) {
        if self.found.len() >= MOST {
            return;
        }
        let mend = Mend { line: self.number, from, to, with: with.into(), rule, rank, also: Vec::new() };
        if self.line.text[from..to] != *mend.with && !self.found.contains(&mend) {
            self.found.push(mend);
        }
    }

    fn structure(&mut self) {
        let marks = marks(self.line.text, self.line.content);
        self.odd_spaces(&marks);
        self.colons(&marks);
        self.dashes();
        self.quotes(&marks);
        self.brackets(&marks);
        for part in flow::parts(self.line.text, self.line.content, &marks, self.words) {
            self.push(part.from, part.to, part.with, part.rule, part.rank);
        }
        self.breaks();
        self.columns();
        self.missing_dash();
        self.plain_text(&marks);
        if marks.end < self.line.text.len() {
            let rest = &self.line.text[marks.end..];
            self.comment(self.line.text.len() - rest.trim_start().len());
        }
    }

    /// Special spaces, unseen characters and Tabs where YAML wants spaces.
    fn odd_spaces(&mut self, marks: &Marks) {
        let line = self.line;
        self.leading();
        for (from, to) in odd_places(line, marks, self.words) {
            let run = &line.text[from..to];
            let Some(odd) = run.chars().find(|c| *c != ' ') else { continue };
            let follows_sign = line.text[..from].ends_with([':', '-']);
            let has_width = run.chars().any(|c| c == ' ' || c == '\t' || is_odd_space(c));
            let is_space = follows_sign && (has_width || !line.text[to..].is_empty());
            self.push(from, to, if is_space { " " } else { "" }, Rule::OddSpace(odd), 0);
        }
    }

    /// The same at the start of the line.
    fn leading(&mut self) {
        let leading = &self.line.text[..self.line.leading];
        if leading.contains('\t') {
            self.indents(Rule::TabIndent, 1);
        } else if let Some(odd) = leading.chars().find(|c| is_odd(*c)) {
            self.push(0, self.line.leading, " ".repeat(shown_width(leading)), Rule::OddSpace(odd), 0);
            self.indents(Rule::OddSpace(odd), 1);
        }
    }

    /// Keys without a colon, with another sign in its place, or without a space behind it.
    fn colons(&mut self, marks: &Marks) {
        let text = self.line.text;
        for start in marks.starts.iter().filter(|start| !start.is_value) {
            let key = key_at(&text[start.at..]);
            let end = start.at + key.len();
            let after = &text[end..marks.end.max(end)];
            let is_known = self.words.has(key);
            if key.is_empty() || !(is_known || start.at == self.line.content) {
                continue;
            }
            let rank = if is_known { 1 } else { 7 };
            let sign = after.trim_start().chars().next();
            let is_dash = is_known && after.starts_with(" - ");
            if let Some(value) = after.strip_prefix(':') {
                if !value.is_empty() && !value.starts_with([' ', '/']) {
                    // With a space alone it would be a comment.
                    if value.starts_with('#') && !value.contains('"') {
                        let quoted = format!(" {}", quote(value));
                        self.push(end + 1, marks.end, quoted, Rule::SpaceAfterColon, rank);
                    } else {
                        self.push(end + 1, end + 1, " ", Rule::SpaceAfterColon, rank);
                    }
                }
            } else if let Some(sign) = sign.filter(|sign| is_dash || COLONS.contains(sign)) {
                let gap = after.len() - after.trim_start().len();
                let rest = after[gap + sign.len_utf8()..].trim_start();
                let with = if rest.is_empty() { ":" } else { ": " };
                self.push(end, marks.end - rest.len(), with, Rule::WrongColon(sign), rank);
            } else if is_known && !after.trim_start().starts_with(':') {
                let has_space = after.is_empty() || after.starts_with([' ', ',', '}']);
                self.push(end, end, if has_space { ":" } else { ": " }, Rule::MissingColon, 2);
            }
        }
    }

    /// A dash without its space, or another sign in its place.
    fn dashes(&mut self) {
        let content = self.line.content();
        let Some(first) = content.chars().next() else { return };
        let at = self.line.content;
        let after = at + first.len_utf8();
        if first == '-' && !content.starts_with("--") {
            self.push(after, after, " ", Rule::SpaceAfterDash, 1);
        } else if DASHES.contains(&first) {
            let rest = content[first.len_utf8()..].trim_start();
            self.push(at, self.line.text.len() - rest.len(), "- ", Rule::WrongDash(first), 1);
        }
    }

    /// Quotes without their partner.
    fn quotes(&mut self, marks: &Marks) {
        let text = self.line.text;
        for (at, quote) in marks.quotes.iter().take(MOST) {
            for end in marks.ends.iter().filter(|end| **end > *at) {
                let end = text[..*end].trim_end().len();
                self.push(end, end, *quote, Rule::CloseQuote(*quote), 2);
            }
        }
        let is_quote = |c: &char| matches!(c, '"' | '\'');
        let last = |end: usize| text[..end].trim_end().chars().next_back().filter(is_quote);
        let ends: Vec<(usize, char)> =
            marks.ends.iter().filter_map(|end| Some((*end, last(*end)?))).take(MOST).collect();
        for start in &marks.starts {
            for (end, quote) in ends.iter().copied().filter(|(end, _)| *end > start.at) {
                if self.found.len() >= MOST {
                    return;
                }
                let value = text[start.at..end].trim_end();
                if value.matches(quote).count() % 2 == 1 {
                    self.push(start.at, start.at, quote, Rule::OpenQuote(quote), 2);
                }
            }
        }
    }

    /// Brackets without their partner.
    fn brackets(&mut self, marks: &Marks) {
        for (at, open) in &marks.open {
            let close = if *open == '{' { '}' } else { ']' };
            for end in marks.ends.iter().rev().take_while(|end| **end > *at).take(MOST) {
                let end = self.line.text[..*end].trim_end().len();
                self.push(end, end, close, Rule::CloseBracket(*open), 2);
            }
        }
        for (at, close) in marks.stray.iter().take(MOST) {
            let open = if *close == '}' { '{' } else { '[' };
            // `[a]]`: what is open is closed already.
            if self.line.text[..*at].contains(open) {
                self.push(*at, at + 1, "", Rule::ExtraBracket(*close), 1);
            }
            for start in marks.starts.iter().filter(|start| start.at < *at) {
                self.push(start.at, start.at, open, Rule::OpenBracket(*close), 2);
            }
        }
    }

    /// Line breaks that got lost.
    fn breaks(&mut self) {
        for at in lost_breaks(self.line, self.words).into_iter().take(MOST) {
            self.break_at(at);
        }
    }

    /// The same behind a `#`, given its place.
    fn comment(&mut self, hash: usize) {
        let comment = &self.line.text[hash..];
        if let Some(at) = swallowed_by_comment(comment, self.words) {
            self.break_at(hash + at);
        }
    }

    /// What was the indentation of the second line stands before it.
    fn break_at(&mut self, at: usize) {
        let before = &self.line.text[..at];
        let from = before.trim_end().len();
        let sign = before[..from].chars().next_back().filter(|sign| matches!(sign, ',' | ';'));
        if let Some(sign) = sign.filter(|_| !before.contains('#')) {
            let from = before[..from].trim_end_matches(sign).trim_end().len();
            let own = self.line.text[..self.line.content].chars().count();
            self.push(from, at, format!("\n{}", " ".repeat(own)), Rule::SignForBreak(sign), 3);
        }
        let gap = before[from..].chars().count();
        let deeper = self.line.levels.last().map_or(0, |level| level.column + self.step);
        // Behind a dash: where the keys of its item stand.
        let own = Some(self.line.text[..self.line.content].chars().count()).filter(|_| self.line.has_dash());
        let above = self.line.levels.iter().rev().map(|level| level.column);
        let columns = own.into_iter().chain(above).chain([deeper]);
        let mut rank = 3;
        for column in std::iter::once(gap).chain(columns) {
            self.push(from, at, format!("\n{}", " ".repeat(column)), Rule::LineBreak, rank);
            rank = 4;
        }
    }

    /// The columns of the levels above, for a line that stands at none of them.
    fn columns(&mut self) {
        if !self.line.is_aligned(self.step) {
            let is_even = self.line.column.is_multiple_of(self.step);
            self.indents(Rule::Indentation, if is_even { 5 } else { 3 });
        }
    }

    fn indents(&mut self, rule: Rule, rank: u8) {
        let line = self.line;
        let is_after_text = line.text_column.is_some();
        let is_key = line.is_keyed() && self.words.has(key_at(line.content()));
        let is_deeper = line.follows_opener && !(is_after_text && is_key);
        let deeper = is_deeper.then(|| line.levels_column() + self.step);
        let columns = line.levels.iter().rev().map(|level| level.column);
        let text = line.text_column.filter(|_| !is_key);
        let first = if line.levels.is_empty() { Some(0) } else { None };
        for column in deeper.into_iter().chain(columns).chain(text).chain(first) {
            self.push(0, line.leading, " ".repeat(column), rule, rank);
        }
    }

    /// Text of a block that starts further right than it goes on, or stands left of where it began; and a key that got
    /// into the text by a space too many.
    fn text_column(&mut self) {
        let line = self.line;
        let leading = &line.text[..line.leading];
        let rule = match leading.chars().find(|c| *c != ' ') {
            Some('\t') => Rule::TabIndent,
            Some(odd) => Rule::OddSpace(odd),
            None => Rule::Indentation,
        };
        if line.is_keyed() && self.words.has(key_at(line.content())) {
            for level in line.levels.iter().rev().filter(|level| level.column < line.column) {
                self.push(0, line.leading, " ".repeat(level.column), rule, 2);
            }
        } else if let Some(column) = line.text_column.filter(|column| *column != line.column) {
            self.push(0, line.leading, " ".repeat(column), rule, 3);
        }
    }

    /// An item that lost its dash: before it, or where its space was.
    fn missing_dash(&mut self) {
        let line = self.line;
        if line.has_dash() || line.content().starts_with('-') {
            return;
        }
        let key = key_at(line.content());
        if line.is_keyed() && !self.words.has(key) {
            return;
        }
        let begins_again = line
            .levels
            .iter()
            .any(|level| level.column == line.column && level.first_key == key && !key.is_empty());
        if line.is_aligned(self.step) && !line.follows_opener && !begins_again && line.is_keyed() {
            return;
        }
        let open = line.levels.iter().filter(|level| level.is_list).rev().map(|level| level.column);
        let near = (0..=2).filter_map(|less| line.column.checked_sub(less)).filter(|_| line.follows_opener);
        // Another key of the item above is likelier than an item that begins with it.
        let rank = match (begins_again, line.is_keyed() && !line.follows_opener) {
            (true, _) => 2,
            (false, false) => 4,
            (false, true) => 6,
        };
        for column in open.chain(near) {
            self.push(0, line.leading, format!("{}- ", " ".repeat(column)), Rule::MissingDash, rank);
        }
    }

    /// Known keys with a colon, each apart from the word before it.
    fn keys_in(&self, value: &str) -> usize {
        let is_key = |colon: usize| {
            let length = self.words.ending(&value[..colon])?;
            let is_apart = value[..colon - length].ends_with([' ', ',', ';']);
            (is_apart && value[colon + 1..].starts_with(' ')).then_some(())
        };
        value.match_indices(':').filter_map(|(colon, _)| is_key(colon)).count()
    }

    /// Text that needs quotes: with a colon inside, or with a sign in front that YAML keeps for itself.
    fn plain_text(&mut self, marks: &Marks) {
        let text = self.line.text;
        let first =
            marks.starts.iter().find(|start| start.is_value || !self.words.has(key_at(&text[start.at..])));
        let Some(start) = first else { return };
        let value = &text[start.at..marks.end.max(start.at)];
        let quoted = quote(value);
        match value.chars().next() {
            Some(sign @ ('@' | '`' | '%')) => {
                self.push(start.at, marks.end, quoted, Rule::ReservedStart(sign), 1);
            }
            Some('"' | '\'' | '{' | '[' | '|' | '>') | None => {}
            // Several keys in one line are no text.
            Some(_) if self.keys_in(value) > 1 => {}
            Some(_) if value.contains(": ") || value.ends_with(':') => {
                self.push(start.at, marks.end, quoted, Rule::ColonInText, 6);
            }
            Some(_) => {}
        }
    }
}

/// How wide white space looks.
fn shown_width(space: &str) -> usize {
    space.chars().filter(|c| !is_unseen(*c)).count()
}

/// Runs of white space with an odd character in them, in bytes: after the colon of a key, after the dash of a
/// list, and in and around a key.
fn odd_places(line: &Line<'_>, marks: &Marks, words: &Words) -> Vec<(usize, usize)> {
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
