//! Addresses as machines write them: names of hosts in ASCII, other characters of the path as bytes. Pages may show what
//! people read; robots.txt, the sitemap and feeds take nothing else.

use std::fmt::Write as _;

use super::composed::composed;

/// The numbers of RFC 3492, section 5.
const BASE: u32 = 36;
const T_MIN: u32 = 1;
const T_MAX: u32 = 26;
const SKEW: u32 = 38;
const DAMP: u32 = 700;
const FIRST_BIAS: u32 = 72;
const FIRST_CODE: u32 = 128;

/// `https://xn--caf-dma.id/kopi%C3%A9/` of `https://café.id/kopié/`; what is ASCII stays as it is. `None` for a name of a
/// host that is longer than names may be.
pub(super) fn ascii_address(address: &str) -> Option<String> {
    if address.is_ascii() {
        return Some(address.to_owned());
    }
    let (scheme, rest) = address.split_once("://")?;
    let (host, path) = rest.split_at(rest.find('/').unwrap_or(rest.len()));
    let labels: Option<Vec<String>> = host.split('.').map(ascii_label).collect();
    let mut ascii = format!("{scheme}://{}", labels?.join("."));
    for byte in composed(path).bytes() {
        if byte.is_ascii() {
            ascii.push(char::from(byte));
        } else {
            // Writing to a String cannot fail.
            let _ = write!(ascii, "%{byte:02X}");
        }
    }
    Some(ascii)
}

/// One part of a host's name; longest 63 characters (RFC 1035).
fn ascii_label(label: &str) -> Option<String> {
    if label.is_ascii() {
        return Some(label.to_owned());
    }
    let letters: Vec<char> = composed(&label.to_lowercase()).chars().collect();
    let encoded = format!("xn--{}", encode(&letters)?);
    (encoded.len() <= 63).then_some(encoded)
}

/// Source: RFC 3492, section 6.3. `None` where numbers overflow.
fn encode(letters: &[char]) -> Option<String> {
    let mut out: String = letters.iter().filter(|c| c.is_ascii()).collect();
    let basic = u32::try_from(out.len()).ok()?;
    if basic > 0 {
        out.push('-');
    }
    let (mut code, mut delta, mut bias, mut handled) = (FIRST_CODE, 0_u32, FIRST_BIAS, basic);
    let total = u32::try_from(letters.len()).ok()?;
    while handled < total {
        let next = letters.iter().map(|c| u32::from(*c)).filter(|c| *c >= code).min()?;
        delta = delta.checked_add((next - code).checked_mul(handled + 1)?)?;
        code = next;
        for letter in letters.iter().map(|c| u32::from(*c)) {
            if letter < code {
                delta = delta.checked_add(1)?;
            }
            if letter == code {
                push_number(&mut out, delta, bias);
                bias = adapt(delta, handled + 1, handled == basic);
                delta = 0;
                handled += 1;
            }
        }
        delta = delta.checked_add(1)?;
        code += 1;
    }
    Some(out)
}

fn push_number(out: &mut String, mut number: u32, bias: u32) {
    let mut k = BASE;
    loop {
        let threshold = k.saturating_sub(bias).clamp(T_MIN, T_MAX);
        if number < threshold {
            break;
        }
        out.push(digit(threshold + (number - threshold) % (BASE - threshold)));
        number = (number - threshold) / (BASE - threshold);
        k += BASE;
    }
    out.push(digit(number));
}

/// `a` to `z`, then `0` to `9`.
fn digit(value: u32) -> char {
    let offset = if value < 26 { u32::from(b'a') } else { u32::from(b'0') - 26 };
    char::from_u32(offset + value).unwrap_or('a')
}

fn adapt(delta: u32, points: u32, is_first: bool) -> u32 {
    let mut delta = if is_first { delta / DAMP } else { delta / 2 };
    delta += delta / points;
    let mut k = 0;
    while delta > ((BASE - T_MIN) * T_MAX) / 2 {
        delta /= BASE - T_MIN;
        k += BASE;
    }
    k + (BASE - T_MIN + 1) * delta / (delta + SKEW)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_hosts_are_encoded_as_the_standard_says() {
        // Source: RFC 3492, section 7.1 (A, D and L), and names in use.
        for (label, encoded) in [
            ("ليهمابتكلموشعربي؟", "xn--egbpdaj6bu4bxfgehfvwxn"),
            ("pročprostěnemluvíčesky", "xn--proprostnemluvesky-uyb24dma41a"),
            ("3年b組金八先生", "xn--3b-ww4c5e180e575a65lsy2b"),
            ("bücher", "xn--bcher-kva"),
            ("Café", "xn--caf-dma"),
            ("cafe\u{301}", "xn--caf-dma"),
            ("susu", "susu"),
        ] {
            assert_eq!(ascii_label(label).as_deref(), Some(encoded), "{label}");
        }
        assert_eq!(ascii_label(&"é".repeat(80)), None);
    }

    #[test]
    fn the_path_of_an_address_is_written_as_bytes() {
        let ascii = |address: &str| ascii_address(address).expect("short enough");
        assert_eq!(ascii("https://café.id/kopié/"), "https://xn--caf-dma.id/kopi%C3%A9/");
        assert_eq!(ascii("https://kopi.id/teh%20a/é"), "https://kopi.id/teh%20a/%C3%A9");
        assert_eq!(ascii("https://kopi.id/a/"), "https://kopi.id/a/");
    }
}
