//! What `theme.yaml` says of the look: a colour, an accent, corners, a logo; and the rules that follow from it.
//! They stand behind the theme's own tokens and before `css/site.css`, which may still change each of them.

use serde::Deserialize;

use super::findings;
use super::style::content_hash;
use super::tokens::{Light, MIN_YOUTH_CONTRAST, Tokens};
use crate::finding::{Findings, Located};
use crate::model::{Colour, MIN_TEXT_CONTRAST};

/// The look that a theme is set to; what is `None` stays as its sheets say.
#[derive(Debug, Default)]
pub struct Look {
    /// `warna`: the brand; of a theme for pupils, its bright colour.
    pub brand: Option<Located<Colour>>,
    /// `aksen`: promo prices and what is urgent; of a theme for pupils, its dark colour.
    pub accent: Option<Located<Colour>>,
    /// `sudut`: the style of corners.
    pub corners: Option<Located<Corners>>,
    /// `logo`: stands before the name of whoever has none.
    pub logo: Option<Logo>,
}

/// A drawing of the theme's folder.
#[derive(Debug, PartialEq, Eq)]
pub struct Logo {
    /// Name that follows from its content: `logo-0123456789abcdef.svg`.
    pub file_name: String,
    /// The file as it is in the theme's folder.
    pub text: String,
}

impl Logo {
    pub(super) fn new(text: &str) -> Self {
        Self { file_name: format!("logo-{}.svg", content_hash(text.as_bytes())), text: text.to_owned() }
    }
}

/// `untuk`: who a theme's pages are for. Those for pupils are of two flat colours.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
pub(super) enum Audience {
    #[default]
    #[serde(rename = "pembeli")]
    Buyers,
    #[serde(rename = "pelajar")]
    Pupils,
}

impl Audience {
    /// The words for them, in the order of the variants.
    pub(super) const WORDS: [&'static str; 2] = ["pembeli", "pelajar"];
}

/// `sudut`: how round corners are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Corners {
    /// `siku`: no radius at all.
    Square,
    /// `halus`: 6 pixels, on buttons too.
    Slight,
    /// `lembut`: 12 pixels, as in the built-in theme.
    Soft,
    /// `bulat`: 20 pixels on cards, buttons like pills.
    Round,
}

impl Corners {
    /// Every style with the word for it.
    pub(super) const ALL: [(&'static str, Self); 4] =
        [("siku", Self::Square), ("halus", Self::Slight), ("lembut", Self::Soft), ("bulat", Self::Round)];

    fn css(self) -> &'static str {
        match self {
            Self::Square => "--radius:0;--pill:0",
            Self::Slight => "--radius:.375rem;--pill:.375rem",
            Self::Soft => "--radius:.75rem;--pill:2rem",
            Self::Round => "--radius:1.25rem;--pill:2rem",
        }
    }
}

impl Look {
    /// The rules that follow, as one sheet. A colour that would be hard to read is used as the nearest one that is
    /// not, which is an advice; a key that the theme has no use for, too.
    pub(super) fn css(&self, audience: Audience, tokens: &Tokens, findings: &mut Findings) -> String {
        match audience {
            Audience::Pupils => self.zine_css(findings),
            Audience::Buyers => self.stall_css(tokens, findings),
        }
    }

    fn stall_css(&self, tokens: &Tokens, findings: &mut Findings) -> String {
        let corners = self.corners.as_ref().map(|corners| format!(":root{{{}}}", corners.value.css()));
        let accent = self.accent.as_ref().map(|accent| {
            let on_all = |light| {
                let grounds = ["paper", "surface", "sunk"].into_iter();
                let grounds = grounds.filter_map(|name| tokens.colour(name, "", light));
                grounds.fold(accent.value, |colour, ground| colour.legible_on(ground, MIN_TEXT_CONTRAST))
            };
            let (day, night) = (on_all(Light::Day), on_all(Light::Night));
            if day != accent.value {
                findings.push(findings::accent_not_legible(accent, day, MIN_TEXT_CONTRAST));
            }
            let (day, night) = (day.hex(), night.hex());
            format!(":root{{--warm:{day}}}@media(prefers-color-scheme:dark){{:root{{--warm:{night}}}}}")
        });
        layered(&[corners, accent].into_iter().flatten().collect::<String>())
    }

    fn zine_css(&self, findings: &mut Findings) -> String {
        for idle in [self.corners.as_ref().map(|corners| ("sudut", corners.span.clone()))]
            .into_iter()
            .chain([self
                .accent
                .as_ref()
                .filter(|_| self.brand.is_none())
                .map(|it| ("aksen", it.span.clone()))])
            .flatten()
        {
            findings.push(findings::key_idle(idle.0, idle.1));
        }
        let (Some(brand), Some((flat, deep))) = (&self.brand, self.youth_pair()) else {
            return String::new();
        };
        if flat != brand.value {
            findings.push(findings::accent_not_legible(brand, flat, MIN_YOUTH_CONTRAST));
        }
        if let Some(accent) = self.accent.as_ref().filter(|accent| accent.value != deep) {
            findings.push(findings::accent_not_legible(accent, deep, MIN_YOUTH_CONTRAST));
        }
        let night = deep.mixed(Colour(0, 0, 0), 0.5).legible_on(flat, MIN_YOUTH_CONTRAST);
        let [flat, deep, night] = [flat, deep, night].map(Colour::hex);
        layered(&format!(":root,[data-palette]{{--flat:{flat};--deep:{deep};--night:{night}}}"))
    }

    /// The bright and the dark colour of a theme for pupils, if it is set to its own: each legible on the other.
    pub fn youth_pair(&self) -> Option<(Colour, Colour)> {
        let black = Colour(0, 0, 0);
        let flat = self.brand.as_ref()?.value.legible_on(black, MIN_YOUTH_CONTRAST);
        let deep = self.accent.as_ref().map_or_else(|| flat.mixed(black, 0.85), |accent| accent.value);
        Some((flat, deep.legible_on(flat, MIN_YOUTH_CONTRAST)))
    }
}

fn layered(rules: &str) -> String {
    if rules.is_empty() { String::new() } else { format!("@layer tokens{{{rules}}}") }
}
