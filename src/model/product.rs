//! What a cooperative sells.

use super::calendar::Season;
use super::day::Date;
use super::gtin::Gtin;
use super::language::LocalText;
use super::money::Rupiah;
use super::photo::PhotoUse;
use super::slug::Slug;

/// One product.
#[derive(Debug, Clone, PartialEq)]
pub struct Product {
    /// Name in addresses, from `id` or the name; unique in the cooperative.
    pub slug: Slug,
    /// Names that it had in addresses before; none is another product's.
    pub old_slugs: Vec<Slug>,
    /// In one line for each language; above 120 characters a warning.
    pub name: LocalText,
    /// Photos, the first one on cards.
    pub photos: Vec<PhotoUse>,
    /// Heading under which it is listed.
    pub category: Option<LocalText>,
    /// Price of one unit; `None` means "tanya harga".
    pub price: Option<Rupiah>,
    /// What one is: `botol 500 ml`, `kg`, `ikat`.
    pub unit: Option<LocalText>,
    /// Price for members of the cooperative, not above the public price.
    pub member_price: Option<Rupiah>,
    /// Weight or volume that the unit names: 500 ml of `botol 500 ml`.
    pub unit_holds: Option<Weight>,
    /// Smallest order in units, at least 1.
    pub minimum_order: u32,
    /// Prices for larger orders, rising in quantity, falling in price.
    pub tiers: Vec<Tier>,
    /// Sizes, flavours, grades.
    pub variants: Vec<Variant>,
    /// Can it be had.
    pub stock: Stock,
    /// Months of harvest or making; `None` means not stated.
    pub season: Option<Season>,
    /// A lower price for a time.
    pub promo: Option<Promo>,
    /// The day on which the price was last confirmed.
    pub priced_on: Option<Date>,
    /// Net weight or volume of one unit.
    pub weight: Option<Weight>,
    /// The shop's own code of it, at most 50 characters; no other of its goods has the same.
    pub code: Option<String>,
    /// The number on its package; no other of the shop's goods has the same.
    pub gtin: Option<Gtin>,
    /// How long it keeps where it is stored as it should be.
    pub shelf_life: Option<ShelfLife>,
    /// Certificates of this product.
    pub certificates: Certificates,
    /// The same product in marketplaces.
    pub markets: Vec<MarketplaceLink>,
    /// Id of the member business that makes it; there is one of that id.
    pub producer: Option<Slug>,
    /// Text in Markdown.
    pub description: Option<LocalText>,
    /// From field or cow to the hand, in order.
    pub origin: Vec<OriginStep>,
    /// True if it leads the catalogue.
    pub featured: bool,
}

impl Product {
    /// A product of which nothing is known but its name: no price, no photo, to be had.
    pub fn named(slug: Slug, name: LocalText) -> Self {
        Self {
            slug,
            old_slugs: Vec::new(),
            name,
            photos: Vec::new(),
            category: None,
            price: None,
            unit: None,
            unit_holds: None,
            member_price: None,
            minimum_order: 1,
            tiers: Vec::new(),
            variants: Vec::new(),
            stock: Stock::default(),
            season: None,
            promo: None,
            priced_on: None,
            weight: None,
            code: None,
            gtin: None,
            shelf_life: None,
            certificates: Certificates::default(),
            markets: Vec::new(),
            producer: None,
            description: None,
            origin: Vec::new(),
            featured: false,
        }
    }
}

/// A price from a quantity on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tier {
    /// Smallest quantity, in units, at least 2.
    pub from_quantity: u32,
    /// Price of one unit.
    pub price: Rupiah,
}

/// One size, flavour or grade of a product.
#[derive(Debug, Clone, PartialEq)]
pub struct Variant {
    /// What sets it apart: `Cokelat`.
    pub name: LocalText,
    /// Own price; the product's if not stated.
    pub price: Option<Rupiah>,
    /// Own member price.
    pub member_price: Option<Rupiah>,
    /// Own unit; the product's if not stated.
    pub unit: Option<LocalText>,
    /// Weight or volume that its own unit names, or its name: `1 kg`.
    pub unit_holds: Option<Weight>,
    /// Own smallest order, in its units, at least 1; the product's if neither this nor a unit is stated.
    pub minimum_order: Option<u32>,
    /// Own stock; the product's if not stated.
    pub stock: Option<Stock>,
    /// Own photo.
    pub photo: Option<PhotoUse>,
    /// Own weight.
    pub weight: Option<Weight>,
    /// Own code.
    pub code: Option<String>,
    /// Own number on the package.
    pub gtin: Option<Gtin>,
}

impl Variant {
    /// A variant of which nothing is known but what sets it apart.
    pub fn named(name: LocalText) -> Self {
        Self {
            name,
            price: None,
            member_price: None,
            unit: None,
            unit_holds: None,
            minimum_order: None,
            stock: None,
            photo: None,
            weight: None,
            code: None,
            gtin: None,
        }
    }
}

/// A state, never a live count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Stock {
    /// `tersedia`
    #[default]
    Available,
    /// `terbatas`
    Limited,
    /// `habis`
    SoldOut,
    /// `pesan-dulu`
    PreOrder,
}

/// A lower price for a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Promo {
    /// Price of one unit, below the ordinary one.
    pub price: Rupiah,
    /// First day; at once if not stated.
    pub from: Option<Date>,
    /// Last day.
    pub until: Date,
}

impl Promo {
    /// True if it holds on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        self.from.is_none_or(|from| from <= day) && day <= self.until
    }
}

/// Net content of one unit, in the smallest usual measure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// Grams (1 ons is 100 g, 1 kuintal 100 kg).
    Grams(u32),
    /// Millilitres (1 liter is 1,000 ml).
    Millilitres(u32),
}

/// Certificates as they are printed on the package; shapes are warned about, not enforced.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Certificates {
    /// Halal certificate number, `ID` and 17 digits.
    pub halal: Option<String>,
    /// P-IRT number.
    pub pirt: Option<String>,
    /// BPOM number, `MD` or `ML` and digits.
    pub bpom: Option<String>,
    /// SNI or organic certificate and the like, as written.
    pub other: Option<String>,
    /// Last day of validity.
    pub valid_until: Option<Date>,
}

impl Certificates {
    /// True if no number is given.
    pub fn is_empty(&self) -> bool {
        self.halal.is_none() && self.pirt.is_none() && self.bpom.is_none() && self.other.is_none()
    }
}

/// A shop on somebody else's platform.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marketplace {
    /// `tokopedia`, at tokopedia.com.
    Tokopedia,
    /// `shopee`, at shopee.co.id.
    Shopee,
    /// `tiktok`: TikTok Shop, which sells through Tokopedia, too.
    TikTok,
    /// `lazada`, at lazada.co.id.
    Lazada,
    /// `blibli`, at blibli.com.
    Blibli,
}

/// The product in one marketplace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MarketplaceLink {
    /// Whose platform it is.
    pub marketplace: Marketplace,
    /// Address, https.
    pub url: String,
}

/// One step of a product's way.
#[derive(Debug, Clone, PartialEq)]
pub struct OriginStep {
    /// What happens.
    pub title: LocalText,
    /// In a sentence or two.
    pub text: Option<LocalText>,
    /// A photo of it.
    pub photo: Option<PhotoUse>,
}

/// A span from making to the last good day, as the label of the product says it: 3 days are not 72 hours, and 12
/// months are not a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ShelfLife {
    /// How many of the unit, at least 1 and never more than fifty years.
    pub number: u32,
    /// Days, weeks, months or years.
    pub unit: ShelfUnit,
}

/// What a shelf life is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShelfUnit {
    /// `hari`
    Day,
    /// `minggu` or `pekan`
    Week,
    /// `bulan`
    Month,
    /// `tahun`
    Year,
}
