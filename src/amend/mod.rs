//! Values written into a profile or another file of a site, everything else left as it was typed. Only what means
//! something else than before is written, over the characters of the old value; comments, order, quotes, braces and line
//! ends stay. Every edit is proved: the new text, read again, says what was wanted and nothing else. Touches no file.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::content::{Node, Source, Value, read_as_typed};
use crate::finding::{Findings, Level, SourceFile, Span};
use crate::keys::PROFILE;
use layout::Layout;
use plan::{Draft, Place, Plan};
use prove::Proof;
use splice::Splices;
use tree::{Held, Tree};
use write::Writer;

mod edit;
mod findings;
mod layout;
mod lists;
mod matching;
mod outcome;
mod plan;
mod prove;
mod read;
mod removal;
mod scalar;
mod splice;
#[cfg(test)]
mod tests;
mod tree;
mod wanted;
mod write;

pub use edit::{Part, edit, with_body};
pub use outcome::{Amended, Change, Left};
pub use read::{Typed, TypedValue, read};
pub(crate) use scalar::yaml_scalar;
pub use wanted::Wanted;

/// Deepest nesting of a profile that is written; a new one has six levels.
const DEPTH: usize = 64;

/// Writes values into a profile, or into a new one that will stand at `path`; `removed` are items to be taken out, by
/// their paths in the profile (`produk[3]`). `Err` where the text cannot be edited without a risk: then the findings show
/// where, and nothing may be written.
pub fn amend(
    profile: Option<&Arc<SourceFile>>,
    path: &str,
    wanted: &[(String, Wanted)],
    removed: &[String],
) -> Result<Amended, Findings> {
    let empty = SourceFile::new(path, "");
    let source = Source::whole(profile.unwrap_or(&empty), &PROFILE, DEPTH);
    let removed: BTreeSet<&str> = removed.iter().map(String::as_str).collect();
    if source.is_blank() && removed.is_empty() {
        return write_new(source, wanted);
    }
    change(source, &document_of(source)?, wanted, &removed)
}

/// The document of a text that is to be changed at its places.
fn document_of(source: Source<'_>) -> Result<Node<'_>, Findings> {
    let mut findings = Findings::new();
    let document = read_as_typed(source, &mut findings);
    if let Some(document) = document.filter(|node| matches!(node.value(), Value::Map(_))) {
        return Ok(document);
    }
    if !findings.has_error() {
        findings.push(findings::other_kind(Span::new(source.file, 1, 1, 1), &source.file.path));
    }
    Err(findings)
}

/// A text of nothing but the wanted values, behind the comments that may be there.
fn write_new(source: Source<'_>, wanted: &[(String, Wanted)]) -> Result<Amended, Findings> {
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
        let after = Some(plan::shown(&tree));
        drafts.push(Draft { path: name.clone().into_owned(), item: None, before: None, after });
        (name, tree.by(drafts.len() - 1))
    });
    let tree = Tree { held: Held::Map(by_change.collect()), change: None };
    finish(source, splices, &tree, drafts, Vec::new())
}

fn change(
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
        plan.findings.push(findings::nothing_to_remove(Span::whole(source.file), path));
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
        return Err(vec![findings::not_proved(Span::new(source.file, 1, 1, 1))].into());
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
    Err(vec![findings::not_proved(at)].into())
}

/// What came of it, if the document says what it should.
fn settle(
    text: String,
    document: &Node<'_>,
    tree: &Tree<'_>,
    drafts: Vec<Draft>,
    left: Vec<Left>,
) -> Result<Amended, Findings> {
    let Proof { origins, lines } = Proof::of(document, tree).map_err(|at| vec![findings::not_proved(at)])?;
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
