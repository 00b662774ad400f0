//! `etalase.json`: the published summary of one cooperative, and the only thing that the portal may know
//! about it. Made from the checked model, or parsed from another site's file, which is a stranger's text:
//! whatever passed `parse` is short, printable, and links nowhere but into its own site.
//! Draws no page, reads no file, asks no network.

mod completeness;
mod guard;
mod wire;

use serde::{Deserialize, Serialize};

use crate::model::{
    Cooperative, Date, DateTime, Event, Group, Kind, Language, LocalText, Opening, OpeningKind, PhotoUse,
    Product, Rupiah, Scheme, Story,
};

pub use completeness::Completeness;
pub use guard::SummaryFault;
pub use wire::{Words, group_word, kind_word, opening_kind_word};

/// Version of the file's form. A reader refuses a higher one and ignores keys that it does not know.
pub const SUMMARY_VERSION: u32 = 1;

/// Name of the file, at the root of a cooperative's site.
pub const SUMMARY_FILE: &str = "etalase.json";

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
    /// Name.
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
    /// Title.
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
    /// NIB.
    #[serde(default, skip_serializing_if = "is_false")]
    pub business: bool,
    /// NPWP.
    #[serde(default, skip_serializing_if = "is_false")]
    pub tax: bool,
}

impl Summary {
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
            name: cooperative.name.clone(),
            short_name: cooperative.short_name.clone(),
            slogan: cooperative.slogan.as_ref().map(Words::from),
            kind: cooperative.kind,
            group: cooperative.group,
            sharia: cooperative.scheme == Scheme::Sharia,
            sectors: cooperative.sectors.clone(),
            region: cooperative.region.as_ref().map(|region| SummaryRegion {
                code: region.code.as_str().to_owned(),
                regency: region.regency.clone(),
                district: region.district.clone(),
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
                .map(|challenge| SummaryChallenge {
                    title: Words::from(&challenge.title),
                    closes: challenge.closes,
                    make_up: challenge.make_up,
                })
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

fn summarise_products(
    products: &[Product],
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProducts {
    let mut ordered: Vec<&Product> = products.iter().collect();
    ordered.sort_by_key(|product| !product.featured);
    let mut categories: Vec<String> = Vec::new();
    for category in products.iter().filter_map(|product| product.category.as_ref()) {
        if !categories.contains(category) {
            categories.push(category.clone());
        }
    }
    let (shown, rest) = ordered.split_at(ordered.len().min(SHOWN_PRODUCTS));
    let priced = || products.iter().filter_map(|product| product.priced_on);
    SummaryProducts {
        count: u32::try_from(products.len()).unwrap_or(u32::MAX),
        categories,
        shown: shown.iter().map(|product| summarise_product(product, photo_of)).collect(),
        more: rest
            .iter()
            .take(LISTED_PRODUCTS - SHOWN_PRODUCTS)
            .map(|product| product.name.original().to_owned())
            .collect(),
        priced_freshest: priced().max(),
        priced_oldest: priced().min(),
    }
}

fn summarise_product(
    product: &Product,
    photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>,
) -> SummaryProduct {
    let prices = product.variants.iter().filter_map(|variant| variant.price).chain(product.price);
    let lowest = prices.clone().min();
    SummaryProduct {
        slug: product.slug.to_string(),
        name: Words::from(&product.name),
        price: lowest.map(Rupiah::amount),
        from: prices.max() > lowest,
        unit: product.unit.clone(),
        photo: product.photos.iter().find_map(photo_of),
    }
}

fn summarise_opening(opening: &Opening) -> SummaryOpening {
    SummaryOpening {
        slug: opening.slug.to_string(),
        title: Words::from(&opening.title),
        kind: Some(opening.kind),
        fields: opening.fields.clone(),
        places: opening.places,
        starts: opening.starts,
        ends: opening.ends,
        closes: opening.closes,
    }
}

fn summarise_event(event: &Event) -> SummaryEvent {
    SummaryEvent {
        title: Words::from(&event.title),
        starts: event.starts,
        ends: event.ends,
        place: event.place.clone(),
        make_up: event.make_up.as_ref().map(|make_up| SummaryMakeUp {
            starts: make_up.starts,
            ends: make_up.ends,
            place: make_up.place.clone(),
        }),
    }
}

fn summarise_story(story: &Story, photo_of: &impl Fn(&PhotoUse) -> Option<SummaryPhoto>) -> SummaryStory {
    SummaryStory {
        slug: story.slug.to_string(),
        title: story.title.clone(),
        date: story.date,
        youth: story.for_youth,
        photo: story.photo.as_ref().and_then(photo_of),
    }
}

fn certificate_dates(products: &[Product]) -> Vec<Date> {
    let mut dates: Vec<Date> =
        products.iter().filter_map(|product| product.certificates.valid_until).collect();
    dates.sort_unstable();
    dates.truncate(LISTED_PRODUCTS);
    dates
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over a reference")]
fn is_false(value: &bool) -> bool {
    !value
}

impl From<&LocalText> for Words {
    fn from(text: &LocalText) -> Self {
        Words::new(text.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Contact, Form, Legal, Payment, Slug, Stock, Variant, WhatsAppNumber, Youth};

    const TODAY: Date = jiff::civil::date(2026, 11, 24);

    fn bare() -> Cooperative {
        Cooperative {
            slug: Slug::parse("kpc").expect("slug"),
            name: "Koperasi Peternakan Contoh".to_owned(),
            short_name: None,
            slogan: None,
            kind: None,
            form: Form::Primary,
            group: None,
            scheme: Scheme::Conventional,
            sectors: Vec::new(),
            region: None,
            address: None,
            coordinates: None,
            founded: None,
            member_count: None,
            contact: Contact { whatsapp: WhatsAppNumber::from_digits("6281000000000"), ..Contact::default() },
            hours: None,
            legal: Legal::default(),
            cover: None,
            logo: None,
            brand_colour: None,
            about: None,
            products: Vec::new(),
            members: Vec::new(),
            payment: Payment::default(),
            joining: None,
            surplus: None,
            meetings: Vec::new(),
            officers: Vec::new(),
            events: Vec::new(),
            openings: Vec::new(),
            youth: Youth::default(),
            questions: Vec::new(),
            stories: Vec::new(),
            old_slugs: Vec::new(),
            updated: None,
        }
    }

    fn product(name: &str, price: u64) -> Product {
        Product {
            slug: Slug::from_name(name).expect("a name"),
            name: LocalText::new(name).with(Language::En, format!("{name} (en)")),
            photos: vec![PhotoUse {
                path: "foto/susu.jpg".to_owned(),
                alt: None,
                focus: None,
                quality: None,
                consent: None,
            }],
            category: Some("Susu".to_owned()),
            price: Rupiah::new(price),
            unit: Some("botol 500 ml".to_owned()),
            member_price: None,
            minimum_order: 1,
            tiers: Vec::new(),
            variants: Vec::new(),
            stock: Stock::Available,
            season: None,
            promo: None,
            priced_on: Some(TODAY),
            weight: None,
            certificates: crate::model::Certificates::default(),
            markets: Vec::new(),
            producer: None,
            description: None,
            origin: Vec::new(),
            featured: false,
        }
    }

    fn summary_of(cooperative: &Cooperative) -> Summary {
        Summary::of(cooperative, &Language::ALL, TODAY, |photo| {
            Some(SummaryPhoto {
                file: photo.path.replace(".jpg", "-480-0123456789abcdef.webp"),
                width_px: 480,
                height_px: 360,
                narrower: Vec::new(),
            })
        })
    }

    fn parse_text(json: &str) -> Result<Summary, SummaryFault> {
        Summary::parse(json.as_bytes())
    }

    #[test]
    fn a_summary_reads_back_as_it_was_written() {
        let mut cooperative = bare();
        cooperative.slogan = Some(LocalText::new("Susu segar").with(Language::En, "Fresh milk"));
        cooperative.kind = Some(Kind::SavingsAndLoan);
        cooperative.products = (0..10).map(|n| product(&format!("Susu {n}"), 12_500 + n)).collect();
        let summary = summary_of(&cooperative);
        let json = summary.to_json();
        assert_eq!(Summary::parse(&json), Ok(summary));
        assert!(json.len() < 3_000, "ten products need {} bytes", json.len());
        let text = String::from_utf8(json).expect("UTF-8");
        assert!(text.starts_with(r#"{"etalase":1,"generator":""#), "{text}");
        assert!(text.contains(r#""slogan":{"_":"Susu segar","en":"Fresh milk"}"#), "{text}");
        assert!(text.contains(r#""kind":"simpan-pinjam""#), "{text}");
    }

    #[test]
    fn the_lowest_price_is_told_with_from_where_variants_cost_more() {
        let mut cooperative = bare();
        let mut milk = product("Susu", 8_000);
        let variant = |name: &str, price| Variant {
            name: LocalText::new(name),
            price: Rupiah::new(price),
            member_price: None,
            unit: None,
            stock: None,
            photo: None,
            weight: None,
        };
        milk.variants = vec![variant("Cokelat", 8_000), variant("Kopi", 9_000)];
        cooperative.products = vec![milk, product("Keju", 39_000)];
        let shown = summary_of(&cooperative).products.shown;
        assert_eq!((shown[0].price, shown[0].from), (Some(8_000), true));
        assert_eq!((shown[1].price, shown[1].from), (Some(39_000), false));
    }

    #[test]
    fn closed_openings_and_past_events_are_left_out_but_a_make_up_session_keeps_its_event() {
        let mut cooperative = bare();
        let event = |title: &str, starts: &str, make_up: Option<&str>| Event {
            title: LocalText::new(title),
            starts: starts.parse().expect("time"),
            ends: None,
            place: None,
            audience: None,
            description: None,
            make_up: make_up.map(|starts| crate::model::MakeUp {
                starts: starts.parse().expect("time"),
                ends: None,
                place: None,
            }),
        };
        cooperative.events = vec![
            event("Lewat", "2026-11-01T08:00", None),
            event("Susulan", "2026-11-02T08:00", Some("2026-11-30T08:00")),
        ];
        let titles: Vec<String> =
            summary_of(&cooperative).events.iter().map(|event| event.title.original().to_owned()).collect();
        assert_eq!(titles, ["Susulan"]);
    }

    #[test]
    fn completeness_names_what_is_missing_and_asks_pupils_for_no_legal_entity() {
        let mut cooperative = bare();
        let missing = summary_of(&cooperative).completeness.missing;
        assert!(missing.contains(&"legal.badan_hukum".to_owned()));
        assert_eq!(missing.first().map(String::as_str), Some("produk"));
        cooperative.group = Some(Group::Pupils);
        cooperative.products = vec![product("Susu", 12_500)];
        let completeness = summary_of(&cooperative).completeness;
        assert!(
            !completeness.missing.iter().any(|key| key.starts_with("legal") || key.starts_with("produk"))
        );
        assert!(completeness.score > 40, "{completeness:?}");
    }

    #[test]
    fn unknown_keys_and_words_of_a_newer_program_are_ignored() {
        let summary = parse_text(
            r#"{"etalase":1,"slug":"kpc","name":"KPC","kind":"digital","wallet":{"a":[1,2]},
               "slogan":{"_":"Susu","jv":"Susu"}}"#,
        )
        .expect("readable");
        assert_eq!(summary.kind, None);
        assert_eq!(summary.slogan.map(|words| words.original().to_owned()).as_deref(), Some("Susu"));
    }

    #[test]
    fn a_newer_form_is_refused() {
        assert_eq!(parse_text(r#"{"etalase":2,"slug":"kpc","name":"KPC"}"#), Err(SummaryFault::Newer(2)));
    }

    #[test]
    fn hostile_values_are_refused_by_field() {
        let refused = |rest: &str, field: &'static str| {
            let json = format!(r#"{{"etalase":1,"slug":"kpc","name":"KPC",{rest}}}"#);
            assert_eq!(parse_text(&json), Err(SummaryFault::Unsafe(field)), "{rest}");
        };
        refused(r#""cover":{"file":"../../a.webp","width_px":1,"height_px":1}"#, "cover");
        refused(r#""cover":{"file":"https://a.example/x.webp","width_px":1,"height_px":1}"#, "cover");
        refused(r#""cover":{"file":"//a.example/x.webp","width_px":1,"height_px":1}"#, "cover");
        refused(r#""cover":{"file":"a.webp?x","width_px":1,"height_px":1}"#, "cover");
        refused(r#""cover":{"file":"a.webp","width_px":0,"height_px":1}"#, "cover");
        let narrower = r#""narrower":[{"file":"../a.webp","width_px":1}]"#;
        refused(&format!(r#""cover":{{"file":"a.webp","width_px":2,"height_px":1,{narrower}}}"#), "cover");
        refused(r#""whatsapp":"javascript:alert(1)""#, "whatsapp");
        refused(r#""coordinates":[999.0,0.0]"#, "coordinates");
        refused(r#""region":{"code":"32/../..","regency":"x"}"#, "region");
        refused(r#""short_name":"a\u202ecod""#, "short_name");
        refused(&format!(r#""slogan":"{}""#, "a".repeat(301)), "slogan");
        refused(r#""products":{"count":1,"shown":[{"slug":"../x","name":"x"}]}"#, "products.shown");
        refused(r#""languages":["xx"]"#, "languages");
        let slug = parse_text(r#"{"etalase":1,"slug":"../kpc","name":"KPC"}"#);
        assert_eq!(slug, Err(SummaryFault::Unsafe("slug")));
        assert_eq!(Summary::parse(&vec![b' '; 70_000]), Err(SummaryFault::TooLarge));
        assert_eq!(parse_text("[1"), Err(SummaryFault::NotASummary { line: 1, column: 2 }));
    }
}
