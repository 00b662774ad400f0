//! One document: read, changed at its places, and proved.

use std::collections::BTreeSet;

use super::findings as finding;
use super::layout::Layout;
use super::outcome::{Amended, Change, Left};
use super::plan::{Draft, Place, Plan, shown};
use super::prove::Proof;
use super::splice::Splices;
use super::tree::{Held, Tree};
use super::wanted::Wanted;
use super::write::Writer;
use crate::content::{Node, Source, Value, read_as_typed};
use crate::finding::{Findings, Level, SourceFile, Span};

/// Deepest nesting of a profile that is written; a new one has six levels.
pub(super) const DEPTH: usize = 64;

/// The document of a text that is to be changed at its places.
pub(super) fn document_of(source: Source<'_>) -> Result<Node<'_>, Findings> {
    let mut findings = Findings::new();
    let document = read_as_typed(source, &mut findings);
    if let Some(document) = document.filter(|node| matches!(node.value(), Value::Map(_))) {
        return Ok(document);
    }
    if !findings.has_error() {
        findings.push(finding::other_kind(Span::new(source.file, 1, 1, 1), &source.file.path));
    }
    Err(findings)
}

/// A text of nothing but the wanted values, behind the comments that may be there.
pub(super) fn write_new(source: Source<'_>, wanted: &[(String, Wanted)]) -> Result<Amended, Findings> {
    let entries = Tree::entries(Some(source.section), wanted);
    let writer = Writer { list_step: 2 };
    let mut lines = String::new();
    let mut was_large = false;
    for entry in &entries {
        let mut one = String::new();
        writer.entries(&mut one, 0, std::slice::from_ref(entry));
        let is_large = one.trim_end().contains('\n');
        if !lines.is_empty() && (is_large || was_large) {
            lines.push('\n');
        }
        lines.push_str(&one);
        was_large = is_large;
    }
    let layout = Layout::of(source.text);
    let mut splices = Splices::default();
    splices.insert_lines(source.text.len(), &lines, &layout);
    let mut drafts = Vec::new();
    let by_change = entries.into_iter().map(|(name, tree)| {
        let after = Some(shown(&tree));
        drafts.push(Draft { path: name.clone().into_owned(), item: None, before: None, after });
        (name, tree.by(drafts.len() - 1))
    });
    let tree = Tree { held: Held::Map(by_change.collect()), change: None };
    finish(source, splices, &tree, drafts, Vec::new())
}

pub(super) fn change(
    source: Source<'_>,
    document: &Node<'_>,
    wanted: &[(String, Wanted)],
    removed: &BTreeSet<&str>,
) -> Result<Amended, Findings> {
    let layout = Layout::of(source.text);
    let mut plan = Plan {
        layout: &layout,
        writer: Writer { list_step: list_step(document, &layout).unwrap_or(2) },
        removed,
        seen: BTreeSet::new(),
        splices: Splices::default(),
        drafts: Vec::new(),
        left: Vec::new(),
        findings: Findings::new(),
    };
    let tree = plan.map(document, Some(source.section), wanted, &[], &Place::default());
    for path in removed.iter().filter(|path| !plan.seen.contains(*path)) {
        plan.findings.push(finding::nothing_to_remove(Span::whole(source.file), path));
    }
    let Plan { splices, drafts, left, findings, .. } = plan;
    if findings.has_error() {
        return Err(findings);
    }
    if splices.is_empty() {
        return settle(source.file.text.clone(), document, &tree, Vec::new(), left);
    }
    finish(source, splices, &tree, drafts, left)
}

/// Spaces from a key to the dashes of its list, as the first list of the profile has them.
fn list_step(node: &Node<'_>, layout: &Layout<'_>) -> Option<usize> {
    let Value::Map(entries) = node.value() else { return None };
    entries.iter().find_map(|(key, value)| match value.value() {
        Value::List(_) if !layout.is_flow(value) => {
            layout.dash_indent(value).checked_sub(Layout::indent(key)).filter(|step| *step <= 8)
        }
        Value::Map(_) if !layout.is_flow(value) => list_step(value, layout),
        _ => None,
    })
}

/// Applies the changes and proves the new text.
fn finish(
    source: Source<'_>,
    splices: Splices,
    tree: &Tree<'_>,
    drafts: Vec<Draft>,
    left: Vec<Left>,
) -> Result<Amended, Findings> {
    let layout = Layout::of(source.text);
    let Some(text) = splices.apply(&layout) else {
        return Err(vec![finding::not_proved(Span::new(source.file, 1, 1, 1))].into());
    };
    let mark = &source.file.text[..source.file.text.len() - source.text.len()];
    let text = format!("{mark}{text}");
    let new = SourceFile::new(source.file.path.clone(), text.clone());
    let new_source = Source::whole(&new, source.section, DEPTH);
    if new_source.is_blank() {
        return Ok(Amended { text, changes: Vec::new(), left, origins: Vec::new() });
    }
    let mut unheard = Findings::new();
    if let Some(document) = read_as_typed(new_source, &mut unheard) {
        return settle(text, &document, tree, drafts, left);
    }
    let error = unheard.iter().find(|finding| finding.level == Level::Error);
    let at = error.map_or(Span::whole(&new), |finding| finding.at.clone());
    Err(vec![finding::not_proved(at)].into())
}

/// What came of it, if the document says what it should.
fn settle(
    text: String,
    document: &Node<'_>,
    tree: &Tree<'_>,
    drafts: Vec<Draft>,
    left: Vec<Left>,
) -> Result<Amended, Findings> {
    let Proof { origins, lines } = Proof::of(document, tree).map_err(|at| vec![finding::not_proved(at)])?;
    let mut line_of = vec![0; drafts.len()];
    for (change, line) in lines.into_iter().rev() {
        line_of[change] = line;
    }
    let change = |(index, draft): (usize, Draft)| {
        let Draft { path, item, before, after } = draft;
        Change { path, item, before, after, line: line_of[index] }
    };
    let changes = drafts.into_iter().enumerate().map(change).collect();
    Ok(Amended { text, changes, left, origins })
}
