//! Who takes part: lines of lists to entries, each cooperative once.

use std::collections::{BTreeMap, BTreeSet};

use super::findings as told;
use super::heads::Meaning;
use super::table::{Line, Table, Value};
use crate::finding::{Findings, Located, Span};
use crate::model::{RegionCode, code_of, folded_name, region_row};

/// A cooperative of the programme. Holds no person, number or address of one.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    /// As the list calls it.
    pub(crate) name: String,
    /// Folder of its storefront, if the list names it.
    pub(crate) folder: Option<String>,
    /// Its number in the register of cooperatives (NIK koperasi), digits only.
    pub(crate) register_number: Option<String>,
    /// Regency or city.
    pub(crate) place: Option<Place>,
    /// How far it is, in the office's words.
    pub(crate) stage: Option<String>,
    /// The year in which it is to be online.
    pub(crate) year: Option<i16>,
    /// Every bimtek that it was invited to.
    pub(crate) bimtek: Vec<Bimtek>,
    /// Where the list names it.
    pub(crate) at: Span,
}

/// A regency or city.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// Kemendagri code: `32.04`.
    pub(crate) code: String,
    /// `Kabupaten Bandung`; the code where its name is not known.
    pub(crate) name: String,
}

/// A training session that a cooperative was invited to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Bimtek {
    /// As the list calls it.
    pub(crate) name: String,
    /// Whether somebody came.
    pub(crate) attendance: Attendance,
}

/// Whether somebody of a cooperative came to a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Attendance {
    /// Not known yet.
    Invited,
    /// Came, to the session itself or to the one for those who missed it.
    Came,
    /// Missed it, and is to make it up (*susulan*).
    Missed,
}

const CAME: &[&str] = &[
    "hadir",
    "ya",
    "y",
    "yes",
    "ikut",
    "sudah",
    "v",
    "1",
    "selesai",
    "lulus",
    "hadir susulan",
    "sudah susulan",
    "sudah ikut susulan",
];
const MISSED: &[&str] = &[
    "tidak",
    "tdk",
    "tidak hadir",
    "tidak ikut",
    "absen",
    "alpa",
    "izin",
    "sakit",
    "berhalangan",
    "belum",
    "t",
    "no",
    "0",
    "susulan",
    "perlu susulan",
    "ikut susulan",
    "jadwal susulan",
];
const INVITED: &[&str] = &["diundang", "undangan", "undang", "invited"];
/// What a column of attendance says of one that only has a column of attendance.
const NAMELESS: &str = "Bimtek";

/// Entries of all lists, in their order.
pub(super) fn read_entries(tables: &[Table], findings: &mut Findings) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    let mut seen: BTreeSet<(String, String)> = BTreeSet::new();
    let mut spellings = Spellings::default();
    for table in tables {
        check_heads(table, findings);
        check_contacts(table, findings);
        for line in &table.lines {
            let Some(entry) = read_entry(table, line, &mut spellings, findings) else { continue };
            let place = entry.place.as_ref().map_or(String::new(), |place| place.code.clone());
            let number = entry.register_number.iter().map(|number| ("nik".to_owned(), number.clone()));
            let keys: Vec<_> = [(folded_name(&entry.name), place)].into_iter().chain(number).collect();
            if keys.iter().any(|key| seen.contains(key)) {
                findings.push(told::twice(entry.at.clone(), &entry.name));
                continue;
            }
            seen.extend(keys);
            entries.push(entry);
        }
    }
    spellings.tell(findings);
    entries
}

fn check_heads(table: &Table, findings: &mut Findings) {
    for (head, _) in table.columns.iter().filter(|(_, meaning)| meaning.is_none()) {
        findings.push(told::head_unknown(head));
    }
}

/// Numbers of telephones that lost their 0: told once for each list, and never shown.
fn check_contacts(table: &Table, findings: &mut Findings) {
    let is_contact = |column: usize| table.columns[column].1 == Some(Meaning::Contact);
    let has_lost = |value: &&Value| {
        let digits = value.text.as_str();
        let is_mobile = (9..=12).contains(&digits.len()) && digits.starts_with('8');
        is_mobile && digits.bytes().all(|byte| byte.is_ascii_digit())
    };
    let values = table.lines.iter().flat_map(|line| &line.values).filter(|(column, _)| is_contact(*column));
    let lost: Vec<&Value> = values.map(|(_, value)| value).filter(has_lost).collect();
    if let Some(first) = lost.first() {
        findings.push(told::zero_lost(first.at.clone(), lost.len()));
    }
}

fn read_entry(
    table: &Table,
    line: &Line,
    spellings: &mut Spellings,
    findings: &mut Findings,
) -> Option<Entry> {
    let all = |wanted: Meaning| {
        let is_wanted = move |column: usize| table.columns[column].1.as_ref() == Some(&wanted);
        line.values.iter().filter(move |(column, _)| is_wanted(*column)).map(|(_, value)| value)
    };
    let first = |wanted: Meaning| all(wanted).next();
    let told = |wanted: Meaning| first(wanted).map(|value| value.text.clone());
    let name = first(Meaning::Name).filter(|value| !value.text.is_empty());
    let Some(name) = name.filter(|name| !is_total(&name.text)) else {
        let is_of_somebody = [Meaning::Register, Meaning::Stage, Meaning::Contact, Meaning::Folder];
        if name.is_none() && is_of_somebody.into_iter().any(|wanted| first(wanted).is_some()) {
            findings.push(told::nameless(line.at.clone()));
        }
        return None;
    };
    Some(Entry {
        name: name.text.split_whitespace().collect::<Vec<_>>().join(" "),
        folder: told(Meaning::Folder).map(|folder| folder_of(&folder)),
        register_number: first(Meaning::Register).and_then(|value| register_number(value, findings)),
        place: place(first(Meaning::Regency), first(Meaning::District), spellings, findings),
        stage: told(Meaning::Stage),
        year: first(Meaning::Year).and_then(|value| year(value, findings)),
        bimtek: sessions(table, line, told(Meaning::Invited), findings),
        at: name.at.clone(),
    })
}

/// A line below the list that sums up.
fn is_total(name: &str) -> bool {
    ["jumlah", "total", "jumlah total"].contains(&folded_name(name).as_str())
}

/// `kpc` of `https://etalase.example/kpc/`.
fn folder_of(typed: &str) -> String {
    typed.trim_end_matches('/').rsplit('/').next().unwrap_or(typed).to_owned()
}

/// A register number has 13 digits, rarely another number of them; a citizen's has 16 and is nobody's business here.
fn register_number(value: &Value, findings: &mut Findings) -> Option<String> {
    let digits: String = value.text.chars().filter(char::is_ascii_digit).collect();
    if (12..=15).contains(&digits.len()) {
        return Some(digits);
    }
    findings.push(told::odd_number(value.at.clone(), digits.len()));
    None
}

fn year(value: &Value, findings: &mut Findings) -> Option<i16> {
    let year = value.text.parse().ok().filter(|year| (2000..=2100).contains(year));
    if year.is_none() {
        findings.push(told::odd_year(value.at.clone(), &value.text));
    }
    year
}

/// The sessions of a line: of columns that name one, and of the pair of columns of invitation and attendance.
fn sessions(table: &Table, line: &Line, invited: Option<String>, findings: &mut Findings) -> Vec<Bimtek> {
    let mut sessions = Vec::new();
    let mut came = None;
    for (column, value) in &line.values {
        match &table.columns[*column].1 {
            Some(Meaning::Bimtek(name)) => {
                let attendance = attendance(value, findings);
                sessions.extend(attendance.map(|attendance| Bimtek { name: name.clone(), attendance }));
            }
            Some(Meaning::Came) => came = attendance(value, findings),
            _ => {}
        }
    }
    let invited = invited.filter(|name| !is_nothing(name));
    let name = invited.or_else(|| came.map(|_| NAMELESS.to_owned()));
    sessions.extend(name.map(|name| Bimtek { name, attendance: came.unwrap_or(Attendance::Invited) }));
    sessions
}

fn is_nothing(text: &str) -> bool {
    folded_name(text).is_empty()
}

/// What a cell says of attendance; nothing where it is blank or a dash.
fn attendance(value: &Value, findings: &mut Findings) -> Option<Attendance> {
    if matches!(value.text.trim(), "✓" | "✔" | "√") {
        return Some(Attendance::Came);
    }
    let folded = folded_name(&value.text);
    let is_one_of = |words: &[&str]| words.contains(&folded.as_str());
    if folded.is_empty() {
        None
    } else if is_one_of(CAME) {
        Some(Attendance::Came)
    } else if is_one_of(MISSED) {
        Some(Attendance::Missed)
    } else if is_one_of(INVITED) {
        Some(Attendance::Invited)
    } else {
        findings.push(told::odd_attendance(value.at.clone(), &value.text));
        Some(Attendance::Invited)
    }
}

/// The regency of a line. A code that a spreadsheet keeps as a number loses its last 0: `32.1` is `32.10`.
fn place(
    regency: Option<&Value>,
    district: Option<&Value>,
    spellings: &mut Spellings,
    findings: &mut Findings,
) -> Option<Place> {
    let named = regency.or(district)?;
    let typed = named.text.trim();
    let is_cut = named.is_number && typed.len() == 4 && typed.as_bytes()[2] == b'.';
    let code = if is_cut { format!("{typed}0") } else { typed.to_owned() };
    if let Some(code) = RegionCode::parse(&code).and_then(|code| code.regency().map(str::to_owned)) {
        return Some(place_of(&code));
    }
    let district = district.map(|value| value.text.as_str());
    let found = code_of(regency.map(|value| value.text.as_str()), district)
        .or_else(|why| regency.map_or(Err(why), |value| code_of(Some(&value.text), None)));
    match found {
        Ok(code) => {
            let place = place_of(&code[..5]);
            if let Some(regency) = regency {
                spellings.note(&place, Located::new(regency.text.clone(), regency.at.clone()));
            }
            Some(place)
        }
        Err(why) => {
            findings.push(told::place_unknown(named.at.clone(), typed, &why));
            None
        }
    }
}

fn place_of(code: &str) -> Place {
    let name = region_row(code).map_or(code, |row| row.name);
    Place { code: code.to_owned(), name: name.to_owned() }
}

/// How regencies are spelt, to tell where one is spelt in several ways.
#[derive(Debug, Default)]
struct Spellings(BTreeMap<Place, Vec<Located<String>>>);

impl Spellings {
    fn note(&mut self, place: &Place, typed: Located<String>) {
        let known = self.0.entry(place.clone()).or_default();
        // As a spreadsheet's filter compares: without case.
        if !known.iter().any(|one| one.value.to_lowercase() == typed.value.to_lowercase()) {
            known.push(typed);
        }
    }

    fn tell(self, findings: &mut Findings) {
        for (place, mut spelt) in self.0.into_iter().filter(|(_, spelt)| spelt.len() > 1) {
            let texts: Vec<String> = spelt.iter().map(|one| format!("`{}`", one.value)).collect();
            findings.push(told::spelt_in_ways(spelt.remove(1).span, &place.name, &texts.join(", ")));
        }
    }
}
