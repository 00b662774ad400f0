//! What the office of a site adds beside its cooperatives: events, and pages for pupils and teachers.

use super::calendar::Event;
use super::slug::Slug;

/// Everything in `content/_agenda` and `content/_muda`; all of it may be absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Office {
    /// Events in order of time.
    pub events: Vec<Event>,
    /// Pages in order of file name; slugs are unique.
    pub pages: Vec<OfficePage>,
    /// The quiz that finds a pupil's role.
    pub quiz: Option<Quiz>,
}

/// A page of the portal's youth site, from `content/_muda/*.md`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OfficePage {
    /// Name of its file, and of its address.
    pub slug: Slug,
    /// From its front matter, in one line; above 120 characters a warning.
    pub title: String,
    /// In a sentence or two.
    pub summary: Option<String>,
    /// Text in Markdown, without the front matter.
    pub body: String,
    /// Number of lines before the body in its file, so that a finding in it names the right line.
    pub body_starts_after_line: u32,
}

/// A quiz: every answer gives points to roles, and the role with the most points is the result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quiz {
    /// In one line; above 120 characters a warning.
    pub title: String,
    /// In a sentence or two.
    pub summary: Option<String>,
    /// How to do it on paper.
    pub on_paper: Option<String>,
    /// What to do if two roles are equal.
    pub on_tie: Option<String>,
    /// At least two; ids are unique.
    pub roles: Vec<QuizRole>,
    /// At least one.
    pub questions: Vec<QuizQuestion>,
}

/// A possible result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizRole {
    /// Name in the answers' points.
    pub id: Slug,
    /// As the result shows it; above 60 characters a warning.
    pub name: String,
    /// What such a person is like.
    pub description: String,
    /// What to do next.
    pub next_step: Option<String>,
}

/// A question with its answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizQuestion {
    /// In one line; above 250 characters a warning.
    pub question: String,
    /// At least two.
    pub answers: Vec<QuizAnswer>,
}

/// An answer and what it is worth.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct QuizAnswer {
    /// In one line; above 200 characters a warning.
    pub text: String,
    /// Points by the role's place in `Quiz::roles`; at least one is above zero.
    pub points: Vec<(usize, u8)>,
}
