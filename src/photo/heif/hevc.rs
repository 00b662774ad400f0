//! One picture of HEVC, by a decoder in safe Rust.

use heifer_hevc_dec::decoder::{DecodeOptions, decode_picture};
use heifer_hevc_dec::recon::Frame;

use super::row::Planes;
use super::slot::{DAMAGED, Slot, UNREADABLE};
use crate::photo::fault::PhotoFault;
use crate::photo::header::Piece;
use crate::photo::space::Space;

/// A coded picture may be larger than what is shown of it by less than its largest block.
const LARGEST_BLOCK: u64 = 64;

/// Most units of a coded picture. HEVC allows 600 slices; each may cost a pass over the picture.
const MAX_UNITS: usize = 1024;

/// What stands before each unit of a stream. Source: ITU-T H.265, annex B.
const START: [u8; 4] = [0, 0, 0, 1];

/// Decodes a tile into its place. Its stream says nothing of colours that anybody asks for.
pub(super) fn decode(piece: &Piece<'_>, slot: &mut Slot<'_>) -> Result<Space, PhotoFault> {
    let largest = |side: u32| u64::from(side) + LARGEST_BLOCK;
    let max_pixels = largest(slot.tiles.tile_width) * largest(slot.tiles.tile_height);
    let options = DecodeOptions { max_pixels, ..DecodeOptions::default() };
    let stream = stream_of(piece).ok_or(DAMAGED)?;
    let frame = decode_picture(&stream, options).map_err(|error| match error {
        heifer_hevc_dec::Error::Unimplemented(_) => UNREADABLE,
        _ => DAMAGED,
    })?;
    slot.fill(&planes_of(&frame)).map(|()| Space::Srgb)
}

/// Colour samples lie on the even rows and columns: as Apple's programs have it, which took most of these photos.
fn planes_of(frame: &Frame) -> Planes<'_, u16> {
    let rows = |plane: usize| frame.planes[plane].chunks_exact(frame.widths[plane].max(1) as usize).collect();
    Planes {
        rows: [rows(0), rows(1), rows(2)],
        bits: frame.bit_depth,
        spread: match frame.chroma_format {
            0 => None,
            1 => Some((2, 2)),
            2 => Some((2, 1)),
            _ => Some((1, 1)),
        },
        is_between: false,
        coding: (u16::from(frame.matrix_coeffs), frame.full_range),
    }
}

/// The units of `hvcC`, then those of the data, each behind a start. Source: ISO/IEC 14496-15, 8.3.3.1.
fn stream_of(piece: &Piece<'_>) -> Option<Vec<u8>> {
    const LENGTH_AT: usize = 21;
    let mut stream = Vec::new();
    let mut units = 0;
    let mut put = |unit: &[u8]| {
        units += 1;
        stream.extend(START);
        stream.extend(unit);
        (units <= MAX_UNITS).then_some(())
    };
    let length_bytes = usize::from(*piece.config.get(LENGTH_AT)? & 3) + 1;
    let mut rest = piece.config.get(LENGTH_AT + 1..)?;
    for _ in 0..number(&mut rest, 1)? {
        number(&mut rest, 1)?;
        for _ in 0..number(&mut rest, 2)? {
            let length = number(&mut rest, 2)?;
            put(taken(&mut rest, length)?)?;
        }
    }
    let data = piece.data.concat();
    let mut rest = &data[..];
    while !rest.is_empty() {
        let length = number(&mut rest, length_bytes)?;
        put(taken(&mut rest, length)?)?;
    }
    Some(stream)
}

fn taken<'a>(rest: &mut &'a [u8], count: usize) -> Option<&'a [u8]> {
    let (taken, after) = rest.split_at_checked(count)?;
    *rest = after;
    Some(taken)
}

/// A number of that many bytes, the most significant first.
fn number(rest: &mut &[u8], bytes: usize) -> Option<usize> {
    Some(taken(rest, bytes)?.iter().fold(0, |number, &byte| number << 8 | usize::from(byte)))
}
