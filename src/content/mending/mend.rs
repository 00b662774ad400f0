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
    /// An item of a list without its dash.
    MissingDash,
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
