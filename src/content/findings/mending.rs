//! A line that is wrong, with what to write there. Whoever does what the remedy says gets the text that the program
//! went on to read.

use super::words::{MOST, SHOWN, as_changed, begun_with_spaces, spaces_in_words};
use super::{error, text, warning};
use crate::content::mending::{Change, Rule};
use crate::content::piece::Source;
use crate::finding::{Finding, Span, Text};

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
        Rule::ExtraDash => extra_dash(change),
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
        Rule::ExtraComma(sign) => extra_comma(change, sign),
        Rule::RoundBrackets => round_brackets(change),
        Rule::Bold(sign) => bold(change, sign),
        Rule::NoKey => no_key(),
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
        as_changed(change),
    )
}

/// `nama; Koperasi`.
fn wrong_colon(change: &Change, sign: char) -> Told {
    let sign = if sign == '\t' { "Tab".to_owned() } else { sign.to_string() };
    (
        "wrong-colon",
        text(format!("`{sign}` bukan titik dua"), format!("`{sign}` is no colon")),
        text("titik dua `:` dan spasi", "a colon `:` and a space"),
        as_changed(change),
    )
}

/// `nama Koperasi`.
fn missing_colon(change: &Change) -> Told {
    (
        "missing-colon",
        text("kunci ini tidak punya titik dua", "this key has no colon"),
        pair(),
        as_changed(change),
    )
}

/// `-nama: A`.
fn space_after_dash(change: &Change) -> Told {
    (
        "no-space-after-dash",
        text("sesudah tanda `-` harus ada spasi", "a space belongs after the `-`"),
        item(),
        as_changed(change),
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
        as_changed(change),
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

/// `- harga: 9.000` below `- nama: A`.
fn extra_dash(change: &Change) -> Told {
    let (id, en) = spaces_in_words(change.spaces);
    (
        "extra-dash",
        text(
            "`-` ini memulai isi daftar yang baru, padahal kunci ini bukan awal sebuah isi",
            "this `-` starts another item, but this key does not begin one",
        ),
        text("satu `-` untuk tiap isi, di depan kunci pertamanya", "one `-` an item, before its first key"),
        text(
            format!("awali baris ini dengan {id}, tanpa `-`"),
            format!("start this line with {en} and without the `-`"),
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
        as_changed(change),
    )
}

/// A quote that opens and never closes.
fn close_quote(change: &Change, quote: char) -> Told {
    (
        "unclosed-quote",
        text(format!("tanda kutip {quote} tidak ditutup"), format!("the quote {quote} is not closed")),
        both_quotes(quote),
        as_changed(change),
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
        as_changed(change),
    )
}

/// `{` or `[` without its partner.
fn close_bracket(change: &Change, bracket: char) -> Told {
    (
        "unclosed-bracket",
        text(format!("kurung `{bracket}` tidak ditutup"), format!("the bracket `{bracket}` is not closed")),
        bracket_pairs(),
        as_changed(change),
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
        as_changed(change),
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
        as_changed(change),
    )
}

/// `slogan: Kopi: enak`.
fn colon_in_text(change: &Change) -> Told {
    (
        "colon-in-value",
        text("titik dua di tengah tulisan membingungkan YAML", "a colon inside the text confuses YAML"),
        text("tulisan yang memuat `: ` diapit tanda kutip", "text with `: ` in quotes"),
        as_changed(change),
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
        as_changed(change),
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
        as_changed(change),
    )
}

/// `{nama: Kopi harga: Rp 9.000}`.
fn missing_comma(change: &Change) -> Told {
    (
        "missing-comma",
        text("di sini kurang koma", "a comma is missing here"),
        text("koma di antara kunci-kunci di dalam kurung kurawal", "a comma between the keys inside braces"),
        as_changed(change),
    )
}

/// `nama: "Kopi",` outside braces.
fn extra_comma(change: &Change, sign: char) -> Told {
    (
        "extra-comma",
        text(
            format!("`{sign}` di akhir baris ini ikut terbaca sebagai isi"),
            format!("the `{sign}` at the end of this line is read as part of the value"),
        ),
        text(
            "tiap kunci di barisnya sendiri, tanpa tanda di akhirnya",
            "each key on a line of its own, without a sign at its end",
        ),
        as_changed(change),
    )
}

/// `(nama: A, harga: Rp 9.000)`.
fn round_brackets(change: &Change) -> Told {
    let help = if change.new.chars().count() <= MOST {
        as_changed(change)
    } else {
        text("ganti kedua kurung itu dengan kurung kurawal", "write braces in place of both brackets")
    };
    (
        "round-brackets",
        text("kurung `( )` tidak menyatukan kunci-kunci", "the brackets `( )` do not hold keys together"),
        text("kurung kurawal `{ }`", "braces `{ }`"),
        help,
    )
}

/// `*nama:* Kopi`.
fn bold(change: &Change, sign: char) -> Told {
    (
        "bold-sign",
        text(
            format!("`{sign}` menebalkan huruf di percakapan; di sini tanda itu merusak susunan"),
            format!("`{sign}` makes letters bold in a chat; here it breaks the structure"),
        ),
        text("kunci dan isi tanpa tanda itu", "key and value without the sign"),
        as_changed(change),
    )
}

/// `DAFTAR HARGA` among the keys.
fn no_key() -> Told {
    (
        "no-key",
        text("baris ini bukan kunci dengan isinya", "this line is no key with a value"),
        pair(),
        text(
            "awali baris ini dengan `# ` bila hanya catatan, atau tulis kunci di depannya, misalnya `tentang: `",
            "start this line with `# ` if it is a note, or write a key before it, for example `tentang: `",
        ),
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
        as_changed(change),
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
