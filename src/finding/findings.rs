//! What is said of findings themselves.

use super::one::Finding;
use super::words::Text;

/// Stands for the first finding too many of a kind, and for all behind it.
pub(super) fn more_of_a_kind(first: Finding, most: u32) -> Finding {
    let code = first.code;
    Finding {
        code: "more-of-a-kind".into(),
        level: first.level,
        at: first.at,
        found: Text::new(
            format!(
                "mulai di sini masih ada `{code}` lain di berkas ini; hanya {most} yang pertama ditunjukkan"
            ),
            format!("from here on this file has more of `{code}`; only the first {most} are listed"),
        ),
        expected: Text::new(
            "berkas tanpa kesalahan yang sama berulang-ulang",
            "a file without the same mistake again and again",
        ),
        help: Text::new(
            "perbaiki yang ditunjukkan, lalu periksa lagi",
            "fix the ones listed, then check again",
        ),
    }
}
