//! What is wrong with what was sent, where no reader of content says it.

use crate::finding::{Finding, Level, Span, Text};

/// A GIF may be an animation, and its pixels are few.
pub(super) fn gif_refused(name: &str) -> Finding {
    Finding {
        code: "photo-gif".into(),
        level: Level::Error,
        at: Span::path(name),
        found: Text::new(format!("`{name}` adalah GIF"), format!("`{name}` is a GIF")),
        expected: Text::new("foto JPEG, PNG atau WebP", "a photo as JPEG, PNG or WebP"),
        help: Text::new("kirim foto aslinya dari kamera", "send the photo as the camera made it"),
    }
}
