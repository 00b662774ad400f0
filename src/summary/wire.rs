//! Texts in one or several languages, as `etalase.json` has them. Checks nothing; that is `guard`'s work.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::ser::SerializeMap;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::model::{Language, LocalText};

/// Key of the text as it was written, beside those of its translations.
const ORIGINAL: &str = "_";

/// A text, with translations where the profile gives them. In JSON a string, or an object such as
/// `{"_": "Susu", "en": "Milk"}`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words(LocalText);

impl Words {
    /// From a text of the model.
    pub fn new(text: LocalText) -> Self {
        Self(text)
    }

    /// The text in a language, or else as it was written.
    pub fn get(&self, language: Language) -> &str {
        self.0.get(language)
    }

    /// The text as it was written.
    pub fn original(&self) -> &str {
        self.0.original()
    }

    /// Every version of it.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        let translations = Language::ALL.into_iter().filter(|language| self.0.is_translated(*language));
        std::iter::once(self.original()).chain(translations.map(|language| self.get(language)))
    }
}

impl Serialize for Words {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let translated = || Language::ALL.into_iter().filter(|language| self.0.is_translated(*language));
        if translated().next().is_none() {
            return serializer.serialize_str(self.original());
        }
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry(ORIGINAL, self.original())?;
        for language in translated() {
            map.serialize_entry(language.tag(), self.get(language))?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Words {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(WordsVisitor)
    }
}

struct WordsVisitor;

impl<'de> Visitor<'de> for WordsVisitor {
    type Value = Words;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a text, or texts by language")
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Words, E> {
        Ok(Words(LocalText::new(text)))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Words, A::Error> {
        let mut original = None;
        let mut translations = Vec::new();
        while let Some(key) = map.next_key::<String>()? {
            if key == ORIGINAL {
                original = Some(map.next_value::<String>()?);
            } else if let Some(language) = Language::from_tag(&key) {
                translations.push((language, map.next_value::<String>()?));
            } else {
                map.next_value::<serde::de::IgnoredAny>()?;
            }
        }
        let original = original.ok_or_else(|| serde::de::Error::missing_field(ORIGINAL))?;
        // In one order, whatever that of the file; of a language that stands twice the first counts.
        let mut text = LocalText::new(original);
        for language in Language::ALL {
            let at = translations.iter().position(|(translated, _)| *translated == language);
            if let Some((_, words)) = at.map(|at| translations.remove(at)) {
                text = text.with(language, words);
            }
        }
        Ok(Words(text))
    }
}
