//! Small files that claim to be large pictures: refused by their header, without the memory they ask for. How
//! long that takes is measured by `benches/photo_bombs.rs`.
//! A binary of its own, since it looks at the memory of the whole process.

#![expect(clippy::unwrap_used, reason = "what is made here is whole")]

mod bombs;

use std::io::Read as _;

use bombs::{bombs, chunk, jpeg_claiming, refusal};

/// Most memory that all bombs together may take beyond what a sound photo takes, in bytes.
const MOST_BYTES: u64 = 64_000_000;

/// Highest memory of this process so far, in bytes; `None` where the system does not tell.
#[expect(clippy::disallowed_methods, reason = "what the system tells of this process is in a file")]
fn peak_bytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    Some(line.trim().strip_suffix("kB")?.trim().parse::<u64>().ok()? * 1024)
}

/// A sound PNG of 64 x 64 pixels whose colour profile has that many bytes once it is inflated, all of them zero.
fn png_with_profile(bytes: usize) -> Vec<u8> {
    let deflate = |bytes: usize| {
        let mut deflated = Vec::new();
        let zeros = std::io::repeat(0).take(bytes as u64);
        flate2::read::ZlibEncoder::new(zeros, flate2::Compression::fast())
            .read_to_end(&mut deflated)
            .unwrap();
        deflated
    };
    let header = [&64_u32.to_be_bytes()[..], &64_u32.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    let profile = [b"profil\0\0".to_vec(), deflate(bytes)].concat();
    let signature = b"\x89PNG\r\n\x1a\n".to_vec();
    let pixels = deflate(65 * 64);
    [
        signature,
        chunk(b"IHDR", &header),
        chunk(b"iCCP", &profile),
        chunk(b"IDAT", &pixels),
        chunk(b"IEND", &[]),
    ]
    .concat()
}

#[test]
fn lying_headers_are_refused_before_decoding_and_without_the_memory_they_claim() {
    // Once before measuring, so that what every first use allocates does not count.
    assert_eq!(refusal(&jpeg_claiming(64, 64, false)), None);
    let before = peak_bytes();
    for (name, by, bomb) in bombs() {
        let (refused, code) = refusal(&bomb).expect(name);
        let known = ["photo-too-many-pixels", "photo-truncated", "photo-damaged"];
        assert!(known.contains(&code.as_str()), "{name}: {code}");
        assert_eq!(refused, by, "{name}: {code}");
    }
    // A profile is no pixels, and compressed: one that grows beyond its limit counts as none.
    assert_eq!(refusal(&png_with_profile(3_000_000)), None);
    assert_eq!(refusal(&png_with_profile(150_000_000)), None);
    if let (Some(before), Some(after)) = (before, peak_bytes()) {
        assert!(after - before <= MOST_BYTES, "{} bytes", after - before);
    }
}
