//! *Kamu cocok jadi apa?*: questions whose answers speak for roles. On paper one counts symbols; a script
//! counts in the page's memory. The same on a portal and on the microsite of a site of one cooperative.

use serde::Serialize;

use crate::model::{Quiz, QuizRole};
use crate::settings::Settings;
use crate::view::share;
use crate::view::share::ShareView;
use crate::view::youth::around::Around;

/// Symbols of the roles, told apart without colour.
const SYMBOLS: [&str; 8] = ["●", "▲", "■", "◆", "★", "✚", "○", "△"];

/// The page of a quiz.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct QuizPage {
    /// Whose page it is.
    #[serde(flatten)]
    pub around: Around,
    /// As it was written: a quiz is not translated.
    pub title: String,
    /// In a sentence or two.
    pub summary: Option<String>,
    /// How to do it on paper.
    pub on_paper: Option<String>,
    /// What to do if two roles are equal.
    pub on_tie: Option<String>,
    /// Questions, in order.
    pub questions: Vec<QuestionView>,
    /// Every possible result, in the order of the roles.
    pub roles: Vec<RoleView>,
    /// True if the first page has openings to lead to.
    pub has_board: bool,
}

/// One question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// From 1.
    pub number: usize,
    /// As it was written.
    pub question: String,
    /// In the order in which they were written.
    pub answers: Vec<AnswerView>,
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// As it was written.
    pub text: String,
    /// Symbols of the roles that it speaks for.
    pub symbols: String,
    /// Points by role, for the script: `0:1 2:1`.
    pub points: String,
}

/// One result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoleView {
    /// The result as a picture, from the site's root.
    pub story: ShareView,
    /// The same as a square.
    pub square: ShareView,
    /// What one circles on paper.
    pub symbol: &'static str,
    /// What the result calls a person.
    pub name: String,
    /// What such a person is like.
    pub description: String,
    /// What to do next.
    pub next_step: Option<String>,
}

/// Works out the page.
pub fn quiz_page(quiz: &Quiz, around: Around, has_board: bool, settings: &Settings) -> QuizPage {
    let symbol = |role: usize| SYMBOLS[role % SYMBOLS.len()];
    let questions = quiz.questions.iter().enumerate().map(|(index, question)| QuestionView {
        number: index + 1,
        question: question.question.clone(),
        answers: question
            .answers
            .iter()
            .map(|answer| AnswerView {
                text: answer.text.clone(),
                symbols: answer.points.iter().map(|(role, _)| symbol(*role)).collect(),
                points: answer
                    .points
                    .iter()
                    .map(|(role, points)| format!("{role}:{points}"))
                    .collect::<Vec<_>>()
                    .join(" "),
            })
            .collect(),
    });
    let roles = quiz.roles.iter().enumerate().map(|(index, role)| {
        let [story, square] = quiz_pictures(role, quiz, settings);
        RoleView {
            story,
            square,
            symbol: symbol(index),
            name: role.name.clone(),
            description: role.description.clone(),
            next_step: role.next_step.clone(),
        }
    });
    QuizPage {
        around,
        title: quiz.title.clone(),
        summary: quiz.summary.clone(),
        on_paper: quiz.on_paper.clone(),
        on_tie: quiz.on_tie.clone(),
        questions: questions.collect(),
        roles: roles.collect(),
        has_board,
    }
}

/// A result as a picture in two formats.
pub fn quiz_pictures(role: &QuizRole, quiz: &Quiz, settings: &Settings) -> [ShareView; 2] {
    share::site::quiz_result(&role.name, &role.description, &quiz.title, settings)
}
