//! A text line by line: which lines are text of a block, and at which columns the others may stand.

use super::effort::look_at;
use super::mend::is_odd;
use super::words::key_at;

/// A line without its line break.
#[derive(Debug)]
pub(super) struct Line<'t> {
    /// The line.
    pub(super) text: &'t str,
    /// Bytes of the text before it.
    pub(super) start: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Bytes of white space at its start, odd spaces and Tabs among them.
    pub(super) leading: usize,
    /// The same in characters: the column of what follows.
    pub(super) column: usize,
    /// Bytes before the first key or value, after the dashes of a list.
    pub(super) content: usize,
    /// Mappings and lists that are open when it begins, outermost first.
    pub(super) levels: Vec<Level<'t>>,
    /// True if the line before it opens something: `kontak:`, `-`, `tentang: |`.
    pub(super) follows_opener: bool,
    /// The column at which text stands, in and right after a block.
    pub(super) text_column: Option<usize>,
}

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Nothing, or a comment.
    Blank,
    /// Text below `|` or `>`.
    Text,
    /// Keys and values.
    Structure,
}

/// A mapping or list that is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Level<'t> {
    /// Where its keys or dashes stand.
    pub(super) column: usize,
    /// True for a list.
    pub(super) is_list: bool,
    /// The first key of a mapping; empty for a list.
    pub(super) first_key: &'t str,
}

impl<'t> Line<'t> {
    /// Its keys and values, after indentation and dashes.
    pub(super) fn content(&self) -> &'t str {
        &self.text[self.content..]
    }

    /// True if it starts with the dash of a list.
    pub(super) fn has_dash(&self) -> bool {
        self.content > self.leading
    }

    /// The column of the innermost mapping or list that is open.
    pub(super) fn levels_column(&self) -> usize {
        self.levels.last().map_or(0, |level| level.column)
    }

    /// True if it starts with a key and a colon.
    pub(super) fn is_keyed(&self) -> bool {
        let key = key_at(self.content());
        !key.is_empty() && self.content()[key.len()..].trim_start().starts_with(':')
    }

    /// True if it stands where the lines above let it stand.
    pub(super) fn is_aligned(&self, step: usize) -> bool {
        let Some(top) = self.levels.last() else { return self.column == 0 };
        // A text stands deeper than the key that it belongs to.
        let is_one = self.has_dash() || self.is_keyed();
        let is_at =
            |level: &Level<'_>| is_one && level.column == self.column && level.is_list == self.has_dash();
        if self.follows_opener && self.column >= top.column && !top.is_list {
            let deeper = self.column - top.column;
            return deeper == step || is_at(top) || (deeper == 0 && self.has_dash());
        }
        self.levels.iter().any(is_at)
    }
}

/// Every line of a text.
pub(super) fn lines(text: &str) -> Vec<Line<'_>> {
    look_at(text.len());
    let mut scan = Scan { levels: Vec::new(), opener: false, block: None };
    let mut found: Vec<Line<'_>> = Vec::new();
    let mut start = 0;
    for whole in text.split_inclusive('\n') {
        let line = whole.trim_end_matches('\n').trim_end_matches('\r');
        found.push(scan.line(line, start));
        start += whole.len();
    }
    align_blocks(&mut found);
    found
}

/// Spaces that a level adds, as most of the text has it.
pub(super) fn usual_step(lines: &[Line<'_>]) -> usize {
    let steps = lines.iter().filter_map(|line| {
        let top = line.levels.last().filter(|_| line.kind == Kind::Structure && line.follows_opener)?;
        line.column.checked_sub(top.column).filter(|step| (1..=8).contains(step))
    });
    let mut counts = [0_usize; 9];
    steps.for_each(|step| counts[step] += 1);
    (1..=8).rev().max_by_key(|step| (counts[*step], *step == 2)).unwrap_or(2)
}

/// The first line of a block decides where its text stands. Where another one stands further left, one of them is
/// wrong: the other one if the first stands where the first line of a block usually does.
fn align_blocks(lines: &mut [Line<'_>]) {
    let step = usual_step(lines);
    let mut first: Option<usize> = None;
    for index in 0..lines.len() {
        let Line { kind, column, text, .. } = lines[index];
        match (kind, first) {
            (Kind::Text, _) if text.trim().is_empty() => {}
            (Kind::Text, None) => first = Some(index),
            (Kind::Text, Some(start)) if column < lines[start].column => {
                if lines[start].column == lines[start].levels_column() + step {
                    lines[index].text_column = Some(lines[start].column);
                } else {
                    let least = lines[start].text_column.map_or(column, |least| least.min(column));
                    lines[start].text_column = Some(least);
                }
            }
            (Kind::Structure, _) => first = None,
            (Kind::Text | Kind::Blank, _) => {}
        }
    }
}

struct Scan<'t> {
    levels: Vec<Level<'t>>,
    opener: bool,
    block: Option<Block>,
}

/// Text below `|` or `>`.
struct Block {
    /// Text stands right of this column; `None` at the root.
    parent: usize,
    column: Option<usize>,
}

impl<'t> Scan<'t> {
    fn line(&mut self, text: &'t str, start: usize) -> Line<'t> {
        let leading = text.len() - text.trim_start_matches(|c| c == ' ' || c == '\t' || is_odd(c)).len();
        let spaces = text.len() - text.trim_start_matches(' ').len();
        let mut line = Line {
            text,
            start,
            kind: Kind::Blank,
            leading,
            column: text[..leading].chars().count(),
            content: leading,
            levels: Vec::new(),
            follows_opener: false,
            text_column: None,
        };
        if let Some(block) = &mut self.block
            && (text.trim().is_empty() || spaces > block.parent)
        {
            line.kind = Kind::Text;
            line.column = spaces;
            line.levels.clone_from(&self.levels);
            if !text.trim().is_empty() {
                block.column.get_or_insert(spaces);
            }
            return line;
        }
        if text[leading..].is_empty() || text[leading..].starts_with('#') {
            return line;
        }
        self.structure(&mut line);
        line
    }

    fn structure(&mut self, line: &mut Line<'t>) {
        line.kind = Kind::Structure;
        line.text_column = self.block.take().and_then(|block| block.column);
        line.levels.clone_from(&self.levels);
        line.follows_opener = self.opener;
        while self.levels.last().is_some_and(|level| level.column > line.column) {
            self.levels.pop();
        }
        let mut column = line.column;
        let mut rest = &line.text[line.leading..];
        while let Some(after) = rest.strip_prefix('-').filter(|rest| rest.is_empty() || rest.starts_with(' '))
        {
            let value = after.trim_start_matches(' ');
            self.open(column, true, "");
            column += rest.len() - value.len();
            rest = value;
        }
        line.content = line.text.len() - rest.len();
        let value = without_comment(rest);
        let key = key_at(value);
        let is_keyed = value[key.len()..].trim_start().starts_with(':') || !line.has_dash();
        if is_keyed && !value.is_empty() {
            self.open(column, false, key);
        }
        self.opener = value.is_empty() || value.ends_with(':');
        if is_block_header(value) {
            let parent = if is_keyed { column } else { line.column };
            self.block = Some(Block { parent, column: None });
            self.opener = true;
        }
    }

    fn open(&mut self, column: usize, is_list: bool, first_key: &'t str) {
        if self.levels.last().is_some_and(|top| top.column == column && top.is_list && !is_list) {
            self.levels.pop();
        }
        let is_open = self.levels.last().is_some_and(|top| top.column == column && top.is_list == is_list);
        if !is_open {
            self.levels.push(Level { column, is_list, first_key });
        }
    }
}

/// A value without the comment behind it.
pub(super) fn without_comment(value: &str) -> &str {
    value.find(" #").map_or(value, |at| &value[..at]).trim_end()
}

/// `tentang: |`, `tentang: >-`.
fn is_block_header(value: &str) -> bool {
    let header = value.rsplit(' ').next().unwrap_or_default();
    let is_value =
        header.len() == value.len() || value[..value.len() - header.len()].trim_end().ends_with(':');
    let mut letters = header.chars();
    is_value && matches!(letters.next(), Some('|' | '>')) && letters.all(|c| "+-0123456789".contains(c))
}
