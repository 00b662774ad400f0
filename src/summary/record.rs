//! What `etalase.json` holds, field by field, and what can be told from it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use thin_vec::ThinVec;

use super::completeness::Completeness;
use super::spelling;
use super::wire::Words;
use crate::model::{Date, DateTime, Group, Kind, OpeningKind};

/// Version of the file's form. A reader refuses a higher one and ignores keys that it does not know.
pub const SUMMARY_VERSION: u32 = 1;
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
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub old_slugs: ThinVec<String>,
    /// Full name.
    pub name: String,
    /// Short name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub short_name: Option<String>,
    /// One line.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub slogan: Option<Words>,
    /// Kind by activity.
    #[serde(default, with = "spelling", skip_serializing_if = "Option::is_none")]
    pub kind: Option<Kind>,
    /// Family of cooperatives.
    #[serde(default, with = "spelling", skip_serializing_if = "Option::is_none")]
    pub group: Option<Group>,
    /// True for a sharia cooperative.
    #[serde(default, skip_serializing_if = "is_false")]
    pub sharia: bool,
    /// Lines of business.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub sectors: ThinVec<String>,
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
    pub cover: Option<Box<SummaryPhoto>>,
    /// Its preview picture in chats, 1200 × 630 where the photo has as many pixels.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub share: Option<Box<SummaryPhoto>>,
    /// Number of members.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub member_count: Option<u32>,
    /// What it sells.
    #[serde(default)]
    pub products: SummaryProducts,
    /// Units and services that are no goods.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub outlets: ThinVec<SummaryOutlet>,
    /// What joining costs and gives.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub joining: Option<Box<SummaryJoining>>,
    /// Products that had another address before.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub moved: ThinVec<SummaryMove>,
    /// Places for pupils, still open on the day of the build.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub openings: ThinVec<SummaryOpening>,
    /// Events that are not over.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub events: ThinVec<SummaryEvent>,
    /// Tasks for pupils, still open.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub challenges: ThinVec<SummaryChallenge>,
    /// The latest stories.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub stories: ThinVec<SummaryStory>,
    /// The latest annual meeting that was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub meeting: Option<SummaryMeeting>,
    /// Which legal identifiers are stated; never their numbers.
    #[serde(default)]
    pub legal: SummaryLegal,
    /// Its number in the register of cooperatives (NIK koperasi), digits only, as its shop shows it: the office of a
    /// programme knows it again by that, whatever it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register_number: Option<String>,
    /// Last days of the products' certificates, the earliest first.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub certificates_until: ThinVec<Date>,
    /// How much of a good page is there.
    #[serde(default)]
    pub completeness: Completeness,
    /// The day on which the content was last brought up to date.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated: Option<Date>,
    /// Languages of its pages, the first without a prefix.
    #[serde(default)]
    pub languages: ThinVec<String>,
    /// Address of its site, ending in `/`, if it is not a folder of the portal's own; never in the file.
    #[serde(skip)]
    pub home: Option<String>,
    /// The first day since which that site has given no good answer; never in the file.
    #[serde(skip)]
    pub silent_since: Option<Date>,
    /// What is left out of this one, if it is but an outline; never in the file.
    #[serde(skip)]
    pub left_out: Option<LeftOut>,
}

/// What an outline says of the goods that it leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct LeftOut {
    /// The number under which the whole summary is kept.
    pub number: u32,
    /// A bit for each of the products that are shown, the first one lowest: set if it has a photo.
    pub(super) pictured: u64,
}

/// Days without a good answer after which a site counts as gone.
const GONE_DAYS: i32 = 30;

/// A regency or district.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryRegion {
    /// Kemendagri code.
    pub code: String,
    /// `Kabupaten Bandung`.
    pub regency: String,
    /// `Pangalengan`, for a code that goes as deep as a district.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub district: Option<String>,
}

impl SummaryRegion {
    /// `32.04`; the province for a code that goes no deeper.
    pub fn regency_code(&self) -> &str {
        self.code.get(..5).unwrap_or(&self.code)
    }

    /// `32.04.15`; `None` for a code that goes no deeper than a regency.
    pub fn district_code(&self) -> Option<&str> {
        self.code.get(..8)
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
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub categories: ThinVec<String>,
    /// The first few.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub shown: ThinVec<SummaryProduct>,
    /// Names of the others, for search.
    #[serde(default, skip_serializing_if = "ThinVec::is_empty")]
    pub more: ThinVec<String>,
    /// Price in rupiah of each of the others that has one, the lowest of several, by slug.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prices: BTreeMap<String, u64>,
    /// The day on which the most recently confirmed price was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priced_freshest: Option<Date>,
    /// The day on which the oldest price was confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub priced_oldest: Option<Date>,
    /// Last day of the promotion that ends first, over or not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub promo_until: Option<Date>,
}

impl SummaryProducts {
    /// Slug and price of each product that has one, as far as the summary goes.
    pub fn priced(&self) -> impl Iterator<Item = (&str, u64)> {
        let shown = self.shown.iter().filter_map(|product| Some((product.slug.as_str(), product.price?)));
        shown.chain(self.prices.iter().map(|(slug, price)| (slug.as_str(), *price)))
    }
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
    /// `botol 500 ml`, as far as it is translated.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unit: Option<Words>,
    /// Smallest order of what costs `price`, in units; absent where one is enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub minimum: Option<u32>,
    /// Photo on its card.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub photo: Option<SummaryPhoto>,
}

/// A unit or service that is no good (*gerai*): an LPG agent, a pharmacy. Its place on the shop's page is `#gerai`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryOutlet {
    /// Word of a known kind, `pupuk`; absent for what is none of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<String>,
    /// What it is called, where that is more than its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<Words>,
}

/// How to become a member, and what that is good for.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct SummaryJoining {
    /// Paid once, in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub initial: Option<u64>,
    /// Paid each month, in rupiah.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub periodic: Option<u64>,
    /// What is asked of a member.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub terms: Vec<Words>,
    /// With what it helps members' businesses, by the words of a profile: `jualan`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub helps: Vec<String>,
}

/// A product that had another address: `produk/<from>/` before, `produk/<to>/` now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SummaryMove {
    /// Name in the old address.
    pub from: String,
    /// Its slug.
    pub to: String,
}

/// A place for an internship, a job or a volunteer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct SummaryOpening {
    /// Its place on the cooperative's board is `muda/#<slug>`.
    pub slug: String,
    /// What one does.
    pub title: Words,
    /// Which kind; `None` if a newer program knows more kinds.
    #[serde(default, with = "spelling", skip_serializing_if = "Option::is_none")]
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
    /// Last day on which one can apply, as an opening of the profile has it.
    pub fn last_day(&self) -> Option<Date> {
        self.closes.or(self.starts).or(self.ends)
    }

    /// True if one can still apply on a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        self.last_day().is_none_or(|last| day <= last)
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
    /// Where it takes place, as people write it.
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

impl SummaryChallenge {
    /// The last day of all, as a challenge of the profile has it.
    pub fn last_day(&self) -> Option<Date> {
        self.make_up.max(self.closes)
    }
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

    /// With a preview picture.
    #[must_use]
    pub fn with_share(self, share: Option<SummaryPhoto>) -> Self {
        Self { share: share.map(Box::new), ..self }
    }

    /// The file's bytes: compact, in the order of the fields, the same for the same summary.
    pub fn to_json(&self) -> Vec<u8> {
        let mut json = serde_json::to_vec(self).expect("a summary holds nothing that JSON cannot say");
        json.push(b'\n');
        json
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

    /// Words of its services and their names, as they are written, for search.
    pub fn outlet_words(&self) -> impl Iterator<Item = &str> {
        let kinds = self.outlets.iter().filter_map(|outlet| outlet.kind.as_deref());
        kinds.chain(self.outlets.iter().filter_map(|outlet| outlet.name.as_ref()).map(Words::original))
    }

    /// True if its site has been silent for so long that a link to it leads visitors nowhere.
    pub fn is_gone(&self, today: Date) -> bool {
        let limit = today.saturating_sub(jiff::Span::new().days(GONE_DAYS));
        self.silent_since.is_some_and(|since| since < limit)
    }

    /// How many certificates are no longer valid in `days` days.
    pub fn certificates_lapsing(&self, today: Date, days: i32) -> usize {
        let limit = today.saturating_add(jiff::Span::new().days(days));
        self.certificates_until.iter().filter(|until| **until < limit).count()
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

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}
