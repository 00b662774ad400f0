//! The cooperative itself.

use super::calendar::{Event, OpeningHours};
use super::contact::Contact;
use super::day::Date;
use super::handover::{Delivery, Pickup};
use super::language::LocalText;
use super::organisation::{AnnualMeeting, Joining, Legal, MemberBusiness, Officer, Surplus};
use super::outlet::Outlet;
use super::payment::Payment;
use super::photo::PhotoUse;
use super::product::Product;
use super::region::Region;
use super::slug::Slug;
use super::youth::{Opening, Youth};

/// Everything that one cooperative's pages are made of. A name and a contact are always there; all the
/// rest may be absent.
#[derive(Debug, Clone, PartialEq)]
pub struct Cooperative {
    /// Name of its folder, and of its address in a portal.
    pub slug: Slug,
    /// Full name.
    pub name: String,
    /// Short name.
    pub short_name: Option<String>,
    /// One line.
    pub slogan: Option<LocalText>,
    /// Kind by activity. Source: UU 25/1992, article 16.
    pub kind: Option<Kind>,
    /// Of persons or of cooperatives.
    pub form: Form,
    /// Family of cooperatives.
    pub group: Option<Group>,
    /// Conventional or sharia.
    pub scheme: Scheme,
    /// Lines of business, as written.
    pub sectors: Vec<String>,
    /// Regency or district.
    pub region: Option<Region>,
    /// Street address.
    pub address: Option<String>,
    /// Latitude and longitude in degrees, inside Indonesia.
    pub coordinates: Option<(f64, f64)>,
    /// Day of founding.
    pub founded: Option<Date>,
    /// Number of members.
    pub member_count: Option<u32>,
    /// How to reach it.
    pub contact: Contact,
    /// When it is open.
    pub hours: Option<OpeningHours>,
    /// Numbers by which registers know it, as typed; their shape was checked, not whether they exist.
    pub legal: Legal,
    /// Photo at the top of its pages.
    pub cover: Option<PhotoUse>,
    /// Its own sign, shown square beside the name.
    pub logo: Option<PhotoUse>,
    /// Brand colour as `#rrggbb`.
    pub brand_colour: Option<String>,
    /// About, in Markdown.
    pub about: Option<LocalText>,
    /// Products in the order of the profile; slugs are unique.
    pub products: Vec<Product>,
    /// Units and services that are no goods, in the order of the profile.
    pub outlets: Vec<Outlet>,
    /// Where a buyer fetches goods, in the order of the profile.
    pub pickups: Vec<Pickup>,
    /// Where the cooperative brings them, in the order of the profile.
    pub deliveries: Vec<Delivery>,
    /// Member businesses; ids are unique.
    pub members: Vec<MemberBusiness>,
    /// How to pay.
    pub payment: Payment,
    /// How to join.
    pub joining: Option<Joining>,
    /// The last surplus.
    pub surplus: Option<Surplus>,
    /// Annual meetings, latest first.
    pub meetings: Vec<AnnualMeeting>,
    /// Officers in the order of the profile.
    pub officers: Vec<Officer>,
    /// Events in order of time.
    pub events: Vec<Event>,
    /// Openings in the order of the profile; slugs are unique.
    pub openings: Vec<Opening>,
    /// For pupils.
    pub youth: Youth,
    /// Questions and answers.
    pub questions: Vec<Question>,
    /// Stories, latest first; slugs are unique.
    pub stories: Vec<Story>,
    /// Slugs that it had before, redirected here.
    pub old_slugs: Vec<Slug>,
    /// The day on which its content was last brought up to date.
    pub updated: Option<Date>,
}

impl Cooperative {
    /// Short name if there is one, else the full name.
    pub fn label(&self) -> &str {
        self.short_name.as_deref().unwrap_or(&self.name)
    }

    /// True if no product has a photo of its own.
    pub fn has_no_photo_of_goods(&self) -> bool {
        self.products.iter().all(|product| product.photos.is_empty())
    }

    /// The first photo of each product that has one, in the order of the catalogue.
    pub fn product_photos(&self) -> impl Iterator<Item = &PhotoUse> {
        self.products.iter().filter_map(|product| product.photos.first())
    }

    /// Photos that may stand for it, best first: its cover, then those of its products.
    pub fn faces(&self) -> impl Iterator<Item = &PhotoUse> {
        self.cover.iter().chain(self.product_photos())
    }
}

/// Kind by activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// `konsumen`
    Consumer,
    /// `produsen`
    Producer,
    /// `jasa`
    Service,
    /// `pemasaran`
    Marketing,
    /// `simpan-pinjam`
    SavingsAndLoan,
}

/// Of persons or of cooperatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Form {
    /// `primer`: members are persons.
    #[default]
    Primary,
    /// `sekunder`: members are cooperatives.
    Secondary,
}

/// Family of cooperatives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    /// `kud`: village unit.
    Village,
    /// `kopontren`: of a pesantren.
    Pesantren,
    /// `kopsis`: of pupils; has no legal entity of its own.
    Pupils,
    /// `kopkar`: of employees.
    Employees,
    /// `kopma`: of students.
    Students,
    /// `kdmp`: Koperasi Desa/Kelurahan Merah Putih. Source: Inpres 9/2025.
    RedWhite,
    /// `lainnya`
    Other,
}

/// Conventional or sharia.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Scheme {
    /// `konvensional`
    #[default]
    Conventional,
    /// `syariah`
    Sharia,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// In one line for each language; above 250 characters a warning.
    pub question: LocalText,
    /// Answer, in Markdown.
    pub answer: LocalText,
}

/// A story from `cerita/*.md`.
#[derive(Debug, Clone, PartialEq)]
pub struct Story {
    /// Name of its file, and of its address.
    pub slug: Slug,
    /// From its front matter, in one line; above 120 characters a warning.
    pub title: String,
    /// Day of writing.
    pub date: Date,
    /// Photo at its top.
    pub photo: Option<PhotoUse>,
    /// Who wrote it.
    pub author: Option<String>,
    /// True if it is shown to pupils too.
    pub for_youth: bool,
    /// Text in Markdown, without the front matter.
    pub body: String,
    /// Number of lines before the body in its file, so that a finding in it names the right line.
    pub body_starts_after_line: u32,
}
