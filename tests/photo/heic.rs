//! HEIC, by the files of `tests/data/heic`, which `tools/heic/make.py` draws. What a header says is read in every
//! build, pixels only with the feature `heic`.

use etalase::MessageLanguage;
use etalase::render_finding;

use super::*;

const PLAIN: &[u8] = include_bytes!("../data/heic/plain.heic");
const TURNED: &[u8] = include_bytes!("../data/heic/turned.heic");
const CUT: &[u8] = include_bytes!("../data/heic/cut.heic");
const ALPHA: &[u8] = include_bytes!("../data/heic/alpha.heic");
const GRAY: &[u8] = include_bytes!("../data/heic/gray.heic");
const DEEP: &[u8] = include_bytes!("../data/heic/deep.heic");
const P3: &[u8] = include_bytes!("../data/heic/p3.heic");
const GRID: &[u8] = include_bytes!("../data/heic/grid.heic");

const ALL: [&[u8]; 8] = [PLAIN, TURNED, CUT, ALPHA, GRAY, DEEP, P3, GRID];

#[test]
fn a_program_without_the_feature_names_both_ways_out_and_reads_on() {
    for file in ALL {
        let expected = if cfg!(feature = "heic") { "sound" } else { "photo-heic" };
        assert_eq!(code_of(file), expected);
    }
    if let Err(finding) = read_facts("foto/a.heic", PLAIN, &Limits::default()) {
        let (id, en) =
            (render_finding(&finding, MessageLanguage::Id), render_finding(&finding, MessageLanguage::En));
        for (text, ways) in [
            (id, ["WhatsApp", "Paling Kompatibel", "fitur `heic`"]),
            (en, ["WhatsApp", "Most Compatible", "feature `heic`"]),
        ] {
            assert!(ways.iter().all(|way| text.contains(way)), "{text}");
        }
    }
}

#[test]
fn a_heic_cut_off_anywhere_is_refused_by_every_program() {
    for file in [PLAIN, GRID] {
        for cut in 12..file.len() {
            let code = code_of(&file[..cut]);
            assert!(
                matches!(code.as_str(), "photo-truncated" | "photo-damaged"),
                "{code} at {cut} of {}",
                file.len()
            );
        }
        let longer = [file, b"SEFH and what a telephone adds"].concat();
        assert_eq!(code_of(&longer), code_of(file));
    }
}

#[test]
fn a_heic_that_claims_too_much_is_refused_by_its_header() {
    let mut file = PLAIN.to_vec();
    let size = memchr::memmem::find(&file, b"ispe").unwrap() + 8;
    file[size..size + 8].copy_from_slice(&[0, 0, 200, 0, 0, 0, 200, 0]);
    assert_eq!(code_of(&file), "photo-too-many-pixels");
    // A grid of 256 x 256 tiles, of which the picture needs four.
    let mut file = GRID.to_vec();
    let grid = memchr::memmem::find(&file, &[0, 0, 1, 1, 2, 88, 2, 48]).unwrap();
    file[grid + 2..grid + 4].copy_from_slice(&[255, 255]);
    assert_eq!(code_of(&file), "photo-damaged");
    // What is AV1 inside says so elsewhere, too.
    let mut file = PLAIN.to_vec();
    let kind = memchr::memmem::find(&file, b"hvc1").unwrap();
    file[kind..kind + 4].copy_from_slice(b"av01");
    assert_eq!(code_of(&file), "photo-damaged");
}

#[cfg(feature = "heic")]
mod decoded {
    use image::imageops;

    use super::*;

    #[test]
    fn a_heic_is_turned_once_as_the_file_says_whatever_exif_adds() {
        let (turn, mirror) = (find(TURNED, b"irot"), find(TURNED, b"imir"));
        for (quarters, axis) in
            (0..4).flat_map(|quarters| [None, Some(0), Some(1)].map(|axis| (quarters, axis)))
        {
            let mut file = TURNED.to_vec();
            file[turn + 4] = quarters;
            match axis {
                Some(axis) => file[mirror + 4] = axis,
                None => file[mirror..mirror + 4].copy_from_slice(b"free"),
            }
            let mut expected = four_corners();
            for _ in 0..quarters {
                expected = imageops::rotate270(&expected);
            }
            match axis {
                Some(0) => imageops::flip_vertical_in_place(&mut expected),
                Some(_) => imageops::flip_horizontal_in_place(&mut expected),
                None => {}
            }
            assert_corners(&file, &expected, &format!("{quarters} quarter turns, axis {axis:?}"));
        }
        // Lies on its side, turned clockwise by the file; its EXIF says the same once more.
        let upright = RgbImage::from_fn(560, 600, |x, y| {
            Rgb(match (x < 280, y < 300) {
                (true, true) => YELLOW,
                (false, true) => BLUE,
                (true, false) => GREEN,
                (false, false) => RED,
            })
        });
        assert_corners(GRID, &upright, "a photo in tiles");
        assert_eq!(facts_of(GRID).orientation, Orientation::QuarterClockwise);
    }

    fn find(file: &[u8], name: &[u8]) -> usize {
        memchr::memmem::find(file, name).unwrap()
    }

    #[test]
    fn every_kind_of_heic_shows_its_colours() {
        assert_corners(PLAIN, &four_corners(), "eight bits");
        assert_corners(DEEP, &four_corners(), "ten bits");
        assert_corners(CUT, &RgbImage::from_pixel(48, 32, Rgb(GREEN)), "cut out");
        // By libheif; Pillow's brightness of the four colours.
        let levels = [(8, 8, 94), (88, 8, 124), (8, 56, 70), (88, 56, 205)];
        for image in as_seen(GRAY) {
            for (x, y, level) in levels {
                assert_near(colour(&image, x, y), [level; 3], 3, "gray");
            }
        }
        // As the same code points in a PNG.
        for image in as_seen(P3) {
            assert_near(colour(&image, 32, 32), [215, 93, 31], 4, "Display P3");
        }
        let [webp, jpeg] = as_seen(ALPHA);
        assert_eq!((webp.get_pixel(8, 8).0[3], webp.get_pixel(88, 8).0[3]), (0, 255));
        assert_near(colour(&webp, 88, 8), GREEN, 8, "what does not show through");
        assert_near(colour(&jpeg, 8, 8), GROUND, 6, "ground");
    }

    #[test]
    fn the_location_of_a_heic_is_told_and_never_published() {
        let facts = facts_of(GRID);
        assert!(facts.has_location && !facts_of(PLAIN).has_location);
        assert_eq!((facts.kind, facts.kind.name()), (PhotoKind::Heic, "HEIC"));
        assert!(!advise_on_unseen("foto/a.heic", &facts).is_empty());
        let formats = [RenditionFormat::WebP, RenditionFormat::Jpeg];
        let recipes = formats.map(|format| recipe(&facts, (560, 600), format));
        for rendition in make(GRID, &recipes).renditions {
            assert!(!facts_of(&rendition).has_location);
            assert!(memchr::memmem::find(&rendition, b"MM\0*").is_none());
        }
        let codes = |path: &str| advise(path, &facts).into_iter().map(|it| it.code).collect::<Vec<_>>();
        assert!(codes("foto/a.HEIC").is_empty() && codes("foto/a.heif").is_empty());
        assert_eq!(codes("foto/a.jpg"), ["photo-wrong-ending"]);
    }

    #[test]
    fn a_changed_byte_never_stops_the_program() {
        for at in (0..PLAIN.len()).step_by(3) {
            let mut file = PLAIN.to_vec();
            file[at] ^= 0x55;
            let code = code_of(&file);
            assert!(code == "sound" || code.starts_with("photo-"), "{code} at {at}");
        }
    }
}
