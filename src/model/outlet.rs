//! What a cooperative runs beside its goods (*gerai*): an LPG agent, a pharmacy, a cold store.

use super::calendar::OpeningHours;
use super::contact::PhoneNumber;
use super::language::LocalText;

/// A unit or service that is no good.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outlet {
    /// One of the known words, `pupuk`, or people's own.
    pub kind: String,
    /// Its name.
    pub name: Option<LocalText>,
    /// Its hours, where they are not the cooperative's.
    pub hours: Option<OpeningHours>,
    /// Who may use it.
    pub terms: Vec<LocalText>,
    /// What to bring.
    pub bring: Vec<LocalText>,
    /// Its own number.
    pub phone: Option<PhoneNumber>,
}

/// Known kinds: the word of a profile, and by which words people name it. Of several the first counts: a shop for
/// fertiliser is no grocery.
const NAMES: [(&str, &[&str]); 12] = [
    ("lpg", &["lpg", "elpiji", "gas 3 kg"]),
    ("pupuk", &["pupuk", "saprotan"]),
    ("apotek", &["apotek", "apotik", "toko obat"]),
    ("klinik", &["klinik"]),
    ("simpan-pinjam", &["simpan pinjam"]),
    ("agen-bank", &["agen bank", "brilink", "agen46", "laku pandai"]),
    ("pos", &["pos", "kantor pos", "ekspedisi"]),
    ("gudang-dingin", &["gudang dingin", "ruang dingin", "cold storage", "gudang beku"]),
    ("gudang", &["gudang", "pergudangan"]),
    ("logistik", &["logistik", "angkutan"]),
    ("loket", &["loket", "ppob"]),
    ("sembako", &["sembako", "kelontong"]),
];

/// Words of the known kinds, in the order of lists.
pub const OUTLET_KINDS: [&str; 12] = {
    let mut words = [""; 12];
    let mut at = 0;
    while at < words.len() {
        words[at] = NAMES[at].0;
        at += 1;
    }
    words
};

impl Outlet {
    /// The known kind that people's words name: `lpg` for `Agen LPG 3 kg`.
    pub fn known_kind(&self) -> Option<&'static str> {
        let words: Vec<String> = self
            .kind
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let plain = format!(" {} ", words.join(" "));
        let names = |names: &[&str]| names.iter().any(|name| plain.contains(&format!(" {name} ")));
        NAMES.iter().find(|(_, all)| names(all)).map(|(word, _)| *word)
    }

    /// What people call it where that is more than the word of a known kind.
    pub fn own_words(&self) -> Option<&str> {
        (self.known_kind() != Some(self.kind.as_str())).then_some(self.kind.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_call_an_outlet_names_its_kind() {
        let outlet = |kind: &str| Outlet {
            kind: kind.to_owned(),
            name: None,
            hours: None,
            terms: Vec::new(),
            bring: Vec::new(),
            phone: None,
        };
        for (typed, known, own) in [
            ("lpg", Some("lpg"), None),
            ("Agen LPG 3 kg", Some("lpg"), Some("Agen LPG 3 kg")),
            ("Kios pupuk bersubsidi", Some("pupuk"), Some("Kios pupuk bersubsidi")),
            ("Gudang dingin", Some("gudang-dingin"), Some("Gudang dingin")),
            ("BRILink", Some("agen-bank"), Some("BRILink")),
            ("Bank sampah", None, Some("Bank sampah")),
            ("posyandu", None, Some("posyandu")),
        ] {
            let outlet = outlet(typed);
            assert_eq!((outlet.known_kind(), outlet.own_words()), (known, own), "{typed}");
        }
        for word in OUTLET_KINDS {
            assert_eq!(outlet(word).known_kind(), Some(word));
        }
    }
}
