//! What a coded picture of AV1 says of its own size, before a decoder takes memory for it: the file's tables are one
//! claim, the stream is another. Nothing is decoded. Source: AV1 Bitstream & Decoding Process Specification, 5.3 to
//! 5.5.

use super::super::boxes::Bytes;

/// Kinds of units that are looked at.
const SEQUENCE_HEADER: u8 = 1;
const FRAME_HEADER: u8 = 3;
const FRAME: u8 = 6;

/// Most frames of one picture: each costs as much as all of it. A still picture has one, in up to four layers.
const MAX_FRAMES: usize = 8;

/// Most bytes of a number with an open end.
const MAX_LEB128: usize = 8;

/// Width and height that a decoder may take memory for. `None` for a stream that is broken, that says different sizes,
/// or that holds more frames than a picture has.
pub(super) fn size_of(stream: &[u8]) -> Option<(u32, u32)> {
    let (mut size, mut frames) = (None, 0);
    let mut rest = Bytes(stream);
    while !rest.0.is_empty() {
        let (kind, content) = next_unit(&mut rest)?;
        match kind {
            SEQUENCE_HEADER => {
                let said = largest_frame(&mut Bits { bytes: content, at: 0 })?;
                if size.replace(said).is_some_and(|before| before != said) {
                    return None;
                }
            }
            FRAME_HEADER | FRAME => frames += 1,
            _ => {}
        }
    }
    size.filter(|_| (1..=MAX_FRAMES).contains(&frames))
}

/// A unit: its kind and what is in it. In a file each says how long it is.
fn next_unit<'a>(rest: &mut Bytes<'a>) -> Option<(u8, &'a [u8])> {
    const FORBIDDEN: u8 = 0x80;
    const HAS_EXTENSION: u8 = 0x04;
    const HAS_SIZE: u8 = 0x02;
    let header = rest.u8()?;
    if header & FORBIDDEN != 0 || header & HAS_SIZE == 0 {
        return None;
    }
    if header & HAS_EXTENSION != 0 {
        rest.u8()?;
    }
    let size = leb128(rest)?;
    Some((header >> 3 & 15, rest.take(size)?))
}

/// Seven bits a byte, the least significant first.
fn leb128(rest: &mut Bytes<'_>) -> Option<usize> {
    let mut number = 0_u64;
    for index in 0..MAX_LEB128 {
        let byte = rest.u8()?;
        number |= u64::from(byte & 0x7F) << (7 * index);
        if byte & 0x80 == 0 {
            return usize::try_from(number).ok();
        }
    }
    None
}

/// The largest width and height that a sequence allows; no frame is larger.
fn largest_frame(bits: &mut Bits<'_>) -> Option<(u32, u32)> {
    bits.take(3)?;
    bits.take(1)?;
    if bits.take(1)? == 1 {
        bits.take(5)?;
    } else {
        skip_timing(bits)?;
    }
    let (width_bits, height_bits) = (bits.take(4)? + 1, bits.take(4)? + 1);
    Some((bits.take(width_bits)? + 1, bits.take(height_bits)? + 1))
}

/// What a sequence says that may be more than one still picture: times, and the points at which it may be decoded.
fn skip_timing(bits: &mut Bits<'_>) -> Option<()> {
    let mut delay_bits = None;
    if bits.take(1)? == 1 {
        bits.take(32)?;
        bits.take(32)?;
        if bits.take(1)? == 1 {
            bits.skip_open()?;
        }
        if bits.take(1)? == 1 {
            delay_bits = Some(bits.take(5)? + 1);
            bits.take(32)?;
            bits.take(10)?;
        }
    }
    let has_delay = bits.take(1)? == 1;
    for _ in 0..=bits.take(5)? {
        bits.take(12)?;
        if bits.take(5)? > 7 {
            bits.take(1)?;
        }
        if let Some(delay_bits) = delay_bits
            && bits.take(1)? == 1
        {
            bits.take(delay_bits)?;
            bits.take(delay_bits)?;
            bits.take(1)?;
        }
        if has_delay && bits.take(1)? == 1 {
            bits.take(4)?;
        }
    }
    Some(())
}

/// Bits from the front, the most significant first.
struct Bits<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl Bits<'_> {
    /// A number of up to 32 bits.
    fn take(&mut self, count: u32) -> Option<u32> {
        let mut number = 0;
        for _ in 0..count {
            let byte = self.bytes.get(self.at / 8)?;
            number = number << 1 | u32::from(byte >> (7 - self.at % 8) & 1);
            self.at += 1;
        }
        Some(number)
    }

    /// As many zeros as the number behind them has bits.
    fn skip_open(&mut self) -> Option<()> {
        let mut zeros = 0;
        while self.take(1)? == 0 {
            zeros += 1;
        }
        if zeros < 32 { self.take(zeros).map(drop) } else { Some(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bits as text, a unit of that kind.
    fn unit(kind: u8, bits: &str) -> Vec<u8> {
        let mut content: Vec<u8> = Vec::new();
        for (at, bit) in bits.chars().filter(|bit| !bit.is_whitespace()).enumerate() {
            if at % 8 == 0 {
                content.push(0);
            }
            if let Some(last) = content.last_mut().filter(|_| bit == '1') {
                *last |= 0x80 >> (at % 8);
            }
        }
        [&[kind << 3 | 2, u8::try_from(content.len()).expect("short")], &content[..]].concat()
    }

    /// Seven bits for 96, six for 64.
    const SIZE: &str = "0110 0101 1011111 111111";

    #[test]
    fn the_size_is_read_behind_whatever_a_sequence_says_of_time() {
        let frame = unit(FRAME, "0001");
        let still = unit(SEQUENCE_HEADER, &format!("000 1 1 00000 {SIZE}"));
        let points = format!("000 1 0 0 1 00001 {:012b} 01000 1 1 0000 {:012b} 00000 0 {SIZE}", 1, 2);
        let points = unit(SEQUENCE_HEADER, &points);
        let times = format!(
            "000 0 0 1 {0:032b} {0:032b} 1 001 01 1 00111 {0:032b} 00000 00000 0 00000 {0:012b} 00000 1 {0:08b} {0:08b} \
             0 {SIZE}",
            3
        );
        let times = unit(SEQUENCE_HEADER, &times);
        for sequence in [still, points, times] {
            let stream = [&unit(2, "")[..], &sequence, &frame].concat();
            assert_eq!(size_of(&stream), Some((96, 64)));
            for cut in 0..stream.len() {
                assert_eq!(size_of(&stream[..cut]), None, "{cut}");
            }
        }
    }

    #[test]
    fn two_sizes_and_too_many_frames_are_refused() {
        let small = unit(SEQUENCE_HEADER, &format!("000 1 1 00000 {SIZE}"));
        let large = unit(SEQUENCE_HEADER, "000 1 1 00000 1111 1111 1111111111111111 1111111111111111");
        let frame = unit(FRAME, "0001");
        assert_eq!(size_of(&[&large[..], &frame].concat()), Some((65_536, 65_536)));
        assert_eq!(size_of(&[&small[..], &small, &frame].concat()), Some((96, 64)));
        assert_eq!(size_of(&[&small[..], &frame, &large, &frame].concat()), None);
        assert_eq!(size_of(&[small.clone(), frame.repeat(MAX_FRAMES)].concat()), Some((96, 64)));
        assert_eq!(size_of(&[small.clone(), frame.repeat(MAX_FRAMES + 1)].concat()), None);
        assert_eq!(size_of(&small), None);
        assert_eq!(size_of(&frame), None);
    }
}
