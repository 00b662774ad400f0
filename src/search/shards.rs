//! Words in files by how they begin, so that what was typed tells which file has it. A file that grows too large is
//! split by the next letter; a change in one word changes one file.

use std::collections::BTreeMap;

use serde::Serialize;

/// Words that begin alike.
#[derive(Debug)]
pub(super) struct Shard<T> {
    /// What they begin with. Empty if all words are here.
    pub beginning: String,
    /// Values by word.
    pub entries: BTreeMap<String, T>,
}

/// Splits words until a file has at most `most_bytes`, or one word, or a beginning of `longest` letters. A word that is
/// itself the beginning of a split file has a file of its own. In order of beginnings; none is empty.
pub(super) fn by_beginning<T: Serialize>(
    entries: BTreeMap<String, T>,
    most_bytes: usize,
    longest: usize,
) -> Vec<Shard<T>> {
    let sized = entries.into_iter().map(|(word, value)| {
        let bytes = serde_json::to_vec(&value).map_or(0, |json| json.len()) + word.len() + 4;
        (word, value, bytes)
    });
    let mut shards = Vec::new();
    split(String::new(), sized.collect(), (most_bytes, longest), &mut shards);
    shards
}

fn split<T>(
    beginning: String,
    words: Vec<(String, T, usize)>,
    limits: (usize, usize),
    shards: &mut Vec<Shard<T>>,
) {
    let bytes: usize = words.iter().map(|(.., bytes)| bytes).sum();
    if words.is_empty() {
        return;
    }
    if bytes <= limits.0 || words.len() == 1 || beginning.len() >= limits.1 {
        let entries = words.into_iter().map(|(word, value, _)| (word, value)).collect();
        shards.push(Shard { beginning, entries });
        return;
    }
    let mut parts: BTreeMap<String, Vec<(String, T, usize)>> = BTreeMap::new();
    for entry in words {
        // Folded words are ASCII.
        let end = entry.0.len().min(beginning.len() + 1);
        parts.entry(entry.0[..end].to_owned()).or_default().push(entry);
    }
    // The word that is the beginning itself comes first: it is a part that grows no further.
    for (longer, part) in parts {
        if longer == beginning {
            split(longer, part, (usize::MAX, 0), shards);
        } else {
            split(longer, part, limits, shards);
        }
    }
}

/// The most usual words of each first letter whose words are in several files, as many as one file has room for.
/// `usual` tells how usual a value is.
pub(super) fn usual_by_letter<T: Serialize + Clone>(
    shards: &[Shard<T>],
    most_bytes: usize,
    usual: impl Fn(&T) -> u32,
) -> Vec<Shard<T>> {
    let split = shards.chunk_by(|one, next| one.beginning.get(..1) == next.beginning.get(..1));
    let of_letter = |group: &[Shard<T>]| {
        let mut words: Vec<(&String, &T)> = group.iter().flat_map(|shard| &shard.entries).collect();
        // The sort is stable: of words that are as usual, the first in the alphabet.
        words.sort_by_key(|(_, value)| std::cmp::Reverse(usual(value)));
        let mut bytes = 0;
        let fits = |(word, value): &(&String, &T)| {
            bytes += serde_json::to_vec(value).map_or(0, |json| json.len()) + word.len() + 4;
            bytes <= most_bytes
        };
        let kept = words.into_iter().take_while(fits);
        let entries = kept.map(|(word, value)| (word.clone(), value.clone())).collect();
        Shard { beginning: group[0].beginning[..1].to_owned(), entries }
    };
    split.filter(|group| group[0].beginning.len() > 1).map(of_letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_is_too_large_is_split_by_the_next_letter() {
        let words = ["ab", "abon", "abu", "kopi", "kopra", "k"];
        let entries = words.iter().map(|word| ((*word).to_owned(), vec![1; 20])).collect::<BTreeMap<_, _>>();
        let beginnings = |most| -> Vec<String> {
            let shards = by_beginning(entries.clone(), most, usize::MAX);
            assert_eq!(shards.iter().map(|shard| shard.entries.len()).sum::<usize>(), words.len());
            shards.into_iter().map(|shard| shard.beginning).collect()
        };
        assert_eq!(beginnings(10_000), [""]);
        assert_eq!(beginnings(160), ["a", "k"]);
        assert_eq!(beginnings(1), ["ab", "abo", "abu", "k", "kopi", "kopr"]);
        assert_eq!(by_beginning(entries.clone(), 1, 1).len(), 2);
    }

    #[test]
    fn the_most_usual_words_of_a_letter_have_a_file_where_its_words_have_several() {
        let words = [("ab", 1), ("abon", 9), ("ayam", 5), ("kopi", 2)];
        let entries: BTreeMap<_, _> =
            words.iter().map(|(word, count)| ((*word).to_owned(), *count)).collect();
        let shards = by_beginning(entries, 14, 2);
        let names = |shards: &[Shard<u32>]| -> Vec<String> {
            shards.iter().map(|shard| format!("{} {:?}", shard.beginning, shard.entries)).collect()
        };
        assert_eq!(names(&shards), [r#"ab {"ab": 1, "abon": 9}"#, r#"ay {"ayam": 5}"#, r#"k {"kopi": 2}"#]);
        let usual = usual_by_letter(&shards, 18, |count| *count);
        assert_eq!(names(&usual), [r#"a {"abon": 9, "ayam": 5}"#]);
    }
}
