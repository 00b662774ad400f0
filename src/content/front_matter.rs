//! The two parts of a Markdown file: keys between two lines of `---`, and the text below them.

/// The line above front matter, and the one below it.
pub(crate) const RULE: &str = "---";

/// A file in its parts: `head`, `closing` and `body` together are the file again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Parted<'a> {
    /// The first line and the YAML: a document of its own, whose lines are those of the file.
    pub(crate) head: &'a str,
    /// The YAML alone.
    pub(crate) keys: &'a str,
    /// The line below it, with its line end.
    pub(crate) closing: &'a str,
    /// What is left, as it stands.
    pub(crate) body: &'a str,
}

/// Why a file has no two parts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whole {
    /// It does not begin with a line of `---`.
    NoFrontMatter,
    /// There is no second line of `---`.
    Open,
}

impl<'a> Parted<'a> {
    /// Parts a file at its first two lines of `---`. Spaces behind them, a byte order mark and either line end do no
    /// harm.
    pub(crate) fn of(text: &'a str) -> Result<Self, Whole> {
        let is_rule = |line: &str| line.trim_end() == RULE;
        let (opening, rest) = text.split_at(text.find('\n').map_or(text.len(), |end| end + 1));
        if !is_rule(opening.strip_prefix('\u{feff}').unwrap_or(opening)) {
            return Err(Whole::NoFrontMatter);
        }
        let mut end = 0;
        for line in rest.split_inclusive('\n') {
            if is_rule(line) {
                let (keys, below) = rest.split_at(end);
                let (closing, body) = below.split_at(line.len());
                return Ok(Self { head: &text[..opening.len() + end], keys, closing, body });
            }
            end += line.len();
        }
        Err(Whole::Open)
    }

    /// How many lines of the file stand above the body.
    pub(crate) fn lines_above_body(&self) -> u32 {
        u32::try_from(self.keys.lines().count() + 2).unwrap_or(u32::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::{Parted, Whole};

    #[test]
    fn a_file_is_parted_at_its_first_two_rules() {
        let cases = [
            ("---\njudul: A\n---\nIsi\n---\n", "judul: A\n", "---\n", "Isi\n---\n", 3),
            ("\u{feff}--- \r\njudul: A\r\n---\r\nIsi", "judul: A\r\n", "---\r\n", "Isi", 3),
            ("---\n---", "", "---", "", 2),
            ("---\n\njudul: '---'\n---\n", "\njudul: '---'\n", "---\n", "", 4),
        ];
        for (text, keys, closing, body, lines) in cases {
            let parts = Parted::of(text).expect(text);
            assert_eq!((parts.keys, parts.closing, parts.body), (keys, closing, body), "{text:?}");
            assert_eq!(parts.lines_above_body(), lines, "{text:?}");
            assert_eq!(format!("{}{closing}{body}", parts.head), text);
        }
    }

    #[test]
    fn what_has_no_two_parts_says_which_rule_is_missing() {
        for text in ["", "judul: A\n---\n", " ---\n---\n", "----\n---\n"] {
            assert_eq!(Parted::of(text), Err(Whole::NoFrontMatter), "{text:?}");
        }
        for text in ["---", "---\njudul: A\n", "---\njudul: A\n ---\n"] {
            assert_eq!(Parted::of(text), Err(Whole::Open), "{text:?}");
        }
    }
}
