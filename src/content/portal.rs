//! Content of the portal: events of the office, the role quiz.

use std::sync::Arc;

use super::document::read_document;
use super::events::read_event;
use super::findings::site as finding;
use super::mapping::Keys;
use super::number;
use super::piece::Source;
use super::product::{Taken, claim, parse_slug};
use super::suggestion;
use super::yaml::Value;
use crate::finding::{Findings, SourceFile};
use crate::keys::{EVENT, QUIZ};
use crate::model::{Event, Quiz, QuizAnswer, QuizQuestion, QuizRole, Slug};
use crate::settings::Settings;

/// The office's events, by time.
pub(super) fn read_office_events(
    files: &[Arc<SourceFile>],
    settings: &Settings,
    findings: &mut Findings,
) -> Vec<Event> {
    let mut events: Vec<Event> = files
        .iter()
        .filter_map(|file| {
            let document = read_document(Source::whole(file, &EVENT, settings.limits.depth), findings)?;
            read_event(document.keys(&EVENT, findings)?, settings.today, findings)
        })
        .collect();
    events.sort_by_key(|event| event.starts);
    events
}

/// The role quiz of `_muda/kuis.yaml`. `None` with fewer than two roles or without a question.
pub(super) fn read_quiz(file: &Arc<SourceFile>, depth: usize, findings: &mut Findings) -> Option<Quiz> {
    let document = read_document(Source::whole(file, &QUIZ, depth), findings)?;
    let mut keys = document.keys(&QUIZ, findings)?;
    let title = keys.text("judul", findings);
    let summary = keys.text("ringkasan", findings);
    let on_paper = keys.text("cara_kertas", findings);
    let on_tie = keys.text("seri", findings);
    let mut taken = Taken::new();
    let roles = keys.each("peran", findings, |keys, findings| read_role(keys, &mut taken, findings));
    let ids: Vec<&Slug> = roles.iter().map(|role| &role.id).collect();
    let questions = keys.each("soal", findings, |keys, findings| read_question(keys, &ids, findings));
    if roles.len() < 2 {
        findings.push(finding::quiz_too_small(keys.key_span("peran"), "peran", 2));
    }
    if questions.is_empty() {
        findings.push(finding::quiz_too_small(keys.key_span("soal"), "soal", 1));
    }
    keys.finish(findings);
    let is_whole = roles.len() >= 2 && !questions.is_empty();
    let quiz = Quiz { title: title?, summary, on_paper, on_tie, roles, questions };
    is_whole.then_some(quiz)
}

fn read_role(mut keys: Keys<'_>, taken: &mut Taken, findings: &mut Findings) -> Option<QuizRole> {
    let id = keys.scalar("id", findings);
    let slug = id.and_then(|typed| {
        let slug = parse_slug(typed, findings)?;
        claim(slug, &typed.span(), ("peran", "role"), taken, findings)
    });
    let name = keys.text("nama", findings);
    let description = keys.text("keterangan", findings);
    let next_step = keys.text("langkah", findings);
    keys.finish(findings);
    Some(QuizRole { id: slug?, name: name?, description: description?, next_step })
}

fn read_question(mut keys: Keys<'_>, roles: &[&Slug], findings: &mut Findings) -> Option<QuizQuestion> {
    let question = keys.text("tanya", findings);
    let answers = keys.each("jawaban", findings, |keys, findings| read_answer(keys, roles, findings));
    if answers.len() < 2 {
        findings.push(finding::quiz_too_small(keys.key_span("jawaban"), "jawaban", 2));
    }
    keys.finish(findings);
    let question = QuizQuestion { question: question?, answers };
    (question.answers.len() >= 2).then_some(question)
}

fn read_answer(mut keys: Keys<'_>, roles: &[&Slug], findings: &mut Findings) -> Option<QuizAnswer> {
    let text = keys.text("teks", findings);
    let points = keys.node("poin", findings);
    keys.finish(findings);
    let node = points?;
    let Value::Map(entries) = node.value() else {
        findings.push(finding::not_points(node.span()));
        return None;
    };
    let names: Vec<&str> = roles.iter().map(|role| role.as_str()).collect();
    let mut points = Vec::with_capacity(entries.len());
    for (key, value) in entries {
        let name = key.text().unwrap_or_default();
        let Some(role) = names.iter().position(|role| *role == name) else {
            findings.push(finding::unknown_role(key.span(), name, suggestion::nearest(name, &names), &names));
            continue;
        };
        let number =
            value.text().and_then(number::grouped_digits).and_then(|number| u8::try_from(number).ok());
        match number.filter(|number| *number <= 10) {
            Some(number) => points.push((role, number)),
            None => findings.push(finding::not_points(value.span())),
        }
    }
    Some(QuizAnswer { text: text?, points })
}
