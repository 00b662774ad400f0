//! Promotions that a profile has and a sheet with columns for them does not: an empty cell takes nothing away unasked,
//! but buyers see a price that the shop may not want any more, so to take it out is proposed.

use std::sync::Arc;

use super::findings::rows as told;
use super::nodes::{at, items};
use super::words::fold;
use crate::content::{Node, Source, read_as_typed};
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::PROFILE;

/// Tells each promotion of a profile whose cells are empty: `without` names these goods. Gives the paths of those to be
/// taken out, which are all of them if proposals are taken.
pub(super) fn emptied(
    profile: &Arc<SourceFile>,
    without: &[(String, Span)],
    accepts: bool,
    depth: usize,
    findings: &mut Findings,
) -> Vec<String> {
    let mut removed = Vec::new();
    // Most profiles have none, and need not be read for it.
    if without.is_empty() || !profile.text.contains("promo") {
        return removed;
    }
    let source = Source::whole(profile, &PROFILE, depth);
    let Some(document) = read_as_typed(source, &mut Findings::new()) else { return removed };
    for (number, product) in (1..).zip(items(at(&document, "produk"))) {
        let Some(promo) = at(product, "promo").filter(|promo| !promo.is_empty()) else { continue };
        let name = at(product, "nama").and_then(Node::text).unwrap_or_default();
        let called = fold(name);
        if let Some((_, cell)) = without.iter().find(|(known, _)| *known == called) {
            findings.push(told::promo_emptied(cell.clone(), name, promo.line(), accepts));
            removed.push(format!("produk[{number}].promo"));
        }
    }
    removed.retain(|_| accepts);
    removed
}
