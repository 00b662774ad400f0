//! Values that are a comment to YAML: `slogan: # kopi kami`. Most comments behind an empty key are notes (`# isi
//! nanti`), so what may be one is left alone.

use super::findings::syntax as finding;
use super::yaml::{Node, Style};
use crate::finding::{Findings, Span};
use crate::keys::{Key, Section, Shape};

/// Words that notes have: about what is missing, what belongs there, and where to look.
const NOTES: [&str; 107] = [
    "isi",
    "diisi",
    "isikan",
    "isinya",
    "mengisi",
    "belum",
    "nanti",
    "menyusul",
    "todo",
    "tbd",
    "fixme",
    "opsional",
    "boleh",
    "wajib",
    "perlu",
    "harus",
    "kosong",
    "kosongkan",
    "dikosongkan",
    "hapus",
    "tulis",
    "ditulis",
    "ganti",
    "diganti",
    "lihat",
    "cek",
    "periksa",
    "tanya",
    "tanyakan",
    "tunggu",
    "menunggu",
    "sementara",
    "dulu",
    "lengkapi",
    "dilengkapi",
    "catatan",
    "contoh",
    "contohnya",
    "misal",
    "misalnya",
    "mis",
    "maksimal",
    "minimal",
    "maks",
    "format",
    "bila",
    "kalau",
    "jika",
    "tanpa",
    "pilih",
    "fill",
    "later",
    "optional",
    "required",
    "missing",
    "empty",
    "write",
    "see",
    "example",
    "eg",
    "unknown",
    "none",
    "ask",
    "check",
    "kunci",
    "singkat",
    "lengkap",
    "pendek",
    "panjang",
    "kalimat",
    "teks",
    "tulisan",
    "tidak",
    "tak",
    "bukan",
    "sama",
    "sesuai",
    "dari",
    "akan",
    "sudah",
    "masih",
    "besok",
    "lusa",
    "dibahas",
    "rapat",
    "minta",
    "ketua",
    "pengurus",
    "rahasia",
    "draf",
    "draft",
    "laptop",
    "wip",
    "to",
    "do",
    "soon",
    "na",
    "n",
    "please",
    "translate",
    "translation",
    "terjemahan",
    "terjemahkan",
    "english",
    "inggris",
    "sunda",
    "bahasa",
];
/// Signs of a note: a choice, a question, a remark in brackets.
const MARKS: [char; 8] = ['|', '?', '<', '>', '(', '…', '=', '`'];
/// Longest comment that may be a value, in characters: longer ones explain.
const LONGEST: usize = 80;

/// Tells a comment that stands where a value belongs, and reads like one.
pub(super) fn check(typed: &Node<'_>, value: &Node<'_>, section: &Section, findings: &mut Findings) {
    let name = typed.text().unwrap_or_default();
    // Also of a translation.
    let original = name.strip_suffix("_en").or_else(|| name.strip_suffix("_su"));
    let key = section.key(name).or_else(|| section.key(original?));
    let Some(key) = key.filter(|_| value.is_empty() && value.style() == Style::Plain) else { return };
    let source = typed.source();
    let line = Span::new(source, typed.line(), 1, 1);
    let Some(text) = line.line_text() else { return };
    let after = text.char_indices().nth(usize::try_from(typed.end().1).unwrap_or(1) - 1);
    let Some(rest) = after.and_then(|(at, _)| text.get(at..)) else { return };
    // What is set apart by more than a space is a note beside its key.
    let Some(comment) = rest.strip_prefix(": # ").map(str::trim_end) else { return };
    if !reads_like_a_value(comment, key) {
        return;
    }
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let column = number(text.chars().count() - rest.chars().count() + 3);
    let at = Span::new(source, typed.line(), column, number(comment.chars().count() + 2));
    findings.push(finding::comment_for_value(at, name, comment));
}

/// True for words where words belong, and digits where digits do, unless they are a note.
fn reads_like_a_value(comment: &str, key: &Key) -> bool {
    let is_text = matches!(key.shape, Shape::Text(_) | Shape::Local(_) | Shape::Markdown);
    let holds_digits =
        matches!(key.shape, Shape::Rupiah | Shape::WhatsApp | Shape::Phone | Shape::Year | Shape::Region);
    let is_number = comment.contains(|c: char| c.is_ascii_digit())
        && comment.trim_start_matches("Rp").chars().all(|c| c.is_ascii_digit() || " .,-+/:".contains(c));
    if comment.chars().count() > LONGEST || comment.contains(MARKS) || comment.contains(": ") {
        return false;
    }
    (holds_digits && is_number) || (is_text && !is_number && !is_note(comment, key))
}

/// True for the words of a note, and for words that only say what the key means.
fn is_note(comment: &str, key: &Key) -> bool {
    let lower = comment.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).peekable();
    if words.peek().is_none() || words.clone().any(|word| NOTES.contains(&word) || word == key.name) {
        return true;
    }
    let (id, en) = key.shape.phrase();
    let meaning = [key.name, key.id, key.en, id, en].join(" ").to_lowercase();
    let is_said = |word: &str| meaning.split(|c: char| !c.is_alphanumeric()).any(|known| known == word);
    words.all(is_said)
}
