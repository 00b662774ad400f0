//! What may be wrong with one line, each as the change that would mend it. Whether it does is not known here:
//! the parser is asked.

use super::bullet::is_bullet;
use super::flow;
use super::lines::{Kind, Level, Line};
use super::marks::{Marks, marks};
use super::mend::{Mend, Rule, is_odd, is_odd_space, quote};
use super::remarks::{lost_breaks, swallowed_by_comment};
use super::spaces::{odd_places, shown_width};
use super::words::{Words, is_day_key, key_at};

/// Most changes of one line that are tried.
const MOST: usize = 40;
/// Rank of a change that is tried only where no other one helps.
pub(super) const LAST_RESORT: u8 = 8;
/// Longest line that is looked at, in bytes: what people type by hand is shorter.
const LONGEST: usize = 4_000;
/// What keyboards and office programs write for a colon.
const COLONS: [char; 9] = ['：', '；', ';', '=', '﹕', '∶', '꞉', '→', '\t'];

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

/// What stands for the colon behind a key: its bytes with the spaces around it, and its last sign.
pub(super) fn sign_for_colon(after: &str, is_known: bool) -> Option<(usize, char)> {
    let value = after.trim_start_matches(' ');
    let arrow = ["=>", "->"].into_iter().find(|arrow| is_known && value.starts_with(arrow));
    let dash = || (is_known && after.starts_with(" - ")).then_some("-");
    let sign = || value.get(..value.chars().next()?.len_utf8()).filter(|sign| sign.contains(COLONS));
    let sign = arrow.or_else(dash).or_else(sign)?;
    let rest = value[sign.len()..].trim_start();
    Some((after.len() - rest.len(), sign.chars().next_back()?))
}

/// `*nama:* Kopi`: bold letters, and no bullet.
fn is_emphasis(content: &str) -> bool {
    content.strip_prefix('*').is_some_and(|rest| !rest.starts_with(' '))
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
        self.bold_key(&marks);
        self.bold_values(&marks);
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
        self.extra_dash();
        self.comment_out();
        self.extra_comma(&marks);
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

    /// `*nama:* Kopi`: a key that a chat shows in bold, and with it a value that is.
    fn bold_key(&mut self, marks: &Marks) {
        let line = self.line;
        let content = &line.text[line.content..marks.end.max(line.content)];
        let word = content.trim_start_matches(['*', '_', '~']);
        let Some(sign) = content.chars().next().filter(|_| word.len() < content.len()) else { return };
        // `- *Kopi bubuk*: 35.000`: a name is told as such.
        let name = content.strip_prefix('*').and_then(|rest| rest.split_once('*'));
        if let Some((name, rest)) = name.filter(|(_, rest)| rest.trim_start().starts_with(':'))
            && self.line.has_dash()
            && name.starts_with(char::is_alphanumeric)
            && !self.words.has(name)
        {
            let to = marks.end - rest.trim_start().len();
            self.push(self.line.content, to, name, Rule::Bold('*'), 0);
        }
        let key = key_at(word).trim_end_matches('_');
        let after = &word[key.len()..];
        let value = after.trim_start_matches(['*', '_', '~', ':']);
        let signs = &after[..after.len() - value.len()];
        if !self.words.has(key) || !signs.contains(':') || signs.len() < 2 {
            return;
        }
        let value = value.trim_start();
        let (from, to) = (self.line.content, marks.end - value.len());
        let mend = |from: usize, to: usize, with: String, rule: Rule, also: Vec<Mend>| Mend {
            line: self.number,
            from,
            to,
            with,
            rule,
            rank: 0,
            also,
        };
        let also = self.plain(key, value).map(|(with, rule)| mend(to, marks.end, with, rule, Vec::new()));
        let with = if value.is_empty() { format!("{key}:") } else { format!("{key}: ") };
        self.found.push(mend(from, to, with, Rule::Bold(sign), also.into_iter().collect()));
    }

    /// `nama: *Kopi*` and `catatan: *) belum ongkos kirim`: to YAML a reference.
    fn bold_values(&mut self, marks: &Marks) {
        let text = self.line.text;
        let mut key = "";
        for start in &marks.starts {
            if !start.is_value {
                key = key_at(&text[start.at..]);
            }
            let end = marks.ends.iter().copied().find(|end| *end > start.at);
            let Some(end) = end.map(|end| text[..end].trim_end().len()) else { continue };
            let value = &text[start.at..end];
            if !start.is_value && value.contains(':') {
                continue;
            }
            if let Some((with, rule)) = self.plain(key, value) {
                self.push(start.at, end, with, rule, 1);
            }
        }
    }

    /// A value that begins with `*` as it is no reference: without the signs of bold letters, or in quotes.
    fn plain(&self, key: &str, value: &str) -> Option<(String, Rule)> {
        let inside = value.strip_prefix('*')?;
        let bold = inside.strip_suffix('*').map(|bold| bold.trim_matches('*')).filter(|bold| {
            let is_plain = bold.starts_with(char::is_alphanumeric) && !bold.contains([':', '#', '*']);
            is_plain && !self.words.is_markdown(key)
        });
        match bold {
            Some(bold) => Some((bold.to_owned(), Rule::Bold('*'))),
            None if inside.contains([' ', ')', '*']) => Some((quote(value), Rule::ReservedStart('*'))),
            None => None,
        }
    }

    /// A line that is no key and no item: a heading, a greeting, a comment of another notation.
    fn comment_out(&mut self) {
        let line = self.line;
        let content = line.content();
        let is_foreign = content.starts_with("//") || content.starts_with("/*");
        let is_bare = !content.contains(':') && !self.words.has(key_at(content));
        if line.column == 0 && !line.has_dash() && (is_foreign || is_bare) {
            self.push(0, 0, "# ", Rule::NoKey, if is_foreign { 3 } else { LAST_RESORT });
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
            } else if let Some((length, sign)) = sign_for_colon(after, is_known) {
                let with = if after.len() == length { ":" } else { ": " };
                self.push(end, end + length, with, Rule::WrongColon(sign), rank);
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
        } else if is_bullet(first) && !is_emphasis(content) {
            let rest = content[first.len_utf8()..].trim_start_matches('\u{fe0f}').trim_start();
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

    /// `@kopi`, also in braces: a sign in front that YAML keeps for itself.
    fn reserved_starts(&mut self, marks: &Marks) {
        let text = self.line.text;
        for start in &marks.starts {
            let sign = text[start.at..].chars().next().filter(|sign| matches!(sign, '@' | '`' | '%'));
            let end = marks.ends.iter().copied().find(|end| *end > start.at);
            if let Some((sign, end)) = sign.zip(end) {
                let end = text[..end].trim_end().len();
                self.push(start.at, end, quote(&text[start.at..end]), Rule::ReservedStart(sign), 1);
            }
        }
    }

    /// A comma or semicolon at the end of a line that stands in no brackets, as other notations want it. It is no part
    /// of a number or a word; a sentence can be read with it.
    fn extra_comma(&mut self, marks: &Marks) {
        let line = &self.line.text[..marks.end];
        let Some(sign) = line.chars().next_back().filter(|sign| matches!(sign, ',' | ';')) else { return };
        let value = marks.starts.last().map_or(line.len(), |start| start.at);
        if !marks.open.is_empty() || line.len() < value + 2 {
            return;
        }
        let end = line.trim_end_matches([',', ';', ' ']).len();
        let value = &line[value.min(end)..end];
        let is_sure = value.ends_with(['"', '\'', '}', ']'])
            || !value.contains(' ')
            || value.contains(|c: char| c.is_ascii_digit());
        self.push(end, marks.end, "", Rule::ExtraComma(sign), if is_sure { 1 } else { 3 });
    }

    /// `- harga: 9.000` below `- nama: Kopi`: a key of the item above that begins one of its own.
    fn extra_dash(&mut self) {
        let line = self.line;
        let key = key_at(line.content());
        let is_key = line.is_keyed() && self.words.has(key) && !is_day_key(key);
        if !line.has_dash() || !is_key || line.content - line.leading > 2 {
            return;
        }
        // The key that the item above begins with begins another one.
        let is_inside =
            |level: &&Level<'_>| !level.is_list && level.column >= line.column && level.first_key != key;
        let keys = line.levels.iter().rev().filter(is_inside);
        for level in keys {
            self.push(0, line.content, " ".repeat(level.column), Rule::ExtraDash, 3);
        }
    }

    /// Text that needs quotes: with a colon inside.
    fn plain_text(&mut self, marks: &Marks) {
        let text = self.line.text;
        self.reserved_starts(marks);
        let first =
            marks.starts.iter().find(|start| start.is_value || !self.words.has(key_at(&text[start.at..])));
        let Some(start) = first else { return };
        let value = &text[start.at..marks.end.max(start.at)];
        let quoted = quote(value);
        match value.chars().next() {
            Some('@' | '`' | '%' | '!' | '&' | '"' | '\'' | '{' | '[' | '|' | '>') | None => {}
            // Several keys in one line are no text.
            Some(_) if self.keys_in(value) > 1 => {}
            Some(_) if value.contains(": ") || value.ends_with(':') => {
                self.push(start.at, marks.end, quoted, Rule::ColonInText, 6);
                // A key that nobody knows is a key all the same.
                let below = marks.starts.iter().find(|below| below.is_value && below.at > start.at);
                if let Some(below) = below.filter(|_| !start.is_value && self.line.is_keyed()) {
                    let value = &text[below.at..marks.end];
                    if value.contains(": ") && value.starts_with(char::is_alphanumeric) {
                        self.push(below.at, marks.end, quote(value), Rule::ColonInText, 6);
                    }
                }
            }
            Some(_) => {}
        }
    }
}
