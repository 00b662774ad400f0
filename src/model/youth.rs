//! What a cooperative tells pupils.

use super::calendar::MakeUp;
use super::day::Date;
use super::language::LocalText;
use super::office::Quiz;
use super::photo::PhotoUse;
use super::slug::Slug;

/// The `muda:` section; empty where a profile has none.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Youth {
    /// A greeting.
    pub greeting: Option<LocalText>,
    /// What the cooperative asks a pupil to do.
    pub invitation: Option<LocalText>,
    /// Why it is worth it.
    pub reasons: Vec<LocalText>,
    /// Things to be proud of.
    pub highlights: Vec<Highlight>,
    /// Tasks with a deadline.
    pub challenges: Vec<Challenge>,
    /// The site's quiz, where the cooperative has the site to itself; a portal has it for all of them.
    pub quiz: Option<Quiz>,
}

/// One thing to be proud of.
#[derive(Debug, Clone, PartialEq)]
pub struct Highlight {
    /// In a few words.
    pub title: LocalText,
    /// In a sentence.
    pub text: Option<LocalText>,
    /// A photo.
    pub photo: Option<PhotoUse>,
}

/// A task with a deadline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Challenge {
    /// In a few words.
    pub title: LocalText,
    /// What to do.
    pub text: Option<LocalText>,
    /// Last day.
    pub closes: Option<Date>,
    /// Last day for those who missed it.
    pub make_up: Option<Date>,
    /// What can be won.
    pub prize: Option<LocalText>,
}

impl Challenge {
    /// The last day of all, that for those who missed the first one included.
    pub fn last_day(&self) -> Option<Date> {
        self.make_up.max(self.closes)
    }
}

/// A place for an internship, a job or a volunteer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// Name in addresses; unique in the cooperative.
    pub slug: Slug,
    /// What one does.
    pub title: LocalText,
    /// Which kind.
    pub kind: OpeningKind,
    /// School fields that fit (*jurusan*): `APHP`.
    pub fields: Vec<String>,
    /// Number of places.
    pub places: Option<u32>,
    /// First day of work.
    pub starts: Option<Date>,
    /// Last day of work.
    pub ends: Option<Date>,
    /// Last day to apply; after it the opening is no longer shown as open.
    pub closes: Option<Date>,
    /// What is asked.
    pub terms: Vec<LocalText>,
    /// Where; at the cooperative if not stated.
    pub place: Option<String>,
    /// Text in Markdown.
    pub description: Option<LocalText>,
    /// A visit for those who missed the first selection.
    pub make_up: Option<MakeUp>,
}

impl Opening {
    /// Last day on which one can apply: where none is stated, the first day of work, or the last one.
    pub fn last_day(&self) -> Option<Date> {
        self.closes.or(self.starts).or(self.ends)
    }

    /// True if one can still apply on a day.
    pub fn is_open_on(&self, day: Date) -> bool {
        self.last_day().is_none_or(|last| day <= last)
    }
}

/// Kind of an opening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum OpeningKind {
    /// `pkl`: internship that SMK asks for.
    SchoolInternship,
    /// `magang`: other internship.
    Internship,
    /// `kerja`
    Job,
    /// `relawan`
    Volunteer,
    /// `kunjungan`: a class visits.
    Visit,
}
