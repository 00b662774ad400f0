//! What can be wrong with the place that is written to.

use crate::finding::{Finding, Level, Span, Text};

/// A page wants a path where somebody else's file lies.
pub(super) fn output_occupied(path: &str) -> Finding {
    Finding {
        code: "output-occupied",
        level: Level::Error,
        at: Span::path(path),
        found: Text::new(
            "di tempat ini sudah ada berkas yang bukan buatan etalase",
            "there already is a file that etalase did not make",
        ),
        expected: Text::new(
            "tempat kosong, atau berkas buatan etalase",
            "an empty place, or a file of etalase's",
        ),
        help: Text::new(
            "berkas itu tidak disentuh; pindahkan atau hapus, lalu bangun lagi",
            "the file was not touched; move or delete it, then build again",
        ),
    }
}
