//! A use of a photo by content: which file, what is on it, and who agreed to be seen.

use super::day::Date;
use super::language::LocalText;

/// One place of a profile that shows a photo.
#[derive(Debug, Clone, PartialEq)]
pub struct PhotoUse {
    /// Path inside the cooperative's folder, with `/`: `foto/susu-1.jpg`. Checked: it leads nowhere else.
    pub path: String,
    /// What is to be seen, for people who do not see it.
    pub alt: Option<LocalText>,
    /// The point that no crop may cut off, as parts of width and height from the top left, each 0 to 1.
    pub focus: Option<(f32, f32)>,
    /// Encoder quality for this photo, 1 to 100, instead of the site's.
    pub quality: Option<u8>,
    /// The consent of the people on it.
    pub consent: Option<Consent>,
}

/// Somebody's consent to be shown, or that of a minor's guardian. Source: UU 27/2022, article 25.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Consent {
    /// The day it was given.
    pub given: Date,
    /// What it is for: `situs`, `situs dan media sosial`.
    pub scope: Option<String>,
    /// The last day it holds; for ever if not stated.
    pub until: Option<Date>,
    /// True if a guardian gave it, as the law asks for minors.
    pub by_guardian: bool,
}

impl Consent {
    /// True if it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.given <= day && self.until.is_none_or(|until| day <= until)
    }
}
