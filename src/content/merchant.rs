//! Whether the name in a payment code is that of a cooperative, and of no other: codes get swapped.

/// Length to which acquirers cut a merchant's name.
const CUT_NAME: usize = 25;
/// Fewest letters of a cut word that tell one name from another.
const MIN_LETTERS: usize = 3;

/// How a merchant's name and a cooperative's go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Agreement {
    /// Two names.
    None,
    /// One name, but other cooperatives may have it in their codes as well: it was cut before what tells them apart,
    /// or is one word of several.
    Shared,
    /// The name of this cooperative.
    Own,
}

/// Words that say what somebody is, not who: they may be in one name and not in the other.
const COMMON_WORDS: [&str; 15] = [
    "koperasi",
    "kop",
    "kopontren",
    "ksp",
    "ksu",
    "kud",
    "kopkar",
    "kopsis",
    "kopma",
    "koptan",
    "dan",
    "unit",
    "usaha",
    "primer",
    "serba",
];

/// Words that thousands of names have: trades, members, and the programme of village cooperatives.
const SHARED_WORDS: [&str; 36] = [
    "desa",
    "kelurahan",
    "merah",
    "putih",
    "produsen",
    "konsumen",
    "jasa",
    "pemasaran",
    "simpan",
    "pinjam",
    "syariah",
    "peternak",
    "peternakan",
    "petani",
    "pertanian",
    "tani",
    "ternak",
    "perajin",
    "pengrajin",
    "nelayan",
    "pekebun",
    "perkebunan",
    "sapi",
    "perah",
    "pondok",
    "pesantren",
    "karyawan",
    "pegawai",
    "siswa",
    "mahasiswa",
    "sekolah",
    "guru",
    "wanita",
    "pasar",
    "pedagang",
    "bersama",
];

/// Short forms of several words.
const SHORT_FORMS: [(&str, &str); 6] = [
    ("kopdes", "koperasi desa"),
    ("kopkel", "koperasi kelurahan"),
    ("kdmp", "koperasi desa merah putih"),
    ("kkmp", "koperasi kelurahan merah putih"),
    ("kmp", "koperasi merah putih"),
    ("kdkmp", "koperasi desa kelurahan merah putih"),
];

/// How the name in a code and a name of the cooperative agree, once case, punctuation and words such as `koperasi` are
/// set aside: they are the same, one is the beginning of the other (names are cut at 25 characters), or all words
/// of the code's are in the other. `, PGLN` and its like behind a name are the acquirer's.
pub(super) fn agreement(merchant: &str, name: &str) -> Agreement {
    let whole = compare(merchant, name);
    match without_suffix(merchant) {
        Some(own) => whole.max(compare(own, name)),
        None => whole,
    }
}

/// The name before the short word that an acquirer puts behind a comma.
fn without_suffix(merchant: &str) -> Option<&str> {
    let (own, suffix) = merchant.rsplit_once(',')?;
    let suffix = suffix.trim();
    let is_mark = (1..=6).contains(&suffix.len()) && suffix.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_mark.then_some(own.trim_end())
}

fn words(name: &str) -> Vec<String> {
    let plain = name.to_lowercase();
    let all = plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let written_out = all.flat_map(|word| {
        let long = SHORT_FORMS.iter().find(|(short, _)| *short == word).map_or(word, |(_, long)| *long);
        long.split(' ').map(str::to_owned).collect::<Vec<_>>()
    });
    written_out.filter(|word| !COMMON_WORDS.contains(&word.as_str())).collect()
}

fn compare(merchant: &str, name: &str) -> Agreement {
    let (ours, theirs) = (words(name), words(merchant));
    let (our_name, their_name) = (ours.concat(), theirs.concat());
    if our_name.is_empty() || their_name.is_empty() {
        let plain = |name: &str| name.to_lowercase().split_whitespace().collect::<String>();
        return if plain(merchant) == plain(name) { Agreement::Own } else { Agreement::None };
    }
    let is_cut = merchant.len() >= CUT_NAME - 1;
    if our_name == their_name {
        return Agreement::Own;
    }
    let is_beginning = is_cut && our_name.starts_with(&their_name);
    if is_beginning || are_words_of(&theirs, &ours, is_cut) {
        return if tells_apart(&theirs, &ours) { Agreement::Own } else { Agreement::Shared };
    }
    Agreement::None
}

/// `KOPERASI SAGARA` for `Koperasi Peternak Sapi Perah Sagara`: every word of theirs is one of ours, and the last one,
/// which a cut may have shortened, begins one of ours.
fn are_words_of(theirs: &[String], ours: &[String], is_cut: bool) -> bool {
    let Some((last, whole)) = theirs.split_last() else { return false };
    let letters: usize = theirs.iter().map(|word| word.chars().count()).sum();
    letters >= 4
        && whole.iter().all(|word| ours.contains(word))
        && ours.iter().any(|word| word == last || (is_cut && word.starts_with(last.as_str())))
}

/// True if what is left of a name without the words of many still tells this cooperative from others: all of its own
/// words, or two of them.
fn tells_apart(theirs: &[String], ours: &[String]) -> bool {
    let own = |words: &[String]| -> Vec<String> {
        words.iter().filter(|word| !SHARED_WORDS.contains(&word.as_str())).cloned().collect()
    };
    let (theirs, ours) = (own(theirs), own(ours));
    let letters: usize = theirs.iter().map(|word| word.chars().count()).sum();
    letters >= MIN_LETTERS && (theirs.len() >= 2 || ours.len() <= 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_agree_in_the_ways_in_which_acquirers_write_them() {
        for (merchant, name) in [
            ("KOPERASI SAGARA", "Koperasi Peternak Sapi Perah Sagara"),
            ("KOPERASI TANAH JINGGA", "Koperasi Perajin Tanah Jingga"),
            ("KOPONTREN NURUL BUKIT", "Koperasi Pondok Pesantren Nurul Bukit"),
            ("KOPERASI CONTOH", "Koperasi Contoh"),
            ("KOPERASI PETERNAKAN SAPI SA", "Koperasi Peternakan Sapi Sagara"),
            ("KOPDES MERAH PUTIH SUKAMA", "Koperasi Desa Merah Putih Sukamaju"),
            ("KDMP SUKAMAJU", "Koperasi Desa Merah Putih Sukamaju"),
            ("KOPKEL MERAH PUTIH CIBIRU", "Koperasi Kelurahan Merah Putih Cibiru"),
            ("KOPI LERENG, PGLN", "Koperasi Kopi Lereng"),
            ("KOPERASI KOPI LERENG", "KDMP Kopi Lereng"),
        ] {
            assert_ne!(agreement(merchant, name), Agreement::None, "{merchant} / {name}");
        }
        for (merchant, name) in [
            ("TOKO BUDI", "Koperasi Contoh"),
            ("KOPERASI LAIN", "Koperasi Contoh"),
            ("KOPERASI", "Koperasi Contoh"),
            ("Tims Donuts", "Koperasi Peternak Sapi Perah Sagara"),
            ("KOP", "Koperasi Contoh"),
            ("KDMP SUKAMUNDUR", "Koperasi Desa Merah Putih Sukamaju"),
            ("TOKO BUDI, PGLN", "Koperasi Kopi Lereng"),
        ] {
            assert_eq!(agreement(merchant, name), Agreement::None, "{merchant} / {name}");
        }
    }

    #[test]
    fn a_name_that_others_have_as_well_is_no_proof() {
        for (merchant, name) in [
            ("KOPERASI DESA MERAH PUTIH", "Koperasi Desa Merah Putih Sukamaju"),
            ("Koperasi Peternakan Sapi P", "Koperasi Peternakan Sapi Perah Sagara"),
            ("KOPI", "Koperasi Kopi Lereng"),
            ("LERENG", "Koperasi Kopi Lereng"),
            ("KDMP", "Koperasi Desa Merah Putih Sukamaju"),
        ] {
            assert_eq!(agreement(merchant, name), Agreement::Shared, "{merchant} / {name}");
        }
        for (merchant, name) in [
            ("KOPERASI SAGARA", "Koperasi Peternak Sapi Perah Sagara"),
            ("KDMP SUKAMAJU", "Koperasi Desa Merah Putih Sukamaju"),
            ("KOPDES MERAH PUTIH SUKAMA", "Koperasi Desa Merah Putih Sukamaju"),
            ("KOPI LERENG, PGLN", "Koperasi Kopi Lereng"),
            ("KOPERASI TANAH JINGGA", "Koperasi Perajin Tanah Jingga"),
        ] {
            assert_eq!(agreement(merchant, name), Agreement::Own, "{merchant} / {name}");
        }
    }
}
