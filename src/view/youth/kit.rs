//! The kit for pupils who found a cooperative at their school: a checklist, the roles, the minutes of the founding
//! meeting, the agenda of the annual meeting and a cash book, each a sheet to print. What they say is in
//! `text/lembar/`; sources of the rules that they name are in `docs/SOURCES.md`. Nobody's data is on them: gaps are
//! filled by hand, and a tick lives as long as the page.

use serde::Serialize;

use crate::model::{Date, Language};
use crate::routes;
use crate::theme::Texts;
use crate::view::money;
use crate::view::youth::around::Around;

/// Who does what; `anggota` are all of them together.
const ROLES: [&str; 7] = ["anggota", "ketua", "sekretaris", "bendahara", "pengawas", "pembina", "penasihat"];

/// Minutes of each step of the annual meeting: an hour in all.
const MEETING_MINUTES: [u8; 11] = [4, 3, 10, 8, 5, 10, 3, 5, 5, 5, 2];

/// Rows to fill by hand: as many as fit on their sheet.
const ATTENDANCE_ROWS: u8 = 20;
const BLANK_ROWS: u8 = 24;

/// The week of the example: day of January 2027, and what comes in and goes out, in rupiah. The words are
/// `muda.sheet.cash.rows`.
const EXAMPLE: [(i8, u64, u64); 7] = [
    (4, 200_000, 0),
    (4, 0, 120_000),
    (5, 130_000, 0),
    (5, 0, 8_000),
    (6, 19_500, 0),
    (7, 0, 0),
    (8, 40_000, 0),
];

/// The first page: what there is.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KitPage {
    /// Whose page.
    #[serde(flatten)]
    pub around: Around,
    /// The sheets.
    pub sheets: Vec<SheetLine>,
    /// The cash book as files.
    pub files: [FileLine; 2],
}

/// A sheet in the list of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SheetLine {
    /// Name of its folder below the kit's.
    pub folder: &'static str,
    /// What the sheet is called.
    pub title: String,
    /// What it is good for.
    pub text: String,
}

/// A file to download, from the language's root.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FileLine {
    /// Where it is.
    pub href: String,
    /// What the link says.
    pub label: String,
}

/// A sheet to print.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SheetPage {
    /// Whose page.
    #[serde(flatten)]
    pub around: Around,
    /// What the sheet is called.
    pub title: String,
    /// What it is good for.
    pub lead: String,
    /// What is on it.
    pub sheet: Sheet,
}

/// What is on a sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Sheet {
    /// Boxes to tick, and sentences to know.
    Checks {
        /// Groups of boxes.
        groups: Vec<GroupView>,
        /// Groups of sentences.
        notes: Vec<GroupView>,
    },
    /// Who does what.
    Roles {
        /// In the order of the sheet.
        roles: Vec<RoleView>,
    },
    /// Minutes of the founding meeting.
    Minutes {
        /// What happens.
        agenda: Vec<String>,
        /// What is decided.
        decided: Vec<String>,
        /// What the surplus is shared among.
        shares: Vec<String>,
        /// Who is elected.
        elected: Vec<String>,
        /// Who signs.
        signed: Vec<String>,
        /// Numbers of the rows of the attendance list.
        rows: Vec<u8>,
    },
    /// Agenda of the annual meeting.
    Meeting {
        /// What to prepare.
        before: Vec<String>,
        /// What happens, how long, led by whom.
        steps: Vec<StepRow>,
        /// How to decide.
        rules: Vec<String>,
        /// What the meeting decides.
        result: Vec<String>,
        /// Who signs.
        signed: Vec<String>,
    },
    /// The cash book.
    Cash {
        /// How to fill it in.
        rules: Vec<String>,
        /// A week.
        rows: Vec<CashRow>,
        /// Sums of the week: in, out, and what is left.
        sums: [String; 3],
        /// Numbers of empty rows.
        blank: Vec<u8>,
        /// The cash book as files.
        files: [FileLine; 2],
    },
}

/// Sentences below a heading.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct GroupView {
    /// What stands above them.
    pub title: String,
    /// In order, one for each box or line.
    pub items: Vec<String>,
}

/// A role.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleView {
    /// What the role is called.
    pub name: String,
    /// Where it belongs.
    pub group: String,
    /// Whom it suits; empty for grown-ups.
    pub fits: String,
    /// What belongs to it, a line each.
    pub tasks: Vec<String>,
}

/// A step of a meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StepRow {
    /// How long.
    pub minutes: u8,
    /// What happens, in a sentence.
    pub text: String,
    /// Led by whom.
    pub leader: String,
}

/// A line of the cash book.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CashRow {
    /// Day and month of an example, as people write them: `4/1`.
    pub day: String,
    /// Number of the receipt.
    pub receipt: usize,
    /// What for.
    pub text: String,
    /// Money in; empty if none.
    pub income: String,
    /// Money out; empty if none.
    pub expense: String,
    /// What is left.
    pub balance: String,
}

/// A line of the example, as numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CashEntry {
    /// The day on which money moved.
    pub day: Date,
    /// Number of the receipt.
    pub receipt: usize,
    /// What for.
    pub text: String,
    /// Rupiah in.
    pub income: u64,
    /// Rupiah out.
    pub expense: u64,
    /// Rupiah left.
    pub balance: u64,
}

/// The first page of the kit.
pub fn kit_page(around: Around, texts: &Texts) -> KitPage {
    let sheets = routes::KIT_SHEETS.iter().map(|folder| SheetLine {
        folder,
        title: texts.get(&format!("muda.kit.{folder}.title")).to_owned(),
        text: texts.get(&format!("muda.kit.{folder}.lead")).to_owned(),
    });
    KitPage { around, sheets: sheets.collect(), files: files(texts) }
}

/// Every sheet, with its folder.
pub fn sheet_pages(around: &Around, language: Language, texts: &Texts) -> Vec<(&'static str, SheetPage)> {
    let page = |folder: &'static str| {
        let sheet = match folder {
            "daftar" => checks(texts),
            "peran" => roles(texts),
            "notulen" => minutes(texts),
            "rat" => meeting(texts),
            _ => cash(language, texts),
        };
        let page = SheetPage {
            around: around.clone(),
            title: texts.get(&format!("muda.kit.{folder}.title")).to_owned(),
            lead: texts.get(&format!("muda.kit.{folder}.lead")).to_owned(),
            sheet,
        };
        (folder, page)
    };
    routes::KIT_SHEETS.into_iter().map(page).collect()
}

/// Names of the cash book's files, without a folder: for spreadsheets, and for everything else.
pub fn cash_files(texts: &Texts) -> [String; 2] {
    let stem = texts.get("muda.sheet.cash.file");
    [format!("{stem}.xlsx"), format!("{stem}.csv")]
}

fn files(texts: &Texts) -> [FileLine; 2] {
    let [xlsx, csv] = cash_files(texts);
    let line =
        |file: &str, key: &str| FileLine { href: routes::kit_file(file), label: texts.get(key).to_owned() };
    [line(&xlsx, "muda.kit.xlsx"), line(&csv, "muda.kit.csv")]
}

fn list(texts: &Texts, key: &str) -> Vec<String> {
    texts.list(&format!("muda.sheet.{key}")).into_iter().map(str::to_owned).collect()
}

fn group(texts: &Texts, key: &str) -> GroupView {
    GroupView {
        title: texts.get(&format!("muda.sheet.{key}")).to_owned(),
        items: list(texts, &format!("{key}_items")),
    }
}

fn checks(texts: &Texts) -> Sheet {
    let groups = |keys: &[&str]| keys.iter().map(|key| group(texts, &format!("check.{key}"))).collect();
    Sheet::Checks {
        groups: groups(&["before", "ready", "meeting", "after"]),
        notes: groups(&["legal", "safe"]),
    }
}

fn roles(texts: &Texts) -> Sheet {
    let role = |role: &&str| {
        let text = |key: &str| texts.get(&format!("muda.sheet.role.{role}.{key}")).to_owned();
        RoleView {
            name: text("name"),
            group: text("group"),
            fits: text("fits"),
            tasks: texts
                .list(&format!("muda.sheet.role.{role}.tasks"))
                .into_iter()
                .map(str::to_owned)
                .collect(),
        }
    };
    Sheet::Roles { roles: ROLES.iter().map(role).collect() }
}

fn minutes(texts: &Texts) -> Sheet {
    Sheet::Minutes {
        agenda: list(texts, "minutes.agenda_items"),
        decided: list(texts, "minutes.decided_items"),
        shares: list(texts, "minutes.shares_items"),
        elected: list(texts, "minutes.elected_items"),
        signed: list(texts, "minutes.signed"),
        rows: (1..=ATTENDANCE_ROWS).collect(),
    }
}

fn meeting(texts: &Texts) -> Sheet {
    let steps = list(texts, "meeting.steps").into_iter().zip(list(texts, "meeting.leaders"));
    Sheet::Meeting {
        before: list(texts, "meeting.before_items"),
        steps: steps
            .zip(MEETING_MINUTES)
            .map(|((text, leader), minutes)| StepRow { minutes, text, leader })
            .collect(),
        rules: list(texts, "meeting.rules_items"),
        result: list(texts, "meeting.result_items"),
        signed: list(texts, "meeting.signed"),
    }
}

fn cash(language: Language, texts: &Texts) -> Sheet {
    let entries = cash_example(texts);
    let amount = |rupiah: u64| if rupiah == 0 { String::new() } else { money::number(rupiah, language) };
    let sum = |of: fn(&CashEntry) -> u64| money::number(entries.iter().map(of).sum(), language);
    let left = entries.last().map_or(0, |entry| entry.balance);
    Sheet::Cash {
        rules: list(texts, "cash.rules_items"),
        rows: entries
            .iter()
            .map(|entry| CashRow {
                day: format!("{}/{}", entry.day.day(), entry.day.month()),
                receipt: entry.receipt,
                text: entry.text.clone(),
                income: amount(entry.income),
                expense: amount(entry.expense),
                balance: money::number(entry.balance, language),
            })
            .collect(),
        sums: [sum(|entry| entry.income), sum(|entry| entry.expense), money::number(left, language)],
        blank: (1..=BLANK_ROWS).collect(),
        files: files(texts),
    }
}

/// The week of the example, its balance running.
pub fn cash_example(texts: &Texts) -> Vec<CashEntry> {
    let mut balance = 0;
    list(texts, "cash.rows")
        .into_iter()
        .zip(EXAMPLE)
        .enumerate()
        .map(|(index, (text, (day, income, expense)))| {
            balance = balance + income - expense;
            let day = Date::constant(2027, 1, day);
            CashEntry { day, receipt: index + 1, text, income, expense, balance }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_annual_meeting_takes_an_hour() {
        assert_eq!(MEETING_MINUTES.iter().map(|minutes| u32::from(*minutes)).sum::<u32>(), 60);
    }

    #[test]
    fn the_example_never_spends_what_is_not_there() {
        let mut balance = 0_u64;
        for (_, income, expense) in EXAMPLE {
            balance = (balance + income).checked_sub(expense).expect("there is enough");
        }
        assert_eq!(balance, 261_500);
    }
}
