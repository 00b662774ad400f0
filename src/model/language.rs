//! The languages of pages, and text that a profile may give in several.

/// A language of the interface and of content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {
    /// Indonesian, `id`: what profiles are written in, so that every text exists in it.
    Id,
    /// Sundanese, `su`.
    Su,
    /// English, `en`.
    En,
}

impl Language {
    /// Every language, in the order of preference for a site that names none.
    pub const ALL: [Self; 3] = [Self::Id, Self::Su, Self::En];

    /// The BCP 47 tag, also the name in addresses and of text files.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Su => "su",
            Self::En => "en",
        }
    }

    /// The name of the language in itself, as a language switch shows it.
    pub fn own_name(self) -> &'static str {
        match self {
            Self::Id => "Indonesia",
            Self::Su => "Sunda",
            Self::En => "English",
        }
    }

    /// From a tag; case matters, as in YAML everywhere else.
    pub fn from_tag(tag: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.tag() == tag)
    }
}

/// Text as it was written, with translations where the profile gives them (`slogan_en`, `slogan_su`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LocalText {
    original: String,
    translations: Vec<(Language, String)>,
}

impl LocalText {
    /// Text in the language of the profile, without translation.
    pub fn new(original: impl Into<String>) -> Self {
        Self { original: original.into(), translations: Vec::new() }
    }

    /// With one more language.
    #[must_use]
    pub fn with(mut self, language: Language, text: impl Into<String>) -> Self {
        self.translations.push((language, text.into()));
        self
    }

    /// The text in a language, or else as it was written.
    pub fn get(&self, language: Language) -> &str {
        self.translations
            .iter()
            .find(|(translated, _)| *translated == language)
            .map_or(&self.original, |(_, text)| text)
    }

    /// The text as it was written.
    pub fn original(&self) -> &str {
        &self.original
    }

    /// True if the profile gives this text in that language.
    pub fn is_translated(&self, language: Language) -> bool {
        self.translations.iter().any(|(translated, _)| *translated == language)
    }
}
