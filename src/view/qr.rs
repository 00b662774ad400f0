//! Codes for cameras, drawn as one SVG path. The payload is drawn as it is: nothing is added or changed.

use std::fmt::Write as _;

use qrcode::{Color, EcLevel, QrCode};
use serde::Serialize;

/// Quiet zone around a code, in modules. Source: ISO/IEC 18004, 6.3.8.
const QUIET: usize = 4;

/// A code as a template draws it: dark modules on a light ground, whatever the colours of the page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QrView {
    /// Side with the quiet zone, in modules.
    pub side: usize,
    /// Path of all dark modules.
    pub path: String,
}

/// Draws a payload; `None` if it is too long for any code.
pub fn draw(payload: &str) -> Option<QrView> {
    let code = QrCode::with_error_correction_level(payload, EcLevel::M).ok()?;
    let width = code.width();
    let modules = code.to_colors();
    let mut path = String::with_capacity(modules.len() * 2);
    for (row, line) in modules.chunks(width).enumerate() {
        let mut column = 0;
        while column < width {
            let length = line[column..].iter().take_while(|module| **module == Color::Dark).count();
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column += length.max(1);
        }
    }
    Some(QrView { side: width + 2 * QUIET, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_finders_inside_the_quiet_zone() {
        let code = draw("00020101").expect("short");
        assert_eq!(code.side, 21 + 8);
        assert!(code.path.starts_with("M4 4h7v1h-7z"), "{}", code.path);
        assert_eq!(draw(&"x".repeat(4_000)), None);
    }
}
