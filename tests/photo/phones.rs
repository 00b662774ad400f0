//! Photos as phones make them: more than a picture in one file, many pixels, wider than any screen.

use super::*;

/// The first boxes of a video as phones write it.
const VIDEO: &[u8] = b"\0\0\0\x18ftypmp42\0\0\0\0isommp42\0\0\0\x10mdatsuara.";

/// A picture of the same size that tells how much brighter each place is, as Ultra HDR has it.
fn gain_map() -> Vec<u8> {
    let mut jpeg = Vec::new();
    let encoder = jpeg_encoder::Encoder::new(&mut jpeg, 80);
    encoder.encode(&[128; 48 * 32], 48, 32, jpeg_encoder::ColorType::Luma).unwrap();
    jpeg
}

#[test]
fn a_video_behind_a_picture_is_told_with_its_share_and_never_published() {
    let picture = jpeg_of(&four_corners(), None);
    let galaxy = b"\0\0\x30\x0a\x10\0\0\0MotionPhoto_Data";
    for before in [&[][..], &gain_map(), galaxy] {
        let file = [&picture[..], before, VIDEO].concat();
        let facts = facts_of(&file);
        assert_eq!(facts.video_bytes, VIDEO.len() as u64);
        let told = advise_on_unseen("foto/a.jpg", &facts);
        assert_eq!(told.iter().map(|finding| &*finding.code).collect::<Vec<_>>(), ["photo-has-video"]);
        let percent = VIDEO.len() * 100 / file.len();
        assert!(told[0].found.en.ends_with(&format!(": {percent} % of the file")), "{}", told[0].found.en);
        assert_eq!(as_seen(&file), as_seen(&picture));
        assert!(needs_slimming(&facts));
        let slim = slim_original(&file, &facts, &Limits::default()).unwrap().unwrap();
        assert_eq!((facts_of(&slim).video_bytes, facts_of(&slim).width_px), (0, 96));
    }
}

#[test]
fn the_brighter_picture_of_ultra_hdr_changes_nothing_and_is_no_video() {
    let picture = jpeg_of(&four_corners(), None);
    let file = [picture.clone(), gain_map()].concat();
    let facts = facts_of(&file);
    assert_eq!((facts.width_px, facts.height_px, facts.video_bytes), (96, 64, 0));
    assert_eq!(as_seen(&file), as_seen(&picture));
    assert!(!needs_slimming(&facts) && advise_on_unseen("foto/a.jpg", &facts).is_empty());
    for behind in [&b"the word ftyp alone"[..], b"\0\0\0\x1cftypavif\0\0\0\0mif1avif"] {
        assert_eq!(facts_of(&[&picture[..], behind].concat()).video_bytes, 0);
    }
}

/// A picture in stripes, wide ones beside each other.
fn striped(width_px: u32, height_px: u32) -> RgbImage {
    let row: Vec<u8> = (0..width_px).flat_map(|x| if x < width_px / 2 { RED } else { BLUE }).collect();
    RgbImage::from_raw(width_px, height_px, row.repeat(height_px as usize)).unwrap()
}

#[test]
fn forty_eight_megapixels_and_a_panorama_give_every_size_that_a_page_shows() {
    for (width_px, height_px, card) in [(8_000, 6_000, (1_280, 960)), (12_000, 1_500, (1_280, 960))] {
        let file = jpeg_of(&striped(width_px, height_px), None);
        let facts = facts_of(&file);
        let photo =
            PhotoUse { path: "foto/a.jpg".to_owned(), alt: None, focus: None, quality: None, consent: None };
        let chosen = choose_renditions(&facts, &photo, Shape::Card, &PhotoSettings::default(), GROUND);
        assert_eq!((chosen.width_px, chosen.height_px), card);
        let whole = choose_renditions(&facts, &photo, Shape::Whole, &PhotoSettings::default(), GROUND);
        let recipes: Vec<Recipe> = chosen.iter().chain(whole.iter()).cloned().collect();
        let made = make(&file, &recipes);
        for (recipe, rendition) in recipes.iter().zip(&made.renditions) {
            let seen = image::load_from_memory(rendition).unwrap().to_rgba8();
            assert_eq!(seen.dimensions(), (recipe.width_px, recipe.height_px));
            let (left, right) = (seen.width() / 8, seen.width() * 7 / 8);
            assert_near(colour(&seen, left, seen.height() / 2), RED, 12, "left");
            assert_near(colour(&seen, right, seen.height() / 2), BLUE, 12, "right");
        }
    }
}
