//! One picture of AV1, by libaom: nothing of the file reaches it but the bytes of the picture, whose size was checked
//! by the header.

use aom_decode::color::{ChromaSampling, Range};
use aom_decode::{Config, Decoder, Error, FrameTempRef, RowsIter, RowsIters};

use super::row::{Planes, Sample};
use super::slot::{DAMAGED, Slot, UNREADABLE};
use crate::photo::fault::PhotoFault;
use crate::photo::header::Piece;
use crate::photo::space::Space;

/// What libaom calls no memory, not able, and two kinds of streams that it does not support. Source: `aom_codec.h`.
const NOT_ABLE: [u32; 4] = [2, 4, 5, 6];

/// Code points of primaries and transfer that stand for none.
const UNSPECIFIED: u8 = 2;

/// Decodes a tile into its place, and tells what it says of its colours.
pub(super) fn decode(piece: &Piece<'_>, slot: &mut Slot<'_>) -> Result<Space, PhotoFault> {
    let stream = piece.data.concat();
    let mut decoder = Decoder::new(&Config { threads: 1 }).map_err(|error| fault_of(&error))?;
    let frame = decoder.decode_frame(&stream).map_err(|error| fault_of(&error))?;
    let coding = coding_of(&frame);
    match frame.rows_iter().map_err(|error| fault_of(&error))? {
        RowsIters::YuvPlanes8 { y, u, v, chroma_sampling } => {
            slot.fill(&planes([Some(y), Some(u), Some(v)], 8, chroma_sampling, coding))
        }
        RowsIters::Mono8(y) => {
            slot.fill(&planes([Some(y), None, None], 8, ChromaSampling::Monochrome, coding))
        }
        RowsIters::YuvPlanes16 { y, u, v, chroma_sampling, depth } => {
            slot.fill(&planes([Some(y), Some(u), Some(v)], depth as u8, chroma_sampling, coding))
        }
        RowsIters::Mono16(y, depth) => {
            slot.fill(&planes([Some(y), None, None], depth as u8, ChromaSampling::Monochrome, coding))
        }
    }?;
    Ok(space_of(&frame))
}

/// As libavif has it, and with it browsers, a colour sample lies between the pixels that it stands for.
fn planes<S: Sample>(
    planes: [Option<RowsIter<'_, S>>; 3],
    bits: u8,
    sampling: ChromaSampling,
    coding: (u16, bool),
) -> Planes<'_, S> {
    let spread = match sampling {
        ChromaSampling::Cs420 => Some((2, 2)),
        ChromaSampling::Cs422 => Some((2, 1)),
        ChromaSampling::Cs444 => Some((1, 1)),
        ChromaSampling::Monochrome => None,
    };
    let rows = planes.map(|plane| plane.into_iter().flatten().collect());
    Planes { rows, bits: [bits; 2], spread, is_between: true, coding }
}

/// Matrix coefficients, and true for full range.
fn coding_of(frame: &FrameTempRef<'_>) -> (u16, bool) {
    let matrix = frame.matrix_coefficients().map_or(UNSPECIFIED.into(), |matrix| matrix as u16);
    (matrix, frame.range() == Range::Full)
}

fn space_of(frame: &FrameTempRef<'_>) -> Space {
    Space::Coded {
        primaries: frame.color_primaries().map_or(UNSPECIFIED, |primaries| primaries as u8),
        transfer: frame.transfer_characteristics().map_or(UNSPECIFIED, |transfer| transfer as u8),
    }
}

fn fault_of(error: &Error) -> PhotoFault {
    match error {
        Error::AOM(code, _) if !NOT_ABLE.contains(&code.get()) => DAMAGED,
        _ => UNREADABLE,
    }
}
