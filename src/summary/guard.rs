//! Keeps a stranger's `etalase.json` harmless. A summary is refused as a whole, not mended: a file that
//! carries one hostile value is not trusted with the rest.

use super::record::{
    SUMMARY_VERSION, Summary, SummaryEvent, SummaryJoining, SummaryMove, SummaryOpening, SummaryOutlet,
    SummaryPhoto, SummaryProduct, SummaryRegion, SummaryStory,
};
use super::wire::Words;
use crate::model::{Language, RegionCode, Rupiah, Slug, WhatsAppNumber, is_hidden};

/// Largest file, in bytes; a cooperative with ten products needs three thousand.
pub const MAX_BYTES: usize = 64 * 1024;
/// Longest text, in characters.
pub(super) const MAX_CHARS: usize = 300;
/// Longest list.
pub(super) const MAX_ITEMS: usize = 200;
/// Widest and highest photo, in pixels.
const MAX_PIXELS: u32 = 20_000;
/// Widths of one photo beside its widest.
pub const MAX_NARROWER: usize = 10;

/// Why a file is not a summary that can be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SummaryFault {
    /// Larger than any honest summary.
    TooLarge,
    /// Not JSON, or without a key that every summary has; line and column.
    NotASummary {
        /// Line, from 1.
        line: usize,
        /// Column, from 1.
        column: usize,
    },
    /// Written by a newer program.
    Newer(u32),
    /// A value that no program of ours writes: which field.
    Unsafe(&'static str),
}

impl Summary {
    /// The summary, if every reader accepts it. One that would be too large loses product names from the end first.
    ///
    /// # Errors
    /// If a value or the size of the file is one that `parse` refuses.
    pub fn checked(mut self) -> Result<Self, SummaryFault> {
        check(&self)?;
        let mut is_sized = check_size(&self.to_json());
        while is_sized.is_err() && !self.products.more.is_empty() {
            self.products.more.truncate(self.products.more.len() / 2);
            self.products.prices.clear();
            is_sized = check_size(&self.to_json());
        }
        is_sized.map(|()| self)
    }

    /// From a file's bytes, which may be a stranger's. Unknown keys are ignored; anything that could hurt
    /// a page or its reader is refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, SummaryFault> {
        check_size(bytes)?;
        let summary: Self = serde_json::from_slice(bytes)
            .map_err(|error| SummaryFault::NotASummary { line: error.line(), column: error.column() })?;
        summary.sound()
    }

    /// The summary, if it is of a form that is known and holds nothing that could hurt.
    pub(super) fn sound(self) -> Result<Self, SummaryFault> {
        if self.etalase > SUMMARY_VERSION {
            return Err(SummaryFault::Newer(self.etalase));
        }
        check(&self)?;
        Ok(self)
    }
}

/// Refuses a file that is too large.
fn check_size(json: &[u8]) -> Result<(), SummaryFault> {
    if json.len() > MAX_BYTES { Err(SummaryFault::TooLarge) } else { Ok(()) }
}

/// Refuses a summary with a value that no reader accepts, so that nothing is published that comes back to nobody.
fn check(summary: &Summary) -> Result<(), SummaryFault> {
    first_unsafe(summary).map_or(Ok(()), |field| Err(SummaryFault::Unsafe(field)))
}

/// The first field with a value that is not accepted.
fn first_unsafe(summary: &Summary) -> Option<&'static str> {
    let products = &summary.products;
    let checks: [(&'static str, bool); 29] = [
        ("slug", Slug::parse(&summary.slug).is_some()),
        ("generator", is_text(&summary.generator)),
        ("old_slugs", are_slugs(&summary.old_slugs)),
        ("name", is_text(&summary.name) && !summary.name.trim().is_empty()),
        ("short_name", summary.short_name.as_deref().is_none_or(is_text)),
        ("slogan", summary.slogan.as_ref().is_none_or(are_words)),
        ("sectors", are_texts(&summary.sectors)),
        ("region", summary.region.as_ref().is_none_or(is_region)),
        ("coordinates", summary.coordinates.is_none_or(is_in_indonesia)),
        (
            "whatsapp",
            summary.whatsapp.as_deref().is_none_or(|digits| WhatsAppNumber::from_digits(digits).is_some()),
        ),
        ("cover", summary.cover.as_deref().is_none_or(is_photo)),
        ("share", summary.share.as_deref().is_none_or(is_photo)),
        ("products.categories", are_texts(&products.categories)),
        ("products.shown", products.shown.len() <= MAX_ITEMS && products.shown.iter().all(is_product)),
        ("products.more", are_texts(&products.more)),
        ("products.prices", products.prices.len() <= MAX_ITEMS && products.prices.iter().all(is_price)),
        ("outlets", summary.outlets.len() <= MAX_ITEMS && summary.outlets.iter().all(is_outlet)),
        ("joining", summary.joining.as_deref().is_none_or(is_joining)),
        ("moved", summary.moved.len() <= MAX_ITEMS && summary.moved.iter().all(is_move)),
        ("openings", summary.openings.len() <= MAX_ITEMS && summary.openings.iter().all(is_opening)),
        ("events", summary.events.len() <= MAX_ITEMS && summary.events.iter().all(is_event)),
        (
            "challenges",
            summary.challenges.len() <= MAX_ITEMS
                && summary.challenges.iter().all(|challenge| are_words(&challenge.title)),
        ),
        ("stories", summary.stories.len() <= MAX_ITEMS && summary.stories.iter().all(is_story)),
        ("register_number", summary.register_number.as_deref().is_none_or(is_register_number)),
        ("certificates_until", summary.certificates_until.len() <= MAX_ITEMS),
        ("completeness.score", summary.completeness.score <= 100),
        ("completeness.missing", are_texts(&summary.completeness.missing)),
        ("languages", summary.languages.iter().all(|tag| Language::from_tag(tag).is_some())),
        ("languages", summary.languages.len() <= Language::ALL.len()),
    ];
    checks.into_iter().find(|(_, sound)| !sound).map(|(field, _)| field)
}

/// About so many digits as offices give; 16 are a citizen's.
pub(super) fn is_register_number(digits: &str) -> bool {
    (12..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_region(region: &SummaryRegion) -> bool {
    RegionCode::parse(&region.code).is_some()
        && is_text(&region.regency)
        && region.district.as_deref().is_none_or(is_text)
}

fn is_product(product: &SummaryProduct) -> bool {
    Slug::parse(&product.slug).is_some()
        && are_words(&product.name)
        && product.price.is_none_or(|price| Rupiah::new(price).is_some())
        && product.unit.as_ref().is_none_or(are_words)
        && product.photo.as_ref().is_none_or(is_photo)
}

fn is_price((slug, price): (&String, &u64)) -> bool {
    Slug::parse(slug).is_some() && Rupiah::new(*price).is_some()
}

fn is_move(moved: &SummaryMove) -> bool {
    Slug::parse(&moved.from).is_some() && Slug::parse(&moved.to).is_some()
}

fn is_outlet(outlet: &SummaryOutlet) -> bool {
    outlet.kind.as_ref().is_none_or(|kind| Slug::parse(kind).is_some())
        && outlet.name.as_ref().is_none_or(are_words)
}

fn is_joining(joining: &SummaryJoining) -> bool {
    let is_amount = |amount: Option<u64>| amount.is_none_or(|amount| Rupiah::new(amount).is_some());
    is_amount(joining.initial)
        && is_amount(joining.periodic)
        && joining.terms.len() <= MAX_ITEMS
        && joining.terms.iter().all(are_words)
        && are_slugs(&joining.helps)
}

fn is_opening(opening: &SummaryOpening) -> bool {
    Slug::parse(&opening.slug).is_some() && are_words(&opening.title) && are_texts(&opening.fields)
}

fn is_event(event: &SummaryEvent) -> bool {
    are_words(&event.title)
        && event.place.as_deref().is_none_or(is_text)
        && event.make_up.as_ref().and_then(|make_up| make_up.place.as_deref()).is_none_or(is_text)
}

fn is_story(story: &SummaryStory) -> bool {
    Slug::parse(&story.slug).is_some() && is_text(&story.title) && story.photo.as_ref().is_none_or(is_photo)
}

/// One line, short, and without a character that hides or turns others.
fn is_text(text: &str) -> bool {
    text.chars().count() <= MAX_CHARS && !text.contains(is_hidden)
}

fn are_texts(texts: &[String]) -> bool {
    texts.len() <= MAX_ITEMS && texts.iter().all(|text| is_text(text))
}

fn are_slugs(slugs: &[String]) -> bool {
    slugs.len() <= MAX_ITEMS && slugs.iter().all(|slug| Slug::parse(slug).is_some())
}

fn are_words(words: &Words) -> bool {
    words.all().all(is_text)
}

/// A file below the cooperative's own root: no scheme, host, query, or way up.
fn is_file(file: &str) -> bool {
    let plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.'))
    };
    file.len() <= MAX_CHARS && file.split('/').all(plain)
}

fn is_photo(photo: &SummaryPhoto) -> bool {
    let is_side = |side_px: &u32| (1..=MAX_PIXELS).contains(side_px);
    is_file(&photo.file)
        && is_side(&photo.width_px)
        && is_side(&photo.height_px)
        && photo.narrower.len() <= MAX_NARROWER
        && photo.narrower.iter().all(|one| is_file(&one.file) && is_side(&one.width_px))
}

/// Rough bounds of the country; also refuses what is not a number.
fn is_in_indonesia((latitude, longitude): (f64, f64)) -> bool {
    (-11.5..=6.5).contains(&latitude) && (94.5..=141.5).contains(&longitude)
}
