//! Renditions of a folder of photos as the image benchmarks want them: `STEM-WIDTH.webp` for each width, and
//! one JPEG at the widest. Everything else is the room's own work: no shortcut for the bench.
//!
//! `cargo run --release --example photo_bench -- PHOTOS OUT [--widths 320,640,960,1280] [--quality 80]
//! [--jpeg-quality 80] [--threads 2]`
#![expect(clippy::disallowed_methods, reason = "an example is its own door")]
#![expect(clippy::print_stderr, reason = "an example has no findings printer")]

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use clap::Parser;
use etalase::for_tests::{Crop, Limits, PhotoFacts, Recipe, RenditionFormat, make_renditions, read_facts};
use etalase::{MessageLanguage, render_finding};
use rayon::prelude::*;

/// As the program has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct Arguments {
    /// Folder of photos
    photos: PathBuf,
    /// Folder to write to
    out: PathBuf,
    /// Widths in pixels
    #[arg(long, value_delimiter = ',', default_value = "320,640,960,1280")]
    widths: Vec<u32>,
    /// Quality of WebP
    #[arg(long, default_value_t = 80)]
    quality: u8,
    /// AVIF in place of WebP, in builds with the feature `avif`
    #[arg(long)]
    avif: bool,
    /// Quality of JPEG
    #[arg(long, default_value_t = 80)]
    jpeg_quality: u8,
    /// Photos at a time
    #[arg(long, default_value_t = 2)]
    threads: usize,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    std::fs::create_dir_all(&arguments.out)?;
    let entries = std::fs::read_dir(&arguments.photos).context("cannot read the folder of photos")?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.sort();
    let pool = rayon::ThreadPoolBuilder::new().num_threads(arguments.threads).build()?;
    let work = |path: &PathBuf| {
        if let Err(error) = make_one(path, &arguments) {
            eprintln!("{}: {error}", path.display());
        }
    };
    pool.install(|| paths.par_iter().with_max_len(1).for_each(work));
    Ok(())
}

fn make_one(path: &Path, arguments: &Arguments) -> Result<()> {
    let limits = Limits::default();
    let name = path.display().to_string();
    let stem = path.file_stem().context("no file name")?.to_string_lossy().into_owned();
    let bytes = std::fs::read(path)?;
    let told = |finding| anyhow!("{}", render_finding(&finding, MessageLanguage::En));
    let facts = read_facts(&name, &bytes, &limits).map_err(|finding| told(*finding))?;
    let format = if arguments.avif { RenditionFormat::Avif } else { RenditionFormat::WebP };
    let mut recipes: Vec<Recipe> =
        arguments.widths.iter().map(|&width| recipe(&facts, width, format, arguments.quality)).collect();
    let widest = arguments.widths.iter().copied().max().context("no width")?;
    recipes.push(recipe(&facts, widest, RenditionFormat::Jpeg, arguments.jpeg_quality));
    let made =
        make_renditions(&bytes, &facts, &recipes, &limits).map_err(|fault| told(fault.finding(&name)))?;
    let widths = arguments.widths.iter().chain([&widest]);
    for ((recipe, rendition), width) in recipes.iter().zip(made.renditions).zip(widths) {
        std::fs::write(arguments.out.join(format!("{stem}-{width}.{}", recipe.format.ending())), rendition)?;
    }
    Ok(())
}

fn recipe(facts: &PhotoFacts, width: u32, format: RenditionFormat, quality: u8) -> Recipe {
    let width_px = width.min(facts.width_px);
    let height_px = (facts.height_px * width_px + facts.width_px / 2) / facts.width_px;
    let source = facts.hash;
    Recipe {
        source,
        crop: Crop::Whole,
        width_px,
        height_px,
        format,
        quality,
        max_bytes: None,
        ground: [255; 3],
    }
}
