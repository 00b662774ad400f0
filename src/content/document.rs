//! One document of a file: parsed, and where it is not what its keys let expect, mended line by line, so that all
//! of its mistakes are found in one run.

use std::sync::Arc;

use super::findings::{mending as told, syntax as finding};
use super::mending::{Mended, is_odd_document, mend};
use super::piece::Source;
use super::syntax::explain_syntax_error;
use super::yaml::{End, Node, Outcome, has_lone_carriage_return, parse};
use crate::finding::{Finding, Findings, SourceFile, Span};

/// Reads the one document of a source. `None` where nothing can be read of it; the finding says why.
pub(super) fn read_document<'a>(source: Source<'a>, findings: &mut Findings) -> Option<Node<'a>> {
    if has_lone_carriage_return(source.text) {
        findings.push(finding::lone_carriage_return(source.file));
        return None;
    }
    let mut heard = Findings::new();
    let outcome = parse(source, &mut heard);
    let needs_look = match outcome.end {
        End::Whole => heard.has_error() || is_odd_document(source, &outcome),
        End::Halted => false,
        End::Refused(_) => true,
    };
    let mended = if needs_look { mend(source) } else { None };
    let Some(mended) = mended else {
        findings.extend(heard);
        return finish(source, outcome, findings);
    };
    for change in &mended.changes {
        findings.push(told::mended_line(source, change));
    }
    if mended.is_needed() {
        read_mended(source, &mended, findings)
    } else {
        findings.extend(heard);
        finish(source, outcome, findings)
    }
}

/// The document of a source as it was typed, for whoever changes the text at its places. `None` also where the readers
/// understand more than YAML does, or less than all of it: then `findings` has an error.
pub(crate) fn read_as_typed<'a>(source: Source<'a>, findings: &mut Findings) -> Option<Node<'a>> {
    if has_lone_carriage_return(source.text) {
        findings.push(finding::lone_carriage_return(source.file));
        return None;
    }
    let mut heard = Findings::new();
    let outcome = parse(source, &mut heard);
    let is_sound = matches!(outcome.end, End::Whole) && !heard.has_error();
    if is_sound && !is_odd_document(source, &outcome) {
        findings.extend(heard);
    } else {
        read_document(source, findings)?;
        if !is_sound || findings.has_error() {
            return None;
        }
    }
    finish(source, outcome, findings)
}

/// The document of a text that was read as it is.
fn finish<'a>(source: Source<'a>, outcome: Outcome<'a>, findings: &mut Findings) -> Option<Node<'a>> {
    match outcome.end {
        End::Halted => None,
        End::Refused(stop) => {
            findings.push(explain_syntax_error(source, &stop.info, stop.line, stop.column));
            None
        }
        End::Whole => match outcome.root {
            Some(root) if !root.is_empty() => Some(root),
            _ => {
                findings.push(finding::file_empty(source));
                None
            }
        },
    }
}

/// The document of a text with its changes, at the places of the text as it was typed.
fn read_mended<'a>(source: Source<'a>, mended: &Mended, findings: &mut Findings) -> Option<Node<'a>> {
    let file = SourceFile::new(source.file.path.clone(), mended.text.clone());
    let whole = Source { file: &file, text: &file.text, lines_before: 0, ..source };
    let mut heard = Findings::new();
    let root = finish(whole, parse(whole, &mut heard), &mut heard);
    let place = |line: u32, column: u32| {
        let (line, column) = mended.place(line, column);
        (line + source.lines_before, column)
    };
    for found in &heard {
        findings.push(at_home(found, source.file, place));
    }
    Some(root?.moved(source.file, &place))
}

/// A finding in the file as it was typed.
fn at_home(found: &Finding, file: &Arc<SourceFile>, place: impl Fn(u32, u32) -> (u32, u32)) -> Finding {
    let at = match found.at.line {
        0 => Span::whole(file),
        line => {
            let (line, column) = place(line, found.at.column);
            Span::new(file, line, column, found.at.length)
        }
    };
    Finding { at, ..found.clone() }
}
