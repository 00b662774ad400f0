//! The cooperative as an organisation: identity, members, officers, meetings, surplus.

use super::day::Date;
use super::language::LocalText;
use super::money::{Percent, Rupiah, split_exactly};
use super::photo::{Consent, PhotoUse};
use super::slug::Slug;

/// Identifiers, kept as text as they were written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Legal {
    /// Number of the legal entity, new (`AHU-…`) or old (`…/BH/…`).
    pub entity_number: Option<String>,
    /// NIK koperasi: the cooperative's own number, never a citizen's.
    pub cooperative_number: Option<String>,
    /// NIB: business number, 13 digits.
    pub business_number: Option<String>,
    /// NPWP: tax number.
    pub tax_number: Option<String>,
}

impl Legal {
    /// True if nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A micro-business of a member (*anggota UKM*).
#[derive(Debug, Clone, PartialEq)]
pub struct MemberBusiness {
    /// Name in addresses and in `produsen`.
    pub id: Slug,
    /// Name of the business.
    pub name: String,
    /// Who runs it, only with consent.
    pub owner: Option<String>,
    /// Shown on its card.
    pub photo: Option<PhotoUse>,
    /// Story in Markdown.
    pub story: Option<LocalText>,
    /// Village or place.
    pub place: Option<String>,
    /// Since which year.
    pub since: Option<i16>,
    /// Consent to be named and shown.
    pub consent: Option<Consent>,
}

/// How to become a member.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Joining {
    /// Paid once, returned on leaving (*simpanan pokok*).
    pub initial_share: Option<Rupiah>,
    /// Paid each month (*simpanan wajib*).
    pub periodic_share: Option<Rupiah>,
    /// What is asked of a member.
    pub terms: Vec<LocalText>,
    /// What a member gets.
    pub benefits: Vec<LocalText>,
    /// With what it helps members' businesses, each once.
    pub helps: Vec<Help>,
    /// How to do it, in Markdown.
    pub how: Option<LocalText>,
}

/// With what a cooperative helps the business of a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Help {
    /// `jualan`: it sells what members make.
    Selling,
    /// `bahan`: it buys what they need together.
    Inputs,
    /// `modal`: it lends to members.
    Credit,
    /// `pelatihan`
    Training,
    /// `sertifikat`: halal, P-IRT, NIB.
    Certificates,
}

/// The surplus of a year (*sisa hasil usaha*) and how the annual meeting shared it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Surplus {
    /// Book year.
    pub year: i16,
    /// Amount that was shared.
    pub amount: Rupiah,
    /// Parts of exactly 100 % together, in the order of the profile.
    pub shares: Vec<(SurplusPart, Percent)>,
    /// All members' purchases and services in that year, for the simulator.
    pub total_services: Option<Rupiah>,
    /// All members' savings at the end of that year, for the simulator.
    pub total_savings: Option<Rupiah>,
}

impl Surplus {
    /// Every part in whole rupiah; together exactly the surplus.
    pub fn parts(&self) -> Vec<(SurplusPart, Rupiah)> {
        let weights: Vec<u64> = self.shares.iter().map(|(_, share)| u64::from(share.hundredths())).collect();
        let amounts = split_exactly(self.amount, &weights);
        self.shares.iter().map(|(part, _)| *part).zip(amounts).collect()
    }
}

/// What a part of the surplus is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SurplusPart {
    /// `jasa_usaha`: to members, by what they bought or sold.
    MemberServices,
    /// `jasa_modal`: to members, by what they saved.
    MemberSavings,
    /// `cadangan`
    Reserve,
    /// `pendidikan`
    Education,
    /// `sosial`
    Social,
    /// `pengurus`
    Officers,
    /// `karyawan`
    Staff,
    /// `pembangunan`: development of the region.
    Development,
}

/// An annual meeting of members (*RAT*).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AnnualMeeting {
    /// The year it was about.
    pub book_year: i16,
    /// The day it was or will be held.
    pub date: Date,
    /// What it decided, in plain words, Markdown.
    pub summary: Option<LocalText>,
    /// Address of the report, https.
    pub document: Option<String>,
}

/// Somebody who holds an office.
#[derive(Debug, Clone, PartialEq)]
pub struct Officer {
    /// In one line; above 80 characters a warning.
    pub name: String,
    /// Which of the known offices.
    pub role: OfficerRole,
    /// First and last year of the term.
    pub term: Option<(i16, i16)>,
    /// Photo, only with consent.
    pub photo: Option<PhotoUse>,
}

/// An office.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfficerRole {
    /// `ketua`
    Chair,
    /// `wakil-ketua`
    ViceChair,
    /// `sekretaris`
    Secretary,
    /// `bendahara`
    Treasurer,
    /// `pengawas`
    Supervisor,
    /// `manajer`
    Manager,
    /// `pembina`: a teacher, for a cooperative of pupils.
    Advisor,
}
