//! Looks a folded head up among the words of a kind, worked out once.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::kind::{Kind, key_at};
use super::kinds::KINDS;
use super::words::{fold, is_near};
use crate::keys::SYNONYMS;

/// For each kind, its folded heads and the paths that they fill.
static HEADS: LazyLock<Vec<HashMap<String, &'static str>>> =
    LazyLock::new(|| KINDS.iter().map(heads_of).collect());

/// People's heads come first, then the keys themselves, then what else keys are called.
fn heads_of(kind: &'static Kind) -> HashMap<String, &'static str> {
    let mut heads = HashMap::new();
    for column in kind.columns {
        for head in column.heads {
            heads.entry(fold(head)).or_insert(column.path);
        }
    }
    for column in kind.columns {
        heads.entry(fold(column.path)).or_insert(column.path);
    }
    for (word, key) in SYNONYMS {
        if let Some(column) = kind.columns.iter().find(|column| column.path == *key) {
            heads.entry(fold(word)).or_insert(column.path);
        }
    }
    heads
}

/// The path of the column that is headed so: the head itself, its translation (`nama en`, `nama inggris`), or one more
/// of a key that takes several (`foto 2`).
pub(super) fn path_of(kind: usize, folded: &str) -> Option<String> {
    let plain = |folded: &str| HEADS[kind].get(folded).copied();
    plain(folded)
        .map(str::to_owned)
        .or_else(|| {
            let base = folded.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end();
            plain(base).filter(|path| *path == "foto").map(str::to_owned)
        })
        .or_else(|| {
            let (base, language) = folded.rsplit_once(' ')?;
            let language = match language {
                "en" | "inggris" | "english" => "en",
                "su" | "sunda" => "su",
                _ => return None,
            };
            let path = format!("{}_{language}", plain(base)?);
            key_at(KINDS[kind].section, &path).map(|_| path)
        })
}

/// The path and the head of the one column that a mistyped head is near.
pub(super) fn near_column(kind: &'static Kind, folded: &str) -> Option<(&'static str, &'static str)> {
    let mut near = kind.columns.iter().filter_map(|column| {
        let head = column.heads.iter().find(|head| is_near(&fold(head), folded))?;
        Some((column.path, *head))
    });
    let first = near.next()?;
    near.next().is_none().then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_keys_translations_and_further_photos_are_known() {
        let products = KINDS.iter().position(|kind| kind.names[0] == "Produk").expect("there");
        for (typed, path) in [
            ("hrg jual", "harga"),
            ("harga anggota", "harga_anggota"),
            ("price", "harga"),
            ("nama inggris", "nama_en"),
            ("foto 2", "foto"),
            ("sertifikat pirt", "sertifikat.pirt"),
        ] {
            assert_eq!(path_of(products, typed).as_deref(), Some(path), "{typed}");
        }
        assert_eq!(path_of(products, "harga beli"), None);
        assert_eq!(near_column(&KINDS[products], "hagra jual"), Some(("harga", "Harga Jual")));
    }
}
