//! What the office keeps of its programme: lists of who takes part, and earlier reports.

use std::sync::Arc;

use super::misnamed;
use super::site::Site;
use crate::finding::{Findings, SourceFile};
use crate::settings::Limits;

/// Where it lies.
const FOLDER: &str = "content/_program";
/// Endings of spreadsheets.
const SHEETS: [&str; 5] = ["csv", "ods", "tsv", "xls", "xlsx"];
/// Largest spreadsheet, in bytes.
const SHEET_BYTES: u64 = 20 * 1024 * 1024;
/// Largest report: one of 16,000 storefronts has 11 MB.
const REPORT_BYTES: u64 = 40 * 1024 * 1024;

/// The files of `content/_program/`, each kind in order of name; all may be absent.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ProgrammeFiles {
    /// Spreadsheets by path, with their bytes.
    pub sheets: Vec<(String, Vec<u8>)>,
    /// `*.yaml`.
    pub lists: Vec<Arc<SourceFile>>,
    /// `*.json`.
    pub reports: Vec<Arc<SourceFile>>,
}

impl Site {
    /// The lists of the office's programme and its earlier reports. What an open spreadsheet program leaves beside them
    /// (`~$daftar.xlsx`) is none.
    pub fn read_programme(&self, limits: &Limits, findings: &mut Findings) -> ProgrammeFiles {
        let root = self.root_folder();
        let mut files = ProgrammeFiles::default();
        for ending in SHEETS {
            for name in root.list_files(FOLDER, ending, findings) {
                let path = format!("{FOLDER}/{name}.{ending}");
                let bytes = (!name.starts_with("~$"))
                    .then(|| root.read_bytes(&path, SHEET_BYTES, findings))
                    .flatten();
                files.sheets.extend(bytes.map(|bytes| (path, bytes)));
            }
        }
        for ending in SHEETS.into_iter().chain(["yaml"]) {
            misnamed::check_folder(root, FOLDER, ending, findings);
        }
        files.sheets.sort_by(|one, other| one.0.cmp(&other.0));
        for (ending, limit) in [("yaml", limits.text_bytes), ("json", REPORT_BYTES)] {
            for name in root.list_files(FOLDER, ending, findings) {
                let text = root.read_text(&format!("{FOLDER}/{name}.{ending}"), limit, findings);
                if ending == "yaml" { &mut files.lists } else { &mut files.reports }.extend(text);
            }
        }
        files
    }
}
