//! What a file says of its colours, as a profile. Which of several sayings counts is the reader's of each kind.

use moxcms::{
    Chromaticity, CicpColorPrimaries, CicpProfile, ColorPrimaries, ColorProfile, MatrixCoefficients,
    ToneReprCurve, TransferCharacteristics, XyY, curve_from_gamma,
};

/// Larger profiles are not read; those of cameras and phones have at most a few kilobytes.
const MAX_PROFILE_BYTES: usize = 4 * 1024 * 1024;

/// The exponent that PNG writes for a usual screen, in 100,000ths, and how far one may be from it to mean the same:
/// alone it stands for sRGB, as Chromium and Firefox have it. Source: PNG, third edition, 11.3.2.2 and 11.3.2.5.
const USUAL_GAMMA: u32 = 45_455;
const GAMMA_SLACK: u32 = 50;

/// Steps of a curve that is drawn point by point.
const CURVE_POINTS: u16 = 4096;

/// Luminance of paper white in pictures of high dynamic range, in cd/m², and the signal that stands for it in HLG.
/// What is brighter is white. Source: ITU-R BT.2408, table 1.
const PAPER_WHITE: f64 = 203.0;
const HLG_PAPER_WHITE: f64 = 0.75;

/// Colours of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Space {
    /// sRGB, by a file's word or because it says nothing.
    Srgb,
    /// An ICC profile.
    Profile(Vec<u8>),
    /// Code points of primaries and transfer. Source: ITU-T H.273, tables 2 and 3.
    Coded {
        /// Primaries.
        primaries: u8,
        /// Transfer characteristics.
        transfer: u8,
    },
    /// An exponent of PNG in 100,000ths, and where given x and y of white, red, green and blue in the same unit.
    Measured {
        /// Encoded is light to the power of this.
        gamma: u32,
        /// x and y of white, red, green and blue.
        chromaticities: Option<[u32; 8]>,
    },
}

impl Space {
    /// Of an ICC profile, if there is one.
    pub(super) fn of_profile(profile: Option<Vec<u8>>) -> Self {
        profile.map_or(Self::Srgb, Self::Profile)
    }

    /// As a profile. `None` if the colours are sRGB, or if nobody knows what was said: then they count as sRGB, as
    /// browsers take them.
    pub(super) fn profile(&self) -> Option<ColorProfile> {
        match self {
            Self::Srgb => None,
            Self::Profile(profile) if profile.len() > MAX_PROFILE_BYTES => None,
            Self::Profile(profile) => ColorProfile::new_from_slice(profile).ok(),
            Self::Coded { primaries, transfer } => coded(*primaries, *transfer),
            Self::Measured { gamma, chromaticities } => measured(*gamma, chromaticities.as_ref()),
        }
    }
}

/// Primaries and curve of two code points. The curves of television count as that of sRGB: Firefox takes them so,
/// Chromium as a power of 2.4, and files that name them are rarely meant otherwise.
fn coded(primaries: u8, transfer: u8) -> Option<ColorProfile> {
    let curve = match transfer {
        4 => curve_from_gamma(2.2),
        5 => curve_from_gamma(2.8),
        8 => curve_from_gamma(1.0),
        16 => drawn(pq_light),
        18 => drawn(hlg_light),
        1 | 2 | 6 | 13..=15 => ColorProfile::new_srgb().red_trc?,
        _ => return None,
    };
    let profile = match CicpColorPrimaries::try_from(primaries).ok()? {
        CicpColorPrimaries::Reserved => return None,
        CicpColorPrimaries::Bt709 | CicpColorPrimaries::Unspecified => ColorProfile::new_srgb(),
        known => ColorProfile::new_from_cicp(CicpProfile {
            color_primaries: known,
            transfer_characteristics: TransferCharacteristics::Srgb,
            matrix_coefficients: MatrixCoefficients::Identity,
            full_range: true,
        }),
    };
    Some(with_curve(profile, curve))
}

/// Of gAMA and cHRM. cHRM alone is not asked for: browsers pass it over.
fn measured(gamma: u32, chromaticities: Option<&[u32; 8]>) -> Option<ColorProfile> {
    if gamma == 0 || (chromaticities.is_none() && gamma.abs_diff(USUAL_GAMMA) <= GAMMA_SLACK) {
        return None;
    }
    let curve = drawn(|signal| signal.powf(100_000.0 / f64::from(gamma)));
    let mut profile = ColorProfile::new_srgb();
    if let Some(&[white_x, white_y, red_x, red_y, green_x, green_y, blue_x, blue_y]) = chromaticities {
        let part = |part: u32| f64::from(part) / 100_000.0;
        #[expect(clippy::cast_possible_truncation, reason = "five digits of a number below one")]
        let place = |x: u32, y: u32| Chromaticity { x: part(x) as f32, y: part(y) as f32 };
        let is_sound =
            [white_y, red_y, green_y, blue_y].iter().all(|&y| y > 0) && chromaticities.is_some_and(spans);
        if !is_sound {
            return None;
        }
        let white = XyY { x: part(white_x), y: part(white_y), yb: 1.0 };
        let primaries = ColorPrimaries {
            red: place(red_x, red_y),
            green: place(green_x, green_y),
            blue: place(blue_x, blue_y),
        };
        profile.update_rgb_colorimetry(white, primaries);
    }
    Some(with_curve(profile, curve))
}

/// True if the three colours do not lie on a line, and none is beyond what a number of PNG may say.
fn spans(&[_, _, red_x, red_y, green_x, green_y, blue_x, blue_y]: &[u32; 8]) -> bool {
    let place = |x: u32, y: u32| (f64::from(x), f64::from(y));
    let (red, green, blue) = (place(red_x, red_y), place(green_x, green_y), place(blue_x, blue_y));
    let area = (green.0 - red.0) * (blue.1 - red.1) - (blue.0 - red.0) * (green.1 - red.1);
    area.abs() > 1e6 && [red, green, blue].iter().all(|place| place.0 <= 1e5 && place.1 <= 1e5)
}

fn with_curve(mut profile: ColorProfile, curve: ToneReprCurve) -> ColorProfile {
    // What a profile says in numbers would count before its curves.
    profile.cicp = None;
    profile.red_trc = Some(curve.clone());
    profile.green_trc = Some(curve.clone());
    profile.blue_trc = Some(curve);
    profile
}

/// A curve from signal to light, both from 0 to 1, point by point.
fn drawn(light: impl Fn(f64) -> f64) -> ToneReprCurve {
    let point = |index: u16| {
        let level = light(f64::from(index) / f64::from(CURVE_POINTS - 1)).clamp(0.0, 1.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 65,535")]
        let level = (level * f64::from(u16::MAX)).round() as u16;
        level
    };
    ToneReprCurve::Lut((0..CURVE_POINTS).map(point).collect())
}

/// Light of a PQ signal, where paper white is 1. Source: ITU-R BT.2100, table 4.
fn pq_light(signal: f64) -> f64 {
    const M1: f64 = 2610.0 / 16_384.0;
    const M2: f64 = 2523.0 / 4096.0 * 128.0;
    const C1: f64 = 3424.0 / 4096.0;
    const C2: f64 = 2413.0 / 4096.0 * 32.0;
    const C3: f64 = 2392.0 / 4096.0 * 32.0;
    let root = signal.powf(1.0 / M2);
    10_000.0 / PAPER_WHITE * ((root - C1).max(0.0) / (C2 - C3 * root)).powf(1.0 / M1)
}

/// Light of an HLG signal, where paper white is 1. Source: ITU-R BT.2100, table 5.
fn hlg_light(signal: f64) -> f64 {
    const A: f64 = 0.178_832_77;
    const B: f64 = 1.0 - 4.0 * A;
    const C: f64 = 0.559_910_73;
    let scene = |signal: f64| {
        if signal <= 0.5 { signal * signal / 3.0 } else { (((signal - C) / A).exp() + B) / 12.0 }
    };
    scene(signal) / scene(HLG_PAPER_WHITE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_white_is_white_in_both_kinds_of_high_dynamic_range() {
        // 203 cd/m² is a PQ signal of 58 %. Source: ITU-R BT.2408, table 1.
        assert!((pq_light(0.5806) - 1.0).abs() < 0.01, "{}", pq_light(0.5806));
        assert!((hlg_light(0.75) - 1.0).abs() < 1e-9);
        assert!(pq_light(0.0) < 1e-9 && hlg_light(0.0) < 1e-9);
    }

    #[test]
    fn what_nobody_knows_or_means_is_srgb() {
        for (primaries, transfer) in [(0, 13), (3, 13), (200, 13), (1, 9), (1, 77)] {
            assert!(Space::Coded { primaries, transfer }.profile().is_none(), "{primaries} {transfer}");
        }
        let on_a_line = [31_270, 32_900, 10_000, 10_000, 20_000, 20_000, 30_000, 30_000];
        for (gamma, chromaticities) in [(0, None), (45_455, None), (45_454, None), (50_000, Some(on_a_line))]
        {
            assert!(Space::Measured { gamma, chromaticities }.profile().is_none(), "{gamma}");
        }
        assert!(Space::Profile(vec![0; 40]).profile().is_none());
    }
}
