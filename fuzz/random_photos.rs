//! Photos changed at random, for compilers that cannot fuzz by coverage; see `fuzz/README.md`.
//!
//! `cargo run --release --example photo_fuzz -- [--seconds 600] [--seed 1] [FOLDER]`
//!
//! Ends with 1 if something broke: a panic that nobody caught, a rendition of the wrong size, one file that took
//! more than five seconds. A decoder's panic that the room catches is counted, and kept too.
#![expect(clippy::disallowed_methods, reason = "an example is its own door")]
#![expect(clippy::print_stdout, reason = "an example has no printer of its own")]

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use anyhow::Result;
use clap::Parser;
use etalase::for_tests::{
    Crop, Limits, PhotoFault, PhotoKind, Recipe, RenditionFormat, make_renditions, needs_slimming,
    read_facts, slim_original,
};
use image::{DynamicImage, ImageFormat, Rgba, RgbaImage};
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};

#[derive(Parser)]
struct Arguments {
    /// More photos to begin with
    folder: Option<PathBuf>,
    /// How long
    #[arg(long, default_value_t = 600)]
    seconds: u64,
    /// Where the random numbers begin
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

/// Largest file to begin with: small ones are changed more often.
const MAX_SEED_BYTES: usize = 200_000;

/// Longer than any file of these limits may take.
const TOO_LONG: Duration = Duration::from_secs(5);

fn main() -> Result<ExitCode> {
    let arguments = Arguments::parse();
    std::panic::set_hook(Box::new(|_| ()));
    let mut corpus = made_photos()?;
    if let Some(folder) = &arguments.folder {
        for entry in std::fs::read_dir(folder)? {
            let path = entry?.path();
            if path.is_file() {
                corpus.push(std::fs::read(path)?);
            }
        }
    }
    corpus.retain(|file| file.len() <= MAX_SEED_BYTES);
    corpus.sort();
    let mut random = Random(arguments.seed.max(1));
    let mut counts = Counts::default();
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(arguments.seconds) {
        let file = changed(&corpus, &mut random);
        let file_started = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| take(&file)));
        let is_slow = file_started.elapsed() > TOO_LONG;
        counts.files += 1;
        match outcome {
            Ok(Outcome::Refused) => {}
            Ok(Outcome::Made) => counts.made += 1,
            Ok(Outcome::CaughtPanic) => {
                counts.caught += 1;
                keep("caught", &file)?;
            }
            Ok(Outcome::Wrong) | Err(_) => {
                counts.broken += 1;
                keep("broken", &file)?;
            }
        }
        if is_slow {
            counts.slow += 1;
            keep("slow", &file)?;
        }
    }
    let Counts { files, made, caught, broken, slow } = counts;
    println!(
        "{files} files from {} seeds: {made} made, {caught} caught panics, {broken} broken, {slow} slow",
        corpus.len()
    );
    Ok(ExitCode::from(u8::from(broken + slow > 0)))
}

#[derive(Default)]
struct Counts {
    files: u64,
    made: u64,
    caught: u64,
    broken: u64,
    slow: u64,
}

enum Outcome {
    Refused,
    Made,
    CaughtPanic,
    Wrong,
}

fn take(bytes: &[u8]) -> Outcome {
    let limits = Limits { photo_pixels: 300_000, ..Limits::default() };
    let Ok(facts) = read_facts("foto/a.jpg", bytes, &limits) else { return Outcome::Refused };
    let side = facts.width_px.min(facts.height_px).min(33);
    let recipe = |format| Recipe {
        source: facts.hash,
        crop: Crop::Aspect { width: 1, height: 1, focus: None },
        width_px: side,
        height_px: side,
        format,
        quality: 80,
        max_bytes: None,
        ground: [255; 3],
    };
    let recipes = [RenditionFormat::WebP, RenditionFormat::Jpeg].map(recipe);
    let made = match make_renditions(bytes, &facts, &recipes, &limits) {
        Ok(made) => made,
        // Their decoders say so of what they do not know, too.
        Err(PhotoFault::Unreadable(PhotoKind::Heic | PhotoKind::Avif)) => return Outcome::Refused,
        Err(PhotoFault::Unreadable(_)) => return Outcome::CaughtPanic,
        Err(PhotoFault::NotEncodable) => return Outcome::Wrong,
        Err(_) => return Outcome::Refused,
    };
    let is_right = made.renditions.iter().all(|file| {
        image::load_from_memory(file).is_ok_and(|image| (image.width(), image.height()) == (side, side))
    });
    let is_slim = !needs_slimming(&facts)
        || slim_original(bytes, &facts, &limits).is_ok_and(|slim| {
            slim.is_none_or(|slim| {
                read_facts("foto/a.jpg", &slim, &limits).is_ok_and(|facts| !needs_slimming(&facts))
            })
        });
    if is_right && is_slim { Outcome::Made } else { Outcome::Wrong }
}

fn keep(what: &str, file: &[u8]) -> Result<()> {
    let folder = Path::new("fuzz/artifacts");
    std::fs::create_dir_all(folder)?;
    std::fs::write(folder.join(format!("{what}-{}", &blake3::hash(file).to_hex()[..16])), file)?;
    Ok(())
}

/// Small photos of every kind that is read.
fn made_photos() -> Result<Vec<Vec<u8>>> {
    let mut photos = Vec::new();
    let changes: [fn(&mut Encoder<&mut Vec<u8>>); 5] = [
        |_| (),
        |encoder| encoder.set_progressive(true),
        |encoder| encoder.set_restart_interval(2),
        |encoder| encoder.set_sampling_factor(SamplingFactor::R_4_4_4),
        |encoder| encoder.set_sampling_factor(SamplingFactor::R_4_2_0),
    ];
    for (colour, channels) in [(ColorType::Rgb, 3), (ColorType::Luma, 1), (ColorType::Cmyk, 4)] {
        for change in changes {
            let pixels: Vec<u8> = (0..=u8::MAX).cycle().take(61 * 47 * channels).collect();
            let mut jpeg = Vec::new();
            let mut encoder = Encoder::new(&mut jpeg, 80);
            change(&mut encoder);
            encoder.encode(&pixels, 61, 47, colour)?;
            photos.push(jpeg);
        }
    }
    let shade = |x: u32| u8::try_from(x * 4 % 256).unwrap_or_default();
    let image = DynamicImage::from(RgbaImage::from_fn(61, 47, |x, y| {
        Rgba([shade(x), shade(y), shade(x + y), shade(x * y)])
    }));
    let kinds = [
        image.clone(),
        DynamicImage::ImageRgb8(image.to_rgb8()),
        DynamicImage::ImageLuma8(image.to_luma8()),
        DynamicImage::ImageRgba16(image.to_rgba16()),
        DynamicImage::ImageLumaA16(image.to_luma_alpha16()),
    ];
    for kind in kinds {
        photos.push(file_of(&kind, ImageFormat::Png)?);
    }
    photos.push(file_of(&image, ImageFormat::WebP)?);
    photos.push(file_of(&image, ImageFormat::Gif)?);
    let (rgb, rgba) = (image.to_rgb8(), image.to_rgba8());
    let config = webpx::EncoderConfig::new().quality(80.0);
    photos.push(config.encode_rgb(&rgb, 61, 47, webpx::Unstoppable)?);
    photos.push(config.encode_rgba(&rgba, 61, 47, webpx::Unstoppable)?);
    Ok(photos)
}

fn file_of(image: &DynamicImage, format: ImageFormat) -> Result<Vec<u8>> {
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format)?;
    Ok(file.into_inner())
}

/// One of the files with one to eight changes: a bit, a byte, a run copied, cut out or taken from another file.
fn changed(corpus: &[Vec<u8>], random: &mut Random) -> Vec<u8> {
    const TELLING: [u8; 8] = [0x00, 0x01, 0x7F, 0x80, 0xFE, 0xFF, 0xD9, 0xDA];
    let mut file = corpus[random.below(corpus.len())].clone();
    for _ in 0..=random.below(8) {
        if file.is_empty() {
            break;
        }
        // Half of the changes go to the first 700 bytes, where headers and tables are.
        let reach = if random.below(2) == 0 { file.len() } else { file.len().min(700) };
        let at = random.below(reach);
        let length = random.below((file.len() - at).min(64)) + 1;
        match random.below(7) {
            0 => file[at] ^= 1 << random.below(8),
            1 => file[at] = TELLING[random.below(TELLING.len())],
            2 => file[at] = random.byte(),
            3 => drop(file.drain(at..at + length)),
            4 => {
                let run = file[at..at + length].to_vec();
                let to = random.below(file.len());
                drop(file.splice(to..to, run));
            }
            5 => {
                let other = &corpus[random.below(corpus.len())];
                let from = random.below(other.len());
                let end = (from + length).min(other.len());
                drop(file.splice(at..at + length, other[from..end].iter().copied()));
            }
            _ if random.below(20) == 0 => file.truncate(at),
            _ => file[at] = file[at].wrapping_add(1),
        }
    }
    mend_checksums(&mut file);
    file
}

/// A PNG with wrong checksums is refused at once: make them right, so that what lies behind is reached.
fn mend_checksums(file: &mut [u8]) {
    if !file.starts_with(b"\x89PNG") {
        return;
    }
    let mut at = 8;
    while let Some(&length) = file.get(at..).and_then(<[u8]>::first_chunk::<4>) {
        let Ok(length) = usize::try_from(u32::from_be_bytes(length)) else { return };
        let Some(end) = at.checked_add(8).and_then(|start| start.checked_add(length)) else { return };
        if end + 4 > file.len() {
            return;
        }
        let checksum = crc32fast::hash(&file[at + 4..end]).to_be_bytes();
        file[end..end + 4].copy_from_slice(&checksum);
        at = end + 4;
    }
}

/// Numbers that look random, the same for the same seed. Source: Marsaglia, Xorshift RNGs, 2003.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        let limit = u64::try_from(limit.max(1)).unwrap_or(u64::MAX);
        usize::try_from((self.next() >> 16) % limit).unwrap_or_default()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[3]
    }
}
