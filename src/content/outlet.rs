//! Units and services that are no goods.

use super::contact::parse_phone;
use super::findings::offer as finding;
use super::hours::read_buka;
use super::mapping::Keys;
use super::suggestion;
use crate::finding::Findings;
use crate::keys::OUTLETS;
use crate::model::Outlet;

/// `gerai:`; what is neither one of the known kinds nor like one is people's own word.
pub(super) fn read_outlets(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<Outlet> {
    let mut known: Vec<Outlet> = Vec::new();
    keys.each("gerai", findings, |keys, findings| {
        let at = keys.span();
        let outlet = read_outlet(keys, findings)?;
        if known.iter().any(|other| (&other.kind, &other.name) == (&outlet.kind, &outlet.name)) {
            findings.push(finding::outlet_twice(at, &outlet.kind));
        }
        known.push(outlet.clone());
        Some(outlet)
    })
}

fn read_outlet(mut keys: Keys<'_>, findings: &mut Findings) -> Option<Outlet> {
    let kind = keys.text_typed("jenis", findings);
    if let Some((line, typed)) = &kind
        && !OUTLETS.contains(&line.as_str())
        && let Some(nearest) = suggestion::nearest(&line.to_lowercase(), OUTLETS)
    {
        findings.push(finding::outlet_kind_like(*typed, nearest));
    }
    let name = keys.local("nama", findings);
    let hours = read_buka(&mut keys, findings);
    let terms = keys.locals("syarat", findings);
    let bring = keys.locals("bawa", findings);
    let phone = keys.parse("telepon", parse_phone, findings);
    keys.finish(findings);
    Some(Outlet { kind: kind?.0, name, hours, terms, bring, phone })
}
