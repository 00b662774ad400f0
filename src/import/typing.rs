//! What stands in a cell as a person would type it into a profile: lists taken apart, units put where they belong,
//! words of tills and shops turned into those of profiles.

use super::words::fold;
use crate::keys::{GROUPS, KINDS, STOCKS, Shape};
use crate::model::Slug;

/// What people write into a cell to say that there is nothing.
const NOTHING: &[&str] = &["-", "--", "—", "–", "n/a", "tidak ada", "kosongkan", "belum ada", "nihil", "."];
/// Heads' brackets that say rupiah, which needs no saying.
const RUPIAH: &[&str] = &["rp", "idr", "rupiah"];
/// Other words for stock.
const STOCK_WORDS: &[(&str, usize)] = &[
    ("ada", 0),
    ("ready", 0),
    ("ready stock", 0),
    ("in stock", 0),
    ("banyak", 0),
    ("ya", 0),
    ("yes", 0),
    ("true", 0),
    ("benar", 0),
    ("cukup", 0),
    ("sisa sedikit", 1),
    ("sedikit", 1),
    ("menipis", 1),
    ("kosong", 2),
    ("tidak", 2),
    ("no", 2),
    ("false", 2),
    ("salah", 2),
    ("sold out", 2),
    ("out of stock", 2),
    ("po", 3),
    ("pre order", 3),
    ("preorder", 3),
    ("indent", 3),
    ("pesan dulu", 3),
];

/// Other words for kinds and families of cooperatives.
const COOPERATIVE_WORDS: &[(&[&str], &str, usize)] = &[
    (KINDS, "ksp", 4),
    (KINDS, "usp", 4),
    (KINDS, "kspps", 4),
    (KINDS, "simpan pinjam", 4),
    (GROUPS, "unit desa", 0),
    (GROUPS, "pesantren", 1),
    (GROUPS, "pondok pesantren", 1),
    (GROUPS, "siswa", 2),
    (GROUPS, "karyawan", 3),
    (GROUPS, "pegawai", 3),
    (GROUPS, "mahasiswa", 4),
    (GROUPS, "desa merah putih", 5),
    (GROUPS, "kelurahan merah putih", 5),
    (GROUPS, "merah putih", 5),
    (GROUPS, "kkmp", 5),
];
/// Kinds of cooperatives that no key knows, as headings of registers have them.
const MORE_KINDS: &[&str] = &["serba usaha", "ksu", "primer", "sekunder", "lainnya", "lain lain"];
/// Months as people write them.
const MONTHS: &[&[&str]] = &[
    &["januari", "jan"],
    &["februari", "pebruari", "feb", "peb"],
    &["maret", "mar"],
    &["april", "apr"],
    &["mei"],
    &["juni", "jun"],
    &["juli", "jul"],
    &["agustus", "agu", "agt", "ags"],
    &["september", "sep", "sept"],
    &["oktober", "okt"],
    &["november", "nopember", "nov", "nop"],
    &["desember", "des"],
];

/// True for what people write where there is nothing to write.
pub(super) fn means_nothing(text: &str) -> bool {
    NOTHING.contains(&text.to_lowercase().as_str())
}

/// True for what people write where the cell above is meant.
pub(super) fn means_the_same(text: &str) -> bool {
    // Nearly every cell is something else, which its first letter shows.
    if !text.starts_with(['s', 'S', 'i', 'I', '"', '\'', '〃']) || text.len() > 24 {
        return false;
    }
    matches!(fold(text).as_str(), "sda" | "s d a" | "idem" | "sama dengan di atas" | "sama dengan diatas")
        || matches!(text.trim(), "\"" | "''" | "〃")
}

/// The value or values of a cell, as they are typed at a key of a shape. `unit` is what the head of the column says.
pub(super) fn typed(shape: Shape, text: &str, unit: Option<&str>) -> Vec<String> {
    match shape {
        Shape::Photos(_) | Shape::Photo(_) => photos(text),
        Shape::Slugs | Shape::Choices(_) => parts(text, &[';', ',', '\n', '|']),
        Shape::Texts(_) | Shape::Locals(_) => {
            let has_parts = text.trim_end_matches(['\n', ' ']).contains([';', '\n', '|']);
            parts(text, if has_parts { &[';', '\n', '|'] } else { &[','] })
        }
        Shape::Months | Shape::Numbers(..) | Shape::Dates | Shape::Coordinates => {
            split(text.trim_matches(['[', ']']), &[';', ',', '\n']).map(str::to_owned).collect()
        }
        Shape::Choice(words) => vec![choice(words, text)],
        Shape::Rupiah => vec![priced(&without_decimals(text), unit)],
        Shape::Measure(..) => vec![measured(text, unit)],
        Shape::Date => vec![day_in_words(text).unwrap_or_else(|| text.to_owned())],
        Shape::Number(..) => vec![counted(text)],
        Shape::Years => vec![years(text).unwrap_or_else(|| text.to_owned())],
        Shape::Markdown => vec![text.replace("\r\n", "\n")],
        Shape::Identifier => vec![without_day(text).split_whitespace().collect::<Vec<_>>().join(" ")],
        _ => vec![text.split_whitespace().collect::<Vec<_>>().join(" ")],
    }
}

/// Whether a word means that something is sold, or not; `None` for any other word.
pub(super) fn on_sale(text: &str) -> Option<bool> {
    match fold(text).as_str() {
        "aktif" | "active" | "ya" | "y" | "yes" | "true" | "benar" | "1" | "dijual" | "tayang"
        | "published" => Some(true),
        "nonaktif" | "non aktif" | "tidak aktif" | "inactive" | "tidak" | "n" | "no" | "false" | "salah"
        | "0" | "tidak dijual" | "diarsipkan" | "arsip" | "draf" | "draft" | "archived" | "beku"
        | "dibekukan" | "bubar" | "dibubarkan" | "tutup" | "ditutup" | "mati suri" => Some(false),
        _ => None,
    }
}

/// True for one number with an area code in place of a mobile's 8: `(0262) 233445`, `+62 22 1234567`.
pub(super) fn is_landline(text: &str) -> bool {
    let is_mark = |c: char| matches!(c, '+' | '-' | '.' | ' ' | '(' | ')');
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    let national = digits.strip_prefix("62").or_else(|| digits.strip_prefix('0')).unwrap_or("");
    text.chars().all(|c| c.is_ascii_digit() || is_mark(c))
        && national.starts_with(['2', '3', '4', '5', '6', '7', '9'])
        && (8..=11).contains(&national.len())
}

/// Names or addresses of photos. A comma may stand inside an address, but not before a space.
pub(super) fn photos(text: &str) -> Vec<String> {
    let bare = match text.strip_prefix('[').and_then(|list| list.strip_suffix(']')) {
        // A list as programs write it: `["a.jpg","foto\/b.jpg"]`.
        Some(list) => list.replace(['"', '\\'], ""),
        None => text.replace('"', "").replace('\\', "/"),
    };
    if bare.contains("://") {
        return bare
            .split([' ', ';', '\n', '|'])
            .map(|one| one.trim_matches(',').trim())
            .filter(|one| !one.is_empty())
            .map(str::to_owned)
            .collect();
    }
    parts(&bare, &[';', ',', '\n', '|'])
}

fn parts(text: &str, ends: &[char]) -> Vec<String> {
    split(text, ends)
        .map(|part| part.trim_start_matches(['•', '-', '*']).trim())
        .filter(|part| !part.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Parts without white space around them. A hyphen before a number is its minus.
fn split<'t>(text: &'t str, ends: &[char]) -> impl Iterator<Item = &'t str> {
    text.split(ends).map(str::trim).filter(|part| !part.is_empty())
}

/// The word of a list that is meant; what is not known stays, and is told where the profile is read.
fn choice(words: &'static [&'static str], text: &str) -> String {
    let folded = Slug::from_name(text).map(|slug| slug.as_str().to_owned()).unwrap_or_default();
    if words.contains(&folded.as_str()) {
        return folded;
    }
    if words == STOCKS {
        let spaced = fold(text);
        if let Some((_, index)) = STOCK_WORDS.iter().find(|(word, _)| *word == spaced) {
            return STOCKS[*index].to_owned();
        }
        if let Some(count) = spaced.split(' ').find_map(|count| count.parse::<u64>().ok()) {
            let is_gone = count == 0 || text.trim().starts_with('-');
            return STOCKS[if is_gone { 2 } else { 0 }].to_owned();
        }
    }
    let spaced = fold(text);
    let bare = spaced.strip_prefix("koperasi ").unwrap_or(&spaced);
    if let Some(word) = words.iter().find(|word| fold(word) == bare) {
        return (*word).to_owned();
    }
    if let Some((.., index)) =
        COOPERATIVE_WORDS.iter().find(|(list, word, _)| *list == words && *word == bare)
    {
        return words[*index].to_owned();
    }
    let first = folded.split('-').next().unwrap_or_default();
    if words.contains(&first) { first.to_owned() } else { text.to_owned() }
}

/// True for what all cooperatives of a kind are called, `Serba Usaha` or `KOPERASI KONSUMEN`, and none alone.
pub(super) fn names_a_kind(text: &str) -> bool {
    let folded = fold(text);
    let bare = folded.strip_prefix("koperasi ").unwrap_or(&folded);
    KINDS.iter().any(|word| fold(word) == bare)
        || MORE_KINDS.contains(&bare)
        || COOPERATIVE_WORDS.iter().any(|(_, word, _)| *word == bare)
}

/// True for a kind that registers have and profiles do not: `Serba Usaha`.
pub(super) fn is_no_kind(text: &str) -> bool {
    let folded = fold(text);
    MORE_KINDS.contains(&folded.strip_prefix("koperasi ").unwrap_or(&folded))
}

/// `2025-07-21` for `21 Juli 2025` and `Senin, 21 Jul 2025`; `None` for anything else.
pub(super) fn day_in_words(text: &str) -> Option<String> {
    let folded = fold(text);
    let words: Vec<&str> = folded.split(' ').collect();
    let [.., day, month, year] = words.as_slice() else { return None };
    let month = MONTHS.iter().position(|names| names.contains(month))? + 1;
    let (day, year): (u32, u32) = (day.parse().ok()?, year.parse().ok()?);
    let is_day = (1..=31).contains(&day) && (1800..=2999).contains(&year) && words.len() <= 4;
    is_day.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// A number without the day that registers write behind it: `518/BH/XIII/2009 tgl 3-4-2009`, `…, 3 April 2009`.
fn without_day(text: &str) -> &str {
    const MARKS: &[&str] = &[" tanggal ", " tgl. ", " tgl ", ", ", "; ", "\n"];
    let lower = text.to_ascii_lowercase();
    let is_day = |rest: &str| {
        let numbers = rest.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty()).count();
        let has_month = MONTHS.iter().flat_map(|names| names.iter()).any(|month| fold(rest).contains(month));
        numbers == 3 || (numbers == 2 && has_month)
    };
    let cut = |mark: &&str| {
        let (before, rest) = lower.split_once(mark)?;
        (is_day(rest) && before.contains(|c: char| c.is_ascii_digit())).then_some(before.len())
    };
    MARKS.iter().find_map(cut).map_or(text, |end| text[..end].trim_end_matches([',', ';', ' ']))
}

/// `2023-2028` for `2023 s/d 2028`, `Tahun 2023 sampai dengan 2028` and the like; `None` for anything else.
fn years(text: &str) -> Option<String> {
    let words = fold(text);
    let mut years = words.split(' ').filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
    let is_year = |word: &&str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let (first, last) = (years.next().filter(is_year)?, years.next().filter(is_year)?);
    let others = words.split(' ').filter(|word| *word != first && *word != last);
    let means_a_span =
        |word: &str| matches!(word, "s" | "d" | "sd" | "sampai" | "dengan" | "hingga" | "tahun" | "to");
    (years.next().is_none() && others.into_iter().all(means_a_span)).then(|| format!("{first}-{last}"))
}

/// `150` for `150 orang` and `± 150`.
fn counted(text: &str) -> String {
    let text = text.trim().trim_start_matches(['±', '~']).trim_start();
    match text.split_once(' ') {
        Some((count, unit))
            if count.starts_with(|c: char| c.is_ascii_digit()) && unit.chars().all(char::is_alphabetic) =>
        {
            count.to_owned()
        }
        _ => text.to_owned(),
    }
}

/// A word above goods as a category: `Sembako` for `I. SEMBAKO`.
pub(super) fn heading(text: &str) -> String {
    let text = text.trim().trim_end_matches(':').trim_end();
    let bare = match text.split_once(['.', ')']) {
        Some((number, rest)) if number.len() <= 4 && !rest.trim().is_empty() => rest.trim(),
        _ => text,
    };
    if bare.chars().any(char::is_lowercase) {
        return bare.to_owned();
    }
    let mut chars = bare.chars();
    chars.next().map_or_else(String::new, |first| format!("{first}{}", chars.as_str().to_lowercase()))
}

/// A price without the decimals that spreadsheets show: `Rp 12.500,00` and, in the English way, `12,500.00`. Anything
/// else stays.
fn without_decimals(text: &str) -> String {
    let text = text.trim();
    if let Some(whole) = text.strip_suffix(",00") {
        return whole.to_owned();
    }
    let is_grouped = |whole: &str| {
        let digits = whole.trim_start_matches(|c: char| !c.is_ascii_digit());
        digits.contains(',') && digits.split(',').skip(1).all(|group| group.len() == 3)
    };
    match text.strip_suffix(".00") {
        Some(whole) if is_grouped(whole) => whole.replace(',', ""),
        _ => text.to_owned(),
    }
}

/// What the head of a price's column says holds for each of its cells: `Harga (ribu)`, `Harga/kg`.
fn priced(text: &str, unit: Option<&str>) -> String {
    let Some(unit) = unit.map(without_currency).filter(|unit| !unit.is_empty()) else {
        return text.to_owned();
    };
    if means_thousands(unit) {
        return times_thousand(text).unwrap_or_else(|| format!("{text} ribu"));
    }
    if text.contains('/') { text.to_owned() } else { format!("{text}/{unit}") }
}

/// `kg` for `Rp/kg`, `Rp per kg`, `kg (Rp)`; nothing for `Rp` alone.
fn without_currency(unit: &str) -> &str {
    let is_currency = |inside: &str| RUPIAH.contains(&fold(inside).as_str());
    let unit =
        unit.split_once('(').filter(|(_, inside)| is_currency(inside)).map_or(unit, |(unit, _)| unit.trim());
    let lower = unit.to_ascii_lowercase();
    let Some(word) = RUPIAH.iter().rev().find(|word| lower.starts_with(**word)) else { return unit };
    let rest = unit[word.len()..].trim_start_matches(['.', ' ']);
    let behind = ["/", "per ", "@"].iter().find_map(|mark| rest.strip_prefix(mark));
    behind.map_or(if rest.is_empty() { "" } else { unit }, str::trim)
}

/// True for what a head says of a column that counts thousands: `ribu`, `x 1.000`, `dalam ribuan rupiah`.
pub(super) fn means_thousands(unit: &str) -> bool {
    let folded = fold(unit);
    let counts = |word: &str| matches!(word, "ribu" | "ribuan" | "rb" | "000" | "1000" | "x1000");
    let is_of_amount = |word: &str| matches!(word, "dalam" | "dlm" | "rp" | "rupiah" | "idr" | "x" | "1");
    folded.split(' ').any(counts) && folded.split(' ').all(|word| counts(word) || is_of_amount(word))
}

/// `Rp 12.500` for `12,5`. `None` where it is not clear: `12.500` thousand can be twelve thousand five hundred of them.
fn times_thousand(text: &str) -> Option<String> {
    let bare = text.trim().trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '.'));
    let (whole, parts) = bare.split_once([',', '.']).unwrap_or((bare, ""));
    let is_number = |digits: &str| digits.chars().all(|c| c.is_ascii_digit());
    if !(1..=3).contains(&whole.len()) || !is_number(whole) || !is_number(parts) || parts.len() > 2 {
        return None;
    }
    let amount: u64 = format!("{whole}{parts:0<3}").parse().ok()?;
    Some(amount.to_string())
}

/// A number without a unit has that of its column's head.
fn measured(text: &str, unit: Option<&str>) -> String {
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
    match unit {
        Some(unit) if is_bare => format!("{} {unit}", text.trim()),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::keys::{PHOTO, ROLES};

    #[test]
    fn a_landline_has_an_area_in_place_of_an_eight() {
        for (typed, is) in [
            ("(0262) 233445", true),
            ("+62 22 1234567", true),
            ("0812-0000-0001", false),
            ("62812 0000 0001", false),
            ("233445", false),
            ("0262 233445 (kantor)", false),
            ("wa.me/62221234567", false),
        ] {
            assert_eq!(is_landline(typed), is, "{typed}");
        }
    }

    #[test]
    fn a_number_leaves_the_day_behind_it_out() {
        for (typed, number) in [
            ("AHU-0000014.AH.01.29.TAHUN 2025, 12 Mei 2025", "AHU-0000014.AH.01.29.TAHUN 2025"),
            ("518/BH/XIII/2009 tgl 3-4-2009", "518/BH/XIII/2009"),
            ("518/BH/XIII/2009\ntanggal 3 April 2009", "518/BH/XIII/2009"),
            ("518/BH/XIII/2009, Tanggal 03/04/2009", "518/BH/XIII/2009"),
            ("9120000000001, 9120000000002", "9120000000001, 9120000000002"),
            ("8001/BH/PAD/KWK.10/1996", "8001/BH/PAD/KWK.10/1996"),
            ("tgl 3-4-2009", "tgl 3-4-2009"),
        ] {
            assert_eq!(without_day(typed), number, "{typed}");
        }
    }

    #[test]
    fn cells_of_several_values_are_taken_apart() {
        for (shape, text, values) in [
            (Shape::Photos(&PHOTO), "a.jpg; b.jpg\nc", vec!["a.jpg", "b.jpg", "c"]),
            (Shape::Texts(60), "pangan, peternakan", vec!["pangan", "peternakan"]),
            (Shape::Texts(60), "- KTP, asli\n- KK", vec!["KTP, asli", "KK"]),
            (Shape::Texts(60), "KTP, asli;", vec!["KTP, asli"]),
            (Shape::Coordinates, "-7.1735, 107.5563", vec!["-7.1735", "107.5563"]),
            (Shape::Months, "1-4, 10-12", vec!["1-4", "10-12"]),
            (Shape::Choice(STOCKS), "Ready", vec!["tersedia"]),
            (Shape::Choice(STOCKS), "0", vec!["habis"]),
            (Shape::Choice(STOCKS), "-2", vec!["habis"]),
            (Shape::Choice(STOCKS), "sisa 3", vec!["tersedia"]),
            (Shape::Choice(STOCKS), "24 pcs", vec!["tersedia"]),
            (Shape::Choice(STOCKS), "entah", vec!["entah"]),
            (Shape::Choice(ROLES), "Wakil Ketua", vec!["wakil-ketua"]),
            (Shape::Choice(ROLES), "Ketua Umum", vec!["ketua"]),
            (Shape::Choice(KINDS), "Koperasi Produsen", vec!["produsen"]),
            (Shape::Choice(KINDS), "KSP", vec!["simpan-pinjam"]),
            (Shape::Choice(GROUPS), "Koperasi Desa Merah Putih", vec!["kdmp"]),
            (Shape::Date, "21 Juli 2025", vec!["2025-07-21"]),
            (Shape::Date, "Senin, 5 Agt 2025", vec!["2025-08-05"]),
            (Shape::Date, "05/12/2025", vec!["05/12/2025"]),
            (Shape::Years, "2023 s/d 2028", vec!["2023-2028"]),
            (Shape::Years, "2023 – 2028", vec!["2023-2028"]),
            (Shape::Years, "Tahun 2023 sampai dengan 2028", vec!["2023-2028"]),
            (Shape::Years, "2023-2028", vec!["2023-2028"]),
            (Shape::Years, "sejak 2023", vec!["sejak 2023"]),
            (Shape::Choice(STOCKS), "TRUE", vec!["tersedia"]),
            (Shape::Choice(STOCKS), "Tidak", vec!["habis"]),
            (Shape::Number(1, 1000), "150 orang", vec!["150"]),
            (Shape::Number(1, 1000), "± 40", vec!["40"]),
            (Shape::Number(1, 1000), "1 500", vec!["1 500"]),
            (Shape::Text(80), " Kopi\n bubuk ", vec!["Kopi bubuk"]),
        ] {
            assert_eq!(typed(shape, text, None), values, "{text}");
        }
    }

    #[test]
    fn a_head_tells_what_its_cells_leave_out() {
        let weight = Shape::Measure("", "");
        assert_eq!(typed(weight, "520", Some("gram")), ["520 gram"]);
        assert_eq!(typed(weight, "1 kg", Some("gram")), ["1 kg"]);
        assert_eq!(typed(Shape::Rupiah, "12.500", Some("Rp")), ["12.500"]);
        assert_eq!(typed(Shape::Rupiah, "Rp 12.500,00", None), ["Rp 12.500"]);
        assert_eq!(typed(Shape::Rupiah, "Rp12,500.00", None), ["Rp12500"]);
        assert_eq!(typed(Shape::Rupiah, "12.5", None), ["12.5"]);
        assert_eq!(typed(Shape::Rupiah, "12,5", Some("ribu")), ["12500"]);
        assert_eq!(typed(Shape::Rupiah, "Rp 18", Some("Rp ribu")), ["18000"]);
        assert_eq!(typed(Shape::Rupiah, "12.500", Some("000")), ["12.500 ribu"]);
        assert_eq!(typed(Shape::Rupiah, "12500", Some("ribu")), ["12500 ribu"]);
        assert!(means_thousands("dalam ribuan Rp") && means_thousands("x 1.000") && !means_thousands("kg"));
        assert_eq!(typed(Shape::Rupiah, "12.500", Some("kg")), ["12.500/kg"]);
        for unit in ["Rp/kg", "Rp. / kg", "rupiah per kg", "IDR/kg"] {
            assert_eq!(typed(Shape::Rupiah, "12.500", Some(unit)), ["12.500/kg"], "{unit}");
        }
    }
}
