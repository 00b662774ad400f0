//! Photos as people and cameras make them, and broken ones: the files of `tests/data`, against what their
//! INDEX.json says, and against the colours that Pillow and `LittleCMS` see in them
//! (`tools/colours/reference.py`). `ETALASE_TEST_DATA` names another folder with such an index.
//! Large files are decoded with `--release` only: generic decoders are slow where this crate is not optimised.
#![expect(clippy::disallowed_methods, reason = "a test is its own door")]
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a test tells what it found")]

use std::path::{Path, PathBuf};

use etalase::for_tests::{
    Crop, Limits, PhotoFacts, PhotoSettings, PhotoUse, Recipe, RenditionFormat, Shape, advise,
    choose_renditions, make_renditions, read_facts,
};
use fast_image_resize::{FilterType, PixelType, ResizeAlg, ResizeOptions, Resizer, images::Image};
use image::{Rgba, RgbaImage};
use rayon::prelude::*;
use serde_json::Value;

/// Most pixels that are decoded without `--release`.
const DEV_PIXELS: u32 = 300_000;

/// Largest difference from the other program in the mean of a field, of 255.
const MAX_DIFFERENCE: u8 = 3;

/// Fields along each side that colours are compared in; fewer for pictures of fewer pixels.
const FIELDS: u32 = 4;

/// Every file whose pixels another program reads: `width x height: ` and the mean colour of its fields, as it is
/// and as that program's own WebP and JPEG.
const COLOURS: &str = include_str!("photo_colours.json");

#[test]
fn every_photo_does_what_the_index_says() {
    let folder = std::env::var_os("ETALASE_TEST_DATA").unwrap_or_else(|| "tests/data".into());
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(folder);
    let index: Value = serde_json::from_slice(&std::fs::read(folder.join("INDEX.json")).unwrap()).unwrap();
    let files = index["files"].as_array().unwrap();
    let photos: Vec<&Value> = files.iter().filter(|file| is_photo(file)).collect();
    assert!(photos.len() >= 39, "the index lists {} photos", photos.len());
    let colours: Value = serde_json::from_str(COLOURS).unwrap();
    let wrong: Vec<String> =
        photos.par_iter().filter_map(|file| check(&folder, file, &colours).err()).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), photos.len(), wrong.join("\n"));
}

fn is_photo(file: &Value) -> bool {
    let name = text(&file["file"]);
    ["bad/", "exif/", "photos/"].iter().any(|folder| name.starts_with(folder))
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap()
}

/// Takes a photo through the whole room, and compares with what the index expects.
fn check(folder: &Path, file: &Value, colours: &Value) -> Result<(), String> {
    let name = text(&file["file"]);
    let bytes = std::fs::read(folder.join(name)).unwrap();
    let outcome = take(name, &bytes, file, colours.get(name).and_then(Value::as_str));
    println!("{name}: {outcome:?}");
    let action = text(&file["expect"]["action"]);
    match (action, outcome) {
        (_, Err(Refusal::Wrong(what))) => Err(format!("{name}: wrong {what}")),
        ("accept", Err(Refusal::Found(code))) => Err(format!("{name}: must be accepted, was {code}")),
        ("reject", Ok(())) => Err(format!("{name}: must be refused")),
        ("accept" | "reject" | "either", _) => Ok(()),
        (other, _) => Err(format!("{name}: the index asks for {other}")),
    }
}

#[derive(Debug)]
enum Refusal {
    /// By a finding, with its code.
    Found(String),
    /// Accepted, with something wrong.
    Wrong(String),
}

fn take(name: &str, bytes: &[u8], file: &Value, colours: Option<&str>) -> Result<(), Refusal> {
    let limits = Limits::default();
    let facts = read_facts(name, bytes, &limits).map_err(|finding| {
        assert_eq!(finding.at.file.path, name, "a finding is at its file");
        Refusal::Found(finding.code.into_owned())
    })?;
    let sides = |value: &Value| Some((value[0].as_u64()?, value[1].as_u64()?));
    let size = (u64::from(facts.width_px), u64::from(facts.height_px));
    expect_same("size", sides(&file["expect"]["display_size"]), &size)?;
    expect_same("orientation", file["expect"]["orientation"].as_u64(), &(facts.orientation as u64))?;
    expect_same("location", file["measured"]["gps"].as_bool(), &facts.has_location)?;
    // Whatever is advised, it is at the file.
    assert!(advise(name, &facts).iter().all(|finding| finding.at.file.path == name));

    let pixels = facts.width_px * facts.height_px;
    if pixels > DEV_PIXELS && cfg!(debug_assertions) && !name.starts_with("bad/") {
        return Ok(());
    }

    let photo = PhotoUse { path: name.to_owned(), alt: None, focus: None, quality: None, consent: None };
    let settings = PhotoSettings { widths_px: vec![640], ..PhotoSettings::default() };
    let chosen = [Shape::Whole, Shape::Card]
        .map(|shape| choose_renditions(&facts, &photo, shape, &settings, [255; 3]));
    let recipes: Vec<_> = chosen.iter().flat_map(|renditions| renditions.iter().cloned()).collect();
    let made = make_renditions(bytes, &facts, &recipes, &limits)
        .map_err(|fault| Refusal::Found(fault.finding(name).code.into_owned()))?;
    for (recipe, rendition) in recipes.iter().zip(&made.renditions) {
        let wrong = |what: &dyn std::fmt::Display| Refusal::Wrong(format!("output: {what}"));
        let image = image::load_from_memory(rendition).map_err(|error| wrong(&error))?;
        let expected = (recipe.width_px, recipe.height_px);
        expect_same("output size", Some(expected), &(image.width(), image.height()))?;
        for trace in ["Exif\0\0", "EXIF", "http://ns.adobe.com", "ICC_PROFILE", "ICCP", "Photoshop", "GPS"] {
            if memchr::memmem::find(rendition, trace.as_bytes()).is_some() {
                return Err(wrong(&format!("carries {trace}")));
            }
        }
    }
    colours.map_or(Ok(()), |colours| check_colours(bytes, &facts, colours))
}

/// Compares what is seen, field by field, with what another program sees: size, side that is up, and colours.
fn check_colours(bytes: &[u8], facts: &PhotoFacts, colours: &str) -> Result<(), Refusal> {
    let (size, fields) = colours.split_once(": ").unwrap();
    expect_same("size", Some(size.to_owned()), &format!("{} x {}", facts.width_px, facts.height_px))?;
    let levels = |hex: &str| -> Vec<u8> {
        (0..hex.len()).step_by(2).map(|at| u8::from_str_radix(&hex[at..at + 2], 16).unwrap()).collect()
    };
    let [plain, webp, jpeg]: [Vec<u8>; 3] =
        fields.split(' ').map(levels).collect::<Vec<_>>().try_into().unwrap();
    let width_px = facts.width_px.min(640);
    let height_px = (facts.height_px * width_px).div_euclid(facts.width_px).max(1);
    let recipes = [RenditionFormat::WebP, RenditionFormat::Jpeg].map(|format| Recipe {
        source: facts.hash,
        crop: Crop::Whole,
        width_px,
        height_px,
        format,
        quality: 95,
        max_bytes: None,
        ground: [255; 3],
    });
    let made = make_renditions(bytes, facts, &recipes, &Limits::default()).unwrap();
    for ((recipe, rendition), encoded) in recipes.iter().zip(&made.renditions).zip([webp, jpeg]) {
        let seen = fields_of(&image::load_from_memory(rendition).unwrap().to_rgba8(), facts);
        // What the format itself costs, it costs the other program too.
        let differences = seen
            .iter()
            .zip(&plain)
            .zip(&encoded)
            .map(|((seen, plain), encoded)| seen.abs_diff(*plain).min(seen.abs_diff(*encoded)));
        let largest = differences.max();
        if seen.len() != plain.len() || largest > Some(MAX_DIFFERENCE) {
            let what = format!("colours as {:?}, by {largest:?}: {seen:?}, not {plain:?}", recipe.format);
            return Err(Refusal::Wrong(what));
        }
    }
    Ok(())
}

/// Red, green and blue of every field, on white.
fn fields_of(image: &RgbaImage, facts: &PhotoFacts) -> Vec<u8> {
    let on_white = |&Rgba([red, green, blue, alpha]): &Rgba<u8>| {
        [red, green, blue].map(|level| {
            let alpha = u32::from(alpha);
            u8::try_from((u32::from(level) * alpha + 255 * (255 - alpha) + 127) / 255).unwrap()
        })
    };
    let pixels: Vec<u8> = image.pixels().flat_map(on_white).collect();
    let source = Image::from_vec_u8(image.width(), image.height(), pixels, PixelType::U8x3).unwrap();
    let (columns, rows) = (facts.width_px.min(FIELDS), facts.height_px.min(FIELDS));
    let mut fields = Image::new(columns, rows, PixelType::U8x3);
    let mean = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::Box));
    Resizer::new().resize(&source, &mut fields, &mean).unwrap();
    fields.into_vec()
}

fn expect_same<T: PartialEq + std::fmt::Debug>(
    what: &str,
    expected: Option<T>,
    found: &T,
) -> Result<(), Refusal> {
    match expected {
        Some(expected) if expected != *found => {
            Err(Refusal::Wrong(format!("{what}: {found:?} instead of {expected:?}")))
        }
        _ => Ok(()),
    }
}
