//! Events, openings, and what a cooperative tells pupils.

use super::date::{parse_date, parse_date_time};
use super::findings::offer::too_many_openings;
use super::findings::time as finding;
use super::mapping::Keys;
use super::photo::{check_minors, read_placed};
use super::product::{Taken, claim, slug_of};
use super::reader::Reader;
use super::reading::check_reading;
use crate::finding::Findings;
use crate::keys::OPENINGS;
use crate::model::{Challenge, DateTime, Event, Highlight, LocalText, MakeUp, Opening, OpeningKind, Youth};

const OPENING_WORDS: [(&str, OpeningKind); 5] = [
    (OPENINGS[0], OpeningKind::SchoolInternship),
    (OPENINGS[1], OpeningKind::Internship),
    (OPENINGS[2], OpeningKind::Job),
    (OPENINGS[3], OpeningKind::Volunteer),
    (OPENINGS[4], OpeningKind::Visit),
];

/// Most openings of a cooperative: each brings four files, three of them drawn.
const MAX_OPENINGS: usize = 100;

/// `agenda:`, by time.
pub(super) fn read_events(
    keys: &mut Keys<'_>,
    today: crate::model::Date,
    findings: &mut Findings,
) -> Vec<Event> {
    let mut events = keys.each("agenda", findings, |keys, findings| read_event(keys, today, findings));
    events.sort_by_key(|event| event.starts);
    events
}

/// `peluang:`, in the order of the profile.
pub(super) fn read_openings(
    keys: &mut Keys<'_>,
    reader: &Reader<'_>,
    findings: &mut Findings,
) -> Vec<Opening> {
    let mut taken = Taken::new();
    let mut number = 0;
    let openings = keys.each("peluang", findings, |keys, findings| {
        number += 1;
        (number <= MAX_OPENINGS).then(|| read_opening(keys, reader, &mut taken, findings)).flatten()
    });
    let count = keys.count("peluang");
    if count > MAX_OPENINGS {
        findings.push(too_many_openings(keys.key_span("peluang"), count, MAX_OPENINGS));
    }
    openings
}

/// One event.
pub(super) fn read_event(
    mut keys: Keys<'_>,
    today: crate::model::Date,
    findings: &mut Findings,
) -> Option<Event> {
    let title = keys.local("judul", findings);
    let starts = keys.parse("mulai", parse_date_time, findings);
    let ends = read_end(&mut keys, starts, findings);
    let place = keys.text("tempat", findings);
    let audience = keys.text("untuk", findings);
    let description = keys.local_typed("keterangan", findings);
    let make_up = keys.map("susulan", findings).and_then(|keys| read_make_up(keys, findings));
    let last = make_up.as_ref().map(|make_up| make_up.ends.unwrap_or(make_up.starts)).max(ends.or(starts));
    if let Some(last) = last.filter(|last| last.date() < today) {
        findings.push(finding::event_over(keys.key_span("mulai"), last));
    }
    keys.finish(findings);
    Some(Event {
        title: title?,
        starts: starts?,
        ends,
        place,
        audience,
        description: description.map(|(text, _)| text),
        make_up,
    })
}

fn read_end(keys: &mut Keys<'_>, starts: Option<DateTime>, findings: &mut Findings) -> Option<DateTime> {
    let ends = keys.parse("selesai", parse_date_time, findings)?;
    if starts.is_some_and(|starts| ends < starts) {
        findings.push(finding::ends_before_start(keys.key_span("selesai"), "selesai", "mulai"));
        return None;
    }
    Some(ends)
}

fn read_make_up(mut keys: Keys<'_>, findings: &mut Findings) -> Option<MakeUp> {
    let starts = keys.parse("mulai", parse_date_time, findings);
    let ends = read_end(&mut keys, starts, findings);
    let place = keys.text("tempat", findings);
    keys.finish(findings);
    Some(MakeUp { starts: starts?, ends, place })
}

/// One opening.
fn read_opening(
    mut keys: Keys<'_>,
    reader: &Reader<'_>,
    taken: &mut Taken,
    findings: &mut Findings,
) -> Option<Opening> {
    let title = keys.local_typed("judul", findings);
    let id = keys.scalar("id", findings);
    let slug = slug_of(id, title.as_ref().map(|(_, typed)| *typed), findings)
        .and_then(|(slug, at)| claim(slug, &at, ("peluang", "opening"), taken, findings));
    let kind = keys.choice("jenis", &OPENING_WORDS, findings);
    let fields = keys.texts("jurusan", findings);
    let places = keys.number("kuota", findings);
    let starts = keys.parse("mulai", parse_date, findings);
    let ends = keys.parse("selesai", parse_date, findings);
    let closes = keys.parse("tutup", parse_date, findings);
    let terms = keys.locals("syarat", findings);
    let place = keys.text("tempat", findings);
    let description = keys.local_typed("keterangan", findings);
    let make_up = keys.map("susulan", findings).and_then(|keys| read_make_up(keys, findings));
    if starts.zip(ends).is_some_and(|(starts, ends)| ends < starts) {
        findings.push(finding::ends_before_start(keys.key_span("selesai"), "selesai", "mulai"));
    }
    if let Some(last) = closes.or(starts).or(ends).filter(|last| *last < reader.settings.today) {
        let key = ["tutup", "mulai", "selesai"].into_iter().find(|key| keys.has(key)).unwrap_or("judul");
        findings.push(finding::opening_over(keys.key_span(key), last));
    }
    keys.finish(findings);
    Some(Opening {
        slug: slug?,
        title: title?.0,
        kind: kind?,
        fields,
        places,
        starts,
        ends,
        closes,
        terms,
        place,
        description: description.map(|(text, _)| text),
        make_up,
    })
}

/// `muda:`: what the cooperative says to pupils, and its tasks for them.
pub(super) fn read_youth(mut keys: Keys<'_>, reader: &Reader<'_>, findings: &mut Findings) -> Youth {
    let greeting = keys.local("sapaan", findings);
    let invitation = easy_text(&mut keys, "ajakan", findings);
    let reasons = keys.locals("alasan", findings);
    let highlights = keys.each("sorotan", findings, |mut keys, findings| {
        let title = keys.local("judul", findings);
        let text = easy_text(&mut keys, "keterangan", findings);
        let photo = read_placed(&mut keys, "foto", reader, findings);
        if let Some(placed) = &photo {
            check_minors(placed, None, findings);
        }
        keys.finish(findings);
        Some(Highlight { title: title?, text, photo: photo.map(|placed| placed.photo) })
    });
    let challenges = keys.each("tantangan", findings, read_challenge);
    keys.finish(findings);
    Youth { greeting, invitation, reasons, highlights, challenges, quiz: None }
}

/// A text for pupils, with advice where it is hard to read.
fn easy_text(keys: &mut Keys<'_>, name: &'static str, findings: &mut Findings) -> Option<LocalText> {
    let (text, typed) = keys.local_typed(name, findings)?;
    check_reading(typed, findings);
    Some(text)
}

fn read_challenge(mut keys: Keys<'_>, findings: &mut Findings) -> Option<Challenge> {
    let title = keys.local("judul", findings);
    let text = keys.local_typed("keterangan", findings);
    let closes = keys.parse("tutup", parse_date, findings);
    let make_up = keys.parse("susulan", parse_date, findings);
    let prize = keys.local("hadiah", findings);
    if let Some((_, typed)) = &text {
        check_reading(*typed, findings);
    }
    if closes.zip(make_up).is_some_and(|(closes, make_up)| make_up < closes) {
        findings.push(finding::ends_before_start(keys.key_span("susulan"), "susulan", "tutup"));
    }
    keys.finish(findings);
    Some(Challenge { title: title?, text: text.map(|(text, _)| text), closes, make_up, prize })
}
