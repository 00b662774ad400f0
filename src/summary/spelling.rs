//! Optional enums of the model in `etalase.json`, by the words of a profile; for `#[serde(with = …)]`. A word that is
//! not known is `None`: a newer program may know more.

use serde::{Deserialize, Deserializer, Serializer};

use crate::model::{Group, Help, Kind, OpeningKind};

/// An enum with a word for each variant.
pub(super) trait Spelled: Copy {
    /// Its word.
    fn word(self) -> &'static str;

    /// The variant of a word.
    fn from_word(word: &str) -> Option<Self>;
}

#[expect(clippy::ref_option, reason = "serde hands over a reference")]
pub(super) fn serialize<T: Spelled, S: Serializer>(
    value: &Option<T>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => serializer.serialize_str(value.word()),
        None => serializer.serialize_none(),
    }
}

pub(super) fn deserialize<'de, T: Spelled, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<T>, D::Error> {
    let word = Option::<String>::deserialize(deserializer)?;
    Ok(word.as_deref().and_then(T::from_word))
}

macro_rules! spelled {
    ($word_of:ident, $words:ident, $type:ident, $doc:literal, { $($variant:ident => $word:literal),+ $(,)? }) => {
        /// All of these words.
        pub(super) const $words: &[&str] = &[$($word),+];

        #[doc = $doc]
        pub fn $word_of(value: $type) -> &'static str {
            match value { $($type::$variant => $word),+ }
        }

        impl Spelled for $type {
            fn word(self) -> &'static str {
                $word_of(self)
            }

            fn from_word(word: &str) -> Option<Self> {
                match word {
                    $($word => Some(Self::$variant),)+
                    _ => None,
                }
            }
        }
    };
}

spelled!(kind_word, KIND_WORDS, Kind, "The word of a profile for a kind, also its address in the portal.", {
    Consumer => "konsumen",
    Producer => "produsen",
    Service => "jasa",
    Marketing => "pemasaran",
    SavingsAndLoan => "simpan-pinjam",
});

spelled!(group_word, GROUP_WORDS, Group, "The word of a profile for a family of cooperatives.", {
    Village => "kud",
    Pesantren => "kopontren",
    Pupils => "kopsis",
    Employees => "kopkar",
    Students => "kopma",
    RedWhite => "kdmp",
    Other => "lainnya",
});

spelled!(help_word, HELP_WORDS, Help, "The word of a profile for a help to members' businesses.", {
    Selling => "jualan",
    Inputs => "bahan",
    Credit => "modal",
    Training => "pelatihan",
    Certificates => "sertifikat",
});

spelled!(opening_kind_word, OPENING_WORDS, OpeningKind, "The word of a profile for a kind of opening.", {
    SchoolInternship => "pkl",
    Internship => "magang",
    Job => "kerja",
    Volunteer => "relawan",
    Visit => "kunjungan",
});
