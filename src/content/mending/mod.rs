//! What must have been meant by a text that is no YAML, or that is YAML by accident: changes of single lines, each
//! at the line that is wrong and not where the parser stopped. Lines are looked at one by one for what may be
//! wrong (`guess`); the parser and the table of keys say which change helps (`oddness`). The next mistake is looked
//! for in the mended text, so that one run finds all of them.

mod bullet;
mod cut;
pub(super) mod effort;
mod flow;
mod guess;
mod lines;
mod listed;
mod marks;
mod mend;
mod oddness;
mod origin;
mod remarks;
mod spaces;
mod together;
mod window;
mod words;

use std::ops::Range;

use super::piece::Source;
use super::yaml::{End, Outcome, parse};
use crate::finding::{Findings, Level};
use lines::{Kind, Line, lines, usual_step};
use mend::Mend;
use mend::is_odd;
pub(super) use mend::{Rule, is_curly, quote};
use origin::Origin;
use words::Words;

/// Most changes that are told of one text.
const MOST_MENDS: usize = 60;
/// Most lines of a text that is looked at.
const MOST_LINES: usize = 10_000;
/// Most changes that are tried for one mistake.
const MOST_TRIES: usize = 80;
/// Bytes that are parsed in all for one text.
const MOST_BYTES: usize = 3 << 19;
/// What a key counts that is there twice: what is wrong below it is not looked at.
const LOST: usize = 13;
/// Characters on either side of a change that are shown, at most.
const SHOWN: usize = 30;

/// A text as it must have been meant.
pub(super) struct Mended {
    /// The text with all changes.
    pub(super) text: String,
    /// The changes, in the order in which they were found.
    pub(super) changes: Vec<Change>,
    origins: Vec<Origin>,
}

/// A change, as it is told.
pub(super) struct Change {
    /// Why.
    pub(super) rule: Rule,
    /// Line as typed, from 0.
    pub(super) line: usize,
    /// Column as typed, from 0, of the words that change.
    pub(super) column: usize,
    /// The words that change.
    pub(super) old: String,
    /// What belongs there; for `LineBreak` what goes to the next line.
    pub(super) new: String,
    /// Spaces at the start of the line, for what is mended there.
    pub(super) spaces: usize,
    /// False if the text is read without it too, as something odd.
    pub(super) is_needed: bool,
}

impl Mended {
    /// True if the text cannot be read as it was typed.
    pub(super) fn is_needed(&self) -> bool {
        self.changes.iter().any(|change| change.is_needed)
    }

    /// Line and column as typed, both from 1, for those of the mended text.
    pub(super) fn place(&self, line: u32, column: u32) -> (u32, u32) {
        let from_one = |number: usize| u32::try_from(number + 1).unwrap_or(u32::MAX);
        let from_zero = |number: u32| usize::try_from(number).unwrap_or(usize::MAX).saturating_sub(1);
        match self.origins.get(from_zero(line)) {
            Some(origin) => {
                let (line, column) = origin.place(from_zero(column));
                (from_one(line), from_one(column))
            }
            None => (line, column),
        }
    }
}

/// True if a document that the parser took may still not be what was meant.
pub(super) fn is_odd_document(source: Source<'_>, outcome: &Outcome<'_>) -> bool {
    let is_odd = |node| oddness::faults(node, source.section, false) + oddness::odd_texts(node) > 0;
    outcome.root.as_ref().is_some_and(is_odd)
        || remarks::may_have(source.text, source.section)
        || oddness::odd_folds(source.text, &outcome.folded) > 0
}

/// Looks for changes that make sense of a text; `None` if there are none.
pub(super) fn mend(source: Source<'_>) -> Option<Mended> {
    let count = source.text.split_inclusive('\n').count();
    if count > MOST_LINES {
        return None;
    }
    let mut look = Look {
        source,
        words: Words::of(source.section, source.text),
        has_remarks: false,
        bytes_left: MOST_BYTES,
        before: Vec::new(),
        mended: Mended {
            text: source.text.to_owned(),
            changes: Vec::new(),
            origins: (0..count).map(Origin::same).collect(),
        },
    };
    look.has_remarks = look.remarks(source.text) > 0;
    while look.mended.changes.len() < MOST_MENDS && look.step() {}
    (!look.mended.changes.is_empty()).then_some(look.mended)
}

/// How far a text is from making sense; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Score {
    /// Lines from the one at which the parser gives up.
    lines_left: usize,
    /// Keys and values that are none: a line in a wrong place may let the parser read on in the next one.
    faults: usize,
    /// Characters of that line.
    chars_left: usize,
    /// What is read, but odd.
    remarks: usize,
}

impl Score {
    /// Nothing is wrong.
    const SOUND: Self = Self { lines_left: 0, faults: 0, chars_left: 0, remarks: 0 };
}

struct Look<'a> {
    source: Source<'a>,
    words: Words,
    has_remarks: bool,
    bytes_left: usize,
    /// The text before each change.
    before: Vec<String>,
    mended: Mended,
}

impl Look<'_> {
    /// Finds the next change; false if there is none.
    fn step(&mut self) -> bool {
        let text = std::mem::take(&mut self.mended.text);
        let lines = lines(&text);
        let (now, stop) = self.score(&text);
        let found = (now != Score::SOUND).then(|| together::certain(&lines, &self.words)).flatten();
        let found = found
            .map(|mend| {
                let is_needed = stop.is_some() || mend.rank == 0;
                (mend, is_needed)
            })
            .or_else(|| if now == Score::SOUND { None } else { self.best(&text, &lines, stop) });
        let found = found.map(|(mend, is_needed)| {
            let mended = cut_out(&text, &lines, std::slice::from_ref(&(0..lines.len())), Some(&mend));
            (mend, is_needed, mended)
        });
        // A change that undoes earlier ones would lead round in a circle.
        let found = found.filter(|(.., mended)| *mended != text && !self.before.contains(mended));
        let Some((mend, is_needed, mended)) = found else {
            self.mended.text = text;
            return false;
        };
        // From the last to the first, since places behind a change move.
        for mend in mend.all().rev() {
            // A key that nobody reads is lost, whatever else the text says.
            let is_lost = is_line_break(mend.rule) || is_sure_comma(mend);
            self.tell(&lines, mend, is_needed || is_lost);
        }
        self.before.push(text);
        self.mended.text = mended;
        true
    }

    /// The change that helps most, and whether the text cannot be read without it.
    fn best(&mut self, text: &str, lines: &[Line<'_>], refused_at: Option<usize>) -> Option<(Mend, bool)> {
        let step = usual_step(lines);
        // The parser may stop at the end of the line before, with nothing between the two.
        let is_next = |(index, line): &(usize, &Line<'_>)| {
            refused_at.is_some_and(|at| *index > at) && line.kind != Kind::Blank
        };
        let until = lines.iter().enumerate().find(is_next).map_or(lines.len(), |(index, _)| index + 1);
        let mut guesses: Vec<Mend> = lines[..until]
            .iter()
            .enumerate()
            .rev()
            .flat_map(|(number, line)| guess::guesses(line, number, &self.words, step))
            .chain(together::guesses(lines, &self.words).into_iter().filter(|mend| mend.line < until))
            .collect();
        // Those that are likeliest first, and of these the ones nearest to the place where the parser gave up.
        guesses.sort_by_key(|mend| mend.rank);
        let last = guesses.split_off(guesses.partition_point(|mend| mend.rank < guess::LAST_RESORT));
        let Some(at) = refused_at else { return self.best_of_all(text, lines, &guesses) };
        let around = window::around(lines, at.min(until.saturating_sub(1)), until.saturating_sub(1));
        let whole: Vec<Range<usize>> = std::iter::once(0..lines.len()).collect();
        let is_inside = |mend: &&Mend| around.iter().any(|range| range.contains(&mend.line));
        let mut found = None;
        for guesses in [guesses, last] {
            let nearest: Vec<&Mend> = guesses.iter().filter(is_inside).take(MOST_TRIES).collect();
            let all: Vec<&Mend> = guesses.iter().take(MOST_TRIES).collect();
            found = found
                .or_else(|| self.best_in(text, lines, &around, &nearest))
                .or_else(|| self.best_in(text, lines, &whole, &all));
        }
        found.map(|mend| (mend, true))
    }

    /// The change that helps most in a part of a text that the parser refuses.
    fn best_in(
        &mut self,
        text: &str,
        lines: &[Line<'_>],
        part: &[Range<usize>],
        guesses: &[&Mend],
    ) -> Option<Mend> {
        let (now, _) = self.score(&cut_out(text, lines, part, None));
        let mut best: Option<(&Mend, Score)> = None;
        let mut certain = None;
        for mend in guesses {
            if self.bytes_left == 0 {
                break;
            }
            let (score, _) = self.score(&cut_out(text, lines, part, Some(mend)));
            if score < now && best.as_ref().is_none_or(|(_, least)| score < *least) {
                best = Some((*mend, score));
            }
            let is_as_far = score.lines_left <= now.lines_left;
            if mend.rank <= 1 && is_as_far && certain.is_none() {
                certain = Some(*mend);
            }
            if score == Score::SOUND {
                break;
            }
        }
        // Next to another mistake a sure one may not help alone, and what gets further may do so by chance.
        let is_by_chance = best.is_none_or(|(_, score)| score.faults > now.faults);
        if is_by_chance && certain.is_some() { certain.cloned() } else { best.map(|(mend, _)| mend.clone()) }
    }

    /// The change that helps most in a text that the parser takes, and whether it cannot be read without it.
    fn best_of_all(&mut self, text: &str, lines: &[Line<'_>], guesses: &[Mend]) -> Option<(Mend, bool)> {
        let mut best: Option<(&Mend, bool)> = None;
        let mut least = (0, 0);
        for mend in guesses.iter().take(MOST_TRIES) {
            if self.bytes_left == 0 {
                break;
            }
            let part = window::around(lines, mend.line, mend.last_line());
            let (before, _) = self.score(&cut_out(text, lines, &part, None));
            let (after, _) = self.score(&cut_out(text, lines, &part, Some(mend)));
            let gain = |before: usize, after: usize| after.cast_signed() - before.cast_signed();
            let change = (gain(before.faults, after.faults), gain(before.remarks, after.remarks));
            if after < before && change < least {
                least = change;
                best = Some((mend, change.0 < 0));
            }
        }
        best.map(|(mend, is_needed)| (mend.clone(), is_needed))
    }

    /// The score of a text, and the line at which the parser gives up, from 0.
    fn score(&mut self, text: &str) -> (Score, Option<usize>) {
        self.bytes_left = self.bytes_left.saturating_sub(text.len());
        effort::look_at(text.len());
        let mut unheard = Findings::new();
        let outcome = parse(Source { text, ..self.source }, &mut unheard);
        let line_count = text.split('\n').count();
        let mut score =
            Score { lines_left: 0, faults: unheard.count(Level::Error) * LOST, chars_left: 0, remarks: 0 };
        let mut stop = None;
        match &outcome.end {
            End::Whole => {}
            End::Halted => score.lines_left = line_count + 1,
            End::Refused(refusal) => {
                let line = usize::try_from(refusal.line).unwrap_or(1).clamp(1, line_count);
                let column = usize::try_from(refusal.column).unwrap_or(1);
                let length = text.split('\n').nth(line - 1).map_or(0, |line| line.chars().count());
                score.lines_left = line_count - line + 1;
                score.chars_left = length.saturating_sub(column - 1);
                stop = Some(line - 1);
            }
        }
        if let Some(root) = &outcome.root {
            score.faults += oddness::faults(root, self.source.section, stop.is_some());
            score.remarks += oddness::odd_texts(root);
        }
        score.remarks += oddness::odd_folds(text, &outcome.folded);
        if self.has_remarks {
            score.remarks += self.remarks(text);
        }
        (score, stop)
    }

    /// Odd characters where YAML wants spaces, and keys that nobody reads.
    fn remarks(&self, text: &str) -> usize {
        let lines = lines(text);
        let is_remarkable = |(index, line): (usize, &Line<'_>)| match line.kind {
            Kind::Text => remarks::is_swallowed_by_text(line, lines.get(index + 1), &self.words),
            _ if !line.text.contains('#') && !line.text.contains(is_odd) => false,
            _ => guess::guesses(line, index, &self.words, 2)
                .iter()
                .any(|mend| matches!(mend.rule, Rule::OddSpace(_)) || is_in_comment(line, mend)),
        };
        lines.iter().enumerate().filter(|pair| is_remarkable(*pair)).count()
    }

    /// Keeps a change and moves the places behind it.
    fn tell(&mut self, lines: &[Line<'_>], mend: &Mend, is_needed: bool) {
        let line = &lines[mend.line];
        let shown = Shown::of(line.text, mend);
        let characters = |at: usize| line.text[..at].chars().count();
        let (from, to) = (characters(mend.from), characters(mend.to));
        let origin = &mut self.mended.origins[mend.line];
        let (typed_line, column) = origin.place(characters(shown.from));
        let spaces = if let Some(spaces) = mend.with.strip_prefix('\n') {
            let below = origin.split(to, spaces.len());
            self.mended.origins.insert(mend.line + 1, below);
            spaces.len()
        } else {
            origin.replace(from, to, mend.with.chars().count());
            mend.with.len() - mend.with.trim_start_matches(' ').len()
        };
        self.mended.changes.push(Change {
            rule: mend.rule,
            line: typed_line,
            column,
            old: shown.old,
            new: shown.new,
            spaces,
            is_needed,
        });
    }
}

/// A comma that is no part of the number or word before it.
fn is_sure_comma(mend: &Mend) -> bool {
    matches!(mend.rule, Rule::ExtraComma(_)) && mend.rank <= 1
}

fn is_line_break(rule: Rule) -> bool {
    matches!(rule, Rule::LineBreak | Rule::SignForBreak(_))
}

fn is_in_comment(line: &Line<'_>, mend: &Mend) -> bool {
    mend.rule == Rule::LineBreak && line.text[..mend.from].contains('#')
}

/// Some lines of a text, with a change if there is one.
fn cut_out(text: &str, lines: &[Line<'_>], part: &[Range<usize>], mend: Option<&Mend>) -> String {
    let start = |line: usize| lines.get(line).map_or(text.len(), |line| line.start);
    let mut cut = String::new();
    for range in part {
        let mut from = start(range.start);
        let changes = mend.into_iter().flat_map(Mend::all);
        for change in changes.filter(|change| range.contains(&change.line)) {
            let line = start(change.line);
            cut.push_str(&text[from..line + change.from]);
            cut.push_str(&change.with);
            from = line + change.to;
        }
        cut.push_str(&text[from..start(range.end)]);
    }
    cut
}

/// The words around a change, before and after it.
struct Shown {
    /// Byte of the line at which they begin.
    from: usize,
    old: String,
    new: String,
}

impl Shown {
    fn of(line: &str, mend: &Mend) -> Self {
        if let Rule::Indentation | Rule::TabIndent | Rule::OddSpace(_) | Rule::ExtraDash = mend.rule {
            return Self {
                from: mend.from,
                old: line[mend.from..mend.to].to_owned(),
                new: mend.with.clone(),
            };
        }
        if is_line_break(mend.rule) {
            let rest = line[mend.to..].trim_end().to_owned();
            return Self { from: mend.to, old: rest.clone(), new: rest };
        }
        let before = &line[..mend.from];
        let word = before.len() - before.trim_end_matches(|c: char| !c.is_whitespace()).len();
        let kept: usize = before[before.len() - word..].chars().rev().take(SHOWN).map(char::len_utf8).sum();
        let from = mend.from - kept;
        let rest = &line[mend.to..];
        let word = rest.find(char::is_whitespace).unwrap_or(rest.len());
        let kept: usize = rest[..word].chars().take(SHOWN).map(char::len_utf8).sum();
        let to = mend.to + kept;
        let new = format!("{}{}{}", &line[from..mend.from], mend.with, &line[mend.to..to]);
        Self { from, old: line[from..to].to_owned(), new }
    }
}
