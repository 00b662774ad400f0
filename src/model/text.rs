//! Which characters a text may hold: one rule for what people type and for what another site has published, so that
//! nothing is accepted on one way and refused on another.

use std::borrow::Cow;

/// True for a character that hides or reorders the text around it: control characters, line breaks and tabs among
/// them; the embeddings, overrides and isolates of the bidirectional algorithm; the byte order mark; and what is no
/// character at all, which no reader of XML accepts.
/// Source: UAX #9, tables 1 and 2, without the marks U+200E and U+200F, which reorder no other letters; XML 1.0,
/// `Char`.
/// ```
/// # use etalase::model::is_hidden;
/// assert!("a\u{202e}b".contains(is_hidden) && "a\u{ffff}".contains(is_hidden) && "a\nb".contains(is_hidden));
/// assert!(!"\u{200e}Susu – keju 🐄".contains(is_hidden));
/// ```
pub fn is_hidden(c: char) -> bool {
    let is_no_character = u32::from(c) & 0xfffe == 0xfffe || matches!(c, '\u{fdd0}'..='\u{fdef}');
    let reorders = matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
    c.is_control() || reorders || is_no_character
}

/// The text without what phones and office programs paste along unseen: direction marks (U+200E, U+200F), and carriage
/// returns, of which a line break is left.
/// ```
/// # use etalase::model::without_marks;
/// assert_eq!(without_marks("\u{200e}0812-0000-0000".into()), "0812-0000-0000");
/// assert_eq!(without_marks("Susu\r\nsegar\rmurni".into()), "Susu\nsegar\nmurni");
/// ```
pub fn without_marks(text: Cow<'_, str>) -> Cow<'_, str> {
    const MARKS: [char; 2] = ['\u{200e}', '\u{200f}'];
    let has_return = text.as_bytes().contains(&b'\r');
    if !has_return && (text.is_ascii() || !text.contains(MARKS)) {
        return text;
    }
    text.replace(MARKS, "").replace("\r\n", "\n").replace('\r', "\n").into()
}
/// A text in ASCII, as far as it can be written so; what cannot is left out. A fraction stands apart from the number
/// before it: `1½` is `1 1/2`, not eleven halves.
pub(super) fn in_ascii(text: &str) -> Cow<'_, str> {
    if text.is_ascii() {
        return text.into();
    }
    let mut parted = String::with_capacity(text.len());
    for c in text.chars() {
        if is_fraction(c) && parted.ends_with(|c: char| c.is_ascii_digit()) {
            parted.push(' ');
        }
        parted.push(c);
    }
    deunicode::deunicode_with_tofu(&parted, "").into()
}

/// `½`, `⅓`.
fn is_fraction(c: char) -> bool {
    matches!(c, '\u{bc}'..='\u{be}' | '\u{2150}'..='\u{215e}')
}

/// A name as it is compared with others: lower-case ASCII words with single spaces, without accents and marks. Empty
/// where nothing of it can be written so.
/// ```
/// # use etalase::model::folded_name;
/// assert_eq!(folded_name("Kéju  Jum'at (250 g)"), "keju jumat 250 g");
/// assert_eq!(folded_name("Gula 1½ kg"), "gula 1 1 2 kg");
/// ```
pub fn folded_name(name: &str) -> String {
    let ascii = in_ascii(name);
    let mut folded = String::with_capacity(ascii.len());
    let mut is_parted = false;
    for letter in ascii.chars().filter(|c| !matches!(c, '\'' | '`')) {
        if !letter.is_ascii_alphanumeric() {
            is_parted = !folded.is_empty();
            continue;
        }
        if std::mem::take(&mut is_parted) {
            folded.push(' ');
        }
        folded.push(letter.to_ascii_lowercase());
    }
    folded
}
