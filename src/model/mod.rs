//! Checked, immutable domain types. A value of these types needs no further checking: what could be
//! wrong was asked by `content` while reading. Knows no YAML, no files, no HTML.

mod calendar;
mod colour;
mod contact;
mod cooperative;
mod day;
mod gtin;
mod handover;
mod language;
mod money;
mod offer;
mod office;
mod organisation;
mod outlet;
mod payment;
mod photo;
mod placing;
mod product;
mod region;
mod site_path;
mod slug;
mod text;
mod youth;

pub use calendar::{DayHours, Event, MakeUp, OpeningHours, Season, TimeSpan};
pub use colour::{Colour, MIN_TEXT_CONTRAST};
pub use contact::{Contact, PhoneNumber, WhatsAppNumber};
pub use cooperative::{Cooperative, Form, Group, Kind, Question, Scheme, Story};
pub use day::{Date, DateTime, Time};
pub use gtin::Gtin;
pub use handover::{Delivery, Pickup};
pub use language::{Language, LocalText};
pub use money::{Percent, Rupiah, split_exactly};
pub use offer::{Offer, Offers, is_bought_by_the_piece};
pub use office::{Office, OfficePage, Quiz, QuizAnswer, QuizQuestion, QuizRole};
pub use organisation::{
    AnnualMeeting, Help, Joining, Legal, MemberBusiness, Officer, OfficerRole, Surplus, SurplusPart,
};
pub use outlet::{OUTLET_KINDS, Outlet};
pub use payment::{BankAccount, Payment, Qris};
pub use photo::{Consent, PhotoUse};
pub use placing::{Unplaced, code_of};
pub use product::*;
pub use region::{Region, RegionCode, RegionRow, elsewhere, in_alphabet, row as region_row, west_java};
pub use site_path::SitePath;
pub use slug::Slug;
pub use text::{folded_name, is_hidden, without_marks};
pub use youth::{Challenge, Highlight, Opening, OpeningKind, Youth};
