//! Questions and their answers. A profile is given as text, and so is every value: a price never becomes a number of
//! JSON on its way.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::amend::{self, Amended, Change, Part, Typed, TypedValue};
use crate::content;
use crate::finding::{Finding, Findings, Level, SourceFile, Text};
use crate::forms;
use crate::keys::PROFILE;
use crate::model::Date;
use crate::settings::Settings;
use crate::source::Folder;

const PART: Part = Part::Whole(&PROFILE);

/// A profile in its folder.
struct Profile<'q> {
    /// Name of the folder in `content/`.
    folder: &'q str,
    text: &'q str,
    /// The day that the reader's own clock shows.
    today: &'q str,
    is_english: bool,
}

/// The answer to a question, as JSON: `{"do": "forms"}` tells what can stand in a profile, `read` what stands in one,
/// `edit` what becomes of one with other `values`, pairs of path and text, and without what is `removed`.
pub(crate) fn to(question: &[u8]) -> String {
    let question: Value = serde_json::from_slice(question).unwrap_or_default();
    let text = |name: &str| question[name].as_str().unwrap_or_default();
    let profile = Profile {
        folder: text("folder"),
        text: text("text"),
        today: text("today"),
        is_english: text("lang") == "en",
    };
    let answer = match text("do") {
        "forms" => forms::of_profile(),
        "read" => read(&profile),
        "edit" => edit(&profile, &pairs(&question["values"]), &texts(&question["removed"])),
        _ => json!({ "fault": "question" }),
    };
    answer.to_string()
}

fn texts(list: &Value) -> Vec<String> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|item| item.as_str().map(ToOwned::to_owned)).collect()
}

fn pairs(list: &Value) -> Vec<(String, String)> {
    let items = list.as_array().map(Vec::as_slice).unwrap_or_default();
    items.iter().filter_map(|pair| <[String; 2]>::try_from(texts(pair)).ok().map(Into::into)).collect()
}

impl Profile<'_> {
    fn file(&self, text: &str) -> Arc<SourceFile> {
        SourceFile::new(format!("content/{}/profil.yaml", self.folder), text.to_owned())
    }

    /// What is wrong with a text, each with the path of the field where it belongs.
    fn told(&self, file: &Arc<SourceFile>, typed: &Typed) -> Value {
        let today: Date = self.today.parse().unwrap_or(Date::constant(1970, 1, 1));
        let settings = Settings::for_day(today);
        let folder = Folder {
            name: self.folder.to_owned(),
            path: format!("content/{}", self.folder),
            profile: Some(Arc::clone(file)),
            stories: Vec::new(),
            photos: std::collections::BTreeMap::new(),
        };
        let mut findings = Findings::new();
        let profile = content::parse_profile(&folder, &settings, &mut findings);
        content::read_cooperative(&profile, None, &mut findings);
        findings.sort();
        // No photo's file is at hand: whether one is there, `check` tells.
        let is_known = |finding: &&Finding| finding.at.file.path == file.path && !is_of_a_photo(finding);
        findings.iter().filter(is_known).map(|finding| self.shown(finding, Some(typed))).collect()
    }

    fn refused(&self, findings: &Findings) -> Value {
        json!({ "refused": findings.iter().map(|finding| self.shown(finding, None)).collect::<Value>() })
    }

    fn shown(&self, finding: &Finding, typed: Option<&Typed>) -> Value {
        let word = |text: &Text| if self.is_english { text.en.clone() } else { text.id.clone() };
        let (line, column) = (finding.at.line, finding.at.column);
        json!({
            "code": finding.code,
            "level": match finding.level {
                Level::Error => "error",
                Level::Warning => "warning",
                Level::Advice => "advice",
            },
            "line": line,
            "path": typed.and_then(|typed| typed.path_at(line, column)),
            "found": word(&finding.found),
            "expected": word(&finding.expected),
            "help": word(&finding.help),
        })
    }
}

fn is_of_a_photo(finding: &Finding) -> bool {
    matches!(&*finding.code, "photo-missing" | "qris-photo-missing")
}

fn read(profile: &Profile<'_>) -> Value {
    let file = profile.file(profile.text);
    match amend::read(&file, PART) {
        Ok(typed) => json!({ "values": tree(&typed.root), "findings": profile.told(&file, &typed) }),
        Err(findings) => profile.refused(&findings),
    }
}

fn edit(profile: &Profile<'_>, values: &[(String, String)], removed: &[String]) -> Value {
    let file = profile.file(profile.text);
    let kept = amend::read(&file, PART).map(|typed| amend::kept_addresses(&typed, values)).unwrap_or_default();
    let values = [values, &kept].concat();
    let amended = amend::edit(Some(&file), &file.path, PART, &values, removed);
    let Amended { text, changes, .. } = match amended {
        Ok(amended) => amended,
        Err(findings) => return profile.refused(&findings),
    };
    let new = profile.file(&text);
    match amend::read(&new, PART) {
        Ok(typed) => json!({
            "text": text,
            "changes": changes.iter().map(shown_change).collect::<Value>(),
            "findings": profile.told(&new, &typed),
        }),
        Err(findings) => profile.refused(&findings),
    }
}

fn shown_change(change: &Change) -> Value {
    let Change { path, item, before, after, line } = change;
    json!({ "path": path, "item": item, "before": before, "after": after, "line": line })
}

fn tree(value: &TypedValue) -> Value {
    match value {
        TypedValue::Text(text) => Value::from(text.as_str()),
        TypedValue::List(items) => items.iter().map(tree).collect(),
        TypedValue::Map(entries) => {
            entries.iter().map(|(key, value)| (key.clone(), tree(value))).collect::<Map<_, _>>().into()
        }
    }
}
