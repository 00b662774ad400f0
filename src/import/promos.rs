//! Promotions that a profile has and a sheet with columns for them does not: they stay, and that is told, since buyers see
//! a price that the shop may not want any more.

use std::sync::Arc;

use super::findings::rows as told;
use super::nodes::{at, items};
use super::words::fold;
use crate::content::{Node, Source, read_as_typed};
use crate::finding::{Findings, SourceFile, Span};
use crate::keys::PROFILE;

/// Tells each promotion of a profile that is still to come or to end, of goods whose cells for it are empty.
pub(super) fn tell_left(
    profile: &Arc<SourceFile>,
    without: &[(String, Span)],
    depth: usize,
    findings: &mut Findings,
) {
    // Most profiles have none, and need not be read for it.
    if without.is_empty() || !profile.text.contains("promo") {
        return;
    }
    let source = Source::whole(profile, &PROFILE, depth);
    let Some(document) = read_as_typed(source, &mut Findings::new()) else { return };
    for product in items(at(&document, "produk")) {
        let Some(promo) = at(product, "promo").filter(|promo| !promo.is_empty()) else { continue };
        let name = at(product, "nama").and_then(Node::text).unwrap_or_default();
        let called = fold(name);
        if let Some((_, cell)) = without.iter().find(|(known, _)| *known == called) {
            findings.push(told::promo_left(cell.clone(), name, promo.line()));
        }
    }
}
