//! Days, times, opening hours, seasons.

use super::{advice, error, shown, text, warning};
use crate::content::typed::Typed;
use crate::finding::{Finding, Span};
use crate::model::{Date, DateTime, Time};

/// A day in a form that is understood but not read.
pub(in crate::content) fn date_not_iso(key: &str, typed: &str, at: Span, meant: Date) -> Finding {
    let typed = shown(typed);
    error(
        "date-not-iso",
        at,
        text(
            format!("tanggal `{typed}` tidak ditulis dengan urutan tahun-bulan-hari"),
            format!("the date `{typed}` is not in the order year-month-day"),
        ),
        text("mis. `2026-12-31`", "for example `2026-12-31`"),
        text(format!("tulis `{key}: {meant}`"), format!("write `{key}: {meant}`")),
    )
}

/// `2026-02-30`.
pub(in crate::content) fn no_such_day(key: &str, typed: &str, at: Span) -> Finding {
    let typed = shown(typed);
    error(
        "no-such-day",
        at,
        text(format!("tanggal `{typed}` tidak ada di kalender"), format!("there is no such date: `{typed}`")),
        text("tanggal yang ada, mis. `2026-02-28`", "a date that exists, for example `2026-02-28`"),
        text(format!("periksa hari dan bulan di `{key}`"), format!("check day and month of `{key}`")),
    )
}

/// Not a day at all.
pub(in crate::content) fn not_a_date(key: &str, typed: &str, at: Span) -> Finding {
    let typed = shown(typed);
    error(
        "not-a-date",
        at,
        text(format!("`{key}` berisi `{typed}`, bukan tanggal"), format!("`{key}` is `{typed}`, not a date")),
        text("tahun-bulan-hari, mis. `2026-12-31`", "year-month-day, for example `2026-12-31`"),
        text(
            format!("tulis tahun, bulan dan harinya dengan angka, mis. `{key}: 2026-12-31`"),
            format!("write year, month and day in digits, for example `{key}: 2026-12-31`"),
        ),
    )
}

/// A day without a time where both are needed.
pub(in crate::content) fn no_time(typed: Typed<'_>, date: Date) -> Finding {
    let key = typed.key;
    error(
        "no-time",
        typed.span(),
        text(format!("`{key}` belum menyebut jam"), format!("`{key}` has no time")),
        text("tanggal dan jam, mis. `2026-12-05 08:00`", "date and time, for example `2026-12-05 08:00`"),
        text(
            format!("tulis `{key}: {date} 08:00` dengan jam yang benar"),
            format!("write `{key}: {date} 08:00` with the right time"),
        ),
    )
}

/// A day and a time in a form that is understood but not read.
pub(in crate::content) fn date_time_not_iso(typed: Typed<'_>, date: Date, time: Option<Time>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    let written = match time {
        Some(time) => format!("`{key}: {date} {:02}:{:02}`", time.hour(), time.minute()),
        None => format!("`{key}: {date} 08:00`"),
    };
    let (id, en) = if time.is_some() { ("", "") } else { (" dengan jam yang benar", " with the right time") };
    error(
        "date-not-iso",
        typed.span(),
        text(
            format!("tanggal `{word}` tidak ditulis dengan urutan tahun-bulan-hari"),
            format!("the date `{word}` is not in the order year-month-day"),
        ),
        text("tanggal dan jam, mis. `2026-12-05 08:00`", "date and time, for example `2026-12-05 08:00`"),
        text(format!("tulis {written}{id}"), format!("write {written}{en}")),
    )
}

/// Not a day and a time.
pub(in crate::content) fn not_a_date_time(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-time",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text("tanggal dan jam, mis. `2026-12-05 08:00`", "date and time, for example `2026-12-05 08:00`"),
        text(
            "tulis tahun-bulan-hari, spasi, lalu jam dan menit",
            "write year-month-day, a space, then hour and minute",
        ),
    )
}

/// An end before its start.
pub(in crate::content) fn ends_before_start(at: Span, key: &str, start: &str) -> Finding {
    error(
        "ends-before-start",
        at,
        text(format!("`{key}` lebih awal daripada `{start}`"), format!("`{key}` is before `{start}`")),
        text(format!("`{key}` sesudah `{start}`"), format!("`{key}` after `{start}`")),
        text("periksa kedua tanggal; mungkin tertukar", "check both dates; they may be swapped"),
    )
}

/// A day that is not a weekday, and the keys that were meant; none if a part of it is not understood.
pub(in crate::content) fn unknown_day(at: Span, typed: &str, meant: &[String]) -> Finding {
    let typed = shown(typed);
    let keys: Vec<String> = meant.iter().take(7).map(|key| format!("`{key}`")).collect();
    let help = match keys.as_slice() {
        [] => text(
            "tulis harinya lengkap, tiap hari atau rentang dengan kunci sendiri",
            "write the days in full, each day or span of days as a key of its own",
        ),
        [key] => text(format!("maksud Anda {key}?"), format!("did you mean {key}?")),
        keys => text(
            format!("tulis kunci sendiri untuk tiap hari: {}", keys.join(", ")),
            format!("write a key for each: {}", keys.join(", ")),
        ),
    };
    error(
        "unknown-day",
        at,
        text(format!("hari `{typed}` tidak dikenal"), format!("day `{typed}` is not known")),
        text(
            "`senin` sampai `minggu`, atau rentang seperti `senin-jumat`",
            "`senin` to `minggu`, or a span such as `senin-jumat`",
        ),
        help,
    )
}

/// A weekday with two sets of hours.
pub(in crate::content) fn day_twice(at: Span, day: &str) -> Finding {
    error(
        "day-twice",
        at,
        text(format!("jam buka hari {day} disebut dua kali"), format!("the hours of {day} are there twice")),
        text("tiap hari satu kali", "each day once"),
        text(
            "pisahkan rentang harinya supaya tidak tumpang tindih",
            "part the spans of days so that none is in two",
        ),
    )
}

/// Not opening hours.
pub(in crate::content) fn not_hours(at: Span, typed: &str) -> Finding {
    let typed = shown(typed);
    error(
        "not-hours",
        at,
        text(format!("jam buka `{typed}` tidak terbaca"), format!("opening hours `{typed}` cannot be read")),
        text("mis. `08.00-16.00`, `24 jam` atau `tutup`", "for example `08.00-16.00`, `24 jam` or `tutup`"),
        text(
            "tulis jam buka dan jam tutup dengan tanda hubung di antaranya",
            "write opening and closing time with a hyphen between them",
        ),
    )
}

/// `Senin-Jumat 08.00-16.00` where only hours belong.
pub(in crate::content) fn days_with_hours(at: Span, typed: &str, days: &[String], hours: &str) -> Finding {
    let typed = shown(typed);
    let hours = if hours.contains(',') { format!("\"{hours}\"") } else { hours.to_owned() };
    let keys = days.iter().map(|day| format!("{day}: {hours}")).collect::<Vec<_>>().join(", ");
    error(
        "not-hours",
        at,
        if typed == hours.trim_matches('"') {
            text(
                format!("jam buka `{typed}` belum menyebut harinya"),
                format!("opening hours `{typed}` name no day"),
            )
        } else {
            text(
                format!("jam buka `{typed}` menyebut hari di samping jamnya"),
                format!("opening hours `{typed}` name days beside the hours"),
            )
        },
        text(
            "hanya jamnya, mis. `08.00-16.00`; harinya menjadi kunci, atau kepala kolom di lembar",
            "the hours alone, for example `08.00-16.00`; the days are a key, or the head of a column in a sheet",
        ),
        text(format!("tulis `buka: {{{keys}}}`"), format!("write `buka: {{{keys}}}`")),
    )
}

/// `08.00-16.00 (istirahat 12.00-13.00)`.
pub(in crate::content) fn hours_with_break(at: Span, typed: &str, hours: &str) -> Finding {
    let typed = shown(typed);
    error(
        "not-hours",
        at,
        text(format!("jam buka `{typed}` tidak terbaca"), format!("opening hours `{typed}` cannot be read")),
        text(
            "jam sebelum dan sesudah istirahat, dipisah koma",
            "the hours before and after the break, parted by a comma",
        ),
        text(format!("tulis `{hours}`"), format!("write `{hours}`")),
    )
}

/// `senin:` with nothing behind it, as in `{senin, selasa: 08.00-16.00}`.
pub(in crate::content) fn day_without_hours(at: Span, day: &str) -> Finding {
    warning(
        "day-without-hours",
        at,
        text(
            format!("`{day}` tanpa jam, jadi ditampilkan tutup"),
            format!("`{day}` has no hours, so it is shown as closed"),
        ),
        text(
            "jam tiap hari, mis. `08.00-16.00`, atau `tutup`",
            "the hours of each day, for example `08.00-16.00`, or `tutup`",
        ),
        text(
            format!("tulis jamnya: `{day}: 08.00-16.00`, atau `{day}: tutup`"),
            format!("write the hours: `{day}: 08.00-16.00`, or `{day}: tutup`"),
        ),
    )
}

/// `16.00-08.00`, which is rather a day with its ends swapped than a night.
pub(in crate::content) fn closes_before_opening(at: Span, from: Time, to: Time) -> Finding {
    let (from, to) = (from.strftime("%H.%M").to_string(), to.strftime("%H.%M").to_string());
    warning(
        "closes-before-opening",
        at,
        text(
            format!("buka {from} dan baru tutup {to} esok harinya"),
            format!("opens at {from} and closes at {to} only on the next day"),
        ),
        text(
            "jam tutup sesudah jam buka, atau malam seperti `22.00-04.00`",
            "closing after opening, or a night such as `22.00-04.00`",
        ),
        text(
            format!("bila tertukar, tulis `{to}-{from}`; bila memang begitu, biarkan"),
            format!("if they changed places, write `{to}-{from}`; if it is so, leave it"),
        ),
    )
}

/// `08.00-08.00`.
pub(in crate::content) fn closes_as_it_opens(at: Span, from: Time) -> Finding {
    let from = from.strftime("%H.%M");
    error(
        "closes-as-it-opens",
        at,
        text(format!("buka dan tutup sama-sama {from}"), format!("opens and closes at {from}")),
        text("mis. `08.00-16.00`, `24 jam` atau `tutup`", "for example `08.00-16.00`, `24 jam` or `tutup`"),
        text(
            "tulis jam tutup yang benar, atau `24 jam` bila tidak pernah tutup",
            "write the right closing time, or `24 jam` if it never closes",
        ),
    )
}

/// `08.00-12.00, 11.00-16.00`.
pub(in crate::content) fn hours_overlap(at: Span) -> Finding {
    error(
        "hours-overlap",
        at,
        text("jam buka di hari ini saling menimpa", "the hours of this day overlap"),
        text("mis. `08.00-12.00, 13.00-16.00`", "for example `08.00-12.00, 13.00-16.00`"),
        text("pisahkan jamnya atau gabungkan menjadi satu", "part them or join them into one"),
    )
}

/// `sabtu: 22.00-04.00` before `minggu: 03.00-10.00`.
pub(in crate::content) fn night_overlaps(at: Span, day: &str, next: &str) -> Finding {
    error(
        "hours-overlap",
        at,
        text(
            format!("jam buka {day} lewat tengah malam menimpa jam buka {next}"),
            format!("the hours of {day} past midnight overlap those of {next}"),
        ),
        text(
            format!("tutup paling lambat saat {next} mulai buka"),
            format!("closing no later than {next} opens"),
        ),
        text(
            format!("ubah jam tutup {day} atau jam buka {next}"),
            format!("change the closing time of {day} or the opening time of {next}"),
        ),
    )
}

/// `4-Jan`: a number and a name, as spreadsheets write a day.
pub(in crate::content) fn months_of_a_date(typed: Typed<'_>, part: &str, meant: &str) -> Finding {
    let part = shown(part);
    warning(
        "months-like-a-date",
        typed.span(),
        text(
            format!("`{part}` seperti tanggal, yang sering dibuat aplikasi tabel dari `{meant}`"),
            format!("`{part}` looks like a day, which spreadsheets make of `{meant}`"),
        ),
        text("bulan dengan angka, mis. `1-4`", "months in digits, for example `1-4`"),
        text(
            format!("tulis `musim: [{meant}]` bila itu maksudnya"),
            format!("write `musim: [{meant}]` if that is meant"),
        ),
    )
}

/// Not a month or a span of months.
pub(in crate::content) fn not_months(typed: Typed<'_>) -> Finding {
    let word = shown(typed.text);
    error(
        "not-months",
        typed.span(),
        text(format!("musim `{word}` tidak terbaca"), format!("season `{word}` cannot be read")),
        text("nomor bulan 1 sampai 12, mis. `[1-4, 10-12]`", "months 1 to 12, for example `[1-4, 10-12]`"),
        text("tulis bulan awal dan akhir dengan tanda hubung", "write first and last month with a hyphen"),
    )
}

/// A day that should have been, but is still to come.
pub(in crate::content) fn in_the_future(at: Span, key: &str, date: Date) -> Finding {
    warning(
        "date-in-future",
        at,
        text(format!("`{key}` {date} masih akan datang"), format!("`{key}` {date} is still to come")),
        text("hari ini atau sebelumnya", "today or earlier"),
        text("periksa tahunnya", "check the year"),
    )
}

/// An opening that is over.
pub(in crate::content) fn opening_over(at: Span, last: Date) -> Finding {
    advice(
        "opening-over",
        at,
        text(format!("peluang ini berakhir {last}"), format!("this opening ended on {last}")),
        text("peluang yang masih dibuka", "an opening that is still open"),
        text(
            "hapus, atau perbarui tanggalnya untuk angkatan berikutnya",
            "remove it, or set the days of the next one",
        ),
    )
}

/// An event that is over.
pub(in crate::content) fn event_over(at: Span, end: DateTime) -> Finding {
    let day = end.date();
    advice(
        "event-over",
        at,
        text(format!("acara ini sudah berlalu, {day}"), format!("this event ended on {day}")),
        text("acara yang akan datang", "events to come"),
        text("hapus, atau perbarui tanggalnya", "remove it, or set a new date"),
    )
}
