//! `etalase.json`: the published summary of one cooperative, and the only thing that the portal may know
//! about it. Made from the checked model, or parsed from another site's file, which is a stranger's text:
//! whatever passed `parse` is short, printable, and links nowhere but into its own site.
//! Draws no page, reads no file, asks no network.

mod completeness;
pub mod findings;
mod guard;
mod parts;
mod wire;

use serde::{Deserialize, Serialize};

use crate::model::{
    Cooperative, Date, DateTime, Event, Group, Kind, Language, OpeningKind, PhotoUse, Scheme,
};

pub use completeness::Completeness;
pub use guard::{MAX_NARROWER, SummaryFault};
use parts::{
    certificate_dates, shortened, shortened_all, summarise_challenge, summarise_event, summarise_opening,
    summarise_products, summarise_story,
};
pub use wire::{Words, group_word, kind_word, opening_kind_word};

/// Version of the file's form. A reader refuses a higher one and ignores keys that it does not know.
pub const SUMMARY_VERSION: u32 = 1;
/// Products that come with price and photo; of the rest only the names are told, for search.
const SHOWN_PRODUCTS: usize = 6;
/// Most product names in all.
const LISTED_PRODUCTS: usize = 120;
/// Most openings, events and challenges, each.
const LISTED_DATES: usize = 12;
/// Latest stories.
const LISTED_STORIES: usize = 3;

/// One cooperative as the portal sees it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Summary {
    /// `SUMMARY_VERSION` of the program that wrote it.
    pub etalase: u32,
    /// Version of that program.
    #[serde(default)]
    pub generator: String,
    /// Name of its folder in a portal.
    pub slug: String,
    /// Names that its folder had before.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub old_slugs: Vec<String>,
    /// Full name.
    pub name: String,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// One line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slogan: Option<Words>,
    /// Kind by activity.
    #[serde(default, with = "wire::kind", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Family of cooperatives.
    #[serde(default, with = "wire::group", skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// True for a sharia cooperative.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sharia: bool,
    /// Lines of business.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sectors: Vec<String>,
    /// Where it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub region: Option<SummaryRegion>,
    /// Latitude and longitude in degrees.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coordinates: Option<(f64, f64)>,
    /// Number that takes orders, digits with country code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whatsapp: Option<String>,
    /// Photo at the top of its page.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cover: Option<SummaryPhoto>,
    /// Its preview picture in chats, 1200 × 630 where the photo has as many pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<SummaryPhoto>,
    /// Number of members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_count: Option<u32>,
    /// What it sells.
    #[serde(default)]
    pub products: SummaryProducts,
    /// Places for pupils, still open on the day of the build.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub openings: Vec<SummaryOpening>,
    /// Events that are not over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub events: Vec<SummaryEvent>,
    /// Tasks for pupils, still open.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub challenges: Vec<SummaryChallenge>,
    /// The latest stories.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stories: Vec<SummaryStory>,
    /// The latest annual meeting that was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<SummaryMeeting>,
    /// Which legal identifiers are stated; never the numbers.
    #[serde(default)]
    pub legal: SummaryLegal,
    /// Last days of the products' certificates, the earliest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub certificates_until: Vec<Date>,
    /// How much of a good page is there.
    #[serde(default)]
    pub completeness: Completeness,
    /// The day on which the content was last brought up to date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Languages of its pages, the first without a prefix.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Address of its site, ending in `/`, if it is not a folder of the portal's own; never in the file.
    #[serde(skip)]
    pub home: Option<String>,
}

/// A regency or district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryRegion {
    /// Kemendagri code.
    pub code: String,
    /// `Kabupaten Bandung`.
    pub regency: String,
    /// `Pangalengan`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
}

impl SummaryRegion {
    /// `32.04`; the province for a code that goes no deeper.
    pub fn regency_code(&self) -> &str {
        self.code.get(..5).unwrap_or(&self.code)
    }
}

/// A photo in the cooperative's own site.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryPhoto {
    /// Path from the cooperative's root: `foto/susu-480-0123456789abcdef.webp`.
    pub file: String,
    /// Width in pixels.
    pub width_px: u32,
    /// Height in pixels.
    pub height_px: u32,
    /// The same in fewer pixels, narrowest first, so that a phone need not take more than it shows.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub narrower: Vec<SummaryFile>,
}

/// A photo of another width.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryFile {
    /// Path from the cooperative's root.
    pub file: String,
    /// Width in pixels.
    pub width_px: u32,
}

/// What a cooperative sells.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SummaryProducts {
    /// How many products.
    #[serde(default)]
    pub count: u32,
    /// Headings, in the order of the catalogue.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<String>,
    /// The first few.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub shown: Vec<SummaryProduct>,
    /// Names of the others, for search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub more: Vec<String>,
    /// The day on which the most recently confirmed price was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priced_freshest: Option<Date>,
    /// The day on which the oldest price was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priced_oldest: Option<Date>,
}

/// One product.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryProduct {
    /// Its address is `produk/<slug>/`.
    pub slug: String,
    /// In the site's languages, as far as it is translated.
    pub name: Words,
    /// Price in rupiah of one unit, the lowest if there are several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price: Option<u64>,
    /// True if a variant costs more than `price`.
    #[serde(default, skip_serializing_if = "is_false")]
    pub from: bool,
    /// `botol 500 ml`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<String>,
    /// Photo on its card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<SummaryPhoto>,
}

/// A place for an internship, a job or a volunteer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryOpening {
    /// Its place on the cooperative's board is `muda/#<slug>`.
    pub slug: String,
    /// What one does.
    pub title: Words,
    /// Which kind; `None` if a newer program knows more kinds.
    #[serde(default, with = "wire::opening_kind", skip_serializing_if = "Option::is_none")]
    pub kind: Option<OpeningKind>,
    /// School fields that fit.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fields: Vec<String>,
    /// Number of places.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub places: Option<u32>,
    /// First day of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub starts: Option<Date>,
    /// Last day of work.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<Date>,
    /// Last day to apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Date>,
}

impl SummaryOpening {
    /// True if one can still apply on a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        self.closes.or(self.starts).or(self.ends).is_none_or(|last| day <= last)
    }
}

/// Something that takes place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryEvent {
    /// What it is.
    pub title: Words,
    /// When it starts, on the clock of the site's zone.
    pub starts: DateTime,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<DateTime>,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
    /// The session for those who missed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make_up: Option<SummaryMakeUp>,
}

/// A session for those who missed the first one (*susulan*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryMakeUp {
    /// When it starts.
    pub starts: DateTime,
    /// When it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ends: Option<DateTime>,
    /// Where, if elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

/// A task for pupils.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryChallenge {
    /// In a few words.
    pub title: Words,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closes: Option<Date>,
    /// Last day for those who missed it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub make_up: Option<Date>,
}

/// A story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryStory {
    /// Its address is `cerita/<slug>/`.
    pub slug: String,
    /// As it was written: stories are not translated.
    pub title: String,
    /// Day of writing.
    pub date: Date,
    /// True if it is shown to pupils too.
    #[serde(default, skip_serializing_if = "is_false")]
    pub youth: bool,
    /// Photo at its top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<SummaryPhoto>,
}

/// An annual meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryMeeting {
    /// The year it was about.
    pub book_year: i16,
    /// The day it was held.
    pub date: Date,
}

/// Which legal identifiers a profile states.
#[expect(clippy::struct_excessive_bools, reason = "four independent facts of one record, as in the file")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SummaryLegal {
    /// Badan hukum.
    #[serde(default, skip_serializing_if = "is_false")]
    pub entity: bool,
    /// NIK koperasi.
    #[serde(default, skip_serializing_if = "is_false")]
    pub cooperative: bool,
    /// NIB, the number of a business.
    #[serde(default, skip_serializing_if = "is_false")]
    pub business: bool,
    /// NPWP, the number of a taxpayer.
    #[serde(default, skip_serializing_if = "is_false")]
    pub tax: bool,
}

impl Summary {
    /// Openings that one can still apply for on a day.
    pub fn openings_on(&self, day: Date) -> impl Iterator<Item = &SummaryOpening> {
        self.openings.iter().filter(move |opening| opening.is_open_on(day))
    }

    /// The summary of a cooperative on a day. `photo_of` tells where the card rendition of a photo lies,
    /// from the cooperative's root; `None` for a photo that cannot be shown.
    pub fn of(
        cooperative: &Cooperative,
        languages: &[Language],
        today: Date,
        photo_of: impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
    ) -> Self {
        let legal = &cooperative.legal;
        Self {
            etalase: SUMMARY_VERSION,
            generator: env!("CARGO_PKG_VERSION").to_owned(),
            slug: cooperative.slug.to_string(),
            old_slugs: cooperative.old_slugs.iter().map(ToString::to_string).collect(),
            name: shortened(&cooperative.name),
            short_name: cooperative.short_name.as_deref().map(shortened),
            slogan: cooperative.slogan.as_ref().map(Words::from),
            kind: cooperative.kind,
            group: cooperative.group,
            sharia: cooperative.scheme == Scheme::Sharia,
            sectors: shortened_all(&cooperative.sectors),
            region: cooperative.region.as_ref().map(|region| SummaryRegion {
                code: region.code.as_str().to_owned(),
                regency: shortened(&region.regency),
                district: region.district.as_deref().map(shortened),
            }),
            coordinates: cooperative.coordinates,
            whatsapp: cooperative.contact.whatsapp.as_ref().map(|number| number.digits().to_owned()),
            cover: cooperative.cover.as_ref().and_then(&photo_of),
            share: None,
            member_count: cooperative.member_count,
            products: summarise_products(&cooperative.products, &photo_of),
            openings: cooperative
                .openings
                .iter()
                .filter(|opening| opening.is_open_on(today))
                .take(LISTED_DATES)
                .map(summarise_opening)
                .collect(),
            events: cooperative
                .events
                .iter()
                .map(summarise_event)
                .filter(|event| event.last_day() >= today)
                .take(LISTED_DATES)
                .collect(),
            challenges: cooperative
                .youth
                .challenges
                .iter()
                .filter(|challenge| challenge.make_up.or(challenge.closes).is_none_or(|last| today <= last))
                .take(LISTED_DATES)
                .map(summarise_challenge)
                .collect(),
            stories: cooperative
                .stories
                .iter()
                .take(LISTED_STORIES)
                .map(|story| summarise_story(story, &photo_of))
                .collect(),
            meeting: cooperative
                .meetings
                .iter()
                .find(|meeting| meeting.date <= today)
                .map(|meeting| SummaryMeeting { book_year: meeting.book_year, date: meeting.date }),
            legal: SummaryLegal {
                entity: legal.entity_number.is_some(),
                cooperative: legal.cooperative_number.is_some(),
                business: legal.business_number.is_some(),
                tax: legal.tax_number.is_some(),
            },
            certificates_until: certificate_dates(&cooperative.products),
            completeness: Completeness::of(cooperative),
            updated: cooperative.updated,
            languages: languages.iter().map(|language| language.tag().to_owned()).collect(),
            home: None,
        }
    }

    /// With a preview picture.
    #[must_use]
    pub fn with_share(self, share: Option<SummaryPhoto>) -> Self {
        Self { share, ..self }
    }

    /// The summary, if every reader accepts it. One that would be too large loses product names from the end first.
    ///
    /// # Errors
    /// If a value or the size of the file is one that `parse` refuses.
    pub fn checked(mut self) -> Result<Self, SummaryFault> {
        guard::check(&self)?;
        let mut is_sized = guard::check_size(&self.to_json());
        while is_sized.is_err() && !self.products.more.is_empty() {
            self.products.more.truncate(self.products.more.len() / 2);
            is_sized = guard::check_size(&self.to_json());
        }
        is_sized.map(|()| self)
    }

    /// The file's bytes: compact, in the order of the fields, the same for the same summary.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec(self).expect("a summary holds nothing that JSON cannot say");
        json.push(b'\n');
        json
    }

    /// From a file's bytes, which may be a stranger's. Unknown keys are ignored; anything that could hurt
    /// a page or its reader is refused.
    pub fn parse(bytes: &[u8]) -> Result<Self, SummaryFault> {
        guard::parse(bytes)
    }

    /// Short name if there is one, else the full name.
    pub fn label(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// Names of all products, as they are written.
    pub fn product_names(&self) -> impl Iterator<Item = &str> {
        let shown = self.products.shown.iter().map(|product| product.name.original());
        shown.chain(self.products.more.iter().map(String::as_str))
    }

    /// How many certificates are no longer valid in `days` days.
    pub fn certificates_lapsing(&self, today: Date, days: i32) -> usize {
        let limit = today.saturating_add(jiff::Span::new().days(days));
        self.certificates_until.iter().filter(|until| **until < limit).count()
    }

    /// Days since somebody last confirmed a price or touched the profile; `None` if nothing tells.
    pub fn days_untouched(&self, today: Date) -> Option<i32> {
        let latest = self.updated.max(self.products.priced_freshest)?;
        Some(latest.until(today).map_or(0, |span| span.get_days()).max(0))
    }
}

impl SummaryEvent {
    /// The last day on which something takes place, make-up session included.
    pub fn last_day(&self) -> Date {
        let main = self.ends.unwrap_or(self.starts).date();
        let make_up = self.make_up.as_ref().map(|make_up| make_up.ends.unwrap_or(make_up.starts).date());
        make_up.map_or(main, |day| day.max(main))
    }
}

impl From<&Event> for SummaryEvent {
    fn from(event: &Event) -> Self {
        summarise_event(event)
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

#[cfg(test)]
mod tests;
