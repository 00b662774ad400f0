//! Text that is not the YAML that its writer meant.

use super::{error, shown, text, warning};
use crate::content::piece::Source;
use crate::finding::{Finding, SourceFile, Span};
use std::sync::Arc;

/// Nothing but white space and comments.
pub(in crate::content) fn file_empty(source: Source<'_>) -> Finding {
    let at = if source.text.is_empty() {
        Span::whole(source.file)
    } else {
        Span::new(source.file, source.lines_before + 1, 1, 1)
    };
    error(
        "file-empty",
        at,
        text("berkas ini belum berisi apa pun", "this file holds nothing yet"),
        text("isi, misalnya `nama: Koperasi Contoh`", "content, for example `nama: Koperasi Contoh`"),
        text("isi berkas ini atau hapus berkasnya", "fill the file in or delete it"),
    )
}

/// Line breaks as Macintoshes wrote them before 2001.
pub(in crate::content) fn lone_carriage_return(file: &Arc<SourceFile>) -> Finding {
    error(
        "line-breaks",
        Span::whole(file),
        text("pemisah baris berkas ini tidak lazim (CR tanpa LF)", "lines of this file end in CR without LF"),
        text("baris yang berakhir dengan LF atau CRLF", "lines that end in LF or CRLF"),
        text(
            "simpan ulang berkas dengan pilihan pemisah baris LF (Unix) atau CRLF (Windows)",
            "save the file again with LF (Unix) or CRLF (Windows) line ends",
        ),
    )
}

/// A second `---` document.
pub(in crate::content) fn second_document(at: Span) -> Finding {
    error(
        "second-document",
        at,
        text(
            "berkas ini berisi dua dokumen, dipisahkan `---`",
            "this file holds two documents, parted by `---`",
        ),
        text("satu berkas untuk satu koperasi", "one file for one cooperative"),
        text(
            "hapus garis `---` di tengah berkas, atau pindahkan bagian kedua ke berkas lain",
            "remove the `---` line, or move the second part to a file of its own",
        ),
    )
}

/// `&name`, `*name` or `<<`.
pub(in crate::content) fn alias(at: Span) -> Finding {
    error(
        "yaml-alias",
        at,
        text(
            "tanda `&`, `*` atau `<<` dibaca YAML sebagai rujukan, dan rujukan tidak dipakai di sini",
            "YAML reads `&`, `*` or `<<` as a reference, and references are not used here",
        ),
        text("tulisan biasa", "plain text"),
        text(
            "bila itu bagian dari tulisan, apit dengan tanda kutip: \"*penting*\"; bila rujukan, tulis isinya sekali lagi",
            "if it belongs to the text, put the text in quotes: \"*important*\"; if it is a reference, write the content again",
        ),
    )
}

/// `!!python/object` and the like, or text that begins with `!`.
pub(in crate::content) fn tag(at: Span, tag: &str) -> Finding {
    error(
        "yaml-tag",
        at,
        text(
            format!("`{}` dibaca YAML sebagai penanda jenis, dan itu tidak dipakai di sini", shown(tag)),
            format!("YAML reads `{}` as a type tag, and tags are not used here", shown(tag)),
        ),
        text("tulisan biasa", "plain text"),
        text(
            "hapus penanda itu; bila `!` bagian dari tulisan, apit tulisannya dengan tanda kutip",
            "remove the tag; if `!` belongs to the text, put the text in quotes",
        ),
    )
}

/// More levels than any profile needs.
pub(in crate::content) fn too_deep(at: Span, depth: usize) -> Finding {
    error(
        "too-deep",
        at,
        text(
            format!("isi bersarang lebih dari {depth} tingkat"),
            format!("nested more than {depth} levels deep"),
        ),
        text("susunan seperti pada contoh profil", "the structure of the example profile"),
        text(
            "periksa kurung `[` dan `{` yang berlebih, atau indentasi yang terus menjorok",
            "look for superfluous `[` and `{`, or indentation that keeps growing",
        ),
    )
}

/// A list or mapping used as a key.
pub(in crate::content) fn key_not_text(at: Span) -> Finding {
    error(
        "key-not-text",
        at,
        text("nama kunci di sini bukan kata", "the key here is not a word"),
        text("nama kunci, misalnya `nama:`", "the name of a key, such as `nama:`"),
        text("hapus kurung atau tanda `?` di depan nama kunci", "remove the bracket or `?` before the key"),
    )
}

/// The same key twice.
pub(in crate::content) fn duplicate_key(at: Span, key: &str, first_line: u32) -> Finding {
    let key = shown(key);
    error(
        "duplicate-key",
        at,
        text(
            format!("kunci `{key}` ditulis dua kali, yang pertama di baris {first_line}"),
            format!("key `{key}` is there twice, first in line {first_line}"),
        ),
        text("tiap kunci satu kali", "each key once"),
        text("gabungkan isinya atau hapus salah satu", "join them or remove one"),
    )
}

/// `Gang Mawar #5`: the rest of the line is a comment to YAML.
pub(in crate::content) fn hash_cuts_text(at: Span, kept: &str, lost: &str) -> Finding {
    let (kept, lost) = (shown(kept), shown(lost));
    let build = if kept.is_empty() { error } else { warning };
    build(
        "hash-cuts-text",
        at,
        text(
            format!("`{lost}` tidak terbaca: ` #` memulai catatan di YAML"),
            format!("`{lost}` is not read: ` #` starts a comment in YAML"),
        ),
        text("tulisan dengan `#` diapit tanda kutip", "text with `#` in quotes"),
        text(
            format!("tulis \"{}\"; bila memang catatan, beri spasi sesudah `#`", join(&kept, &lost)),
            format!("write \"{}\"; if it is a comment, put a space after `#`", join(&kept, &lost)),
        ),
    )
}

/// `slogan: # kopi kami`: all of it is a comment to YAML.
pub(in crate::content) fn comment_for_value(at: Span, key: &str, comment: &str) -> Finding {
    let (key, comment) = (shown(key), shown(comment));
    let mended = if comment.contains('"') { format!("'{comment}'") } else { format!("\"{comment}\"") };
    warning(
        "comment-for-value",
        at,
        text(
            format!("`{key}` kosong: yang diawali `#` hanya catatan dan tidak tampil"),
            format!("`{key}` is empty: what begins with `#` is a comment and is not shown"),
        ),
        text("isi sesudah titik dua, tanpa `#`", "the value behind the colon, without `#`"),
        text(
            format!("tulis `{key}: {mended}`; bila memang catatan, pindahkan ke baris di atasnya"),
            format!("write `{key}: {mended}`; if it is a comment, move it to the line above"),
        ),
    )
}

fn join(kept: &str, lost: &str) -> String {
    if kept.is_empty() { lost.to_owned() } else { format!("{kept} {lost}") }
}

/// Indentation with a tab.
pub(in crate::content) fn tab(at: Span) -> Finding {
    error(
        "tab-indent",
        at,
        text("baris ini menjorok dengan tombol Tab", "this line is indented with a tab"),
        text("spasi, misalnya dua untuk tiap tingkat", "spaces, for example two a level"),
        text(
            "hapus Tab di awal baris dan ganti dengan spasi",
            "replace the tab at the start of the line by spaces",
        ),
    )
}

/// Indentation with a space that is none to YAML, from a web page or a chat.
pub(in crate::content) fn odd_space(at: Span) -> Finding {
    error(
        "odd-space",
        at,
        text(
            "baris ini menjorok dengan spasi khusus (biasanya ikut tersalin dari halaman web)",
            "this line is indented with a special space (usually copied from a web page)",
        ),
        text("spasi biasa", "ordinary spaces"),
        text(
            "hapus spasi di awal baris lalu ketik ulang",
            "delete the spaces at the start of the line and type them again",
        ),
    )
}

/// A quote that opens and never closes.
pub(in crate::content) fn unclosed_quote(at: Span, quote: char) -> Finding {
    error(
        "unclosed-quote",
        at,
        text(
            format!("tanda kutip {quote} di sini tidak ditutup"),
            format!("the quote {quote} that opens here is not closed"),
        ),
        text(
            format!("tanda kutip {quote} penutup di baris yang sama"),
            format!("a closing {quote} on the same line"),
        ),
        text(
            format!("tambahkan {quote} di akhir tulisan, atau hapus yang di depan"),
            format!("add {quote} at the end of the text, or remove the one at its start"),
        ),
    )
}

/// `"A" dan B`.
pub(in crate::content) fn text_after_quote(at: Span) -> Finding {
    error(
        "text-after-quote",
        at,
        text("ada tulisan sesudah tanda kutip penutup", "there is text after the closing quote"),
        text("tulisan berakhir di tanda kutip penutup", "text that ends at the closing quote"),
        text(
            "apit seluruh tulisan dengan tanda kutip, atau hapus semua tanda kutipnya",
            "put the whole text in quotes, or remove all of the quotes",
        ),
    )
}

/// A colon inside a value.
pub(in crate::content) fn colon_in_value(at: Span, key: &str, value: &str) -> Finding {
    let mended = format!("{}\"{}\"", shown(key), shown(value).replace('"', "'"));
    error(
        "colon-in-value",
        at,
        text("titik dua di tengah tulisan membingungkan YAML", "a colon inside the text confuses YAML"),
        text("tulisan yang memuat `: ` diapit tanda kutip", "text with `: ` in quotes"),
        text(format!("tulis {mended}"), format!("write {mended}")),
    )
}

/// A value that starts with `@`, `` ` `` or `%`.
pub(in crate::content) fn reserved_start(at: Span, first: char, value: &str) -> Finding {
    let mended = format!("\"{}\"", shown(value).replace('"', "'"));
    error(
        "reserved-start",
        at,
        text(
            format!("tulisan tidak boleh diawali {first} tanpa tanda kutip"),
            format!("text may not start with {first} outside quotes"),
        ),
        text("tulisan diapit tanda kutip", "text in quotes"),
        text(format!("tulis {mended}"), format!("write {mended}")),
    )
}

/// `nama:Koperasi`.
pub(in crate::content) fn no_space_after_colon(at: Span, key: &str, value: &str) -> Finding {
    let mended = format!("{}: {}", shown(key), shown(value));
    error(
        "no-space-after-colon",
        at,
        text("sesudah titik dua harus ada spasi", "a space belongs after the colon"),
        text("`kunci: isi`", "`key: value`"),
        text(format!("tulis `{mended}`"), format!("write `{mended}`")),
    )
}

/// `nama Koperasi`.
pub(in crate::content) fn missing_colon(at: Span, key: &str, value: &str) -> Finding {
    let mended = format!("{}: {}", shown(key), shown(value));
    error(
        "missing-colon",
        at,
        text("baris ini tidak punya titik dua", "this line has no colon"),
        text("`kunci: isi`", "`key: value`"),
        text(
            format!("tulis `{mended}`; bila ini lanjutan baris sebelumnya, beri dua spasi di awal baris"),
            format!("write `{mended}`; if it continues the line before, indent it with spaces"),
        ),
    )
}

/// `-nama: A`.
pub(in crate::content) fn no_space_after_dash(at: Span, value: &str) -> Finding {
    let mended = format!("- {}", shown(value));
    error(
        "no-space-after-dash",
        at,
        text("sesudah tanda `-` harus ada spasi", "a space belongs after the `-`"),
        text("`- isi`", "`- item`"),
        text(format!("tulis `{mended}`"), format!("write `{mended}`")),
    )
}

/// A bracket that opens and never closes.
pub(in crate::content) fn unclosed_bracket(at: Span, open: char) -> Finding {
    let close = if open == '[' { ']' } else { '}' };
    error(
        "unclosed-bracket",
        at,
        text(
            format!("kurung `{open}` di sini tidak ditutup"),
            format!("the bracket `{open}` that opens here is not closed"),
        ),
        text(format!("kurung `{close}` penutup"), format!("a closing `{close}`")),
        text(
            format!(
                "tambahkan `{close}` di akhir isinya; bila `{open}` bagian dari tulisan, apit tulisannya dengan tanda kutip"
            ),
            format!(
                "add `{close}` after its content; if `{open}` belongs to the text, put the text in quotes"
            ),
        ),
    )
}

/// A bracket without its partner, or a comma too many.
pub(in crate::content) fn bracket(at: Span) -> Finding {
    error(
        "bracket",
        at,
        text(
            "kurung `[ ]` atau `{ }` di sekitar sini tidak berpasangan, atau komanya berlebih",
            "brackets `[ ]` or `{ }` around here do not pair up, or there is a comma too many",
        ),
        text(
            "misalnya `[a, b]` atau `{nama: A, harga: Rp 1.000}`",
            "for example `[a, b]` or `{nama: A, harga: Rp 1.000}`",
        ),
        text(
            "tutup kurungnya, hapus koma ganda, dan apit tulisan yang memuat kurung atau koma dengan tanda kutip",
            "close the bracket, remove doubled commas, and put text with brackets or commas in quotes",
        ),
    )
}

/// A line that stands too far left or right.
pub(in crate::content) fn indentation(at: Span) -> Finding {
    error(
        "indentation",
        at,
        text(
            "baris ini tidak sejajar dengan baris di atasnya",
            "this line is not aligned with the lines above it",
        ),
        text(
            "kunci yang setingkat dimulai di kolom yang sama",
            "keys of one level that start in the same column",
        ),
        text(
            "samakan jumlah spasi di awal baris dengan kunci lain yang setingkat",
            "give the line as many leading spaces as the other keys of its level",
        ),
    )
}

/// `"\d"`.
pub(in crate::content) fn backslash(at: Span) -> Finding {
    error(
        "backslash",
        at,
        text(
            "garis miring terbalik `\\` di dalam kutip ganda punya arti khusus",
            "a backslash `\\` inside double quotes has a special meaning",
        ),
        text("tulisan tanpa `\\`, atau diapit kutip tunggal", "text without `\\`, or in single quotes"),
        text("ganti kutip ganda dengan kutip tunggal: '…'", "use single quotes instead of double ones: '…'"),
    )
}

/// A character that no eye sees.
pub(in crate::content) fn control_character(at: Span) -> Finding {
    error(
        "control-character",
        at,
        text("ada huruf kendali yang tidak terlihat di sini", "there is an invisible control character here"),
        text("huruf, angka dan tanda baca biasa", "ordinary letters, digits and punctuation"),
        text("hapus tulisan di sekitarnya lalu ketik ulang", "delete the text around it and type it again"),
    )
}

/// None of the usual mistakes.
pub(in crate::content) fn unreadable(at: Span) -> Finding {
    error(
        "yaml-unreadable",
        at,
        text("susunan di sekitar baris ini tidak terbaca", "the text around this line cannot be read"),
        text("`kunci: isi`, dengan indentasi yang rapi", "`key: value`, neatly indented"),
        text(
            "bandingkan dengan contoh profil; apit tulisan yang memuat tanda baca khusus dengan tanda kutip",
            "compare with the example profile; put text with special punctuation in quotes",
        ),
    )
}
