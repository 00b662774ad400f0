//! What is known of one cooperative, and how it is told in words.

use serde::{Serialize, Serializer};

use crate::model::{Date, region_row};
use crate::settings::Settings;
use crate::summary::{Aged, Matter, State, Summary, assess, kind_word, last_sign, sells_goods};
use crate::theme::Texts;
use crate::view::dates;

/// Certificates that lapse within this time are told.
const LAPSING_DAYS: i32 = 90;

/// Missing parts that the page names for each cooperative; the data files name all.
pub(super) const NAMED_PARTS: usize = 4;

/// Parts of a profile that may be missing, by their keys, `_` for the point: the text of that name says what people
/// call them.
const PARTS: [&str; 22] = [
    "produk",
    "produk_foto",
    "produk_harga",
    "produk_satuan",
    "produk_per_tanggal",
    "kontak_whatsapp",
    "tentang",
    "sampul",
    "wilayah",
    "jenis",
    "alamat",
    "buka",
    "gabung",
    "rat",
    "shu",
    "pengurus",
    "slogan",
    "koordinat",
    "peluang",
    "cerita",
    "legal_badan_hukum",
    "legal_nib",
];

/// What is known of one cooperative: the row of all three forms.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Row {
    pub(super) slug: String,
    pub(super) name: String,
    pub(super) regency_code: Option<String>,
    pub(super) regency: Option<String>,
    pub(super) district_code: Option<String>,
    pub(super) district: Option<String>,
    pub(super) kind: Option<&'static str>,
    pub(super) products: u32,
    pub(super) openings: usize,
    pub(super) score: u8,
    pub(super) missing: Vec<String>,
    pub(super) updated: Option<Date>,
    pub(super) freshness: State,
    /// Why, the worst first.
    pub(super) because: Vec<Aged>,
    /// What the office does about it.
    pub(super) next: Step,
    /// When somebody last told something, of whatever kind.
    pub(super) last_sign: Option<Date>,
    pub(super) whatsapp: Option<String>,
    pub(super) oldest_price: Option<Date>,
    pub(super) last_meeting_year: Option<i16>,
    pub(super) legal_entity: bool,
    pub(super) certificates_lapsing: usize,
    #[serde(skip)]
    pub(super) sells_goods: bool,
    /// True if it stands in no list of the portal any more.
    #[serde(skip)]
    pub(super) is_gone: bool,
}

/// What the office does next about a cooperative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Go there, or call: nothing was heard for long.
    Visit,
    /// Ask why its own site does not answer.
    Site,
    /// Find out its WhatsApp number.
    Number,
    /// Ask for today's prices.
    Price,
    /// Ask for promotions that are over to be taken out.
    Promo,
    /// Ask whether the certificate is renewed.
    Certificate,
    /// Ask for the last members' meeting.
    Meeting,
    /// Ask for the next opening.
    Opening,
    /// Ask whether the profile still holds.
    Profile,
    /// Ask for the first part that is missing.
    Fill,
    /// Nothing to do.
    Nothing,
}

impl Step {
    /// As data and texts name it.
    fn name(self) -> &'static str {
        match self {
            Self::Visit => "visit",
            Self::Site => "site",
            Self::Number => "number",
            Self::Price => "price",
            Self::Promo => "promo",
            Self::Certificate => "certificate",
            Self::Meeting => "meeting",
            Self::Opening => "opening",
            Self::Profile => "profile",
            Self::Fill => "fill",
            Self::Nothing => "nothing",
        }
    }

    /// By the worst of what is old; whoever cannot be asked is found out first.
    fn of(because: &[Aged], can_be_asked: bool, has_gap: bool) -> Self {
        match because.first().map(|aged| aged.matter) {
            Some(Matter::Sign) => Self::Visit,
            _ if !can_be_asked => Self::Number,
            Some(Matter::Site) => Self::Site,
            Some(Matter::Price) => Self::Price,
            Some(Matter::Promo) => Self::Promo,
            Some(Matter::Certificate) => Self::Certificate,
            Some(Matter::Meeting) => Self::Meeting,
            Some(Matter::Opening) => Self::Opening,
            Some(Matter::Profile) => Self::Profile,
            None if has_gap => Self::Fill,
            None => Self::Nothing,
        }
    }
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

pub(super) fn row(summary: &Summary, settings: &Settings) -> Row {
    let today = settings.today;
    let assessment = assess(summary, &settings.freshness, today);
    let region = summary.region.as_ref();
    let missing = summary.completeness.missing.clone();
    let has_gap = missing.iter().any(|key| is_part(key));
    Row {
        slug: summary.slug.clone(),
        name: summary.name.clone(),
        regency_code: region.map(|region| region.regency_code().to_owned()),
        regency: region.map(|region| name_of(region.regency_code(), &region.regency)),
        district_code: region.filter(|region| region.district.is_some()).map(|region| region.code.clone()),
        district: region.and_then(|region| Some(name_of(&region.code, region.district.as_ref()?))),
        kind: summary.kind.map(kind_word),
        products: summary.products.count,
        openings: summary.openings_on(today).count(),
        score: summary.completeness.score,
        missing,
        updated: summary.updated,
        freshness: assessment.state,
        next: Step::of(&assessment.reasons, summary.whatsapp.is_some(), has_gap),
        because: assessment.reasons,
        last_sign: last_sign(summary, today),
        whatsapp: summary.whatsapp.clone(),
        oldest_price: summary.products.priced_oldest,
        last_meeting_year: summary.meeting.map(|meeting| meeting.book_year),
        legal_entity: summary.legal.entity,
        certificates_lapsing: summary.certificates_lapsing(today, LAPSING_DAYS),
        sells_goods: sells_goods(summary),
        is_gone: summary.is_gone(today),
    }
}

/// The name of a place as the table of regions has it, else as it was written.
fn name_of(code: &str, written: &str) -> String {
    region_row(code).map_or(written, |row| row.name).to_owned()
}

/// True for a key that people have a word for.
fn is_part(key: &str) -> bool {
    PARTS.contains(&key.replace('.', "_").as_str())
}

impl Row {
    /// Why it is not fresh, in words.
    pub(super) fn reasons(&self, texts: &Texts) -> Vec<String> {
        self.because.iter().map(|aged| reason(*aged, texts)).collect()
    }

    /// What is missing, as people call it.
    pub(super) fn missing_parts<'t>(&self, texts: &'t Texts) -> Vec<&'t str> {
        let word = |key: &String| texts.get(&format!("portal.monitor.part.{}", key.replace('.', "_")));
        self.missing.iter().filter(|key| is_part(key)).map(word).collect()
    }

    /// What the office does next, in words; `None` if nothing.
    pub(super) fn next_step(&self, texts: &Texts) -> Option<String> {
        let part = self.missing_parts(texts).first().copied().unwrap_or_default();
        let key = format!("portal.monitor.next.{}", self.next.name());
        (self.next != Step::Nothing).then(|| texts.fill(&key, &[("part", part)]))
    }

    /// What else the office should know.
    pub(super) fn notes(&self, texts: &Texts) -> Vec<String> {
        let mut notes = Vec::new();
        if self.certificates_lapsing > 0 {
            let lapsing = u64::try_from(self.certificates_lapsing).unwrap_or(u64::MAX);
            notes.push(texts.count("portal.monitor.lapsing", lapsing));
        }
        if self.products == 0 && self.sells_goods {
            notes.push(texts.get("portal.monitor.no_products").to_owned());
        }
        notes
    }

    /// The message by which the office asks for what is old or missing; `None` if nothing is.
    pub(super) fn message(&self, site: &str, texts: &Texts) -> Option<String> {
        let is_sign = |aged: &&Aged| aged.matter == Matter::Sign;
        let old: Vec<String> =
            self.because.iter().filter(|aged| !is_sign(aged)).map(|aged| reason(*aged, texts)).collect();
        let missing: Vec<String> = self.missing_parts(texts).into_iter().map(str::to_owned).collect();
        let silence = self.because.iter().find(is_sign).map(|aged| match aged.since {
            Some(last) => texts.fill("portal.monitor.chat.silent", &[("date", &dates::day(last, texts))]),
            None => texts.get("portal.monitor.chat.never").to_owned(),
        });
        let ask = |key: &str, list: &[String]| {
            let list = list.iter().take(NAMED_PARTS).map(String::as_str).collect::<Vec<_>>().join(", ");
            (!list.is_empty()).then(|| texts.fill(key, &[("list", &list)]))
        };
        let asked =
            [silence, ask("portal.monitor.chat.old", &old), ask("portal.monitor.chat.missing", &missing)];
        let asked: Vec<String> = asked.into_iter().flatten().collect();
        if asked.is_empty() {
            return None;
        }
        let hello = texts.fill("portal.monitor.chat.hello", &[("name", &self.name), ("site", site)]);
        Some(format!("{hello}\n{}\n{}", asked.join("\n"), texts.get("portal.monitor.chat.ask")))
    }
}

/// `harga tertua 3 Maret 2025`.
fn reason(aged: Aged, texts: &Texts) -> String {
    let Some(since) = aged.since else {
        let is_sign = aged.matter == Matter::Sign;
        let key = if is_sign { "portal.monitor.because.never" } else { "portal.monitor.because.undated" };
        return texts.get(key).to_owned();
    };
    let key = format!("portal.monitor.because.{}", aged.matter.name());
    let since = match aged.matter {
        Matter::Meeting => since.year().to_string(),
        _ => dates::day(since, texts),
    };
    texts.fill(&key, &[("date", &since)])
}
