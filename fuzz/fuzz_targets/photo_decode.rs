//! Any bytes to renditions: each is a fault or a file of the size asked for.
#![no_main]

use etalase::photo::{Crop, PhotoFault, Recipe, RenditionFormat, make_renditions, read_facts};
use etalase::settings::Limits;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let limits = Limits { photo_pixels: 300_000, ..Limits::default() };
    let Ok(facts) = read_facts("foto/a.jpg", bytes, &limits) else { return };
    let recipe = |format| Recipe {
        source: facts.hash,
        crop: Crop::Aspect { width: 1, height: 1, focus: None },
        width_px: facts.width_px.min(facts.height_px).min(33),
        height_px: facts.width_px.min(facts.height_px).min(33),
        format,
        quality: 80,
        max_bytes: None,
        ground: [255; 3],
    };
    let recipes = [RenditionFormat::WebP, RenditionFormat::Jpeg].map(recipe);
    match make_renditions(bytes, &facts, &recipes, &limits) {
        Ok(made) => assert!(made.renditions.iter().all(|file| !file.is_empty())),
        // A decoder that panics is caught, and no surprise for a build; here it is worth a look.
        Err(fault) => assert!(!matches!(fault, PhotoFault::NotEncodable)),
    }
});
