//! Words of people, as they are compared: without case, accents, punctuation and what stands in brackets.

use crate::model::folded_name;

/// A text as it is compared with another: `No. WA *` and `no wa` are the same. Empty where nothing of it is a letter or
/// digit.
pub(super) fn fold(text: &str) -> String {
    folded_name(text)
}

/// The head of a column as it is compared, and what its brackets or the end of it say of the unit: `Berat (gram)` is
/// `berat` in `gram`, `Harga/kg` and `Harga per kg` are `harga` for a `kg`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Head {
    pub(super) folded: String,
    pub(super) unit: Option<String>,
}

impl Head {
    /// Every way to read a head, the likeliest first.
    pub(super) fn readings(text: &str) -> Vec<Self> {
        let plain = |text: &str, unit: Option<&str>| Self {
            folded: fold(text),
            unit: unit.map(str::trim).filter(|unit| !unit.is_empty()).map(str::to_owned),
        };
        let mut readings = vec![plain(text, None)];
        if let Some((before, rest)) = text.split_once('(') {
            let (inside, after) = rest.split_once(')').unwrap_or((rest, ""));
            readings.push(plain(&format!("{before} {after}"), Some(inside)));
        }
        for between in ["/", " per ", "@", "\n"] {
            if let Some((before, after)) = text.split_once(between) {
                let unit = (between != "\n").then_some(after);
                readings.push(plain(before, unit));
                // `Harga (Rp)/kg`
                let bare = before.split_once('(').filter(|(_, inside)| inside.trim_end().ends_with(')'));
                readings.extend(bare.map(|(bare, _)| plain(bare, unit)));
            }
        }
        readings.retain(|reading| !reading.folded.is_empty());
        readings
    }
}

/// True if one word is the other with a letter or two mistyped: one from four letters on, two from eight on.
pub(super) fn is_near(a: &str, b: &str) -> bool {
    // A word more is another thing, not a slip.
    if a.split(' ').count() != b.split(' ').count() {
        return false;
    }
    let allowed = match a.chars().count().min(b.chars().count()) {
        0..=3 => return false,
        4..=7 => 1,
        _ => 2,
    };
    strsim::damerau_levenshtein(a, b) <= allowed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn punctuation_case_and_accents_do_not_count() {
        for (typed, folded) in
            [("No. WA *", "no wa"), ("  HARGA\tJual:", "harga jual"), ("P-IRT", "p irt"), ("***", "")]
        {
            assert_eq!(fold(typed), folded);
        }
    }

    #[test]
    fn a_head_tells_its_unit_in_brackets_or_behind_a_stroke() {
        for (typed, folded, unit) in [
            ("Berat (gram)", "berat", "gram"),
            ("Harga (Rp)", "harga", "Rp"),
            ("Harga/kg", "harga", "kg"),
            ("Harga per kg", "harga", "kg"),
            ("Harga (Rp)/kg", "harga", "kg"),
        ] {
            let wanted = Head { folded: folded.into(), unit: Some(unit.into()) };
            assert!(Head::readings(typed).contains(&wanted), "{typed}");
        }
        assert_eq!(Head::readings("Berat/Isi")[0], Head { folded: "berat isi".into(), unit: None });
    }

    #[test]
    fn a_mistyped_word_is_near_and_a_short_one_never() {
        assert!(is_near("hagra", "harga") && is_near("keterngan", "keterangan"));
        assert!(!is_near("hp", "hj") && !is_near("harga", "warna") && !is_near("anggota l", "anggota"));
    }
}
