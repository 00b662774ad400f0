//! Opening hours as people write them.

use super::date::{clock_parts, read_dates};
use super::findings::time as finding;
use super::mapping::Keys;
use super::suggestion;
use super::yaml::{Node, Value};
use crate::finding::{Findings, Span};
use crate::model::{DayHours, OpeningHours, Time, TimeSpan};

/// Weekdays as keys of `buka`, Monday first, and their other spellings.
const DAYS: [(&str, &[&str]); 7] = [
    ("senin", &["senen"]),
    ("selasa", &["salasa"]),
    ("rabu", &["rebo"]),
    ("kamis", &["kemis"]),
    ("jumat", &["jum'at", "jumaat", "jumaah"]),
    ("sabtu", &["saptu"]),
    ("minggu", &["ahad"]),
];

/// The hours of a weekday and where they stand.
type Written = (DayHours, Span);

/// What stands at `buka`: its keys, or as one text the days and hours that are told as keys.
pub(super) fn read_buka(keys: &mut Keys<'_>, findings: &mut Findings) -> Option<OpeningHours> {
    let node = keys.node("buka", findings)?;
    if let Some(text) = node.text()
        && let Some((days, hours)) = meant_week(text)
    {
        findings.push(finding::days_with_hours(node.span(), text, &days, hours));
        return None;
    }
    keys.map("buka", findings).map(|keys| read_hours(keys, findings))
}

/// `senin-jumat` and `08.00-16.00` of `Senin-Jumat 08.00-16.00`; every day for hours alone.
fn meant_week(text: &str) -> Option<(Vec<String>, &str)> {
    let every_day = || vec!["setiap-hari".to_owned()];
    let hours = ["setiap hari", "tiap hari"].iter().find_map(|days| {
        let rest = text.get(days.len()..)?.trim_start_matches([' ', ',', ':']);
        (text.get(..days.len())?.eq_ignore_ascii_case(days) && day_hours(rest).is_some()).then_some(rest)
    });
    match hours {
        Some(hours) => Some((every_day(), hours)),
        None if day_hours(text).is_some() => Some((every_day(), text)),
        None => days_before(text),
    }
}

/// `buka:`: the hours of each day of the week, and days on which it is closed.
fn read_hours(mut keys: Keys<'_>, findings: &mut Findings) -> OpeningHours {
    let closed_on = read_dates(&mut keys, "libur", findings);
    let note = keys.local("catatan", findings);
    let mut week: [Option<Written>; 7] = Default::default();
    for name in ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "setiap-hari"] {
        let key_span = keys.key_span(name);
        if keys.is_left_empty(name) {
            findings.push(finding::day_without_hours(key_span.clone(), name));
        }
        if let Some(value) = keys.node(name, findings) {
            let days = day_range(name).unwrap_or_default();
            set_days(&mut week, &days, &key_span, value, findings);
        }
    }
    for (key, value) in keys.rest() {
        let name = key.text().unwrap_or_default();
        match day_range(name) {
            Some(days) => set_days(&mut week, &days, &key.span(), value, findings),
            None => match meant_days(name) {
                Some(meant) => findings.push(finding::unknown_day(key.span(), name, &meant)),
                None => keys.unknown(key, findings),
            },
        }
    }
    keys.finish(findings);
    check_nights(&week, findings);
    let week = week.map(|day| day.map(|(hours, _)| hours).unwrap_or_default());
    OpeningHours { week, closed_on, note }
}

/// The keys that were meant by one that names days in another form: `senin-jumat` for `Senin s/d Jumat`, `senin` and
/// `kamis` for `senin & kamis`. None of them if a part is not understood, `None` if no part is like a day.
fn meant_days(name: &str) -> Option<Vec<String>> {
    let plain = hyphens_for_words(&name.to_lowercase());
    let plain = plain.split('-').map(str::trim).collect::<Vec<_>>().join("-");
    let parts = plain
        .split(|c: char| matches!(c, ',' | ';' | '&' | '+' | '/' | '_') || c.is_whitespace())
        .filter(|part| !matches!(*part, "" | "dan" | "serta" | "hari" | "setiap" | "tiap"));
    let meant: Vec<Option<String>> = parts.clone().map(meant_range).collect();
    let is_day_like = parts.flat_map(|part| part.split('-')).any(|day| meant_day(day).is_some());
    is_day_like.then(|| meant.into_iter().collect::<Option<_>>().unwrap_or_default())
}

/// `senin-jumat` for `sen-jum`, `senin` for `snin`.
pub(super) fn meant_range(part: &str) -> Option<String> {
    match part.split('-').collect::<Vec<_>>().as_slice() {
        [one] => Some(meant_day(one)?.to_owned()),
        [first, last] => Some(format!("{}-{}", meant_day(first)?, meant_day(last)?)),
        _ => None,
    }
}

/// Weekdays in two letters, as notices have them.
const SHORT_DAYS: [&str; 7] = ["sn", "sl", "rb", "km", "jm", "sb", "mg"];

/// The weekday with this name or another spelling of it, its two letters, this beginning, or a name like it and hardly
/// shorter: two days in one word are neither.
fn meant_day(name: &str) -> Option<&'static str> {
    if let Some(day) = SHORT_DAYS.iter().position(|short| *short == name) {
        return Some(DAYS[day].0);
    }
    let is_beginning = |day: &str| name.len() >= 3 && day.starts_with(name);
    let found =
        DAYS.iter().find(|(day, other)| is_beginning(day) || other.iter().any(|day| is_beginning(day)));
    let names = DAYS.map(|(day, _)| day);
    found
        .map(|(day, _)| *day)
        .or_else(|| suggestion::nearest(name, &names).filter(|day| name.len() <= day.len() + 2))
}

/// `senin-jumat` for `senin s/d jumat`, `08.00-16.00` for `08.00 sampai 16.00`; spaces around it stay.
pub(super) fn hyphens_for_words(text: &str) -> String {
    const WORDS: [&str; 12] =
        ["sampai dengan", "sampai", "hingga", "s/d", "s.d.", "s.d", "sd", "–", "—", "…", "→", "->"];
    WORDS.iter().fold(text.to_owned(), |text, word| text.replace(word, "-"))
}

fn set_days(
    week: &mut [Option<Written>; 7],
    days: &[usize],
    key: &Span,
    value: &Node<'_>,
    findings: &mut Findings,
) {
    let Some(hours) = read_day_hours(value, findings) else { return };
    for day in days {
        if week[*day].is_some() {
            findings.push(finding::day_twice(key.clone(), DAYS[*day].0));
        }
        week[*day] = Some((hours.clone(), value.span()));
    }
}

/// Hours past midnight may not reach into those of the next day. Days that share a key are told once.
fn check_nights(week: &[Option<Written>; 7], findings: &mut Findings) {
    let mut told: Vec<&Span> = Vec::new();
    for (day, hours) in week.iter().enumerate() {
        let next = (day + 1) % 7;
        let (Some((hours, at)), Some((next_hours, _))) = (hours, &week[next]) else { continue };
        let past = hours.0.iter().map(|span| span.minutes_past_midnight()).max().unwrap_or(0);
        let overlaps = next_hours.0.iter().any(|span| span.minutes().0 < past);
        if overlaps && !told.contains(&at) {
            findings.push(finding::night_overlaps(at.clone(), DAYS[day].0, DAYS[next].0));
            told.push(at);
        }
    }
}

/// Indexes of the days that a key names: `senin`, `senin-jumat`, `sabtu-senin`, `setiap-hari`.
pub(crate) fn day_range(name: &str) -> Option<Vec<usize>> {
    const EVERY: [&str; 4] = ["setiap-hari", "setiap hari", "tiap hari", "tiap-hari"];
    if EVERY.iter().any(|every| every.eq_ignore_ascii_case(name)) {
        return Some((0..7).collect());
    }
    let is_day = |day: &str, name: &str| day.eq_ignore_ascii_case(name);
    let index = |name: &str| {
        DAYS.iter()
            .position(|(day, others)| is_day(day, name) || others.iter().any(|other| is_day(other, name)))
    };
    let mut parts = name.split(['-', '–']).map(str::trim);
    match (parts.next(), parts.next(), parts.next()) {
        (Some(one), None, None) => index(one).map(|day| vec![day]),
        (Some(first), Some(last), None) => {
            let (first, last) = (index(first)?, index(last)?);
            let count = (last + 7 - first) % 7 + 1;
            Some((first..first + count).map(|day| day % 7).collect())
        }
        _ => None,
    }
}

/// `senin-jumat` and `08.00-16.00` of `Senin-Jumat 08.00-16.00`: days that belong into a key, and their hours.
fn days_before(text: &str) -> Option<(Vec<String>, &str)> {
    let (days, hours) = text.split_at(text.find(|c: char| c.is_ascii_digit())?);
    let named = meant_days(days.trim_end_matches([' ', ':', ',', '(']))?;
    (!named.is_empty() && day_hours(hours).is_some()).then_some((named, hours))
}

/// `08.00-12.00, 13.00-16.00` of `08.00-16.00 (istirahat 12.00-13.00)`.
fn hours_around_break(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let (whole, pause) = lower.split_once("istirahat")?;
    let one = |text: &str| match day_hours(text.trim_matches([' ', ',', ';', '(', ')', ':']))?.as_slice() {
        [span] => Some(*span),
        _ => None,
    };
    let (whole, pause) = (one(whole)?, one(pause)?);
    let is_inside = whole.minutes().0 < pause.minutes().0 && pause.minutes().1 < whole.minutes().1;
    let clock = |time: Time| format!("{:02}.{:02}", time.hour(), time.minute());
    let span = |from: Time, to: Time| format!("{}-{}", clock(from), clock(to));
    is_inside.then(|| format!("{}, {}", span(whole.from, pause.from), span(pause.to, whole.to)))
}

fn read_day_hours(value: &Node<'_>, findings: &mut Findings) -> Option<DayHours> {
    let texts: Vec<(&str, Span)> = match value.value() {
        Value::Scalar(..) => value.text().map(|text| (text, value.span())).into_iter().collect(),
        Value::List(items) => {
            if let Some(odd) = items.iter().find(|item| item.text().is_none()) {
                findings.push(finding::not_hours(odd.span(), ""));
                return None;
            }
            items.iter().filter_map(|item| Some((item.text()?, item.span()))).collect()
        }
        Value::Map(_) => {
            findings.push(finding::not_hours(value.span(), ""));
            return None;
        }
        Value::Refused => return None,
    };
    let mut spans: Vec<TimeSpan> = Vec::new();
    for (text, at) in texts {
        let Some(found) = day_hours(text) else {
            findings.push(match (days_before(text), hours_around_break(text)) {
                (Some((days, hours)), _) => finding::days_with_hours(at, text, &days, hours),
                (None, Some(hours)) => finding::hours_with_break(at, text, &hours),
                (None, None) => finding::not_hours(at, text),
            });
            return None;
        };
        spans.extend(found);
    }
    check_spans(&mut spans, value, findings).then_some(DayHours(spans))
}

/// Puts the spans of a day in order; false if they cannot be its hours.
fn check_spans(spans: &mut [TimeSpan], value: &Node<'_>, findings: &mut Findings) -> bool {
    if let Some(empty) = spans.iter().find(|span| span.from == span.to && !span.is_all_day()) {
        findings.push(finding::closes_as_it_opens(value.span(), empty.from));
        return false;
    }
    spans.sort_by_key(|span| span.from);
    if spans.windows(2).any(|pair| pair[1].minutes().0 < pair[0].minutes().1) {
        findings.push(finding::hours_overlap(value.span()));
        return false;
    }
    if let Some(odd) = spans.iter().find(|span| is_probably_swapped(**span)) {
        findings.push(finding::closes_before_opening(value.span(), odd.from, odd.to));
    }
    true
}

/// A night that lasts over twelve hours and until after five is rather a day with its ends swapped: `16.00-08.00`.
fn is_probably_swapped(span: TimeSpan) -> bool {
    const LONGEST_MINUTES: u16 = 12 * 60;
    const MORNING_MINUTES: u16 = 5 * 60;
    let (from, to) = span.minutes();
    span.minutes_past_midnight() > MORNING_MINUTES && to - from > LONGEST_MINUTES
}

/// `08.00-16.00`, `08.00-12.00, 13.00-16.00`, `22.00-04.00`, `24 jam`, `tutup`.
fn day_hours(text: &str) -> Option<Vec<TimeSpan>> {
    let lower = text.to_lowercase();
    // A sentence ends with a full stop, and a chat begins with a picture.
    let lower = lower.trim_start_matches(|c: char| !c.is_ascii() && !c.is_alphanumeric());
    let lower = without_zone(lower.trim().trim_end_matches(['.', ',', ';']));
    if matches!(lower, "tutup" | "libur" | "-") {
        return Some(Vec::new());
    }
    if matches!(lower, "24 jam" | "24jam" | "buka 24 jam") {
        return Some(vec![TimeSpan::ALL_DAY]);
    }
    hyphens_for_words(&lower.replace(" dan ", ","))
        .split([',', ';', '&'])
        .map(|span| {
            let (from, to) = span.split_once('-')?;
            Some(TimeSpan { from: opening(without_zone(from))?, to: closing(without_zone(to))? })
        })
        .collect()
}

/// The hours of a day as a profile writes them, its spans in order: `08.00-12.00, 13.00-16.00`, `24 jam`, `tutup`.
pub(super) fn written_hours(text: &str) -> Option<String> {
    let mut spans = day_hours(text)?;
    spans.sort_by_key(|span| span.from);
    let clock = |time: Time| format!("{:02}.{:02}", time.hour(), time.minute());
    let written = |span: &TimeSpan| {
        let to = if span.to == Time::midnight() { "24.00".to_owned() } else { clock(span.to) };
        if span.is_all_day() { "24 jam".to_owned() } else { format!("{}-{to}", clock(span.from)) }
    };
    let written: Vec<String> = spans.iter().map(written).collect();
    Some(if written.is_empty() { "tutup".to_owned() } else { written.join(", ") })
}

/// `08.00` of `08.00 wib`.
fn without_zone(lower: &str) -> &str {
    let lower = lower.trim();
    ["wib", "wita", "wit"].iter().find_map(|zone| lower.strip_suffix(zone)).unwrap_or(lower).trim()
}

/// Hour, minute and second of `pukul 8`, `08.00`, `4 sore`.
fn told_time(text: &str) -> Option<(i8, i8, i8)> {
    let text =
        ["pukul ", "jam ", "pkl. ", "pkl "].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text);
    let Some((clock, part)) = text.trim().rsplit_once(' ') else { return clock_parts(text.trim()) };
    let (hour, minute, second) = clock_parts(clock.trim())?;
    let hour = match (part, hour) {
        ("pagi", 1..=11) | ("siang", 10..=12) => hour,
        ("siang", 1..=3) | ("sore", 1..=7) | ("malam", 6..=11) => hour + 12,
        ("malam", 12) => 24,
        _ => return None,
    };
    Some((hour, minute, second))
}

/// As `clock`, when something opens: `24.00` is none of its day.
fn opening(text: &str) -> Option<Time> {
    let (hour, minute, second) = told_time(text)?;
    Time::new(hour, minute, second, 0).ok()
}

/// As `clock`, when something closes: `24.00` is midnight.
fn closing(text: &str) -> Option<Time> {
    if told_time(text)? == (24, 0, 0) { Some(Time::midnight()) } else { opening(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_are_read_in_the_usual_spellings() {
        let shown = |text: &str| {
            day_hours(text).map(|spans| {
                spans
                    .iter()
                    .map(|span| format!("{}-{}", span.from.strftime("%H.%M"), span.to.strftime("%H.%M")))
                    .collect::<Vec<_>>()
                    .join(" ")
            })
        };
        for text in [
            "08.00-16.00",
            "08:00 - 16:00",
            "8-16",
            "08.00–16.00",
            "08.00-16.00 WIB",
            "08.00 WIB - 16.00 WIB",
            "08:00 sampai 16:00",
            "08.00 s/d 16.00",
            "08.00 S/D 16.00",
            "08.00s/d16.00",
            "08.00 s.d. 16.00",
            "08.00 s.d 16.00",
            "8 sd 16",
            "08.00 hingga 16.00 WITA",
            "08.00 sampai dengan 16.00",
            "08.00…16.00",
            "08.00-16.00.",
            "pukul 08.00 - 16.00",
            "jam 8 - jam 16",
            "8 pagi - 4 sore",
            "🕗 08.00-16.00",
            "8 pagi s/d 4 sore WIB",
        ] {
            assert_eq!(shown(text).as_deref(), Some("08.00-16.00"), "{text}");
        }
        assert_eq!(shown("08.00-12.00, 13.00-16.00").as_deref(), Some("08.00-12.00 13.00-16.00"));
        assert_eq!(shown("7 malam - 12 malam").as_deref(), Some("19.00-00.00"));
        assert_eq!(shown("24 jam").as_deref(), Some("00.00-00.00"));
        assert_eq!(shown("00.00-24.00"), shown("24 jam"));
        assert_eq!(shown("22.00-04.00").as_deref(), Some("22.00-04.00"));
        assert_eq!(shown("08.00 s/d 24.00").as_deref(), Some("08.00-00.00"));
        assert_eq!(shown("Tutup").as_deref(), Some(""));
        for wrong in [
            "pagi",
            "8 sore - 9 pagi",
            "08.00",
            "25.00-26.00",
            "8.5-9",
            "08.00-16.00-17.00",
            "24.00-04.00",
            "s/d 16.00",
        ] {
            assert_eq!(shown(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_key_of_days_in_another_form_is_understood_whole_or_not_at_all() {
        let meant = |name: &str| meant_days(name).map(|keys| keys.join(", "));
        for (name, keys) in [
            ("Senin s/d Jumat", "senin-jumat"),
            ("senin sampai jumat", "senin-jumat"),
            ("senin s.d. jumat", "senin-jumat"),
            ("Senin s.d Jum'at", "senin-jumat"),
            ("senin sampai dengan sabtu", "senin-sabtu"),
            ("Sen-Jum", "senin-jumat"),
            ("sen – jum", "senin-jumat"),
            ("hari senin hingga jumat", "senin-jumat"),
            ("snin-jumat", "senin-jumat"),
            ("Sn-Jm", "senin-jumat"),
            ("sl", "selasa"),
            ("Sb-Mg", "sabtu-minggu"),
            ("senin & kamis", "senin, kamis"),
            ("senin dan kamis", "senin, kamis"),
            ("Senin, Rabu, Jumat", "senin, rabu, jumat"),
            ("senin/kamis", "senin, kamis"),
            ("senin s/d kamis & sabtu", "senin-kamis, sabtu"),
            ("setiap ahad", "minggu"),
            ("sbtu", "sabtu"),
            ("senin-xyz", ""),
            ("senin-kamis-sabtu", ""),
            ("senin kecuali libur", ""),
        ] {
            assert_eq!(meant(name).as_deref(), Some(keys), "{name}");
        }
        for name in ["xyz", "", "setiap_hari", "seninjumat", "-", "&"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }

    #[test]
    fn a_span_of_days_may_pass_the_end_of_the_week() {
        assert_eq!(day_range("senin-jumat"), Some(vec![0, 1, 2, 3, 4]));
        assert_eq!(day_range("sabtu-senin"), Some(vec![5, 6, 0]));
        assert_eq!(day_range("Jum'at"), Some(vec![4]));
        assert_eq!(day_range("besok"), None);
    }
}
