//! The part of an address that names one thing: `susu-pasteurisasi`.

use std::fmt;

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
        let mut words: Vec<String> = Vec::new();
        let ascii = deunicode::deunicode_with_tofu(name, "").to_ascii_lowercase();
        // An apostrophe is part of its word: `Jum'at` is `jumat`.
        let ascii: String = ascii.chars().filter(|c| !matches!(c, '\'' | '`')).collect();
        let mut length = 0;
        for word in ascii.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
            length += word.len() + 1;
            if length > MAX_CHARS + 1 && !words.is_empty() {
                break;
            }
            words.push(word.chars().take(MAX_CHARS).collect());
        }
        let slug = words.join("-");
        (!slug.is_empty()).then(|| Self(reserved_made_safe(slug)))
    }

    /// A slug that somebody typed: accepted only as it is.
    pub fn parse(typed: &str) -> Option<Self> {
        Self::from_name(typed).filter(|slug| slug.0 == typed)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Windows cannot make a folder called `con` or `nul`, with or without an ending; sites are unpacked there too.
fn reserved_made_safe(slug: String) -> String {
    let device = matches!(slug.as_str(), "con" | "prn" | "aux" | "nul")
        || (slug.len() == 4
            && (slug.starts_with("com") || slug.starts_with("lpt"))
            && slug.ends_with(|c: char| c.is_ascii_digit()));
    if device { format!("{slug}-1") } else { slug }
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

    #[test]
    fn only_a_finished_slug_parses() {
        assert!(Slug::parse("susu-segar").is_some());
        assert!(Slug::parse("Susu Segar").is_none());
        assert!(Slug::parse("").is_none());
    }
}
