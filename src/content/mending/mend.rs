//! One change of one line, and why.

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::content) enum Rule {
    /// `nama:Koperasi`.
    SpaceAfterColon,
    /// `nama; Koperasi`, with what stands for the colon.
    WrongColon(char),
    /// `nama Koperasi`.
    MissingColon,
    /// `-nama: A`.
    SpaceAfterDash,
    /// `– nama: A`, with what stands for the dash.
    WrongDash(char),
    /// `1. nama: A`.
    NumberForDash,
    /// `- harga: 9.000` below `- nama: A`.
    ExtraDash,
    /// An item of a list without its dash.
    MissingDash,
    /// `nama: “Kopi”`, with the quote that is none to YAML.
    CurlyQuote(char),
    /// A quote that opens and never closes.
    CloseQuote(char),
    /// A quote that closes and never opened.
    OpenQuote(char),
    /// `{` or `[` without its partner.
    CloseBracket(char),
    /// `}` or `]` without its partner.
    OpenBracket(char),
    /// `}` or `]` behind its pair.
    ExtraBracket(char),
    /// `slogan: Kopi: enak`.
    ColonInText,
    /// `{nama: Kopi, bubuk}`.
    CommaInText,
    /// `{nama: Kopi, harga: Rp 35,000}`.
    CommaInNumber,
    /// `{nama: Kopi harga: Rp 9.000}`.
    MissingComma,
    /// `nama: "Kopi",` outside braces, with the comma or semicolon.
    ExtraComma(char),
    /// `(nama: Kopi, harga: Rp 9.000)`.
    RoundBrackets,
    /// `*nama:* Kopi`, with the sign that chats make bold.
    Bold(char),
    /// A line that is no key: a heading among the keys.
    NoKey,
    /// A value that starts with `@`, `` ` `` or `%`.
    ReservedStart(char),
    /// A line that stands too far left or right.
    Indentation,
    /// A Tab that indents.
    TabIndent,
    /// A space that is none to YAML, or a character that no eye sees.
    OddSpace(char),
    /// Two lines in one.
    LineBreak,
    /// `nama: Kopi, harga: Rp 9.000` outside braces, with what parts the keys.
    SignForBreak(char),
}

/// Replaces a part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::content) struct Mend {
    /// Index of the line in the text.
    pub(in crate::content) line: usize,
    /// First byte of the line that goes.
    pub(in crate::content) from: usize,
    /// First byte of the line that stays.
    pub(in crate::content) to: usize,
    /// What comes in its place.
    pub(in crate::content) with: String,
    /// Why.
    pub(in crate::content) rule: Rule,
    /// Of two changes that mend equally well, the one of lower rank is told.
    pub(super) rank: u8,
    /// Changes further on without which this one makes no sense, in their order.
    pub(super) also: Vec<Mend>,
}

impl Mend {
    /// It and the changes that belong to it, in the order of their lines.
    pub(super) fn all(&self) -> impl DoubleEndedIterator<Item = &Self> {
        std::iter::once(self).chain(&self.also)
    }

    /// Index of the last line that it changes.
    pub(super) fn last_line(&self) -> usize {
        self.also.last().map_or(self.line, |mend| mend.line)
    }
}

/// A space that looks like one and is none to YAML.
pub(super) fn is_odd_space(c: char) -> bool {
    matches!(c, '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}')
}

/// A character without a width.
pub(super) fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}

/// Anything of the two.
pub(super) fn is_odd(c: char) -> bool {
    is_odd_space(c) || is_unseen(c)
}

/// A quote as office programs and telephones write it.
pub(in crate::content) fn is_curly(c: char) -> bool {
    matches!(
        c,
        '“' | '”'
            | '„'
            | '‟'
            | '‘'
            | '’'
            | '‚'
            | '‛'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '´'
            | '`'
            | '＂'
            | '＇'
    )
}

/// The text between two quotes of which one is curly: that of `“Kopi”`, also of `"Kopi”`.
pub(super) fn between_curly_quotes(text: &str) -> Option<&str> {
    let is_quote = |c: char| is_curly(c) || matches!(c, '"' | '\'');
    let mut letters = text.chars();
    let (first, last) = (letters.next()?, letters.next_back()?);
    let has_curly = is_curly(first) || is_curly(last);
    let inside = letters.as_str();
    let is_one = !inside.contains(['“', '”', '„', '‟', '«', '»', '"']) && !inside.trim().is_empty();
    (is_quote(first) && is_quote(last) && has_curly && is_one).then_some(inside)
}

/// A text in quotes that it does not hold itself.
pub(in crate::content) fn quote(value: &str) -> String {
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}
