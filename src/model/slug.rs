//! The part of an address that names one thing: `susu-pasteurisasi`.

use std::fmt;

use super::text::in_ascii;

/// Longest slug made from a name, in characters; longer names are cut at a word.
const MAX_CHARS: usize = 60;

/// Lower-case ASCII letters, digits and single hyphens; never empty. Safe as a folder name on every
/// file system and in every address without encoding.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug(String);

impl Slug {
    /// A slug made from a name in any script; `None` if nothing of it can be written in ASCII.
    /// ```
    /// # use etalase::model::Slug;
    /// assert_eq!(Slug::from_name("Kopi: Arabika (250 g)").unwrap().as_str(), "kopi-arabika-250-g");
    /// assert_eq!(Slug::from_name("!!!"), None);
    /// ```
    pub fn from_name(name: &str) -> Option<Self> {
        // An apostrophe is part of its word: `Jum'at` is `jumat`.
        let ascii = in_ascii(name).replace(['\'', '`'], "");
        let mut slug = String::new();
        for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            if !slug.is_empty() {
                if slug.len() + 1 + word.len() > MAX_CHARS {
                    break;
                }
                slug.push('-');
            }
            slug.push_str(&word[..word.len().min(MAX_CHARS)]);
        }
        slug.make_ascii_lowercase();
        if is_device(&slug) {
            slug.push_str("-1");
        }
        (!slug.is_empty()).then_some(Self(slug))
    }

    /// A slug that somebody typed: accepted only as it is.
    pub fn parse(typed: &str) -> Option<Self> {
        let is_word = |word: &str| {
            !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit())
        };
        let is_slug = typed.len() <= MAX_CHARS && typed.split('-').all(is_word) && !is_device(typed);
        is_slug.then(|| Self(typed.to_owned()))
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Windows cannot make a folder called `con` or `nul`, with or without an ending; sites are unpacked there too.
fn is_device(slug: &str) -> bool {
    matches!(slug, "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4
            && (slug.starts_with("com") || slug.starts_with("lpt"))
            && slug.ends_with(|c: char| c.is_ascii_digit()))
}

impl fmt::Display for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slug(name: &str) -> String {
        Slug::from_name(name).map(|slug| slug.0).unwrap_or_default()
    }

    #[test]
    fn a_fraction_is_no_part_of_the_number_before_it() {
        assert_eq!(slug("Gula 1½ kg"), "gula-1-1-2-kg");
        assert_eq!(slug("Gula 1 1/2 kg"), "gula-1-1-2-kg");
        assert_eq!(slug("Gula ½ kg"), "gula-1-2-kg");
        assert_eq!(slug("Beras 7⅓ kg"), "beras-7-1-3-kg");
        assert_ne!(slug("Gula 1½ kg"), slug("Gula 11/2 kg"));
    }

    #[test]
    fn names_become_plain_words() {
        assert_eq!(slug("  Susu Pasteurisasi -- Cokelat!  "), "susu-pasteurisasi-cokelat");
        assert_eq!(slug("Peuyeum Kètan & Gulali"), "peuyeum-ketan-gulali");
        assert_eq!(slug("Kopi Jum'at"), "kopi-jumat");
        assert_eq!(slug("../../etc/passwd"), "etc-passwd");
    }

    #[test]
    fn long_names_are_cut_at_a_word() {
        let made = slug(&"sangat panjang ".repeat(20));
        assert!(made.len() <= MAX_CHARS && !made.ends_with('-'), "{made}");
        assert_eq!(slug(&"a".repeat(200)).len(), MAX_CHARS);
    }

    #[test]
    fn device_names_of_windows_are_avoided() {
        assert_eq!(slug("CON"), "con-1");
        assert_eq!(slug("com1"), "com1-1");
    }

    proptest::proptest! {
        #[test]
        fn what_parses_is_what_its_name_would_be_made_into(typed in "[a-cA1 _.-]{0,5}|[a-z-]{50,70}|con|lpt[0-9a]") {
            proptest::prop_assert_eq!(Slug::parse(&typed), Slug::from_name(&typed).filter(|slug| slug.0 == typed));
        }
    }

    #[test]
    fn only_a_finished_slug_parses() {
        assert!(Slug::parse("susu-segar").is_some());
        assert!(Slug::parse("Susu Segar").is_none());
        assert!(Slug::parse("").is_none());
    }
}
