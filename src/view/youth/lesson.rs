//! For teachers: lessons with a goal, materials, steps, and questions with their answers, in the numbers of one
//! cooperative. What they say is in `text/lembar/`.

use serde::Serialize;

use crate::model::{Cooperative, Language};
use crate::routes;
use crate::theme::Texts;
use crate::view::youth::around::Around;
use crate::view::youth::figures::Figures;

/// The lessons, by name, and their places on the page.
const LESSONS: [(&str, &str); 4] =
    [("story", "dua-cerita"), ("shu", "membagi-shu"), ("price", "harga-jual"), ("meeting", "rapat")];

/// The page.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TeacherPage {
    /// Whose page.
    #[serde(flatten)]
    pub around: Around,
    /// In the order of the page.
    pub lessons: Vec<LessonView>,
    /// Which numbers are real.
    pub notes: Vec<String>,
    /// True if the numbers are nobody's.
    pub is_general: bool,
    /// Links to what the lessons use, from the language's root, with the names of their texts.
    pub cards: Option<&'static str>,
    /// The simulator, from the language's root.
    pub simulator: Option<String>,
    /// The kit.
    pub kit: Option<String>,
}

/// A lesson.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct LessonView {
    /// Its place on the page.
    pub id: &'static str,
    /// Subject and kind of school.
    pub subject: String,
    /// What the lesson is called.
    pub title: String,
    /// What pupils can do after it.
    pub goal: String,
    /// How long it takes, in words.
    pub minutes: String,
    /// What is needed.
    pub materials: Vec<String>,
    /// What happens.
    pub steps: Vec<String>,
    /// Questions for pupils.
    pub questions: Vec<QuestionView>,
}

/// A question and its answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct QuestionView {
    /// What is asked.
    pub question: String,
    /// What is right.
    pub answer: String,
}

/// What there is for lessons to lead to.
#[derive(Debug, Clone, Copy, Default)]
pub struct Ways<'a> {
    /// True if there is a page of cards.
    pub has_cards: bool,
    /// The page of the simulator, from the language's root.
    pub simulator: Option<&'a str>,
    /// The folder of the kit, from the language's root.
    pub kit: Option<&'a str>,
}

/// Works out the page; without a cooperative its numbers are examples.
pub fn teacher_page(
    around: Around,
    cooperative: Option<&Cooperative>,
    ways: Ways<'_>,
    language: Language,
    texts: &Texts,
) -> TeacherPage {
    let figures = Figures::of(cooperative, language, texts);
    TeacherPage {
        around,
        lessons: LESSONS.iter().map(|(name, id)| lesson(name, id, &figures, texts)).collect(),
        notes: figures.notes.clone(),
        is_general: cooperative.is_none(),
        cards: ways.has_cards.then_some(routes::YOUTH_WHAT),
        simulator: ways.simulator.map(str::to_owned),
        kit: ways.kit.map(str::to_owned),
    }
}

fn lesson(name: &str, id: &'static str, figures: &Figures, texts: &Texts) -> LessonView {
    let key = |of: &str| format!("muda.sheet.lesson.{name}.{of}");
    let text = |of: &str| figures.fill(&key(of), texts);
    let list = |of: &str| figures.fill_list(&key(of), texts);
    let asked = list("questions").into_iter().zip(list("answers"));
    let asked = asked.map(|(question, answer)| QuestionView { question, answer });
    let of_surplus = if name == "shu" { surplus_questions(figures, texts) } else { Vec::new() };
    LessonView {
        id,
        subject: text("subject"),
        title: text("title"),
        goal: text("goal"),
        minutes: text("minutes"),
        materials: list("materials"),
        steps: list("steps"),
        questions: of_surplus.into_iter().chain(asked).collect(),
    }
}

/// Every part of the surplus, their sum, and a pupil's own part where members get one by what they buy.
fn surplus_questions(figures: &Figures, texts: &Texts) -> Vec<QuestionView> {
    let fill = |key: &str, own: &[(&str, &str)]| {
        figures.fill_with(&format!("muda.sheet.lesson.shu.{key}"), own, texts)
    };
    let parts = figures.surplus.parts.iter().map(|part| QuestionView {
        question: fill("part", &[("part", &part.name), ("percent", &part.percent)]),
        answer: part.amount.clone(),
    });
    let sum = QuestionView { question: fill("sum", &[]), answer: fill("sum_answer", &[]) };
    let own = figures.surplus.steps.first().map(|step| QuestionView {
        question: format!("{} {}", step.text, fill("own", &[])),
        answer: fill("own_answer", &[]),
    });
    parts.chain([sum]).chain(own).collect()
}
