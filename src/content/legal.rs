//! Identifiers: kept as they were typed, warned about where their shape is odd, since registers and
//! officials write them in many ways and none of them is ours to reject.

use super::date::parse_date;
use super::findings::legal as finding;
use super::mapping::Keys;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::{Certificates, Date, Legal};

/// Days before the end of a certificate from which it is advised to renew it.
const RENEW_DAYS: i32 = 60;

/// `legal:`: numbers of registers. An odd shape is a warning, and the number is kept as typed.
pub(super) fn read_legal(mut keys: Keys<'_>, findings: &mut Findings) -> Legal {
    let legal = Legal {
        entity_number: identifier(&mut keys, "badan_hukum", is_entity_number, findings),
        cooperative_number: identifier(&mut keys, "nik_koperasi", is_cooperative_number, findings),
        business_number: identifier(&mut keys, "nib", |text| count_digits(text, &[13]), findings),
        tax_number: read_tax_number(&mut keys, findings),
    };
    keys.finish(findings);
    legal
}

/// `sertifikat:` of a product; one that has lapsed, or soon will, is told.
pub(super) fn read_certificates(mut keys: Keys<'_>, today: Date, findings: &mut Findings) -> Certificates {
    let halal = keys.scalar("halal", findings);
    if let Some(typed) = halal {
        check_halal(typed, findings);
    }
    let certificates = Certificates {
        halal: halal.map(|typed| typed.line()),
        pirt: identifier(&mut keys, "pirt", is_pirt, findings),
        bpom: identifier(&mut keys, "bpom", is_bpom, findings),
        other: keys.text("lainnya", findings),
        valid_until: keys.parse("berlaku_sampai", parse_date, findings),
    };
    if let Some(until) = certificates.valid_until {
        let at = keys.key_span("berlaku_sampai");
        if until < today {
            findings.push(finding::certificate_lapsed(at, until));
        } else if (until - today).get_days() <= RENEW_DAYS {
            findings.push(finding::certificate_about_to_lapse(at, until));
        }
    }
    keys.finish(findings);
    certificates
}

/// `npwp:`. Of the numbers of 15 digits the ninth checks the eight before it, also where a 0 in front made 16 of them;
/// other numbers of 16 digits have no such digit.
fn read_tax_number(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<String> {
    let number = identifier(keys, "npwp", |text| count_digits(text, &[15, 16]), findings)?;
    let digits: Vec<u8> = number.bytes().filter(u8::is_ascii_digit).collect();
    let old = if digits.len() == 16 { digits.strip_prefix(b"0") } else { Some(digits.as_slice()) };
    if old.is_some_and(|old| old.len() == 15 && !passes_luhn(&old[..9])) {
        findings.push(finding::odd_check_digit(keys.value_span("npwp"), &number));
    }
    Some(number)
}

/// The check digit at the end of a number: from the right every second digit counts twice, the digits of the results
/// add up to a multiple of ten. Source: ISO/IEC 7812-1, annex B.
fn passes_luhn(digits: &[u8]) -> bool {
    let weighed = digits.iter().rev().enumerate().map(|(place, digit)| {
        let value = u32::from(digit - b'0') << (place % 2);
        value / 10 + value % 10
    });
    weighed.sum::<u32>().is_multiple_of(10)
}

fn identifier(
    keys: &mut Keys<'_>,
    name: &'static str,
    is_usual: impl Fn(&str) -> bool,
    findings: &mut Findings,
) -> Option<String> {
    let typed = keys.scalar(name, findings)?;
    if !is_usual(typed.text) {
        findings.push(finding::odd_identifier(typed));
    }
    warn_of_lost_zeros(typed, findings);
    Some(typed.line())
}

/// Digits that other programs take for a number and write without the 0 in front, or in another base.
pub(super) fn warn_of_lost_zeros(typed: Typed<'_>, findings: &mut Findings) {
    if typed.is_plain() && typed.text.starts_with('0') && is_digits(typed.text) {
        findings.push(finding::zero_may_get_lost(typed));
    }
}

fn check_halal(typed: Typed<'_>, findings: &mut Findings) {
    let plain = plain(typed.text);
    if plain.starts_with("KH") || plain.starts_with("LPPOM") {
        findings.push(finding::halal_kh(typed));
    } else if !plain.strip_prefix("ID").is_some_and(|digits| is_digits(digits) && digits.len() == 17) {
        findings.push(finding::odd_identifier(typed));
    }
}

/// Letters and digits in upper case.
fn plain(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Only digits and the usual marks, as many as one of the counts.
fn count_digits(text: &str, counts: &[usize]) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | ' ')) && counts.contains(&digits)
}

/// `AHU-0025573.AH.01.29.TAHUN 2025`, or an old number with `/BH/` in it.
fn is_entity_number(text: &str) -> bool {
    let upper = text.to_uppercase();
    if upper.contains("/BH/") || upper.starts_with("BH/") {
        return upper.chars().any(|c| c.is_ascii_digit());
    }
    let Some(rest) = upper.replace(' ', "").strip_prefix("AHU-").map(str::to_owned) else { return false };
    let mut parts = rest.splitn(2, ".AH.01.");
    let (number, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    let year = kind
        .get(2..)
        .unwrap_or_default()
        .trim_start_matches('.')
        .trim_start_matches("TAHUN")
        .trim_start_matches('T');
    (4..=7).contains(&number.len())
        && is_digits(number)
        && kind.get(..2).is_some_and(is_digits)
        && year.len() == 4
        && is_digits(year)
}

/// Its length is not settled: 12 to 16 digits are in use.
fn is_cooperative_number(text: &str) -> bool {
    count_digits(text, &[12, 13, 14, 15, 16])
}

/// `P-IRT 2063204010001-30`: 15 digits, the first 1 to 8.
fn is_pirt(text: &str) -> bool {
    let plain = plain(text);
    let digits = plain.trim_start_matches("PIRT").trim_start_matches("NO");
    digits.len() == 15 && is_digits(digits) && matches!(digits.as_bytes()[0], b'1'..=b'8')
}

/// `MD` or `ML` with 12 or 15 digits.
fn is_bpom(text: &str) -> bool {
    let plain = plain(text);
    let digits = plain.strip_prefix("BPOM").unwrap_or(&plain).trim_start_matches("RI");
    let digits = digits.strip_prefix("MD").or_else(|| digits.strip_prefix("ML"));
    digits.is_some_and(|digits| is_digits(digits) && matches!(digits.len(), 12 | 15))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_in_their_usual_shapes_are_not_warned_about() {
        for number in [
            "AHU-0025573.AH.01.29.TAHUN 2025",
            "ahu-0000014.ah.01.26.tahun 2021",
            "AHU-0000014.AH.01.29.T2021",
            "518.08/96/BH/XIV.10/VIII/2008",
            "219/BH/KWK.10/VI/1997",
            "0040/BH/518-KOP/IX/1999",
        ] {
            assert!(is_entity_number(number), "{number}");
        }
        assert!(is_pirt("P-IRT 2063204010001-30") && is_pirt("206320401000130"));
        assert!(is_bpom("MD 000000000211") && is_bpom("BPOM RI ML 123456789012345"));
        assert!(count_digits("00.000.021.6-000.000", &[15, 16]));
    }

    #[test]
    fn the_ninth_digit_of_a_tax_number_checks_the_others() {
        assert!(passes_luhn(b"000000216") && passes_luhn(b"000000000"));
        assert!(!passes_luhn(b"000000210") && !passes_luhn(b"000000126"));
    }

    #[test]
    fn other_shapes_are() {
        for number in ["123", "AHU-1.AH.01.29.TAHUN 2025", "AHU-0025573.AH.01.29", "sedang diurus"] {
            assert!(!is_entity_number(number), "{number}");
        }
        assert!(!is_pirt("P-IRT 9063204010001-30") && !is_pirt("P-IRT 123"));
        assert!(!is_bpom("SP 123456789012") && !is_bpom("MD"));
    }
}
