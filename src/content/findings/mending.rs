//! A line that is wrong, with what to write there. Whoever does what the remedy says gets the text that the program
//! went on to read.

use super::{error, text, warning};
use crate::content::mending::{Change, Rule};
use crate::content::piece::Source;
use crate::finding::{Finding, Span, Text};

/// Longest text that a remedy repeats, in characters.
const MOST: usize = 200;
/// Longest part of what moves to a new line that is shown, in characters.
const SHOWN: usize = 24;

/// One change of a line.
pub(in crate::content) fn change(source: Source<'_>, change: &Change) -> Finding {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let line = number(change.line + 1) + source.lines_before;
    let length = number(change.old.chars().count());
    let at = Span::new(source.file, line, number(change.column + 1), length);
    let build = if change.is_needed { error } else { warning };
    let (found, expected) = words(change.rule);
    build(code(change.rule), at, found, expected, remedy(change))
}

fn code(rule: Rule) -> &'static str {
    match rule {
        Rule::SpaceAfterColon => "no-space-after-colon",
        Rule::WrongColon(_) => "wrong-colon",
        Rule::MissingColon => "missing-colon",
        Rule::SpaceAfterDash => "no-space-after-dash",
        Rule::WrongDash(_) => "wrong-dash",
        Rule::MissingDash => "missing-dash",
        Rule::CloseQuote(_) => "unclosed-quote",
        Rule::OpenQuote(_) => "unopened-quote",
        Rule::CloseBracket(_) => "unclosed-bracket",
        Rule::OpenBracket(_) => "unopened-bracket",
        Rule::ExtraBracket(_) => "extra-bracket",
        Rule::ColonInText => "colon-in-value",
        Rule::ReservedStart(_) => "reserved-start",
        Rule::Indentation => "indentation",
        Rule::TabIndent => "tab-indent",
        Rule::OddSpace(_) => "odd-space",
        Rule::LineBreak => "missing-line-break",
    }
}

/// What was found and what was expected.
fn words(rule: Rule) -> (Text, Text) {
    let pair = || text("`kunci: isi`", "`key: value`");
    let item = || text("`- isi`", "`- item`");
    match rule {
        Rule::SpaceAfterColon => {
            (text("sesudah titik dua harus ada spasi", "a space belongs after the colon"), pair())
        }
        Rule::WrongColon(sign) => (
            text(format!("`{sign}` bukan titik dua"), format!("`{sign}` is no colon")),
            text("titik dua `:` dan spasi", "a colon `:` and a space"),
        ),
        Rule::MissingColon => (text("kunci ini tidak punya titik dua", "this key has no colon"), pair()),
        Rule::SpaceAfterDash => {
            (text("sesudah tanda `-` harus ada spasi", "a space belongs after the `-`"), item())
        }
        Rule::WrongDash(sign) => (
            text(
                format!("`{sign}` bukan tanda `-` pembuka isi daftar"),
                format!("`{sign}` is not the `-` of a list"),
            ),
            item(),
        ),
        Rule::MissingDash => {
            (text("isi daftar ini tidak diawali `-`", "this item of a list does not start with `-`"), item())
        }
        Rule::CloseQuote(quote) => (
            text(format!("tanda kutip {quote} tidak ditutup"), format!("the quote {quote} is not closed")),
            text(format!("tanda kutip {quote} di kedua ujung"), format!("a quote {quote} at both ends")),
        ),
        Rule::OpenQuote(quote) => (
            text(
                format!("tanda kutip {quote} ditutup tanpa dibuka"),
                format!("the quote {quote} closes and never opened"),
            ),
            text(format!("tanda kutip {quote} di kedua ujung"), format!("a quote {quote} at both ends")),
        ),
        Rule::CloseBracket(bracket) => (
            text(
                format!("kurung `{bracket}` tidak ditutup"),
                format!("the bracket `{bracket}` is not closed"),
            ),
            text("kurung yang berpasangan", "brackets in pairs"),
        ),
        Rule::OpenBracket(bracket) => (
            text(
                format!("kurung `{bracket}` ditutup tanpa dibuka"),
                format!("the bracket `{bracket}` closes and never opened"),
            ),
            text("kurung yang berpasangan", "brackets in pairs"),
        ),
        _ => more_words(rule),
    }
}

fn more_words(rule: Rule) -> (Text, Text) {
    match rule {
        Rule::ExtraBracket(bracket) => (
            text(
                format!("kurung `{bracket}` ini satu terlalu banyak"),
                format!("this bracket `{bracket}` is one too many"),
            ),
            text("kurung yang berpasangan", "brackets in pairs"),
        ),
        Rule::ReservedStart(sign) => (
            text(
                format!("tulisan tidak boleh diawali {sign} tanpa tanda kutip"),
                format!("text may not start with {sign} outside quotes"),
            ),
            text("tulisan diapit tanda kutip", "text in quotes"),
        ),
        Rule::TabIndent => (
            text("baris ini menjorok dengan tombol Tab", "this line is indented with a tab"),
            text("spasi, misalnya dua untuk tiap tingkat", "spaces, for example two a level"),
        ),
        Rule::OddSpace('\t') => {
            (text("di sini ada Tab", "there is a tab here"), text("spasi biasa", "an ordinary space"))
        }
        Rule::OddSpace(odd) => {
            let code = u32::from(odd);
            (
                text(
                    format!("di sini ada huruf khusus U+{code:04X}, biasanya ikut tersalin dari halaman web"),
                    format!("there is a special character U+{code:04X} here, usually copied from a web page"),
                ),
                text("spasi biasa", "ordinary spaces"),
            )
        }
        Rule::LineBreak => (
            text("dua baris menjadi satu", "two lines have become one"),
            text("tiap kunci di barisnya sendiri", "each key on a line of its own"),
        ),
        Rule::Indentation => (
            text(
                "baris ini tidak sejajar dengan baris di atasnya",
                "this line is not aligned with the lines above it",
            ),
            text(
                "kunci yang setingkat dimulai di kolom yang sama",
                "keys of one level that start in the same column",
            ),
        ),
        _ => (
            text("titik dua di tengah tulisan membingungkan YAML", "a colon inside the text confuses YAML"),
            text("tulisan yang memuat `: ` diapit tanda kutip", "text with `: ` in quotes"),
        ),
    }
}

fn remedy(change: &Change) -> Text {
    let Change { rule, old, new, spaces, .. } = change;
    let (id, en) = spaces_in_words(*spaces);
    match rule {
        Rule::OddSpace(_) if new.is_empty() => text("hapus huruf itu", "delete it"),
        Rule::Indentation | Rule::TabIndent => {
            text(format!("awali baris ini dengan {id}"), format!("start this line with {en}"))
        }
        Rule::OddSpace(_) => text(format!("ganti dengan {id}"), format!("replace it by {en}")),
        Rule::MissingDash => {
            let first = new.trim_start_matches([' ', '-']);
            text(
                format!("awali baris ini dengan {id} dan tanda `-`: `- {first}`"),
                format!("start this line with {en} and a `-`: `- {first}`"),
            )
        }
        Rule::LineBreak => {
            let mut shown: String = new.chars().take(SHOWN).collect();
            if shown.len() < new.len() {
                shown.push('…');
            }
            text(
                format!("pindahkan `{shown}` ke baris baru yang diawali {id}"),
                format!("move `{shown}` to a new line that starts with {en}"),
            )
        }
        _ if new.chars().count() > MOST => {
            let end: String = old.chars().rev().take(SHOWN).collect::<Vec<_>>().into_iter().rev().collect();
            let start: String = old.chars().take(SHOWN).collect();
            text(
                format!("apit dengan tanda kutip dari `{start}…` sampai `…{end}`"),
                format!("put it in quotes from `{start}…` to `…{end}`"),
            )
        }
        _ => text(format!("tulis `{new}`"), format!("write `{new}`")),
    }
}

fn spaces_in_words(spaces: usize) -> (String, String) {
    match spaces {
        0 => ("0 spasi".to_owned(), "no space".to_owned()),
        1 => ("1 spasi".to_owned(), "1 space".to_owned()),
        many => (format!("{many} spasi"), format!("{many} spaces")),
    }
}
