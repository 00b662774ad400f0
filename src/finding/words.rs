//! Sentences to the person who runs `etalase`, in both of their languages.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::user_info::without_user_info;

/// The language of messages to the person who runs `etalase`. Visitors' languages are `model::Language`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum MessageLanguage {
    /// Indonesian, the language of the people who write profiles.
    #[default]
    Id,
    /// English, for engineers and CI logs.
    En,
}

/// One sentence or phrase in both message languages: lower case, no full stop, what the user typed in
/// backticks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text {
    /// In Indonesian.
    pub id: String,
    /// In English.
    pub en: String,
}

impl Text {
    /// Both languages at once, so that neither can be forgotten. Names and passwords in addresses are left out.
    pub fn new(id: impl Into<String>, en: impl Into<String>) -> Self {
        let shown = |text: String| match without_user_info(&text) {
            Cow::Borrowed(_) => text,
            Cow::Owned(shown) => shown,
        };
        Self { id: shown(id.into()), en: shown(en.into()) }
    }

    /// The text in one of the two languages.
    pub fn get(&self, language: MessageLanguage) -> &str {
        match language {
            MessageLanguage::Id => &self.id,
            MessageLanguage::En => &self.en,
        }
    }
}

/// The English noun for a number of things: one page, no pages. Indonesian nouns do not change.
pub(crate) fn plural<'a, T: Copy + PartialEq + From<u8>>(count: T, one: &'a str, many: &'a str) -> &'a str {
    if count == T::from(1) { one } else { many }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_thing_has_a_noun_of_its_own() {
        assert_eq!((plural(1, "page", "pages"), plural(0, "page", "pages")), ("page", "pages"));
    }
}
