//! Days with their hours in one text, as registers and notices have them: `Senin-Jumat 08.00-16.00, Sabtu 08.00-12.00`.
//! A profile has a key for each; who has such a text asks here for those keys.

use super::hours::{day_range, hyphens_for_words, meant_range, written_hours};

/// Weekdays by the index of `day_range`.
const DAYS: [&str; 7] = ["senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu"];
/// Words that say nothing of which day or hour it is.
const FILL: &[&str] = &["dan", "hari", "buka", "jam", "pukul", "pkl", "wib", "wita", "wit", "serta", "-"];
/// Words for every day.
const EVERY: &[&str] = &["setiap", "tiap"];
/// Words for a day without hours.
const CLOSED: &[&str] = &["tutup", "libur"];

/// Which part of a pair comes first, days or hours.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Days,
    Hours,
}

/// Days and the hours that hold on them.
#[derive(Default)]
struct Part {
    days: Vec<usize>,
    hours: Vec<String>,
}

/// Keys of `buka` with their hours, Monday first; days of the same hours share a key. `None` for a text that names no
/// day, and for one of which a word is not understood: nothing may be left out of a week.
pub(crate) fn hours_by_day(text: &str) -> Option<Vec<(String, String)>> {
    let mut parts: Vec<Part> = Vec::new();
    let mut first = None;
    let words = words_of(text);
    let mut words = words.iter().map(String::as_str).peekable();
    while let Some(word) = words.next() {
        if FILL.contains(&word) {
            continue;
        }
        let days = if EVERY.contains(&word) { Some((0..7).collect()) } else { days_of(word) };
        if let Some(days) = days {
            open_part(&mut parts, *first.get_or_insert(First::Days) == First::Days, |part| {
                !part.hours.is_empty()
            });
            parts.last_mut()?.days.extend(days);
            continue;
        }
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        let hours = match word {
            word if CLOSED.contains(&word) => "tutup".to_owned(),
            "24" if words.next_if_eq(&"jam").is_some() => "24 jam".to_owned(),
            word if is_number => word.to_owned(),
            _ => return None,
        };
        open_part(&mut parts, *first.get_or_insert(First::Hours) == First::Hours, |part| {
            !part.days.is_empty()
        });
        parts.last_mut()?.hours.push(hours);
    }
    week_of(&parts).map(|week| keys_of(&week))
}

/// Begins a part where there is none, or where what comes first in each is heard after the other.
fn open_part(parts: &mut Vec<Part>, comes_first: bool, has_other: impl Fn(&Part) -> bool) {
    if parts.last().is_none_or(|last| comes_first && has_other(last)) {
        parts.push(Part::default());
    }
}

/// Words in lower case, with hyphens inside spans and without the marks between them.
fn words_of(text: &str) -> Vec<String> {
    let plain = hyphens_for_words(&text.to_lowercase());
    let joined = plain.split('-').map(str::trim).collect::<Vec<_>>().join("-");
    let is_mark = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '&' | '+' | '/' | '|' | '(' | ')');
    let words = joined.split(is_mark).flat_map(|word| match word.split_once(':') {
        // The colon of a clock stands between digits.
        Some((before, after)) if !before.ends_with(|c: char| c.is_ascii_digit()) || after.is_empty() => {
            vec![before, after]
        }
        _ => vec![word],
    });
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn days_of(word: &str) -> Option<Vec<usize>> {
    day_range(&meant_range(word)?)
}

/// The hours of each day. A day that is named counts before every day; `None` where one is named twice, or where a part
/// has no days or no hours.
fn week_of(parts: &[Part]) -> Option<[Option<String>; 7]> {
    let mut week: [Option<String>; 7] = Default::default();
    let (every, named): (Vec<&Part>, Vec<&Part>) = parts.iter().partition(|part| part.days.len() == 7);
    for part in named {
        let hours = written_hours(&part.hours.join(", ")).filter(|_| !part.hours.is_empty())?;
        if part.days.is_empty() {
            return None;
        }
        for day in &part.days {
            if week[*day].replace(hours.clone()).is_some() {
                return None;
            }
        }
    }
    match every.as_slice() {
        [] => {}
        [one] => {
            let hours = written_hours(&one.hours.join(", ")).filter(|_| !one.hours.is_empty())?;
            for day in &mut week {
                day.get_or_insert_with(|| hours.clone());
            }
        }
        _ => return None,
    }
    week.iter().any(Option::is_some).then_some(week)
}

/// Days that follow each other with the same hours share a key.
fn keys_of(week: &[Option<String>; 7]) -> Vec<(String, String)> {
    let mut keys: Vec<(usize, usize, &String)> = Vec::new();
    for (day, hours) in week.iter().enumerate() {
        let Some(hours) = hours else { continue };
        match keys.last_mut() {
            Some((_, last, same)) if *last + 1 == day && *same == hours => *last = day,
            _ => keys.push((day, day, hours)),
        }
    }
    let key = |first: usize, last: usize| match (first, last) {
        (0, 6) => "setiap-hari".to_owned(),
        _ if first == last => DAYS[first].to_owned(),
        _ => format!("{}-{}", DAYS[first], DAYS[last]),
    };
    keys.into_iter().map(|(first, last, hours)| (key(first, last), hours.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_with_hours_become_keys() {
        for (text, keys) in [
            ("Senin-Jumat 08.00-16.00, Sabtu 08.00-12.00", "senin-jumat: 08.00-16.00; sabtu: 08.00-12.00"),
            ("Setiap hari 08.00-17.00", "setiap-hari: 08.00-17.00"),
            ("Setiap Hari 24 jam", "setiap-hari: 24 jam"),
            ("Sen-Sab: 07.30-15.00 WIB", "senin-sabtu: 07.30-15.00"),
            ("Senin - Sabtu, 07.00 s/d 16.00", "senin-sabtu: 07.00-16.00"),
            (
                "Senin s.d. Jumat: 08.00 - 15.00; Sabtu: 08.00 - 12.00; Minggu: tutup",
                "senin-jumat: 08.00-15.00; sabtu: 08.00-12.00; minggu: tutup",
            ),
            (
                "Senin–Kamis 08.00–15.00, Jumat 08.00–11.00 & 13.00–15.00",
                "senin-kamis: 08.00-15.00; jumat: 08.00-11.00, 13.00-15.00",
            ),
            ("Senin:08:00-16:00\nSelasa:08:00-16:00", "senin-selasa: 08.00-16.00"),
            ("Senin & Kamis pukul 08.00-12.00", "senin: 08.00-12.00; kamis: 08.00-12.00"),
            ("08.00-16.00 (Senin-Jumat)", "senin-jumat: 08.00-16.00"),
            ("08.00-16.00 Senin-Jumat, 08.00-12.00 Sabtu", "senin-jumat: 08.00-16.00; sabtu: 08.00-12.00"),
            (
                "Setiap hari 08.00-17.00, Jumat tutup",
                "senin-kamis: 08.00-17.00; jumat: tutup; sabtu-minggu: 08.00-17.00",
            ),
            ("Sabtu-Senin 08.00-12.00", "senin: 08.00-12.00; sabtu-minggu: 08.00-12.00"),
        ] {
            let found = hours_by_day(text).unwrap_or_else(|| panic!("{text}"));
            let found: Vec<String> = found.iter().map(|(day, hours)| format!("{day}: {hours}")).collect();
            assert_eq!(found.join("; "), keys, "{text}");
        }
    }

    #[test]
    fn a_text_that_is_not_understood_to_its_last_word_gives_nothing() {
        for text in [
            "",
            "08.00-16.00",
            "24 jam",
            "Senin-Jumat",
            "Buka tiap hari kecuali Minggu",
            "Setiap hari 08.00-16.00 kecuali Minggu",
            "Senin-Jumat 08.00-selesai",
            "Senin-Jumat 08.00-16.00, Jumat 08.00-11.00",
            "Senin-Jumat 08.00-16.00, 13.00",
            "Setiap hari 08.00-16.00, tiap hari 09.00-10.00",
        ] {
            assert_eq!(hours_by_day(text), None, "{text}");
        }
    }
}
