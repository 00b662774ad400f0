//! Tells a list of persons (customers, members, suppliers) from a register of cooperatives: both have names, telephone
//! numbers and addresses, and only the one may be published.

use super::cell::{cell_at, shown};
use super::heads::{HeadMap, Table, Target};
use super::kind::{FOLDER, Home};
use super::words::fold;
use crate::workbook::Sheet;

/// Heads above names of anybody.
const ANYBODY: &[&str] = &["nama", "nama lengkap"];
/// Keys that only cooperatives have. `NIK` is none: persons have one, too.
const OF_COOPERATIVES: &[&str] =
    &["singkatan", "jenis", "bentuk", "pola", "sektor", "wilayah", "legal.badan_hukum", FOLDER];
/// Words in names of cooperatives.
const WORDS: &[&str] = &[
    "koperasi",
    "kop",
    "kud",
    "kopontren",
    "koppontren",
    "kopkar",
    "kopma",
    "kopsis",
    "kopwan",
    "kdmp",
    "kkmp",
    "kdkmp",
    "ksp",
    "ksu",
    "kspps",
    "kpri",
    "bmt",
    "puskud",
    "primkop",
    "primkopad",
    "puskop",
];

/// True if a name has a word that names of cooperatives have.
pub(super) fn names_a_cooperative(name: &str) -> bool {
    fold(name).split(' ').any(|word| WORDS.contains(&word))
}

/// True for a table whose names are rather those of persons: nothing in its heads, in the sheet's name and in its names
/// says cooperative, and nobody has said with `--map` what the column of names is.
pub(super) fn lists_persons(sheet: &Sheet, table: &Table, map: &HeadMap) -> bool {
    if table.kind.home != Home::Profile {
        return false;
    }
    let is_names = |target: Option<&Target>| target == Some(&Target::Own("nama".to_owned()));
    let Some(names) = table.columns.iter().find(|column| is_names(column.reading.target())) else {
        return false;
    };
    let is_sure = !ANYBODY.contains(&fold(&names.head).as_str())
        || map.decides(&names.head)
        || table.kind.names.iter().any(|name| fold(name) == fold(&sheet.name))
        || OF_COOPERATIVES.iter().any(|path| table.column(path).is_some());
    let mut below = sheet.rows.iter().filter(|row| row.number > table.head_row);
    !is_sure
        && !below.any(|row| cell_at(row, names.number).is_some_and(|cell| names_a_cooperative(&shown(cell))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cooperative_is_known_by_a_word_of_its_name() {
        for (name, is) in [
            ("Koperasi Tani Subur", true),
            ("KUD Mekar", true),
            ("Kop. Karyawan PT Contoh", true),
            ("Primer Koperasi TNI", true),
            ("Budi Santoso", false),
            ("Kopi Jaya", false),
        ] {
            assert_eq!(names_a_cooperative(name), is, "{name}");
        }
    }
}
