//! Telephone numbers, addresses of people and pages.

use super::findings::people as finding;
use super::legal::warn_of_lost_zeros;
use super::mapping::Keys;
use super::typed::Typed;
use crate::finding::Findings;
use crate::model::{Contact, PhoneNumber, WhatsAppNumber, is_hidden};

/// `kontak:`; without any way to reach somebody it is a finding.
pub(super) fn read_contact(mut keys: Keys<'_>, findings: &mut Findings) -> Contact {
    let before = findings.len();
    let contact = Contact {
        whatsapp: keys.parse("whatsapp", parse_whatsapp, findings),
        phone: keys.parse("telepon", parse_phone, findings),
        email: keys.parse("surel", parse_email, findings),
        instagram: read_account(&mut keys, "instagram", findings),
        tiktok: read_account(&mut keys, "tiktok", findings),
        facebook: read_account(&mut keys, "facebook", findings),
        youtube: read_account(&mut keys, "youtube", findings),
        website: keys.parse("situs", parse_link, findings),
        note: keys.local("catatan", findings),
    };
    let at = keys.span();
    keys.finish(findings);
    let is_silent = Contact { note: None, ..contact.clone() } == Contact::default();
    if is_silent && findings.len() == before {
        findings.push(finding::no_contact(at));
    }
    contact
}

/// A number as it was typed, reduced to what a telephone would dial.
#[derive(Debug, PartialEq, Eq)]
enum Dialled {
    /// Indonesian, digits after the country code: `812…`, `22…`. True if the 0 before it was left out.
    National(String, bool),
    /// `1500…`, `0800…`, `14045`: only inside the country, not behind a country code.
    Service(String),
    /// Another country.
    Foreign,
    /// `81200000000.0`: a spreadsheet made a decimal number of it. The digits before its point.
    Decimal(String),
    /// More than one number.
    Several,
    /// No number.
    Unreadable,
}

/// The number in `tel:0812…`, `https://wa.me/62812…?text=…` or `https://api.whatsapp.com/send?phone=62812…`; any other
/// text as it is.
fn without_address(typed: &str) -> &str {
    let without_scheme = ["https://", "http://", "whatsapp://", "tel:"];
    let address = without_scheme.iter().find_map(|scheme| typed.strip_prefix(scheme)).unwrap_or(typed);
    let address = address.strip_prefix("www.").unwrap_or(address);
    if let Some(path) = address.strip_prefix("wa.me/") {
        let path = path.strip_prefix("c/").unwrap_or(path);
        return path.split(['?', '#', '/']).next().unwrap_or_default().trim();
    }
    let sends = ["send", "api.whatsapp.com/send", "web.whatsapp.com/send", "whatsapp.com/send"];
    let query = sends.iter().find_map(|send| {
        let rest = address.strip_prefix(send)?;
        rest.strip_prefix('/').unwrap_or(rest).strip_prefix('?')
    });
    let phone = query.and_then(|query| query.split(['&', '#']).find_map(|pair| pair.strip_prefix("phone=")));
    phone.map_or(address, |phone| phone.strip_prefix("%2B").unwrap_or(phone)).trim()
}

/// The digits of `81200000000.0`. Nobody writes a number with a 0 in front like that.
fn decimal_digits(number: &str) -> Option<&str> {
    let (whole, part) = number.split_once(['.', ','])?;
    let is_whole =
        whole.len() >= 8 && !whole.starts_with('0') && whole.bytes().all(|byte| byte.is_ascii_digit());
    (is_whole && matches!(part, "0" | "00")).then_some(whole)
}

/// An extension behind a number: `022-7234567 ext. 12`. The number, and the digits of the extension.
fn without_extension(number: &str) -> (&str, Option<&str>) {
    const WORDS: [&str; 10] =
        ["ext.", "ext", "extension", "ekst.", "ekst", "pesawat", "pes.", "psw.", "psw", "x"];
    let lower = number.to_ascii_lowercase();
    let found = WORDS.iter().find_map(|word| {
        let at = lower.find(word)?;
        let digits = number.get(at + word.len()..)?.trim_start_matches([' ', ':', '=']);
        let is_extension =
            (1..=6).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        is_extension.then(|| (number[..at].trim_end_matches([' ', ',', ';', '(']), Some(digits)))
    });
    found.unwrap_or((number, None))
}

/// True for `022 7234567-8`: two lines whose numbers differ in their last digit, which would be dialled as one wrong
/// one.
fn names_a_second_line(number: &str) -> bool {
    let Some((first, second)) = number.trim_end().rsplit_once(['-', '\u{2010}', '\u{2011}', '\u{2013}'])
    else {
        return false;
    };
    let second = second.trim_start();
    let digits = first.chars().filter(char::is_ascii_digit).count();
    digits >= 9 && second.len() == 1 && second.bytes().all(|byte| byte.is_ascii_digit())
}

fn dialled(typed: &str) -> Dialled {
    // What a telephone book wraps around a number so that it stays in order: U+202A and its kind.
    let typed: String = typed.chars().filter(|c| !is_hidden(*c)).collect();
    let number = without_address(&typed);
    if let Some(digits) = decimal_digits(number) {
        return Dialled::Decimal(digits.to_owned());
    }
    let is_mark = |c: char| {
        c.is_whitespace() || matches!(c, '-' | '.' | '(' | ')' | '\u{2010}'..='\u{2015}' | '\u{2212}')
    };
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let others = |c: char| !c.is_ascii_digit() && !is_mark(c);
    let has_plus = number.starts_with('+') || number.starts_with("(+");
    let rest = number.trim_start_matches(['(', '+']);
    if rest.contains(['/', ',', ';', '&']) && digits.len() > 16 || names_a_second_line(rest) {
        return Dialled::Several;
    }
    if rest.contains(others) || digits.is_empty() || digits.len() > 18 {
        return Dialled::Unreadable;
    }
    if has_plus || digits.starts_with("00") || (digits.starts_with("62") && digits.len() >= 10) {
        let international = digits.strip_prefix("00").unwrap_or(&digits);
        return match international.strip_prefix("62") {
            Some(national) => Dialled::National(national.trim_start_matches('0').to_owned(), false),
            None => Dialled::Foreign,
        };
    }
    if digits.starts_with("0800") || digits.starts_with("0807") || digits.starts_with("0809") {
        return Dialled::Service(digits);
    }
    match digits.strip_prefix('0') {
        Some(national) => Dialled::National(national.to_owned(), false),
        None if digits.starts_with("15") || digits.starts_with("14") => Dialled::Service(digits),
        None if digits.starts_with('8') && digits.len() >= 9 => Dialled::National(digits, true),
        // A landline out of a spreadsheet: an area code begins with 2 to 7 or 9.
        None if !digits.starts_with('1') && (8..=11).contains(&digits.len()) => {
            Dialled::National(digits, true)
        }
        None => Dialled::Unreadable,
    }
}

/// A mobile number in any of the usual spellings.
pub(super) fn parse_whatsapp(typed: Typed<'_>, findings: &mut Findings) -> Option<WhatsAppNumber> {
    let dialled = dialled(typed.text);
    if let Dialled::National(national, without_zero) = &dialled {
        if let Some(number) = WhatsAppNumber::from_digits(&format!("62{national}")) {
            if *without_zero {
                findings.push(finding::number_without_zero(typed, &number.national()));
            }
            return Some(number);
        }
        findings.push(
            if national.starts_with('8') && !national.starts_with("80") && !national.starts_with("84") {
                finding::number_length(typed, national.len() + 1)
            } else {
                finding::not_mobile(typed)
            },
        );
        return None;
    }
    findings.push(match dialled {
        Dialled::Service(_) => finding::not_mobile(typed),
        Dialled::Foreign => finding::foreign_number(typed),
        Dialled::Several => finding::several_numbers(typed),
        Dialled::Decimal(digits) => finding::decimal_number(typed, &written(&digits)),
        Dialled::National(..) | Dialled::Unreadable => {
            if let Some(number) = with_digits(typed.text).filter(|number| mobile(number).is_some()) {
                findings.push(finding::letters_in_number(typed, &number));
                return None;
            }
            let number = number_among_words(typed.text);
            finding::not_a_number(typed, number.filter(|number| mobile(number).is_some()))
        }
    });
    None
}

/// The one number in `0812-0000-0000 (Bu Neneng)` or `WA: 0812-0000-0000`. `None` where there are several, or none
/// whose area code or 0 is written.
fn number_among_words(typed: &str) -> Option<&str> {
    let is_of_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '-' | '.' | '+');
    let pieces = typed.split(|c: char| !is_of_number(c)).map(|piece| piece.trim_matches([' ', '-', '.']));
    let mut numbers = pieces.filter(|piece| piece.bytes().filter(u8::is_ascii_digit).count() >= 5);
    let number = numbers.next().filter(|_| numbers.next().is_none())?;
    let is_whole =
        matches!(dialled(number), Dialled::National(digits, false) if (8..=13).contains(&digits.len()));
    is_whole.then_some(number)
}

/// `O812-0000-00O1` with the digits that its letters look like; `None` if it is no whole number then either.
fn with_digits(typed: &str) -> Option<String> {
    let number = typed.replace(['O', 'o'], "0").replace(['l', 'I'], "1");
    let is_whole =
        matches!(dialled(&number), Dialled::National(digits, false) if (8..=13).contains(&digits.len()));
    (is_whole && number != typed).then_some(number)
}

/// A number that WhatsApp can have.
fn mobile(number: &str) -> Option<WhatsAppNumber> {
    let Dialled::National(national, _) = dialled(number) else { return None };
    WhatsAppNumber::from_digits(&format!("62{national}"))
}

/// Digits as people write a number: `0812-0000-0000`, or with a 0 in front for a landline.
fn written(digits: &str) -> String {
    let national = digits.strip_prefix("62").filter(|rest| rest.len() >= 8).unwrap_or(digits);
    WhatsAppNumber::from_digits(&format!("62{national}"))
        .map_or(format!("0{national}"), |number| number.national())
}

/// A number to call.
pub(super) fn parse_phone(typed: Typed<'_>, findings: &mut Findings) -> Option<PhoneNumber> {
    let number = without_address(typed.text);
    let is_address = number != typed.text;
    let (main, extension) = without_extension(typed.text);
    match dialled(main) {
        Dialled::National(digits, without_zero) if (7..=13).contains(&digits.len()) => {
            if without_zero {
                findings.push(finding::number_without_zero(typed, &written(&digits)));
            }
            warn_of_lost_zeros(typed, findings);
            let shown: String = typed.line().chars().filter(|c| !is_hidden(*c)).collect();
            let shown = if without_zero || is_address { written(&digits) } else { shown };
            let extension = extension.map(|digits| format!(";ext={digits}")).unwrap_or_default();
            Some(PhoneNumber { dial: format!("+62{digits}{extension}"), shown })
        }
        Dialled::Service(digits) if (5..=13).contains(&digits.len()) => {
            Some(PhoneNumber { dial: digits, shown: number.split_whitespace().collect::<Vec<_>>().join(" ") })
        }
        Dialled::National(national, _) => {
            findings.push(finding::number_length(typed, national.len() + 1));
            None
        }
        Dialled::Foreign => {
            findings.push(finding::foreign_number(typed));
            None
        }
        Dialled::Several => {
            findings.push(finding::several_numbers(typed));
            None
        }
        Dialled::Decimal(digits) => {
            findings.push(finding::decimal_number(typed, &written(&digits)));
            None
        }
        Dialled::Service(_) | Dialled::Unreadable => {
            findings.push(match with_digits(typed.text) {
                Some(number) => finding::letters_in_number(typed, &number),
                None => finding::not_a_number(typed, number_among_words(typed.text)),
            });
            None
        }
    }
}

/// An address of mail, `nama@contoh.id`; a `mailto:` before it is taken off.
pub(super) fn parse_email(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let address = typed.text.strip_prefix("mailto:").unwrap_or(typed.text);
    let is_part = |part: &str, marks: &[char]| {
        !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || marks.contains(&c))
    };
    let valid = address.split_once('@').is_some_and(|(user, host)| {
        is_part(user, &['.', '_', '-', '+'])
            && is_part(host, &['.', '-'])
            && host.contains('.')
            && host.split('.').all(|label| !label.is_empty() && !label.starts_with('-'))
    });
    if valid && address.len() <= 254 {
        return Some(address.to_owned());
    }
    findings.push(finding::not_an_email(typed));
    None
}

/// First parts of addresses of a network that are no account: what is shared from a phone, and the network's own pages.
const NO_ACCOUNTS: [&str; 27] = [
    "accounts",
    "c",
    "channel",
    "events",
    "explore",
    "groups",
    "login",
    "marketplace",
    "p",
    "pages",
    "people",
    "permalink.php",
    "photo",
    "photo.php",
    "playlist",
    "profile.php",
    "reel",
    "reels",
    "share",
    "sharer",
    "shorts",
    "stories",
    "story.php",
    "tag",
    "user",
    "video",
    "watch",
];

/// The domain of the network whose accounts stand at a key.
pub(super) fn account_host(key: &str) -> Option<&'static str> {
    match key {
        "instagram" => Some("instagram.com"),
        "tiktok" => Some("tiktok.com"),
        "facebook" => Some("facebook.com"),
        "youtube" => Some("youtube.com"),
        _ => None,
    }
}

fn read_account(keys: &mut Keys<'_>, name: &'static str, findings: &mut Findings) -> Option<String> {
    let host = account_host(name)?;
    keys.parse(name, |typed, findings| parse_account(typed, host, findings), findings)
}

/// An account, with or without `@`, or copied as an address of its platform.
pub(super) fn parse_account(typed: Typed<'_>, host: &str, findings: &mut Findings) -> Option<String> {
    let text = typed.text;
    let without_scheme = text.trim_start_matches("https://").trim_start_matches("http://");
    let (domain, path) = without_scheme.split_once('/').unwrap_or((without_scheme, ""));
    let is_address = domain == host || domain.strip_suffix(host).is_some_and(|sub| sub.ends_with('.'));
    let account = account_of(path).filter(|name| !needs_at(host) || name.starts_with('@'));
    let Some(name) = (if is_address { account } else { Some(text) }) else {
        findings.push(finding::shared_not_an_account(typed, host));
        return None;
    };
    let name = name.strip_prefix('@').unwrap_or(name);
    let valid = (1..=60).contains(&name.len())
        && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-'));
    if valid {
        return Some(name.to_owned());
    }
    findings.push(finding::not_an_account(typed));
    None
}

/// Networks whose addresses of accounts all have an `@`: what has none is a link for sharing, `vt.tiktok.com/ZSabc`.
fn needs_at(host: &str) -> bool {
    host == "tiktok.com"
}

/// The account that the path of an address names. A page of Facebook without a name has a number, which stands behind
/// `profile.php?id=`, `people/name/` or `pages/name/`, and leads to the page as a name would.
fn account_of(path: &str) -> Option<&str> {
    let (path, query) = path.split_once('?').unwrap_or((path, ""));
    let mut parts = path.split(['#', '/']).filter(|part| !part.is_empty());
    let first = parts.next()?;
    let is_number = |text: &&str| text.len() > 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    match first {
        "profile.php" => query.split('&').find_map(|pair| pair.strip_prefix("id=")).filter(is_number),
        "people" | "pages" => parts.nth(1).filter(is_number),
        _ if NO_ACCOUNTS.contains(&first) => None,
        _ => Some(first),
    }
}

/// An https address.
pub(super) fn parse_link(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    match link_fault(typed.text) {
        None => Some(typed.text.to_owned()),
        Some(LinkFault::NoScheme) => {
            findings.push(finding::link_without_https(typed, &format!("https://{}", typed.text)));
            None
        }
        Some(LinkFault::Http) => {
            let mended = typed.text.replacen("http://", "https://", 1);
            findings.push(finding::link_without_https(typed, &mended));
            None
        }
        Some(LinkFault::Malformed) => {
            findings.push(finding::not_a_link(typed));
            None
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum LinkFault {
    Http,
    NoScheme,
    Malformed,
}

fn link_fault(text: &str) -> Option<LinkFault> {
    let is_sound = |rest: &str| {
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let (name, port) = host.split_once(':').unwrap_or((host, "443"));
        let is_label = |label: &str| {
            !label.is_empty()
                && label.chars().all(|c| c.is_alphanumeric() || c == '-')
                && !label.starts_with('-')
        };
        name.contains('.')
            && name.split('.').all(is_label)
            && port.parse::<u16>().is_ok()
            && !rest.contains(|c: char| c.is_whitespace() || c.is_control() || "<>\"'`\\{}|^".contains(c))
    };
    if text.len() > 2_000 {
        return Some(LinkFault::Malformed);
    }
    if let Some(rest) = text.strip_prefix("https://") {
        return (!is_sound(rest)).then_some(LinkFault::Malformed);
    }
    if let Some(rest) = text.strip_prefix("http://") {
        return Some(if is_sound(rest) { LinkFault::Http } else { LinkFault::Malformed });
    }
    let looks_like_host = !text.contains(':') && is_sound(text);
    Some(if looks_like_host { LinkFault::NoScheme } else { LinkFault::Malformed })
}

/// The host of an https address, in lower case.
pub(super) fn host(link: &str) -> String {
    let rest = link.strip_prefix("https://").unwrap_or(link);
    rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests;
