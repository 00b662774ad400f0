//! Numbers, days and times as people here write them.

use jiff::civil::{Date, Time, date};

use crate::workbook::{CellFormat, CellValue};

/// Digits behind the point that are meant; what follows is the noise of binary numbers.
const MEANT_DECIMALS: usize = 9;

/// `2,5`, `1250`: no dots between thousands, a comma before decimals.
pub(super) fn decimal(number: f64) -> String {
    pointed(number).replace('.', ",")
}

/// `2.5`, as coordinates are written.
pub(super) fn pointed(number: f64) -> String {
    let text = format!("{number:.MEANT_DECIMALS$}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// The digits of a whole number; `None` for a negative one, a fraction, or more digits than a spreadsheet keeps.
pub(super) fn whole(number: f64) -> Option<u64> {
    let is_whole = number.fract() == 0.0 && (0.0..1e15).contains(&number);
    is_whole.then(|| format!("{number:.0}").parse().ok()).flatten()
}

/// `007` for 7 in a cell that shows three digits.
pub(super) fn zero_padded(number: f64, format: &CellFormat) -> Option<String> {
    let CellFormat::Zeros(width) = format else { return None };
    Some(format!("{:0>width$}", whole(number)?, width = usize::from(*width)))
}

/// `Rp 12.500`, which no program takes for another number.
pub(super) fn rupiah(amount: u64) -> String {
    format!("Rp {}", grouped(amount))
}

/// `12.500`.
pub(super) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push('.');
        }
        grouped.push(digit);
    }
    grouped
}

/// `08.30`.
pub(super) fn clock(time: Time) -> String {
    format!("{:02}.{:02}", time.hour(), time.minute())
}

/// A value as a spreadsheet shows it, for sentences.
pub(in crate::import) fn shown(value: &CellValue) -> String {
    match value {
        CellValue::Text(text) | CellValue::Error(text) => text.clone(),
        CellValue::Number(number) => decimal(*number),
        CellValue::Day(day) => day.to_string(),
        CellValue::DayTime(moment) => format!("{} {}", moment.date(), clock(moment.time())),
        CellValue::Time(time) => clock(*time),
        CellValue::Flag(true) => "BENAR".to_owned(),
        CellValue::Flag(false) => "SALAH".to_owned(),
    }
}

/// The number behind a day: days since 30 December 1899.
pub(super) fn serial(day: Date) -> Option<u64> {
    const FIRST: Date = date(1899, 12, 30);
    u64::try_from((day - FIRST).get_days()).ok()
}

/// The day behind a number, for days of this and the last century: 20,000 to 80,000.
pub(super) fn day_of_serial(number: f64) -> Option<Date> {
    const FIRST: Date = date(1899, 12, 30);
    let days = whole(number).filter(|days| (20_000..80_000).contains(days))?;
    FIRST.checked_add(jiff::Span::new().days(i64::try_from(days).ok()?)).ok()
}
