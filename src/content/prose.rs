//! What is written in Markdown: raw HTML, which is shown as text, and links that lead nowhere or not safely.
//! Everything here warns or advises; nothing is refused.

use std::sync::Arc;

use super::findings::prose as finding;
use super::typed::Typed;
use crate::finding::{Findings, SourceFile, Span};
use crate::markdown;
use crate::model::is_hidden;

/// Most characters of HTML that a finding points at.
const MAX_HTML: usize = 40;

/// What a value holds that will not be seen as it was meant.
pub(super) fn check_value(typed: Typed<'_>, findings: &mut Findings) {
    if let Some((at, length)) = raw_html(typed.text) {
        findings.push(finding::raw_html(typed.span_of(at, length)));
    }
    if let Some(at) = markdown::phrase_between_stars(typed.text) {
        let phrase = &typed.text[at.clone()];
        findings.push(finding::single_stars(typed.span_of(at.start, at.len()), phrase));
    }
    check_links(typed.text, |at, length| typed.span_of(at, length), findings);
}

/// The same in the body of a file: the first line with raw HTML, every link, and each line that hides a character.
pub(super) fn check_body(source: &Arc<SourceFile>, body: &str, lines_before: u32, findings: &mut Findings) {
    check_characters(source, body, lines_before, findings);
    let mut is_code = false;
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        is_code ^= text.trim_start().starts_with("```");
        if let Some((at, _)) = raw_html(text).filter(|_| !is_code) {
            findings.push(finding::raw_html(span_in(source, line, text, at, 1)));
            break;
        }
    }
    check_links(body, |at, length| span_below(source, body, lines_before, at, length), findings);
}

/// Each line of a guide that hides a character, and links that anybody on the way may read. A guide's links to files
/// are links to other guides.
pub(super) fn check_guide(source: &Arc<SourceFile>, findings: &mut Findings) {
    let text = &source.text;
    check_characters(source, text, 0, findings);
    for link in markdown::links(text).into_iter().filter(is_open).take(MOST_LINKS) {
        findings.push(finding::link_not_safe(
            span_below(source, text, 0, link.at.start, link.address.len()),
            &link.address,
        ));
    }
}

/// Each line that hides a character, once.
fn check_characters(source: &Arc<SourceFile>, body: &str, lines_before: u32, findings: &mut Findings) {
    let is_unwanted = |c: char| is_hidden(c) && !matches!(c, '\t' | '\r');
    for (line, text) in (lines_before + 1..).zip(body.lines()) {
        if let Some((at, control)) = text.char_indices().find(|(_, c)| is_unwanted(*c)) {
            findings.push(finding::control_character(span_in(source, line, text, at, 1), control));
        }
    }
}

/// A part of a body, by its byte offset there; `length` in characters.
fn span_below(source: &Arc<SourceFile>, body: &str, lines_before: u32, at: usize, length: usize) -> Span {
    let lines_above = body[..at].matches('\n').count();
    let start = body[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = lines_before + 1 + u32::try_from(lines_above).unwrap_or(0);
    span_in(source, line, &body[start..], at - start, length)
}

/// A part of a line of a file, by its byte offset in the line; `length` in characters.
pub(super) fn span_in(source: &Arc<SourceFile>, line: u32, text: &str, at: usize, length: usize) -> Span {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    Span::new(source, line, number(text[..at].chars().count() + 1), number(length))
}

/// Most links of one text that are told: to find the place of each, its line is searched.
const MOST_LINKS: usize = 100;

/// Links whose address is not kept, and those that anybody on the way may read.
fn check_links(text: &str, span_of: impl Fn(usize, usize) -> Span, findings: &mut Findings) {
    let told = markdown::links(text).into_iter().filter(|link| !link.is_kept || is_open(link));
    for link in told.take(MOST_LINKS) {
        // The address itself, unless it was written in another way than it is read.
        let written = &text[link.at.clone()];
        let (at, length) = match written.rfind(&link.address).filter(|_| !link.address.is_empty()) {
            Some(at) => (link.at.start + at, link.address.len()),
            None => (link.at.start, written.lines().next().unwrap_or_default().len()),
        };
        let at = span_of(at, length);
        findings.push(if link.is_kept {
            finding::link_not_safe(at, &link.address)
        } else {
            finding::link_not_kept(at, &link.address)
        });
    }
}

/// True for an address without encryption.
fn is_open(link: &markdown::Link) -> bool {
    link.address.trim().to_ascii_lowercase().starts_with("http:")
}

/// Where a text has a tag, and its bytes: `<b>`, `</div>`, `<!--`; not `<https://…>` and nothing between
/// backticks of one line.
fn raw_html(text: &str) -> Option<(usize, usize)> {
    let (mut seen, mut backticks) = (0, 0);
    for (at, _) in text.match_indices('<') {
        for byte in &text.as_bytes()[seen..at] {
            match byte {
                b'\n' => backticks = 0,
                b'`' => backticks += 1,
                _ => {}
            }
        }
        seen = at;
        let rest = &text[at + 1..];
        let is_tag = rest.trim_start_matches('/').starts_with(|c: char| c.is_ascii_alphabetic())
            || rest.starts_with("!--");
        let near = &rest.as_bytes()[..rest.len().min(MOST_TAG)];
        let Some(end) = memchr::memchr(b'>', near).filter(|_| is_tag && backticks % 2 == 0) else { continue };
        let inside = &rest[..end];
        if !inside.contains("://") && !inside.contains('@') {
            let length = (end + 2).min(MAX_HTML);
            return Some((
                at,
                (1..=length).rev().find(|length| text.is_char_boundary(at + length)).unwrap_or(1),
            ));
        }
    }
    None
}

/// Longest tag that is looked for, in bytes: where no tag ends, the whole text would be searched for each.
const MOST_TAG: usize = 1_024;
