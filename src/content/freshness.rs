//! `kesegaran:` of `etalase.yaml`: when what cooperatives tell counts as old.

use super::findings::site as finding;
use super::mapping::Keys;
use crate::finding::Findings;
use crate::keys::WEIGHTS;
use crate::settings::{AgeWeight, Ages, Freshness};

const WEIGHT_WORDS: [(&str, AgeWeight); 3] =
    [(WEIGHTS[0], AgeWeight::Decides), (WEIGHTS[1], AgeWeight::Counts), (WEIGHTS[2], AgeWeight::Ignored)];

pub(super) fn read_freshness(mut keys: Keys<'_>, findings: &mut Findings) -> Freshness {
    let defaults = Freshness::default();
    let mut ages = |name: &'static str, defaults: Ages| {
        keys.map(name, findings).map_or(defaults, |keys| read_ages(keys, defaults, findings))
    };
    let freshness = Freshness {
        price: ages("harga", defaults.price),
        promo: ages("promo", defaults.promo),
        certificate: ages("sertifikat", defaults.certificate),
        meeting: ages("rat", defaults.meeting),
        opening: ages("peluang", defaults.opening),
        profile: ages("profil", defaults.profile),
        silent_days: keys.number("diam", findings).map_or(defaults.silent_days, days),
    };
    keys.finish(findings);
    freshness
}

fn read_ages(mut keys: Keys<'_>, defaults: Ages, findings: &mut Findings) -> Ages {
    let ageing_days = keys.number("menua", findings).map_or(defaults.ageing_days, days);
    let stale_days = keys.number("lama", findings).map_or(defaults.stale_days, days);
    let weight = keys.choice("bobot", &WEIGHT_WORDS, findings).unwrap_or(defaults.weight);
    if stale_days < ageing_days {
        let at = ["lama", "menua"].into_iter().find(|name| keys.has(name)).unwrap_or("lama");
        findings.push(finding::stale_before_ageing(keys.key_span(at), ageing_days, stale_days));
        return defaults;
    }
    keys.finish(findings);
    Ages { ageing_days, stale_days, weight }
}

fn days(number: u32) -> i32 {
    i32::try_from(number).unwrap_or(i32::MAX)
}
