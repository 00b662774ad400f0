//! The cooperative as an organisation: member businesses, officers, joining, surplus, meetings, payment.

use super::citizen::check_person;
use super::claims::check_claims;
use super::contact::parse_link;
use super::date::parse_date;
use super::findings::qris as qris_finding;
use super::findings::{
    money as money_finding, offer as offer_finding, people as finding, time as time_finding,
};
use super::legal::warn_of_lost_zeros;
use super::mapping::Keys;
use super::money::parse_rupiah;
use super::number::{parse_percent, parse_year, parse_years, whole_of_decimal};
use super::photo::{Placed, explain_consent, read_consent, read_placed};
use super::product::{Taken, claim, parse_slug};
use super::qris::{Owner, code_in_photo, is_nmid, read_qris};
use super::reader::Reader;
use super::typed::Typed;
use crate::finding::Findings;
use crate::keys::{HELPS, ROLES};
use crate::model::{
    AnnualMeeting, BankAccount, Help, Joining, MemberBusiness, Officer, OfficerRole, Payment, Percent,
    PhotoUse, Surplus, SurplusPart,
};

const ROLE_WORDS: [(&str, OfficerRole); 7] = [
    (ROLES[0], OfficerRole::Chair),
    (ROLES[1], OfficerRole::ViceChair),
    (ROLES[2], OfficerRole::Secretary),
    (ROLES[3], OfficerRole::Treasurer),
    (ROLES[4], OfficerRole::Supervisor),
    (ROLES[5], OfficerRole::Manager),
    (ROLES[6], OfficerRole::Advisor),
];

const HELP_WORDS: [(&str, Help); 5] = [
    (HELPS[0], Help::Selling),
    (HELPS[1], Help::Inputs),
    (HELPS[2], Help::Credit),
    (HELPS[3], Help::Training),
    (HELPS[4], Help::Certificates),
];

/// One member business.
pub(super) fn read_member(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    taken: &mut Taken,
    findings: &mut Findings,
) -> Option<MemberBusiness> {
    let id = keys.scalar("id", findings);
    let slug = id.and_then(|typed| parse_slug(typed, findings)).and_then(|slug| {
        let at = id.map_or(keys.span(), |typed| typed.span());
        claim(slug, &at, ("anggota UKM", "member business"), taken, findings)
    });
    let name = keys.text("usaha", findings);
    let owner = keys.scalar("pemilik", findings);
    let photo = read_placed(&mut keys, "foto", reader, findings);
    let story = keys.local_typed("cerita", findings);
    let place = keys.text("tempat", findings);
    let since = keys.parse("sejak", parse_year, findings);
    let consent_at = keys.key_span("izin");
    let consent = read_consent(&mut keys, findings);
    if let Some(typed) = owner {
        check_person(typed, findings);
    }
    let holds = consent.as_ref().is_some_and(|consent| consent.holds_on(reader.settings.today));
    if let Some(consent) = consent.as_ref().filter(|_| !holds) {
        findings.push(explain_consent(consent_at, consent, reader));
    }
    if consent.is_none() {
        if let Some(typed) = owner {
            findings.push(finding::owner_without_consent(typed.span(), typed.text));
        }
        warn_without_consent(photo.as_ref(), name.as_deref().unwrap_or_default(), findings);
    }
    keys.finish(findings);
    let may_name = consent.is_none() || holds;
    Some(MemberBusiness {
        id: slug?,
        name: name?,
        owner: owner.filter(|_| may_name).map(|typed| typed.line()),
        photo: photo.map(|placed| placed.photo).filter(|photo| holds || photo.consent.is_some()),
        story: story.map(|(text, _)| text),
        place,
        since,
        consent,
    })
}

fn warn_without_consent(photo: Option<&Placed>, who: &str, findings: &mut Findings) {
    if let Some(placed) = photo.filter(|placed| placed.photo.consent.is_none()) {
        findings.push(finding::photo_without_consent(placed.at.clone(), who));
    }
}

/// Somebody who holds an office.
pub(super) fn read_officer(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Option<Officer> {
    let name = keys.scalar("nama", findings);
    let role = keys.choice("jabatan", &ROLE_WORDS, findings);
    let term = keys.parse("masa", parse_years, findings);
    let photo = read_placed(&mut keys, "foto", reader, findings);
    if let Some(typed) = name {
        check_person(typed, findings);
        warn_without_consent(photo.as_ref(), typed.text, findings);
        if let Some((_, last_year)) = term.filter(|(_, last_year)| *last_year < reader.settings.today.year())
        {
            findings.push(finding::term_over(keys.key_span("masa"), typed.text, last_year));
        }
    }
    keys.finish(findings);
    // A consent that does not hold is none by now.
    let photo: Option<PhotoUse> = photo.map(|placed| placed.photo).filter(|photo| photo.consent.is_some());
    Some(Officer { name: name?.line(), role: role?, term, photo })
}

/// `gabung:`: savings, terms and benefits of a member.
pub(super) fn read_joining(mut keys: Keys<'_>, findings: &mut Findings) -> Joining {
    let initial_share = keys.parse("simpanan_pokok", parse_rupiah, findings);
    let periodic_share = keys.parse("simpanan_wajib", parse_rupiah, findings);
    let terms = keys.locals("syarat", findings);
    let benefits = keys.locals("manfaat", findings);
    let helps = keys.choices("bantuan", &HELP_WORDS, findings);
    let how = keys.local_typed("cara", findings);
    if let Some((_, typed)) = &how {
        check_claims(*typed, true, findings);
    }
    keys.finish(findings);
    Joining { initial_share, periodic_share, terms, benefits, helps, how: how.map(|(text, _)| text) }
}

/// `shu:`: the surplus of a year and how it is shared. Shares that do not add up to 100 are a finding.
pub(super) fn read_surplus(mut keys: Keys<'_>, findings: &mut Findings) -> Option<Surplus> {
    let year = keys.parse("tahun", parse_year, findings);
    let amount = keys.parse("jumlah", parse_rupiah, findings);
    let at = keys.key_span("bagi");
    let total_services = keys.parse("total_belanja", parse_rupiah, findings);
    let total_savings = keys.parse("total_simpanan", parse_rupiah, findings);
    let shares = keys.map("bagi", findings).map(|keys| read_shares(keys, &at, findings));
    keys.finish(findings);
    Some(Surplus { year: year?, amount: amount?, shares: shares?, total_services, total_savings })
}

fn read_shares(
    mut keys: Keys<'_>,
    at: &crate::finding::Span,
    findings: &mut Findings,
) -> Vec<(SurplusPart, Percent)> {
    let parts = [
        ("jasa_usaha", SurplusPart::MemberServices),
        ("jasa_modal", SurplusPart::MemberSavings),
        ("cadangan", SurplusPart::Reserve),
        ("pendidikan", SurplusPart::Education),
        ("sosial", SurplusPart::Social),
        ("pengurus", SurplusPart::Officers),
        ("karyawan", SurplusPart::Staff),
        ("pembangunan", SurplusPart::Development),
    ];
    let before = findings.len();
    let mut shares: Vec<(usize, &str, SurplusPart, Percent)> = Vec::new();
    for (name, part) in parts {
        let share = keys.parse(name, parse_percent, findings);
        let order = keys.order(name).unwrap_or(usize::MAX);
        shares.extend(share.map(|share| (order, name, part, share)));
    }
    keys.finish(findings);
    shares.sort_by_key(|(order, ..)| *order);
    let sum: u32 = shares.iter().map(|(.., share)| u32::from(share.hundredths())).sum();
    // A share that could not be read makes any sum wrong: its own finding is enough.
    if sum != u32::from(Percent::WHOLE.hundredths()) && findings.len() == before {
        findings.push(if sum == 100 {
            let parts: Vec<(&str, u16)> =
                shares.iter().map(|(_, name, _, share)| (*name, share.hundredths())).collect();
            money_finding::shares_are_fractions(at.clone(), &parts)
        } else {
            money_finding::shares_not_whole(at.clone(), sum)
        });
    }
    shares.into_iter().map(|(_, _, part, share)| (part, share)).collect()
}

/// `rat:`, the latest year first.
pub(super) fn read_meetings(keys: &mut Keys<'_>, findings: &mut Findings) -> Vec<AnnualMeeting> {
    let mut meetings = keys.each("rat", findings, read_meeting);
    meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.book_year, meeting.date)));
    meetings
}

/// One annual meeting.
fn read_meeting(mut keys: Keys<'_>, findings: &mut Findings) -> Option<AnnualMeeting> {
    let book_year = keys.parse("tahun_buku", parse_year, findings);
    let date = keys.parse("tanggal", parse_date, findings);
    let summary = keys.local_typed("ringkasan", findings);
    let document = keys.parse("dokumen", parse_link, findings);
    if let (Some(book_year), Some(date)) = (book_year, date)
        && date.year() < book_year
    {
        findings.push(time_finding::ends_before_start(keys.key_span("tanggal"), "tanggal", "tahun_buku"));
    }
    keys.finish(findings);
    Some(AnnualMeeting {
        book_year: book_year?,
        date: date?,
        summary: summary.map(|(text, _)| text),
        document,
    })
}

/// `pembayaran:`. `names` are those that the cooperative goes by.
pub(super) fn read_payment(
    mut keys: Keys<'_>,
    names: &[&str],
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Payment {
    let code = keys.scalar("qris", findings);
    let photo = keys.scalar("qris_foto", findings);
    let with_amount = keys.flag("qris_nominal", findings).unwrap_or(false);
    let nmid = keys.scalar("nmid", findings);
    if let Some(typed) = nmid.filter(|typed| !is_nmid(typed.text)) {
        findings.push(qris_finding::not_an_nmid(typed));
    }
    let banks = keys.each("bank", findings, read_bank);
    let cash = keys.flag("tunai", findings).unwrap_or(false);
    let cash_on_delivery = keys.flag("cod", findings).unwrap_or(false);
    let mut names: Vec<&str> = names.to_vec();
    names.extend(banks.iter().map(|bank| bank.holder.as_str()));
    names.dedup();
    let owner = Owner { names: &names, nmid: nmid.filter(|typed| is_nmid(typed.text)) };
    let typed_code = code.and_then(|typed| read_qris(typed, with_amount, &owner, findings));
    let seen = photo.and_then(|typed| code_in_photo(typed, reader, findings).map(|text| (typed, text)));
    let seen_code =
        seen.and_then(|(typed, text)| read_qris(typed.leading_to(text), with_amount, &owner, findings));
    if let (Some(written), Some(seen), Some(typed)) = (&typed_code, &seen_code, photo)
        && written.payload != seen.payload
    {
        findings.push(qris_finding::photo_disagrees(typed, written, seen));
    }
    let qris = typed_code.or(seen_code);
    keys.finish(findings);
    Payment { qris, banks, cash, cash_on_delivery }
}

fn read_bank(mut keys: Keys<'_>, findings: &mut Findings) -> Option<BankAccount> {
    let bank = keys.text("nama", findings);
    let number = keys.parse("rekening", parse_account_number, findings);
    let holder = keys.text("atas_nama", findings);
    keys.finish(findings);
    Some(BankAccount { bank: bank?, number: number?, holder: holder? })
}

/// Digits without the marks between them.
fn parse_account_number(typed: Typed<'_>, findings: &mut Findings) -> Option<String> {
    let digits: String = typed.text.chars().filter(char::is_ascii_digit).collect();
    let is_plain = typed.text.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '.' | ' '));
    if let Some(whole) = whole_of_decimal(typed.text) {
        findings.push(offer_finding::decimal_account_number(typed, whole));
        return None;
    }
    if is_plain && (6..=20).contains(&digits.len()) {
        warn_of_lost_zeros(typed, findings);
        return Some(digits);
    }
    findings.push(offer_finding::not_an_account_number(typed));
    None
}
