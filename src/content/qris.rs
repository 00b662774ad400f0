//! QRIS: the text of a merchant's payment code. It is shown as it is, so it is checked as it is: structure,
//! checksum, country and currency, and whether the merchant's name is the cooperative's, since codes get
//! swapped. Source: `EMVCo` QR Code Specification for Payment Systems, merchant-presented mode, 1.1.

use super::findings::qris as finding;
use super::merchant::{Agreement, agreement};
use super::photo::check_path;
use super::reader::Reader;
use super::typed::Typed;
use crate::finding::{Findings, Level};
use crate::model::Qris;

/// Longest merchant name that is accepted, in characters. `EMVCo` allows 25; acquirers have issued 26 and more.
const MAX_NAME: usize = 30;

/// The key of a photo in place of the text.
const PHOTO_KEY: &str = "qris_foto";

/// One field: two digits of id, two digits of length, value.
type Field<'p> = (&'p str, &'p str);

/// What is wrong with a payload.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Not a QRIS text, or a field that runs past the end.
    Structure,
    /// The checksum that it says and that it has.
    Checksum(String, String),
    /// Another country or currency.
    NotIndonesian,
    /// No merchant name, or one that is too long.
    Name,
    /// An amount that is no plain number.
    Amount,
}

/// What a sound payload says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Payload<'p> {
    text: &'p str,
    merchant_name: &'p str,
    city: &'p str,
    nmid: Option<&'p str>,
    is_one_time: bool,
    amount: Option<&'p str>,
}

/// What the payment code in a photo says. A photo may show other codes, a web address say, but one QRIS at most:
/// of two nobody knows which one is meant.
pub(super) fn code_in_photo<'r>(
    typed: Typed<'_>,
    reader: &Reader<'r>,
    findings: &mut Findings,
) -> Option<&'r str> {
    let path = check_path(typed, reader, findings)?;
    let codes = match reader.codes {
        Some(Ok(codes)) => codes,
        Some(Err(fault)) => {
            let site_path = format!("{}/{path}", reader.folder.path);
            let fault = crate::finding::Finding { level: Level::Error, ..fault.finding(&site_path) };
            findings.push(super::findings::photo::photo_faulty(typed, &fault));
            return None;
        }
        None => {
            findings.push(finding::no_code_in_photo(typed));
            return None;
        }
    };
    let payments: Vec<&str> =
        codes.iter().map(String::as_str).filter(|code| code.trim_start().starts_with("000201")).collect();
    match (payments.as_slice(), codes.len()) {
        ([one], _) => return Some(one),
        ([], 0) => findings.push(finding::no_code_in_photo(typed)),
        ([], _) => {
            let first = codes.first().map(String::as_str).unwrap_or_default();
            findings.push(finding::photo_of_another_code(typed.leading_to(first)));
        }
        (several, _) => findings.push(finding::several_codes_in_photo(typed, several.len())),
    }
    None
}

/// Whose a code has to be.
pub(super) struct Owner<'o> {
    /// The names that the cooperative goes by.
    pub(super) names: &'o [&'o str],
    /// Its number as a merchant, typed from a paper of its own.
    pub(super) nmid: Option<Typed<'o>>,
}

/// A code of a profile, held against the names and the number that the cooperative has.
pub(super) fn read_qris(
    typed: Typed<'_>,
    with_amount: bool,
    owner: &Owner<'_>,
    findings: &mut Findings,
) -> Option<Qris> {
    let payload = match parse_payload(typed.text) {
        Ok(payload) => payload,
        Err(fault) => {
            findings.push(match fault {
                Fault::Structure if typed.key == PHOTO_KEY => finding::photo_of_another_code(typed),
                Fault::Structure => finding::not_qris(typed),
                Fault::Checksum(said, right) => finding::wrong_checksum(typed, &said, &right),
                Fault::NotIndonesian => finding::not_indonesian(typed),
                Fault::Name => finding::no_merchant_name(typed),
                Fault::Amount => finding::bad_amount(typed),
            });
            return None;
        }
    };
    if payload.is_one_time {
        findings.push(finding::one_time(typed));
    }
    if let Some(amount) = payload.amount {
        findings.push(finding::has_amount(typed, amount));
    }
    if !is_owned(typed, &payload, owner, findings) {
        return None;
    }
    Some(Qris {
        payload: payload.text.to_owned(),
        merchant_name: payload.merchant_name.to_owned(),
        city: payload.city.to_owned(),
        nmid: payload.nmid.map(str::to_owned),
        // A code that has its sum, or can be paid once only, takes no other.
        with_amount: with_amount && !payload.is_one_time && payload.amount.is_none(),
    })
}

/// False for the code of somebody else. The number decides where it is known; else the name does, and one that others
/// may have as well is told.
fn is_owned(typed: Typed<'_>, payload: &Payload<'_>, owner: &Owner<'_>, findings: &mut Findings) -> bool {
    let best = owner.names.iter().map(|name| agreement(payload.merchant_name, name)).max();
    let agreement = best.unwrap_or(Agreement::None);
    match (owner.nmid, payload.nmid) {
        (Some(ours), Some(theirs)) if plain_nmid(ours.text) != plain_nmid(theirs) => {
            findings.push(finding::other_nmid(ours, theirs, payload.merchant_name));
            false
        }
        (Some(_), Some(_)) => true,
        _ if agreement == Agreement::None => {
            findings.push(finding::other_merchant(typed, payload.merchant_name, owner.names));
            false
        }
        (_, nmid) => {
            if agreement == Agreement::Shared {
                findings.push(finding::name_of_many(typed, payload.merchant_name, nmid));
            }
            true
        }
    }
}

/// `ID1020041698835` also where it was typed in groups.
fn plain_nmid(nmid: &str) -> String {
    nmid.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_uppercase()).collect()
}

/// True for `ID` and 13 digits.
pub(super) fn is_nmid(text: &str) -> bool {
    let plain = plain_nmid(text);
    plain
        .strip_prefix("ID")
        .is_some_and(|digits| digits.len() == 13 && digits.bytes().all(|b| b.is_ascii_digit()))
}

/// Reads a payload; white space around it, as chats add it, is not part of it.
pub(super) fn parse_payload(typed: &str) -> Result<Payload<'_>, Fault> {
    let text = typed.trim();
    if text.contains(char::is_control) || text.len() > 2_000 || !text.starts_with("000201") {
        return Err(Fault::Structure);
    }
    let fields = fields(text).ok_or(Fault::Structure)?;
    let Some((("63", said), rest)) = fields.split_last() else { return Err(Fault::Structure) };
    if !(said.len() == 4 && said.is_ascii()) || rest.iter().any(|(id, _)| *id == "63") {
        return Err(Fault::Structure);
    }
    let right = format!("{:04X}", crc16(&text.as_bytes()[..text.len() - 4]));
    if !said.eq_ignore_ascii_case(&right) {
        return Err(Fault::Checksum((*said).to_owned(), right));
    }
    let value = |wanted: &str| fields.iter().find(|(id, _)| *id == wanted).map(|(_, value)| *value);
    if value("58") != Some("ID") || value("53") != Some("360") {
        return Err(Fault::NotIndonesian);
    }
    let merchant_name = value("59").map(str::trim).unwrap_or_default();
    if merchant_name.is_empty() || merchant_name.chars().count() > MAX_NAME {
        return Err(Fault::Name);
    }
    let amount = value("54");
    if amount.is_some_and(|amount| !is_amount(amount)) {
        return Err(Fault::Amount);
    }
    let national = value("51").and_then(self::fields);
    let nmid =
        national.and_then(|inner| inner.into_iter().find(|(id, _)| *id == "02")).map(|(_, value)| value);
    Ok(Payload {
        text,
        merchant_name,
        city: value("60").map(str::trim).unwrap_or_default(),
        nmid,
        is_one_time: value("01") == Some("12"),
        amount,
    })
}

/// Fields one after the other, to the end; `None` if one runs past it. Lengths count characters, as the specification
/// has it; beyond ASCII some issuers count the bytes of UTF-8.
fn fields(text: &str) -> Option<Vec<Field<'_>>> {
    let in_characters =
        |rest: &str, length| rest.char_indices().map(|(at, _)| at).chain([rest.len()]).nth(length);
    fields_by(text, in_characters).or_else(|| fields_by(text, |_, length| Some(length)))
}

/// Fields whose lengths count as `end` says: the byte at which so many of a text end.
fn fields_by(text: &str, end: impl Fn(&str, usize) -> Option<usize>) -> Option<Vec<Field<'_>>> {
    let mut found = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (id, length) = (rest.get(..2)?, rest.get(2..4)?);
        if !id.bytes().chain(length.bytes()).all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let below = rest.get(4..)?;
        let value = below.get(..end(below, length.parse().ok()?)?)?;
        found.push((id, value));
        rest = &below[value.len()..];
    }
    (!found.is_empty()).then_some(found)
}

fn is_amount(amount: &str) -> bool {
    let (whole, part) = amount.split_once('.').unwrap_or((amount, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    is_digits(whole) && is_digits(part) && amount.len() <= 13
}

/// CRC-16/CCITT-FALSE: polynomial 0x1021, initial value 0xFFFF, not reflected.
pub(super) fn crc16(bytes: &[u8]) -> u16 {
    bytes.iter().fold(0xffff, |crc, byte| {
        (0..8).fold(crc ^ (u16::from(*byte) << 8), |crc: u16, _| {
            if crc & 0x8000 == 0 { crc << 1 } else { (crc << 1) ^ 0x1021 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Published test codes of acquirers' libraries and invented ones.
    const SOUND: [&str; 9] = [
        "00020101021226580006id.ovo01189360091200006049620215yq38ZDs7MI6oaz50303UKE51450015ID.OR.GPNQR.WWW0215ID10200416988350303UKE52045812530336054065000005802ID5911Tims Donuts6013Jakarta Barat61051161062310507VCcCtqJ0716HgxK16eFVHfvKnGO63048A85",
        "00020101021226580006id.ovo01189360091200006049620215yq38ZDs7MI6oaz50303UKE51450015ID.OR.GPNQR.WWW0215ID10200416988350303UKE52045812530336054061000005502015802ID5911Tims Donuts6013Jakarta Barat61051161062310507VCcCtqJ0716HgxK16eFVHfvKnGO6304E237",
        "00020101021226580006id.ovo01189360091200006049620215yq38ZDs7MI6oaz50303UKE51450015ID.OR.GPNQR.WWW0215ID10200416988350303UKE5204581253033605406100000550202560470005802ID5911Tims Donuts6013Jakarta Barat61051161062310507VCcCtqJ0716HgxK16eFVHfvKnGO63047FA9",
        "00020101021226580006id.ovo01189360091200006049620215yq38ZDs7MI6oaz50303UKE51450015ID.OR.GPNQR.WWW0215ID10200416988350303UKE520458125303360540650000055020357030.75802ID5911Tims Donuts6013Jakarta Barat61051161062310507VCcCtqJ0716HgxK16eFVHfvKnGO6304265F",
        "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630471FC",
        "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304C98F",
        "00020101021126680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405125005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A0163043568",
        "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605406250000550202560410005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A016304576E",
        "00020101021226680016ID.CO.CONTOH.WWW01189360099900000000170215CONTOH0000000010303UMI51440014ID.CO.QRIS.WWW0215ID00000000000170303UMI5204541153033605405105005802ID5915KOPERASI CONTOH6012KAB. BANDUNG61054037862070703A01630409BD",
    ];

    #[test]
    fn the_checksum_is_ccitt_false() {
        assert_eq!(crc16(b"123456789"), 0x29b1);
    }

    #[test]
    fn sound_codes_are_read() {
        for code in SOUND {
            assert!(parse_payload(code).is_ok(), "{code}");
        }
        let plain = parse_payload(SOUND[4]).expect("sound");
        assert_eq!(plain.merchant_name, "KOPERASI CONTOH");
        assert_eq!(plain.nmid, Some("ID0000000000017"));
        assert!(!plain.is_one_time && plain.amount.is_none());
        assert!(parse_payload(SOUND[5]).expect("sound").is_one_time);
        assert_eq!(parse_payload(SOUND[6]).expect("sound").amount, Some("12500"));
    }

    #[test]
    fn any_changed_character_is_noticed() {
        let code = SOUND[4];
        for at in 0..code.len() {
            let mut bytes = code.as_bytes().to_vec();
            bytes[at] = if bytes[at] == b'7' { b'8' } else { b'7' };
            let changed = String::from_utf8(bytes).expect("ASCII");
            assert!(parse_payload(&changed).is_err(), "{changed}");
        }
    }

    #[test]
    fn a_name_beyond_ascii_is_read_whether_lengths_count_characters_or_bytes() {
        let code = |name_length: usize, template_length: usize| {
            let name = "KOPI LÉRÉNG";
            let template = format!("0002SU01{name_length:02}{name}");
            let head = SOUND[4].split_once("6304").expect("a checksum").0;
            let text = format!("{head}64{template_length:02}{template}6304");
            let checksum = crc16(text.as_bytes());
            format!("{text}{checksum:04X}")
        };
        for text in [code(11, 21), code(13, 23)] {
            let read = parse_payload(&text).expect("sound");
            assert_eq!((read.merchant_name, read.city), ("KOPERASI CONTOH", "KAB. BANDUNG"), "{text}");
        }
        assert_eq!(parse_payload(&code(11, 22)), Err(Fault::Structure));
        assert_eq!(parse_payload(&SOUND[4].replace("CONTOH6", "CONTO\u{7}6")), Err(Fault::Structure));
    }

    #[test]
    fn a_wrong_checksum_says_the_right_one() {
        let wrong = "00020101021226570011ID.DANA.WWW011893600915300060605702090006060570303UMI51440014ID.CO.QRIS.WWW0215ID10190046990790303UMI5204481453033605802ID5912Saifullah.id6014Kota Pontianak61057812463045F72";
        assert_eq!(parse_payload(wrong), Err(Fault::Checksum("5F72".to_owned(), "8E35".to_owned())));
    }
}
