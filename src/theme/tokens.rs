//! The colours that a theme's sheets give to its tokens, by day and by night, and whether words in them can be
//! read. Understands what a token's value says outright or through another token; what a browser has to work
//! out (`color-mix()` of something) is unknown here, and nothing is said about it.

use std::collections::BTreeSet;
use std::sync::Arc;

use lightningcss::printer::PrinterOptions;
use lightningcss::properties::Property;
use lightningcss::properties::custom::{CustomProperty, CustomPropertyName, Token, TokenOrValue};
use lightningcss::rules::{CssRule, CssRuleList};
use lightningcss::stylesheet::{ParserOptions, StyleSheet};
use lightningcss::traits::ToCss;
use lightningcss::values::color::CssColor;

use super::files::Files;
use super::findings;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::{Colour, MIN_TEXT_CONTRAST};

/// Sheets that set tokens, in the order in which a page carries them.
const SHEETS: [&str; 2] = ["css/tokens.css", "css/site.css"];

/// Longest way from a token through others to a colour.
const MAX_STEPS: usize = 8;

/// Lowest contrast of words for pupils. Source: WCAG 2.2, success criterion 1.4.6 (AAA).
pub(super) const MIN_YOUTH_CONTRAST: f32 = 7.0;

/// Tokens that colour words, each with those that they stand on. A theme without a token has no such pair.
const PAIRS: [(&str, &[&str], f32); 4] = [
    ("ink", &["paper", "surface", "sunk"], MIN_TEXT_CONTRAST),
    ("muted", &["paper", "surface", "sunk"], MIN_TEXT_CONTRAST),
    ("warm", &["paper", "surface"], MIN_TEXT_CONTRAST),
    ("flat", &["deep", "night"], MIN_YOUTH_CONTRAST),
];

/// Which of the two sets of colours a phone asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Light {
    /// Everything outside `prefers-color-scheme: dark`.
    Day,
    /// `prefers-color-scheme: dark`.
    Night,
}

/// Every value of every token.
#[derive(Debug, Default)]
pub(super) struct Tokens {
    /// In the order of the sheets.
    all: Vec<Declaration>,
}

#[derive(Debug)]
struct Declaration {
    name: String,
    /// The palette that it belongs to; empty for the whole page.
    palette: String,
    is_for_night: bool,
    /// What stands in no layer wins.
    is_layered: bool,
    value: Given,
    at: Span,
    is_of_site: bool,
}

#[derive(Debug, Clone)]
enum Given {
    Colour(Colour),
    Other(String),
    Unknown,
}

impl Tokens {
    pub(super) fn read(files: &Files) -> Self {
        let mut tokens = Self::default();
        for path in SHEETS {
            let Some(file) = files.get(path) else { continue };
            // A sheet that cannot be understood is a finding of its own.
            if let Ok(sheet) = StyleSheet::parse(&file.text, ParserOptions::default()) {
                let place = Place { file, is_of_site: path == SHEETS[1], ..Place::of(file) };
                tokens.gather(&sheet.rules, &place);
            }
        }
        tokens
    }

    fn gather(&mut self, rules: &CssRuleList<'_>, place: &Place<'_>) {
        for rule in &rules.0 {
            match rule {
                CssRule::LayerBlock(block) => {
                    self.gather(&block.rules, &Place { is_layered: true, ..*place });
                }
                CssRule::Media(media) if asks_for_night(&media.query) => {
                    self.gather(&media.rules, &Place { is_for_night: true, ..*place });
                }
                CssRule::Style(style) => {
                    let selectors = printed(&style.selectors);
                    let scopes: Vec<String> = selectors.split(',').filter_map(scope_of).collect();
                    for property in &style.declarations.declarations {
                        let Property::Custom(custom) = property else { continue };
                        for palette in &scopes {
                            self.all.extend(place.declaration(custom, palette.clone(), style.loc.line));
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The colour of a token in a palette, or without one (empty); `None` if there is none or it is not known.
    pub(super) fn colour(&self, name: &str, palette: &str, light: Light) -> Option<Colour> {
        let mut name = name.to_owned();
        for _ in 0..MAX_STEPS {
            match self.find(&name, palette, light)?.value.clone() {
                Given::Colour(colour) => return Some(colour),
                Given::Other(other) => name = other,
                Given::Unknown => return None,
            }
        }
        None
    }

    /// The declaration that wins, as in a browser: a palette's own before the page's, no layer before layers,
    /// the later before the earlier.
    fn find(&self, name: &str, palette: &str, light: Light) -> Option<&Declaration> {
        self.all
            .iter()
            .enumerate()
            .filter(|(_, given)| {
                given.name == name
                    && (given.palette.is_empty() || given.palette == palette)
                    && (light == Light::Night || !given.is_for_night)
            })
            .max_by_key(|(order, given)| (!given.palette.is_empty(), !given.is_layered, *order))
            .map(|(_, given)| given)
    }

    /// Those that the sheets name, and the page without one.
    fn palettes(&self) -> BTreeSet<&str> {
        self.all.iter().map(|given| given.palette.as_str()).chain([""]).collect()
    }

    /// Says which words cannot be read on what they stand on, each once, with the nearest colour that can.
    pub(super) fn check_contrast(&self, findings: &mut Findings) {
        for (words, grounds, least) in PAIRS {
            for palette in self.palettes() {
                for light in [Light::Day, Light::Night] {
                    self.check_words(words, grounds, least, palette, light, findings);
                }
            }
        }
    }

    fn check_words(
        &self,
        words: &str,
        grounds: &[&str],
        least: f32,
        palette: &str,
        light: Light,
        findings: &mut Findings,
    ) {
        let Some(colour) = self.colour(words, palette, light) else { return };
        let grounds: Vec<(&str, Colour)> = grounds
            .iter()
            .filter_map(|ground| Some((*ground, self.colour(ground, palette, light)?)))
            .collect();
        let worst = grounds
            .iter()
            .map(|(name, ground)| (colour.contrast(*ground), *name, *ground))
            .filter(|(contrast, ..)| *contrast < least)
            .min_by(|a, b| a.0.total_cmp(&b.0));
        let Some((contrast, ground, ground_colour)) = worst else { return };
        let only = |name| self.find(name, palette, light);
        let (Some(own), Some(below)) = (only(words), only(ground)) else { return };
        // A palette that says nothing of its own is told with the page, a night like the day with the day.
        let is_told = (!palette.is_empty() && own.palette.is_empty() && below.palette.is_empty())
            || (light == Light::Night
                && self.colour(words, palette, Light::Day) == Some(colour)
                && self.colour(ground, palette, Light::Day) == Some(ground_colour));
        if is_told {
            return;
        }
        let nearest = nearest_on(colour, &grounds, least);
        let changed = if below.is_of_site && !own.is_of_site { below } else { own };
        findings.push(findings::words_not_legible(&findings::Illegible {
            at: changed.at.clone(),
            words,
            colour,
            ground,
            ground_colour,
            light,
            contrast,
            least,
            nearest,
        }));
    }
}

/// The nearest colour that can be read on all of them; `None` if they ask for opposite things.
fn nearest_on(colour: Colour, grounds: &[(&str, Colour)], least: f32) -> Option<Colour> {
    let nearest = grounds.iter().fold(colour, |colour, (_, ground)| colour.legible_on(*ground, least));
    grounds.iter().all(|(_, ground)| nearest.contrast(*ground) >= least).then_some(nearest)
}

/// Where a rule stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    file: &'a Arc<SourceFile>,
    is_of_site: bool,
    is_layered: bool,
    is_for_night: bool,
}

impl<'a> Place<'a> {
    fn of(file: &'a Arc<SourceFile>) -> Self {
        Self { file, is_of_site: false, is_layered: false, is_for_night: false }
    }

    fn declaration(
        &self,
        custom: &CustomProperty<'_>,
        palette: String,
        rule_line: u32,
    ) -> Option<Declaration> {
        let CustomPropertyName::Custom(ident) = &custom.name else { return None };
        let name = ident.0.strip_prefix("--")?.to_owned();
        let at = place_of(self.file, &name, rule_line);
        let Self { is_of_site, is_layered, is_for_night, .. } = *self;
        let value = value_of(custom);
        Some(Declaration { name, palette, is_for_night, is_layered, value, at, is_of_site })
    }
}

fn value_of(custom: &CustomProperty<'_>) -> Given {
    let mut values = custom.value.0.iter().filter(|value| !value.is_whitespace());
    match (values.next(), values.next()) {
        (Some(TokenOrValue::Color(colour)), None) => opaque(colour).map_or(Given::Unknown, Given::Colour),
        (Some(TokenOrValue::Var(other)), None) => {
            other.name.ident.0.strip_prefix("--").map_or(Given::Unknown, |name| Given::Other(name.to_owned()))
        }
        (Some(TokenOrValue::Token(Token::Ident(name))), None) => Given::Other(name.to_string()),
        _ => Given::Unknown,
    }
}

/// A colour that lets nothing through.
fn opaque(colour: &CssColor) -> Option<Colour> {
    match colour.to_rgb() {
        Ok(CssColor::RGBA(rgba)) if rgba.alpha == 255 => Some(Colour(rgba.red, rgba.green, rgba.blue)),
        _ => None,
    }
}

/// The palette that a selector means, empty for the page as a whole; `None` for anything else.
fn scope_of(selector: &str) -> Option<String> {
    let selector = selector.trim();
    if matches!(selector, ":root" | "html" | "body") {
        return Some(String::new());
    }
    let palette = selector.strip_prefix("[data-palette=")?.strip_suffix(']')?;
    Some(palette.trim_matches(['"', '\'']).to_owned())
}

fn asks_for_night(query: &impl ToCss) -> bool {
    printed(query).replace(' ', "") == "(prefers-color-scheme:dark)"
}

fn printed(part: &impl ToCss) -> String {
    part.to_css_string(PrinterOptions::default()).unwrap_or_default()
}

/// Where a token is set, at or below a line (from 0).
fn place_of(file: &Arc<SourceFile>, name: &str, from_line: u32) -> Span {
    let token = format!("--{name}");
    let lines = (0_u32..).zip(file.text.lines());
    for (number, line) in lines.skip_while(|(number, _)| *number < from_line) {
        for (start, _) in line.match_indices(&token) {
            if line[start + token.len()..].trim_start().starts_with(':') {
                let chars = |text: &str| u32::try_from(text.chars().count()).unwrap_or(1);
                return Span::new(file, number + 1, chars(&line[..start]) + 1, chars(&token));
            }
        }
    }
    Span::whole(file)
}
