//! The settings of a site, with every default of the program in one place. An empty `etalase.yaml` is a
//! valid site; `content` reads it.

mod freshness;
mod guides;
mod store;

use std::collections::BTreeMap;

use crate::model::{Colour, Date, Language, RegionCode};

pub(crate) use freshness::{AgeWeight, Ages, Freshness};
pub(crate) use guides::GuideGroup;
pub use store::StoreAddress;

/// The settings of a site, checked. `today` is part of them: no other clock is asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// Title of the site.
    pub title: String,
    /// One sentence about it.
    pub description: Option<String>,
    /// Canonical address, ending in `/`, https; `None` if neither the file nor `--base-url` gives one.
    pub base_url: Option<String>,
    /// True if nobody will find the site at that address: an example, this machine, an account elsewhere. What is
    /// printed leads to a chat instead.
    pub is_tentative: bool,
    /// Languages of pages; the first has no prefix in addresses.
    pub languages: Vec<Language>,
    /// Theme of storefronts and the portal.
    pub theme: String,
    /// Theme of youth microsites.
    pub youth_theme: String,
    /// What the storefront's theme says under `warna`: for the portal, and for who has no colour of its own.
    pub brand_colour: Option<Colour>,
    /// `warna` and `aksen` of the youth theme, bright and dark: instead of its palettes.
    pub youth_colours: Option<(Colour, Colour)>,
    /// Host that the site is for; `None`: any.
    pub host: Option<String>,
    /// Offset and short name of the site's time zone.
    pub time_zone: TimeZone,
    /// Widths, formats and quality of renditions.
    pub photo: PhotoSettings,
    /// The programme that the site's office runs, for monitoring.
    pub programme: Programme,
    /// When what cooperatives tell counts as old.
    pub freshness: Freshness,
    /// Address of a privacy-friendly counter's script; never on youth pages.
    pub analytics: Option<String>,
    /// Where profiles are changed from a phone; `None`: nowhere.
    pub manage: Option<Manage>,
    /// Guides that the portal publishes, by group, in order.
    pub guides: Vec<GuideGroup>,
    /// The store in which machines share what they have made of photos; `None`: each has its own.
    pub shared_cache: Option<StoreAddress>,
    /// Limits for hostile content.
    pub limits: Limits,
    /// The day that the site is built for: `--today`, `SOURCE_DATE_EPOCH` or the clock.
    pub today: Date,
}

impl Settings {
    /// The settings of an empty `etalase.yaml`.
    pub fn for_day(today: Date) -> Self {
        Self {
            title: "Etalase Koperasi".to_owned(),
            description: None,
            base_url: None,
            is_tentative: false,
            languages: Language::ALL.to_vec(),
            theme: "etalase".to_owned(),
            youth_theme: "muda".to_owned(),
            brand_colour: None,
            youth_colours: None,
            host: None,
            time_zone: TimeZone::Jakarta,
            photo: PhotoSettings::default(),
            programme: Programme::default(),
            freshness: Freshness::default(),
            analytics: None,
            manage: None,
            guides: Vec::new(),
            shared_cache: None,
            limits: Limits::default(),
            today,
        }
    }

    /// The settings as a run means them.
    #[must_use]
    pub fn with(self, overrides: Overrides) -> Self {
        let Overrides { base_url, host, brand_colour, youth_colours } = overrides;
        let (base_url, host) = (base_url.or(self.base_url), host.or(self.host));
        Self { base_url, brand_colour, youth_colours, host, ..self }
    }

    /// The language without a prefix.
    pub fn first_language(&self) -> Language {
        self.languages.first().copied().unwrap_or(Language::Id)
    }
}

/// What a run says in place of `etalase.yaml`, and what its themes say.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overrides {
    /// Canonical address.
    pub base_url: Option<String>,
    /// Name of the host.
    pub host: Option<String>,
    /// `warna` of the storefront's theme.
    pub brand_colour: Option<Colour>,
    /// `warna` and `aksen` of the youth theme.
    pub youth_colours: Option<(Colour, Colour)>,
}

/// Indonesia's three zones; none has daylight saving time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum TimeZone {
    /// `Asia/Jakarta`: WIB, UTC+7.
    #[default]
    Jakarta,
    /// `Asia/Makassar`: WITA, UTC+8.
    Makassar,
    /// `Asia/Jayapura`: WIT, UTC+9.
    Jayapura,
}

impl TimeZone {
    /// Name in the tz database.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jakarta => "Asia/Jakarta",
            Self::Makassar => "Asia/Makassar",
            Self::Jayapura => "Asia/Jayapura",
        }
    }

    /// As people write it after a time.
    pub fn abbreviation(self) -> &'static str {
        match self {
            Self::Jakarta => "WIB",
            Self::Makassar => "WITA",
            Self::Jayapura => "WIT",
        }
    }

    /// Hours ahead of UTC.
    pub fn offset_hours(self) -> i8 {
        match self {
            Self::Jakarta => 7,
            Self::Makassar => 8,
            Self::Jayapura => 9,
        }
    }
}

/// Which renditions are made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PhotoSettings {
    /// Encodings, the best first; JPEG is always among them.
    pub formats: Vec<RenditionFormat>,
    /// Widths in pixels, rising.
    pub widths_px: Vec<u32>,
    /// Encoder quality, 1 to 100.
    pub quality: u8,
}

impl Default for PhotoSettings {
    fn default() -> Self {
        Self {
            formats: vec![RenditionFormat::WebP, RenditionFormat::Jpeg],
            widths_px: vec![320, 480, 640, 960, 1280],
            quality: 80,
        }
    }
}

/// Encoding of a rendition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum RenditionFormat {
    /// AVIF, only in binaries with the feature `avif`.
    Avif,
    /// WebP, which every browser since 2020 reads.
    WebP,
    /// JPEG, the fallback that every browser and chat program reads.
    Jpeg,
}

impl RenditionFormat {
    /// File name ending, without the dot.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Avif => "avif",
            Self::WebP => "webp",
            Self::Jpeg => "jpg",
        }
    }

    /// Name as people write it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Avif => "AVIF",
            Self::WebP => "WebP",
            Self::Jpeg => "JPEG",
        }
    }

    /// True if this binary can write it.
    pub fn is_built_in(self) -> bool {
        cfg!(feature = "avif") || self != Self::Avif
    }

    /// MIME type.
    pub fn mime(self) -> &'static str {
        match self {
            Self::Avif => "image/avif",
            Self::WebP => "image/webp",
            Self::Jpeg => "image/jpeg",
        }
    }
}

/// What an office has promised.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Programme {
    /// Kemendagri code of the area that it covers; `None`: not said.
    pub region: Option<RegionCode>,
    /// How many cooperatives online by the end of which year.
    pub targets: BTreeMap<i16, u32>,
}

/// The repository in which a page of the site changes profiles.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Manage {
    /// What runs there.
    pub forge: Forge,
    /// Address of the server, without a slash at its end.
    pub server: String,
    /// Account and name, parted by slashes.
    pub repository: String,
    /// The branch that takes changes.
    pub branch: String,
    /// Folder of the site in it: empty, or ending in `/`.
    pub folder: String,
}

/// What keeps a repository, and takes changes by an interface of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forge {
    /// GitHub.
    GitHub,
    /// GitLab.
    GitLab,
    /// Forgejo, and Gitea, whose interface it shares.
    Forgejo,
}

/// Limits for hostile or careless content. Every one is a key of `batas:`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Largest profile or story, in bytes.
    pub text_bytes: u64,
    /// Largest photo file, in bytes.
    pub photo_bytes: u64,
    /// Most pixels of one photo.
    pub photo_pixels: u64,
    /// Most products of one cooperative.
    pub products: usize,
    /// Most photos in one cooperative's folder.
    pub photos: usize,
    /// Deepest nesting of a profile.
    pub depth: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            text_bytes: 256 * 1024,
            photo_bytes: 40 * 1024 * 1024,
            photo_pixels: 120_000_000,
            products: 500,
            photos: 2_000,
            depth: 32,
        }
    }
}
