//! Codes for cameras, drawn as SVG. The payload is drawn as it is: nothing is added or changed.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Quiet zone around a code, in modules. Source: ISO/IEC 18004, 6.3.8.
const QUIET: usize = 4;

/// Longest payload that a code holds, in bytes. Source: ISO/IEC 18004, version 40 at level M.
const MAX_BYTES: usize = 2_331;

/// True if a payload fits into a code.
pub fn fits(payload: &str) -> bool {
    payload.len() <= MAX_BYTES
}

/// An SVG of a payload, dark on light whatever the colours of the page; `None` if it is too long for any code. Dark
/// modules side by side are one stroke, one module wide: half of what an outline of each takes.
pub fn svg(payload: &str) -> Option<String> {
    let code = QRBuilder::new(payload).ecl(ECL::M).build().ok()?;
    let width = code.size;
    let mut path = String::with_capacity(width * width);
    for row in 0..width {
        let line = &code[row][..width];
        // Where the pen stands in this row, once it has been put down.
        let mut pen = None;
        let mut column = 0;
        while column < width {
            let length = line[column..].iter().take_while(|module| module.value()).count();
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = match pen {
                    None => write!(path, "M{} {}.5h{length}", column + QUIET, row + QUIET),
                    Some(pen) => write!(path, "m{} 0h{length}", column - pen),
                };
                pen = Some(column + length);
            }
            column += length.max(1);
        }
    }
    let side = width + 2 * QUIET;
    Some(format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {side} {side}\" shape-rendering=\"crispEdges\">\
         <path fill=\"#fff\" d=\"M0 0h{side}v{side}H0z\"/><path stroke=\"#000\" d=\"{path}\"/></svg>\n"
    ))
}

#[cfg(test)]
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "codes are a few hundred pixels wide"
)]
mod tests {
    use super::*;

    #[test]
    fn what_fits_can_be_drawn() {
        let longest = "a".repeat(MAX_BYTES);
        assert!(fits(&longest) && svg(&longest).is_some());
        let longer = "a".repeat(MAX_BYTES + 1);
        assert!(!fits(&longer) && svg(&longer).is_none());
    }

    #[test]
    fn a_camera_reads_what_was_drawn() {
        let payload = "00020101021126570011ID.DANA.WWW5204541153033605802ID5913Koperasi \u{e9} 16304ABCD";
        let tree =
            resvg::usvg::Tree::from_str(&svg(payload).expect("short"), &resvg::usvg::Options::default())
                .expect("an SVG");
        let scale = 4.0;
        let side = (tree.size().width() * scale) as usize;
        let mut pixels = resvg::tiny_skia::Pixmap::new(side as u32, side as u32).expect("not empty");
        resvg::render(&tree, resvg::tiny_skia::Transform::from_scale(scale, scale), &mut pixels.as_mut());
        let mut seen =
            rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| pixels.data()[(y * side + x) * 4]);
        let codes = seen.detect_grids();
        assert_eq!(codes[0].decode().expect("readable").1, payload);
    }

    #[test]
    fn a_code_has_its_finders_inside_the_quiet_zone() {
        let code = svg("00020101").expect("short");
        assert!(code.contains("viewBox=\"0 0 29 29\"") && code.contains("d=\"M4 4.5h7m"), "{code}");
        assert_eq!(svg(&"x".repeat(4_000)), None);
    }
}
