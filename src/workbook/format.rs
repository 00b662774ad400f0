//! How a cell is shown, as far as it tells what was typed.

use std::sync::Arc;

/// How a cell is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellFormat {
    /// The format does not say: all of text files, and numbers of XLS and ODS.
    Unknown,
    /// As the program thinks best.
    General,
    /// As it was typed: `@`, and all text of XLS and ODS.
    Text,
    /// With `Rp` or `IDR`.
    Rupiah,
    /// `%`: 0.4 is shown as 40 %.
    Percent,
    /// So many zeros, `000`: 7 is shown as 007. At least two.
    Zeros(u8),
    /// A day or a time.
    Day,
    /// Another code of the format, `#,##0`.
    Other(Arc<str>),
}

impl CellFormat {
    /// From the code that XLSX keeps. Source: ECMA-376, part 1, 18.8.30. Days are told by their value.
    pub(super) fn of_code(code: &str) -> Self {
        let first = code.split(';').next().unwrap_or_default().trim();
        if first.is_empty() || first.eq_ignore_ascii_case("general") {
            return Self::General;
        }
        if first == "@" {
            return Self::Text;
        }
        if is_rupiah(first) {
            return Self::Rupiah;
        }
        if is_percent(first) {
            return Self::Percent;
        }
        if first.len() > 1 && first.bytes().all(|byte| byte == b'0') {
            return Self::Zeros(u8::try_from(first.len()).unwrap_or(u8::MAX));
        }
        Self::Other(code.into())
    }
}

/// `"Rp"#,##0`, `[$Rp-421] #.##0`, `[$IDR] #,##0`, `_-Rp* #,##0`.
fn is_rupiah(code: &str) -> bool {
    let lower = code.to_ascii_lowercase();
    lower.contains("rp") || lower.contains("idr")
}

/// A percent sign that is no quoted word.
fn is_percent(code: &str) -> bool {
    code.split('"').step_by(2).any(|bare| bare.contains('%'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_tell_what_was_meant() {
        for (code, format) in [
            ("General", CellFormat::General),
            ("GENERAL", CellFormat::General),
            ("", CellFormat::General),
            ("@", CellFormat::Text),
            ("[$Rp-421]#,##0.00", CellFormat::Rupiah),
            ("[$Rp-421] #,##0;[RED]-[$Rp-421] #,##0", CellFormat::Rupiah),
            ("\"Rp\"#,##0", CellFormat::Rupiah),
            ("_-[$IDR]* #,##0_-", CellFormat::Rupiah),
            ("0%", CellFormat::Percent),
            ("0.00%", CellFormat::Percent),
            ("000", CellFormat::Zeros(3)),
            ("0000000000000", CellFormat::Zeros(13)),
            ("0", CellFormat::Other("0".into())),
            ("#,##0", CellFormat::Other("#,##0".into())),
            ("0\" %\"", CellFormat::Other("0\" %\"".into())),
        ] {
            assert_eq!(CellFormat::of_code(code), format, "{code}");
        }
    }
}
