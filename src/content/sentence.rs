//! The words of a line of prose: what each is without the marks around it, where it stands, and whether a sentence
//! starts with it. Knows no word.

/// A word of a line: in small letters, without the marks around it, and where it stands.
pub(super) struct Word {
    pub(super) text: String,
    pub(super) at: usize,
    pub(super) end: usize,
    pub(super) is_capital: bool,
    pub(super) before: Before,
}

/// What stands between a word and the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Before {
    /// Only space: both may be parts of one name.
    Space,
    /// A mark inside a sentence.
    Mark,
    /// A sentence starts with the word.
    Start,
}

/// The words of a line, in their order.
pub(super) fn words(line: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut start = None;
    let mut typed = String::new();
    let mut before = Before::Start;
    let is_inside = |c: char| c.is_alphanumeric() || c == '-';
    for (at, c) in line.chars().chain([' ']).enumerate() {
        if is_inside(c) {
            start.get_or_insert(at);
            typed.push(c);
            continue;
        }
        if let Some(start) = start.take() {
            // The dash of a list starts a sentence.
            if typed.bytes().all(|byte| byte == b'-') {
                (typed, before) = (String::new(), Before::Start);
                continue;
            }
            let is_capital = typed.starts_with(char::is_uppercase);
            words.push(Word { text: typed.to_lowercase(), at: start, end: at, is_capital, before });
            typed.clear();
            before = Before::Space;
        }
        before = match c {
            '.' | '!' | '?' | ':' | '"' | '“' => Before::Start,
            c if !c.is_whitespace() && before == Before::Space => Before::Mark,
            _ => before,
        };
    }
    words
}
