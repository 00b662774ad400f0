//! Codes of goods: the shop's own, and the number on a package. Each stands for one thing of the shop, so that whoever
//! reads a sheet or a feed again knows what is meant.

use std::collections::BTreeMap;

use super::findings::code as finding;
use super::legal::warn_of_lost_zeros;
use super::mapping::Keys;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::Gtin;

/// Codes of one shop that are taken, with the line of who has them.
#[derive(Default)]
pub(super) struct Codes {
    own: BTreeMap<String, u32>,
    gtins: BTreeMap<String, u32>,
}

impl Codes {
    /// `kode` and `gtin` of a product or a variant; a second thing with the same is a finding at the second.
    pub(super) fn read(
        &mut self,
        keys: &mut Keys<'_>,
        findings: &mut Findings,
    ) -> (Option<String>, Option<Gtin>) {
        let own = keys.text_typed("kode", findings).map(|(code, typed)| {
            warn_of_lost_zeros(typed, findings);
            // Sheets and scanners differ in case; a person takes `ss-1` and `SS-1` for one.
            claim(&mut self.own, code.to_uppercase(), typed, findings);
            code
        });
        let gtin = keys.scalar("gtin", findings).and_then(|typed| {
            let gtin = parse_gtin(typed, findings)?;
            claim(&mut self.gtins, gtin.in_14(), typed, findings);
            Some(gtin)
        });
        (own, gtin)
    }
}

fn claim(taken: &mut BTreeMap<String, u32>, code: String, typed: Typed<'_>, findings: &mut Findings) {
    let line = typed.span().line;
    let first = *taken.entry(code).or_insert(line);
    if first != line {
        findings.push(finding::code_taken(typed, first));
    }
}

/// Digits, also in groups: `9 520000 000011`.
fn parse_gtin(typed: Typed<'_>, findings: &mut Findings) -> Option<Gtin> {
    let digits: String = typed.text.chars().filter(|c| !matches!(c, ' ' | '-')).collect();
    let is_whole = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    if !is_whole || !Gtin::has_length(&digits) {
        findings.push(finding::not_a_gtin(typed, lost_in_a_sheet(&digits).as_deref()));
        return None;
    }
    let Some(gtin) = Gtin::parse(&digits) else {
        let before = &digits[..digits.len() - 1];
        let last = Gtin::check_digit(before).unwrap_or_default();
        findings.push(finding::gtin_check_digit(typed, &format!("{before}{last}"), last));
        return None;
    };
    if gtin.is_internal() {
        findings.push(finding::gtin_of_one_shop(typed));
    }
    warn_of_lost_zeros(typed, findings);
    Some(gtin)
}

/// The number that a program took for one to count with: without its zeros in front, or with decimals.
fn lost_in_a_sheet(digits: &str) -> Option<String> {
    let whole = digits.split_once(['.', ',']).filter(|(_, rest)| rest.bytes().all(|byte| byte == b'0'));
    let whole = whole.map_or(digits, |(whole, _)| whole);
    [8, 12, 13, 14]
        .into_iter()
        .filter(|length| (whole.len()..=whole.len() + 2).contains(length))
        .map(|length| format!("{whole:0>length$}"))
        .find(|padded| Gtin::parse(padded).is_some())
}
