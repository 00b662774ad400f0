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

/// Code, what was found, what was expected, and the remedy.
type Told = (&'static str, Text, Text, Text);

/// One change of a line.
pub(in crate::content) fn mended_line(source: Source<'_>, change: &Change) -> Finding {
    let number = |value: usize| u32::try_from(value).unwrap_or(u32::MAX);
    let line = number(change.line + 1) + source.lines_before;
    let length = number(change.old.chars().count());
    let at = Span::new(source.file, line, number(change.column + 1), length);
    let build = if change.is_needed { error } else { warning };
    let (code, found, expected, help) = told(change);
    build(code, at, found, expected, help)
}

fn told(change: &Change) -> Told {
    match change.rule {
        Rule::SpaceAfterColon => space_after_colon(change),
        Rule::WrongColon(sign) => wrong_colon(change, sign),
        Rule::MissingColon => missing_colon(change),
        Rule::SpaceAfterDash => space_after_dash(change),
        Rule::WrongDash(sign) => wrong_dash(change, &sign.to_string()),
        Rule::NumberForDash => wrong_dash(change, number(&change.old)),
        Rule::MissingDash => missing_dash(change),
        Rule::CurlyQuote(quote) => curly_quote(change, quote),
        Rule::CloseQuote(quote) => close_quote(change, quote),
        Rule::OpenQuote(quote) => open_quote(change, quote),
        Rule::CloseBracket(bracket) => close_bracket(change, bracket),
        Rule::OpenBracket(bracket) => open_bracket(change, bracket),
        Rule::ExtraBracket(bracket) => extra_bracket(change, bracket),
        Rule::ColonInText => colon_in_text(change),
        Rule::CommaInText => comma_in_text(change),
        Rule::CommaInNumber => comma_in_number(change),
        Rule::MissingComma => missing_comma(change),
        Rule::ReservedStart(sign) => reserved_start(change, sign),
        Rule::Indentation => indentation(change),
        Rule::TabIndent => tab_indent(change),
        Rule::OddSpace(odd) => odd_space(change, odd),
        Rule::LineBreak => line_break(change),
        Rule::SignForBreak(sign) => sign_for_break(change, sign),
    }
}

fn pair() -> Text {
    text("`kunci: isi`", "`key: value`")
}

fn item() -> Text {
    text("`- isi`", "`- item`")
}

fn both_quotes(quote: char) -> Text {
    text(format!("tanda kutip {quote} di kedua ujung"), format!("a quote {quote} at both ends"))
}

fn bracket_pairs() -> Text {
    text("kurung yang berpasangan", "brackets in pairs")
}

/// `nama:Koperasi`.
fn space_after_colon(change: &Change) -> Told {
    (
        "no-space-after-colon",
        text("sesudah titik dua harus ada spasi", "a space belongs after the colon"),
        pair(),
        written(change),
    )
}

/// `nama; Koperasi`.
fn wrong_colon(change: &Change, sign: char) -> Told {
    (
        "wrong-colon",
        text(format!("`{sign}` bukan titik dua"), format!("`{sign}` is no colon")),
        text("titik dua `:` dan spasi", "a colon `:` and a space"),
        written(change),
    )
}

/// `nama Koperasi`.
fn missing_colon(change: &Change) -> Told {
    (
        "missing-colon",
        text("kunci ini tidak punya titik dua", "this key has no colon"),
        pair(),
        written(change),
    )
}

/// `-nama: A`.
fn space_after_dash(change: &Change) -> Told {
    (
        "no-space-after-dash",
        text("sesudah tanda `-` harus ada spasi", "a space belongs after the `-`"),
        item(),
        written(change),
    )
}

/// `– nama: A`, `1. nama: A`.
fn wrong_dash(change: &Change, sign: &str) -> Told {
    (
        "wrong-dash",
        text(
            format!("`{sign}` bukan tanda `-` pembuka isi daftar"),
            format!("`{sign}` is not the `-` of a list"),
        ),
        item(),
        written(change),
    )
}

/// `1.` of `1. nama: A`.
fn number(old: &str) -> &str {
    &old[..old.find(['.', ')']).map_or(old.len(), |sign| sign + 1)]
}

/// An item of a list without its dash.
fn missing_dash(change: &Change) -> Told {
    let first = change.new.trim_start_matches([' ', '-']);
    let (id, en) = spaces_in_words(change.spaces);
    (
        "missing-dash",
        text("isi daftar ini tidak diawali `-`", "this item of a list does not start with `-`"),
        item(),
        text(
            format!("awali baris ini dengan {id} dan tanda `-`: `- {first}`"),
            format!("start this line with {en} and a `-`: `- {first}`"),
        ),
    )
}

/// `nama: “Kopi”`.
fn curly_quote(change: &Change, sign: char) -> Told {
    (
        "curly-quote",
        text(
            format!("{sign} bukan tanda kutip bagi YAML, jadi ikut terbaca sebagai isi"),
            format!("{sign} is no quote to YAML, so it is read as part of the text"),
        ),
        text(
            "tanda kutip lurus \" di kedua ujung, atau tanpa kutip",
            "a straight quote \" at both ends, or none",
        ),
        written(change),
    )
}

/// A quote that opens and never closes.
fn close_quote(change: &Change, quote: char) -> Told {
    (
        "unclosed-quote",
        text(format!("tanda kutip {quote} tidak ditutup"), format!("the quote {quote} is not closed")),
        both_quotes(quote),
        written(change),
    )
}

/// A quote that closes and never opened.
fn open_quote(change: &Change, quote: char) -> Told {
    (
        "unopened-quote",
        text(
            format!("tanda kutip {quote} ditutup tanpa dibuka"),
            format!("the quote {quote} closes and never opened"),
        ),
        both_quotes(quote),
        written(change),
    )
}

/// `{` or `[` without its partner.
fn close_bracket(change: &Change, bracket: char) -> Told {
    (
        "unclosed-bracket",
        text(format!("kurung `{bracket}` tidak ditutup"), format!("the bracket `{bracket}` is not closed")),
        bracket_pairs(),
        written(change),
    )
}

/// `}` or `]` without its partner.
fn open_bracket(change: &Change, bracket: char) -> Told {
    (
        "unopened-bracket",
        text(
            format!("kurung `{bracket}` ditutup tanpa dibuka"),
            format!("the bracket `{bracket}` closes and never opened"),
        ),
        bracket_pairs(),
        written(change),
    )
}

/// `}` or `]` behind its pair.
fn extra_bracket(change: &Change, bracket: char) -> Told {
    (
        "extra-bracket",
        text(
            format!("kurung `{bracket}` ini satu terlalu banyak"),
            format!("this bracket `{bracket}` is one too many"),
        ),
        bracket_pairs(),
        written(change),
    )
}

/// `slogan: Kopi: enak`.
fn colon_in_text(change: &Change) -> Told {
    (
        "colon-in-value",
        text("titik dua di tengah tulisan membingungkan YAML", "a colon inside the text confuses YAML"),
        text("tulisan yang memuat `: ` diapit tanda kutip", "text with `: ` in quotes"),
        written(change),
    )
}

/// `{nama: Kopi, bubuk}`.
fn comma_in_text(change: &Change) -> Told {
    (
        "comma-in-value",
        text(
            "koma di dalam kurung kurawal memisahkan kunci, jadi tulisan ini terpotong",
            "a comma inside braces parts keys, so this text is cut",
        ),
        text("tulisan yang memuat koma diapit tanda kutip", "text with a comma in quotes"),
        written(change),
    )
}

/// `{harga: Rp 35,000}`.
fn comma_in_number(change: &Change) -> Told {
    (
        "comma-in-value",
        text(
            "koma di dalam kurung kurawal memisahkan kunci, jadi angka ini terpotong",
            "a comma inside braces parts keys, so this number is cut",
        ),
        text("titik untuk ribuan", "a dot for thousands"),
        written(change),
    )
}

/// `{nama: Kopi harga: Rp 9.000}`.
fn missing_comma(change: &Change) -> Told {
    (
        "missing-comma",
        text("di sini kurang koma", "a comma is missing here"),
        text("koma di antara kunci-kunci di dalam kurung kurawal", "a comma between the keys inside braces"),
        written(change),
    )
}

/// A value that starts with `@`, `` ` `` or `%`.
fn reserved_start(change: &Change, sign: char) -> Told {
    (
        "reserved-start",
        text(
            format!("tulisan tidak boleh diawali {sign} tanpa tanda kutip"),
            format!("text may not start with {sign} outside quotes"),
        ),
        text("tulisan diapit tanda kutip", "text in quotes"),
        written(change),
    )
}

/// A line that stands too far left or right.
fn indentation(change: &Change) -> Told {
    (
        "indentation",
        text(
            "baris ini tidak sejajar dengan baris di atasnya",
            "this line is not aligned with the lines above it",
        ),
        text(
            "kunci yang setingkat dimulai di kolom yang sama",
            "keys of one level that start in the same column",
        ),
        begun_with_spaces(change),
    )
}

/// A Tab that indents.
fn tab_indent(change: &Change) -> Told {
    (
        "tab-indent",
        text("baris ini menjorok dengan tombol Tab", "this line is indented with a tab"),
        text("spasi, misalnya dua untuk tiap tingkat", "spaces, for example two a level"),
        begun_with_spaces(change),
    )
}

/// A space that is none to YAML, or a character that no eye sees.
fn odd_space(change: &Change, odd: char) -> Told {
    let code = u32::from(odd);
    let found = if odd == '\t' {
        text("di sini ada Tab", "there is a tab here")
    } else {
        text(
            format!("di sini ada huruf khusus U+{code:04X}, biasanya ikut tersalin dari halaman web"),
            format!("there is a special character U+{code:04X} here, usually copied from a web page"),
        )
    };
    let (id, en) = spaces_in_words(change.spaces);
    let help = if change.new.is_empty() {
        text("hapus huruf itu", "delete it")
    } else {
        text(format!("ganti dengan {id}"), format!("replace it by {en}"))
    };
    ("odd-space", found, text("spasi biasa", "ordinary spaces"), help)
}

/// Two lines in one.
fn line_break(change: &Change) -> Told {
    let mut shown: String = change.new.chars().take(SHOWN).collect();
    if shown.len() < change.new.len() {
        shown.push('…');
    }
    let (id, en) = spaces_in_words(change.spaces);
    (
        "missing-line-break",
        text("dua baris menjadi satu", "two lines have become one"),
        text("tiap kunci di barisnya sendiri", "each key on a line of its own"),
        text(
            format!("pindahkan `{shown}` ke baris baru yang diawali {id}"),
            format!("move `{shown}` to a new line that starts with {en}"),
        ),
    )
}

/// `nama: Kopi, harga: Rp 9.000`, where no braces are.
fn sign_for_break(change: &Change, sign: char) -> Told {
    let mut shown: String = change.new.chars().take(SHOWN).collect();
    if shown.len() < change.new.len() {
        shown.push('…');
    }
    let (id, en) = spaces_in_words(change.spaces);
    (
        "missing-line-break",
        text(
            format!("`{sign}` memisahkan kunci hanya di dalam kurung kurawal"),
            format!("`{sign}` parts keys inside braces only"),
        ),
        text("tiap kunci di barisnya sendiri", "each key on a line of its own"),
        text(
            format!("hapus `{sign}`, lalu pindahkan `{shown}` ke baris baru yang diawali {id}"),
            format!("remove `{sign}`, then move `{shown}` to a new line that starts with {en}"),
        ),
    )
}

/// The words around the change as they should be.
fn written(change: &Change) -> Text {
    let new = &change.new;
    let is_quoting = matches!(
        change.rule,
        Rule::ColonInText | Rule::CommaInText | Rule::ReservedStart(_) | Rule::CurlyQuote(_)
    );
    if new.chars().count() <= MOST || !is_quoting {
        return text(format!("tulis `{new}`"), format!("write `{new}`"));
    }
    between_quotes(change)
}

/// The same of a text that is too long to repeat: the quotes that it needs, and where they belong.
fn between_quotes(change: &Change) -> Text {
    let (old, quoted) = apart(&change.old, &change.new);
    let quote = if quoted.starts_with('\'') { '\'' } else { '"' };
    let is_sign = |c: char| matches!(c, '"' | '\'' | '“' | '”' | '„' | '‟' | '‘' | '’' | '‚' | '‛');
    let is_curly = matches!(change.rule, Rule::CurlyQuote(_));
    let inside = if is_curly { old.trim_matches(is_sign).trim() } else { old };
    let start: String = inside.chars().take(SHOWN).collect();
    let end: String = inside.chars().rev().take(SHOWN).collect::<Vec<_>>().into_iter().rev().collect();
    if is_curly {
        return text(
            format!("ganti tanda kutip di depan `{start}…` dan di belakang `…{end}` dengan {quote}"),
            format!("replace the quotes before `{start}…` and behind `…{end}` by {quote}"),
        );
    }
    if quote == '\'' && old.contains('\'') {
        return text(
            format!("gandakan tiap ' di dalamnya, lalu apit dengan ' dari `{start}…` sampai `…{end}`"),
            format!("double every ' inside, then put it in ' from `{start}…` to `…{end}`"),
        );
    }
    text(
        format!("apit dengan tanda kutip {quote} dari `{start}…` sampai `…{end}`"),
        format!("put it in quotes {quote} from `{start}…` to `…{end}`"),
    )
}

/// What two texts do not share at their starts and ends.
fn apart<'t>(old: &'t str, new: &'t str) -> (&'t str, &'t str) {
    let length = |(one, _): (char, char)| one.len_utf8();
    let is_same = |(one, other): &(char, char)| one == other;
    let start: usize = old.chars().zip(new.chars()).take_while(is_same).map(length).sum();
    let (old, new) = (&old[start..], &new[start..]);
    let end: usize = old.chars().rev().zip(new.chars().rev()).take_while(is_same).map(length).sum();
    (&old[..old.len() - end], &new[..new.len() - end])
}

fn begun_with_spaces(change: &Change) -> Text {
    let (id, en) = spaces_in_words(change.spaces);
    text(format!("awali baris ini dengan {id}"), format!("start this line with {en}"))
}

fn spaces_in_words(spaces: usize) -> (String, String) {
    match spaces {
        0 => ("0 spasi".to_owned(), "no space".to_owned()),
        1 => ("1 spasi".to_owned(), "1 space".to_owned()),
        many => (format!("{many} spasi"), format!("{many} spaces")),
    }
}
