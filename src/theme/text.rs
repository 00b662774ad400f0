//! Every sentence that visitors read, by language: `text/{id,su,en}.yaml`, nested or with dots; what long sheets
//! say stands apart in `text/lembar/`, where a language may lack sentences: they are read in Indonesian.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock};

use tera::Value;
use tera::value::Key;

use super::files::Files;
use super::findings;
use super::keys;
use crate::finding::{Findings, SourceFile, Span};
use crate::model::Language;

/// Sentences by name; nested names have dots between: `order.greeting`.
type Flat = BTreeMap<String, String>;

/// The sentences of one language. Cheap to clone: shared, not copied.
#[derive(Debug, Clone)]
pub struct Texts {
    flat: Arc<Flat>,
    /// Names of those that only long sheets say.
    sheet_keys: Arc<BTreeSet<String>>,
    value: Value,
}

impl Texts {
    /// A sentence by its name: `order.greeting`. The built-in theme, which every theme builds on, has all that the
    /// program asks for: `tests/templates.rs` holds them together. Should one be missing, a page shows `[?]`.
    pub fn get(&self, key: &str) -> &str {
        #[cfg(test)]
        assert!(self.flat.contains_key(key), "the theme has no text `{key}`");
        self.flat.get(key).map_or("[?]", String::as_str)
    }

    /// A sentence if there is one of that name.
    pub fn find(&self, key: &str) -> Option<&str> {
        self.flat.get(key).map(String::as_str)
    }

    /// A sentence with values in the places that it names in braces: `{name}`.
    pub fn fill(&self, key: &str, values: &[(&str, &str)]) -> String {
        let value = |name: &str| values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
        filled(self.get(key), value)
    }

    /// A sentence about a number: `<key>.one` where the number is 1 and the language has such a form, else
    /// `<key>.many`, with `{n}` filled in. (Indonesian and Sundanese have one form; CLDR 48, plurals.)
    pub fn count(&self, key: &str, n: u64) -> String {
        let one = format!("{key}.one");
        let form = if n == 1 && self.flat.contains_key(&one) { one } else { format!("{key}.many") };
        self.fill(&form, &[("n", &n.to_string())])
    }

    /// All of them as a template sees them: `t.order.greeting`. Cheap: shared, not copied.
    pub fn value(&self) -> Value {
        self.value.clone()
    }

    /// The sentences of a list, in order; none if there is no such list.
    pub fn list(&self, key: &str) -> Vec<&str> {
        (1..).map_while(|number| self.find(&item_key(key, number))).collect()
    }

    /// The names of all sentences.
    pub fn keys(&self) -> impl Iterator<Item = &str> {
        self.flat.keys().map(String::as_str)
    }
}

/// A sentence with what `value` gives for the names that stand in braces in it; unknown names stay.
pub(super) fn filled<'a>(text: &str, value: impl Fn(&str) -> Option<&'a str>) -> String {
    let mut filled = String::with_capacity(text.len() * 2);
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        filled.push_str(before);
        let named = after.split_once('}').and_then(|(name, after)| Some((value(name)?, after)));
        let (printed, behind) = named.unwrap_or(("{", after));
        filled.push_str(printed);
        rest = behind;
    }
    filled.push_str(rest);
    filled
}

/// Folder of the texts.
const FOLDER: &str = "text/";

/// The texts of every language, each read when a page wants it; where a site brings texts of its own, all at once, so
/// that what is wrong with them is said. `None`, with findings, if one of them cannot be read.
pub(super) fn read_texts(
    files: &Files,
    findings: &mut Findings,
) -> Option<BTreeMap<Language, OnceLock<Texts>>> {
    if !files.has_own_below(FOLDER) {
        return Some(Language::ALL.map(|language| (language, OnceLock::new())).into());
    }
    let first = read_language(files, Language::Id, None, findings);
    let others = Language::ALL.into_iter().filter(|language| *language != Language::Id);
    let read: Vec<_> =
        others.map(|language| (language, read_language(files, language, first.as_ref(), findings))).collect();
    let all = read.into_iter().chain([(Language::Id, first)]);
    all.map(|(language, texts)| Some((language, OnceLock::from(texts?)))).collect()
}

/// The texts of one language: those of each theme of the chain, laid over those of the one below, key by key. What all
/// of them lack is taken from `first`, those in Indonesian, with an advice.
pub(super) fn read_language(
    files: &Files,
    language: Language,
    first: Option<&Texts>,
    findings: &mut Findings,
) -> Option<Texts> {
    let (mut flat, mut of_sheets) = (Flat::new(), Flat::new());
    let mut is_whole = true;
    for (folder, into) in [(FOLDER, &mut flat), (SHEETS, &mut of_sheets)] {
        is_whole &= read_layers(files, &file_of(folder, language), into, findings).is_some();
    }
    if !is_whole {
        return None;
    }
    let sheet_keys: BTreeSet<_> = of_sheets.keys().cloned().collect();
    flat.append(&mut of_sheets);
    if let Some(first) = first {
        fill_gaps(files, language, first, &mut flat, findings);
    }
    Some(Texts { value: nested(&flat), flat: Arc::new(flat), sheet_keys: Arc::new(sheet_keys) })
}

/// Takes what a language lacks from Indonesian.
fn fill_gaps(files: &Files, language: Language, first: &Texts, flat: &mut Flat, findings: &mut Findings) {
    // A language without a plural form has no `.one`; a list of its own may be shorter.
    let is_gap = |key: &str| !flat.contains_key(key) && !is_singular(key) && !is_of_a_known_list(key, flat);
    let gaps: Vec<_> = first.flat.iter().filter(|(key, _)| is_gap(key)).collect();
    let file = files.get(&file_of(FOLDER, language));
    for (key, text) in gaps {
        // What long sheets say may be missing in a language.
        if !first.sheet_keys.contains(key) {
            findings.push(findings::text_missing(file, language, key));
        }
        flat.insert(key.clone(), text.clone());
    }
}

/// Where the texts of long sheets are.
const SHEETS: &str = "text/lembar/";

/// The file of a language in one of the two folders.
fn file_of(folder: &str, language: Language) -> String {
    format!("{folder}{}.yaml", language.tag())
}

/// True for a sentence of a list that a language has sentences of its own for.
fn is_of_a_known_list(key: &str, flat: &Flat) -> bool {
    key.rsplit_once('.').is_some_and(|(list, number)| {
        number.parse::<usize>().is_ok() && flat.contains_key(&item_key(list, 1))
    })
}

/// True for the form of a sentence about one thing, which only some languages have.
pub(super) fn is_singular(key: &str) -> bool {
    key.rsplit('.').next() == Some("one")
}

/// Reads a file of texts in each theme that has it; `None`, with a finding, if the site's own cannot be read.
fn read_layers(files: &Files, path: &str, flat: &mut Flat, findings: &mut Findings) -> Option<()> {
    for text in files.built_in_layers(path) {
        // The built-in ones are tested.
        lay_over(flat, sentences(text).unwrap_or_default());
    }
    let Some(file) = files.get(path).filter(|_| files.is_own(path)) else { return Some(()) };
    match sentences(&file.text) {
        Ok(mut read) => {
            drop_misspelt(files, file, &mut read, flat, findings);
            lay_over(flat, read);
            Some(())
        }
        Err(place) => {
            findings.push(findings::yaml_unreadable(file, place));
            None
        }
    }
}

/// Most letters by which a misspelt name differs from the right one, and the fewest letters of a name for each of them.
const MOST_SLIPS: (usize, usize) = (2, 4);

/// Takes out sentences whose names are nearly those of others, and tells them: nothing prints them. One that a template
/// of the theme prints is its own.
fn drop_misspelt(
    files: &Files,
    file: &Arc<SourceFile>,
    read: &mut Flat,
    below: &Flat,
    findings: &mut Findings,
) {
    // A language may lack what Indonesian has.
    let mut known: BTreeSet<String> = below.keys().cloned().collect();
    for folder in [FOLDER, SHEETS] {
        for text in files.built_in_layers(&file_of(folder, Language::Id)) {
            known.extend(sentences(text).unwrap_or_default().into_keys());
        }
    }
    let slips = |key: &str, other: &str| {
        let slips = strsim::damerau_levenshtein(key, other);
        (slips <= MOST_SLIPS.0 && slips * MOST_SLIPS.1 <= key.len()).then_some(slips)
    };
    read.retain(|key, _| {
        let name = key.rsplit('.').find(|part| part.parse::<usize>().is_err()).unwrap_or(key);
        let is_known = known.contains(key) || is_singular(key) || is_of_a_known_list(key, below);
        if is_known || prints(files, name) {
            return true;
        }
        let near = known.iter().filter(|other| other.len().abs_diff(key.len()) <= MOST_SLIPS.0);
        let nearest = near.filter_map(|other| Some((slips(key, other)?, other))).min();
        if let Some((_, nearest)) = nearest {
            let is_dotted = file.text.contains(&**key);
            let parts: Vec<&str> = if is_dotted { vec![key] } else { key.split('.').collect() };
            let at = keys::place(file, &parts);
            findings.push(findings::text_unknown(at, key, nearest));
        }
        nearest.is_none()
    });
}

/// True if a file that only the site has, and that is no text, may print a sentence of that last name.
fn prints(files: &Files, name: &str) -> bool {
    let printed = format!(".{name}");
    files.all_own().any(|(path, file)| !path.starts_with(FOLDER) && file.text.contains(&printed))
}

/// Lays texts over those below, key by key. A list is one text: one of two sentences has no third from below.
fn lay_over(below: &mut Flat, above: Flat) {
    below.retain(|key, _| !is_in_a_list_of(key, &above));
    below.extend(above);
}

/// True for a text in a list, at any depth, if `flat` has a list of that name.
fn is_in_a_list_of(key: &str, flat: &Flat) -> bool {
    let starts_at =
        |start: &str| flat.range(start.to_owned()..).next().is_some_and(|(next, _)| next.starts_with(start));
    key.match_indices('.').any(|(dot, _)| {
        let number = key[dot + 1..].split('.').next().unwrap_or_default();
        let first = item_key(&key[..dot], 1);
        number.parse::<usize>().is_ok() && (flat.contains_key(&first) || starts_at(&format!("{first}.")))
    })
}

/// The sentences of a file by name. Those of a list are counted from 1. If the file cannot be read: line and column
/// of the fault from 1, where the parser knows them.
fn sentences(yaml: &str) -> Result<Flat, Option<(usize, usize)>> {
    let tree: serde_yaml::Value = serde_yaml::from_str(yaml)
        .map_err(|error| error.location().map(|place| (place.line(), place.column())))?;
    let mut flat = Flat::new();
    flatten(&tree, "", &mut flat);
    Ok(flat)
}

fn flatten(tree: &serde_yaml::Value, prefix: &str, flat: &mut Flat) {
    match tree {
        serde_yaml::Value::Mapping(map) => {
            for (key, value) in map {
                let Some(key) = key.as_str() else { continue };
                let key = if prefix.is_empty() { key.to_owned() } else { format!("{prefix}.{key}") };
                flatten(value, &key, flat);
            }
        }
        serde_yaml::Value::Sequence(list) => {
            for (index, value) in list.iter().enumerate() {
                flatten(value, &item_key(prefix, index + 1), flat);
            }
        }
        serde_yaml::Value::String(text) => {
            flat.insert(prefix.to_owned(), text.trim_end().to_owned());
        }
        serde_yaml::Value::Number(number) => {
            flat.insert(prefix.to_owned(), number.to_string());
        }
        _ => {}
    }
}

/// The name of a sentence in a list, counted from 1.
fn item_key(list: &str, number: usize) -> String {
    format!("{list}.{number}")
}

/// `order.greeting` as `order: {greeting: …}`.
fn nested(flat: &Flat) -> Value {
    branch(&flat.iter().collect::<Vec<_>>(), 0)
}

/// What begins with the same `prefix` bytes, which end in a dot. What has sentences below it is none itself.
fn branch(sentences: &[(&String, &String)], prefix: usize) -> Value {
    let mut below: BTreeMap<Key<'static>, Value> = BTreeMap::new();
    let name_of = |key: &str| key[prefix..].find('.').map_or(key.len(), |dot| prefix + dot);
    let of_one = |one: &(&String, _), other: &(&String, _)| {
        let end = name_of(one.0);
        end == name_of(other.0) && one.0[..end] == other.0[..end]
    };
    // In order of names: those of one branch stand together.
    for group in sentences.chunk_by(of_one) {
        let (key, text) = group[group.len() - 1];
        let end = name_of(key);
        let own = usize::from(group[0].0.len() == end);
        let value =
            if end == key.len() { Value::from(text.as_str()) } else { branch(&group[own..], end + 1) };
        below.insert(Key::from(key[prefix..end].to_owned()), value);
    }
    Value::from(below)
}

/// Where a file as a whole stands, or the place that a reader named.
pub(super) fn span_of(file: &Arc<SourceFile>, place: Option<(usize, usize)>) -> Span {
    let number = |value: usize| u32::try_from(value).unwrap_or(1).max(1);
    place.map_or_else(|| Span::whole(file), |(line, column)| Span::new(file, number(line), number(column), 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_text_can_be_read_and_no_language_lacks_one() {
        for theme in ["etalase", "muda", "sekolah"] {
            let mut findings = Findings::new();
            let files = Files::collect(theme, &BTreeMap::new(), &mut findings).expect("it is built in");
            let first =
                read_language(&files, Language::Id, None, &mut findings).expect("Indonesian can be read");
            for language in [Language::Su, Language::En] {
                let texts = read_language(&files, language, Some(&first), &mut findings);
                assert!(texts.is_some_and(|texts| texts.flat.len() > 100), "{theme}: {language:?}");
            }
            assert_eq!(findings.brief(), "", "{theme}");
            assert!(files.under(FOLDER).all(|(_, file)| sentences(&file.text).is_ok()), "{theme}");
        }
    }

    #[test]
    fn sentences_are_below_their_names_and_the_last_word_has_a_name_with_sentences_below() {
        let flat = ["a", "a-b", "a.b", "a.c.d", "b.1", "b.10", "b.2", "c"];
        let flat: Flat = flat.map(|key| (key.to_owned(), key.to_uppercase())).into();
        let printed = r#"{"a": {"b": "A.B", "c": {"d": "A.C.D"}}, "a-b": "A-B", "b": {"1": "B.1", "10": "B.10", "2": "B.2"}, "c": "C"}"#;
        assert_eq!(nested(&flat).to_string(), printed);
    }

    #[test]
    fn a_sentence_takes_its_values_and_leaves_what_nobody_knows() {
        let value = |name: &str| match name {
            "name" => Some("{n} & {name}"),
            "n" => Some("3"),
            _ => None,
        };
        assert_eq!(filled("{n} x {name}, {what} {", value), "3 x {n} & {name}, {what} {");
        assert_eq!(filled("", value), "");
    }
}
