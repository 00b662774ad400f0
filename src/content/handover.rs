//! How goods reach a buyer.

use super::findings::offer as finding;
use super::mapping::Keys;
use super::money::parse_rupiah;
use crate::finding::Findings;
use crate::model::{Delivery, LocalText, Pickup};

/// `ambil:`, each place once.
pub(super) fn read_pickups(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<Pickup> {
    let mut seen = Vec::new();
    keys.each("ambil", findings, |mut keys, findings| {
        let place = keys.local("tempat", findings);
        let times = keys.local("waktu", findings);
        check_once(&keys, place.as_ref(), &mut seen, findings);
        keys.finish(findings);
        Some(Pickup { place: place?, times })
    })
}

/// `antar:`, each area once.
pub(super) fn read_deliveries(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<Delivery> {
    let mut seen = Vec::new();
    keys.each("antar", findings, |mut keys, findings| {
        let area = keys.local("wilayah", findings);
        let cost = keys.parse("ongkos", parse_rupiah, findings);
        let smallest_sum = keys.parse("mulai", parse_rupiah, findings);
        let free_from = keys.parse("gratis", parse_rupiah, findings);
        let is_free_anyway = cost.is_some_and(|cost| cost.amount() == 0) || free_from <= smallest_sum;
        if free_from.is_some() && is_free_anyway {
            findings.push(finding::free_anyway(keys.value_span("gratis")));
        }
        check_once(&keys, area.as_ref(), &mut seen, findings);
        keys.finish(findings);
        Some(Delivery { area: area?, cost, smallest_sum, free_from })
    })
}

fn check_once(keys: &Keys<'_>, name: Option<&LocalText>, seen: &mut Vec<String>, findings: &mut Findings) {
    let Some(name) = name.map(LocalText::original) else { return };
    if seen.iter().any(|other| other == name) {
        findings.push(finding::handover_twice(keys.span(), name));
    }
    seen.push(name.to_owned());
}
