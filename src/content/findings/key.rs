//! Keys that are missing, unknown or hold something of the wrong kind.

use super::{choices, error, listing, shown, text, warning};
use crate::content::pairs::Item;
use crate::content::suggestion::Meant;
use crate::content::typed::Typed;
use crate::content::yaml::{Node, Value};
use crate::finding::{Finding, Span, Text, plural};
use crate::keys::{Key, Section, Shape};

fn example(key: &Key) -> Text {
    let (id, en) = key.shape.phrase();
    if key.example.is_empty() {
        text(id, en)
    } else {
        let example = key.example;
        text(format!("{id}, misalnya `{example}`"), format!("{en}, for example `{example}`"))
    }
}

/// Three words for what stands there.
fn kind_of(node: &Node<'_>) -> (&'static str, &'static str) {
    match node.value() {
        Value::Scalar(..) => ("tulisan", "text"),
        Value::List(_) => ("daftar", "a list"),
        Value::Map(_) => ("kunci-kunci", "keys"),
        Value::Refused => ("sesuatu", "something"),
    }
}

/// A needed key is not there.
pub(in crate::content) fn missing(at: Span, key: &Key, section: &Section) -> Finding {
    let (name, place) = (key.name, section.name);
    error(
        "missing-key",
        at,
        text(format!("`{name}` belum ada di {place}"), format!("`{name}` is missing in {place}")),
        text(key.id, key.en),
        match key.example {
            "" => text(format!("tambahkan kunci `{name}:`"), format!("add the key `{name}:`")),
            example => text(format!("tambahkan `{name}: {example}`"), format!("add `{name}: {example}`")),
        },
    )
}

/// A needed key, or an item of a list, is there without a value.
pub(in crate::content) fn empty(at: Span, key: &Key) -> Finding {
    let name = key.name;
    error(
        "empty-value",
        at,
        text(format!("`{name}` belum diisi"), format!("`{name}` is empty")),
        example(key),
        text(
            format!("isi sesudah `{name}:`, atau hapus bagian kosong ini"),
            "fill it in, or remove the empty part",
        ),
    )
}

/// A list for text, text for a list, and so on.
pub(in crate::content) fn wrong_kind(node: &Node<'_>, key: &Key) -> Finding {
    let (name, (id, en)) = (key.name, kind_of(node));
    let help = match key.shape {
        Shape::List(section) if dashed_key(node, section).is_some() => {
            let first = dashed_key(node, section).unwrap_or_default();
            text(
                format!("beri spasi sesudah `-`: `- {first}: …`, dan awali baris di bawahnya dengan 4 spasi"),
                format!("put a space behind `-`: `- {first}: …`, and start the lines below it with 4 spaces"),
            )
        }
        Shape::List(section) if listing::written(node, section).is_some() => {
            listing::as_items(&listing::written(node, section).unwrap_or_default())
        }
        Shape::List(_) | Shape::Photos(_) | Shape::Texts(_) | Shape::Locals(_) => text(
            format!("tulis tiap isi `{name}` di baris sendiri, diawali `- `"),
            format!("write each item of `{name}` on a line of its own that starts with `- `"),
        ),
        Shape::Map(section) => {
            let first = section.keys.first().map_or("", |key| key.name);
            text(
                format!("tulis kuncinya di bawah `{name}:` dengan dua spasi, misalnya `  {first}: …`"),
                format!("write its keys below `{name}:` with two spaces, for example `  {first}: …`"),
            )
        }
        Shape::WhatsApp | Shape::Phone if listing::joined(node).is_some_and(|all| all.contains(", ")) => {
            let all = listing::joined(node).unwrap_or_default();
            let first = all.split(", ").next().unwrap_or_default();
            text(
                format!("tulis satu nomor: `{name}: {first}`, dan nomor lainnya di `catatan`"),
                format!("write one number: `{name}: {first}`, and the others in `catatan`"),
            )
        }
        _ => {
            let value = listing::joined(node).unwrap_or_else(|| key.example.to_owned());
            text(
                format!("tulis isinya di baris yang sama: `{name}: {value}`"),
                format!("write the value on the same line: `{name}: {value}`"),
            )
        }
    };
    error(
        "wrong-kind",
        node.span(),
        text(format!("`{name}` berisi {id}"), format!("`{name}` holds {en}")),
        example(key),
        help,
    )
}

/// The key of a section that stands right behind a dash: `-nama: A` makes a mapping where a list was meant.
fn dashed_key<'n>(node: &'n Node<'_>, section: &Section) -> Option<&'n str> {
    let Value::Map(pairs) = node.value() else { return None };
    pairs.iter().filter_map(|(key, _)| key.text()?.strip_prefix('-')).find(|key| section.key(key).is_some())
}

/// Something other than a mapping where one belongs.
pub(in crate::content) fn not_a_mapping(node: &Node<'_>, section: &Section) -> Finding {
    let (id, en) = kind_of(node);
    let first: Vec<String> = section.keys.iter().take(2).map(|key| format!("{}: …", key.name)).collect();
    let name = section.keys.first().filter(|key| matches!(key.shape, Shape::Text(_) | Shape::Local(_)));
    let help = match (node.value(), name.zip(node.text())) {
        (Value::List(_), _) if begins_with(node, '[') => text(
            "ganti kurung `[` dan `]` dengan kurung kurawal `{` dan `}`",
            "write braces `{` and `}` instead of the brackets `[` and `]`",
        ),
        (Value::List(_), _) => {
            text("hapus tanda `-` di depan kunci-kuncinya", "remove the `-` before its keys")
        }
        (_, Some((key, typed))) if !typed.contains([':', '`']) => {
            let (key, typed) = (key.name, shown(typed));
            text(
                format!("tulis `{key}: {typed}`, lalu kunci lainnya di baris-baris di bawahnya"),
                format!("write `{key}: {typed}`, and its other keys on the lines below"),
            )
        }
        _ => text(
            format!("tulis kunci-kuncinya di baris-baris di bawahnya, misalnya `{}`", first.join("`, `")),
            format!("write its keys on the lines below, for example `{}`", first.join("`, `")),
        ),
    };
    error(
        "wrong-kind",
        node.span(),
        text(
            format!("bagian {} ini berisi {id}", section.name),
            format!("this part of {} holds {en}", section.name),
        ),
        text("kunci dengan isinya", "keys with values"),
        help,
    )
}

/// True if a value begins with a character in its file.
fn begins_with(node: &Node<'_>, sign: char) -> bool {
    let before = usize::try_from(node.column()).unwrap_or(1).saturating_sub(1);
    node.span().line_text().is_some_and(|line| line.chars().nth(before) == Some(sign))
}

/// A list or mapping as an item of a list of texts.
pub(in crate::content) fn item_not_text(node: &Node<'_>, key: &Key) -> Finding {
    let (name, (id, en)) = (key.name, kind_of(node));
    error(
        "wrong-kind",
        node.span(),
        text(format!("isi daftar `{name}` di sini berupa {id}"), format!("this item of `{name}` is {en}")),
        example(key),
        text(
            "tulis sebagai satu tulisan; bila memuat titik dua, apit dengan tanda kutip",
            "write it as one text; if it has a colon, put it in quotes",
        ),
    )
}

/// `sektor: pangan, susu`: one text, where several are meant.
pub(in crate::content) fn list_in_one_text(at: Span, key: &str, typed: &str) -> Finding {
    let word = shown(typed);
    let items = listing::in_one_line(typed);
    warning(
        "list-in-one-text",
        at,
        text(
            format!("`{key}` terbaca sebagai satu isi: `{word}`"),
            format!("`{key}` is read as one item: `{word}`"),
        ),
        text("daftar di antara kurung siku", "a list in square brackets"),
        text(format!("tulis `{key}: [{items}]`"), format!("write `{key}: [{items}]`")),
    )
}

/// `- Kopi bubuk: 35.000`: a name where a key belongs.
pub(in crate::content) fn name_as_key(at: Span, typed: &str, item: &Item) -> Finding {
    let typed = shown(typed);
    let (key, name) = &item.name;
    let first = format!("{key}: {}", listing::plain(name));
    let help = match &item.value {
        Some((key, value)) => {
            let second = format!("{key}: {}", listing::plain(value));
            text(
                format!("tulis `{first}`, dan di baris baru di bawahnya `{second}`"),
                format!("write `{first}`, and on a new line below it `{second}`"),
            )
        }
        None if item.has_keys => text(
            format!("tulis `{first}`, lalu sejajarkan kunci-kunci di bawahnya dengan `{key}`"),
            format!("write `{first}`, and align the keys below it with `{key}`"),
        ),
        None => text(format!("tulis `{first}`"), format!("write `{first}`")),
    };
    error(
        "name-as-key",
        at,
        text(
            format!("`{typed}` berdiri di tempat kunci, jadi tidak terbaca sebagai isi"),
            format!("`{typed}` stands where a key belongs, so it is not read as a value"),
        ),
        text(
            format!("kunci di depan tiap isi, misalnya `{key}:`"),
            format!("a key before each value, such as `{key}:`"),
        ),
        help,
    )
}

/// A key that the section does not have.
pub(in crate::content) fn unknown(at: Span, typed: &str, meant: &Meant, section: &Section) -> Finding {
    let suffix = ["_en", "_su"].into_iter().find(|suffix| typed.to_lowercase().ends_with(suffix));
    let typed = shown(typed);
    let names: Vec<&str> = section.keys.iter().map(|key| key.name).collect();
    let help = match meant {
        Meant::Here(name) if section.key(name).is_some_and(|key| key.shape.is_translated()) => {
            let name = format!("{name}{}", suffix.unwrap_or_default());
            text(format!("maksud Anda `{name}`?"), format!("did you mean `{name}`?"))
        }
        Meant::Here(name) => text(format!("maksud Anda `{name}`?"), format!("did you mean `{name}`?")),
        Meant::Below(parent, name) => text(
            format!("maksud Anda `{name}`? Kunci itu ditulis di bawah `{parent}:`"),
            format!("did you mean `{name}`? It belongs below `{parent}:`"),
        ),
        Meant::Unknown if typed.contains(' ') => text(
            "bila ini lanjutan tulisan di atasnya, awali baris ini dengan 2 spasi; bila bukan, tulis kunci di depannya",
            "if it continues the text above, start this line with 2 spaces; if not, write a key before it",
        ),
        Meant::Unknown => text(
            "hapus kunci ini, atau pindahkan isinya ke `keterangan`",
            "remove the key, or move what it says to `keterangan`",
        ),
    };
    error(
        "unknown-key",
        at,
        text(
            format!("kunci `{typed}` tidak dikenal di {}", section.name),
            format!("key `{typed}` is not known in {}", section.name),
        ),
        text(
            format!("salah satu dari {}", choices(&names, "atau")),
            format!("one of {}", choices(&names, "or")),
        ),
        help,
    )
}

/// A word that is not among those to choose from.
pub(in crate::content) fn unknown_word(typed: Typed<'_>, words: &[&str], nearest: Option<&str>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    let first = words.first().copied().unwrap_or_default();
    error(
        "unknown-word",
        typed.span(),
        text(
            format!("`{word}` bukan pilihan untuk `{key}`"),
            format!("`{word}` is not a choice for `{key}`"),
        ),
        text(choices(words, "atau"), choices(words, "or")),
        match nearest {
            Some(nearest) => text(format!("maksud Anda `{nearest}`?"), format!("did you mean `{nearest}`?")),
            None => text(
                format!("pilih salah satu, misalnya `{key}: {first}`"),
                format!("choose one of them, for example `{key}: {first}`"),
            ),
        },
    )
}

/// `foto_en` without `foto`.
pub(in crate::content) fn translation_alone(at: Span, key: &str, suffix: &str) -> Finding {
    warning(
        "translation-alone",
        at,
        text(
            format!("ada `{key}{suffix}`, tetapi `{key}` sendiri belum ada"),
            format!("there is `{key}{suffix}`, but no `{key}`"),
        ),
        text(format!("`{key}` dalam bahasa Indonesia"), format!("`{key}` in Indonesian")),
        text(format!("tambahkan `{key}:`"), format!("add `{key}:`")),
    )
}

/// A list of translations that is longer or shorter than the original.
pub(in crate::content) fn translations_uneven(
    at: Span,
    key: &str,
    suffix: &str,
    originals: usize,
    translations: usize,
) -> Finding {
    warning(
        "translations-uneven",
        at,
        text(
            format!("`{key}{suffix}` berisi {translations} baris, `{key}` {originals} baris"),
            format!(
                "`{key}{suffix}` has {translations} {}, `{key}` has {originals}",
                plural(translations, "item", "items")
            ),
        ),
        text("jumlah dan urutan yang sama", "the same number in the same order"),
        text(
            "samakan jumlahnya; sementara ini terjemahannya tidak dipakai",
            "make them equal; until then the translations are not used",
        ),
    )
}

/// More text than there is room for.
pub(in crate::content) fn too_long(typed: Typed<'_>, count: usize, max: usize) -> Finding {
    let key = typed.key;
    warning(
        "text-too-long",
        typed.span(),
        text(format!("`{key}` sepanjang {count} huruf"), format!("`{key}` has {count} characters")),
        text(format!("paling banyak {max} huruf"), format!("at most {max} characters")),
        text(
            "persingkat; cerita yang panjang cocok di `keterangan` atau `tentang`",
            "shorten it; longer stories fit in `keterangan` or `tentang`",
        ),
    )
}

/// A character that no eye sees.
pub(in crate::content) fn control_character(at: Span, key: &str, control: char) -> Finding {
    let code = u32::from(control);
    error(
        "control-character",
        at,
        text(
            format!("`{key}` memuat huruf kendali yang tidak terlihat (U+{code:04X})"),
            format!("`{key}` holds an invisible control character (U+{code:04X})"),
        ),
        text("huruf, angka dan tanda baca biasa", "ordinary letters, digits and punctuation"),
        text("hapus isinya lalu ketik ulang", "delete the value and type it again"),
    )
}

/// Neither yes nor no.
pub(in crate::content) fn not_a_flag(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-flag",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text("`ya` atau `tidak`", "`ya` or `tidak`"),
        text(
            format!("tulis `{key}: ya` atau `{key}: tidak`"),
            format!("write `{key}: ya` or `{key}: tidak`"),
        ),
    )
}

/// Not a whole number, or one outside its bounds.
pub(in crate::content) fn not_a_number(typed: Typed<'_>, min: u32, max: u32, meant: Option<u32>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-number",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text(
            format!("bilangan bulat dari {min} sampai {max}"),
            format!("a whole number from {min} to {max}"),
        ),
        match meant {
            Some(meant) => text(format!("tulis `{key}: {meant}`"), format!("write `{key}: {meant}`")),
            None => text("tulis angkanya saja, tanpa satuan", "write the number alone, without a unit"),
        },
    )
}

/// Not a year.
pub(in crate::content) fn not_a_year(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-year",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text("tahun dengan empat angka, misalnya `2025`", "a year of four digits, for example `2025`"),
        text("tulis tahunnya saja", "write the year alone"),
    )
}

/// Not two years.
pub(in crate::content) fn not_years(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-years",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text("tahun awal dan akhir, misalnya `2024-2029`", "first and last year, for example `2024-2029`"),
        text(
            "tulis dua tahun dengan tanda hubung, yang awal di depan",
            "write two years with a hyphen, the earlier one first",
        ),
    )
}

/// Not a percentage.
pub(in crate::content) fn not_a_percentage(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "not-a-percentage",
        typed.span(),
        text(format!("`{key}` berisi `{word}`"), format!("`{key}` holds `{word}`")),
        text("persen dari 0 sampai 100, misalnya `40` atau `2,5`", "0 to 100, for example `40` or `2,5`"),
        text(
            "tulis angka persennya saja, paling banyak dua angka di belakang koma",
            "write the number alone, with two decimals at most",
        ),
    )
}

/// The same word twice in a list of words.
pub(in crate::content) fn word_twice(typed: Typed<'_>) -> Finding {
    let (key, word) = (typed.key, shown(typed.text));
    error(
        "word-twice",
        typed.span(),
        text(format!("`{word}` disebut dua kali di `{key}`"), format!("`{word}` is there twice in `{key}`")),
        text("tiap kata satu kali", "each word once"),
        text("hapus salah satu", "remove one"),
    )
}
