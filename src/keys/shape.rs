//! What a row of the table is made of: sections, keys, and what belongs at a key.

/// Keys that stand together in one mapping.
#[derive(Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is about, as a phrase: `produk`.
    pub name: &'static str,
    /// Its keys, in the order in which a person would fill them in.
    pub keys: &'static [Key],
}

impl Section {
    /// The key of a name.
    pub fn key(&self, name: &str) -> Option<&'static Key> {
        self.keys.iter().find(|key| key.name == name)
    }
}

/// One key.
#[derive(Debug, PartialEq, Eq)]
pub struct Key {
    /// As it is written.
    pub name: &'static str,
    /// What belongs there.
    pub shape: Shape,
    /// True if the section makes no sense without it.
    pub needed: bool,
    /// What it means, in Indonesian.
    pub id: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// A value as it may stand in a file: one line of YAML, or empty where the section's keys are the example.
    pub example: &'static str,
}

/// What belongs at a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shape {
    /// One line of text of at most so many characters.
    Text(u16),
    /// The same, with translations under `…_en` and `…_su`.
    Local(u16),
    /// Markdown of any length, with translations.
    Markdown,
    /// A list of lines.
    Texts(u16),
    /// A list of lines, with lists of translations.
    Locals(u16),
    /// Whole rupiah.
    Rupiah,
    /// 0 to 100 %, at most two decimals.
    Percent,
    /// A whole number between two others.
    Number(u32, u32),
    /// A list of such numbers.
    Numbers(u32, u32),
    /// Four digits.
    Year,
    /// A span of years, the second not before the first: `2024-2029`.
    Years,
    /// A day.
    Date,
    /// A list of days.
    Dates,
    /// A day and a time.
    DateTime,
    /// Opening hours of one day.
    Hours,
    /// A list of months or spans of months.
    Months,
    /// `ya` or `tidak`.
    Flag,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A list of these words.
    Choices(&'static [&'static str]),
    /// An https address.
    Link,
    /// A mobile number.
    WhatsApp,
    /// Any number that can be called.
    Phone,
    /// An e-mail address.
    Email,
    /// A name in a social network.
    Account,
    /// A word of lower-case letters, digits and hyphens.
    Slug,
    /// A list of such words.
    Slugs,
    /// A Kemendagri code.
    Region,
    /// Latitude and longitude.
    Coordinates,
    /// Two parts of a photo's width and height.
    Focus,
    /// A colour, with or without the hash: `#rrggbb`.
    Colour,
    /// A number with its unit, `520 g`; of what, in Indonesian and in English.
    Measure(&'static str, &'static str),
    /// An identifier that is kept as it was typed.
    Identifier,
    /// The text of a QRIS code.
    Qris,
    /// A path inside the folder.
    Path,
    /// The path of a photo of a QRIS code.
    CodePhoto,
    /// A path, or a mapping that names one.
    Photo(&'static Section),
    /// A list of photos, or a single one.
    Photos(&'static Section),
    /// A mapping.
    Map(&'static Section),
    /// A list of mappings.
    List(&'static Section),
    /// A mapping from ids to whole numbers.
    Points,
}

impl Shape {
    /// True if the key has companions that end in `_en` and `_su`.
    pub fn is_translated(self) -> bool {
        matches!(self, Self::Local(_) | Self::Markdown | Self::Locals(_))
    }

    /// True if a list of texts, numbers, words or photos belongs there.
    pub(crate) fn takes_several(self) -> bool {
        matches!(
            self,
            Self::Texts(_)
                | Self::Locals(_)
                | Self::Numbers(..)
                | Self::Dates
                | Self::Months
                | Self::Choices(_)
                | Self::Slugs
                | Self::Coordinates
                | Self::Focus
                | Self::Photos(_)
        )
    }

    /// The least and the greatest number, for a whole number.
    pub fn bounds(self) -> Option<(u32, u32)> {
        match self {
            Self::Number(min, max) => Some((min, max)),
            _ => None,
        }
    }

    /// The section below a key, if there is one.
    pub fn section(self) -> Option<&'static Section> {
        match self {
            Self::Map(section) | Self::List(section) | Self::Photo(section) | Self::Photos(section) => {
                Some(section)
            }
            _ => None,
        }
    }

    /// What belongs there, in Indonesian and in English.
    pub fn phrase(self) -> (&'static str, &'static str) {
        match self {
            Self::Text(_) | Self::Local(_) => ("satu baris teks", "one line of text"),
            Self::Markdown => ("teks", "text"),
            Self::Texts(_) | Self::Locals(_) => ("daftar teks", "a list of texts"),
            Self::Rupiah => ("rupiah tanpa desimal", "whole rupiah"),
            Self::Percent => ("persen dari 0 sampai 100", "a percentage from 0 to 100"),
            Self::Number(..) => ("bilangan bulat", "a whole number"),
            Self::Numbers(..) => ("daftar bilangan bulat", "a list of whole numbers"),
            Self::Year => ("tahun dengan empat angka", "a year of four digits"),
            Self::Years => ("tahun awal dan akhir", "first and last year"),
            Self::Date => ("tanggal dengan urutan tahun-bulan-hari", "a date as year-month-day"),
            Self::Dates => ("daftar tanggal", "a list of days"),
            Self::DateTime => ("tanggal dan jam", "a day and a time"),
            Self::Hours => ("jam buka", "opening hours"),
            Self::Months => ("daftar bulan, 1 sampai 12", "a list of months, 1 to 12"),
            Self::Flag => ("`ya` atau `tidak`", "`ya` or `tidak`"),
            Self::Choice(_) => ("salah satu kata yang tersedia", "one of the known words"),
            Self::Choices(_) => ("daftar kata yang tersedia", "a list of the known words"),
            Self::Link => ("alamat yang diawali https://", "an address that starts with https://"),
            Self::WhatsApp => ("nomor ponsel", "a mobile number"),
            Self::Phone => ("nomor telepon", "a telephone number"),
            Self::Email => ("alamat surel", "an e-mail address"),
            Self::Account => ("nama akun", "the name of an account"),
            Self::Slug => (
                "kata dari huruf kecil, angka dan tanda hubung",
                "a word of lower-case letters, digits and hyphens",
            ),
            Self::Slugs => (
                "daftar kata dari huruf kecil, angka dan tanda hubung",
                "a list of words of lower-case letters, digits and hyphens",
            ),
            Self::Region => ("kode wilayah Kemendagri", "a Kemendagri region code"),
            Self::Coordinates => ("lintang dan bujur", "latitude and longitude"),
            Self::Focus => ("dua bilangan dari 0 sampai 1", "two numbers from 0 to 1"),
            Self::Colour => ("warna #rrggbb", "a colour #rrggbb"),
            Self::Measure(id, en) => (id, en),
            Self::Identifier => ("nomor seperti pada dokumennya", "the number as it is on the document"),
            Self::Qris => ("isi kode QRIS", "the text of a QRIS code"),
            Self::Path => ("nama berkas di dalam folder koperasi", "a file inside the cooperative's folder"),
            Self::CodePhoto => (
                "foto kode QRIS di dalam folder koperasi",
                "a photo of a QRIS code in the cooperative's folder",
            ),
            Self::Photo(_) => ("foto", "a photo"),
            Self::Photos(_) => ("daftar foto", "a list of photos"),
            Self::Map(_) => ("beberapa kunci di bawahnya", "keys below it"),
            Self::List(_) => ("daftar, tiap isinya diawali `-`", "a list, each item starting with `-`"),
            Self::Points => ("peran dengan poinnya", "roles with their points"),
        }
    }
}

/// Everything that can be reached from a section: path such as `produk[].harga`, and key, in order.
pub fn walk(section: &'static Section) -> Vec<(String, &'static Key)> {
    let mut found = Vec::new();
    let mut waiting = vec![(String::new(), section)];
    while let Some((prefix, section)) = waiting.pop() {
        for key in section.keys {
            let path = format!("{prefix}{}", key.name);
            if let Some(below) = key.shape.section() {
                let item = if matches!(key.shape, Shape::List(_) | Shape::Photos(_)) { "[]." } else { "." };
                waiting.push((format!("{path}{item}"), below));
            }
            found.push((path, key));
        }
    }
    found
}

pub(super) const fn key(
    name: &'static str,
    shape: Shape,
    id: &'static str,
    en: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, needed: false, id, en, example }
}

pub(super) const fn needed(
    name: &'static str,
    shape: Shape,
    id: &'static str,
    en: &'static str,
    example: &'static str,
) -> Key {
    Key { name, shape, needed: true, id, en, example }
}
