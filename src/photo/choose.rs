//! Chooses the renditions of a photo for one place of a page. Pure arithmetic on what the header says.

use std::collections::BTreeMap;

use super::part::Part;
use super::recipe::{Crop, PhotoFacts, Recipe};
use crate::model::PhotoUse;
use crate::settings::PhotoSettings;
use crate::settings::RenditionFormat;

/// Longest side that every encoder takes, in pixels. Source: RFC 9649, WebP has 14 bits for it.
const MAX_SIDE_PX: u32 = 16_383;

/// The fallback's widest rung where a photo fills the page, and in a grid of cards, in pixels.
const FALLBACK_PX: u32 = 960;
const CARD_FALLBACK_PX: u32 = 640;

/// Quality of what is decoded again to be drawn into a card.
const INGREDIENT_QUALITY: u8 = 92;

/// A rendition's byte ceiling: this many bytes for 10 pixels, and never below `MIN_CEILING_BYTES`. Only
/// photos full of noise reach it. A photo with a quality of its own has no ceiling.
const CEILING_BYTES_PER_10_PX: u32 = 3;
const MIN_CEILING_BYTES: u32 = 16 * 1024;

/// How a place on a page shows a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// All of it.
    Whole,
    /// 4:3, in a grid of cards.
    Card,
    /// 1:1, for people and logos.
    Square,
    /// 16:9, across the page.
    Cover,
    /// 600 x 630, the half of a card for previews in chats: one JPEG, which is drawn into the card.
    Share,
    /// 1080 x 1080, the photo of a status picture: one JPEG, which is drawn into it.
    Story,
}

impl Shape {
    /// Width of the only rendition, where it is drawn into a card and not shown itself.
    fn ingredient_px(self) -> Option<u32> {
        self.aspect().map(|(width, _)| width).filter(|_| matches!(self, Self::Share | Self::Story))
    }

    /// Width and height of the part that is shown; `None`: as the photo is.
    fn aspect(self) -> Option<(u32, u32)> {
        match self {
            Self::Whole => None,
            Self::Card => Some((4, 3)),
            Self::Square => Some((1, 1)),
            Self::Cover => Some((16, 9)),
            Self::Share => Some((600, 630)),
            Self::Story => Some((1080, 1080)),
        }
    }
}

/// The renditions of one photo for one place, enough for `srcset`, `width`, `height` and `aspect-ratio`.
#[derive(Debug, Clone, PartialEq)]
pub struct Renditions {
    /// Width of the largest, in pixels.
    pub width_px: u32,
    /// Height of the largest.
    pub height_px: u32,
    /// Width to height of the part that is shown, in lowest terms.
    pub ratio: (u32, u32),
    /// By encoding, the best first; each list rises in width and is not empty.
    pub recipes: BTreeMap<RenditionFormat, Vec<Recipe>>,
}

impl Renditions {
    /// Every recipe, by encoding, then width.
    pub fn iter(&self) -> impl Iterator<Item = &Recipe> {
        self.recipes.values().flatten()
    }

    /// The JPEG for browsers and chat programs that know nothing else.
    pub fn fallback(&self) -> &Recipe {
        let jpegs = self.recipes.get(&RenditionFormat::Jpeg);
        jpegs.and_then(|jpegs| jpegs.last()).expect("choose_renditions always gives a JPEG")
    }
}

/// Chooses what is made of a photo for a place of that shape. Nothing is enlarged: a photo narrower than the
/// narrowest width gives one rendition at its own. `ground` shows through transparent parts of a JPEG.
pub fn choose_renditions(
    facts: &PhotoFacts,
    photo: &PhotoUse,
    shape: Shape,
    settings: &PhotoSettings,
    ground: [u8; 3],
) -> Renditions {
    let whole = Part::whole(facts.width_px, facts.height_px);
    let cropped = shape.aspect().map(|(width, height)| Crop::Aspect { width, height, focus: photo.focus });
    // A crop that cuts nothing off shares its renditions with the whole photo.
    let crop = cropped.filter(|&crop| Part::size_of(&whole, crop) != whole.size()).unwrap_or(Crop::Whole);
    let part = Part::size_of(&whole, crop);
    let ingredient = shape.ingredient_px();
    let ladder: &[u32] = ingredient.as_slice();
    let ladder = if ladder.is_empty() { &settings.widths_px } else { ladder };
    let widths = rendition_widths(part.0, ladder);
    let sizes: Vec<(u32, u32)> = sizes_within_reach(&widths, part);
    let recipe = |format: RenditionFormat, (width_px, height_px): (u32, u32)| Recipe {
        source: facts.hash,
        crop,
        width_px,
        height_px,
        format,
        quality: match shape {
            Shape::Share | Shape::Story => INGREDIENT_QUALITY,
            _ => photo.quality.unwrap_or(settings.quality).clamp(1, 100),
        },
        max_bytes: ceiling(shape, photo, width_px, height_px),
        ground,
    };
    let mut recipes = BTreeMap::new();
    if ingredient.is_none() {
        for format in settings.formats.iter().copied().filter(|format| format.is_built_in()) {
            recipes.insert(format, sizes.iter().map(|&size| recipe(format, size)).collect());
        }
    }
    let fallback_px = match shape {
        Shape::Cover => FALLBACK_PX,
        // Whole photos of 4 to 3 share theirs with cards.
        Shape::Whole | Shape::Card | Shape::Square => CARD_FALLBACK_PX,
        Shape::Share | Shape::Story => u32::MAX,
    };
    let within = sizes.iter().rev().find(|size| size.0 <= fallback_px);
    let fallback = within.or(sizes.first()).copied().unwrap_or(part);
    recipes.insert(RenditionFormat::Jpeg, vec![recipe(RenditionFormat::Jpeg, fallback)]);
    let (width_px, height_px) =
        if ingredient.is_some() { fallback } else { *sizes.last().unwrap_or(&fallback) };
    Renditions { width_px, height_px, ratio: ratio(shape, part), recipes }
}

/// The widths worth encoding for a photo `original_px` wide, narrowest first, in pixels. Never wider than the
/// original: enlarging adds bytes, not detail. Its own width is among them where it is clearly more than the
/// last of the ladder that fits.
pub(crate) fn rendition_widths(original_px: u32, ladder_px: &[u32]) -> Vec<u32> {
    let mut widths: Vec<u32> = ladder_px.iter().copied().filter(|&width| width <= original_px).collect();
    let widest_fitting = widths.last().copied().unwrap_or(0);
    let is_cut_short = ladder_px.last().is_none_or(|&widest| widest > original_px);
    // Less than a tenth more is not worth a file of its own.
    if is_cut_short && u64::from(original_px) * 10 > u64::from(widest_fitting) * 11 {
        widths.push(original_px);
    }
    widths
}

/// Heights that keep the part's shape, without sizes that are too high to encode.
fn sizes_within_reach(widths: &[u32], part: (u32, u32)) -> Vec<(u32, u32)> {
    let sizes = widths.iter().map(|&width| (width, Part::height_at(part, width)));
    let within: Vec<_> = sizes.filter(|size| size.0.max(size.1) <= MAX_SIDE_PX).collect();
    if within.is_empty() { vec![shrunk_to_reach(part)] } else { within }
}

fn shrunk_to_reach((width, height): (u32, u32)) -> (u32, u32) {
    let longest = width.max(height).max(1);
    let shrink = |side: u32| {
        let shrunk = u64::from(side) * u64::from(MAX_SIDE_PX.min(longest)) / u64::from(longest);
        u32::try_from(shrunk).unwrap_or(MAX_SIDE_PX).max(1)
    };
    (shrink(width), shrink(height))
}

fn ceiling(shape: Shape, photo: &PhotoUse, width_px: u32, height_px: u32) -> Option<u32> {
    let by_area = (width_px.saturating_mul(height_px) / 10).saturating_mul(CEILING_BYTES_PER_10_PX);
    match (shape, photo.quality) {
        (Shape::Share | Shape::Story, _) | (_, Some(_)) => None,
        (_, None) => Some(by_area.max(MIN_CEILING_BYTES)),
    }
}

/// In lowest terms; a crop has its shape's ratio even if rounding makes a pixel of difference.
fn ratio(shape: Shape, part: (u32, u32)) -> (u32, u32) {
    let (width, height) = shape.aspect().unwrap_or(part);
    let divisor = greatest_common_divisor(width, height);
    (width / divisor, height / divisor)
}

fn greatest_common_divisor(a: u32, b: u32) -> u32 {
    if b == 0 { a.max(1) } else { greatest_common_divisor(b, a % b) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::photo::{Orientation, PhotoKind, SourceHash};

    #[test]
    fn no_width_is_above_the_originals_or_close_below_it() {
        for (original_px, widths) in
            [(900, &[320, 640, 900][..]), (4000, &[320, 640, 1280]), (660, &[320, 640]), (200, &[200])]
        {
            assert_eq!(rendition_widths(original_px, &[320, 640, 1280]), widths);
        }
    }

    fn facts(width_px: u32, height_px: u32) -> PhotoFacts {
        PhotoFacts {
            hash: SourceHash::of(b"a"),
            size_bytes: 1,
            kind: PhotoKind::Jpeg,
            width_px,
            height_px,
            orientation: Orientation::Upright,
            has_location: false,
            video_bytes: 0,
            is_animated: false,
            is_cmyk: false,
        }
    }

    fn photo(focus: Option<(f32, f32)>, quality: Option<u8>) -> PhotoUse {
        PhotoUse { path: "foto/a.jpg".to_owned(), alt: None, focus, quality, consent: None }
    }

    fn choose(width: u32, height: u32, shape: Shape) -> Renditions {
        choose_renditions(
            &facts(width, height),
            &photo(None, None),
            shape,
            &PhotoSettings::default(),
            [255; 3],
        )
    }

    fn sizes(renditions: &Renditions, format: RenditionFormat) -> Vec<(u32, u32)> {
        renditions.recipes[&format].iter().map(|recipe| (recipe.width_px, recipe.height_px)).collect()
    }

    #[test]
    fn a_photo_of_a_phone_gives_the_whole_ladder_and_one_jpeg() {
        let chosen = choose(4000, 3000, Shape::Whole);
        let webp = [(320, 240), (480, 360), (640, 480), (960, 720), (1280, 960)];
        assert_eq!(sizes(&chosen, RenditionFormat::WebP), webp);
        assert_eq!(sizes(&chosen, RenditionFormat::Jpeg), [(640, 480)]);
        assert_eq!((chosen.width_px, chosen.height_px, chosen.ratio), (1280, 960, (4, 3)));
    }

    #[test]
    fn nothing_is_enlarged() {
        for shape in [Shape::Whole, Shape::Card, Shape::Square, Shape::Cover, Shape::Share, Shape::Story] {
            for (width, height) in [(1, 1), (200, 150), (8000, 1), (1, 8000), (700, 500), (16, 9)] {
                let chosen = choose(width, height, shape);
                let part = Part::size_of(&Part::whole(width, height), chosen.fallback().crop);
                for recipe in chosen.iter() {
                    assert!(recipe.width_px >= 1 && recipe.width_px <= part.0, "{shape:?} {width} {height}");
                    assert!(
                        recipe.height_px >= 1 && recipe.height_px <= part.1,
                        "{shape:?} {width} {height}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_crop_that_cuts_nothing_off_is_the_whole_photo() {
        let card = choose(4032, 3024, Shape::Card);
        let whole = choose(4032, 3024, Shape::Whole);
        assert_eq!(card, whole);
        assert_eq!(sizes(&card, RenditionFormat::Jpeg), [(640, 480)]);
    }

    #[test]
    fn what_goes_into_a_card_is_one_jpeg_of_600_by_630() {
        let chosen = choose(3000, 4000, Shape::Share);
        assert_eq!(chosen.iter().count(), 1);
        assert_eq!(sizes(&chosen, RenditionFormat::Jpeg), [(600, 630)]);
        assert_eq!((chosen.fallback().max_bytes, chosen.fallback().quality), (None, 92));
        let small = choose(300, 400, Shape::Share);
        assert_eq!(sizes(&small, RenditionFormat::Jpeg), [(300, 315)]);
    }

    #[test]
    fn a_photo_too_long_for_its_encoder_is_made_shorter() {
        let chosen = choose(400, 40_000, Shape::Whole);
        assert_eq!(sizes(&chosen, RenditionFormat::WebP), [(163, 16_383)]);
        let wide = choose(8000, 1, Shape::Whole);
        assert_eq!(sizes(&wide, RenditionFormat::WebP).last(), Some(&(1280, 1)));
    }

    #[test]
    fn focus_and_quality_come_from_the_profile() {
        let wanted = photo(Some((0.25, 0.5)), Some(95));
        let chosen =
            choose_renditions(&facts(4000, 3000), &wanted, Shape::Square, &PhotoSettings::default(), [0; 3]);
        let recipe = chosen.fallback();
        assert_eq!(recipe.crop, Crop::Aspect { width: 1, height: 1, focus: Some((0.25, 0.5)) });
        assert_eq!((recipe.quality, recipe.max_bytes, recipe.ground), (95, None, [0; 3]));
    }
}
