//! AVIF, by the files of `tests/data/avif`, which `tools/avif/make.py` has written by several programs. What a header
//! says is read in every build, pixels only with the feature `avif`.

use etalase::MessageLanguage;
use etalase::render_finding;

use super::*;

const PLAIN: &[u8] = include_bytes!("../data/avif/plain.avif");
const ALPHA: &[u8] = include_bytes!("../data/avif/alpha.avif");
const TURNED: &[u8] = include_bytes!("../data/avif/turned.avif");
const GRID: &[u8] = include_bytes!("../data/avif/grid.avif");
const ANIMATED: &[u8] = include_bytes!("../data/avif/animated.avif");
const SHARP_EXIF: &[u8] = include_bytes!("../data/avif/sharp-exif.avif");

/// All that are committed.
const ALL: [(&str, &[u8]); 22] = [
    ("plain", PLAIN),
    ("alpha", ALPHA),
    ("turned-exif", include_bytes!("../data/avif/turned-exif.avif")),
    ("odd", include_bytes!("../data/avif/odd.avif")),
    ("sharp", include_bytes!("../data/avif/sharp.avif")),
    ("sharp-deep", include_bytes!("../data/avif/sharp-deep.avif")),
    ("sharp-exif", SHARP_EXIF),
    ("magick", include_bytes!("../data/avif/magick.avif")),
    ("squoosh", include_bytes!("../data/avif/squoosh.avif")),
    ("ffmpeg", include_bytes!("../data/avif/ffmpeg.avif")),
    ("turned", TURNED),
    ("cut", include_bytes!("../data/avif/cut.avif")),
    ("lossless", include_bytes!("../data/avif/lossless.avif")),
    ("gray", include_bytes!("../data/avif/gray.avif")),
    ("deep", include_bytes!("../data/avif/deep.avif")),
    ("television", include_bytes!("../data/avif/television.avif")),
    ("grid", GRID),
    ("premultiplied", include_bytes!("../data/avif/premultiplied.avif")),
    ("animated", ANIMATED),
    ("p3", include_bytes!("../data/avif/p3.avif")),
    ("pq", include_bytes!("../data/avif/pq.avif")),
    ("hlg", include_bytes!("../data/avif/hlg.avif")),
];

fn find(file: &[u8], name: &[u8]) -> usize {
    memchr::memmem::find(file, name).unwrap()
}

#[test]
fn a_program_without_the_feature_names_every_way_out_and_reads_on() {
    for (name, file) in ALL {
        let expected = if cfg!(feature = "avif") { "sound" } else { "photo-avif" };
        assert_eq!(code_of(file), expected, "{name}");
    }
    if let Err(finding) = read_facts("foto/a.avif", PLAIN, &Limits::default()) {
        for language in [MessageLanguage::Id, MessageLanguage::En] {
            let text = render_finding(&finding, language);
            let ways = ["WhatsApp", "JPEG", "`avif`", "`etalase --version --verbose`"];
            assert!(ways.iter().all(|way| text.contains(way)), "{text}");
        }
    }
}

#[test]
fn an_avif_cut_off_anywhere_is_refused_by_every_program() {
    for file in [PLAIN, GRID, SHARP_EXIF] {
        for cut in 12..file.len() {
            let code = code_of(&file[..cut]);
            assert!(
                matches!(code.as_str(), "photo-truncated" | "photo-damaged"),
                "{code} at {cut} of {}",
                file.len()
            );
        }
        let longer = [file, b"what a chat adds"].concat();
        assert_eq!(code_of(&longer), code_of(file));
    }
    let finding = read_facts("foto/a.avif", &PLAIN[..PLAIN.len() - 1], &Limits::default()).unwrap_err();
    assert!(render_finding(&finding, MessageLanguage::En).contains("AVIF"));
}

/// A file whose tables say another size.
fn with_size(file: &[u8], width: u32, height: u32) -> Vec<u8> {
    let mut file = file.to_vec();
    let size = find(&file, b"ispe") + 8;
    file[size..size + 4].copy_from_slice(&width.to_be_bytes());
    file[size + 4..size + 8].copy_from_slice(&height.to_be_bytes());
    file
}

#[test]
fn an_avif_that_claims_too_much_is_refused_by_its_header() {
    assert_eq!(code_of(&with_size(PLAIN, 51_200, 51_200)), "photo-too-many-pixels");
    // The coded picture is smaller than the tables say, or far larger.
    assert_eq!(code_of(&with_size(PLAIN, 300, 64)), "photo-damaged");
    let mut file = PLAIN.to_vec();
    let sequence = find(&file, &[0x12, 0, 0x0A]) + 4;
    // A still picture of 65,536 x 65,536: ten bits of what it is, twice four of how long the sizes are, the sizes.
    file[sequence..sequence + 7].copy_from_slice(&[0x18, 0x3F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]);
    assert_eq!(code_of(&file), "photo-damaged");
    // A grid of 256 x 256 tiles, of which the picture needs four.
    let mut file = GRID.to_vec();
    let grid = find(&file, &[0, 0, 1, 1, 0, 128, 0, 128]);
    file[grid + 2..grid + 4].copy_from_slice(&[255, 255]);
    assert_eq!(code_of(&file), "photo-damaged");
}

#[test]
fn what_is_coded_decides_whatever_the_brand_says() {
    let expected = if cfg!(feature = "avif") { "sound" } else { "photo-avif" };
    for brand in [b"heic", b"mif1"] {
        let mut file = PLAIN.to_vec();
        for at in memchr::memmem::find_iter(PLAIN, b"avif") {
            file[at..at + 4].copy_from_slice(brand);
        }
        assert_eq!(code_of(&file), expected);
    }
}

#[test]
fn an_animation_without_a_picture_that_stands_for_all_is_told() {
    let mut file = ANIMATED.to_vec();
    let meta = find(&file, b"meta");
    file[meta..meta + 4].copy_from_slice(b"free");
    assert_eq!(code_of(&file), "photo-unreadable");
}

#[cfg(feature = "avif")]
mod decoded {
    use image::imageops;

    use super::*;

    fn file(name: &str) -> &'static [u8] {
        ALL.into_iter().find(|(other, _)| *other == name).unwrap().1
    }

    #[test]
    fn every_program_that_writes_avif_is_read_as_pillow_reads_it() {
        for name in [
            "plain",
            "sharp",
            "sharp-deep",
            "sharp-exif",
            "magick",
            "squoosh",
            "ffmpeg",
            "turned-exif",
            "lossless",
            "deep",
            "television",
            "animated",
        ] {
            assert_corners(file(name), &four_corners(), name);
        }
        let halves = RgbImage::from_fn(93, 61, |x, y| {
            Rgb(match (x < 46, y < 30) {
                (true, true) => RED,
                (false, true) => GREEN,
                (true, false) => BLUE,
                (false, false) => YELLOW,
            })
        });
        assert_corners(file("odd"), &halves, "odd sides");
        assert_corners(GRID, &imageops::resize(&four_corners(), 128, 128, imageops::Nearest), "a grid");
        assert_corners(file("cut"), &RgbImage::from_pixel(48, 32, Rgb(GREEN)), "cut out");
        for image in as_seen(file("gray")) {
            for (x, y, level) in [(8, 8, 94), (88, 8, 124), (8, 56, 70), (88, 56, 206)] {
                assert_near(colour(&image, x, y), [level; 3], 3, "gray");
            }
        }
    }

    #[test]
    fn colours_are_those_of_the_code_points() {
        // As the same code points in a PNG; without them in the tables, those of the coded picture count.
        let mut coded = file("p3").to_vec();
        let tables = find(&coded, b"colr");
        coded[tables..tables + 4].copy_from_slice(b"free");
        for image in [as_seen(file("p3")), as_seen(&coded)].concat() {
            assert_near(colour(&image, 32, 32), [215, 93, 31], 4, "Display P3");
        }
        // Paper white of both kinds of high dynamic range.
        for name in ["pq", "hlg"] {
            assert_near(colour(&as_seen(file(name))[0], 32, 32), [254; 3], 4, name);
        }
    }

    #[test]
    fn an_avif_is_turned_once_as_the_file_says_whatever_exif_adds() {
        let (turn, mirror) = (find(TURNED, b"irot"), find(TURNED, b"imir"));
        for (quarters, axis) in (0..4).flat_map(|quarters| [0, 1].map(|axis| (quarters, axis))) {
            let mut file = TURNED.to_vec();
            file[turn + 4] = quarters;
            file[mirror + 4] = axis;
            let mut expected = four_corners();
            for _ in 0..quarters {
                expected = imageops::rotate270(&expected);
            }
            if axis == 0 {
                imageops::flip_vertical_in_place(&mut expected);
            } else {
                imageops::flip_horizontal_in_place(&mut expected);
            }
            assert_corners(&file, &expected, &format!("{quarters} quarter turns, axis {axis}"));
        }
        // Written beside EXIF that says 6: libavif made a quarter turn of it.
        assert_eq!(facts_of(file("turned-exif")).orientation, Orientation::QuarterClockwise);
        // Whatever EXIF says: the file itself turns nothing.
        let mut file = SHARP_EXIF.to_vec();
        let tag = find(&file, &[0x12, 0x01, 3, 0, 1, 0, 0, 0]) + 8;
        for orientation in 1..=8 {
            file[tag] = orientation;
            assert_eq!(facts_of(&file).orientation, Orientation::Upright);
            assert_corners(&file, &four_corners(), "turned by EXIF alone");
        }
    }

    #[test]
    fn what_shows_through_an_avif_stays_and_premultiplied_colours_are_divided() {
        for name in ["alpha", "premultiplied"] {
            let [webp, jpeg] = as_seen(file(name));
            let alpha = [(8, 8), (88, 8), (88, 56)].map(|(x, y)| webp.get_pixel(x, y).0[3]);
            assert_eq!(alpha, [0, 128, 255], "{name}");
            assert_near(colour(&webp, 88, 8), GREEN, 8, name);
            assert_near(colour(&webp, 88, 56), YELLOW, 8, name);
            assert_near(colour(&jpeg, 8, 8), GROUND, 6, name);
        }
    }

    #[test]
    fn the_first_picture_of_an_animated_avif_is_used_and_told() {
        let facts = facts_of(ANIMATED);
        assert!(facts.is_animated && !facts_of(PLAIN).is_animated);
        assert!(advise("foto/a.avif", &facts).iter().any(|finding| finding.code == "photo-animated"));
    }

    #[test]
    fn the_location_of_an_avif_is_told_and_never_published() {
        let facts = facts_of(SHARP_EXIF);
        assert!(facts.has_location && !facts_of(PLAIN).has_location);
        assert_eq!((facts.kind, facts.kind.name()), (PhotoKind::Avif, "AVIF"));
        assert!(!advise_on_unseen("foto/a.avif", &facts).is_empty());
        assert!(!needs_slimming(&facts));
        let formats = [RenditionFormat::WebP, RenditionFormat::Jpeg, RenditionFormat::Avif];
        let recipes = formats.map(|format| recipe(&facts, (96, 64), format));
        for rendition in make(SHARP_EXIF, &recipes).renditions {
            assert!(!facts_of(&rendition).has_location);
            assert!(memchr::memmem::find(&rendition, b"II*\0").is_none());
        }
        let codes = |path: &str| advise(path, &facts).into_iter().map(|it| it.code).collect::<Vec<_>>();
        assert!(!codes("foto/a.AVIF").iter().any(|code| code == "photo-wrong-ending"));
        assert!(codes("foto/a.jpg").iter().any(|code| code == "photo-wrong-ending"));
    }

    #[test]
    fn an_avif_has_a_lower_limit_of_pixels() {
        let code = |photo_pixels| {
            let limits = Limits { photo_pixels, ..Limits::default() };
            read_facts("foto/a.avif", PLAIN, &limits).err().map(|finding| finding.code)
        };
        assert_eq!(code(2 * 96 * 64), None);
        assert_eq!(code(2 * 96 * 64 - 1).as_deref(), Some("photo-too-many-pixels"));
    }

    #[test]
    fn a_changed_byte_never_stops_the_program() {
        for (name, file) in [("plain", PLAIN), ("grid", GRID)] {
            for at in (0..file.len()).step_by(3) {
                let mut file = file.to_vec();
                file[at] ^= 0x55;
                let code = code_of(&file);
                assert!(code == "sound" || code.starts_with("photo-"), "{name}: {code} at {at}");
            }
        }
    }
}
