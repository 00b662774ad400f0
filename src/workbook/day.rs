//! Days and times as spreadsheets keep them.

use calamine::{ExcelDateTime, ExcelDateTimeType};
use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, Unit};

use super::sheet::CellValue;

/// The last number of a day, 31 December 9999, in the calendar that begins with 1900.
const LAST_DAY: f64 = 2_958_465.0;

/// A count of days since 1900 or 1904, whose fraction is the time: below 1 a time alone. What is no day of the
/// calendar, such as less than nothing or the 29 February 1900 of Excel, stays a number, as does a span of a day and
/// more.
pub(super) fn of_serial(serial: &ExcelDateTime) -> CellValue {
    let days = serial.as_f64();
    let is_span = serial.is_duration() && days >= 1.0;
    if !(0.0..LAST_DAY + 1.0).contains(&days) || is_span {
        return CellValue::Number(days);
    }
    let (year, month, day, hour, minute, second, milli) = serial.to_ymd_hms_milli();
    let moment = || {
        let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(u8::cast_signed);
        let nano = i32::from(milli) * 1_000_000;
        DateTime::new(year.cast_signed(), month, day, hour, minute, second, nano)
            .ok()?
            .round(Unit::Second)
            .ok()
    };
    match moment() {
        None => CellValue::Number(days),
        Some(moment) if days < 1.0 && days + 0.5 / 86_400.0 < 1.0 => CellValue::Time(moment.time()),
        Some(moment) => of_moment(moment),
    }
}

/// `2026-11-29`, `2026-11-29T08:00:00`, `08:00:00`, with or without fractions and `Z`. Anything else stays text.
pub(super) fn of_iso(text: &str) -> CellValue {
    let bare = text.trim().trim_end_matches('Z');
    if let Some(moment) = bare.parse::<DateTime>().ok().and_then(|moment| moment.round(Unit::Second).ok()) {
        return of_moment(moment);
    }
    match bare.parse::<Time>().ok().and_then(|time| time.round(Unit::Second).ok()) {
        Some(time) => CellValue::Time(time),
        None => CellValue::Text(text.to_owned()),
    }
}

/// `PT08H30M00S` as ODS writes a time. A span of a day and more is a number of days.
pub(super) fn of_duration(text: &str) -> CellValue {
    let Ok(span) = text.trim().parse::<SignedDuration>() else {
        return CellValue::Text(text.to_owned());
    };
    let days = span.as_secs_f64() / 86_400.0;
    of_serial(&ExcelDateTime::new(days, ExcelDateTimeType::TimeDelta, false))
}

/// Midnight is no time of its own: a day is meant.
fn of_moment(moment: DateTime) -> CellValue {
    if moment.time() == Time::midnight() { CellValue::Day(moment.date()) } else { CellValue::DayTime(moment) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn serial(days: f64, is_1904: bool) -> String {
        format!("{:?}", of_serial(&ExcelDateTime::new(days, ExcelDateTimeType::DateTime, is_1904)))
    }

    #[test]
    fn numbers_of_days_are_days_and_times() {
        assert_eq!(serial(46_355.0, false), "Day(2026-11-29)");
        assert_eq!(serial(44_893.0, true), "Day(2026-11-29)");
        assert_eq!(serial(46_355.333_333_333_33, false), "DayTime(2026-11-29T08:00:00)");
        assert_eq!(serial(1.0 / 3.0, false), "Time(08:00:00)");
        assert_eq!(serial(0.0, false), "Time(00:00:00)");
        assert_eq!(serial(0.999_999_99, false), "Day(1900-01-01)");
    }

    #[test]
    fn what_is_no_day_stays_a_number() {
        for days in [-1.0, 2_958_466.0, 60.0, f64::NAN, f64::INFINITY] {
            assert!(serial(days, false).starts_with("Number"), "{days}");
        }
        let span = ExcelDateTime::new(1.25, ExcelDateTimeType::TimeDelta, false);
        assert_eq!(of_serial(&span), CellValue::Number(1.25));
    }

    #[test]
    fn iso_texts_are_days_and_times() {
        for (text, value) in [
            ("2026-11-29", "Day(2026-11-29)"),
            ("2026-11-29T00:00:00", "Day(2026-11-29)"),
            ("2026-11-29T08:30:00.000Z", "DayTime(2026-11-29T08:30:00)"),
            ("08:30:00", "Time(08:30:00)"),
            ("besok", "Text(\"besok\")"),
        ] {
            assert_eq!(format!("{:?}", of_iso(text)), value, "{text}");
        }
        for (text, value) in [
            ("PT08H30M00S", "Time(08:30:00)"),
            ("PT16H00M00.000000001S", "Time(16:00:00)"),
            ("PT30H00M00S", "Number(1.25)"),
            ("pagi", "Text(\"pagi\")"),
        ] {
            assert_eq!(format!("{:?}", of_duration(text)), value, "{text}");
        }
    }
}
