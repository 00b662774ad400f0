//! Colours of a file to sRGB. What a profile does is asked, not how it is called: one that changes next to nothing
//! is left out.

use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Layout as ProfileLayout, TransformExecutor, TransformOptions};

use super::picture::{Layout, Picture};
use super::space::Space;

/// A profile that moves no colour by more than this is taken for sRGB, of 255.
const UNSEEN_DIFFERENCE: u8 = 1;

/// Turns colours into sRGB.
pub(super) enum ToSrgb {
    /// Of a file that has only brightness: a colour for each of its levels.
    Levels(Box<[[u8; 3]; 256]>),
    /// Of a file in colour.
    Colours {
        /// Pixels in, pixels out.
        transform: Arc<dyn TransformExecutor<u8> + Send + Sync>,
        /// Channels of both.
        layout: Layout,
    },
}

impl ToSrgb {
    /// For pictures of that layout; `is_gray` if their file has no colour, whatever they were decoded to. `None` if
    /// there is nothing to change, or if the profile cannot be used: then the colours count as sRGB, as browsers
    /// take them.
    pub(super) fn of(space: &Space, layout: Layout, is_gray: bool) -> Option<Self> {
        let profile = space.profile()?;
        if is_gray || layout == Layout::Gray {
            Self::of_levels(&profile)
        } else {
            Self::of_colours(&profile, layout)
        }
    }

    /// A profile for colours tells what gray is, too: browsers ask it.
    fn of_levels(profile: &ColorProfile) -> Option<Self> {
        let (layout, spread) = match profile.color_space {
            DataColorSpace::Gray => (ProfileLayout::Gray, 1),
            DataColorSpace::Rgb => (ProfileLayout::Rgb, 3),
            _ => return None,
        };
        let transform = to_srgb(profile, layout, ProfileLayout::Rgb)?;
        let levels: Vec<u8> = (0..=u8::MAX).flat_map(|level| std::iter::repeat_n(level, spread)).collect();
        let mut colours = vec![0; 256 * 3];
        transform.transform(&levels, &mut colours).ok()?;
        let mut table = Box::new([[0; 3]; 256]);
        table.copy_from_slice(colours.as_chunks::<3>().0);
        let is_seen = |(level, colour): (u8, &[u8; 3])| {
            colour.iter().any(|after| level.abs_diff(*after) > UNSEEN_DIFFERENCE)
        };
        (0..=u8::MAX).zip(table.iter()).any(is_seen).then_some(Self::Levels(table))
    }

    fn of_colours(profile: &ColorProfile, layout: Layout) -> Option<Self> {
        if profile.color_space != DataColorSpace::Rgb {
            return None;
        }
        let channels = if layout == Layout::Rgba { ProfileLayout::Rgba } else { ProfileLayout::Rgb };
        let transform = to_srgb(profile, channels, channels)?;
        let levels = (0..=u8::MAX).step_by(51);
        let samples: Vec<u8> = levels
            .clone()
            .flat_map(|r| levels.clone().map(move |g| (r, g)))
            .flat_map(|(r, g)| levels.clone().map(move |b| [r, g, b, 255]))
            .flat_map(|pixel| pixel.into_iter().take(layout.channels()))
            .collect();
        let mut converted = vec![0; samples.len()];
        transform.transform(&samples, &mut converted).ok()?;
        let is_seen = samples.iter().zip(&converted).any(|(a, b)| a.abs_diff(*b) > UNSEEN_DIFFERENCE);
        is_seen.then_some(Self::Colours { transform, layout })
    }

    /// The picture in sRGB; as it was if the profile fails on it.
    pub(super) fn apply(&self, picture: Picture) -> Picture {
        match self {
            Self::Levels(table) => apply_levels(table, picture),
            Self::Colours { transform, layout } => {
                let mut pixels = vec![0; picture.pixels.len()];
                let is_done =
                    picture.layout == *layout && transform.transform(&picture.pixels, &mut pixels).is_ok();
                if is_done { Picture { pixels, ..picture } } else { picture }
            }
        }
    }
}

fn to_srgb(
    profile: &ColorProfile,
    from: ProfileLayout,
    to: ProfileLayout,
) -> Option<Arc<dyn TransformExecutor<u8> + Send + Sync>> {
    let srgb = ColorProfile::new_srgb();
    profile.create_transform_8bit(from, &srgb, to, TransformOptions::default()).ok()
}

/// Each level by its colour. A picture without colour gets some only where the profile has some.
fn apply_levels(table: &[[u8; 3]; 256], picture: Picture) -> Picture {
    let is_neutral = table.iter().all(|[red, green, blue]| red == green && green == blue);
    match picture.layout {
        Layout::Gray if is_neutral => {
            let pixels = picture.pixels.iter().map(|&level| table[usize::from(level)][0]).collect();
            Picture { pixels, ..picture }
        }
        Layout::Gray => {
            let pixels = picture.pixels.iter().flat_map(|&level| table[usize::from(level)]).collect();
            Picture { layout: Layout::Rgb, pixels, ..picture }
        }
        Layout::Rgb | Layout::Rgba => {
            let mut picture = picture;
            for pixel in picture.pixels.chunks_exact_mut(picture.layout.channels()) {
                let colour = table[usize::from(pixel[0])];
                pixel[..3].copy_from_slice(&colour);
            }
            picture
        }
    }
}
