//! Colours of a photo's own profile to sRGB. What a profile does is asked, not how it is called: one that
//! changes next to nothing is left out.

use std::sync::Arc;

use moxcms::{ColorProfile, DataColorSpace, Layout as ProfileLayout, TransformExecutor, TransformOptions};

use super::picture::{Layout, Picture};

/// A profile that moves no colour by more than this is taken for sRGB, of 255.
const UNSEEN_DIFFERENCE: u8 = 1;

/// Larger profiles are not read; those of cameras and phones have at most a few kilobytes.
const MAX_PROFILE_BYTES: usize = 4 * 1024 * 1024;

/// Turns colours into sRGB.
pub(super) struct ToSrgb {
    transform: Arc<dyn TransformExecutor<u8> + Send + Sync>,
    from: Layout,
    to: Layout,
}

impl ToSrgb {
    /// For pictures of that layout. `None` if there is nothing to change, or if the profile cannot be read:
    /// then the colours count as sRGB, as browsers take them.
    pub(super) fn of(profile: &[u8], layout: Layout) -> Option<Self> {
        if profile.len() > MAX_PROFILE_BYTES {
            return None;
        }
        let profile = ColorProfile::new_from_slice(profile).ok()?;
        let (space, from, to) = match layout {
            Layout::Gray => (DataColorSpace::Gray, ProfileLayout::Gray, Layout::Rgb),
            Layout::Rgb => (DataColorSpace::Rgb, ProfileLayout::Rgb, Layout::Rgb),
            Layout::Rgba => (DataColorSpace::Rgb, ProfileLayout::Rgba, Layout::Rgba),
        };
        if profile.color_space != space {
            return None;
        }
        let target = if to == Layout::Rgba { ProfileLayout::Rgba } else { ProfileLayout::Rgb };
        let srgb = ColorProfile::new_srgb();
        let transform =
            profile.create_transform_8bit(from, &srgb, target, TransformOptions::default()).ok()?;
        let found = Self { transform, from: layout, to };
        found.changes_something().then_some(found)
    }

    /// The picture in sRGB; as it was if the profile fails on it.
    pub(super) fn apply(&self, picture: Picture) -> Picture {
        let mut pixels = vec![0; picture.pixels.len() / self.from.channels() * self.to.channels()];
        match self.transform.transform(&picture.pixels, &mut pixels) {
            Ok(()) => Picture { layout: self.to, pixels, ..picture },
            Err(_) => picture,
        }
    }

    fn changes_something(&self) -> bool {
        let levels = (0..=u8::MAX).step_by(51);
        let samples: Vec<u8> = match self.from {
            Layout::Gray => (0..=u8::MAX).step_by(5).collect(),
            Layout::Rgb | Layout::Rgba => levels
                .clone()
                .flat_map(|r| levels.clone().map(move |g| (r, g)))
                .flat_map(|(r, g)| levels.clone().map(move |b| [r, g, b, 255]))
                .flat_map(|pixel| pixel.into_iter().take(self.from.channels()))
                .collect(),
        };
        let mut converted = vec![0; samples.len() / self.from.channels() * self.to.channels()];
        if self.transform.transform(&samples, &mut converted).is_err() {
            return false;
        }
        let spread = self.to.channels() / self.from.channels();
        let before = samples.iter().flat_map(|&sample| std::iter::repeat_n(sample, spread));
        before.zip(&converted).any(|(before, &after)| before.abs_diff(after) > UNSEEN_DIFFERENCE)
    }
}
